/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has the next step of a deal done, from wherever the deal is shown. */

#include "deal/sc-finish-step.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-and-next.h"
#include "deal/sc-next-step.h"
#include "store/sc-store-read.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  GtkWidget *parent;
  ScDeal *deal;
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_weak_pointer (&asking->parent);
  sc_deal_unref (asking->deal);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static gpointer
list_steps (ScStore      *store,
            gpointer      deal,
            GCancellable *cancellable,
            GError      **error)
{
  return sc_store_list_activities (store, ((ScDeal *) deal)->id, error);
}

static void
free_deal (gpointer deal)
{
  sc_deal_unref (deal);
}

static void
free_steps (gpointer steps)
{
  g_ptr_array_unref (steps);
}

static GtkWidget *
find_focus_in (GtkWidget *parent)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, parent) ? focus : NULL;
}

static void
steps_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = sc_store_read_finish (SC_STORE (source), result, &error);
  const ScActivity *first = steps != NULL && steps->len > 0 ? steps->pdata[0] : NULL;

  if (asking->parent == NULL || !gtk_widget_get_mapped (asking->parent))
    return;

  if (steps == NULL)
    sc_error_dialog_present (asking->parent, _("Could Not Load Deal"), error);
  else if (first != NULL && first->done_at == 0)
    sc_and_next_ask (asking->parent, find_focus_in (asking->parent), SC_STORE (source), first, NULL, NULL);
  else
    sc_deal_ask_step (asking->parent, SC_STORE (source), asking->deal);
}

/**
 * sc_deal_finish_step:
 * @parent: a widget with a layout manager, in which the deal has the focus
 * @store: the store
 * @deal: a deal
 *
 * Has the deal's next step done, as sc_and_next_ask() does; where it has none, one is asked for.
 */
void
sc_deal_finish_step (GtkWidget *parent,
                     ScStore   *store,
                     ScDeal    *deal)
{
  Asking *asking = g_new0 (Asking, 1);

  g_set_weak_pointer (&asking->parent, parent);
  asking->deal = sc_deal_ref (deal);
  sc_store_read_async (store, list_steps, sc_deal_ref (deal), free_deal, free_steps, NULL, steps_listed_cb, asking);
}
