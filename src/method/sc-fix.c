/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fixes for findings, worked out when somebody asks for them: those to choose from,
 * the first one, or one after the other until nothing is left. */

#include "method/sc-fix-private.h"

#include "method/sc-lint.h"
#include "method/sc-merge-private.h"

#include <glib/gi18n-lib.h>

/**
 * sc_fix_free:
 * @self: (transfer full): a fix
 */
void
sc_fix_free (ScFix *self)
{
  g_free (self->label);
  g_free (self->name);
  g_free (self->told);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->after, sc_version_unref);
  g_free (self);
}

static GPtrArray *
find_fixes (const ScFinding *finding,
            const ScVersion *version,
            guint            wanted,
            GHashTable      *hours,
            ScLintMemo      *memo,
            const ScTally   *before,
            guint64         *budget)
{
  ScFixSearch self = {
    .version = version, .finding = finding, .wanted = wanted, .hours = hours,
    .memo = memo, .before = *before, .budget = budget,
  };

  self.fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_fix_free);
  for (guint i = 0; i < finding->stages->len; i++)
    if (sc_version_find_stage (version, ((ScStage *) finding->stages->pdata[i])->id, NULL) == NULL)
      return self.fixes;

  sc_fix_search_for_rule (&self);

  return self.fixes;
}

/* How much trying is worth while for all findings of a version together. A
 * process that people work along needs a hundredth of it. */
#define BUDGET 2000000

struct _ScFixer {
  ScVersion *version;
  ScLintMemo *memo;
  ScTally before;
  guint64 budget;
};

/**
 * sc_fixer_new:
 * @version: a version
 *
 * Returns: (transfer full): what finds fixes for its findings
 */
ScFixer *
sc_fixer_new (const ScVersion *version)
{
  ScFixer *self = g_new0 (ScFixer, 1);

  self->version = sc_version_ref ((ScVersion *) version);
  self->memo = sc_lint_memo_new ();
  self->budget = BUDGET;
  sc_tally_take (&self->before, version, self->memo);

  return self;
}

/**
 * sc_fixer_free:
 * @self: (transfer full): a fixer
 */
void
sc_fixer_free (ScFixer *self)
{
  sc_version_unref (self->version);
  sc_lint_memo_free (self->memo);
  g_free (self);
}

/**
 * sc_fixer_get_fixes:
 * @self: a fixer
 * @finding: a finding of its version
 * @is_all: (out): whether all was tried that there is to try
 *
 * As sc_finding_get_fixes(), for one finding after the other: where a process
 * has thousands of stages, what can be done is worked out for the first
 * findings alone, which are the gravest.
 *
 * Returns: (transfer full) (element-type ScFix): the fixes, the best first
 */
GPtrArray *
sc_fixer_get_fixes (ScFixer         *self,
                    const ScFinding *finding,
                    gboolean        *is_all)
{
  GPtrArray *fixes;

  if (self->budget == 0)
    {
      *is_all = FALSE;
      return g_ptr_array_new_with_free_func ((GDestroyNotify) sc_fix_free);
    }

  fixes = find_fixes (finding, self->version, SC_MAX_FIXES, NULL, self->memo, &self->before, &self->budget);
  *is_all = self->budget > 0;

  return fixes;
}

static GPtrArray *
find_fixes_once (const ScFinding *finding,
                 const ScVersion *version,
                 guint            wanted)
{
  g_autoptr (ScLintMemo) memo = sc_lint_memo_new ();
  ScTally before;

  sc_tally_take (&before, version, memo);

  return find_fixes (finding, version, wanted, NULL, memo, &before, NULL);
}

/**
 * sc_finding_get_fixes:
 * @finding: a finding
 * @version: the version that it is about
 *
 * Works out what can be done about a finding. Every fix has been tried: it
 * leaves fewer findings of its rule, and no graver ones in their place.
 *
 * Returns: (transfer full) (element-type ScFix): the fixes, the best first;
 *   for an error there always is one
 */
GPtrArray *
sc_finding_get_fixes (const ScFinding *finding,
                      const ScVersion *version)
{
  return find_fixes_once (finding, version, SC_MAX_FIXES);
}

/**
 * sc_finding_get_first_fix:
 * @finding: a finding
 * @version: the version that it is about
 *
 * Returns: (transfer full) (nullable): the fix that is taken where nobody
 *   chooses; never one that only a person can want
 */
ScFix *
sc_finding_get_first_fix (const ScFinding *finding,
                          const ScVersion *version)
{
  g_autoptr (GPtrArray) fixes = find_fixes_once (finding, version, 1);

  return fixes->len > 0 ? g_ptr_array_steal_index (fixes, 0) : NULL;
}

/* The first fix of the first finding that has one. */
static ScFix *
find_next_fix (const ScVersion *version,
               ScFixScope       scope,
               GHashTable      *hours,
               ScLintMemo      *memo)
{
  g_autoptr (GPtrArray) findings = sc_lint_with_memo (version, memo);
  ScTally before;

  if (scope == SC_FIX_ERRORS && sc_findings_count (findings, SC_SEVERITY_ERROR) == 0)
    return NULL;

  sc_tally_take (&before, version, memo);
  for (guint i = 0; i < findings->len; i++)
    {
      g_autoptr (GPtrArray) fixes = find_fixes (findings->pdata[i], version, 1, hours, memo, &before, NULL);

      if (fixes->len > 0)
        return g_ptr_array_steal_index (fixes, 0);
    }

  return NULL;
}

/* Where a stage went into another, that is as long as both from here on. */
static void
remember_merge (GHashTable      *hours,
                const ScVersion *version,
                GPtrArray       *edits)
{
  const ScStage *gone = NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      const ScEdit *edit = edits->pdata[i];

      if (edit->kind == SC_EDIT_REMOVE_STAGE)
        gone = edit->stage;
      else if (edit->kind == SC_EDIT_REPLACE_STAGE && gone != NULL)
        {
          sc_merge_hours_join (hours, version, edit->stage->id, gone->id);
          /* Those behind only name the stage that took it in. */
          gone = NULL;
        }
    }
}

/**
 * sc_fix_all:
 * @version: a version
 * @scope: whether to stop where no error is left, or to go on until nothing is
 *   left that can be fixed
 * @fixed: (out) (optional) (transfer full): the version that the fixes lead to
 *
 * Takes the first fix of the first finding that has one, again and again.
 *
 * Returns: (transfer full) (element-type ScFix): what was done, in order
 */
GPtrArray *
sc_fix_all (const ScVersion *version,
            ScFixScope       scope,
            ScVersion      **fixed)
{
  GPtrArray *fixes = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_fix_free);
  g_autoptr (ScVersion) current = sc_version_ref ((ScVersion *) version);
  g_autoptr (GHashTable) hours = sc_merge_hours_new ();
  g_autoptr (ScLintMemo) memo = sc_lint_memo_new ();
  ScFix *fix;

  while ((fix = find_next_fix (current, scope, hours, memo)) != NULL)
    {
      remember_merge (hours, current, fix->edits);
      g_ptr_array_add (fixes, fix);
      sc_version_unref (current);
      current = g_steal_pointer (&fix->after);
    }

  if (fixed != NULL)
    *fixed = g_steal_pointer (&current);

  return fixes;
}
