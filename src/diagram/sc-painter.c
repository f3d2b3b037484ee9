/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a scheme where the layout has it: from the back the connectors, the
 * ways back of refused deals, the client mark, the cards. */

#include "diagram/sc-painter.h"

#include "diagram/sc-caption.h"
#include "diagram/sc-participants.h"
#include "diagram/sc-route.h"
#include "diagram/sc-stage-notes.h"

#define CAP_HEIGHT 6.0
#define WAY_WIDTH 2.0
#define WAY_RADIUS 12.0
#define BAR_HEIGHT 5.0
#define SMALL_ICON 14.0
#define KIND_ICON 18.0
#define KIND_STEP 23.0

/* What the painter paints with. */
typedef struct {
  ScDrawing *drawing;
  const ScVersion *version;
  const ScLayout *layout;
  ScTypesetter *typesetter;
} Brush;

static guint
limit_lines (const Brush *brush,
             guint        most)
{
  return sc_layout_limit_lines (brush->layout, most);
}

static void
draw_line_of_text (const Brush *brush,
                   ScTextStyle  style,
                   const char  *text,
                   ScBox        box,
                   ScAlign      align,
                   ScColour     colour)
{
  sc_drawing_add_text (brush->drawing, sc_typesetter_set (brush->typesetter, style, text, box.width, 1),
                       style, box, align, colour);
}

/**
 * sc_painter_draw_bar:
 * @drawing: a drawing
 * @box: where
 * @share: how much of it is full, 0 to 1
 * @colour: the colour of what is full
 * @direction: the side it fills from
 */
void
sc_painter_draw_bar (ScDrawing  *drawing,
                     ScBox       box,
                     double      share,
                     ScColour    colour,
                     ScDirection direction)
{
  ScBox full = box;

  sc_drawing_add_box (drawing, box, box.height / 2, SC_TRACK);
  if (share <= 0)
    return;

  full.width = MAX (box.width * MIN (share, 1), box.height);
  if (direction == SC_DIRECTION_RTL)
    full.x += box.width - full.width;
  sc_drawing_add_box (drawing, full, box.height / 2, colour);
}

/**
 * sc_painter_draw_mark_line:
 * @drawing: a drawing
 * @from: one end
 * @to: the other end
 *
 * Draws the line of the client mark.
 */
void
sc_painter_draw_mark_line (ScDrawing *drawing,
                           ScPoint    from,
                           ScPoint    to)
{
  sc_drawing_add_line (drawing, (ScPoint[]) { from, to }, 2, 0, SC_CLIENT, 2, TRUE);
}

static void
draw_route (const Brush   *brush,
            const ScRoute *route)
{
  guint last = route->n_points - 1;
  ScPoint tip = route->points[last];
  ScPoint tail = route->points[last - 1];
  ScRoute way = *route;

  /* The line ends inside the arrow's head, not under its tip. */
  if (tip.x != tail.x)
    way.points[last].x += tip.x > tail.x ? -SC_ARROW_LENGTH + 1 : SC_ARROW_LENGTH - 1;
  else
    way.points[last].y -= SC_ARROW_LENGTH - 1;

  sc_drawing_add_line (brush->drawing, way.points, way.n_points, WAY_RADIUS, SC_WAY, WAY_WIDTH, FALSE);
  sc_drawing_add_arrow (brush->drawing, tail, tip, SC_WAY);
}

/**
 * sc_painter_draw_return:
 * @drawing: a drawing
 * @way: the way back of a deal that is refused
 */
void
sc_painter_draw_return (ScDrawing      *drawing,
                        const ScReturn *way)
{
  ScRoute line = sc_route_reverse (&way->way);
  ScPoint head[3];

  sc_drawing_add_line (drawing, line.points, line.n_points, SC_RETURN_RADIUS, SC_RETURN, SC_RETURN_WIDTH, TRUE);
  if (way->joins)
    return;

  sc_route_get_head (&way->way, head);
  sc_drawing_add_line (drawing, head, 3, 0, SC_RETURN, SC_RETURN_WIDTH, FALSE);
}

static void
draw_return (const Brush    *brush,
             const ScReturn *way)
{
  g_autofree char *name = sc_caption_for_return (brush->version, way->from, way->to);

  sc_drawing_begin_group (brush->drawing, name);
  sc_painter_draw_return (brush->drawing, way);
  sc_drawing_end_group (brush->drawing);
}

static void
draw_mark (const Brush *brush)
{
  const ScMark *mark = &brush->layout->mark;
  const char *label = sc_caption_get_mark (brush->version->language);
  ScPoint lines[2][2];
  guint n_lines;

  if (mark->position < 0)
    return;

  n_lines = sc_mark_get_lines (mark, lines);
  sc_drawing_begin_group (brush->drawing, label);
  for (guint i = 0; i < n_lines; i++)
    sc_painter_draw_mark_line (brush->drawing, lines[i][0], lines[i][1]);
  sc_drawing_add_box (brush->drawing, mark->label, mark->label.height / 2, SC_CLIENT);
  draw_line_of_text (brush, SC_TEXT_MARK, label,
                     (ScBox) { mark->label.x, mark->label.y + 4, mark->label.width, mark->label.height - 8 },
                     SC_ALIGN_CENTRE, SC_PAPER);
  sc_drawing_end_group (brush->drawing);
}

static gboolean
is_mirrored (const Brush *brush)
{
  return brush->layout->direction == SC_DIRECTION_RTL;
}

static const ScStageFigures *
find_figures (const Brush *brush,
              guint        position)
{
  return sc_stage_figures_find (brush->layout->figures, sc_version_get_stage (brush->version, position)->id);
}

static void
draw_words (const Brush    *brush,
            const ScPassed *passed)
{
  for (guint i = 0; i < G_N_ELEMENTS (passed->texts) && passed->texts[i] != NULL; i++)
    draw_line_of_text (brush, SC_PASSED_STYLE, passed->texts[i], passed->boxes[i], SC_ALIGN_CENTRE, SC_INK);
}

/* How many went on, and of how many. */
static void
draw_passed (const Brush *brush,
             guint        position)
{
  g_auto (ScPassed) passed = { { NULL, NULL }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } } };

  sc_passed_init (&passed, find_figures (brush, position), &brush->layout->routes[position], brush->version->language,
                  brush->layout->direction, brush->typesetter);
  draw_words (brush, &passed);
}

/* How many went back. */
static void
draw_went_back (const Brush    *brush,
                const ScReturn *way)
{
  g_auto (ScPassed) passed = { { NULL, NULL }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } } };

  sc_passed_init_return (&passed, find_figures (brush, way->from), way, brush->layout, brush->version, brush->typesetter);
  draw_words (brush, &passed);
}

static void
draw_number (const Brush   *brush,
             const ScPlace *place,
             guint          number,
             ScColour       colour)
{
  ScColour tint = sc_colour_mix (SC_PAPER, colour, 0.16);
  g_autofree char *text = g_strdup_printf ("%u", number);
  ScBox box = place->number;
  double wide = 2 * 6 + sc_typesetter_measure_width (brush->typesetter, SC_TEXT_NUMBER, text);

  /* Three digits need more than a circle. */
  if (wide > box.width)
    {
      box.x -= is_mirrored (brush) ? wide - box.width : 0;
      box.width = wide;
    }
  sc_drawing_add_box (brush->drawing, box, box.height / 2, tint);
  draw_line_of_text (brush, SC_TEXT_NUMBER, text, (ScBox) { box.x, box.y + 4, box.width, box.height - 8 },
                     SC_ALIGN_CENTRE, sc_colour_make_readable (colour, tint));
}

static void
draw_kinds (const Brush   *brush,
            const ScPlace *place,
            const ScStage *stage)
{
  gboolean mirrored = is_mirrored (brush);
  guint room = (guint) ((place->kinds.width + KIND_STEP - KIND_ICON) / KIND_STEP);
  guint n = MIN (sc_kind_set_count (stage->kinds), room);
  double y = place->kinds.y + (place->kinds.height - KIND_ICON) / 2;
  guint position = 0;

  for (guint kind = 0; kind < SC_N_KINDS && position < n; kind++)
    if (sc_kind_set_has (stage->kinds, kind))
      {
        double end = (n - position) * KIND_STEP - (KIND_STEP - KIND_ICON);
        double x = mirrored ? place->kinds.x + end - KIND_ICON : place->kinds.x + place->kinds.width - end;

        sc_drawing_add_icon (brush->drawing, sc_icon_for_kind (kind), (ScPoint) { x, y }, KIND_ICON, SC_INK_SOFT);
        position++;
      }
}

static void
draw_name (const Brush   *brush,
           const ScPlace *place,
           const ScStage *stage)
{
  guint most = limit_lines (brush, SC_NAME_MAX_LINES);
  PangoLayout *lines = sc_typesetter_set (brush->typesetter, SC_TEXT_NAME, stage->name, place->name.width, most);
  gboolean is_named = *pango_layout_get_text (lines) != '\0';

  if (!is_named)
    lines = sc_typesetter_set (brush->typesetter, SC_TEXT_NAME, sc_caption_get_no_name (brush->version->language),
                               place->name.width, most);

  sc_drawing_add_text (brush->drawing, lines, SC_TEXT_NAME, place->name,
                       is_mirrored (brush) ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT,
                       is_named ? SC_INK : SC_INK_SOFT);
}

/**
 * sc_painter_draw_chip:
 * @drawing: a drawing
 * @typesetter: what sets its text
 * @chip: the sign of a role that takes part
 */
void
sc_painter_draw_chip (ScDrawing    *drawing,
                      ScTypesetter *typesetter,
                      const ScChip *chip)
{
  ScColour tint = sc_colour_mix (SC_PAPER, chip->colour, 0.12);
  ScBox box = chip->box;
  double line = sc_typesetter_get_line_height (SC_TEXT_INITIALS);
  ScBox text = { box.x, box.y + (box.height - line) / 2, box.width, line };

  sc_drawing_add_box (drawing, box, box.height / 2, tint);
  sc_drawing_add_frame (drawing, (ScBox) { box.x + 0.6, box.y + 0.6, box.width - 1.2, box.height - 1.2 },
                        box.height / 2 - 0.6, chip->colour, 1.2);
  sc_drawing_add_text (drawing, sc_typesetter_set (typesetter, SC_TEXT_INITIALS, chip->text, box.width, 1),
                       SC_TEXT_INITIALS, text, SC_ALIGN_CENTRE, sc_colour_make_readable (chip->colour, tint));
}

static void
draw_participants (const Brush   *brush,
                   const ScPlace *place,
                   const ScStage *stage)
{
  g_autoptr (GArray) chips = NULL;
  ScBox room = place->participants;

  if (room.width <= 0)
    return;

  room.width -= SC_SIGN_ROOM;
  room.x += is_mirrored (brush) ? 0 : SC_SIGN_ROOM;
  chips = sc_participants_place (brush->version, stage, room, brush->layout->direction, brush->typesetter);
  for (guint i = 0; i < chips->len; i++)
    sc_painter_draw_chip (brush->drawing, brush->typesetter, &g_array_index (chips, ScChip, i));
}

static void
draw_role (const Brush   *brush,
           const ScPlace *place,
           const ScStage *stage)
{
  const ScRole *role = sc_version_find_role (brush->version, stage->responsible, NULL);
  const char *text = role != NULL ? role->name : sc_caption_get_no_role (brush->version->language);
  ScColour colour = sc_colour_make_readable (sc_colour_for_role (brush->version, stage->responsible), SC_PAPER);
  ScBox box = place->role;
  gboolean mirrored = is_mirrored (brush);
  double line = sc_typesetter_get_line_height (SC_TEXT_ROLE);

  sc_drawing_add_icon (brush->drawing, SC_ICON_PERSON,
                       (ScPoint) { mirrored ? box.x + box.width - SMALL_ICON : box.x,
                                   box.y + (line - SMALL_ICON) / 2 }, SMALL_ICON, colour);
  box.width -= SC_SIGN_ROOM;
  box.x += mirrored ? 0 : SC_SIGN_ROOM;
  sc_drawing_add_text (brush->drawing, sc_typesetter_set (brush->typesetter, SC_TEXT_ROLE, text, box.width,
                                                          limit_lines (brush, SC_ROLE_MAX_LINES)),
                       SC_TEXT_ROLE, box, mirrored ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT,
                       role != NULL ? SC_INK : SC_INK_SOFT);
}

/* A small icon and a text, from the side where rows start. */
static void
draw_sign (const Brush *brush,
           ScIcon       icon,
           const char  *text,
           ScBox        box,
           ScColour     colour)
{
  gboolean mirrored = is_mirrored (brush);

  sc_drawing_add_icon (brush->drawing, icon,
                       (ScPoint) { mirrored ? box.x + box.width - SMALL_ICON : box.x,
                                   box.y + (box.height - SMALL_ICON) / 2 }, SMALL_ICON, colour);
  box.width -= SC_SIGN_ROOM;
  box.x += mirrored ? 0 : SC_SIGN_ROOM;
  draw_line_of_text (brush, SC_TEXT_FACT, text, box, mirrored ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT, colour);
}

static void
draw_parking (const Brush   *brush,
              const ScPlace *place,
              const ScStage *stage)
{
  g_autofree char *text = NULL;

  if (place->parking.width <= 0)
    return;

  text = sc_caption_for_parking (stage->refusal.after, brush->version->calendar, brush->version->language);
  draw_sign (brush, SC_ICON_PAUSE, text, place->parking, SC_RETURN);
}

static void
draw_duration (const Brush   *brush,
               const ScPlace *place,
               const ScStage *stage)
{
  g_autofree char *text = sc_caption_for_duration (stage->duration, brush->version->calendar, brush->version->language);
  ScBox box = { place->facts.x, place->facts.y, place->facts.width, sc_typesetter_get_line_height (SC_TEXT_FACT) };

  draw_sign (brush, SC_ICON_CLOCK, *text != '\0' ? text : "–", box, SC_INK_SOFT);
}

static void
draw_probability (const Brush   *brush,
                  const ScPlace *place,
                  const ScStage *stage,
                  ScColour       colour)
{
  g_autofree char *text = sc_caption_for_probability (stage->probability, brush->version->language);
  ScBox bar = place->facts;

  bar.y += bar.height - BAR_HEIGHT;
  bar.height = BAR_HEIGHT;
  sc_painter_draw_bar (brush->drawing, bar, stage->probability, colour,
                       brush->layout->direction);
  draw_line_of_text (brush, SC_TEXT_FACT, text,
                     (ScBox) { place->facts.x, place->facts.y, place->facts.width,
                               sc_typesetter_get_line_height (SC_TEXT_FACT) },
                     is_mirrored (brush) ? SC_ALIGN_LEFT : SC_ALIGN_RIGHT, SC_INK);
}

/* Its sign and its ground tell a bottleneck where there are no colours. */
static void
draw_bottleneck (const Brush *brush,
                 ScBox        notes,
                 ScBox        line)
{
  double line_height = sc_typesetter_get_line_height (SC_TEXT_FACT);

  sc_drawing_add_box (brush->drawing, (ScBox) { notes.x - SC_NOTE_OVERHANG, line.y - SC_NOTE_OVERHANG / 2,
                                                notes.width + 2 * SC_NOTE_OVERHANG, line.height + SC_NOTE_OVERHANG },
                      SC_NOTE_OVERHANG, SC_BOTTLENECK);
  sc_drawing_add_icon (brush->drawing, SC_ICON_FLAG,
                       (ScPoint) { is_mirrored (brush) ? notes.x + notes.width - SMALL_ICON : notes.x,
                                   line.y + (line_height - SMALL_ICON) / 2 }, SMALL_ICON, SC_INK);
}

static void
draw_notes (const Brush   *brush,
            const ScPlace *place,
            guint          position)
{
  g_autoptr (GArray) notes = sc_stage_notes_new (find_figures (brush, position), brush->version, brush->typesetter);
  ScPoint ends[] = {
    { place->notes.x, place->notes.y - SC_NOTES_GAP / 2 },
    { place->notes.x + place->notes.width, place->notes.y - SC_NOTES_GAP / 2 },
  };

  if (notes->len > 0)
    sc_drawing_add_line (brush->drawing, ends, 2, 0, SC_HAIRLINE, 1, FALSE);
  for (guint i = 0; i < notes->len; i++)
    {
      const ScStageNote *note = &g_array_index (notes, ScStageNote, i);
      ScBox box = { place->notes.x + (is_mirrored (brush) ? 0 : note->box.x), place->notes.y + note->box.y,
                    note->box.width, note->box.height };

      if (note->is_bottleneck)
        draw_bottleneck (brush, place->notes, box);
      sc_drawing_add_text (brush->drawing,
                           sc_typesetter_set (brush->typesetter, SC_TEXT_FACT, note->text, box.width, SC_TEXT_WHOLE),
                           SC_TEXT_FACT, box, is_mirrored (brush) ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT, SC_INK);
    }
}

static void
draw_card (const Brush *brush,
           guint        position)
{
  const ScPlace *place = &brush->layout->places[position];
  const ScStage *stage = sc_version_get_stage (brush->version, position);
  ScColour colour = sc_colour_for_stage (brush->version, stage);
  gboolean is_client = (int) position > brush->layout->mark.position;
  ScBox card = place->card;

  sc_drawing_begin_group (brush->drawing, stage->name);
  sc_drawing_add_box (brush->drawing, (ScBox) { card.x, card.y + 2, card.width, card.height }, SC_CARD_RADIUS, SC_SHADE);
  sc_drawing_add_box (brush->drawing, card, SC_CARD_RADIUS, is_client ? SC_CLIENT_TINT : SC_PAPER);
  sc_drawing_add_cap (brush->drawing, (ScBox) { card.x, card.y, card.width, CAP_HEIGHT }, SC_CARD_RADIUS, colour);
  sc_drawing_add_frame (brush->drawing, (ScBox) { card.x + 0.5, card.y + 0.5, card.width - 1, card.height - 1 },
                        SC_CARD_RADIUS - 0.5, SC_HAIRLINE, 1);
  draw_number (brush, place, position + 1, colour);
  draw_kinds (brush, place, stage);
  draw_name (brush, place, stage);
  draw_role (brush, place, stage);
  draw_participants (brush, place, stage);
  draw_parking (brush, place, stage);
  draw_duration (brush, place, stage);
  draw_probability (brush, place, stage, colour);
  draw_notes (brush, place, position);
  sc_drawing_end_group (brush->drawing);
}

static void
draw_sum (const Brush *brush)
{
  g_autofree char *text = sc_caption_for_sum (brush->version);
  PangoLayout *lines = sc_typesetter_set (brush->typesetter, SC_TEXT_SUM, text, brush->layout->sum.width,
                                          limit_lines (brush, SC_SUM_MAX_LINES));

  sc_drawing_add_text (brush->drawing, lines, SC_TEXT_SUM, brush->layout->sum,
                       is_mirrored (brush) ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT, SC_INK);
}

/**
 * sc_painter_draw:
 * @drawing: a drawing, to which the scheme is added
 * @version: a version
 * @layout: where everything of @version is
 * @typesetter: what @layout was measured with
 */
void
sc_painter_draw (ScDrawing       *drawing,
                 const ScVersion *version,
                 const ScLayout  *layout,
                 ScTypesetter    *typesetter)
{
  Brush brush = { drawing, version, layout, typesetter };

  for (guint i = 0; i < layout->n_routes; i++)
    draw_route (&brush, &layout->routes[i]);
  for (guint i = 0; i < layout->n_returns; i++)
    draw_return (&brush, &layout->returns[i]);
  draw_mark (&brush);
  for (guint i = 0; i < layout->n_routes; i++)
    draw_passed (&brush, i);
  for (guint i = 0; i < layout->n_returns; i++)
    draw_went_back (&brush, &layout->returns[i]);
  for (guint i = 0; i < layout->n_stages; i++)
    draw_card (&brush, i);
  draw_sum (&brush);
}
