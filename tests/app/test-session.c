/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The session ends, a terminal closes, somebody interrupts: what is on its way is
 * done, and what is typed is saved. */

#include <signal.h>
#include <unistd.h>

#include "app/closing-fixture.h"

static gboolean
has_other_title (ClosingFixture *self,
                 ScStore        *store)
{
  g_autoptr (ScDeal) deal = sc_store_load_deal (store, self->deal->id, NULL);

  return g_str_equal (deal->title, "Other Name");
}

static gboolean
is_store_idle (gpointer store)
{
  return sc_store_is_idle (store);
}

static void
end (ClosingFixture *self,
     gconstpointer   number)
{
  g_assert_cmpint (kill (getpid (), GPOINTER_TO_INT (number)), ==, 0);
  widget_test_wait (app_fixture_is_closed, self->window, "the window to close");
}

static void
test_what_is_on_its_way_is_done (gconstpointer number)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autoptr (ScStore) store = g_object_ref (sc_window_get_store (self->app->window));

  closing_fixture_lock (self);
  closing_fixture_type (self, "Title", "Other Name");
  sc_field_row_commit (closing_fixture_find_row (self, "Title"));
  end (self, number);
  closing_fixture_release (self);
  widget_test_wait (is_store_idle, store, "what was given to the store");
  g_assert_true (has_other_title (self, store));
}

static void
test_what_is_typed_is_saved (gconstpointer number)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  g_autoptr (ScStore) store = g_object_ref (sc_window_get_store (self->app->window));

  closing_fixture_type (self, "Title", "Other Name");
  end (self, number);
  widget_test_wait (is_store_idle, store, "what was given to the store");
  g_assert_true (has_other_title (self, store));
}

/* It is asked whether the session may end: the window stays. */
static void
test_what_is_typed_is_saved_before (void)
{
  g_autoptr (ClosingFixture) self = closing_fixture_new ();
  ScStore *store = sc_window_get_store (self->app->window);

  closing_fixture_type (self, "Title", "Other Name");
  g_signal_emit_by_name (app_fixture_application, "query-end");
  g_assert_false (sc_store_is_idle (store));
  widget_test_wait (is_store_idle, store, "what was given to the store");
  g_assert_true (has_other_title (self, store));
  g_assert_false (app_fixture_is_closed (self->window));
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *name;
    int number;
  } signals[] = { { "term", SIGTERM }, { "int", SIGINT }, { "hup", SIGHUP } };

  app_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autofree char *done = g_strconcat ("/app/session/what-is-on-its-way-is-done/", signals[i].name, NULL);
      g_autofree char *saved = g_strconcat ("/app/session/what-is-typed-is-saved/", signals[i].name, NULL);

      g_test_add_data_func (done, GINT_TO_POINTER (signals[i].number), test_what_is_on_its_way_is_done);
      g_test_add_data_func (saved, GINT_TO_POINTER (signals[i].number), test_what_is_typed_is_saved);
    }
  g_test_add_func ("/app/session/what-is-typed-is-saved-before", test_what_is_typed_is_saved_before);

  return app_fixture_run ();
}
