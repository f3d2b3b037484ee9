/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/closing-cases.h"

#include "change/sc-deal-commands.h"
#include "deal/sc-deal-pane.h"
#include "deal/sc-step-dialog.h"
#include "today/sc-due-widget.h"

static gboolean
shows_call (gpointer data)
{
  return widget_test_find (((ClosingFixture *) data)->window, SC_TYPE_DUE_WIDGET, "Call Anna") != NULL;
}

void
closing_cases_show_today (ClosingFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) other = sc_store_open (g_file_peek_path (self->app->database), SC_STORE_OPEN_EXISTING, &error);
  g_autoptr (ScOutcome) outcome = NULL;

  g_assert_no_error (error);
  outcome = sc_command_run (sc_command_add_activity (self->deal, "Call Anna", sc_clock_today () - 1000), other, NULL, &error);
  g_assert_no_error (error);
  app_fixture_activate (self->app, "win.show-today");
  widget_test_wait (shows_call, self, "the step");
}

void
closing_cases_do_step (ClosingFixture *self)
{
  g_assert_true (gtk_widget_activate_action (widget_test_find (self->window, SC_TYPE_DUE_WIDGET, "Call Anna"), "due.done",
                                             NULL));
}

static gboolean
shows_entry (gpointer data)
{
  AdwDialog *dialog = app_fixture_get_dialog (((ClosingFixture *) data)->app);

  return dialog != NULL && widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL) != NULL;
}

/* In the first entry of the dialog that comes. */
void
closing_cases_enter (ClosingFixture *self,
                     const char     *text)
{
  GtkWidget *dialog;

  widget_test_wait (shows_entry, self, "the dialog");
  dialog = GTK_WIDGET (app_fixture_get_dialog (self->app));
  gtk_editable_set_text (GTK_EDITABLE (widget_test_find (dialog, ADW_TYPE_ENTRY_ROW, NULL)), text);
}

GtkWidget *
closing_cases_find_button (ClosingFixture *self,
                           const char     *response)
{
  AdwDialog *dialog = app_fixture_get_dialog (self->app);
  const char *label = adw_alert_dialog_get_response_label (ADW_ALERT_DIALOG (dialog), response);

  return widget_test_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, label);
}

static gboolean
can_move (gpointer data)
{
  return closing_cases_find_button (data, "move") != NULL;
}

gboolean
closing_cases_asks_for_step (gpointer data)
{
  return SC_IS_STEP_DIALOG (app_fixture_get_dialog (((ClosingFixture *) data)->app)) && closing_cases_find_button (data, "cancel") != NULL;
}

/* A move on asks for exit criteria, and for a next step. */
void
closing_cases_begin_move (ClosingFixture *self)
{
  GtkWidget *pane = widget_test_find (self->window, SC_TYPE_DEAL_PANE, NULL);
  g_autoptr (ScVersion) version = sc_store_load_version (sc_window_get_store (self->app->window), self->process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);
  guint position;

  g_assert_nonnull (sc_version_find_stage (version, self->deal->stage_id, &position));
  g_assert_cmpuint (position + 1, <, version->stages->len);
  g_assert_true (gtk_widget_activate_action (pane, "deal.move-to", "s",
                                             sc_version_get_stage (version, position + 1)->id));
  widget_test_wait (app_fixture_has_dialog, self->app, "to be asked for exit criteria");
  widget_test_wait (can_move, self, "its button");
  g_signal_emit_by_name (closing_cases_find_button (self, "move"), "clicked");
  widget_test_wait (closing_cases_asks_for_step, self, "to be asked for a next step");
}

ScDeal *
closing_cases_load_deal (ClosingFixture *self,
                         ScStore        *store)
{
  g_autoptr (GError) error = NULL;
  ScDeal *deal = sc_store_load_deal (store, self->deal->id, &error);

  g_assert_no_error (error);

  return deal;
}

gboolean
closing_cases_has_moved (ClosingFixture *self,
                         ScStore        *store)
{
  g_autoptr (ScDeal) deal = closing_cases_load_deal (self, store);

  return !g_str_equal (deal->stage_id, self->deal->stage_id);
}
