/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole sheet: title, scheme, legend. */

#include "diagram/sc-sheet.h"

#include "diagram/sc-caption.h"
#include "diagram/sc-columns.h"
#include "diagram/sc-painter.h"

#define MIN_WIDTH 480.0
#define LEGEND_GAP 12.0
#define ENTRY_GAP 22.0
#define SIGN_GAP 8.0
#define LINE_HEIGHT 24.0
#define LINE_PADDING 3.0
#define SIGN_SIZE 16.0
#define BAR_WIDTH 28.0
#define CHIP_WIDTH 24.0

/* Where between two rows a sheet is cut: below the way back, which then stays
 * whole. */
#define ROW_CUT 0.75

typedef enum {
  SIGN_ROLE,
  SIGN_PARTICIPANT,
  SIGN_MARK,
  SIGN_BAR,
  SIGN_RETURN,
  SIGN_PARKING,
  SIGN_KIND,
} SignKind;

/* One entry of the legend: a sign and what it means; a role's sign is its
 * initials. */
typedef struct {
  SignKind kind;
  char *initials;
  const char *text;
  ScColour colour;
  ScIcon icon;
  ScBox box;
} Entry;

struct _ScSheet {
  ScVersion *version;
  ScTypesetter *typesetter;
  char *title;
  ScDate date;
  gboolean has_legend;
  gboolean has_refusals;
  guint n_across;
  ScLayout *layout;
  ScDirection direction;
  PangoLayout *title_lines;
  GArray *legend; /* of Entry */
  double width;
  double height;
  double scheme_y;
  double legend_y;
};

/* The ids of roles that are responsible somewhere, or take part. */
static GHashTable *
list_involved_roles (const ScVersion *version)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      if (stage->responsible != NULL)
        g_hash_table_add (ids, stage->responsible);
      for (guint j = 0; stage->participants[j] != NULL; j++)
        g_hash_table_add (ids, stage->participants[j]);
    }

  return ids;
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

/* Whether a refused deal is parked somewhere, or goes back to a stage that
 * stands there. */
static gboolean
has_refusal (const ScVersion *version,
             ScRefusalKind    kind)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < version->stages->len; i++)
    g_hash_table_add (ids, sc_version_get_stage (version, i)->id);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScRefusal *refusal = &sc_version_get_stage (version, i)->refusal;

      if (refusal->kind == kind &&
          (kind != SC_REFUSAL_BACK || (refusal->stage_id != NULL && g_hash_table_contains (ids, refusal->stage_id))))
        return TRUE;
    }

  return FALSE;
}

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->initials);
}

static void
add_entry (ScSheet    *self,
           SignKind    kind,
           const char *text,
           ScColour    colour,
           ScIcon      icon)
{
  Entry entry = { kind, NULL, text, colour, icon, { 0, 0, 0, 0 } };

  g_array_append_val (self->legend, entry);
}

static void
fill_legend (ScSheet *self)
{
  const ScVersion *version = self->version;
  ScKindSet kinds = collect_kinds (version);
  g_autoptr (GHashTable) involved = list_involved_roles (version);
  g_auto (GStrv) initials = sc_initials_for_roles (version);

  for (guint i = 0; i < version->roles->len; i++)
    {
      const ScRole *role = sc_version_get_role (version, i);

      if (!g_hash_table_contains (involved, role->id))
        continue;
      add_entry (self, SIGN_ROLE, role->name, sc_colour_for_role (version, role->id), 0);
      g_array_index (self->legend, Entry, self->legend->len - 1).initials = g_strdup (initials[i]);
    }
  if (has_participants (version))
    add_entry (self, SIGN_PARTICIPANT, sc_caption_get_participant_meaning (version->language), SC_INK_SOFT, 0);
  add_entry (self, SIGN_BAR, sc_caption_get_probability_meaning (version->language), SC_INK_SOFT, 0);
  add_entry (self, SIGN_MARK, sc_caption_get_mark_meaning (version->language), SC_CLIENT, 0);
  if (self->has_refusals && has_refusal (version, SC_REFUSAL_BACK))
    add_entry (self, SIGN_RETURN, sc_caption_get_return_meaning (version->language), SC_RETURN, 0);
  if (self->has_refusals && has_refusal (version, SC_REFUSAL_PARK))
    add_entry (self, SIGN_PARKING, sc_caption_get_parking_meaning (version->language), SC_RETURN, SC_ICON_PAUSE);
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (kinds, kind))
      add_entry (self, SIGN_KIND, sc_kind_get_name (kind, version->language), SC_INK_SOFT, sc_icon_for_kind (kind));
}

static double
get_sign_width (const ScSheet *self,
                const Entry   *entry)
{
  if (entry->kind == SIGN_ROLE)
    return sc_chip_measure (self->typesetter, entry->initials);
  if (entry->kind == SIGN_PARTICIPANT)
    return CHIP_WIDTH;

  return entry->kind == SIGN_BAR || entry->kind == SIGN_RETURN ? BAR_WIDTH : SIGN_SIZE;
}

/* The room that title and legend have from side to side. */
static double
get_text_width (const ScSheet *self)
{
  double part = MAX (self->width / self->n_across, MIN (MIN_WIDTH, self->width));

  return part - 2 * SC_SCHEME_MARGIN;
}

/* Returns how high an entry is: where its text is longer than a line of the
 * legend, it takes several. */
static double
measure_entry (ScSheet     *self,
               const Entry *entry,
               double       text_width)
{
  guint n_lines = sc_typesetter_count_lines (self->typesetter, SC_TEXT_LEGEND, entry->text, text_width + 1, SC_TEXT_WHOLE);

  return LINE_HEIGHT + (MAX (n_lines, 1) - 1) * sc_typesetter_get_line_height (SC_TEXT_LEGEND);
}

/* Entries flow like words; the kinds begin a line of their own. Returns how
 * high they are together. */
static double
flow_legend (ScSheet *self)
{
  double left = SC_SCHEME_MARGIN;
  double right = left + get_text_width (self);
  double x = left;
  double y = 0;
  double line = LINE_HEIGHT;

  for (guint i = 0; i < self->legend->len; i++)
    {
      Entry *entry = &g_array_index (self->legend, Entry, i);
      gboolean is_first_kind = entry->kind == SIGN_KIND && i > 0 && entry[-1].kind != SIGN_KIND;
      double sign = get_sign_width (self, entry) + SIGN_GAP;
      double width = sign + sc_typesetter_measure_width (self->typesetter, SC_TEXT_LEGEND, entry->text);
      double height;

      width = MIN (width, right - left);
      height = measure_entry (self, entry, width - sign);
      if (x > left && (x + width > right || is_first_kind))
        {
          x = left;
          y += line;
          line = LINE_HEIGHT;
        }
      entry->box = (ScBox) { x, y, width, height };
      line = MAX (line, height);
      x += width + ENTRY_GAP;
    }

  return y + line;
}

static void
arrange_title (ScSheet *self)
{
  self->scheme_y = 0;
  if (self->title == NULL)
    return;

  g_set_object (&self->title_lines, sc_typesetter_set (self->typesetter, SC_TEXT_TITLE, self->title,
                                                       get_text_width (self), SC_TEXT_WHOLE));
  self->scheme_y = SC_SCHEME_MARGIN + sc_typesetter_get_line_height (SC_TEXT_SUBTITLE) +
                   pango_layout_get_line_count (self->title_lines) * sc_typesetter_get_line_height (SC_TEXT_TITLE);
}

/* Takes a layout, and puts title and legend round it. */
static void
arrange (ScSheet  *self,
         ScLayout *layout)
{
  g_clear_pointer (&self->layout, sc_layout_free);
  self->layout = layout;
  self->width = MAX (layout->width, self->title != NULL || self->has_legend ? MIN_WIDTH : 0);
  arrange_title (self);
  self->height = self->scheme_y + layout->height;
  self->legend_y = self->height;
  if (self->legend->len > 0)
    self->height += LEGEND_GAP + flow_legend (self) + SC_SCHEME_MARGIN;
}

static void
arrange_in_width (ScSheet *self,
                  double   width)
{
  ScLayoutOptions options = { width, self->direction, self->has_refusals, TRUE };

  arrange (self, sc_layout_new (self->version, &options, self->typesetter));
}

typedef struct {
  ScSheet *sheet;
  double aspect;
} Filling;

static double
measure (guint     n_columns,
         gboolean *is_wide,
         gpointer  user_data)
{
  Filling *filling = user_data;
  ScSheet *sheet = filling->sheet;

  arrange_in_width (sheet, sc_layout_measure_columns (n_columns));
  *is_wide = sheet->width > filling->aspect * sheet->height;

  return MIN (filling->aspect / sheet->width, 1 / sheet->height);
}

/* The texts are measured only once. */
static void
arrange_in_aspect (ScSheet *self,
                   double   aspect)
{
  Filling filling = { self, aspect };
  guint best = sc_columns_choose (self->version->stages->len, measure, &filling);

  arrange_in_width (self, sc_layout_measure_columns (best));
}

static ScBox
mirror_box (const ScSheet *self,
            ScBox          box)
{
  if (self->direction == SC_DIRECTION_RTL)
    box.x = self->width - box.x - box.width;

  return box;
}

static void
draw_title (const ScSheet *self,
            ScDrawing     *drawing)
{
  ScAlign align = self->direction == SC_DIRECTION_RTL ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT;
  ScBox box = { SC_SCHEME_MARGIN, SC_SCHEME_MARGIN, self->width - 2 * SC_SCHEME_MARGIN, 0 };
  ScBox below = box;
  g_autofree char *date = NULL;
  g_autofree char *subtitle = NULL;

  if (self->title == NULL)
    return;

  date = sc_caption_for_date (self->date, self->version->language);
  subtitle = sc_caption_for_version (self->version, date);
  below.y = self->scheme_y - sc_typesetter_get_line_height (SC_TEXT_SUBTITLE);
  sc_drawing_add_text (drawing, self->title_lines, SC_TEXT_TITLE, box, align, SC_INK);
  sc_drawing_add_text (drawing, sc_typesetter_set (self->typesetter, SC_TEXT_SUBTITLE, subtitle, box.width, 1),
                       SC_TEXT_SUBTITLE, below, align, SC_INK_SOFT);
}

/* Against the way in which stages follow each other. */
static void
draw_return_sign (const ScSheet *self,
                  ScDrawing     *drawing,
                  ScBox          box)
{
  gboolean is_mirrored = self->direction == SC_DIRECTION_RTL;
  double middle = box.y + box.height / 2;
  ScPoint start = { is_mirrored ? box.x : box.x + box.width, middle };
  ScPoint end = { is_mirrored ? box.x + box.width : box.x, middle };

  sc_painter_draw_return (drawing, &(ScReturn) { .way = { { start, end }, 2 } });
}

static void
draw_sign (const ScSheet *self,
           ScDrawing     *drawing,
           const Entry   *entry,
           ScBox          box)
{
  double middle = box.y + box.height / 2;

  switch (entry->kind)
    {
    case SIGN_ROLE:
      sc_painter_draw_chip (drawing, self->typesetter,
                            &(ScChip) { { box.x, middle - SC_CHIP_HEIGHT / 2, box.width, SC_CHIP_HEIGHT },
                                        entry->initials, entry->colour });
      break;
    case SIGN_PARTICIPANT:
      sc_drawing_add_frame (drawing, (ScBox) { box.x + 0.6, middle - SC_CHIP_HEIGHT / 2 + 0.6, box.width - 1.2,
                                               SC_CHIP_HEIGHT - 1.2 }, SC_CHIP_HEIGHT / 2 - 0.6, entry->colour, 1.2);
      break;
    case SIGN_MARK:
      sc_painter_draw_mark_line (drawing, (ScPoint) { box.x + 8, middle - 8 }, (ScPoint) { box.x + 8, middle + 8 });
      break;
    case SIGN_BAR:
      sc_painter_draw_bar (drawing, (ScBox) { box.x, middle - 2.5, box.width, 5 }, 0.6, entry->colour,
                           self->direction);
      break;
    case SIGN_RETURN:
      draw_return_sign (self, drawing, box);
      break;
    case SIGN_PARKING:
    case SIGN_KIND:
    default:
      sc_drawing_add_icon (drawing, entry->icon, (ScPoint) { box.x, middle - SIGN_SIZE / 2 }, SIGN_SIZE, entry->colour);
    }
}

static void
draw_entry (const ScSheet *self,
            ScDrawing     *drawing,
            const Entry   *entry,
            double         top)
{
  double sign = get_sign_width (self, entry);
  double text = entry->box.width - sign - SIGN_GAP;
  double y = entry->box.y + top;
  ScBox sign_box = mirror_box (self, (ScBox) { entry->box.x, y, sign, LINE_HEIGHT });
  ScBox text_box = mirror_box (self, (ScBox) { entry->box.x + sign + SIGN_GAP, y + LINE_PADDING, text,
                                               entry->box.height - 2 * LINE_PADDING });

  draw_sign (self, drawing, entry, sign_box);
  sc_drawing_add_text (drawing, sc_typesetter_set (self->typesetter, SC_TEXT_LEGEND, entry->text, text + 1, SC_TEXT_WHOLE),
                       SC_TEXT_LEGEND, text_box,
                       self->direction == SC_DIRECTION_RTL ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT, SC_INK);
}

static void
draw_legend (const ScSheet *self,
             ScDrawing     *drawing)
{
  ScPoint line[] = {
    { SC_SCHEME_MARGIN, self->legend_y },
    { self->width - SC_SCHEME_MARGIN, self->legend_y },
  };

  if (self->legend->len == 0)
    return;

  sc_drawing_add_line (drawing, line, 2, 0, SC_HAIRLINE, 1, FALSE);
  for (guint i = 0; i < self->legend->len; i++)
    draw_entry (self, drawing, &g_array_index (self->legend, Entry, i), self->legend_y + LEGEND_GAP);
}

/**
 * sc_sheet_new:
 * @version: a version
 * @options: what to draw
 * @typesetter: (nullable): what sets its texts
 *
 * Arranges the scheme, with its title above and its legend below, as @options
 * say. Rows start on the side where the process's own script starts.
 *
 * Returns: (transfer full): a sheet
 */
ScSheet *
sc_sheet_new (const ScVersion      *version,
              const ScSheetOptions *options,
              ScTypesetter         *typesetter)
{
  ScSheet *self = g_new0 (ScSheet, 1);

  self->version = sc_version_ref ((ScVersion *) version);
  self->typesetter = typesetter != NULL ? sc_typesetter_ref (typesetter) : sc_typesetter_new ();
  self->title = g_strdup (options->title);
  self->date = options->date;
  self->has_legend = options->has_legend && version->stages->len > 0;
  self->has_refusals = options->has_refusals;
  self->n_across = MAX (options->n_across, 1);
  self->direction = sc_direction_guess (version);
  self->legend = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->legend, clear_entry);
  if (self->has_legend)
    fill_legend (self);

  if (options->aspect > 0)
    arrange_in_aspect (self, options->aspect);
  else
    arrange_in_width (self, options->width);

  return self;
}

/**
 * sc_sheet_free:
 * @self: (transfer full): a sheet
 */
void
sc_sheet_free (ScSheet *self)
{
  g_clear_object (&self->title_lines);
  g_array_unref (self->legend);
  sc_layout_free (self->layout);
  g_free (self->title);
  sc_typesetter_unref (self->typesetter);
  sc_version_unref (self->version);
  g_free (self);
}

/**
 * sc_sheet_get_width:
 * @self: a sheet
 *
 * Returns: its width in pixels at 100 %
 */
double
sc_sheet_get_width (const ScSheet *self)
{
  return self->width;
}

/**
 * sc_sheet_get_height:
 * @self: a sheet
 *
 * Returns: its height in pixels at 100 %
 */
double
sc_sheet_get_height (const ScSheet *self)
{
  return self->height;
}

/**
 * sc_sheet_get_layout:
 * @self: a sheet
 *
 * Returns: (transfer none): where everything on its scheme is, from the
 *   scheme's own corner
 */
const ScLayout *
sc_sheet_get_layout (const ScSheet *self)
{
  return self->layout;
}

/**
 * sc_sheet_find_column_cuts:
 * @self: a sheet
 *
 * Returns: (transfer full) (element-type double): where it can be cut from
 *   top to bottom without cutting a card, from the left
 */
GArray *
sc_sheet_find_column_cuts (const ScSheet *self)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (double));
  double start = self->direction == SC_DIRECTION_RTL ? self->width - self->layout->width : 0;

  for (guint n = 1; n < self->layout->n_columns; n++)
    {
      double x = start + SC_SCHEME_MARGIN + n * (SC_CARD_WIDTH + SC_CARD_GAP) - SC_CARD_GAP / 2;

      g_array_append_val (cuts, x);
    }

  return cuts;
}

/**
 * sc_sheet_find_row_cuts:
 * @self: a sheet
 *
 * Returns: (transfer full) (element-type double): where it can be cut from
 *   side to side without cutting a card, from the top
 */
GArray *
sc_sheet_find_row_cuts (const ScSheet *self)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint row = 0; row + 1 < self->layout->n_rows; row++)
    {
      const ScBox *card = &self->layout->places[row * self->layout->n_columns].card;
      double y = self->scheme_y + card->y + card->height + ROW_CUT * SC_ROW_GAP;

      g_array_append_val (cuts, y);
    }
  if (self->legend->len > 0)
    {
      double y = self->legend_y - 1;

      g_array_append_val (cuts, y);
    }

  return cuts;
}

/**
 * sc_sheet_draw:
 * @self: a sheet
 *
 * Returns: (transfer full): the sheet as a drawing
 */
ScDrawing *
sc_sheet_draw (const ScSheet *self)
{
  ScDrawing *drawing = sc_drawing_new (self->width, self->height);
  double x = self->direction == SC_DIRECTION_RTL ? self->width - self->layout->width : 0;

  sc_drawing_add_box (drawing, (ScBox) { 0, 0, self->width, self->height }, 0, SC_PAPER);
  draw_title (self, drawing);
  sc_drawing_set_origin (drawing, x, self->scheme_y);
  sc_painter_draw (drawing, self->version, self->layout, self->typesetter);
  sc_drawing_set_origin (drawing, 0, 0);
  draw_legend (self, drawing);

  return drawing;
}
