/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishing a draft, with the deals that stand in the old version, for the files that
 * do it. */

#pragma once

#include "model/sc-version.h"
#include "store/sc-write.h"

G_BEGIN_DECLS

/* What deals have told for criteria of @published that went into others of @draft. */
gboolean sc_publish_move_answers (ScWrite         *write,
                                  const ScVersion *published,
                                  const ScVersion *draft,
                                  GError         **error);
/* How often tactics were used that are there no more, but for another that says the same. */
gboolean sc_publish_move_tactic_uses (ScWrite         *write,
                                      const ScVersion *published,
                                      const ScVersion *draft,
                                      GError         **error);
/* What is ticked of actions of stages that went into others, or are said in other words. */
gboolean sc_publish_move_action_ticks (ScWrite         *write,
                                       const ScVersion *published,
                                       const ScVersion *draft,
                                       GError         **error);

G_END_DECLS
