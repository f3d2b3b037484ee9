/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements are put together from literals only, so there are few of them
 * and the connection's cache keeps them; every value is a parameter. */

#include "store/tables/sc-deal-filter-private.h"

#include <string.h>

#include "store/sc-deleted.h"
#include "store/sc-search-key.h"

#define ALL_STATUSES ((1u << SC_N_DEAL_STATUSES) - 1)

struct _ScDealFilter {
  ScDealQuery *query;
  GStrv words;
};

/* A phone is found however it is written, a deal also by its number and by what its client
 * has told. What is longer to look through, or has to be folded first, comes last: a deal
 * that is found before is not looked through. */
#define BARE_PHONE \
        "replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')"
#define FOUND_BY(n) \
        " AND (contains(d.search, :word" #n ") OR d.id = :number" #n " OR d.person_id IN (SELECT id FROM person" \
        " WHERE (phone IS NOT NULL OR email IS NOT NULL)" \
        "  AND (contains(" BARE_PHONE ", :phone" #n ") OR contains(search_key(email), :word" #n ")))" \
        " OR d.id IN (SELECT contact.deal_id FROM contact JOIN person ON person.id = contact.person_id" \
        " WHERE contact.deleted_by IS NULL AND (contains(search_key(name), :word" #n ")" \
        "  OR contains(" BARE_PHONE ", :phone" #n ") OR contains(search_key(email), :word" #n ")))" \
        " OR d.id IN (SELECT deal_id FROM answer WHERE deleted_by IS NULL AND contains(answer.search, :word" #n "))" \
        " OR (d.label IS NOT NULL AND contains(search_key(d.label), :word" #n "))" \
        " OR (d.source IS NOT NULL AND contains(search_key(d.source), :word" #n "))" \
        " OR (d.notes <> '' AND contains(search_key(d.notes), :word" #n ")))"

static const char *const word_conditions[] = {
  FOUND_BY (0), FOUND_BY (1), FOUND_BY (2), FOUND_BY (3), FOUND_BY (4), FOUND_BY (5), FOUND_BY (6), FOUND_BY (7),
};

static const char *const word_names[] = {
  ":word0", ":word1", ":word2", ":word3", ":word4", ":word5", ":word6", ":word7",
};

static const char *const phone_names[] = {
  ":phone0", ":phone1", ":phone2", ":phone3", ":phone4", ":phone5", ":phone6", ":phone7",
};

static const char *const number_names[] = {
  ":number0", ":number1", ":number2", ":number3", ":number4", ":number5", ":number6", ":number7",
};

/* Where the published version has the deal's stage. */
#define STAGE_PLACE \
        "(SELECT s.position FROM version AS v JOIN version_stage AS s ON s.version_id = v.id" \
        " WHERE v.process_id = d.process_id AND v.status = 'published' AND v.deleted_by IS NULL" \
        " AND s.stage_id = d.stage_id AND s.deleted_by IS NULL)"
/* Which deals are parked depends on the day on which they are read. */
static const char *const parked_conditions[] = {
  [SC_PARKED_OR_NOT] = "",
  [SC_PARKED_NOT] = " AND " SC_DEAL_AT_WORK,
  [SC_PARKED_ONLY] = " AND d.parked_until > :today",
};

#define WITHOUT_STEP \
        " AND NOT EXISTS (SELECT 1 FROM activity AS planned WHERE planned.deal_id = d.id" \
        " AND planned.done_at IS NULL AND planned.deleted_by IS NULL)"

/* As a deal goes through them. */
#define STATUS_PLACE \
        "CASE d.status WHEN 'open' THEN 0 WHEN 'won' THEN 1 WHEN 'completed' THEN 2 WHEN 'ended-early' THEN 3 ELSE 4 END"

/* As the deal's own row has it. */
#define NEXT_STEP \
        " FROM activity WHERE deal_id = d.id AND done_at IS NULL AND deleted_by IS NULL" \
        " ORDER BY due IS NULL, due, id LIMIT 1"

#define BY(key) \
        { " ORDER BY " key " NULLS LAST, d.id DESC", " ORDER BY " key " DESC NULLS LAST, d.id DESC" }

/* Ascending and descending. */
static const char *const sorted_orders[SC_N_DEAL_ORDERS][2] = {
  [SC_DEAL_ORDER_TITLE] = BY ("sort_text(d.title)"),
  [SC_DEAL_ORDER_COMPANY] = BY ("(SELECT sort_text(name) FROM company WHERE id = d.company_id)"),
  /* Amounts of different currencies do not compare. */
  [SC_DEAL_ORDER_VALUE] = BY ("d.value_minor IS NULL, d.currency, d.value_minor"),
  [SC_DEAL_ORDER_STAGE] = BY (STAGE_PLACE),
  [SC_DEAL_ORDER_STATUS] = BY (STATUS_PLACE),
  [SC_DEAL_ORDER_OWNER] = BY ("(SELECT sort_text(name) FROM \"user\" WHERE id = d.owner_id)"),
  [SC_DEAL_ORDER_STARTED] = BY ("d.started"),
  [SC_DEAL_ORDER_CLOSED] = BY ("d.closed"),
  [SC_DEAL_ORDER_NEXT_STEP] = BY ("(SELECT sort_text(title)" NEXT_STEP ")"),
  [SC_DEAL_ORDER_DUE] = BY ("(SELECT due" NEXT_STEP ")"),
  [SC_DEAL_ORDER_EXPECTED_CLOSE] = BY ("d.expected_close"),
  /* What came last is youngest; what has left the board has no age. */
  [SC_DEAL_ORDER_AGE] = BY ("CASE WHEN d.status IN ('open', 'won') THEN -d.entered_at END"),
  [SC_DEAL_ORDER_LABEL] = BY ("sort_text(d.label)"),
};

/**
 * sc_deal_filter_new:
 * @query: a query
 *
 * Returns: (transfer full): its conditions
 */
ScDealFilter *
sc_deal_filter_new (const ScDealQuery *query)
{
  ScDealFilter *self = g_new0 (ScDealFilter, 1);

  self->query = sc_deal_query_copy (query);
  self->words = sc_search_split (query->search);

  return self;
}

/**
 * sc_deal_filter_free:
 * @self: (transfer full): conditions
 */
void
sc_deal_filter_free (ScDealFilter *self)
{
  sc_deal_query_free (self->query);
  g_strfreev (self->words);
  g_free (self);
}

/**
 * sc_deal_filter_get_order:
 * @self: conditions
 *
 * Returns: (transfer none): the order wanted, as the end of a statement
 */
const char *
sc_deal_filter_get_order (ScDealFilter *self)
{
  if (sc_deal_query_is_sorted (self->query))
    return sorted_orders[self->query->order][self->query->is_descending ? 1 : 0];
  if (self->query->is_deleted)
    return " ORDER BY d.deleted_by DESC, d.id DESC";
  if (self->query->order == SC_DEAL_ORDER_SCHEME)
    return " ORDER BY " STAGE_PLACE " NULLS LAST, d.stage_id, d.position, d.id";
  if (self->query->order == SC_DEAL_ORDER_CHANGED)
    return " ORDER BY d.revision DESC, d.id DESC";
  if (self->query->order == SC_DEAL_ORDER_NEWEST)
    return " ORDER BY d.id DESC";
  if (self->query->stage_id != NULL)
    return " ORDER BY d.position, d.id";

  return " ORDER BY d.stage_id, d.position, d.id";
}

/**
 * sc_deal_filter_make_found_order:
 * @self: conditions
 *
 * A deal is meant by its number more than by anything else, and by its name more than by
 * what has been noted about it.
 *
 * Returns: (transfer full): the order in which a search finds deals, as the end of a
 *   statement: the one of that number, those that have all words in title, company or
 *   person, those on a board, and of each sort the newest first
 */
char *
sc_deal_filter_make_found_order (ScDealFilter *self)
{
  g_autoptr (GString) sql = g_string_new (" ORDER BY ");

  if (self->words[0] != NULL && self->words[1] == NULL)
    g_string_append (sql, "d.id = :number0 DESC, ");
  g_string_append (sql, "TRUE");
  for (guint i = 0; self->words[i] != NULL; i++)
    g_string_append_printf (sql, " AND contains(d.search, %s)", word_names[i]);
  g_string_append (sql, " DESC, d.status NOT IN ('open', 'won'), d.id DESC");

  return g_string_free_and_steal (g_steal_pointer (&sql));
}

static gboolean
is_standing (guint statuses)
{
  return statuses != 0 && (statuses & ~SC_DEAL_STATUSES_STANDING) == 0;
}

/* The board's index serves without it; a stage's closed deals are found among
 * the process's. */
static gboolean
has_process (const ScDealQuery *query)
{
  return query->process_id != NULL && (query->stage_id == NULL || !is_standing (query->statuses) || query->is_deleted);
}

/* A process that is deleted keeps its deals, which nobody sees. */
static gboolean
is_of_all (const ScDealQuery *query)
{
  return query->process_id == NULL && query->stage_id == NULL && !query->is_deleted;
}

static void
add_statuses (GString *sql,
              guint    statuses)
{
  const char *separator = " AND d.status IN (";

  if (statuses == 0 || (statuses & ALL_STATUSES) == ALL_STATUSES)
    return;

  /* In the words of the partial indexes, so that they serve. */
  if (is_standing (statuses))
    g_string_append (sql, " AND d.status IN ('open', 'won')");
  if (statuses == SC_DEAL_STATUSES_STANDING)
    return;

  for (guint i = 0; i < SC_N_DEAL_STATUSES; i++)
    if ((statuses & (1u << i)) != 0)
      {
        g_string_append_printf (sql, "%s'%s'", separator, sc_deal_status_get_id (i));
        separator = ", ";
      }
  g_string_append_c (sql, ')');
}

/* The limit of a column's stage, or those of all stages. */
static void
add_limits (GString           *sql,
            const ScDealQuery *query)
{
  if (query->limits == NULL)
    return;

  g_string_append (sql, " AND (FALSE");
  for (guint i = 0; i < query->limits->len; i++)
    if (query->stage_id == NULL || g_str_equal (((ScStageLimit *) query->limits->pdata[i])->stage_id, query->stage_id))
      g_string_append_printf (sql, " OR d.stage_id = (SELECT id FROM stage WHERE uuid = :limited%u)"
                              " AND d.entered_at < :before%u", i, i);
  g_string_append (sql, ") AND " SC_DEAL_AT_WORK " AND d.status IN ('open', 'won')");
}

static void
bind_limits (ScStatement       *statement,
             const ScDealQuery *query)
{
  for (guint i = 0; query->limits != NULL && i < query->limits->len; i++)
    {
      const ScStageLimit *limit = query->limits->pdata[i];
      char stage[32], before[32];

      g_snprintf (stage, sizeof stage, ":limited%u", i);
      g_snprintf (before, sizeof before, ":before%u", i);
      if (!sc_statement_has (statement, stage))
        continue;

      sc_statement_bind_text (statement, stage, limit->stage_id);
      sc_statement_bind_int (statement, before, limit->entered_before);
    }
}

/* A deal's number as people write it, “12”, “#12”, “№12” (which is folded to “no12”); 0 for
 * any other word. */
static gint64
read_number (const char *word)
{
  const char *digits = word;
  gint64 number;

  if (*digits == '#')
    digits++;
  else if (g_str_has_prefix (digits, "no"))
    digits += strlen ("no");

  return g_ascii_isdigit (*digits) && g_ascii_string_to_signed (digits, 10, 0, G_MAXINT64, &number, NULL) ? number : 0;
}

/* A word that is part of a phone is looked for without what stands between digits. */
static void
bind_word (ScStatement *statement,
           guint        place,
           const char  *word)
{
  g_auto (GStrv) parts = g_strsplit_set (word, "-().", -1);
  g_autofree char *bare = g_strjoinv ("", parts);
  gboolean is_phone = *bare != '\0' && strspn (bare, "+0123456789") == strlen (bare);

  sc_statement_bind_text (statement, word_names[place], word);
  sc_statement_bind_text (statement, phone_names[place], is_phone ? bare : word);
  sc_statement_bind_int (statement, number_names[place], read_number (word));
}

/**
 * sc_deal_filter_bind_today:
 * @statement: a statement that tells parked deals from others, by `:today`
 *
 * Binds the user's today.
 */
void
sc_deal_filter_bind_today (ScStatement *statement)
{
  g_autofree char *today = sc_date_to_string (sc_clock_today ());

  sc_statement_bind_text (statement, ":today", today);
}

/**
 * sc_deal_filter_prepare:
 * @self: conditions
 * @connection: a connection
 * @select: the statement up to its conditions, `SELECT … FROM deal AS d …`
 * @rest: what follows them
 * @error: why it can't be prepared
 *
 * Returns: (transfer full): the statement, with the conditions' values
 */
ScStatement *
sc_deal_filter_prepare (ScDealFilter *self,
                        ScConnection *connection,
                        const char   *select,
                        const char   *rest,
                        GError      **error)
{
  g_autoptr (GString) sql = g_string_new (select);
  ScStatement *statement;

  g_string_append (sql, self->query->is_deleted ? " WHERE " SC_DEAL_RECENTLY_DELETED : " WHERE d.deleted_by IS NULL");
  if (self->query->deleted_with != 0)
    g_string_append (sql, " AND d.deleted_by = :deleted_with");
  if (self->query->stage_id != NULL)
    g_string_append (sql, " AND d.stage_id = (SELECT id FROM stage WHERE uuid = :stage_id)");
  if (has_process (self->query))
    g_string_append (sql, " AND d.process_id = (SELECT id FROM process WHERE uuid = :process_id)");
  else if (is_of_all (self->query))
    g_string_append (sql, " AND d.process_id IN (SELECT id FROM process WHERE deleted_by IS NULL)");
  add_statuses (sql, self->query->statuses);
  if (self->query->owner_id != 0)
    g_string_append (sql, " AND d.owner_id = :owner_id");
  if (self->query->only != NULL)
    g_string_append (sql, " AND is_one_of(d.id, :only)");
  g_string_append (sql, parked_conditions[self->query->parked]);
  if (self->query->label != NULL)
    g_string_append (sql, " AND d.label = :label");
  if (self->query->is_without_step)
    g_string_append (sql, WITHOUT_STEP);
  add_limits (sql, self->query);
  for (guint i = 0; self->words[i] != NULL; i++)
    g_string_append (sql, word_conditions[i]);
  g_string_append (sql, rest);

  statement = sc_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return NULL;

  if (self->query->is_deleted)
    sc_statement_bind_int (statement, ":since", sc_deleted_get_since ());
  if (self->query->deleted_with != 0)
    sc_statement_bind_int (statement, ":deleted_with", self->query->deleted_with);
  if (self->query->stage_id != NULL)
    sc_statement_bind_text (statement, ":stage_id", self->query->stage_id);
  if (has_process (self->query))
    sc_statement_bind_text (statement, ":process_id", self->query->process_id);
  if (self->query->owner_id != 0)
    sc_statement_bind_int (statement, ":owner_id", self->query->owner_id);
  if (self->query->only != NULL)
    sc_statement_bind_numbers (statement, ":only", self->query->only);
  if (self->query->parked != SC_PARKED_OR_NOT || self->query->limits != NULL)
    sc_deal_filter_bind_today (statement);
  if (self->query->label != NULL)
    sc_statement_bind_text (statement, ":label", self->query->label);
  bind_limits (statement, self->query);
  for (guint i = 0; self->words[i] != NULL; i++)
    bind_word (statement, i, self->words[i]);

  return statement;
}
