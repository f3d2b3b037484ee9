/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives who uses the program another name in the database: as they ask for it, or as
 * they have asked for it elsewhere. */

#include "change/sc-rename-user.h"

#include <glib/gi18n-lib.h>

#include "change/sc-command-private.h"
#include "store/sc-user-write.h"

typedef struct {
  char *name;
  gboolean is_by_itself;
} RenameUser;

static void
rename_user_free (gpointer data)
{
  RenameUser *self = data;

  g_free (self->name);
  g_free (self);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const RenameUser *self = data;
  g_autofree char *before = g_strdup (sc_write_get_user_name (write));

  if (self->is_by_itself)
    sc_write_set_by_itself (write);
  if (!sc_write_rename_user (write, self->name, error))
    return FALSE;

  g_free (outcome->name);
  outcome->name = g_strdup_printf (C_("undo person", "Rename “%1$s” to “%2$s”"), before, sc_write_get_user_name (write));

  return TRUE;
}

static ScCommand *
new_command (const char *name,
             gboolean    is_by_itself)
{
  RenameUser *self = g_new0 (RenameUser, 1);

  self->name = g_strdup (name);
  self->is_by_itself = is_by_itself;

  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup (C_("undo person", "Change Your Name")), run, self, rename_user_free);
}

/**
 * sc_command_rename_user:
 * @name: a name; an empty one is the account's
 *
 * Fails with %SC_STORE_ERROR_EXISTS where somebody else has the name.
 *
 * Returns: (transfer full): a command that gives the user this name
 */
ScCommand *
sc_command_rename_user (const char *name)
{
  return new_command (name, FALSE);
}

/**
 * sc_command_follow_user_name:
 * @name: a name; an empty one is the account's
 *
 * As sc_command_rename_user(), where the user has asked for the name elsewhere: it is
 * the program's own change, which undo passes over.
 *
 * Returns: (transfer full): a command that gives the user this name
 */
ScCommand *
sc_command_follow_user_name (const char *name)
{
  return new_command (name, TRUE);
}
