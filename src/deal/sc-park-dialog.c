/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks until when a deal is parked, and parks it. */

#include "deal/sc-park-dialog.h"

#include <glib/gi18n-lib.h>

#include "change/sc-deal-commands.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-date-row.h"

struct _ScParkDialog
{
  AdwAlertDialog parent_instance;

  ScDateRow *until_row;
  AdwEntryRow *note_row;

  ScDialogGuard *guard;
  ScCalendar *calendar;
};

typedef struct {
  ScDeal *deal;
} Ask;

G_DEFINE_FINAL_TYPE (ScParkDialog, sc_park_dialog, ADW_TYPE_ALERT_DIALOG);

static void
changed_cb (ScParkDialog *self)
{
  if (self->until_row != NULL)
    adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "park",
                                           sc_date_row_get_date (self->until_row) > sc_clock_today ());
}

/* On a day on which somebody works. */
static ScDate
add_months (const ScCalendar *calendar,
            guint             n_months)
{
  GDate date = sc_date_to_gdate (sc_clock_today ());

  g_date_add_months (&date, n_months);

  return sc_calendar_to_working_day (calendar, g_date_get_julian (&date));
}

static void
take_until (ScParkDialog *self,
            ScDate        until)
{
  sc_date_row_set_date (self->until_row, until);
  sc_field_row_revert (SC_FIELD_ROW (self->until_row));
  sc_dialog_guard_touch (self->guard);
  gtk_widget_grab_focus (GTK_WIDGET (self->until_row));
}

static void
in_two_weeks_clicked_cb (ScParkDialog *self)
{
  take_until (self, sc_calendar_to_working_day (self->calendar, sc_clock_today () + 14));
}

static void
in_a_month_clicked_cb (ScParkDialog *self)
{
  take_until (self, add_months (self->calendar, 1));
}

static void
in_three_months_clicked_cb (ScParkDialog *self)
{
  take_until (self, add_months (self->calendar, 3));
}

static void
sc_park_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_PARK_DIALOG);
  g_clear_pointer (&SC_PARK_DIALOG (object)->calendar, sc_calendar_unref);

  G_OBJECT_CLASS (sc_park_dialog_parent_class)->dispose (object);
}

static void
sc_park_dialog_class_init (ScParkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_park_dialog_dispose;

  g_type_ensure (SC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-park-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScParkDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, ScParkDialog, note_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_two_weeks_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_a_month_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_three_months_clicked_cb);
}

static void
sc_park_dialog_init (ScParkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->until_row));
}

static ScParkDialog *
dialog_new (ScCalendar *calendar,
            ScDate      until)
{
  ScParkDialog *self = g_object_new (SC_TYPE_PARK_DIALOG, NULL);

  self->calendar = sc_calendar_ref (calendar);
  sc_date_row_set_date (self->until_row, until);

  return self;
}

static AdwDialog *
ask_again (AdwAlertDialog *dialog)
{
  ScParkDialog *old = SC_PARK_DIALOG (dialog);
  ScParkDialog *self = dialog_new (old->calendar, sc_date_row_get_date (old->until_row));

  gtk_editable_set_text (GTK_EDITABLE (self->note_row), gtk_editable_get_text (GTK_EDITABLE (old->note_row)));
  sc_dialog_guard_touch (self->guard);

  return ADW_DIALOG (self);
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        data)
{
  ScParkDialog *self = SC_PARK_DIALOG (dialog);
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_row))));

  return sc_command_park_deal (((Ask *) data)->deal, sc_date_row_get_date (self->until_row), *note != '\0' ? note : NULL);
}

static char *
create_message (AdwAlertDialog *dialog)
{
  g_autofree char *day = sc_date_spell_out (sc_date_row_get_date (SC_PARK_DIALOG (dialog)->until_row));

  /* Translators: %s is a day, such as 22 February 2027 */
  return g_strdup_printf (_("Parked until %s"), day);
}

static gboolean
take_theirs (ScStore *store,
             gpointer data)
{
  Ask *ask = data;
  ScDeal *theirs = sc_store_load_deal (store, ask->deal->id, NULL);

  if (theirs == NULL)
    return FALSE;

  sc_deal_unref (ask->deal);
  ask->deal = theirs;

  return TRUE;
}

/* On a board the focus would go with the deal. */
static void
done_cb (GtkWidget *origin)
{
  gtk_widget_activate_action (origin, "card.focus-neighbour", NULL);
}

static void
ask_free (gpointer data)
{
  Ask *ask = data;

  sc_deal_unref (ask->deal);
  g_free (ask);
}

/**
 * sc_park_dialog_ask:
 * @origin: the widget that asks
 * @store: the store
 * @deal: a deal that stands on the board, or is parked until another day
 *
 * Asks until when the deal is parked, and parks it. A month is offered, or the day until
 * which it is parked already.
 */
void
sc_park_dialog_ask (GtkWidget *origin,
                    ScStore   *store,
                    ScDeal    *deal)
{
  const ScAskChange change = { .response = "park", .create_command = create_command, .ask_again = ask_again,
                               .take_theirs = take_theirs, .free_data = ask_free, .create_message = create_message,
                               .done = done_cb };
  g_autoptr (ScCalendar) calendar = sc_store_get_calendar (store);
  ScDate until = deal->parked_until != SC_DATE_NONE ? deal->parked_until : add_months (calendar, 1);
  Ask *ask = g_new0 (Ask, 1);

  ask->deal = sc_deal_ref (deal);
  sc_ask_change (ADW_DIALOG (dialog_new (calendar, until)), origin, store, &change, ask);
}
