/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A change that is entered in a dialog. Where it is refused, as by a full disk
 * or a database that is in use, it is not to be entered again: the dialog is
 * back with what was, and says why. What another has changed meanwhile is left as
 * it is, unless it is saved again. */

#include "widgets/sc-ask-change.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"

typedef struct {
  AdwAlertDialog *dialog;
  ScOrigin *origin;
  ScStore *store;
  ScAskChange change;
  char *message;
  gpointer data;
} Ask;

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->dialog);
  sc_origin_free (ask->origin);
  g_object_unref (ask->store);
  g_free (ask->message);
  if (ask->change.free_data != NULL)
    ask->change.free_data (ask->data);
  g_free (ask);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

static void present (Ask       *ask,
                     AdwDialog *dialog);

static GError *
explain (Ask          *ask,
         const GError *error)
{
  if (ask->change.take_theirs == NULL
      || !g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT)
      || !ask->change.take_theirs (ask->store, ask->data))
    return g_error_copy (error);

  return g_error_new_literal (error->domain, error->code, sc_conflict_get_advice ());
}

static void
refuse (Ask          *ask,
        const GError *refusal)
{
  g_autoptr (GError) error = explain (ask, refusal);
  AdwDialog *again = ask->change.ask_again (ask->dialog);

  if (sc_origin_find_parent (ask->origin) == NULL)
    {
      sc_error_dialog_present (NULL, _("The Change Was Not Saved"), error);
      g_object_ref_sink (again);
      g_object_unref (again);
      ask_free (ask);
      return;
    }

  present (ask, again);
  if (ask->change.tell_refusal == NULL || !ask->change.tell_refusal (ADW_ALERT_DIALOG (again), error))
    sc_error_dialog_present (GTK_WIDGET (again), _("The Change Was Not Saved"), error);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Ask) ask = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (outcome == NULL)
    {
      refuse (g_steal_pointer (&ask), error);
      return;
    }

  if (ask->message != NULL && outcome->change_id != 0)
    sc_toast_show_undo (sc_origin_get_widget (ask->origin), ask->message, ask->store, outcome->change_id);
  if (ask->change.done != NULL)
    ask->change.done (sc_origin_get_widget (ask->origin));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Ask *ask = user_data;

  gboolean is_wanted = g_strcmp0 (adw_alert_dialog_choose_finish (ask->dialog, result), ask->change.response) == 0;

  if (is_wanted && ask->change.create_message != NULL)
    {
      g_free (ask->message);
      ask->message = ask->change.create_message (ask->dialog);
    }

  if (is_wanted)
    sc_command_run_async (ask->change.create_command (ask->dialog, ask->data), ask->store, NULL, run_cb, ask);
  else
    ask_free (ask);
}

static void
present (Ask       *ask,
         AdwDialog *dialog)
{
  g_set_object (&ask->dialog, ADW_ALERT_DIALOG (dialog));
  adw_alert_dialog_choose (ask->dialog, sc_origin_find_parent (ask->origin), NULL, answered_cb, ask);
}

/**
 * sc_ask_change:
 * @dialog: a dialog, not presented yet
 * @origin: the widget that asks
 * @store: the store
 * @change: what is asked for
 * @data: for @change
 *
 * Presents a dialog, and makes the change that is entered in it.
 */
void
sc_ask_change (AdwDialog         *dialog,
               GtkWidget         *origin,
               ScStore           *store,
               const ScAskChange *change,
               gpointer           data)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->origin = sc_origin_new (origin);
  ask->store = g_object_ref (store);
  ask->change = *change;
  ask->message = g_strdup (change->message);
  ask->data = data;
  present (ask, dialog);
}
