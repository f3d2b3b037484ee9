/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Escape in a dialog in which something is entered asks before that is lost, and
 * in one in which nothing is closes it. */

#include <glib/gstdio.h>

#include "app/closing-fixture.h"
#include "deal/sc-next-step.h"
#include "deal/sc-deal-pane.h"
#include "deal/sc-deal-payments.h"
#include "designer/canvas/sc-stage-card.h"
#include "designer/sc-designer-view.h"
#include "designer/sc-role-dialog.h"
#include "importing/sc-import-dialog.h"
#include "importing/sc-import-form.h"

/* The first are gone through at each turn, the others in the long suite. */
#define N_QUICK_CASES 3

typedef struct {
  const char *name;
  void (*open) (ClosingFixture *self);
  GType (*get_type) (void); /* of what is edited first */
  const char *saved; /* what is said where it is saved without a question */
} Case;

static GtkWidget *
get_dialog (ClosingFixture *self)
{
  return GTK_WIDGET (app_fixture_get_dialog (self->app));
}

static GtkWidget *
find_pane (ClosingFixture *self)
{
  return widget_test_find (self->window, SC_TYPE_DEAL_PANE, NULL);
}

static void
ask_questions (ClosingFixture *self)
{
  app_fixture_activate (self->app, "win.new-process");
}

static void
paste_stages (ClosingFixture *self)
{
  app_fixture_activate (self->app, "win.new-from-stages");
}

static void
plan_step (ClosingFixture *self)
{
  sc_deal_ask_step (find_pane (self), sc_window_get_store (self->app->window), self->deal);
}

static void
add_payment (ClosingFixture *self)
{
  GtkWidget *payments = widget_test_find (self->window, SC_TYPE_DEAL_PAYMENTS, NULL);

  g_signal_emit_by_name (widget_test_find (payments, GTK_TYPE_BUTTON, NULL), "clicked");
}

static void
rename_process (ClosingFixture *self)
{
  g_assert_true (gtk_widget_activate_action (self->window, "process.rename", "s", self->process_id));
}

static void
refuse (ClosingFixture *self)
{
  g_assert_true (gtk_widget_activate_action (find_pane (self), "deal.refuse", NULL));
}

static ScVersion *
load_version (ClosingFixture *self)
{
  g_autoptr (GError) error = NULL;
  ScVersion *version = sc_store_load_version (sc_window_get_store (self->app->window), self->process_id,
                                              SC_VERSION_WANTED_PUBLISHED, &error);

  g_assert_no_error (error);

  return version;
}

static void
move_on (ClosingFixture *self)
{
  g_autoptr (ScVersion) version = load_version (self);
  guint position;

  g_assert_nonnull (sc_version_find_stage (version, self->deal->stage_id, &position));
  g_assert_true (gtk_widget_activate_action (find_pane (self), "deal.move-to", "s",
                                             sc_version_get_stage (version, position + 1)->id));
}

static void
role_made_cb (const char *name,
              ScFunction  function,
              gpointer    user_data)
{
  g_assert_not_reached ();
}

static void
add_role (ClosingFixture *self)
{
  g_autoptr (ScVersion) version = load_version (self);

  sc_role_dialog_present (self->window, version, role_made_cb, NULL);
}

static gboolean
shows_stage_card (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, SC_TYPE_STAGE_CARD, NULL) != NULL;
}

static void
split_stage (ClosingFixture *self)
{
  g_autoptr (ScVersion) version = load_version (self);

  g_assert_true (gtk_widget_activate_action (self->window, "win.show-view", "s", "scheme"));
  widget_test_wait (shows_stage_card, self, "the scheme");
  g_assert_true (gtk_widget_activate_action (widget_test_find (self->window, SC_TYPE_STAGE_CARD, NULL), "designer.split",
                                             "s", sc_version_get_stage (version, 0)->id));
}

static const Case cases[] = {
  { "new-process", ask_questions, gtk_check_button_get_type },
  { "your-stages", paste_stages, gtk_text_view_get_type },
  { "step", plan_step, adw_entry_row_get_type },
  { "payment", add_payment, adw_entry_row_get_type },
  { "rename", rename_process, adw_entry_row_get_type },
  { "refusal", refuse, adw_entry_row_get_type },
  { "criteria", move_on, gtk_check_button_get_type, "Answers saved" },
  { "role", add_role, adw_entry_row_get_type },
  { "split", split_stage, adw_entry_row_get_type },
};

static void
edit (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)));
  else if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), "Request\nOffer\n", -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), "entered");
}

static gboolean
is_edited (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
  if (GTK_IS_TEXT_VIEW (widget))
    return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget))) > 0;

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), "entered");
}

static const Case *opened;

static gboolean
has_opened (gpointer data)
{
  ClosingFixture *self = data;

  return get_dialog (self) != NULL && widget_test_find (get_dialog (self), opened->get_type (), NULL) != NULL;
}

static void
open (ClosingFixture *self,
      const Case     *one)
{
  opened = one;
  one->open (self);
  widget_test_wait (has_opened, self, "the dialog");
}

static void
press_escape (ClosingFixture *self)
{
  g_assert_true (gtk_widget_activate_action (get_dialog (self), "window.close", NULL));
}

static gboolean
is_asked (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, GTK_TYPE_BUTTON, "_Keep Editing") != NULL;
}

static GtkWidget *awaited;

static gboolean
has_awaited (gpointer data)
{
  return get_dialog (data) == awaited;
}

static void
keep (ClosingFixture *self)
{
  awaited = get_dialog (self);
  press_escape (self);
  widget_test_wait (is_asked, self, "to be asked");
  closing_fixture_click (self, "_Keep Editing");
  widget_test_wait (has_awaited, self, "the dialog as it was");
  g_assert_true (gtk_widget_get_mapped (awaited));
}

static void
discard (ClosingFixture *self)
{
  press_escape (self);
  widget_test_wait (is_asked, self, "to be asked");
  closing_fixture_click (self, "_Discard");
  widget_test_wait (app_fixture_has_no_dialog, self->app, "no dialog");
}

static gboolean
says_saved (gpointer data)
{
  ClosingFixture *self = data;

  return app_fixture_has_no_dialog (self->app) && widget_test_find (self->window, GTK_TYPE_LABEL, opened->saved) != NULL;
}

/* What is entered is kept, asked about, or saved. */
static void
test_dialog (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  GtkWidget *edited;

  open (self, one);
  press_escape (self);
  widget_test_wait (app_fixture_has_no_dialog, self->app, "an empty dialog to close");

  open (self, one);
  edited = widget_test_find (get_dialog (self), one->get_type (), NULL);
  edit (edited);
  if (one->saved != NULL)
    {
      press_escape (self);
      widget_test_wait (says_saved, self, "to be told that it is saved");
      return;
    }

  keep (self);
  g_assert_true (is_edited (edited));

  discard (self);
}

static gboolean
shows_form (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, SC_TYPE_IMPORT_FORM, NULL) != NULL;
}

static void
test_import (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autofree char *path = g_build_filename (self->app->folder, "deals.csv", NULL);
  AdwDialog *dialog = sc_import_dialog_new (sc_window_get_store (self->app->window), self->process_id, NULL);

  g_assert_true (g_file_set_contents (path, "title,stage\nOne,Trial\n", -1, NULL));
  adw_dialog_present (dialog, self->window);
  sc_import_dialog_load (SC_IMPORT_DIALOG (dialog), path);

  /* Nor does it stop what is being read. */
  press_escape (self);
  widget_test_wait (shows_form, self, "the form");
  keep (self);
  discard (self);
  g_remove (path);
}

static GtkWidget *
find_row (ClosingFixture *self,
          const char     *title)
{
  AdwDialog *dialog = app_fixture_get_dialog (self->app);

  return dialog != NULL ? widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, title) : NULL;
}

static gboolean
shows_preferences (gpointer data)
{
  return find_row (data, "Currency") != NULL;
}

/* What can be kept is, and what can't is asked about. */
static void
test_preferences (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.stagecraft.Stagecraft");
  g_autofree char *currency = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "preferences", NULL);
  widget_test_wait (shows_preferences, self, "the preferences");
  gtk_editable_set_text (GTK_EDITABLE (find_row (self, "Currency")), "usd");
  press_escape (self);
  widget_test_wait (app_fixture_has_no_dialog, self->app, "the preferences to close");
  currency = g_settings_get_string (settings, "currency");
  g_assert_cmpstr (currency, ==, "USD");

  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "preferences", NULL);
  widget_test_wait (shows_preferences, self, "the preferences");
  gtk_editable_set_text (GTK_EDITABLE (find_row (self, "Currency")), "dollars");
  keep (self);
  discard (self);
  g_settings_reset (settings, "currency");
}

static void
count_cb (GSettings  *settings,
          const char *key,
          guint      *n_changes)
{
  ++*n_changes;
}

/* Looking at the name is no change of it, of which the database would be told. */
static void
test_preferences_unchanged (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new ("io.github.stagecraft.Stagecraft");
  g_autofree char *name = g_settings_get_string (settings, "user-name");
  guint n_changes = 0;

  g_signal_connect (settings, "changed::user-name", G_CALLBACK (count_cb), &n_changes);
  g_action_group_activate_action (G_ACTION_GROUP (app_fixture_application), "preferences", NULL);
  widget_test_wait (shows_preferences, self, "the preferences");
  press_escape (self);
  widget_test_wait (app_fixture_has_no_dialog, self->app, "the preferences to close");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_changes, ==, 0);
}

/* What is answered is not asked about. */
static void
test_answer (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();

  open (self, &cases[2]);
  edit (widget_test_find (get_dialog (self), ADW_TYPE_ENTRY_ROW, NULL));
  closing_fixture_click (self, "_Add");
  widget_test_wait (app_fixture_has_no_dialog, self->app, "the dialog to close");
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  for (guint i = 0; i < (g_test_slow () ? G_N_ELEMENTS (cases) : N_QUICK_CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/app/escape/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_dialog);
    }
  g_test_add_func ("/app/escape/import", test_import);
  g_test_add_func ("/app/escape/preferences", test_preferences);
  g_test_add_func ("/app/escape/preferences-unchanged", test_preferences_unchanged);
  g_test_add_func ("/app/escape/answer", test_answer);

  return app_fixture_run ();
}
