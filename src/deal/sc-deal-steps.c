/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be done for a deal, and what was done last. */

#include "deal/sc-deal-steps.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-next-step.h"
#include "deal/sc-step-row.h"
#include "widgets/sc-group-rows.h"

/* How many of the steps that are done stay on show; the history has all. */
#define N_DONE_SHOWN 3

struct _ScDealSteps
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  ScStore *store;
  ScDealDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ScDealSteps, sc_deal_steps, ADW_TYPE_PREFERENCES_GROUP);

static void
add_clicked_cb (ScDealSteps *self)
{
  if (self->dossier != NULL)
    sc_deal_ask_step (GTK_WIDGET (self), self->store, self->dossier->deal);
}

static void
add_row (ScDealSteps *self,
         GtkWidget   *row)
{
  sc_group_rows_add (ADW_PREFERENCES_GROUP (self), self->rows, row);
}

static void
add_steps (ScDealSteps *self,
           gboolean     is_done)
{
  guint n_shown = 0;

  for (guint i = 0; i < self->dossier->activities->len; i++)
    {
      const ScActivity *activity = self->dossier->activities->pdata[i];

      if ((activity->done_at != 0) != is_done || (is_done && n_shown == N_DONE_SHOWN))
        continue;

      add_row (self, sc_step_row_new (self->store, activity));
      n_shown++;
    }

  if (!is_done && n_shown == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("No next step"));
      gtk_widget_add_css_class (row, "dimmed");
      add_row (self, row);
    }
}

static void
sc_deal_steps_dispose (GObject *object)
{
  ScDealSteps *self = SC_DEAL_STEPS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);

  G_OBJECT_CLASS (sc_deal_steps_parent_class)->dispose (object);
}

static void
sc_deal_steps_class_init (ScDealStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_steps_dispose;
}

static void
sc_deal_steps_init (ScDealSteps *self)
{
  GtkWidget *add = sc_group_rows_create_add_button (ADW_PREFERENCES_GROUP (self), _("Add a Step"));

  self->rows = g_ptr_array_new ();
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Next Steps"));
}

/**
 * sc_deal_steps_show:
 * @self: a deal's steps
 * @store: the store
 * @dossier: everything about the deal
 */
void
sc_deal_steps_show (ScDealSteps   *self,
                    ScStore       *store,
                    ScDealDossier *dossier)
{
  ScDealDossier *old;

  g_return_if_fail (SC_IS_DEAL_STEPS (self));

  old = self->dossier;
  g_set_object (&self->store, store);
  self->dossier = sc_deal_dossier_ref (dossier);
  g_clear_pointer (&old, sc_deal_dossier_unref);

  sc_group_rows_clear (ADW_PREFERENCES_GROUP (self), self->rows);

  add_steps (self, FALSE);
  add_steps (self, TRUE);
}
