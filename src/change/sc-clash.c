/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists what two have changed at once, with both readings, for a person to choose. */

#include "change/sc-clash.h"

static void
clash_free (gpointer data)
{
  ScClash *self = data;

  g_free (self->what);
  g_free (self->theirs);
  g_free (self->mine);
  g_free (self);
}

/**
 * sc_clashes_new:
 *
 * Returns: (transfer full) (element-type ScClash): an empty list
 */
GPtrArray *
sc_clashes_new (void)
{
  return g_ptr_array_new_with_free_func (clash_free);
}

/**
 * sc_clashes_add:
 * @clashes: (element-type ScClash): a list
 * @what: what both have changed
 * @theirs: what others made of it
 * @mine: what was made of it here
 */
void
sc_clashes_add (GPtrArray  *clashes,
                const char *what,
                const char *theirs,
                const char *mine)
{
  ScClash *self = g_new0 (ScClash, 1);

  self->what = g_strdup (what);
  self->theirs = g_strdup (theirs);
  self->mine = g_strdup (mine);
  g_ptr_array_add (clashes, self);
}

/**
 * sc_clashes_equal:
 * @a: (element-type ScClash): a list
 * @b: (element-type ScClash): another
 *
 * Returns: whether both tell a person the same
 */
gboolean
sc_clashes_equal (GPtrArray *a,
                  GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const ScClash *x = a->pdata[i];
      const ScClash *y = b->pdata[i];

      if (!g_str_equal (x->what, y->what) || !g_str_equal (x->theirs, y->theirs) || !g_str_equal (x->mine, y->mine))
        return FALSE;
    }

  return TRUE;
}
