/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend below a scheme: who the colours are, and what its signs mean. Entries flow like
 * words. */

#include "diagram/sc-legend.h"

#include "diagram/sc-caption.h"
#include "diagram/sc-painter.h"
#include "diagram/sc-stage-notes.h"

#define ENTRY_GAP 22.0
#define SIGN_GAP 8.0
#define LINE_HEIGHT 24.0
#define LINE_PADDING 3.0
#define SIGN_SIZE 16.0
#define BAR_WIDTH 28.0
#define CHIP_WIDTH 24.0

typedef enum {
  SIGN_ROLE,
  SIGN_PARTICIPANT,
  SIGN_MARK,
  SIGN_BAR,
  SIGN_RETURN,
  SIGN_PARKING,
  SIGN_FIGURES,
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

struct _ScLegend {
  ScVersion *version;
  ScTypesetter *typesetter;
  ScDirection direction;
  GArray *entries; /* of Entry */
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
add_entry (ScLegend   *self,
           SignKind    kind,
           const char *text,
           ScColour    colour,
           ScIcon      icon)
{
  Entry entry = { kind, NULL, text, colour, icon, { 0, 0, 0, 0 } };

  g_array_append_val (self->entries, entry);
}

static void
fill (ScLegend *self,
      gboolean  has_refusals,
      gboolean  has_figures)
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
      g_array_index (self->entries, Entry, self->entries->len - 1).initials = g_strdup (initials[i]);
    }
  if (has_participants (version))
    add_entry (self, SIGN_PARTICIPANT, sc_caption_get_participant_meaning (version->language), SC_INK_SOFT, 0);
  add_entry (self, SIGN_BAR, sc_caption_get_probability_meaning (version->language), SC_INK_SOFT, 0);
  add_entry (self, SIGN_MARK, sc_caption_get_mark_meaning (version->language), SC_CLIENT, 0);
  if (has_refusals && has_refusal (version, SC_REFUSAL_BACK))
    add_entry (self, SIGN_RETURN, sc_caption_get_return_meaning (version->language), SC_RETURN, 0);
  if (has_refusals && has_refusal (version, SC_REFUSAL_PARK))
    add_entry (self, SIGN_PARKING, sc_caption_get_parking_meaning (version->language), SC_RETURN, SC_ICON_PAUSE);
  if (has_figures)
    add_entry (self, SIGN_FIGURES, sc_stage_notes_get_meaning (version->language), SC_INK_SOFT, SC_ICON_CLOCK);
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (kinds, kind))
      add_entry (self, SIGN_KIND, sc_kind_get_name (kind, version->language), SC_INK_SOFT, sc_icon_for_kind (kind));
}

static double
get_sign_width (const ScLegend *self,
                const Entry    *entry)
{
  if (entry->kind == SIGN_ROLE)
    return sc_chip_measure (self->typesetter, entry->initials);
  if (entry->kind == SIGN_PARTICIPANT)
    return CHIP_WIDTH;

  return entry->kind == SIGN_BAR || entry->kind == SIGN_RETURN ? BAR_WIDTH : SIGN_SIZE;
}

/* Returns how high an entry is: where its text is longer than a line of the
 * legend, it takes several. */
static double
measure_entry (ScLegend    *self,
               const Entry *entry,
               double       text_width)
{
  guint n_lines = sc_typesetter_count_lines (self->typesetter, SC_TEXT_LEGEND, entry->text, text_width + 1, SC_TEXT_WHOLE);

  return LINE_HEIGHT + (MAX (n_lines, 1) - 1) * sc_typesetter_get_line_height (SC_TEXT_LEGEND);
}

static ScBox
mirror_box (const ScLegend *self,
            double          whole_width,
            ScBox           box)
{
  if (self->direction == SC_DIRECTION_RTL)
    box.x = whole_width - box.x - box.width;

  return box;
}

/* Against the way in which stages follow each other. */
static void
draw_return_sign (const ScLegend *self,
                  ScDrawing      *drawing,
                  ScBox           box)
{
  gboolean is_mirrored = self->direction == SC_DIRECTION_RTL;
  double middle = box.y + box.height / 2;
  ScPoint start = { is_mirrored ? box.x : box.x + box.width, middle };
  ScPoint end = { is_mirrored ? box.x + box.width : box.x, middle };

  sc_painter_draw_return (drawing, &(ScReturn) { .way = { { start, end }, 2 } });
}

static void
draw_sign (const ScLegend *self,
           ScDrawing      *drawing,
           const Entry    *entry,
           ScBox           box)
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
    case SIGN_FIGURES:
    case SIGN_KIND:
    default:
      sc_drawing_add_icon (drawing, entry->icon, (ScPoint) { box.x, middle - SIGN_SIZE / 2 }, SIGN_SIZE, entry->colour);
    }
}

static void
draw_entry (const ScLegend *self,
            ScDrawing      *drawing,
            const Entry    *entry,
            double          top,
            double          whole_width)
{
  double sign = get_sign_width (self, entry);
  double text = entry->box.width - sign - SIGN_GAP;
  double y = entry->box.y + top;
  ScBox sign_box = mirror_box (self, whole_width, (ScBox) { entry->box.x, y, sign, LINE_HEIGHT });
  ScBox text_box = mirror_box (self, whole_width, (ScBox) { entry->box.x + sign + SIGN_GAP, y + LINE_PADDING, text,
                                                            entry->box.height - 2 * LINE_PADDING });

  draw_sign (self, drawing, entry, sign_box);
  sc_drawing_add_text (drawing, sc_typesetter_set (self->typesetter, SC_TEXT_LEGEND, entry->text, text + 1, SC_TEXT_WHOLE),
                       SC_TEXT_LEGEND, text_box,
                       self->direction == SC_DIRECTION_RTL ? SC_ALIGN_RIGHT : SC_ALIGN_LEFT, SC_INK);
}

/**
 * sc_legend_new:
 * @version: whose legend it is
 * @typesetter: what sets its texts
 * @direction: the way the scheme runs
 * @has_refusals: whether the scheme shows what happens when a client refuses
 * @has_figures: whether it shows what deals tell of its stages
 *
 * Returns: (transfer full): what the signs on the scheme mean
 */
ScLegend *
sc_legend_new (ScVersion    *version,
               ScTypesetter *typesetter,
               ScDirection   direction,
               gboolean      has_refusals,
               gboolean      has_figures)
{
  ScLegend *self = g_new0 (ScLegend, 1);

  self->version = sc_version_ref (version);
  self->typesetter = sc_typesetter_ref (typesetter);
  self->direction = direction;
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  fill (self, has_refusals, has_figures);

  return self;
}

/**
 * sc_legend_free:
 * @self: (transfer full): a legend
 */
void
sc_legend_free (ScLegend *self)
{
  g_array_unref (self->entries);
  sc_typesetter_unref (self->typesetter);
  sc_version_unref (self->version);
  g_free (self);
}

/**
 * sc_legend_arrange:
 * @self: a legend
 * @width: the room that it has from side to side, without margins
 *
 * Has its entries flow like words; the kinds begin a line of their own.
 *
 * Returns: how high they are together
 */
double
sc_legend_arrange (ScLegend *self,
                   double    width)
{
  double left = SC_SCHEME_MARGIN;
  double right = left + width;
  double x = left;
  double y = 0;
  double line = LINE_HEIGHT;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      gboolean is_first_kind = entry->kind == SIGN_KIND && i > 0 && entry[-1].kind != SIGN_KIND;
      double sign = get_sign_width (self, entry) + SIGN_GAP;
      double entry_width = sign + sc_typesetter_measure_width (self->typesetter, SC_TEXT_LEGEND, entry->text);
      double height;

      entry_width = MIN (entry_width, right - left);
      height = measure_entry (self, entry, entry_width - sign);
      if (x > left && (x + entry_width > right || is_first_kind))
        {
          x = left;
          y += line;
          line = LINE_HEIGHT;
        }
      entry->box = (ScBox) { x, y, entry_width, height };
      line = MAX (line, height);
      x += entry_width + ENTRY_GAP;
    }

  return y + line;
}

/**
 * sc_legend_draw:
 * @self: a legend that is arranged
 * @drawing: what it is drawn on
 * @top: where it begins
 * @whole_width: how wide what it stands on is
 */
void
sc_legend_draw (const ScLegend *self,
                ScDrawing      *drawing,
                double          top,
                double          whole_width)
{
  for (guint i = 0; i < self->entries->len; i++)
    draw_entry (self, drawing, &g_array_index (self->entries, Entry, i), top, whole_width);
}
