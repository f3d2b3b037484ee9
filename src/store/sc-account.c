/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Knows who uses the program, as one database knows them; they are made there with
 * their first change. */

#include "store/sc-account-private.h"

#include <glib/gi18n-lib.h>

#include "store/tables/sc-user-table-private.h"

struct _ScAccount {
  GMutex lock;
  gint64 id;
  /* As the database has it, or as it is to be when the user is made. */
  char *name;
  char *suggested_name;
  /* The row is the account's own by now, not one to be taken over. */
  gboolean is_settled;
  /* How often that came of a change: what was read before is older. */
  guint n_settled;
};

/**
 * sc_account_make_name:
 *
 * Returns: (transfer full): the account's full name, or where it has none that
 *   by which it logs in; nobody is called “root”
 */
char *
sc_account_make_name (void)
{
  const char *login = g_get_user_name ();
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown"))
    name = login;

  return g_strstrip (g_strdup (g_str_equal (name, "root") ? C_("person", "User") : name));
}

/**
 * sc_account_new:
 *
 * Returns: (transfer full): the account that the program runs in, not known to
 *   the database yet
 */
ScAccount *
sc_account_new (void)
{
  ScAccount *self = g_atomic_rc_box_new0 (ScAccount);

  g_mutex_init (&self->lock);
  self->id = SC_USER_UNKNOWN;
  self->name = sc_account_make_name ();

  return self;
}

static void
account_clear (gpointer data)
{
  ScAccount *self = data;

  g_mutex_clear (&self->lock);
  g_free (self->name);
  g_free (self->suggested_name);
}

/**
 * sc_account_ref:
 * @self: an account
 *
 * Returns: (transfer full): @self
 */
ScAccount *
sc_account_ref (ScAccount *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * sc_account_unref:
 * @self: (transfer full): an account
 */
void
sc_account_unref (ScAccount *self)
{
  g_atomic_rc_box_release_full (self, account_clear);
}

/**
 * sc_account_user_clear:
 * @user: what sc_account_need() found
 */
void
sc_account_user_clear (ScAccountUser *user)
{
  g_clear_pointer (&user->name, g_free);
}

/**
 * sc_account_get_id:
 * @self: an account
 *
 * Returns: the user's number, %SC_USER_UNKNOWN where the database has none
 */
gint64
sc_account_get_id (ScAccount *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->id;
}

/**
 * sc_account_dup_name:
 * @self: an account
 *
 * Returns: (transfer full): the user's name
 */
char *
sc_account_dup_name (ScAccount *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_strdup (self->name);
}

/**
 * sc_account_suggest_name:
 * @self: an account
 * @name: what the user is to be called where the database doesn't know them
 *   yet, in place of the account's name
 */
void
sc_account_suggest_name (ScAccount  *self,
                         const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_set_str (&self->suggested_name, name);
  if (self->id == SC_USER_UNKNOWN)
    g_set_str (&self->name, name);
}

/**
 * sc_account_look:
 * @self: an account
 * @connection: a connection
 * @error: why it can't be read
 *
 * Looks up who uses the program: another program may have made or renamed
 * them. Writes nothing: a user that is yet to be made, or to be taken over
 * from an owner of deals who has the same name, waits for the first change.
 *
 * Returns: whether it could be read
 */
gboolean
sc_account_look (ScAccount    *self,
                 ScConnection *connection,
                 GError      **error)
{
  g_autofree char *suggested = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean is_own = FALSE;
  guint n_settled;
  gint64 id;

  g_mutex_lock (&self->lock);
  n_settled = self->n_settled;
  suggested = self->suggested_name != NULL ? g_strdup (self->suggested_name) : sc_account_make_name ();
  g_mutex_unlock (&self->lock);

  name = sc_user_table_find_login (connection, g_get_user_name (), suggested, &id, &is_own, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  g_mutex_lock (&self->lock);
  if (n_settled == self->n_settled)
    {
      self->id = name != NULL ? id : SC_USER_UNKNOWN;
      self->is_settled = is_own;
      g_set_str (&self->name, name != NULL ? name : suggested);
    }
  g_mutex_unlock (&self->lock);

  return TRUE;
}

/**
 * sc_account_need:
 * @self: an account
 * @connection: the writing connection, in a transaction
 * @user: (out): who uses the program, made where the database doesn't know
 *   them
 * @error: why it can't be written
 *
 * Returns: whether there is a user
 */
gboolean
sc_account_need (ScAccount     *self,
                 ScConnection  *connection,
                 ScAccountUser *user,
                 GError       **error)
{
  g_autofree char *suggested = NULL;
  gboolean is_settled;

  g_mutex_lock (&self->lock);
  is_settled = self->is_settled;
  user->id = self->id;
  user->name = is_settled ? g_strdup (self->name) : NULL;
  suggested = self->suggested_name != NULL ? g_strdup (self->suggested_name) : sc_account_make_name ();
  g_mutex_unlock (&self->lock);

  if (!is_settled)
    user->name = sc_user_table_need_login (connection, g_get_user_name (), suggested, &user->id, error);

  return user->name != NULL;
}

/**
 * sc_account_settle:
 * @self: an account
 * @user: who a transaction that is committed by now has found or made
 */
void
sc_account_settle (ScAccount           *self,
                   const ScAccountUser *user)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->id = user->id;
  self->is_settled = TRUE;
  self->n_settled++;
  g_set_str (&self->name, user->name);
}
