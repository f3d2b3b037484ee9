/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the versions of processes with their stages and roles. */

#include "store/tables/sc-version-table-private.h"

#include <glib/gi18n-lib.h>

#include "store/tables/sc-role-table-private.h"
#include "store/tables/sc-version-stage-table-private.h"

static const char *const aspect_columns[SC_N_ASPECTS] = {
  "selling", "novelty", "demand", "market", "offer", "payment_terms",
};

static ScVersion *
read_version (ScStatement *statement)
{
  ScLanguage language = SC_LANGUAGE_EN;
  ScVersion *version;

  sc_language_from_id (sc_statement_get_text (statement, 4), &language);
  version = sc_version_new (language);
  g_set_str (&version->id, sc_statement_get_text (statement, 1));
  version->number = (guint) sc_statement_get_int (statement, 2);
  sc_version_status_from_id (sc_statement_get_text (statement, 3), &version->status);
  g_set_str (&version->mark, sc_statement_get_text (statement, 5));
  for (guint aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    {
      guint value = SC_ASPECT_UNSET;

      if (sc_aspect_value_from_id (aspect, sc_statement_get_text (statement, 6 + (int) aspect), &value))
        version->aspects.value[aspect] = (guint8) value;
    }

  return version;
}

#define SELECT_VERSION \
        "SELECT id, uuid, number, status, language, mark," \
        " selling, novelty, demand, market, offer, payment_terms" \
        " FROM version"

static ScVersion *
load_row (ScConnection   *connection,
          gint64          process_key,
          ScVersionWanted wanted,
          gint64         *version_key,
          GError        **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           SELECT_VERSION
                           " WHERE process_id = :process AND deleted_by IS NULL"
                           "  AND status <> 'retired' AND status = coalesce(:status, status)"
                           " ORDER BY status"
                           " LIMIT 1",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":process", process_key);
  sc_statement_bind_text (statement, ":status",
                          wanted == SC_VERSION_WANTED_DRAFT ? "draft"
                          : wanted == SC_VERSION_WANTED_PUBLISHED ? "published" : NULL);
  if (!sc_statement_step (statement, error))
    return NULL;

  *version_key = sc_statement_get_int (statement, 0);

  return read_version (statement);
}

/**
 * sc_version_table_load:
 * @connection: a connection
 * @process_key: a process's row
 * @wanted: the draft, the published version, or the draft if there is one
 * @version_key: (out) (optional): the version's row
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full): the version
 */
ScVersion *
sc_version_table_load (ScConnection   *connection,
                       gint64          process_key,
                       ScVersionWanted wanted,
                       gint64         *version_key,
                       GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 key = 0;
  g_autoptr (ScVersion) version = load_row (connection, process_key, wanted, &key, &local_error);

  if (version == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else if (wanted == SC_VERSION_WANTED_PUBLISHED)
        g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("The process was never published."));
      else
        g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("The process has no draft."));
      return NULL;
    }

  if (!sc_role_table_load (connection, key, version->roles, error)
      || !sc_version_stage_table_load (connection, key, version->stages, error))
    return NULL;
  if (version_key != NULL)
    *version_key = key;

  return g_steal_pointer (&version);
}

/**
 * sc_version_table_load_number:
 * @connection: a connection
 * @process_key: a process's row
 * @number: the number of one of its versions
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full): the version, which may have retired
 */
ScVersion *
sc_version_table_load_number (ScConnection *connection,
                              gint64        process_key,
                              guint         number,
                              GError      **error)
{
  g_autoptr (ScVersion) version = NULL;
  gint64 key = 0;

  {
    g_autoptr (GError) local_error = NULL;
    g_autoptr (ScStatement) statement =
      sc_connection_prepare (connection,
                             SELECT_VERSION
                             " WHERE process_id = :process AND number = :number AND deleted_by IS NULL",
                             error);

    if (statement == NULL)
      return NULL;

    sc_statement_bind_int (statement, ":process", process_key);
    sc_statement_bind_int (statement, ":number", number);
    if (sc_statement_step (statement, &local_error))
      {
        key = sc_statement_get_int (statement, 0);
        version = read_version (statement);
      }
    else if (local_error != NULL)
      {
        g_propagate_error (error, g_steal_pointer (&local_error));
        return NULL;
      }
  }
  if (version == NULL)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("The process has no version %u."), number);
      return NULL;
    }

  return sc_role_table_load (connection, key, version->roles, error)
         && sc_version_stage_table_load (connection, key, version->stages, error) ? g_steal_pointer (&version) : NULL;
}

typedef struct {
  guint number;
  ScInstant published_at;
  char *published_by;
} Publication;

static void
publication_free (gpointer data)
{
  Publication *publication = data;

  g_free (publication->published_by);
  g_free (publication);
}

static gpointer
read_publication (ScStatement *statement)
{
  Publication *publication = g_new0 (Publication, 1);

  publication->number = (guint) sc_statement_get_int (statement, 0);
  publication->published_at = sc_statement_is_null (statement, 1) ? SC_INSTANT_NONE : sc_statement_get_int (statement, 1);
  publication->published_by = sc_statement_dup_text (statement, 2);

  return publication;
}

static GPtrArray *
list_publications (ScConnection *connection,
                   gint64        process_key,
                   guint         last,
                   GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT version.number, version.published_at, \"user\".name"
                           " FROM version"
                           " LEFT JOIN change ON change.id = version.published_by"
                           " LEFT JOIN \"user\" ON \"user\".id = change.user_id"
                           " WHERE version.process_id = :process AND version.deleted_by IS NULL"
                           "  AND version.status <> 'draft' AND version.number <= :last"
                           " ORDER BY version.number",
                           error);

  if (statement == NULL)
    return NULL;

  sc_statement_bind_int (statement, ":process", process_key);
  sc_statement_bind_int (statement, ":last", last);

  return sc_statement_collect (statement, read_publication, publication_free, error);
}

/**
 * sc_version_table_list_history:
 * @connection: a connection
 * @process_key: a process's row
 * @version: one of its versions
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScVersionRecord): what was published up to the
 *   version, that one too where it was, the first one first
 */
GPtrArray *
sc_version_table_list_history (ScConnection *connection,
                               gint64        process_key,
                               ScVersion    *version,
                               GError      **error)
{
  g_autoptr (GPtrArray) publications = list_publications (connection, process_key, version->number, error);
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_version_record_free);

  for (guint i = 0; publications != NULL && i < publications->len; i++)
    {
      const Publication *publication = publications->pdata[i];
      ScDate day = publication->published_at != SC_INSTANT_NONE ? sc_date_from_instant (publication->published_at) : SC_DATE_NONE;
      g_autoptr (ScVersion) published =
        publication->number == version->number
        ? sc_version_ref (version) : sc_version_table_load_number (connection, process_key, publication->number, error);

      if (published == NULL)
        return NULL;
      g_ptr_array_add (history, sc_version_record_new (published, day, publication->published_by));
    }

  return publications != NULL ? g_steal_pointer (&history) : NULL;
}

static void
set_values (ScValues        *values,
            const ScVersion *version)
{
  sc_values_set_text (values, "language", sc_language_get_id (version->language));
  sc_values_set_text (values, "mark", version->mark);
  for (guint aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    sc_values_set_text (values, aspect_columns[aspect],
                        version->aspects.value[aspect] == SC_ASPECT_UNSET
                        ? NULL : sc_aspect_get_value_id (aspect, version->aspects.value[aspect]));
}

static void
set_published (ScValues *values,
               ScWrite  *write)
{
  sc_values_set_int (values, "published_at", sc_clock_now ());
  sc_values_set_int (values, "published_by", sc_write_get_change (write));
}

/* The process that a version's row belongs to; 0 with @error set. */
static gint64
read_process (ScConnection *connection,
              gint64        version_key,
              GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection, "SELECT process_id FROM version WHERE id = :id", error);

  if (statement == NULL)
    return 0;

  sc_statement_bind_int (statement, ":id", version_key);

  return sc_statement_step (statement, error) ? sc_statement_get_int (statement, 0) : 0;
}

/**
 * sc_version_table_insert:
 * @write: a write
 * @process_key: a process's row
 * @version: the version, with its id, number and status
 * @error: why it can't be written
 *
 * Returns: the version's row; 0 with @error set
 */
gint64
sc_version_table_insert (ScWrite         *write,
                         gint64           process_key,
                         const ScVersion *version,
                         GError         **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  gint64 key;

  sc_values_set_text (values, "uuid", version->id);
  sc_values_set_int (values, "process_id", process_key);
  sc_values_set_int (values, "number", version->number);
  sc_values_set_text (values, "status", sc_version_status_get_id (version->status));
  if (version->status == SC_VERSION_DRAFT)
    sc_values_set_null (values, "published_at");
  else
    set_published (values, write);
  set_values (values, version);
  key = sc_write_insert (write, "version", values, error);

  return key != 0
         && sc_role_table_save (write, key, version->roles, error)
         && sc_version_stage_table_save (write, process_key, key, version->stages, error) ? key : 0;
}

/**
 * sc_version_table_update:
 * @write: a write
 * @version_key: a version's row
 * @before: what its rows hold now
 * @after: what they are to hold
 * @error: why it can't be written
 *
 * Writes the rows that differ and no others, so that what two windows do to
 * different stages can be taken back in each by itself.
 *
 * Returns: whether the rows say so now
 */
gboolean
sc_version_table_update (ScWrite         *write,
                         gint64           version_key,
                         const ScVersion *before,
                         const ScVersion *after,
                         GError         **error)
{
  g_autoptr (ScValues) values = sc_values_new ();
  gint64 process_key = read_process (sc_write_get_connection (write), version_key, error);

  if (process_key == 0)
    return FALSE;

  set_values (values, after);

  return sc_write_update (write, "version", version_key, 0, values, error)
         && sc_role_table_save (write, version_key, after->roles, error)
         && sc_version_stage_table_save (write, process_key, version_key, after->stages, error);
}

static guint
get_next_number (ScConnection *connection,
                 gint64        process_key,
                 GError      **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (connection,
                           "SELECT coalesce(max(number), 0) + 1 FROM version"
                           " WHERE process_id = :process AND deleted_by IS NULL",
                           error);

  if (statement == NULL)
    return 0;

  sc_statement_bind_int (statement, ":process", process_key);

  return sc_statement_step (statement, error) ? (guint) sc_statement_get_int (statement, 0) : 0;
}

/**
 * sc_version_table_need_draft:
 * @write: a write
 * @process_key: a process's row
 * @version_key: (out) (optional): the draft's row
 * @error: why it can't be read or made
 *
 * Returns: (transfer full): the draft, a copy of the published version where
 *   there was none
 */
ScVersion *
sc_version_table_need_draft (ScWrite *write,
                             gint64   process_key,
                             gint64  *version_key,
                             GError **error)
{
  ScConnection *connection = sc_write_get_connection (write);
  g_autoptr (ScVersion) version = sc_version_table_load (connection, process_key, SC_VERSION_WANTED_CURRENT,
                                                         version_key, error);
  gint64 key;

  if (version == NULL || version->status == SC_VERSION_DRAFT)
    return g_steal_pointer (&version);

  g_free (version->id);
  version->id = g_uuid_string_random ();
  version->status = SC_VERSION_DRAFT;
  version->number = get_next_number (connection, process_key, error);
  if (version->number == 0)
    return NULL;

  sc_write_set_copying (write, TRUE);
  key = sc_version_table_insert (write, process_key, version, error);
  sc_write_set_copying (write, FALSE);
  if (version_key != NULL)
    *version_key = key;

  return key != 0 ? g_steal_pointer (&version) : NULL;
}

/**
 * sc_version_table_discard_draft:
 * @write: a write
 * @process_key: a process's row
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is no draft, or nothing else
 *
 * Returns: whether there is none now
 */
gboolean
sc_version_table_discard_draft (ScWrite *write,
                                gint64   process_key,
                                GError **error)
{
  ScConnection *connection = sc_write_get_connection (write);
  gint64 key = 0;
  g_autoptr (ScVersion) draft = sc_version_table_load (connection, process_key, SC_VERSION_WANTED_DRAFT, &key, error);
  g_autoptr (ScVersion) published = NULL;

  if (draft == NULL)
    return FALSE;

  /* A process without any version is none. */
  published = sc_version_table_load (connection, process_key, SC_VERSION_WANTED_PUBLISHED, NULL, error);

  return published != NULL && sc_write_delete (write, "version", key, 0, error);
}

static gboolean
set_status (ScWrite        *write,
            gint64          version_key,
            ScVersionStatus status,
            GError        **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_text (values, "status", sc_version_status_get_id (status));
  if (status == SC_VERSION_PUBLISHED)
    set_published (values, write);

  return sc_write_update (write, "version", version_key, 0, values, error);
}

/**
 * sc_version_table_publish:
 * @write: a write
 * @process_key: a process's row
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is no draft
 *
 * Returns: whether the draft is the published version now
 */
gboolean
sc_version_table_publish (ScWrite *write,
                          gint64   process_key,
                          GError **error)
{
  ScConnection *connection = sc_write_get_connection (write);
  gint64 draft_key = 0;
  gint64 published_key = 0;
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScVersion) draft = load_row (connection, process_key, SC_VERSION_WANTED_DRAFT, &draft_key, &local_error);
  g_autoptr (ScVersion) published = NULL;

  if (local_error == NULL && draft == NULL)
    g_set_error_literal (&local_error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("The process has no draft to publish."));
  else if (local_error == NULL)
    published = load_row (connection, process_key, SC_VERSION_WANTED_PUBLISHED, &published_key, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return (published == NULL || set_status (write, published_key, SC_VERSION_RETIRED, error))
         && set_status (write, draft_key, SC_VERSION_PUBLISHED, error);
}
