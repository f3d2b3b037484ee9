/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks once why several deals were lost, and has them leave the board. What becomes of a
 * single one whose client refuses is asked in sc-deal-refuse.c. */

#include "deal/sc-deal-lose.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-loss-dialog.h"
#include "store/sc-store-read.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  GtkWidget *origin;
  ScStore *store;
  ScDeal *deal;
  GArray *deal_ids;
} Ask;

static Ask *
ask_new (GtkWidget *origin,
         ScStore   *store,
         ScDeal    *deal,
         GArray    *deal_ids)
{
  Ask *ask = g_new0 (Ask, 1);

  ask->origin = g_object_ref (origin);
  ask->store = g_object_ref (store);
  ask->deal = sc_deal_ref (deal);
  ask->deal_ids = g_array_ref (deal_ids);

  return ask;
}

static void
ask_free (Ask *ask)
{
  g_object_unref (ask->origin);
  g_object_unref (ask->store);
  sc_deal_unref (ask->deal);
  g_array_unref (ask->deal_ids);
  g_free (ask);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ask, ask_free)

/* On a board the focus would go with the deal. */
static void
lost_cb (GtkWidget *origin)
{
  gtk_widget_activate_action (origin, "card.focus-neighbour", NULL);
}

static ScCommand *
create_loss (AdwAlertDialog *dialog,
             gpointer        data)
{
  Ask *ask = data;
  g_autofree char *reason = sc_loss_dialog_get_reason (SC_LOSS_DIALOG (dialog));
  gint64 *ids = (gint64 *) (gpointer) ask->deal_ids->data;

  return sc_command_require_deals (sc_command_lose_deals (ids, ask->deal_ids->len, reason), ask->deal, ids,
                                   ask->deal_ids->len);
}

static char *
make_loss_message (Ask *ask)
{
  guint n = ask->deal_ids->len;

  if (ask->deal->status == SC_DEAL_WON)
    return g_strdup_printf (ngettext ("%u deal ended early", "%u deals ended early", n), n);

  return g_strdup_printf (ngettext ("%u deal lost", "%u deals lost", n), n);
}

static void
free_ask (gpointer ask)
{
  ask_free (ask);
}

static gpointer
list_reasons (ScStore      *store,
              gpointer      process_id,
              GCancellable *cancellable,
              GError      **error)
{
  return sc_store_list_loss_reasons (store, process_id, error);
}

static void
free_reasons (gpointer reasons)
{
  g_strfreev (reasons);
}

static void
reasons_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Ask) ask = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) reasons = sc_store_read_finish (SC_STORE (source), result, &error);

  if (gtk_widget_get_root (ask->origin) == NULL)
    return;

  if (reasons == NULL)
    sc_error_dialog_present (ask->origin, _("The Reasons Could Not Be Read"), error);
  else
    {
      AdwDialog *dialog = sc_loss_dialog_new (ask->deal, (const char *const *) reasons);
      g_autofree char *message = make_loss_message (ask);
      const ScAskChange change = { .response = "lose", .create_command = create_loss, .ask_again = sc_loss_dialog_ask_again,
                                   .message = message, .free_data = free_ask, .done = lost_cb };
      GtkWidget *origin = ask->origin;
      ScStore *store = ask->store;

      sc_loss_dialog_set_n_deals (SC_LOSS_DIALOG (dialog), ask->deal_ids->len);
      sc_ask_change (dialog, origin, store, &change, g_steal_pointer (&ask));
    }
}

static void
ask_for_reason (Ask *ask)
{
  sc_store_read_async (ask->store, list_reasons, g_strdup (ask->deal->process_id), g_free, free_reasons, NULL,
                       reasons_listed_cb, ask);
}

/**
 * sc_deal_lose:
 * @origin: the widget that asks
 * @store: the store
 * @deal: one of the deals, of one stage, which stand there; those that were won end
 *   early
 * @deal_ids: (element-type gint64): the deals
 *
 * Asks once why deals were lost, and has them leave the board.
 */
void
sc_deal_lose (GtkWidget *origin,
              ScStore   *store,
              ScDeal    *deal,
              GArray    *deal_ids)
{
  ask_for_reason (ask_new (origin, store, deal, deal_ids));
}
