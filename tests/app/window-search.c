/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A search from Today: over all processes, in Today's place until it is over. */

#include "app/app-fixture.h"
#include "app/sc-today-page.h"
#include "app/window-tests.h"
#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"
#include "pipeline/sc-deal-card.h"
#include "store/sc-deal-query.h"
#include "today/sc-today-search.h"
#include "today/sc-today-view.h"

typedef struct {
  AppFixture *app;
  char *other_id; /* a second process */
} SearchFixture;

static void
add_deal (SearchFixture *self,
          const char    *process_id,
          const char    *title)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autoptr (ScOutcome) outcome = NULL;

  deal->process_id = g_strdup (process_id);
  deal->title = g_strdup (title);
  outcome = sc_command_run (sc_command_add_deal (deal), sc_window_get_store (self->app->window), NULL, NULL);
  g_assert_nonnull (outcome);
}

static SearchFixture *
search_fixture_new (void)
{
  SearchFixture *self = g_new0 (SearchFixture, 1);
  g_autoptr (ScProcess) sample = NULL;
  g_autoptr (ScProcess) copy = NULL;
  g_autoptr (ScOutcome) made = NULL;
  g_autoptr (ScOutcome) published = NULL;
  ScStore *store;

  self->app = app_fixture_open ();
  store = sc_window_get_store (self->app->window);
  app_fixture_add_sample (store, 20);
  sample = sc_store_find_process (store, "Sample", NULL);
  made = sc_command_run (sc_command_duplicate_process (sample), store, NULL, NULL);
  self->other_id = g_strdup (made->process_id);
  copy = sc_store_load_process (store, self->other_id, NULL);
  published = sc_command_run (sc_command_publish (copy, NULL), store, NULL, NULL);
  add_deal (self, sample->id, "Zeppelin, white");
  add_deal (self, self->other_id, "Zeppelin, black");
  app_fixture_activate (self->app, "win.lead-to-today");

  return self;
}

static void
search_fixture_free (SearchFixture *self)
{
  app_fixture_free (self->app);
  g_free (self->other_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SearchFixture, search_fixture_free)

static GtkWidget *
find_search (gpointer data)
{
  return widget_test_find (GTK_WIDGET (((SearchFixture *) data)->app->window), SC_TYPE_TODAY_SEARCH, NULL);
}

static GtkWidget *
find_in_page (SearchFixture *self,
              GType          type)
{
  return widget_test_find (widget_test_find (GTK_WIDGET (self->app->window), SC_TYPE_TODAY_PAGE, NULL), type, NULL);
}

static gboolean
shows_entry (gpointer data)
{
  return find_in_page (data, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static void
type_words (SearchFixture *self,
            const char    *words)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (find_in_page (self, GTK_TYPE_SEARCH_BAR)), TRUE);
  widget_test_wait (shows_entry, self, "the entry to come out");
  gtk_editable_set_text (GTK_EDITABLE (find_in_page (self, GTK_TYPE_SEARCH_ENTRY)), words);
}

static gboolean
shows_two_found (gpointer data)
{
  return find_search (data) != NULL && widget_test_find (find_search (data), GTK_TYPE_LABEL, "2 deals found") != NULL;
}

static gboolean
shows_that_nothing_is_found (gpointer data)
{
  return find_search (data) != NULL && widget_test_find (find_search (data), GTK_TYPE_LABEL, "No Deals Found") != NULL;
}

static gboolean
shows_today (gpointer data)
{
  SearchFixture *self = data;
  GtkWidget *view = widget_test_find (GTK_WIDGET (self->app->window), SC_TYPE_TODAY_VIEW, NULL);

  return view != NULL && gtk_widget_get_mapped (view);
}

/* The pane of a deal names it. */
static gboolean
has_opened_black_one (gpointer data)
{
  SearchFixture *self = data;

  return !shows_today (self) && widget_test_find (GTK_WIDGET (self->app->window), SC_TYPE_DEAL_CARD, NULL) != NULL
         && widget_test_find (GTK_WIDGET (self->app->window), GTK_TYPE_LABEL, "Zeppelin, black") != NULL
         && widget_test_find (GTK_WIDGET (self->app->window), GTK_TYPE_LABEL, "Zeppelin, white") == NULL;
}

static void
test_a_search_from_today_leads_into_any_process (void)
{
  g_autoptr (SearchFixture) self = search_fixture_new ();
  GtkWidget *search_bar = find_in_page (self, GTK_TYPE_SEARCH_BAR);
  GtkWidget *list;

  type_words (self, "no such thing");
  widget_test_wait (shows_that_nothing_is_found, self, "an empty state");
  g_assert_false (shows_today (self));

  type_words (self, "zeppelin");
  widget_test_wait (shows_two_found, self, "a deal of each process");
  list = widget_test_find (find_search (self), GTK_TYPE_LIST_BOX, NULL);
  g_assert_true (sc_today_search_focus_first (SC_TODAY_SEARCH (find_search (self))));
  g_assert_nonnull (gtk_widget_get_focus_child (list));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (search_bar), FALSE);
  g_assert_true (shows_today (self));

  /* Before it is found, which is then awaited. */
  type_words (self, "zeppelin black");
  g_signal_emit_by_name (find_in_page (self, GTK_TYPE_SEARCH_ENTRY), "activate");
  widget_test_wait (has_opened_black_one, self, "the deal in its process");

  app_fixture_activate (self->app, "win.lead-to-today");
  g_assert_true (shows_today (self));
}

void
window_tests_add_search (void)
{
  g_test_add_func ("/app/window/search-from-today", test_a_search_from_today_leads_into_any_process);
}
