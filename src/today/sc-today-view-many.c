/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Does something with many things of a group of Today at once: all that there is of the
 * group is read, whether it is shown or not, and asked about. */

#include "today/sc-today-view-private.h"

#include <glib/gi18n-lib.h>

#include "store/sc-store-read.h"
#include "today/sc-many-dialog.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  ScTodayView *view;
  ScDueGroup group;
  gint64 owner_id;
  ScInstant now;
  GPtrArray *rows;
  GPtrArray *users;
} Many;

static void
many_free (gpointer data)
{
  Many *many = data;

  g_clear_object (&many->view);
  g_clear_pointer (&many->rows, g_ptr_array_unref);
  g_clear_pointer (&many->users, g_ptr_array_unref);
  g_free (many);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Many, many_free)

static gpointer
read_all (ScStore      *store,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  const Many *wanted = data;
  g_autoptr (Many) many = g_new0 (Many, 1);
  guint limits[SC_N_DUE_GROUPS] = { 0 };

  limits[wanted->group] = G_MAXINT;
  many->group = wanted->group;
  many->rows = sc_store_list_due (store, wanted->now, wanted->owner_id, NULL, limits, NULL, error);
  many->users = many->rows != NULL ? sc_store_list_users (store, error) : NULL;

  return many->users != NULL ? g_steal_pointer (&many) : NULL;
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        data)
{
  return sc_many_dialog_create_command (SC_MANY_DIALOG (dialog));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScTodayView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Many) many = sc_store_read_finish (SC_STORE (source), result, &error);
  const ScAskChange change = { .response = "apply", .create_command = create_command, .ask_again = sc_many_dialog_ask_again,
                               .create_message = sc_many_dialog_create_message };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (many == NULL)
    sc_error_dialog_present (GTK_WIDGET (self), _("Could Not Load Today"), error);
  else
    sc_ask_change (sc_many_dialog_new (many->group, many->rows, many->users), GTK_WIDGET (self->toasts), self->store,
                   &change, NULL);
}

/* Asks what becomes of many of the group's. */
void
sc_today_view_ask_many (ScTodayView *self,
                        ScDueGroup   group)
{
  Many *many = g_new0 (Many, 1);

  many->group = group;
  many->owner_id = self->only_mine ? sc_store_get_user (self->store) : 0;
  many->now = sc_clock_now ();
  sc_store_read_async (self->store, read_all, many, many_free, many_free, self->cancellable, read_cb, g_object_ref (self));
}
