/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A name that is taken is said to be so at the entry, which keeps what was
 * typed. */

#include "app/closing-fixture.h"
#include "change/sc-process-commands.h"
#include "designer/canvas/sc-stage-card.h"
#include "designer/inspector/sc-role-row.h"
#include "designer/sc-designer-view.h"
#include "designer/sc-role-dialog.h"

/* Another process than the one that is shown, made elsewhere. */
static void
make_process (ClosingFixture *self,
              const char     *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) other = sc_store_open (g_file_peek_path (self->app->database), SC_STORE_OPEN_EXISTING, &error);
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autoptr (ScOutcome) outcome = NULL;

  g_assert_no_error (error);
  outcome = sc_command_run (sc_command_create_process (name, "", version, NULL), other, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_entry (ClosingFixture *self)
{
  AdwDialog *dialog = app_fixture_get_dialog (self->app);

  return dialog != NULL ? widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL) : NULL;
}

static gboolean
shows_entry (gpointer data)
{
  return find_entry (data) != NULL;
}

static const char *
get_title (GtkWidget *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

static void
assert_says (GtkWidget  *row,
             const char *message,
             const char *text)
{
  g_assert_cmpstr (get_title (row), ==, message);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, text);
}

static void
open_rename (ClosingFixture *self)
{
  g_assert_true (gtk_widget_activate_action (self->window, "process.rename", "s", self->process_id));
  widget_test_wait (shows_entry, self, "the dialog");
}

static void
assert_name (ClosingFixture *self,
             const char     *expected)
{
  g_autoptr (ScProcess) process = sc_store_load_process (sc_window_get_store (self->app->window), self->process_id, NULL);

  g_assert_cmpstr (process->name, ==, expected);
}

static void
test_process (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  AdwAlertDialog *dialog;

  make_process (self, "Taken");
  open_rename (self);
  dialog = ADW_ALERT_DIALOG (app_fixture_get_dialog (self->app));
  gtk_editable_set_text (GTK_EDITABLE (find_entry (self)), " taken ");
  assert_says (find_entry (self), "There is a process named “Taken” already.", " taken ");
  g_assert_false (adw_alert_dialog_get_response_enabled (dialog, "rename"));

  gtk_editable_set_text (GTK_EDITABLE (find_entry (self)), "Free");
  g_assert_cmpstr (get_title (find_entry (self)), ==, "Name");
  g_assert_false (gtk_widget_has_css_class (find_entry (self), "error"));
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, "rename"));
  app_fixture_respond (self->app, "cancel");
  assert_name (self, "Sample");
}

static gboolean
is_refused (gpointer data)
{
  GtkWidget *entry = find_entry (data);

  return entry != NULL && gtk_widget_has_css_class (entry, "error");
}

static void
test_process_whose_name_is_taken_meanwhile (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  open_rename (self);
  make_process (self, "Taken");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (self)), "Taken");
  app_fixture_respond (self->app, "rename");
  widget_test_wait (is_refused, self, "the dialog once more");
  assert_says (find_entry (self), "There is a process named “Taken” already.", "Taken");
  assert_name (self, "Sample");
  app_fixture_respond (self->app, "cancel");
}

static void
test_new_process (void)
{
  const char *actions[] = { "win.new-process", "win.new-from-stages" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (ClosingFixture) self = closing_fixture_new ();
      g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);

      app_fixture_activate (self->app, actions[i]);
      widget_test_wait (shows_entry, self, "the dialog");
      gtk_editable_set_text (GTK_EDITABLE (find_entry (self)), "Sample");
      g_signal_emit_by_name (app_fixture_get_dialog (self->app), i == 0 ? "proposed" : "taken", "Sample", version);
      widget_test_wait (is_refused, self, "to be refused");
      assert_says (find_entry (self), "There is a process named “Sample” already.", "Sample");
      gtk_editable_set_text (GTK_EDITABLE (find_entry (self)), "Other");
      g_assert_false (gtk_widget_has_css_class (find_entry (self), "error"));
      adw_dialog_force_close (app_fixture_get_dialog (self->app));
    }
}

static void
role_made_cb (const char *name,
              ScFunction  function,
              gpointer    user_data)
{
  g_assert_not_reached ();
}

static ScVersion *
load_version (ClosingFixture *self)
{
  return sc_store_load_version (sc_window_get_store (self->app->window), self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
}

static void
test_new_role (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autoptr (ScVersion) version = load_version (self);
  const char *name = sc_version_get_role (version, 0)->name;
  g_autofree char *message = g_strdup_printf ("There is a role named “%s” already.", name);

  sc_role_dialog_present (self->window, version, role_made_cb, NULL);
  widget_test_wait (shows_entry, self, "the dialog");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (self)), name);
  assert_says (find_entry (self), message, name);
  app_fixture_respond (self->app, "cancel");
}

static gboolean
shows_stage_card (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, SC_TYPE_STAGE_CARD, NULL) != NULL;
}

static gboolean
shows_role (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, SC_TYPE_ROLE_ROW, NULL) != NULL;
}

static GtkWidget *
find_role_entry (ClosingFixture *self)
{
  GtkWidget *row = widget_test_find (self->window, SC_TYPE_ROLE_ROW, NULL);

  return row != NULL ? widget_test_find (row, SC_TYPE_FIELD_ROW, NULL) : NULL;
}

static gboolean
shows_role_entry (gpointer data)
{
  return find_role_entry (data) != NULL;
}

static void
test_role (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autoptr (ScVersion) version = load_version (self);
  const char *name = sc_version_get_role (version, 1)->name;
  g_autofree char *message = g_strdup_printf ("There is a role named “%s” already.", name);
  g_autofree char *loss = g_strdup_printf ("Name: %s", name);

  g_assert_true (gtk_widget_activate_action (self->window, "win.show-view", "s", "scheme"));
  widget_test_wait (shows_stage_card, self, "the scheme");
  sc_designer_view_select_stage (SC_DESIGNER_VIEW (widget_test_find (self->window, SC_TYPE_DESIGNER_VIEW, NULL)), NULL);
  widget_test_wait (shows_role, self, "the roles");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget_test_find (self->window, SC_TYPE_ROLE_ROW, NULL)), TRUE);
  widget_test_wait (shows_role_entry, self, "the role’s name");
  gtk_widget_grab_focus (find_role_entry (self));
  gtk_editable_set_text (GTK_EDITABLE (find_role_entry (self)), name);
  sc_field_row_commit (SC_FIELD_ROW (find_role_entry (self)));
  assert_says (find_role_entry (self), message, name);

  /* Nor is it lost where the window closes. */
  gtk_window_close (GTK_WINDOW (self->window));
  widget_test_wait (closing_fixture_asks_to_close, self, "the question");
  g_assert_nonnull (widget_test_find (self->window, ADW_TYPE_ACTION_ROW, loss));
  closing_fixture_click (self, "_Cancel");
  widget_test_wait (app_fixture_has_no_dialog, self->app, "the window as it was");
  assert_says (find_role_entry (self), message, name);
  gtk_editable_set_text (GTK_EDITABLE (find_role_entry (self)), sc_version_get_role (version, 0)->name);
  g_assert_cmpstr (get_title (find_role_entry (self)), ==, "Name");
}

static gboolean
is_called (ClosingFixture *self,
           const char     *name)
{
  g_autofree char *now = sc_store_get_user_name (sc_window_get_store (self->app->window));

  return g_str_equal (now, name);
}

static gboolean
is_preferred (GSettings  *settings,
              const char *name)
{
  g_autofree char *now = g_settings_get_string (settings, "user-name");

  return g_str_equal (now, name);
}

/* One who owns a deal, and has no account. */
static void
test_user (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.stagecraft.Stagecraft");
  g_autofree char *kept = NULL;
  g_autofree char *before = sc_store_get_user_name (sc_window_get_store (self->app->window));
  const char *taken = self->deal->owner;
  g_autofree char *message = g_strdup_printf ("There is a user named “%s” already.", taken);
  g_autofree char *typed = g_utf8_strdown (taken, -1);

  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "preferences", NULL);
  widget_test_wait (shows_entry, self, "the preferences");
  gtk_editable_set_text (GTK_EDITABLE (find_entry (self)), typed);
  assert_says (find_entry (self), message, typed);
  g_signal_emit_by_name (find_entry (self), "apply");
  assert_says (find_entry (self), message, typed);
  kept = g_settings_get_string (settings, "user-name");
  g_assert_cmpstr (kept, ==, "");
  g_assert_true (is_called (self, before));

  gtk_editable_set_text (GTK_EDITABLE (find_entry (self)), "Free");
  g_assert_cmpstr (get_title (find_entry (self)), ==, "Your Name");
  g_assert_false (gtk_widget_has_css_class (find_entry (self), "error"));
  g_signal_emit_by_name (find_entry (self), "apply");
  wait_until (is_called (self, "Free") && is_preferred (settings, "Free"));

  /* Taken back as any change is, there and in the preferences. */
  g_assert_true (gtk_widget_activate_action (self->window, "win.undo", NULL));
  wait_until (is_called (self, before) && is_preferred (settings, ""));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (self))), ==, "");
  g_assert_true (gtk_widget_activate_action (self->window, "win.redo", NULL));
  wait_until (is_called (self, "Free") && is_preferred (settings, "Free"));
  g_assert_true (gtk_widget_activate_action (self->window, "win.undo", NULL));
  wait_until (is_called (self, before) && is_preferred (settings, ""));
  adw_dialog_force_close (app_fixture_get_dialog (self->app));
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/app/taken-names/process", test_process);
  g_test_add_func ("/app/taken-names/process-meanwhile", test_process_whose_name_is_taken_meanwhile);
  g_test_add_func ("/app/taken-names/new-process", test_new_process);
  g_test_add_func ("/app/taken-names/new-role", test_new_role);
  g_test_add_func ("/app/taken-names/role", test_role);
  g_test_add_func ("/app/taken-names/user", test_user);

  return app_fixture_run ();
}
