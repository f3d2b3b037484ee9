/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fixes that put a step somewhere: the place where the order wants it, else
 * the nearest at which the fix keeps its promise. */

#include "method/sc-fix-private.h"

#include "method/sc-order.h"
#include "method/sc-usual.h"

/* The first and the last place that the bounds leave. */
static void
find_limits (const ScVersion *version,
             ScBounds         bounds,
             guint           *min,
             guint           *max)
{
  *min = 0;
  *max = version->stages->len;

  for (guint i = version->stages->len; i > 0; i--)
    {
      ScKindSet kinds = sc_version_get_stage (version, i - 1)->kinds;

      if (kinds & bounds.follows)
        *min = i;
      if (kinds & bounds.precedes)
        *max = i - 1;
    }
}

/* The places from @min to @max in the order of their distance from @best. */
static GArray *
list_places (guint best,
             guint min,
             guint max)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  if (min > max)
    return places;

  best = CLAMP (best, min, max);
  g_array_append_val (places, best);
  for (guint distance = 1; distance <= max - min; distance++)
    {
      guint behind = best + distance;
      guint before = best - distance;

      if (behind <= max)
        g_array_append_val (places, behind);
      if (distance <= best && before >= min)
        g_array_append_val (places, before);
    }

  return places;
}

/* “Insert … before …” or “… at the end”, as of the place that it got. */
static gboolean
offer_place (ScFixSearch *self,
             ScSteps     *steps,
             const char  *stage_id,
             ScFixDeed    before,
             ScFixDeed    last)
{
  const ScVersion *version = steps->version;
  guint position;
  const ScStage *stage = sc_version_find_stage (version, stage_id, &position);

  if (position + 1 < version->stages->len)
    return sc_fix_search_offer (self, steps, before, sc_lint_get_title (stage),
                                sc_lint_get_title (sc_version_get_stage (version, position + 1)));

  return sc_fix_search_offer (self, steps, last, sc_lint_get_title (stage), NULL);
}

/**
 * sc_fix_insert_kinds:
 * @self: a search
 * @kinds: what is missing
 * @bounds: where it may go
 *
 * Returns: whether a stage that covers @kinds could be inserted
 */
gboolean
sc_fix_insert_kinds (ScFixSearch *self,
                     ScKindSet    kinds,
                     ScBounds     bounds)
{
  g_autoptr (GArray) places = NULL;
  guint min;
  guint max;

  find_limits (self->version, bounds, &min, &max);
  places = list_places (sc_order_find_place (self->version, sc_order_get_first_kind (kinds, &self->version->aspects)),
                        min, max);

  for (guint i = 0; i < places->len; i++)
    {
      g_auto (ScSteps) steps = { NULL };
      const ScStage *stage;

      sc_steps_start (&steps, self->version);
      stage = sc_steps_insert (&steps, kinds, NULL, g_array_index (places, guint, i));
      if (offer_place (self, &steps, stage->id, SC_FIX_INSERT_BEFORE, SC_FIX_INSERT_LAST))
        return TRUE;
    }

  return FALSE;
}

/**
 * sc_fix_cover_too:
 * @self: a search
 * @kind: a kind that has to come before others
 * @precedes: those others
 *
 * Returns: whether the first stage that the kind has to precede could cover it
 *   too
 */
gboolean
sc_fix_cover_too (ScFixSearch *self,
                  ScKind       kind,
                  ScKindSet    precedes)
{
  g_auto (ScSteps) steps = { NULL };
  const ScStage *stage = NULL;

  for (guint i = 0; i < self->version->stages->len && stage == NULL; i++)
    if (sc_version_get_stage (self->version, i)->kinds & precedes)
      stage = sc_version_get_stage (self->version, i);

  if (stage == NULL)
    return FALSE;

  sc_steps_start (&steps, self->version);
  for (guint i = 0; i < self->finding->stages->len; i++)
    {
      const ScStage *late = self->finding->stages->pdata[i];

      if (sc_kind_set_has (late->kinds, kind) && late->kinds != SC_KIND_BIT (kind))
        sc_steps_take_kinds (&steps, late->id, SC_KIND_BIT (kind));
    }
  sc_steps_add_kinds (&steps, stage->id, SC_KIND_BIT (kind));

  return sc_fix_search_offer (self, &steps, SC_FIX_COVER_TOO, sc_lint_get_title (stage),
                              sc_kind_get_name (kind, sc_language_get_default ()));
}

static gboolean
make_stage_of_its_own (ScFixSearch *self,
                       const char  *stage_id,
                       ScKind       kind,
                       ScBounds     bounds)
{
  g_auto (ScSteps) taken = { NULL };
  g_autoptr (GArray) places = NULL;
  guint min;
  guint max;

  sc_steps_start (&taken, self->version);
  sc_steps_take_kinds (&taken, stage_id, SC_KIND_BIT (kind));
  find_limits (taken.version, bounds, &min, &max);
  places = list_places (sc_order_find_place (taken.version, kind), min, max);

  for (guint i = 0; i < places->len; i++)
    {
      g_auto (ScSteps) steps = { NULL };
      const ScStage *stage;

      sc_steps_start (&steps, self->version);
      sc_steps_take_kinds (&steps, stage_id, SC_KIND_BIT (kind));
      stage = sc_steps_insert (&steps, SC_KIND_BIT (kind), NULL, g_array_index (places, guint, i));
      if (offer_place (self, &steps, stage->id, SC_FIX_SPLIT_BEFORE, SC_FIX_SPLIT_LAST))
        return TRUE;
    }

  return FALSE;
}

/**
 * sc_fix_move_stage:
 * @self: a search
 * @stage_id: a stage
 * @kind: the kind for whose sake it is to move
 * @bounds: where it may go
 *
 * Returns: whether the stage could go where an inserted one of that kind would
 */
gboolean
sc_fix_move_stage (ScFixSearch *self,
                   const char  *stage_id,
                   ScKind       kind,
                   ScBounds     bounds)
{
  g_autoptr (ScVersion) others = sc_version_copy (self->version);
  g_autoptr (GArray) places = NULL;
  guint position;
  guint min;
  guint max;

  sc_version_find_stage (self->version, stage_id, &position);
  g_ptr_array_remove_index (others->stages, position);
  find_limits (others, bounds, &min, &max);
  places = list_places (sc_order_find_place (others, kind), min, max);

  for (guint i = 0; i < places->len; i++)
    {
      g_auto (ScSteps) steps = { NULL };
      guint place = g_array_index (places, guint, i);

      if (place == position)
        continue;

      sc_steps_start (&steps, self->version);
      sc_steps_do (&steps, sc_edit_move_stage (self->version, stage_id, place));
      if (offer_place (self, &steps, stage_id, SC_FIX_MOVE_BEFORE, SC_FIX_MOVE_LAST))
        return TRUE;
    }

  return FALSE;
}

/**
 * sc_fix_move_kind:
 * @self: a search
 * @stage_id: a stage
 * @kind: the kind for whose sake it is to move
 * @bounds: where the kind may go
 *
 * Moves the stage; where that would not do because it covers other kinds too,
 * the kind alone goes into a new stage, and the old one keeps its text and
 * other kinds. Of the two, one that does no harm at all is better than one that
 * mends an error and leaves the rest of the stage out of place.
 *
 * Returns: whether that could be done
 */
gboolean
sc_fix_move_kind (ScFixSearch *self,
                  const char  *stage_id,
                  ScKind       kind,
                  ScBounds     bounds)
{
  const ScStage *stage = sc_version_find_stage (self->version, stage_id, NULL);
  gboolean is_moved = FALSE;

  for (guint i = 0; i < 2 && !is_moved; i++)
    {
      self->is_gentle = i == 0;
      is_moved = sc_fix_move_stage (self, stage_id, kind, bounds) ||
                 (stage->kinds != SC_KIND_BIT (kind) && make_stage_of_its_own (self, stage_id, kind, bounds));
    }
  self->is_gentle = FALSE;

  return is_moved;
}
