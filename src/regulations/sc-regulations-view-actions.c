/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done in the Regulations view: choosing the document, its size on the screen,
 * finding in it, printing and exporting it. */

#include <glib/gi18n-lib.h>

#include "document/sc-document-format.h"
#include "files/sc-file.h"
#include "regulations/sc-document-print.h"
#include "regulations/sc-organisation-dialog.h"
#include "regulations/sc-regulations-view-private.h"
#include "store/sc-store-read.h"
#include "toolkit/sc-view-keys.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

#define ZOOM_STEP 1.2

static void
zoom_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  ScRegulationsView *self = user_data;

  sc_page_view_set_zoom (self->pages, sc_page_view_get_zoom (self->pages) * ZOOM_STEP);
}

static void
zoom_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ScRegulationsView *self = user_data;

  sc_page_view_set_zoom (self->pages, sc_page_view_get_zoom (self->pages) / ZOOM_STEP);
}

static void
zoom_usual_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  sc_page_view_set_zoom (SC_REGULATIONS_VIEW (user_data)->pages, 1);
}

static void
zoom_fit_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  ScRegulationsView *self = user_data;

  sc_page_view_set_zoom (self->pages, sc_page_view_get_fitting_zoom (self->pages));
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ScRegulationsView *self = user_data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  sc_regulations_view_edit (user_data);
}

static void
write_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  sc_regulations_view_edit_place (user_data, g_variant_get_string (parameter, NULL));
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  double x, y;

  g_variant_get (parameter, "(dd)", &x, &y);
  sc_regulations_view_open_menu (user_data, x, y);
}

static void
organisation_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ScRegulationsView *self = user_data;

  if (self->shown != NULL)
    sc_organisation_dialog_present (GTK_WIDGET (self), self->store, self->shown->facts->process,
                                    self->shown->facts->organisation);
}

static void
version_cb (GSimpleAction *action,
            GVariant      *value,
            gpointer       user_data)
{
  ScRegulationsView *self = user_data;

  self->wanted->version = g_str_equal (g_variant_get_string (value, NULL), "draft") ? SC_VERSION_WANTED_DRAFT
                                                                                    : SC_VERSION_WANTED_PUBLISHED;
  sc_regulations_view_load (self);
}

static void
order_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       user_data)
{
  ScRegulationsView *self = user_data;

  g_simple_action_set_state (action, value);
  self->wanted->order = g_str_equal (g_variant_get_string (value, NULL), "kind") ? SC_TACTICS_BY_KIND
                                                                                 : SC_TACTICS_BY_STAGE;
  self->starts_anew = TRUE;
  sc_regulations_view_load (self);
}

/* The empty id is for the whole book. */
static void
role_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  ScRegulationsView *self = user_data;
  const char *role_id = g_variant_get_string (value, NULL);

  g_simple_action_set_state (action, value);
  g_set_str (&self->wanted->role_id, *role_id != '\0' ? role_id : NULL);
  self->starts_anew = TRUE;
  sc_regulations_view_load (self);
}

static void
print_done_cb (GtkPrintOperation      *operation,
               GtkPrintOperationResult result,
               ScRegulationsView      *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    sc_error_dialog_present (GTK_WIDGET (self), _("Could Not Print Document"), error);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  ScRegulationsView *self = user_data;
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (self->shown == NULL)
    return;

  operation = sc_document_print_new (self->shown->document);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL);
}

/* A document that is being written to a file. */
typedef struct {
  ScRegulationsView *view;
  ScDocument *document;
  const ScDocumentFormat *format;
  char *path;
} Export;

static void
export_free (Export *self)
{
  g_object_unref (self->view);
  sc_document_unref (self->document);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static gpointer
write_document (ScStore      *store,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  const Export *self = data;

  sc_document_save (self->document, self->format->write, self->path, error);

  return NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = NULL;

  sc_store_read_finish (SC_STORE (source), result, &error);
  if (error != NULL)
    {
      sc_error_dialog_present (GTK_WIDGET (self->view), _("Could Not Export Document"), error);
      return;
    }

  text = g_strdup_printf (_("Exported to “%s”"), name);
  sc_toast_show (GTK_WIDGET (self->view), text);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *name = NULL;
  ScStore *store = self->view->store;

  if (file == NULL || store == NULL)
    return;

  self->path = g_file_get_path (file);
  name = g_file_get_basename (file);
  self->format = sc_document_format_from_path (self->path);
  if (self->format == NULL)
    self->format = sc_document_format_from_id ("pdf");
  sc_store_read_for_job_async (store, sc_job_new (name, NULL), write_document, self, NULL, NULL, written_cb, self);
  self = NULL;
}

static GListModel *
list_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  guint n_formats;
  const ScDocumentFormat *formats = sc_document_formats_list (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, g_dgettext (GETTEXT_PACKAGE, formats[i].title));
      gtk_file_filter_add_suffix (filter, formats[i].id);
      g_list_store_append (filters, filter);
    }

  return G_LIST_MODEL (filters);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  ScRegulationsView *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = list_filters ();
  const char *extension = g_variant_get_string (parameter, NULL);
  g_autofree char *name = NULL;
  Export *export;

  if (self->shown == NULL)
    return;

  name = g_strdup_printf ("%s.%s", self->shown->document->title, extension);
  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _("Export Document"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  export = g_new0 (Export, 1);
  export->view = g_object_ref (self);
  export->document = sc_document_ref (self->shown->document);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, file_chosen_cb, export);
}

static const GActionEntry entries[] = {
  { .name = "zoom-in", .activate = zoom_in_cb },
  { .name = "zoom-out", .activate = zoom_out_cb },
  { .name = "zoom-usual", .activate = zoom_usual_cb },
  { .name = "zoom-fit", .activate = zoom_fit_cb },
  { .name = "find", .activate = find_cb },
  { .name = "edit", .activate = edit_cb },
  { .name = "write", .activate = write_cb, .parameter_type = "s" },
  { .name = "menu", .activate = menu_cb, .parameter_type = "(dd)" },
  { .name = "organisation", .activate = organisation_cb },
  { .name = "version", .parameter_type = "s", .state = "'draft'", .change_state = version_cb },
  { .name = "order", .parameter_type = "s", .state = "'stage'", .change_state = order_cb },
  { .name = "role", .parameter_type = "s", .state = "''", .change_state = role_cb },
  { .name = "print", .activate = print_cb },
  { .name = "export", .activate = export_cb, .parameter_type = "s" },
};

static const struct {
  const char *accelerator;
  const char *action;
} keys[] = {
  { "<Control>plus", "regulations.zoom-in" },
  { "<Control>equal", "regulations.zoom-in" },
  { "<Control>KP_Add", "regulations.zoom-in" },
  { "<Control>minus", "regulations.zoom-out" },
  { "<Control>KP_Subtract", "regulations.zoom-out" },
  { "<Control>0", "regulations.zoom-usual" },
  { "<Control>9", "regulations.zoom-fit" },
  { "<Control>f", "regulations.find" },
};

/* Has the view do what can be done in it. */
void
sc_regulations_view_add_actions (ScRegulationsView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "regulations", G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    sc_view_keys_add (GTK_WIDGET (self), keys[i].accelerator, keys[i].action);
}

static void
append_with_target (GMenu      *menu,
                    const char *label,
                    const char *action,
                    const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GMenu *
make_export_menu (void)
{
  GMenu *menu = g_menu_new ();
  guint n_formats;
  const ScDocumentFormat *formats = sc_document_formats_list (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    append_with_target (menu, g_dgettext (GETTEXT_PACKAGE, formats[i].title), "regulations.export", formats[i].id);

  return menu;
}

/* Whose two pages of the tactics book are wanted. */
static GMenu *
make_role_menu (const ScVersion *version)
{
  GMenu *menu = g_menu_new ();

  append_with_target (menu, _("_All Roles"), "regulations.role", "");
  for (guint i = 0; i < version->roles->len; i++)
    {
      const ScRole *role = sc_version_get_role (version, i);

      append_with_target (menu, role->name, "regulations.role", role->id);
    }

  return menu;
}

/* What has no button where the window is narrow. */
static GMenu *
make_hidden_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Write Own Words Here"), "regulations.edit");
  g_menu_append (menu, _("_Find"), "regulations.find");
  g_menu_append (menu, _("Zoom _In"), "regulations.zoom-in");
  g_menu_append (menu, _("Zoom _Out"), "regulations.zoom-out");
  g_menu_append (menu, _("_As Wide as the Window"), "regulations.zoom-fit");

  return menu;
}

static GMenu *
make_menu (ScRegulationsView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) hidden = make_hidden_menu ();
  g_autoptr (GMenu) document = g_menu_new ();
  g_autoptr (GMenu) paper = g_menu_new ();
  g_autoptr (GMenu) formats = make_export_menu ();

  g_menu_append (document, _("_Organisation and Approval…"), "regulations.organisation");
  if (self->wanted->is_book)
    {
      g_autoptr (GMenu) order = g_menu_new ();
      g_autoptr (GMenu) roles = make_role_menu (self->shown->facts->version);

      append_with_target (order, _("By _Stage"), "regulations.order", "stage");
      append_with_target (order, _("By _Kind"), "regulations.order", "kind");
      g_menu_append_submenu (order, _("For One _Role"), G_MENU_MODEL (roles));
      g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (document));
  if (adw_overlay_split_view_get_collapsed (self->split))
    g_menu_append_section (menu, NULL, G_MENU_MODEL (hidden));
  g_menu_append (paper, _("_Print…"), "regulations.print");
  g_menu_append_submenu (paper, _("_Export"), G_MENU_MODEL (formats));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));

  return menu;
}

static void
show_version (ScRegulationsView *self)
{
  const ScVersion *version = self->shown->facts->version;
  const ScProcess *process = self->shown->facts->process;
  gboolean is_draft = version->status == SC_VERSION_DRAFT;
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "version");
  g_autofree char *label = is_draft ? g_strdup (_("Draft"))
                           /* Translators: of a process */
                                    : g_strdup_printf (_("Version %u"), version->number);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->version_button), label);
  gtk_widget_set_visible (self->version_button, process->has_draft && process->has_published);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (is_draft ? "draft" : "published"));
}

/* Has the menus offer what there is to choose in the document that is shown. */
void
sc_regulations_view_show_menus (ScRegulationsView *self)
{
  g_autoptr (GMenu) menu = make_menu (self);

  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  show_version (self);
}
