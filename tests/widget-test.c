/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widget-test.h"

#include <stdio.h>

#include "store/sc-main-thread.h"

/* libadwaita's: a dialog that asks measures its heading, which does not wrap, for
 * widths that it never gives it, where the window is laid out as narrow as it may
 * be while the dialog comes. Seen in one of some thirty runs. */
static gboolean
is_heading_measured (const GLogField *fields,
                     gsize            n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      void *label;
      int width;

      if (g_str_equal (fields[i].key, "MESSAGE")
          && sscanf (fields[i].value, "Trying to measure GtkLabel %p for width of %d,", &label, &width) == 2)
        return GTK_IS_LABEL (label) && gtk_widget_has_css_class (label, "title-2")
               && gtk_widget_get_ancestor (label, ADW_TYPE_ALERT_DIALOG) != NULL;
    }

  return FALSE;
}

static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  if (level & G_LOG_LEVEL_WARNING && is_heading_measured (fields, n_fields))
    return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}

__attribute__ ((constructor)) static void
take_log (void)
{
  g_log_set_writer_func (write_log, NULL, NULL);
}

static void
show_texts (GtkWidget *widget,
            GString   *report)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (report, " “%s”", gtk_label_get_label (GTK_LABEL (widget)));
  else if (GTK_IS_TEXT (widget))
    g_string_append_printf (report, " “%s”", gtk_editable_get_text (GTK_EDITABLE (widget)));
}

static void
show_widget (GtkWidget *widget,
             guint      depth,
             GString   *report)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  g_string_append_printf (report, "%*s%s", (int) depth, "", G_OBJECT_TYPE_NAME (widget));
  show_texts (widget, report);
  g_string_append_printf (report, "%s%s\n", gtk_widget_is_sensitive (widget) ? "" : " insensitive",
                          gtk_widget_is_focus (widget) ? " FOCUS" : "");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    show_widget (child, depth + 1, report);
}

/* What is on show in all windows, for the report of a wait that fails. */
void
widget_test_show (GString *report)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      show_widget (window, 0, report);
    }
}

void
widget_test_wait (WidgetTestIsSo is_so,
                  gpointer       data,
                  const char    *what)
{
  patience_set_show (widget_test_show);
  for (gint64 end = 0; !is_so (data);)
    {
      /* Here the window is at work; what a test does in between is the test's. */
      sc_main_thread_set (TRUE);
      patience_spend (&end, what);
      sc_main_thread_set (FALSE);
    }
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
