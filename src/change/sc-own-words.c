/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what a manager has to say at a place of the documents, takes it away, and says
 * that somebody has looked through it. */

#include "change/sc-command-private.h"
#include "change/sc-document-commands.h"
#include "change/sc-own-words-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-document-write.h"
#include "store/sc-process-write.h"

typedef struct {
  char *process_id;
  ScVersion *version;
  char *place;
  char *text;
} Words;

static void
words_free (gpointer data)
{
  Words *self = data;

  g_free (self->process_id);
  sc_version_unref (self->version);
  g_free (self->place);
  g_free (self->text);
  g_free (self);
}

static Words *
words_new (const ScProcess *process,
           const ScVersion *version,
           const char      *place,
           const char      *text)
{
  Words *self = g_new0 (Words, 1);

  self->process_id = g_strdup (process->id);
  self->version = sc_version_ref ((ScVersion *) version);
  self->place = g_strdup (place);
  self->text = g_strdup (text);

  return self;
}

/* A process may have no draft, or may never have been published. */
static gboolean
load_version (ScWrite        *write,
              const char     *process_id,
              ScVersionWanted wanted,
              ScVersion     **version,
              GError        **error)
{
  g_autoptr (GError) local_error = NULL;

  *version = sc_write_load_version (write, process_id, wanted, &local_error);
  if (*version != NULL || g_error_matches (local_error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
put_looked_through (ScWrite    *write,
                    const char *process_id,
                    ScKeptWord *word,
                    GError    **error)
{
  g_autoptr (ScVersion) draft = NULL;
  g_autoptr (ScVersion) published = NULL;

  if (!load_version (write, process_id, SC_VERSION_WANTED_DRAFT, &draft, error)
      || !load_version (write, process_id, SC_VERSION_WANTED_PUBLISHED, &published, error))
    return FALSE;

  sc_kept_word_look_through (word, draft, published);

  return sc_write_put_kept_word (write, process_id, word, error);
}

static gboolean
stands_here (const Words      *self,
             const ScKeptWord *word)
{
  g_autofree char *place = sc_kept_word_find_place (word, self->version);

  return g_str_equal (place, self->place);
}

/* One text for all that stands there. */
static gboolean
clear_place (const Words *self,
             ScWrite     *write,
             gboolean     is_written,
             GError     **error)
{
  g_autoptr (GPtrArray) words = sc_write_list_kept_words (write, self->process_id, error);

  if (words == NULL)
    return FALSE;

  for (guint i = 0; i < words->len; i++)
    {
      const ScKeptWord *word = words->pdata[i];

      if (stands_here (self, word) && !(is_written && g_str_equal (word->place, self->place))
          && !sc_write_delete_kept_word (write, self->process_id, word->place, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_place (const Words *self,
             GError     **error)
{
  g_autofree char *stage_id = NULL;

  if (!sc_place_parse (self->place, NULL, &stage_id, NULL))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("“%s” is not a place for own words. It has to be in the form “general:after”."), self->place);
      return FALSE;
    }
  if (stage_id != NULL && sc_version_find_stage (self->version, stage_id, NULL) == NULL)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                   _("The process has no stage “%s” to write own words about."), stage_id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
run_write (gpointer   data,
           ScWrite   *write,
           ScOutcome *outcome,
           GError   **error)
{
  const Words *self = data;
  g_autoptr (ScKeptWord) word = self->text != NULL ? sc_kept_word_new (self->place, self->text) : NULL;

  if (word != NULL && !check_place (self, error))
    return FALSE;

  return clear_place (self, write, word != NULL, error)
         && (word == NULL || put_looked_through (write, self->process_id, word, error));
}

/* Nothing to say, but for a paragraph that is struck out. */
static gboolean
is_nothing (const char *place,
            const char *text)
{
  ScWordWhere where = SC_WORD_BEFORE;
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  sc_place_parse (place, NULL, NULL, &where);

  return *stripped == '\0' && where != SC_WORD_INSTEAD;
}

/**
 * sc_command_set_own_words:
 * @process: a process
 * @version: the version of it that is on show, which says where words stand
 * @place: a place of its documents, such as `general:after`
 * @text: (nullable): what is to stand there, in Markdown; empty instead of a paragraph
 *   strikes it out, anywhere else it says nothing; %NULL to take away what stands there
 *
 * Returns: (transfer full): a command that writes it
 */
ScCommand *
sc_command_set_own_words (const ScProcess *process,
                          const ScVersion *version,
                          const char      *place,
                          const char      *text)
{
  const char *said = text != NULL && !is_nothing (place, text) ? text : NULL;

  return sc_command_new (SC_SCOPE_DESIGN, process->id,
                         said != NULL ? g_strdup_printf (C_("undo process", "Write own words of “%s”"), process->name)
                                      : g_strdup_printf (C_("undo process", "Take own words out of “%s”"), process->name),
                         run_write, words_new (process, version, place, said), words_free);
}

static gboolean
run_look_through (gpointer   data,
                  ScWrite   *write,
                  ScOutcome *outcome,
                  GError   **error)
{
  const Words *self = data;
  g_autoptr (GPtrArray) words = sc_write_list_kept_words (write, self->process_id, error);

  for (guint i = 0; words != NULL && i < words->len; i++)
    if (stands_here (self, words->pdata[i])
        && !put_looked_through (write, self->process_id, words->pdata[i], error))
      return FALSE;

  return words != NULL;
}

/**
 * sc_command_look_through_own_words:
 * @process: a process
 * @version: the version of it that is on show
 * @place: a place of its documents
 *
 * Returns: (transfer full): a command that says of the words there that they fit what their
 *   stage says now
 */
ScCommand *
sc_command_look_through_own_words (const ScProcess *process,
                                   const ScVersion *version,
                                   const char      *place)
{
  return sc_command_new (SC_SCOPE_DESIGN, process->id,
                         g_strdup_printf (C_("undo process", "Look through own words of “%s”"), process->name),
                         run_look_through, words_new (process, version, place, NULL), words_free);
}

static const char *
find_text (GPtrArray  *words,
           const char *place)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (((ScOwnWord *) words->pdata[i])->place, place))
      return ((ScOwnWord *) words->pdata[i])->text;

  return NULL;
}

static gboolean
stand_as_seen (gpointer data,
               ScWrite *write,
               GError **error)
{
  const Words *self = data;
  g_autoptr (GPtrArray) words = sc_own_words_list (write, self->process_id, self->version, error);

  if (words == NULL)
    return FALSE;
  if (g_strcmp0 (find_text (words, self->place), self->text) == 0)
    return TRUE;

  g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                       _("These own words were changed meanwhile, in another window or by another program. "
                         "Look at them again, then repeat this."));

  return FALSE;
}

/**
 * sc_command_require_own_words:
 * @command: (transfer full): a command
 * @process: a process
 * @version: the version of it that is on show
 * @place: a place of its documents
 * @seen: (nullable): what stood there, %NULL for nothing
 *
 * Returns: (transfer full): the command, which fails with %SC_STORE_ERROR_CONFLICT where
 *   something else stands there by then
 */
ScCommand *
sc_command_require_own_words (ScCommand       *command,
                              const ScProcess *process,
                              const ScVersion *version,
                              const char      *place,
                              const char      *seen)
{
  sc_command_add_guard (command, stand_as_seen, words_new (process, version, place, seen), words_free);

  return command;
}
