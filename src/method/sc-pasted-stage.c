/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stage as a person has pasted it: its name, and what a table says of it. */

#include "method/sc-pasted-stage.h"

/**
 * sc_pasted_stage_free:
 * @self: (transfer full): a stage
 */
void
sc_pasted_stage_free (ScPastedStage *self)
{
  g_free (self->name);
  g_free (self->owner);
  g_free (self);
}

/**
 * sc_pasted_stages_list_names:
 * @stages: (element-type ScPastedStage): stages
 *
 * Returns: (transfer full): their names
 */
char **
sc_pasted_stages_list_names (GPtrArray *stages)
{
  char **names = g_new0 (char *, stages->len + 1);

  for (guint i = 0; i < stages->len; i++)
    names[i] = g_strdup (((ScPastedStage *) stages->pdata[i])->name);

  return names;
}
