/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the subcommands about figures share: which deals and as of which day, and how
 * numbers, shares and times are written. */

#pragma once

#include "cli/sc-cli-call.h"
#include "files/sc-json-writer.h"
#include "model/sc-duration.h"
#include "statistics/sc-figures.h"
#include "store/sc-plan.h"

G_BEGIN_DECLS

/**
 * ScCliFigures:
 * @as_of: (nullable): the day, as it was given
 * @from: (nullable): the first day of start, as it was given
 * @to: (nullable): the last one
 * @owner: (nullable): whose deals
 * @source: (nullable): from where
 * @version: (nullable): started under which version, as it was given
 * @unit: (nullable): what days are counted in, as it was given
 *
 * Which deals figures are wanted of.
 */
typedef struct {
  char *as_of;
  char *from;
  char *to;
  char *owner;
  char *source;
  char *version;
  char *unit;
} ScCliFigures;

#define SC_CLI_FIGURES_OPTIONS(self) \
        SC_CLI_TEXT ("as-of", &(self)->as_of, N_("As of this day (default: today)"), N_("DATE")), \
        SC_CLI_TEXT ("from", &(self)->from, N_("Only deals that were started on this day or later"), N_("DATE")), \
        SC_CLI_TEXT ("to", &(self)->to, N_("Only deals that were started on this day or earlier"), N_("DATE")), \
        SC_CLI_TEXT ("owner", &(self)->owner, N_("Only this person’s deals"), N_("NAME")), \
        SC_CLI_TEXT ("source", &(self)->source, N_("Only deals from this source"), N_("TEXT")), \
        SC_CLI_TEXT ("version", &(self)->version, N_("Only deals that were started under this version"), N_("NUMBER")), \
        SC_CLI_TEXT ("unit", &(self)->unit, N_("Which days are counted (default: working days)"), \
                     "days|working-days")

ScFiguresQuery *sc_cli_figures_make_query (const ScCliFigures *self,
                                           ScCliCall          *call,
                                           int                *status);
ScStore *sc_cli_figures_open (ScCliCall      *call,
                              ScFiguresQuery *query,
                              GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_cli_figures_clear (ScCliFigures *self);

void sc_cli_begin_stage (ScJsonWriter *writer,
                         const char   *stage_id,
                         const char   *name);
void sc_cli_write_figure (ScJsonWriter *writer,
                          const char   *name,
                          double        figure);
void sc_cli_write_share (ScJsonWriter  *writer,
                         const char    *name,
                         const ScShare *share);
void sc_cli_write_target (ScJsonWriter     *writer,
                          const char       *name,
                          ScDuration        target,
                          const ScCalendar *calendar);
void sc_cli_write_day (ScJsonWriter *writer,
                       const char   *name,
                       ScDate        day);
void sc_cli_write_plan_members (ScJsonWriter *writer,
                                const ScPlan *plan);
void sc_cli_print_sentence (char *sentence);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScCliFigures, sc_cli_figures_clear)

G_END_DECLS
