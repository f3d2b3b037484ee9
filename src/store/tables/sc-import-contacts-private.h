/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds the contacts that an import tells of until they can be written: behind the deals
 * that it adds, and behind everything else where the deal is there already. */

#pragma once

#include "model/sc-contact.h"
#include "store/tables/sc-import-names-private.h"

G_BEGIN_DECLS

typedef struct _ScImportContacts ScImportContacts;

ScImportContacts *sc_import_contacts_new (ScWrite *write);
void sc_import_contacts_free (ScImportContacts *self);

gboolean sc_import_contacts_add_new (ScImportContacts *self,
                                     ScImportNames    *names,
                                     gint64            deal_id,
                                     gint64            company_key,
                                     gint64            person_key,
                                     GPtrArray        *contacts,
                                     GError          **error);
void sc_import_contacts_add (ScImportContacts *self,
                             gint64            deal_id,
                             GPtrArray        *contacts);

gboolean sc_import_contacts_write_new (ScImportContacts *self,
                                       gint64            version_key,
                                       GError          **error);
gboolean sc_import_contacts_finish (ScImportContacts *self,
                                    GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportContacts, sc_import_contacts_free)

G_END_DECLS
