/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows in a question's row how it is answered. */

#include "deal/sc-question-row-private.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-question-text.h"

void
sc_question_row_set_label (GtkLabel   *label,
                           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
sc_question_row_update_problem (ScQuestionRow *self)
{
  g_autofree char *text = sc_text_area_dup_text (self->area);
  g_autofree char *overtaken = sc_typed_text_tell_overtaken (&self->typed, text);

  /* As long as that is what is typed. */
  if (g_strcmp0 (self->refused, text) == 0)
    return;

  g_clear_pointer (&self->refused, g_free);
  gtk_widget_remove_css_class (GTK_WIDGET (self->area), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (sc_text_area_get_view (self->area)), GTK_ACCESSIBLE_STATE_INVALID);
  sc_question_row_set_label (self->problem_label, overtaken);
}

void
sc_question_row_update_visible (ScQuestionRow *self)
{
  gboolean has_text = !sc_question_row_is_tick (self) && !sc_question_row_is_chosen (self);
  gboolean is_told = !sc_question_row_is_not_told (self);
  g_autofree char *typed = sc_text_area_dup_text (self->area);

  gtk_widget_set_visible (GTK_WIDGET (self->check), sc_question_row_is_tick (self));
  gtk_widget_set_visible (self->field_box, !sc_question_row_is_tick (self));
  gtk_widget_set_visible (GTK_WIDGET (self->area), has_text && is_told);
  gtk_widget_set_visible (GTK_WIDGET (self->drop_down), sc_question_row_is_chosen (self) && is_told);
  gtk_widget_set_visible (self->calendar_button, has_text && is_told && self->criterion->type == SC_ANSWER_DATE);
  gtk_widget_set_halign (GTK_WIDGET (self->not_told_button), is_told ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_visible (self->note_box, !is_told || sc_question_row_needs_reason (self));
  gtk_label_set_label (self->note_label, is_told ? _("Why once more?") : _("Why not?"));
  gtk_widget_set_visible (self->confirm_button, self->from_deal_id != 0 && !self->is_confirmed);
  gtk_widget_set_visible (self->offer_button, self->offer != NULL && is_told && self->state == SC_ANSWER_STATE_OPEN
                          && self->answer == NULL && (!has_text || *typed == '\0'));
}

/* Who has answered, and when. */
static char *
describe_answer (ScQuestionRow         *self,
                 const ScDealCriterion *shown)
{
  g_autofree char *day = shown->answered_at != 0 ? sc_date_to_text (sc_date_from_instant (shown->answered_at)) : NULL;

  if (shown->from_deal_id != 0)
    /* Translators: %lld is a deal's number */
    return g_strdup_printf (_("From deal %lld"), (long long) shown->from_deal_id);
  if (shown->is_met && shown->state == SC_ANSWER_STATE_OPEN)
    return g_strdup (_("Met by itself"));
  if (day == NULL || shown->answered_by == NULL)
    return NULL;

  /* Translators: who has answered a question, and when */
  return g_strdup_printf (C_("answer", "%1$s, %2$s"), shown->answered_by, day);
}

static char *
describe_extensions (guint n_extensions)
{
  if (n_extensions == 0)
    return NULL;
  if (n_extensions == 1)
    /* Translators: a trial */
    return g_strdup (_("Extended once"));

  return g_strdup_printf (/* Translators: a trial */
    ngettext ("Extended %u time", "Extended %u times", n_extensions), n_extensions);
}

static char *
describe_state (ScQuestionRow         *self,
                const ScDealCriterion *shown)
{
  g_autofree char *answer = describe_answer (self, shown);
  g_autofree char *extensions = describe_extensions (shown->n_extensions);

  if (extensions == NULL)
    return g_steal_pointer (&answer);
  if (answer == NULL)
    return g_steal_pointer (&extensions);

  return g_strconcat (extensions, "\302\240· ", answer, NULL);
}

static void
fill_choices (ScQuestionRow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  /* Translators: of a question with answers to choose from */
  gtk_string_list_append (list, C_("answer", "Not answered"));
  if (self->criterion->type == SC_ANSWER_YES_NO)
    {
      gtk_string_list_append (list, C_("answer", "Yes"));
      gtk_string_list_append (list, C_("answer", "No"));
    }
  else
    {
      gtk_string_list_splice (list, 1, 0, (const char *const *) self->criterion->choices);
    }
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
}

static void
select_choice (ScQuestionRow  *self,
               const ScAnswer *answer)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (self->drop_down));
  guint position = 0;

  if (answer != NULL && self->criterion->type == SC_ANSWER_YES_NO)
    position = sc_answer_is_yes (answer) ? 1 : 2;
  else if (answer != NULL && (position = gtk_string_list_find (list, answer->value)) == G_MAXUINT)
    {
      /* One that is none of the choices any more. */
      gtk_string_list_append (list, answer->value);
      position = g_list_model_get_n_items (G_LIST_MODEL (list)) - 1;
    }

  gtk_drop_down_set_selected (self->drop_down, position);
}

static void
show_text (ScQuestionRow *self)
{
  g_autofree char *typed = sc_text_area_dup_text (self->area);
  g_autofree char *value = sc_question_text_new (self->answer);
  gboolean was_edited = sc_typed_text_is_edited (&self->typed, typed);

  sc_typed_text_take (&self->typed, typed, value, sc_typed_text_is_own (&self->typed, value));
  if (!was_edited && !g_str_equal (typed, value))
    sc_text_area_set_text (self->area, value);
  sc_question_row_update_problem (self);
}

/* A reason is told once, with what it is for. */
void
sc_question_row_clear_note (ScQuestionRow *self)
{
  self->is_filling = TRUE;
  sc_typed_text_finish_commit (&self->note, "");
  sc_text_area_set_text (self->note_area, "");
  self->is_filling = FALSE;
  sc_question_row_update_visible (self);
}

static void
show_note (ScQuestionRow *self,
           const char    *note)
{
  g_autofree char *typed = sc_text_area_dup_text (self->note_area);
  gboolean was_edited = sc_typed_text_is_edited (&self->note, typed);

  sc_typed_text_take (&self->note, typed, note, sc_typed_text_is_own (&self->note, note));
  if (!was_edited && !g_str_equal (typed, note))
    sc_text_area_set_text (self->note_area, note);
}

/* What is asked, and how it is answered. */
static void
take_criterion (ScQuestionRow     *self,
                const ScCriterion *criterion)
{
  if (self->criterion != NULL && sc_criterion_equal (self->criterion, criterion))
    return;

  g_clear_pointer (&self->criterion, sc_criterion_free);
  self->criterion = sc_criterion_copy (criterion);
  sc_question_row_set_title (self, criterion->text);
  gtk_widget_set_visible (self->without_end_button, criterion->purpose == SC_PURPOSE_TRIAL_END);
  if (sc_question_row_is_tick (self))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "caption");
      gtk_widget_remove_css_class (GTK_WIDGET (self->title_label), "dimmed");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "dimmed");
    }
  if (sc_question_row_is_chosen (self))
    fill_choices (self);
}

/**
 * sc_question_row_set_currencies:
 * @self: a row
 * @currencies: (nullable): those that deals of the process are in, of most deals first;
 *   the first is that of an amount without one
 */
void
sc_question_row_set_currencies (ScQuestionRow     *self,
                                const char *const *currencies)
{
  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  g_strfreev (self->currencies);
  self->currencies = g_strdupv ((GStrv) currencies);
}

/**
 * sc_question_row_set_title:
 * @self: a row
 * @title: what it is called, where that is not what it asks
 */
void
sc_question_row_set_title (ScQuestionRow *self,
                           const char    *title)
{
  g_autofree char *calendar = NULL;

  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  calendar = g_strdup_printf (C_("field", "%1$s: %2$s"), title, _("Choose a Date"));
  gtk_widget_set_tooltip_text (self->calendar_button, calendar);
}

/**
 * sc_question_row_show:
 * @self: a row
 * @shown: where the criterion stands for the deal, as it is saved
 *
 * What is being typed stays.
 */
void
sc_question_row_show (ScQuestionRow         *self,
                      const ScDealCriterion *shown)
{
  g_autofree char *caption = NULL;
  g_autofree char *confirm = NULL;
  gboolean holds_by_itself;

  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  self->is_filling = TRUE;
  take_criterion (self, shown->criterion);
  self->deal_id = shown->deal_id;
  self->state = shown->state;
  self->is_met = shown->is_met;
  self->from_deal_id = shown->from_deal_id;
  self->revision = shown->revision;
  self->n_extensions = shown->n_extensions;
  self->is_confirmed = FALSE;
  g_clear_pointer (&self->answer, sc_answer_free);
  self->answer = sc_question_row_is_tick (self) ? NULL : sc_answer_copy (shown->answer);

  holds_by_itself = shown->is_met && shown->state == SC_ANSWER_STATE_OPEN;
  gtk_check_button_set_active (self->check, shown->state == SC_ANSWER_STATE_ANSWERED || holds_by_itself);
  gtk_widget_set_sensitive (GTK_WIDGET (self->check), !holds_by_itself);
  gtk_toggle_button_set_active (self->not_told_button, shown->state == SC_ANSWER_STATE_NOT_TOLD);
  if (sc_question_row_is_chosen (self))
    select_choice (self, self->answer);
  else
    show_text (self);
  show_note (self, shown->state == SC_ANSWER_STATE_NOT_TOLD && shown->note != NULL ? shown->note : "");
  self->is_filling = FALSE;

  caption = describe_state (self, shown);
  sc_question_row_set_label (self->caption_label, caption);
  /* Translators: %lld is a deal's number */
  confirm = g_strdup_printf (_("_Confirm What Deal %lld Says"), (long long) shown->from_deal_id);
  gtk_button_set_label (GTK_BUTTON (self->confirm_button), confirm);
  gtk_widget_set_visible (self->required_label, shown->criterion->is_required && !shown->is_met);
  sc_question_row_update_visible (self);
}

/**
 * sc_question_row_hide_required:
 * @self: a row that shows a criterion
 *
 * For where all that is required stands together.
 */
void
sc_question_row_hide_required (ScQuestionRow *self)
{
  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  gtk_widget_set_visible (self->required_label, FALSE);
}

/**
 * sc_question_row_set_offer:
 * @self: a row
 * @offer: (nullable): what the company's last deal has answered
 *
 * Shown while the question is open and nothing is typed.
 */
void
sc_question_row_set_offer (ScQuestionRow     *self,
                           const ScAnswerRow *offer)
{
  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  g_clear_pointer (&self->offer, sc_answer_free);
  if (offer != NULL && offer->answer != NULL)
    {
      g_autofree char *text = sc_answer_to_text (offer->answer);
      g_autofree char *label =
        /* Translators: a deal's number, then what was answered there; the arrow is the key that takes it over */
        g_strdup_printf (_("Deal %1$lld: “%2$s” →"), (long long) offer->deal_id, text);

      self->offer = sc_answer_copy (offer->answer);
      self->offer_from = offer->deal_id;
      gtk_label_set_label (self->offer_label, label);
      gtk_widget_set_tooltip_text (self->offer_button, _("Take Over the Answer, to Be Confirmed"));
    }
  sc_question_row_update_visible (self);
}

/**
 * sc_question_row_fill:
 * @self: a row
 * @answer: an answer of its type
 *
 * Has it stand in the field as if a person had entered it.
 */
void
sc_question_row_fill (ScQuestionRow  *self,
                      const ScAnswer *answer)
{
  g_autofree char *text = sc_question_text_new (answer);

  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  if (sc_question_row_is_chosen (self))
    select_choice (self, answer);
  else
    sc_text_area_replace (self->area, text);
}
