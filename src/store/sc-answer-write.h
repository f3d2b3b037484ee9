/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a write does to the answers of deals. */

#pragma once

#include "model/sc-criterion.h"
#include "store/sc-rows.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* The answer as this write sees it, %NULL without @error where there is none. */
ScAnswerRow *sc_write_load_answer (ScWrite    *self,
                                   gint64      deal_id,
                                   const char *criterion_id,
                                   GError    **error);
/* @before is what was loaded; @after what is to be, %NULL to take it away. Who answers,
 * and when, the write knows. */
gboolean sc_write_save_answer (ScWrite           *self,
                               gint64             deal_id,
                               const ScAnswerRow *before,
                               const ScAnswerRow *after,
                               GError           **error);
/* The deals that have answered a criterion (element-type gint64). */
GArray *sc_write_list_answered (ScWrite    *self,
                                const char *criterion_id,
                                GError    **error);
/* What deals have told for one exit criterion is told for the one that it went into. */
gboolean sc_write_move_answers (ScWrite    *self,
                                const char *was_id,
                                const char *now_id,
                                GError    **error);

gboolean sc_write_count_extensions (ScWrite           *self,
                                    gint64             deal_id,
                                    const ScCriterion *criterion,
                                    guint             *n_extensions,
                                    GError           **error);

G_END_DECLS
