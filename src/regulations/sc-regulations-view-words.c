/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Own words in the Regulations view: where they can be written at the section that is the
 * current one, and the menu that offers it. */

#include <glib/gi18n-lib.h>

#include "regulations/sc-regulations-view-private.h"

/* The place beside the current section, if it has one there: words that are a section
 * themselves stand at their own place only. */
static char *
find_place (ScRegulationsView *self,
            ScWordWhere        where)
{
  const ScSection *section = sc_page_view_get_current (self->pages);
  g_autofree char *place = NULL;

  if (section == NULL || self->shown == NULL)
    return NULL;

  if (section->is_own && section->place != NULL)
    {
      ScWordWhere own;

      if (!sc_place_parse (section->place, NULL, NULL, &own) || own != where)
        return NULL;
      place = g_strdup (section->place);
    }
  else
    place = sc_place_of_section (section->id, where);

  return sc_shown_document_find_place (self->shown, place) != NULL ? g_steal_pointer (&place) : NULL;
}

/* From where something is in the pages to where it is in the view, whose popovers point
 * at it; what is scrolled out of sight is pointed at by its edge. */
static void
to_view (ScRegulationsView *self,
         GdkRectangle      *area)
{
  GdkRectangle seen = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self->pages)), gtk_widget_get_height (GTK_WIDGET (self->pages)) };
  graphene_point_t moved;

  area->height = MAX (1, area->height);
  if (!gdk_rectangle_intersect (area, &seen, area))
    *area = (GdkRectangle) { seen.width / 2, area->y < 0 ? 0 : seen.height - 1, 1, 1 }
  ;
  if (gtk_widget_compute_point (GTK_WIDGET (self->pages), GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y), &moved))
    {
      area->x = (int) moved.x;
      area->y = (int) moved.y;
    }
}

/* Lets a person write at a place, beside the current section. */
void
sc_regulations_view_edit_place (ScRegulationsView *self,
                                const char        *place)
{
  const ScSection *section = sc_page_view_get_current (self->pages);
  GdkRectangle area = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self->pages)), 1 };

  if (self->shown == NULL || sc_store_is_read_only (self->store))
    return;

  if (section != NULL)
    sc_page_view_get_section_area (self->pages, section->id, &area);
  to_view (self, &area);
  sc_words_popover_ask (SC_WORDS_POPOVER (self->words_popover), self->store, self->shown, place, &area);
}

/* Words that stand at the current section come first; else those that come after it. */
static char *
find_first_place (ScRegulationsView *self)
{
  const ScWordWhere order[] = { SC_WORD_INSTEAD, SC_WORD_AFTER, SC_WORD_BEFORE };
  char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *place = find_place (self, order[i]);
      const ScWordPlace *found = place != NULL ? sc_shown_document_find_place (self->shown, place) : NULL;

      if (found != NULL && found->text != NULL)
        {
          g_free (first);
          return g_steal_pointer (&place);
        }
      if (place != NULL && (first == NULL || order[i] == SC_WORD_AFTER))
        g_set_str (&first, place);
    }

  return first;
}

/* Lets a person write at the current section. */
void
sc_regulations_view_edit (ScRegulationsView *self)
{
  g_autofree char *place = find_first_place (self);

  if (place != NULL)
    sc_regulations_view_edit_place (self, place);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->pages));
}

static const char *
explain_edit (ScRegulationsView *self,
              const char        *place)
{
  if (place != NULL)
    return _("Write Own Words Here");

  return sc_page_view_get_current (self->pages) == NULL ? _("To write own words, choose a section first")
                                                        : _("This section has no place for own words");
}

/* With no section chosen, as on the title page, and in some of the sections there is no
 * place for words: the button says so before it is pressed. */
void
sc_regulations_view_show_edit (ScRegulationsView *self)
{
  g_autofree char *place = find_first_place (self);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "edit");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), place != NULL && !sc_store_is_read_only (self->store));
  gtk_widget_set_tooltip_text (self->edit_button, explain_edit (self, place));
}

static void
add_item (ScRegulationsView *self,
          GMenu             *menu,
          const char        *label,
          ScWordWhere        where)
{
  g_autofree char *place = find_place (self, where);
  g_autoptr (GMenuItem) item = NULL;

  if (place == NULL)
    return;

  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "regulations.write", "s", place);
  g_menu_append_item (menu, item);
}

/* Opens the menu of the current section; at the section itself where @x is below 0. */
void
sc_regulations_view_open_menu (ScRegulationsView *self,
                               double             x,
                               double             y)
{
  const ScSection *section = sc_page_view_get_current (self->pages);
  g_autoptr (GMenu) menu = g_menu_new ();
  GdkRectangle area = { (int) x, (int) y, 1, 1 };

  if (section == NULL)
    return;

  if (section->is_own)
    {
      add_item (self, menu, _("_Edit Words…"), SC_WORD_BEFORE);
      add_item (self, menu, _("_Edit Words…"), SC_WORD_INSTEAD);
      add_item (self, menu, _("_Edit Words…"), SC_WORD_AFTER);
    }
  else
    {
      add_item (self, menu, _("Write _Before…"), SC_WORD_BEFORE);
      add_item (self, menu, _("Write _Instead…"), SC_WORD_INSTEAD);
      add_item (self, menu, _("Write _After…"), SC_WORD_AFTER);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (menu)) == 0)
    return;

  if (x < 0)
    sc_page_view_get_section_area (self->pages, section->id, &area);
  to_view (self, &area);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu_popover), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu_popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->menu_popover));
}

static void
words_closed_cb (ScRegulationsView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->pages));
}

/* Gives the pages what pops up over them. */
void
sc_regulations_view_add_words (ScRegulationsView *self)
{
  self->words_popover = sc_words_popover_new ();
  self->menu_popover = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (self->words_popover, GTK_WIDGET (self));
  gtk_widget_set_parent (self->menu_popover, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu_popover), FALSE);
  g_signal_connect_object (self->words_popover, "closed", G_CALLBACK (words_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->menu_popover, "closed", G_CALLBACK (words_closed_cb), self, G_CONNECT_SWAPPED);
}
