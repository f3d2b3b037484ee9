/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Merges exit criteria and tactics by their ids: each keeps what either has made of it,
 * and where both have changed one member of it, that member clashes. */

#include "draft/sc-rebase-private.h"

#include <glib/gi18n-lib.h>

/* What is to be known of an item. @format is of the stage that has it. */
typedef struct {
  const char *format;
  const char *(*get_id)(gconstpointer item);
  gpointer (*copy)(gconstpointer item);
  gboolean (*equal)(gconstpointer a,
                    gconstpointer b);
  char *(*tell)(gconstpointer item);
  void (*merge)(ScRebase     *self,
                gpointer      into,
                gconstpointer before,
                gconstpointer after);
} ItemKind;

static gconstpointer
find_item (const ItemKind *kind,
           GPtrArray      *items,
           const char     *id)
{
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (kind->get_id (items->pdata[i]), id))
      return items->pdata[i];

  return NULL;
}

static gpointer
merge_both (ScRebase       *self,
            const ItemKind *kind,
            gconstpointer   theirs,
            gconstpointer   before,
            gconstpointer   mine)
{
  gpointer merged = kind->copy (theirs);

  /* One that is new on both sides is the same: an id comes about once. */
  kind->merge (self, merged, before != NULL ? before : theirs, mine);

  return merged;
}

/* What others have deleted and I have changed, or the other way round. */
static gpointer
merge_deleted (ScRebase       *self,
               const ItemKind *kind,
               gconstpointer   theirs,
               gconstpointer   before,
               gconstpointer   mine)
{
  gconstpointer left = theirs != NULL ? theirs : mine;
  g_autofree char *told = NULL;
  gboolean stays;

  if (left == NULL || before == NULL)
    return left != NULL ? kind->copy (left) : NULL;
  if (kind->equal (left, before))
    return NULL;

  told = kind->tell (left);
  stays = theirs != NULL ? !sc_rebase_wins (self, _(kind->format), told, _("deleted"))
          : sc_rebase_wins (self, _(kind->format), _("deleted"), told);

  return stays ? kind->copy (left) : NULL;
}

/* By id, what is left of each item, %NULL for what is not. */
static GHashTable *
merge_all (ScRebase       *self,
           const ItemKind *kind,
           GPtrArray      *into,
           GPtrArray      *before,
           GPtrArray      *after)
{
  GPtrArray *const lists[] = { into, after };
  GHashTable *merged = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const char *id = kind->get_id (lists[i]->pdata[j]);
        gconstpointer theirs = find_item (kind, into, id);
        gconstpointer was = find_item (kind, before, id);
        gconstpointer mine = find_item (kind, after, id);

        if (!g_hash_table_contains (merged, id))
          g_hash_table_insert (merged, (gpointer) id,
                               theirs != NULL && mine != NULL ? merge_both (self, kind, theirs, was, mine)
                               : merge_deleted (self, kind, theirs, was, mine));
      }

  return merged;
}

/* Whether those that are in both stand in the same order. */
static gboolean
has_same_order (const ItemKind *kind,
                GPtrArray      *a,
                GPtrArray      *b)
{
  guint at = 0;

  for (guint i = 0; i < a->len; i++)
    {
      const char *id = kind->get_id (a->pdata[i]);

      if (find_item (kind, b, id) == NULL)
        continue;
      while (find_item (kind, a, kind->get_id (b->pdata[at])) == NULL)
        at++;
      if (!g_str_equal (kind->get_id (b->pdata[at++]), id))
        return FALSE;
    }

  return TRUE;
}

static char *
tell_all (const ItemKind *kind,
          GPtrArray      *items)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      g_autofree char *told = kind->tell (items->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", told);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Whether my order stands. */
static gboolean
is_my_order (ScRebase       *self,
             const ItemKind *kind,
             GPtrArray      *into,
             GPtrArray      *before,
             GPtrArray      *after)
{
  g_autofree char *theirs = NULL;
  g_autofree char *mine = NULL;

  if (has_same_order (kind, before, after) || has_same_order (kind, into, after))
    return FALSE;
  if (has_same_order (kind, before, into))
    return TRUE;

  theirs = tell_all (kind, into);
  mine = tell_all (kind, after);

  return sc_rebase_wins (self, _(kind->format), theirs, mine);
}

/* The place behind the nearest one in front that is there. */
static guint
find_place (const ItemKind *kind,
            GPtrArray      *order,
            GPtrArray      *items,
            guint           item)
{
  while (item-- > 0)
    for (guint i = 0; i < order->len; i++)
      if (g_str_equal (order->pdata[i], kind->get_id (items->pdata[item])))
        return i + 1;

  return 0;
}

/* Ids in the order of @first, with those that only @second has where it has them. */
static GPtrArray *
join_order (const ItemKind *kind,
            GPtrArray      *first,
            GPtrArray      *second)
{
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 0; i < first->len; i++)
    g_ptr_array_add (order, (gpointer) kind->get_id (first->pdata[i]));
  for (guint i = 0; i < second->len; i++)
    {
      const char *id = kind->get_id (second->pdata[i]);

      if (find_item (kind, first, id) == NULL)
        g_ptr_array_insert (order, (int) find_place (kind, order, second, i), (gpointer) id);
    }

  return order;
}

static void
merge_items (ScRebase       *self,
             const ItemKind *kind,
             GPtrArray     **into,
             GPtrArray      *before,
             GPtrArray      *after,
             GDestroyNotify  free_item)
{
  g_autoptr (GHashTable) merged = merge_all (self, kind, *into, before, after);
  gboolean is_mine = is_my_order (self, kind, *into, before, after);
  g_autoptr (GPtrArray) order = join_order (kind, is_mine ? after : *into, is_mine ? *into : after);
  GPtrArray *items = g_ptr_array_new_with_free_func (free_item);

  for (guint i = 0; i < order->len; i++)
    {
      gpointer item = g_hash_table_lookup (merged, order->pdata[i]);

      if (item != NULL)
        g_ptr_array_add (items, item);
    }

  g_ptr_array_unref (*into);
  *into = items;
}

/* Whether @after stands in the place of what others have made of @before. */
static gboolean
is_mine (ScRebase   *self,
         const char *format,
         const char *title,
         guint       theirs,
         guint       before,
         guint       after,
         const char *(*tell)(guint value))
{
  g_autofree char *told = NULL;
  g_autofree char *mine = NULL;

  if (before == after || theirs == after)
    return FALSE;
  if (theirs == before)
    return TRUE;

  /* Translators: an exit criterion or a tactic, then what was changed of it */
  told = g_strdup_printf (C_("clash", "%1$s: %2$s"), title, tell (theirs));
  mine = g_strdup_printf (C_("clash", "%1$s: %2$s"), title, tell (after));

  return sc_rebase_wins (self, format, told, mine);
}

static const char *
tell_required (guint is_required)
{
  return is_required ? _("Required") : _("Advised");
}

static const char *
tell_asked (guint is_asked_at_entry)
{
  return is_asked_at_entry ? _("Asked on coming in") : _("Asked on leaving");
}

static const char *
tell_purpose (guint purpose)
{
  return purpose != SC_PURPOSE_NONE ? sc_purpose_get_id (purpose) : "";
}

static const char *
tell_type (guint type)
{
  return sc_answer_type_get_title (type);
}

static const char *
tell_kind (guint kind)
{
  return sc_tactic_kind_get_title (kind);
}

static const char *
get_criterion_id (gconstpointer item)
{
  return ((const ScCriterion *) item)->id;
}

static gpointer
copy_criterion (gconstpointer item)
{
  return sc_criterion_copy (item);
}

static gboolean
criterion_equal (gconstpointer a,
                 gconstpointer b)
{
  return sc_criterion_equal (a, b);
}

static char *
tell_criterion (gconstpointer item)
{
  return g_strdup (((const ScCriterion *) item)->text);
}

/* What either has taken in stays taken in. */
static void
join_was (GStrv *into,
          GStrv  after)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_strv_builder_addv (ids, (const char **) *into);
  for (guint i = 0; after[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) *into, after[i]))
      g_strv_builder_add (ids, after[i]);

  g_strfreev (*into);
  *into = g_strv_builder_end (ids);
}

static void
merge_criterion (ScRebase     *self,
                 gpointer      into,
                 gconstpointer before,
                 gconstpointer after)
{
  ScCriterion *theirs = into;
  const ScCriterion *was = before;
  const ScCriterion *mine = after;
  const char *format = _("Exit criteria of “%s”");

  sc_rebase_text (self, format, &theirs->text, was->text, mine->text);
  if (is_mine (self, format, theirs->text, theirs->is_required, was->is_required, mine->is_required, tell_required))
    theirs->is_required = mine->is_required;
  if (is_mine (self, format, theirs->text, theirs->is_asked_at_entry, was->is_asked_at_entry, mine->is_asked_at_entry,
               tell_asked))
    theirs->is_asked_at_entry = mine->is_asked_at_entry;
  if (is_mine (self, format, theirs->text, theirs->purpose, was->purpose, mine->purpose, tell_purpose))
    theirs->purpose = mine->purpose;
  if (is_mine (self, format, theirs->text, theirs->type, was->type, mine->type, tell_type))
    theirs->type = mine->type;
  sc_rebase_list (self, format, &theirs->choices, was->choices, mine->choices);
  join_was (&theirs->was, mine->was);
}

static const ItemKind CRITERION = {
  N_("Exit criteria of “%s”"), get_criterion_id, copy_criterion, criterion_equal, tell_criterion, merge_criterion,
};

static const char *
get_tactic_id (gconstpointer item)
{
  return ((const ScTactic *) item)->id;
}

static gpointer
copy_tactic (gconstpointer item)
{
  return sc_tactic_copy (item);
}

static gboolean
tactic_equal (gconstpointer a,
              gconstpointer b)
{
  return sc_tactic_equal (a, b);
}

static char *
tell_tactic (gconstpointer item)
{
  const ScTactic *tactic = item;

  return g_strconcat (tactic->title, "\n", tactic->text, NULL);
}

static void
merge_tactic (ScRebase     *self,
              gpointer      into,
              gconstpointer before,
              gconstpointer after)
{
  ScTactic *theirs = into;
  const ScTactic *was = before;
  const ScTactic *mine = after;
  const char *format = _("Tactics of “%s”");

  sc_rebase_text (self, format, &theirs->title, was->title, mine->title);
  sc_rebase_text (self, format, &theirs->text, was->text, mine->text);
  if (is_mine (self, format, theirs->title, theirs->kind, was->kind, mine->kind, tell_kind))
    theirs->kind = mine->kind;
  sc_rebase_list (self, format, &theirs->loss_reasons, was->loss_reasons, mine->loss_reasons);
  sc_rebase_list (self, format, &theirs->sources, was->sources, mine->sources);
  sc_rebase_list (self, format, &theirs->labels, was->labels, mine->labels);
}

static const ItemKind TACTIC = {
  N_("Tactics of “%s”"), get_tactic_id, copy_tactic, tactic_equal, tell_tactic, merge_tactic,
};

/**
 * sc_rebase_criteria:
 * @self: what is merged
 * @into: a stage that is not shared yet
 * @before: the stage before either changed it
 * @after: the stage as it is here
 */
void
sc_rebase_criteria (ScRebase      *self,
                    ScStage       *into,
                    const ScStage *before,
                    const ScStage *after)
{
  merge_items (self, &CRITERION, &into->criteria, before->criteria, after->criteria, (GDestroyNotify) sc_criterion_free);
}

/**
 * sc_rebase_tactics:
 * @self: what is merged
 * @into: a stage that is not shared yet
 * @before: the stage before either changed it
 * @after: the stage as it is here
 */
void
sc_rebase_tactics (ScRebase      *self,
                   ScStage       *into,
                   const ScStage *before,
                   const ScStage *after)
{
  merge_items (self, &TACTIC, &into->tactics, before->tactics, after->tactics, (GDestroyNotify) sc_tactic_free);
}

static char *
tell_refusal (ScRebase        *self,
              const ScRefusal *refusal)
{
  const ScStage *stage = sc_version_find_stage (self->onto, refusal->stage_id, NULL);
  g_autofree char *time = NULL;

  if (refusal->kind == SC_REFUSAL_LOST)
    return g_strdup (_("The deal is lost"));
  if (refusal->kind == SC_REFUSAL_BACK)
    /* Translators: a stage */
    return g_strdup_printf (_("Back to “%s”"), stage != NULL ? stage->name : _("a stage that is not there"));
  if (refusal->after.value == 0)
    return g_strdup (_("Parked"));

  time = sc_duration_to_text (refusal->after, self->onto->calendar);

  /* Translators: a time, such as “60 working days” */
  return g_strdup_printf (_("Parked for %s"), time);
}

/**
 * sc_rebase_refusal:
 * @self: what is merged
 * @into: a stage that is not shared yet
 * @before: the stage before either changed it
 * @after: the stage as it is here
 *
 * What happens on a refusal is one thing: where it goes and for how long say nothing
 * without it.
 */
void
sc_rebase_refusal (ScRebase      *self,
                   ScStage       *into,
                   const ScStage *before,
                   const ScStage *after)
{
  g_autofree char *theirs = NULL;
  g_autofree char *mine = NULL;

  if (sc_refusal_equal (&before->refusal, &after->refusal) || sc_refusal_equal (&into->refusal, &after->refusal))
    return;

  theirs = tell_refusal (self, &into->refusal);
  mine = tell_refusal (self, &after->refusal);
  /* Translators: a stage */
  if (sc_refusal_equal (&into->refusal, &before->refusal) || sc_rebase_wins (self, _("Refusal in “%s”"), theirs, mine))
    sc_refusal_assign (&into->refusal, &after->refusal);
}
