/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the subcommands about figures share: which deals and as of which day, and how
 * numbers, shares and times are written. */

#include "cli/sc-cli-figures.h"

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-values.h"
#include "model/sc-month.h"

/**
 * sc_cli_figures_clear:
 * @self: which deals are wanted
 */
void
sc_cli_figures_clear (ScCliFigures *self)
{
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->unit, g_free);
}

static gboolean
take_days (const ScCliFigures *self,
           ScCliCall          *call,
           ScFiguresQuery     *query)
{
  g_autoptr (GError) error = NULL;

  if (sc_cli_read_date (self->as_of, &query->as_of, &error)
      && sc_cli_read_date (self->from, &query->from, &error)
      && sc_cli_read_date (self->to, &query->to, &error))
    {
      if (query->from == SC_DATE_NONE || query->to == SC_DATE_NONE || query->from <= query->to)
        return TRUE;

      sc_cli_call_misuse (call, _("“--from” is a later day than “--to”."));
    }
  else
    {
      sc_cli_call_misuse (call, "%s", error->message);
    }

  return FALSE;
}

static gboolean
take_version (const ScCliFigures *self,
              ScCliCall          *call,
              ScFiguresQuery     *query)
{
  guint64 number = 0;

  if (self->version != NULL && !g_ascii_string_to_unsigned (self->version, 10, 1, G_MAXINT, &number, NULL))
    {
      sc_cli_call_misuse (call, _("“%s” is not a version; use a number."), self->version);
      return FALSE;
    }

  query->version = (guint) number;

  return TRUE;
}

static gboolean
take_unit (const ScCliFigures *self,
           ScCliCall          *call,
           ScFiguresQuery     *query)
{
  if (self->unit == NULL || sc_day_count_from_id (self->unit, &query->unit))
    return TRUE;

  sc_cli_call_misuse (call, _("“%s” is not a unit of days; use days or working-days."), self->unit);

  return FALSE;
}

/**
 * sc_cli_figures_make_query:
 * @self: which deals are wanted, as the options have it
 * @call: the call
 * @status: (out): the exit status where the command line is wrong
 *
 * Returns: (transfer full) (nullable): the same as a query, without the process
 */
ScFiguresQuery *
sc_cli_figures_make_query (const ScCliFigures *self,
                           ScCliCall          *call,
                           int                *status)
{
  g_autoptr (ScFiguresQuery) query = sc_figures_query_new (NULL);

  *status = SC_CLI_MISUSED;
  query->owner = g_strdup (self->owner);
  query->source = g_strdup (self->source);
  if (!take_days (self, call, query) || !take_version (self, call, query) || !take_unit (self, call, query))
    return NULL;

  return g_steal_pointer (&query);
}

/**
 * sc_cli_figures_open:
 * @call: a call, whose first word names a process
 * @query: which deals are wanted; it gets the process
 * @error: of %SC_STORE_ERROR
 *
 * Returns: (transfer full): the database
 */
ScStore *
sc_cli_figures_open (ScCliCall      *call,
                     ScFiguresQuery *query,
                     GError        **error)
{
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_process (call, &process, error);

  if (store == NULL)
    return NULL;

  g_set_str (&query->process_id, process->id);

  return g_steal_pointer (&store);
}

/**
 * sc_cli_begin_stage:
 * @writer: a writer
 * @stage_id: a stage
 * @name: what it is called
 *
 * Begins an object of figures of the stage, which the caller ends.
 */
void
sc_cli_begin_stage (ScJsonWriter *writer,
                    const char   *stage_id,
                    const char   *name)
{
  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "id", stage_id);
  sc_json_writer_add_text (writer, "name", name);
}

/**
 * sc_cli_write_figure:
 * @writer: a writer
 * @name: the member's name
 * @figure: a figure, null where it is not known
 */
void
sc_cli_write_figure (ScJsonWriter *writer,
                     const char   *name,
                     double        figure)
{
  if (sc_figure_is_known (figure))
    sc_json_writer_add_number (writer, name, figure);
  else
    sc_json_writer_add_null (writer, name);
}

/**
 * sc_cli_write_share:
 * @writer: a writer
 * @name: the member's name
 * @share: a share; null where it is of too few
 */
void
sc_cli_write_share (ScJsonWriter  *writer,
                    const char    *name,
                    const ScShare *share)
{
  if (share->of < SC_FEWEST_CASES)
    {
      sc_json_writer_add_null (writer, name);
      return;
    }

  sc_json_writer_begin_object (writer, name);
  sc_cli_write_figure (writer, "value", share->value);
  sc_cli_write_figure (writer, "low", share->low);
  sc_cli_write_figure (writer, "high", share->high);
  sc_json_writer_end (writer);
}

/**
 * sc_cli_write_target:
 * @writer: a writer
 * @name: the member's name
 * @target: a target time, null where there is none; in working days
 * @calendar: how long these are
 */
void
sc_cli_write_target (ScJsonWriter     *writer,
                     const char       *name,
                     ScDuration        target,
                     const ScCalendar *calendar)
{
  guint hours = sc_duration_get_hours (target, calendar);

  sc_cli_write_figure (writer, name, hours > 0 ? hours / (double) sc_calendar_get_hours (calendar) : SC_FIGURE_NONE);
}

/**
 * sc_cli_write_day:
 * @writer: a writer
 * @name: the member's name
 * @day: a day
 */
void
sc_cli_write_day (ScJsonWriter *writer,
                  const char   *name,
                  ScDate        day)
{
  g_autofree char *text = sc_date_to_string (day);

  sc_json_writer_add_text (writer, name, text);
}

/**
 * sc_cli_write_plan_members:
 * @writer: a writer within an object
 * @plan: a plan
 *
 * Writes of whom and of which month it is, what is planned, and what came of it.
 */
void
sc_cli_write_plan_members (ScJsonWriter *writer,
                           const ScPlan *plan)
{
  g_autofree char *month = sc_month_to_string (plan->month);

  sc_json_writer_add_text (writer, "month", month);
  sc_json_writer_add_text (writer, "owner", plan->owner);
  sc_cli_write_money (writer, "plan", plan->plan);
  sc_cli_write_money (writer, "won", plan->won);
  sc_cli_write_money (writer, "received", plan->received);
}

/**
 * sc_cli_print_sentence:
 * @sentence: (transfer full): a sentence, a line of its own; nothing where it is empty
 */
void
sc_cli_print_sentence (char *sentence)
{
  if (*sentence != '\0')
    sc_cli_print ("%s\n", sentence);
  g_free (sentence);
}
