/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A button that says how a figure was worked out. A page has many of them, and few are pressed:
 * what a button opens is made then. */

#include "charts/sc-help-button.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 48

struct _ScHelpButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *label; /* in what it opens; NULL until it was pressed */
  char *text;
};

G_DEFINE_FINAL_TYPE (ScHelpButton, sc_help_button, ADW_TYPE_BIN);

static void
create_popup_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  ScHelpButton *self = user_data;
  GtkWidget *popover;

  if (self->label != NULL)
    return;

  popover = gtk_popover_new ();
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "max-width-chars", MOST_CHARS,
                              "label", self->text, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->label));
  gtk_menu_button_set_popover (button, popover);
}

static void
sc_help_button_dispose (GObject *object)
{
  SC_HELP_BUTTON (object)->label = NULL;

  G_OBJECT_CLASS (sc_help_button_parent_class)->dispose (object);
}

static void
sc_help_button_finalize (GObject *object)
{
  g_free (SC_HELP_BUTTON (object)->text);

  G_OBJECT_CLASS (sc_help_button_parent_class)->finalize (object);
}

static void
sc_help_button_class_init (ScHelpButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_help_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_help_button_finalize;
}

static void
sc_help_button_init (ScHelpButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->button, "help-about-symbolic");
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, NULL);
  gtk_widget_set_tooltip_text (button, _("How It Is Worked Out"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), button);
}

/**
 * sc_help_button_new:
 *
 * Returns: (transfer floating): a button that has nothing to say yet, and is not shown
 */
GtkWidget *
sc_help_button_new (void)
{
  return g_object_new (SC_TYPE_HELP_BUTTON, NULL);
}

/**
 * sc_help_button_set_text:
 * @self: a button
 * @text: (nullable): how a figure was worked out; if %NULL, the button is not shown
 */
void
sc_help_button_set_text (ScHelpButton *self,
                         const char   *text)
{
  g_return_if_fail (SC_IS_HELP_BUTTON (self));

  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  if (g_set_str (&self->text, text) && self->label != NULL)
    gtk_label_set_label (self->label, text != NULL ? text : "");
}
