/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds made-up processes and deals, for whoever wants to try things out, as one change
 * that can be taken back. */

#include "change/sc-add-sample.h"

#include <glib/gi18n-lib.h>

#include "change/sc-command-private.h"

typedef struct {
  GArray *processes;
  GStringChunk *texts;
  guint n_deals;
  guint32 seed;
} AddSample;

static void
sample_process_clear (gpointer data)
{
  sc_version_unref (((ScSampleProcess *) data)->version);
}

static void
add_sample_free (gpointer data)
{
  AddSample *self = data;

  g_array_unref (self->processes);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  AddSample *self = data;

  return sc_write_add_sample (write, (const ScSampleProcess *) (gpointer) self->processes->data, self->processes->len,
                              self->n_deals, self->seed, error);
}

/**
 * sc_command_add_sample:
 * @processes: (array length=n_processes): the processes to make and publish; those
 *   without an id are given one
 * @n_processes: how many they are, at least one
 * @n_deals: how many deals to make up, up to %SC_SAMPLE_MAX_DEALS
 * @seed: the same seed gives the same deals on the same day
 *
 * Returns: (transfer full): a command that adds processes with deals, their histories,
 *   next steps and payments; its outcome has the first process's id
 */
ScCommand *
sc_command_add_sample (const ScSampleProcess *processes,
                       guint                  n_processes,
                       guint                  n_deals,
                       guint32                seed)
{
  AddSample *self = g_new0 (AddSample, 1);

  self->texts = g_string_chunk_new (256);
  self->processes = g_array_new (FALSE, FALSE, sizeof (ScSampleProcess));
  g_array_set_clear_func (self->processes, sample_process_clear);
  for (guint i = 0; i < n_processes; i++)
    {
      g_autofree char *new_id = g_uuid_string_random ();
      ScSampleProcess copy = processes[i];

      copy.id = g_string_chunk_insert (self->texts, copy.id != NULL ? copy.id : new_id);
      copy.name = g_string_chunk_insert (self->texts, copy.name);
      sc_version_ref (copy.version);
      g_array_append_val (self->processes, copy);
    }
  self->n_deals = n_deals;
  self->seed = seed;

  return sc_command_new (SC_SCOPE_DESIGN, g_array_index (self->processes, ScSampleProcess, 0).id,
                         g_strdup (C_("undo process", "Add sample data")), run, self, add_sample_free);
}
