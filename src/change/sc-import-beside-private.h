/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row tells besides its deal's own fields, and what that changes of a deal that is
 * there. */

#pragma once

#include "change/sc-import-beside.h"
#include "store/sc-rows.h"

G_BEGIN_DECLS

/**
 * ScBesideChange:
 * @step: (nullable): the step that becomes another
 * @new_step: (nullable): what it becomes; a new one without @step
 * @contacts: (nullable) (element-type ScContact): whom the deal is to be about
 */
typedef struct {
  ScActivity *step;
  ScActivity *new_step;
  GPtrArray *contacts;
} ScBesideChange;

ScImportFault sc_import_beside_look_at_step (ScDeal *deal);
gboolean sc_beside_change_find (ScBesideChange *self,
                                ScWrite        *write,
                                const ScDeal   *before,
                                const ScDeal   *deal,
                                const ScDeal   *row,
                                GPtrArray      *contacts,
                                ScImportFault  *fault,
                                GError        **error);
gboolean sc_beside_change_is_any (const ScBesideChange *self);
gboolean sc_beside_change_write (const ScBesideChange *self,
                                 ScWrite              *write,
                                 ScImportWrite        *import,
                                 gint64                deal_id,
                                 GError              **error);
void sc_beside_change_clear (ScBesideChange *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScBesideChange, sc_beside_change_clear)

G_END_DECLS
