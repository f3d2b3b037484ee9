/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a field knows of its text beside what is typed: what is saved, what is being
 * saved, and what it was before others changed it meanwhile. */

#include "change/sc-typed-text.h"

#include <glib/gi18n-lib.h>

/**
 * sc_typed_text_init:
 * @self: (out caller-allocates): what is saved of a new field: an empty text
 */
void
sc_typed_text_init (ScTypedText *self)
{
  *self = (ScTypedText) { .value = g_strdup ("") };
}

/**
 * sc_typed_text_clear:
 * @self: what is saved of a field that goes
 */
void
sc_typed_text_clear (ScTypedText *self)
{
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->committed, g_free);
}

/**
 * sc_typed_text_is_edited:
 * @self: what is saved of a field
 * @typed: what stands in it
 *
 * Returns: whether something else is typed than what is saved
 */
gboolean
sc_typed_text_is_edited (const ScTypedText *self,
                         const char        *typed)
{
  return !g_str_equal (typed, self->value);
}

/**
 * sc_typed_text_is_unsaved:
 * @self: what is saved of a field
 * @typed: what stands in it
 *
 * Returns: whether something is typed that is not being saved either
 */
gboolean
sc_typed_text_is_unsaved (const ScTypedText *self,
                          const char        *typed)
{
  return sc_typed_text_is_edited (self, typed) && g_strcmp0 (typed, self->committed) != 0;
}

/**
 * sc_typed_text_is_own:
 * @self: what is saved of a field
 * @value: what is saved now
 *
 * Returns: whether nobody else has changed it
 */
gboolean
sc_typed_text_is_own (const ScTypedText *self,
                      const char        *value)
{
  return g_str_equal (value, self->value) || g_strcmp0 (value, self->committed) == 0;
}

/**
 * sc_typed_text_take:
 * @self: what is saved of a field
 * @typed: what stands in it
 * @value: what is saved now
 * @is_own: whether nobody else has changed it
 *
 * Returns: whether somebody has while something else was typed
 */
gboolean
sc_typed_text_take (ScTypedText *self,
                    const char  *typed,
                    const char  *value,
                    gboolean     is_own)
{
  gboolean is_overtaken = sc_typed_text_is_edited (self, typed) && !is_own;

  if (is_overtaken && self->base == NULL)
    self->base = g_strdup (self->value);
  g_set_str (&self->value, value);
  g_clear_pointer (&self->committed, g_free);

  return is_overtaken;
}

/**
 * sc_typed_text_tell_overtaken:
 * @self: what is saved of a field
 * @typed: what stands in it; where that is what is saved, nothing is overtaken
 *   any more
 *
 * Returns: (transfer full) (nullable): what others have made of the text that is
 *   being changed, for people; %NULL where they have not changed it
 */
char *
sc_typed_text_tell_overtaken (ScTypedText *self,
                              const char  *typed)
{
  if (!sc_typed_text_is_edited (self, typed))
    g_clear_pointer (&self->base, g_free);
  if (self->base == NULL)
    return NULL;

  return *self->value != '\0' ? g_strdup_printf (_("Meanwhile changed elsewhere to “%s”"), self->value)
                              : g_strdup (_("Meanwhile emptied elsewhere"));
}

/**
 * sc_typed_text_commit:
 * @self: what is saved of a field
 * @typed: what stands in it
 *
 * Returns: whether it is to be saved, which it is not already
 */
gboolean
sc_typed_text_commit (ScTypedText *self,
                      const char  *typed)
{
  return sc_typed_text_is_edited (self, typed) && g_set_str (&self->committed, typed);
}

/**
 * sc_typed_text_finish_commit:
 * @self: what is saved of a field
 * @saved: (nullable): what was typed and is saved now, %NULL where it is not
 *
 * What is typed on after that was begun on what is saved; what is not saved can be
 * committed again.
 */
void
sc_typed_text_finish_commit (ScTypedText *self,
                             const char  *saved)
{
  if (saved != NULL)
    {
      g_set_str (&self->value, saved);
      g_clear_pointer (&self->base, g_free);
    }
  g_clear_pointer (&self->committed, g_free);
}
