/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for a thing of a deal that can be ticked, edited and removed: a step or a
 * payment. */

#pragma once

#include <adwaita.h>

#include "change/sc-command.h"

G_BEGIN_DECLS

#define SC_TYPE_TICK_ROW (sc_tick_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScTickRow, sc_tick_row, SC, TICK_ROW, AdwActionRow)

/**
 * ScTickRowClass:
 * @ticked: a person has ticked it, or taken the tick off
 * @is_ticked: whether what it shows is ticked
 * @list: what its deal has of the kind, as it is saved now
 * @take: shows one of those where it is the same thing; %FALSE where it is another
 * @show_time: says how it stands today
 */
struct _ScTickRowClass
{
  AdwActionRowClass parent_class;

  void (*ticked)        (ScTickRow *self,
                         gboolean   is_ticked);
  gboolean (*is_ticked) (ScTickRow *self);
  GPtrArray *(*list)    (ScTickRow *self,
                         ScStore   *store);
  gboolean (*take)      (ScTickRow    *self,
                         gconstpointer row);
  void (*show_time)     (ScTickRow *self);
};

void sc_tick_row_set_controls (ScTickRow      *self,
                               GtkCheckButton *check,
                               GtkWidget      *menu_button);
void sc_tick_row_show (ScTickRow  *self,
                       ScStore    *store,
                       const char *title);
ScStore *sc_tick_row_get_store (ScTickRow *self);
void sc_tick_row_set_time (ScTickRow  *self,
                           const char *text,
                           gboolean    is_overdue);
gboolean sc_tick_row_begin (ScTickRow *self);
void sc_tick_row_end (ScTickRow       *self,
                      const ScOutcome *outcome);
void sc_tick_row_run (ScTickRow  *self,
                      ScCommand  *command,
                      const char *message);
void sc_tick_row_ask (ScTickRow  *self,
                      AdwDialog  *dialog,
                      const char *response,
                      ScCommand *(*create_command)(AdwAlertDialog *dialog,
                                                   gpointer row),
                      AdwDialog *(*ask_again)(AdwAlertDialog *dialog));

G_END_DECLS
