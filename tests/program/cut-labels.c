/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laid under the program where it is looked for texts that are cut off: at a signal
 * (SIGUSR1) it writes those that are on show into the file CUT_LABELS, each in a line
 * (“cut”, the text, the types of the widgets that it is in). A text is cut where it ends in
 * an ellipsis, or where it is wider or higher than what there is of its room to be seen.
 * Where there is a dialog, it is looked at alone. Dialogs that ask for more width than there is are told of in the same way (“wide”, what
 * they ask for, the types of what asks for it). */

#include <gtk/gtk.h>
#include <glib-unix.h>

/* Letters may hang over, and sizes are rounded. */
#define SLACK 2.0

/* Or what is in such a thing. */
static gboolean
scrolls_across (GtkWidget *widget)
{
  GtkWidget *window = GTK_IS_SCROLLABLE (widget) ? gtk_widget_get_parent (widget) : widget;
  GtkPolicyType policy;

  if (window == NULL || !GTK_IS_SCROLLED_WINDOW (window))
    return FALSE;

  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (window), &policy, NULL);

  return policy != GTK_POLICY_NEVER;
}

/* What hides what hangs over at its sides. What can be scrolled to is not cut. */
static gboolean
is_cut_by_parent (GtkWidget *label)
{
  for (GtkWidget *widget = gtk_widget_get_parent (label); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      graphene_rect_t bounds;

      if (scrolls_across (widget))
        return FALSE;
      if (gtk_widget_get_overflow (widget) != GTK_OVERFLOW_HIDDEN && !GTK_IS_NATIVE (widget))
        continue;
      if (!gtk_widget_compute_bounds (label, widget, &bounds) || bounds.size.width <= 0)
        return FALSE;
      if (bounds.origin.x < -SLACK || bounds.origin.x + bounds.size.width > gtk_widget_get_width (widget) + SLACK)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_cut_label (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  int width, height;

  if (pango_layout_is_ellipsized (layout))
    return TRUE;

  pango_layout_get_pixel_size (layout, &width, &height);

  return width > gtk_widget_get_width (GTK_WIDGET (label)) + SLACK
         || height > gtk_widget_get_height (GTK_WIDGET (label)) + SLACK
         || is_cut_by_parent (GTK_WIDGET (label));
}

/* Its layout is its own: one is made anew. */
static gboolean
is_cut_inscription (GtkInscription *inscription)
{
  g_autoptr (PangoLayout) layout =
    gtk_widget_create_pango_layout (GTK_WIDGET (inscription), gtk_inscription_get_text (inscription));
  int width, height;

  pango_layout_set_width (layout, gtk_widget_get_width (GTK_WIDGET (inscription)) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, &width, &height);

  return height > gtk_widget_get_height (GTK_WIDGET (inscription)) + SLACK;
}

static gboolean
is_cut (GtkWidget   *widget,
        const char **text)
{
  if (GTK_IS_LABEL (widget))
    *text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_INSCRIPTION (widget))
    *text = gtk_inscription_get_text (GTK_INSCRIPTION (widget));
  else
    return FALSE;

  if (*text == NULL || **text == '\0')
    return FALSE;

  return GTK_IS_LABEL (widget) ? is_cut_label (GTK_LABEL (widget)) : is_cut_inscription (GTK_INSCRIPTION (widget));
}

static void
append_line (GString    *report,
             const char *kind,
             GtkWidget  *widget,
             const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\t", -1);
  g_autofree char *line = g_strjoinv (" ", lines);

  g_string_append_printf (report, "%s\t%s", kind, line);
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_string_append_printf (report, "\t%s", G_OBJECT_TYPE_NAME (widget));
  g_string_append_c (report, '\n');
}

static int
measure_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* What it is that asks for nearly as much. */
static GtkWidget *
find_wide (GtkWidget *widget)
{
  int most = measure_width (widget) * 4 / 5;
  GtkWidget *widest = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && !GTK_IS_NATIVE (child) && measure_width (child) > most)
      {
        most = measure_width (child);
        widest = child;
      }

  return widest != NULL ? find_wide (widest) : widget;
}

static void
look_at_dialog (GtkWidget *dialog,
                GString   *report)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (dialog));
  g_autoptr (GtkWidget) child = NULL;
  graphene_rect_t bounds;

  g_object_get (dialog, "child", &child, NULL);
  if (child == NULL || !gtk_widget_compute_bounds (child, window, &bounds))
    return;

  if (bounds.origin.x < -SLACK || bounds.origin.x + bounds.size.width > gtk_widget_get_width (window) + SLACK
      || measure_width (child) > bounds.size.width)
    {
      g_autofree char *width = g_strdup_printf ("%d", measure_width (child));

      append_line (report, "wide", find_wide (child), width);
    }
}

static gboolean
is_dialog (GtkWidget *widget)
{
  GType type = g_type_from_name ("AdwDialog");

  return type != G_TYPE_INVALID && g_type_is_a (G_OBJECT_TYPE (widget), type);
}

static void
look_at (GtkWidget *widget,
         GString   *report)
{
  const char *text;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;

  if (is_cut (widget, &text))
    append_line (report, "cut", widget, text);
  if (is_dialog (widget))
    look_at_dialog (widget, report);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at (child, report);
}

/* The one in front, behind which nobody reads on. */
static GtkWidget *
find_dialog (GtkWidget *widget)
{
  GtkWidget *found = is_dialog (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *dialog = find_dialog (child);

      if (dialog != NULL)
        found = dialog;
    }

  return found;
}

static gboolean
asked_cb (gpointer user_data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GString) report = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkWidget *dialog = find_dialog (window);

      look_at (dialog != NULL ? dialog : window, report);
    }
  g_file_set_contents (g_getenv ("CUT_LABELS"), report->str, -1, NULL);

  return G_SOURCE_CONTINUE;
}

__attribute__ ((constructor)) static void
be_ready (void)
{
  if (g_getenv ("CUT_LABELS") != NULL)
    g_unix_signal_add (SIGUSR1, asked_cb, NULL);
}
