/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has the user called in a window's database what the preferences say. What is
 * written for that waits for others that write, on the store's thread. */

#include "config.h"

#include "app/sc-user-name.h"

#include <glib/gi18n.h>

#include "store/sc-store-read.h"
#include "widgets/sc-error-dialog.h"

struct _ScUserName {
  GObject parent_instance;

  GtkWidget *window;
  GSettings *settings;
  ScStore *store;
};

G_DEFINE_FINAL_TYPE (ScUserName, sc_user_name, G_TYPE_OBJECT);

static void
name_set_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ScUserName) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!sc_store_set_user_name_finish (SC_STORE (source), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && self->window != NULL)
    sc_error_dialog_present (self->window, _("Your Name Can’t Be Recorded"), error);
}

static char *
get_wanted_name (ScUserName *self)
{
  return g_strstrip (g_settings_get_string (self->settings, "user-name"));
}

static void
name_changed_cb (ScUserName *self)
{
  g_autofree char *name = get_wanted_name (self);

  sc_store_set_user_name_async (self->store, name, name_set_cb, g_object_ref (self));
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
  g_autofree char *name = NULL;

  if (known_name == NULL || self->store == NULL)
    return;

  name = get_wanted_name (self);
  if (!g_str_equal (name, known_name))
    name_changed_cb (self);
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
  if (sc_store_is_read_only (store))
    return self;

  g_signal_connect_object (settings, "changed::user-name", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  suggest (self);

  return self;
}
