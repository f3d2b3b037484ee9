/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings of one rule together: thirty stages that were pasted want one decision
 * about their exit criteria, not thirty. */

#include "method/sc-finding-group.h"

#include <glib/gi18n-lib.h>

/* So many findings are no longer worked on while somebody waits. */
#define MOST_AT_ONCE 500

/* What several findings of a rule say together; nothing of a rule that finds something
 * once, or something else each time. */
static char *
describe (ScRule rule,
          guint  n)
{
  const char *format = NULL;

  switch ((int) rule)
    {
    case SC_RULE_NO_GOAL:
      format = ngettext ("%u stage has no goal", "%u stages have no goal", n);
      break;

    case SC_RULE_NO_EXIT_CRITERION:
      format = ngettext ("%u stage has no exit criterion", "%u stages have no exit criterion", n);
      break;

    case SC_RULE_NO_DURATION:
      format = ngettext ("%u stage has no target time", "%u stages have no target time", n);
      break;

    case SC_RULE_NO_RESPONSIBLE:
      format = ngettext ("Nobody is responsible for %u stage", "Nobody is responsible for %u stages", n);
      break;

    case SC_RULE_UNNAMED_STAGE:
      format = ngettext ("%u stage has no name", "%u stages have no name", n);
      break;

    case SC_RULE_SAME_NAME:
      format = ngettext ("%u stage is called as another is", "%u stages are called as others are", n);
      break;

    case SC_RULE_MERGEABLE:
      format = ngettext ("%u pair of stages can be one stage", "%u pairs of stages can be one stage each", n);
      break;

    case SC_RULE_REPEATED_STEP:
      format = ngettext ("%u pair of stages covers the same step", "%u pairs of stages cover the same step", n);
      break;

    case SC_RULE_OUT_OF_ORDER:
      format = ngettext ("%u pair of stages usually stands the other way round",
                         "%u pairs of stages usually stand the other way round", n);
      break;

    case SC_RULE_REFUSAL_NOWHERE:
      format = ngettext ("%u stage sends a refused deal where it cannot go",
                         "%u stages send a refused deal where it cannot go", n);
      break;

    case SC_RULE_DELIVERY_WITHOUT_REP:
      format = ngettext ("No sales rep takes part in %u stage that delivers",
                         "No sales rep takes part in %u stages that deliver", n);
      break;

    default:
      break;
    }

  return format != NULL ? g_strdup_printf (format, n) : NULL;
}

static gboolean
is_filled_in (ScRule rule)
{
  return rule == SC_RULE_NO_GOAL || rule == SC_RULE_NO_EXIT_CRITERION || rule == SC_RULE_NO_DURATION ||
         rule == SC_RULE_NO_RESPONSIBLE || rule == SC_RULE_UNNAMED_STAGE || rule == SC_RULE_DELIVERY_WITHOUT_REP;
}

/* What is done about several findings, as it stands after “Undone:”. */
static char *
name_change (ScRule rule,
             guint  n)
{
  const char *format;

  if (rule == SC_RULE_NO_GOAL)
    format = ngettext ("Give %u stage the usual goal", "Give %u stages the usual goals", n);
  else if (rule == SC_RULE_NO_EXIT_CRITERION)
    format = ngettext ("Give %u stage the usual exit criteria", "Give %u stages the usual exit criteria", n);
  else if (rule == SC_RULE_NO_DURATION)
    format = ngettext ("Give %u stage the usual target time", "Give %u stages the usual target times", n);
  else if (rule == SC_RULE_NO_RESPONSIBLE)
    format = ngettext ("Make the usual role responsible for %u stage", "Make the usual roles responsible for %u stages", n);
  else
    format = ngettext ("Fix %u finding", "Fix %u findings", n);

  return g_strdup_printf (format, n);
}

static char *
tell (ScRule rule,
      guint  n)
{
  const char *format;

  if (rule == SC_RULE_NO_GOAL)
    format = ngettext ("%u stage has the usual goal", "%u stages have the usual goals", n);
  else if (rule == SC_RULE_NO_EXIT_CRITERION)
    format = ngettext ("%u stage has the usual exit criteria", "%u stages have the usual exit criteria", n);
  else if (rule == SC_RULE_NO_DURATION)
    format = ngettext ("%u stage has the usual target time", "%u stages have the usual target times", n);
  else if (rule == SC_RULE_NO_RESPONSIBLE)
    format = ngettext ("The usual role is responsible for %u stage", "The usual roles are responsible for %u stages", n);
  else
    format = ngettext ("%u finding fixed", "%u findings fixed", n);

  return g_strdup_printf (format, n);
}

static void
clear (gpointer data)
{
  ScFindingGroup *self = data;

  g_ptr_array_unref (self->findings);
}

/**
 * sc_finding_group_ref:
 * @self: a group
 *
 * Returns: (transfer full): @self
 */
ScFindingGroup *
sc_finding_group_ref (ScFindingGroup *self)
{
  return g_rc_box_acquire (self);
}

/**
 * sc_finding_group_unref:
 * @self: (transfer full): a group
 */
void
sc_finding_group_unref (ScFindingGroup *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * sc_finding_group_new:
 * @finding: a finding
 *
 * Returns: (transfer full): a group of it alone
 */
ScFindingGroup *
sc_finding_group_new (ScFinding *finding)
{
  ScFindingGroup *self = g_rc_box_new0 (ScFindingGroup);

  self->rule = finding->rule;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_finding_unref);
  g_ptr_array_add (self->findings, sc_finding_ref (finding));

  return self;
}

static gboolean
is_grouped (ScRule rule)
{
  g_autofree char *message = describe (rule, 2);

  return message != NULL;
}

/**
 * sc_findings_group:
 * @findings: (element-type ScFinding): findings
 *
 * Returns: (transfer full) (element-type ScFindingGroup): the same, those of one rule
 *   together where they can be decided about together, in the order of the first of each
 */
GPtrArray *
sc_findings_group (GPtrArray *findings)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_finding_group_unref);
  ScFindingGroup *of_rule[SC_N_RULES] = { NULL };

  for (guint i = 0; i < findings->len; i++)
    {
      ScFinding *finding = findings->pdata[i];
      ScFindingGroup *group = of_rule[finding->rule];

      if (group != NULL && is_grouped (finding->rule))
        {
          g_ptr_array_add (group->findings, sc_finding_ref (finding));
          continue;
        }
      of_rule[finding->rule] = sc_finding_group_new (finding);
      g_ptr_array_add (groups, of_rule[finding->rule]);
    }

  return groups;
}

/**
 * sc_finding_group_get_message:
 * @self: a group
 *
 * Returns: (transfer full): one sentence in the user's language: of several findings how
 *   many they are, of one its own
 */
char *
sc_finding_group_get_message (const ScFindingGroup *self)
{
  guint n = self->findings->len;

  if (n == 1)
    return sc_finding_get_message (self->findings->pdata[0]);

  return describe (self->rule, n);
}

/**
 * sc_finding_group_get_label:
 * @self: a group
 *
 * Returns: (nullable): what a button says that does something about all of several
 *   findings, in the user's language
 */
const char *
sc_finding_group_get_label (const ScFindingGroup *self)
{
  guint n = self->findings->len;

  if (n < 2 || n > MOST_AT_ONCE)
    return NULL;

  return is_filled_in (self->rule) ? _("Add the Usual to All") : _("Fix All of These");
}

/**
 * sc_finding_group_get_fix:
 * @self: a group of several findings
 * @version: the version that they are about
 *
 * Works out what is done about all of them: the first fix of each, one after the other,
 * which leaves no graver findings in their place.
 *
 * Returns: (transfer full) (nullable): one fix, or %NULL where nothing helps
 */
ScFix *
sc_finding_group_get_fix (const ScFindingGroup *self,
                          const ScVersion      *version)
{
  g_autoptr (ScVersion) current = sc_version_ref ((ScVersion *) version);
  ScFix *all = g_new0 (ScFix, 1);
  guint n = 0;

  all->edits = sc_edits_new ();
  for (guint i = 0; i < self->findings->len; i++)
    {
      g_autoptr (ScFix) fix = sc_finding_get_first_fix (self->findings->pdata[i], current);

      if (fix == NULL)
        continue;
      n++;
      sc_version_unref (current);
      current = g_steal_pointer (&fix->after);
      g_ptr_array_extend_and_steal (all->edits, g_steal_pointer (&fix->edits));
    }
  all->label = g_strdup (sc_finding_group_get_label (self));
  all->name = name_change (self->rule, n);
  all->told = tell (self->rule, n);
  all->after = g_steal_pointer (&current);
  if (n == 0)
    g_clear_pointer (&all, sc_fix_free);

  return all;
}
