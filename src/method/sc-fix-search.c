/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a rule suggests is tried on the version, and taken only where it keeps
 * the promise that every fix gives:
 *
 * - it leaves fewer findings of its own rule, and makes the numbers of errors,
 *   warnings and hints, compared in that order, less;
 * - a fix of a rule that counts stages makes these numbers no greater, and
 *   brings the number of stages nearer to five to seven.
 *
 * So whoever keeps taking fixes comes to an end. */

#include "method/sc-fix-private.h"

/**
 * sc_fix_search_is_done:
 * @self: a search
 *
 * Returns: whether it has found as many fixes as were wanted, or may look for
 *   no more
 */
gboolean
sc_fix_search_is_done (const ScFixSearch *self)
{
  return self->fixes->len >= self->wanted || (self->budget != NULL && *self->budget == 0);
}

static gboolean
keeps_promise (const ScFixSearch *self,
               const ScVersion   *version)
{
  ScRule rule = self->finding->rule;
  ScTally after;

  sc_tally_take (&after, version, self->memo);
  for (guint i = 0; self->is_gentle && i < SC_N_SEVERITIES; i++)
    if (after.by_severity[i] > self->before.by_severity[i])
      return FALSE;

  if (sc_tally_is_length_rule (rule))
    return sc_tally_compare (&after, &self->before) <= 0 &&
           sc_tally_get_distance (&after) < sc_tally_get_distance (&self->before);

  return after.by_rule[rule] < self->before.by_rule[rule] && sc_tally_compare (&after, &self->before) < 0;
}

/**
 * sc_fix_search_offer:
 * @self: a search
 * @steps: what would be done
 * @deed: what that is
 * @first: (nullable): the stage, role or step that is named first
 * @second: (nullable): what is named then
 *
 * Returns: whether it keeps the promise, and so was taken
 */
gboolean
sc_fix_search_offer (ScFixSearch *self,
                     ScSteps     *steps,
                     ScFixDeed    deed,
                     const char  *first,
                     const char  *second)
{
  ScFix *fix;

  if (steps->edits->len == 0 || sc_fix_search_is_done (self))
    return FALSE;
  if (self->budget != NULL)
    *self->budget -= MIN (*self->budget, steps->version->stages->len);
  if (!keeps_promise (self, steps->version))
    return FALSE;

  fix = g_new0 (ScFix, 1);
  fix->label = sc_fix_deed_to_label (deed, first, second);
  fix->name = sc_fix_deed_to_name (deed, first, second);
  fix->told = sc_fix_deed_to_told (deed, first, second);
  fix->edits = g_ptr_array_ref (steps->edits);
  fix->after = sc_version_ref (steps->version);
  g_ptr_array_add (self->fixes, fix);

  return TRUE;
}
