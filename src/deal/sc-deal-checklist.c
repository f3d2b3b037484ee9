/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages ask of a deal, to be ticked and answered: of the stage that it stands in, or
 * of those that it has passed. Each answer is saved by itself. */

#include "deal/sc-deal-checklist.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-progress.h"
#include "deal/sc-deal-text.h"
#include "deal/sc-kept-answers.h"
#include "deal/sc-question-row.h"
#include "unsaved/sc-unsaved.h"
#include "widgets/sc-change.h"

struct _ScDealChecklist
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *expander; /* NULL where the rows are always there */
  GPtrArray *rows; /* of ScQuestionRow */
  GPtrArray *shown; /* of ScDealCriterion, of the dossier, in the order of the rows */
  char *stage_id; /* the stage that they are of */
  char *version_id;
  ScStore *store;
  ScDealDossier *dossier;
  ScKeptAnswers *kept; /* of deals that were shown before */
};

static void sc_deal_checklist_unsaved_init (ScUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScDealChecklist, sc_deal_checklist, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_deal_checklist_unsaved_init));

static void
show_row (ScDealChecklist *self,
          guint            i)
{
  ScQuestionRow *row = self->rows->pdata[i];
  const ScDealCriterion *shown = self->shown->pdata[i];

  sc_question_row_set_currencies (row, (const char *const *) self->dossier->currencies);
  sc_question_row_show (row, shown);
  sc_question_row_set_offer (row, sc_deal_dossier_find_offer (self->dossier, shown->criterion->id));
}

static void
saved_cb (GtkWidget       *origin,
          const ScOutcome *outcome,
          gpointer         user_data)
{
  g_autoptr (ScQuestionRow) row = user_data;
  ScDealChecklist *self = SC_DEAL_CHECKLIST (origin);
  guint i;

  sc_question_row_finish_commit (row, outcome != NULL);
  /* Back to what is saved; what was typed stays. */
  if (outcome == NULL && self->dossier != NULL && g_ptr_array_find (self->rows, row, &i))
    show_row (self, i);
}

static void
run (ScDealChecklist *self,
     ScQuestionRow   *row,
     ScCommand       *command,
     const char      *message)
{
  sc_question_row_begin_commit (row);
  sc_change_run (GTK_WIDGET (self), self->store, command, message, saved_cb, g_object_ref (row));
}

static const char *
get_saved_message (ScQuestionRow *row,
                   ScGateAnswers *answers)
{
  gboolean is_question = sc_question_row_get_criterion (row)->type != SC_ANSWER_TICK;

  if (sc_gate_answers_is_taking_back (answers))
    return is_question ? _("Answer removed") : _("Criterion is open again");

  return is_question ? _("Answer saved") : _("Criterion met");
}

static void
committed_cb (ScDealChecklist *self,
              ScQuestionRow   *row)
{
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();
  g_autoptr (GError) error = NULL;
  gboolean has_told;

  if (self->dossier == NULL || sc_question_row_get_deal_id (row) != self->dossier->deal->id)
    return;

  if (!sc_question_row_tell (row, answers, &has_told, &error))
    sc_question_row_refuse (row, error->message);
  else if (has_told)
    run (self, row, sc_command_answer (self->dossier->deal, answers), get_saved_message (row, answers));
}

static void
take_over_cb (ScDealChecklist *self,
              ScQuestionRow   *row)
{
  const char *ids[] = { sc_question_row_get_criterion (row)->id, NULL };

  if (self->dossier != NULL)
    run (self, row, sc_command_take_over_answers (self->dossier->deal, ids), _("Answer taken over, to be confirmed"));
}

static void
confirm_cb (ScDealChecklist *self,
            ScQuestionRow   *row)
{
  const char *ids[] = { sc_question_row_get_criterion (row)->id, NULL };

  if (self->dossier != NULL)
    run (self, row, sc_command_confirm_answers (self->dossier->deal, ids), _("Answer confirmed"));
}

/* On to the next field. */
static void
activated_cb (ScDealChecklist *self,
              ScQuestionRow   *row)
{
  guint i;

  if (g_ptr_array_find (self->rows, row, &i) && i + 1 < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[i + 1]);
}

static void
add_row (ScDealChecklist *self)
{
  GtkWidget *row = sc_question_row_new ();

  g_signal_connect_object (row, "commit", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "take-over", G_CALLBACK (take_over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "confirm", G_CALLBACK (confirm_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  if (self->expander != NULL)
    adw_expander_row_add_row (self->expander, row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
tell_unread (ScDealChecklist *self,
             ScQuestionRow   *row)
{
  g_autofree char *message =
    /* Translators: a field such as Value, then a deal */
    g_strdup_printf (_("“%1$s” of “%2$s” can’t be read and is not saved"), sc_question_row_get_criterion (row)->text,
                     sc_deal_get_title (self->dossier->deal));

  sc_toast_show (GTK_WIDGET (self), message);
}

/* What can't be saved is not lost where another deal is opened: it waits, and the user
 * hears of it. */
static void
keep_typed (ScDealChecklist *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      ScQuestionRow *row = self->rows->pdata[i];

      sc_question_row_commit (row);
      if (!sc_question_row_is_edited (row) || sc_question_row_is_saving (row))
        continue;

      sc_kept_answers_keep (self->kept, row, self->dossier->deal);
      tell_unread (self, row);
    }
}

static void
remove_rows (ScDealChecklist *self)
{
  keep_typed (self);
  for (guint i = 0; i < self->rows->len; i++)
    if (self->expander != NULL)
      adw_expander_row_remove (self->expander, self->rows->pdata[i]);
    else
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/* Rows that nobody has asked for are not made. */
static gboolean
is_open (ScDealChecklist *self)
{
  return self->expander == NULL || self->rows->len > 0 || adw_expander_row_get_expanded (self->expander);
}

static void
show_rows (ScDealChecklist *self)
{
  guint n_old = self->rows->len;

  while (self->rows->len < self->shown->len)
    add_row (self);
  for (guint i = 0; i < self->rows->len; i++)
    show_row (self, i);
  for (guint i = n_old; i < self->rows->len; i++)
    sc_kept_answers_give_back (self->kept, self->rows->pdata[i]);
}

static void
expanded_cb (ScDealChecklist *self)
{
  if (self->dossier != NULL && self->rows->len == 0 && adw_expander_row_get_expanded (self->expander))
    show_rows (self);
}

/* What is folded says how much there is. */
static void
show_title (ScDealChecklist *self,
            const char      *stage_name)
{
  g_autofree char *subtitle = sc_deal_progress_of (self->shown);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), stage_name);
  adw_expander_row_set_subtitle (self->expander, subtitle);
}

static ScSaveState
get_state (ScUnsaved *unsaved)
{
  return sc_kept_answers_is_empty (SC_DEAL_CHECKLIST (unsaved)->kept) ? SC_SAVE_STATE_SAVED : SC_SAVE_STATE_UNSAVED;
}

static char *
describe (ScUnsaved *unsaved)
{
  return sc_kept_answers_describe (SC_DEAL_CHECKLIST (unsaved)->kept);
}

static void
give_up (ScUnsaved *unsaved)
{
  sc_kept_answers_give_up (SC_DEAL_CHECKLIST (unsaved)->kept);
}

static void
reveal (ScUnsaved *unsaved)
{
  const ScDeal *deal = sc_kept_answers_get_deal (SC_DEAL_CHECKLIST (unsaved)->kept);

  if (deal != NULL)
    gtk_widget_activate_action (GTK_WIDGET (unsaved), "win.show-deal", "(sx)", deal->process_id, deal->id);
}

/* The rows speak for themselves. */
static void
sc_deal_checklist_unsaved_init (ScUnsavedInterface *iface)
{
  iface->get_state = get_state;
  iface->describe = describe;
  iface->give_up = give_up;
  iface->reveal = reveal;
}

static void
sc_deal_checklist_dispose (GObject *object)
{
  ScDealChecklist *self = SC_DEAL_CHECKLIST (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->stage_id, g_free);
  g_clear_pointer (&self->version_id, g_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  g_clear_pointer (&self->kept, sc_kept_answers_free);

  G_OBJECT_CLASS (sc_deal_checklist_parent_class)->dispose (object);
}

static void
sc_deal_checklist_class_init (ScDealChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_checklist_dispose;
}

static void
sc_deal_checklist_init (ScDealChecklist *self)
{
  self->kept = sc_kept_answers_new ();
  self->rows = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
}

static gboolean
is_shown (ScDealChecklist     *self,
          const ScDealDossier *dossier,
          const ScStage       *stage)
{
  return self->dossier != NULL && self->dossier->deal->id == dossier->deal->id
         && g_strcmp0 (self->version_id, dossier->version->id) == 0
         && g_strcmp0 (self->stage_id, stage->id) == 0;
}

/**
 * sc_deal_checklist_new_folded:
 *
 * Returns: (transfer floating): a checklist under the name of its stage, which shows what
 *   it asks when it is opened
 */
GtkWidget *
sc_deal_checklist_new_folded (void)
{
  ScDealChecklist *self = g_object_new (SC_TYPE_DEAL_CHECKLIST, NULL);

  self->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->expander), FALSE);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->expander));

  return GTK_WIDGET (self);
}

/**
 * sc_deal_checklist_show:
 * @self: a checklist
 * @store: the store
 * @dossier: everything about the deal
 * @stage: (nullable): a stage of its version
 *
 * Shows what the stage asks of the deal; hidden where that is nothing. What is being typed
 * for the same deal stays.
 */
void
sc_deal_checklist_show (ScDealChecklist *self,
                        ScStore         *store,
                        ScDealDossier   *dossier,
                        const ScStage   *stage)
{
  ScDealDossier *old;

  g_return_if_fail (SC_IS_DEAL_CHECKLIST (self));

  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < dossier->criteria->len; i++)
    if (stage != NULL && g_str_equal (((ScDealCriterion *) dossier->criteria->pdata[i])->stage->id, stage->id))
      g_ptr_array_add (self->shown, dossier->criteria->pdata[i]);

  if (stage == NULL || !is_shown (self, dossier, stage))
    {
      remove_rows (self);
      if (self->expander != NULL)
        adw_expander_row_set_expanded (self->expander, FALSE);
    }
  else if (self->rows->len != self->shown->len)
    {
      remove_rows (self);
    }

  old = self->dossier;
  g_set_object (&self->store, store);
  self->dossier = sc_deal_dossier_ref (dossier);
  g_clear_pointer (&old, sc_deal_dossier_unref);
  g_set_str (&self->stage_id, stage != NULL ? stage->id : NULL);
  g_set_str (&self->version_id, dossier->version->id);

  if (self->expander != NULL && stage != NULL)
    show_title (self, stage->name);
  if (is_open (self))
    show_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown->len > 0);
}

/**
 * sc_deal_checklist_focus_answer:
 * @self: a checklist
 * @criterion_id: an exit criterion
 *
 * Gives the focus to the criterion's answer; what is folded is opened for it.
 *
 * Returns: whether the criterion is among those that it shows
 */
gboolean
sc_deal_checklist_focus_answer (ScDealChecklist *self,
                                const char      *criterion_id)
{
  g_return_val_if_fail (SC_IS_DEAL_CHECKLIST (self), FALSE);

  for (guint i = 0; i < self->shown->len; i++)
    {
      if (!g_str_equal (((ScDealCriterion *) self->shown->pdata[i])->criterion->id, criterion_id))
        continue;

      if (self->expander != NULL)
        adw_expander_row_set_expanded (self->expander, TRUE);
      return gtk_widget_grab_focus (self->rows->pdata[i]);
    }

  return FALSE;
}

/**
 * sc_deal_checklist_commit:
 * @self: a checklist
 *
 * Has what is typed saved.
 */
void
sc_deal_checklist_commit (ScDealChecklist *self)
{
  g_return_if_fail (SC_IS_DEAL_CHECKLIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    sc_question_row_commit (self->rows->pdata[i]);
}
