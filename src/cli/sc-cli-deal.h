/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several subcommands do with deals. */

#pragma once

#include "change/sc-deal-commands.h"
#include "cli/sc-cli-call.h"
#include "cli/sc-cli-values.h"
#include "files/sc-json-writer.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

ScStore *sc_cli_call_open_deal (ScCliCall *self,
                                ScDeal   **deal,
                                GError   **error) G_GNUC_WARN_UNUSED_RESULT;
ScStore *sc_cli_call_open_deleted_deal (ScCliCall *self,
                                        ScDeal   **deal,
                                        GError   **error) G_GNUC_WARN_UNUSED_RESULT;
ScVersion *sc_cli_load_published (ScStore         *store,
                                  const ScProcess *process,
                                  GError         **error) G_GNUC_WARN_UNUSED_RESULT;
const ScStage *sc_cli_find_stage (const ScVersion *version,
                                  const char      *name,
                                  GError         **error);
gboolean sc_cli_check_standing (const ScDeal *deal,
                                GError      **error);

void sc_cli_write_deal (ScJsonWriter *writer,
                        const ScDeal *deal,
                        GPtrArray    *contacts,
                        GHashTable   *stage_names);
int sc_cli_show_deal (ScCliCall *call,
                      ScStore   *store,
                      gint64     deal_id);
int sc_cli_show_deal_with_notices (ScCliCall *call,
                                   ScStore   *store,
                                   gint64     deal_id,
                                   GPtrArray *notices);
int sc_cli_show_refused_deal (ScCliCall  *call,
                              ScStore    *store,
                              gint64      deal_id,
                              const char *refused);
int sc_cli_change_deal (ScCliCall *call,
                        ScStore   *store,
                        ScCommand *command,
                        gint64     deal_id);

G_END_DECLS
