/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `plan fact`: tells what has come of plans, and what may still come. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-figures.h"
#include "cli/sc-cli-table.h"
#include "cli/sc-cli-values.h"
#include "statistics/sc-plan-fact.h"

static void
write_expected (ScJsonWriter     *writer,
                const ScPlanFact *fact)
{
  const char *currency = fact->plan->plan.currency;

  if (!fact->is_expected)
    {
      sc_json_writer_add_null (writer, "expected");
      return;
    }

  sc_json_writer_begin_object (writer, "expected");
  sc_cli_write_money (writer, "median", sc_money_new (fact->expected.median, currency));
  sc_cli_write_money (writer, "low", sc_money_new (fact->expected.low, currency));
  sc_cli_write_money (writer, "high", sc_money_new (fact->expected.high, currency));
  sc_json_writer_end (writer);
}

static void
write_fact (ScJsonWriter     *writer,
            const ScPlanFact *fact)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_cli_write_plan_members (writer, fact->plan);
  sc_cli_write_money (writer, "outstanding", fact->outstanding);
  write_expected (writer, fact);
  sc_json_writer_end (writer);
}

static void
print_json (GPtrArray *facts)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_begin_array (writer, "months");
  for (guint i = 0; i < facts->len; i++)
    write_fact (writer, facts->pdata[i]);
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_text (GPtrArray *facts)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (2);

  if (facts->len == 0)
    {
      sc_cli_print ("%s\n", _("Nothing is planned."));
      return;
    }

  for (guint i = 0; i < facts->len; i++)
    {
      const ScPlanFact *fact = facts->pdata[i];
      g_autofree char *sentence = sc_plan_fact_tell (fact);

      sc_cli_table_add (table, fact->plan->owner != NULL ? fact->plan->owner : C_("plan", "All"), sentence, NULL);
    }
  sc_cli_table_print (table);
}

/**
 * sc_cli_plan_fact:
 * @call: the call
 *
 * `plan fact PROCESS`: tells what has come of plans, and what may still come by the end of
 * months that are not over.
 *
 * Returns: an exit status
 */
int
sc_cli_plan_fact (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_call_open_process (call, &process, &error);
  facts = store != NULL ? sc_plan_facts_read (store, process->id, NULL, &error) : NULL;
  if (facts == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (facts);
  else
    print_text (facts);

  return SC_CLI_DONE;
}
