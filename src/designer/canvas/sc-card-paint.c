/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on a stage's card, in the theme's colours. Where it stands, and
 * how texts break, is the layout's and the typesetter's, as on paper. */

#include "designer/canvas/sc-card-paint.h"

#include "diagram/sc-caption.h"
#include "diagram/sc-colour.h"
#include "diagram/sc-icon.h"
#include "diagram/sc-participants.h"
#include "diagram/sc-stage-notes.h"

#define CAP_HEIGHT 6.0f
#define BAR_HEIGHT 5.0
#define SMALL_ICON 14.0
#define KIND_ICON 18.0
#define KIND_STEP 23.0
#define SOFT 0.68f

static GdkRGBA
to_rgba (ScColour colour,
         float    alpha)
{
  return (GdkRGBA) { colour.red / 255.0f, colour.green / 255.0f, colour.blue / 255.0f, alpha };
}

static GdkRGBA
get_ink (const ScCardPaint *paint,
         float              alpha)
{
  GdkRGBA ink;

  gtk_widget_get_color (paint->widget, &ink);
  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    ink.alpha *= alpha;

  return ink;
}

static gboolean
is_dark (const ScCardPaint *paint)
{
  GdkRGBA ink = get_ink (paint, 1);

  return ink.red + ink.green + ink.blue > 1.5f;
}

/* A colour that small things in it can be told in, on light and on dark. */
static GdkRGBA
make_readable (const ScCardPaint *paint,
               ScColour           colour)
{
  if (is_dark (paint))
    return to_rgba (sc_colour_mix (colour, SC_COLOUR (0xffffff), 0.45), 1);

  return to_rgba (sc_colour_make_readable (colour, SC_COLOUR (0xf4f4f4)), 1);
}

static gboolean
is_mirrored (const ScCardPaint *paint)
{
  return paint->direction == SC_DIRECTION_RTL;
}

static ScBox
to_card (const ScCardPaint *paint,
         ScBox              box)
{
  return (ScBox) { box.x - paint->place->card.x, box.y - paint->place->card.y, box.width, box.height };
}

static void
paint_round (const ScCardPaint *paint,
             ScBox              box,
             double             radius,
             const GdkRGBA     *colour)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width, (float) box.height);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (paint->snapshot, &round);
  gtk_snapshot_append_color (paint->snapshot, colour, &bounds);
  gtk_snapshot_pop (paint->snapshot);
}

static void
paint_icon (const ScCardPaint *paint,
            ScIcon             icon,
            ScPoint            at,
            double             size,
            const GdkRGBA     *colour)
{
  g_autoptr (GskPath) path = gsk_path_parse (sc_icon_get_path (icon));
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_save (paint->snapshot);
  gtk_snapshot_translate (paint->snapshot, &GRAPHENE_POINT_INIT ((float) at.x, (float) at.y));
  gtk_snapshot_scale (paint->snapshot, (float) (size / SC_ICON_SIZE), (float) (size / SC_ICON_SIZE));
  gtk_snapshot_append_stroke (paint->snapshot, path, stroke, colour);
  gtk_snapshot_restore (paint->snapshot);
}

/* Lines stand as far apart as the layout has it, whatever the font thinks. */
static void
paint_text (const ScCardPaint *paint,
            ScTextStyle        style,
            const char        *text,
            ScBox              box,
            guint              max_lines,
            PangoAlignment     side,
            const GdkRGBA     *colour)
{
  PangoLayout *set = sc_typesetter_set (paint->typesetter, style, text, box.width, max_lines);
  g_autoptr (PangoLayout) lines = pango_layout_copy (set);
  PangoLayoutLine *first = pango_layout_get_line_readonly (lines, 0);
  gboolean is_rtl = first != NULL && pango_layout_line_get_resolved_direction (first) == PANGO_DIRECTION_RTL;
  double line_height = sc_typesetter_get_line_height (style);
  PangoRectangle logical;

  if (first == NULL || box.width <= 0)
    return;

  pango_layout_line_get_pixel_extents (first, NULL, &logical);
  if (logical.height > 0)
    pango_layout_set_line_spacing (lines, (float) (line_height / logical.height));
  if (side == PANGO_ALIGN_CENTER)
    pango_layout_set_alignment (lines, side);
  else
    pango_layout_set_alignment (lines, (side == PANGO_ALIGN_RIGHT) == is_rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);

  gtk_snapshot_save (paint->snapshot);
  gtk_snapshot_translate (paint->snapshot, &GRAPHENE_POINT_INIT ((float) box.x, (float) box.y));
  gtk_snapshot_append_layout (paint->snapshot, lines, colour);
  gtk_snapshot_restore (paint->snapshot);
}

static PangoAlignment
get_start (const ScCardPaint *paint)
{
  return is_mirrored (paint) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

static PangoAlignment
get_end (const ScCardPaint *paint)
{
  return is_mirrored (paint) ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

static void
paint_cap (const ScCardPaint *paint,
           ScColour           colour)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) paint->place->card.width, (float) paint->place->card.height);
  GdkRGBA rgba = to_rgba (colour, 1);
  GskRoundedRect card;

  gsk_rounded_rect_init_from_rect (&card, &bounds, (float) SC_CARD_RADIUS);
  gtk_snapshot_push_rounded_clip (paint->snapshot, &card);
  gtk_snapshot_append_color (paint->snapshot, &rgba,
                             &GRAPHENE_RECT_INIT (0, 0, (float) paint->place->card.width, CAP_HEIGHT));
  gtk_snapshot_pop (paint->snapshot);
}

static void
paint_number (const ScCardPaint *paint,
              ScColour           colour)
{
  ScBox box = to_card (paint, paint->place->number);
  g_autofree char *text = g_strdup_printf ("%u", paint->position + 1);
  double wide = 2 * 6 + sc_typesetter_measure_width (paint->typesetter, SC_TEXT_NUMBER, text);
  GdkRGBA tint = to_rgba (colour, is_dark (paint) ? 0.32f : 0.16f);
  GdkRGBA ink = make_readable (paint, colour);

  if (wide > box.width)
    {
      box.x -= is_mirrored (paint) ? wide - box.width : 0;
      box.width = wide;
    }
  paint_round (paint, box, box.height / 2, &tint);
  paint_text (paint, SC_TEXT_NUMBER, text, (ScBox) { box.x, box.y + 4, box.width, box.height - 8 }, 1,
              PANGO_ALIGN_CENTER, &ink);
}

static void
paint_kinds (const ScCardPaint *paint)
{
  ScBox box = to_card (paint, paint->place->kinds);
  guint room = (guint) ((box.width + KIND_STEP - KIND_ICON) / KIND_STEP);
  guint n = MIN (sc_kind_set_count (paint->stage->kinds), room);
  double y = box.y + (box.height - KIND_ICON) / 2;
  GdkRGBA soft = get_ink (paint, SOFT);
  guint position = 0;

  for (guint kind = 0; kind < SC_N_KINDS && position < n; kind++)
    if (sc_kind_set_has (paint->stage->kinds, kind))
      {
        double end = (n - position) * KIND_STEP - (KIND_STEP - KIND_ICON);
        double x = is_mirrored (paint) ? box.x + end - KIND_ICON : box.x + box.width - end;

        paint_icon (paint, sc_icon_for_kind (kind), (ScPoint) { x, y }, KIND_ICON, &soft);
        position++;
      }
}

static void
paint_name (const ScCardPaint *paint)
{
  gboolean is_named = *paint->stage->name != '\0';
  GdkRGBA ink = get_ink (paint, is_named ? 1 : SOFT);

  paint_text (paint, SC_TEXT_NAME,
              is_named ? paint->stage->name : sc_caption_get_no_name (paint->version->language),
              to_card (paint, paint->place->name), SC_NAME_MAX_LINES, get_start (paint), &ink);
}

static void
paint_chip (const ScCardPaint *paint,
            const ScChip      *chip)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) chip->box.x, (float) chip->box.y, (float) chip->box.width,
                                               (float) chip->box.height);
  double line = sc_typesetter_get_line_height (SC_TEXT_INITIALS);
  GdkRGBA border = to_rgba (chip->colour, 1);
  GdkRGBA tint = to_rgba (chip->colour, is_dark (paint) ? 0.32f : 0.12f);
  GdkRGBA ink = make_readable (paint, chip->colour);
  GskRoundedRect round;

  paint_round (paint, chip->box, chip->box.height / 2, &tint);
  gsk_rounded_rect_init_from_rect (&round, &bounds, (float) chip->box.height / 2);
  gtk_snapshot_append_border (paint->snapshot, &round, (float[4]) { 1.2f, 1.2f, 1.2f, 1.2f },
                              (GdkRGBA[4]) { border, border, border, border });
  paint_text (paint, SC_TEXT_INITIALS, chip->text,
              (ScBox) { chip->box.x, chip->box.y + (chip->box.height - line) / 2, chip->box.width, line }, 1,
              PANGO_ALIGN_CENTER, &ink);
}

static void
paint_participants (const ScCardPaint *paint)
{
  g_autoptr (GArray) chips = NULL;
  ScBox room = to_card (paint, paint->place->participants);

  if (room.width <= 0)
    return;

  room.width -= SC_SIGN_ROOM;
  room.x += is_mirrored (paint) ? 0 : SC_SIGN_ROOM;
  chips = sc_participants_place (paint->version, paint->stage, room, paint->direction, paint->typesetter);
  for (guint i = 0; i < chips->len; i++)
    paint_chip (paint, &g_array_index (chips, ScChip, i));
}

static void
paint_role (const ScCardPaint *paint)
{
  const ScRole *role = sc_version_find_role (paint->version, paint->stage->responsible, NULL);
  GdkRGBA colour = make_readable (paint, sc_colour_for_role (paint->version, paint->stage->responsible));
  GdkRGBA ink = get_ink (paint, role != NULL ? 1 : SOFT);
  ScBox box = to_card (paint, paint->place->role);
  double line = sc_typesetter_get_line_height (SC_TEXT_ROLE);

  paint_icon (paint, SC_ICON_PERSON,
              (ScPoint) { is_mirrored (paint) ? box.x + box.width - SMALL_ICON : box.x,
                          box.y + (line - SMALL_ICON) / 2 }, SMALL_ICON, &colour);
  box.width -= SC_SIGN_ROOM;
  box.x += is_mirrored (paint) ? 0 : SC_SIGN_ROOM;
  paint_text (paint, SC_TEXT_ROLE, role != NULL ? role->name : sc_caption_get_no_role (paint->version->language),
              box, SC_ROLE_MAX_LINES, get_start (paint), &ink);
}

/* A small icon and a text, from the side where rows start. */
static void
paint_sign (const ScCardPaint *paint,
            ScIcon             icon,
            const char        *text,
            ScBox              box,
            const GdkRGBA     *colour)
{
  box.height = sc_typesetter_get_line_height (SC_TEXT_FACT);
  paint_icon (paint, icon,
              (ScPoint) { is_mirrored (paint) ? box.x + box.width - SMALL_ICON : box.x,
                          box.y + (box.height - SMALL_ICON) / 2 }, SMALL_ICON, colour);
  box.width -= SC_SIGN_ROOM;
  box.x += is_mirrored (paint) ? 0 : SC_SIGN_ROOM;
  paint_text (paint, SC_TEXT_FACT, text, box, 1, get_start (paint), colour);
}

static void
paint_parking (const ScCardPaint *paint)
{
  GdkRGBA colour = sc_card_paint_get_refusal_colour ();
  g_autofree char *text = NULL;

  if (paint->place->parking.width <= 0)
    return;

  text = sc_caption_for_parking (paint->stage->refusal.after, paint->version->calendar, paint->version->language);
  paint_sign (paint, SC_ICON_PAUSE, text, to_card (paint, paint->place->parking), &colour);
}

static void
paint_duration (const ScCardPaint *paint)
{
  g_autofree char *text = sc_caption_for_duration (paint->stage->duration, paint->version->calendar, paint->version->language);
  GdkRGBA soft = get_ink (paint, SOFT);

  paint_sign (paint, SC_ICON_CLOCK, *text != '\0' ? text : "–", to_card (paint, paint->place->facts), &soft);
}

static void
paint_probability (const ScCardPaint *paint,
                   ScColour           colour)
{
  g_autofree char *text = sc_caption_for_probability (paint->stage->probability, paint->version->language);
  ScBox facts = to_card (paint, paint->place->facts);
  ScBox bar = { facts.x, facts.y + facts.height - BAR_HEIGHT, facts.width, BAR_HEIGHT };
  GdkRGBA track = get_ink (paint, 0.1f);
  GdkRGBA full = to_rgba (colour, 1);
  GdkRGBA ink = get_ink (paint, 1);

  paint_round (paint, bar, BAR_HEIGHT / 2, &track);
  if (paint->stage->probability > 0)
    {
      bar.width = MAX (facts.width * MIN (paint->stage->probability, 1), BAR_HEIGHT);
      bar.x += is_mirrored (paint) ? facts.width - bar.width : 0;
      paint_round (paint, bar, BAR_HEIGHT / 2, &full);
    }

  facts.height = sc_typesetter_get_line_height (SC_TEXT_FACT);
  paint_text (paint, SC_TEXT_FACT, text, facts, 1, get_end (paint), &ink);
}

/* Its sign and its ground tell a bottleneck where there are no colours. */
static void
paint_bottleneck (const ScCardPaint *paint,
                  ScBox              notes,
                  ScBox              line,
                  const GdkRGBA     *ink)
{
  double line_height = sc_typesetter_get_line_height (SC_TEXT_FACT);
  GdkRGBA tint = to_rgba (SC_COLOUR (0xe5a50a), is_dark (paint) ? 0.32f : 0.24f);

  paint_round (paint, (ScBox) { notes.x - SC_NOTE_OVERHANG, line.y - SC_NOTE_OVERHANG / 2,
                                notes.width + 2 * SC_NOTE_OVERHANG, line.height + SC_NOTE_OVERHANG },
               SC_NOTE_OVERHANG, &tint);
  paint_icon (paint, SC_ICON_FLAG,
              (ScPoint) { is_mirrored (paint) ? notes.x + notes.width - SMALL_ICON : notes.x,
                          line.y + (line_height - SMALL_ICON) / 2 }, SMALL_ICON, ink);
}

static void
paint_notes (const ScCardPaint *paint)
{
  g_autoptr (GArray) notes = sc_stage_notes_new (paint->figures, paint->version, paint->typesetter);
  ScBox all = to_card (paint, paint->place->notes);
  GdkRGBA line = get_ink (paint, 0.15f);
  GdkRGBA ink = get_ink (paint, 1);

  if (notes->len == 0 || all.width <= 0)
    return;

  gtk_snapshot_append_color (paint->snapshot, &line,
                             &GRAPHENE_RECT_INIT ((float) all.x, (float) (all.y - SC_NOTES_GAP / 2), (float) all.width, 1));
  for (guint i = 0; i < notes->len; i++)
    {
      const ScStageNote *note = &g_array_index (notes, ScStageNote, i);
      ScBox box = { all.x + (is_mirrored (paint) ? 0 : note->box.x), all.y + note->box.y, note->box.width, note->box.height };

      if (note->is_bottleneck)
        paint_bottleneck (paint, all, box, &ink);
      paint_text (paint, SC_TEXT_FACT, note->text, box, SC_TEXT_WHOLE, get_start (paint), &ink);
    }
}

/**
 * sc_card_paint_get_refusal_colour:
 *
 * Returns: the colour of what happens when a client refuses, which can be told
 *   from others and read on light and on dark
 */
GdkRGBA
sc_card_paint_get_refusal_colour (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean has_contrast = adw_style_manager_get_high_contrast (style);
  ScColour colour;

  if (adw_style_manager_get_dark (style))
    colour = has_contrast ? SC_COLOUR (0xf0c4f0) : SC_COLOUR (0xdc8add);
  else
    colour = has_contrast ? SC_COLOUR (0x613583) : SC_COLOUR (0x813d9c);

  return to_rgba (colour, 1);
}

/**
 * sc_card_paint:
 * @paint: what to paint, and on what
 *
 * Paints all that stands on a card.
 */
void
sc_card_paint (const ScCardPaint *paint)
{
  ScColour colour = sc_colour_for_stage (paint->version, paint->stage);

  paint_cap (paint, colour);
  paint_number (paint, colour);
  paint_kinds (paint);
  if (!paint->without_name)
    paint_name (paint);
  paint_role (paint);
  paint_participants (paint);
  paint_parking (paint);
  paint_duration (paint);
  paint_probability (paint, colour);
  paint_notes (paint);
}
