/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for the next step of one deal, or of several that get the same, and adds
 * it: by itself, or as part of the move that it is asked for with. */

#include "deal/sc-next-step.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "deal/sc-step-dialog.h"
#include "widgets/sc-ask-change.h"

struct _ScNextStep
{
  ScDeal *deal;
  GArray *deal_ids; /* NULL for @deal alone */
};

/**
 * sc_next_step_new:
 * @deal: the deal, or one of the deals
 * @deal_ids: (nullable) (element-type gint64): the deals; %NULL for @deal alone
 *
 * Returns: (transfer full): what a next step is to be asked for
 */
ScNextStep *
sc_next_step_new (ScDeal *deal,
                  GArray *deal_ids)
{
  ScNextStep *self = g_new0 (ScNextStep, 1);

  self->deal = sc_deal_ref (deal);
  self->deal_ids = deal_ids != NULL ? g_array_ref (deal_ids) : NULL;

  return self;
}

/**
 * sc_next_step_free:
 * @self: (transfer full): what a next step is asked for
 */
void
sc_next_step_free (ScNextStep *self)
{
  sc_deal_unref (self->deal);
  g_clear_pointer (&self->deal_ids, g_array_unref);
  g_free (self);
}

static char *
describe (const ScNextStep *self)
{
  guint n;

  if (self->deal_ids == NULL)
    return g_strdup (sc_deal_get_title (self->deal));

  n = self->deal_ids->len;

  return g_strdup_printf (ngettext ("%u deal has no next step. It gets this one.",
                                    "%u deals have no next step. Each gets this one.", n), n);
}

static char *
make_message (const ScNextStep *self)
{
  guint n;

  if (self->deal_ids == NULL)
    return g_strdup (_("Next step added"));

  n = self->deal_ids->len;

  return g_strdup_printf (ngettext ("Next step added to %u deal", "Next step added to %u deals", n), n);
}

/**
 * sc_next_step_create_dialog:
 * @self: what a next step is asked for
 * @store: where its deals are kept
 *
 * Returns: (transfer floating): a step dialog that says for whom it asks
 */
AdwDialog *
sc_next_step_create_dialog (const ScNextStep *self,
                            ScStore          *store)
{
  g_autoptr (ScCalendar) calendar = sc_store_get_calendar (store);
  AdwDialog *dialog = sc_step_dialog_new (calendar);
  g_autofree char *body = describe (self);

  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (dialog), body);

  return dialog;
}

/**
 * sc_next_step_create_command:
 * @self: what a next step was asked for
 * @dialog: the step dialog
 *
 * Returns: (transfer full): a command that adds what is entered
 */
ScCommand *
sc_next_step_create_command (const ScNextStep *self,
                             AdwAlertDialog   *dialog)
{
  ScStepDialog *step = SC_STEP_DIALOG (dialog);
  g_autofree char *title = sc_step_dialog_get_title (step);

  if (self->deal_ids == NULL)
    return sc_command_add_activity_at (self->deal, title, sc_step_dialog_get_due (step), sc_step_dialog_get_due_time (step));

  return sc_command_add_activities_at ((gint64 *) (gpointer) self->deal_ids->data, self->deal_ids->len, title,
                                       sc_step_dialog_get_due (step), sc_step_dialog_get_due_time (step));
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        data)
{
  return sc_next_step_create_command (data, dialog);
}

static void
free_next_step (gpointer data)
{
  sc_next_step_free (data);
}

/**
 * sc_next_step_ask:
 * @self: (transfer full): what a next step is asked for
 * @dialog: (transfer floating): the step dialog
 * @origin: the widget that asks
 * @store: the store
 *
 * Asks for the step, and adds it.
 */
void
sc_next_step_ask (ScNextStep *self,
                  AdwDialog  *dialog,
                  GtkWidget  *origin,
                  ScStore    *store)
{
  g_autofree char *message = make_message (self);
  const ScAskChange change = { .response = "add", .create_command = create_command, .ask_again = sc_step_dialog_ask_again,
                               .message = message, .free_data = free_next_step };

  sc_ask_change (dialog, origin, store, &change, self);
}

/**
 * sc_deal_ask_step:
 * @origin: the widget that asks
 * @store: the store
 * @deal: a deal
 *
 * Asks for a deal's next step; it may be let go.
 */
void
sc_deal_ask_step (GtkWidget *origin,
                  ScStore   *store,
                  ScDeal    *deal)
{
  ScNextStep *next = sc_next_step_new (deal, NULL);

  sc_next_step_ask (next, sc_next_step_create_dialog (next, store), origin, store);
}
