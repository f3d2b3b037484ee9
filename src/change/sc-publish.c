/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishing a draft, with the deals that stand in the old version: where a
 * stage is gone, its deals go to the stage that it was merged into, or to the
 * one that the manager chooses. Where the client mark has moved, deals that
 * stand behind it now are won, and those before it open. */

#include "change/sc-command-private.h"
#include "change/sc-process-commands.h"
#include "change/sc-publish-private.h"
#include "change/sc-successor-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-query.h"
#include "store/sc-deal-write.h"
#include "store/sc-process-write.h"

/**
 * sc_stage_gone_free:
 * @self: (transfer full): a stage that is gone
 */
void
sc_stage_gone_free (ScStageGone *self)
{
  g_free (self->stage_id);
  g_free (self->name);
  g_free (self->to_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScStageGone, sc_stage_gone_free)

static guint
count_standing (GPtrArray  *totals,
                const char *stage_id)
{
  guint n_deals = 0;

  for (guint i = 0; i < totals->len; i++)
    {
      const ScStageTotal *total = totals->pdata[i];

      if (g_strcmp0 (total->stage_id, stage_id) == 0)
        n_deals += total->n_deals;
    }

  return n_deals;
}

static GPtrArray *
list_gone (const ScVersion *published,
           const ScVersion *draft,
           GPtrArray       *totals)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_gone_free);

  for (guint i = 0; i < published->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (published, i);
      guint n_deals = count_standing (totals, stage->id);
      const ScStage *to;
      ScStageGone *gone;

      if (n_deals == 0 || sc_version_find_stage (draft, stage->id, NULL) != NULL)
        continue;

      to = sc_successor_find (published, draft, i);
      gone = g_new0 (ScStageGone, 1);
      gone->stage_id = g_strdup (stage->id);
      gone->name = g_strdup (stage->name);
      gone->n_deals = n_deals;
      gone->to_id = to != NULL ? g_strdup (to->id) : NULL;
      g_ptr_array_add (list, gone);
    }

  return list;
}

static GPtrArray *
list_standing_totals (ScStore    *store,
                      const char *process_id,
                      GError    **error)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (process_id);

  query->statuses = SC_DEAL_STATUSES_STANDING;

  return sc_store_list_totals (store, query, NULL, error);
}

/**
 * sc_publish_list_gone:
 * @store: a store
 * @process_id: a process
 * @error: why it failed
 *
 * Returns: (transfer full) (element-type ScStageGone): stages of the published
 *   version where deals stand and that the draft has no more, with where their
 *   deals go by themselves, or %NULL where the manager has to choose; empty
 *   where there is no draft, or nothing was published before
 */
GPtrArray *
sc_publish_list_gone (ScStore    *store,
                      const char *process_id,
                      GError    **error)
{
  g_autoptr (ScProcess) process = sc_store_load_process (store, process_id, error);
  g_autoptr (ScVersion) published = NULL;
  g_autoptr (ScVersion) draft = NULL;
  g_autoptr (GPtrArray) totals = NULL;

  if (process == NULL)
    return NULL;
  if (!process->has_draft || !process->has_published)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_gone_free);

  published = sc_store_load_version (store, process_id, SC_VERSION_WANTED_PUBLISHED, error);
  draft = published != NULL ? sc_store_load_version (store, process_id, SC_VERSION_WANTED_DRAFT, error) : NULL;
  totals = draft != NULL ? list_standing_totals (store, process_id, error) : NULL;

  return totals != NULL ? list_gone (published, draft, totals) : NULL;
}

typedef struct {
  ScProcess *process;
  GHashTable *moves;
} Publish;

/* Whether deals come before those that stand where they go to: in the order of
 * the old version. */
static gboolean
is_before (const ScVersion   *published,
           const ScStageGone *gone)
{
  guint from, to;

  return sc_version_find_stage (published, gone->stage_id, &from) != NULL
         && sc_version_find_stage (published, gone->to_id, &to) != NULL
         && from < to;
}

/* What comes before is put there from the last one on, so that the stages'
 * deals stand one stage after the other. */
static gboolean
move_deals (ScWrite         *write,
            const ScVersion *published,
            GPtrArray       *gone,
            GError         **error)
{
  for (guint i = gone->len; i > 0; i--)
    {
      const ScStageGone *stage = gone->pdata[i - 1];

      if (is_before (published, stage)
          && !sc_write_move_stage (write, stage->stage_id, stage->to_id, TRUE, error))
        return FALSE;
    }
  for (guint i = 0; i < gone->len; i++)
    {
      const ScStageGone *stage = gone->pdata[i];

      if (!is_before (published, stage)
          && !sc_write_move_stage (write, stage->stage_id, stage->to_id, FALSE, error))
        return FALSE;
    }

  return TRUE;
}

static void
publish_free (gpointer data)
{
  Publish *self = data;

  sc_process_unref (self->process);
  g_hash_table_unref (self->moves);
  g_free (self);
}

static gboolean
refuse_unmoved (GPtrArray  *names,
                const char *process,
                GError    **error)
{
  g_autofree char *list = NULL;

  g_ptr_array_add (names, NULL);
  list = g_strjoinv (_(", "), (char **) names->pdata);
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               /* Translators: a process, then names of stages in quotes */
               _("“%1$s” can’t be published yet: there are deals in deleted stages. Say where they go: %2$s."),
               process, list);

  return FALSE;
}

/* Fills in where the deals of each stage go. */
static gboolean
choose (Publish         *self,
        const ScVersion *draft,
        GPtrArray       *gone,
        GError         **error)
{
  g_autoptr (GPtrArray) unmoved = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gone->len; i++)
    {
      ScStageGone *stage = gone->pdata[i];
      const char *chosen = g_hash_table_lookup (self->moves, stage->stage_id);

      if (chosen != NULL)
        g_set_str (&stage->to_id, chosen);
      if (stage->to_id == NULL || sc_version_find_stage (draft, stage->to_id, NULL) == NULL)
        /* Translators: a stage's name in quotes */
        g_ptr_array_add (unmoved, g_strdup_printf (C_("list", "“%s”"), stage->name));
    }

  return unmoved->len == 0 || refuse_unmoved (unmoved, self->process->name, error);
}

/* Whether it is said only of stages that are gone where their deals go, and only
 * of stages that are there that they go to them. */
static gboolean
check_moves (Publish         *self,
             const ScVersion *published,
             const ScVersion *draft,
             GError         **error)
{
  GHashTableIter iter;
  gpointer from, to;

  g_hash_table_iter_init (&iter, self->moves);
  while (g_hash_table_iter_next (&iter, &from, &to))
    {
      const ScStage *kept = sc_version_find_stage (draft, from, NULL);

      if (kept != NULL)
        {
          g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                       _("“%s” is in the scheme again, so that its deals stay there. Look at it, then publish it."),
                       kept->name);
          return FALSE;
        }
      if (sc_version_find_stage (published, from, NULL) == NULL || sc_version_find_stage (draft, to, NULL) == NULL)
        {
          g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                               _("A stage whose deals go elsewhere, or where they go, is not there any more. Choose another."));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_draft (const ScVersion *draft,
             const char      *process,
             GError         **error)
{
  if (draft->stages->len > 0)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               _("“%s” has no stages to work deals along. Add one first."), process);

  return FALSE;
}

/* The first time there is none, and then there are no deals that go anywhere. */
static gboolean
load_published (Publish    *self,
                ScWrite    *write,
                ScVersion **published,
                GError    **error)
{
  g_autoptr (GError) local_error = NULL;

  *published = sc_write_load_version (write, self->process->id, SC_VERSION_WANTED_PUBLISHED, &local_error);
  if (*published != NULL || (g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND)
                             && g_hash_table_size (self->moves) == 0))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  Publish *self = data;
  g_autoptr (ScVersion) draft = sc_write_load_version (write, self->process->id, SC_VERSION_WANTED_DRAFT, error);
  g_autoptr (ScVersion) published = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  if (draft == NULL || !check_draft (draft, self->process->name, error))
    return FALSE;

  /* Nobody else writes meanwhile, so what is read beside the write holds. */
  gone = sc_publish_list_gone (sc_write_get_store (write), self->process->id, error);
  if (gone == NULL || !choose (self, draft, gone, error))
    return FALSE;
  if (!load_published (self, write, &published, error)
      || (published != NULL && !check_moves (self, published, draft, error)))
    return FALSE;

  sc_store_keep_copy_before (sc_write_get_store (write));

  return sc_write_publish (write, self->process->id, error) &&
         (published == NULL || move_deals (write, published, gone, error)) &&
         (published == NULL || sc_publish_move_answers (write, published, draft, error)) &&
         (published == NULL || sc_publish_move_tactic_uses (write, published, draft, error)) &&
         (published == NULL || sc_publish_move_action_ticks (write, published, draft, error)) &&
         sc_write_fit_deals (write, self->process->id, error);
}

/**
 * sc_command_publish:
 * @process: a process with a draft
 * @moves: (nullable) (element-type utf8 utf8): by stage of the old version
 *   that is gone, the stage of the new one that its deals go to
 *
 * Where deals stand in stages that are gone, and neither @moves nor a merge
 * says where they go, it fails with %SC_STORE_ERROR_INVALID and names them.
 * Passing the client mark is winning: deals that it leaves behind it are won
 * from today on, won ones before it are open again.
 *
 * Returns: (transfer full): a command that publishes the draft and moves the
 *   deals
 */
ScCommand *
sc_command_publish (const ScProcess *process,
                    GHashTable      *moves)
{
  Publish *self = g_new0 (Publish, 1);
  GHashTableIter iter;
  gpointer from, to;

  self->process = sc_process_ref ((ScProcess *) process);
  self->moves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (moves != NULL)
    {
      g_hash_table_iter_init (&iter, moves);
      while (g_hash_table_iter_next (&iter, &from, &to))
        g_hash_table_insert (self->moves, g_strdup (from), g_strdup (to));
    }

  return sc_command_new (SC_SCOPE_DESIGN, process->id,
                         g_strdup_printf (C_("undo process", "Publish “%s”"), process->name),
                         run, self, publish_free);
}
