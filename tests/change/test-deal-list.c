/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/list/sc-deal-list.h"

#include <locale.h>

#include "change/change-fixture.h"
#include "change/sc-import-deals.h"
#include "store/sc-deal-write.h"

/* A view of a list: keeps the items as a list view does, and notes what it is
 * told. */
typedef struct {
  GListModel *model;
  GPtrArray *ids;
  guint n_removed;
  guint n_added;
} View;

static gint64
get_id (GListModel *model,
        guint       position)
{
  g_autoptr (ScDealItem) item = g_list_model_get_item (model, position);

  return sc_deal_item_get_id (item);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  View       *view)
{
  view->n_removed += n_removed;
  view->n_added += n_added;
  g_assert_cmpuint (position + n_removed, <=, view->ids->len);
  if (n_removed > 0)
    g_ptr_array_remove_range (view->ids, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (view->ids, (int) (position + i), GSIZE_TO_POINTER (get_id (model, position + i)));
  g_assert_cmpuint (view->ids->len, ==, g_list_model_get_n_items (model));
}

static View *
view_new (ScDealList *list)
{
  View *view = g_new0 (View, 1);

  view->model = G_LIST_MODEL (list);
  view->ids = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (view->model); i++)
    g_ptr_array_add (view->ids, GSIZE_TO_POINTER (get_id (view->model, i)));
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), view);

  return view;
}

static void
view_free (View *view)
{
  g_signal_handlers_disconnect_by_data (view->model, view);
  g_ptr_array_unref (view->ids);
  g_free (view);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (View, view_free)

static void
settle (ScDealList *list)
{
  do
    {
      wait_until (!sc_deal_list_is_loading (list));
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  while (sc_deal_list_is_loading (list));
}

static ScDealQuery *
query_stage (ChangeFixture *self,
             const char    *stage)
{
  ScDealQuery *query = sc_deal_query_new (self->process_id);

  query->stage_id = g_strdup (change_fixture_get_stage (self, stage));
  query->statuses = SC_DEAL_STATUSES_STANDING;

  return query;
}

/* The list has what SQL says, in its order, and the view has heard of it. */
static void
assert_truth (ChangeFixture     *self,
              ScDealList        *list,
              const ScDealQuery *query,
              View              *view)
{
  g_autoptr (GPtrArray) deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, deals->len);
  for (guint i = 0; i < deals->len; i++)
    {
      ScDeal *deal = deals->pdata[i];

      g_assert_cmpint (get_id (G_LIST_MODEL (list), i), ==, deal->id);
      if (view != NULL)
        g_assert_cmpint ((gint64) GPOINTER_TO_SIZE (view->ids->pdata[i]), ==, deal->id);
    }
}

typedef struct {
  guint at;
  guint n_rows;
  const char *stage_id;
  char text[64];
} File;

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  File *file = user_data;

  if (file->at == file->n_rows)
    return FALSE;

  g_snprintf (file->text, sizeof file->text, "deal %u%s", file->at, file->at % 100 == 7 ? " special" : "");
  row->title = file->text;
  row->stage_id = (char *) file->stage_id;
  file->at++;

  return TRUE;
}

static void
fill (ChangeFixture *self,
      const char    *stage,
      guint          n_rows)
{
  File file = { .n_rows = n_rows, .stage_id = change_fixture_get_stage (self, stage) };
  ScImportCounts counts;

  change_fixture_run (self, sc_command_import_deals (self->process_id, "Fill", next_row, &file, &counts));
}

/* Whatever is at hand is changed, and the notification arrives. */
static void
follow (ChangeFixture *self,
        ScDealList    *list)
{
  gint64 until = g_get_monotonic_time () + 200 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  settle (list);
}

static void
test_opens_with_its_count (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = query_stage (self, "A");
  g_autoptr (ScDealList) list = NULL;
  g_autoptr (ScDealItem) first = NULL;
  g_autoptr (ScDealItem) last = NULL;

  fill (self, "A", 5000);
  list = sc_deal_list_new (self->store, query);
  g_assert_true (sc_deal_list_is_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 5000);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_nonnull (sc_deal_item_get_deal (first));
  g_assert_cmpstr (sc_deal_item_get_deal (first)->title, ==, "deal 0");

  /* The last is known by its place only, and comes by itself. */
  last = g_list_model_get_item (G_LIST_MODEL (list), 4999);
  g_assert_null (sc_deal_item_get_deal (last));
  wait_until (sc_deal_item_get_deal (last) != NULL);
  g_assert_cmpstr (sc_deal_item_get_deal (last)->title, ==, "deal 4999");
  settle (list);
  assert_truth (self, list, query, NULL);
}

static void
test_one_move_is_one_row (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = query_stage (self, "A");
  g_autoptr (ScDealList) list = NULL;
  g_autoptr (View) view = NULL;
  g_autoptr (ScDealItem) item = NULL;
  g_autoptr (ScDealItem) again = NULL;
  g_autoptr (ScDeal) deal = NULL;
  guint position;

  sc_store_start_watching (self->store);
  fill (self, "A", 1000);
  list = sc_deal_list_new (self->store, query);
  settle (list);
  view = view_new (list);
  follow (self, list);
  view->n_removed = view->n_added = 0;

  item = g_list_model_get_item (G_LIST_MODEL (list), 10);
  deal = change_fixture_load (self, sc_deal_item_get_id (item));
  change_fixture_run (self, sc_command_move_deal (deal, query->stage_id, get_id (G_LIST_MODEL (list), 500), NULL));
  follow (self, list);
  assert_truth (self, list, query, view);
  g_assert_cmpuint (view->n_removed, ==, 1);
  g_assert_cmpuint (view->n_added, ==, 1);
  g_assert_true (sc_deal_list_find (list, deal->id, &position));
  g_assert_cmpuint (position, ==, 499);
  /* It is the same object, wherever it stands. */
  again = g_list_model_get_item (G_LIST_MODEL (list), 499);
  g_assert_true (item == again);
}

/* What changes of a row without moving it touches nothing else. */
static void
test_edit_moves_nothing (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = query_stage (self, "A");
  g_autoptr (ScDealList) list = NULL;
  g_autoptr (View) view = NULL;
  g_autoptr (ScDealItem) item = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) edited = NULL;

  sc_store_start_watching (self->store);
  fill (self, "A", 100);
  list = sc_deal_list_new (self->store, query);
  settle (list);
  follow (self, list);
  view = view_new (list);
  item = g_list_model_get_item (G_LIST_MODEL (list), 3);
  deal = change_fixture_load (self, sc_deal_item_get_id (item));
  edited = sc_deal_copy (deal);
  g_set_str (&edited->title, "renamed");
  change_fixture_run (self, sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_TITLE));
  change_fixture_run (self, sc_command_add_activity (deal, "Call", SC_DATE_NONE));
  follow (self, list);
  g_assert_cmpuint (view->n_removed + view->n_added, ==, 0);
  g_assert_cmpstr (sc_deal_item_get_deal (item)->title, ==, "renamed");
  g_assert_cmpstr (sc_deal_item_get_deal (item)->next_step, ==, "Call");
}

static void
test_search (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = query_stage (self, "A");
  g_autoptr (ScDealList) list = NULL;
  g_autoptr (View) view = NULL;

  fill (self, "A", 20000);
  list = sc_deal_list_new (self->store, query);
  view = view_new (list);

  query->search = g_strdup ("spec deal");
  sc_deal_list_set_query (list, query);
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 200);
  assert_truth (self, list, query, view);

  g_set_str (&query->search, "nowhere");
  sc_deal_list_set_query (list, query);
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  /* Typing on ends what is still looked for. */
  for (guint i = 0; i < 20; i++)
    {
      g_set_str (&query->search, i % 2 == 0 ? "special" : "deal 7");
      sc_deal_list_set_query (list, query);
    }
  g_clear_pointer (&query->search, g_free);
  sc_deal_list_set_query (list, query);
  settle (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 20000);
  assert_truth (self, list, query, NULL);
}

static void
change_at_random (ChangeFixture *self,
                  GPtrArray     *ids)
{
  static const char *const stages[] = { "A", "B", "C" };
  const char *stage = change_fixture_get_stage (self, stages[g_test_rand_int_range (0, 3)]);
  gint64 *id = ids->len > 0 ? ids->pdata[g_test_rand_int_range (0, (int) ids->len)] : NULL;
  gint64 *other = ids->len > 0 ? ids->pdata[g_test_rand_int_range (0, (int) ids->len)] : NULL;
  int what = g_test_rand_int_range (0, 10);
  g_autoptr (ScDeal) deal = id != NULL ? sc_store_load_deal (self->store, *id, NULL) : NULL;
  g_autoptr (ScDeal) next = other != NULL ? sc_store_load_deal (self->store, *other, NULL) : NULL;

  if (what == 0 || deal == NULL)
    {
      gint64 added = change_fixture_add (self, "new", stages[g_test_rand_int_range (0, 3)]);

      g_ptr_array_add (ids, g_memdup2 (&added, sizeof added));
    }
  else if (what == 1 && sc_deal_status_is_standing (deal->status))
    change_fixture_run (self, sc_command_lose_deal (deal, NULL));
  else if (what == 2)
    change_fixture_run (self, sc_command_delete_deal (deal));
  else if (what == 3)
    change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  else if (sc_deal_status_is_standing (deal->status) && next != NULL && next->id != deal->id
           && sc_deal_status_is_standing (next->status))
    change_fixture_run (self, sc_command_move_deal (deal, next->stage_id, next->id, NULL));
  else if (sc_deal_status_is_standing (deal->status))
    change_fixture_run (self, sc_command_move_deal (deal, stage, SC_PLACE_TOP, NULL));
}

/* Whatever happens, the list comes to what SQL says. */
static void
test_follows (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = query_stage (self, "A");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScDealList) list = NULL;
  g_autoptr (View) view = NULL;

  sc_store_start_watching (self->store);
  for (guint i = 0; i < 30; i++)
    {
      gint64 id = change_fixture_add (self, "deal", "A");

      g_ptr_array_add (ids, g_memdup2 (&id, sizeof id));
    }
  list = sc_deal_list_new (self->store, query);
  view = view_new (list);
  for (guint round = 0; round < 15; round++)
    {
      for (int i = g_test_rand_int_range (1, 12); i > 0; i--)
        {
          change_at_random (self, ids);
          if (g_test_rand_bit ())
            g_main_context_iteration (NULL, FALSE);
        }
      if (round == 7)
        fill (self, "A", 300);
      follow (self, list);
      assert_truth (self, list, query, view);
    }
}

static void
add_sortable (ChangeFixture *self,
              const char    *title,
              const char    *company,
              const char    *stage,
              gint64         value,
              const char    *currency,
              const char    *started)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup (title);
  deal->company = g_strdup (company);
  deal->stage_id = g_strdup (change_fixture_get_stage (self, stage));
  if (currency != NULL)
    deal->value = sc_money_new (value, currency);
  /* None is today. */
  deal->started = started != NULL ? sc_date_parse (started) : SC_DATE_NONE;
  change_fixture_run (self, sc_command_add_deal (deal));
}

static char *
list_titles (ScDealList *list)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (ScDealItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      wait_until (sc_deal_item_get_deal (item) != NULL);
      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", sc_deal_item_get_deal (item)->title);
    }

  return g_string_free_and_steal (g_steal_pointer (&titles));
}

/* As people read names, not bytes; what has none comes last either way, and what is
 * the same has the newest first. */
static void
test_sorted (void)
{
  static const struct {
    ScDealOrder order;
    const char *ascending;
    const char *descending;
  } cases[] = {
    { SC_DEAL_ORDER_TITLE, "anna Boris Clara алла Ёлка яна", "яна Ёлка алла Clara Boris anna" },
    { SC_DEAL_ORDER_COMPANY, "яна Boris Clara алла Ёлка anna", "Ёлка алла Clara Boris яна anna" },
    { SC_DEAL_ORDER_VALUE, "anna яна Clara алла Ёлка Boris", "Clara яна anna Ёлка алла Boris" },
    { SC_DEAL_ORDER_STAGE, "яна алла Clara anna Ёлка Boris", "Boris Ёлка Clara anna яна алла" },
    { SC_DEAL_ORDER_STARTED, "Clara anna Boris яна алла Ёлка", "яна алла Ёлка Boris anna Clara" },
  };
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (ScDealList) list = NULL;

  add_sortable (self, "Boris", "Über", "D", 0, NULL, "2026-03-01");
  add_sortable (self, "anna", NULL, "B", 100, "EUR", "2026-02-01");
  add_sortable (self, "Ёлка", "Яблоко", "C", 7, "USD", NULL);
  add_sortable (self, "Clara", "umbra", "B", 30000, "EUR", "2025-12-31");
  add_sortable (self, "алла", "вода", "A", 5, "USD", NULL);
  add_sortable (self, "яна", "Acme", "A", 2000, "EUR", NULL);

  list = sc_deal_list_new (self->store, query);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *titles = NULL;

      query->order = cases[i / 2].order;
      query->is_descending = i % 2;
      sc_deal_list_set_query (list, query);
      settle (list);
      titles = list_titles (list);
      g_assert_cmpstr (titles, ==, query->is_descending ? cases[i / 2].descending : cases[i / 2].ascending);
    }
}

/* What changes the order moves its row, and no other. */
static void
test_sorted_follows (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (ScDealList) list = NULL;
  g_autoptr (View) view = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) edited = NULL;

  sc_store_start_watching (self->store);
  fill (self, "A", 300);
  query->order = SC_DEAL_ORDER_TITLE;
  list = sc_deal_list_new (self->store, query);
  settle (list);
  view = view_new (list);
  follow (self, list);
  assert_truth (self, list, query, view);
  view->n_removed = view->n_added = 0;

  deal = change_fixture_load (self, get_id (G_LIST_MODEL (list), 10));
  edited = sc_deal_copy (deal);
  g_set_str (&edited->title, "zebra");
  change_fixture_run (self, sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_TITLE));
  follow (self, list);
  assert_truth (self, list, query, view);
  g_assert_cmpint (get_id (G_LIST_MODEL (list), 299), ==, deal->id);
  g_assert_cmpuint (view->n_removed, ==, 1);
  g_assert_cmpuint (view->n_added, ==, 1);
}

/* The first are on show before the others are sorted, and stand there once. */
static void
test_sorted_and_searched (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (ScDealList) list = NULL;
  g_autoptr (View) view = NULL;

  fill (self, "A", 300);
  query->order = SC_DEAL_ORDER_TITLE;
  query->is_descending = TRUE;
  g_set_str (&query->search, "deal");
  list = sc_deal_list_new (self->store, query);
  view = view_new (list);
  settle (list);
  assert_truth (self, list, query, view);
  g_assert_cmpuint (view->n_added, ==, 300);
  g_assert_cmpuint (view->n_removed, ==, 0);

  g_set_str (&query->search, "special");
  sc_deal_list_set_query (list, query);
  settle (list);
  assert_truth (self, list, query, view);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
}

/* What another program writes arrives by itself. */
static void
test_follows_others (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = query_stage (self, "A");
  gint64 id = change_fixture_add (self, "deal", "A");
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autoptr (ScStore) other = store_fixture_open_other (self->base);
  g_autoptr (ScDealList) list = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  sc_store_start_watching (self->store);
  list = sc_deal_list_new (self->store, query);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 1);
  outcome = sc_command_run (sc_command_move_deal (deal, change_fixture_get_stage (self, "B"), -1, NULL), other, NULL, NULL);
  g_assert_nonnull (outcome);
  wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0);
}

#define N_LISTS 100

static void
count_changes_cb (GListModel *list,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  guint      *n_changed)
{
  (*n_changed)++;
}

/* The columns of a board get other deals at the same time, and each makes many
 * rows of them: they take turns. */
static void
test_one_at_a_time (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = query_stage (self, "A");
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_changed = 0;

  fill (self, "A", 10);
  for (guint i = 0; i < N_LISTS; i++)
    {
      g_ptr_array_add (lists, sc_deal_list_new (self->store, query));
      g_signal_connect (lists->pdata[i], "items-changed", G_CALLBACK (count_changes_cb), &n_changed);
    }
  while (n_changed < N_LISTS)
    {
      guint n_before = n_changed;

      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (n_changed - n_before, <=, 1);
    }
}

/* A list that goes while it reads takes nothing with it. */
static void
test_goes_early (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  g_autoptr (ScDealQuery) query = query_stage (self, "A");

  fill (self, "A", 3000);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (ScDealList) list = NULL;
      g_autoptr (ScDealItem) item = NULL;

      g_set_str (&query->search, i % 3 == 0 ? "special" : NULL);
      list = sc_deal_list_new (self->store, query);
      if (i % 2 == 0)
        wait_until (g_list_model_get_n_items (G_LIST_MODEL (list)) > 0);
      item = g_list_model_get_item (G_LIST_MODEL (list), 2000);
      if (i % 4 == 0)
        g_main_context_iteration (NULL, FALSE);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/deal-list/opens-with-its-count", test_opens_with_its_count);
  g_test_add_func ("/store/deal-list/one-move-is-one-row", test_one_move_is_one_row);
  g_test_add_func ("/store/deal-list/edit-moves-nothing", test_edit_moves_nothing);
  g_test_add_func ("/store/deal-list/search", test_search);
  g_test_add_func ("/store/deal-list/follows", test_follows);
  g_test_add_func ("/store/deal-list/sorted", test_sorted);
  g_test_add_func ("/store/deal-list/sorted-follows", test_sorted_follows);
  g_test_add_func ("/store/deal-list/sorted-and-searched", test_sorted_and_searched);
  g_test_add_func ("/store/deal-list/follows-others", test_follows_others);
  g_test_add_func ("/store/deal-list/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/store/deal-list/goes-early", test_goes_early);

  return g_test_run ();
}
