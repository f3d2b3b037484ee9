/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on the canvas beside cards: the places to add a stage at, and
 * the client mark. */

#include "designer/canvas/sc-canvas-private.h"

#include <glib/gi18n-lib.h>

#include "designer/canvas/sc-stage-menu.h"
#include "diagram/sc-caption.h"

static void
create_gap_menu (GtkMenuButton *button,
                 gpointer       user_data)
{
  ScCanvas *self = user_data;
  g_autoptr (GMenuModel) menu = NULL;
  guint gap;

  if (!g_ptr_array_find (self->gaps, button, &gap))
    return;

  menu = sc_insert_menu_new (self->version, gap);
  gtk_menu_button_set_menu_model (button, menu);
}

static GtkWidget *
make_gap (ScCanvas *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_gap_menu, self, NULL);
  gtk_widget_add_css_class (button, "stage-gap");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Add a Stage Here"));
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

static void
label_gap (ScCanvas *self,
           guint     gap)
{
  g_autofree char *label = NULL;

  if (gap == self->version->stages->len)
    label = g_strdup (_("Add a stage at the end"));
  else
    label = g_strdup_printf (_("Add a stage before “%s”"), sc_version_get_stage (self->version, gap)->name);
  gtk_accessible_update_property (self->gaps->pdata[gap], GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * sc_canvas_update_gaps:
 * @self: a canvas
 *
 * Has a place to add a stage at before each card, and behind the last.
 */
void
sc_canvas_update_gaps (ScCanvas *self)
{
  guint n = self->version->stages->len == 0 ? 0 : self->version->stages->len + 1;

  while (self->gaps->len > n)
    {
      gtk_widget_unparent (self->gaps->pdata[self->gaps->len - 1]);
      g_ptr_array_set_size (self->gaps, (int) self->gaps->len - 1);
    }
  while (self->gaps->len < n)
    g_ptr_array_add (self->gaps, make_gap (self));
  for (guint i = 0; i < n; i++)
    {
      gtk_widget_set_visible (self->gaps->pdata[i], !self->is_preview);
      label_gap (self, i);
    }
}

/**
 * sc_canvas_update_mark:
 * @self: a canvas
 *
 * Says on the client mark what it says now.
 */
void
sc_canvas_update_mark (ScCanvas *self)
{
  int position = sc_version_get_mark_position (self->version);
  const char *caption = sc_caption_get_mark (self->version->language);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->mark, position >= 0);
  if (position < 0)
    return;

  gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (self->mark))), caption);
  /* Translators: the first is the client mark's own label, the second a stage. */
  label = g_strdup_printf (_("%1$s: the client mark, after “%2$s”"), caption,
                           sc_version_get_stage (self->version, (guint) position)->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
create_mark_menu (GtkMenuButton *button,
                  gpointer       user_data)
{
  ScCanvas *self = user_data;
  g_autoptr (GMenuModel) menu = sc_mark_menu_new (self->version);

  gtk_menu_button_set_menu_model (button, menu);
}

/**
 * sc_canvas_init_mark:
 * @self: a canvas
 *
 * Makes the client mark.
 */
void
sc_canvas_init_mark (ScCanvas *self)
{
  self->mark = gtk_menu_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->mark), create_mark_menu, self, NULL);
  gtk_widget_add_css_class (self->mark, "client-mark");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->mark), gtk_label_new (NULL));
  gtk_widget_set_tooltip_text (self->mark, _("Drag to where “no client” becomes “client”"));
  gtk_widget_set_visible (self->mark, FALSE);
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
}
