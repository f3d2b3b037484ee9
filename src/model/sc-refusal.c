/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to a deal when the client refuses in a stage. */

#include "model/sc-refusal.h"

static const char *const kind_ids[SC_N_REFUSAL_KINDS] = {
  [SC_REFUSAL_LOST] = "lost",
  [SC_REFUSAL_BACK] = "back",
  [SC_REFUSAL_PARK] = "park",
};

/**
 * sc_refusal_kind_get_id:
 * @kind: what happens on a refusal
 *
 * Returns: its name in files and in the database, such as `park`
 */
const char *
sc_refusal_kind_get_id (ScRefusalKind kind)
{
  g_return_val_if_fail (kind < SC_N_REFUSAL_KINDS, NULL);

  return kind_ids[kind];
}

/**
 * sc_refusal_kind_from_id:
 * @id: (nullable): a name as sc_refusal_kind_get_id() gives it
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
sc_refusal_kind_from_id (const char    *id,
                         ScRefusalKind *kind)
{
  for (guint i = 0; i < SC_N_REFUSAL_KINDS; i++)
    if (g_strcmp0 (id, kind_ids[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_refusal_assign:
 * @self: what happens on a refusal
 * @other: what is to happen
 */
void
sc_refusal_assign (ScRefusal       *self,
                   const ScRefusal *other)
{
  self->kind = other->kind;
  self->after = other->after;
  g_set_str (&self->stage_id, other->stage_id);
}

/**
 * sc_refusal_is_in_bounds:
 * @self: what happens on a refusal
 *
 * Returns: whether a deal is parked for no longer than anybody waits
 */
gboolean
sc_refusal_is_in_bounds (const ScRefusal *self)
{
  return self->after.value <= (self->after.unit == SC_UNIT_WORKING_DAYS ? SC_PARKED_WORKING_DAYS_MAX
                                                                         : SC_PARKED_WORKING_HOURS_MAX);
}

/**
 * sc_refusal_equal:
 * @a: what happens on a refusal
 * @b: what happens on a refusal
 *
 * Returns: whether the same happens
 */
gboolean
sc_refusal_equal (const ScRefusal *a,
                  const ScRefusal *b)
{
  return a->kind == b->kind && g_strcmp0 (a->stage_id, b->stage_id) == 0 && sc_duration_equal (a->after, b->after);
}
