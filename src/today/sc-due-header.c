/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands over a group of Today: its title, how much there is of it, and what can be
 * done with many of it at once. */

#include "today/sc-due-header.h"

#include <glib/gi18n-lib.h>

struct _ScDueHeader
{
  GtkBox parent_instance;

  ScDueGroup group;

  GtkLabel *title_label;
  GtkLabel *count_label;
  GtkWidget *many_button;
};

enum {
  SIGNAL_MANY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDueHeader, sc_due_header, GTK_TYPE_BOX);

static void
many_clicked_cb (ScDueHeader *self)
{
  g_signal_emit (self, signals[SIGNAL_MANY], 0);
}

static void
sc_due_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_DUE_HEADER);

  G_OBJECT_CLASS (sc_due_header_parent_class)->dispose (object);
}

static void
sc_due_header_class_init (ScDueHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_due_header_dispose;

  /**
   * ScDueHeader::many:
   *
   * Something is to be done with many of the group at once.
   */
  signals[SIGNAL_MANY] =
    g_signal_new ("many", SC_TYPE_DUE_HEADER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/today/sc-due-header.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDueHeader, title_label);
  gtk_widget_class_bind_template_child (widget_class, ScDueHeader, count_label);
  gtk_widget_class_bind_template_child (widget_class, ScDueHeader, many_button);
  gtk_widget_class_bind_template_callback (widget_class, many_clicked_cb);
}

static void
sc_due_header_init (ScDueHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_due_header_new:
 *
 * Returns: (transfer floating): a header of no group yet
 */
GtkWidget *
sc_due_header_new (void)
{
  return g_object_new (SC_TYPE_DUE_HEADER, NULL);
}

/**
 * sc_due_header_set_group:
 * @self: a header
 * @group: the group below it
 */
void
sc_due_header_set_group (ScDueHeader *self,
                         ScDueGroup   group)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SC_IS_DUE_HEADER (self));

  self->group = group;
  gtk_label_set_label (self->title_label, sc_due_group_get_title (group));
  /* Translators: a button beside the title of a group of things to do, which is %s */
  name = g_strdup_printf (_("Many at Once of “%s”"), sc_due_group_get_title (group));
  gtk_widget_set_tooltip_text (self->many_button, _("Many at Once…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->many_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * sc_due_header_get_group:
 * @self: a header
 *
 * Returns: the group below it
 */
ScDueGroup
sc_due_header_get_group (ScDueHeader *self)
{
  g_return_val_if_fail (SC_IS_DUE_HEADER (self), SC_DUE_GROUP_TODAY);

  return self->group;
}

/**
 * sc_due_header_set_count:
 * @self: a header
 * @count: how much there is of the group, shown or not
 */
void
sc_due_header_set_count (ScDueHeader *self,
                         guint        count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  g_return_if_fail (SC_IS_DUE_HEADER (self));

  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (self->many_button, count > 1 && sc_due_group_has_many (self->group));
}
