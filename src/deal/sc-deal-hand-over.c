/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hands deals over to somebody, and labels them: one, or several at once, in one change. */

#include "deal/sc-deal-hand-over.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "change/sc-deal-commands.h"
#include "deal/sc-deal-text.h"
#include "widgets/sc-change.h"
#include "widgets/sc-entry-row.h"
#include "widgets/sc-origin.h"

/* As a field's in the deal's pane. */
#define MAX_LABEL_CHARS 100

/* A menu would take a name's underscore for a mnemonic. */
static char *
escape_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * sc_deal_create_owners_menu:
 * @store: a store
 *
 * Returns: (transfer full): whom a deal can be handed over to, by the action “deal.hand-over”
 */
GMenuModel *
sc_deal_create_owners_menu (ScStore *store)
{
  g_autoptr (GPtrArray) users = sc_store_list_users (store, NULL);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; users != NULL && i < users->len; i++)
    {
      const ScUser *user = users->pdata[i];
      g_autofree char *name = escape_name (user->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "deal.hand-over", "x", user->id);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static char *
find_name (ScStore *store,
           gint64   user_id)
{
  g_autoptr (GPtrArray) users = sc_store_list_users (store, NULL);

  for (guint i = 0; users != NULL && i < users->len; i++)
    if (((ScUser *) users->pdata[i])->id == user_id)
      return g_strdup (((ScUser *) users->pdata[i])->name);

  return g_strdup ("");
}

static ScCommand *
create_command (ScDeal       *deal,
                GArray       *deal_ids,
                const ScDeal *after,
                ScDealFields  fields)
{
  if (deal_ids == NULL)
    return sc_command_edit_deal (deal, after, fields);

  return sc_command_edit_deals ((const gint64 *) (gpointer) deal_ids->data, deal_ids->len, after, fields);
}

/**
 * sc_deal_hand_over:
 * @origin: the widget that asks for it
 * @store: the store
 * @deal: a deal
 * @deal_ids: (nullable) (element-type gint64): several, of which it is one
 * @owner_id: who is to own it, or all of them
 */
void
sc_deal_hand_over (GtkWidget *origin,
                   ScStore   *store,
                   ScDeal    *deal,
                   GArray    *deal_ids,
                   gint64     owner_id)
{
  g_autoptr (ScDeal) after = sc_deal_copy (deal);
  g_autofree char *name = find_name (store, owner_id);
  g_autofree char *message = NULL;
  guint n = deal_ids != NULL ? deal_ids->len : 1;

  after->owner_id = owner_id;
  g_set_str (&after->owner, name);
  if (deal_ids == NULL)
    /* Translators: the first %s is a deal, the second a person */
    message = g_strdup_printf (_("“%1$s” handed over to %2$s"), sc_deal_get_title (deal), name);
  else
    message = g_strdup_printf (ngettext ("%1$u deal handed over to %2$s", "%1$u deals handed over to %2$s", n), n, name);
  sc_change_run (origin, store, create_command (deal, deal_ids, after, SC_DEAL_FIELD_OWNER), message, NULL, NULL);
}

typedef struct {
  ScOrigin *origin;
  ScStore *store;
  ScDeal *deal;
  GArray *deal_ids; /* NULL for @deal alone */
  GtkEditable *row;
} Label;

static void
label_free (gpointer  data,
            GClosure *closure)
{
  Label *label = data;

  sc_origin_free (label->origin);
  g_object_unref (label->store);
  sc_deal_unref (label->deal);
  g_clear_pointer (&label->deal_ids, g_array_unref);
  g_free (label);
}

static void
label_answered_cb (Label *label)
{
  g_autoptr (ScDeal) after = sc_deal_copy (label->deal);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (label->row)));

  g_set_str (&after->label, text[0] != '\0' ? text : NULL);
  sc_change_run (sc_origin_get_widget (label->origin), label->store,
                 create_command (label->deal, label->deal_ids, after, SC_DEAL_FIELD_LABEL),
                 text[0] != '\0' ? _("Label set") : _("Label removed"), NULL, NULL);
}

/**
 * sc_deal_ask_label:
 * @origin: the widget that asks for it
 * @store: the store
 * @deal: a deal
 * @deal_ids: (nullable) (element-type gint64): several, of which it is one
 *
 * Asks for a label, and gives it to the deal or to all of them.
 */
void
sc_deal_ask_label (GtkWidget *origin,
                   ScStore   *store,
                   ScDeal    *deal,
                   GArray    *deal_ids)
{
  Label *label = g_new0 (Label, 1);
  AdwDialog *dialog = adw_alert_dialog_new (deal_ids != NULL ? _("Label of the Deals") : _("Label of the Deal"), NULL);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = sc_entry_row_new ();

  label->origin = sc_origin_new (origin);
  label->store = g_object_ref (store);
  label->deal = sc_deal_ref (deal);
  label->deal_ids = deal_ids != NULL ? g_array_ref (deal_ids) : NULL;
  label->row = GTK_EDITABLE (row);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Label"));
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (row), MAX_LABEL_CHARS);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  if (deal->label != NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), deal->label);

  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), list);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "set", _("_Set"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "set", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "set");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response::set", G_CALLBACK (label_answered_cb), label, label_free, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, origin);
  gtk_widget_grab_focus (row);
}
