/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A thing to do for a deal: done, postponed, changed, removed. */

#include "deal/sc-step-row.h"

#include <glib/gi18n-lib.h>

#include "change/sc-deal-commands.h"
#include "deal/sc-and-next.h"
#include "deal/sc-step-dialog.h"
#include "model/sc-date-text.h"

struct _ScStepRow
{
  ScTickRow parent_instance;

  GtkCheckButton *done_check;
  GtkWidget *menu_button;

  ScActivity *activity;
};

G_DEFINE_FINAL_TYPE (ScStepRow, sc_step_row, SC_TYPE_TICK_ROW);

static void
set_activity (ScStepRow        *self,
              const ScActivity *activity)
{
  g_clear_pointer (&self->activity, sc_activity_free);
  self->activity = sc_activity_copy (activity);
}

static void
finished_cb (GtkWidget       *origin,
             const ScOutcome *outcome,
             gpointer         row)
{
  g_autoptr (ScTickRow) self = row;

  sc_tick_row_end (self, outcome);
}

/* The group that it is in stays while its rows come anew. */
static void
sc_step_row_ticked (ScTickRow *row,
                    gboolean   is_ticked)
{
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_PREFERENCES_GROUP);

  if (is_ticked && sc_tick_row_begin (row))
    sc_and_next_ask (group, GTK_WIDGET (row), sc_tick_row_get_store (row), SC_STEP_ROW (row)->activity, finished_cb,
                     g_object_ref (row));
}

static gboolean
sc_step_row_is_ticked (ScTickRow *row)
{
  return SC_STEP_ROW (row)->activity->done_at != 0;
}

static void
postpone_activated (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  ScStepRow *self = SC_STEP_ROW (widget);
  ScActivity after = *self->activity;

  after.due = sc_clock_today () + (ScDate) g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10);
  sc_tick_row_run (SC_TICK_ROW (self), sc_command_edit_activity (self->activity, &after), _("Step postponed"));
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        row)
{
  ScStepRow *self = row;
  g_autofree char *title = sc_step_dialog_get_title (SC_STEP_DIALOG (dialog));
  ScActivity after = *self->activity;

  after.title = title;
  after.due = sc_step_dialog_get_due (SC_STEP_DIALOG (dialog));
  after.due_time = sc_step_dialog_get_due_time (SC_STEP_DIALOG (dialog));

  return sc_command_edit_activity (self->activity, &after);
}

static GPtrArray *
sc_step_row_list (ScTickRow *row,
                  ScStore   *store)
{
  return sc_store_list_activities (store, SC_STEP_ROW (row)->activity->deal_id, NULL);
}

static gboolean
sc_step_row_take (ScTickRow    *row,
                  gconstpointer theirs)
{
  ScStepRow *self = SC_STEP_ROW (row);
  const ScActivity *activity = theirs;

  if (activity->id != self->activity->id || activity->done_at != 0)
    return FALSE;

  set_activity (self, activity);

  return TRUE;
}

static void
edit_activated (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  ScStepRow *self = SC_STEP_ROW (widget);
  g_autoptr (ScCalendar) calendar = sc_store_get_calendar (sc_tick_row_get_store (SC_TICK_ROW (self)));
  AdwDialog *dialog = sc_step_dialog_new (calendar);

  sc_step_dialog_set_step (SC_STEP_DIALOG (dialog), self->activity->title, self->activity->due, self->activity->due_time);
  sc_tick_row_ask (SC_TICK_ROW (self), dialog, "add", create_command, sc_step_dialog_ask_again);
}

static void
remove_activated (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  sc_tick_row_run (SC_TICK_ROW (widget), sc_command_remove_activity (SC_STEP_ROW (widget)->activity), _("Step removed"));
}

static char *
describe_done (const ScActivity *activity,
               const char       *day)
{
  if (activity->result == NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_("Done on %s"), day);

  /* Translators: a date, then what came of a step */
  return g_strdup_printf (_("Done on %1$s: %2$s"), day, activity->result);
}

/* When it is due, or was done. */
static void
sc_step_row_show_time (ScTickRow *row)
{
  const ScActivity *activity = SC_STEP_ROW (row)->activity;
  ScDate today = sc_clock_today ();
  gboolean is_done = activity->done_at != 0;
  g_autofree char *day = is_done ? sc_date_to_text (sc_date_from_instant (activity->done_at))
                                 : sc_date_text_due (activity->due, activity->due_time, today);
  g_autofree char *done = is_done ? describe_done (activity, day) : NULL;

  sc_tick_row_set_time (row, is_done ? done : day, !is_done && activity->due != SC_DATE_NONE && activity->due < today);
}

static void
sc_step_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_STEP_ROW);

  G_OBJECT_CLASS (sc_step_row_parent_class)->dispose (object);
}

static void
sc_step_row_finalize (GObject *object)
{
  g_clear_pointer (&SC_STEP_ROW (object)->activity, sc_activity_free);

  G_OBJECT_CLASS (sc_step_row_parent_class)->finalize (object);
}

static void
sc_step_row_class_init (ScStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ScTickRowClass *row_class = SC_TICK_ROW_CLASS (klass);

  row_class->ticked = sc_step_row_ticked;
  row_class->is_ticked = sc_step_row_is_ticked;
  row_class->list = sc_step_row_list;
  row_class->take = sc_step_row_take;
  row_class->show_time = sc_step_row_show_time;
  G_OBJECT_CLASS (klass)->dispose = sc_step_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_step_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScStepRow, done_check);
  gtk_widget_class_bind_template_child (widget_class, ScStepRow, menu_button);
  gtk_widget_class_install_action (widget_class, "step.postpone", "s", postpone_activated);
  gtk_widget_class_install_action (widget_class, "step.edit", NULL, edit_activated);
  gtk_widget_class_install_action (widget_class, "step.remove", NULL, remove_activated);
}

static void
sc_step_row_init (ScStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_tick_row_set_controls (SC_TICK_ROW (self), self->done_check, self->menu_button);
}

/**
 * sc_step_row_new:
 * @store: the store
 * @activity: what is to be done, or was
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
sc_step_row_new (ScStore          *store,
                 const ScActivity *activity)
{
  ScStepRow *self = g_object_new (SC_TYPE_STEP_ROW, NULL);

  set_activity (self, activity);
  sc_tick_row_show (SC_TICK_ROW (self), store, activity->title);
  if (activity->done_at != 0)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->done_check), FALSE);
      gtk_widget_set_visible (self->menu_button, FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (self), "dimmed");
    }
  else
    {
      g_autofree char *name = g_strdup_printf ("step-%" G_GINT64_FORMAT, activity->id);

      gtk_widget_set_name (GTK_WIDGET (self), name);
    }

  return GTK_WIDGET (self);
}
