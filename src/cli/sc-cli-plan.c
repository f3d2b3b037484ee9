/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `plan`: says what is to be won in a month, and tells it beside what was. */

#include <glib/gi18n-lib.h>

#include "change/sc-plan-commands.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-figures.h"
#include "cli/sc-cli-table.h"
#include "cli/sc-cli-values.h"
#include "files/sc-json-writer.h"
#include "model/sc-amount-entry.h"
#include "model/sc-month.h"
#include "store/sc-store-plans.h"

/* Months further away are a mistake, as days are. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

typedef struct {
  char *month;
  char *amount;
  char *currency;
  char *owner;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->month);
  g_free (self->amount);
  g_free (self->currency);
  g_free (self->owner);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
write_plan (ScJsonWriter *writer,
            const ScPlan *plan)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_cli_write_plan_members (writer, plan);
  sc_json_writer_end (writer);
}

static void
print_json (GPtrArray *plans)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_begin_array (writer, "months");
  for (guint i = 0; i < plans->len; i++)
    write_plan (writer, plans->pdata[i]);
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_text (GPtrArray *plans)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (5);

  if (plans->len == 0)
    {
      sc_cli_print ("%s\n", _("Nothing is planned."));
      return;
    }

  sc_cli_table_add (table, _("Month"), _("Owner"), _("Plan"), _("Won"), _("Received"), NULL);
  for (guint i = 0; i < plans->len; i++)
    {
      const ScPlan *plan = plans->pdata[i];
      g_autofree char *month = sc_month_to_string (plan->month);
      g_autofree char *planned = sc_money_to_text (plan->plan);
      g_autofree char *won = sc_money_to_text (plan->won);
      g_autofree char *received = sc_money_to_text (plan->received);

      sc_cli_table_add (table, month, plan->owner != NULL ? plan->owner : C_("plan", "All"), planned, won, received, NULL);
    }
  sc_cli_table_print (table);
}

static int
show (ScCliCall  *call,
      ScStore    *store,
      const char *process_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = sc_store_list_plans (store, process_id, &error);

  if (plans == NULL)
    return sc_cli_call_fail (call, error);

  if (call->is_json)
    print_json (plans);
  else
    print_text (plans);

  return SC_CLI_DONE;
}

/* In the currency that it says, or is told; else in the one that the process uses most, or
 * that of the user's country. */
static gboolean
read_amount (const Options *options,
             ScStore       *store,
             const char    *process_id,
             ScMoney       *amount,
             GError       **error)
{
  g_auto (GStrv) used = sc_store_list_currencies (store, process_id, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) known = NULL;

  if (used == NULL)
    return FALSE;

  if (options->currency != NULL)
    g_strv_builder_add (builder, options->currency);
  g_strv_builder_addv (builder, (const char **) used);
  g_strv_builder_add (builder, sc_currency_get_default ());
  known = g_strv_builder_end (builder);
  if (sc_amount_entry_read (options->amount, known[0], (const char *const *) known, amount) == SC_AMOUNT_READ)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("“%s” is not a valid amount; give one such as 12000, 5k or 1.5m."), options->amount);

  return FALSE;
}

static gboolean
set (ScStore         *store,
     const ScProcess *process,
     const Options   *options,
     ScDate           month,
     GError         **error)
{
  ScMoney amount = { 0 };
  g_autoptr (ScOutcome) outcome = NULL;

  if (options->currency != NULL && !sc_currency_is_valid (options->currency))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("“%s” is not a currency; give its ISO 4217 code, such as EUR."), options->currency);
      return FALSE;
    }
  if (*options->amount != '\0' && !read_amount (options, store, process->id, &amount, error))
    return FALSE;

  outcome = sc_command_run (sc_command_set_plan (process, month, options->owner, amount), store, NULL, error);

  return outcome != NULL;
}

static ScDate
read_month (const Options *options,
            ScCliCall     *call)
{
  ScDate month = sc_month_parse (options->month);

  if (options->month == NULL)
    sc_cli_call_misuse (call, _("“--month YYYY-MM” is missing."));
  else if (options->amount == NULL)
    sc_cli_call_misuse (call, _("“--amount AMOUNT” is missing."));
  else if (options->owner != NULL && *options->owner == '\0')
    sc_cli_call_misuse (call, _("“--owner” needs a name."));
  else if (month < sc_date_new (FIRST_YEAR, 1, 1) || month > sc_date_new (LAST_YEAR, 12, 31))
    sc_cli_call_misuse (call, _("“%s” is not a month of the form YYYY-MM."), options->month);
  else
    return month;

  return SC_DATE_NONE;
}

/**
 * sc_cli_plan_set:
 * @call: the call
 *
 * `plan set PROCESS --month YYYY-MM --amount AMOUNT [--currency CODE] [--owner NAME]`: says
 * what is to be won in a month. An empty amount takes the plan away.
 *
 * Returns: an exit status
 */
int
sc_cli_plan_set (ScCliCall *call)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("month", &options.month, N_("The month"), "YYYY-MM"),
    SC_CLI_TEXT ("amount", &options.amount, N_("What is to be won in it; an empty one takes the plan away"), N_("AMOUNT")),
    SC_CLI_TEXT ("currency", &options.currency, N_("Its currency, in ISO 4217"), N_("CODE")),
    SC_CLI_TEXT ("owner", &options.owner, N_("Whose plan it is, rather than that of all together"), N_("NAME")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = NULL;
  ScDate month;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  month = read_month (&options, call);
  if (month == SC_DATE_NONE)
    return SC_CLI_MISUSED;

  store = sc_cli_call_open_process (call, &process, &error);
  if (store == NULL || !set (store, process, &options, month, &error))
    return sc_cli_call_fail (call, error);

  return show (call, store, process->id);
}

/**
 * sc_cli_plan_show:
 * @call: the call
 *
 * `plan show PROCESS`: tells what is to be won, by month, beside what was.
 *
 * Returns: an exit status
 */
int
sc_cli_plan_show (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_call_open_process (call, &process, &error);

  return store != NULL ? show (call, store, process->id) : sc_cli_call_fail (call, error);
}
