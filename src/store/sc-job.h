/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window waits for before it closes. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something that was begun, and of which it is not known yet what came of it:
 * what it does, for people, and what it is about, to lead them there. */
typedef struct {
  char *name;
  char *process_id; /* %NULL for none */
  char *stage_id;   /* %NULL for none */
  gint64 deal_id;   /* 0 for none */
  gboolean is_on_show; /* who began it shows how far it is */
} ScJob;

ScJob *sc_job_new (const char *name,
                   const char *process_id);
ScJob *sc_job_copy (const ScJob *self);
void sc_job_free (ScJob *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScJob, sc_job_free)

G_END_DECLS
