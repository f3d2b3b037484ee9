/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text of several lines to be typed, as high as it needs, in a row of a list. */

#include "widgets/sc-text-area.h"

struct _ScTextArea
{
  AdwBin parent_instance;

  GtkWidget *view;
  GtkWidget *measure_label;
  GtkWidget *placeholder_label;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScTextArea, sc_text_area, ADW_TYPE_BIN);

static GtkTextBuffer *
get_buffer (ScTextArea *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* A text view says how high it is only after it was drawn. So a label that
 * nobody sees takes the room for it. */
static void
text_changed_cb (ScTextArea *self)
{
  g_autofree char *text = sc_text_area_dup_text (self);
  g_autofree char *measured = g_strconcat (text, "\342\200\213", NULL);

  gtk_label_set_label (GTK_LABEL (self->measure_label), measured);
  gtk_widget_set_visible (self->placeholder_label, *text == '\0');
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
sc_text_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SC_TEXT_AREA (widget)->view);
}

static void
sc_text_area_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_TEXT_AREA);

  G_OBJECT_CLASS (sc_text_area_parent_class)->dispose (object);
}

static void
sc_text_area_class_init (ScTextAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_text_area_dispose;
  widget_class->grab_focus = sc_text_area_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/widgets/sc-text-area.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTextArea, view);
  gtk_widget_class_bind_template_child (widget_class, ScTextArea, measure_label);
  gtk_widget_class_bind_template_child (widget_class, ScTextArea, placeholder_label);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);

  /**
   * ScTextArea::changed:
   *
   * Another text stands there.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_text_area_init (ScTextArea *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  text_changed_cb (self);
}

/**
 * sc_text_area_new:
 *
 * Returns: (transfer floating): an empty text
 */
GtkWidget *
sc_text_area_new (void)
{
  return g_object_new (SC_TYPE_TEXT_AREA, NULL);
}

/**
 * sc_text_area_get_view:
 * @self: a text
 *
 * Returns: (transfer none): the text view, which has the focus, the keys and the name
 */
GtkWidget *
sc_text_area_get_view (ScTextArea *self)
{
  g_return_val_if_fail (SC_IS_TEXT_AREA (self), NULL);

  return self->view;
}

/**
 * sc_text_area_set_text:
 * @self: a text
 * @text: what is to stand there; nothing of it can be undone in the field
 */
void
sc_text_area_set_text (ScTextArea *self,
                       const char *text)
{
  g_return_if_fail (SC_IS_TEXT_AREA (self));

  gtk_text_buffer_set_text (get_buffer (self), text, -1);
}

/**
 * sc_text_area_replace:
 * @self: a text
 * @text: what is to stand there as if it were typed: undo in the field brings back
 *   what was
 */
void
sc_text_area_replace (ScTextArea *self,
                      const char *text)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_if_fail (SC_IS_TEXT_AREA (self));

  buffer = get_buffer (self);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * sc_text_area_insert:
 * @self: an area
 * @text: what to put in where the cursor is, as if it were typed; what is marked goes
 */
void
sc_text_area_insert (ScTextArea *self,
                     const char *text)
{
  GtkTextBuffer *buffer;

  g_return_if_fail (SC_IS_TEXT_AREA (self));

  buffer = get_buffer (self);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/**
 * sc_text_area_get_cursor:
 * @self: a text
 *
 * Returns: how many characters stand before the cursor
 */
int
sc_text_area_get_cursor (ScTextArea *self)
{
  GtkTextIter cursor;

  g_return_val_if_fail (SC_IS_TEXT_AREA (self), 0);

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor, gtk_text_buffer_get_insert (get_buffer (self)));

  return gtk_text_iter_get_offset (&cursor);
}

/**
 * sc_text_area_set_cursor:
 * @self: a text
 * @cursor: how many characters are to stand before the cursor
 */
void
sc_text_area_set_cursor (ScTextArea *self,
                         int         cursor)
{
  GtkTextIter iter;

  g_return_if_fail (SC_IS_TEXT_AREA (self));

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, cursor);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
}

/**
 * sc_text_area_dup_text:
 * @self: a text
 *
 * Returns: (transfer full): what stands there
 */
char *
sc_text_area_dup_text (ScTextArea *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (SC_IS_TEXT_AREA (self), NULL);

  buffer = get_buffer (self);
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * sc_text_area_set_min_height:
 * @self: a text
 * @min_height: how high it is at least, -1 for a line
 */
void
sc_text_area_set_min_height (ScTextArea *self,
                             int         min_height)
{
  g_return_if_fail (SC_IS_TEXT_AREA (self));

  gtk_widget_set_size_request (self->measure_label, -1, min_height);
}

/**
 * sc_text_area_set_placeholder:
 * @self: a text
 * @placeholder: what is shown while nothing stands there
 */
void
sc_text_area_set_placeholder (ScTextArea *self,
                              const char *placeholder)
{
  g_return_if_fail (SC_IS_TEXT_AREA (self));

  gtk_label_set_label (GTK_LABEL (self->placeholder_label), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, placeholder, -1);
}
