/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One exit criterion of a deal: a tick, or a question with a field of its type. Whoever
 * shows it saves what is entered, at once or with a move. What is being typed is never
 * replaced by what others answer meanwhile; that they have is shown below it. */

#include "deal/sc-question-row-private.h"

#include <glib/gi18n-lib.h>

#include "model/sc-date-entry.h"
#include "unsaved/sc-field-watch.h"
#include "unsaved/sc-unsaved.h"
#include "widgets/sc-date-calendar.h"

enum {
  SIGNAL_COMMIT,
  SIGNAL_EDITED,
  SIGNAL_ACTIVATED,
  SIGNAL_TAKE_OVER,
  SIGNAL_CONFIRM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void sc_question_row_unsaved_init (ScUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScQuestionRow, sc_question_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_question_row_unsaved_init));

gboolean
sc_question_row_is_tick (ScQuestionRow *self)
{
  return self->criterion == NULL || self->criterion->type == SC_ANSWER_TICK;
}

/* What is chosen, not typed. */
gboolean
sc_question_row_is_chosen (ScQuestionRow *self)
{
  return self->criterion != NULL
         && (self->criterion->type == SC_ANSWER_CHOICE || self->criterion->type == SC_ANSWER_YES_NO);
}

gboolean
sc_question_row_is_not_told (ScQuestionRow *self)
{
  return !sc_question_row_is_tick (self) && gtk_toggle_button_get_active (self->not_told_button);
}

static void
commit (ScQuestionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0);
}

/* What is to be explained is saved with that. */
static gboolean
commit_or_ask (ScQuestionRow *self)
{
  if (sc_question_row_lacks_reason (self) && gtk_widget_get_focus_child (self->note_box) == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->note_area));
      return FALSE;
    }

  commit (self);

  return TRUE;
}

static void
tell_edited (ScQuestionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
area_changed_cb (ScQuestionRow *self)
{
  if (self->criterion == NULL)
    return;

  sc_question_row_update_problem (self);
  sc_question_row_update_visible (self);
  if (!self->is_filling)
    tell_edited (self);
}

static void
note_changed_cb (ScQuestionRow *self)
{
  g_clear_pointer (&self->refused, g_free);
  sc_question_row_update_problem (self);
  if (!self->is_filling)
    tell_edited (self);
}

static void
toggled_cb (ScQuestionRow *self)
{
  if (self->is_filling)
    return;

  tell_edited (self);
  commit (self);
}

static void
selected_cb (ScQuestionRow *self)
{
  toggled_cb (self);
}

static void
not_told_toggled_cb (ScQuestionRow *self)
{
  sc_question_row_update_visible (self);
  if (self->is_filling)
    return;

  tell_edited (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  /* Else once it is told why. */
  if (!sc_question_row_is_not_told (self))
    commit (self);
}

static void
take_date (ScQuestionRow *self,
           const char    *text)
{
  sc_text_area_replace (self->area, text);
  gtk_popover_popdown (self->calendar_popover);
  commit_or_ask (self);
}

static ScDate
get_typed_date (ScQuestionRow *self)
{
  g_autofree char *text = sc_text_area_dup_text (self->area);
  ScDate date;

  return sc_date_entry_parse (text, &date) ? date : SC_DATE_NONE;
}

static void
day_selected_cb (ScQuestionRow *self)
{
  g_autofree char *text = sc_date_entry_new (sc_date_calendar_take (self->calendar));

  if (!self->is_filling)
    take_date (self, text);
}

/* It is much to make, and few rows ask for a day. */
static void
add_calendar (ScQuestionRow *self)
{
  GtkWidget *calendar = gtk_calendar_new ();

  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_box_prepend (self->calendar_box, calendar);
  self->calendar = GTK_CALENDAR (calendar);
}

static void
calendar_visible_cb (ScQuestionRow *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self->calendar_popover)))
    return;

  if (self->calendar == NULL)
    add_calendar (self);

  self->is_filling = TRUE;
  sc_date_calendar_show (get_typed_date (self), self->calendar);
  self->is_filling = FALSE;
}

static void
without_end_cb (ScQuestionRow *self)
{
  take_date (self, C_("answer", "without end"));
}

static void
offer_clicked_cb (ScQuestionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_TAKE_OVER], 0);
}

static void
confirm_clicked_cb (ScQuestionRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CONFIRM], 0);
}

/* Not on the way to where it is told why. */
static void
focus_left_cb (ScQuestionRow      *self,
               GtkEventController *controller)
{
  if (!sc_question_row_lacks_reason (self)
      || gtk_event_controller_get_widget (controller) == sc_text_area_get_view (self->note_area))
    commit (self);
}

static gboolean
is_forward_key (ScQuestionRow *self,
                guint          keyval)
{
  return keyval == (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? GDK_KEY_Left : GDK_KEY_Right);
}

/* Enter is for whoever shows the row, Shift+Enter a new line; a key forward in an empty
 * field takes what is offered. */
static gboolean
key_pressed_cb (ScQuestionRow  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (is_enter && (state & GDK_SHIFT_MASK) == 0)
    {
      if (commit_or_ask (self))
        g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && sc_question_row_is_edited (self))
    {
      sc_question_row_revert (self);
      return GDK_EVENT_STOP;
    }
  if (is_forward_key (self, keyval) && gtk_widget_get_visible (self->offer_button))
    {
      offer_clicked_cb (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* What is being saved, or can't be, is whoever's that saves it. */
static ScSaveState
get_state (ScUnsaved *unsaved)
{
  ScQuestionRow *self = SC_QUESTION_ROW (unsaved);

  if (self->is_committing)
    return SC_SAVE_STATE_SAVING;

  return sc_question_row_is_edited (self) ? SC_SAVE_STATE_UNSAVED : SC_SAVE_STATE_SAVED;
}

static void
commit_unsaved (ScUnsaved *unsaved)
{
  sc_question_row_commit (SC_QUESTION_ROW (unsaved));
}

static void
give_up (ScUnsaved *unsaved)
{
  sc_question_row_revert (SC_QUESTION_ROW (unsaved));
}

static void
sc_question_row_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = get_state;
  iface->commit = commit_unsaved;
  iface->give_up = give_up;
}

static gboolean
sc_question_row_grab_focus (GtkWidget *widget)
{
  ScQuestionRow *self = SC_QUESTION_ROW (widget);

  if (sc_question_row_is_tick (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->check));
  if (sc_question_row_is_not_told (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->note_area));
  if (sc_question_row_is_chosen (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->drop_down));

  return gtk_widget_grab_focus (GTK_WIDGET (self->area));
}

static void
sc_question_row_unmap (GtkWidget *widget)
{
  sc_question_row_commit (SC_QUESTION_ROW (widget));

  GTK_WIDGET_CLASS (sc_question_row_parent_class)->unmap (widget);
}

static void
sc_question_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_QUESTION_ROW);

  G_OBJECT_CLASS (sc_question_row_parent_class)->dispose (object);
}

static void
sc_question_row_finalize (GObject *object)
{
  ScQuestionRow *self = SC_QUESTION_ROW (object);

  g_clear_pointer (&self->criterion, sc_criterion_free);
  g_clear_pointer (&self->answer, sc_answer_free);
  g_clear_pointer (&self->offer, sc_answer_free);
  g_strfreev (self->currencies);
  g_free (self->refused);
  sc_typed_text_clear (&self->typed);
  sc_typed_text_clear (&self->note);

  G_OBJECT_CLASS (sc_question_row_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, SC_TYPE_QUESTION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SC_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, check);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, required_label);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, field_box);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, area);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, drop_down);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, calendar_popover);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, calendar_box);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, without_end_button);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, not_told_button);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, note_box);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, note_area);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, offer_button);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, offer_label);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, ScQuestionRow, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_visible_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_end_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_told_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, offer_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
}

static void
sc_question_row_class_init (ScQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_question_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_question_row_finalize;
  widget_class->grab_focus = sc_question_row_grab_focus;
  widget_class->unmap = sc_question_row_unmap;
  bind_template (widget_class);

  /**
   * ScQuestionRow::commit:
   *
   * What is entered can be saved: sc_question_row_tell() says what it is, if anything.
   */
  signals[SIGNAL_COMMIT] = add_signal ("commit");

  /**
   * ScQuestionRow::edited:
   *
   * A person has entered something else.
   */
  signals[SIGNAL_EDITED] = add_signal ("edited");

  /**
   * ScQuestionRow::activated:
   *
   * Enter was pressed in the field.
   */
  signals[SIGNAL_ACTIVATED] = add_signal ("activated");

  /**
   * ScQuestionRow::take-over:
   *
   * The answer that is offered is wanted.
   */
  signals[SIGNAL_TAKE_OVER] = add_signal ("take-over");

  /**
   * ScQuestionRow::confirm:
   *
   * The answer that was taken over holds for this deal as well.
   */
  signals[SIGNAL_CONFIRM] = add_signal ("confirm");
}

static void
sc_question_row_init (ScQuestionRow *self)
{
  sc_typed_text_init (&self->typed);
  sc_typed_text_init (&self->note);
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Translators: in a question's field while it is empty */
  sc_text_area_set_placeholder (self->area, C_("question", "Answer"));
  sc_field_watch (sc_text_area_get_view (self->area), G_CALLBACK (focus_left_cb), G_CALLBACK (key_pressed_cb), self);
  sc_field_watch (sc_text_area_get_view (self->note_area), G_CALLBACK (focus_left_cb), G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_object (self->area, "changed", G_CALLBACK (area_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note_area, "changed", G_CALLBACK (note_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (sc_text_area_get_view (self->area)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title_label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->caption_label, self->problem_label, NULL,
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->drop_down),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title_label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->caption_label, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (sc_text_area_get_view (self->note_area)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->note_label, NULL, -1);
}

/**
 * sc_question_row_new:
 *
 * Returns: (transfer floating): a row for an exit criterion of a deal
 */
GtkWidget *
sc_question_row_new (void)
{
  return g_object_new (SC_TYPE_QUESTION_ROW, NULL);
}

/**
 * sc_question_row_get_criterion:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it asks
 */
const ScCriterion *
sc_question_row_get_criterion (ScQuestionRow *self)
{
  g_return_val_if_fail (SC_IS_QUESTION_ROW (self), NULL);

  return self->criterion;
}

/**
 * sc_question_row_get_deal_id:
 * @self: a row
 *
 * Returns: the deal that it asks about
 */
gint64
sc_question_row_get_deal_id (ScQuestionRow *self)
{
  g_return_val_if_fail (SC_IS_QUESTION_ROW (self), 0);

  return self->deal_id;
}

/**
 * sc_question_row_get_offer:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the answer that is offered
 */
const ScAnswer *
sc_question_row_get_offer (ScQuestionRow *self)
{
  g_return_val_if_fail (SC_IS_QUESTION_ROW (self), NULL);

  return self->offer;
}

/**
 * sc_question_row_confirm:
 * @self: a row whose answer was taken over
 *
 * Counts it as this deal's own from now on, for sc_question_row_tell().
 */
void
sc_question_row_confirm (ScQuestionRow *self)
{
  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  self->is_confirmed = TRUE;
  sc_question_row_update_visible (self);
  tell_edited (self);
}

/**
 * sc_question_row_commit:
 * @self: a row
 *
 * Has what is typed saved.
 */
void
sc_question_row_commit (ScQuestionRow *self)
{
  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  if (sc_question_row_is_edited (self) && !self->is_committing)
    commit (self);
}

/**
 * sc_question_row_revert:
 * @self: a row
 *
 * Takes back what was typed.
 */
void
sc_question_row_revert (ScQuestionRow *self)
{
  g_return_if_fail (SC_IS_QUESTION_ROW (self));

  self->is_filling = TRUE;
  gtk_toggle_button_set_active (self->not_told_button, self->state == SC_ANSWER_STATE_NOT_TOLD);
  self->is_filling = FALSE;
  sc_text_area_replace (self->note_area, self->note.value);
  sc_text_area_replace (self->area, self->typed.value);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
