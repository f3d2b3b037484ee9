/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process: what a sales team works along. */

#include "model/sc-process.h"

/**
 * sc_process_new:
 *
 * Returns: (transfer full): an empty row, to be filled by its reader
 */
ScProcess *
sc_process_new (void)
{
  return g_atomic_rc_box_new0 (ScProcess);
}

/**
 * sc_process_ref:
 * @self: a process
 *
 * Returns: (transfer full): @self
 */
ScProcess *
sc_process_ref (ScProcess *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ScProcess *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);
  g_free (self->deleted_by);
}

/**
 * sc_process_unref:
 * @self: (transfer full): a process
 */
void
sc_process_unref (ScProcess *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
