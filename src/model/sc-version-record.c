/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of a process's history: a version, when it was published and by whom. */

#include "model/sc-version-record.h"

/**
 * sc_version_record_new:
 * @version: a version
 * @published: on which day it was published, or none
 * @by: (nullable): who published it
 *
 * Returns: (transfer full): a line of a process's history
 */
ScVersionRecord *
sc_version_record_new (ScVersion  *version,
                       ScDate      published,
                       const char *by)
{
  ScVersionRecord *self = g_new0 (ScVersionRecord, 1);

  self->version = sc_version_ref (version);
  self->published = published;
  self->by = g_strdup (by != NULL ? by : "");

  return self;
}

/**
 * sc_version_record_free:
 * @self: (transfer full): a line of a process's history
 */
void
sc_version_record_free (ScVersionRecord *self)
{
  sc_version_unref (self->version);
  g_free (self->by);
  g_free (self);
}
