/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the id by which a deal of ours is known again in the tables that we
 * write. */

#include "store/sc-own-id.h"

#include <string.h>

/**
 * sc_own_id_parse:
 * @text: the id of a deal in a table
 * @deal_id: (out): the deal's number
 * @made_at: (out): when it was made
 *
 * Returns: whether it is an id of ours, of this database or of another
 */
gboolean
sc_own_id_parse (const char *text,
                 gint64     *deal_id,
                 ScInstant  *made_at)
{
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (text, SC_OWN_ID_PREFIX))
    return FALSE;

  parts = g_strsplit (text + strlen (SC_OWN_ID_PREFIX), "-", 2);

  return g_strv_length (parts) == 2
         && g_ascii_string_to_signed (parts[0], 10, 1, G_MAXINT64, deal_id, NULL)
         && g_ascii_string_to_signed (parts[1], 10, 0, G_MAXINT64, made_at, NULL);
}
