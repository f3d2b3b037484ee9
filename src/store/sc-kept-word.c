/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where own words stand in a version, and whether what they speak of has changed: stages
 * go into others while a draft is edited, and are still there in what is published. */

#include "store/sc-kept-word.h"

#include "model/sc-stage-print.h"

/**
 * sc_kept_word_new:
 * @place: where they are written
 * @text: the words
 *
 * Returns: (transfer full): words that nobody has looked through yet
 */
ScKeptWord *
sc_kept_word_new (const char *place,
                  const char *text)
{
  ScKeptWord *self = g_new0 (ScKeptWord, 1);

  self->place = g_strdup (place);
  self->text = g_strdup (text);
  self->prints = g_new0 (char *, 1);
  self->heirs = g_new0 (char *, 1);

  return self;
}

/**
 * sc_kept_word_free:
 * @self: (transfer full): own words
 */
void
sc_kept_word_free (ScKeptWord *self)
{
  g_free (self->place);
  g_free (self->text);
  g_strfreev (self->prints);
  g_strfreev (self->heirs);
  g_free (self);
}

/**
 * sc_kept_word_find_stage:
 * @self: own words
 * @version: a version
 *
 * Returns: (transfer full) (nullable): the id of the stage that they stand with in the
 *   version; %NULL where they are about none, or have no place in it
 */
char *
sc_kept_word_find_stage (const ScKeptWord *self,
                         const ScVersion  *version)
{
  g_autofree char *stage_id = NULL;

  if (!sc_place_parse (self->place, NULL, &stage_id, NULL) || stage_id == NULL)
    return NULL;
  if (sc_version_find_stage (version, stage_id, NULL) != NULL)
    return g_steal_pointer (&stage_id);

  for (guint i = 0; self->heirs[i] != NULL; i++)
    if (sc_version_find_stage (version, self->heirs[i], NULL) != NULL)
      return g_strdup (self->heirs[i]);

  return NULL;
}

/**
 * sc_kept_word_find_place:
 * @self: own words
 * @version: a version
 *
 * Returns: (transfer full): where they stand in it; where they have no place in it, where
 *   they were written
 */
char *
sc_kept_word_find_place (const ScKeptWord *self,
                         const ScVersion  *version)
{
  g_autofree char *stage_id = sc_kept_word_find_stage (self, version);

  return stage_id != NULL ? sc_place_move (self->place, stage_id) : g_strdup (self->place);
}

static char *
make_print (const ScKeptWord *self,
            const ScVersion  *version)
{
  g_autofree char *stage_id = sc_kept_word_find_stage (self, version);

  return stage_id != NULL ? sc_stage_make_print (version, sc_version_find_stage (version, stage_id, NULL)) : NULL;
}

/**
 * sc_kept_word_is_stale:
 * @self: own words
 * @version: a version
 *
 * What a retired version says is not looked through any more.
 *
 * Returns: whether the stage that they stand with says something else in the version than
 *   when they were written or looked through
 */
gboolean
sc_kept_word_is_stale (const ScKeptWord *self,
                       const ScVersion  *version)
{
  g_autofree char *print = version->status != SC_VERSION_RETIRED ? make_print (self, version) : NULL;

  return print != NULL && !g_strv_contains ((const char *const *) self->prints, print);
}

/**
 * sc_kept_word_leave_stage:
 * @self: own words that stand with a stage
 * @stage_id: the stage, which is there no more
 * @heir_id: (nullable): the stage that it went into, %NULL for none
 */
void
sc_kept_word_leave_stage (ScKeptWord *self,
                          const char *stage_id,
                          const char *heir_id)
{
  g_autoptr (GStrvBuilder) heirs = g_strv_builder_new ();
  g_autofree char *own_stage = NULL;
  guint n_before = 0;

  sc_place_parse (self->place, NULL, &own_stage, NULL);
  /* What an heir before it went into was another road. */
  if (g_strcmp0 (own_stage, stage_id) != 0)
    while (self->heirs[n_before] != NULL && !g_str_equal (self->heirs[n_before++], stage_id))
      continue;

  for (guint i = 0; i < n_before; i++)
    g_strv_builder_add (heirs, self->heirs[i]);
  if (heir_id != NULL)
    g_strv_builder_add (heirs, heir_id);
  g_strfreev (self->heirs);
  self->heirs = g_strv_builder_end (heirs);
}

/**
 * sc_kept_word_look_through:
 * @self: own words
 * @draft: (nullable): the process's draft
 * @published: (nullable): its published version
 *
 * They fit what their stage says in both from now on.
 */
void
sc_kept_word_look_through (ScKeptWord      *self,
                           const ScVersion *draft,
                           const ScVersion *published)
{
  g_autoptr (GStrvBuilder) prints = g_strv_builder_new ();
  g_autofree char *now = draft != NULL ? make_print (self, draft) : NULL;
  g_autofree char *before = published != NULL ? make_print (self, published) : NULL;

  if (now != NULL)
    g_strv_builder_add (prints, now);
  if (before != NULL && g_strcmp0 (before, now) != 0)
    g_strv_builder_add (prints, before);
  g_strfreev (self->prints);
  self->prints = g_strv_builder_end (prints);
}

static ScOwnWord *
find_shown (GPtrArray  *shown,
            const char *place)
{
  for (guint i = 0; i < shown->len; i++)
    if (g_str_equal (((ScOwnWord *) shown->pdata[i])->place, place))
      return shown->pdata[i];

  return NULL;
}

/* Two paragraphs, with an empty line between them. */
static void
join (ScOwnWord  *word,
      const char *text)
{
  g_autofree char *first = g_strchomp (g_strdup (word->text));
  g_autofree char *joined = g_strconcat (first, *first != '\0' && *text != '\0' ? "\n\n" : "", text, NULL);

  g_set_str (&word->text, joined);
}

/* A paragraph that was struck out with its stage leaves nothing to say with another. */
static gboolean
has_something_to_say (const ScKeptWord *self,
                      const char       *place)
{
  return *self->text != '\0' || g_str_equal (self->place, place);
}

static void
show (GPtrArray        *shown,
      const ScKeptWord *word,
      const ScVersion  *version,
      gboolean          is_own)
{
  g_autofree char *place = sc_kept_word_find_place (word, version);
  ScOwnWord *there;

  if (g_str_equal (place, word->place) != is_own || !has_something_to_say (word, place))
    return;

  there = find_shown (shown, place);
  if (there == NULL)
    {
      there = sc_own_word_new (place, word->text);
      g_ptr_array_add (shown, there);
    }
  else
    join (there, word->text);
  there->is_stale = there->is_stale || sc_kept_word_is_stale (word, version);
}

/**
 * sc_kept_words_show:
 * @kept: (element-type ScKeptWord): a process's own words
 * @version: a version of it
 *
 * Returns: (transfer full) (element-type ScOwnWord): what stands at which place in the
 *   version, one at each; a stage that others went into has their words behind its own.
 *   Words of a stage that has no place in it keep the place where they were written
 */
GPtrArray *
sc_kept_words_show (GPtrArray       *kept,
                    const ScVersion *version)
{
  GPtrArray *shown = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_own_word_free);

  for (guint i = 0; i < kept->len; i++)
    show (shown, kept->pdata[i], version, TRUE);
  for (guint i = 0; i < kept->len; i++)
    show (shown, kept->pdata[i], version, FALSE);

  return shown;
}
