/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document of a stage: its name. A link to the web and the path of a file that exists
 * can be opened; nothing is ever run. */

#include "deal/sc-document-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "deal/sc-launch.h"

struct _ScDocumentRow
{
  AdwActionRow parent_instance;

  GFile *file; /* where the document is a file that can be opened */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ScDocumentRow, sc_document_row, ADW_TYPE_ACTION_ROW);

/* What the system would start in place of showing it. */
static gboolean
can_be_run (GFileInfo *info)
{
  static const char *const types[] = {
    "application/x-executable", "application/x-sharedlib", "application/x-shellscript", "application/x-desktop",
    "application/x-ms-dos-executable", "application/vnd.microsoft.portable-executable", "application/vnd.appimage",
    "application/x-java-archive",
  };
  const char *type = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE);

  if (type == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_content_type_is_a (type, types[i]))
      return TRUE;

  return FALSE;
}

static void
set_opens (ScDocumentRow *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Open the Document"));
}

static void
queried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ScDocumentRow) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);

  if (info == NULL || self->cancellable == NULL)
    return;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY
      && (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || can_be_run (info)))
    return;

  self->file = g_object_ref (G_FILE (source));
  set_opens (self);
}

static void
look_for_file (ScDocumentRow *self,
               const char    *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->cancellable = g_cancellable_new ();
  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, queried_cb,
                           g_object_ref (self));
}

static void
sc_document_row_activate (AdwActionRow *row)
{
  ScDocumentRow *self = SC_DOCUMENT_ROW (row);
  const char *name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  if (self->file != NULL)
    sc_launch_file (GTK_WIDGET (self), self->file);
  else if (sc_document_is_link (name))
    sc_launch_uri (GTK_WIDGET (self), name);
}

static void
sc_document_row_dispose (GObject *object)
{
  ScDocumentRow *self = SC_DOCUMENT_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (sc_document_row_parent_class)->dispose (object);
}

static void
sc_document_row_class_init (ScDocumentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_document_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = sc_document_row_activate;
}

static void
sc_document_row_init (ScDocumentRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), gtk_image_new_from_icon_name ("mail-attachment-symbolic"));
}

/**
 * sc_document_is_link:
 * @name: what a document is called
 *
 * Returns: whether that is a link to the web that can be opened
 */
gboolean
sc_document_is_link (const char *name)
{
  g_autoptr (GUri) uri = strpbrk (name, " \t\r\n") == NULL ? g_uri_parse (name, G_URI_FLAGS_NONE, NULL) : NULL;

  return uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https"))
         && g_uri_get_host (uri) != NULL && g_uri_get_host (uri)[0] != '\0';
}

/**
 * sc_document_row_new:
 * @name: what a document is called
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
sc_document_row_new (const char *name)
{
  ScDocumentRow *self = g_object_new (SC_TYPE_DOCUMENT_ROW, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  if (sc_document_is_link (name))
    set_opens (self);
  else if (g_path_is_absolute (name))
    look_for_file (self, name);

  return GTK_WIDGET (self);
}
