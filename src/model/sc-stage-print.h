/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stage says in a version, in one short text: two prints are the same where the
 * stage has not changed in between. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

char *sc_stage_make_print (const ScVersion *version,
                           const ScStage   *stage);

G_END_DECLS
