/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a manager's own words when stages go into others, and when a process is
 * made like another. */

#pragma once

#include "model/sc-own-word.h"
#include "model/sc-version.h"
#include "store/sc-write.h"

G_BEGIN_DECLS

gboolean sc_own_words_follow (ScWrite         *write,
                              const char      *process_id,
                              const ScVersion *before,
                              const ScVersion *after,
                              GError         **error);

GPtrArray *sc_own_words_list (ScWrite         *write,
                              const char      *process_id,
                              const ScVersion *version,
                              GError         **error);
void sc_own_words_take_over (GPtrArray       *words,
                             const ScVersion *from,
                             const ScVersion *to);
gboolean sc_own_words_add (ScWrite         *write,
                           const char      *process_id,
                           const ScVersion *version,
                           GPtrArray       *words,
                           GError         **error);

G_END_DECLS
