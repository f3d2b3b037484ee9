/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "diagram/sc-caption.h"
#include "diagram/sc-paper.h"
#include "diagram/sc-participants.h"
#include "sample.h"

#define A4_WIDTH 773.0
#define A4_HEIGHT 527.0

static ScPages *
make_pages (const ScVersion *version,
            guint            across,
            guint            down,
            double           width,
            double           height)
{
  ScPagesOptions options = {
    .title = "Selling a CRM",
    .has_title = TRUE,
    .has_legend = TRUE,
    .across = across,
    .down = down,
    .width = width,
    .height = height,
  };

  return sc_pages_new (version, &options, NULL);
}

static gboolean
overlap (const ScBox *a,
         const ScBox *b)
{
  const double slack = 0.001;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width && a->y + slack < b->y + b->height &&
         b->y + slack < a->y + a->height;
}

/* The tiles are the whole sheet, and none of it is in two of them. */
static void
check_cover (const ScPages *pages)
{
  const ScSheet *sheet = sc_pages_get_sheet (pages);
  double area = 0;

  for (guint i = 0; i < sc_pages_get_n_pages (pages); i++)
    {
      ScBox tile = sc_pages_get_tile (pages, i);

      area += tile.width * tile.height;
      g_assert_cmpfloat (tile.x, >=, 0);
      g_assert_cmpfloat (tile.y, >=, 0);
      g_assert_cmpfloat (tile.x + tile.width, <=, sc_sheet_get_width (sheet) + 0.001);
      g_assert_cmpfloat (tile.y + tile.height, <=, sc_sheet_get_height (sheet) + 0.001);
      for (guint j = 0; j < i; j++)
        {
          ScBox other = sc_pages_get_tile (pages, j);

          g_assert_false (overlap (&tile, &other));
        }
    }

  g_assert_cmpfloat_with_epsilon (area / (sc_sheet_get_width (sheet) * sc_sheet_get_height (sheet)), 1, 1e-6);
}

static void
check_fits (const ScPages *pages,
            double         width,
            double         height)
{
  double scale = sc_pages_get_scale (pages) * 0.75;

  for (guint i = 0; i < sc_pages_get_n_pages (pages); i++)
    {
      ScBox tile = sc_pages_get_tile (pages, i);

      g_assert_cmpfloat (tile.width * scale, <=, width + 0.01);
      g_assert_cmpfloat (tile.height * scale, <=, height + 0.01);
    }
}

/* How much ink lies around the page, on paper that is larger than it. */
static guint
count_ink_beyond (const ScPages *pages,
                  guint          page,
                  double         width,
                  double         height)
{
  const int margin = 40;
  int paper_width = (int) ceil (width) + 2 * margin;
  int paper_height = (int) ceil (height) + 2 * margin;
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_A8, paper_width, paper_height);
  cairo_t *cr = cairo_create (paper);
  const guint8 *ink;
  guint count = 0;

  cairo_translate (cr, margin, margin);
  sc_pages_paint (pages, page, cr);
  cairo_surface_flush (paper);
  ink = cairo_image_surface_get_data (paper);
  for (int y = 0; y < paper_height; y++)
    for (int x = 0; x < paper_width; x++)
      {
        gboolean is_beyond = x < margin - 1 || x > paper_width - margin || y < margin - 1 || y > paper_height - margin;

        count += is_beyond && ink[y * cairo_image_surface_get_stride (paper) + x] != 0;
      }
  cairo_destroy (cr);
  cairo_surface_destroy (paper);

  return count;
}

/* Neither the scheme, nor the strip on which a page is glued to the next, nor
 * its marks leave the page. */
static void
test_nothing_leaves_the_page (void)
{
  static const guint grids[][2] = { { 1, 1 }, { 2, 1 }, { 1, 2 }, { 3, 3 } };

  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      g_autoptr (ScVersion) version = sample_new (17);
      g_autoptr (ScPages) pages = make_pages (version, grids[i][0], grids[i][1], A4_WIDTH, A4_HEIGHT);

      for (guint page = 0; page < sc_pages_get_n_pages (pages); page++)
        g_assert_cmpuint (count_ink_beyond (pages, page, A4_WIDTH, A4_HEIGHT), ==, 0);
    }
}

/* Any scheme on any paper and any number of pages. */
static void
test_always_holds (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ScVersion) version = sample_random (rand, (guint) g_rand_int_range (rand, 0, 25));
      guint across = (guint) g_rand_int_range (rand, 1, 5);
      guint down = (guint) g_rand_int_range (rand, 1, 5);
      double width = g_rand_double_range (rand, 150, 2500);
      double height = g_rand_double_range (rand, 150, 2500);
      g_autoptr (ScPages) pages = make_pages (version, across, down, width, height);

      g_test_message ("seed %u: %u stages on %u by %u of %.0f by %.0f", seed, version->stages->len, across, down,
                      width, height);
      g_assert_cmpuint (sc_pages_get_n_pages (pages), >=, 1);
      g_assert_cmpuint (sc_pages_get_n_pages (pages), <=, across * down);
      check_cover (pages);
      check_fits (pages, width, height);
    }
}

/* On several pages no card of a usual scheme is cut. */
static void
test_no_card_cut (void)
{
  static const guint grids[][2] = { { 2, 1 }, { 1, 2 }, { 2, 2 }, { 3, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      g_autoptr (ScVersion) version = sample_new (12);
      g_autoptr (ScPages) pages = make_pages (version, grids[i][0], grids[i][1], A4_WIDTH, A4_HEIGHT);
      const ScLayout *layout = sc_sheet_get_layout (sc_pages_get_sheet (pages));
      guint n_whole = 0;

      for (guint stage = 0; stage < layout->n_stages; stage++)
        for (guint page = 0; page < sc_pages_get_n_pages (pages); page++)
          {
            ScBox tile = sc_pages_get_tile (pages, page);
            const ScBox *card = &layout->places[stage].card;

            if (card->x >= tile.x && card->x + card->width <= tile.x + tile.width)
              n_whole++;
          }
      g_assert_cmpuint (n_whole, >=, layout->n_stages);
    }
}

/* More paper makes a larger scheme. */
static void
test_scale (void)
{
  g_autoptr (ScVersion) version = sample_new (20);
  g_autoptr (ScPages) one = make_pages (version, 1, 1, A4_WIDTH, A4_HEIGHT);
  g_autoptr (ScPages) four = make_pages (version, 2, 2, A4_WIDTH, A4_HEIGHT);
  g_autoptr (ScPages) large = make_pages (version, 1, 1, 2 * A4_WIDTH, 2 * A4_HEIGHT);

  g_assert_cmpuint (sc_pages_get_n_pages (one), ==, 1);
  g_assert_cmpfloat (sc_pages_get_scale (four), >, 1.3 * sc_pages_get_scale (one));
  g_assert_cmpfloat_with_epsilon (sc_pages_get_scale (large), 2 * sc_pages_get_scale (one), 0.01);
}

/* Whatever the paper, a sheet reaches from side to side of it, or from top to bottom. */
static void
test_as_large_as_paper (void)
{
  for (guint position = 0; sc_paper_get_name (position) != NULL; position++)
    for (guint n_stages = 1; n_stages <= 13; n_stages += 6)
      {
        ScPaper paper;
        g_autoptr (ScVersion) version = sample_new (n_stages);
        g_autoptr (ScPages) pages = NULL;
        double width, height;
        ScBox tile;

        g_assert_true (sc_paper_from_name (sc_paper_get_name (position), TRUE, &paper));
        width = paper.width - 2 * paper.margin;
        height = paper.height - 2 * paper.margin;
        pages = make_pages (version, 1, 1, width, height);
        tile = sc_pages_get_tile (pages, 0);
        g_assert_cmpuint (sc_pages_get_n_pages (pages), ==, 1);
        g_assert_cmpfloat_with_epsilon (MAX (tile.width / width, tile.height / height) * 0.75 * sc_pages_get_scale (pages),
                                        1, 0.01);
      }
}

static char *
read_pdf (GBytes            *pdf,
          const char *const *argv)
{
  g_autoptr (GSubprocess) tool = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GError) error = NULL;

  tool = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (tool, pdf, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (tool));

  return g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
}

static void
test_pdf (void)
{
  g_autoptr (ScVersion) version = sample_new (24);
  ScPagesOptions options = { "Selling a CRM", sc_date_new (2026, 3, 31), TRUE, TRUE, 2, 2, 0, 0 };
  ScPaper paper;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;

  g_assert_true (sc_paper_from_name ("A4", TRUE, &paper));
  pdf = sc_paper_make_pdf (&paper, version, &options, &error);
  g_assert_no_error (error);
  info = read_pdf (pdf, (const char *const[]) { "pdfinfo", "-", NULL });
  text = read_pdf (pdf, (const char *const[]) { "pdftotext", "-layout", "-", "-", NULL });
  g_assert_nonnull (strstr (info, "Title:           Selling a CRM"));
  g_assert_nonnull (strstr (info, "841.89 x 595.28 pts (A4)"));
  for (guint page = 1; page <= 4; page++)
    {
      g_autofree char *number = sc_caption_for_page (page, 4, SC_LANGUAGE_EN);

      g_assert_nonnull (strstr (text, number));
    }
  for (guint i = 0; i < version->stages->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (sc_version_get_stage (version, i)->name, " ", -1);

      g_assert_nonnull (strstr (text, words[0]));
    }
}

/* However long, and of however few words, names are whole: of stages, roles, and the
 * process. */
static void
test_names_are_whole (void)
{
  g_autoptr (ScVersion) version = sample_new (3);
  g_autofree char *unbroken = g_strnfill (120, 'w');
  g_autofree char *name = g_strdup_printf ("%s, negotiated with everyone who has a say in it, written down as it was "
                                           "understood by both sides, sent to all of them in time and found good, ENDOFNAME",
                                           unbroken);
  ScPagesOptions options = SC_PAPER_OPTIONS (name, sc_date_new (2026, 3, 31));
  ScPaper paper;
  g_autoptr (ScRole) role = sc_role_copy (sc_version_get_role (version, 0));
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  g_set_str (&sc_version_get_stage (version, 1)->name, name);
  g_set_str (&role->name, name);
  sc_role_unref (version->roles->pdata[0]);
  version->roles->pdata[0] = g_steal_pointer (&role);
  sc_paper_from_name ("A3", TRUE, &paper);
  pdf = sc_paper_make_pdf (&paper, version, &options, &error);
  g_assert_no_error (error);
  text = read_pdf (pdf, (const char *const[]) { "pdftotext", "-", "-", NULL });
  g_assert_null (strstr (text, "…"));
  for (const char *found = text; (found = strstr (found, "ENDOFNAME")) != NULL; found++)
    n++;
  /* The title, the stage, the role on its card, and in the legend. */
  g_assert_cmpuint (n, >=, 4);
}

/* Roles are told apart without their colours. */
static void
test_initials (void)
{
  static const struct {
    const char *name;
    const char *initials;
  } roles[] = {
    { "Sales manager", "SM" }, { "Service manager", "Se" }, { "Head of sales", "HS" }, { "Engineer", "En" },
    { "Enquirer", "Eq" }, { "Менеджер по продажам", "МП" }, { "юрист", "Юр" }, { "E", "E" }, { "E", "E2" }, { "?", "?" },
    { "smile", "Si" },
  };
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_auto (GStrv) initials = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_ptr_array_add (version->roles, sc_role_new (roles[i].name, SC_FUNCTION_OTHER));
  initials = sc_initials_for_roles (version);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpstr (initials[i], ==, roles[i].initials);
  g_assert_null (initials[G_N_ELEMENTS (roles)]);
}

static void
test_paper_names (void)
{
  ScPaper paper;

  g_assert_true (sc_paper_from_name ("letter", FALSE, &paper));
  g_assert_cmpfloat (paper.width, <, paper.height);
  g_assert_true (sc_paper_from_name ("Letter", TRUE, &paper));
  g_assert_cmpfloat (paper.width, >, paper.height);
  g_assert_false (sc_paper_from_name ("a9", TRUE, &paper));
  g_assert_false (sc_paper_from_name ("", TRUE, &paper));
}

/* Numbers take the plural that Russian wants. */
static void
test_russian_numbers (void)
{
  static const struct {
    guint days;
    const char *text;
  } cases[] = {
    { 1, "1\u00a0день" }, { 2, "2\u00a0дня" }, { 5, "5\u00a0дней" }, { 11, "11\u00a0дней" }, { 21, "21\u00a0день" },
    { 22, "22\u00a0дня" }, { 112, "112\u00a0дней" }, { 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sc_caption_for_duration ((ScDuration) { cases[i].days }, sc_calendar_get_standard (), SC_LANGUAGE_RU);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/always-holds", test_always_holds);
  g_test_add_func ("/pages/nothing-leaves-the-page", test_nothing_leaves_the_page);
  g_test_add_func ("/pages/no-card-cut", test_no_card_cut);
  g_test_add_func ("/pages/scale", test_scale);
  g_test_add_func ("/pages/pdf", test_pdf);
  g_test_add_func ("/pages/as-large-as-paper", test_as_large_as_paper);
  g_test_add_func ("/pages/names-are-whole", test_names_are_whole);
  g_test_add_func ("/pages/initials", test_initials);
  g_test_add_func ("/pages/paper-names", test_paper_names);
  g_test_add_func ("/captions/russian-numbers", test_russian_numbers);

  return g_test_run ();
}
