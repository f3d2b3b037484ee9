/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo takes back what one window did, and goes on with it after a restart. So
 * a window is known in the change log by a name that no other running one has
 * and that the next one takes over: anna@desk, or anna@desk#2 where that one is
 * taken, and so on. While it runs it holds the name by a lock, which goes with
 * the process however that ends. A window that starts takes a name of its own
 * and all those that nobody holds, with the changes made under them; nothing
 * has to be written for it, and of two that start at once each name has one
 * holder. */

#include "store/sc-window-names-private.h"

#include <string.h>

#include "store/tables/sc-change-table-private.h"

/* More windows of one user on one database are hardly open at once; where the
 * file system knows no locks, no name can be had. */
#define MAX_WINDOWS 100

/**
 * sc_window_names_get_first:
 *
 * Returns: (transfer full): the name of a window that is alone
 */
char *
sc_window_names_get_first (void)
{
  return g_strdup_printf ("%s@%s", g_get_user_name (), g_get_host_name ());
}

static char *
make_name (const char *first,
           guint       number)
{
  return number == 1 ? g_strdup (first) : g_strdup_printf ("%s#%u", first, number);
}

/* What no other running window has done. */
static gboolean
claim_left (ScGuard      *guard,
            ScConnection *connection,
            const char   *first,
            GPtrArray    *claimed,
            GError      **error)
{
  g_autofree char *numbered = g_strconcat (first, "#", NULL);
  /* What comes behind everything that begins so. */
  g_autofree char *last = g_strdup_printf ("%s%c", first, '#' + 1);
  g_autoptr (GPtrArray) names = sc_change_table_list_windows (connection, first, last, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = names->pdata[i];

      if ((g_str_equal (name, first) || g_str_has_prefix (name, numbered)) && sc_guard_claim (guard, name))
        g_ptr_array_add (claimed, g_strdup (name));
    }

  return names != NULL;
}

/* Of those that it has taken over the one with the least number, or else one
 * that is new. */
static char *
claim_own (ScGuard    *guard,
           const char *first,
           GPtrArray  *claimed)
{
  for (guint number = 1; number <= MAX_WINDOWS; number++)
    {
      g_autofree char *name = make_name (first, number);
      guint index;

      if (g_ptr_array_find_with_equal_func (claimed, name, g_str_equal, &index))
        return g_ptr_array_steal_index (claimed, index);
      if (sc_guard_claim (guard, name))
        return g_steal_pointer (&name);
    }

  return NULL;
}

/**
 * sc_window_names_claim:
 * @guard: (nullable): the guard of the database
 * @connection: a connection to it
 * @error: why it can't be read
 *
 * Returns: (transfer full): the window's own name, then those that it has taken
 *   over
 */
GStrv
sc_window_names_claim (ScGuard      *guard,
                       ScConnection *connection,
                       GError      **error)
{
  g_autofree char *first = sc_window_names_get_first ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *own = NULL;

  if (guard != NULL)
    {
      if (!claim_left (guard, connection, first, names, error))
        return NULL;
      own = claim_own (guard, first, names);
    }
  if (own == NULL)
    {
      g_autofree char *id = g_uuid_string_random ();

      own = g_strdup_printf ("%s#%s", first, id);
    }
  g_ptr_array_insert (names, 0, g_steal_pointer (&own));
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * sc_window_names_disclaim:
 * @guard: (nullable): the guard of the database
 * @names: names that were claimed
 *
 * Lets another window take them over.
 */
void
sc_window_names_disclaim (ScGuard           *guard,
                          const char *const *names)
{
  for (guint i = 0; guard != NULL && names[i] != NULL; i++)
    sc_guard_disclaim (guard, names[i]);
}
