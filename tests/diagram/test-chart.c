/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <math.h>
#include <string.h>

#include "diagram/sc-chart-file.h"
#include "diagram/sc-chart-picture.h"
#include "diagram/sc-chart-scale.h"
#include "diagram/sc-chart-table.h"

#define LOOK(...) ((ScChartLook) { __VA_ARGS__ })

static ScChart *
make_curve (void)
{
  static const double points[][3] = { { 0, 1, 0 }, { 4, 0.9, 0.1 }, { 10, 0.7, 0.25 }, { 20, 0.35, 0.6 } };
  ScChart *chart = sc_chart_new (SC_CHART_STEPS, "How long deals take");
  ScChartSeries *open = sc_chart_add_series (chart, "Undecided");
  ScChartSeries *won = sc_chart_add_series (chart, "Won");

  chart->description = g_strdup ("Half the deals are decided within 20 days.");
  chart->x.title = g_strdup ("Days since the start");
  chart->y.kind = SC_VALUE_SHARE;
  chart->y.title = g_strdup ("Of 100 deals");
  chart->y.most = 1;
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      ScChartPoint *point = sc_chart_series_add (open, points[i][0], points[i][1]);

      point->low = points[i][1] - 0.05;
      point->high = MIN (points[i][1] + 0.05, 1);
      sc_chart_series_add (won, points[i][0] + (i == 3 ? 2 : 0), points[i][2]);
    }
  sc_chart_add_reference (chart, FALSE, 15, "By the scheme: 15 days");

  return chart;
}

/* Stages with a long name, one of which nothing is known. */
static ScChart *
make_rows (ScChartKind kind)
{
  static const char *const names[] = { "Search", "=Needs discovery with everyone who decides", "Contract" };
  ScChart *chart = sc_chart_new (kind, "Time at the stages");
  ScChartSeries *series = sc_chart_add_series (chart, "Half the deals");

  chart->x.title = g_strdup ("Stage");
  chart->y.title = g_strdup ("Working days");
  series->band_name = g_strdup ("Middle half");
  series->target_name = g_strdup ("Target");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      ScChartPoint *point = sc_chart_series_add (series, i, i == 2 ? SC_CHART_NONE : 6 * (i + 1));

      sc_chart_add_category (chart, names[i]);
      if (i < 2)
        {
          point->low = 3 * (i + 1);
          point->high = 10 * (i + 1);
        }
      point->target = 5;
    }

  return chart;
}

static ScChart *
make_columns (void)
{
  ScChart *chart = sc_chart_new (SC_CHART_COLUMNS, "Plan and fact");
  ScChartSeries *plan = sc_chart_add_series (chart, "Plan");
  ScChartSeries *fact = sc_chart_add_series (chart, "Won");

  chart->y.kind = SC_VALUE_MONEY;
  g_strlcpy (chart->y.currency, "USD", sizeof chart->y.currency);
  plan->is_plan = TRUE;
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("Month %u", i + 1);

      sc_chart_add_category (chart, name);
      sc_chart_series_add (plan, i, 10000000);
      sc_chart_series_add (fact, i, 8000000 + 700000 * i);
    }

  return chart;
}

static ScChart *
make (ScChartKind kind)
{
  ScChart *chart;

  switch (kind)
    {
    case SC_CHART_STEPS:
      return make_curve ();
    case SC_CHART_LINE:
      chart = make_curve ();
      chart->kind = SC_CHART_LINE;
      return chart;
    case SC_CHART_COLUMNS:
      return make_columns ();
    default:
      return make_rows (kind);
    }
}

static char *
join_table (const ScChart *chart,
            ScCells        cells)
{
  g_autoptr (GPtrArray) rows = sc_chart_make_table (chart, cells);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", rows->pdata[i]);

      g_string_append_printf (text, "%s\n", row);
    }

  return g_string_free_and_steal (text);
}

/* A share of steps holds until the next; what is not known is a dash. */
static void
test_table (void)
{
  g_autoptr (ScChart) curve = make_curve ();
  g_autoptr (ScChart) rows = make_rows (SC_CHART_BOX);
  g_autofree char *steps = join_table (curve, SC_CELLS_FOR_PEOPLE);
  g_autofree char *boxes = join_table (rows, SC_CELLS_FOR_PEOPLE);

  g_assert_cmpstr (steps, ==,
                   "Days since the start|Undecided|Undecided: from|Undecided: to|Won\n"
                   "0|100 of 100|95 of 100|100 of 100|0 of 100\n"
                   "4|90 of 100|85 of 100|95 of 100|10 of 100\n"
                   "10|70 of 100|65 of 100|75 of 100|25 of 100\n"
                   "20|35 of 100|30 of 100|40 of 100|25 of 100\n"
                   "22|35 of 100|30 of 100|40 of 100|60 of 100\n");
  g_assert_cmpstr (boxes, ==,
                   "Stage|Half the deals|Half the deals: from|Half the deals: to|Target\n"
                   "Search|6|3|10|5\n"
                   "=Needs discovery with everyone who decides|12|6|20|5\n"
                   "Contract|–|–|–|5\n");
}

/* A line has a value only where it has a point. */
static void
test_table_of_lines (void)
{
  g_autoptr (ScChart) chart = make (SC_CHART_LINE);
  g_autofree char *text = join_table (chart, SC_CELLS_FOR_PROGRAMS);

  g_assert_nonnull (strstr (text, "\n22||||0.6\n"));
}

static void
test_words (void)
{
  g_autoptr (ScChart) rows = make_rows (SC_CHART_BOX);
  g_autoptr (ScChart) money = make_columns ();
  ScChartPoint *own = (ScChartPoint *) sc_chart_get_point (rows, 0, 1);
  g_autofree char *all = sc_chart_tell_point (rows, 0, 0);
  g_autofree char *target = sc_chart_tell_point (rows, 0, 2);
  g_autofree char *plain = sc_chart_tell_point (money, 1, 0);
  g_autofree char *note = NULL;
  g_autofree char *words = NULL;

  g_assert_cmpstr (all, ==, "Search: Half the deals 6 (from 3 to 10), target 5");
  g_assert_cmpstr (target, ==, "Contract: Half the deals –, target 5");
  g_assert_cmpstr (plain, ==, "Month 1: Won $80,000");

  own->note = g_strdup ("12 of 40");
  note = sc_chart_tell_point (rows, 0, 1);
  g_assert_cmpstr (note, ==, "=Needs discovery with everyone who decides: Half the deals 12 of 40 (from 6 to 20), target 5");
  own->words = g_strdup ("Half the deals stay at most 12 days.");
  words = sc_chart_tell_point (rows, 0, 1);
  g_assert_cmpstr (words, ==, "Half the deals stay at most 12 days.");
}

/* Numbers are numbers, whatever the locale, and a name is no formula. */
static void
test_csv (void)
{
  g_autoptr (ScChart) rows = make_rows (SC_CHART_BARS);
  g_autoptr (ScChart) money = make_columns ();
  g_autoptr (GBytes) csv = sc_chart_make_csv (rows);
  g_autoptr (GBytes) amounts = sc_chart_make_csv (money);
  static const char expected[] =
    "Stage,Half the deals,Half the deals: from,Half the deals: to,Target\r\n"
    "Search,6,3,10,5\r\n"
    "'=Needs discovery with everyone who decides,12,6,20,5\r\n"
    "Contract,,,,5\r\n";

  g_assert_cmpmem (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), expected, strlen (expected));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (amounts, NULL), ",Plan,Won\r\nMonth 1,100000.00,80000.00\r\n"));
}

/* Ticks are round, few enough, and hold what there is. */
static void
test_ticks (void)
{
  static const struct {
    ScValueKind kind;
    double least;
    double most;
    guint n_most;
    const char *ticks;
  } cases[] = {
    { SC_VALUE_NUMBER, 0, 138, 10, "0 20 40 60 80 100 120 140" },
    { SC_VALUE_NUMBER, 0, 138, 3, "0 50 100 150" },
    { SC_VALUE_NUMBER, 0, 3, 10, "0 1 2 3" },
    { SC_VALUE_NUMBER, 0, 7, 1, "0 10" },
    { SC_VALUE_NUMBER, -40, 330, 5, "-100 0 100 200 300 400" },
    { SC_VALUE_NUMBER, 0, 1000000, 5, "0 200000 400000 600000 800000 1000000" },
    { SC_VALUE_SHARE, 0, 1, 5, "0 0.2 0.4 0.6 0.8 1" },
    { SC_VALUE_SHARE, 0, 0.6, 4, "0 0.2 0.4 0.6" },
    { SC_VALUE_MONEY, 0, 230, 5, "0 100 200 300" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScChartAxis axis = { NULL, cases[i].kind, "USD", 0 };
      ScChartRange range = { cases[i].least, cases[i].most };
      g_autoptr (GArray) ticks = sc_chart_choose_ticks (&axis, &range, cases[i].n_most);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < ticks->len; j++)
        g_string_append_printf (text, "%s%.10g", j > 0 ? " " : "", g_array_index (ticks, double, j));
      g_assert_cmpstr (text->str, ==, cases[i].ticks);
      g_assert_cmpfloat (range.least, <=, cases[i].least);
      g_assert_cmpfloat (range.most, >=, cases[i].most);
    }
}

/* An axis begins at 0 and holds intervals, targets and lines to hold points against. */
static void
test_ranges (void)
{
  g_autoptr (ScChart) curve = make_curve ();
  g_autoptr (ScChart) rows = make_rows (SC_CHART_BOX);
  g_autoptr (ScChart) nothing = sc_chart_new (SC_CHART_LINE, "");

  g_assert_cmpfloat (sc_chart_find_x_range (curve).most, ==, 22);
  g_assert_cmpfloat (sc_chart_find_y_range (curve).least, ==, 0);
  g_assert_cmpfloat (sc_chart_find_y_range (rows).most, ==, 20);
  sc_chart_add_reference (curve, FALSE, 60, "Far away");
  sc_chart_add_reference (rows, TRUE, 45, "High up");
  g_assert_cmpfloat (sc_chart_find_x_range (curve).most, ==, 60);
  g_assert_cmpfloat (sc_chart_find_y_range (rows).most, ==, 45);
  g_assert_cmpfloat (sc_chart_find_y_range (nothing).most, >, 0);
  g_assert_true (sc_chart_is_empty (nothing));
}

/* Every point is found where it is seen, in a narrow window and a wide one, from either side. */
static void
test_points_are_found (void)
{
  static const double widths[] = { 320, 480, 900 };
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();

  for (guint kind = 0; kind <= SC_CHART_BOX; kind++)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++)
      {
        ScChartLook look = LOOK (SC_PALETTE_LIGHT, i % 2 == 0 ? SC_DIRECTION_LTR : SC_DIRECTION_RTL);
        g_autoptr (ScChart) chart = make (kind);
        g_autoptr (ScChartPicture) picture = sc_chart_picture_new (chart, &look, widths[i / 2], typesetter);
        guint n_points = 0;

        for (guint j = 0; j < chart->series->len; j++)
          n_points += sc_chart_get_series (chart, j)->points->len;
        g_assert_cmpuint (sc_chart_picture_get_n_spots (picture), ==, n_points);
        for (guint j = 0; j < n_points; j++)
          {
            const ScChartSpot *spot = sc_chart_picture_get_spot (picture, j);

            g_assert_cmpint (sc_chart_picture_find_point (picture, spot->series, spot->point), ==, (int) j);
            g_assert_cmpfloat (spot->at.x, >=, 0);
            g_assert_cmpfloat (spot->at.x, <=, widths[i / 2]);
            g_assert_cmpfloat (spot->at.y, <=, sc_chart_picture_get_height (picture));
            g_assert_cmpint (sc_chart_picture_find_spot (picture, spot->at), ==, (int) j);
          }
        g_assert_cmpint (sc_chart_picture_find_spot (picture, (ScPoint) { -20, -20 }), ==, -1);
      }
}

/* Where it is read from the right, the first point is on the right. */
static void
test_right_to_left (void)
{
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();
  g_autoptr (ScChart) chart = make_curve ();
  g_autoptr (ScChartPicture) ltr = sc_chart_picture_new (chart, &LOOK (SC_PALETTE_LIGHT), 600, typesetter);
  g_autoptr (ScChartPicture) rtl = sc_chart_picture_new (chart, &LOOK (SC_PALETTE_LIGHT, SC_DIRECTION_RTL), 600,
                                                         typesetter);

  for (guint i = 0; i < sc_chart_picture_get_n_spots (ltr); i++)
    {
      g_assert_cmpfloat_with_epsilon (sc_chart_picture_get_spot (ltr, i)->at.x,
                                      600 - sc_chart_picture_get_spot (rtl, i)->at.x, 1e-6);
      g_assert_cmpfloat (sc_chart_picture_get_spot (ltr, i)->at.y, ==, sc_chart_picture_get_spot (rtl, i)->at.y);
    }
  g_assert_cmpfloat (sc_chart_picture_get_spot (rtl, 0)->at.x, >, sc_chart_picture_get_spot (rtl, 1)->at.x);
}

static gboolean
is_like (const ScShape *a,
         const ScShape *b)
{
  return a->dash == b->dash && a->kind == b->kind;
}

/* The lines of two series differ by their dash where colours are gone, those of bars by
 * their hatch. */
static void
test_without_colours (void)
{
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();
  g_autoptr (ScChart) chart = make_curve ();
  g_autoptr (ScChartPicture) picture = sc_chart_picture_new (chart, &LOOK (SC_PALETTE_BLACK_AND_WHITE), 600, typesetter);
  const ScDrawing *drawing = sc_chart_picture_get_drawing (picture);
  const ScShape *lines[2] = { NULL, NULL };
  guint n_lines = 0;

  for (guint i = 0; i < sc_drawing_get_n_shapes (drawing); i++)
    {
      const ScShape *shape = sc_drawing_get_shape (drawing, i);

      /* Steps have seven corners, nothing else does. */
      if (shape->kind == SC_SHAPE_PATH && shape->n_points == 7 && !shape->has_fill)
        lines[n_lines++ % 2] = shape;
    }
  g_assert_cmpuint (n_lines, ==, 2);
  g_assert_false (is_like (lines[0], lines[1]));
}

/* What is written and drawn can be read on what is behind: text by 4.5 to 1, lines by 3 to 1. */
static void
test_contrast (void)
{
  for (guint i = 0; i < SC_N_PALETTES; i++)
    {
      const ScChartColours *colours = sc_palette_get_colours (i);

      g_assert_cmpfloat (sc_colour_get_contrast (colours->ink, colours->paper), >=, 7);
      g_assert_cmpfloat (sc_colour_get_contrast (colours->soft, colours->paper), >=, 4.5);
      for (guint j = 0; j < SC_CHART_N_STYLES; j++)
        g_assert_cmpfloat (sc_colour_get_contrast (colours->series[j], colours->paper), >=,
                           i == SC_PALETTE_CONTRAST || i == SC_PALETTE_CONTRAST_DARK ? 7 : 3);
    }
}

/* It is as high as was said, so that a widget can make room before it draws. */
static void
test_heights (void)
{
  static const double widths[] = { 1, 200, 360, 479, 480, 1200 };
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();

  for (guint kind = 0; kind <= SC_CHART_BOX; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        ScChartLook look = LOOK (SC_PALETTE_DARK, .has_title = i % 2 == 0);
        g_autoptr (ScChart) chart = make (kind);
        g_autoptr (ScChartPicture) picture = sc_chart_picture_new (chart, &look, widths[i], typesetter);

        g_assert_cmpfloat (sc_chart_measure_height (chart, &look, widths[i], typesetter), ==,
                           sc_chart_picture_get_height (picture));
      }
}

/* A chart with nothing in it, or one point, is drawn. */
static void
test_little (void)
{
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();

  for (guint kind = 0; kind <= SC_CHART_BOX; kind++)
    for (guint n = 0; n < 2; n++)
      {
        g_autoptr (ScChart) chart = sc_chart_new (kind, "");
        ScChartSeries *series = sc_chart_add_series (chart, "");
        g_autoptr (ScChartPicture) picture = NULL;

        for (guint i = 0; i < n; i++)
          {
            sc_chart_add_category (chart, "");
            sc_chart_series_add (series, 0, 0);
          }
        picture = sc_chart_picture_new (chart, &LOOK (SC_PALETTE_LIGHT), 400, typesetter);
        g_assert_cmpuint (sc_chart_picture_get_n_spots (picture), ==, n);
      }
}

/* A gap is no line: what isn't known is not drawn as if it were between its neighbours. */
static void
test_gaps (void)
{
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();
  g_autoptr (ScChart) chart = sc_chart_new (SC_CHART_LINE, "");
  ScChartSeries *series = sc_chart_add_series (chart, "");
  g_autoptr (ScChartPicture) picture = NULL;
  guint n_stretches = 0;

  for (guint i = 0; i < 7; i++)
    sc_chart_series_add (series, i, i == 3 ? SC_CHART_NONE : i);
  picture = sc_chart_picture_new (chart, &LOOK (SC_PALETTE_LIGHT), 400, typesetter);
  for (guint i = 0; i < sc_drawing_get_n_shapes (sc_chart_picture_get_drawing (picture)); i++)
    {
      const ScShape *shape = sc_drawing_get_shape (sc_chart_picture_get_drawing (picture), i);

      n_stretches += shape->kind == SC_SHAPE_PATH && shape->n_points == 3;
    }

  g_assert_cmpuint (n_stretches, ==, 2);
  g_assert_cmpuint (sc_chart_picture_get_n_spots (picture), ==, 6);
}

/* Every file says what the chart is, and its numbers can be found. */
static void
test_files (void)
{
  static const char *const signs[SC_N_CHART_FORMATS] = { "%PDF-", "<?xml", "\x89PNG", "Days since the start," };

  for (guint i = 0; i < SC_N_CHART_FORMATS; i++)
    {
      g_autoptr (ScChart) chart = make_curve ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = sc_chart_to_bytes (chart, i, SC_DIRECTION_LTR, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_get_size (bytes) > strlen (signs[i]) &&
                     memcmp (g_bytes_get_data (bytes, NULL), signs[i], strlen (signs[i])) == 0);
    }
}

static void
test_svg (void)
{
  static const char *const parts[] = {
    "<title>How long deals take</title>", "<desc>Half the deals are decided within 20 days.</desc>",
    ">Undecided</text>", ">By the scheme: 15 days</text>", ">Of 100 deals</text>", ">Days since the start</text>",
    "stroke-dasharray=\"5 5\"",
  };
  g_autoptr (ScChart) chart = make_curve ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sc_chart_to_bytes (chart, SC_CHART_SVG, SC_DIRECTION_LTR, &error);
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (svg, parts[i]) == NULL)
      g_error ("“%s” is not in:\n%s", parts[i], svg);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diagram/chart/table", test_table);
  g_test_add_func ("/diagram/chart/table-of-lines", test_table_of_lines);
  g_test_add_func ("/diagram/chart/words", test_words);
  g_test_add_func ("/diagram/chart/csv", test_csv);
  g_test_add_func ("/diagram/chart/ticks", test_ticks);
  g_test_add_func ("/diagram/chart/ranges", test_ranges);
  g_test_add_func ("/diagram/chart/points-are-found", test_points_are_found);
  g_test_add_func ("/diagram/chart/right-to-left", test_right_to_left);
  g_test_add_func ("/diagram/chart/without-colours", test_without_colours);
  g_test_add_func ("/diagram/chart/contrast", test_contrast);
  g_test_add_func ("/diagram/chart/heights", test_heights);
  g_test_add_func ("/diagram/chart/little", test_little);
  g_test_add_func ("/diagram/chart/gaps", test_gaps);
  g_test_add_func ("/diagram/chart/files", test_files);
  g_test_add_func ("/diagram/chart/svg", test_svg);

  return g_test_run ();
}
