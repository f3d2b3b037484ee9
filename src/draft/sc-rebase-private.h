/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merging what two have made of the same stage. */

#pragma once

#include "draft/sc-rebase.h"

G_BEGIN_DECLS

/**
 * ScRebase:
 * @side: what stands where both have changed the same
 * @clashes: (nullable) (element-type ScClash): where that is added
 * @dropped: (nullable) (element-type utf8): where it is added what can't be done
 * @onto: the version as others have left it
 * @name: (nullable): the stage or the role that is looked at
 *
 * What is being merged, and what is to be told of it. Below, @into is what others have
 * made of @before, and gets what @after made of it.
 */
typedef struct {
  ScSide side;
  GPtrArray *clashes;
  GPtrArray *dropped;
  const ScVersion *onto;
  const char *name;
} ScRebase;

gboolean sc_rebase_wins (ScRebase   *self,
                         const char *format,
                         const char *theirs,
                         const char *mine);
void sc_rebase_text (ScRebase   *self,
                     const char *format,
                     char      **into,
                     const char *before,
                     const char *after);
void sc_rebase_list (ScRebase   *self,
                     const char *format,
                     GStrv      *into,
                     GStrv       before,
                     GStrv       after);

void sc_rebase_criteria (ScRebase      *self,
                         ScStage       *into,
                         const ScStage *before,
                         const ScStage *after);
void sc_rebase_tactics (ScRebase      *self,
                        ScStage       *into,
                        const ScStage *before,
                        const ScStage *after);
void sc_rebase_refusal (ScRebase      *self,
                        ScStage       *into,
                        const ScStage *before,
                        const ScStage *after);

G_END_DECLS
