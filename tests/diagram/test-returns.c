/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "boxes.h"
#include "how-often.h"
#include "sample.h"

#define N_ROUNDS 100

#define WITH_REFUSALS(width, direction) (&(ScLayoutOptions) { (width), (direction), TRUE })

/* Where the tip of an arrow points at a card. */
#define NEAR 6.0

static ScBox
grow (const ScBox *box,
      double       by)
{
  return (ScBox) { box->x - by, box->y - by, box->width + 2 * by, box->height + 2 * by };
}

/* Whether two lines lie on each other for a bit. */
static gboolean
run_together (const ScBox *a,
              const ScBox *b)
{
  double x = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double y = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return (x > 0.1 && y >= 0 && a->height == 0 && b->height == 0) ||
         (y > 0.1 && x >= 0 && a->width == 0 && b->width == 0);
}

static gboolean
any_line_runs_along (const ScRoute *route,
                     const ScBox   *line)
{
  for (guint i = 1; i < route->n_points; i++)
    {
      ScBox other = box_of_line (route->points[i - 1], route->points[i]);

      if (run_together (&other, line))
        return TRUE;
    }

  return FALSE;
}

static void
check_line (const ScLayout *layout,
            const ScReturn *way,
            const ScBox    *line)
{
  ScBox whole = { 0, 0, layout->width, layout->height };

  g_assert_true (line->width == 0 || line->height == 0);
  g_assert_true (contains (&whole, line));
  g_assert_false (overlap (line, &layout->sum));
  if (layout->mark.position >= 0)
    g_assert_false (overlap (line, &layout->mark.label));
  for (guint i = 0; i < layout->n_stages; i++)
    g_assert_false (overlap (line, &layout->places[i].card));
  for (guint i = 0; i < layout->n_routes; i++)
    g_assert_false (any_line_runs_along (&layout->routes[i], line));
  for (guint i = 0; i < layout->n_returns; i++)
    if (layout->returns[i].to != way->to)
      g_assert_false (any_line_runs_along (&layout->returns[i].way, line));
}

/* The line from where a way joins another goes on along that. */
static gboolean
joins_one_to_the_same (const ScLayout *layout,
                       const ScReturn *way)
{
  const ScPoint *end = &way->way.points[way->way.n_points - 1];
  ScBox last = box_of_line (end[-1], end[0]);

  for (guint i = 0; i < layout->n_returns; i++)
    if (&layout->returns[i] != way && layout->returns[i].to == way->to &&
        any_line_runs_along (&layout->returns[i].way, &last))
      return TRUE;

  return FALSE;
}

static void
check_return (const ScLayout *layout,
              const ScReturn *way)
{
  const ScRoute *route = &way->way;
  ScPoint end = route->points[route->n_points - 1];
  ScBox tip = { end.x, end.y, 0, 0 };
  ScBox around = grow (&layout->places[way->to].card, NEAR);

  g_assert_cmpuint (route->n_points, >=, 2);
  g_assert_cmpuint (route->n_points, <=, SC_ROUTE_MAX_POINTS);
  g_assert_true (is_on_edge (&layout->places[way->from].card, route->points[0]));
  if (way->joins)
    g_assert_true (joins_one_to_the_same (layout, way));
  else
    g_assert_true (contains (&around, &tip));
  for (guint i = 1; i < route->n_points; i++)
    {
      ScBox line = box_of_line (route->points[i - 1], route->points[i]);

      check_line (layout, way, &line);
    }
}

/* One way for each stage that sends deals back to one that stands there, and
 * a head for each stage that they go back to. */
static void
check_list (const ScLayout  *layout,
            const ScVersion *version)
{
  guint n = 0;

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScRefusal *refusal = &sc_version_get_stage (version, i)->refusal;
      gboolean is_aim = FALSE;
      gboolean has_head = FALSE;
      guint to;

      for (guint j = 0; j < layout->n_returns; j++)
        {
          is_aim |= layout->returns[j].to == i;
          has_head |= layout->returns[j].to == i && !layout->returns[j].joins;
        }
      g_assert_true (is_aim == has_head);
      if (refusal->kind != SC_REFUSAL_BACK || sc_version_find_stage (version, refusal->stage_id, &to) == NULL)
        continue;

      n++;
      for (guint j = 0; j < layout->n_returns; j++)
        if (layout->returns[j].from == i)
          {
            g_assert_cmpuint (layout->returns[j].to, ==, to);
            to = G_MAXUINT;
          }
      g_assert_cmpuint (to, ==, G_MAXUINT);
    }
  g_assert_cmpuint (layout->n_returns, ==, n);
}

static void
check_parking (const ScLayout  *layout,
               const ScVersion *version)
{
  for (guint i = 0; i < layout->n_stages; i++)
    {
      const ScPlace *place = &layout->places[i];
      const ScBox *others[] = { &place->number, &place->kinds, &place->name, &place->role, &place->facts };
      gboolean is_parked = sc_version_get_stage (version, i)->refusal.kind == SC_REFUSAL_PARK;

      g_assert_true (is_parked == (place->parking.width > 0));
      for (guint j = 0; is_parked && j < G_N_ELEMENTS (others); j++)
        g_assert_false (overlap (&place->parking, others[j]));
      if (is_parked)
        g_assert_true (contains (&place->card, &place->parking));
    }
}

static void
check_all (const ScLayout  *layout,
           const ScVersion *version)
{
  check_list (layout, version);
  check_parking (layout, version);
  for (guint i = 0; i < layout->n_returns; i++)
    check_return (layout, &layout->returns[i]);
  for (guint i = 0; i < layout->n_stages; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (overlap (&layout->places[i].card, &layout->places[j].card));
}

/* No way back crosses a card, a label or the sum, and those of different
 * stages never run in one line. */
static void
test_always_holds (void)
{
  g_autoptr (ScTypesetter) typesetter = sc_typesetter_new ();

  for (guint round = 0; round < how_often (N_ROUNDS); round++)
    {
      guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      gint32 most = g_rand_int_range (rand, 0, 20) == 0 ? 301 : 31;
      g_autoptr (ScVersion) version = sample_random (rand, (guint) g_rand_int_range (rand, 1, most));
      ScLayoutOptions options = {
        g_rand_int_range (rand, 0, 3) == 0 ? 0 : g_rand_double_range (rand, 100, 2500),
        g_rand_boolean (rand) ? SC_DIRECTION_LTR : SC_DIRECTION_RTL,
        TRUE,
      };
      g_autoptr (ScLayout) layout = NULL;

      sample_refuse (rand, version);
      g_test_message ("seed %u: %u stages, width %.0f", seed, version->stages->len, options.width);
      layout = sc_layout_new (version, &options, typesetter);
      check_all (layout, version);
      if (options.width >= sc_layout_measure_columns (1))
        g_assert_cmpfloat (layout->width, <=, options.width);
    }
}

/* As the method proposes it: three stages back to the second, on one line. */
static ScVersion *
make_proposal (void)
{
  ScVersion *version = sample_proposal (SC_LANGUAGE_EN);

  for (guint i = 2; i <= 4; i++)
    sample_send_back (version, i, 1);
  sample_park (version, 0, 60);

  return version;
}

static guint
count_heads (const ScLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->n_returns; i++)
    n += !layout->returns[i].joins;

  return n;
}

static void
test_one_bus (void)
{
  g_autoptr (ScVersion) version = make_proposal ();
  g_autoptr (ScLayout) plain = sc_layout_new (version, NULL, NULL);
  g_autoptr (ScLayout) layout = sc_layout_new (version, WITH_REFUSALS (0, SC_DIRECTION_LTR), NULL);
  double y = layout->returns[0].way.points[1].y;

  g_assert_cmpuint (layout->n_returns, ==, 3);
  g_assert_cmpuint (count_heads (layout), ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (layout->returns[i].way.points[1].y, ==, y);
      g_assert_cmpfloat (layout->returns[i].way.points[2].x, <, layout->returns[i].way.points[1].x);
    }
  /* Beside the mark's label there is room enough. */
  g_assert_cmpfloat (layout->places[0].card.y, ==, plain->places[0].card.y);
}

/* From two rows: above the stage, and below it. */
static void
test_rows (void)
{
  g_autoptr (ScVersion) version = make_proposal ();
  g_autoptr (ScLayout) layout = sc_layout_new (version, WITH_REFUSALS (1200, SC_DIRECTION_LTR), NULL);

  g_assert_cmpuint (layout->n_rows, ==, 2);
  g_assert_cmpuint (count_heads (layout), ==, 2);
  check_all (layout, version);
}

/* On a telephone all run beside the cards. */
static void
test_column (void)
{
  g_autoptr (ScVersion) version = make_proposal ();
  g_autoptr (ScLayout) layout = sc_layout_new (version, WITH_REFUSALS (360, SC_DIRECTION_LTR), NULL);
  g_autoptr (ScLayout) mirrored = sc_layout_new (version, WITH_REFUSALS (360, SC_DIRECTION_RTL), NULL);

  g_assert_cmpuint (layout->n_columns, ==, 1);
  g_assert_cmpuint (count_heads (layout), ==, 1);
  for (guint i = 0; i < layout->n_returns; i++)
    {
      g_assert_cmpfloat (layout->returns[i].way.points[1].x, <, layout->places[0].card.x);
      g_assert_cmpfloat (mirrored->returns[i].way.points[1].x, ==, layout->width - layout->returns[i].way.points[1].x);
    }
  check_all (layout, version);
  check_all (mirrored, version);
}

/* A stage that is gone, and lost deals, have no way back; and without the
 * switch there is none at all, nor room for one. */
static void
test_nothing_to_show (void)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);
  g_autoptr (ScLayout) plain = sc_layout_new (version, NULL, NULL);
  g_autoptr (ScLayout) layout = NULL;
  g_autoptr (ScLayout) off = NULL;

  sample_send_back (version, 4, 1);
  g_set_str (&sc_version_get_stage (version, 4)->refusal.stage_id, "gone");
  layout = sc_layout_new (version, WITH_REFUSALS (0, SC_DIRECTION_LTR), NULL);
  g_assert_cmpuint (layout->n_returns, ==, 0);
  g_assert_cmpmem (layout->places, layout->n_stages * sizeof (ScPlace), plain->places, plain->n_stages * sizeof (ScPlace));

  sample_send_back (version, 4, 1);
  sample_park (version, 0, 60);
  off = sc_layout_new (version, NULL, NULL);
  g_assert_cmpuint (off->n_returns, ==, 0);
  g_assert_cmpmem (off->places, off->n_stages * sizeof (ScPlace), plain->places, plain->n_stages * sizeof (ScPlace));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/returns/always-holds", test_always_holds);
  g_test_add_func ("/returns/one-bus", test_one_bus);
  g_test_add_func ("/returns/rows", test_rows);
  g_test_add_func ("/returns/column", test_column);
  g_test_add_func ("/returns/nothing-to-show", test_nothing_to_show);

  return g_test_run ();
}
