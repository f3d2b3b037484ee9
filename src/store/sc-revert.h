/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes a change back, for undo and redo. */

#pragma once

#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* Undo: puts back what the change wrote, row by row, and voids its events;
 * rows whose revision has moved on are left alone, and named in @left_alone
 * (element-type utf8). The log's row says what it undoes. */
gboolean sc_write_revert (ScWrite   *self,
                          gint64     change_id,
                          GPtrArray *left_alone,
                          GError   **error);

/* What was taken back just now: the number of the change that did it at first;
 * a deal that it was about and that is there, 0 for none, with its process. */
typedef struct {
  gint64 change_id;
  gint64 deal_id;
  char *process_id;
} ScReverted;

void sc_reverted_clear (ScReverted *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScReverted, sc_reverted_clear)

gboolean sc_write_get_reverted (ScWrite    *self,
                                ScReverted *reverted,
                                GError    **error);
/* Whether taking a change back would make a draft of a published version. */
gboolean sc_write_is_publication (ScWrite  *self,
                                  gint64    change_id,
                                  gboolean *is_publication,
                                  GError  **error);

G_END_DECLS
