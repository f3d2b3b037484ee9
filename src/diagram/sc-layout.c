/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards stand in rows that read like lines of text. A row's connectors run
 * straight from card to card; the one to the next row leaves its card at the
 * bottom, runs back between the rows and comes in from above. Cards of a row
 * are of one height, so that the eye has a line to follow. Rows are as even as
 * they can be: seven stages in a width for five stand four and three.
 *
 * Everything is laid out from the left and mirrored at the end where rows
 * start on the right. */

#include "diagram/sc-layout.h"

#include <math.h>

#include "diagram/sc-caption.h"
#include "diagram/sc-layout-private.h"
#include "diagram/sc-return-plan.h"
#include "diagram/sc-stage-notes.h"

/* The parts of a card, from the top. */
#define HEAD_HEIGHT 24.0
#define HEAD_GAP 8.0
#define ROLE_GAP 8.0
#define PARTICIPANTS_GAP 4.0
#define PARTICIPANTS_HEIGHT 20.0
#define PARKING_GAP 4.0
#define FACTS_GAP 4.0
#define FACTS_HEIGHT 28.0

/* The mark's label, and how far its line stands out over the cards. */
#define MARK_LABEL_HEIGHT 24.0
#define MARK_LABEL_PADDING 10.0
#define MARK_OVERHANG 8.0
#define MARK_EDGE 2.0

#define SUM_GAP 20.0

/* What the layout is made with. */
typedef struct {
  const ScVersion *version;
  ScTypesetter *typesetter;
  ScLayout *layout;
  double label_width;
  gboolean has_refusals;
  GPtrArray *figures;
  ScReturnPlan *returns;
} Job;

static double
get_line_height (ScTextStyle style)
{
  return sc_typesetter_get_line_height (style);
}

/* What the cards of a row have in common, so that they are of one height. */
typedef struct {
  guint n_name_lines;
  guint n_role_lines;
  gboolean has_participants;
  gboolean has_parking;
  double notes_height;
} RowParts;

static guint
count_lines (Job        *job,
             ScTextStyle style,
             const char *text,
             double      width,
             guint       most)
{
  guint n_lines = sc_typesetter_count_lines (job->typesetter, style, text, width, sc_layout_limit_lines (job->layout, most));

  return MAX (n_lines, 1);
}

static guint
count_role_lines (Job           *job,
                  const ScStage *stage)
{
  const ScRole *role = sc_version_find_role (job->version, stage->responsible, NULL);

  if (role == NULL)
    return 1;

  return count_lines (job, SC_TEXT_ROLE, role->name, SC_CARD_WIDTH - 2 * SC_CARD_PADDING - SC_SIGN_ROOM,
                      SC_ROLE_MAX_LINES);
}

static gboolean
is_parked (Job  *job,
           guint stage)
{
  return job->has_refusals && sc_version_get_stage (job->version, stage)->refusal.kind == SC_REFUSAL_PARK;
}

static RowParts
collect_parts (Job  *job,
               guint first,
               guint end)
{
  RowParts parts = { 1, 1, FALSE, FALSE, 0 };

  for (guint i = first; i < end; i++)
    {
      const ScStage *stage = sc_version_get_stage (job->version, i);

      parts.n_name_lines = MAX (parts.n_name_lines, count_lines (job, SC_TEXT_NAME, stage->name,
                                                                 SC_CARD_WIDTH - 2 * SC_CARD_PADDING, SC_NAME_MAX_LINES));
      parts.n_role_lines = MAX (parts.n_role_lines, count_role_lines (job, stage));
      parts.has_participants |= stage->participants[0] != NULL;
      parts.has_parking |= is_parked (job, i);
      parts.notes_height = MAX (parts.notes_height,
                                sc_stage_notes_measure (sc_stage_figures_find (job->figures, stage->id), job->version,
                                                        job->typesetter));
    }

  return parts;
}

static ScBox
take_line (const ScPlace *place,
           double        *y,
           double         height)
{
  ScBox box = { place->card.x + SC_CARD_PADDING, *y, SC_CARD_WIDTH - 2 * SC_CARD_PADDING, height };

  *y += height;

  return box;
}

static void
place_card (ScPlace        *place,
            double          x,
            double          top,
            const RowParts *parts)
{
  double y = top + SC_CARD_PADDING;

  place->card = (ScBox) { x, top, SC_CARD_WIDTH, 0 };
  place->kinds = take_line (place, &y, HEAD_HEIGHT);
  place->number = (ScBox) { place->kinds.x, place->kinds.y, HEAD_HEIGHT, HEAD_HEIGHT };
  place->kinds.x += HEAD_HEIGHT + HEAD_GAP;
  place->kinds.width -= HEAD_HEIGHT + HEAD_GAP;
  y += HEAD_GAP;
  place->name = take_line (place, &y, parts->n_name_lines * get_line_height (SC_TEXT_NAME));
  y += ROLE_GAP;
  place->role = take_line (place, &y, parts->n_role_lines * get_line_height (SC_TEXT_ROLE));
  if (parts->has_participants)
    {
      y += PARTICIPANTS_GAP;
      place->participants = take_line (place, &y, PARTICIPANTS_HEIGHT);
    }
  if (parts->has_parking)
    {
      y += PARKING_GAP;
      place->parking = take_line (place, &y, get_line_height (SC_TEXT_FACT));
    }
  y += FACTS_GAP;
  place->facts = take_line (place, &y, FACTS_HEIGHT);
  if (parts->notes_height > 0)
    {
      y += SC_NOTES_GAP;
      place->notes = take_line (place, &y, parts->notes_height);
    }
  place->card.height = y + SC_CARD_PADDING - 2 - top;
}

static double
get_card_x (guint column)
{
  return SC_SCHEME_MARGIN + column * (SC_CARD_WIDTH + SC_CARD_GAP);
}

/* Returns where the row ends. */
static double
place_row (Job   *job,
           guint  row,
           double top)
{
  ScLayout *layout = job->layout;
  guint first = row * layout->n_columns;
  guint end = MIN (first + layout->n_columns, layout->n_stages);
  RowParts parts = collect_parts (job, first, end);
  double bottom = top;

  for (guint i = first; i < end; i++)
    {
      ScPlace *place = &layout->places[i];

      place->row = row;
      place->column = i - first;
      place_card (place, get_card_x (place->column), top, &parts);
      if (sc_version_get_stage (job->version, i)->participants[0] == NULL)
        place->participants = (ScBox) { 0, 0, 0, 0 }
      ;
      if (!is_parked (job, i))
        place->parking = (ScBox) { 0, 0, 0, 0 }
      ;
      bottom = place->card.y + place->card.height;
    }

  return bottom;
}

/* In one column the mark lies between two cards and needs no room of its own;
 * in rows its label stands over the row. */
static gboolean
is_mark_lying (const ScLayout *layout)
{
  return layout->n_columns == 1 && layout->n_stages > 1;
}

static void
place_rows (Job *job)
{
  ScLayout *layout = job->layout;
  double y = SC_SCHEME_MARGIN;

  for (guint row = 0; row < layout->n_rows; row++)
    {
      gboolean has_mark = layout->mark.position >= 0 && (guint) layout->mark.position / layout->n_columns == row;

      if (row > 0)
        y += SC_ROW_GAP;
      if (has_mark && !is_mark_lying (layout))
        y += MARK_LABEL_HEIGHT + MARK_OVERHANG;
      if (job->returns != NULL)
        y += sc_return_plan_get_room (job->returns, row);
      y = place_row (job, row, y);
      if (has_mark && is_mark_lying (layout) && row + 1 == layout->n_rows)
        y += MARK_LABEL_HEIGHT + MARK_OVERHANG;
    }

  layout->height = y;
}

static void
connect_in_row (ScRoute     *route,
                const ScBox *from,
                const ScBox *to)
{
  double y = from->y + from->height / 2;

  route->points[0] = (ScPoint) { from->x + from->width, y };
  route->points[1] = (ScPoint) { to->x, y };
  route->n_points = 2;
}

/* Out at the bottom, back between the rows, in at the top. The way back lies
 * right over the row it leads to, below what stands in between. */
static void
connect_rows (ScRoute     *route,
              const ScBox *from,
              const ScBox *to)
{
  double x = from->x + from->width / 2;
  double to_x = to->x + to->width / 2;
  double bottom = from->y + from->height;
  double y = bottom + SC_ROW_GAP / 2;

  if (x == to_x)
    {
      route->points[0] = (ScPoint) { x, bottom };
      route->points[1] = (ScPoint) { x, to->y };
      route->n_points = 2;
      return;
    }

  route->points[0] = (ScPoint) { x, bottom };
  route->points[1] = (ScPoint) { x, y };
  route->points[2] = (ScPoint) { to_x, y };
  route->points[3] = (ScPoint) { to_x, to->y };
  route->n_points = 4;
}

static void
connect_stages (ScLayout *layout)
{
  for (guint i = 0; i < layout->n_routes; i++)
    {
      const ScPlace *from = &layout->places[i];
      const ScPlace *to = &layout->places[i + 1];

      if (from->row == to->row)
        connect_in_row (&layout->routes[i], &from->card, &to->card);
      else
        connect_rows (&layout->routes[i], &from->card, &to->card);
    }
}

static void
lay_mark (Job         *job,
          const ScBox *card)
{
  ScMark *mark = &job->layout->mark;
  double y = card->y + card->height + SC_ROW_GAP / 2;

  mark->from = (ScPoint) { card->x - MARK_OVERHANG, y };
  mark->to = (ScPoint) { card->x + card->width + MARK_OVERHANG, y };
  mark->label = (ScBox) { mark->from.x, y - MARK_LABEL_HEIGHT / 2,
                          MIN (job->label_width, card->width / 2), MARK_LABEL_HEIGHT };
}

/* Returns where the label of a mark that stands at @x begins. */
static double
find_label (Job   *job,
            double x)
{
  double left = MIN (x - job->label_width / 2, job->layout->width - MARK_EDGE - job->label_width);

  return MAX (left, MARK_EDGE);
}

/* What stands at the connector that it crosses is not to be struck through. */
static void
break_mark (Job *job)
{
  ScLayout *layout = job->layout;
  ScMark *mark = &layout->mark;
  guint position = (guint) mark->position;
  const ScRoute *route = position < layout->n_routes ? &layout->routes[position] : NULL;
  g_auto (ScPassed) passed = { { NULL, NULL }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } } };

  if (route == NULL || route->points[0].y != route->points[1].y)
    return;

  sc_passed_init (&passed, sc_stage_figures_find (job->figures, sc_version_get_stage (job->version, position)->id), route,
                  job->version->language, SC_DIRECTION_LTR, job->typesetter);
  mark->break_from = passed.boxes[0].y;
  mark->break_to = passed.boxes[passed.texts[1] != NULL ? 1 : 0].y + passed.boxes[0].height;
}

static void
stand_mark (Job         *job,
            const ScBox *card)
{
  ScMark *mark = &job->layout->mark;
  double x = card->x + card->width + SC_CARD_GAP / 2;
  double top = card->y - MARK_OVERHANG - MARK_LABEL_HEIGHT;

  mark->label = (ScBox) { find_label (job, x), top, job->label_width, MARK_LABEL_HEIGHT };
  mark->from = (ScPoint) { x, top + MARK_LABEL_HEIGHT };
  mark->to = (ScPoint) { x, card->y + card->height + MARK_OVERHANG };
  if (sc_stage_figures_find (job->figures, sc_version_get_stage (job->version, (guint) mark->position)->id) != NULL)
    break_mark (job);
}

static void
place_mark (Job *job)
{
  ScLayout *layout = job->layout;
  const ScBox *card;

  if (layout->mark.position < 0)
    return;

  card = &layout->places[layout->mark.position].card;
  if (is_mark_lying (layout))
    lay_mark (job, card);
  else
    stand_mark (job, card);
}

/* Before the rows have their places. */
static void
plan_returns (Job *job)
{
  ScLayout *layout = job->layout;
  ScMarkRoom mark = { -1, 0, 0, MARK_LABEL_HEIGHT + MARK_OVERHANG };

  if (!job->has_refusals || layout->n_stages == 0)
    return;

  if (layout->mark.position >= 0 && !is_mark_lying (layout))
    {
      guint position = (guint) layout->mark.position;
      double x = get_card_x (position % layout->n_columns) + SC_CARD_WIDTH + SC_CARD_GAP / 2;

      mark.row = (int) (position / layout->n_columns);
      mark.left = find_label (job, x);
      mark.right = mark.left + job->label_width;
    }
  job->returns = sc_return_plan_new (job->version, layout, &mark);
}

static void
place_sum (Job *job)
{
  ScLayout *layout = job->layout;

  g_autofree char *text = sc_caption_for_sum (job->version);
  double width = layout->width - 2 * SC_SCHEME_MARGIN;
  PangoLayout *lines = sc_typesetter_set (job->typesetter, SC_TEXT_SUM, text, width,
                                          sc_layout_limit_lines (layout, SC_SUM_MAX_LINES));
  double height = pango_layout_get_line_count (lines) * get_line_height (SC_TEXT_SUM);
  double gap = layout->n_stages > 0 ? SUM_GAP : 0;

  layout->sum = (ScBox) { SC_SCHEME_MARGIN, layout->height + gap, width, height };
  layout->height = layout->sum.y + layout->sum.height + SC_SCHEME_MARGIN;
}

/**
 * sc_layout_limit_lines:
 * @self: a layout
 * @most: the most lines that a text has on the screen
 *
 * Returns: the most lines that it has in this layout
 */
guint
sc_layout_limit_lines (const ScLayout *self,
                       guint           most)
{
  return self->is_whole ? SC_TEXT_WHOLE : most;
}

/**
 * sc_layout_count_columns:
 * @n_stages: how many stages there are
 * @width: the width to wrap rows in, or 0 for one row
 *
 * Returns: how many cards the longest row has
 */
guint
sc_layout_count_columns (guint  n_stages,
                         double width)
{
  double room = width - 2 * SC_SCHEME_MARGIN + SC_CARD_GAP;
  guint most;
  guint n_rows;

  if (width <= 0 || n_stages == 0)
    return n_stages;

  /* As many rows as it takes, and then no more columns than they need. */
  most = (guint) CLAMP (floor (room / (SC_CARD_WIDTH + SC_CARD_GAP)), 1, n_stages);
  n_rows = (n_stages + most - 1) / most;

  return (n_stages + n_rows - 1) / n_rows;
}

/**
 * sc_layout_measure_columns:
 * @n_columns: a number of cards
 *
 * Returns: how wide a scheme with rows of so many cards is, its margins
 *   included
 */
double
sc_layout_measure_columns (guint n_columns)
{
  guint n = MAX (n_columns, 1);

  return 2 * SC_SCHEME_MARGIN + n * SC_CARD_WIDTH + (n - 1) * SC_CARD_GAP;
}

/**
 * sc_layout_new:
 * @version: a version with any number of stages
 * @options: (nullable): how to lay it out; %NULL for one row from the left
 * @typesetter: (nullable): what measures its texts; it changes nothing about
 *   the result, but one that is kept has measured most of them before
 *
 * Depends on nothing but what it is given.
 *
 * Returns: (transfer full): where everything is
 */
ScLayout *
sc_layout_new (const ScVersion       *version,
               const ScLayoutOptions *options,
               ScTypesetter          *typesetter)
{
  static const ScLayoutOptions usual = { 0, SC_DIRECTION_LTR, FALSE, FALSE, NULL };
  g_autoptr (ScTypesetter) own = typesetter != NULL ? sc_typesetter_ref (typesetter) : sc_typesetter_new ();
  ScLayout *self = g_new0 (ScLayout, 1);
  Job job = { .version = version, .typesetter = own, .layout = self };

  options = options != NULL ? options : &usual;
  self->direction = options->direction;
  self->is_whole = options->is_whole;
  self->n_stages = version->stages->len;
  self->places = g_new0 (ScPlace, self->n_stages);
  self->n_routes = MAX (self->n_stages, 1) - 1;
  self->routes = g_new0 (ScRoute, self->n_routes);
  self->n_columns = sc_layout_count_columns (self->n_stages, options->width);
  self->n_rows = self->n_stages == 0 ? 0 : (self->n_stages + self->n_columns - 1) / self->n_columns;
  /* Without stages there is only a sentence. */
  self->width = sc_layout_measure_columns (self->n_stages == 0 ? 2 : self->n_columns);
  self->mark.position = self->n_stages == 0 ? -1 : sc_version_get_mark_position (version);
  job.label_width = 2 * MARK_LABEL_PADDING +
                    sc_typesetter_measure_width (own, SC_TEXT_MARK, sc_caption_get_mark (version->language));

  job.has_refusals = options->has_refusals;
  job.figures = options->figures;
  self->figures = options->figures != NULL ? g_ptr_array_ref (options->figures) : NULL;
  plan_returns (&job);
  place_rows (&job);
  connect_stages (self);
  if (job.returns != NULL)
    sc_return_plan_draw (job.returns, self);
  place_mark (&job);
  place_sum (&job);
  if (options->direction == SC_DIRECTION_RTL)
    sc_layout_mirror (self);
  g_clear_pointer (&job.returns, sc_return_plan_free);

  return self;
}

/**
 * sc_layout_free:
 * @self: (transfer full): a layout
 */
void
sc_layout_free (ScLayout *self)
{
  g_free (self->places);
  g_free (self->routes);
  g_free (self->returns);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_behind (const ScBox *card,
           ScDirection  direction,
           double       x)
{
  double middle = card->x + card->width / 2;

  return direction == SC_DIRECTION_LTR ? x > middle : x < middle;
}

static double
get_distance (const ScBox *card,
              double       y)
{
  if (y < card->y)
    return card->y - y;

  return MAX (y - card->y - card->height, 0);
}

/**
 * sc_layout_find_gap:
 * @self: a layout
 * @point: a point on the scheme, or outside it
 *
 * Says where a stage that is dropped at @point goes: into the nearest row,
 * before the first card whose middle lies behind the point. In one column the
 * middle is that of the height.
 *
 * Returns: the place before which it goes, from 0 to the number of stages
 */
guint
sc_layout_find_gap (const ScLayout *self,
                    ScPoint         point)
{
  guint row = 0;
  double nearest = G_MAXDOUBLE;
  guint gap;

  if (self->n_stages == 0)
    return 0;

  for (guint i = 0; i < self->n_stages; i += self->n_columns)
    {
      double distance = get_distance (&self->places[i].card, point.y);

      if (distance < nearest)
        {
          nearest = distance;
          row = self->places[i].row;
        }
    }

  gap = row * self->n_columns;
  if (is_mark_lying (self))
    return point.y > self->places[row].card.y + self->places[row].card.height / 2 ? row + 1 : row;

  while (gap < self->n_stages && self->places[gap].row == row &&
         is_behind (&self->places[gap].card, self->direction, point.x))
    gap++;

  return gap;
}
