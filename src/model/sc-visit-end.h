/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How deals leave stages. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a deal left a stage: by a move to a later one or an earlier one, with the stage that
 * a publication took away, or because it was closed while it stood there. Passing the
 * client mark closes no deal: it goes on. */
typedef enum {
  SC_VISIT_STANDS,
  SC_VISIT_ON,
  SC_VISIT_BACK,
  SC_VISIT_PUBLISHED,
  SC_VISIT_COMPLETED,
  SC_VISIT_ENDED_EARLY,
  SC_VISIT_LOST,
} ScVisitEnd;

const char *sc_visit_end_get_id (ScVisitEnd end);
gboolean sc_visit_end_from_id (const char *id,
                               ScVisitEnd *end);

G_END_DECLS
