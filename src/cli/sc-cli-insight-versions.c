/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `insight versions`: tells whether a change of the process helped. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-figures.h"
#include "cli/sc-cli-table.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-record-words.h"

static void
write_version (ScJsonWriter           *writer,
               const ScVersionFigures *version)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_int (writer, "number", version->number);
  sc_json_writer_add_int (writer, "started", version->n_started);
  sc_json_writer_add_int (writer, "decided", version->share.of);
  sc_json_writer_add_int (writer, "won", version->share.n);
  sc_cli_write_share (writer, "share", &version->share);
  sc_cli_write_figure (writer, "median", version->to_decision.median);
  sc_json_writer_end (writer);
}

static void
write_difference (ScJsonWriter              *writer,
                  const ScVersionDifference *difference)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_int (writer, "from", difference->from);
  sc_json_writer_add_int (writer, "to", difference->to);
  if (difference->reason == SC_REASON_NONE)
    {
      sc_json_writer_begin_object (writer, "share");
      sc_json_writer_add_number (writer, "value", difference->share.value);
      sc_json_writer_add_number (writer, "low", difference->share.low);
      sc_json_writer_add_number (writer, "high", difference->share.high);
      sc_json_writer_end (writer);
    }
  else
    {
      sc_json_writer_add_null (writer, "share");
    }
  if (difference->n_needed > 0)
    sc_json_writer_add_int (writer, "needed", difference->n_needed);
  else
    sc_json_writer_add_null (writer, "needed");
  sc_json_writer_end (writer);
}

static void
print_json (const ScVersionsFigures *figures)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_begin_array (writer, "versions");
  for (guint i = 0; i < figures->versions->len; i++)
    write_version (writer, &g_array_index (figures->versions, ScVersionFigures, i));
  sc_json_writer_end (writer);
  sc_json_writer_begin_array (writer, "differences");
  for (guint i = 0; i < figures->differences->len; i++)
    write_difference (writer, &g_array_index (figures->differences, ScVersionDifference, i));
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_text (const ScVersionsFigures *figures)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (5);

  if (figures->versions->len == 0)
    {
      sc_cli_print ("%s\n", _("No deal has come in yet."));
      return;
    }

  for (guint i = 0; i < figures->differences->len; i++)
    sc_cli_print_sentence (sc_version_tell_difference (&g_array_index (figures->differences, ScVersionDifference, i)));
  sc_cli_table_add (table, _("Version"), _("Started"), _("Decided"), _("Won"), _("Half within"), NULL);
  for (guint i = 0; i < figures->versions->len; i++)
    {
      const ScVersionFigures *version = &g_array_index (figures->versions, ScVersionFigures, i);
      g_autofree char *number = g_strdup_printf ("%u", version->number);
      g_autofree char *started = g_strdup_printf ("%u", version->n_started);
      g_autofree char *decided = g_strdup_printf ("%u", version->share.of);
      g_autofree char *won = version->share.of >= SC_FEWEST_CASES ? sc_share_to_text (&version->share) : g_strdup ("–");
      g_autofree char *median = sc_days_to_text (version->to_decision.median, SC_COUNT_DAYS);

      sc_cli_table_add (table, number, started, decided, won, median, NULL);
    }
  sc_cli_table_print (table);
}

/**
 * sc_cli_insight_versions:
 * @call: the call
 *
 * `insight versions PROCESS`: tells the same figures of the deals that began under each
 * version.
 *
 * Returns: an exit status
 */
int
sc_cli_insight_versions (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFiguresQuery) query = sc_figures_query_new (NULL);
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScVersionsFigures) figures = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_figures_open (call, query, &error);
  figures = store != NULL ? sc_versions_figures_read (store, query, NULL, &error) : NULL;
  if (figures == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (figures);
  else
    print_text (figures);

  return SC_CLI_DONE;
}
