/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has the user called the same in a window's database and in the preferences: in
 * whichever of them they are given another name, or that is taken back, the other
 * follows. */

#include "config.h"

#include "app/sc-user-name.h"

#include <glib/gi18n.h>

#include "change/sc-rename-user.h"
#include "store/sc-change-set.h"
#include "store/sc-store-read.h"
#include "widgets/sc-error-dialog.h"

struct _ScUserName {
  GObject parent_instance;

  GtkWidget *window;
  GSettings *settings;
  ScStore *store;
  /* As the database had it last. */
  char *name;
};

G_DEFINE_FINAL_TYPE (ScUserName, sc_user_name, G_TYPE_OBJECT);

static char *
get_wanted_name (ScUserName *self)
{
  return g_strstrip (g_settings_get_string (self->settings, "user-name"));
}

static void
followed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ScUserName) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  if (outcome == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->window != NULL)
    sc_error_dialog_present (self->window, _("Could Not Record Your Name"), error);
}

/* The name was given in the preferences, of another window perhaps. */
static void
settings_changed_cb (ScUserName *self)
{
  g_autofree char *wanted = get_wanted_name (self);
  g_autofree char *full = wanted[0] != '\0' ? g_strdup (wanted) : sc_store_make_user_name ();
  g_autofree char *known = sc_store_get_user_name (self->store);

  if (!g_str_equal (full, known))
    sc_command_run_async (sc_command_follow_user_name (wanted), self->store, NULL, followed_cb, g_object_ref (self));
}

/* The name was given in the database, or taken back there. */
static void
store_changed_cb (ScStore           *store,
                  const ScChangeSet *changes,
                  ScUserName        *self)
{
  g_autofree char *name = sc_store_get_user_name (store);
  g_autofree char *usual = sc_store_make_user_name ();

  if (!changes->has_names || g_str_equal (name, self->name))
    return;

  g_set_str (&self->name, name);
  g_settings_set_string (self->settings, "user-name", g_str_equal (name, usual) ? "" : name);
}

/* A user whom the database knows under another name has it now; another one is
 * made with this name by their first change. */
static void
suggested_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ScUserName) self = user_data;
  g_autofree char *known_name = sc_store_read_finish (SC_STORE (source), result, NULL);

  if (known_name == NULL || self->store == NULL)
    return;

  g_set_str (&self->name, known_name);
  settings_changed_cb (self);
}

/* The name that the user has. */
static gpointer
suggest_name (ScStore      *store,
              gpointer      name,
              GCancellable *cancellable,
              GError      **error)
{
  return sc_store_suggest_user_name (store, name, error) ? sc_store_get_user_name (store) : NULL;
}

static void
suggest (ScUserName *self)
{
  g_autofree char *name = get_wanted_name (self);

  if (name[0] != '\0')
    sc_store_read_async (self->store, suggest_name, g_steal_pointer (&name), g_free, g_free, NULL, suggested_cb,
                         g_object_ref (self));
}

static void
sc_user_name_dispose (GObject *object)
{
  ScUserName *self = SC_USER_NAME (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->settings);
  g_clear_object (&self->store);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (sc_user_name_parent_class)->dispose (object);
}

static void
sc_user_name_class_init (ScUserNameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_user_name_dispose;
}

static void
sc_user_name_init (ScUserName *self)
{
}

/**
 * sc_user_name_new:
 * @window: the window that says where the name can't be recorded
 * @settings: the preferences
 * @store: the window's database, just opened
 *
 * Returns: (transfer full): what keeps the user's name in the database, for as
 *   long as it is held
 */
ScUserName *
sc_user_name_new (GtkWidget *window,
                  GSettings *settings,
                  ScStore   *store)
{
  ScUserName *self = g_object_new (SC_TYPE_USER_NAME, NULL);

  g_set_weak_pointer (&self->window, window);
  self->settings = g_object_ref (settings);
  self->store = g_object_ref (store);
  self->name = sc_store_get_user_name (store);
  if (sc_store_is_read_only (store))
    return self;

  g_signal_connect_object (settings, "changed::user-name", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_DEFAULT);
  suggest (self);

  return self;
}
