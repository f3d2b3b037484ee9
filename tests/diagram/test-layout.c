/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <time.h>

#include "boxes.h"
#include "diagram/sc-route.h"
#include "diagram/sc-stage-notes.h"
#include "how-often.h"
#include "sample.h"

#define N_ROUNDS 300

static void
check_cards (const ScLayout *layout)
{
  ScBox whole = { 0, 0, layout->width, layout->height };

  for (guint i = 0; i < layout->n_stages; i++)
    {
      const ScPlace *place = &layout->places[i];
      const ScBox *parts[] = { &place->number, &place->kinds, &place->name, &place->role, &place->facts };

      g_assert_true (contains (&whole, &place->card));
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&place->card, &layout->places[j].card));
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          g_assert_true (contains (&place->card, parts[j]));
          for (guint k = 0; k < j; k++)
            g_assert_false (overlap (parts[j], parts[k]));
        }
    }
}

/* Stages follow each other along rows, and rows go down. */
static void
check_order (const ScLayout *layout)
{
  double sign = layout->direction == SC_DIRECTION_LTR ? 1 : -1;

  for (guint i = 0; i < layout->n_stages; i++)
    {
      const ScPlace *place = &layout->places[i];

      g_assert_cmpuint (place->row * layout->n_columns + place->column, ==, i);
      g_assert_cmpuint (place->column, <, layout->n_columns);
      if (i > 0 && place->column > 0)
        {
          g_assert_cmpfloat (sign * place->card.x, >, sign * place[-1].card.x);
          g_assert_cmpfloat (place->card.y, ==, place[-1].card.y);
          g_assert_cmpfloat (place->card.height, ==, place[-1].card.height);
        }
      else if (i > 0)
        g_assert_cmpfloat (place->card.y, >, place[-1].card.y + place[-1].card.height);
    }
}

static void
check_routes (const ScLayout *layout)
{
  ScBox whole = { 0, 0, layout->width, layout->height };

  g_assert_cmpuint (layout->n_routes, ==, layout->n_stages > 0 ? layout->n_stages - 1 : 0);
  for (guint i = 0; i < layout->n_routes; i++)
    {
      const ScRoute *route = &layout->routes[i];

      g_assert_cmpuint (route->n_points, >=, 2);
      g_assert_cmpuint (route->n_points, <=, SC_ROUTE_MAX_POINTS);
      g_assert_true (is_on_edge (&layout->places[i].card, route->points[0]));
      g_assert_true (is_on_edge (&layout->places[i + 1].card, route->points[route->n_points - 1]));
      for (guint j = 1; j < route->n_points; j++)
        {
          ScBox line = box_of_line (route->points[j - 1], route->points[j]);

          g_assert_true (line.width == 0 || line.height == 0);
          g_assert_true (contains (&whole, &line));
          for (guint k = 0; k < layout->n_stages; k++)
            g_assert_false (overlap (&line, &layout->places[k].card));
        }
    }
}

/* Stands between the stage that it stands after and the next one. */
static void
check_mark (const ScLayout  *layout,
            const ScVersion *version)
{
  const ScMark *mark = &layout->mark;
  ScBox whole = { 0, 0, layout->width, layout->height };
  ScBox line = box_of_line (mark->from, mark->to);

  if (layout->n_stages == 0)
    {
      g_assert_cmpint (mark->position, ==, -1);
      return;
    }

  g_assert_cmpint (mark->position, ==, sc_version_get_mark_position (version));
  g_assert_true (contains (&whole, &line));
  g_assert_true (contains (&whole, &mark->label));
  g_assert_false (overlap (&mark->label, &layout->sum));
  for (guint i = 0; i < layout->n_stages; i++)
    {
      g_assert_false (overlap (&line, &layout->places[i].card));
      g_assert_false (overlap (&mark->label, &layout->places[i].card));
    }
  for (guint i = 0; i < layout->n_routes; i++)
    for (guint j = 1; j < layout->routes[i].n_points; j++)
      {
        ScBox way = box_of_line (layout->routes[i].points[j - 1], layout->routes[i].points[j]);

        g_assert_false (overlap (&mark->label, &way));
      }

  if (line.height > 0)
    {
      const ScBox *card = &layout->places[mark->position].card;
      double sign = layout->direction == SC_DIRECTION_LTR ? 1 : -1;

      g_assert_cmpfloat (sign * line.x, >, sign * (card->x + card->width / 2));
      g_assert_cmpfloat (line.y, <=, card->y);
      g_assert_cmpfloat (line.y + line.height, >=, card->y + card->height);
    }
  else
    g_assert_cmpfloat (line.y, >, layout->places[mark->position].card.y);
}

static void
check_all (const ScLayout  *layout,
           const ScVersion *version,
           double           width)
{
  g_assert_cmpuint (layout->n_stages, ==, version->stages->len);
  if (width >= sc_layout_measure_columns (1) && version->stages->len > 0)
    g_assert_cmpfloat (layout->width, <=, width);
  check_cards (layout);
  check_order (layout);
  check_routes (layout);
  check_mark (layout, version);
  g_assert_cmpfloat (layout->sum.y + layout->sum.height, <=, layout->height);
}

static void
test_always_holds (void)
{
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();

  for (guint round = 0; round < how_often (N_ROUNDS); round++)
    {
      guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ScVersion) version = sample_random (rand, (guint) g_rand_int_range (rand, 0, 31));
      ScLayoutOptions options = {
        g_rand_int_range (rand, 0, 3) == 0 ? 0 : g_rand_double_range (rand, 100, 4000),
        g_rand_boolean (rand) ? SC_DIRECTION_LTR : SC_DIRECTION_RTL,
      };
      g_autoptr (ScLayout) layout = sc_layout_new (version, &options, typesetter);

      g_test_message ("seed %u: %u stages, width %.0f", seed, version->stages->len, options.width);
      check_all (layout, version, options.width > 0 ? options.width : G_MAXDOUBLE);
    }
}

/* However many stages there are, and how wide. */
static void
test_sizes (void)
{
  static const struct {
    guint n_stages;
    double width;
    guint n_rows;
    guint n_columns;
  } cases[] = {
    { 0, 0, 0, 0 },
    { 0, 500, 0, 0 },
    { 1, 0, 1, 1 },
    { 1, 100, 1, 1 },
    { 7, 0, 1, 7 },
    { 7, 1, 7, 1 },
    { 7, 1400, 2, 4 }, /* five would fit; four and three are more even */
    { 7, 1e6, 1, 7 },
    { 12, 1150, 3, 4 },
    { 200, 0, 1, 200 },
    { 200, 2000, 29, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScVersion) version = sample_new (cases[i].n_stages);
      ScLayoutOptions options = { cases[i].width, SC_DIRECTION_LTR };
      g_autoptr (ScLayout) layout = sc_layout_new (version, &options, NULL);

      g_test_message ("%u stages in %.0f", cases[i].n_stages, cases[i].width);
      g_assert_cmpuint (layout->n_rows, ==, cases[i].n_rows);
      g_assert_cmpuint (layout->n_columns, ==, cases[i].n_columns);
      check_all (layout, version, cases[i].width > 0 ? cases[i].width : G_MAXDOUBLE);
    }
}

static GPtrArray *
make_figures (const ScVersion *version)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_figures_free);

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStageFigures stage = {
        .stage_id = g_strdup (sc_version_get_stage (version, i)->id), .n_ended = 40, .n_needed = 10, .median = 6, .q25 = 4,
        .q75 = 9, .target = { 3 }, .n_now = 11, .n_over = 4, .n_left = 100 + i, .n_on = 60, .n_entered = 120, .n_returned = 30,
        .back_to = g_strdup (sc_version_get_stage (version, i)->refusal.stage_id), .n_gone = 99, .n_back = 88,
        .over_days = i == 2 ? 3 : 0, .n_through = 41,
      };

      g_ptr_array_add (figures, g_memdup2 (&stage, sizeof stage));
    }

  return figures;
}

static void
check_passed (const ScLayout  *layout,
              const ScVersion *version,
              ScTypesetter    *typesetter)
{
  for (guint i = 0; i < layout->n_routes; i++)
    {
      g_auto (ScPassed) passed = { { NULL, NULL }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } } };
      ScPoint lines[2][2];
      guint n_lines = sc_mark_get_lines (&layout->mark, lines);

      sc_passed_init (&passed, layout->figures->pdata[i], &layout->routes[i], version->language, layout->direction, typesetter);
      for (guint j = 0; j < G_N_ELEMENTS (passed.texts) && passed.texts[j] != NULL; j++)
        {
          for (guint k = 0; k < layout->n_stages; k++)
            g_assert_false (overlap (&passed.boxes[j], &layout->places[k].card));
          for (guint k = 0; k < n_lines; k++)
            {
              ScBox line = box_of_line (lines[k][0], lines[k][1]);

              g_assert_false (overlap (&passed.boxes[j], &line));
            }
          g_assert_false (overlap (&passed.boxes[j], &layout->mark.label));
        }
    }
}

static void
check_went_back (const ScLayout  *layout,
                 const ScVersion *version,
                 ScTypesetter    *typesetter)
{
  gboolean is_column = layout->n_columns == 1 && layout->n_stages > 1;

  for (guint i = 0; i < layout->n_returns; i++)
    {
      const ScReturn *way = &layout->returns[i];
      g_auto (ScPassed) passed = { { NULL, NULL }, { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } } };

      sc_passed_init_return (&passed, layout->figures->pdata[way->from], way, layout, version, typesetter);
      if (is_column)
        {
          g_assert_null (passed.texts[0]);
          continue;
        }
      g_assert_cmpstr (passed.texts[0], ==, version->language == SC_LANGUAGE_RU ? "88 из 99" : "88 of 99");
      for (guint k = 0; k < layout->n_stages; k++)
        g_assert_false (overlap (&passed.boxes[0], &layout->places[k].card));
      g_assert_false (overlap (&passed.boxes[0], &layout->mark.label));
      for (guint k = 0; k < layout->n_routes; k++)
        for (guint l = 1; l < layout->routes[k].n_points; l++)
          {
            ScBox line = box_of_line (layout->routes[k].points[l - 1], layout->routes[k].points[l]);

            g_assert_false (overlap (&passed.boxes[0], &line));
          }
      for (guint k = 0; k < layout->n_returns; k++)
        for (guint l = 1; l < layout->returns[k].way.n_points; l++)
          {
            ScBox line = box_of_line (layout->returns[k].way.points[l - 1], layout->returns[k].way.points[l]);

            g_assert_false (overlap (&passed.boxes[0], &line));
          }
    }
}

static ScVersion *
make_returning (ScLanguage language)
{
  ScVersion *version = sample_proposal (language);

  for (guint i = 2; i < version->stages->len; i++)
    sample_send_back (version, i, i % 3 == 0 ? 0 : 1);

  return version;
}

/* The share of a return stands on its line, beside cards, the client mark and other returns. */
static void
test_returns (void)
{
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();
  double widths[] = { 0, 300, 600, 1200 };

  for (guint i = 0; i < G_N_ELEMENTS (widths) * SC_N_LANGUAGES * 2; i++)
    {
      g_autoptr (ScVersion) version = make_returning (i / 2 % SC_N_LANGUAGES);
      g_autoptr (GPtrArray) figures = make_figures (version);
      ScLayoutOptions options = { widths[i / 2 / SC_N_LANGUAGES], i % 2 == 0 ? SC_DIRECTION_LTR : SC_DIRECTION_RTL, TRUE, FALSE,
                                  figures };
      g_autoptr (ScLayout) layout = sc_layout_new (version, &options, typesetter);

      g_assert_cmpuint (layout->n_returns, >, 0);
      check_went_back (layout, version, typesetter);
    }
}

/* What deals tell stands on the card, and at connectors beside cards and the client mark. */
static void
test_figures (void)
{
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();
  double widths[] = { 0, 300, 600, 1200 };

  for (guint i = 0; i < G_N_ELEMENTS (widths) * SC_N_LANGUAGES * 2; i++)
    {
      g_autoptr (ScVersion) version = sample_proposal (i / 2 % SC_N_LANGUAGES);
      g_autoptr (GPtrArray) figures = make_figures (version);
      ScLayoutOptions options = { widths[i / 2 / SC_N_LANGUAGES], i % 2 == 0 ? SC_DIRECTION_LTR : SC_DIRECTION_RTL, FALSE, FALSE,
                                  figures };
      g_autoptr (ScLayout) layout = sc_layout_new (version, &options, typesetter);

      check_all (layout, version, options.width > 0 ? options.width : G_MAXDOUBLE);
      check_passed (layout, version, typesetter);
      for (guint k = 0; k < layout->n_stages; k++)
        {
          const ScPlace *place = &layout->places[k];

          g_assert_true (contains (&place->card, &place->notes));
          g_assert_false (overlap (&place->facts, &place->notes));
          g_assert_cmpfloat (place->notes.height, >=, sc_stage_notes_measure (figures->pdata[k], version, typesetter));
        }
    }
}

/* The same version gives the same layout, whatever was measured before. */
static void
test_pure (void)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_RU);
  g_autoptr (ScVersion) other = sample_new (40);
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();
  g_autoptr (ScLayout) fresh = sc_layout_new (version, NULL, NULL);
  g_autoptr (ScLayout) between = sc_layout_new (other, NULL, typesetter);
  g_autoptr (ScLayout) again = sc_layout_new (version, NULL, typesetter);

  g_assert_cmpfloat (fresh->width, ==, again->width);
  g_assert_cmpfloat (fresh->height, ==, again->height);
  g_assert_cmpmem (fresh->places, fresh->n_stages * sizeof (ScPlace),
                   again->places, again->n_stages * sizeof (ScPlace));
  g_assert_cmpmem (fresh->routes, fresh->n_routes * sizeof (ScRoute),
                   again->routes, again->n_routes * sizeof (ScRoute));
}

/* A name of a mebibyte is as quick to lay out as any. */
static void
test_absurd_name (void)
{
  g_autoptr (ScVersion) version = sample_new (3);
  g_autofree char *name = g_strnfill (1 << 20, 'x');
  g_autoptr (ScLayout) layout = NULL;
  clock_t started = clock ();

  g_set_str (&sc_version_get_stage (version, 1)->name, name);
  layout = sc_layout_new (version, NULL, NULL);
  check_all (layout, version, G_MAXDOUBLE);
  g_assert_cmpint (clock () - started, <, 5 * CLOCKS_PER_SEC);
}

static void
test_mirrored (void)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);
  g_autoptr (ScLayout) ltr = sc_layout_new (version, &(ScLayoutOptions) { 1200, SC_DIRECTION_LTR }, NULL);
  g_autoptr (ScLayout) rtl = sc_layout_new (version, &(ScLayoutOptions) { 1200, SC_DIRECTION_RTL }, NULL);

  g_assert_cmpfloat (ltr->width, ==, rtl->width);
  for (guint i = 0; i < ltr->n_stages; i++)
    {
      const ScBox *a = &ltr->places[i].card;
      const ScBox *b = &rtl->places[i].card;

      g_assert_cmpfloat_with_epsilon (a->x + a->width, ltr->width - b->x, 0.001);
      g_assert_cmpfloat (a->y, ==, b->y);
    }
}

static void
test_direction (void)
{
  static const struct {
    const char *name;
    ScDirection direction;
  } cases[] = {
    { "Payment", SC_DIRECTION_LTR },
    { "Оплата", SC_DIRECTION_LTR },
    { "متابعة الدفع", SC_DIRECTION_RTL },
    { "1. תשלום", SC_DIRECTION_RTL },
    { "42 🚀", SC_DIRECTION_LTR },
    { "", SC_DIRECTION_LTR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);

      g_ptr_array_add (version->stages, sc_stage_new (cases[i].name, SC_KIND_BIT (SC_KIND_OTHER)));
      g_assert_cmpint (sc_direction_guess (version), ==, cases[i].direction);
    }
}

/* What is dropped on either half of a card goes on that side of it. */
static void
check_gaps (ScLayoutOptions options)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);
  g_autoptr (ScLayout) layout = sc_layout_new (version, &options, NULL);
  gboolean is_column = layout->n_columns == 1;
  double sign = options.direction == SC_DIRECTION_LTR ? 1 : -1;

  for (guint i = 0; i < layout->n_stages; i++)
    {
      const ScBox *card = &layout->places[i].card;
      ScPoint middle = { card->x + card->width / 2, card->y + card->height / 2 };
      ScPoint before = { middle.x - (is_column ? 0 : 10 * sign), middle.y - (is_column ? 10 : 0) };
      ScPoint after = { middle.x + (is_column ? 0 : 10 * sign), middle.y + (is_column ? 10 : 0) };

      g_assert_cmpuint (sc_layout_find_gap (layout, before), ==, i);
      g_assert_cmpuint (sc_layout_find_gap (layout, after), ==, i + 1);
    }
  g_assert_cmpuint (sc_layout_find_gap (layout, (ScPoint) { -1000 * sign, -1000 }), ==, 0);
  g_assert_cmpuint (sc_layout_find_gap (layout, (ScPoint) { sign * 1e6, 1e6 }), ==, layout->n_stages);
}

static void
test_gaps (void)
{
  check_gaps ((ScLayoutOptions) { 0, SC_DIRECTION_LTR });
  check_gaps ((ScLayoutOptions) { 1200, SC_DIRECTION_LTR });
  check_gaps ((ScLayoutOptions) { 1200, SC_DIRECTION_RTL });
  check_gaps ((ScLayoutOptions) { 300, SC_DIRECTION_LTR });
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/always-holds", test_always_holds);
  g_test_add_func ("/layout/sizes", test_sizes);
  g_test_add_func ("/layout/figures", test_figures);
  g_test_add_func ("/layout/returns", test_returns);
  g_test_add_func ("/layout/pure", test_pure);
  g_test_add_func ("/layout/absurd-name", test_absurd_name);
  g_test_add_func ("/layout/mirrored", test_mirrored);
  g_test_add_func ("/layout/direction", test_direction);
  g_test_add_func ("/layout/gaps", test_gaps);

  return g_test_run ();
}
