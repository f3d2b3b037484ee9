/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a version asks in needs discovery, and which way leads on from there. */

#include "statistics/sc-discovery-scheme-private.h"

#include "store/sc-deal-criteria.h"

static gboolean
is_discovery (const ScStage *stage)
{
  return sc_kind_set_has (stage->kinds, SC_KIND_NEEDS_DISCOVERY);
}

static void
add_question (ScDiscoveryScheme *self,
              ScCriterion       *criterion)
{
  gpointer place;

  g_ptr_array_add (self->questions, criterion);
  place = GUINT_TO_POINTER (self->questions->len);
  g_hash_table_insert (self->places, criterion->id, place);
  for (guint i = 0; criterion->was[i] != NULL; i++)
    g_hash_table_insert (self->places, criterion->was[i], place);
}

static void
add_stage (ScDiscoveryScheme *self,
           const ScStage     *stage)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      ScCriterion *criterion = stage->criteria->pdata[i];

      if (criterion->type != SC_ANSWER_TICK)
        add_question (self, criterion);
      else if (sc_discovery_is_summary (criterion))
        g_ptr_array_add (self->summaries, criterion);
    }
}

/**
 * sc_discovery_scheme_new:
 * @version: a version
 *
 * Returns: (transfer full): what it asks in needs discovery
 */
ScDiscoveryScheme *
sc_discovery_scheme_new (ScVersion *version)
{
  ScDiscoveryScheme *self = g_new0 (ScDiscoveryScheme, 1);

  self->version = sc_version_ref (version);
  self->questions = g_ptr_array_new ();
  self->summaries = g_ptr_array_new ();
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->first = G_MAXUINT;
  for (guint i = 0; i < version->stages->len; i++)
    if (is_discovery (sc_version_get_stage (version, i)))
      {
        self->first = MIN (self->first, i);
        self->last = i;
        add_stage (self, sc_version_get_stage (version, i));
      }

  return self;
}

/**
 * sc_discovery_scheme_free:
 * @self: (transfer full): what a version asks
 */
void
sc_discovery_scheme_free (ScDiscoveryScheme *self)
{
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->summaries);
  sc_version_unref (self->version);
  g_free (self);
}

/**
 * sc_discovery_scheme_is_there:
 * @self: what a version asks
 *
 * Returns: whether a stage covers needs discovery
 */
gboolean
sc_discovery_scheme_is_there (const ScDiscoveryScheme *self)
{
  return self->first != G_MAXUINT;
}

/**
 * sc_discovery_scheme_is_behind:
 * @self: what a version asks
 * @told: a move
 *
 * Returns: whether it led to a stage behind the last one that covers needs discovery
 */
gboolean
sc_discovery_scheme_is_behind (const ScDiscoveryScheme *self,
                               const ScTold            *told)
{
  guint to;

  return sc_discovery_scheme_is_there (self)
         && sc_version_find_stage (self->version, told->what, &to) != NULL && to > self->last;
}

/**
 * sc_discovery_scheme_is_way_on:
 * @self: what a version asks
 * @told: a move
 *
 * Returns: whether the deal moved on by it from a stage that covers needs discovery to one
 *   behind the last of them
 */
gboolean
sc_discovery_scheme_is_way_on (const ScDiscoveryScheme *self,
                               const ScTold            *told)
{
  const ScStage *from = told->from != NULL ? sc_version_find_stage (self->version, told->from, NULL) : NULL;

  return from != NULL && is_discovery (from) && sc_discovery_scheme_is_behind (self, told);
}

static gboolean
is_summary (const ScCriterion *criterion,
            const char        *criterion_id)
{
  return g_str_equal (criterion->id, criterion_id) || g_strv_contains ((const char *const *) criterion->was, criterion_id);
}

/**
 * sc_discovery_scheme_is_confirmed:
 * @self: what a version asks
 * @told: (element-type ScTold): what is told of a deal
 * @way_on: the move by which it moved on
 *
 * Returns: whether the client had confirmed the summary by then, or confirmed it with the move
 */
gboolean
sc_discovery_scheme_is_confirmed (const ScDiscoveryScheme *self,
                                  const GArray            *told,
                                  guint                    way_on)
{
  gint64 change_id = g_array_index (told, ScTold, way_on).change_id;
  gboolean is_ticked = FALSE;

  for (guint i = 0; i < told->len; i++)
    {
      const ScTold *one = &g_array_index (told, ScTold, i);

      for (guint j = 0; one->kind == SC_TOLD_TICK && (i < way_on || one->change_id == change_id) && j < self->summaries->len; j++)
        if (is_summary (self->summaries->pdata[j], one->what))
          is_ticked = one->is == SC_ANSWER_STATE_ANSWERED;
    }

  return is_ticked;
}
