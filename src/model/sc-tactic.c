/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic of a stage: a text that a rep works with, and when it fits. */

#include "model/sc-tactic.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *id;
  const char *title;
} kinds[SC_N_TACTIC_KINDS] = {
  [SC_TACTIC_QUESTION] = { "question", NC_("tactic", "Question") },
  [SC_TACTIC_ARGUMENT] = { "argument", NC_("tactic", "Argument") },
  [SC_TACTIC_OBJECTION] = { "objection", NC_("tactic", "Objection") },
  [SC_TACTIC_LETTER] = { "letter", NC_("tactic", "Letter") },
  [SC_TACTIC_SCRIPT] = { "script", NC_("tactic", "Script") },
  [SC_TACTIC_CHECKLIST] = { "checklist", NC_("tactic", "Checklist") },
  [SC_TACTIC_OTHER] = { "other", NC_("tactic", "Other") },
};

/**
 * sc_tactic_kind_get_id:
 * @kind: what a tactic is
 *
 * Returns: its name in files and in the database, such as `objection`
 */
const char *
sc_tactic_kind_get_id (ScTacticKind kind)
{
  g_return_val_if_fail (kind < SC_N_TACTIC_KINDS, NULL);

  return kinds[kind].id;
}

/**
 * sc_tactic_kind_get_title:
 * @kind: what a tactic is
 *
 * Returns: what people call it, in the user's language
 */
const char *
sc_tactic_kind_get_title (ScTacticKind kind)
{
  g_return_val_if_fail (kind < SC_N_TACTIC_KINDS, NULL);

  return g_dpgettext2 (NULL, "tactic", kinds[kind].title);
}

/**
 * sc_tactic_kind_from_id:
 * @id: (nullable): a name as sc_tactic_kind_get_id() gives it
 * @kind: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
sc_tactic_kind_from_id (const char   *id,
                        ScTacticKind *kind)
{
  for (guint i = 0; i < SC_N_TACTIC_KINDS; i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_tactic_new:
 * @title: what it is for
 * @text: the text a rep works with
 *
 * Returns: (transfer full): a tactic of kind `other` that fits always, with an id of
 *   its own
 */
ScTactic *
sc_tactic_new (const char *title,
               const char *text)
{
  ScTactic *self = g_new0 (ScTactic, 1);

  self->id = g_uuid_string_random ();
  self->kind = SC_TACTIC_OTHER;
  self->title = g_strdup (title);
  self->text = g_strdup (text);
  self->loss_reasons = g_new0 (char *, 1);
  self->sources = g_new0 (char *, 1);
  self->labels = g_new0 (char *, 1);

  return self;
}

/**
 * sc_tactic_copy:
 * @self: a tactic
 *
 * Returns: (transfer full): the same one, with the same id
 */
ScTactic *
sc_tactic_copy (const ScTactic *self)
{
  ScTactic *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->title = g_strdup (self->title);
  copy->text = g_strdup (self->text);
  copy->loss_reasons = g_strdupv (self->loss_reasons);
  copy->sources = g_strdupv (self->sources);
  copy->labels = g_strdupv (self->labels);

  return copy;
}

/**
 * sc_tactic_free:
 * @self: (transfer full): a tactic
 */
void
sc_tactic_free (ScTactic *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->text);
  g_strfreev (self->loss_reasons);
  g_strfreev (self->sources);
  g_strfreev (self->labels);
  g_free (self);
}

static gboolean
list_equal (GStrv a,
            GStrv b)
{
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

/**
 * sc_tactic_equal:
 * @a: a tactic
 * @b: a tactic
 *
 * Returns: whether they are the same in every field, the id among them
 */
gboolean
sc_tactic_equal (const ScTactic *a,
                 const ScTactic *b)
{
  return g_str_equal (a->id, b->id) &&
         a->kind == b->kind &&
         g_str_equal (a->title, b->title) &&
         g_str_equal (a->text, b->text) &&
         list_equal (a->loss_reasons, b->loss_reasons) &&
         list_equal (a->sources, b->sources) &&
         list_equal (a->labels, b->labels);
}

/**
 * sc_tactic_says_same:
 * @a: a tactic
 * @b: a tactic
 *
 * Returns: whether a rep reads the same in both, whatever they are and when they fit
 */
gboolean
sc_tactic_says_same (const ScTactic *a,
                     const ScTactic *b)
{
  return g_str_equal (a->title, b->title) && g_str_equal (a->text, b->text);
}

/**
 * sc_tactic_has_conditions:
 * @self: a tactic
 *
 * Returns: whether it fits only some deals
 */
gboolean
sc_tactic_has_conditions (const ScTactic *self)
{
  return self->loss_reasons[0] != NULL || self->sources[0] != NULL || self->labels[0] != NULL;
}
