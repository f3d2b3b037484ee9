/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks in place, where a step is done, what came of it and what is next. Enter answers,
 * and so does leaving it; Escape lets the question go where nothing was typed, and the step
 * is done all the same.
 * Where it is refused it is back with the reason, and what was typed is still there. */

#include "deal/sc-and-next.h"

#include <glib/gi18n-lib.h>

#include "model/sc-deal-line.h"
#include "unsaved/sc-unsaved.h"
#include "widgets/sc-date-row.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"

struct _ScAndNext
{
  GtkPopover parent_instance;

  GtkLabel *what_label;
  GtkEditable *result_row;
  GtkEditable *next_row;
  ScDateRow *due_row;
  GtkLabel *message;
  GtkWidget *done_button;

  ScStore *store;
  ScActivity *activity;
  ScCalendar *calendar;
  ScOrigin *origin;
  GtkWidget *focus_before;
  ScChangeDone done;
  gpointer user_data;
  gboolean is_asking; /* until it is answered or let go */
  gboolean is_saving;
  gboolean is_given_up; /* while it was being saved */
  gboolean is_let_go;
  gboolean is_day_chosen; /* in the field or by a button, whatever the line says */
  gboolean is_filling;
};

static void sc_and_next_unsaved_init (ScUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScAndNext, sc_and_next, GTK_TYPE_POPOVER,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_and_next_unsaved_init));

static char *
dup_text (GtkEditable *editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (editable)));
}

static gboolean
is_empty (GtkEditable *editable)
{
  g_autofree char *text = dup_text (editable);

  return *text == '\0';
}

static gboolean
is_day_valid (ScAndNext *self)
{
  return sc_field_row_is_valid (SC_FIELD_ROW (self->due_row));
}

/* A day counts where there is something to do. */
static gboolean
can_answer (ScAndNext *self)
{
  return is_empty (self->next_row) || is_day_valid (self);
}

static void
show_day (ScAndNext *self,
          ScDate     due,
          ScDayTime  time)
{
  self->is_filling = TRUE;
  sc_date_row_set_due (self->due_row, due, time);
  sc_field_row_revert (SC_FIELD_ROW (self->due_row));
  self->is_filling = FALSE;
}

static void
offer_day (ScAndNext *self)
{
  show_day (self, sc_calendar_to_working_day (self->calendar, sc_clock_today () + 1), SC_DAY_TIME_NONE);
}

static void
update (ScAndNext *self)
{
  gtk_widget_set_sensitive (self->done_button, can_answer (self));
}

/* “Call back fri 11:00”: the day that is read stands in its field as it is typed. */
static void
next_changed_cb (ScAndNext *self)
{
  g_autofree char *text = NULL;
  g_autofree char *step = NULL;
  ScDayTime time;
  ScDate due;

  if (self->calendar == NULL)
    return;

  text = dup_text (self->next_row);
  if (!self->is_day_chosen && sc_deal_line_read_step (text, &step, &due, &time))
    show_day (self, due, time);
  else if (!self->is_day_chosen)
    offer_day (self);
  update (self);
}

static void
due_changed_cb (ScAndNext *self)
{
  if (self->calendar == NULL || self->is_filling)
    return;

  self->is_day_chosen = TRUE;
  update (self);
}

/* A time that is typed already is one of the day that is chosen. */
static void
take_day (ScAndNext *self,
          ScDate     due)
{
  self->is_day_chosen = TRUE;
  show_day (self, sc_calendar_to_working_day (self->calendar, due), sc_date_row_get_time (self->due_row));
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->next_row));
}

static void
tomorrow_clicked_cb (ScAndNext *self)
{
  take_day (self, sc_clock_today () + 1);
}

static void
in_three_days_clicked_cb (ScAndNext *self)
{
  take_day (self, sc_clock_today () + 3);
}

static void
in_a_week_clicked_cb (ScAndNext *self)
{
  take_day (self, sc_clock_today () + 7);
}

/* Where nobody could ask again, a day that can't be read stays with the words. */
static char *
dup_next (ScAndNext *self)
{
  g_autofree char *text = dup_text (self->next_row);
  g_autofree char *step = NULL;
  ScDayTime time;
  ScDate due;

  if (*text == '\0' || self->is_let_go)
    return NULL;
  if (!is_day_valid (self))
    return g_strdup_printf ("%s %s", text, gtk_editable_get_text (GTK_EDITABLE (self->due_row)));

  return sc_deal_line_read_step (text, &step, &due, &time) ? g_steal_pointer (&step) : g_steal_pointer (&text);
}

static ScCommand *
create_command (ScAndNext *self)
{
  g_autofree char *title = dup_next (self);
  const ScActivity next = { .title = title, .due = sc_date_row_get_date (self->due_row),
                            .due_time = sc_date_row_get_time (self->due_row) };

  return sc_command_finish_activity (self->activity, self->is_let_go ? NULL : gtk_editable_get_text (self->result_row),
                                     title != NULL ? &next : NULL);
}

static void
tell (ScAndNext  *self,
      const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* However it ended, who asked hears of it once. */
static void
end (ScAndNext       *self,
     const ScOutcome *outcome)
{
  ScChangeDone done = g_steal_pointer (&self->done);
  /* It keeps what this is inside of. */
  g_autoptr (ScOrigin) origin = g_steal_pointer (&self->origin);

  self->is_asking = FALSE;
  self->is_saving = FALSE;
  if (done != NULL)
    done (sc_origin_get_widget (origin), outcome, self->user_data);
  sc_unsaved_settled (SC_UNSAVED (self));
}

/* What others have made of the step meanwhile is what the next try starts from: the person
 * has been told. */
static gboolean
take_theirs (ScAndNext *self)
{
  g_autoptr (GPtrArray) steps = sc_store_list_activities (self->store, self->activity->deal_id, NULL);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const ScActivity *step = steps->pdata[i];

      if (step->id == self->activity->id && step->done_at == 0)
        {
          sc_activity_free (self->activity);
          self->activity = sc_activity_copy (step);
          return TRUE;
        }
    }

  return FALSE;
}

static void
reveal (ScAndNext *self)
{
  self->is_asking = TRUE;
  self->is_let_go = FALSE;
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->result_row));
}

static gboolean
can_ask_again (ScAndNext *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return !self->is_let_go && parent != NULL && gtk_widget_get_mapped (parent)
         && (!is_empty (self->result_row) || !is_empty (self->next_row));
}

static void
refuse (ScAndNext    *self,
        const GError *error)
{
  gboolean is_theirs = g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT) && take_theirs (self);

  if (can_ask_again (self))
    {
      tell (self, is_theirs ? sc_conflict_get_advice () : error->message);
      reveal (self);
      return;
    }

  sc_error_dialog_present (sc_origin_find_parent (self->origin), _("The Change Was Not Saved"), error);
  end (self, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ScAndNext) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  g_autofree char *message = NULL;

  /* Who asked has been told, and is gone. */
  if (self->is_given_up)
    {
      self->is_given_up = FALSE;
      return;
    }

  self->is_saving = FALSE;
  if (outcome == NULL)
    {
      refuse (self, error);
      return;
    }

  /* Translators: what was to be done, such as “Call Anna” */
  message = g_strdup_printf (_("“%s” done"), self->activity->title);
  if (outcome->change_id != 0)
    sc_toast_show_undo (sc_origin_get_widget (self->origin), message, self->store, outcome->change_id);
  end (self, outcome);
}

static void
save (ScAndNext *self)
{
  self->is_asking = FALSE;
  self->is_saving = TRUE;
  tell (self, NULL);
  sc_command_run_async (create_command (self), self->store, NULL, saved_cb, g_object_ref (self));
}

static void
restore_focus (ScAndNext *self)
{
  if (self->focus_before != NULL && gtk_widget_get_mapped (self->focus_before))
    gtk_widget_grab_focus (self->focus_before);
}

/* What it was opened from has the focus again, not the first thing around it, as GTK has
 * it last. */
static void
pop_down (ScAndNext *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  restore_focus (self);
}

static void
activated_cb (ScAndNext *self)
{
  if (can_answer (self))
    pop_down (self);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->due_row));
}

/* What was refused is given up, and nothing is done; else only the question is, and what was
 * typed is kept. */
static void
let_go (ScAndNext *self)
{
  gboolean is_refused = gtk_widget_get_visible (GTK_WIDGET (self->message));

  self->is_let_go = is_refused || (is_empty (self->result_row) && is_empty (self->next_row));
  self->is_asking = !is_refused;
  pop_down (self);
  if (is_refused)
    end (self, NULL);
}

static gboolean
key_pressed_cb (ScAndNext      *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  let_go (self);

  return GDK_EVENT_STOP;
}

/* Closed by whatever. */
static void
sc_and_next_unmap (GtkWidget *widget)
{
  ScAndNext *self = SC_AND_NEXT (widget);

  GTK_WIDGET_CLASS (sc_and_next_parent_class)->unmap (widget);

  restore_focus (self);
  if (self->is_asking)
    save (self);
}

static ScSaveState
get_state (ScUnsaved *unsaved)
{
  ScAndNext *self = SC_AND_NEXT (unsaved);

  if (self->is_saving)
    return SC_SAVE_STATE_SAVING;

  return self->is_asking ? SC_SAVE_STATE_UNSAVED : SC_SAVE_STATE_SAVED;
}

static char *
describe (ScUnsaved *unsaved)
{
  /* Translators: what was to be done, such as “Call Anna” */
  return g_strdup_printf (_("“%s” done"), SC_AND_NEXT (unsaved)->activity->title);
}

static void
commit (ScUnsaved *unsaved)
{
  ScAndNext *self = SC_AND_NEXT (unsaved);

  if (self->is_asking && !gtk_widget_get_visible (GTK_WIDGET (self->message)))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
give_up (ScUnsaved *unsaved)
{
  ScAndNext *self = SC_AND_NEXT (unsaved);

  self->is_asking = FALSE;
  self->is_given_up = self->is_saving;
  gtk_popover_popdown (GTK_POPOVER (self));
  end (self, NULL);
}

static void
reveal_unsaved (ScUnsaved *unsaved)
{
  reveal (SC_AND_NEXT (unsaved));
}

static void
sc_and_next_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = get_state;
  iface->describe = describe;
  iface->commit = commit;
  iface->give_up = give_up;
  iface->reveal = reveal_unsaved;
}

static void
sc_and_next_dispose (GObject *object)
{
  ScAndNext *self = SC_AND_NEXT (object);

  g_clear_weak_pointer (&self->focus_before);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_AND_NEXT);

  G_OBJECT_CLASS (sc_and_next_parent_class)->dispose (object);
}

static void
sc_and_next_finalize (GObject *object)
{
  ScAndNext *self = SC_AND_NEXT (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->activity, sc_activity_free);
  g_clear_pointer (&self->origin, sc_origin_free);

  G_OBJECT_CLASS (sc_and_next_parent_class)->finalize (object);
}

static void
sc_and_next_class_init (ScAndNextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_and_next_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_and_next_finalize;
  widget_class->unmap = sc_and_next_unmap;

  g_type_ensure (SC_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/stagecraft/Stagecraft/deal/sc-and-next.ui");
  gtk_widget_class_bind_template_child (widget_class, ScAndNext, what_label);
  gtk_widget_class_bind_template_child (widget_class, ScAndNext, result_row);
  gtk_widget_class_bind_template_child (widget_class, ScAndNext, next_row);
  gtk_widget_class_bind_template_child (widget_class, ScAndNext, due_row);
  gtk_widget_class_bind_template_child (widget_class, ScAndNext, message);
  gtk_widget_class_bind_template_child (widget_class, ScAndNext, done_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tomorrow_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_three_days_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_a_week_clicked_cb);
}

static void
sc_and_next_init (ScAndNext *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  sc_date_row_take_time (self->due_row);
  sc_date_row_expect_future (self->due_row, TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
point_to (ScAndNext *self,
          GtkWidget *parent,
          GtkWidget *anchor)
{
  graphene_rect_t bounds;

  if (anchor == NULL || !gtk_widget_compute_bounds (anchor, parent, &bounds))
    bounds = GRAPHENE_RECT_INIT ((float) gtk_widget_get_width (parent) / 2, 64, 1, 1);

  gtk_popover_set_pointing_to (GTK_POPOVER (self),
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width, (int) bounds.size.height });
}

static ScAndNext *
create_in (GtkWidget *parent)
{
  ScAndNext *self = g_object_new (SC_TYPE_AND_NEXT, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_widget_unparent), self, G_CONNECT_SWAPPED);

  return self;
}

/* One that has its answer is asked again. */
static ScAndNext *
find_free_in (GtkWidget *parent)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (SC_IS_AND_NEXT (child) && !SC_AND_NEXT (child)->is_asking && !SC_AND_NEXT (child)->is_saving
        && !SC_AND_NEXT (child)->is_given_up)
      return SC_AND_NEXT (child);

  return create_in (parent);
}

static void
begin (ScAndNext        *self,
       ScStore          *store,
       const ScActivity *activity)
{
  /* Translators: what was to be done, such as “Call Anna” */
  g_autofree char *what = g_strdup_printf (_("“%s” done"), activity->title);

  g_clear_pointer (&self->calendar, sc_calendar_unref);
  g_clear_pointer (&self->activity, sc_activity_free);
  gtk_editable_set_text (self->result_row, "");
  gtk_editable_set_text (self->next_row, "");
  tell (self, NULL);
  gtk_label_set_label (self->what_label, what);

  g_set_object (&self->store, store);
  self->activity = sc_activity_copy (activity);
  self->calendar = sc_store_get_calendar (store);
  self->is_day_chosen = FALSE;
  offer_day (self);
  update (self);
}

/**
 * sc_and_next_ask:
 * @parent: a widget with a layout manager, that stays whatever is shown in it
 * @anchor: (nullable): what is pointed to, within @parent
 * @store: the store
 * @activity: a planned step that is done
 * @done: (nullable): called once, when the step is saved as done, or is not to be
 * @user_data: for @done
 *
 * Asks what came of a step, and what is next and when, and saves all of it in one change:
 * the day that is offered is the next working day.
 */
void
sc_and_next_ask (GtkWidget        *parent,
                 GtkWidget        *anchor,
                 ScStore          *store,
                 const ScActivity *activity,
                 ScChangeDone      done,
                 gpointer          user_data)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  ScAndNext *self = find_free_in (parent);

  g_return_if_fail (SC_IS_STORE (store));

  begin (self, store, activity);
  g_clear_pointer (&self->origin, sc_origin_free);
  self->origin = sc_origin_new (parent);
  self->done = done;
  self->user_data = user_data;
  g_set_weak_pointer (&self->focus_before, root != NULL ? gtk_root_get_focus (root) : NULL);
  point_to (self, parent, anchor);
  reveal (self);

  /* Where nothing is on show, nobody can be asked. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    save (self);
}
