/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishing a draft: says what the method still objects to, and asks where
 * the deals go that stand in stages that are gone. A stage that was merged
 * sends its deals along by itself, though that can be changed too. */

#include "designer/sc-publish-dialog.h"

#include <glib/gi18n-lib.h>

#include "change/sc-process-commands.h"
#include "method/sc-lint.h"
#include "store/sc-store-read.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  GtkWidget *parent;
  ScDesign *design;
  ScStore *store;
  char *process_id;
  ScVersion *version; /* the draft as the question shows it */
  AdwAlertDialog *dialog;
  GPtrArray *gone; /* of ScStageGone */
  GPtrArray *rows; /* of AdwComboRow, one for each */
  GHashTable *chosen; /* by stage that is gone, the one that was chosen */
  guint n_listing;
  gboolean is_over;
} Publishing;

static void
publishing_free (gpointer data)
{
  Publishing *publishing = data;

  g_object_unref (publishing->parent);
  g_object_unref (publishing->design);
  g_object_unref (publishing->store);
  g_free (publishing->process_id);
  sc_version_unref (publishing->version);
  g_clear_pointer (&publishing->gone, g_ptr_array_unref);
  g_clear_pointer (&publishing->rows, g_ptr_array_unref);
  g_hash_table_unref (publishing->chosen);
  g_free (publishing);
}

static void
publishing_end (Publishing *publishing)
{
  publishing->is_over = TRUE;
  g_signal_handlers_disconnect_by_data (publishing->design, publishing);
  if (publishing->n_listing == 0)
    publishing_free (publishing);
}

static void
publishing_closed (gpointer  data,
                   GClosure *closure)
{
  publishing_end (data);
}

static gpointer
list_gone (ScStore      *store,
           gpointer      process_id,
           GCancellable *cancellable,
           GError      **error)
{
  return sc_publish_list_gone (store, process_id, error);
}

static void
free_gone (gpointer gone)
{
  g_ptr_array_unref (gone);
}

static void
list (Publishing         *publishing,
      GAsyncReadyCallback callback)
{
  publishing->n_listing++;
  sc_store_read_async (publishing->store, list_gone, g_strdup (publishing->process_id), g_free, free_gone, NULL, callback,
                       publishing);
}

/* The first entry is no stage: deals never go anywhere by accident. */
static const ScStage *
get_chosen (Publishing *publishing,
            guint       i)
{
  guint selected = adw_combo_row_get_selected (publishing->rows->pdata[i]);

  return selected > 0 && selected <= publishing->version->stages->len
           ? sc_version_get_stage (publishing->version, selected - 1) : NULL;
}

static void
update_response (Publishing *publishing)
{
  gboolean is_answered = TRUE;

  for (guint i = 0; i < publishing->rows->len; i++)
    is_answered = is_answered && get_chosen (publishing, i) != NULL;

  adw_alert_dialog_set_response_enabled (publishing->dialog, "publish", is_answered);
}

/* Kept by the stages themselves: their rows may be others when the scheme has
 * been changed elsewhere. */
static void
chosen_cb (Publishing *publishing)
{
  for (guint i = 0; i < publishing->rows->len; i++)
    {
      const ScStageGone *gone = publishing->gone->pdata[i];
      const ScStage *stage = get_chosen (publishing, i);

      g_hash_table_insert (publishing->chosen, g_strdup (gone->stage_id), stage != NULL ? g_strdup (stage->id) : NULL);
    }
  update_response (publishing);
}

static GtkWidget *
make_row (Publishing        *publishing,
          const ScStageGone *gone,
          GListModel        *stages)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autofree char *title = NULL;
  gboolean is_chosen = g_hash_table_contains (publishing->chosen, gone->stage_id);
  const char *to_id = is_chosen ? g_hash_table_lookup (publishing->chosen, gone->stage_id) : gone->to_id;
  guint position;

  title = g_strdup_printf (ngettext ("%1$u deal of “%2$s” goes to", "%1$u deals of “%2$s” go to", gone->n_deals),
                           gone->n_deals, gone->name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), stages);
  if (to_id != NULL && sc_version_find_stage (publishing->version, to_id, &position) != NULL)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), position + 1);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (chosen_cb), publishing);

  return row;
}

static GtkWidget *
make_list (Publishing *publishing)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GtkStringList) stages = gtk_string_list_new (NULL);

  gtk_string_list_append (stages, _("Choose a stage"));
  for (guint i = 0; i < publishing->version->stages->len; i++)
    gtk_string_list_append (stages, sc_version_get_stage (publishing->version, i)->name);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < publishing->gone->len; i++)
    {
      GtkWidget *row = make_row (publishing, publishing->gone->pdata[i], G_LIST_MODEL (stages));

      g_ptr_array_add (publishing->rows, row);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return list;
}

static void
publish (Publishing *publishing)
{
  ScProcess *process = sc_design_get_process (publishing->design);
  g_autoptr (GHashTable) moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *told = g_strdup_printf (_("Version %u published"), publishing->version->number);

  if (process == NULL || sc_design_get_store (publishing->design) != publishing->store)
    return;

  for (guint i = 0; i < publishing->gone->len; i++)
    {
      const ScStageGone *gone = publishing->gone->pdata[i];
      const ScStage *stage = get_chosen (publishing, i);

      if (stage != NULL)
        g_hash_table_insert (moves, g_strdup (gone->stage_id), g_strdup (stage->id));
    }

  sc_design_run (publishing->design,
                 sc_command_require_version (sc_command_publish (process, moves), process->id, publishing->version),
                 _("Draft Not Published"), told);
}

static void
response_cb (Publishing *publishing,
             const char *response)
{
  if (g_str_equal (response, "publish"))
    publish (publishing);
}

static char *
make_body (Publishing *publishing)
{
  guint n_errors = sc_findings_count (sc_design_get_findings (publishing->design), SC_SEVERITY_ERROR);
  g_autofree char *errors = NULL;
  const char *usual = _("From now on deals follow this version. It never changes again; later changes make the "
                        "next draft.");

  if (n_errors == 0)
    return g_strdup (usual);

  errors = g_strdup_printf (ngettext ("This draft has %u error. You can still publish it.",
                                      "This draft has %u errors. You can still publish it.",
                                      n_errors), n_errors);

  return g_strdup_printf ("%s\n\n%s", errors, usual);
}

static void
show (Publishing *publishing)
{
  gboolean has_errors = sc_findings_count (sc_design_get_findings (publishing->design), SC_SEVERITY_ERROR) > 0;
  g_autofree char *body = make_body (publishing);

  adw_alert_dialog_set_heading (publishing->dialog, has_errors ? _("Publish with Errors?") : _("Publish the Draft?"));
  adw_alert_dialog_set_body (publishing->dialog, body);
  adw_alert_dialog_set_response_label (publishing->dialog, "publish",
                                       has_errors ? _("_Publish Anyway") : _("_Publish"));
  adw_alert_dialog_set_response_appearance (publishing->dialog, "publish",
                                            has_errors ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (publishing->dialog, has_errors ? "cancel" : "publish");
  g_ptr_array_set_size (publishing->rows, 0);
  adw_alert_dialog_set_extra_child (publishing->dialog, publishing->gone->len > 0 ? make_list (publishing) : NULL);
  update_response (publishing);
}

static void design_changed_cb (Publishing *publishing);

static void
listed_anew_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Publishing *publishing = user_data;
  g_autoptr (GPtrArray) gone = sc_store_read_finish (SC_STORE (source), result, NULL);

  publishing->n_listing--;
  if (publishing->is_over && publishing->n_listing == 0)
    publishing_free (publishing);
  /* Where it can't be read, what was shown is refused when it is answered. */
  if (publishing->is_over || gone == NULL || publishing->n_listing > 0)
    return;

  g_clear_pointer (&publishing->gone, g_ptr_array_unref);
  publishing->gone = g_steal_pointer (&gone);
  g_clear_pointer (&publishing->version, sc_version_unref);
  publishing->version = sc_version_ref (sc_design_get_version (publishing->design));
  show (publishing);
}

/* Somebody else has changed the draft: the question is about what it is now,
 * and what was chosen stays chosen. */
static void
design_changed_cb (Publishing *publishing)
{
  ScVersion *version = sc_design_get_version (publishing->design);

  if (version != NULL && version != publishing->version && version->status == SC_VERSION_DRAFT
      && g_strcmp0 (sc_design_get_process_id (publishing->design), publishing->process_id) == 0)
    list (publishing, listed_anew_cb);
}

static void
ask (Publishing *publishing)
{
  publishing->dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));
  publishing->rows = g_ptr_array_new ();
  adw_alert_dialog_add_responses (publishing->dialog, "cancel", _("_Cancel"), "publish", _("_Publish"), NULL);
  adw_alert_dialog_set_close_response (publishing->dialog, "cancel");
  show (publishing);
  g_signal_connect_swapped (publishing->design, "changed", G_CALLBACK (design_changed_cb), publishing);
  g_signal_connect_data (publishing->dialog, "response", G_CALLBACK (response_cb), publishing,
                         publishing_closed, G_CONNECT_SWAPPED);
  sc_dialog_guard_add (ADW_DIALOG (publishing->dialog));
  adw_dialog_present (ADW_DIALOG (publishing->dialog), publishing->parent);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Publishing *publishing = user_data;
  g_autoptr (GError) error = NULL;

  publishing->n_listing--;
  publishing->gone = sc_store_read_finish (SC_STORE (source), result, &error);
  if (publishing->gone == NULL)
    {
      sc_error_dialog_present (publishing->parent, _("Draft Not Published"), error);
      publishing_free (publishing);
      return;
    }

  ask (publishing);
  /* Meanwhile the draft may have become another. */
  design_changed_cb (publishing);
}

/**
 * sc_publish_dialog_present:
 * @parent: a widget of the window
 * @design: a draft with stages, in a store
 *
 * Asks what has to be asked, and publishes the draft that was on show with the
 * question. Where somebody else changes it meanwhile, the question follows.
 */
void
sc_publish_dialog_present (GtkWidget *parent,
                           ScDesign  *design)
{
  Publishing *publishing;

  if (sc_design_get_store (design) == NULL || sc_design_get_version (design) == NULL)
    return;

  publishing = g_new0 (Publishing, 1);
  publishing->parent = g_object_ref (parent);
  publishing->design = g_object_ref (design);
  publishing->store = g_object_ref (sc_design_get_store (design));
  publishing->process_id = g_strdup (sc_design_get_process_id (design));
  publishing->version = sc_version_ref (sc_design_get_version (design));
  publishing->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  list (publishing, listed_cb);
}

typedef struct {
  ScDesign *design;
  ScProcess *process;
  ScVersion *version;
} Discarding;

static void
discarding_free (gpointer  data,
                 GClosure *closure)
{
  Discarding *discarding = data;

  g_object_unref (discarding->design);
  sc_process_unref (discarding->process);
  sc_version_unref (discarding->version);
  g_free (discarding);
}

static void
discard_response_cb (Discarding *discarding,
                     const char *response)
{
  if (!g_str_equal (response, "discard")
      || g_strcmp0 (sc_design_get_process_id (discarding->design), discarding->process->id) != 0)
    return;

  sc_design_run (discarding->design,
                 sc_command_require_version (sc_command_discard_draft (discarding->process), discarding->process->id,
                                             discarding->version),
                 _("Draft Not Discarded"), _("Draft discarded"));
}

/**
 * sc_discard_dialog_present:
 * @parent: a widget of the window
 * @design: a draft of a process that was published before
 *
 * Asks whether to go back to the published version, and does: unless somebody
 * else has changed the draft since it was asked.
 */
void
sc_discard_dialog_present (GtkWidget *parent,
                           ScDesign  *design)
{
  AdwAlertDialog *dialog;
  Discarding *discarding;

  if (sc_design_get_process (design) == NULL || sc_design_get_version (design) == NULL)
    return;

  discarding = g_new0 (Discarding, 1);
  discarding->design = g_object_ref (design);
  discarding->process = sc_process_ref (sc_design_get_process (design));
  discarding->version = sc_version_ref (sc_design_get_version (design));
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Discard the Draft?"),
                                                   _("The scheme goes back to the published version. This can be "
                                                     "undone.")));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (discard_response_cb), discarding, discarding_free,
                         G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);
}
