/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changed from one version of a process to the next: stages that came, went, were
 * joined, split, renamed or moved; then what each of them says; then the client mark. */

#include "document/sc-version-changes-private.h"

#include "diagram/sc-caption.h"
#include "document/sc-grammar.h"
#include "model/sc-name.h"

/**
 * sc_version_change_free:
 * @self: (transfer full): a change
 */
void
sc_version_change_free (ScVersionChange *self)
{
  g_free (self->sentence);
  g_free (self->stage_id);
  g_free (self);
}

/**
 * sc_comparison_quote:
 * @self: two versions
 * @name: what a stage or a role is called
 *
 * Returns: (transfer full): it in quotation marks, or that it has no name
 */
char *
sc_comparison_quote (const ScComparison *self,
                     const char         *name)
{
  return sc_grammar_quote (sc_text_is_blank (name) ? sc_caption_get_no_name (self->language) : name, self->language);
}

/**
 * sc_comparison_add:
 * @self: two versions
 * @sentence: what a sentence is known by
 * @stage: (nullable): the stage of the newer version that it is about, also as `stage`
 * @fields: (nullable): what else fills it, ended by %SC_FIELD_END
 */
void
sc_comparison_add (ScComparison  *self,
                   const char    *sentence,
                   const ScStage *stage,
                   const ScField *fields)
{
  ScVersionChange *change = g_new0 (ScVersionChange, 1);
  g_autofree char *name = stage != NULL ? sc_comparison_quote (self, stage->name) : NULL;
  g_autoptr (GArray) all = g_array_new (TRUE, TRUE, sizeof (ScField));

  if (name != NULL)
    g_array_append_vals (all, &(ScField) { "stage", name }, 1);
  for (; fields != NULL && fields->name != NULL; fields++)
    g_array_append_vals (all, fields, 1);

  change->sentence = sc_sentence_fill (sentence, self->language, (const ScField *) all->data);
  if (stage != NULL && sc_version_find_stage (self->newer, stage->id, &change->position) != NULL)
    change->stage_id = g_strdup (stage->id);
  g_ptr_array_add (self->changes, change);
}

static void
add_removed (ScComparison  *self,
             const ScStage *was)
{
  g_autofree char *name = sc_comparison_quote (self, was->name);

  sc_comparison_add (self, "change.removed", NULL, (ScField[]) { { "stage", name }, SC_FIELD_END });
}

/* A stage and all that went into it. */
static void
add_merged (ScComparison  *self,
            const ScStage *stage)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < self->older->stages->len; i++)
    {
      const ScStage *was = sc_version_get_stage (self->older, i);

      if (g_str_equal (was->id, stage->id) || g_strcmp0 (g_hash_table_lookup (self->into, was->id), stage->id) == 0)
        g_strv_builder_add (builder, was->name);
    }
  names = g_strv_builder_end (builder);
  joined = sc_grammar_join_quoted ((const char *const *) names, self->language);
  sc_comparison_add (self, "change.merged", stage, (ScField[]) { { "stages", joined }, SC_FIELD_END });
}

static void
add_split (ScComparison  *self,
           const ScStage *was,
           const ScStage *stage)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *name = sc_comparison_quote (self, was->name);

  for (guint i = 0; i < self->newer->stages->len; i++)
    {
      const ScStage *part = sc_version_get_stage (self->newer, i);

      if (g_str_equal (part->id, was->id) || g_strcmp0 (g_hash_table_lookup (self->from, part->id), was->id) == 0)
        g_strv_builder_add (builder, part->name);
    }
  names = g_strv_builder_end (builder);
  joined = sc_grammar_join_quoted ((const char *const *) names, self->language);
  sc_comparison_add (self, "change.split", stage,
                     (ScField[]) { { "was", name }, { "stages", joined }, SC_FIELD_END });
}

static gboolean
has_value (GHashTable *table,
           const char *value)
{
  GHashTableIter iter;
  gpointer found;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    if (g_str_equal (found, value))
      return TRUE;

  return FALSE;
}

/* What became of the stage as such. */
static void
compare_fate (ScComparison  *self,
              const ScStage *was,
              const ScStage *stage)
{
  gboolean is_merged = has_value (self->into, stage->id);
  gboolean is_split = has_value (self->from, was->id);
  g_autofree char *name = sc_comparison_quote (self, was->name);

  if (is_merged)
    add_merged (self, stage);
  if (is_split)
    add_split (self, was, stage);
  if (!is_merged && !is_split && !g_str_equal (was->name, stage->name))
    sc_comparison_add (self, "change.renamed", stage, (ScField[]) { { "was", name }, SC_FIELD_END });
}

/* Of the stages that both have, those that keep their order: the most of them, whatever
 * the others do. */
static gboolean *
find_unmoved (const guint *positions,
              guint        n)
{
  g_autofree guint *length = g_new (guint, n);
  g_autofree int *previous = g_new (int, n);
  gboolean *is_unmoved = g_new0 (gboolean, n);
  int best = -1;

  for (guint i = 0; i < n; i++)
    {
      length[i] = 1;
      previous[i] = -1;
      for (guint j = 0; j < i; j++)
        if (positions[j] < positions[i] && length[j] + 1 > length[i])
          {
            length[i] = length[j] + 1;
            previous[i] = (int) j;
          }
      if (best < 0 || length[i] > length[best])
        best = (int) i;
    }
  for (; best >= 0; best = previous[best])
    is_unmoved[best] = TRUE;

  return is_unmoved;
}

static void
add_moved (ScComparison *self,
           guint         position)
{
  const ScStage *stage = sc_version_get_stage (self->newer, position);
  g_autofree char *before =
    position > 0 ? sc_comparison_quote (self, sc_version_get_stage (self->newer, position - 1)->name) : NULL;

  if (position == 0)
    sc_comparison_add (self, "change.moved.first", stage, NULL);
  else
    sc_comparison_add (self, "change.moved", stage, (ScField[]) { { "before", before }, SC_FIELD_END });
}

static void
find_moved (ScComparison *self)
{
  g_autofree guint *positions = g_new (guint, self->newer->stages->len);
  g_autofree guint *stages = g_new (guint, self->newer->stages->len);
  g_autofree gboolean *is_unmoved = NULL;
  guint n = 0;

  for (guint i = 0; i < self->newer->stages->len; i++)
    if (sc_version_find_stage (self->older, sc_version_get_stage (self->newer, i)->id, &positions[n]) != NULL)
      stages[n++] = i;

  is_unmoved = find_unmoved (positions, n);
  for (guint i = 0; i < n; i++)
    if (!is_unmoved[i])
      add_moved (self, stages[i]);
}

static const ScStage *
get_marked (const ScVersion *version)
{
  int mark = sc_version_get_mark_position (version);

  return mark >= 0 ? sc_version_get_stage (version, (guint) mark) : NULL;
}

/* A mark whose stage went into another one stands behind that. */
static void
compare_marks (ScComparison *self)
{
  const ScStage *was = get_marked (self->older);
  const ScStage *marked = get_marked (self->newer);
  const char *expected = was != NULL ? g_hash_table_lookup (self->into, was->id) : NULL;

  if (was == NULL || marked == NULL)
    return;
  if (!g_str_equal (expected != NULL ? expected : was->id, marked->id))
    sc_comparison_add (self, "change.mark", marked, NULL);
}

static void
compare_stages (ScComparison *self)
{
  for (guint i = 0; i < self->newer->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->newer, i);
      const ScStage *was = sc_version_find_stage (self->older, stage->id, NULL);

      if (was != NULL && was != stage)
        sc_comparison_compare_stages (self, was, stage);
      if (was != NULL || g_hash_table_contains (self->from, stage->id))
        sc_comparison_compare_criteria (self, stage);
    }
}

static void
compare (ScComparison *self)
{
  for (guint i = 0; i < self->older->stages->len; i++)
    {
      const ScStage *was = sc_version_get_stage (self->older, i);

      if (sc_version_find_stage (self->newer, was->id, NULL) == NULL && !g_hash_table_contains (self->into, was->id))
        add_removed (self, was);
    }
  for (guint i = 0; i < self->newer->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->newer, i);
      const ScStage *was = sc_version_find_stage (self->older, stage->id, NULL);

      if (was != NULL)
        compare_fate (self, was, stage);
      else if (!g_hash_table_contains (self->from, stage->id))
        sc_comparison_add (self, "change.added", stage, NULL);
    }
  find_moved (self);
  compare_stages (self);
  for (guint i = 0; i < self->older->stages->len; i++)
    sc_comparison_find_removed_criteria (self, sc_version_get_stage (self->older, i));
  compare_marks (self);
  if (!sc_aspects_equal (&self->older->aspects, &self->newer->aspects))
    sc_comparison_add (self, "change.aspects", NULL, NULL);
}

/**
 * sc_version_changes_new:
 * @older: a version
 * @newer: one that follows it
 * @language: what the changes are told in
 *
 * Returns: (transfer full) (element-type ScVersionChange): what changed, a sentence each;
 *   nothing where both say the same
 */
GPtrArray *
sc_version_changes_new (const ScVersion *older,
                        const ScVersion *newer,
                        ScLanguage       language)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_version_change_free);
  g_autoptr (GHashTable) into = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) from = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) old_criteria = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) new_criteria = g_hash_table_new (g_str_hash, g_str_equal);
  ScComparison self = { older, newer, language, changes, into, from, old_criteria, new_criteria };

  sc_comparison_match (&self);
  compare (&self);

  return changes;
}
