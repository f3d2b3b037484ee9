/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole sheet: title, scheme, legend. */

#include "diagram/sc-sheet.h"

#include <math.h>

#include "diagram/sc-caption.h"
#include "diagram/sc-painter.h"

#define MIN_WIDTH 480.0
#define TITLE_MAX_LINES 2
#define LEGEND_GAP 12.0
#define ENTRY_GAP 22.0
#define SIGN_GAP 8.0
#define LINE_HEIGHT 24.0
#define SIGN_SIZE 16.0
#define BAR_WIDTH 28.0

/* How high title and legend are, roughly, when columns are chosen. */
#define FURNITURE_HEIGHT 180.0

typedef enum {
  SIGN_ROLE,
  SIGN_PARTICIPANT,
  SIGN_MARK,
  SIGN_BAR,
  SIGN_KIND,
} SignKind;

/* One entry of the legend: a sign and what it means. */
typedef struct {
  SignKind kind;
  const char *text;
  ScColour colour;
  ScIcon icon;
  ScBox box;
} Entry;

typedef struct {
  const ScVersion *version;
  const ScSheetOptions *options;
  ScTypesetter *typesetter;
  ScLayout *layout;
  ScDirection direction;
  PangoLayout *title;
  char *subtitle;
  GArray *legend; /* of Entry */
  double width;
  double scheme_y;
  double legend_y;
  double height;
} Sheet;

static gboolean
is_role_involved (const ScVersion *version,
                  const char      *role_id)
{
  for (guint i = 0; i < version->stages->len; i++)
    if (sc_stage_involves (sc_version_get_stage (version, i), role_id))
      return TRUE;

  return FALSE;
}

static ScKindSet
collect_kinds (const ScVersion *version)
{
  ScKindSet kinds = 0;

  for (guint i = 0; i < version->stages->len; i++)
    kinds |= sc_version_get_stage (version, i)->kinds;

  return kinds;
}

static gboolean
has_participants (const ScVersion *version)
{
  for (guint i = 0; i < version->stages->len; i++)
    if (sc_version_get_stage (version, i)->participants[0] != NULL)
      return TRUE;

  return FALSE;
}

static void
add_entry (Sheet      *sheet,
           SignKind    kind,
           const char *text,
           ScColour    colour,
           ScIcon      icon)
{
  Entry entry = { kind, text, colour, icon, { 0, 0, 0, 0 } };

  g_array_append_val (sheet->legend, entry);
}

static void
fill_legend (Sheet *sheet)
{
  const ScVersion *version = sheet->version;
  ScKindSet kinds = collect_kinds (version);

  if (version->stages->len == 0)
    return;

  for (guint i = 0; i < version->roles->len; i++)
    {
      const ScRole *role = sc_version_get_role (version, i);

      if (is_role_involved (version, role->id))
        add_entry (sheet, SIGN_ROLE, role->name, sc_colour_for_role (version, role->id), 0);
    }
  if (has_participants (version))
    add_entry (sheet, SIGN_PARTICIPANT, sc_caption_get_participant_meaning (version->language), SC_INK_SOFT, 0);
  add_entry (sheet, SIGN_BAR, sc_caption_get_probability_meaning (version->language), SC_INK_SOFT, 0);
  add_entry (sheet, SIGN_MARK, sc_caption_get_mark_meaning (version->language), SC_CLIENT, 0);
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (kinds, kind))
      add_entry (sheet, SIGN_KIND, sc_kind_get_name (kind, version->language), SC_INK_SOFT, sc_icon_for_kind (kind));
}

static double
get_sign_width (SignKind kind)
{
  return kind == SIGN_BAR ? BAR_WIDTH : SIGN_SIZE;
}

/* Entries flow like words; the kinds begin a line of their own. Returns how
 * high they are together. */
static double
flow_legend (Sheet *sheet)
{
  double left = SC_SCHEME_MARGIN;
  double right = sheet->width - SC_SCHEME_MARGIN;
  double x = left;
  double y = 0;

  for (guint i = 0; i < sheet->legend->len; i++)
    {
      Entry *entry = &g_array_index (sheet->legend, Entry, i);
      gboolean is_first_kind = entry->kind == SIGN_KIND && i > 0 && entry[-1].kind != SIGN_KIND;
      double width = get_sign_width (entry->kind) + SIGN_GAP +
                     sc_typesetter_measure_width (sheet->typesetter, SC_TEXT_LEGEND, entry->text);

      width = MIN (width, right - left);
      if (x > left && (x + width > right || is_first_kind))
        {
          x = left;
          y += LINE_HEIGHT;
        }
      entry->box = (ScBox) { x, y, width, LINE_HEIGHT };
      x += width + ENTRY_GAP;
    }

  return y + LINE_HEIGHT;
}

static void
measure_title (Sheet *sheet)
{
  g_autofree char *date = NULL;
  double y = SC_SCHEME_MARGIN;

  if (sheet->options->title == NULL)
    return;

  date = sc_caption_for_date (sheet->options->date, sheet->version->language);
  sheet->subtitle = sc_caption_for_version (sheet->version, date);
  sheet->title = g_object_ref (sc_typesetter_set (sheet->typesetter, SC_TEXT_TITLE, sheet->options->title,
                                                  sheet->width - 2 * SC_SCHEME_MARGIN, TITLE_MAX_LINES));
  y += pango_layout_get_line_count (sheet->title) * sc_typesetter_get_line_height (SC_TEXT_TITLE);
  y += sc_typesetter_get_line_height (SC_TEXT_SUBTITLE);
  sheet->scheme_y = y;
}

static void
arrange (Sheet *sheet)
{
  sheet->width = MAX (sheet->layout->width, sheet->options->title != NULL || sheet->options->has_legend ? MIN_WIDTH : 0);
  measure_title (sheet);
  sheet->height = sheet->scheme_y + sheet->layout->height;
  if (sheet->options->has_legend)
    {
      fill_legend (sheet);
      sheet->legend_y = sheet->height;
      if (sheet->legend->len > 0)
        sheet->height += LEGEND_GAP + flow_legend (sheet) + SC_SCHEME_MARGIN;
    }
}

static double
misses_aspect (const ScLayout       *layout,
               const ScSheetOptions *options)
{
  double furniture = options->has_legend || options->title != NULL ? FURNITURE_HEIGHT : 0;

  return fabs (log (layout->width / (layout->height + furniture) / options->aspect));
}

/* Tries each number of columns; the texts are measured only once. */
static ScLayout *
choose_layout (Sheet *sheet)
{
  ScLayoutOptions options = { sheet->options->width, sheet->direction };
  g_autoptr (ScLayout) best = NULL;

  if (sheet->options->aspect <= 0)
    return sc_layout_new (sheet->version, &options, sheet->typesetter);

  for (guint n = 1; n <= MAX (sheet->version->stages->len, 1); n++)
    {
      g_autoptr (ScLayout) layout = NULL;

      options.width = sc_layout_measure_columns (n);
      layout = sc_layout_new (sheet->version, &options, sheet->typesetter);
      if (best != NULL && misses_aspect (layout, sheet->options) >= misses_aspect (best, sheet->options))
        {
          if (layout->width / layout->height > sheet->options->aspect)
            break;
          continue;
        }
      g_clear_pointer (&best, sc_layout_free);
      best = g_steal_pointer (&layout);
    }

  return g_steal_pointer (&best);
}

static ScBox
mirror_box (const Sheet *sheet,
            ScBox        box)
{
  if (sheet->direction == SC_DIRECTION_RTL)
    box.x = sheet->width - box.x - box.width;

  return box;
}

static void
draw_title (const Sheet *sheet,
            ScDrawing   *drawing)
{
  ScAlign align = sheet->direction == SC_DIRECTION_RTL ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT;
  ScBox box = { SC_SCHEME_MARGIN, SC_SCHEME_MARGIN, sheet->width - 2 * SC_SCHEME_MARGIN, 0 };
  ScBox below = box;
  PangoLayout *subtitle;

  if (sheet->title == NULL)
    return;

  below.y = sheet->scheme_y - sc_typesetter_get_line_height (SC_TEXT_SUBTITLE);
  subtitle = sc_typesetter_set (sheet->typesetter, SC_TEXT_SUBTITLE, sheet->subtitle, box.width, 1);
  sc_drawing_add_text (drawing, sheet->title, SC_TEXT_TITLE, box, align, SC_INK);
  sc_drawing_add_text (drawing, subtitle, SC_TEXT_SUBTITLE, below, align, SC_INK_SOFT);
}

static void
draw_sign (const Sheet *sheet,
           ScDrawing   *drawing,
           const Entry *entry,
           ScBox        box)
{
  double middle = box.y + box.height / 2;

  switch (entry->kind)
    {
    case SIGN_ROLE:
      sc_drawing_add_box (drawing, (ScBox) { box.x + 2, middle - 6, 12, 12 }, 6, entry->colour);
      break;
    case SIGN_PARTICIPANT:
      sc_drawing_add_frame (drawing, (ScBox) { box.x + 5, middle - 3, 6, 6 }, 3, entry->colour, 2);
      break;
    case SIGN_MARK:
      sc_painter_draw_mark_line (drawing, (ScPoint) { box.x + 8, middle - 8 }, (ScPoint) { box.x + 8, middle + 8 });
      break;
    case SIGN_BAR:
      sc_painter_draw_bar (drawing, (ScBox) { box.x, middle - 2.5, box.width, 5 }, 0.6, entry->colour,
                           sheet->direction);
      break;
    case SIGN_KIND:
    default:
      sc_drawing_add_icon (drawing, entry->icon, (ScPoint) { box.x, middle - SIGN_SIZE / 2 }, SIGN_SIZE, entry->colour);
    }
}

static void
draw_entry (const Sheet *sheet,
            ScDrawing   *drawing,
            const Entry *entry,
            double       top)
{
  double sign = get_sign_width (entry->kind);
  double text = entry->box.width - sign - SIGN_GAP;
  double y = entry->box.y + top;
  ScBox sign_box = mirror_box (sheet, (ScBox) { entry->box.x, y, sign, LINE_HEIGHT });
  ScBox text_box = mirror_box (sheet, (ScBox) { entry->box.x + sign + SIGN_GAP, y + 3, text, LINE_HEIGHT - 6 });

  draw_sign (sheet, drawing, entry, sign_box);
  sc_drawing_add_text (drawing, sc_typesetter_set (sheet->typesetter, SC_TEXT_LEGEND, entry->text, text + 1, 1),
                       SC_TEXT_LEGEND, text_box,
                       sheet->direction == SC_DIRECTION_RTL ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT, SC_INK);
}

static void
draw_legend (const Sheet *sheet,
             ScDrawing   *drawing)
{
  ScPoint line[] = {
    { SC_SCHEME_MARGIN, sheet->legend_y },
    { sheet->width - SC_SCHEME_MARGIN, sheet->legend_y },
  };

  if (sheet->legend->len == 0)
    return;

  sc_drawing_add_line (drawing, line, 2, 0, SC_HAIRLINE, 1, FALSE);
  for (guint i = 0; i < sheet->legend->len; i++)
    draw_entry (sheet, drawing, &g_array_index (sheet->legend, Entry, i), sheet->legend_y + LEGEND_GAP);
}

static ScDrawing *
draw (const Sheet *sheet)
{
  ScDrawing *drawing = sc_drawing_new (sheet->width, sheet->height);
  double x = sheet->direction == SC_DIRECTION_RTL ? sheet->width - sheet->layout->width : 0;

  sc_drawing_add_box (drawing, (ScBox) { 0, 0, sheet->width, sheet->height }, 0, SC_PAPER);
  draw_title (sheet, drawing);
  sc_drawing_set_origin (drawing, x, sheet->scheme_y);
  sc_painter_draw (drawing, sheet->version, sheet->layout, sheet->typesetter);
  sc_drawing_set_origin (drawing, 0, 0);
  draw_legend (sheet, drawing);

  return drawing;
}

/**
 * sc_sheet_draw:
 * @version: a version
 * @options: what to draw
 * @typesetter: (nullable): what sets its texts
 *
 * Rows start on the side where the process's own script starts.
 *
 * Returns: (transfer full): the scheme, with its title above and its legend
 *   below, as @options say
 */
ScDrawing *
sc_sheet_draw (const ScVersion      *version,
               const ScSheetOptions *options,
               ScTypesetter         *typesetter)
{
  g_autoptr (ScTypesetter) own = typesetter != NULL ? sc_typesetter_ref (typesetter) : sc_typesetter_new ();
  Sheet sheet = { .version = version, .options = options, .typesetter = own };
  ScDrawing *drawing;

  sheet.direction = sc_direction_guess (version);
  sheet.legend = g_array_new (FALSE, TRUE, sizeof (Entry));
  sheet.layout = choose_layout (&sheet);
  arrange (&sheet);
  drawing = draw (&sheet);

  g_clear_object (&sheet.title);
  g_free (sheet.subtitle);
  g_array_unref (sheet.legend);
  sc_layout_free (sheet.layout);

  return drawing;
}
