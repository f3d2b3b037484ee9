/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to a deal: the newest first, and all of it. */

#include "deal/sc-deal-history.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "change/sc-event-text.h"
#include "model/sc-wall-clock.h"
#include "widgets/sc-group-rows.h"

/* How many rows are made before the user asks for the rest. */
#define N_SHOWN 30

struct _ScDealHistory
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  ScDealDossier *dossier;
  gint64 shown_id;
  gboolean shows_all;
};

G_DEFINE_FINAL_TYPE (ScDealHistory, sc_deal_history, ADW_TYPE_PREFERENCES_GROUP);

/* Of what was worked out nobody knows the time of day. */
static char *
describe_instant (const ScDealEvent *event)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (event->happened_at);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = sc_date_to_text (sc_date_from_instant (event->happened_at));
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");

  if (event->is_inferred)
    /* Translators: a day of which nobody has told that it was that one */
    return g_strdup_printf (_("about %s"), day);

  /* Translators: a date, a time of day */
  return g_strdup_printf (_("%1$s, %2$s"), day, time);
}

static char *
describe_when (const ScDealEvent *event)
{
  g_autofree char *instant = describe_instant (event);
  g_autofree char *when = NULL;

  /* Translators: when something happened, a person */
  when = g_strdup_printf (_("%1$s · %2$s"), instant, event->user != NULL ? event->user : "");
  if (!event->is_voided)
    return g_steal_pointer (&when);

  /* Translators: %s says when and who */
  return g_strdup_printf (_("%s · taken back"), when);
}

static void
add_row (ScDealHistory *self,
         GtkWidget     *row)
{
  sc_group_rows_add (ADW_PREFERENCES_GROUP (self), self->rows, row);
}

static char *
make_subtitle (const ScDealEvent *event,
               const char        *title)
{
  g_autofree char *when = describe_when (event);
  gboolean has_note = event->note != NULL && event->note[0] != '\0' && strstr (title, event->note) == NULL;

  return has_note ? g_strdup_printf ("%s\n%s", event->note, when) : g_steal_pointer (&when);
}

static GtkWidget *
create_row (const ScDealEvent *event)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = sc_deal_event_to_text (event);
  g_autofree char *subtitle = make_subtitle (event, title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), FALSE);
  gtk_widget_add_css_class (row, "history");
  if (event->is_voided)
    gtk_widget_add_css_class (row, "dimmed");

  return row;
}

static void show_rows (ScDealHistory *self);

static void
all_activated_cb (ScDealHistory *self)
{
  self->shows_all = TRUE;
  show_rows (self);
}

static void
show_rows (ScDealHistory *self)
{
  guint n_events = self->dossier->events->len;
  guint n_rows = self->shows_all ? n_events : MIN (n_events, N_SHOWN);

  sc_group_rows_clear (ADW_PREFERENCES_GROUP (self), self->rows);

  for (guint i = 0; i < n_rows; i++)
    add_row (self, create_row (self->dossier->events->pdata[i]));

  if (n_rows < n_events)
    {
      GtkWidget *all = adw_button_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (all), _("Show All"));
      g_signal_connect_object (all, "activated", G_CALLBACK (all_activated_cb), self, G_CONNECT_SWAPPED);
      add_row (self, all);
    }
}

/* In another zone the clock showed another time when it happened. The rows
 * stay, for one of them may have the focus. */
static void
time_changed_cb (ScDealHistory *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (ADW_IS_ACTION_ROW (self->rows->pdata[i]))
      {
        AdwActionRow *row = self->rows->pdata[i];
        g_autofree char *subtitle = make_subtitle (self->dossier->events->pdata[i],
                                                   adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

        adw_action_row_set_subtitle (row, subtitle);
      }
}

static void
sc_deal_history_dispose (GObject *object)
{
  ScDealHistory *self = SC_DEAL_HISTORY (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);

  G_OBJECT_CLASS (sc_deal_history_parent_class)->dispose (object);
}

static void
sc_deal_history_class_init (ScDealHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_history_dispose;
}

static void
sc_deal_history_init (ScDealHistory *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("History"));
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (time_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sc_deal_history_show:
 * @self: a history
 * @dossier: everything about the deal
 */
void
sc_deal_history_show (ScDealHistory *self,
                      ScDealDossier *dossier)
{
  ScDealDossier *old;

  g_return_if_fail (SC_IS_DEAL_HISTORY (self));

  old = self->dossier;
  self->dossier = sc_deal_dossier_ref (dossier);
  g_clear_pointer (&old, sc_deal_dossier_unref);

  if (self->shown_id != dossier->deal->id)
    self->shows_all = FALSE;
  self->shown_id = dossier->deal->id;
  show_rows (self);
}
