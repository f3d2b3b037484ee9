/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes processes and their versions, as a command does. */

#include "store/sc-process-write.h"

#include "store/sc-calendar-write.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-version-table-private.h"

static gint64
get_key (ScWrite    *self,
         const char *process_id,
         GError    **error)
{
  return sc_process_table_get_key (sc_write_get_connection (self), process_id, error);
}

/**
 * sc_write_create_process:
 * @self: a write
 * @process_id: a process
 * @name: its new name
 * @description: free text
 * @version: its first version, with id, number and status
 * @loss_reasons: (nullable): why its deals may be lost
 * @error: %SC_STORE_ERROR_EXISTS where the name is taken
 *
 * Returns: whether it was made
 */
gboolean
sc_write_create_process (ScWrite           *self,
                         const char        *process_id,
                         const char        *name,
                         const char        *description,
                         const ScVersion   *version,
                         const char *const *loss_reasons,
                         GError           **error)
{
  gint64 key = sc_process_table_insert (self, process_id, name, description != NULL ? description : "", error);

  return key != 0 &&
         sc_version_table_insert (self, key, version, error) != 0 &&
         (loss_reasons == NULL || sc_loss_reason_table_set (self, key, loss_reasons, error));
}

/**
 * sc_write_has_process:
 * @self: a write
 * @process_id: a process
 * @error: %SC_STORE_ERROR_NOT_FOUND where it is not there, or was deleted
 *
 * Returns: whether it is there
 */
gboolean
sc_write_has_process (ScWrite    *self,
                      const char *process_id,
                      GError    **error)
{
  return get_key (self, process_id, error) != 0;
}

/**
 * sc_write_rename_process:
 * @self: a write
 * @process_id: a process
 * @revision: its revision when it was read, 0 for whatever it is
 * @name: its new name
 * @error: %SC_STORE_ERROR_EXISTS where the name is taken
 *
 * Returns: whether it has the name
 */
gboolean
sc_write_rename_process (ScWrite    *self,
                         const char *process_id,
                         gint64      revision,
                         const char *name,
                         GError    **error)
{
  gint64 key = get_key (self, process_id, error);

  return key != 0 && sc_process_table_set_name (self, key, revision, name, error);
}

/**
 * sc_write_describe_process:
 * @self: a write
 * @process_id: a process
 * @revision: its revision when it was read, 0 for whatever it is
 * @description: free text
 * @error: why it failed
 *
 * Returns: whether it has the description
 */
gboolean
sc_write_describe_process (ScWrite    *self,
                           const char *process_id,
                           gint64      revision,
                           const char *description,
                           GError    **error)
{
  gint64 key = get_key (self, process_id, error);
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_text (values, "description", description);

  return key != 0 && sc_write_update (self, "process", key, revision, values, error);
}

/**
 * sc_write_archive_process:
 * @self: a write
 * @process_id: a process
 * @is_archived: whether it is put away
 * @error: why it failed
 *
 * Returns: whether it was written
 */
gboolean
sc_write_archive_process (ScWrite    *self,
                          const char *process_id,
                          gboolean    is_archived,
                          GError    **error)
{
  gint64 key = get_key (self, process_id, error);
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_int (values, "is_archived", is_archived);

  return key != 0 && sc_write_update (self, "process", key, 0, values, error);
}

/**
 * sc_write_delete_process:
 * @self: a write
 * @process_id: a process
 * @revision: its revision when it was read, 0 for whatever it is
 * @error: why it failed
 *
 * The process leaves a tombstone; its deals go out of sight with it.
 *
 * Returns: whether it is deleted
 */
gboolean
sc_write_delete_process (ScWrite    *self,
                         const char *process_id,
                         gint64      revision,
                         GError    **error)
{
  gint64 key = get_key (self, process_id, error);

  return key != 0 && sc_write_delete (self, "process", key, revision, error);
}

/**
 * sc_write_undelete_process:
 * @self: a write
 * @process: a process that was deleted
 * @error: %SC_STORE_ERROR_CONFLICT where it is there
 *
 * The process is there again, and the deals that went with it.
 *
 * Returns: (transfer full): what it is called: its name, with the next free
 *   number where another process has it by now; %NULL with @error set
 */
char *
sc_write_undelete_process (ScWrite         *self,
                           const ScProcess *process,
                           GError         **error)
{
  g_autofree char *name = sc_process_table_make_name (sc_write_get_connection (self), process->name, error);

  return name != NULL && sc_process_table_undelete (self, process->id, name, error) ? g_steal_pointer (&name) : NULL;
}

/**
 * sc_write_place_process:
 * @self: a write
 * @process_id: a process
 * @before_id: (nullable): the process to stand in front of, %NULL for the end
 * @error: why it failed
 *
 * Returns: whether it stands there
 */
gboolean
sc_write_place_process (ScWrite    *self,
                        const char *process_id,
                        const char *before_id,
                        GError    **error)
{
  gint64 key = get_key (self, process_id, error);
  gint64 before_key = key != 0 && before_id != NULL ? get_key (self, before_id, error) : 0;

  if (key == 0 || (before_id != NULL && before_key == 0))
    return FALSE;

  return sc_process_table_set_place (self, key, before_key, error);
}

/**
 * sc_write_list_loss_reasons:
 * @self: a write
 * @process_id: a process
 * @error: why it failed
 *
 * Returns: (transfer full): the reasons, in order
 */
GStrv
sc_write_list_loss_reasons (ScWrite    *self,
                            const char *process_id,
                            GError    **error)
{
  gint64 key = get_key (self, process_id, error);

  return key != 0 ? sc_loss_reason_table_list (sc_write_get_connection (self), key, error) : NULL;
}

/**
 * sc_write_set_loss_reasons:
 * @self: a write
 * @process_id: a process
 * @reasons: (nullable): why its deals may be lost
 * @error: why it failed
 *
 * Returns: whether they were written
 */
gboolean
sc_write_set_loss_reasons (ScWrite           *self,
                           const char        *process_id,
                           const char *const *reasons,
                           GError           **error)
{
  static const char *const none[] = { NULL };
  gint64 key = get_key (self, process_id, error);

  return key != 0 && sc_loss_reason_table_set (self, key, reasons != NULL ? reasons : none, error);
}

/* What it says of days is counted by the calendar as the write has it. */
static ScVersion *
take_calendar (ScWrite   *self,
               ScVersion *version,
               GError   **error)
{
  g_autoptr (ScVersion) owned = version;
  ScCalendar *calendar = version != NULL ? sc_write_get_calendar (self, error) : NULL;

  if (calendar == NULL)
    return NULL;

  sc_version_set_calendar (owned, calendar);

  return g_steal_pointer (&owned);
}

/**
 * sc_write_load_version:
 * @self: a write
 * @process_id: a process
 * @wanted: which version
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none
 *
 * Returns: (transfer full): the version, as the write has left it
 */
ScVersion *
sc_write_load_version (ScWrite        *self,
                       const char     *process_id,
                       ScVersionWanted wanted,
                       GError        **error)
{
  gint64 key = get_key (self, process_id, error);

  return key != 0
         ? take_calendar (self, sc_version_table_load (sc_write_get_connection (self), key, wanted, NULL, error), error) : NULL;
}

/**
 * sc_write_need_draft:
 * @self: a write
 * @process_id: a process
 * @error: why it failed
 *
 * Returns: (transfer full): the draft, made from the published version where
 *   there is none
 */
ScVersion *
sc_write_need_draft (ScWrite    *self,
                     const char *process_id,
                     GError    **error)
{
  gint64 key = get_key (self, process_id, error);

  return key != 0 ? take_calendar (self, sc_version_table_need_draft (self, key, NULL, error), error) : NULL;
}

/**
 * sc_write_save_draft:
 * @self: a write
 * @process_id: a process
 * @before: the draft as it is
 * @after: the draft as it is to be
 * @error: why it failed
 *
 * Writes what differs.
 *
 * Returns: whether the draft is as @after has it
 */
gboolean
sc_write_save_draft (ScWrite         *self,
                     const char      *process_id,
                     const ScVersion *before,
                     const ScVersion *after,
                     GError         **error)
{
  gint64 key = get_key (self, process_id, error);
  gint64 version_key = 0;
  g_autoptr (ScVersion) draft = NULL;

  if (key == 0)
    return FALSE;

  draft = sc_version_table_load (sc_write_get_connection (self), key, SC_VERSION_WANTED_DRAFT, &version_key, error);

  return draft != NULL && sc_version_table_update (self, version_key, before, after, error);
}

/**
 * sc_write_discard_draft:
 * @self: a write
 * @process_id: a process
 * @error: why it failed
 *
 * Returns: whether it is gone
 */
gboolean
sc_write_discard_draft (ScWrite    *self,
                        const char *process_id,
                        GError    **error)
{
  gint64 key = get_key (self, process_id, error);

  return key != 0 && sc_version_table_discard_draft (self, key, error);
}

/**
 * sc_write_publish:
 * @self: a write
 * @process_id: a process
 * @error: why it failed
 *
 * The draft becomes the published version, and that one retires. Where deals
 * go is the caller's.
 *
 * Returns: whether it is published
 */
gboolean
sc_write_publish (ScWrite    *self,
                  const char *process_id,
                  GError    **error)
{
  gint64 key = get_key (self, process_id, error);

  return key != 0 && sc_version_table_publish (self, key, error);
}
