/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what a process's documents are made from, all of it as it is at one moment. */

#include "store/sc-document-facts.h"

#include "store/sc-kept-word.h"
#include "store/sc-store-private.h"
#include "store/tables/sc-organisation-table-private.h"
#include "store/tables/sc-own-word-table-private.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-version-stage-table-private.h"
#include "store/tables/sc-version-table-private.h"

/**
 * sc_document_facts_free:
 * @self: (transfer full): what documents are made from
 */
void
sc_document_facts_free (ScDocumentFacts *self)
{
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->own_words, g_ptr_array_unref);
  g_clear_pointer (&self->stage_names, g_hash_table_unref);
  g_clear_pointer (&self->organisation, sc_organisation_free);
  g_strfreev (self->loss_reasons);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_free (self->user_name);
  g_free (self);
}

/**
 * sc_document_facts_get_published:
 * @self: what documents are made from
 *
 * Returns: the day on which their version was published, or none
 */
ScDate
sc_document_facts_get_published (const ScDocumentFacts *self)
{
  const ScVersionRecord *last = self->history->len > 0 ? self->history->pdata[self->history->len - 1] : NULL;

  return last != NULL && last->version == self->version ? last->published : SC_DATE_NONE;
}

static GPtrArray *
list_own_words (ScConnection    *connection,
                gint64           process_key,
                const ScVersion *version,
                GError         **error)
{
  g_autoptr (GPtrArray) kept = sc_own_word_table_list (connection, process_key, error);

  return kept != NULL ? sc_kept_words_show (kept, version) : NULL;
}

static gboolean
read_all (ScDocumentFacts *self,
          ScConnection    *connection,
          gint64           process_key,
          GError         **error)
{
  self->own_words = list_own_words (connection, process_key, self->version, error);
  if (self->own_words != NULL)
    self->stage_names = sc_version_stage_table_list_names (connection, self->process->id, error);
  if (self->stage_names != NULL)
    self->organisation = sc_organisation_table_load (connection, process_key, error);
  if (self->organisation != NULL)
    self->loss_reasons = sc_loss_reason_table_list (connection, process_key, error);
  if (self->loss_reasons != NULL)
    self->history = sc_version_table_list_history (connection, process_key, self->version, error);

  return self->history != NULL;
}

/**
 * sc_document_facts_load:
 * @store: a store
 * @process_id: a process
 * @wanted: which version the documents are to be of
 * @number: the number of the version that they are to be of; 0 for @wanted
 * @error: %SC_STORE_ERROR_NOT_FOUND where there is none, %SC_STORE_ERROR_BAD_ROW where
 *   something of it can't be read
 *
 * Returns: (transfer full): what they are made from
 */
ScDocumentFacts *
sc_document_facts_load (ScStore        *store,
                        const char     *process_id,
                        ScVersionWanted wanted,
                        guint           number,
                        GError        **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (store, NULL, error);
  g_autoptr (ScDocumentFacts) self = g_new0 (ScDocumentFacts, 1);
  ScConnection *connection = reader != NULL ? sc_reader_get_connection (reader) : NULL;
  g_autoptr (ScCalendar) calendar = NULL;
  gint64 process_key;

  if (connection == NULL)
    return NULL;

  self->user_name = sc_store_get_user_name (store);
  /* A document that lacks something must not look whole. */
  sc_connection_set_bad_row_func (connection, NULL, NULL);
  self->process = sc_process_table_load (connection, process_id, error);
  process_key = self->process != NULL ? sc_process_table_get_key (connection, process_id, error) : 0;
  if (process_key != 0)
    self->version = number != 0 ? sc_version_table_load_number (connection, process_key, number, error)
                                : sc_version_table_load (connection, process_key, wanted, NULL, error);

  if (self->version == NULL)
    return NULL;

  calendar = sc_reader_get_calendar (reader);
  sc_version_set_calendar (self->version, calendar);

  return read_all (self, connection, process_key, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * sc_store_list_own_words:
 * @self: a store
 * @process_id: a process
 * @version: one of its versions
 * @error: why it can't be read
 *
 * Returns: (transfer full) (element-type ScOwnWord): what stands at which place in the
 *   version, one at each; words of a stage that it has not keep the place where they were
 *   written
 */
GPtrArray *
sc_store_list_own_words (ScStore         *self,
                         const char      *process_id,
                         const ScVersion *version,
                         GError         **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  gint64 process_key = 0;

  if (reader != NULL)
    process_key = sc_process_table_get_key (sc_reader_get_connection (reader), process_id, error);

  return process_key != 0 ? list_own_words (sc_reader_get_connection (reader), process_key, version, error) : NULL;
}

/**
 * sc_store_load_organisation:
 * @self: a store
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full): who gives out the process's documents
 */
ScOrganisation *
sc_store_load_organisation (ScStore    *self,
                            const char *process_id,
                            GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  gint64 process_key = 0;

  if (reader != NULL)
    process_key = sc_process_table_get_key (sc_reader_get_connection (reader), process_id, error);

  return process_key != 0 ? sc_organisation_table_load (sc_reader_get_connection (reader), process_key, error) : NULL;
}
