/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers that were typed and could not be saved, of deals that are not on show any more:
 * they wait for the user to come back. */

#include "deal/sc-kept-answers.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"

typedef struct {
  char *text;
  char *question;
  ScDeal *deal;
} Kept;

struct _ScKeptAnswers
{
  GHashTable *all; /* key => Kept */
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_free (kept->text);
  g_free (kept->question);
  sc_deal_unref (kept->deal);
  g_free (kept);
}

static char *
make_key (ScQuestionRow *row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", sc_question_row_get_deal_id (row),
                          sc_question_row_get_criterion (row)->id);
}

/**
 * sc_kept_answers_new:
 *
 * Returns: (transfer full): a place for answers
 */
ScKeptAnswers *
sc_kept_answers_new (void)
{
  ScKeptAnswers *self = g_new0 (ScKeptAnswers, 1);

  self->all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, kept_free);

  return self;
}

/**
 * sc_kept_answers_free:
 * @self: (transfer full): kept answers
 */
void
sc_kept_answers_free (ScKeptAnswers *self)
{
  g_hash_table_unref (self->all);
  g_free (self);
}

/**
 * sc_kept_answers_keep:
 * @self: kept answers
 * @row: a row that goes
 * @deal: the deal that it asks about
 *
 * Keeps what is typed there and is not saved.
 */
void
sc_kept_answers_keep (ScKeptAnswers *self,
                      ScQuestionRow *row,
                      const ScDeal  *deal)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->text = sc_question_row_dup_typed (row);
  kept->question = g_strdup (sc_question_row_get_criterion (row)->text);
  kept->deal = sc_deal_copy (deal);
  g_hash_table_insert (self->all, make_key (row), kept);
}

/**
 * sc_kept_answers_give_back:
 * @self: kept answers
 * @row: a row that shows what is saved
 *
 * What was kept for it stands in the field again, as if it were just typed.
 */
void
sc_kept_answers_give_back (ScKeptAnswers *self,
                           ScQuestionRow *row)
{
  g_autofree char *key = make_key (row);
  const Kept *kept = g_hash_table_lookup (self->all, key);

  if (kept == NULL)
    return;

  sc_question_row_type (row, kept->text);
  g_hash_table_remove (self->all, key);
}

/**
 * sc_kept_answers_is_empty:
 * @self: kept answers
 *
 * Returns: whether there are none
 */
gboolean
sc_kept_answers_is_empty (ScKeptAnswers *self)
{
  return g_hash_table_size (self->all) == 0;
}

/**
 * sc_kept_answers_describe:
 * @self: kept answers
 *
 * Returns: (transfer full): the questions and their deals, a line each
 */
char *
sc_kept_answers_describe (ScKeptAnswers *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->all);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Kept *kept = value;

      /* Translators: a field such as Value, then a deal */
      g_strv_builder_take (builder, g_strdup_printf (_("%1$s of “%2$s”"), kept->question, sc_deal_get_title (kept->deal)));
    }
  lines = g_strv_builder_end (builder);

  return g_strjoinv ("\n", lines);
}

/**
 * sc_kept_answers_get_deal:
 * @self: kept answers
 *
 * Returns: (transfer none) (nullable): a deal of which answers are kept
 */
const ScDeal *
sc_kept_answers_get_deal (ScKeptAnswers *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->all);

  return g_hash_table_iter_next (&iter, NULL, &value) ? ((Kept *) value)->deal : NULL;
}

/**
 * sc_kept_answers_give_up:
 * @self: kept answers
 *
 * Lets them be lost.
 */
void
sc_kept_answers_give_up (ScKeptAnswers *self)
{
  g_hash_table_remove_all (self->all);
}
