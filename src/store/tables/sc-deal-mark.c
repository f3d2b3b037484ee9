/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks a deal as changed of which nothing but the history tells. */

#include "store/sc-deal-write.h"
#include "store/tables/sc-write-struct-private.h"

/**
 * sc_write_mark_deal:
 * @self: a write
 * @deal: the deal as it is
 * @error: why it can't be written
 *
 * For a change of which only the history tells: it is taken back with the deal.
 *
 * Returns: whether the deal counts as changed
 */
gboolean
sc_write_mark_deal (ScWrite      *self,
                    const ScDeal *deal,
                    GError      **error)
{
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_int (values, "revision", sc_write_get_change (self));

  return sc_write_put (self, "deal", deal->id, values, error);
}
