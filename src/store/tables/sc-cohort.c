/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts together what narrows statements on a process's deals to a cohort's. */

#include "store/tables/sc-cohort-private.h"

/* A deal is of the version under which it came in. */
#define OF_VERSION \
        " AND EXISTS (SELECT 1 FROM stage_visit AS first JOIN version ON version.id = first.version_id" \
        "  WHERE first.process_id = d.process_id AND first.deal_id = d.id AND first.number = 1" \
        "   AND version.number = :version)"

/**
 * sc_cohort_is_whole:
 * @self: a cohort
 *
 * Returns: whether it has all deals of its process
 */
gboolean
sc_cohort_is_whole (const ScCohort *self)
{
  return self->from == SC_DATE_NONE && self->to == SC_DATE_NONE && self->owner_id == 0 && self->source == NULL
         && self->label == NULL && !sc_money_is_set (self->low) && !sc_money_is_set (self->high) && self->version == 0;
}

static void
bind_date (ScStatement *statement,
           const char  *name,
           ScDate       date)
{
  g_autofree char *text = sc_date_to_string (date);

  sc_statement_bind_text (statement, name, text);
}

static void
bind (const ScCohort *self,
      ScStatement    *statement)
{
  sc_statement_bind_text (statement, ":process", self->process_id);
  if (self->from != SC_DATE_NONE)
    bind_date (statement, ":from", self->from);
  if (self->to != SC_DATE_NONE)
    bind_date (statement, ":to", self->to);
  if (self->owner_id != 0)
    sc_statement_bind_int (statement, ":owner", self->owner_id);
  if (self->source != NULL)
    sc_statement_bind_text (statement, ":source", self->source);
  if (self->label != NULL)
    sc_statement_bind_text (statement, ":label", self->label);
  if (sc_money_is_set (self->low))
    {
      sc_statement_bind_text (statement, ":low_currency", self->low.currency);
      sc_statement_bind_int (statement, ":low", self->low.minor);
    }
  if (sc_money_is_set (self->high))
    {
      sc_statement_bind_text (statement, ":high_currency", self->high.currency);
      sc_statement_bind_int (statement, ":high", self->high.minor);
    }
  if (self->version != 0)
    sc_statement_bind_int (statement, ":version", self->version);
}

/**
 * sc_cohort_prepare:
 * @self: a cohort
 * @connection: a connection
 * @select: a statement up to its conditions, on “deal AS d”
 * @end: what follows them
 * @error: why it can't be prepared
 *
 * Returns: (transfer full): the statement on the cohort's deals, with their values bound
 */
ScStatement *
sc_cohort_prepare (const ScCohort *self,
                   ScConnection   *connection,
                   const char     *select,
                   const char     *end,
                   GError        **error)
{
  g_autofree char *sql =
    g_strconcat (select, " WHERE d.process_id = (SELECT id FROM process WHERE uuid = :process) AND d.deleted_by IS NULL",
                 self->from != SC_DATE_NONE ? " AND d.started >= :from" : "",
                 self->to != SC_DATE_NONE ? " AND d.started <= :to" : "",
                 self->owner_id != 0 ? " AND d.owner_id = :owner" : "",
                 self->source != NULL ? " AND d.source = :source" : "",
                 self->label != NULL ? " AND d.label = :label" : "",
                 sc_money_is_set (self->low) ? " AND d.currency = :low_currency AND d.value_minor >= :low" : "",
                 sc_money_is_set (self->high) ? " AND d.currency = :high_currency AND d.value_minor <= :high" : "",
                 self->version != 0 ? OF_VERSION : "",
                 end, NULL);
  ScStatement *statement = sc_connection_prepare (connection, sql, error);

  if (statement != NULL)
    bind (self, statement);

  return statement;
}
