/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks why a deal was lost, or ended early: one of the process's reasons, or
 * one in own words. */

#include "deal/sc-loss-dialog.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "widgets/sc-dialog-guard.h"

struct _ScLossDialog
{
  AdwAlertDialog parent_instance;

  GPtrArray *checks;
  GStrv reasons;
  GtkEditable *own_row;
  ScDialogGuard *guard;
  gboolean is_won;
};

G_DEFINE_FINAL_TYPE (ScLossDialog, sc_loss_dialog, ADW_TYPE_ALERT_DIALOG);

static void
update_response (ScLossDialog *self)
{
  g_autofree char *reason = sc_loss_dialog_get_reason (self);

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "lose", reason[0] != '\0');
}

static void
own_changed_cb (ScLossDialog *self)
{
  /* Own words stand for themselves: no reason of the list any more. */
  if (gtk_editable_get_text (self->own_row)[0] != '\0')
    for (guint i = 0; i < self->checks->len; i++)
      gtk_check_button_set_active (self->checks->pdata[i], FALSE);

  update_response (self);
}

static void
check_toggled_cb (ScLossDialog   *self,
                  GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    gtk_editable_set_text (self->own_row, "");

  update_response (self);
}

/* Enter chooses a reason, and on the chosen one it is the answer. */
static gboolean
key_pressed_cb (ScLossDialog   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GtkWidget *focus = adw_dialog_get_focus (ADW_DIALOG (self));

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || !GTK_IS_CHECK_BUTTON (focus)
      || !gtk_check_button_get_active (GTK_CHECK_BUTTON (focus)))
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_default (focus);

  return GDK_EVENT_STOP;
}

static void
sc_loss_dialog_dispose (GObject *object)
{
  ScLossDialog *self = SC_LOSS_DIALOG (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_strfreev);

  G_OBJECT_CLASS (sc_loss_dialog_parent_class)->dispose (object);
}

static void
sc_loss_dialog_class_init (ScLossDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_loss_dialog_dispose;
}

static void
sc_loss_dialog_init (ScLossDialog *self)
{
  self->checks = g_ptr_array_new ();
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
}

static GtkWidget *
create_row (ScLossDialog *self,
            const char   *reason)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reason);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks->pdata[0]);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE); /* one stop of the keyboard, and it tells whether it is ticked */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, reason, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);

  return row;
}

static GtkWidget *
create_list (ScLossDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *own = adw_entry_row_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (list, keys);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  for (guint i = 0; self->reasons[i] != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), create_row (self, self->reasons[i]));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (own), self->checks->len > 0 ? _("Another reason") : _("Reason"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (own), TRUE);
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (own), 1000);
  self->own_row = GTK_EDITABLE (own);
  g_signal_connect_object (own, "changed", G_CALLBACK (own_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), own);

  return list;
}

static ScLossDialog *
dialog_new (gboolean           is_won,
            const char        *body,
            const char *const *reasons)
{
  ScLossDialog *self = g_object_new (SC_TYPE_LOSS_DIALOG, NULL);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);

  self->is_won = is_won;
  self->reasons = g_strdupv ((GStrv) reasons);
  adw_alert_dialog_set_heading (dialog, is_won ? _("Why Did It End Early?") : _("Why Was It Lost?"));
  adw_alert_dialog_set_body (dialog, body);
  adw_alert_dialog_set_extra_child (dialog, create_list (self));
  adw_alert_dialog_add_responses (dialog,
                                  "cancel", _("_Cancel"),
                                  "lose", is_won ? _("_Ended Early") : _("_Lost"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "lose", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "lose");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  update_response (self);
  adw_dialog_set_focus (ADW_DIALOG (self),
                        self->checks->len > 0 ? self->checks->pdata[0] : GTK_WIDGET (self->own_row));

  return self;
}

/**
 * sc_loss_dialog_new:
 * @deal: the deal; one that was won ends early
 * @reasons: the process's reasons
 *
 * Returns: (transfer floating): a dialog with the responses “cancel” and
 *   “lose”
 */
AdwDialog *
sc_loss_dialog_new (const ScDeal      *deal,
                    const char *const *reasons)
{
  return ADW_DIALOG (dialog_new (deal->status == SC_DEAL_WON, sc_deal_get_title (deal), reasons));
}

/**
 * sc_loss_dialog_ask_again:
 * @dialog: a loss dialog
 *
 * Returns: (transfer floating): another one that asks the same, with what is
 *   chosen or entered in @dialog
 */
AdwDialog *
sc_loss_dialog_ask_again (AdwAlertDialog *dialog)
{
  ScLossDialog *old = SC_LOSS_DIALOG (dialog);
  ScLossDialog *self = dialog_new (old->is_won, adw_alert_dialog_get_body (dialog), (const char *const *) old->reasons);

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), adw_alert_dialog_get_heading (dialog));
  gtk_editable_set_text (self->own_row, gtk_editable_get_text (old->own_row));
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (old->checks->pdata[i]))
      gtk_check_button_set_active (self->checks->pdata[i], TRUE);
  sc_dialog_guard_touch (self->guard);

  return ADW_DIALOG (self);
}

/**
 * sc_loss_dialog_set_n_deals:
 * @self: a dialog
 * @n_deals: how many deals the reason is for
 *
 * Asks for several deals at once.
 */
void
sc_loss_dialog_set_n_deals (ScLossDialog *self,
                            guint         n_deals)
{
  g_autofree char *body = NULL;

  g_return_if_fail (SC_IS_LOSS_DIALOG (self));

  body = g_strdup_printf (ngettext ("%u deal", "%u deals", n_deals), n_deals);
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), body);
  if (n_deals > 1)
    adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self),
                                  self->is_won ? _("Why Did They End Early?") : _("Why Were They Lost?"));
}

/**
 * sc_loss_dialog_get_reason:
 * @self: a dialog
 *
 * Returns: (transfer full): the reason, empty while there is none
 */
char *
sc_loss_dialog_get_reason (ScLossDialog *self)
{
  g_return_val_if_fail (SC_IS_LOSS_DIALOG (self), NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      return g_strdup (self->reasons[i]);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->own_row)));
}
