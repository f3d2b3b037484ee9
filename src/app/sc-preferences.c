/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences: the user's name, the currency of new deals, and the working calendar. */

#include "config.h"

#include "app/sc-preferences.h"

#include <glib/gi18n.h>

#include "app/sc-calendar-page.h"
#include "change/sc-rename-user.h"
#include "model/sc-money.h"
#include "toolkit/sc-plain-text.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-change.h"
#include "widgets/sc-entry-row.h"

static void
name_changed_cb (GtkEditable *row,
                 ScStore     *store)
{
  g_autofree char *other = sc_store_find_other_user (store, gtk_editable_get_text (row), NULL);
  g_autofree char *fault = other != NULL ? g_strdup_printf (_("There is a user named “%s” already."), other) : NULL;

  sc_entry_row_tell (ADW_ENTRY_ROW (row), _("Your Name"), fault);
}

/* The preferences follow, so that it is the name in other databases, too. */
static void
renamed_cb (GtkWidget       *origin,
            const ScOutcome *outcome,
            gpointer         user_data)
{
  g_autofree char *name = user_data;
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  if (outcome != NULL)
    g_settings_set_string (settings, "user-name", name);
}

/* Each time that it is set, databases are told of it. */
static void
apply_name (AdwEntryRow *row,
            GSettings   *settings,
            ScStore     *store)
{
  g_autofree char *before = g_settings_get_string (settings, "user-name");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (g_str_equal (name, before) || gtk_widget_has_css_class (GTK_WIDGET (row), "error"))
    return;
  if (store != NULL && !sc_store_is_read_only (store))
    sc_change_run (GTK_WIDGET (row), store, sc_command_rename_user (name), _("Your name was changed"), renamed_cb,
                   g_strdup (name));
  else
    g_settings_set_string (settings, "user-name", name);
}

static void
currency_applied_cb (AdwEntryRow *row,
                     GSettings   *settings)
{
  g_autofree char *code = g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (row)), -1);
  gboolean is_valid;

  g_strstrip (code);
  is_valid = code[0] == '\0' || sc_currency_is_valid (code);
  if (is_valid)
    {
      g_settings_set_string (settings, "currency", code);
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      gtk_editable_set_text (GTK_EDITABLE (row), code);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), is_valid ? NULL
                               : _("A currency has a code of three letters, such as EUR."));
}

static GtkWidget *
make_entry (GSettings  *settings,
            const char *key,
            const char *title)
{
  GtkWidget *row = sc_entry_row_new ();
  g_autofree char *text = g_settings_get_string (settings, key);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);

  return row;
}

static GtkWidget *
make_group (const char *title,
            const char *description,
            GtkWidget  *row)
{
  GtkWidget *group = adw_preferences_group_new ();

  sc_plain_text_set_group_title (ADW_PREFERENCES_GROUP (group), title);
  sc_plain_text_set_group_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);

  return group;
}

static GtkWidget *
make_reminders_group (GSettings *settings)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Remind of Steps That Have a Time"));
  g_settings_bind (settings, "reminders", row, "active", G_SETTINGS_BIND_DEFAULT);

  return make_group (_("Reminders"), _("A notification when the time of one of your steps has come."), row);
}

/* The dialog's entries, and what watches over them. */
typedef struct {
  GSettings *settings;
  ScStore *store;
  AdwEntryRow *name_row;
  AdwEntryRow *currency_row;
  ScDialogGuard *guard;
} Entries;

static void
entries_free (gpointer  data,
              GClosure *closure)
{
  Entries *entries = data;

  g_object_unref (entries->settings);
  g_clear_object (&entries->store);
  g_free (entries);
}

/* Text is taken when it is applied, not with each letter. */
static void
name_applied_cb (AdwEntryRow *row,
                 Entries     *entries)
{
  apply_name (row, entries->settings, entries->store);
}

/* Taken back, or given elsewhere. */
static void
name_set_cb (GSettings   *settings,
             const char  *key,
             AdwEntryRow *row)
{
  g_autofree char *name = g_settings_get_string (settings, key);

  if (!g_str_equal (name, gtk_editable_get_text (GTK_EDITABLE (row))))
    gtk_editable_set_text (GTK_EDITABLE (row), name);
}

/* What is typed and not applied is kept; what can't be is asked about. */
static void
close_attempt_cb (AdwDialog *dialog,
                  Entries   *entries)
{
  apply_name (entries->name_row, entries->settings, entries->store);
  currency_applied_cb (entries->currency_row, entries->settings);
  if (!gtk_widget_has_css_class (GTK_WIDGET (entries->name_row), "error")
      && !gtk_widget_has_css_class (GTK_WIDGET (entries->currency_row), "error"))
    sc_dialog_guard_reset (entries->guard);
}

/**
 * sc_preferences_dialog_new:
 * @store: (nullable): the database of the window, in which others have names
 *
 * Returns: (transfer floating): a dialog with the user's preferences
 */
AdwDialog *
sc_preferences_dialog_new (ScStore *store)
{
  AdwDialog *dialog = ADW_DIALOG (adw_preferences_dialog_new ());
  GtkWidget *page = adw_preferences_page_new ();
  GSettings *settings = g_settings_new (APPLICATION_ID);
  Entries *entries = g_new0 (Entries, 1);
  g_autofree char *who = g_strdup_printf (_("Changes are recorded under this name. If it is empty, under that of your account: %s."),
                                          g_get_real_name ());
  g_autofree char *money = g_strdup_printf (_("The currency of new deals, by its code. If it is empty, that of your country: %s."),
                                            sc_currency_get_default ());

  entries->settings = settings;
  entries->name_row = ADW_ENTRY_ROW (make_entry (settings, "user-name", _("Your Name")));
  entries->currency_row = ADW_ENTRY_ROW (make_entry (settings, "currency", _("Currency")));
  g_signal_connect_object (entries->currency_row, "apply", G_CALLBACK (currency_applied_cb), settings, G_CONNECT_DEFAULT);
  if (store != NULL)
    {
      entries->store = g_object_ref (store);
      g_signal_connect_object (entries->name_row, "changed", G_CALLBACK (name_changed_cb), store, G_CONNECT_DEFAULT);
      name_changed_cb (GTK_EDITABLE (entries->name_row), store);
    }
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_group (_("You"), who, GTK_WIDGET (entries->name_row))));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_group (_("Deals"), money, GTK_WIDGET (entries->currency_row))));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_reminders_group (settings)));
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _("General"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (page), "preferences-system-symbolic");
  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));
  if (store != NULL)
    adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (sc_calendar_page_new (store)));
  adw_dialog_set_content_height (dialog, 640);
  g_signal_connect_object (settings, "changed::user-name", G_CALLBACK (name_set_cb), entries->name_row, G_CONNECT_DEFAULT);
  g_signal_connect (entries->name_row, "apply", G_CALLBACK (name_applied_cb), entries);
  g_signal_connect_data (dialog, "close-attempt", G_CALLBACK (close_attempt_cb), entries, entries_free,
                         G_CONNECT_DEFAULT);
  entries->guard = sc_dialog_guard_add (dialog);

  return dialog;
}
