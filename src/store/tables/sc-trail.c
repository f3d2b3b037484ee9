/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Works out of what a deal's history says of its stage, its status and its being parked
 * when it stood in which stage. */

#include "store/tables/sc-trail-private.h"

/* An event at its place. */
typedef struct {
  const ScTrailEvent *event;
  ScInstant place;
} Step;

/* Where it stands, as far as that has been followed. */
typedef struct {
  GArray *visits;
  GArray *spans;
  ScInstant now;
  gint64 stage_key;
  ScDealStatus status;
  gint64 stands_in;
  gboolean is_parked;
} Walk;

/* The status that it gets next, if it does. */
static const ScTrailEvent *
find_next_status (const GArray *events,
                  guint         index)
{
  for (guint i = index + 1; i < events->len; i++)
    {
      const ScTrailEvent *event = &g_array_index (events, ScTrailEvent, i);

      if (event->field == SC_TRAIL_STATUS)
        return event;
    }

  return NULL;
}

/* What else is told of the day on which it was closed came before that, unless it was
 * opened again on the same day. */
static ScInstant
find_place (const GArray *events,
            guint         index)
{
  const ScTrailEvent *event = &g_array_index (events, ScTrailEvent, index);
  const ScTrailEvent *next;

  if (event->field != SC_TRAIL_STATUS || sc_deal_status_is_standing (event->status))
    return event->at;

  next = find_next_status (events, index);

  return next == NULL || next->at > event->at + SC_REST_OF_DAY ? event->at + SC_REST_OF_DAY : event->at;
}

/* They are sorted already but for the few that were put off. */
static void
put_in_order (GArray *steps)
{
  for (guint i = 1; i < steps->len; i++)
    {
      Step step = g_array_index (steps, Step, i);
      guint at = i;

      for (; at > 0 && g_array_index (steps, Step, at - 1).place > step.place; at--)
        g_array_index (steps, Step, at) = g_array_index (steps, Step, at - 1);
      g_array_index (steps, Step, at) = step;
    }
}

static ScVisitEnd
get_end (ScDealStatus status)
{
  switch (status)
    {
    case SC_DEAL_COMPLETED:
      return SC_VISIT_COMPLETED;
    case SC_DEAL_ENDED_EARLY:
      return SC_VISIT_ENDED_EARLY;
    case SC_DEAL_LOST:
      return SC_VISIT_LOST;
    case SC_DEAL_OPEN:
    case SC_DEAL_WON:
    default:
      return SC_VISIT_ON;
    }
}

static void
leave (Walk               *self,
       const ScTrailEvent *event)
{
  ScTrailVisit *visit = &g_array_index (self->visits, ScTrailVisit, self->visits->len - 1);

  visit->left_at = self->now;
  visit->end = get_end (self->status);
  visit->is_known = visit->is_known && !event->is_inferred;
}

static void
enter (Walk               *self,
       const ScTrailEvent *event)
{
  ScTrailVisit visit = {
    .stage_key = self->stage_key, .version_key = event->version_key, .entered_at = self->now,
    .end = SC_VISIT_STANDS, .is_known = !event->is_inferred,
  };

  g_array_append_val (self->visits, visit);
}

/* Being won is going on: only what closes a deal takes it out of its stage. */
static void
go_on (Walk               *self,
       const ScTrailEvent *event)
{
  gint64 stands_in;

  self->now = MAX (self->now, event->at);
  if (event->field == SC_TRAIL_STAGE)
    self->stage_key = event->stage_key;
  else
    self->status = event->status;

  stands_in = sc_deal_status_is_standing (self->status) ? self->stage_key : 0;
  if (stands_in == self->stands_in)
    return;
  if (self->stands_in != 0)
    leave (self, event);
  if (stands_in != 0)
    enter (self, event);

  self->stands_in = stands_in;
}

static void
park (Walk               *self,
      const ScTrailEvent *event)
{
  if (self->is_parked)
    {
      ScTrailSpan *before = &g_array_index (self->spans, ScTrailSpan, self->spans->len - 1);

      before->ended_at = event->at;
      before->has_ended = TRUE;
    }

  self->is_parked = event->until != SC_DATE_NONE;
  if (self->is_parked)
    {
      ScTrailSpan span = { .since = event->at, .until = event->until };

      g_array_append_val (self->spans, span);
    }
}

/**
 * sc_trail_work_out:
 * @events: (element-type ScTrailEvent): what a deal's history says, in its order
 * @visits: (element-type ScTrailVisit): where to add its visits
 * @spans: (element-type ScTrailSpan): where to add when it was parked
 *
 * A deal that is closed has left its stage, and one that is opened again visits it anew.
 */
void
sc_trail_work_out (const GArray *events,
                   GArray       *visits,
                   GArray       *spans)
{
  g_autoptr (GArray) steps = g_array_sized_new (FALSE, FALSE, sizeof (Step), events->len);
  Walk walk = { .visits = visits, .spans = spans, .now = G_MININT64, .status = SC_DEAL_OPEN };

  for (guint i = 0; i < events->len; i++)
    {
      Step step = { &g_array_index (events, ScTrailEvent, i), find_place (events, i) };

      g_array_append_val (steps, step);
    }
  put_in_order (steps);

  for (guint i = 0; i < steps->len; i++)
    {
      const ScTrailEvent *event = g_array_index (steps, Step, i).event;

      if (event->field == SC_TRAIL_PARKED)
        park (&walk, event);
      else
        go_on (&walk, event);
    }
}
