/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plays the future many times. Each time it draws what is known of the process anew, for
 * what it was made of might as well have gone otherwise; then which of the open deals are
 * won and when, by their curves and how old they are; and new ones, as many as came in
 * some week, which go the same way. What a tenth of the futures lie below and above is the
 * band that is told. */

#include "statistics/sc-simulation.h"

#include <float.h>
#include <gsl/gsl_randist.h>
#include <stdlib.h>

#include "statistics/sc-resampled.h"
#include "statistics/sc-survival.h"

/* Progress is told, and whether to go on is asked, this often. */
#define STEP 10
#define DAYS_OF_WEEK 7

typedef struct {
  gint64 minor;
  guint currency;
} Value;

/* Open deals with the same chances. */
typedef struct {
  guint curve;
  guint age;
  gboolean is_before;
  GArray *values;
} Group;

struct _ScSimulation {
  guint n_currencies;
  GPtrArray *curves;
  GPtrArray *groups;
  GHashTable *groups_by_key;
  GArray *weeks;
  GArray *values;
};

/* A future that is being played, and the numbers of all. */
typedef struct {
  ScSimulation *simulation;
  gsl_rng *random;
  const guint *ends;
  guint n_periods;
  guint n_runs;
  const ScScenario *scenario;
  double *chances;
  guint *n_won;
  guint *weeks;
  GArray *chosen;
  /* By period, run by run; the last row is the sum. Behind those of deals, those of each
   * currency. */
  gint64 *numbers;
  guint run;
} Play;

static Group *
group_new (guint    curve,
           guint    age,
           gboolean is_before)
{
  Group *group = g_new0 (Group, 1);

  group->curve = curve;
  group->age = age;
  group->is_before = is_before;
  group->values = g_array_new (FALSE, FALSE, sizeof (Value));

  return group;
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->values);
  g_free (group);
}

/**
 * sc_simulation_new:
 * @n_currencies: in how many currencies deals have values
 *
 * Returns: (transfer full): a simulation without any deals yet
 */
ScSimulation *
sc_simulation_new (guint n_currencies)
{
  ScSimulation *self = g_new0 (ScSimulation, 1);

  self->n_currencies = n_currencies;
  self->curves = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_resampled_free);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->groups_by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->weeks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->values = g_array_new (FALSE, FALSE, sizeof (Value));

  return self;
}

/**
 * sc_simulation_free:
 * @self: (transfer full): a simulation
 */
void
sc_simulation_free (ScSimulation *self)
{
  g_ptr_array_unref (self->curves);
  g_ptr_array_unref (self->groups);
  g_hash_table_unref (self->groups_by_key);
  g_array_unref (self->weeks);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * sc_simulation_add_curve:
 * @self: a simulation
 * @outcomes: (element-type ScOutcomes): what became of deals, by time, each time once
 *
 * The first curve is that of the process, which new deals go by.
 *
 * Returns: the number of the curve
 */
guint
sc_simulation_add_curve (ScSimulation *self,
                         const GArray *outcomes)
{
  g_ptr_array_add (self->curves, sc_resampled_new (outcomes));

  return self->curves->len - 1;
}

/**
 * sc_simulation_add_open:
 * @self: a simulation
 * @curve: the curve that the deal goes by
 * @age: how long it has been going by it
 * @is_before: whether what a scenario makes otherwise still lies before it
 * @value_minor: what it is worth, in minor units, or %SC_NO_VALUE
 * @currency: in which currency
 */
void
sc_simulation_add_open (ScSimulation *self,
                        guint         curve,
                        guint         age,
                        gboolean      is_before,
                        gint64        value_minor,
                        guint         currency)
{
  gint64 key = ((gint64) curve << 33) | ((gint64) age << 1) | (is_before ? 1 : 0);
  Value value = { value_minor, currency };
  Group *group = g_hash_table_lookup (self->groups_by_key, &key);

  if (group == NULL)
    {
      group = group_new (curve, age, is_before);
      g_ptr_array_add (self->groups, group);
      g_hash_table_insert (self->groups_by_key, g_memdup2 (&key, sizeof key), group);
    }
  g_array_append_val (group->values, value);
}

/**
 * sc_simulation_add_week:
 * @self: a simulation
 * @n_started: how many deals were started in a week of the past
 */
void
sc_simulation_add_week (ScSimulation *self,
                        guint         n_started)
{
  g_array_append_val (self->weeks, n_started);
}

/**
 * sc_simulation_add_value:
 * @self: a simulation
 * @value_minor: what a deal was worth that was won, in minor units, or %SC_NO_VALUE
 * @currency: in which currency
 *
 * New deals are worth what some that were won were.
 */
void
sc_simulation_add_value (ScSimulation *self,
                         gint64        value_minor,
                         guint         currency)
{
  Value value = { value_minor, currency };

  g_array_append_val (self->values, value);
}

/* Row 0 is that of deals, the next ones are those of currencies. */
static gint64 *
get_number (Play *play,
            guint row,
            guint period)
{
  return &play->numbers[((gsize) row * (play->n_periods + 1) + period) * play->n_runs + play->run];
}

static void
add_value (Play *play,
           Value value,
           guint period)
{
  if (value.minor != SC_NO_VALUE)
    *get_number (play, 1 + value.currency, period) += value.minor;
}

static void
swap (Value *values,
      guint  a,
      guint  b)
{
  Value value = values[a];

  values[a] = values[b];
  values[b] = value;
}

/* Which of a group are won: as many as were drawn, each of them once. Those that are
 * chosen go to the front for as long, and back: the next future begins as this one. */
static void
choose_won (Play        *play,
            const Group *group)
{
  Value *values = (Value *) (gpointer) group->values->data;

  g_array_set_size (play->chosen, 0);
  for (guint period = 0; period < play->n_periods; period++)
    {
      *get_number (play, 0, period) += play->n_won[period];
      for (guint i = 0; i < play->n_won[period] && play->simulation->n_currencies > 0; i++)
        {
          guint n_chosen = play->chosen->len;
          guint other = n_chosen + (guint) gsl_rng_uniform_int (play->random, group->values->len - n_chosen);

          add_value (play, values[other], period);
          swap (values, other, n_chosen);
          g_array_append_val (play->chosen, other);
        }
    }
  for (guint i = play->chosen->len; i > 0; i--)
    swap (values, g_array_index (play->chosen, guint, i - 1), i - 1);
}

/* The chances behind the periods' ends are that it is not won in any of them. */
static void
draw_won (Play *play,
          guint n)
{
  double rest = 1;

  for (guint period = 0; period < play->n_periods; period++)
    {
      double chance = play->chances[period];

      play->n_won[period] = chance <= 0 || n == 0 ? 0 : gsl_ran_binomial (play->random, MIN (1, chance / rest), n);
      n -= play->n_won[period];
      rest = MAX (rest - chance, DBL_MIN);
    }
}

static void
play_group (Play        *play,
            const Group *group)
{
  const ScResampled *curve = play->simulation->curves->pdata[group->curve];
  double open = group->age < curve->n_days ? curve->open[group->age] : 0;
  double before = sc_resampled_get_won (curve, group->age);
  double conversion = group->is_before ? play->scenario->conversion : 1;
  guint sooner = group->age + (group->is_before ? play->scenario->days_less : 0);

  if (open <= 0)
    return;

  for (guint period = 0; period < play->n_periods; period++)
    {
      double won = sc_resampled_get_won (curve, sooner + play->ends[period]);

      play->chances[period] = conversion * (won - before) / open;
      before = won;
    }
  draw_won (play, group->values->len);
  choose_won (play, group);
}

/* Deals that are started on a day that comes, that many days from now. */
static void
play_day (Play *play,
          guint day,
          guint n_started)
{
  const ScResampled *curve = play->simulation->curves->pdata[0];
  double before = 0;

  for (guint period = 0; period < play->n_periods; period++)
    {
      double won = play->ends[period] < day
                   ? 0 : sc_resampled_get_won (curve, play->ends[period] - day + play->scenario->days_less);

      play->chances[period] = play->scenario->conversion * (won - before);
      before = won;
    }
  draw_won (play, n_started);
  for (guint period = 0; period < play->n_periods; period++)
    {
      *get_number (play, 0, period) += play->n_won[period];
      for (guint i = 0; i < play->n_won[period] && play->simulation->values->len > 0; i++)
        {
          gulong chosen = gsl_rng_uniform_int (play->random, play->simulation->values->len);

          add_value (play, g_array_index (play->simulation->values, Value, chosen), period);
        }
    }
}

/* As many deals as in some week, more by the growth. */
static guint
draw_week (Play *play)
{
  guint n_weeks = play->simulation->weeks->len;
  double n = play->weeks[gsl_rng_uniform_int (play->random, n_weeks)] * play->scenario->growth;
  guint whole = (guint) n;

  return whole + (gsl_rng_uniform (play->random) < n - whole ? 1 : 0);
}

/* How many come in a week is not known for sure either: of the weeks that there were some
 * are taken, and then some of these. */
static void
play_new (Play *play)
{
  GArray *weeks = play->simulation->weeks;
  guint n_days = play->ends[play->n_periods - 1];

  if (weeks->len == 0)
    return;

  for (guint i = 0; i < weeks->len; i++)
    play->weeks[i] = g_array_index (weeks, guint, gsl_rng_uniform_int (play->random, weeks->len));
  for (guint first = 1; first <= n_days; first += DAYS_OF_WEEK)
    {
      guint n_left = draw_week (play);

      for (guint i = 0; i < DAYS_OF_WEEK; i++)
        {
          guint n = n_left == 0 ? 0 : gsl_ran_binomial (play->random, 1.0 / (DAYS_OF_WEEK - i), n_left);

          n_left -= n;
          if (first + i <= n_days)
            play_day (play, first + i, n);
        }
    }
}

static void
add_up (Play *play)
{
  for (guint row = 0; row <= play->simulation->n_currencies; row++)
    for (guint period = 0; period < play->n_periods; period++)
      *get_number (play, row, play->n_periods) += *get_number (play, row, period);
}

static void
play_once (Play *play)
{
  ScSimulation *simulation = play->simulation;

  for (guint i = 0; i < simulation->curves->len; i++)
    sc_resampled_draw (simulation->curves->pdata[i], play->random);
  for (guint i = 0; i < simulation->groups->len; i++)
    play_group (play, simulation->groups->pdata[i]);
  play_new (play);
  add_up (play);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static ScBand
make_band (gint64 *numbers,
           guint   n)
{
  qsort (numbers, n, sizeof *numbers, compare_numbers);

  return (ScBand) {
           .low = numbers[n / 10],
           .median = numbers[n / 2],
           .high = numbers[n - 1 - n / 10],
  };
}

static ScFuture *
make_future (Play *play)
{
  ScFuture *future = g_new0 (ScFuture, 1);
  guint n_columns = play->n_periods + 1;

  future->n_periods = play->n_periods;
  future->n_currencies = play->simulation->n_currencies;
  future->deals = g_new0 (ScBand, n_columns);
  future->money = g_new0 (ScBand, (gsize) n_columns * future->n_currencies);
  play->run = 0;
  for (guint period = 0; period < n_columns; period++)
    {
      future->deals[period] = make_band (get_number (play, 0, period), play->n_runs);
      for (guint i = 0; i < future->n_currencies; i++)
        future->money[i * n_columns + period] = make_band (get_number (play, 1 + i, period), play->n_runs);
    }

  return future;
}

static gboolean
play_all (Play                *play,
          ScSimulationProgress progress,
          gpointer             user_data,
          GCancellable        *cancellable,
          GError             **error)
{
  for (play->run = 0; play->run < play->n_runs; play->run++)
    {
      if (play->run % STEP == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress ((double) play->run / play->n_runs, user_data);
        }
      play_once (play);
    }

  return TRUE;
}

/**
 * sc_simulation_run:
 * @self: a simulation with a curve at least
 * @ends: (array length=n_periods): the last day of each period, in days from now, in
 *   ascending order
 * @n_periods: how many periods there are, 1 or more
 * @scenario: what is otherwise
 * @seed: where random numbers begin
 * @n_runs: how many futures are played
 * @progress: (nullable): told how far it is, 0 to 1, in the same thread
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_CANCELLED
 *
 * The same deals, in the same order, and the same seed make the same numbers, however
 * often it is run.
 *
 * Returns: (transfer full): what may come in, or %NULL where it was stopped
 */
ScFuture *
sc_simulation_run (ScSimulation        *self,
                   const guint         *ends,
                   guint                n_periods,
                   const ScScenario    *scenario,
                   guint64              seed,
                   guint                n_runs,
                   ScSimulationProgress progress,
                   gpointer             user_data,
                   GCancellable        *cancellable,
                   GError             **error)
{
  gsize n_numbers = (gsize) (self->n_currencies + 1) * (n_periods + 1) * n_runs;
  g_autofree double *chances = g_new0 (double, n_periods);
  g_autofree guint *n_won = g_new0 (guint, n_periods);
  g_autofree guint *weeks = g_new0 (guint, self->weeks->len);
  g_autofree gint64 *numbers = g_new0 (gint64, n_numbers);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  Play play = {
    .simulation = self, .ends = ends, .n_periods = n_periods, .n_runs = n_runs, .scenario = scenario,
    .chances = chances, .n_won = n_won,
    .weeks = weeks, .chosen = chosen, .numbers = numbers,
  };
  ScFuture *future = NULL;

  g_return_val_if_fail (self->curves->len > 0 && n_periods > 0 && n_runs > 0, NULL);

  play.random = gsl_rng_alloc (gsl_rng_mt19937);
  gsl_rng_set (play.random, (gulong) seed);
  if (play_all (&play, progress, user_data, cancellable, error))
    future = make_future (&play);
  gsl_rng_free (play.random);

  return future;
}

/**
 * sc_future_get_money:
 * @self: what may come in
 * @currency: in which currency
 * @period: in which period; behind the last one, in all
 *
 * Returns: what it may be, in minor units
 */
const ScBand *
sc_future_get_money (const ScFuture *self,
                     guint           currency,
                     guint           period)
{
  return &self->money[(gsize) currency * (self->n_periods + 1) + period];
}

/**
 * sc_future_free:
 * @self: (transfer full): what may come in
 */
void
sc_future_free (ScFuture *self)
{
  g_free (self->deals);
  g_free (self->money);
  g_free (self);
}
