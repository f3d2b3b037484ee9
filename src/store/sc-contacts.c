/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom deals are about: of one of them, and of all of a process. */

#include "store/sc-contacts.h"

#include "store/sc-store-private.h"
#include "store/tables/sc-contact-table-private.h"

/**
 * sc_store_list_contacts:
 * @self: a store
 * @deal: a deal
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScContact): whom the deal is about, its own person
 *   first
 */
GPtrArray *
sc_store_list_contacts (ScStore      *self,
                        const ScDeal *deal,
                        GError      **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);
  g_autoptr (GPtrArray) rows =
    reader != NULL ? sc_contact_table_list (sc_reader_get_connection (reader), deal->id, error) : NULL;

  return rows != NULL ? sc_contacts_join (deal, rows) : NULL;
}

/**
 * sc_store_list_process_contacts:
 * @self: a store
 * @process_id: a process
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type gint64 GPtrArray): for sc_contacts_join(), what is
 *   kept of the contacts of its deals, by the deal's number
 */
GHashTable *
sc_store_list_process_contacts (ScStore    *self,
                                const char *process_id,
                                GError    **error)
{
  g_autoptr (ScReader) reader = sc_reader_new (self, NULL, error);

  return reader != NULL ? sc_contact_table_list_all (sc_reader_get_connection (reader), process_id, error) : NULL;
}
