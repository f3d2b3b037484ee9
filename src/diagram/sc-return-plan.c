/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the connectors run that take a refused deal back to another stage. A
 * way leaves its card at the top, runs along the gutter over the row and comes
 * to the stage from above; one to a row further up runs through the margin on
 * the side where rows start and comes from below. In one column all run through
 * the margin. So none crosses a card.
 *
 * A gutter is a track of lanes. All ways into a stage share one lane of each
 * track, as a bus, and each part of it is drawn once, or dashes would fill each
 * other's gaps; those of different stages lie in different lanes wherever they
 * would touch. Which lane is known before cards have their height; where lanes
 * are, after. */

#include "diagram/sc-return-plan.h"

#include <math.h>

#include "diagram/sc-lanes.h"

/* From a card's middle, where the usual connectors are, to where returns leave
 * and come in: what goes up on one side, what goes down on the other. What
 * leaves a card and what comes into the one over it are never in one line. */
#define PORT_OUT 24.0
#define PORT_IN 38.0

/* In one column they leave below the middle of the side, and come in above. */
#define SIDE_PORT 0.1

/* The lane nearest to a row, and from lane to lane. */
#define LANE_GAP 19.0
#define LANE_STEP 9.0
#define LANE_ROOM 2.0

/* The lanes of the margin. */
#define MARGIN_FIRST 16.0
#define MARGIN_LAST 4.0
#define MARGIN_STEP 6.0

/* What is nearer to each other than this is not put into one lane. */
#define APART 16.0
#define ROWS_APART 0.1

/* How far a way that joins another runs along with it. */
#define JOIN 12.0

/* The tip of its arrow stays off the card, and its shadow. */
#define TIP_GAP 4.0

/* One stage's way back. */
typedef struct {
  guint from;
  guint to;
  gboolean leaves_up;
  gboolean is_from_below; /* it comes to its stage there */
  guint track; /* that it leaves into */
  guint entry_track; /* that it comes to its stage from */
  double start; /* where it comes into its track */
  double entry; /* where it leaves the last one */
  guint span;
  guint entry_span;
  guint margin_span;
} Return;

struct _ScReturnPlan {
  gboolean is_column;
  guint n_rows;
  guint n_columns;
  ScMarkRoom mark;
  GArray *returns; /* of Return; those to a stage from one side follow each other, the longest first */
  GArray *spans; /* of ScSpan */
  guint *n_lanes; /* of each row's gutter, and then of the margin */
  gboolean is_under_mark; /* whether lanes keep below the mark's label, beside it */
};

static Return *
get_return (const ScReturnPlan *self,
            guint               position)
{
  return &g_array_index (self->returns, Return, position);
}

static ScSpan *
get_span (const ScReturnPlan *self,
          guint               position)
{
  return &g_array_index (self->spans, ScSpan, position);
}

static guint
get_margin (const ScReturnPlan *self)
{
  return self->n_rows;
}

static double
get_middle (const ScReturnPlan *self,
            guint               stage)
{
  return SC_SCHEME_MARGIN + (stage % self->n_columns) * (SC_CARD_WIDTH + SC_CARD_GAP) + SC_CARD_WIDTH / 2;
}

static Return
plan_in_rows (const ScReturnPlan *self,
              guint               from,
              guint               to)
{
  guint from_row = from / self->n_columns;
  guint to_row = to / self->n_columns;
  Return way = { .from = from, .to = to, .leaves_up = from_row >= to_row, .is_from_below = from_row > to_row };

  way.track = way.leaves_up ? from_row : from_row + 1;
  way.entry_track = way.is_from_below ? to_row + 1 : to_row;
  way.start = get_middle (self, from) + (way.leaves_up ? PORT_OUT : -PORT_OUT);
  way.entry = get_middle (self, to) + (way.is_from_below ? PORT_IN : -PORT_IN);
  /* Where one stands right over the other the way is straight. */
  if (from_row != to_row && way.track == way.entry_track && from % self->n_columns == to % self->n_columns)
    way.start = way.entry;

  return way;
}

static Return
plan_in_column (const ScReturnPlan *self,
                guint               from,
                guint               to)
{
  return (Return) {
           .from = from,
           .to = to,
           .track = get_margin (self),
           .entry_track = get_margin (self),
           .start = from + 0.5 + SIDE_PORT,
           .entry = to + 0.5 - SIDE_PORT,
  };
}

static void
list_returns (ScReturnPlan    *self,
              const ScVersion *version)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < version->stages->len; i++)
    g_hash_table_insert (positions, sc_version_get_stage (version, i)->id, GUINT_TO_POINTER (i));

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScRefusal *refusal = &sc_version_get_stage (version, i)->refusal;
      gpointer to;
      Return way;

      if (refusal->kind != SC_REFUSAL_BACK || refusal->stage_id == NULL ||
          !g_hash_table_lookup_extended (positions, refusal->stage_id, NULL, &to))
        continue;

      way = self->is_column ? plan_in_column (self, i, GPOINTER_TO_UINT (to)) : plan_in_rows (self, i, GPOINTER_TO_UINT (to));
      g_array_append_val (self->returns, way);
    }
}

static guint
get_distance (const Return *way)
{
  return MAX (way->track, way->entry_track) - MIN (way->track, way->entry_track);
}

/* From right below its stage, or right over it. */
static gboolean
is_straight (const Return *way)
{
  return way->track == way->entry_track && way->start == way->entry;
}

static gboolean
is_one_bus (const Return *a,
            const Return *b)
{
  return a->to == b->to && a->is_from_below == b->is_from_below;
}

/* The longest first: it is drawn whole, and others join it. */
static int
compare_returns (gconstpointer a,
                 gconstpointer b)
{
  const Return *x = a;
  const Return *y = b;
  double x_away = get_distance (x) > 0 ? x->start : fabs (x->start - x->entry);
  double y_away = get_distance (y) > 0 ? y->start : fabs (y->start - y->entry);

  if (x->to != y->to)
    return x->to < y->to ? -1 : 1;
  if (x->is_from_below != y->is_from_below)
    return x->is_from_below ? 1 : -1;
  if (is_straight (x) != is_straight (y))
    return is_straight (x) ? -1 : 1;
  if (get_distance (x) != get_distance (y))
    return get_distance (x) > get_distance (y) ? -1 : 1;

  return x_away > y_away ? -1 : x_away < y_away;
}

static guint
add_span (ScReturnPlan *self,
          guint         track,
          double        at)
{
  ScSpan span = { track, at, at, track == get_margin (self) ? ROWS_APART : APART, 0 };

  g_array_append_val (self->spans, span);

  return self->spans->len - 1;
}

static void
stretch (ScReturnPlan *self,
         guint         span,
         double        at)
{
  ScSpan *stretched = get_span (self, span);

  stretched->low = MIN (stretched->low, at);
  stretched->high = MAX (stretched->high, at);
}

/* The lanes of a bus: one of the track that it comes to its stage from, and
 * for those from further away one of the margin and of each track of theirs. */
static void
span_bus (ScReturnPlan *self,
          guint         first,
          guint         end)
{
  guint entry = add_span (self, get_return (self, first)->entry_track, get_return (self, first)->entry);
  guint margin = G_MAXUINT;

  for (guint i = first; i < end; i++)
    {
      Return *way = get_return (self, i);

      way->entry_span = entry;
      way->span = entry;
      if (get_distance (way) > 0)
        {
          if (margin == G_MAXUINT)
            {
              margin = add_span (self, get_margin (self), way->entry_track);
              stretch (self, entry, 0);
            }
          stretch (self, margin, way->track);
          way->margin_span = margin;
          way->span = i > first && way[-1].track == way->track ? way[-1].span : add_span (self, way->track, 0);
        }
      stretch (self, way->span, way->start);
    }
}

static void
span_all (ScReturnPlan *self)
{
  guint end;

  for (guint first = 0; first < self->returns->len; first = end)
    {
      for (end = first + 1; end < self->returns->len; end++)
        if (!is_one_bus (get_return (self, first), get_return (self, end)))
          break;
      if (end - first > 1 || !is_straight (get_return (self, first)))
        span_bus (self, first, end);
    }
}

static gboolean
is_beside_mark (const ScReturnPlan *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const ScSpan *span = get_span (self, i);

      if ((int) span->track == self->mark.row && span->track != get_margin (self) &&
          span->low < self->mark.right + APART && span->high > self->mark.left - APART)
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_return_plan_new:
 * @version: a version
 * @layout: the layout to be, which knows its rows and columns
 * @mark: where the client mark's label is to be
 *
 * Returns: (transfer full): which lanes the ways back take
 */
ScReturnPlan *
sc_return_plan_new (const ScVersion  *version,
                    const ScLayout   *layout,
                    const ScMarkRoom *mark)
{
  ScReturnPlan *self = g_new0 (ScReturnPlan, 1);

  self->is_column = layout->n_columns == 1 && layout->n_stages > 1;
  self->n_rows = layout->n_rows;
  self->n_columns = layout->n_columns;
  self->mark = *mark;
  self->returns = g_array_new (FALSE, TRUE, sizeof (Return));
  self->spans = g_array_new (FALSE, TRUE, sizeof (ScSpan));
  self->n_lanes = g_new0 (guint, self->n_rows + 1);

  list_returns (self, version);
  g_array_sort (self->returns, compare_returns);
  span_all (self);
  sc_lanes_choose (self->spans, self->n_lanes);
  self->is_under_mark = is_beside_mark (self);

  return self;
}

/**
 * sc_return_plan_free:
 * @self: (transfer full): a plan
 */
void
sc_return_plan_free (ScReturnPlan *self)
{
  g_array_unref (self->returns);
  g_array_unref (self->spans);
  g_free (self->n_lanes);
  g_free (self);
}

/**
 * sc_return_plan_get_room:
 * @self: a plan
 * @row: a row, from 0
 *
 * Returns: how much higher than otherwise the gutter over the row has to be,
 *   beside what the client mark takes
 */
double
sc_return_plan_get_room (const ScReturnPlan *self,
                         guint               row)
{
  double height = self->n_lanes[row] * LANE_STEP;

  if (height > 0)
    height += LANE_ROOM;
  if ((int) row == self->mark.row && self->is_under_mark)
    height -= self->mark.height;

  return MAX (height, 0);
}

static double
place_row_lane (const ScReturnPlan *self,
                const ScLayout     *layout,
                const ScSpan       *span)
{
  double top = layout->places[span->track * self->n_columns].card.y;

  if ((int) span->track == self->mark.row && !self->is_under_mark)
    top -= self->mark.height;

  return top - LANE_GAP - span->lane * LANE_STEP;
}

/* However many there are, they stay in the margin. */
static double
place_margin_lane (const ScReturnPlan *self,
                   guint               span)
{
  guint n = self->n_lanes[get_margin (self)];
  double step = n > 1 ? MIN (MARGIN_STEP, (MARGIN_FIRST - MARGIN_LAST) / (n - 1)) : 0;

  return MARGIN_FIRST - get_span (self, span)->lane * step;
}

/* What of a bus has been drawn. */
typedef struct {
  gboolean has_end;
  gboolean has_margin;
  gboolean has_low; /* the lane before the stage */
  gboolean has_high; /* the lane behind it */
  guint track;
} Drawn;

static void
add_point (ScRoute *route,
           double   x,
           double   y)
{
  route->points[route->n_points++] = (ScPoint) { x, y };
}

static void
trace_in_rows (const ScReturnPlan *self,
               const ScLayout     *layout,
               const Return       *way,
               ScRoute            *route)
{
  const ScBox *from = &layout->places[way->from].card;
  const ScBox *to = &layout->places[way->to].card;

  add_point (route, way->start, way->leaves_up ? from->y : from->y + from->height);
  if (!is_straight (way))
    {
      double y = place_row_lane (self, layout, get_span (self, way->span));
      double entry_y = place_row_lane (self, layout, get_span (self, way->entry_span));

      add_point (route, way->start, y);
      if (get_distance (way) > 0)
        {
          double x = place_margin_lane (self, way->margin_span);

          add_point (route, x, y);
          add_point (route, x, entry_y);
        }
      add_point (route, way->entry, entry_y);
    }
  add_point (route, way->entry, way->is_from_below ? to->y + to->height + TIP_GAP : to->y - TIP_GAP);
}

static void
trace_in_column (const ScReturnPlan *self,
                 const ScLayout     *layout,
                 const Return       *way,
                 ScRoute            *route)
{
  const ScBox *from = &layout->places[way->from].card;
  const ScBox *to = &layout->places[way->to].card;
  double x = place_margin_lane (self, way->span);
  double y = from->y + from->height * (0.5 + SIDE_PORT);
  double entry_y = to->y + to->height * (0.5 - SIDE_PORT);

  add_point (route, from->x, y);
  add_point (route, x, y);
  add_point (route, x, entry_y);
  add_point (route, to->x - TIP_GAP, entry_y);
}

/* Returns the corner from which on a way has been drawn, or 0 where it has
 * not; and takes note that it is. */
static guint
meet (const Return *way,
      Drawn        *drawn)
{
  gboolean *side = way->start < way->entry ? &drawn->has_low : &drawn->has_high;
  Drawn before = *drawn;
  gboolean had_side = *side;

  drawn->has_end = TRUE;
  if (is_straight (way))
    return 0;

  if (get_distance (way) > 0)
    {
      drawn->has_margin = TRUE;
      drawn->has_low = TRUE;
      drawn->track = way->track;
      if (before.has_margin)
        return before.track == way->track ? 1 : 2;

      return before.has_end ? 4 : 0;
    }

  *side = TRUE;
  if (had_side)
    return 1;

  return before.has_end ? 2 : 0;
}

/* Cuts a way off where it meets one that is drawn, just behind the corner, so
 * that it runs into it. */
static void
join (ScReturn *shape,
      guint     corner)
{
  ScPoint at = shape->way.points[corner];
  ScPoint next = shape->way.points[corner + 1];
  double length = fabs (next.x - at.x) + fabs (next.y - at.y);
  double share = MIN (JOIN / length, 1);

  shape->joins = TRUE;
  shape->way.n_points = corner + 2;
  shape->way.points[corner + 1] = (ScPoint) { at.x + (next.x - at.x) * share, at.y + (next.y - at.y) * share };
}

/**
 * sc_return_plan_draw:
 * @self: a plan
 * @layout: the layout that it was made for, whose cards have their places
 *
 * Gives @layout the ways back.
 */
void
sc_return_plan_draw (const ScReturnPlan *self,
                     ScLayout           *layout)
{
  Drawn drawn = { FALSE };

  layout->n_returns = self->returns->len;
  layout->returns = g_new0 (ScReturn, layout->n_returns);
  for (guint i = 0; i < layout->n_returns; i++)
    {
      const Return *way = get_return (self, i);
      ScReturn *shape = &layout->returns[i];
      guint corner;

      if (i > 0 && !is_one_bus (way - 1, way))
        drawn = (Drawn) { FALSE }
      ;
      shape->from = way->from;
      shape->to = way->to;
      if (self->is_column)
        trace_in_column (self, layout, way, &shape->way);
      else
        trace_in_rows (self, layout, way, &shape->way);
      corner = meet (way, &drawn);
      if (corner > 0)
        join (shape, corner);
    }
}
