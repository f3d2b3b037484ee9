/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user has planned for this month, and how far it is: the head of Today. It is read
 * in the background, and not shown where nothing is planned. */

#include "today/sc-own-plan.h"

#include <glib/gi18n-lib.h>

#include "model/sc-wall-clock.h"
#include "statistics/sc-plan-fact.h"
#include "store/sc-store-read.h"

/* So many times as long as reading took it is left alone, in microseconds at least. */
#define REST_TIMES 20
#define SHORTEST_REST (G_USEC_PER_SEC / 10)

struct _ScOwnPlan
{
  GtkBox parent_instance;

  ScStore *store;
  GCancellable *reading;
  gboolean is_stale;
  gint64 begun_at;
  gint64 rests_until;
};

G_DEFINE_FINAL_TYPE (ScOwnPlan, sc_own_plan, GTK_TYPE_BOX);

static void read_again (ScOwnPlan *self);

static void
add_plan (ScOwnPlan        *self,
          const ScPlanFact *fact)
{
  g_autofree char *text = sc_plan_fact_tell_own (fact);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0, NULL);
  GtkWidget *bar = gtk_progress_bar_new ();
  double share = fact->plan->plan.minor > 0 ? (double) fact->plan->won.minor / (double) fact->plan->plan.minor : 1;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), CLAMP (share, 0, 1));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), bar);
}

static void
show_plans (ScOwnPlan       *self,
            const GPtrArray *facts)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_first_child (GTK_WIDGET (self)))
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < facts->len; i++)
    add_plan (self, facts->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), facts->len > 0);
}

static gpointer
read_plans (ScStore      *store,
            gpointer      wanted,
            GCancellable *cancellable,
            GError      **error)
{
  return sc_plan_facts_read_own (store, cancellable, error);
}

/* Where it can't be read, what is due says so. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScOwnPlan) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = sc_store_read_finish (SC_STORE (source), result, &error);
  gint64 now = g_get_monotonic_time ();

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  self->rests_until = now + MAX (SHORTEST_REST, REST_TIMES * (now - self->begun_at));
  if (facts != NULL)
    show_plans (self, facts);
  if (self->is_stale)
    read_again (self);
}

static void
read_again (ScOwnPlan *self)
{
  self->is_stale = TRUE;
  if (self->reading != NULL || g_get_monotonic_time () < self->rests_until)
    return;

  self->is_stale = FALSE;
  self->begun_at = g_get_monotonic_time ();
  self->reading = g_cancellable_new ();
  sc_store_read_async (self->store, read_plans, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, self->reading, read_cb,
                       g_object_ref (self));
}

static void
sc_own_plan_dispose (GObject *object)
{
  ScOwnPlan *self = SC_OWN_PLAN (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_own_plan_parent_class)->dispose (object);
}

static void
sc_own_plan_class_init (ScOwnPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_own_plan_dispose;
}

static void
sc_own_plan_init (ScOwnPlan *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (self), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 12);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * sc_own_plan_new:
 * @store: a store
 *
 * Returns: (transfer floating): the plans of whoever uses the program
 */
GtkWidget *
sc_own_plan_new (ScStore *store)
{
  ScOwnPlan *self = g_object_new (SC_TYPE_OWN_PLAN, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (read_again), self, G_CONNECT_SWAPPED);
  read_again (self);

  return GTK_WIDGET (self);
}
