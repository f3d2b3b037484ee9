/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `insight flow`: tells how deals go through the stages of a process. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-figures.h"
#include "cli/sc-cli-table.h"
#include "statistics/sc-figure-words.h"
#include "statistics/sc-flow.h"

static void
write_stage (ScJsonWriter      *writer,
             const ScStageFlow *stage)
{
  sc_cli_begin_stage (writer, stage->stage_id, stage->name);
  sc_json_writer_add_int (writer, "entered", stage->n_entered);
  sc_json_writer_add_int (writer, "left_on", stage->n_left_on);
  sc_json_writer_add_int (writer, "lost", stage->n_lost);
  sc_cli_write_share (writer, "conversion", &stage->conversion);
  sc_json_writer_add_text (writer, "reason", sc_reason_get_id (stage->reason));
  sc_json_writer_add_int (writer, "now", stage->n_now);
  sc_json_writer_add_int (writer, "over_target", stage->n_over_target);
  sc_json_writer_end (writer);
}

static void
write_groups (ScJsonWriter    *writer,
              const char      *name,
              const GPtrArray *groups)
{
  sc_json_writer_begin_array (writer, name);
  for (guint i = 0; i < groups->len; i++)
    {
      const ScFlowGroup *group = groups->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "key", *group->key != '\0' ? group->key : NULL);
      sc_json_writer_add_int (writer, "decided", group->n_decided);
      sc_json_writer_add_int (writer, "won", group->n_won);
      sc_cli_write_share (writer, "share", &group->share);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
write_losses (ScJsonWriter *writer,
              const ScFlow *flow)
{
  sc_json_writer_begin_array (writer, "reasons");
  for (guint i = 0; i < flow->losses->len; i++)
    {
      const ScLossCount *loss = flow->losses->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "reason", loss->reason);
      sc_json_writer_add_text (writer, "stage", loss->stage);
      sc_json_writer_add_int (writer, "n", loss->n);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
write_trial (ScJsonWriter      *writer,
             const ScTrialFlow *trial)
{
  if (trial == NULL)
    {
      sc_json_writer_add_null (writer, "trial");
      return;
    }

  sc_json_writer_begin_object (writer, "trial");
  sc_json_writer_add_int (writer, "entered", trial->n_entered);
  sc_json_writer_add_int (writer, "won", trial->n_won);
  sc_json_writer_add_int (writer, "lost", trial->n_lost);
  sc_json_writer_add_int (writer, "undecided", trial->n_undecided);
  sc_json_writer_add_int (writer, "extended", trial->n_extended);
  sc_cli_write_figure (writer, "median_to_won", trial->to_won.median);
  sc_json_writer_end (writer);
}

static void
print_json (const ScFlow *flow)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_int (writer, "decided", flow->n_decided);
  sc_json_writer_add_int (writer, "won", flow->n_won);
  sc_cli_write_share (writer, "share_won", &flow->share_won);
  sc_json_writer_begin_array (writer, "stages");
  for (guint i = 0; i < flow->stages->len; i++)
    write_stage (writer, flow->stages->pdata[i]);
  sc_json_writer_end (writer);
  sc_json_writer_begin_object (writer, "by");
  write_groups (writer, "owner", flow->by_owner);
  write_groups (writer, "source", flow->by_source);
  write_groups (writer, "month", flow->by_month);
  sc_json_writer_end (writer);
  write_losses (writer, flow);
  write_trial (writer, flow->trial);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_groups (const char      *title,
              const GPtrArray *groups)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (3);

  if (groups->len < 2)
    return;

  sc_cli_print ("\n");
  sc_cli_table_add (table, title, _("Decided"), _("Won of them"), NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const ScFlowGroup *group = groups->pdata[i];
      g_autofree char *decided = g_strdup_printf ("%u", group->n_decided);
      g_autofree char *share = group->reason == SC_REASON_NONE ? sc_share_to_text (&group->share) : g_strdup ("–");

      sc_cli_table_add (table, *group->key != '\0' ? group->key : C_("group", "None"), decided, share, NULL);
    }
  sc_cli_table_print (table);
}

static void
print_text (const ScFlow *flow)
{
  sc_cli_print_sentence (sc_flow_tell_won (flow));
  sc_cli_print_sentence (sc_flow_tell_trend (flow));
  sc_cli_print_sentence (sc_flow_tell_weeks (flow));
  if (flow->trial != NULL)
    sc_cli_print_sentence (sc_trial_flow_tell (flow->trial, flow->query->unit));
  sc_cli_print ("\n");
  for (guint i = 0; i < flow->stages->len; i++)
    sc_cli_print_sentence (sc_stage_flow_tell (flow->stages->pdata[i]));
  print_groups (_("Owner"), flow->by_owner);
  print_groups (_("Source"), flow->by_source);
  print_groups (_("Started in"), flow->by_month);
}

/**
 * sc_cli_insight_flow:
 * @call: the call
 *
 * `insight flow PROCESS [--as-of DATE …]`: tells how deals go through the stages of a
 * process.
 *
 * Returns: an exit status
 */
int
sc_cli_insight_flow (ScCliCall *call)
{
  g_auto (ScCliFigures) options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_FIGURES_OPTIONS (&options),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScFiguresQuery) query = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScFlow) flow = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  query = sc_cli_figures_make_query (&options, call, &status);
  if (query == NULL)
    return status;

  store = sc_cli_figures_open (call, query, &error);
  flow = store != NULL ? sc_flow_read (store, query, NULL, &error) : NULL;
  if (flow == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (flow);
  else
    print_text (flow);

  return SC_CLI_DONE;
}
