/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/change-fixture.h"

#include <sqlite3.h>

static ScVersion *
make_version (void)
{
  static const char *const names[] = { "A", "B", "C", "D", "E", "F" };
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ScStage *stage = sc_stage_new (names[i], SC_KIND_BIT (i == 3 ? SC_KIND_PAYMENT : SC_KIND_OTHER));
      g_autofree char *text = g_strdup_printf ("%s is done", names[i]);

      sc_stage_add_criterion (stage, text);
      sc_stage_add_tactic (stage, "Ask", "{deal.title}?");
      stage->duration = (ScDuration) { 3, SC_UNIT_WORKING_DAYS };
      g_ptr_array_add (version->stages, stage);
    }

  return version;
}

ChangeFixture *
change_fixture_new (void)
{
  ChangeFixture *self = g_new0 (ChangeFixture, 1);
  g_autoptr (ScVersion) version = make_version ();
  g_autoptr (ScOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  self->base = store_fixture_new ();
  self->store = self->base->store;
  outcome = sc_command_run (sc_command_create_process ("Sales", NULL, version, NULL), self->store, NULL, &error);
  g_assert_no_error (error);
  self->process_id = g_strdup (outcome->process_id);
  change_fixture_publish (self);

  return self;
}

void
change_fixture_free (ChangeFixture *self)
{
  sc_version_unref (self->version);
  g_free (self->process_id);
  store_fixture_free (self->base);
  g_free (self);
}

void
change_fixture_reopen (ChangeFixture *self)
{
  store_fixture_reopen (self->base);
  self->store = self->base->store;
}

void
change_fixture_publish (ChangeFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, &error);

  g_assert_no_error (error);
  change_fixture_run (self, sc_command_publish (process, NULL));
  g_clear_pointer (&self->version, sc_version_unref);
  self->version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, &error);
  g_assert_no_error (error);
}

const char *
change_fixture_get_stage (ChangeFixture *self,
                          const char    *name)
{
  ScStage *stage = sc_version_find_stage_by_name (self->version, name, NULL);

  g_assert_nonnull (stage);

  return stage->id;
}

gint64
change_fixture_run (ChangeFixture *self,
                    ScCommand     *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);

  return outcome->row_id;
}

void
change_fixture_refuse (ChangeFixture *self,
                       ScCommand     *command,
                       GQuark         domain,
                       int            code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->store, NULL, &error);

  g_assert_error (error, domain, code);
  g_assert_null (outcome);
}

gint64
change_fixture_add (ChangeFixture *self,
                    const char    *title,
                    const char    *stage)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup (title);
  deal->stage_id = g_strdup (change_fixture_get_stage (self, stage));

  return change_fixture_run (self, sc_command_add_deal (deal));
}

ScDeal *
change_fixture_load (ChangeFixture *self,
                     gint64         deal_id)
{
  g_autoptr (GError) error = NULL;
  ScDeal *deal = sc_store_load_deal (self->store, deal_id, &error);

  g_assert_no_error (error);

  return deal;
}

/* The columns with their deals' titles: “A: one two; B: three”. */
char *
change_fixture_show_board (ChangeFixture *self)
{
  g_autoptr (GString) board = g_string_new (NULL);

  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);
      g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) deals = NULL;

      query->stage_id = g_strdup (stage->id);
      query->statuses = SC_DEAL_STATUSES_STANDING;
      deals = sc_store_list_deals (self->store, query, 0, NULL, &error);
      g_assert_no_error (error);
      if (deals->len == 0)
        continue;

      g_string_append_printf (board, "%s%s:", board->len > 0 ? "; " : "", stage->name);
      for (guint j = 0; j < deals->len; j++)
        g_string_append_printf (board, " %s", ((ScDeal *) deals->pdata[j])->title);
    }

  return g_string_free (g_steal_pointer (&board), FALSE);
}

static int
count_rows (const char *path,
            const char *sql)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *statement = NULL;
  int n;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  return n;
}

gint64
change_fixture_find_change (ChangeFixture *self,
                            const char    *name,
                            gboolean       is_undone)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max(id) FROM change WHERE name LIKE '%s%%' AND undone_by IS NULL"
                                          " AND (action = 'undo') = %d", name, is_undone);

  return count_rows (self->base->path, sql);
}

void
change_fixture_check_totals (ChangeFixture *self)
{
  g_assert_cmpint (count_rows (self->base->path,
                               "WITH counted AS (SELECT stage_id, status, coalesce(owner_id, 0) AS owner_id,"
                               "  coalesce(currency, '') AS currency, coalesce(parked_until, '') AS parked_until,"
                               "  count(*) AS n_deals,"
                               "  coalesce(sum(value_minor), 0) AS sum_minor FROM deal WHERE deleted_by IS NULL"
                               "  GROUP BY 1, 2, 3, 4, 5),"
                               " kept AS (SELECT * FROM stage_total WHERE n_deals <> 0 OR sum_minor <> 0)"
                               " SELECT (SELECT count(*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM kept))"
                               "  + (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM counted))"),
                   ==, 0);
}

void
change_fixture_check_statuses (ChangeFixture *self)
{
  g_autoptr (ScVersion) version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (GPtrArray) deals = NULL;

  query->statuses = SC_DEAL_STATUSES_STANDING;
  deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);
  for (guint i = 0; i < deals->len; i++)
    {
      const ScDeal *deal = deals->pdata[i];
      guint position = 0;

      g_assert_nonnull (sc_version_find_stage (version, deal->stage_id, &position));
      g_assert_cmpint (deal->status, ==,
                       (int) position > sc_version_get_mark_position (version) ? SC_DEAL_WON : SC_DEAL_OPEN);
      /* When others were won nobody may know. */
      g_assert_true (deal->status != SC_DEAL_OPEN || deal->closed == SC_DATE_NONE);
    }
}

GPtrArray *
change_fixture_list_due (ChangeFixture *self,
                         ScInstant      now,
                         gint64         owner_id)
{
  const guint limits[SC_N_DUE_GROUPS] = { 100, 100, 100, 100, 0, 100, 100, 100, 100 };
  g_autoptr (GError) error = NULL;
  GPtrArray *due = sc_store_list_due (self->store, now, owner_id, NULL, limits, NULL, &error);

  g_assert_no_error (error);

  return due;
}
