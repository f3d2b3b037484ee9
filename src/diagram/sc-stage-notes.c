/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What deals tell of a stage, as lines on its card and words at its connector, in the
 * process's language: a scheme with them on the wall is read by everyone. A share of fewer
 * cases than it takes is not said, one of a hundred and more is said of 100. */

#include "diagram/sc-stage-notes.h"

#include <math.h>

#include "diagram/sc-caption.h"
#include "model/sc-noun.h"

/* From so many on a share is said of 100. */
#define MANY 100

/* Between a connector and what stands at it. */
#define LABEL_GAP 4.0

/* Between a card and what stands at a way back that leaves it. */
#define CARD_GAP 1.0

static const ScPhrase median = { { "Half stay up to %s, target\u00a0%s", "Половина стоит до %s, норматив\u00a0%s" } };
static const ScPhrase short_median = { { "Half leave on the same\u00a0day, target\u00a0%s", "Половина уходит в\u00a0тот\u00a0же\u00a0день, норматив\u00a0%s" } };
static const ScPhrase short_median_alone = { { "Half leave on the same\u00a0day", "Половина уходит в\u00a0тот\u00a0же\u00a0день" } };
static const ScPhrase median_alone = { { "Half stay up to %s", "Половина стоит до %s" } };
static const ScPhrase middle_half = { { "Usually %u to %s", "Обычно от %u до %s" } };
static const ScPhrase middle_day = { { "Usually %s", "Обычно %s" } };
static const ScPhrase inferred = { {
                                     "– Days unknown: the import worked the history out",
                                     "– Дни неизвестны: история восстановлена при импорте",
                                   } };
static const ScPhrase too_few = { {
                                    "– Too early to say: %u of %u visits have ended",
                                    "– Пока рано: пребываний на этапе %u, нужно %u",
                                  } };
static const ScPhrase now = { { "Now %u", "Сейчас %u" } };
static const ScPhrase now_over = { { "Now %u, over target\u00a0%u", "Сейчас %u, дольше норматива\u00a0%u" } };
static const ScPhrase returned = { { "Came back: %s", "Вернулись: %s" } };
static const ScPhrase went_on = { { "Went on: %s", "Прошли дальше: %s" } };
static const ScPhrase went_back = { { "Went back to “%s”: %s", "Вернулись на этап «%s»: %s" } };
static const ScPhrase bottleneck = { {
                                       "Bottleneck: %s over target × %s",
                                       "Узкое место: %s сверх норматива × %s",
                                     } };
static const ScPhrase share = { { "%u of %u", "%u из %u" } };
static const ScPhrase of = { { "of %u", "из %u" } };
static const ScPhrase meaning = { {
                                    "All deals as of today, in working days. “Usually”: the middle half. At an arrow: how many went on, of those that left; at a dashed one: of how many visits they went back",
                                    "Все сделки на сегодня, в рабочих днях. «Обычно» — средняя половина. У стрелки: сколько прошли дальше из ушедших с этапа; у штриховой — сколько раз вернулись",
                                  } };

static guint
to_days (double days)
{
  return (guint) ceil (days);
}

static char *
make_share (guint      n,
            guint      of_all,
            ScLanguage language)
{
  if (of_all < MANY)
    return g_strdup_printf (share.text[language], n, of_all);

  return g_strdup_printf (share.text[language], (guint) lround (100.0 * n / of_all), MANY);
}

/* On one line. */
static char *
make_target (const ScStageFigures *figures,
             const ScVersion      *version)
{
  g_autofree char *text = sc_caption_for_duration (figures->target, version->calendar, version->language);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv (SC_NOUN_SPACE, words);
}

static char *
make_median (const ScStageFigures *figures,
             const ScVersion      *version)
{
  ScLanguage language = version->language;
  gboolean has_target = figures->target.value > 0;
  g_autofree char *days = sc_noun_count (SC_NOUN_DAY, to_days (MAX (figures->median, 0)), language, SC_CASE_GENITIVE,
                                         SC_NOUN_SPACE);
  g_autofree char *target = make_target (figures, version);

  if (figures->median < 0 && figures->is_inferred)
    return g_strdup (inferred.text[language]);
  if (figures->median < 0)
    return g_strdup_printf (too_few.text[language], figures->n_ended, figures->n_needed);
  if (figures->median == 0)
    return has_target ? g_strdup_printf (short_median.text[language], target)
                      : g_strdup (short_median_alone.text[language]);

  return has_target ? g_strdup_printf (median.text[language], days, target)
                    : g_strdup_printf (median_alone.text[language], days);
}

static char *
make_middle_half (const ScStageFigures *figures,
                  ScLanguage            language)
{
  guint low = to_days (MAX (figures->q25, 0));
  guint high = to_days (MAX (figures->q75, 0));
  g_autofree char *days = NULL;

  if (figures->q25 < 0 || high == 0)
    return NULL;

  days = sc_noun_count (SC_NOUN_DAY, high, language, low < high ? SC_CASE_GENITIVE : SC_CASE_NOMINATIVE, SC_NOUN_SPACE);

  return low < high ? g_strdup_printf (middle_half.text[language], low, days)
                    : g_strdup_printf (middle_day.text[language], days);
}

static char *
make_now (const ScStageFigures *figures,
          ScLanguage            language)
{
  if (figures->is_inferred || figures->target.value == 0)
    return g_strdup_printf (now.text[language], figures->n_now);

  return g_strdup_printf (now_over.text[language], figures->n_now, figures->n_over);
}

static char *
make_returned (const ScStageFigures *figures,
               ScLanguage            language)
{
  g_autofree char *text = NULL;

  if (figures->n_returned == 0 || figures->n_entered < figures->n_needed || figures->n_entered < figures->n_returned)
    return NULL;

  text = make_share (figures->n_returned, figures->n_entered, language);

  return g_strdup_printf (returned.text[language], text);
}

static char *
make_bottleneck (const ScStageFigures *figures,
                 ScLanguage            language)
{
  g_autofree char *days = NULL;
  g_autofree char *deals = NULL;

  if (figures->over_days <= 0)
    return NULL;

  days = sc_noun_count (SC_NOUN_DAY, to_days (figures->over_days), language, SC_CASE_NOMINATIVE, SC_NOUN_SPACE);
  deals = sc_noun_count (SC_NOUN_DEAL, figures->n_through, language, SC_CASE_NOMINATIVE, SC_NOUN_SPACE);

  return g_strdup_printf (bottleneck.text[language], days, deals);
}

static void
clear_note (gpointer data)
{
  ScStageNote *note = data;

  g_free (note->text);
}

static void
add_note (GArray *notes,
          char   *text)
{
  ScStageNote note = { .text = text };

  if (text != NULL)
    g_array_append_val (notes, note);
}

static GArray *
list_notes (const ScStageFigures *figures,
            const ScVersion      *version)
{
  GArray *notes = g_array_new (FALSE, TRUE, sizeof (ScStageNote));
  char *why = make_bottleneck (figures, version->language);

  g_array_set_clear_func (notes, clear_note);
  add_note (notes, make_median (figures, version));
  add_note (notes, make_middle_half (figures, version->language));
  add_note (notes, make_now (figures, version->language));
  add_note (notes, make_returned (figures, version->language));
  add_note (notes, why);
  if (why != NULL)
    g_array_index (notes, ScStageNote, notes->len - 1).is_bottleneck = TRUE;

  return notes;
}

/**
 * sc_stage_notes_new:
 * @figures: (nullable): what deals tell of a stage
 * @version: whose stage it is
 * @typesetter: what sets the lines
 *
 * Returns: (transfer full) (element-type ScStageNote): the lines for its card, one under the
 *   other, each in as many as it needs; none where nothing is told
 */
GArray *
sc_stage_notes_new (const ScStageFigures *figures,
                    const ScVersion      *version,
                    ScTypesetter         *typesetter)
{
  GArray *notes = figures != NULL ? list_notes (figures, version) : g_array_new (FALSE, TRUE, sizeof (ScStageNote));
  double y = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      ScStageNote *note = &g_array_index (notes, ScStageNote, i);
      double sign = note->is_bottleneck ? SC_SIGN_ROOM : 0;
      double width = SC_CARD_WIDTH - 2 * SC_CARD_PADDING - sign;
      guint n_lines = sc_typesetter_count_lines (typesetter, SC_TEXT_FACT, note->text, width, SC_TEXT_WHOLE);

      y += note->is_bottleneck ? SC_NOTE_OVERHANG : 0;
      note->box = (ScBox) { sign, y, width, MAX (n_lines, 1) * sc_typesetter_get_line_height (SC_TEXT_FACT) };
      y += note->box.height + (note->is_bottleneck ? SC_NOTE_OVERHANG : 0);
    }

  return notes;
}

/**
 * sc_stage_notes_measure:
 * @figures: (nullable): what deals tell of a stage
 * @version: whose stage it is
 * @typesetter: what sets the lines
 *
 * Returns: how high its notes are, 0 for none
 */
double
sc_stage_notes_measure (const ScStageFigures *figures,
                        const ScVersion      *version,
                        ScTypesetter         *typesetter)
{
  g_autoptr (GArray) notes = sc_stage_notes_new (figures, version, typesetter);
  const ScStageNote *last = notes->len > 0 ? &g_array_index (notes, ScStageNote, notes->len - 1) : NULL;

  return last != NULL ? last->box.y + last->box.height + (last->is_bottleneck ? SC_NOTE_OVERHANG : 0) : 0;
}

static gboolean
has_back (const ScStageFigures *figures)
{
  return figures->back_to != NULL && figures->n_gone >= figures->n_needed;
}

/**
 * sc_stage_notes_tell:
 * @figures: what deals tell of a stage
 * @version: whose stage it is
 *
 * Returns: (transfer full): all of it in one text, for those who can't see it
 */
char *
sc_stage_notes_tell (const ScStageFigures *figures,
                     const ScVersion      *version)
{
  g_autoptr (GArray) notes = list_notes (figures, version);
  const ScStage *to = figures->back_to != NULL ? sc_version_find_stage (version, figures->back_to, NULL) : NULL;
  GString *text = g_string_new (NULL);

  if (figures->n_left >= figures->n_needed)
    {
      g_autofree char *passed = make_share (figures->n_on, figures->n_left, version->language);

      add_note (notes, g_strdup_printf (went_on.text[version->language], passed));
    }
  if (has_back (figures) && to != NULL)
    {
      g_autofree char *back = make_share (figures->n_back, figures->n_gone, version->language);

      add_note (notes, g_strdup_printf (went_back.text[version->language], to->name, back));
    }
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s.", i > 0 ? " " : "", g_array_index (notes, ScStageNote, i).text);

  return g_string_free (text, FALSE);
}

/**
 * sc_stage_notes_get_meaning:
 * @language: the process's language
 *
 * Returns: what the legend says of figures
 */
const char *
sc_stage_notes_get_meaning (ScLanguage language)
{
  return meaning.text[language];
}

/* Over and under a connector that lies; beside the beginning of one that leads down, both in
 * one line. */
static void
place (ScPassed      *self,
       const ScRoute *route,
       ScDirection    direction,
       ScTypesetter  *typesetter)
{
  ScPoint from = route->points[0];
  ScPoint to = route->points[1];
  double height = sc_typesetter_get_line_height (SC_PASSED_STYLE);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts) && self->texts[i] != NULL; i++)
    {
      double width = ceil (sc_typesetter_measure_width (typesetter, SC_PASSED_STYLE, self->texts[i])) + 1;
      double x = from.x + (direction == SC_DIRECTION_RTL ? -LABEL_GAP - width : LABEL_GAP);

      if (from.y == to.y)
        self->boxes[i] = (ScBox) { (from.x + to.x - width) / 2, i > 0 ? from.y + LABEL_GAP : from.y - LABEL_GAP - height,
                                   width, height }
      ;
      else
        self->boxes[i] = (ScBox) { x, from.y + 5, width, height }
      ;
    }
}

/**
 * sc_passed_init:
 * @self: (out): what stands at a connector
 * @figures: (nullable): what deals tell of the stage that it leaves
 * @route: the connector
 * @language: the process's language
 * @direction: the way the scheme runs
 * @typesetter: what measures it
 *
 * Says how many deals went on, and of how many that left; a dash where they are too few, and
 * nothing where nothing is told.
 */
void
sc_passed_init (ScPassed             *self,
                const ScStageFigures *figures,
                const ScRoute        *route,
                ScLanguage            language,
                ScDirection           direction,
                ScTypesetter         *typesetter)
{
  gboolean is_lying = route->points[0].y == route->points[1].y;
  guint n;

  *self = (ScPassed) { { NULL, NULL }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } } };
  if (figures == NULL)
    return;

  if (figures->n_left < figures->n_needed)
    {
      self->texts[0] = g_strdup ("–");
    }
  else if (is_lying)
    {
      n = figures->n_left < MANY ? figures->n_on : (guint) lround (100.0 * figures->n_on / figures->n_left);
      self->texts[0] = g_strdup_printf ("%u", n);
      self->texts[1] = g_strdup_printf (of.text[language], MIN (figures->n_left, MANY));
    }
  else
    {
      self->texts[0] = make_share (figures->n_on, figures->n_left, language);
    }
  place (self, route, direction, typesetter);
}

static gboolean
overlap (const ScBox *a,
         const ScBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static ScBox
place_beside (ScPoint  from,
              gboolean is_left,
              gboolean is_above,
              double   width,
              double   height)
{
  return (ScBox) {
           from.x + (is_left ? -LABEL_GAP - width : LABEL_GAP), is_above ? from.y - CARD_GAP - height : from.y + CARD_GAP,
           width, height,
  };
}

/**
 * sc_passed_init_return:
 * @self: (out): what stands at a way back
 * @figures: (nullable): what deals tell of the stage that it leaves
 * @way: the way back
 * @layout: whose it is
 * @version: the scheme
 * @typesetter: what measures it
 *
 * Says of how many visits to the stage deals went back that way, beside where it leaves the
 * card, on the side that the client mark's label leaves free. Where it leaves at the side, as it does in one column, there is no room for it. Nothing
 * is said where they are too few, and where the way was another when they went it.
 */
void
sc_passed_init_return (ScPassed             *self,
                       const ScStageFigures *figures,
                       const ScReturn       *way,
                       const ScLayout       *layout,
                       const ScVersion      *version,
                       ScTypesetter         *typesetter)
{
  gboolean is_mirrored = layout->direction == SC_DIRECTION_RTL;
  ScPoint from = way->way.points[0];
  ScPoint to = way->way.points[1];
  double height = sc_typesetter_get_line_height (SC_PASSED_STYLE);
  double width;

  *self = (ScPassed) { { NULL, NULL }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } } };
  if (figures == NULL || !has_back (figures) || from.y == to.y
      || g_strcmp0 (figures->back_to, sc_version_get_stage (version, way->to)->id) != 0)
    return;

  self->texts[0] = make_share (figures->n_back, figures->n_gone, version->language);
  width = ceil (sc_typesetter_measure_width (typesetter, SC_PASSED_STYLE, self->texts[0])) + 1;
  self->boxes[0] = place_beside (from, is_mirrored, to.y < from.y, width, height);
  if (layout->mark.position >= 0 && overlap (&self->boxes[0], &layout->mark.label))
    self->boxes[0] = place_beside (from, !is_mirrored, to.y < from.y, width, height);
}

/**
 * sc_passed_clear:
 * @self: what stands at a connector
 */
void
sc_passed_clear (ScPassed *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_clear_pointer (&self->texts[i], g_free);
}
