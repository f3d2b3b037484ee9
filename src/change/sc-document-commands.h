/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of what a process's documents are made from beside its scheme. */

#pragma once

#include "change/sc-command.h"
#include "model/sc-organisation.h"
#include "model/sc-own-word.h"

G_BEGIN_DECLS

/* @version: the one that is on show: a place of it may have words that were written
 * elsewhere. @text: (nullable): %NULL takes the words of the place away. */
ScCommand *sc_command_set_own_words (const ScProcess *process,
                                     const ScVersion *version,
                                     const char      *place,
                                     const char      *text);
/* What stands there fits its stage as it is now. */
ScCommand *sc_command_look_through_own_words (const ScProcess *process,
                                              const ScVersion *version,
                                              const char      *place);
/* @command, refused where something else stands at the place by then than @seen, %NULL
 * for nothing. */
ScCommand *sc_command_require_own_words (ScCommand       *command,
                                         const ScProcess *process,
                                         const ScVersion *version,
                                         const char      *place,
                                         const char      *seen);

/* What is not the same in @before and @after is changed, and nothing else. */
ScCommand *sc_command_set_organisation (const ScProcess      *process,
                                        const ScOrganisation *before,
                                        const ScOrganisation *after);

G_END_DECLS
