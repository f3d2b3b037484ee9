/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long an import takes beside sqlite3's .import of the same file into one
 * indexed table, and how long a board of many deals takes to open beside a
 * small one. Rows are made in the shape of a real export; a file of one's own
 * is taken where SALES_PIPELINE names it. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#include "change/change-fixture.h"
#include "change/sc-import-deals.h"
#include "store/list/sc-deal-list.h"

#define N_SMALL 8800
#define N_LARGE 1000000

typedef struct {
  const char *first;
  const char *second;
  FILE *file;
  char line[1024];
} Reader;

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  Reader *reader = user_data;
  char *cells[8];
  char *at = reader->line;

  if (fgets (reader->line, sizeof reader->line, reader->file) == NULL)
    return FALSE;

  g_strchomp (reader->line);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      char *comma = strchr (at, ',');

      cells[i] = at;
      if (comma != NULL)
        *comma = '\0';
      at = comma != NULL ? comma + 1 : at + strlen (at);
    }

  row->external_id = cells[0];
  row->owner = cells[1];
  row->title = cells[2];
  row->company = cells[3];
  if (g_str_equal (cells[4], "Won"))
    row->status = SC_DEAL_WON;
  else if (g_str_equal (cells[4], "Lost"))
    row->status = SC_DEAL_LOST;
  else
    row->stage_id = (char *) (g_str_equal (cells[4], "Engaging") ? reader->second : reader->first);
  row->started = sc_date_parse (cells[5]);
  row->closed = sc_date_parse (cells[6]);
  if (*cells[7] != '\0')
    row->value = sc_money_new (g_ascii_strtoll (cells[7], NULL, 10) * 100, "USD");

  return TRUE;
}

/* Ids that look random and never meet: each step can be taken back. */
static guint32
make_id (guint32 row)
{
  row ^= row >> 16;
  row *= 0x85ebca6bu;
  row ^= row >> 13;
  row *= 0xc2b2ae35u;

  return row ^ row >> 16;
}

static char *
make_file (const char *folder,
           guint       n_rows)
{
  static const char *const products[] = { "GTX Plus Basic", "GTXPro", "MG Special", "GTX Basic", "GTX Plus Pro", "MG Advanced" };
  static const char *const stages[] = { "Won", "Won", "Won", "Won", "Lost", "Lost", "Lost", "Engaging", "Engaging", "Prospecting" };
  char *path = g_strdup_printf ("%s/%u.csv", folder, n_rows);
  FILE *file = fopen (path, "w");
  g_autoptr (GRand) rand = g_rand_new_with_seed (8800);

  g_assert_nonnull (file);
  fputs ("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n", file);
  for (guint i = 0; i < n_rows; i++)
    {
      const char *stage = stages[g_rand_int_range (rand, 0, G_N_ELEMENTS (stages))];
      gboolean is_closed = stage[0] == 'W' || stage[0] == 'L';
      int month = g_rand_int_range (rand, 1, 13), day = g_rand_int_range (rand, 1, 29);

      fprintf (file, "%08X,Agent Number %d,%s,Account Number %d,%s,", make_id (i), g_rand_int_range (rand, 0, 30),
               products[g_rand_int_range (rand, 0, G_N_ELEMENTS (products))], g_rand_int_range (rand, 0, 85), stage);
      if (stage[0] != 'P')
        fprintf (file, "2016-%02d-%02d", month, day);
      fputc (',', file);
      if (is_closed)
        fprintf (file, "2017-%02d-%02d", month, day);
      fputc (',', file);
      if (is_closed)
        fprintf (file, "%d", stage[0] == 'W' ? g_rand_int_range (rand, 30, 30000) : 0);
      fputc ('\n', file);
    }
  fclose (file);

  return path;
}

static double
import_with_sqlite (const char *folder,
                    const char *path)
{
  g_autofree char *database = g_build_filename (folder, "plain.db", NULL);
  g_autofree char *import = g_strdup_printf (".import --skip 1 %s deal", path);
  const char *argv[] = {
    "sqlite3", "-csv", database,
    "CREATE TABLE deal (opportunity_id TEXT PRIMARY KEY, sales_agent, product, account, deal_stage, engage_date,"
    " close_date, close_value)",
    import, NULL,
  };
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (database);

  return g_timer_elapsed (timer, NULL);
}

static double
import (ChangeFixture *fixture,
        const char    *path)
{
  Reader reader = { change_fixture_get_stage (fixture, "A"), change_fixture_get_stage (fixture, "B"), fopen (path, "r") };
  ScImportCounts counts;
  g_autoptr (GTimer) timer = NULL;
  double seconds;

  g_assert_nonnull (reader.file);
  g_assert_nonnull (fgets (reader.line, sizeof reader.line, reader.file));
  timer = g_timer_new ();
  change_fixture_run (fixture, sc_command_import_deals (fixture->process_id, "Import", next_row, &reader, &counts));
  seconds = g_timer_elapsed (timer, NULL);
  fclose (reader.file);

  return seconds;
}

/* Until the first page is there. */
static double
open_board (ChangeFixture *fixture)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (GTimer) timer = g_timer_new ();
      g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < fixture->version->stages->len; i++)
        {
          g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);

          query->stage_id = g_strdup (sc_version_get_stage (fixture->version, i)->id);
          query->statuses = SC_DEAL_STATUSES_STANDING;
          g_ptr_array_add (lists, sc_deal_list_new (fixture->store, query));
        }
      for (guint i = 0; i < lists->len; i++)
        while (g_list_model_get_n_items (lists->pdata[i]) == 0)
          g_main_context_iteration (NULL, TRUE);
      best = MIN (best, g_timer_elapsed (timer, NULL));
      for (guint i = 0; i < lists->len; i++)
        while (sc_deal_list_is_loading (lists->pdata[i]))
          g_main_context_iteration (NULL, TRUE);
      g_print ("# ids of %u columns in %.0f ms\n", lists->len, g_timer_elapsed (timer, NULL) * 1000);
    }

  return best;
}

/* Other programs take the clock's time, not the processor's. */
static double
get_cpu (int who)
{
  struct rusage usage;

  getrusage (who, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static double
measure (const char *folder,
         const char *path,
         const char *what)
{
  g_autoptr (ChangeFixture) fixture = change_fixture_new ();
  double cpu_start = get_cpu (RUSAGE_CHILDREN);
  double plain = import_with_sqlite (folder, path);
  double plain_cpu = get_cpu (RUSAGE_CHILDREN) - cpu_start;
  double cpu_middle = get_cpu (RUSAGE_SELF);
  double ours = import (fixture, path);
  double ours_cpu = get_cpu (RUSAGE_SELF) - cpu_middle;

  change_fixture_check_totals (fixture);
  g_print ("import of %s: %.2f s, sqlite3 .import: %.2f s, ratio %.2f (of processor time: %.2f)\n", what, ours, plain,
           ours / plain, ours_cpu / plain_cpu);

  return open_board (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-bench-XXXXXX", NULL);
  guint n_large = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : N_LARGE;
  g_autofree char *small = make_file (folder, N_SMALL);
  g_autofree char *tiny = make_file (folder, 1000);
  g_autofree char *large = make_file (folder, n_large);
  const char *real = g_getenv ("SALES_PIPELINE");
  double board_tiny, board_large;

  if (real != NULL)
    measure (folder, real, real);
  measure (folder, small, "8,800 rows");
  board_tiny = measure (folder, tiny, "1,000 rows");
  board_large = measure (folder, large, "the large file");
  g_print ("opening a board (models, first pages): %.2f ms, of 1,000 deals: %.2f ms, ratio %.2f\n", board_large * 1000,
           board_tiny * 1000, board_large / board_tiny);

  g_unlink (small);
  g_unlink (tiny);
  g_unlink (large);
  g_rmdir (folder);

  return 0;
}
