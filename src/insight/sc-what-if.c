/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may come in if something were otherwise: two scenarios side by side, each played with
 * the same random numbers as the forecast, so that what differs is what was changed. They are
 * played in the background, anew as sliders move or deals change, and are kept nowhere. */

#include "insight/sc-what-if.h"

#include <glib/gi18n-lib.h>

#include "charts/sc-chart-card.h"
#include "insight/sc-insight-forecast-charts.h"
#include "insight/sc-scenario-box.h"
#include "statistics/sc-forecast-words.h"
#include "store/sc-store-read.h"

#define N_SCENARIOS 2

struct _ScWhatIf
{
  AdwBin parent_instance;

  ScScenarioBox *boxes[N_SCENARIOS];
  GtkLabel *labels[N_SCENARIOS];
  GtkWidget *card;

  ScStore *store;
  /* What scenarios are played of, and what those that are shown were. */
  ScOutlook *outlook;
  ScOutlook *shown;
  /* By scenario; NULL where it was not played yet. */
  ScFuture *futures[N_SCENARIOS];
  ScFuture *played[N_SCENARIOS];
  GCancellable *playing;
  guint next;
};

G_DEFINE_FINAL_TYPE (ScWhatIf, sc_what_if, ADW_TYPE_BIN);

/* What a scenario is played of, in a thread. */
typedef struct {
  ScOutlook *outlook;
  ScScenario scenario;
  GStrv behind;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *wanted = data;

  sc_outlook_unref (wanted->outlook);
  g_strfreev (wanted->behind);
  g_free (wanted);
}

static gpointer
play (ScStore      *store,
      gpointer      data,
      GCancellable *cancellable,
      GError      **error)
{
  const Wanted *wanted = data;

  return sc_forecast_play_scenario (wanted->outlook->forecast, &wanted->scenario, (const char *const *) wanted->behind, NULL,
                                    NULL, cancellable, error);
}

static const char *
get_title (guint scenario)
{
  return scenario == 0 ? _("Scenario A") : _("Scenario B");
}

/* Of all months together, with what is won in them already. */
static ScBand
get_all (const ScOutlook *outlook,
         const ScFuture  *future)
{
  ScBand band = future->deals[future->n_periods];
  guint n_won = 0;

  for (guint i = 0; i < outlook->forecast->periods->len; i++)
    n_won += g_array_index (outlook->forecast->periods, ScForecastPeriod, i).n_won_before;
  band.low += n_won;
  band.median += n_won;
  band.high += n_won;

  return band;
}

static char *
tell (ScWhatIf *self,
      guint     scenario)
{
  ScBand as_it_is = get_all (self->shown, self->shown->forecast->future);
  ScBand band = get_all (self->shown, self->futures[scenario]);
  g_autofree char *spread = sc_band_to_text (&band);

  /* Translators: %1$s is a scenario, %2$s a spread such as “120–160”, the others are numbers of deals */
  return g_strdup_printf (_("%1$s: %2$s deals may be won in these months, the middle is %3$u; as it is, %4$u."),
                          get_title (scenario), spread, (guint) band.median, (guint) as_it_is.median);
}

static void
show (ScWhatIf *self)
{
  const ScFuture *const futures[N_SCENARIOS] = { self->futures[0], self->futures[1] };
  const char *const titles[N_SCENARIOS] = { get_title (0), get_title (1) };
  g_autoptr (ScChart) chart = sc_insight_chart_scenarios (self->shown, futures, titles, N_SCENARIOS);

  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_autofree char *text = self->futures[i] != NULL ? tell (self, i) : NULL;

      gtk_label_set_label (self->labels[i], text != NULL ? text : "");
    }
  sc_chart_card_show (SC_CHART_CARD (self->card), chart,
                      _("The same future with the same random numbers, played with what is changed. A stage that is faster or "
                        "left out has new deals, and those that have not passed it yet, decided sooner by its days; a better "
                        "one has as many more of them won. It is a sum, and no promise: a change may bring other deals, too."));
}

static void play_next (ScWhatIf *self);

static void
take_outlook (ScWhatIf *self)
{
  sc_outlook_ref (self->outlook);
  g_clear_pointer (&self->shown, sc_outlook_unref);
  self->shown = self->outlook;
}

/* What is shown stays until all of what comes in its place was played. */
static void
take_played (ScWhatIf *self)
{
  if (self->shown != self->outlook && self->next < N_SCENARIOS)
    return;

  if (self->shown != self->outlook)
    take_outlook (self);
  for (guint i = 0; i < self->next; i++)
    if (self->played[i] != NULL)
      {
        g_clear_pointer (&self->futures[i], sc_future_free);
        self->futures[i] = g_steal_pointer (&self->played[i]);
      }
  show (self);
}

static void
played_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ScWhatIf) self = user_data;
  g_autoptr (GError) error = NULL;
  ScFuture *future = sc_store_read_finish (SC_STORE (source), result, &error);

  if (future == NULL)
    return;

  g_clear_pointer (&self->played[self->next], sc_future_free);
  self->played[self->next] = future;
  self->next++;
  take_played (self);
  if (self->next < N_SCENARIOS)
    play_next (self);
}

static void
play_next (ScWhatIf *self)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->outlook = sc_outlook_ref (self->outlook);
  wanted->scenario = sc_scenario_box_get_scenario (self->boxes[self->next]);
  wanted->behind = sc_scenario_box_list_behind (self->boxes[self->next]);
  sc_store_read_async (self->store, play, wanted, wanted_free, (GDestroyNotify) sc_future_free, self->playing, played_cb,
                       g_object_ref (self));
}

/* What is on its way is not wanted any more. */
static void
play_all (ScWhatIf *self)
{
  if (self->outlook == NULL)
    return;

  g_cancellable_cancel (self->playing);
  g_clear_object (&self->playing);
  self->playing = g_cancellable_new ();
  self->next = 0;
  play_next (self);
}

static void
sc_what_if_dispose (GObject *object)
{
  ScWhatIf *self = SC_WHAT_IF (object);

  g_cancellable_cancel (self->playing);
  g_clear_object (&self->playing);
  g_clear_object (&self->store);
  g_clear_pointer (&self->outlook, sc_outlook_unref);
  g_clear_pointer (&self->shown, sc_outlook_unref);
  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      g_clear_pointer (&self->futures[i], sc_future_free);
      g_clear_pointer (&self->played[i], sc_future_free);
    }

  G_OBJECT_CLASS (sc_what_if_parent_class)->dispose (object);
}

static void
sc_what_if_class_init (ScWhatIfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_what_if_dispose;
}

static void
sc_what_if_init (ScWhatIf *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *boxes = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (boxes), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (boxes), N_SCENARIOS);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (boxes), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (boxes), 24);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (boxes), 12);
  gtk_box_append (GTK_BOX (column), boxes);
  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      GtkWidget *child = gtk_flow_box_child_new ();

      self->boxes[i] = SC_SCENARIO_BOX (sc_scenario_box_new (get_title (i)));
      g_signal_connect_object (self->boxes[i], "changed", G_CALLBACK (play_all), self, G_CONNECT_SWAPPED);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), GTK_WIDGET (self->boxes[i]));
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_append (GTK_FLOW_BOX (boxes), child);
    }
  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      self->labels[i] = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, NULL);
      gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->labels[i]));
    }
  self->card = sc_chart_card_new ();
  gtk_box_append (GTK_BOX (column), self->card);
  adw_bin_set_child (ADW_BIN (self), column);
}

/**
 * sc_what_if_new:
 *
 * Returns: (transfer floating): two scenarios
 */
GtkWidget *
sc_what_if_new (void)
{
  return g_object_new (SC_TYPE_WHAT_IF, NULL);
}

/**
 * sc_what_if_show:
 * @self: two scenarios
 * @store: a store
 * @outlook: what will come in as it is
 * @stages: (element-type ScScenarioStage): the stages that can be otherwise, in order
 */
void
sc_what_if_show (ScWhatIf  *self,
                 ScStore   *store,
                 ScOutlook *outlook,
                 GPtrArray *stages)
{
  g_return_if_fail (SC_IS_WHAT_IF (self));

  g_set_object (&self->store, store);
  sc_outlook_ref (outlook);
  g_clear_pointer (&self->outlook, sc_outlook_unref);
  self->outlook = outlook;
  for (guint i = 0; i < N_SCENARIOS; i++)
    sc_scenario_box_set_stages (self->boxes[i], stages);
  if (self->shown == NULL)
    {
      take_outlook (self);
      show (self);
    }
  play_all (self);
}
