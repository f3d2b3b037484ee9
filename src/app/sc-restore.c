/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings back what was deleted; asks where deals go whose stage is gone, and
 * tells what came out otherwise than one would think. */

#include "app/sc-restore.h"

#include <glib/gi18n.h>

#include "change/sc-process-commands.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"

/* More sentences than these nobody reads. */
#define MAX_NOTICES 10

typedef struct {
  ScOrigin *origin;
  ScStore *store;
  ScDeletionItem *item;
  ScRestored restored;
  /* While it is asked where deals go. */
  ScVersion *version;
  AdwComboRow *stage_row;
} Restore;

static void
restore_free (Restore *restore)
{
  sc_origin_free (restore->origin);
  g_object_unref (restore->store);
  g_object_unref (restore->item);
  g_clear_pointer (&restore->version, sc_version_unref);
  g_free (restore);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restore, restore_free)

static Restore *
restore_copy (const Restore *restore)
{
  Restore *copy = g_new0 (Restore, 1);

  copy->origin = sc_origin_new (sc_origin_get_widget (restore->origin));
  copy->store = g_object_ref (restore->store);
  copy->item = g_object_ref (restore->item);
  copy->restored = restore->restored;

  return copy;
}

static void run (Restore    *restore,
                 const char *stage_id);

static void
finish (Restore *restore,
        gboolean is_restored)
{
  restore->restored (sc_origin_get_widget (restore->origin), restore->item, is_restored);
}

static char *
list_notices (GPtrArray *notices)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (notices->len, MAX_NOTICES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) notices->pdata[i]);
  if (notices->len > MAX_NOTICES)
    {
      guint n_more = notices->len - MAX_NOTICES;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("… and %u more", "… and %u more", n_more), n_more);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tell (Restore         *restore,
      const ScOutcome *outcome)
{
  GtkWidget *origin = sc_origin_get_widget (restore->origin);
  g_autofree char *title = sc_deletion_item_make_title (restore->item);
  g_autofree char *message = g_strdup_printf (_("“%s” restored"), title);
  g_autofree char *list = NULL;
  AdwAlertDialog *dialog;

  if (outcome->notices->len == 1)
    g_set_str (&message, outcome->notices->pdata[0]);
  sc_toast_show_undo (origin, message, restore->store, outcome->change_id);
  if (outcome->notices->len < 2)
    return;

  list = list_notices (outcome->notices);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Restored With Changes"), list));
  adw_alert_dialog_add_response (dialog, "close", _("_Close"));
  adw_dialog_present (ADW_DIALOG (dialog), sc_origin_find_parent (restore->origin));
}

static void
stage_responded_cb (AdwAlertDialog *dialog,
                    const char     *response,
                    Restore        *restore)
{
  guint selected = adw_combo_row_get_selected (restore->stage_row);

  if (g_str_equal (response, "restore") && selected < restore->version->stages->len)
    run (restore_copy (restore), sc_version_get_stage (restore->version, selected)->id);
  else
    finish (restore, FALSE);
}

static void
stage_closed_cb (gpointer  data,
                 GClosure *closure)
{
  restore_free (data);
}

static GtkWidget *
make_stages (Restore *restore)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < restore->version->stages->len; i++)
    gtk_string_list_append (names, sc_version_get_stage (restore->version, i)->name);
  restore->stage_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (restore->stage_row), _("Stage"));
  adw_combo_row_set_model (restore->stage_row, G_LIST_MODEL (names));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (restore->stage_row));

  return list;
}

/* Takes @restore over. */
static void
ask_for_stage (Restore      *restore,
               const GError *reason)
{
  g_autoptr (Restore) owned = restore;
  const ScDeletion *deletion = sc_deletion_item_get_deletion (restore->item);
  AdwAlertDialog *dialog;
  g_autoptr (GError) error = NULL;

  restore->version = sc_store_load_version (restore->store, deletion->deal->process_id, SC_VERSION_WANTED_PUBLISHED, &error);
  if (restore->version == NULL)
    {
      sc_error_dialog_present (sc_origin_find_parent (restore->origin), _("Could Not Restore Deal"), error);
      finish (restore, FALSE);
      return;
    }

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Its Stage Is Gone"), reason->message));
  adw_alert_dialog_set_extra_child (dialog, make_stages (restore));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "restore");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (stage_responded_cb), g_steal_pointer (&owned), stage_closed_cb,
                         G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), sc_origin_find_parent (restore->origin));
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Restore) restore = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_NO_PLACE))
    {
      ask_for_stage (g_steal_pointer (&restore), error);
      return;
    }

  if (outcome != NULL)
    tell (restore, outcome);
  else
    sc_error_dialog_present (sc_origin_find_parent (restore->origin), _("Could Not Restore"), error);
  finish (restore, outcome != NULL);
}

/* Takes @restore over. */
static void
run (Restore    *restore,
     const char *stage_id)
{
  const ScDeletion *deletion = sc_deletion_item_get_deletion (restore->item);
  ScCommand *command;

  if (deletion->process != NULL)
    command = sc_command_undelete_process (deletion->process);
  else if (sc_deletion_item_is_several (restore->item))
    command = sc_command_undelete_deals_of (deletion->change_id, stage_id);
  else
    command = sc_command_undelete_deal (deletion->deal, stage_id);

  sc_command_run_async (command, restore->store, NULL, done_cb, restore);
}

/**
 * sc_restore:
 * @origin: the widget that it is asked for in, where it is told
 * @store: the store
 * @item: what to bring back
 * @restored: called when it is done, or could not be done
 *
 * Brings back a process with its deals, a deal, or the deals that were deleted
 * at once. Says so in a toast with Undo.
 */
void
sc_restore (GtkWidget      *origin,
            ScStore        *store,
            ScDeletionItem *item,
            ScRestored      restored)
{
  Restore *restore = g_new0 (Restore, 1);

  restore->origin = sc_origin_new (origin);
  restore->store = g_object_ref (store);
  restore->item = g_object_ref (item);
  restore->restored = restored;
  run (restore, NULL);
}
