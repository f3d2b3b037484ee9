/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for what stages want to be met before deals move on, with a field for each: what is
 * required first, then what is advised. What is required can be passed over for a reason;
 * what is advised and left open is recorded. */

#include "deal/sc-gate-dialog.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "deal/sc-question-row.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-entry-row.h"

/* A criterion that is asked about: once for all deals that have it open, and for each
 * where these answer apart. */
typedef struct {
  ScQuestionRow *row;
  GPtrArray *rows; /* of ScQuestionRow; empty for a single deal */
} Question;

struct _ScGateDialog
{
  AdwAlertDialog parent_instance;

  GPtrArray *deals;
  GPtrArray *questions;
  GtkWidget *content;
  AdwEntryRow *reason_row; /* NULL where nothing is required */
  ScDialogGuard *guard;
};

G_DEFINE_FINAL_TYPE (ScGateDialog, sc_gate_dialog, ADW_TYPE_ALERT_DIALOG);

static void
question_free (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->rows);
  g_free (question);
}

static gboolean
is_met (const Question *question)
{
  if (sc_question_row_is_met (question->row))
    return TRUE;

  for (guint i = 0; i < question->rows->len; i++)
    if (!sc_question_row_is_met (question->rows->pdata[i]))
      return FALSE;

  return question->rows->len > 0;
}

/* The first that holds deals still; its length where there is none. */
static guint
find_held (ScGateDialog *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = self->questions->pdata[i];

      if (sc_question_row_get_criterion (question->row)->is_required && !is_met (question))
        return i;
    }

  return self->questions->len;
}

static gboolean
has_reason (ScGateDialog *self)
{
  g_autofree char *reason = NULL;

  if (self->reason_row == NULL)
    return FALSE;

  reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));

  return *reason != '\0';
}

static gboolean
is_readable (ScQuestionRow *row)
{
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();
  gboolean has_told;

  return sc_question_row_tell (row, answers, &has_told, NULL);
}

/* Whether all that is entered are answers, which are kept where the deal does not move. */
static gboolean
is_kept (ScGateDialog *self)
{
  if (has_reason (self))
    return FALSE;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = self->questions->pdata[i];

      if (!is_readable (question->row))
        return FALSE;
      for (guint j = 0; j < question->rows->len; j++)
        if (!is_readable (question->rows->pdata[j]))
          return FALSE;
    }

  return TRUE;
}

/* Both buttons stay where they are. */
static void
update_responses (ScGateDialog *self)
{
  gboolean is_held = find_held (self) < self->questions->len;
  gboolean passes = !is_held || has_reason (self);

  sc_dialog_guard_set_kept (self->guard, is_kept (self));
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "move", !is_held);
  if (self->reason_row == NULL)
    return;

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "anyway", is_held && passes);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reason_row), is_held);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (self), is_held && passes ? "anyway" : "move");
}

static GPtrArray *
list_rows (ScGateDialog *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = self->questions->pdata[i];

      g_ptr_array_add (rows, question->row);
      for (guint j = 0; j < question->rows->len; j++)
        if (gtk_widget_get_mapped (question->rows->pdata[j]))
          g_ptr_array_add (rows, question->rows->pdata[j]);
    }

  return rows;
}

/* What is ticked leads on to the next. */
static void
row_edited_cb (ScGateDialog  *self,
               ScQuestionRow *row)
{
  g_autoptr (GPtrArray) rows = list_rows (self);
  gboolean is_tick = sc_question_row_get_criterion (row)->type == SC_ANSWER_TICK;
  guint i;

  update_responses (self);
  if (is_tick && sc_question_row_is_met (row) && g_ptr_array_find (rows, row, &i) && i + 1 < rows->len)
    gtk_widget_grab_focus (rows->pdata[i + 1]);
}

/* Moves on where nothing holds any more, else leads to what does. */
static void
go_on (ScGateDialog *self)
{
  guint held = find_held (self);

  if (held == self->questions->len || has_reason (self))
    gtk_widget_activate_default (self->content);
  else
    gtk_widget_grab_focus (GTK_WIDGET (((Question *) self->questions->pdata[held])->row));
}

static void
take_over_cb (ScGateDialog  *self,
              ScQuestionRow *row)
{
  sc_question_row_fill (row, sc_question_row_get_offer (row));
}

static void
confirm_cb (ScGateDialog  *self,
            ScQuestionRow *row)
{
  sc_question_row_confirm (row);
}

static gboolean
key_pressed_cb (ScGateDialog   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!is_enter || !GTK_IS_CHECK_BUTTON (focus))
    return GDK_EVENT_PROPAGATE;

  go_on (self);

  return GDK_EVENT_STOP;
}

/* Where the keyboard stands is seen from the start. */
static void
map_cb (ScGateDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

static void
sc_gate_dialog_dispose (GObject *object)
{
  ScGateDialog *self = SC_GATE_DIALOG (object);

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->deals, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_gate_dialog_parent_class)->dispose (object);
}

static void
sc_gate_dialog_class_init (ScGateDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_gate_dialog_dispose;
}

static void
sc_gate_dialog_init (ScGateDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->content, keys);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (self), self->content);
  adw_alert_dialog_set_prefer_wide_layout (ADW_ALERT_DIALOG (self), TRUE);
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

static GtkWidget *
create_row (ScGateDialog          *self,
            const ScDealCriterion *open,
            const char *const     *currencies)
{
  GtkWidget *row = sc_question_row_new ();

  sc_question_row_set_currencies (SC_QUESTION_ROW (row), currencies);
  sc_question_row_show (SC_QUESTION_ROW (row), open);
  sc_question_row_hide_required (SC_QUESTION_ROW (row));
  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "activated", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "take-over", G_CALLBACK (take_over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "confirm", G_CALLBACK (confirm_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
add_list (ScGateDialog *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_box_append (GTK_BOX (self->content), list);

  return list;
}

static void
add_heading (ScGateDialog *self,
             const char   *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (self->content), label);
}

static const ScDeal *
find_deal (GPtrArray *deals,
           gint64     deal_id)
{
  for (guint i = 0; i < deals->len; i++)
    if (((ScDeal *) deals->pdata[i])->id == deal_id)
      return deals->pdata[i];

  return NULL;
}

/* Answered once for all of them, or one by one. */
static void
add_for_many (ScGateDialog      *self,
              GtkWidget         *list,
              Question          *question,
              GPtrArray         *deals,
              GPtrArray         *same,
              const char *const *currencies)
{
  const ScDealCriterion *first = same->pdata[0];
  const ScDealCriterion for_all = { .stage = first->stage, .criterion = first->criterion };
  GtkWidget *expander = adw_expander_row_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("Open for %u deal", "Open for %u deals", same->len), same->len);

  question->row = SC_QUESTION_ROW (create_row (self, &for_all, currencies));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->row));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), first->stage->name);
  for (guint i = 0; i < same->len; i++)
    {
      const ScDealCriterion *open = same->pdata[i];
      GtkWidget *row = create_row (self, open, currencies);
      const ScDeal *deal = find_deal (deals, open->deal_id);

      sc_question_row_set_title (SC_QUESTION_ROW (row), deal != NULL ? sc_deal_get_title (deal) : "");
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
      g_ptr_array_add (question->rows, row);
    }
  gtk_list_box_append (GTK_LIST_BOX (list), expander);
}

static GPtrArray *
list_same (GPtrArray  *open,
           const char *criterion_id)
{
  GPtrArray *same = g_ptr_array_new ();

  for (guint i = 0; i < open->len; i++)
    if (g_str_equal (((ScDealCriterion *) open->pdata[i])->criterion->id, criterion_id))
      g_ptr_array_add (same, open->pdata[i]);

  return same;
}

static gboolean
has_question (ScGateDialog *self,
              const char   *criterion_id)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (g_str_equal (sc_question_row_get_criterion (((Question *) self->questions->pdata[i])->row)->id, criterion_id))
      return TRUE;

  return FALSE;
}

/* Returns: whether there are any */
static gboolean
add_questions (ScGateDialog      *self,
               const char        *heading,
               GPtrArray         *deals,
               GPtrArray         *open,
               gboolean           is_required,
               const char *const *currencies)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < open->len; i++)
    {
      const ScDealCriterion *one = open->pdata[i];
      g_autoptr (GPtrArray) same = NULL;
      Question *question;

      if (!one->criterion->is_required != !is_required || has_question (self, one->criterion->id))
        continue;
      if (list == NULL)
        {
          add_heading (self, heading);
          list = add_list (self);
        }

      question = g_new0 (Question, 1);
      question->rows = g_ptr_array_new ();
      same = list_same (open, one->criterion->id);
      if (deals->len > 1)
        {
          add_for_many (self, list, question, deals, same, currencies);
        }
      else
        {
          question->row = SC_QUESTION_ROW (create_row (self, one, currencies));
          gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->row));
        }
      g_ptr_array_add (self->questions, question);
    }

  return list != NULL;
}

static void
add_reason (ScGateDialog *self)
{
  GtkWidget *list = add_list (self);

  self->reason_row = ADW_ENTRY_ROW (sc_entry_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->reason_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row), _("Reason to Move Anyway"));
  adw_entry_row_set_max_length (self->reason_row, 500);
  g_signal_connect_object (self->reason_row, "changed", G_CALLBACK (update_responses), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason_row, "entry-activated", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->reason_row));
}

static char *
make_body (GPtrArray *deals,
           GPtrArray *open)
{
  const ScStage *stage = ((ScDealCriterion *) open->pdata[0])->stage;

  if (deals->len > 1)
    return g_strdup_printf (ngettext ("Before %u deal moves on, these criteria must be met. Advised ones left open "
                                      "are recorded.",
                                      "Before %u deals move on, these criteria must be met. Advised ones left open "
                                      "are recorded.", deals->len),
                            deals->len);

  /* Translators: the first %s is a deal, the second a stage */
  return g_strdup_printf (_("Before “%1$s” leaves “%2$s”, these criteria must be met. Advised ones left open are "
                            "recorded."),
                          sc_deal_get_title (deals->pdata[0]), stage->name);
}

static gpointer
copy_deal (gconstpointer deal,
           gpointer      unused)
{
  return sc_deal_ref ((gpointer) deal);
}

/**
 * sc_gate_dialog_new:
 * @deals: (element-type ScDeal): the deals that move on
 * @open: (element-type ScDealCriterion): what is not met for some of them, one at least
 * @currencies: (nullable): those that deals of the process are in, of most deals first
 *
 * Returns: (transfer floating): a dialog with the responses “cancel”, “move” once nothing
 *   required is open, and “anyway”
 */
AdwDialog *
sc_gate_dialog_new (GPtrArray         *deals,
                    GPtrArray         *open,
                    const char *const *currencies)
{
  ScGateDialog *self = g_object_new (SC_TYPE_GATE_DIALOG, NULL);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);
  g_autofree char *body = make_body (deals, open);

  self->deals = g_ptr_array_copy (deals, copy_deal, NULL);
  g_ptr_array_set_free_func (self->deals, (GDestroyNotify) sc_deal_unref);
  adw_alert_dialog_set_heading (dialog, deals->len > 1 ? _("Are the Stages Done?") : _("Is the Stage Done?"));
  adw_alert_dialog_set_body (dialog, body);
  adw_alert_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (add_questions (self, _("Required"), deals, open, TRUE, currencies))
    {
      add_reason (self);
      adw_alert_dialog_add_response (dialog, "anyway", _("Move _Anyway"));
    }
  add_questions (self, _("Advised"), deals, open, FALSE, currencies);
  adw_alert_dialog_add_response (dialog, "move", _("_Move"));
  adw_alert_dialog_set_response_appearance (dialog, "move", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "move");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  update_responses (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (((Question *) self->questions->pdata[0])->row));

  return ADW_DIALOG (self);
}

/**
 * sc_gate_dialog_set_labels:
 * @self: a dialog
 * @done: the button that goes on
 * @anyway: the button that passes over what is required
 *
 * For deals that do not move but leave the board.
 */
void
sc_gate_dialog_set_labels (ScGateDialog *self,
                           const char   *done,
                           const char   *anyway)
{
  g_return_if_fail (SC_IS_GATE_DIALOG (self));

  adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "move", done);
  if (self->reason_row != NULL)
    adw_alert_dialog_set_response_label (ADW_ALERT_DIALOG (self), "anyway", anyway);
}

/* What can't be read is as good as open, which the buttons know. */
static void
tell (ScQuestionRow *row,
      ScGateAnswers *answers)
{
  gboolean has_told;

  sc_question_row_tell (row, answers, &has_told, NULL);
}

/**
 * sc_gate_dialog_create_answers:
 * @self: a dialog that was answered
 *
 * Returns: (transfer full): what was entered, with the reason where there is one; nothing
 *   where a person has said that it may be lost
 */
ScGateAnswers *
sc_gate_dialog_create_answers (ScGateDialog *self)
{
  ScGateAnswers *answers = sc_gate_answers_new ();

  g_return_val_if_fail (SC_IS_GATE_DIALOG (self), NULL);

  for (guint i = 0; !sc_dialog_guard_is_discarded (self->guard) && i < self->questions->len; i++)
    {
      const Question *question = self->questions->pdata[i];

      tell (question->row, answers);
      for (guint j = 0; j < question->rows->len; j++)
        tell (question->rows->pdata[j], answers);
    }
  if (!sc_dialog_guard_is_discarded (self->guard) && find_held (self) < self->questions->len && has_reason (self))
    sc_gate_answers_set_override (answers, gtk_editable_get_text (GTK_EDITABLE (self->reason_row)));

  return answers;
}

/**
 * sc_gate_dialog_create_keep_command:
 * @self: a dialog that was cancelled
 *
 * Returns: (transfer full) (nullable): a command that answers what was answered, while the
 *   deals stay where they are; %NULL where nothing was, or a person lets it be lost
 */
ScCommand *
sc_gate_dialog_create_keep_command (ScGateDialog *self)
{
  g_autoptr (ScGateAnswers) answers = sc_gate_dialog_create_answers (self);
  ScCommand *command = NULL;

  for (guint i = 0; i < self->deals->len && !sc_gate_answers_is_empty (answers); i++)
    {
      ScCommand *answer = sc_command_answer (self->deals->pdata[i], answers);

      command = command != NULL ? sc_command_join (command, answer) : answer;
    }

  return command;
}
