/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `insight cycle`: tells how long the cycle of a process is. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-figures.h"
#include "cli/sc-cli-table.h"
#include "statistics/sc-cycle.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-stage-work.h"

static void
write_deals (ScJsonWriter  *writer,
             const ScCycle *cycle)
{
  sc_json_writer_begin_object (writer, "deals");
  sc_json_writer_add_int (writer, "won", cycle->n_won);
  sc_json_writer_add_int (writer, "lost", cycle->n_lost);
  sc_json_writer_add_int (writer, "open", cycle->n_open);
  sc_json_writer_add_int (writer, "no_start", cycle->n_no_start);
  sc_json_writer_add_int (writer, "no_end", cycle->n_no_end);
  sc_json_writer_end (writer);
}

static void
write_point (ScJsonWriter       *writer,
             const ScCurvePoint *point)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_int (writer, "t", point->t);
  sc_json_writer_add_number (writer, "s", point->s);
  sc_json_writer_add_number (writer, "se", point->se);
  sc_json_writer_add_int (writer, "at_risk", point->n_at_risk);
  sc_json_writer_add_int (writer, "events", point->n_events);
  sc_json_writer_end (writer);
}

static void
write_client_point (ScJsonWriter       *writer,
                    const ScCurvePoint *point)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_int (writer, "t", point->t);
  sc_json_writer_add_number (writer, "won", point->won);
  sc_json_writer_add_number (writer, "lost", point->lost);
  sc_json_writer_end (writer);
}

/* A curve of too few has no points either. */
static void
write_curve (ScJsonWriter *writer,
             const ScCurve *curve,
             const ScTimes *times,
             void ( *write )(ScJsonWriter *writer, const ScCurvePoint *point))
{
  sc_json_writer_begin_array (writer, "curve");
  for (guint i = 0; times->reason != SC_REASON_TOO_FEW && i < curve->points->len; i++)
    write (writer, &g_array_index (curve->points, ScCurvePoint, i));
  sc_json_writer_end (writer);
}

static void
begin_times (ScJsonWriter  *writer,
             const char    *name,
             const ScTimes *times)
{
  sc_json_writer_begin_object (writer, name);
  sc_json_writer_add_int (writer, "n", times->n);
  sc_cli_write_figure (writer, "q25", times->q25);
  sc_cli_write_figure (writer, "median", times->median);
  sc_cli_write_figure (writer, "q75", times->q75);
}

static void
end_times (ScJsonWriter *writer,
           const ScCycle *cycle,
           const ScTimes *times,
           void ( *write )(ScJsonWriter *writer, const ScCurvePoint *point))
{
  sc_json_writer_add_text (writer, "reason", sc_reason_get_id (times->reason));
  write_curve (writer, cycle->curve, times, write);
  sc_json_writer_end (writer);
}

static void
write_decision (ScJsonWriter  *writer,
                const ScCycle *cycle)
{
  const ScTimes *times = &cycle->to_decision;

  begin_times (writer, "to_decision", times);
  sc_cli_write_figure (writer, "low", times->low);
  sc_cli_write_figure (writer, "high", times->high);
  end_times (writer, cycle, times, write_point);
}

static void
write_client (ScJsonWriter  *writer,
              const ScCycle *cycle)
{
  const ScTimes *times = &cycle->to_client;

  begin_times (writer, "to_client", times);
  sc_cli_write_figure (writer, "q90", times->q90);
  sc_cli_write_figure (writer, "share_won", cycle->share_won);
  sc_cli_write_figure (writer, "share_lost", cycle->share_lost);
  end_times (writer, cycle, times, write_client_point);
}

static void
write_designed (ScJsonWriter  *writer,
                const ScCycle *cycle)
{
  sc_json_writer_begin_object (writer, "designed");
  if (cycle->designed.value > 0)
    sc_json_writer_add_int (writer, "value", cycle->designed.value);
  else
    sc_json_writer_add_null (writer, "value");
  sc_json_writer_add_text (writer, "unit", sc_unit_get_id (cycle->designed.unit));
  sc_json_writer_end (writer);
  if (cycle->within_reason == SC_REASON_NONE)
    sc_cli_write_share (writer, "within_designed", &cycle->within_designed);
  else
    sc_json_writer_add_null (writer, "within_designed");
  sc_cli_write_figure (writer, "undecided", cycle->undecided);
}

static void
write_work (ScJsonWriter      *writer,
            const ScStageWork *work)
{
  sc_json_writer_begin_object (writer, "work");
  sc_json_writer_add_int (writer, "n", work->n);
  sc_json_writer_add_int (writer, "not_recorded", work->n_unknown);
  sc_cli_write_figure (writer, "days", work->days);
  sc_cli_write_figure (writer, "worked", work->worked);
  sc_json_writer_add_text (writer, "reason", sc_reason_get_id (work->reason));
  sc_json_writer_end (writer);
}

static void
write_stage (ScJsonWriter      *writer,
             const ScStageTime *stage,
             const ScStageWork *work,
             const ScCalendar  *calendar)
{
  sc_cli_begin_stage (writer, stage->stage_id, stage->name);
  sc_cli_write_target (writer, "target", stage->target, calendar);
  sc_json_writer_add_int (writer, "n_known", stage->n_known);
  sc_cli_write_figure (writer, "median", stage->times.median);
  sc_cli_write_figure (writer, "q25", stage->times.q25);
  sc_cli_write_figure (writer, "q75", stage->times.q75);
  sc_json_writer_add_text (writer, "reason", sc_reason_get_id (stage->times.reason));
  write_work (writer, work);
  sc_json_writer_end (writer);
}

static void
print_json (const ScCycle      *cycle,
            const ScStagesWork *work)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_cli_write_day (writer, "as_of", cycle->query->as_of);
  sc_json_writer_add_text (writer, "unit", sc_day_count_get_id (cycle->query->unit));
  write_deals (writer, cycle);
  write_decision (writer, cycle);
  write_client (writer, cycle);
  write_designed (writer, cycle);
  sc_json_writer_begin_array (writer, "stages");
  for (guint i = 0; i < cycle->stages->len; i++)
    write_stage (writer, cycle->stages->pdata[i], work->stages->pdata[i], cycle->calendar);
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_stages (const ScCycle *cycle)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (4);

  sc_cli_table_add (table, _("Stage"), _("Target time"), _("Half within"), _("Three quarters within"), NULL);
  for (guint i = 0; i < cycle->stages->len; i++)
    {
      const ScStageTime *stage = cycle->stages->pdata[i];
      g_autofree char *target = stage->target.value > 0 ? sc_duration_to_text (stage->target, cycle->calendar) : g_strdup ("–");
      g_autofree char *median = sc_days_to_text (stage->times.median, cycle->query->unit);
      g_autofree char *q75 = sc_days_to_text (stage->times.q75, cycle->query->unit);

      sc_cli_table_add (table, stage->name, target, median, q75, NULL);
    }
  sc_cli_table_print (table);
}

static void
print_text (const ScCycle      *cycle,
            const ScStagesWork *work)
{
  sc_cli_print_sentence (sc_cycle_tell_decision (cycle));
  sc_cli_print_sentence (sc_cycle_tell_client (cycle));
  sc_cli_print_sentence (sc_cycle_tell_undecided (cycle));
  sc_cli_print_sentence (sc_cycle_tell_designed (cycle));
  sc_cli_print_sentence (sc_cycle_tell_trend (cycle));
  sc_cli_print_sentence (sc_cycle_tell_left_out (cycle));
  sc_cli_print_sentence (sc_stages_work_tell (work));
  sc_cli_print_sentence (sc_stages_work_tell_left_out (work));
  sc_cli_print ("\n");
  print_stages (cycle);
}

/**
 * sc_cli_insight_cycle:
 * @call: the call
 *
 * `insight cycle PROCESS [--as-of DATE …]`: tells how long the cycle of a process is.
 *
 * Returns: an exit status
 */
int
sc_cli_insight_cycle (ScCliCall *call)
{
  g_auto (ScCliFigures) options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_FIGURES_OPTIONS (&options),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFiguresQuery) query = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScCycle) cycle = NULL;
  g_autoptr (ScStagesWork) work = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  query = sc_cli_figures_make_query (&options, call, &status);
  if (query == NULL)
    return status;

  store = sc_cli_figures_open (call, query, &error);
  cycle = store != NULL ? sc_cycle_read (store, query, NULL, &error) : NULL;
  work = cycle != NULL ? sc_stages_work_read (store, cycle->query, NULL, &error) : NULL;
  if (work == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (cycle, work);
  else
    print_text (cycle, work);

  return SC_CLI_DONE;
}
