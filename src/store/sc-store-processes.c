/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the store tells of processes, versions, changes and users. */

#include "store/sc-store-private.h"
#include "store/tables/sc-change-table-private.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-user-table-private.h"
#include "store/tables/sc-version-stage-table-private.h"
#include "store/tables/sc-version-table-private.h"

/**
 * sc_store_list_users:
 * @self: a store
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScUser): everybody who uses the
 *   database or owns deals in it, by name
 */
GPtrArray *
sc_store_list_users (ScStore *self,
                     GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  g_autofree char *name = sc_store_get_user_name (self);

  return reader != NULL
         ? sc_user_table_list (sc_reader_get_connection (reader), sc_store_get_user (self), name, error) : NULL;
}

/**
 * sc_store_list_processes:
 * @self: a store
 * @wanted: which of them
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScProcess): processes, in the order
 *   that a person gave them
 */
GPtrArray *
sc_store_list_processes (ScStore          *self,
                         ScProcessesWanted wanted,
                         GError          **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_process_table_list (sc_reader_get_connection (reader), wanted, error) : NULL;
}

/**
 * sc_store_load_process:
 * @self: a store
 * @process_id: a process's UUID
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full): the process
 */
ScProcess *
sc_store_load_process (ScStore    *self,
                       const char *process_id,
                       GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_process_table_load (sc_reader_get_connection (reader), process_id, error) : NULL;
}

/**
 * sc_store_find_process:
 * @self: a store
 * @name_or_id: what a person calls a process, or its UUID
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full): the process
 */
ScProcess *
sc_store_find_process (ScStore    *self,
                       const char *name_or_id,
                       GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_process_table_find (sc_reader_get_connection (reader), name_or_id, error) : NULL;
}

static ScVersion *
load_version (ScStore        *self,
              const char     *process_id,
              ScVersionWanted wanted,
              gboolean        is_whole,
              GError        **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  g_autoptr (ScVersion) version = NULL;
  gint64 process_key = 0;

  if (reader == NULL)
    return NULL;

  if (is_whole)
    sc_connection_set_bad_row_func (sc_reader_get_connection (reader), NULL, NULL);
  process_key = sc_process_table_get_key (sc_reader_get_connection (reader), process_id, error);

  if (process_key != 0)
    version = sc_version_table_load (sc_reader_get_connection (reader), process_key, wanted, NULL, error);
  if (version != NULL)
    {
      g_autoptr (ScCalendar) calendar = sc_reader_get_calendar (reader);

      sc_version_set_calendar (version, calendar);
    }

  return g_steal_pointer (&version);
}

/**
 * sc_store_load_version:
 * @self: a store
 * @process_id: a process's UUID
 * @wanted: the draft, the published version, or the draft if there is one
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none,
 *   %SC_STORE_ERROR_BAD_ROW where one of its rows can't be read
 *
 * Returns: (transfer full): the version
 */
ScVersion *
sc_store_load_version (ScStore        *self,
                       const char     *process_id,
                       ScVersionWanted wanted,
                       GError        **error)
{
  return load_version (self, process_id, wanted, TRUE, error);
}

/**
 * sc_store_load_readable_version:
 * @self: a store
 * @process_id: a process's UUID
 * @wanted: the draft, the published version, or the draft if there is one
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * For showing a version, not for making anything of it: stages and roles that
 * can't be read are left out, and sc_store_get_bad_rows() names them.
 *
 * Returns: (transfer full): what can be read of the version
 */
ScVersion *
sc_store_load_readable_version (ScStore        *self,
                                const char     *process_id,
                                ScVersionWanted wanted,
                                GError        **error)
{
  return load_version (self, process_id, wanted, FALSE, error);
}

/**
 * sc_store_list_loss_reasons:
 * @self: a store
 * @process_id: a process's UUID
 * @error: why it can't be read
 *
 * Returns: (transfer full): why deals of the process are lost, in order
 */
GStrv
sc_store_list_loss_reasons (ScStore    *self,
                            const char *process_id,
                            GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  gint64 process_key = 0;

  if (reader != NULL)
    process_key = sc_process_table_get_key (sc_reader_get_connection (reader), process_id, error);

  return process_key != 0
         ? sc_loss_reason_table_list (sc_reader_get_connection (reader), process_key, error) : NULL;
}

/**
 * sc_store_make_process_name:
 * @self: a store
 * @wanted: a name
 * @error: why it can't be read
 *
 * Returns: (transfer full): the name, with the next free number where it is
 *   taken
 */
char *
sc_store_make_process_name (ScStore    *self,
                            const char *wanted,
                            GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_process_table_make_name (sc_reader_get_connection (reader), wanted, error) : NULL;
}

static ScChangeAuthor
get_author (ScStore    *self,
            ScChangesOf whose)
{
  return (ScChangeAuthor) {
           .windows = whose == SC_CHANGES_OF_WINDOW ? sc_store_list_windows (self) : NULL,
           .user_id = sc_store_get_user (self),
  };
}

/**
 * sc_store_find_undo:
 * @self: a store
 * @whose: this window's changes, or all of this user's
 * @process_id: (nullable): of one process only
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the change that undo takes back, %NULL
 *   where there is none
 */
ScChangeRow *
sc_store_find_undo (ScStore    *self,
                    ScChangesOf whose,
                    const char *process_id,
                    GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  const ScChangeAuthor author = get_author (self, whose);

  return reader != NULL
         ? sc_change_table_find_undo (sc_reader_get_connection (reader), &author, process_id, error) : NULL;
}

/**
 * sc_store_find_redo:
 * @self: a store
 * @whose: this window's changes, or all of this user's
 * @process_id: (nullable): of one process only
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the undo that redo takes back, %NULL
 *   where there is none
 */
ScChangeRow *
sc_store_find_redo (ScStore    *self,
                    ScChangesOf whose,
                    const char *process_id,
                    GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  const ScChangeAuthor author = get_author (self, whose);

  return reader != NULL
         ? sc_change_table_find_redo (sc_reader_get_connection (reader), &author, process_id, error) : NULL;
}

/**
 * sc_store_find_change:
 * @self: a store
 * @change_id: a change's number
 * @error: why it can't be read
 *
 * Returns: (transfer full) (nullable): the change, %NULL where there is none
 */
ScChangeRow *
sc_store_find_change (ScStore *self,
                      gint64   change_id,
                      GError **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_change_table_find (sc_reader_get_connection (reader), change_id, error) : NULL;
}

/**
 * sc_store_find_process_ever:
 * @self: a store
 * @name_or_id: a process's name or id
 * @error: %SC_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full): the id of the process; where there is none of that
 *   name, of the one that was deleted last
 */
char *
sc_store_find_process_ever (ScStore    *self,
                            const char *name_or_id,
                            GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_process_table_find_ever (sc_reader_get_connection (reader), name_or_id, error) : NULL;
}

/**
 * sc_store_find_taken_ids:
 * @self: a store
 * @ids: (element-type utf8): a set of UUIDs
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type utf8): the set of those that a
 *   process, stage, role or exit criterion has, or had before it was deleted
 */
GHashTable *
sc_store_find_taken_ids (ScStore    *self,
                         GHashTable *ids,
                         GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_process_table_find_taken_ids (sc_reader_get_connection (reader), ids, error) : NULL;
}

/**
 * sc_store_list_stage_names:
 * @self: a store
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type utf8 utf8): by UUID, what the latest
 *   version that has a stage calls it, so that closed deals and histories can
 *   name stages that are gone
 */
GHashTable *
sc_store_list_stage_names (ScStore    *self,
                           const char *process_id,
                           GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL
         ? sc_version_stage_table_list_names (sc_reader_get_connection (reader), process_id, error) : NULL;
}
