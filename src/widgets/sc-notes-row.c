/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of several lines that is saved by itself when the focus leaves it. As in
 * a field of one line, what is being typed is never replaced by what others
 * save meanwhile; that they have is shown. */

#include "widgets/sc-notes-row.h"

#include <glib/gi18n-lib.h>

struct _ScNotesRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  GtkWidget *overtaken_icon;

  char *value;
  char *committed;
};

enum {
  SIGNAL_COMMIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScNotesRow, sc_notes_row, ADW_TYPE_PREFERENCES_ROW);

static void
changed_cb (ScNotesRow *self)
{
  if (!sc_notes_row_is_edited (self))
    gtk_widget_set_visible (self->overtaken_icon, FALSE);
}

static void
focus_left_cb (ScNotesRow *self)
{
  sc_notes_row_commit (self);
}

static void
sc_notes_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_NOTES_ROW);

  G_OBJECT_CLASS (sc_notes_row_parent_class)->dispose (object);
}

static void
sc_notes_row_finalize (GObject *object)
{
  ScNotesRow *self = SC_NOTES_ROW (object);

  g_free (self->value);
  g_free (self->committed);

  G_OBJECT_CLASS (sc_notes_row_parent_class)->finalize (object);
}

static void
sc_notes_row_class_init (ScNotesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_notes_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_notes_row_finalize;

  /**
   * ScNotesRow::commit:
   *
   * What is typed is to be saved: it differs from the value.
   */
  signals[SIGNAL_COMMIT] =
    g_signal_new ("commit", SC_TYPE_NOTES_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/widgets/sc-notes-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNotesRow, view);
  gtk_widget_class_bind_template_child (widget_class, ScNotesRow, overtaken_icon);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
}

static void
sc_notes_row_init (ScNotesRow *self)
{
  self->value = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_overtaken (ScNotesRow *self)
{
  g_autofree char *text = self->value[0] != '\0' ? g_strdup_printf (_("Meanwhile changed elsewhere to “%s”"), self->value)
                                                 : g_strdup (_("Meanwhile emptied elsewhere"));

  gtk_widget_set_tooltip_text (self->overtaken_icon, text);
  gtk_widget_set_visible (self->overtaken_icon, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * sc_notes_row_set_value:
 * @self: notes
 * @value: (nullable): what is saved; shown, unless something else is being
 *   typed
 */
void
sc_notes_row_set_value (ScNotesRow *self,
                        const char *value)
{
  gboolean is_edited;
  g_autofree char *text = NULL;

  g_return_if_fail (SC_IS_NOTES_ROW (self));

  value = value != NULL ? value : "";
  is_edited = sc_notes_row_is_edited (self);
  text = sc_notes_row_get_text (self);
  if (!g_set_str (&self->value, value))
    return;

  if (!is_edited)
    sc_notes_row_set_text (self, value);
  else if (!g_str_equal (text, value) && g_strcmp0 (self->committed, value) != 0)
    show_overtaken (self);
  changed_cb (self);
}

/**
 * sc_notes_row_set_text:
 * @self: notes
 * @text: what is to stand as if it were typed
 */
void
sc_notes_row_set_text (ScNotesRow *self,
                       const char *text)
{
  g_return_if_fail (SC_IS_NOTES_ROW (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

/**
 * sc_notes_row_get_text:
 * @self: notes
 *
 * Returns: (transfer full): what is typed
 */
char *
sc_notes_row_get_text (ScNotesRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (SC_IS_NOTES_ROW (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * sc_notes_row_is_edited:
 * @self: notes
 *
 * Returns: whether something else is typed than what is saved
 */
gboolean
sc_notes_row_is_edited (ScNotesRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SC_IS_NOTES_ROW (self), FALSE);

  text = sc_notes_row_get_text (self);

  return !g_str_equal (text, self->value);
}

/**
 * sc_notes_row_commit:
 * @self: notes
 *
 * Has what was typed saved.
 */
void
sc_notes_row_commit (ScNotesRow *self)
{
  g_return_if_fail (SC_IS_NOTES_ROW (self));

  if (!sc_notes_row_is_edited (self))
    return;

  g_free (self->committed);
  self->committed = sc_notes_row_get_text (self);
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0);
}

/**
 * sc_notes_row_revert:
 * @self: notes
 *
 * Takes back what was typed.
 */
void
sc_notes_row_revert (ScNotesRow *self)
{
  g_return_if_fail (SC_IS_NOTES_ROW (self));

  sc_notes_row_set_text (self, self->value);
}

/**
 * sc_notes_row_finish_commit:
 * @self: notes
 * @saved: what is saved now
 *
 * What is typed on after that was begun on it.
 */
void
sc_notes_row_finish_commit (ScNotesRow *self,
                            const char *saved)
{
  g_return_if_fail (SC_IS_NOTES_ROW (self));

  g_set_str (&self->value, saved);
  g_clear_pointer (&self->committed, g_free);
  gtk_widget_set_visible (self->overtaken_icon, FALSE);
}
