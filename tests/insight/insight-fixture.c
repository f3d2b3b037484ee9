/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with the Insight view, for its tests. */

#include "insight/insight-fixture.h"

#include "config.h"

static gboolean
says (gpointer data)
{
  InsightFixture *fixture = data;

  return widget_test_find (fixture->window, GTK_TYPE_LABEL, fixture->text) != NULL;
}

void
insight_fixture_wait_for (InsightFixture *fixture,
                          const char     *text)
{
  fixture->text = text;
  widget_test_wait (says, fixture, text);
}

void
insight_fixture_show (InsightFixture *self)
{
  GtkWidget *toasts = adw_toast_overlay_new ();

  self->view = sc_insight_view_new (self->base->store, self->base->process_id);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), self->view);
  adw_window_set_content (ADW_WINDOW (self->window), toasts);
}

InsightFixture *
insight_fixture_new (void)
{
  InsightFixture *self = g_new0 (InsightFixture, 1);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_reset (settings, "insight-filters");
  self->base = change_fixture_new ();
  sc_store_start_watching (self->base->store);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  insight_fixture_show (self);
  gtk_window_present (GTK_WINDOW (self->window));

  return self;
}

void
insight_fixture_free (InsightFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  change_fixture_free (self->base);
  g_free (self);
}

void
insight_fixture_add_decided (InsightFixture *fixture,
                             guint           n,
                             guint           n_won)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScDeal) deal = change_fixture_load (fixture->base, change_fixture_add (fixture->base, "A deal", "A"));

      change_fixture_run (fixture->base, i < n_won ? sc_command_win_deal (deal, NULL) : sc_command_lose_deal (deal, "Price"));
    }
}

double
insight_fixture_get_chance (InsightFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScVersion) version = sc_store_load_version (fixture->base->store, fixture->base->process_id,
                                                         SC_VERSION_WANTED_CURRENT, &error);

  g_assert_no_error (error);

  return sc_version_get_stage (version, 0)->probability;
}
