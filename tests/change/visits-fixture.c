/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/visits-fixture.h"

#include <sqlite3.h>

/* An event of a deal, as it lies in the file. */
typedef struct {
  gint64 at;
  gint64 place;
  gboolean is_stage;
  char *value;
  gint64 version;
  gboolean is_inferred;
} Event;

static void
event_free (gpointer data)
{
  g_free (((Event *) data)->value);
  g_free (data);
}

static sqlite3 *
open_file (ChangeFixture *self)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->base->path, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);

  return handle;
}

static sqlite3_stmt *
prepare (sqlite3    *handle,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);

  return statement;
}

/* What the statement gives, a line for each row. */
static void
add_lines (GString    *lines,
           sqlite3    *handle,
           const char *sql)
{
  sqlite3_stmt *statement = prepare (handle, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (lines, "%s ", sqlite3_column_type (statement, i) == SQLITE_NULL
                                ? "-" : (const char *) sqlite3_column_text (statement, i));
      g_string_append_c (lines, '\n');
    }
  sqlite3_finalize (statement);
}

static char *
get_text (sqlite3    *handle,
          const char *sql)
{
  sqlite3_stmt *statement = prepare (handle, sql);
  char *text = sqlite3_step (statement) == SQLITE_ROW ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;

  sqlite3_finalize (statement);

  return text;
}

static gboolean
is_standing (const char *status)
{
  return g_str_equal (status, "open") || g_str_equal (status, "won");
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Event *one = *(const Event *const *) a;
  const Event *other = *(const Event *const *) b;

  return one->place < other->place ? -1 : one->place > other->place;
}

/* A deal that is closed for the rest of the day has been so since its end. */
static void
put_off (GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      Event *event = events->pdata[i];
      gboolean is_opened = FALSE;

      event->place = event->at;
      if (event->is_stage || is_standing (event->value))
        continue;
      for (guint j = i + 1; j < events->len; j++)
        {
          const Event *later = events->pdata[j];

          is_opened = is_opened || (!later->is_stage && later->at - event->at <= 14 * G_TIME_SPAN_HOUR);
        }
      if (!is_opened)
        event->place += 14 * G_TIME_SPAN_HOUR;
    }
  g_ptr_array_sort (events, compare_places);
}

static GPtrArray *
read_events (sqlite3 *handle,
             gint64   deal_id)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT happened_at, field = 'stage', new, version_id, is_inferred FROM deal_event"
                     " WHERE deal_id = %" G_GINT64_FORMAT " AND field IN ('stage', 'status') AND voided_by IS NULL"
                     " ORDER BY happened_at, id", deal_id);
  GPtrArray *events = g_ptr_array_new_with_free_func (event_free);
  sqlite3_stmt *statement = prepare (handle, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      Event *event = g_new0 (Event, 1);

      event->at = sqlite3_column_int64 (statement, 0);
      event->is_stage = sqlite3_column_int (statement, 1);
      event->value = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      event->version = sqlite3_column_int64 (statement, 3);
      event->is_inferred = sqlite3_column_int (statement, 4);
      g_ptr_array_add (events, event);
    }
  sqlite3_finalize (statement);
  put_off (events);

  return events;
}

/* Where a deal stands, its status, and when it is, behind so many events. */
static const char *
stand (GPtrArray   *events,
       guint        n,
       const char **status,
       gint64      *at)
{
  const char *stage = NULL;

  *status = "open";
  *at = G_MININT64;
  for (guint i = 0; i < n; i++)
    {
      const Event *event = events->pdata[i];

      *at = MAX (*at, event->at);
      if (event->is_stage)
        stage = event->value;
      else
        *status = event->value;
    }

  return is_standing (*status) ? stage : NULL;
}

/* “on” and the like; “~” where the version is none any more that says it. */
static char *
name_way (sqlite3    *handle,
          gint64      version,
          const char *from,
          const char *to)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT CASE WHEN v.status = 'draft' OR v.deleted_by IS NOT NULL THEN '~'"
                     " ELSE coalesce((SELECT CASE WHEN b.position > a.position THEN 'on' ELSE 'back' END"
                     "  FROM version_stage AS a JOIN version_stage AS b ON b.version_id = a.version_id"
                     "  WHERE a.version_id = v.id AND a.deleted_by IS NULL AND b.deleted_by IS NULL"
                     "   AND a.stage_id = (SELECT id FROM stage WHERE uuid = '%s')"
                     "   AND b.stage_id = (SELECT id FROM stage WHERE uuid = '%s')), 'published') END"
                     " FROM version AS v WHERE v.id = %" G_GINT64_FORMAT, from, to, version);

  return get_text (handle, sql);
}

static void
add_visits (GString *lines,
            sqlite3 *handle,
            gint64   deal_id)
{
  g_autoptr (GPtrArray) events = read_events (handle, deal_id);
  guint number = 0;

  for (guint i = 1; i <= events->len; i++)
    {
      const Event *came = events->pdata[i - 1];
      const Event *went = NULL;
      const char *status, *next = NULL;
      gint64 at, left_at = 0;
      const char *before = stand (events, i - 1, &status, &at);
      const char *here = stand (events, i, &status, &at);
      g_autofree char *key = NULL;
      g_autofree char *sql = NULL;
      g_autofree char *left = NULL;
      g_autofree char *how = NULL;

      if (here == NULL || g_strcmp0 (before, here) == 0)
        continue;
      for (guint j = i + 1; j <= events->len && went == NULL; j++)
        {
          next = stand (events, j, &status, &left_at);
          went = g_strcmp0 (next, here) != 0 ? events->pdata[j - 1] : NULL;
        }
      sql = g_strdup_printf ("SELECT id FROM stage WHERE uuid = '%s'", here);
      key = get_text (handle, sql);
      left = went != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, left_at) : g_strdup ("-");
      how = went == NULL ? g_strdup ("-") : next == NULL ? g_strdup (status) : name_way (handle, went->version, here, next);
      g_string_append_printf (lines, "%" G_GINT64_FORMAT " %u %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s %s %d \n",
                              deal_id, ++number, key, came->version, at, left, how,
                              !came->is_inferred && (went == NULL || !went->is_inferred));
    }
}

#define VISITS \
        "SELECT v.deal_id, v.number, v.stage_id, v.version_id, v.entered_at, v.left_at," \
        " CASE WHEN v.how_left IN ('on', 'back', 'published') AND (SELECT w.status = 'draft' OR w.deleted_by IS NOT NULL" \
        "  FROM stage_visit AS n JOIN version AS w ON w.id = n.version_id" \
        "  WHERE n.process_id = v.process_id AND n.deal_id = v.deal_id AND n.number = v.number + 1)" \
        " THEN '~' ELSE v.how_left END, v.is_known" \
        " FROM stage_visit AS v ORDER BY v.deal_id, v.number"
#define SPANS \
        "SELECT deal_id, number, since, until, ended_at FROM parked_span ORDER BY deal_id, number"
/* An event that parks, and the next one that says anything of that. */
#define TOLD_SPANS \
        "SELECT e.deal_id, (SELECT count(*) FROM deal_event AS b WHERE b.deal_id = e.deal_id AND b.field = 'parked'" \
        "  AND b.voided_by IS NULL AND b.new IS NOT NULL AND (b.happened_at, b.id) <= (e.happened_at, e.id)) AS number," \
        " e.happened_at, e.new," \
        " (SELECT n.happened_at FROM deal_event AS n WHERE n.deal_id = e.deal_id AND n.field = 'parked'" \
        "  AND n.voided_by IS NULL AND (n.happened_at, n.id) > (e.happened_at, e.id) ORDER BY n.happened_at, n.id LIMIT 1)" \
        " FROM deal_event AS e JOIN deal AS d ON d.id = e.deal_id" \
        " WHERE e.field = 'parked' AND e.new IS NOT NULL AND e.voided_by IS NULL AND d.deleted_by IS NULL" \
        " ORDER BY 1, 2"

char *
visits_fixture_dump (ChangeFixture *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  sqlite3 *handle = open_file (self);

  add_lines (lines, handle, VISITS);
  add_lines (lines, handle, SPANS);
  sqlite3_close (handle);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

char *
visits_fixture_show (ChangeFixture *self,
                     gint64         deal_id)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT group_concat(line, ', ') FROM ("
                     "SELECT (SELECT name FROM version_stage WHERE stage_id = v.stage_id LIMIT 1)"
                     " || CASE WHEN is_known THEN '' ELSE '?' END || coalesce(' ' || how_left, '') AS line"
                     " FROM stage_visit AS v WHERE deal_id = %" G_GINT64_FORMAT " ORDER BY number)", deal_id);
  sqlite3 *handle = open_file (self);
  char *text = get_text (handle, sql);

  sqlite3_close (handle);

  return text != NULL ? text : g_strdup ("");
}

/* The first line that is another is told with the one that it has to be. */
static void
assert_lines (const char *found,
              const char *expected)
{
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; found_lines[i] != NULL && expected_lines[i] != NULL; i++)
    g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
  g_assert_cmpuint (g_strv_length (found_lines), ==, g_strv_length (expected_lines));
}

void
visits_fixture_check (ChangeFixture *self)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *found = visits_fixture_dump (self);
  sqlite3 *handle = open_file (self);
  sqlite3_stmt *deals = prepare (handle, "SELECT id FROM deal WHERE deleted_by IS NULL ORDER BY id");

  while (sqlite3_step (deals) == SQLITE_ROW)
    add_visits (expected, handle, sqlite3_column_int64 (deals, 0));
  sqlite3_finalize (deals);
  add_lines (expected, handle, TOLD_SPANS);
  sqlite3_close (handle);

  assert_lines (found, expected->str);
}
