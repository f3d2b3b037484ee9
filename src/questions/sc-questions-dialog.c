/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Six questions on one side, the process that follows from the answers on the
 * other. A stage slides in as its answer is given. */

#include "questions/sc-questions-dialog.h"

#include <glib/gi18n-lib.h>

#include "method/sc-proposal.h"
#include "method/sc-question.h"
#include "questions/sc-proposed-stage.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-entry-row.h"

struct _ScQuestionsDialog
{
  AdwDialog parent_instance;

  ScAspects aspects;
  ScVersion *proposal;
  ScCalendar *calendar;
  GtkWidget *groups[SC_N_ASPECTS];
  GtkLabel *remarks[SC_N_ASPECTS]; /* below a question: why it need not be answered, or must */
  gboolean has_led[SC_N_ASPECTS]; /* there, since it was open */
  gboolean is_moot[SC_N_ASPECTS];
  GtkCheckButton *buttons[SC_N_ASPECTS][SC_N_ANSWERS];

  GtkBox *questions_box;
  AdwEntryRow *name_row;
  AdwComboRow *language_row;
  GtkWidget *naming_group;
  GtkStack *preview_stack;
  GtkLabel *sum_label;
  GtkBox *preview_box;
  GtkWidget *create_button;
};

enum {
  SIGNAL_PROPOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScQuestionsDialog, sc_questions_dialog, ADW_TYPE_DIALOG);

static ScLanguage
get_language (ScQuestionsDialog *self)
{
  return (ScLanguage) adw_combo_row_get_selected (self->language_row);
}

static gboolean
lacks_name (ScQuestionsDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  return gtk_widget_get_visible (GTK_WIDGET (self->name_row)) && *name == '\0';
}

/* The first question that is to be answered yet, or %SC_N_ASPECTS. */
static ScAspect
find_open (ScQuestionsDialog *self)
{
  ScAspect aspect = 0;

  while (aspect < SC_N_ASPECTS && (self->aspects.value[aspect] != SC_ASPECT_UNSET ||
                                   sc_question_get_moot_reason (aspect, &self->aspects) != NULL))
    aspect++;

  return aspect;
}

/* Says at the button what it waits for. */
static void
update_create (ScQuestionsDialog *self)
{
  ScAspect open = find_open (self);
  g_autofree char *text = NULL;

  if (lacks_name (self))
    text = g_strdup (_("The process has no name yet"));
  else if (open < SC_N_ASPECTS)
    /* Translators: %1$u is the question's place of six, %2$s the question. */
    text = g_strdup_printf (_("Question %1$u is open: %2$s"), open + 1, sc_question_get_text (open));

  gtk_widget_set_tooltip_text (self->create_button, text);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->create_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->create_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* Who answers one question does not see what becomes of another below. */
static void
tell_moot (ScQuestionsDialog *self,
           ScAspect           aspect,
           const char        *reason)
{
  g_autofree char *text = NULL;

  if (self->is_moot[aspect] == (reason != NULL))
    return;

  self->is_moot[aspect] = reason != NULL;
  if (reason != NULL)
    /* Translators: %1$u is the question's place of six, %2$s a sentence. */
    text = g_strdup_printf (_("Question %1$u: %2$s"), aspect + 1, reason);
  else
    /* Translators: %1$u is the question's place of six, %2$s the question. */
    text = g_strdup_printf (_("Question %1$u is to be answered: %2$s"), aspect + 1, sc_question_get_text (aspect));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* A question that makes no difference stays where it is. */
static void
show_questions (ScQuestionsDialog *self)
{
  for (ScAspect i = 0; i < SC_N_ASPECTS; i++)
    {
      const char *reason = sc_question_get_moot_reason (i, &self->aspects);
      gboolean is_open = reason == NULL && self->has_led[i] && self->aspects.value[i] == SC_ASPECT_UNSET;

      tell_moot (self, i, reason);
      gtk_widget_set_sensitive (self->groups[i], reason == NULL);
      gtk_widget_set_visible (GTK_WIDGET (self->remarks[i]), reason != NULL || is_open);
      gtk_label_set_label (self->remarks[i], reason != NULL ? reason : _("This question is still open."));
      gtk_widget_remove_css_class (GTK_WIDGET (self->remarks[i]), is_open ? "dimmed" : "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->remarks[i]), is_open ? "error" : "dimmed");
    }
}

/* To what is open: it says so there, and has the focus. */
static gboolean
lead_to_open (ScQuestionsDialog *self)
{
  ScAspect open = find_open (self);

  if (lacks_name (self))
    {
      sc_entry_row_tell (self->name_row, _("Name"), _("The process has no name yet"));
      gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
      return TRUE;
    }
  if (open == SC_N_ASPECTS)
    return FALSE;

  self->has_led[open] = TRUE;
  show_questions (self);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (GTK_WIDGET (self->buttons[open][0]), ADW_TYPE_ACTION_ROW));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_widget_get_tooltip_text (self->create_button),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);

  return TRUE;
}

static ScProposedStage *
find_preview (ScQuestionsDialog *self,
              ScKindSet          kinds)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->preview_box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (sc_proposed_stage_get_kinds (SC_PROPOSED_STAGE (child)) == kinds &&
        sc_proposed_stage_is_shown (SC_PROPOSED_STAGE (child)))
      return SC_PROPOSED_STAGE (child);

  return NULL;
}

static gboolean
is_proposed (ScVersion *proposal,
             ScKindSet  kinds)
{
  for (guint i = 0; i < proposal->stages->len; i++)
    if (sc_version_get_stage (proposal, i)->kinds == kinds)
      return TRUE;

  return FALSE;
}

static void
hide_what_is_gone (ScQuestionsDialog *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->preview_box));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!is_proposed (self->proposal, sc_proposed_stage_get_kinds (SC_PROPOSED_STAGE (child))))
        sc_proposed_stage_leave (SC_PROPOSED_STAGE (child));
      child = next;
    }
}

static void
show_stages (ScQuestionsDialog *self)
{
  GtkWidget *before = NULL;

  hide_what_is_gone (self);
  for (guint i = 0; i < self->proposal->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->proposal, i);
      ScProposedStage *row = find_preview (self, stage->kinds);

      if (row == NULL)
        {
          row = sc_proposed_stage_new (stage->kinds);
          gtk_box_append (self->preview_box, GTK_WIDGET (row));
        }

      gtk_box_reorder_child_after (self->preview_box, GTK_WIDGET (row), before);
      sc_proposed_stage_show (row, self->proposal, i);
      before = GTK_WIDGET (row);
    }
}

static void
show_sum (ScQuestionsDialog *self)
{
  guint n_stages = self->proposal->stages->len;
  g_autofree char *time = sc_duration_to_text (sc_version_get_cycle_time (self->proposal), self->proposal->calendar);
  g_autofree char *text = NULL;

  /* Translators: the second is a time, such as “55 working days”. */
  text = g_strdup_printf (ngettext ("%1$u stage, %2$s to the client", "%1$u stages, %2$s to the client", n_stages),
                          n_stages, time);
  gtk_label_set_label (self->sum_label, text);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
is_any_answered (ScQuestionsDialog *self)
{
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    if (self->aspects.value[i] != SC_ASPECT_UNSET)
      return TRUE;

  return FALSE;
}

static void
update_proposal (ScQuestionsDialog *self)
{
  g_clear_pointer (&self->proposal, sc_version_unref);
  self->proposal = sc_proposal_new_by (self->calendar, &self->aspects, get_language (self));

  show_questions (self);
  gtk_stack_set_visible_child_name (self->preview_stack, is_any_answered (self) ? "scheme" : "empty");
  if (is_any_answered (self))
    {
      show_stages (self);
      show_sum (self);
    }
  update_create (self);
}

/* The row, which has the focus, tells what its button shows. */
static void
tell_checked (GtkCheckButton *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), ADW_TYPE_ACTION_ROW);

  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_check_button_get_active (button) ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                    : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
answered_cb (GtkCheckButton    *button,
             GParamSpec        *pspec,
             ScQuestionsDialog *self)
{
  tell_checked (button);
  if (!gtk_check_button_get_active (button))
    return;

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    for (guint j = 0; j < SC_N_ANSWERS; j++)
      if (self->buttons[i][j] == button)
        self->aspects.value[i] = (guint8) sc_question_get_answer (i, j);

  update_proposal (self);
}

static void
name_changed_cb (AdwEntryRow       *row,
                 ScQuestionsDialog *self)
{
  sc_entry_row_tell (row, _("Name"), NULL);
  update_create (self);
}

static void
language_changed_cb (AdwComboRow       *row,
                     GParamSpec        *pspec,
                     ScQuestionsDialog *self)
{
  if (self->groups[0] != NULL)
    update_proposal (self);
}

static void
create_clicked_cb (GtkButton         *button,
                   ScQuestionsDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  if (lead_to_open (self))
    return;

  g_signal_emit (self, signals[SIGNAL_PROPOSED], 0, name, self->proposal);
}

static GtkWidget *
make_answer (ScQuestionsDialog *self,
             ScAspect           aspect,
             guint              index)
{
  guint value = sc_question_get_answer (aspect, index);
  /* The row, which has the focus, is the radio button for those who hear it. */
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *button = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->buttons[aspect][index] = GTK_CHECK_BUTTON (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Its row has the focus: one stop for each answer. */
  gtk_widget_set_can_focus (button, FALSE);
  if (index > 0)
    gtk_check_button_set_group (self->buttons[aspect][index], self->buttons[aspect][0]);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (answered_cb), self, G_CONNECT_DEFAULT);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sc_question_get_answer_text (aspect, value));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sc_question_get_answer_example (aspect, value));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  tell_checked (self->buttons[aspect][index]);

  return row;
}

/* A group's own title does not wrap. */
static GtkWidget *
make_title (ScAspect aspect)
{
  GtkWidget *label = gtk_label_new (sc_question_get_text (aspect));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkWidget *
make_question (ScQuestionsDialog *self,
               ScAspect           aspect)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = make_title (aspect);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *remark = gtk_label_new (NULL);

  self->groups[aspect] = group;
  self->remarks[aspect] = GTK_LABEL (remark);
  gtk_label_set_wrap (GTK_LABEL (remark), TRUE);
  gtk_label_set_xalign (GTK_LABEL (remark), 0);
  for (guint i = 0; i < SC_N_ANSWERS; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_answer (self, aspect, i));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, remark, NULL, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), remark);
  gtk_box_append (GTK_BOX (box), group);

  return box;
}

static void
add_questions (ScQuestionsDialog *self)
{
  GtkWidget *foot = gtk_label_new (sc_question_get_foot ());

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    {
      gtk_box_append (self->questions_box, make_question (self, i));
    }

  gtk_label_set_wrap (GTK_LABEL (foot), TRUE);
  gtk_label_set_xalign (GTK_LABEL (foot), 0);
  gtk_widget_add_css_class (foot, "dimmed");
  gtk_box_append (self->questions_box, foot);
}

static void
sc_questions_dialog_dispose (GObject *object)
{
  ScQuestionsDialog *self = SC_QUESTIONS_DIALOG (object);

  g_clear_pointer (&self->proposal, sc_version_unref);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_QUESTIONS_DIALOG);

  G_OBJECT_CLASS (sc_questions_dialog_parent_class)->dispose (object);
}

static void
sc_questions_dialog_class_init (ScQuestionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_questions_dialog_dispose;

  /**
   * ScQuestionsDialog::proposed:
   * @self: a dialog
   * @name: what the process is to be called
   * @version: (type ScVersion): what follows from the answers
   *
   * The user takes the proposal. The dialog stays until it is closed.
   */
  signals[SIGNAL_PROPOSED] =
    g_signal_new ("proposed", SC_TYPE_QUESTIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/questions/sc-questions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScQuestionsDialog, questions_box);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionsDialog, naming_group);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionsDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionsDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionsDialog, preview_stack);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionsDialog, sum_label);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionsDialog, preview_box);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionsDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
}

static void
sc_questions_dialog_init (ScQuestionsDialog *self)
{
  self->calendar = sc_calendar_ref (sc_calendar_get_standard ());
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_dialog_guard_add (ADW_DIALOG (self));
  adw_combo_row_set_selected (self->language_row, sc_language_get_default ());
  add_questions (self);
  update_proposal (self);
}

static void
show_answers (ScQuestionsDialog *self,
              const ScAspects   *aspects)
{
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    for (guint j = 0; j < SC_N_ANSWERS; j++)
      if (sc_question_get_answer (i, j) == aspects->value[i])
        gtk_check_button_set_active (self->buttons[i][j], TRUE);
}

/**
 * sc_questions_dialog_new:
 * @name: (nullable): a name for the process; %NULL where it has one, so that
 *   neither name nor language are asked for
 * @aspects: (nullable): answers that are known
 * @language: the language of the process's texts
 * @calendar: the working calendar of the database that it is for
 *
 * Returns: (transfer floating): a dialog that asks the method's six questions
 */
ScQuestionsDialog *
sc_questions_dialog_new (const char      *name,
                         const ScAspects *aspects,
                         ScLanguage       language,
                         ScCalendar      *calendar)
{
  ScQuestionsDialog *self = g_object_new (SC_TYPE_QUESTIONS_DIALOG, NULL);

  sc_calendar_unref (self->calendar);
  self->calendar = sc_calendar_ref (calendar);
  adw_combo_row_set_selected (self->language_row, language);
  gtk_widget_set_visible (self->naming_group, name != NULL);
  if (name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  else
    {
      gtk_widget_set_visible (GTK_WIDGET (self->name_row), FALSE);
      adw_dialog_set_title (ADW_DIALOG (self), _("Six Questions"));
      gtk_button_set_label (GTK_BUTTON (self->create_button), _("_Use These Stages"));
    }
  if (aspects != NULL)
    show_answers (self, aspects);
  update_create (self);

  return self;
}

/**
 * sc_questions_dialog_refuse_name:
 * @self: a dialog
 * @message: why the process can't have the name
 *
 * Says it at the name, which stays as it was typed.
 */
void
sc_questions_dialog_refuse_name (ScQuestionsDialog *self,
                                 const char        *message)
{
  g_return_if_fail (SC_IS_QUESTIONS_DIALOG (self));

  sc_entry_row_tell (self->name_row, _("Name"), message);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
