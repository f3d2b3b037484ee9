/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of stages that were looked at before. Versions that are made
 * from one another, as fixes and merges are tried, share nearly all of their
 * stages: to look at a thousand of those versions costs little more than to
 * look at the stages that differ. */

#include "method/sc-lint-memo-private.h"

#include "method/sc-lint-stages-private.h"
#include "method/sc-order.h"

/* Of what was tried most is looked at once: so many versions' worth of stages
 * are kept, then all are forgotten. */
#define MOST_VERSIONS 8
#define MIN_STAGES 64

struct _ScLintMemo {
  GHashTable *facts; /* of ScStage to ScStageFacts */
  GHashTable *names; /* of folded name to number */
  GString *folded;
  ScAspects aspects;
};

static void
facts_free (gpointer data)
{
  ScStageFacts *facts = data;

  sc_stage_unref (facts->stage);
  g_free (facts);
}

/**
 * sc_lint_memo_new:
 *
 * Returns: (transfer full): a memo that knows nothing yet, for one thread
 */
ScLintMemo *
sc_lint_memo_new (void)
{
  ScLintMemo *self = g_new0 (ScLintMemo, 1);

  self->facts = g_hash_table_new_full (NULL, NULL, NULL, facts_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folded = g_string_new (NULL);

  return self;
}

/**
 * sc_lint_memo_free:
 * @self: (transfer full): a memo
 */
void
sc_lint_memo_free (ScLintMemo *self)
{
  g_hash_table_unref (self->facts);
  g_hash_table_unref (self->names);
  g_string_free (self->folded, TRUE);
  g_free (self);
}

static guint
number_name (ScLintMemo *self,
             const char *name)
{
  guint number;

  sc_name_fold (name, self->folded);
  if (self->folded->len == 0)
    return 0;

  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, self->folded->str));
  if (number == 0)
    {
      number = g_hash_table_size (self->names) + 1;
      g_hash_table_insert (self->names, g_strdup (self->folded->str), GUINT_TO_POINTER (number));
    }

  return number;
}

static gboolean
is_sales (const ScVersion *version,
          const char      *role_id)
{
  const ScRole *role = sc_version_find_role (version, role_id, NULL);

  return role != NULL && role->function == SC_FUNCTION_SALES;
}

static gboolean
involves_sales (const ScVersion *version,
                const ScStage   *stage)
{
  if (is_sales (version, stage->responsible))
    return TRUE;
  for (guint i = 0; stage->participants[i] != NULL; i++)
    if (is_sales (version, stage->participants[i]))
      return TRUE;

  return FALSE;
}

static gboolean
has_criterion (const ScStage *stage)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    if (!sc_lint_is_blank (((ScCriterion *) stage->criteria->pdata[i])->text))
      return TRUE;

  return FALSE;
}

static ScStageFacts *
look_at (ScLintMemo      *self,
         const ScVersion *version,
         ScStage         *stage)
{
  ScStageFacts *facts = g_new0 (ScStageFacts, 1);
  const ScRole *responsible = sc_lint_get_responsible (version, stage);

  facts->stage = sc_stage_ref (stage);
  facts->name = number_name (self, stage->name);
  facts->first_kind = sc_order_get_first_kind (stage->kinds, &version->aspects);
  facts->last_kind = sc_order_get_last_kind (stage->kinds, &version->aspects);
  facts->has_responsible = responsible != NULL;
  if (responsible != NULL)
    facts->responsible_function = responsible->function;
  facts->involves_sales = involves_sales (version, stage);
  facts->has_goal = !sc_lint_is_blank (stage->goal);
  facts->has_criterion = has_criterion (stage);

  return facts;
}

static void
take_version (ScLintMemo      *self,
              const ScVersion *version)
{
  guint n_most = MOST_VERSIONS * (version->stages->len + MIN_STAGES);

  if (sc_aspects_equal (&self->aspects, &version->aspects) && g_hash_table_size (self->facts) < n_most)
    return;

  g_hash_table_remove_all (self->facts);
  g_hash_table_remove_all (self->names);
  self->aspects = version->aspects;
}

/**
 * sc_lint_memo_list:
 * @self: a memo
 * @version: a version; of those that are looked at with one memo, each was
 *   made from another by edits that replace and remove no role
 *
 * Returns: (transfer container): what is known of its stages, in order
 */
const ScStageFacts **
sc_lint_memo_list (ScLintMemo      *self,
                   const ScVersion *version)
{
  const ScStageFacts **list = g_new (const ScStageFacts *, version->stages->len + 1);

  take_version (self, version);
  for (guint i = 0; i < version->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (version, i);
      ScStageFacts *facts = g_hash_table_lookup (self->facts, stage);

      if (facts == NULL)
        {
          facts = look_at (self, version, stage);
          g_hash_table_insert (self->facts, stage, facts);
        }
      list[i] = facts;
    }

  return list;
}
