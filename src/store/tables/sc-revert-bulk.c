/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking a bulk change back, in a handful of statements: deals that it made are
 * known by created_by, what it made of others was kept.
 *
 * A statement that changes rows keeps what their pages were in memory until it
 * ends, so each is run for some thousand deals at a time: a million need no more
 * room than they do. */

#include "store/tables/sc-revert-private.h"

/* So many deals at a time; from so many on counts are made anew in the end. */
#define SLICE "10000"
#define N_MANY 10000

/* The last deal that was there before the bulk change: later ones have higher
 * numbers. It is looked for from the end, where the change's own stand. */
#define LAST_BEFORE "SELECT max(id) FROM deal WHERE created_by < :root"
#define COUNT_DEALS \
        "SELECT (SELECT count(*) FROM (SELECT 1 FROM deal" \
        "  WHERE id > coalesce((" LAST_BEFORE "), 0) AND created_by = :root LIMIT " SLICE "))" \
        " + (SELECT count(*) FROM (SELECT 1 FROM kept_deal WHERE change_id = :root LIMIT " SLICE "))"

/* The last one of the next slice of the deals that the bulk change made, and of
 * those that it changed. */
#define NEXT_NEW \
        "SELECT max(id) FROM (SELECT id FROM deal WHERE id > :after AND created_by = :root" \
        " ORDER BY id LIMIT " SLICE ")"
#define NEXT_KEPT \
        "SELECT max(deal_id) FROM (SELECT deal_id FROM kept_deal WHERE change_id = :root AND deal_id > :after" \
        " ORDER BY deal_id LIMIT " SLICE ")"
#define NEXT_BACK \
        "SELECT max(id) FROM (SELECT id FROM back_deal WHERE id > :after ORDER BY id LIMIT " SLICE ")"
#define IN_SLICE " WHERE id > :after AND id <= :last"
#define UNLESS_THERE " ON CONFLICT (id) DO NOTHING"

static void
bind_changes (ScStatement   *statement,
              ScWrite       *write,
              const ScTaken *taken)
{
  if (sc_statement_has (statement, ":self"))
    sc_statement_bind_int (statement, ":self", write->change_id);
  if (sc_statement_has (statement, ":root"))
    sc_statement_bind_int (statement, ":root", taken->root);
  if (sc_statement_has (statement, ":taken"))
    sc_statement_bind_int (statement, ":taken", taken->id);
  if (sc_statement_has (statement, ":is_redo"))
    sc_statement_bind_int (statement, ":is_redo", taken->is_undo);
}

/* @after and @last are for statements that have them. */
static gboolean
run_slice (ScWrite       *write,
           const ScTaken *taken,
           const char    *sql,
           gint64         after,
           gint64         last,
           GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (write->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  bind_changes (statement, write, taken);
  if (sc_statement_has (statement, ":after"))
    {
      sc_statement_bind_int (statement, ":after", after);
      sc_statement_bind_int (statement, ":last", last);
    }

  return sc_statement_execute (statement, error);
}

/**
 * sc_revert_run:
 * @write: a write
 * @taken: what it takes back
 * @sql: a statement, with `:self` for the write's own change, `:taken` for the
 *   one that is taken back and `:root` for what was done at first
 * @error: why it can't be written
 *
 * Returns: whether it was carried out
 */
gboolean
sc_revert_run (ScWrite       *write,
               const ScTaken *taken,
               const char    *sql,
               GError       **error)
{
  return run_slice (write, taken, sql, 0, 0, error);
}

/* A number that a statement gives; 0 where it is NULL, -1 with @error set. */
static gint64
read_number (ScWrite       *write,
             const ScTaken *taken,
             const char    *sql,
             gint64         after,
             GError       **error)
{
  g_autoptr (ScStatement) statement = sc_connection_prepare (write->connection, sql, error);

  if (statement == NULL)
    return -1;

  bind_changes (statement, write, taken);
  if (sc_statement_has (statement, ":after"))
    sc_statement_bind_int (statement, ":after", after);

  return sc_statement_read_number (statement, error);
}

/* Statements one after the other for each slice of the deals behind @after;
 * those with `:after` and `:last` are for deals behind the former, up to the
 * latter. */
static gboolean
run_in_slices (ScWrite           *write,
               const ScTaken     *taken,
               gint64             after,
               const char        *next,
               const char *const *sql,
               guint              n_sql,
               GError           **error)
{
  gint64 last;

  while ((last = read_number (write, taken, next, after, error)) > 0)
    {
      for (guint i = 0; i < n_sql; i++)
        if (!run_slice (write, taken, sql[i], after, last, error))
          return FALSE;
      after = last;
    }

  return last == 0;
}

/* For the deals that the bulk change made. */
static gboolean
run_on_new (ScWrite           *write,
            const ScTaken     *taken,
            const char *const *sql,
            guint              n_sql,
            GError           **error)
{
  gint64 before = read_number (write, taken, LAST_BEFORE, 0, error);

  return before >= 0 && run_in_slices (write, taken, before, NEXT_NEW, sql, n_sql, error);
}

/**
 * sc_revert_run_on_back:
 * @write: a write
 * @taken: what it takes back
 * @sql: a statement for those deals of back_deal that are behind `:after`,
 *   up to `:last`
 * @error: why it can't be written
 *
 * Returns: whether it was carried out for all that have gone back
 */
gboolean
sc_revert_run_on_back (ScWrite       *write,
                       const ScTaken *taken,
                       const char    *sql,
                       GError       **error)
{
  return run_in_slices (write, taken, 0, NEXT_BACK, &sql, 1, error);
}

static gboolean
name_left_deals (ScWrite   *write,
                 GPtrArray *left_alone,
                 GError   **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (write->connection,
                           "SELECT title FROM left_deal CROSS JOIN deal WHERE deal.id = left_deal.id LIMIT 1000",
                           error);

  if (statement == NULL)
    return FALSE;

  while (sc_statement_step (statement, error))
    sc_revert_leave_alone (left_alone, sc_statement_dup_text (statement, 0));

  return !sc_statement_has_failed (statement);
}

/* Steps and contacts that came with a deal that goes. */
#define OF_BACK \
        " WHERE deal_id > :after AND deal_id <= :last AND deal_id IN (SELECT id FROM back_deal)" \
        "  AND created_by = :root AND revision = :root AND deleted_by IS NULL"
#define MADE_AGAIN \
        " SET deleted_by = NULL, revision = :root" \
        " WHERE created_by = :root AND deleted_by = :taken AND revision = :taken" \
        "  AND deal_id IN (SELECT id FROM back_deal)"

/* Deals that the bulk change made. */
static gboolean
take_new_deals_back (ScWrite       *write,
                     const ScTaken *taken,
                     GError       **error)
{
  static const char *const sql[] = {
    "INSERT INTO left_deal (id) SELECT id FROM deal"
    IN_SLICE " AND created_by = :root AND revision <> :root AND deleted_by IS NULL"
    UNLESS_THERE,
    "INSERT INTO back_deal (id) SELECT id FROM deal"
    IN_SLICE " AND created_by = :root AND revision = :root AND deleted_by IS NULL"
    UNLESS_THERE,
    "UPDATE deal SET deleted_by = :self, revision = :self"
    IN_SLICE " AND created_by = :root AND revision = :root AND deleted_by IS NULL",
    "UPDATE activity SET deleted_by = :self, revision = :self" OF_BACK,
    "UPDATE contact SET deleted_by = :self, revision = :self" OF_BACK,
  };

  return run_on_new (write, taken, sql, G_N_ELEMENTS (sql), error);
}

static gboolean
make_deals_again (ScWrite       *write,
                  const ScTaken *taken,
                  GError       **error)
{
  static const char *const sql[] = {
    "INSERT INTO left_deal (id) SELECT id FROM deal"
    IN_SLICE " AND created_by = :root AND deleted_by = :taken AND status IN ('open', 'won')"
    "  AND stage_id NOT IN " SC_PLACES
    UNLESS_THERE,
    "INSERT INTO back_deal (id) SELECT id FROM deal"
    IN_SLICE " AND created_by = :root AND deleted_by = :taken AND revision = :taken"
    "  AND id NOT IN (SELECT id FROM left_deal)"
    UNLESS_THERE,
    "UPDATE deal SET deleted_by = NULL, revision = :root"
    IN_SLICE " AND created_by = :root AND deleted_by = :taken AND revision = :taken"
    "  AND id NOT IN (SELECT id FROM left_deal)",
  };

  return run_on_new (write, taken, sql, G_N_ELEMENTS (sql), error)
         && sc_revert_run (write, taken, "UPDATE activity" MADE_AGAIN, error)
         && sc_revert_run (write, taken, "UPDATE contact" MADE_AGAIN, error);
}

/* Companies and people that the bulk change made and no deal names any more. The
 * plus has deals read as they lie, not one by one by way of an index. */
static gboolean
take_new_names_back (ScWrite       *write,
                     const ScTaken *taken,
                     GError       **error)
{
  return sc_revert_run (write, taken,
                        "UPDATE company SET deleted_by = :self"
                        " WHERE created_by = :root AND deleted_by IS NULL AND id NOT IN"
                        " (SELECT company_id FROM deal"
                        "  WHERE company_id IN (SELECT id FROM company WHERE created_by = :root) AND +deleted_by IS NULL)",
                        error)
         && sc_revert_run (write, taken,
                           "UPDATE person SET deleted_by = :self"
                           " WHERE created_by = :root AND deleted_by IS NULL AND id NOT IN"
                           " (SELECT person_id FROM deal"
                           "  WHERE person_id IN (SELECT id FROM person WHERE created_by = :root) AND +deleted_by IS NULL)"
                           " AND id NOT IN (SELECT person_id FROM contact WHERE deleted_by IS NULL)",
                           error);
}

static gboolean
make_names_again (ScWrite       *write,
                  const ScTaken *taken,
                  GError       **error)
{
  return sc_revert_run (write, taken,
                        "UPDATE company SET deleted_by = NULL WHERE created_by = :root AND deleted_by = :taken",
                        error)
         && sc_revert_run (write, taken,
                           "UPDATE person SET deleted_by = NULL WHERE created_by = :root AND deleted_by = :taken",
                           error);
}

/* What deals are that change places with what was kept of them: the columns of
 * what is kept but for the number of the change. */
static gboolean
make_swap (ScWrite *write,
           GError **error)
{
  const ScTable *kept = sc_table_find ("kept_deal");
  const ScTable swap = { "swap", kept->columns + 1, kept->n_columns - 1, 1 };

  return sc_scratch_make (write->connection, &swap, error);
}

/* Whether a kept row is of that side. */
#define IS_REDO " AND CASE WHEN kept_deal.revision = :root THEN 1 ELSE 0 END = :is_redo"

/* A kept row leads back to what the deal was, or, once that has been done, forth
 * to what the change made of it; a deal that was left alone on the way back is
 * not led back on the way forth.
 * “expects” is the revision that a deal has when what is kept of it may be put
 * back: at first that of the bulk change itself. */
#define SWAPPED \
        " FROM kept_deal" \
        " JOIN deal ON deal.id = kept_deal.deal_id" \
        " WHERE kept_deal.change_id = :root AND kept_deal.deal_id > :after AND kept_deal.deal_id <= :last" \
        "  AND deal.deleted_by IS NULL" \
        "  AND deal.revision = coalesce(kept_deal.expects, :root)" \
        "  AND (kept_deal.status NOT IN ('open', 'won') OR kept_deal.stage_id IN " SC_PLACES ")" \
        IS_REDO

/* The plus has the few rows looked up among the many, not the other way. */
#define OF_SWAP \
        " FROM swap CROSS JOIN kept_deal" \
        " WHERE kept_deal.change_id = :root AND kept_deal.deal_id = +swap.deal_id AND deal.id = +swap.deal_id"
#define OF_KEPT \
        " FROM swap" \
        " WHERE kept_deal.change_id = :root AND kept_deal.deal_id = +swap.deal_id"

#define SWAP_LEFT \
        "INSERT INTO left_deal (id) SELECT deal_id FROM kept_deal" \
        " WHERE change_id = :root AND deal_id > :after AND deal_id <= :last" \
        "  AND deal_id NOT IN (SELECT deal_id FROM swap)" \
        IS_REDO UNLESS_THERE

/* Deals that the bulk change changed. */
static gboolean
swap_kept_deals (ScWrite       *write,
                 const ScTaken *taken,
                 GError       **error)
{
  g_autofree char *columns = sc_write_list_kept ("%1$s");
  g_autofree char *now = sc_write_list_kept ("deal.%1$s");
  g_autofree char *from_kept = sc_write_list_kept ("%1$s = kept_deal.%1$s");
  g_autofree char *from_swap = sc_write_list_kept ("%1$s = swap.%1$s");
  g_autofree char *swap =
    g_strconcat ("INSERT INTO swap (deal_id, ", columns, ", expects) SELECT deal.id, ", now, ", kept_deal.revision" SWAPPED,
                 NULL);
  g_autofree char *put_back = g_strconcat ("UPDATE deal SET ", from_kept, OF_SWAP, NULL);
  g_autofree char *keep = g_strconcat ("UPDATE kept_deal SET ", from_swap, ", expects = swap.expects" OF_KEPT, NULL);
  const char *const sql[] = {
    "DELETE FROM swap",
    swap,
    SWAP_LEFT,
    "INSERT INTO back_deal (id) SELECT deal_id FROM swap WHERE true" UNLESS_THERE,
    put_back,
    keep,
  };

  return make_swap (write, error)
         && run_in_slices (write, taken, 0, NEXT_KEPT, sql, G_N_ELEMENTS (sql), error)
         && make_swap (write, error);
}

/**
 * sc_revert_bulk:
 * @write: a write
 * @taken: a bulk change, or what took one back
 * @left_alone: (nullable) (element-type utf8): where to name deals that have
 *   changed since
 * @error: why it can't be written
 *
 * Returns: whether its deals are as they were before it
 */
gboolean
sc_revert_bulk (ScWrite       *write,
                const ScTaken *taken,
                GPtrArray     *left_alone,
                GError       **error)
{
  gboolean is_import = g_str_equal (taken->inverse->bulk, "import");
  gint64 n_deals = is_import ? read_number (write, taken, COUNT_DEALS, 0, error) : 0;

  sc_write_set_bulk (write, taken->inverse->bulk);
  if (n_deals < 0 || (n_deals >= N_MANY && !sc_write_defer_totals (write, error)))
    return FALSE;
  if (is_import && taken->is_undo)
    return make_deals_again (write, taken, error)
           && swap_kept_deals (write, taken, error)
           && make_names_again (write, taken, error)
           && name_left_deals (write, left_alone, error);
  if (is_import)
    return take_new_deals_back (write, taken, error)
           && swap_kept_deals (write, taken, error)
           && take_new_names_back (write, taken, error)
           && name_left_deals (write, left_alone, error);

  return swap_kept_deals (write, taken, error) && name_left_deals (write, left_alone, error);
}
