/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells what a person has entered in a question's row. */

#include "deal/sc-question-row-private.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-question-text.h"
#include "model/sc-model-error.h"
#include "model/sc-name.h"
#include "unsaved/sc-unsaved.h"

/* The first of the list is none. */
static ScAnswer *
read_choice (ScQuestionRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;
  if (self->criterion->type == SC_ANSWER_YES_NO)
    return sc_answer_new_yes_no (selected == 1);

  return sc_answer_new (SC_ANSWER_CHOICE, gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (self->drop_down)), selected));
}

/* What is entered, %NULL where nothing is; %FALSE where it can't be read. */
static gboolean
read_answer (ScQuestionRow *self,
             ScAnswer     **answer,
             GError       **error)
{
  g_autofree char *typed = NULL;

  *answer = NULL;
  if (sc_question_row_is_chosen (self))
    {
      *answer = read_choice (self);
      return TRUE;
    }

  typed = g_strstrip (sc_text_area_dup_text (self->area));
  if (*typed == '\0')
    return TRUE;

  /* What was not touched is what it was, however it is written. */
  if (self->answer != NULL && !sc_typed_text_is_edited (&self->typed, typed))
    *answer = sc_answer_copy (self->answer);
  else
    *answer = sc_question_text_read (self->criterion, typed, (const char *const *) self->currencies, error);

  return *answer != NULL;
}

static char *
get_note (ScQuestionRow *self)
{
  return g_strstrip (sc_text_area_dup_text (self->note_area));
}

/* A trial that was extended before is extended again. */
gboolean
sc_question_row_needs_reason (ScQuestionRow *self)
{
  g_autoptr (ScAnswer) answer = NULL;

  return self->n_extensions > 0 && self->state == SC_ANSWER_STATE_ANSWERED && !sc_question_row_is_not_told (self)
         && read_answer (self, &answer, NULL) && sc_answer_is_later (answer, self->answer);
}

gboolean
sc_question_row_lacks_reason (ScQuestionRow *self)
{
  g_autofree char *note = get_note (self);

  return sc_question_row_needs_reason (self) && sc_text_is_blank (note);
}

/**
 * sc_question_row_is_edited:
 * @self: a row
 *
 * Returns: whether something else is typed than what is saved
 */
gboolean
sc_question_row_is_edited (ScQuestionRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  g_return_val_if_fail (SC_IS_QUESTION_ROW (self), FALSE);

  text = sc_text_area_dup_text (self->area);
  note = sc_text_area_dup_text (self->note_area);

  if (sc_question_row_is_tick (self))
    return FALSE;
  if (sc_question_row_is_not_told (self))
    return self->state != SC_ANSWER_STATE_NOT_TOLD || sc_typed_text_is_edited (&self->note, note);

  return !sc_question_row_is_chosen (self) && sc_typed_text_is_edited (&self->typed, text);
}

/**
 * sc_question_row_is_saving:
 * @self: a row
 *
 * Returns: whether what was told is being saved
 */
gboolean
sc_question_row_is_saving (ScQuestionRow *self)
{
  g_return_val_if_fail (SC_IS_QUESTION_ROW (self), FALSE);

  return self->is_committing;
}

/**
 * sc_question_row_dup_typed:
 * @self: a row
 *
 * Returns: (transfer full): what stands in the field of the answer
 */
char *
sc_question_row_dup_typed (ScQuestionRow *self)
{
  g_return_val_if_fail (SC_IS_QUESTION_ROW (self), NULL);

  return sc_text_area_dup_text (self->area);
}

/**
 * sc_question_row_refuse:
 * @self: a row
 * @message: why what is typed can't be taken
 *
 * Says so at the field, until something else is typed.
 */
void
sc_question_row_refuse (ScQuestionRow *self,
                        const char    *message)
{
  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  g_free (self->refused);
  self->refused = sc_text_area_dup_text (self->area);
  sc_question_row_set_label (self->problem_label, message);
  gtk_widget_add_css_class (GTK_WIDGET (self->area), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (sc_text_area_get_view (self->area)),
                               GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * sc_question_row_type:
 * @self: a row that shows what is saved
 * @text: what was typed before
 *
 * Has it stand in the field again, with the reason where it can't be taken.
 */
void
sc_question_row_type (ScQuestionRow *self,
                      const char    *text)
{
  g_autoptr (ScAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  sc_text_area_replace (self->area, text);
  if (!read_answer (self, &answer, &error))
    sc_question_row_refuse (self, error->message);
}

/**
 * sc_question_row_is_met:
 * @self: a row
 *
 * Returns: whether the criterion holds the deal no more, with what is entered
 */
gboolean
sc_question_row_is_met (ScQuestionRow *self)
{
  g_autoptr (ScAnswer) answer = NULL;

  g_return_val_if_fail (SC_IS_QUESTION_ROW (self), FALSE);

  if (sc_question_row_is_tick (self))
    return gtk_check_button_get_active (self->check);
  if (sc_question_row_is_not_told (self))
    return TRUE;
  if (!read_answer (self, &answer, NULL) || answer == NULL)
    return FALSE;

  return self->from_deal_id == 0 || self->is_confirmed || !sc_answer_equal (answer, self->answer);
}

static gboolean
tell_question (ScQuestionRow *self,
               ScGateAnswers *answers,
               gboolean      *has_told,
               GError       **error)
{
  g_autoptr (ScAnswer) answer = NULL;
  g_autofree char *note = sc_question_row_needs_reason (self) ? get_note (self) : NULL;

  if (!read_answer (self, &answer, error))
    return FALSE;
  if (sc_question_row_lacks_reason (self))
    {
      g_set_error_literal (error, SC_MODEL_ERROR, SC_MODEL_ERROR_INVALID,
                           _("The trial was extended before. Say why it is extended once more."));
      return FALSE;
    }

  if (answer == NULL)
    {
      if ((*has_told = self->state != SC_ANSWER_STATE_OPEN || self->answer != NULL))
        sc_gate_answers_take_back (answers, self->deal_id, self->criterion->id);
    }
  else if (self->state == SC_ANSWER_STATE_NOT_TOLD || self->is_confirmed || !sc_answer_equal (answer, self->answer))
    {
      sc_gate_answers_answer (answers, self->deal_id, self->criterion->id, answer, note);
      *has_told = TRUE;
    }

  return TRUE;
}

/**
 * sc_question_row_tell:
 * @self: a row
 * @answers: where to tell
 * @has_told: (out): whether anything differs from what is saved
 * @error: %SC_MODEL_ERROR_INVALID where what is typed can't be read
 *
 * Tells what is entered, and of a deal that nobody may have answered meanwhile.
 *
 * Returns: whether it can be read
 */
gboolean
sc_question_row_tell (ScQuestionRow *self,
                      ScGateAnswers *answers,
                      gboolean      *has_told,
                      GError       **error)
{
  g_autofree char *note = NULL;

  g_return_val_if_fail (SC_IS_QUESTION_ROW (self), FALSE);

  *has_told = FALSE;
  if (sc_question_row_is_tick (self))
    {
      gboolean is_ticked = gtk_check_button_get_active (self->check);

      if (gtk_widget_get_sensitive (GTK_WIDGET (self->check)) && is_ticked != (self->state == SC_ANSWER_STATE_ANSWERED))
        {
          g_autoptr (ScAnswer) tick = sc_answer_new_yes_no (is_ticked);

          sc_gate_answers_answer (answers, self->deal_id, self->criterion->id, tick, NULL);
          *has_told = TRUE;
        }
    }
  else if (sc_question_row_is_not_told (self))
    {
      note = get_note (self);
      if ((*has_told = self->state != SC_ANSWER_STATE_NOT_TOLD || !g_str_equal (note, self->note.value)))
        sc_gate_answers_not_tell (answers, self->deal_id, self->criterion->id, note);
    }
  else if (!tell_question (self, answers, has_told, error))
    {
      return FALSE;
    }

  if (*has_told && self->deal_id != 0)
    sc_gate_answers_require (answers, self->deal_id, self->criterion->id, self->revision);

  return TRUE;
}

/**
 * sc_question_row_begin_commit:
 * @self: a row of which something was told
 *
 * Says that it is being saved, until sc_question_row_finish_commit().
 */
void
sc_question_row_begin_commit (ScQuestionRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  text = sc_text_area_dup_text (self->area);
  note = sc_text_area_dup_text (self->note_area);
  sc_typed_text_commit (&self->typed, text);
  sc_typed_text_commit (&self->note, note);
  self->is_committing = TRUE;
}

/**
 * sc_question_row_finish_commit:
 * @self: a row
 * @is_saved: whether what was told is saved now
 *
 * Says what came of a commit.
 */
void
sc_question_row_finish_commit (ScQuestionRow *self,
                               gboolean       is_saved)
{
  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  sc_typed_text_finish_commit (&self->typed, is_saved ? self->typed.committed : NULL);
  sc_typed_text_finish_commit (&self->note, is_saved ? self->note.committed : NULL);
  if (is_saved && !sc_question_row_is_not_told (self))
    sc_question_row_clear_note (self);
  self->is_committing = FALSE;
  sc_question_row_update_problem (self);
  sc_unsaved_settled (SC_UNSAVED (self));
}
