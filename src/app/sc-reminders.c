/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells of the steps of a database that have a time, when that has come: a notification
 * each, with Done and Open. However many windows and programs of the user have the database
 * open, the one that is first to leave a mark in the user's folder tells of it. */

#include "app/sc-reminders.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "store/sc-change-set.h"
#include "store/sc-store-read.h"

/* Also a machine that has slept tells of what is not long past. */
#define LATE (15 * G_TIME_SPAN_MINUTE)

#define SECONDS_BETWEEN_LOOKS 10

/* A mark of the day before yesterday keeps nobody from anything. */
#define MARK_AGE (2 * G_TIME_SPAN_DAY)

struct _ScReminders
{
  GObject parent_instance;

  GApplication *application; /* unowned: it has the windows */
  GSettings *settings;
  ScStore *store;
  GPtrArray *steps; /* ScTimedStep: of @day, those to come and those just past */
  ScDate day;
  GHashTable *shown; /* ids of the notifications that are on show, to ids of their steps */
  GCancellable *cancellable;
  guint source;
};

enum {
  SIGNAL_REMINDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScReminders, sc_reminders, G_TYPE_OBJECT);

static char *
make_mark (ScReminders       *self,
           const ScTimedStep *step)
{
  g_autofree char *day = sc_date_to_string (step->activity.due);
  g_autofree char *time = sc_day_time_to_string (step->activity.due_time);
  g_autofree char *what = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s %s", sc_store_get_path (self->store),
                                           step->activity.id, day, time);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, what, -1);
}

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "stagecraft", "reminders", NULL);
}

/* Whether nobody has told of it. Where no mark can be left it is told nonetheless. */
static gboolean
take_mark (ScReminders       *self,
           const ScTimedStep *step)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *name = make_mark (self, step);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int file;

  g_mkdir_with_parents (folder, 0700);
  file = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (file >= 0)
    close (file);

  return file >= 0 || errno != EEXIST;
}

static void
clear_marks (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) marks = g_dir_open (folder, 0, NULL);
  const char *name;

  while (marks != NULL && (name = g_dir_read_name (marks)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_stat (path, &status) == 0
          && g_get_real_time () - (gint64) status.st_mtime * G_USEC_PER_SEC > MARK_AGE)
        g_unlink (path);
    }
}

static char *
make_id (ScReminders       *self,
         const ScTimedStep *step)
{
  g_autofree char *mark = make_mark (self, step);

  return g_strconcat ("step-", mark, NULL);
}

static void
notify (ScReminders       *self,
        const ScTimedStep *step)
{
  g_autoptr (GNotification) notification = g_notification_new (step->activity.title);
  g_autofree char *time = sc_day_time_to_text (step->activity.due_time);
  g_autofree char *body = NULL;
  g_autofree char *id = make_id (self, step);
  const char *path = sc_store_get_path (self->store);

  body = step->company != NULL
         /* Translators: a time, a deal, and its company */
         ? g_strdup_printf (C_("reminder", "%1$s · %2$s · %3$s"), time, step->deal_title, step->company)
         /* Translators: a time, and a deal */
         : g_strdup_printf (C_("reminder", "%1$s · %2$s"), time, step->deal_title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.open-deal", "(ssx)", path, step->process_id,
                                                step->activity.deal_id);
  g_notification_add_button_with_target (notification, C_("reminder", "Done"), "app.complete-step", "(sxx)", path,
                                         step->activity.deal_id, step->activity.id);
  g_notification_add_button_with_target (notification, C_("reminder", "Open"), "app.open-deal", "(ssx)", path,
                                         step->process_id, step->activity.deal_id);
  g_application_send_notification (self->application, id, notification);
  g_hash_table_insert (self->shown, g_steal_pointer (&id), g_memdup2 (&step->activity.id, sizeof step->activity.id));
  g_signal_emit (self, signals[SIGNAL_REMINDED], 0, step->activity.title);
}

static gboolean
is_planned (ScReminders *self,
            const char  *id)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      g_autofree char *own = make_id (self, self->steps->pdata[i]);

      if (g_str_equal (own, id))
        return TRUE;
    }

  return FALSE;
}

/* What is done, or put off, needs nobody any more. */
static void
withdraw (ScReminders *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!is_planned (self, id))
      {
        g_application_withdraw_notification (self->application, id);
        g_hash_table_iter_remove (&iter);
      }
}

/* The time of none is longer past than it may be told of. */
static void
remind (ScReminders *self)
{
  ScInstant now = sc_clock_now ();

  if (!g_settings_get_boolean (self->settings, "reminders"))
    return;

  for (guint i = 0; self->steps != NULL && i < self->steps->len; i++)
    {
      const ScTimedStep *step = self->steps->pdata[i];
      ScInstant at = sc_day_time_to_instant (step->activity.due_time, step->activity.due);

      if (at <= now && now - at < LATE && take_mark (self, step))
        notify (self, step);
    }
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ScReminders) self = user_data;
  g_autoptr (GPtrArray) steps = sc_store_read_finish (SC_STORE (source), result, NULL);

  if (steps == NULL || self->store == NULL)
    return;

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  self->steps = g_steal_pointer (&steps);
  withdraw (self);
  remind (self);
}

static gpointer
list_steps (ScStore      *store,
            gpointer      day,
            GCancellable *cancellable,
            GError      **error)
{
  return sc_store_list_timed_steps (store, *(ScDate *) day, sc_store_get_user (store), error);
}

static void
free_steps (gpointer steps)
{
  g_ptr_array_unref (steps);
}

/**
 * sc_reminders_look:
 * @self: reminders
 *
 * Reads the steps of the day anew, and tells of those whose time has come.
 */
void
sc_reminders_look (ScReminders *self)
{
  g_return_if_fail (SC_IS_REMINDERS (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->day = sc_clock_today ();
  sc_store_read_async (self->store, list_steps, g_memdup2 (&self->day, sizeof self->day), g_free, free_steps,
                       self->cancellable, listed_cb, g_object_ref (self));
}

static gboolean
look_cb (gpointer user_data)
{
  ScReminders *self = user_data;

  if (self->day != sc_clock_today ())
    sc_reminders_look (self);
  else
    remind (self);

  return G_SOURCE_CONTINUE;
}

static void
sc_reminders_dispose (GObject *object)
{
  ScReminders *self = SC_REMINDERS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_hash_table_unref);

  G_OBJECT_CLASS (sc_reminders_parent_class)->dispose (object);
}

static void
sc_reminders_class_init (ScRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_reminders_dispose;

  /**
   * ScReminders::reminded:
   *
   * A notification of that step has been sent.
   */
  signals[SIGNAL_REMINDED] =
    g_signal_new ("reminded", SC_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sc_reminders_init (ScReminders *self)
{
  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * sc_reminders_new:
 * @application: the program
 * @settings: the preferences
 * @store: a database
 *
 * Returns: (transfer full): what tells of the user's steps in it, for as long as it is held
 */
ScReminders *
sc_reminders_new (GApplication *application,
                  GSettings    *settings,
                  ScStore      *store)
{
  ScReminders *self = g_object_new (SC_TYPE_REMINDERS, NULL);

  self->application = application;
  self->settings = g_object_ref (settings);
  self->store = g_object_ref (store);
  clear_marks ();
  g_signal_connect_object (store, "changed", G_CALLBACK (sc_reminders_look), self, G_CONNECT_SWAPPED);
  self->source = g_timeout_add_seconds (SECONDS_BETWEEN_LOOKS, look_cb, self);
  sc_reminders_look (self);

  return self;
}
