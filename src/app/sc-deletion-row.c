/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of Recently Deleted: what was deleted, by whom and when, with a button that
 * brings it back. */

#include "app/sc-deletion-row.h"

#include <glib/gi18n.h>

struct _ScDeletionRow
{
  AdwBin parent_instance;

  ScDeletionItem *item;

  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *source_label;
  GtkLabel *when_label;
  GtkWidget *restore_button;
  GtkWidget *more_image;
};

enum {
  SIGNAL_RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDeletionRow, sc_deletion_row, ADW_TYPE_BIN);

static void
restore_clicked_cb (ScDeletionRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[SIGNAL_RESTORE], 0, self->item);
}

static void
sc_deletion_row_dispose (GObject *object)
{
  g_clear_object (&SC_DELETION_ROW (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_DELETION_ROW);

  G_OBJECT_CLASS (sc_deletion_row_parent_class)->dispose (object);
}

static void
sc_deletion_row_class_init (ScDeletionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_deletion_row_dispose;

  /**
   * ScDeletionRow::restore:
   * @self: a row
   * @item: what is to be brought back
   */
  signals[SIGNAL_RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, SC_TYPE_DELETION_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/app/sc-deletion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDeletionRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ScDeletionRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ScDeletionRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, ScDeletionRow, when_label);
  gtk_widget_class_bind_template_child (widget_class, ScDeletionRow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, ScDeletionRow, more_image);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
}

static void
sc_deletion_row_init (ScDeletionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_deletion_row_new:
 * @can_restore: whether its button brings back what it shows
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
sc_deletion_row_new (gboolean can_restore)
{
  ScDeletionRow *self = g_object_new (SC_TYPE_DELETION_ROW, NULL);

  gtk_widget_set_sensitive (self->restore_button, can_restore);

  return GTK_WIDGET (self);
}

/**
 * sc_deletion_row_show:
 * @self: a row
 * @item: (nullable): what to show; %NULL for nothing
 */
void
sc_deletion_row_show (ScDeletionRow  *self,
                      ScDeletionItem *item)
{
  g_autofree char *title = NULL;
  g_autofree char *source = NULL;
  g_autofree char *when = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (SC_IS_DELETION_ROW (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  title = sc_deletion_item_make_title (item);
  source = sc_deletion_item_make_source (item);
  when = sc_deletion_item_make_when (item);
  /* Translators: what a button does: brings back what was deleted */
  label = g_strdup_printf (_("Restore “%s”"), title);
  gtk_image_set_from_icon_name (self->icon, sc_deletion_item_get_deletion (item)->process != NULL
                                            ? "sc-process-symbolic" : "sc-deals-symbolic");
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->source_label, source);
  gtk_label_set_label (self->when_label, when);
  gtk_widget_set_visible (self->more_image, sc_deletion_item_is_several (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->restore_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * sc_deletion_row_describe:
 * @item: what a row shows
 *
 * Returns: (transfer full): all that the row says
 */
char *
sc_deletion_row_describe (ScDeletionItem *item)
{
  g_autofree char *title = sc_deletion_item_make_title (item);
  g_autofree char *source = sc_deletion_item_make_source (item);
  g_autofree char *when = sc_deletion_item_make_when (item);

  return g_strjoin (", ", title, source, when, NULL);
}
