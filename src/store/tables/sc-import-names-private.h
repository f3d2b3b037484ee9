/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Companies, people and users that an import names: found or made once, then
 * remembered. They are taken back with the import, as what it made, so they
 * are not in its inverse. */

#pragma once

#include "model/sc-deal.h"
#include "store/tables/sc-write-rows-private.h"

G_BEGIN_DECLS

typedef struct _ScImportNames ScImportNames;

ScImportNames *sc_import_names_new (ScWrite *write);
void sc_import_names_free (ScImportNames *self);

/* 0 where there is no name. */
gboolean sc_import_names_need_company (ScImportNames *self,
                                       const char    *name,
                                       gint64        *key,
                                       GError       **error);
gboolean sc_import_names_need_person (ScImportNames *self,
                                      const ScDeal  *deal,
                                      gint64         company_key,
                                      gint64        *key,
                                      GError       **error);
gboolean sc_import_names_need_owner (ScImportNames *self,
                                     const char    *name,
                                     gint64        *key,
                                     GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportNames, sc_import_names_free)

G_END_DECLS
