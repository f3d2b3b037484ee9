/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "diagram/sc-caption.h"
#include "diagram/sc-export.h"
#include "files/sc-files-error.h"
#include "model/sc-stage-figures.h"
#include "sample.h"

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("test-export-XXXXXX", &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static char *
export_to (Fixture         *fixture,
           const ScVersion *version,
           const char      *title,
           const char      *name)
{
  ScExportOptions options = SC_EXPORT_OPTIONS (title, sc_date_new (2026, 3, 31));
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  ScImageFormat format;

  g_assert_true (sc_image_format_from_id (strrchr (name, '.') + 1, &format));
  g_assert_true (sc_export_write (version, &options, format, path, &error));
  g_assert_no_error (error);

  return path;
}

/* Runs a tool and returns what it says. */
static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *err = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s%s", argv[0], out, err);

  return out;
}

#define RUN(...) run ((const char *const[]) { __VA_ARGS__, NULL })

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

/* A reader finds every stage, role, time and the mark in the file's text. */
static void
test_svg_text (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const parts[] = {
    ">Презентация</text>", ">Отслеживание оплаты</text>", ">Менеджер по продажам</text>", ">12\u00a0дней</text>",
    ">Есть клиент</text>", ">7\u00a0этапов, 36\u00a0рабочих дней 2\u00a0часа до клиента</text>",
    "<title>CRM &lt;для&gt; &amp; компаний</title>",
    "31 марта 2026 г.",
  };
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_RU);
  g_autofree char *path = export_to (fixture, version, "CRM <для> & компаний", "a.svg");
  g_autofree char *checked = RUN ("xmllint", "--noout", path);
  g_autofree char *svg = NULL;

  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (svg, parts[i]);
}

static GPtrArray *
make_figures (const ScVersion *version)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_figures_free);
  const ScStageFigures told[] = {
    { .n_ended = 40, .median = 6, .q25 = 4, .q75 = 9, .target = { 3 }, .n_now = 11, .n_over = 4, .n_left = 40, .n_on = 27,
      .n_entered = 51, .n_returned = 3, .over_days = 3, .n_through = 41 },
    { .is_inferred = TRUE, .median = -1, .q25 = -1, .q75 = -1, .target = { 5 }, .n_now = 8, .n_left = 9, .n_on = 9 },
    { .n_ended = 250, .median = 0, .q25 = 0, .q75 = 1, .n_now = 2, .n_left = 200, .n_on = 125, .n_entered = 9, .n_returned = 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      ScStageFigures *stage = g_memdup2 (&told[i], sizeof told[i]);

      stage->stage_id = g_strdup (sc_version_get_stage (version, i)->id);
      stage->n_needed = 10;
      g_ptr_array_add (figures, stage);
    }

  return figures;
}

/* What deals tell of stages is in words, of fewer than ten cases there is nothing, and an
 * inferred history gives a dash and says why. */
static void
test_figures (Fixture      *fixture,
              gconstpointer data)
{
  static const struct {
    ScLanguage language;
    const char *there[12];
    const char *not_there[4];
  } cases[] = {
    { SC_LANGUAGE_EN,
      { ">Usually 4 to 9\u00a0days</text>", ">Now 11, over target\u00a04</text>", ">Came back: 3 of 51</text>",
        ">Half stay up to 6\u00a0days,", ">Bottleneck: 3\u00a0days", ">27</text>", ">of 40</text>", ">– Days unknown:",
        ">Now 8</text>", ">63</text>", ">of 100</text>", ">Half leave on the same\u00a0day</text>" },
      { "of 9<", "Came back: 2", "over target\u00a00", ">Half stay up to 0" } },
    { SC_LANGUAGE_RU,
      { ">Обычно от 4 до 9\u00a0дней</text>", ">норматива\u00a04</text>", ">Вернулись: 3 из 51</text>",
        ">Половина стоит до 6\u00a0дней,", ">Узкое место: 3\u00a0дня", "41\u00a0сделка</text>", ">27</text>", ">из 40</text>",
        ">– Дни неизвестны:", ">Сейчас 8</text>", ">из 100</text>", ">в\u00a0тот\u00a0же\u00a0день</text>" },
      { "из 9<", "Вернулись: 2", "норматива\u00a00", "до 0" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScVersion) version = sample_proposal (cases[i].language);
      g_autoptr (GPtrArray) figures = make_figures (version);
      ScExportOptions options = SC_EXPORT_OPTIONS ("CRM", sc_date_new (2026, 3, 31));
      g_autoptr (GBytes) plain = sc_export_to_bytes (version, &options, SC_IMAGE_SVG, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *svg = NULL;

      options.sheet.figures = figures;
      bytes = sc_export_to_bytes (version, &options, SC_IMAGE_SVG, NULL);
      svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].there); j++)
        assert_contains (svg, cases[i].there[j]);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].not_there); j++)
        g_assert_null (strstr (svg, cases[i].not_there[j]));
      g_assert_null (g_strstr_len (g_bytes_get_data (plain, NULL), (gssize) g_bytes_get_size (plain), cases[i].there[1]));
    }
}

static cairo_surface_t *
load_png (const char *path)
{
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

/* Mean difference of two pictures of one size, 0 to 255. */
static double
compare (cairo_surface_t *a,
         cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a);
  int height = cairo_image_surface_get_height (a);
  guint64 sum = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    {
      const guint8 *p = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const guint8 *q = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < width; x++)
        for (int c = 0; c < 3; c++)
          sum += (guint) ABS (p[4 * x + c] - q[4 * x + c]);
    }

  return (double) sum / ((double) width * height * 3);
}

/* The SVG looks like the PNG: a renderer that is not ours draws the same. */
static void
test_svg_looks_like_png (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_RU);
  g_autofree char *rendered = g_build_filename (fixture->folder, "b.png", NULL);
  g_autofree char *svg = NULL;
  g_autofree char *png = NULL;
  g_autofree char *out = NULL;
  cairo_surface_t *a;
  cairo_surface_t *b;

  sample_send_back (version, 2, 1);
  sample_send_back (version, 4, 1);
  sample_park (version, 0, 60);
  svg = export_to (fixture, version, "CRM", "a.svg");
  png = export_to (fixture, version, "CRM", "a.png");
  out = RUN ("rsvg-convert", "-z", "2", "-o", rendered, svg);
  a = load_png (png);
  b = load_png (rendered);
  g_assert_cmpfloat (compare (a, b), <, 3);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

/* Whatever people call their stages, the file is well-formed. */
static void
test_odd_names (Fixture      *fixture,
                gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      guint32 seed = (guint32) g_test_rand_int ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ScVersion) version = sample_random (rand, 12);
      g_autofree char *path = export_to (fixture, version, "\x01 <odd> \"&\" اسم 🚀", "odd.svg");
      g_autofree char *checked = NULL;

      g_test_message ("seed %u", seed);
      checked = RUN ("xmllint", "--noout", path);
    }
}

/* A long name that ends in an ellipsis on the screen is whole in the file. */
static void
test_svg_is_whole (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (ScVersion) version = sample_new (1);
  g_autofree char *path = NULL;
  g_autofree char *svg = NULL;

  g_set_str (&sc_version_get_stage (version, 0)->name,
             "This name is so long that five lines on the screen are by far not enough to show all of it, however wide they "
             "are, and whoever wrote it would have done better to keep it short, but it is whole up to its END");
  path = export_to (fixture, version, "Long", "a.svg");
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  assert_contains (svg, "END</text>");
  g_assert_null (strstr (svg, "…</text>"));
}

static char *
write_svg (const ScVersion *version,
           gboolean         has_refusals)
{
  ScExportOptions options = SC_EXPORT_OPTIONS ("CRM", SC_DATE_NONE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = NULL;

  options.sheet.has_refusals = has_refusals;
  svg = sc_export_to_bytes (version, &options, SC_IMAGE_SVG, &error);
  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
}

/* A reader finds where a refused deal goes, in the drawing and in its legend. */
static void
test_refusals (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const parts[SC_N_LANGUAGES][5] = {
    { "<title>Presentation: on refusal back to “Needs discovery”</title>", ">60\u00a0working days</text>",
      "href=\"#icon-pause\"", ">Back to this stage when the client refuses</text>",
      ">Parked when the client refuses</text>" },
    { "<title>Презентация: при отказе клиента возврат на этап «Выявление потребностей»</title>",
      ">60\u00a0рабочих дней</text>", "href=\"#icon-pause\"", ">Возврат на этап при отказе клиента</text>",
      ">При отказе клиента сделка откладывается</text>" },
  };

  for (guint language = 0; language < SC_N_LANGUAGES; language++)
    {
      g_autoptr (ScVersion) version = sample_proposal (language);
      g_autofree char *plain = write_svg (version, FALSE);
      g_autofree char *nothing = write_svg (version, TRUE);
      g_autofree char *svg = NULL;
      g_autofree char *off = NULL;

      g_assert_cmpstr (nothing, ==, plain);
      sample_send_back (version, 2, 1);
      sample_send_back (version, 4, 1);
      sample_park (version, 0, 60);
      svg = write_svg (version, TRUE);
      off = write_svg (version, FALSE);
      for (guint i = 0; i < G_N_ELEMENTS (parts[language]); i++)
        assert_contains (svg, parts[language][i]);
      g_assert_cmpstr (off, ==, plain);
    }
}

/* For how long, as people say it; where nobody said, that it is parked. */
static void
test_parking_in_words (void)
{
  static const struct {
    guint value;
    ScUnit unit;
    const char *text[SC_N_LANGUAGES];
  } cases[] = {
    { 0, SC_UNIT_WORKING_DAYS, { "Parked", "Отложить" } },
    { 1, SC_UNIT_WORKING_DAYS, { "1\u00a0working day", "1\u00a0рабочий день" } },
    { 3, SC_UNIT_WORKING_DAYS, { "3\u00a0working days", "3\u00a0рабочих дня" } },
    { 60, SC_UNIT_WORKING_DAYS, { "60\u00a0working days", "60\u00a0рабочих дней" } },
    { 4, SC_UNIT_WORKING_HOURS, { "4\u00a0working hours", "4\u00a0рабочих часа" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint language = 0; language < SC_N_LANGUAGES; language++)
      {
        g_autofree char *text = sc_caption_for_parking ((ScDuration) { cases[i].value, cases[i].unit }, sc_calendar_get_standard (), language);

        g_assert_cmpstr (text, ==, cases[i].text[language]);
      }
}

static void
test_pdf (Fixture      *fixture,
          gconstpointer data)
{
  static const char *const parts[] = {
    "Презентация", "Отслеживание оплаты", "Менеджер по внедрению", "Есть клиент", "12 дней", "Версия 1",
  };
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_RU);
  g_autofree char *path = export_to (fixture, version, "Продажа CRM", "a.pdf");
  g_autofree char *info = RUN ("pdfinfo", path);
  g_autofree char *text = RUN ("pdftotext", "-layout", path, "-");
  g_auto (GStrv) words = g_strsplit (text, "\u00a0", -1);
  g_autofree char *plain = g_strjoinv (" ", words);

  assert_contains (info, "Title:           Продажа CRM");
  assert_contains (info, "Pages:           1");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_contains (plain, parts[i]);
}

static void
test_png_scale (Fixture      *fixture,
                gconstpointer data)
{
  static const double scales[] = { 0.5, 1, 2, 3.5 };
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);
  ScExportOptions options = SC_EXPORT_OPTIONS ("CRM", SC_DATE_NONE);
  g_autoptr (ScSheet) sheet = sc_sheet_new (version, &options.sheet, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "a.png", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GError) error = NULL;
      cairo_surface_t *surface;

      options.scale = scales[i];
      g_assert_true (sc_export_write (version, &options, SC_IMAGE_PNG, path, &error));
      g_assert_no_error (error);
      surface = load_png (path);
      g_assert_cmpfloat_with_epsilon (cairo_image_surface_get_width (surface),
                                      sc_sheet_get_width (sheet) * scales[i], 1);
      g_assert_cmpfloat_with_epsilon (cairo_image_surface_get_height (surface),
                                      sc_sheet_get_height (sheet) * scales[i], 1);
      cairo_surface_destroy (surface);
    }
}

static void
test_png_too_large (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (ScVersion) version = sample_new (200);
  ScExportOptions options = SC_EXPORT_OPTIONS ("CRM", SC_DATE_NONE);
  g_autofree char *path = g_build_filename (fixture->folder, "a.png", NULL);
  g_autoptr (GError) error = NULL;

  options.scale = 50;
  g_assert_false (sc_export_write (version, &options, SC_IMAGE_PNG, path, &error));
  g_assert_error (error, SC_DIAGRAM_ERROR, SC_DIAGRAM_ERROR_TOO_LARGE);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

/* It is said, and nothing is written, rather than that it comes out too small to
 * be read; the drawing that can be of any size is still made. */
static void
test_too_large_to_read (Fixture      *fixture,
                        gconstpointer data)
{
  static const struct {
    ScImageFormat format;
    guint n_stages;
  } cases[] = { { SC_IMAGE_PNG, 5000 }, { SC_IMAGE_PDF, 24000 } };
  ScExportOptions options = SC_EXPORT_OPTIONS ("CRM", SC_DATE_NONE);
  g_autofree char *path = g_build_filename (fixture->folder, "a", NULL);

  /* The other takes as long as all other tests of this file. */
  for (guint i = 0; i < (g_test_slow () ? 2 : 1); i++)
    {
      g_autoptr (ScVersion) version = sample_new (cases[i].n_stages);
      g_autoptr (GError) error = NULL;

      g_assert_false (sc_export_write (version, &options, cases[i].format, path, &error));
      g_assert_error (error, SC_DIAGRAM_ERROR, SC_DIAGRAM_ERROR_TOO_LARGE);
      g_assert_cmpuint (count_files (fixture->folder), ==, 0);
      g_clear_error (&error);
      g_assert_true (sc_export_write (version, &options, SC_IMAGE_SVG, path, &error));
      g_assert_no_error (error);
      g_remove (path);
    }
}

/* Any number of stages, in every format. */
static void
test_sizes (Fixture      *fixture,
            gconstpointer data)
{
  static const guint sizes[] = { 0, 1, 7, 200 };
  static const char *const names[] = { "a.svg", "a.pdf", "a.png" };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (names); j++)
      {
        g_autoptr (ScVersion) version = sample_new (sizes[i]);
        g_autofree char *path = export_to (fixture, version, "CRM", names[j]);
        GStatBuf info;

        g_assert_cmpint (g_stat (path, &info), ==, 0);
        g_assert_cmpint (info.st_size, >, 500);
      }
}

/* A path's arc has two radii, an angle, two flags and a point (SVG 2, 9.3.8). */
static void
test_svg_arcs (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);
  g_autofree char *path = export_to (fixture, version, "CRM", "a.svg");
  g_autofree char *svg = NULL;
  g_autoptr (GRegex) arcs = g_regex_new ("A[^A-Za-z\"]*", 0, 0, NULL);
  g_autoptr (GMatchInfo) arc = NULL;
  guint n_arcs = 0;

  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  for (g_regex_match (arcs, svg, 0, &arc); g_match_info_matches (arc); g_match_info_next (arc, NULL))
    {
      g_autofree char *text = g_match_info_fetch (arc, 0);

      if (strpbrk (text, "0123456789") == NULL)
        continue;
      g_test_message ("%s", text);
      g_assert_true (g_regex_match_simple ("^A[0-9.]+ [0-9.]+ 0 0 1 -?[0-9.]+ -?[0-9.]+$", text, 0, 0));
      n_arcs++;
    }
  g_assert_cmpuint (n_arcs, >, 0);
}

/* Numbers are written with a point, whatever the user's language. */
static void
test_locale (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);
  g_autofree char *path = NULL;
  g_autofree char *svg = NULL;

  if (setlocale (LC_ALL, "ru_RU.UTF-8") == NULL)
    {
      g_test_skip ("There is no Russian locale here");
      return;
    }
  path = export_to (fixture, version, "CRM", "a.svg");
  setlocale (LC_ALL, before);
  g_assert_true (g_file_get_contents (path, &svg, NULL, NULL));
  g_assert_false (g_regex_match_simple ("[0-9],[0-9]", svg, 0, 0));
}

static void
test_full_device (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);
  ScExportOptions options = SC_EXPORT_OPTIONS ("CRM", SC_DATE_NONE);

  for (guint i = 0; i < SC_N_IMAGE_FORMATS; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sc_export_write (version, &options, i, "/dev/full", &error));
      g_assert_error (error, SC_FILES_ERROR, SC_FILES_ERROR_NO_SPACE);
    }
}

/* Other programs take each file for what it is said to be. */
static void
test_media_types (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_EN);

  for (guint i = 0; i < SC_N_IMAGE_FORMATS; i++)
    {
      const ScFileFormat *format = sc_image_format_describe (i);
      g_autofree char *name = g_strdup_printf ("a.%s", format->id);
      g_autofree char *path = export_to (fixture, version, "CRM", name);
      g_autofree char *found = RUN ("file", "--brief", "--mime-type", path);

      g_assert_cmpstr (g_strchomp (found), ==, format->media_type);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/export/media-types", test_media_types);
  ADD ("/export/svg-text", test_svg_text);
  ADD ("/export/figures", test_figures);
  ADD ("/export/svg-looks-like-png", test_svg_looks_like_png);
  ADD ("/export/odd-names", test_odd_names);
  ADD ("/export/svg-is-whole", test_svg_is_whole);
  ADD ("/export/refusals", test_refusals);
  g_test_add_func ("/export/parking-in-words", test_parking_in_words);
  ADD ("/export/pdf", test_pdf);
  ADD ("/export/png-scale", test_png_scale);
  ADD ("/export/png-too-large", test_png_too_large);
  ADD ("/export/too-large-to-read", test_too_large_to_read);
  ADD ("/export/sizes", test_sizes);
  ADD ("/export/svg-arcs", test_svg_arcs);
  ADD ("/export/locale", test_locale);
  ADD ("/export/full-device", test_full_device);
#undef ADD

  return g_test_run ();
}
