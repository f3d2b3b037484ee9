/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person can change about processes and their versions, each as a command. */

#pragma once

#include "change/sc-command.h"

G_BEGIN_DECLS

ScCommand *sc_command_create_process (const char        *name,
                                      const char        *description,
                                      const ScVersion   *version,
                                      const char *const *loss_reasons);
/* The same with an id that a file has, and with a manager's own words. */
ScCommand *sc_command_import_process (const char        *process_id,
                                      const char        *name,
                                      const char        *description,
                                      const ScVersion   *version,
                                      const char *const *loss_reasons,
                                      GPtrArray         *own_words);
ScCommand *sc_command_rename_process (const ScProcess *process,
                                      const char      *name);
ScCommand *sc_command_describe_process (const ScProcess *process,
                                        const char      *description);
ScCommand *sc_command_archive_process (const ScProcess *process,
                                       gboolean         is_archived);
ScCommand *sc_command_delete_process (const ScProcess *process,
                                      guint            n_deals);
/* @process: as the store lists it among those that were deleted. */
ScCommand *sc_command_undelete_process (const ScProcess *process);
ScCommand *sc_command_duplicate_process (const ScProcess *process);
ScCommand *sc_command_reorder_process (const ScProcess *process,
                                       const char      *before_id);
/* @before: (nullable): what was read. */
ScCommand *sc_command_set_loss_reasons (const ScProcess   *process,
                                        const char *const *before,
                                        const char *const *reasons);

/* @command, refused where the process says something else by then than @seen,
 * its draft or else what is published. */
ScCommand *sc_command_require_version (ScCommand       *command,
                                       const char      *process_id,
                                       const ScVersion *seen);
/* The same of what is published, whatever its draft says. */
ScCommand *sc_command_require_published (ScCommand       *command,
                                         const char      *process_id,
                                         const ScVersion *seen);

/* Edits go to the draft, which is made from the published version where there
 * is none. @name says what they do, for people. */
ScCommand *sc_command_edit_version (const char *process_id,
                                    const char *name,
                                    GPtrArray  *edits);
ScCommand *sc_command_discard_draft (const ScProcess *process);

/* @moves: (element-type utf8 utf8): stage of the old version to stage of the
 * new, for those that are gone and have deals. */
ScCommand *sc_command_publish (const ScProcess *process,
                               GHashTable      *moves);

/* A stage of the published version that has standing deals and that the draft
 * has no more, with where they go by themselves (the stage it was merged
 * into), or %NULL where the manager has to choose. */
typedef struct {
  char *stage_id;
  char *name;
  guint n_deals;
  char *to_id;
} ScStageGone;

GPtrArray *sc_publish_list_gone (ScStore    *store,
                                 const char *process_id,
                                 GError    **error);
void sc_stage_gone_free (ScStageGone *self);

G_END_DECLS
