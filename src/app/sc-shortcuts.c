/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One table of keys: the application's and the window's accelerators are set
 * from it, and the dialog that shows all keys is made from it, so that it
 * can't say anything else than what works. The views' own keys are bindings
 * of their widgets and are only named here. */

#include "app/sc-shortcuts.h"

#include <glib/gi18n.h>

typedef struct {
  /* The detailed action that the key is set for; NULL where it is a view's. */
  const char *action;
  const char *accel;
  const char *title;
} ScShortcut;

typedef struct {
  const char *title;
  const ScShortcut *shortcuts;
} ScShortcutSection;

static const ScShortcut general[] = {
  { "win.show-today", "<Alt>1", N_("Today") },
  { "win.show-view::scheme", "<Alt>2", N_("Scheme") },
  { "win.show-view::deals", "<Alt>3", N_("Deals") },
  { "win.new-process", "<Control><Shift>n", N_("New process") },
  { NULL, "F10", N_("Main menu") },
  { "win.print", "<Control>p", N_("Print the scheme") },
  { "app.preferences", "<Control>comma", N_("Preferences") },
  { "app.shortcuts", "<Control>question", N_("Keyboard shortcuts") },
  { "window.close", "<Control>w", N_("Close the window") },
  { "app.quit", "<Control>q", N_("Quit") },
  { NULL }
};

static const ScShortcut sidebar[] = {
  { NULL, "F2", N_("Rename the process") },
  { NULL, "<Alt>Up", N_("Move the process up") },
  { NULL, "<Alt>Down", N_("Move the process down") },
  { NULL, "Delete", N_("Delete the process") },
  { NULL, "<Shift>F10", N_("Context menu") },
  { NULL }
};

static const ScShortcut today[] = {
  { NULL, "Return", N_("Open the deal") },
  { NULL, "<Control>Return", N_("Done, or paid") },
  { NULL, "<Alt>Right", N_("Postpone to tomorrow") },
  { NULL, "<Shift>F10", N_("Context menu") },
  { NULL }
};

static const ScShortcut scheme[] = {
  { NULL, "Left Right", N_("Walk the stages") },
  { NULL, "<Alt>Left <Alt>Right", N_("Move the stage") },
  { NULL, "<Control>n", N_("Add a stage") },
  { NULL, "F2", N_("Rename the stage") },
  { NULL, "<Control>d", N_("Duplicate the stage") },
  { NULL, "<Control>z", N_("Undo") },
  { NULL, "<Control><Shift>z", N_("Redo") },
  { NULL, "Delete", N_("Delete the stage") },
  { NULL, "<Control>i", N_("What the method says") },
  { NULL, "<Control>e", N_("Details beside the scheme") },
  { NULL, "<Control>plus", N_("Zoom in") },
  { NULL, "<Control>minus", N_("Zoom out") },
  { NULL, "<Control>0", N_("Usual size") },
  { NULL, "<Control>9", N_("Show all of it") },
  { NULL, "<Shift>F10", N_("Context menu") },
  { NULL }
};

static const ScShortcut deals[] = {
  { NULL, "Left Right Up Down", N_("Walk the deals") },
  { NULL, "<Shift>Left <Shift>Right", N_("Move the deal to another stage") },
  { NULL, "<Shift>Up <Shift>Down", N_("Move the deal within its stage") },
  { NULL, "Return", N_("Open the deal") },
  { NULL, "F2", N_("Rename the deal") },
  { NULL, "Delete", N_("Delete the deal") },
  { NULL, "<Control>n", N_("New deal") },
  { NULL, "<Control>f", N_("Search") },
  { NULL, "<Control>z", N_("Undo") },
  { NULL, "<Control><Shift>z", N_("Redo") },
  { NULL, "<Shift>F10", N_("Context menu") },
  { NULL }
};

static const ScShortcutSection sections[] = {
  { N_("General"), general },
  { N_("Sidebar"), sidebar },
  { N_("Today"), today },
  { N_("Scheme"), scheme },
  { N_("Deals"), deals },
};

/**
 * sc_shortcuts_set_accels:
 * @application: the application
 *
 * Gives the actions of the application and of its windows their keys.
 */
void
sc_shortcuts_set_accels (GtkApplication *application)
{
  for (const ScShortcut *shortcut = general; shortcut->accel != NULL; shortcut++)
    if (shortcut->action != NULL)
      gtk_application_set_accels_for_action (application, shortcut->action,
                                             (const char *[]) { shortcut->accel, NULL });
}

/* “Ctrl+Z” as a keyboard of the user's locale says it; alternatives with a
 * slash between them. */
static char *
describe_keys (const char *accel)
{
  g_auto (GStrv) parts = g_strsplit (accel, " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *label = NULL;

      if (!gtk_accelerator_parse (parts[i], &key, &modifiers))
        continue;
      label = gtk_accelerator_get_label (key, modifiers);
      if (text->len > 0)
        g_string_append (text, " / ");
      g_string_append (text, label);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static GtkWidget *
make_row (const ScShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = describe_keys (shortcut->accel);
  GtkWidget *label = gtk_label_new (keys);

  gtk_widget_add_css_class (label, "dimmed");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

/**
 * sc_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that shows all keys
 */
AdwDialog *
sc_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = ADW_DIALOG (adw_preferences_dialog_new ());
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(sections[i].title));
      for (const ScShortcut *shortcut = sections[i].shortcuts; shortcut->accel != NULL; shortcut++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (shortcut));
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
    }

  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));
  adw_preferences_dialog_set_search_enabled (ADW_PREFERENCES_DIALOG (dialog), TRUE);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));

  return dialog;
}
