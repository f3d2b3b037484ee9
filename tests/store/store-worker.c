/* SPDX-License-Identifier: GPL-3.0-or-later */

/* store-worker DATABASE PROCESS SEED: changes a database without end, and
 * prints the number of each change once it is confirmed. It is to be killed. */

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "change/sc-deal-commands.h"
#include "change/sc-import-deals.h"
#include "change/sc-process-commands.h"
#include "change/sc-undo.h"
#include "model/sc-edit.h"

typedef struct {
  ScStore *store;
  const char *process_id;
  GRand *rand;
  guint n_left;
  char text[32];
  char *stage_id;
} Worker;

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  Worker *self = user_data;

  if (self->n_left == 0)
    return FALSE;

  self->n_left--;
  g_snprintf (self->text, sizeof self->text, "%u", g_rand_int (self->rand) % 5000);
  *row = (ScImportRow) {
    .external_id = self->text,
    .title = self->text,
    .company = self->text,
    .stage_id = self->stage_id,
    .status = SC_DEAL_OPEN,
    .value = sc_money_new (g_rand_int (self->rand) % 1000, "EUR"),
  };

  return TRUE;
}

static ScVersion *
load_published (Worker *self)
{
  return sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
}

static char *
draw_stage (Worker *self)
{
  g_autoptr (ScVersion) version = load_published (self);

  return g_strdup (sc_version_get_stage (version, g_rand_int (self->rand) % version->stages->len)->id);
}

static ScCommand *
make_import (Worker         *self,
             ScImportCounts *counts)
{
  g_free (self->stage_id);
  self->stage_id = draw_stage (self);
  self->n_left = (guint) g_rand_int_range (self->rand, 1, 3000);

  return sc_command_import_deals (self->process_id, "Import", next_row, self, counts);
}

static ScCommand *
make_move (Worker *self)
{
  g_autofree char *stage_id = draw_stage (self);
  gint64 ids[40];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = 1 + g_rand_int (self->rand) % 200;

  return sc_command_move_deals (ids, g_rand_int (self->rand) % G_N_ELEMENTS (ids) + 1, stage_id, NULL);
}

/* A draft in which one stage is taken out and another put in, published. */
static ScCommand *
make_publication (Worker *self)
{
  g_autoptr (ScVersion) version = load_published (self);
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  g_autoptr (GHashTable) moves = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  guint gone = g_rand_int (self->rand) % version->stages->len;
  const char *gone_id = sc_version_get_stage (version, gone)->id;
  g_autofree char *name = g_strdup_printf ("Stage %u", g_rand_int (self->rand));
  g_autoptr (ScStage) stage = sc_stage_new (name, SC_KIND_BIT (SC_KIND_OTHER));

  g_ptr_array_add (edits, sc_edit_remove_stage (version, gone_id));
  g_ptr_array_add (edits, sc_edit_insert_stage (stage, gone));
  outcome = sc_command_run (sc_command_edit_version (self->process_id, "Replace", edits), self->store, NULL, NULL);
  g_hash_table_insert (moves, (gpointer) gone_id,
                       (gpointer) sc_version_get_stage (version, (gone + 1) % version->stages->len)->id);
  process = sc_store_load_process (self->store, self->process_id, NULL);

  return sc_command_publish (process, moves);
}

static ScCommand *
make_command (Worker         *self,
              ScImportCounts *counts)
{
  switch (g_rand_int (self->rand) % 6)
    {
    case 0:
      return make_publication (self);
    case 1:
      return make_import (self, counts);
    case 2:
      return sc_command_undo (SC_CHANGES_OF_WINDOW, NULL);
    default:
      return make_move (self);
    }
}

static void
confirm (gint64 change_id)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", change_id);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    exit (1);
}

int
main (int    argc,
      char **argv)
{
  Worker worker = { 0 };

  g_assert_cmpint (argc, ==, 4);
  worker.store = sc_store_open (argv[1], SC_STORE_OPEN_EXISTING, NULL);
  g_assert_nonnull (worker.store);
  worker.process_id = argv[2];
  worker.rand = g_rand_new_with_seed ((guint32) strtoul (argv[3], NULL, 10));

  for (;;)
    {
      ScImportCounts counts = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (ScOutcome) outcome = sc_command_run (make_command (&worker, &counts), worker.store, NULL, &error);

      /* What makes no sense just now, such as an undo of nothing, is refused. */
      if (outcome != NULL && outcome->change_id > 0)
        confirm (outcome->change_id);
    }
}
