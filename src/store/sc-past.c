/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what the deals of a process, and the process itself, were as of a day. They are read
 * once, and figures are made of them without asking the database again. */

#include "store/sc-past.h"

#include "store/sc-store-private.h"
#include "store/tables/sc-fate-table-private.h"
#include "store/tables/sc-past-table-private.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-told-table-private.h"
#include "store/tables/sc-version-table-private.h"
#include "store/tables/sc-work-day-table-private.h"

/**
 * sc_store_read_fates:
 * @self: a store
 * @cohort: which deals, and as of when
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * What had happened by the end of that day counts, whenever it was recorded, and nothing
 * else: what a deal became later, or what was taken back, does not. Days that nobody told
 * are none. Deals that were deleted are not among them.
 *
 * Returns: (transfer full): what became of the deals
 */
ScFates *
sc_store_read_fates (ScStore        *self,
                     const ScCohort *cohort,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);
  g_autoptr (ScFates) fates = sc_fates_new (cohort->as_of);

  if (reader == NULL || !sc_fate_table_read (sc_reader_get_connection (reader), cohort, fates, error))
    return NULL;

  return g_steal_pointer (&fates);
}

/**
 * sc_store_each_told:
 * @self: a store
 * @process_id: a process
 * @as_of: a day
 * @found: called with each deal of which something is told
 * @user_data: for @found
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * What happened by the end of that day, and was not taken back.
 *
 * Returns: whether all deals were told of
 */
gboolean
sc_store_each_told (ScStore      *self,
                    const char   *process_id,
                    ScDate        as_of,
                    ScToldFound   found,
                    gpointer      user_data,
                    GCancellable *cancellable,
                    GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL && sc_told_table_each (sc_reader_get_connection (reader), process_id, sc_date_get_end (as_of),
                                               found, user_data, error);
}

/**
 * sc_store_list_recorded_later:
 * @self: a store
 * @process_id: a process
 * @as_of: a day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Of a deal that was written down later a table tells when it began and ended, but not
 * what was known of it on the day: neither what it was worth then nor where it stood.
 *
 * Returns: (transfer full) (element-type ScRecorded): the process's deals that were written
 *   down behind that day, by number
 */
GArray *
sc_store_list_recorded_later (ScStore      *self,
                              const char   *process_id,
                              ScDate        as_of,
                              GCancellable *cancellable,
                              GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_past_table_list_recorded_later (sc_reader_get_connection (reader), process_id,
                                                             sc_date_get_end (as_of), error) : NULL;
}

/**
 * sc_store_list_value_moves:
 * @self: a store
 * @process_id: a process
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScValueMove): how what its deals are worth was
 *   changed, but for what was taken back; deal by deal, in the order in which it happened
 */
GArray *
sc_store_list_value_moves (ScStore      *self,
                           const char   *process_id,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_past_table_list_value_moves (sc_reader_get_connection (reader), process_id, error) : NULL;
}

/**
 * sc_store_list_close_moves:
 * @self: a store
 * @process_id: a process
 * @as_of: a day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScCloseMove): how the days on which deals should
 *   be won were changed by then, but for what was taken back; deal by deal, in the order in
 *   which it happened
 */
GArray *
sc_store_list_close_moves (ScStore      *self,
                           const char   *process_id,
                           ScDate        as_of,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_past_table_list_close_moves (sc_reader_get_connection (reader), process_id,
                                                          sc_date_get_end (as_of), error) : NULL;
}

/**
 * sc_store_list_close_days:
 * @self: a store
 * @process_id: a process
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScCloseMove): the days on which deals should be
 *   won, of those that have one, as they are now, in @to
 */
GArray *
sc_store_list_close_days (ScStore      *self,
                          const char   *process_id,
                          GCancellable *cancellable,
                          GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_past_table_list_close_days (sc_reader_get_connection (reader), process_id, error) : NULL;
}

/**
 * sc_store_list_receipts:
 * @self: a store
 * @process_id: a process
 * @since: a day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScReceipt): the payments of its deals that came in
 *   on that day or later
 */
GArray *
sc_store_list_receipts (ScStore      *self,
                        const char   *process_id,
                        ScDate        since,
                        GCancellable *cancellable,
                        GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_past_table_list_receipts (sc_reader_get_connection (reader), process_id, since, error) : NULL;
}

/**
 * sc_store_list_turns:
 * @self: a store
 * @process_id: a process
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Of most deals what they are tells what they were on any day. These are the others.
 *
 * Returns: (transfer full) (element-type ScTurn): all steps of deals whose decision was
 *   changed, but for what was taken back; deal by deal, in the order in which it happened
 */
GArray *
sc_store_list_turns (ScStore      *self,
                     const char   *process_id,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_past_table_list_turns (sc_reader_get_connection (reader), process_id, error) : NULL;
}

/**
 * sc_store_list_work_days:
 * @self: a store
 * @process_id: a process
 * @as_of: a day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScWorkDay): the days on which something was done at
 *   its deals by then, but for what was taken back; deal by deal, each day once
 */
GArray *
sc_store_list_work_days (ScStore      *self,
                         const char   *process_id,
                         ScDate        as_of,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, cancellable, error);

  return reader != NULL ? sc_work_day_table_list (sc_reader_get_connection (reader), process_id, sc_date_get_end (as_of), error)
                        : NULL;
}

/**
 * sc_store_list_extended:
 * @self: a store
 * @cohort: which deals, and as of when
 * @criterion_id: a question until when a trial goes
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type gint64): the deals of which the trial was extended
 */
GArray *
sc_store_list_extended (ScStore        *self,
                        const ScCohort *cohort,
                        const char     *criterion_id,
                        GError        **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_told_table_list_extended (sc_reader_get_connection (reader), cohort, criterion_id, error) : NULL;
}

/* Among what was published; days are in order. */
static ScVersion *
find_version_at (GPtrArray *history,
                 ScDate     as_of)
{
  guint i = history->len - 1;

  while (i > 0 && ((ScVersionRecord *) history->pdata[i])->published > as_of)
    i--;

  return sc_version_ref (((ScVersionRecord *) history->pdata[i])->version);
}

static ScVersion *
load_version_at (ScConnection *connection,
                 gint64        process_key,
                 ScDate        as_of,
                 GError      **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScVersion) version =
    sc_version_table_load (connection, process_key, SC_VERSION_WANTED_PUBLISHED, NULL, &local_error);
  g_autoptr (GPtrArray) history = NULL;

  if (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
    return sc_version_table_load (connection, process_key, SC_VERSION_WANTED_CURRENT, NULL, error);
  if (version == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  if (version == NULL || as_of == SC_DATE_NONE || as_of >= sc_clock_today ())
    return g_steal_pointer (&version);

  history = sc_version_table_list_history (connection, process_key, version, error);
  if (history == NULL)
    return NULL;

  return history->len > 0 ? find_version_at (history, as_of) : g_steal_pointer (&version);
}

/**
 * sc_store_load_version_at:
 * @self: a store
 * @process_id: a process
 * @as_of: a day, none for today
 * @number: one of its versions, 0 for the one that it had then
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none of that number
 *
 * Returns: (transfer full): the version that was published last by that day; where none
 *   was yet the first one, where none was ever the draft
 */
ScVersion *
sc_store_load_version_at (ScStore    *self,
                          const char *process_id,
                          ScDate      as_of,
                          guint       number,
                          GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  ScConnection *connection = reader != NULL ? sc_reader_get_connection (reader) : NULL;
  gint64 process_key = connection != NULL ? sc_process_table_get_key (connection, process_id, error) : 0;
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (ScCalendar) calendar = NULL;

  if (process_key == 0)
    return NULL;

  sc_connection_set_bad_row_func (connection, NULL, NULL);
  version = number != 0 ? sc_version_table_load_number (connection, process_key, number, error)
                        : load_version_at (connection, process_key, as_of, error);
  if (version == NULL)
    return NULL;

  calendar = sc_reader_get_calendar (reader);
  sc_version_set_calendar (version, calendar);

  return g_steal_pointer (&version);
}
