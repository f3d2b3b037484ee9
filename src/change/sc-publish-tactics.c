/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where stages became one, the same tactic of two is there once: what reps have used the
 * other for counts for it. */

#include "change/sc-publish-private.h"

#include "store/sc-deal-write.h"

static const ScTactic *
find_tactic (const ScVersion *version,
             const ScTactic  *wanted,
             gboolean (      *is_it ) (const ScTactic *a,
                                       const ScTactic *b))
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      GPtrArray *tactics = sc_version_get_stage (version, i)->tactics;

      for (guint j = 0; j < tactics->len; j++)
        if (is_it (tactics->pdata[j], wanted))
          return tactics->pdata[j];
    }

  return NULL;
}

static gboolean
has_same_id (const ScTactic *a,
             const ScTactic *b)
{
  return g_str_equal (a->id, b->id);
}

static gboolean
move_uses (ScWrite         *write,
           const ScVersion *draft,
           const ScTactic  *was,
           GError         **error)
{
  const ScTactic *now = find_tactic (draft, was, has_same_id) == NULL ? find_tactic (draft, was, sc_tactic_says_same) : NULL;

  return now == NULL || sc_write_move_tactic_uses (write, was->id, now->id, error);
}

gboolean
sc_publish_move_tactic_uses (ScWrite         *write,
                             const ScVersion *published,
                             const ScVersion *draft,
                             GError         **error)
{
  for (guint i = 0; i < published->stages->len; i++)
    {
      GPtrArray *tactics = sc_version_get_stage (published, i)->tactics;

      for (guint j = 0; j < tactics->len; j++)
        if (!move_uses (write, draft, tactics->pdata[j], error))
          return FALSE;
    }

  return TRUE;
}
