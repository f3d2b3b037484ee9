/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was answered in stages that a deal has passed, or stood in when it left the board:
 * folded by stage, to be read and to be mended. */

#include "deal/sc-earlier-answers.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-checklist.h"

#define SPACING 6

struct _ScEarlierAnswers
{
  AdwPreferencesGroup parent_instance;

  GtkBox *box;
  GPtrArray *checklists; /* of ScDealChecklist, one a stage */
};

G_DEFINE_FINAL_TYPE (ScEarlierAnswers, sc_earlier_answers, ADW_TYPE_PREFERENCES_GROUP);

static gboolean
has_answers (const ScDealDossier *dossier,
             const ScStage       *stage)
{
  for (guint i = 0; i < dossier->criteria->len; i++)
    {
      const ScDealCriterion *row = dossier->criteria->pdata[i];

      if (row->state != SC_ANSWER_STATE_OPEN && g_str_equal (row->stage->id, stage->id))
        return TRUE;
    }

  return FALSE;
}

/* Where a deal went back, those behind it have answers too. */
static GPtrArray *
list_stages (const ScDealDossier *dossier)
{
  const ScVersion *version = dossier->version;
  GPtrArray *stages = g_ptr_array_new ();
  gboolean is_standing = sc_deal_status_is_standing (dossier->deal->status);
  guint position = 0;
  const ScStage *own = sc_version_find_stage (version, dossier->deal->stage_id, &position);

  for (guint i = 0; i < version->stages->len; i++)
    {
      ScStage *stage = sc_version_get_stage (version, i);
      gboolean is_own = stage == own;
      gboolean is_passed = own != NULL && i < position;

      if (stage->criteria->len > 0 && ((is_own && !is_standing) || is_passed || (!is_own && has_answers (dossier, stage))))
        g_ptr_array_add (stages, stage);
    }

  return stages;
}

static void
add_checklist (ScEarlierAnswers *self)
{
  GtkWidget *checklist = sc_deal_checklist_new_folded ();

  gtk_box_append (self->box, checklist);
  g_ptr_array_add (self->checklists, checklist);
}

static void
sc_earlier_answers_dispose (GObject *object)
{
  ScEarlierAnswers *self = SC_EARLIER_ANSWERS (object);

  g_clear_pointer (&self->checklists, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_earlier_answers_parent_class)->dispose (object);
}

static void
sc_earlier_answers_class_init (ScEarlierAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_earlier_answers_dispose;
}

static void
sc_earlier_answers_init (ScEarlierAnswers *self)
{
  self->checklists = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Answers of Earlier Stages"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->box));
}

/**
 * sc_earlier_answers_show:
 * @self: answers of earlier stages
 * @store: the store
 * @dossier: everything about the deal
 *
 * Shows them; hidden where there are none. What is being typed for the same deal stays.
 */
void
sc_earlier_answers_show (ScEarlierAnswers *self,
                         ScStore          *store,
                         ScDealDossier    *dossier)
{
  g_autoptr (GPtrArray) stages = list_stages (dossier);

  g_return_if_fail (SC_IS_EARLIER_ANSWERS (self));

  while (self->checklists->len < stages->len)
    add_checklist (self);
  for (guint i = 0; i < self->checklists->len; i++)
    sc_deal_checklist_show (self->checklists->pdata[i], store, dossier, i < stages->len ? stages->pdata[i] : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), stages->len > 0);
}

/**
 * sc_earlier_answers_focus_answer:
 * @self: answers of earlier stages
 * @criterion_id: an exit criterion
 *
 * Gives the focus to the criterion's answer.
 *
 * Returns: whether the criterion is among those that it shows
 */
gboolean
sc_earlier_answers_focus_answer (ScEarlierAnswers *self,
                                 const char       *criterion_id)
{
  g_return_val_if_fail (SC_IS_EARLIER_ANSWERS (self), FALSE);

  for (guint i = 0; i < self->checklists->len; i++)
    if (sc_deal_checklist_focus_answer (self->checklists->pdata[i], criterion_id))
      return TRUE;

  return FALSE;
}

/**
 * sc_earlier_answers_commit:
 * @self: answers of earlier stages
 *
 * Has what is typed saved.
 */
void
sc_earlier_answers_commit (ScEarlierAnswers *self)
{
  g_return_if_fail (SC_IS_EARLIER_ANSWERS (self));

  for (guint i = 0; i < self->checklists->len; i++)
    sc_deal_checklist_commit (self->checklists->pdata[i]);
}
