/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what users are called. */

#include "store/sc-user-write.h"

#include <glib/gi18n-lib.h>

#include "store/sc-name-key.h"
#include "store/tables/sc-user-table-private.h"
#include "store/tables/sc-write-struct-private.h"

/* Whether nobody else is called so. */
static gboolean
check_name (ScWrite    *self,
            const char *name,
            const char *key,
            GError    **error)
{
  gint64 known;

  if (*name == '\0')
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("A user needs a name."));
      return FALSE;
    }

  known = sc_user_table_find_by_key (self->connection, key, error);
  if (known <= 0 || known == self->user.id)
    return known >= 0;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS, _("There is a user named “%s” already."), name);

  return FALSE;
}

/**
 * sc_write_rename_user:
 * @self: a write
 * @name: what who makes the change is called from here on; an empty one is the
 *   account's
 * @error: %SC_STORE_ERROR_EXISTS where somebody else has it
 *
 * Returns: whether the user has the name now
 */
gboolean
sc_write_rename_user (ScWrite    *self,
                      const char *name,
                      GError    **error)
{
  g_autofree char *trimmed = g_strstrip (*name != '\0' ? g_strdup (name) : sc_account_make_name ());
  g_autofree char *key = sc_name_make_key (trimmed);
  g_autoptr (ScValues) values = sc_values_new ();

  sc_values_set_text (values, "name", trimmed);
  sc_values_set_text (values, "name_key", key);
  if (!check_name (self, trimmed, key, error)
      || !sc_write_update (self, "user", self->user.id, 0, values, error))
    return FALSE;

  g_set_str (&self->user.name, trimmed);

  return TRUE;
}
