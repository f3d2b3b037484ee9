/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of stages that were looked at before. */

#pragma once

#include "method/sc-stage-facts-private.h"

G_BEGIN_DECLS

typedef struct _ScLintMemo ScLintMemo;

ScLintMemo *sc_lint_memo_new (void);
void sc_lint_memo_free (ScLintMemo *self);
const ScStageFacts **sc_lint_memo_list (ScLintMemo      *self,
                                        const ScVersion *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScLintMemo, sc_lint_memo_free)

G_END_DECLS
