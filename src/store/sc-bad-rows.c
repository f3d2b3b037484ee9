/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects what was left out of lists that were read, because a row holds what it
 * can’t, for who tells the user. */

#include "store/sc-bad-rows.h"

/* More are not named. */
#define MAX_NAMED 100

struct _ScBadRows {
  GObject parent_instance;

  GMutex lock;
  GPtrArray *problems;
  /* By text: a row is read again and again. */
  GHashTable *known;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScBadRows, sc_bad_rows, G_TYPE_OBJECT);

static void
sc_bad_rows_finalize (GObject *object)
{
  ScBadRows *self = SC_BAD_ROWS (object);

  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (sc_bad_rows_parent_class)->finalize (object);
}

static void
sc_bad_rows_class_init (ScBadRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sc_bad_rows_finalize;

  /**
   * ScBadRows::changed:
   * @self: bad rows
   *
   * The first was found. Emitted in the main thread.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
sc_bad_rows_init (ScBadRows *self)
{
  g_mutex_init (&self->lock);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * sc_bad_rows_new:
 *
 * Returns: (transfer full): none so far
 */
ScBadRows *
sc_bad_rows_new (void)
{
  return g_object_new (SC_TYPE_BAD_ROWS, NULL);
}

static gboolean
tell_cb (gpointer user_data)
{
  ScBadRows *self = user_data;

  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/**
 * sc_bad_rows_add:
 * @self: bad rows
 * @problem: a sentence that names table, row and field
 *
 * May be called from any thread.
 */
void
sc_bad_rows_add (ScBadRows  *self,
                 const char *problem)
{
  gboolean is_first = FALSE;

  g_mutex_lock (&self->lock);
  if (self->problems->len < MAX_NAMED && !g_hash_table_contains (self->known, problem))
    {
      is_first = self->problems->len == 0;
      g_ptr_array_add (self->problems, g_strdup (problem));
      g_hash_table_add (self->known, self->problems->pdata[self->problems->len - 1]);
    }
  g_mutex_unlock (&self->lock);

  if (is_first)
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, g_object_ref (self), g_object_unref);
}

/**
 * sc_bad_rows_get_n_rows:
 * @self: bad rows
 *
 * Returns: how many are named
 */
guint
sc_bad_rows_get_n_rows (ScBadRows *self)
{
  guint n_rows;

  g_mutex_lock (&self->lock);
  n_rows = self->problems->len;
  g_mutex_unlock (&self->lock);

  return n_rows;
}

/**
 * sc_bad_rows_list:
 * @self: bad rows
 *
 * Returns: (transfer full): a sentence for each of the first, which names
 *   table, row and field
 */
GStrv
sc_bad_rows_list (ScBadRows *self)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  g_mutex_lock (&self->lock);
  for (guint i = 0; i < self->problems->len; i++)
    g_strv_builder_add (list, self->problems->pdata[i]);
  g_mutex_unlock (&self->lock);

  return g_strv_builder_end (list);
}
