/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what other programs tell of a deal's past. What was told before stays, by
 * whomever; what had been worked out goes. Where the last stage that is told is not
 * the one in which the deal stands, it must have moved on, nobody knows when. */

#include "store/sc-stage-history.h"

#include "store/tables/sc-write-struct-private.h"

/* A stage that a deal came into; @is_new where nobody had told so before. */
typedef struct {
  char *stage_id;
  ScInstant at;
  gboolean is_new;
} Told;

/* The deal as it stands. */
typedef struct {
  char *stage_id;
  char *status;
  ScDate closed;
} Standing;

static const char read_told_sql[] =
  "SELECT new, happened_at FROM deal_event"
  " WHERE deal_id = :deal AND field = 'stage' AND is_inferred = 0 AND voided_by IS NULL AND new IS NOT NULL"
  " ORDER BY happened_at, id";
static const char read_standing_sql[] =
  "SELECT stage.uuid, deal.status, deal.closed FROM deal JOIN stage ON stage.id = deal.stage_id"
  " WHERE deal.id = :deal";
static const char replace_sql[] =
  "UPDATE deal_event SET voided_by = :change, replaced_by = :change"
  " WHERE deal_id = :deal AND field = :field AND is_inferred = 1 AND voided_by IS NULL";
static const char enter_sql[] =
  "UPDATE deal SET entered_at = :entered_at, revision = :change WHERE id = :deal";
static const char stand_sql[] =
  "UPDATE deal SET stage_id = (SELECT id FROM stage WHERE uuid = :stage) WHERE id = :deal";
static const char close_sql[] =
  "UPDATE deal SET closed = :closed, revision = :change WHERE id = :deal";

static void
told_clear (gpointer data)
{
  g_free (((Told *) data)->stage_id);
}

static void
standing_clear (Standing *self)
{
  g_free (self->stage_id);
  g_free (self->status);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standing, standing_clear);

static GArray *
told_new (void)
{
  GArray *told = g_array_new (FALSE, TRUE, sizeof (Told));

  g_array_set_clear_func (told, told_clear);

  return told;
}

/* A statement on a deal, with the change where it has that. */
static ScStatement *
prepare (ScWrite    *self,
         gint64      deal_id,
         const char *sql,
         GError    **error)
{
  ScStatement *statement = sc_connection_prepare (sc_write_get_connection (self), sql, error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":deal", deal_id);
  if (sc_statement_has (statement, ":change"))
    sc_statement_bind_int (statement, ":change", sc_write_get_change (self));

  return statement;
}

static GArray *
read_told (ScWrite *self,
           gint64   deal_id,
           GError **error)
{
  g_autoptr (ScStatement) statement = prepare (self, deal_id, read_told_sql, error);
  g_autoptr (GArray) list = told_new ();

  if (statement == NULL)
    return NULL;

  while (sc_statement_next (statement, error))
    {
      Told told = { sc_statement_dup_text (statement, 0), sc_statement_get_int (statement, 1), FALSE };

      g_array_append_val (list, told);
    }

  return sc_statement_has_failed (statement) ? NULL : g_steal_pointer (&list);
}

static gboolean
read_standing (ScWrite  *self,
               gint64    deal_id,
               Standing *standing,
               GError  **error)
{
  g_autoptr (ScStatement) statement = prepare (self, deal_id, read_standing_sql, error);

  if (statement == NULL || !sc_statement_step (statement, error))
    return FALSE;

  standing->stage_id = sc_statement_dup_text (statement, 0);
  standing->status = sc_statement_dup_text (statement, 1);
  standing->closed = sc_date_parse (sc_statement_get_text (statement, 2));

  return TRUE;
}

/* What a stage at an instant, or on its day, is known by. */
static char *
make_key (const char *stage_id,
          ScInstant   at,
          gboolean    is_day)
{
  return is_day ? g_strdup_printf ("%s %u", stage_id, sc_date_from_instant (at))
                : g_strdup_printf ("%s @%" G_GINT64_FORMAT, stage_id, at);
}

static GHashTable *
list_known (GArray *told)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < told->len; i++)
    {
      const Told *one = &g_array_index (told, Told, i);

      g_hash_table_add (known, make_key (one->stage_id, one->at, TRUE));
      g_hash_table_add (known, make_key (one->stage_id, one->at, FALSE));
    }

  return known;
}

/* Both are sorted; of the same instant what was told before comes first. */
static GArray *
merge (GArray             *told,
       const ScStageEntry *entries,
       guint               n_entries)
{
  g_autoptr (GHashTable) known = list_known (told);
  GArray *merged = told_new ();
  guint at = 0;

  for (guint i = 0; i <= n_entries; i++)
    {
      g_autofree char *key = NULL;
      Told one;

      for (; at < told->len && (i == n_entries || g_array_index (told, Told, at).at <= entries[i].entered_at); at++)
        {
          one = g_array_index (told, Told, at);
          one.stage_id = g_strdup (one.stage_id);
          g_array_append_val (merged, one);
        }
      if (i == n_entries)
        break;
      key = make_key (entries[i].stage_id, entries[i].entered_at, entries[i].is_day);
      if (g_hash_table_contains (known, key))
        continue;
      one = (Told) { g_strdup (entries[i].stage_id), entries[i].entered_at, TRUE };
      g_array_append_val (merged, one);
    }

  return merged;
}

/* Who tells again where a deal stands tells of no move. */
static guint
drop_repeats (GArray *merged)
{
  guint n_new = 0;
  guint n_kept = 0;

  for (guint i = 0; i < merged->len; i++)
    {
      Told one = g_array_index (merged, Told, i);

      if (one.is_new && n_kept > 0 && g_str_equal (g_array_index (merged, Told, n_kept - 1).stage_id, one.stage_id))
        {
          g_free (one.stage_id);
          continue;
        }
      n_new += one.is_new;
      g_array_index (merged, Told, n_kept++) = one;
    }
  g_array_set_clear_func (merged, NULL);
  g_array_set_size (merged, n_kept);
  g_array_set_clear_func (merged, told_clear);

  return n_new;
}

static gboolean
write_event (ScWrite    *self,
             gint64      deal_id,
             const char *field,
             const char *old_value,
             const char *new_value,
             ScInstant   at,
             gboolean    is_inferred,
             GError    **error)
{
  const ScNewEvent event = {
    .deal_id = deal_id, .happened_at = at, .field = field,
    .old_value = old_value, .new_value = new_value, .is_inferred = is_inferred,
  };

  return sc_write_insert_event (self, &event, error);
}

static gboolean
write_new (ScWrite *self,
           gint64   deal_id,
           GArray  *merged,
           GError **error)
{
  const char *before = NULL;

  for (guint i = 0; i < merged->len; i++)
    {
      const Told *one = &g_array_index (merged, Told, i);

      if (one->is_new && !write_event (self, deal_id, "stage", before, one->stage_id, one->at, FALSE, error))
        return FALSE;
      before = one->stage_id;
    }

  return TRUE;
}

/* It came into its stage when that was told last, or else behind that. */
static gboolean
write_last (ScWrite        *self,
            gint64          deal_id,
            const Told     *last,
            const Standing *standing,
            GError        **error)
{
  gboolean stands_there = g_str_equal (last->stage_id, standing->stage_id);
  ScInstant ended_at = sc_date_to_instant (standing->closed);
  ScInstant at = ended_at > last->at ? ended_at : MAX (sc_clock_now (), last->at);
  g_autoptr (ScStatement) statement = prepare (self, deal_id, enter_sql, error);

  if (statement == NULL)
    return FALSE;
  if (stands_there)
    sc_statement_bind_int (statement, ":entered_at", last->at);
  else
    sc_statement_bind_null (statement, ":entered_at", SC_CELL_INTEGER);

  return sc_statement_execute (statement, error)
         && (stands_there
             || write_event (self, deal_id, "stage", last->stage_id, standing->stage_id, at, TRUE, error));
}

static gboolean
replace (ScWrite    *self,
         gint64      deal_id,
         const char *field,
         GError    **error)
{
  g_autoptr (ScStatement) statement = prepare (self, deal_id, replace_sql, error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":field", field);
  sc_write_touch_visits (self, deal_id);

  return sc_statement_execute (statement, error);
}

static gboolean
is_among (GArray     *merged,
          const char *stage_id)
{
  for (guint i = 0; i < merged->len; i++)
    if (g_str_equal (g_array_index (merged, Told, i).stage_id, stage_id))
      return TRUE;

  return FALSE;
}

/* In which stage a deal was lost may not have been told either: it is the last one
 * that is told. */
static gboolean
find_place_of_loss (ScWrite  *self,
                    gint64    deal_id,
                    GArray   *merged,
                    Standing *standing,
                    GError  **error)
{
  const char *last = g_array_index (merged, Told, merged->len - 1).stage_id;
  g_autoptr (ScStatement) statement = NULL;

  if (!g_str_equal (standing->status, "lost") || is_among (merged, standing->stage_id))
    return TRUE;

  statement = prepare (self, deal_id, stand_sql, error);
  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":stage", last);
  g_set_str (&standing->stage_id, last);

  return sc_statement_execute (statement, error);
}

static gboolean
write_merged (ScWrite *self,
              gint64   deal_id,
              GArray  *merged,
              GError **error)
{
  g_auto (Standing) standing = { 0 };

  return read_standing (self, deal_id, &standing, error)
         && find_place_of_loss (self, deal_id, merged, &standing, error)
         && write_new (self, deal_id, merged, error)
         && write_last (self, deal_id, &g_array_index (merged, Told, merged->len - 1), &standing, error);
}

/**
 * sc_write_tell_stages:
 * @self: a write of a bulk change
 * @deal_id: a deal
 * @entries: (array length=n_entries): stages that it came into, sorted by time
 * @n_entries: how many they are
 * @n_added: (out): how many of them nobody had told before
 * @error: why they can't be written
 *
 * Takes the place of what was worked out of the deal's stages; what was told of them
 * before stays. An entry into the stage in which the deal stood then is none.
 *
 * Returns: whether the deal's history has them
 */
gboolean
sc_write_tell_stages (ScWrite            *self,
                      gint64              deal_id,
                      const ScStageEntry *entries,
                      guint               n_entries,
                      guint              *n_added,
                      GError            **error)
{
  g_autoptr (GArray) told = read_told (self, deal_id, error);
  g_autoptr (GArray) merged = NULL;

  if (told == NULL)
    return FALSE;

  merged = merge (told, entries, n_entries);
  *n_added = drop_repeats (merged);

  return *n_added == 0
         || (sc_write_keep_deal (self, deal_id, error)
             && replace (self, deal_id, "stage", error)
             && write_merged (self, deal_id, merged, error));
}

/**
 * sc_write_tell_first_stages:
 * @self: a write of a bulk change
 * @deal_id: a deal that it has made, without events of stages
 * @entries: (array length=n_entries): stages that it came into, sorted by time
 * @n_entries: how many they are, one at least
 * @error: why they can't be written
 *
 * As sc_write_tell_stages(), without looking for what is known.
 *
 * Returns: whether the deal's history has them
 */
gboolean
sc_write_tell_first_stages (ScWrite            *self,
                            gint64              deal_id,
                            const ScStageEntry *entries,
                            guint               n_entries,
                            GError            **error)
{
  g_autoptr (GArray) told = told_new ();
  g_autoptr (GArray) merged = merge (told, entries, n_entries);

  drop_repeats (merged);

  return write_merged (self, deal_id, merged, error);
}

static gboolean
write_end (ScWrite        *self,
           gint64          deal_id,
           ScDate          day,
           const Standing *standing,
           GError        **error)
{
  g_autoptr (ScStatement) statement = prepare (self, deal_id, close_sql, error);
  g_autofree char *text = sc_date_to_string (day);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_text (statement, ":closed", text);

  return sc_statement_execute (statement, error)
         && write_event (self, deal_id, "status", "open", standing->status, sc_date_to_instant (day), FALSE, error);
}

/**
 * sc_write_tell_end:
 * @self: a write of a bulk change
 * @deal_id: a deal
 * @day: the day on which it was lost
 * @is_added: (out): whether it was lost, and nobody knew when
 * @error: why it can't be written
 *
 * Returns: whether it is known now when the deal was lost, if it was
 */
gboolean
sc_write_tell_end (ScWrite  *self,
                   gint64    deal_id,
                   ScDate    day,
                   gboolean *is_added,
                   GError  **error)
{
  g_auto (Standing) standing = { 0 };

  if (!read_standing (self, deal_id, &standing, error))
    return FALSE;

  *is_added = g_str_equal (standing.status, "lost") && standing.closed == SC_DATE_NONE;

  return !*is_added
         || (sc_write_keep_deal (self, deal_id, error)
             && replace (self, deal_id, "status", error)
             && write_end (self, deal_id, day, &standing, error));
}
