/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One table of keys: the application's and the window's accelerators are set
 * from it, and the dialog that shows all keys is made from it, so that it
 * can't say anything else than what works. The views' own keys are bindings
 * of their widgets and are only named here. */

#include "app/sc-shortcuts.h"

#include <glib/gi18n.h>
#include <string.h>

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

static const char quit_accel[] = "<Control>q";
static const char close_accel[] = "<Control>w";

static const ScShortcut general[] = {
  { "win.lead-to-today", "<Alt>1", N_("Today") },
  { "win.show-view::scheme", "<Alt>2", N_("Scheme") },
  { "win.show-view::deals", "<Alt>3", N_("Deals") },
  { "win.show-view::regulations", "<Alt>4", N_("Regulations") },
  { "win.show-view::insight", "<Alt>5", N_("Insight") },
  { "win.next-region", "F6", N_("To the sidebar, the view, what stands beside it") },
  { NULL, "<Control>n", N_("New deal in the process that is open") },
  { "win.new-process", "<Control><Shift>n", N_("New process") },
  { NULL, "F10", N_("Main menu") },
  { NULL, "<Control>z", N_("Undo") },
  { NULL, "<Control><Shift>z", N_("Redo") },
  { "win.print", "<Control>p", N_("Print the scheme, or the document") },
  { "app.preferences", "<Control>comma", N_("Preferences") },
  { "app.shortcuts", "<Control>question", N_("Keyboard shortcuts") },
  { "window.close", close_accel, N_("Close the window") },
  { "app.quit", quit_accel, N_("Quit") },
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
  { NULL, "<Control>f", N_("Search deals of all processes") },
  { NULL, "<Shift>F10", N_("Context menu") },
  { NULL }
};

static const ScShortcut scheme[] = {
  { NULL, "Left Right", N_("Go from stage to stage") },
  { NULL, "Up Down", N_("Go to the row above or below") },
  { NULL, "<Control>b", N_("Scheme or table") },
  { NULL, "Return", N_("Edit the cell of the table") },
  { NULL, "<Control>v", N_("Paste into the table") },
  { NULL, "<Alt>Left <Alt>Right", N_("Move the stage") },
  { NULL, "Insert", N_("Add a stage") },
  { NULL, "F2", N_("Rename the stage") },
  { NULL, "<Control>d", N_("Duplicate the stage") },
  { NULL, "Delete", N_("Delete the stage") },
  { NULL, "<Control>i", N_("Advice") },
  { NULL, "<Control>e", N_("Details beside the scheme") },
  { NULL, "<Control>plus", N_("Zoom in") },
  { NULL, "<Control>minus", N_("Zoom out") },
  { NULL, "<Control>0", N_("Actual size") },
  { NULL, "<Control>9", N_("Fit to window") },
  { NULL, "<Shift>F10", N_("Context menu") },
  { NULL }
};

static const ScShortcut deals[] = {
  { NULL, "Left Right Up Down", N_("Go from deal to deal") },
  { NULL, "<Shift>Left <Shift>Right", N_("Move the deal to another stage") },
  { NULL, "<Shift>Up <Shift>Down", N_("Move the deal within its stage") },
  { NULL, "Return", N_("Open the deal") },
  { NULL, "<Control>t", N_("Add a next step") },
  { NULL, "<Control>Return", N_("The next step is done") },
  { NULL, "<Control>g", N_("The deal is won") },
  { NULL, "<Control>r", N_("The client refused") },
  { NULL, "F2", N_("Rename the deal") },
  { NULL, "Delete", N_("Delete the deal") },
  { NULL, "<Control>f", N_("Search") },
  { NULL, "<Alt>Left", N_("Back to Insight") },
  { NULL, "<Control>a", N_("Select all deals that are shown") },
  { NULL, "<Control>b", N_("Board or list") },
  { NULL, "<Control>m", N_("Only my deals") },
  { NULL, "<Shift>F10", N_("Context menu") },
  { NULL }
};

static const ScShortcut regulations[] = {
  { NULL, "Up Down", N_("Go from section to section") },
  { NULL, "Return", N_("Write own words") },
  { NULL, "<Control>f", N_("Find in the document") },
  { NULL, "<Control>plus", N_("Zoom in") },
  { NULL, "<Control>minus", N_("Zoom out") },
  { NULL, "<Control>0", N_("Actual size") },
  { NULL, "<Control>9", N_("As wide as the window") },
  { NULL, "<Shift>F10", N_("Context menu") },
  { NULL }
};

static const ScShortcutSection sections[] = {
  { N_("General"), general },
  { N_("Sidebar"), sidebar },
  { N_("Today"), today },
  { N_("Scheme"), scheme },
  { N_("Deals"), deals },
  { N_("Regulations"), regulations },
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

static void
visible_dialog_changed_cb (AdwApplicationWindow *window,
                           GParamSpec           *pspec,
                           GtkEventController   *keys)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);
  GtkWidget *before = gtk_event_controller_get_widget (keys);

  if (before != NULL)
    gtk_widget_remove_controller (before, keys);
  if (dialog != NULL)
    gtk_widget_add_controller (GTK_WIDGET (dialog), g_object_ref (keys));
}

static void
unref_cb (gpointer  data,
          GClosure *closure)
{
  g_object_unref (data);
}

/**
 * sc_shortcuts_add_to_dialogs:
 * @window: a window of the application
 *
 * Gives the keys that quit and close to each dialog that @window shows. No key that is
 * pressed in a dialog comes to the window, whose accelerators are dead then.
 */
void
sc_shortcuts_add_to_dialogs (AdwApplicationWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (quit_accel),
                                                          gtk_named_action_new ("app.quit")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (close_accel),
                                                          gtk_named_action_new ("win.close-front")));
  g_signal_connect_data (window, "notify::visible-dialog", G_CALLBACK (visible_dialog_changed_cb),
                         keys, unref_cb, G_CONNECT_DEFAULT);
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
  /* Between two keys only: there is a place to break within “Ctrl++”, too. */
  gtk_label_set_wrap (GTK_LABEL (label), strchr (shortcut->accel, ' ') != NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

/* The dialog while it is searched: its rows in the order of the tables. */
typedef struct {
  GtkStack *stack;
  GtkWidget *groups[G_N_ELEMENTS (sections)];
  GPtrArray *rows;
} Search;

static void
search_free (gpointer  data,
             GClosure *closure)
{
  Search *search = data;

  g_ptr_array_unref (search->rows);
  g_free (search);
}

static gboolean
is_found (const ScShortcut *shortcut,
          const char       *folded)
{
  g_autofree char *keys = describe_keys (shortcut->accel);
  g_autofree char *title = g_utf8_casefold (_(shortcut->title), -1);
  g_autofree char *folded_keys = g_utf8_casefold (keys, -1);

  return strstr (title, folded) != NULL || strstr (folded_keys, folded) != NULL;
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   Search         *search)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gboolean is_any = FALSE;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      gboolean is_any_here = FALSE;

      for (const ScShortcut *shortcut = sections[i].shortcuts; shortcut->accel != NULL; shortcut++, n++)
        {
          gtk_widget_set_visible (search->rows->pdata[n], is_found (shortcut, folded));
          is_any_here |= is_found (shortcut, folded);
        }
      gtk_widget_set_visible (search->groups[i], is_any_here);
      is_any |= is_any_here;
    }
  gtk_stack_set_visible_child_name (search->stack, is_any ? "keys" : "none");
}

static GtkWidget *
make_page (Search *search)
{
  GtkWidget *page = adw_preferences_page_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      search->groups[i] = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (search->groups[i]), _(sections[i].title));
      for (const ScShortcut *shortcut = sections[i].shortcuts; shortcut->accel != NULL; shortcut++)
        {
          GtkWidget *row = make_row (shortcut);

          g_ptr_array_add (search->rows, row);
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (search->groups[i]), row);
        }
      adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (search->groups[i]));
    }

  return page;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "system-search-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No Shortcuts Found"));

  return page;
}

static gboolean
find_cb (GtkWidget *dialog,
         GVariant  *arguments,
         gpointer   search_bar)
{
  gtk_search_bar_set_search_mode (search_bar, TRUE);

  return GDK_EVENT_STOP;
}

static void
add_find_key (AdwDialog *dialog,
              GtkWidget *search_bar)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>f"),
                                                          gtk_callback_action_new (find_cb, search_bar, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
}

static GtkWidget *
make_header (GtkWidget *search_bar)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "system-search-symbolic");
  gtk_widget_set_tooltip_text (button, _("Search"));
  g_object_bind_property (button, "active", search_bar, "search-mode-enabled", G_BINDING_BIDIRECTIONAL);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), button);

  return header;
}

/**
 * sc_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that shows all keys
 */
AdwDialog *
sc_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *search_bar = gtk_search_bar_new ();
  GtkWidget *entry = gtk_search_entry_new ();
  Search *search = g_new0 (Search, 1);

  search->rows = g_ptr_array_new ();
  search->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (search->stack, make_page (search), "keys");
  gtk_stack_add_named (search->stack, make_nothing (), "none");
  g_signal_connect_data (entry, "search-changed", G_CALLBACK (search_changed_cb), search, search_free,
                         G_CONNECT_DEFAULT);

  gtk_search_bar_set_child (GTK_SEARCH_BAR (search_bar), entry);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (search_bar), GTK_EDITABLE (entry));
  gtk_search_bar_set_key_capture_widget (GTK_SEARCH_BAR (search_bar), GTK_WIDGET (dialog));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), make_header (search_bar));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), search_bar);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (search->stack));
  add_find_key (dialog, search_bar);

  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));

  return dialog;
}
