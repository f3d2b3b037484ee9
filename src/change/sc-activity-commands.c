/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds, changes, completes and removes steps of deals. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "store/sc-deal-write.h"

typedef struct {
  char *process_id;
  ScActivity *before; /* NULL for one that is new */
  ScActivity *after;
} ChangeActivity;

static void
change_activity_free (gpointer data)
{
  ChangeActivity *self = data;

  g_free (self->process_id);
  g_clear_pointer (&self->before, sc_activity_free);
  g_clear_pointer (&self->after, sc_activity_free);
  g_free (self);
}

static gboolean
check (const ScActivity *activity,
       GError          **error)
{
  if (activity->title != NULL && activity->title[strspn (activity->title, " \t\r\n")] != '\0' &&
      g_utf8_validate (activity->title, -1, NULL))
    return TRUE;

  g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("A next step needs words. Type what is to be done."));

  return FALSE;
}

static ScValues *
make_values (const ScActivity *activity)
{
  ScValues *values = sc_values_new ();
  g_autofree char *due = sc_date_to_string (activity->due);
  /* A time is one of a day. */
  g_autofree char *due_time = activity->due != SC_DATE_NONE ? sc_day_time_to_string (activity->due_time) : NULL;

  sc_values_set_text (values, "title", activity->title);
  sc_values_set_text (values, "due", due);
  sc_values_set_text (values, "due_time", due_time);
  if (activity->done_at != 0)
    sc_values_set_int (values, "done_at", activity->done_at);
  else
    sc_values_set_null (values, "done_at");
  sc_values_set_text (values, "result", activity->result);

  return values;
}

static gint64
insert (ScWrite          *write,
        gint64            deal_id,
        char            **process_id,
        const ScActivity *activity,
        GError          **error)
{
  g_autoptr (ScDeal) deal = sc_deal_change_find_one_of (write, deal_id, process_id, error);
  g_autoptr (ScValues) values = NULL;
  gint64 id;

  if (deal == NULL || !check (activity, error))
    return 0;

  values = make_values (activity);
  sc_values_set_int (values, "deal_id", deal->id);
  sc_values_set_int (values, "user_id", sc_write_get_user (write));
  id = sc_write_insert (write, "activity", values, error);

  return id != 0 && sc_write_event (write, deal->id, 0, "activity", NULL, activity->title, NULL, error) ? id : 0;
}

static gboolean
run_add (gpointer   data,
         ScWrite   *write,
         ScOutcome *outcome,
         GError   **error)
{
  ChangeActivity *self = data;

  outcome->row_id = insert (write, self->after->deal_id, &self->process_id, self->after, error);

  return outcome->row_id != 0;
}

gboolean
sc_deal_change_plan_next_step (ScWrite      *write,
                               const ScDeal *deal,
                               gint64        deal_id,
                               GError      **error)
{
  ScActivity step = { .title = deal->next_step, .due = deal->next_step_due, .due_time = deal->next_step_time };
  g_autofree char *process_id = g_strdup (deal->process_id);

  return deal->next_step == NULL || insert (write, deal_id, &process_id, &step, error) != 0;
}

/**
 * sc_command_add_activity:
 * @deal: a deal
 * @title: what is to be done
 * @due: by when, may be none
 *
 * As sc_command_add_activity_at(), without a time.
 *
 * Returns: (transfer full): a command that plans something for the deal
 */
ScCommand *
sc_command_add_activity (const ScDeal *deal,
                         const char   *title,
                         ScDate        due)
{
  return sc_command_add_activity_at (deal, title, due, SC_DAY_TIME_NONE);
}

/**
 * sc_command_add_activity_at:
 * @deal: a deal
 * @title: what is to be done
 * @due: by when, may be none
 * @due_time: at what time of that day, may be none
 *
 * Returns: (transfer full): a command that plans something for the deal; the
 *   first that is planned is its next step
 */
ScCommand *
sc_command_add_activity_at (const ScDeal *deal,
                            const char   *title,
                            ScDate        due,
                            ScDayTime     due_time)
{
  ChangeActivity *self = g_new0 (ChangeActivity, 1);

  self->process_id = g_strdup (deal->process_id);
  self->after = sc_activity_copy (&(ScActivity) { .deal_id = deal->id, .title = (char *) title, .due = due, .due_time = due_time });

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, deal->process_id,
                                                g_strdup_printf (C_("undo step", "Plan “%s”"), title),
                                                run_add, self, change_activity_free),
                                deal->id);
}

typedef struct {
  GArray *deal_ids;
  ScActivity step;
} AddActivities;

static void
add_activities_free (gpointer data)
{
  AddActivities *self = data;

  g_array_unref (self->deal_ids);
  g_free (self->step.title);
  g_free (self);
}

static gboolean
run_add_many (gpointer   data,
              ScWrite   *write,
              ScOutcome *outcome,
              GError   **error)
{
  AddActivities *self = data;
  g_autofree char *process_id = NULL;

  for (guint i = 0; i < self->deal_ids->len; i++)
    if (insert (write, g_array_index (self->deal_ids, gint64, i), &process_id, &self->step, error) == 0)
      return FALSE;

  return TRUE;
}

/**
 * sc_command_add_activities:
 * @deal_ids: (array length=n_deals): deals
 * @n_deals: how many
 * @title: what is to be done
 * @due: by when, may be none
 *
 * As sc_command_add_activities_at(), without a time.
 *
 * Returns: (transfer full): a command that plans the same for each of them
 */
ScCommand *
sc_command_add_activities (const gint64 *deal_ids,
                           guint         n_deals,
                           const char   *title,
                           ScDate        due)
{
  return sc_command_add_activities_at (deal_ids, n_deals, title, due, SC_DAY_TIME_NONE);
}

/**
 * sc_command_add_activities_at:
 * @deal_ids: (array length=n_deals): deals
 * @n_deals: how many
 * @title: what is to be done
 * @due: by when, may be none
 * @due_time: at what time of that day, may be none
 *
 * Returns: (transfer full): a command that plans the same for each of them
 */
ScCommand *
sc_command_add_activities_at (const gint64 *deal_ids,
                              guint         n_deals,
                              const char   *title,
                              ScDate        due,
                              ScDayTime     due_time)
{
  AddActivities *self = g_new0 (AddActivities, 1);

  self->deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->deal_ids, deal_ids, n_deals);
  self->step.title = g_strdup (title);
  self->step.due = due;
  self->step.due_time = due_time;

  return sc_command_new (SC_SCOPE_DEALS, NULL, g_strdup_printf (C_("undo step", "Plan “%s”"), title),
                         run_add_many, self, add_activities_free);
}

static gboolean
write_events (ScWrite          *write,
              const ScActivity *before,
              const ScActivity *after,
              GError          **error)
{
  gboolean was_done = before->done_at != 0;
  gboolean is_done = after->done_at != 0;

  if (g_strcmp0 (before->title, after->title) != 0 &&
      !sc_write_event (write, before->deal_id, 0, "activity", before->title, after->title, NULL, error))
    return FALSE;
  if (was_done != is_done &&
      !sc_write_event (write, before->deal_id, 0, "done", was_done ? before->title : NULL,
                       is_done ? after->title : NULL, NULL, error))
    return FALSE;

  return g_strcmp0 (before->result, after->result) == 0
         || sc_write_event (write, before->deal_id, 0, "result", before->result, after->result, NULL, error);
}

/**
 * sc_deal_change_save_step:
 * @write: a write
 * @before: (nullable): a step of a deal as it is, %NULL for one that is new
 * @after: as it is to be
 * @error: why it can't be written
 *
 * Returns: whether the deal has it so
 */
gboolean
sc_deal_change_save_step (ScWrite          *write,
                          const ScActivity *before,
                          const ScActivity *after,
                          GError          **error)
{
  g_autoptr (ScValues) values = NULL;
  g_autofree char *process_id = NULL;

  if (before == NULL)
    return insert (write, after->deal_id, &process_id, after, error) != 0;
  if (!check (after, error))
    return FALSE;

  values = make_values (after);

  return sc_write_update (write, "activity", before->id, before->revision, values, error) &&
         write_events (write, before, after, error);
}

static gboolean
run_edit (gpointer   data,
          ScWrite   *write,
          ScOutcome *outcome,
          GError   **error)
{
  ChangeActivity *self = data;

  outcome->row_id = self->before->id;

  return sc_deal_change_check_activity (write, self->before, error)
         && sc_deal_change_save_step (write, self->before, self->after, error);
}

static ScCommand *
new_edit (const ScActivity *before,
          const ScActivity *after,
          char             *name)
{
  ChangeActivity *self = g_new0 (ChangeActivity, 1);

  self->before = sc_activity_copy (before);
  self->after = sc_activity_copy (after);
  self->after->deal_id = before->deal_id;

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, NULL, name, run_edit, self, change_activity_free),
                                before->deal_id);
}

/**
 * sc_command_edit_activity:
 * @before: the activity as it was read
 * @after: as it is to be
 *
 * Returns: (transfer full): a command that changes the activity, unless it has
 *   changed since
 */
ScCommand *
sc_command_edit_activity (const ScActivity *before,
                          const ScActivity *after)
{
  gboolean is_postponed = g_strcmp0 (before->title, after->title) == 0 && (before->due != after->due || before->due_time != after->due_time);

  return new_edit (before, after, is_postponed ? g_strdup_printf (C_("undo step", "Postpone “%s”"), before->title)
                                               : g_strdup_printf (C_("undo step", "Change “%s”"), before->title));
}

/**
 * sc_command_complete_activity:
 * @activity: a planned activity as it was read
 *
 * Returns: (transfer full): a command that notes that it is done
 */
ScCommand *
sc_command_complete_activity (const ScActivity *activity)
{
  ScActivity done = *activity;

  done.done_at = sc_clock_now ();

  return new_edit (activity, &done, g_strdup_printf (C_("undo step", "Do “%s”"), activity->title));
}

/**
 * sc_command_finish_activity:
 * @activity: a planned activity as it was read
 * @result: (nullable): what came of it
 * @next: (nullable): what is to be done next: its title, day and time count
 *
 * Returns: (transfer full): a command that notes that it is done, and what came of it, and
 *   plans what is next
 */
ScCommand *
sc_command_finish_activity (const ScActivity *activity,
                            const char       *result,
                            const ScActivity *next)
{
  g_autofree char *told = g_strstrip (g_strdup (result != NULL ? result : ""));
  ScDeal deal = { .id = activity->deal_id };
  ScActivity done = *activity;
  ScCommand *command;

  done.done_at = sc_clock_now ();
  done.result = *told != '\0' ? told : NULL;
  command = new_edit (activity, &done, g_strdup_printf (C_("undo step", "Do “%s”"), activity->title));

  return next == NULL ? command
                      : sc_command_join (command, sc_command_add_activity_at (&deal, next->title, next->due, next->due_time));
}

static gboolean
run_complete_many (gpointer   data,
                   ScWrite   *write,
                   ScOutcome *outcome,
                   GError   **error)
{
  GPtrArray *changes = data;

  for (guint i = 0; i < changes->len; i++)
    if (!run_edit (changes->pdata[i], write, outcome, error))
      return FALSE;
  outcome->row_id = 0;

  return TRUE;
}

static void
free_changes (gpointer changes)
{
  g_ptr_array_unref (changes);
}

/**
 * sc_command_complete_activities:
 * @activities: (element-type ScActivity): planned activities as they were read
 *
 * Returns: (transfer full): a command that notes of all of them that they are done, unless
 *   one has changed since
 */
ScCommand *
sc_command_complete_activities (GPtrArray *activities)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_activity_free);

  for (guint i = 0; i < activities->len; i++)
    {
      ChangeActivity *change = g_new0 (ChangeActivity, 1);

      change->before = sc_activity_copy (activities->pdata[i]);
      change->after = sc_activity_copy (activities->pdata[i]);
      change->after->done_at = sc_clock_now ();
      g_ptr_array_add (changes, change);
    }

  return sc_command_new (SC_SCOPE_DEALS, NULL,
                         g_strdup_printf (ngettext ("Do %u step", "Do %u steps", activities->len), activities->len),
                         run_complete_many, changes, free_changes);
}

static gboolean
run_remove (gpointer   data,
            ScWrite   *write,
            ScOutcome *outcome,
            GError   **error)
{
  ChangeActivity *self = data;

  outcome->row_id = self->before->id;

  return sc_deal_change_check_activity (write, self->before, error) &&
         sc_write_delete (write, "activity", self->before->id, self->before->revision, error) &&
         sc_write_event (write, self->before->deal_id, 0, "activity", self->before->title, NULL, NULL, error);
}

/**
 * sc_command_remove_activity:
 * @activity: an activity as it was read
 *
 * Returns: (transfer full): a command that removes it, unless it has changed
 *   since
 */
ScCommand *
sc_command_remove_activity (const ScActivity *activity)
{
  ChangeActivity *self = g_new0 (ChangeActivity, 1);

  self->before = sc_activity_copy (activity);

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, NULL,
                                                g_strdup_printf (C_("undo step", "Remove “%s”"), activity->title),
                                                run_remove, self, change_activity_free),
                                activity->deal_id);
}
