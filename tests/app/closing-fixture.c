/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/closing-fixture.h"

#include "change/sc-deal-commands.h"
#include "store/sc-deal-query.h"

static void
make_deals (ClosingFixture *self)
{
  ScStore *store = sc_window_get_store (self->app->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScDealQuery) query = NULL;
  g_autoptr (GPtrArray) deals = NULL;

  app_fixture_add_sample (store, 20);
  process = sc_store_find_process (store, "Sample", &error);
  g_assert_no_error (error);
  self->process_id = g_strdup (process->id);
  query = sc_deal_query_new (process->id);
  query->statuses = SC_DEAL_STATUSES_STANDING;
  deals = sc_store_list_deals (store, query, 1, NULL, &error);
  g_assert_no_error (error);
  self->deal = sc_deal_copy (deals->pdata[0]);
}

ScFieldRow *
closing_fixture_find_row (ClosingFixture *self,
                          const char     *title)
{
  return SC_FIELD_ROW (widget_test_find (self->window, SC_TYPE_FIELD_ROW, title));
}

static gboolean
shows_deal (gpointer data)
{
  ClosingFixture *self = data;
  GtkWidget *row = widget_test_find (self->window, SC_TYPE_FIELD_ROW, "Title");

  return row != NULL && g_str_equal (sc_field_row_get_value (SC_FIELD_ROW (row)), self->deal->title);
}

void
closing_fixture_show_deal (ClosingFixture *self)
{
  g_assert_true (gtk_widget_activate_action (self->window, "win.show-deal", "(sx)", self->process_id, self->deal->id));
}

ClosingFixture *
closing_fixture_new (void)
{
  ClosingFixture *self = g_new0 (ClosingFixture, 1);

  self->app = app_fixture_open ();
  self->window = g_object_ref (GTK_WIDGET (self->app->window));
  make_deals (self);
  closing_fixture_show_deal (self);
  widget_test_wait (shows_deal, self, "the deal");

  return self;
}

void
closing_fixture_free (ClosingFixture *self)
{
  closing_fixture_release (self);
  app_fixture_free (self->app);
  g_object_unref (self->window);
  sc_deal_unref (self->deal);
  g_free (self->process_id);
  g_free (self);
}

void
closing_fixture_type (ClosingFixture *self,
                      const char     *title,
                      const char     *text)
{
  gtk_editable_set_text (GTK_EDITABLE (closing_fixture_find_row (self, title)), text);
}

gboolean
closing_fixture_asks_to_close (gpointer data)
{
  ClosingFixture *self = data;

  return widget_test_find (self->window, GTK_TYPE_BUTTON, "Close _Without Saving") != NULL;
}

void
closing_fixture_click (ClosingFixture *self,
                       const char     *label)
{
  GtkWidget *button = widget_test_find (self->window, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* As a long import of another program does. */
void
closing_fixture_lock (ClosingFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->other = sc_store_open (g_file_peek_path (self->app->database), SC_STORE_OPEN_EXISTING, &error);
  g_assert_no_error (error);
  self->lock = sc_write_begin (self->other, SC_SCOPE_DEALS, NULL, NULL, &error);
  g_assert_no_error (error);
}

void
closing_fixture_release (ClosingFixture *self)
{
  g_clear_pointer (&self->lock, sc_write_abort);
  g_clear_object (&self->other);
}
