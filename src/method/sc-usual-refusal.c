/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What usually becomes of a deal whose client refuses, or goes silent, in a stage: it
* is lost, goes back to find out what the client needs, or waits for a better time. */

#include "method/sc-lint-stages-private.h"
#include "method/sc-order.h"
#include "method/sc-usual-private.h"
#include "method/sc-usual.h"

/* A quarter, nearly: long enough for something to have changed. */
#define PARKED_DAYS 60

static ScRefusalKind
get_kind (ScKind           kind,
          const ScAspects *aspects)
{
  switch ((int) kind)
    {
    case SC_KIND_PRESENTATION:
    case SC_KIND_TRIAL:
    case SC_KIND_PROPOSAL:
      return SC_REFUSAL_BACK;

    case SC_KIND_OUTREACH:
      return aspects->value[SC_ASPECT_MARKET] == SC_MARKET_B2C ? SC_REFUSAL_LOST : SC_REFUSAL_PARK;

    case SC_KIND_ACCOUNT_GROWTH:
      return SC_REFUSAL_PARK;

    default:
      return SC_REFUSAL_LOST;
    }
}

/**
 * sc_usual_set_refusal:
 * @stage: a stage that is not shared yet
 * @version: a version that has it at @position
 * @position: its place, from 0
 *
 * Gives the stage what usually happens there on a refusal: what the first of its kinds
 * says that is not “lost”. Back is to needs discovery, where one stands in front on the
 * same side of the client mark.
 */
void
sc_usual_set_refusal (ScStage         *stage,
                      const ScVersion *version,
                      guint            position)
{
  ScKind list[SC_N_KINDS];
  guint n_kinds = sc_order_list_kinds (sc_usual_get_telling (stage->kinds), &version->aspects, list);
  const ScStage *discovery = sc_lint_find_discovery_in_front (version, position);

  stage->refusal.kind = SC_REFUSAL_LOST;
  for (guint i = 0; i < n_kinds && stage->refusal.kind == SC_REFUSAL_LOST; i++)
    {
      ScRefusalKind kind = get_kind (list[i], &version->aspects);

      if (kind != SC_REFUSAL_BACK || discovery != NULL)
        stage->refusal.kind = kind;
    }

  g_set_str (&stage->refusal.stage_id, stage->refusal.kind == SC_REFUSAL_BACK ? discovery->id : NULL);
  stage->refusal.after.value = stage->refusal.kind == SC_REFUSAL_PARK ? PARKED_DAYS : 0;
  stage->refusal.after.unit = SC_UNIT_WORKING_DAYS;
}
