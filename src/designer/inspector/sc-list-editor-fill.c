/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a list of texts with what is saved, also while somebody types in it: what is
 * typed and the cursor stay. */

#include "designer/inspector/sc-list-editor-private.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-text-area.h"

static gpointer
copy_item (gconstpointer item,
           gpointer      user_data)
{
  return sc_criterion_copy (item);
}

/* The line that a person is in, while the list is filled anew. */
typedef struct {
  char *id;
  char *text;
  char *typed;
  int cursor;
} Place;

static void
place_clear (Place *place)
{
  g_free (place->id);
  g_free (place->text);
  g_free (place->typed);
}

static gboolean
note_place (ScListEditor *self,
            Place        *place)
{
  if (self->entries->len != self->items->len)
    return FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      ScTextArea *entry = self->entries->pdata[i];
      gboolean has_focus = gtk_widget_has_focus (sc_text_area_get_view (entry));
      const ScCriterion *item = self->items->pdata[i];
      g_autofree char *typed = sc_text_area_dup_text (entry);

      if (!has_focus && g_str_equal (typed, item->text))
        continue;
      place->id = g_strdup (item->id);
      place->text = g_strdup (item->text);
      place->typed = g_steal_pointer (&typed);
      place->cursor = has_focus ? sc_text_area_get_cursor (entry) : -1;
      return TRUE;
    }

  return FALSE;
}

/* The item's own line, or %NULL where it is not there any more. */
static ScTextArea *
find_place (ScListEditor *self,
            const Place  *place)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const ScCriterion *item = self->items->pdata[i];

      if (g_str_equal (item->text, place->text) && (*place->id == '\0' || g_str_equal (item->id, place->id)))
        return self->entries->pdata[i];
    }

  return NULL;
}

static void
type_as_new (ScListEditor *self,
             const Place  *place)
{
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), place->typed);
  if (place->cursor < 0)
    return;

  gtk_text_grab_focus_without_selecting (GTK_TEXT (self->add_entry));
  gtk_editable_set_position (GTK_EDITABLE (self->add_entry), place->cursor);
}

static void
return_to_place (ScListEditor *self,
                 const Place  *place)
{
  ScTextArea *entry = find_place (self, place);

  if (entry == NULL && !g_str_equal (place->typed, place->text))
    type_as_new (self, place);
  if (entry == NULL)
    return;

  sc_text_area_set_text (entry, place->typed);
  if (place->cursor < 0)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  sc_text_area_set_cursor (entry, place->cursor);
}

static gboolean
has_same_items (ScListEditor *self,
                GPtrArray    *items)
{
  if (self->items->len != items->len || self->entries->len != items->len)
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    if (!g_str_equal (((ScCriterion *) items->pdata[i])->text, ((ScCriterion *) self->items->pdata[i])->text))
      return FALSE;

  return TRUE;
}

/* For those who can't see beside what a part of a line stands. */
static void
name_part (GtkWidget  *part,
           const char *format,
           const char *text)
{
  g_autofree char *label = g_strdup_printf (format, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The handle stands first in a line, the button that removes it last, before that the one
 * for what else there is to it. */
static void
name_line (ScListEditor *self,
           guint         position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position);
  GtkWidget *box = gtk_list_box_row_get_child (row);
  GtkWidget *remove = gtk_widget_get_last_child (box);
  const char *text = ((ScCriterion *) self->items->pdata[position])->text;

  name_part (GTK_WIDGET (row), "%s", text);
  /* Translators: a criterion, an action, a document, a loss reason, as it is written */
  name_part (gtk_widget_get_first_child (box), C_("line", "Move “%s”"), text);
  name_part (remove, _("Remove “%s”"), text);
  if (self->describe != NULL)
    {
      g_autofree char *label = g_strdup_printf (C_("field", "%1$s: %2$s"), self->details_label, text);

      name_part (gtk_widget_get_prev_sibling (remove), "%s", label);
    }
}

/* What the lines are called, and what else there is to their items. */
void
sc_list_editor_update_captions (ScListEditor *self)
{
  for (guint i = 0; i < self->entries->len && i < self->items->len; i++)
    name_line (self, i);
  for (guint i = 0; i < self->captions->len && i < self->items->len; i++)
    {
      g_autofree char *text = self->describe (self->items->pdata[i]);

      gtk_label_set_label (self->captions->pdata[i], text != NULL ? text : "");
      gtk_widget_set_visible (self->captions->pdata[i], text != NULL);
    }
}

/**
 * sc_list_editor_set_details:
 * @self: a list that is still empty
 * @label: what its items have more of, as the tooltip of a button
 * @describe: says it in a line below an item
 *
 * Gives each line a button by which more is said of the item.
 */
void
sc_list_editor_set_details (ScListEditor        *self,
                            const char          *label,
                            ScListEditorDescribe describe)
{
  g_return_if_fail (SC_IS_LIST_EDITOR (self));

  g_set_str (&self->details_label, label);
  self->describe = describe;
}

/**
 * sc_list_editor_set_items:
 * @self: a list
 * @items: (element-type ScCriterion): what is saved
 *
 * Shows what is saved; what is being typed stays.
 */
void
sc_list_editor_set_items (ScListEditor *self,
                          GPtrArray    *items)
{
  gboolean is_same;
  gboolean is_placed;
  Place place = { NULL };

  g_return_if_fail (SC_IS_LIST_EDITOR (self));

  is_same = has_same_items (self, items);
  is_placed = !is_same && note_place (self, &place);
  g_ptr_array_unref (self->items);
  self->items = g_ptr_array_copy (items, copy_item, NULL);
  g_ptr_array_set_free_func (self->items, (GDestroyNotify) sc_criterion_free);
  if (is_same)
    sc_list_editor_update_captions (self);
  else
    sc_list_editor_rebuild (self);
  if (is_placed)
    return_to_place (self, &place);
  place_clear (&place);
}

/**
 * sc_list_editor_set_texts:
 * @self: a list
 * @texts: what is saved
 */
void
sc_list_editor_set_texts (ScListEditor      *self,
                          const char *const *texts)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_criterion_free);

  for (guint i = 0; texts[i] != NULL; i++)
    g_ptr_array_add (items, sc_criterion_new ("", texts[i]));
  sc_list_editor_set_items (self, items);
}

/**
 * sc_list_editor_add_to:
 * @bin: where the list is to stand
 * @label: what one item is, for those who can't see it
 * @add_label: what stands in the line that adds one
 * @commit: called with @user_data for #ScListEditor::commit
 * @user_data: for @commit
 *
 * Returns: (transfer none): an empty list in @bin
 */
ScListEditor *
sc_list_editor_add_to (AdwBin     *bin,
                       const char *label,
                       const char *add_label,
                       GCallback   commit,
                       gpointer    user_data)
{
  GtkWidget *self = sc_list_editor_new (label, add_label);

  g_signal_connect_swapped (self, "commit", commit, user_data);
  adw_bin_set_child (bin, self);

  return SC_LIST_EDITOR (self);
}
