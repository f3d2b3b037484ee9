/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window waits for before it closes. */

#include "store/sc-job.h"

/**
 * sc_job_new:
 * @name: what it does, for people, such as Rename “Proposal”
 * @process_id: (nullable): the process that it is about
 *
 * Returns: (transfer full): a job that is about no deal and no stage yet
 */
ScJob *
sc_job_new (const char *name,
            const char *process_id)
{
  ScJob *self = g_new0 (ScJob, 1);

  self->name = g_strdup (name);
  self->process_id = g_strdup (process_id);

  return self;
}

/**
 * sc_job_copy:
 * @self: a job
 *
 * Returns: (transfer full): the same
 */
ScJob *
sc_job_copy (const ScJob *self)
{
  ScJob *copy = sc_job_new (self->name, self->process_id);

  copy->stage_id = g_strdup (self->stage_id);
  copy->deal_id = self->deal_id;
  copy->is_on_show = self->is_on_show;

  return copy;
}

/**
 * sc_job_free:
 * @self: (transfer full): a job
 */
void
sc_job_free (ScJob *self)
{
  g_free (self->name);
  g_free (self->process_id);
  g_free (self->stage_id);
  g_free (self);
}
