/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history says of the chances of a process's open deals, for cards and panes. It is
 * read in the background when it is first asked for, once for all that show deals of the
 * process. A change of a deal among many changes hardly anything: it is read again when it
 * is asked for next and some time has passed. */

#include "deal/sc-deal-chances.h"

#include "model/sc-wall-clock.h"
#include "store/sc-change-set.h"
#include "store/sc-store-read.h"

/* So many times as long as reading took it is left alone, in microseconds at least. */
#define REST_TIMES 20
#define SHORTEST_REST (2 * G_USEC_PER_SEC)

/* A board has its deals before it marks any, in milliseconds. */
#define MARKS_AFTER 500

struct _ScDealChances
{
  GObject parent_instance;

  ScStore *store;
  char *process_id;
  ScChances *chances;
  GCancellable *reading;
  gboolean is_stale;
  gint64 begun_at;
  guint later;
  gint64 rests_until;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Those that somebody has; in the main thread. */
static GPtrArray *alive;

G_DEFINE_FINAL_TYPE (ScDealChances, sc_deal_chances, G_TYPE_OBJECT);

static gpointer
read_chances (ScStore      *store,
              gpointer      process_id,
              GCancellable *cancellable,
              GError      **error)
{
  return sc_chances_read (store, process_id, cancellable, error);
}

/* Where it can't be read, nothing is said of chances. */
static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScDealChances) self = user_data;
  g_autoptr (GError) error = NULL;
  ScChances *chances = sc_store_read_finish (SC_STORE (source), result, &error);
  gint64 now = g_get_monotonic_time ();

  g_clear_object (&self->reading);
  self->rests_until = now + MAX (SHORTEST_REST, REST_TIMES * (now - self->begun_at));
  if (chances == NULL)
    return;

  g_clear_pointer (&self->chances, sc_chances_free);
  self->chances = chances;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
read_again (ScDealChances *self)
{
  if (self->reading != NULL || !self->is_stale || g_get_monotonic_time () < self->rests_until)
    return;

  self->is_stale = FALSE;
  self->begun_at = g_get_monotonic_time ();
  self->reading = g_cancellable_new ();
  sc_store_read_async (self->store, read_chances, g_strdup (self->process_id), g_free, (GDestroyNotify) sc_chances_free,
                       self->reading, read_cb, g_object_ref (self));
}

static void
read_later_cb (gpointer user_data)
{
  ScDealChances *self = user_data;

  self->later = 0;
  read_again (self);
}

static void
read_later (ScDealChances *self)
{
  if (self->is_stale && self->reading == NULL && self->later == 0)
    self->later = g_timeout_add_once (MARKS_AFTER, read_later_cb, self);
}

static void
store_changed_cb (ScDealChances     *self,
                  const ScChangeSet *changes)
{
  self->is_stale = self->is_stale || sc_change_set_has_figures (changes, self->process_id);
}

static void
day_changed_cb (ScDealChances *self)
{
  self->is_stale = TRUE;
}

static void
sc_deal_chances_dispose (GObject *object)
{
  g_clear_handle_id (&SC_DEAL_CHANCES (object)->later, g_source_remove);
  if (alive != NULL)
    g_ptr_array_remove (alive, object);

  G_OBJECT_CLASS (sc_deal_chances_parent_class)->dispose (object);
}

static void
sc_deal_chances_finalize (GObject *object)
{
  ScDealChances *self = SC_DEAL_CHANCES (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->process_id, g_free);
  g_clear_pointer (&self->chances, sc_chances_free);

  G_OBJECT_CLASS (sc_deal_chances_parent_class)->finalize (object);
}

static void
sc_deal_chances_class_init (ScDealChancesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_chances_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_deal_chances_finalize;

  /* Chances are known, or others. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_DEAL_CHANCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_deal_chances_init (ScDealChances *self)
{
  self->is_stale = TRUE;
}

/**
 * sc_deal_chances_get:
 * @store: a store
 * @process_id: a process
 *
 * Returns: (transfer full): the chances of its deals, the same for all that ask
 */
ScDealChances *
sc_deal_chances_get (ScStore    *store,
                     const char *process_id)
{
  ScDealChances *self;

  if (alive == NULL)
    alive = g_ptr_array_new ();
  for (guint i = 0; i < alive->len; i++)
    {
      self = alive->pdata[i];
      if (self->store == store && g_str_equal (self->process_id, process_id))
        return g_object_ref (self);
    }

  self = g_object_new (SC_TYPE_DEAL_CHANCES, NULL);
  self->store = g_object_ref (store);
  self->process_id = g_strdup (process_id);
  g_ptr_array_add (alive, self);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sc_deal_chances_find:
 * @self: the chances of a process's deals
 * @deal: a deal
 * @chance: (out): its chance
 *
 * Begins to read where that was not done yet; “changed” is emitted when it is.
 *
 * Returns: whether anything is known of it by now
 */
gboolean
sc_deal_chances_find (ScDealChances *self,
                      const ScDeal  *deal,
                      ScDealChance  *chance)
{
  g_return_val_if_fail (SC_IS_DEAL_CHANCES (self), FALSE);

  read_again (self);

  return self->chances != NULL && sc_chances_find (self->chances, deal, sc_clock_today (), chance);
}

/**
 * sc_deal_chances_get_outlived:
 * @self: the chances of a process's deals
 *
 * Begins to read where that was not done yet; “changed” is emitted when it is.
 *
 * Returns: (transfer none) (nullable) (element-type gint64): the open deals that are older
 *   than all that were decided, in ascending order; %NULL while that is not known
 */
GArray *
sc_deal_chances_get_outlived (ScDealChances *self)
{
  g_return_val_if_fail (SC_IS_DEAL_CHANCES (self), NULL);

  read_later (self);

  return self->chances != NULL ? sc_chances_get_outlived (self->chances) : NULL;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/**
 * sc_deal_chances_has_outlived:
 * @self: the chances of a process's deals
 * @deal_id: a deal
 *
 * Returns: whether it is known to be older than all that were decided
 */
gboolean
sc_deal_chances_has_outlived (ScDealChances *self,
                              gint64         deal_id)
{
  GArray *outlived = sc_deal_chances_get_outlived (self);

  return outlived != NULL && g_array_binary_search (outlived, &deal_id, compare_ids, NULL);
}
