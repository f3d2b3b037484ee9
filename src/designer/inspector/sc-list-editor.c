/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An ordered list of short texts: each can be changed in place, moved by its
 * handle or with Alt and the arrows, and removed; the last line adds. Each of
 * these is one change, told by “commit”. What is being typed stays when others
 * change the list: in its line, or where they have changed that very line, as
 * one more. */

#include "designer/inspector/sc-list-editor-private.h"

#include <glib/gi18n-lib.h>

#include "toolkit/sc-into-view.h"
#include "unsaved/sc-unsaved.h"
#include "widgets/sc-text-area.h"

enum {
  SIGNAL_COMMIT,
  SIGNAL_DETAILS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void sc_list_editor_unsaved_init (ScUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScListEditor, sc_list_editor, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_list_editor_unsaved_init));

static int
find_entry (ScListEditor *self,
            GtkWidget    *widget)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (self->entries->pdata[i] == widget || gtk_widget_is_ancestor (widget, self->entries->pdata[i]))
      return (int) i;

  return -1;
}

static void
commit (ScListEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0);
}

static gboolean
is_edited (ScListEditor *self,
           guint         position)
{
  const ScCriterion *item = self->items->pdata[position];
  g_autofree char *text = sc_text_area_dup_text (self->entries->pdata[position]);

  return !g_str_equal (text, item->text);
}

/* A text is one line, however it is shown: pasted ones are put together. What was emptied
 * is removed. Returns whether something was changed. */
static gboolean
take_text (ScListEditor *self,
           guint         position)
{
  ScCriterion *item = self->items->pdata[position];
  g_autofree char *text = NULL;

  if (!is_edited (self, position))
    return FALSE;

  text = sc_text_area_dup_text (self->entries->pdata[position]);
  g_strstrip (g_strdelimit (text, "\r\n", ' '));
  if (*text != '\0')
    sc_text_area_replace (self->entries->pdata[position], text);
  if (g_str_equal (text, item->text))
    return FALSE;

  if (*text == '\0')
    g_ptr_array_remove_index (self->items, position);
  else
    g_set_str (&item->text, text);

  return TRUE;
}

static gboolean
take_new_text (ScListEditor *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_entry))));

  if (*text == '\0')
    return FALSE;

  g_ptr_array_add (self->items, sc_criterion_new (NULL, text));
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");

  return TRUE;
}

static void
entry_done_cb (ScListEditor *self,
               GtkWidget    *entry)
{
  int position = find_entry (self, entry);

  if (position < 0 || !take_text (self, (guint) position))
    return;

  commit (self);
}

static void
entry_left_cb (GtkEventController *controller,
               ScListEditor       *self)
{
  entry_done_cb (self, gtk_event_controller_get_widget (controller));
}

static void
add_done_cb (ScListEditor *self)
{
  if (!take_new_text (self))
    return;

  sc_list_editor_rebuild (self);
  if (gtk_widget_has_focus (self->add_entry))
    sc_into_view_bring (self->add_entry);
  commit (self);
}

static void
remove_at (ScListEditor *self,
           guint         position)
{
  g_ptr_array_remove_index (self->items, position);
  sc_list_editor_rebuild (self);
  if (self->entries->len > 0)
    gtk_widget_grab_focus (self->entries->pdata[MIN (position, self->entries->len - 1)]);
  else
    gtk_widget_grab_focus (self->add_entry);
  commit (self);
}

/* The line that a button stands in. */
static int
find_line (ScListEditor *self,
           GtkWidget    *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  for (guint i = 0; i < self->entries->len; i++)
    if (gtk_widget_is_ancestor (self->entries->pdata[i], row))
      return (int) i;

  return -1;
}

static void
remove_clicked_cb (ScListEditor *self,
                   GtkWidget    *button)
{
  int position = find_line (self, button);

  if (position >= 0)
    remove_at (self, (guint) position);
}

/* What is typed is saved before more is said of it. */
static void
details_clicked_cb (ScListEditor *self,
                    GtkWidget    *button)
{
  int position = find_line (self, button);
  g_autofree char *id = NULL;

  if (position < 0)
    return;

  id = g_strdup (((ScCriterion *) self->items->pdata[position])->id);
  entry_done_cb (self, self->entries->pdata[position]);
  g_signal_emit (self, signals[SIGNAL_DETAILS], 0, id);
}

/* An item to another place of the list. */
void
sc_list_editor_move (ScListEditor *self,
                     guint         from,
                     guint         to)
{
  if (from == to || from >= self->items->len || to >= self->items->len)
    return;

  take_text (self, from);
  g_ptr_array_insert (self->items, (int) to, g_ptr_array_steal_index (self->items, from));
  sc_list_editor_rebuild (self);
  gtk_widget_grab_focus (self->entries->pdata[to]);
  commit (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                ScListEditor          *self)
{
  int position = find_entry (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  ScCriterion *item;

  if (position < 0)
    return GDK_EVENT_PROPAGATE;

  item = self->items->pdata[position];
  if ((state & GDK_ALT_MASK) != 0 && keyval == GDK_KEY_Up && position > 0)
    sc_list_editor_move (self, (guint) position, (guint) position - 1);
  else if ((state & GDK_ALT_MASK) != 0 && keyval == GDK_KEY_Down)
    sc_list_editor_move (self, (guint) position, (guint) position + 1);
  else if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    entry_done_cb (self, self->entries->pdata[position]);
  else if (keyval == GDK_KEY_Escape)
    sc_text_area_replace (self->entries->pdata[position], item->text);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static GtkWidget *
make_entry (ScListEditor *self,
            const char   *text)
{
  GtkWidget *entry = sc_text_area_new ();
  GtkWidget *view = sc_text_area_get_view (SC_TEXT_AREA (entry));
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  sc_text_area_set_text (SC_TEXT_AREA (entry), text);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  g_signal_connect (focus, "leave", G_CALLBACK (entry_left_cb), self);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (view, keys);

  return entry;
}

static GtkWidget *
make_button (ScListEditor *self,
             const char   *icon,
             const char   *label,
             GCallback     callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

/* The text with what else there is to it below. */
static GtkWidget *
make_described (ScListEditor *self,
                GtkWidget    *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dimmed");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (sc_text_area_get_view (SC_TEXT_AREA (entry))),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, caption, NULL, -1);
  g_ptr_array_add (self->captions, caption);

  return box;
}

static GtkWidget *
make_row (ScListEditor *self,
          const char   *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkWidget *entry = make_entry (self, text);

  sc_list_editor_add_drag (row, handle);
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _("Drag to move, or press Alt and an arrow in the text"));

  gtk_widget_add_css_class (box, "list-editor-row");
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), self->describe != NULL ? make_described (self, entry) : entry);
  if (self->describe != NULL)
    gtk_box_append (GTK_BOX (box), make_button (self, "view-more-symbolic", self->details_label,
                                                G_CALLBACK (details_clicked_cb)));
  gtk_box_append (GTK_BOX (box), make_button (self, "list-remove-symbolic", _("Remove"), G_CALLBACK (remove_clicked_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_ptr_array_add (self->entries, entry);

  return row;
}

/* A line for each item. */
void
sc_list_editor_rebuild (ScListEditor *self)
{
  GtkWidget *add_row = gtk_widget_get_ancestor (self->add_entry, GTK_TYPE_LIST_BOX_ROW);
  GtkWidget *row;

  /* The rows that go have to be no entries any more when they lose the focus. */
  g_ptr_array_set_size (self->entries, 0);
  g_ptr_array_set_size (self->captions, 0);
  while ((row = gtk_widget_get_first_child (self->list)) != add_row)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);

  for (guint i = 0; i < self->items->len; i++)
    {
      const ScCriterion *item = self->items->pdata[i];

      gtk_list_box_insert (GTK_LIST_BOX (self->list), make_row (self, item->text), (int) i);
    }
  sc_list_editor_update_captions (self);
}

/* The first text that is not saved. */
static char *
dup_unsaved (ScListEditor *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (is_edited (self, i))
      return sc_text_area_dup_text (self->entries->pdata[i]);

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_entry)));
}

static ScSaveState
get_state (ScUnsaved *unsaved)
{
  g_autofree char *text = dup_unsaved (SC_LIST_EDITOR (unsaved));

  return *text != '\0' ? SC_SAVE_STATE_UNSAVED : SC_SAVE_STATE_SAVED;
}

static char *
describe_typed (ScUnsaved *unsaved)
{
  ScListEditor *self = SC_LIST_EDITOR (unsaved);
  g_autofree char *text = dup_unsaved (self);

  return g_strdup_printf (C_("field", "%1$s: %2$s"), self->label, text);
}

static void
commit_typed (ScUnsaved *unsaved)
{
  sc_list_editor_commit (SC_LIST_EDITOR (unsaved));
}

static void
give_up (ScUnsaved *unsaved)
{
  sc_list_editor_revert (SC_LIST_EDITOR (unsaved));
}

static void
sc_list_editor_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = get_state;
  iface->describe = describe_typed;
  iface->commit = commit_typed;
  iface->give_up = give_up;
}

static void
sc_list_editor_unmap (GtkWidget *widget)
{
  sc_list_editor_commit (SC_LIST_EDITOR (widget));

  GTK_WIDGET_CLASS (sc_list_editor_parent_class)->unmap (widget);
}

static void
sc_list_editor_finalize (GObject *object)
{
  ScListEditor *self = SC_LIST_EDITOR (object);

  g_free (self->label);
  g_free (self->details_label);
  g_ptr_array_unref (self->captions);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (sc_list_editor_parent_class)->finalize (object);
}

/* The list is called what stands above it. */
static void
sc_list_editor_root (GtkWidget *widget)
{
  ScListEditor *self = SC_LIST_EDITOR (widget);
  GtkWidget *group = gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP);

  GTK_WIDGET_CLASS (sc_list_editor_parent_class)->root (widget);

  if (group != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), -1);
}

static void
sc_list_editor_class_init (ScListEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_list_editor_finalize;
  GTK_WIDGET_CLASS (klass)->root = sc_list_editor_root;
  GTK_WIDGET_CLASS (klass)->unmap = sc_list_editor_unmap;

  /**
   * ScListEditor::commit:
   *
   * The items have changed, and are to be saved.
   */
  signals[SIGNAL_COMMIT] =
    g_signal_new ("commit", SC_TYPE_LIST_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScListEditor::details:
   * @self: a list
   * @id: an item
   *
   * A person wants to say more of an item.
   */
  signals[SIGNAL_DETAILS] =
    g_signal_new ("details", SC_TYPE_LIST_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
make_add_row (ScListEditor *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* Bare, it is nothing to assistive technology. */
  self->add_entry = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_set_hexpand (self->add_entry, TRUE);
  g_signal_connect_swapped (self->add_entry, "activate", G_CALLBACK (add_done_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (add_done_cb), self);
  gtk_widget_add_controller (self->add_entry, focus);

  gtk_widget_add_css_class (box, "list-editor-row");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), self->add_entry);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
sc_list_editor_init (ScListEditor *self)
{
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_criterion_free);
  self->entries = g_ptr_array_new ();
  self->captions = g_ptr_array_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  sc_list_editor_add_drop (self);
  make_add_row (self);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/**
 * sc_list_editor_new:
 * @label: what one item is, for those who can't see it
 * @add_label: what stands in the line that adds one
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
sc_list_editor_new (const char *label,
                    const char *add_label)
{
  ScListEditor *self = g_object_new (SC_TYPE_LIST_EDITOR, NULL);

  self->label = g_strdup (label);
  gtk_text_set_placeholder_text (GTK_TEXT (self->add_entry), add_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, add_label, -1);

  return GTK_WIDGET (self);
}

/**
 * sc_list_editor_get_items:
 * @self: a list
 *
 * Returns: (transfer none) (element-type ScCriterion): what it holds
 */
GPtrArray *
sc_list_editor_get_items (ScListEditor *self)
{
  g_return_val_if_fail (SC_IS_LIST_EDITOR (self), NULL);

  return self->items;
}

/**
 * sc_list_editor_dup_texts:
 * @self: a list
 *
 * Returns: (transfer full): the texts that it holds
 */
GStrv
sc_list_editor_dup_texts (ScListEditor *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (SC_IS_LIST_EDITOR (self), NULL);

  for (guint i = 0; i < self->items->len; i++)
    g_strv_builder_add (builder, ((ScCriterion *) self->items->pdata[i])->text);

  return g_strv_builder_end (builder);
}

/**
 * sc_list_editor_commit:
 * @self: a list
 *
 * Has what was typed saved.
 */
void
sc_list_editor_commit (ScListEditor *self)
{
  gboolean is_changed = FALSE;

  g_return_if_fail (SC_IS_LIST_EDITOR (self));

  for (guint i = self->entries->len; i > 0; i--)
    is_changed |= take_text (self, i - 1);
  is_changed |= take_new_text (self);
  if (is_changed)
    {
      commit (self);
      sc_list_editor_rebuild (self);
    }
}

/**
 * sc_list_editor_revert:
 * @self: a list
 *
 * Takes back what was typed.
 */
void
sc_list_editor_revert (ScListEditor *self)
{
  g_return_if_fail (SC_IS_LIST_EDITOR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
  sc_list_editor_rebuild (self);
}

/**
 * sc_list_editor_start:
 * @self: a list
 *
 * Leads a person to the line that adds an item.
 */
void
sc_list_editor_start (ScListEditor *self)
{
  g_return_if_fail (SC_IS_LIST_EDITOR (self));

  gtk_widget_grab_focus (self->add_entry);
  sc_into_view_bring (self->add_entry);
}
