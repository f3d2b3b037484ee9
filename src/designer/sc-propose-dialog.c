/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks the method's questions of a process that has no stages yet, and fills
 * it with what follows from the answers. */

#include "designer/sc-propose-dialog.h"

#include <glib/gi18n-lib.h>

#include "designer/sc-scheme-edits.h"
#include "method/sc-proposal.h"
#include "method/sc-question.h"

struct _ScProposeDialog
{
  AdwDialog parent_instance;

  ScDesign *design;
  ScAspects aspects;

  AdwPreferencesPage *page;
  GtkWidget *propose_button;
  GtkWidget *groups[SC_N_ASPECTS];
  GtkCheckButton *checks[SC_N_ASPECTS][SC_N_ANSWERS];
};

G_DEFINE_FINAL_TYPE (ScProposeDialog, sc_propose_dialog, ADW_TYPE_DIALOG);

static void
update (ScProposeDialog *self)
{
  gboolean is_complete = TRUE;

  for (ScAspect aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    {
      gboolean is_asked = sc_question_is_asked (aspect, &self->aspects);

      gtk_widget_set_visible (self->groups[aspect], is_asked);
      is_complete &= !is_asked || self->aspects.value[aspect] != SC_ASPECT_UNSET;
    }
  gtk_widget_set_sensitive (self->propose_button, is_complete);
}

static void
answered_cb (ScProposeDialog *self)
{
  for (ScAspect aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    for (guint i = 0; i < SC_N_ANSWERS; i++)
      if (gtk_check_button_get_active (self->checks[aspect][i]))
        self->aspects.value[aspect] = (guint8) sc_question_get_answer (aspect, i);
  update (self);
}

static void
add_question (ScProposeDialog *self,
              ScAspect         aspect)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), sc_question_get_text (aspect));
  for (guint i = 0; i < SC_N_ANSWERS; i++)
    {
      guint value = sc_question_get_answer (aspect, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sc_question_get_answer_text (aspect, value));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sc_question_get_answer_example (aspect, value));
      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), i > 0 ? self->checks[aspect][0] : NULL);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), self->aspects.value[aspect] == value);
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      self->checks[aspect][i] = GTK_CHECK_BUTTON (check);
    }
  self->groups[aspect] = group;
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
}

static void
add_questions (ScProposeDialog *self)
{
  GtkWidget *foot = adw_preferences_group_new ();

  for (ScAspect aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    add_question (self, aspect);
  for (ScAspect aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    for (guint i = 0; i < SC_N_ANSWERS; i++)
      g_signal_connect_swapped (self->checks[aspect][i], "toggled", G_CALLBACK (answered_cb), self);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (foot), sc_question_get_foot ());
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (foot));
  update (self);
}

static void
cancel_cb (ScProposeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
propose_cb (ScProposeDialog *self)
{
  ScVersion *version = sc_design_get_version (self->design);
  g_autoptr (ScVersion) proposal = NULL;

  if (version != NULL)
    {
      proposal = sc_proposal_new (&self->aspects, version->language);
      sc_scheme_fill (self->design, _("Take the proposed stages"), proposal);
    }
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sc_propose_dialog_dispose (GObject *object)
{
  ScProposeDialog *self = SC_PROPOSE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PROPOSE_DIALOG);
  g_clear_object (&self->design);

  G_OBJECT_CLASS (sc_propose_dialog_parent_class)->dispose (object);
}

static void
sc_propose_dialog_class_init (ScProposeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_propose_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/sc-propose-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScProposeDialog, page);
  gtk_widget_class_bind_template_child (widget_class, ScProposeDialog, propose_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, propose_cb);
}

static void
sc_propose_dialog_init (ScProposeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_propose_dialog_present:
 * @parent: a widget of the window
 * @design: what the stages are added to
 *
 * Asks the questions, beginning with the answers that are known.
 */
void
sc_propose_dialog_present (GtkWidget *parent,
                           ScDesign  *design)
{
  ScVersion *version = sc_design_get_version (design);
  ScProposeDialog *self;

  if (version == NULL)
    return;

  self = g_object_new (SC_TYPE_PROPOSE_DIALOG, NULL);
  self->design = g_object_ref (design);
  self->aspects = version->aspects;
  add_questions (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
