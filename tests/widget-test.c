/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widget-test.h"

/* Generous, for sanitizers and busy machines. */
#define PATIENCE_SECONDS 30

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
widget_test_wait (WidgetTestIsSo is_so,
                  gpointer       data,
                  const char    *what)
{
  gint64 until = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;
  guint waking = g_timeout_add (20, wake_cb, NULL);

  while (!is_so (data))
    {
      if (g_get_monotonic_time () > until)
        g_error ("waited in vain for %s", what);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (waking);
}

static gboolean
has_label (GtkWidget  *widget,
           const char *label)
{
  if (label == NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), label) == 0;
  if (ADW_IS_PREFERENCES_ROW (widget))
    return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), label) == 0;
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return TRUE;

  return widget_test_find (widget, GTK_TYPE_LABEL, label) != NULL;
}

/* The first mapped widget of a type below @root, that shows @label if one is
 * given. */
GtkWidget *
widget_test_find (GtkWidget  *root,
                  GType       type,
                  const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (g_type_is_a (G_OBJECT_TYPE (child), type) && gtk_widget_get_mapped (child) && has_label (child, label))
        return child;
      found = widget_test_find (child, type, label);
      if (found != NULL)
        return found;
    }

  return NULL;
}

guint
widget_test_count (GtkWidget *root,
                   GType      type)
{
  guint count = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += (g_type_is_a (G_OBJECT_TYPE (child), type) && gtk_widget_get_mapped (child)) + widget_test_count (child, type);

  return count;
}
