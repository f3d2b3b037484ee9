/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What reps have ticked of a stage's actions follows where the stage goes into another,
 * and where an action is put in other words. */

#include "change/sc-publish-private.h"
#include "change/sc-successor-private.h"

#include "store/sc-deal-write.h"

static gboolean
says (const ScStage *stage,
      const char    *action)
{
  return g_strv_contains ((const char *const *) stage->actions, action);
}

/* Actions have no ids: what stands where the action stood, and was not there before, is
 * that action in other words. */
static const char *
find_reworded (const ScStage *was,
               const ScStage *now,
               guint          i)
{
  if (g_strv_length (was->actions) != g_strv_length (now->actions) || says (was, now->actions[i]))
    return NULL;

  return now->actions[i];
}

static gboolean
move_one (ScWrite       *write,
          const ScStage *was,
          const ScStage *now,
          guint          i,
          GError       **error)
{
  const char *action = was->actions[i];
  gboolean is_merged = !g_str_equal (was->id, now->id);
  const char *reworded;

  if (says (now, action))
    return !is_merged || sc_write_move_action_ticks (write, was->id, action, now->id, action, error);

  reworded = is_merged ? NULL : find_reworded (was, now, i);

  return reworded == NULL || sc_write_move_action_ticks (write, was->id, action, now->id, reworded, error);
}

gboolean
sc_publish_move_action_ticks (ScWrite         *write,
                              const ScVersion *published,
                              const ScVersion *draft,
                              GError         **error)
{
  for (guint i = 0; i < published->stages->len; i++)
    {
      const ScStage *was = sc_version_get_stage (published, i);
      const ScStage *now = sc_version_find_stage (draft, was->id, NULL);

      if (now == NULL)
        now = sc_successor_find (published, draft, i);
      for (guint j = 0; now != NULL && was->actions[j] != NULL; j++)
        if (!move_one (write, was, now, j, error))
          return FALSE;
    }

  return TRUE;
}
