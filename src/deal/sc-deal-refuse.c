/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what becomes of deals whose clients refuse, and tells what has become of them. */

#include "deal/sc-deal-refuse.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-refused-dialog.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"

typedef struct {
  ScOrigin *origin;
  ScStore *store;
  gint64 deal_id;
} Ask;

static void
ask_free (Ask *ask)
{
  sc_origin_free (ask->origin);
  g_object_unref (ask->store);
  g_free (ask);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

static void
ask_closed (gpointer  data,
            GClosure *closure)
{
  ask_free (data);
}

static void
refused_cb (ScRefusedDialog *dialog,
            ScOutcome       *outcome,
            const char      *message,
            Ask             *ask)
{
  GtkWidget *origin = sc_origin_get_widget (ask->origin);

  sc_toast_show_undo (origin, message, ask->store, outcome->change_id);
  gtk_widget_activate_action (origin, "card.follow", "x", ask->deal_id);
}

/* A key that is pressed twice asks once. */
static gboolean
is_asking (GtkWidget *origin)
{
  GtkRoot *root = gtk_widget_get_root (origin);
  AdwDialog *dialog = NULL;

  if (ADW_IS_APPLICATION_WINDOW (root))
    dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root));
  else if (ADW_IS_WINDOW (root))
    dialog = adw_window_get_visible_dialog (ADW_WINDOW (root));

  return SC_IS_REFUSED_DIALOG (dialog);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Ask) ask = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScRefusalFacts) facts = sc_refusal_facts_load_finish (SC_STORE (source), result, &error);
  GtkWidget *origin = sc_origin_get_widget (ask->origin);
  AdwDialog *dialog;

  if (gtk_widget_get_root (origin) == NULL || is_asking (origin))
    return;

  if (facts == NULL)
    {
      sc_error_dialog_present (origin, _("Could Not Load Deal"), error);
      return;
    }

  dialog = sc_refused_dialog_new (ask->store, g_steal_pointer (&facts));
  g_signal_connect_data (dialog, "refused", G_CALLBACK (refused_cb), g_steal_pointer (&ask), ask_closed, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, origin);
}

/**
 * sc_deal_refuse:
 * @origin: the widget that asks
 * @store: the store
 * @deal: a deal that stands on the board
 * @deal_ids: (nullable) (element-type gint64): several that stand there, of which it is one
 *
 * Asks why the client refuses and what becomes of the deal, or of all, and writes it. On a board the
 * focus goes with the deal, as long as it stands there.
 */
void
sc_deal_refuse (GtkWidget *origin,
                ScStore   *store,
                ScDeal    *deal,
                GArray    *deal_ids)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->origin = sc_origin_new (origin);
  ask->store = g_object_ref (store);
  ask->deal_id = deal->id;
  sc_refusal_facts_load_async (store, deal->id, deal_ids, loaded_cb, ask);
}
