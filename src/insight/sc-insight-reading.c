/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what the Insight view shows in the background, one part after the other, and anew when
 * deals change: those parts that the change concerns, and once for changes that come one after
 * the other. While nobody looks, it waits. */

#include "insight/sc-insight-reading.h"

#include "model/sc-wall-clock.h"
#include "store/sc-change-set.h"
#include "store/sc-store-read.h"

/* Changes that come sooner than this after each other are read together; but figures come although
 * deals change all the time. */
#define QUIET_MSEC 300
#define MOST_USEC (2 * G_TIME_SPAN_SECOND)

#define ALL_PARTS ((1U << SC_INSIGHT_N_PARTS) - 1)
/* Those that say who is responsible for deals. */
#define PARTS_WITH_NAMES (1U << SC_INSIGHT_PART_FLOW | 1U << SC_INSIGHT_PART_PLANS)

struct _ScInsightReading
{
  GObject parent_instance;

  ScStore *store;
  ScFiguresQuery *query;
  gboolean is_looked_at;

  /* What is read: of parts, a bit each. */
  GCancellable *cancellable; /* NULL where nothing is */
  gboolean is_asked;
  guint wanted;
  ScInsightPart part;
  /* How far the part that is being read is, in thousandths: written by its thread. */
  int *done;

  /* Parts that have changed since they were begun to be read, from when on, and what waits for
   * more changes. */
  guint stale;
  gint64 stale_since;
  guint waiting;
  /* Parts whose reading was cancelled. */
  guint left;
};

enum {
  PROP_IS_READING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_PART_READ,
  SIGNAL_ENDED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScInsightReading, sc_insight_reading, G_TYPE_OBJECT);

static void read_next (ScInsightReading *self);

static void
stop_waiting (ScInsightReading *self)
{
  if (self->waiting != 0)
    g_source_remove (self->waiting);
  self->waiting = 0;
}

static void
begin (ScInsightReading *self,
       guint             parts,
       gboolean          is_asked)
{
  gboolean was_reading = self->cancellable != NULL;

  stop_waiting (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->is_asked = is_asked;
  self->wanted = parts;
  self->stale &= ~parts;
  self->left &= ~parts;
  self->stale_since = 0;
  self->part = 0;
  if (!was_reading || is_asked)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_READING]);
  read_next (self);
}

static void
end (ScInsightReading *self)
{
  g_clear_object (&self->cancellable);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_READING]);
}

static gboolean
quiet_cb (gpointer user_data)
{
  ScInsightReading *self = user_data;

  self->waiting = 0;
  begin (self, self->stale, FALSE);

  return G_SOURCE_REMOVE;
}

/* What is being read is read to its end first. */
static void
follow (ScInsightReading *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->stale == 0 || self->cancellable != NULL || !self->is_looked_at)
    return;

  if (self->stale_since == 0)
    self->stale_since = now;
  if (self->waiting != 0 && now - self->stale_since > MOST_USEC)
    return;

  stop_waiting (self);
  self->waiting = g_timeout_add (QUIET_MSEC, quiet_cb, self);
}

static void
part_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ScInsightReading) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer figures = sc_store_read_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (figures == NULL)
    {
      end (self);
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  g_signal_emit (self, signals[SIGNAL_PART_READ], 0, self->part, figures);
  self->part++;
  read_next (self);
}

static void
read_next (ScInsightReading *self)
{
  while (self->part < SC_INSIGHT_N_PARTS && (self->wanted & 1U << self->part) == 0)
    self->part++;
  if (self->part == SC_INSIGHT_N_PARTS)
    {
      g_signal_emit (self, signals[SIGNAL_ENDED], 0);
      end (self);
      follow (self);
      return;
    }

  g_clear_pointer (&self->done, g_atomic_rc_box_release);
  self->done = g_atomic_rc_box_new0 (int);
  sc_insight_part_read_async (self->store, self->part, self->query, self->done, self->cancellable, part_read_cb,
                              g_object_ref (self));
}

/* What another process's scheme or deals are is nothing to this one's figures, and what people
 * are called only to those that tell whose deals are won. */
static guint
find_parts (ScInsightReading  *self,
            const ScChangeSet *changes)
{
  if (sc_change_set_has_figures (changes, self->query->process_id))
    return ALL_PARTS;

  return changes->has_names ? PARTS_WITH_NAMES : 0;
}

static void
store_changed_cb (ScInsightReading  *self,
                  const ScChangeSet *changes)
{
  guint parts = find_parts (self, changes);

  if (parts == 0)
    return;

  self->stale |= parts | self->left;
  follow (self);
}

static void
day_changed_cb (ScInsightReading *self)
{
  if (self->query->as_of != SC_DATE_NONE)
    return;

  self->stale = ALL_PARTS;
  follow (self);
}

static void
sc_insight_reading_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_IS_READING:
      g_value_set_boolean (value, sc_insight_reading_get_is_reading (SC_INSIGHT_READING (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_insight_reading_dispose (GObject *object)
{
  ScInsightReading *self = SC_INSIGHT_READING (object);

  stop_waiting (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_insight_reading_parent_class)->dispose (object);
}

static void
sc_insight_reading_finalize (GObject *object)
{
  ScInsightReading *self = SC_INSIGHT_READING (object);

  g_clear_pointer (&self->done, g_atomic_rc_box_release);
  sc_figures_query_free (self->query);

  G_OBJECT_CLASS (sc_insight_reading_parent_class)->finalize (object);
}

static void
sc_insight_reading_class_init (ScInsightReadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sc_insight_reading_get_property;
  object_class->dispose = sc_insight_reading_dispose;
  object_class->finalize = sc_insight_reading_finalize;

  /**
   * ScInsightReading:is-reading:
   *
   * Whether something is being read.
   */
  properties[PROP_IS_READING] = g_param_spec_boolean ("is-reading", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* A part was read: which, and its figures, which the handler owns. */
  signals[SIGNAL_PART_READ] =
    g_signal_new ("part-read", SC_TYPE_INSIGHT_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
  /* All parts that were wanted were read. */
  signals[SIGNAL_ENDED] =
    g_signal_new ("ended", SC_TYPE_INSIGHT_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* A part can't be read, and those behind it are not. */
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", SC_TYPE_INSIGHT_READING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
sc_insight_reading_init (ScInsightReading *self)
{
}

/**
 * sc_insight_reading_new:
 * @store: where the process is
 * @query: which deals figures are made of
 *
 * Emits “part-read” for each part, with its figures, which the handler takes, and “ended” when
 * all were read, or “failed”.
 *
 * Returns: (transfer full): what reads them; sc_insight_reading_begin() begins
 */
ScInsightReading *
sc_insight_reading_new (ScStore              *store,
                        const ScFiguresQuery *query)
{
  ScInsightReading *self = g_object_new (SC_TYPE_INSIGHT_READING, NULL);

  self->store = g_object_ref (store);
  self->query = sc_figures_query_copy (query);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (day_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * sc_insight_reading_begin:
 * @self: what reads
 *
 * Reads all parts from the first on, as somebody has asked for it. What is being read ends.
 */
void
sc_insight_reading_begin (ScInsightReading *self)
{
  g_return_if_fail (SC_IS_INSIGHT_READING (self));

  begin (self, ALL_PARTS, TRUE);
}

/**
 * sc_insight_reading_cancel:
 * @self: what reads
 *
 * Ends what is being read. What has changed meanwhile is read with the next change.
 */
void
sc_insight_reading_cancel (ScInsightReading *self)
{
  g_return_if_fail (SC_IS_INSIGHT_READING (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  self->left |= self->wanted & ~((1U << self->part) - 1);
  end (self);
}

/**
 * sc_insight_reading_set_query:
 * @self: what reads
 * @query: which deals figures are made of
 *
 * Begins to read the figures of other deals.
 */
void
sc_insight_reading_set_query (ScInsightReading     *self,
                              const ScFiguresQuery *query)
{
  g_return_if_fail (SC_IS_INSIGHT_READING (self));

  sc_figures_query_free (self->query);
  self->query = sc_figures_query_copy (query);
  begin (self, ALL_PARTS, TRUE);
}

/**
 * sc_insight_reading_set_looked_at:
 * @self: what reads
 * @is_looked_at: whether somebody looks at the figures; until then what has changed is not read
 */
void
sc_insight_reading_set_looked_at (ScInsightReading *self,
                                  gboolean          is_looked_at)
{
  g_return_if_fail (SC_IS_INSIGHT_READING (self));

  self->is_looked_at = is_looked_at;
  if (!is_looked_at)
    stop_waiting (self);
  follow (self);
}

/**
 * sc_insight_reading_get_is_reading:
 * @self: what reads
 *
 * Returns: whether something is being read
 */
gboolean
sc_insight_reading_get_is_reading (ScInsightReading *self)
{
  g_return_val_if_fail (SC_IS_INSIGHT_READING (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * sc_insight_reading_is_current:
 * @self: what reads
 *
 * Returns: whether all that has changed was read; not while it is being read, or waits for that
 */
gboolean
sc_insight_reading_is_current (ScInsightReading *self)
{
  g_return_val_if_fail (SC_IS_INSIGHT_READING (self), FALSE);

  return self->cancellable == NULL && self->stale == 0 && self->left == 0;
}

/**
 * sc_insight_reading_is_asked:
 * @self: what reads
 *
 * Returns: whether what is read was asked for, and is not read since something has changed
 */
gboolean
sc_insight_reading_is_asked (ScInsightReading *self)
{
  g_return_val_if_fail (SC_IS_INSIGHT_READING (self), FALSE);

  return self->is_asked;
}

/**
 * sc_insight_reading_get_fraction:
 * @self: what reads
 *
 * Returns: how far it is, from 0 to 1
 */
double
sc_insight_reading_get_fraction (ScInsightReading *self)
{
  double n = 0, n_read = 0;

  g_return_val_if_fail (SC_IS_INSIGHT_READING (self), 0);

  for (guint part = 0; part < SC_INSIGHT_N_PARTS; part++)
    if ((self->wanted & 1U << part) != 0)
      {
        n++;
        n_read += part < (guint) self->part;
      }
  if (self->done != NULL && self->part < SC_INSIGHT_N_PARTS)
    n_read += g_atomic_int_get (self->done) / 1000.0;

  return n > 0 ? n_read / n : 0;
}
