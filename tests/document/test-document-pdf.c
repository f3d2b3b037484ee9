/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document as PDF, as other programs read it. */

#include "document/sc-document-pdf.h"

#include <cairo.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

#include "diagram/sample.h"
#include "document-sample.h"
#include "document/sc-paged.h"
#include "document/sc-regulations.h"
#include "method/sc-proposal.h"
#include "method/sc-usual-reasons.h"
#include "written.h"

/* Consultative, innovative, unformed, b2b, product, paid after onboarding: seven stages. */
static const ScAspects seven = { { 2, 1, 2, 1, 1, 2 } };

static char *folder;

static ScDocument *
make_regulations (ScVersion *version)
{
  g_auto (GStrv) reasons = sc_usual_reasons (version->language);
  g_autoptr (GPtrArray) own_words = g_ptr_array_new ();
  const ScRegulationsSource source = {
    .process_name = "Продажа промышленного оборудования",
    .version = version,
    .language = version->language,
    .own_words = own_words,
    .loss_reasons = (const char *const *) reasons,
    .today = sc_date_new (2026, 3, 31),
    .has_acknowledgement = TRUE,
  };

  return sc_regulations_new (&source);
}

static char *
write_pdf (const ScDocument *document,
           const char       *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = write_to_bytes (document, sc_document_write_pdf, &error);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);

  return path;
}

/* Runs a program, which has nothing to complain of, and returns what it says. */
static char *
run (const char *program,
     ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *complaint = NULL;
  char *said = NULL;
  int status;
  va_list rest;

  g_ptr_array_add (argv, (char *) program);
  va_start (rest, program);
  for (char *next = va_arg (rest, char *); next != NULL; next = va_arg (rest, char *))
    g_ptr_array_add (argv, next);
  va_end (rest);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, &complaint, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return said;
}

static char *
read_page (const char *path,
           guint       page)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);

  return run ("pdftotext", "-layout", "-f", number, "-l", number, path, "-", NULL);
}

static void
assert_clean (const char *path)
{
  g_autofree char *said = run ("qpdf", "--check", path, NULL);

  g_assert_null (strstr (said, "WARNING"));
}

static void
test_properties (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = make_regulations (version);
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;
  g_autofree char *objects = NULL;

  g_set_str (&document->author, "ООО «Ромашка»");
  path = write_pdf (document, "regulations.pdf");
  assert_clean (path);
  said = run ("pdfinfo", path, NULL);
  g_assert_nonnull (strstr (said, "Tagged:          yes"));
  g_assert_nonnull (strstr (said, document->title));
  g_assert_nonnull (strstr (said, "ООО «Ромашка»"));
  g_assert_null (strstr (said, "CreationDate"));

  objects = run ("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);
  g_assert_nonnull (strstr (objects, "/Lang (ru-RU)"));
}

static void
test_same_bytes (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_EN);
  g_autoptr (ScDocument) document = make_regulations (version);
  g_autoptr (GBytes) first = write_to_bytes (document, sc_document_write_pdf, NULL);
  g_autoptr (GBytes) second = write_to_bytes (document, sc_document_write_pdf, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

static guint
count_words (const char *text,
             const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;

  return n;
}

static void
count_cells (GHashTable    *cells,
             const ScBlock *block)
{
  for (guint i = 0; block->kind == SC_BLOCK_TABLE && i < block->table->rows->len; i++)
    {
      const GPtrArray *row = block->table->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        {
          g_autofree char *words = sc_spans_to_text (((const ScTableCell *) row->pdata[j])->spans);
          g_autofree char *line = g_strdup_printf ("\"%s\"\n", words);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (cells, line));

          if (*words != '\0' && g_utf8_strlen (words, -1) < 10)
            g_hash_table_insert (cells, g_steal_pointer (&line), GUINT_TO_POINTER (n + 1));
        }
    }
}

/* Every cell of a table is read, as often as it stands there. */
static void
assert_cells (const ScDocument *document,
              const char       *read)
{
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer cell;
  gpointer n;

  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];

      for (guint j = 0; j < section->blocks->len; j++)
        count_cells (cells, section->blocks->pdata[j]);
    }

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &cell, &n))
    g_assert_cmpuint (count_words (read, cell), >=, GPOINTER_TO_UINT (n));
}

/* Words as one reads them: lines are joined. */
static char *
join_lines (const char *text)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (joined, *p);
    else if (joined->len > 0 && joined->str[joined->len - 1] != ' ')
      g_string_append_c (joined, ' ');

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/* What the process says is whole in what the file says. */
static void
test_words (void)
{
  for (ScLanguage language = 0; language < SC_N_LANGUAGES; language++)
    {
      g_autoptr (ScVersion) version = sc_proposal_new (&seven, language);
      g_autoptr (ScDocument) document = make_regulations (version);
      g_autofree char *path = write_pdf (document, "words.pdf");
      g_autofree char *text = run ("pdftotext", path, "-", NULL);
      g_autofree char *read = run ("pdfinfo", "-struct-text", path, NULL);
      g_autofree char *joined = join_lines (text);
      g_autofree char *lowered = g_utf8_strdown (joined, -1);

      assert_cells (document, read);
      g_assert_null (strstr (text, "\xc2\xad"));
      for (guint i = 0; i < version->stages->len; i++)
        {
          const ScStage *stage = sc_version_get_stage (version, i);

          for (guint j = 0; j < stage->criteria->len; j++)
            {
              g_autofree char *criterion = g_utf8_strdown (((ScCriterion *) stage->criteria->pdata[j])->text, -1);

              g_assert_nonnull (strstr (lowered, criterion));
            }
          g_assert_nonnull (strstr (read, stage->name));
        }
    }
}

/* The structure is what the document is made of, in the order in which it is read. */
static void
test_structure (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = make_regulations (version);
  g_autofree char *path = write_pdf (document, "structure.pdf");
  g_autofree char *said = run ("pdfinfo", "-struct-text", path, NULL);
  g_auto (GStrv) pieces = g_strsplit (said, "-", -1);
  g_autofree char *whole = g_strjoinv ("", pieces);
  static const char *const elements[] = { "H1", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure",
                                          "TOC", "TOCI", "Link" };
  const char *at = said;

  g_assert_true (g_str_has_prefix (said, "Document\n"));
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_autofree char *element = g_strdup_printf (" %s", elements[i]);

      g_assert_nonnull (strstr (said, element));
    }
  /* A paragraph is read to its end, whatever its lines end with. */
  g_assert_nonnull (strstr (whole, "сроки и порядок действий при отказе клиента.\""));
  g_assert_nonnull (strstr (whole, "под подпись до начала их применения.\""));
  at = strstr (said, "TOCI");
  while (strstr (at + 1, "TOCI") != NULL)
    at = strstr (at + 1, "TOCI");
  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      g_autofree char *heading = sc_section_to_heading (section, document->language);
      g_autofree char *words = g_strdup_printf ("\"%s\"", heading);

      if (!sc_section_is_in_contents (section))
        continue;
      at = strstr (at, words);
      g_assert_nonnull (at);
    }
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_logo (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 90);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.1, 0.4, 0.7);
  cairo_arc (cr, 45, 45, 40, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

/* Each figure has words for who can't see it: the logo those of whose it is. */
static void
test_descriptions (void)
{
  g_autoptr (ScDocument) document = document_sample_new (SC_LANGUAGE_RU);
  ScBlock *logo = sc_document_find_section (document, "title")->blocks->pdata[0];
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;

  g_assert_cmpint (logo->kind, ==, SC_BLOCK_LOGO);
  g_clear_pointer (&logo->logo, g_bytes_unref);
  logo->logo = make_logo ();
  path = write_pdf (document, "sample.pdf");
  assert_clean (path);
  said = run ("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);
  g_assert_cmpuint (count_words (said, "/S /Figure"), ==, 2);
  g_assert_cmpuint (count_words (said, "/Alt"), ==, 2);
}

static void
collect_titles (JsonArray *outlines,
                GPtrArray *titles)
{
  for (guint i = 0; i < json_array_get_length (outlines); i++)
    {
      JsonObject *outline = json_array_get_object_element (outlines, i);

      g_ptr_array_add (titles, g_strdup (json_object_get_string_member (outline, "title")));
      collect_titles (json_object_get_array_member (outline, "kids"), titles);
    }
}

/* Bookmarks are the headings of two levels, and the contents tell on which page each is. */
static void
test_bookmarks_and_contents (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = make_regulations (version);
  g_autoptr (ScPaged) paged = sc_paged_new (document, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  g_autofree char *path = write_pdf (document, "contents.pdf");
  g_autofree char *said = run ("qpdf", "--json", "--json-key=outlines", path, NULL);
  g_autofree char *contents = read_page (path, 1);
  g_autofree char *joined = join_lines (contents);
  g_autoptr (JsonNode) root = json_from_string (said, NULL);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  collect_titles (json_object_get_array_member (json_node_get_object (root), "outlines"), titles);
  sc_paged_layout (paged, G_MAXUINT);
  for (guint i = 0; i < document->sections->len; i++)
    {
      const ScSection *section = document->sections->pdata[i];
      g_autofree char *heading = sc_section_to_heading (section, document->language);
      const ScPagedPlace *place = sc_paged_find (paged, section->id);
      g_autofree char *page = NULL;
      const char *entry;

      if (!sc_section_is_in_contents (section))
        continue;
      g_assert_cmpuint (n, <, titles->len);
      g_assert_cmpstr (titles->pdata[n++], ==, heading);
      page = read_page (path, place->page);
      g_assert_nonnull (strstr (page, heading));
      entry = strstr (joined, heading);
      g_assert_nonnull (entry);
      entry += strlen (heading);
      entry += strspn (entry, " .");
      g_assert_cmpuint ((guint) g_ascii_strtoull (entry, NULL, 10), ==, place->page + 1);
    }
  g_assert_cmpuint (n, ==, titles->len);
}

/* Nothing is too small to be read, whatever stands there. */
static void
assert_readable (const char *path)
{
  g_autofree char *said = run ("pdftotext", "-bbox-layout", path, "-", NULL);
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *top = strstr (lines[i], "yMin=\"");
      const char *bottom = strstr (lines[i], "yMax=\"");
      double height;

      if (strstr (lines[i], "<word ") == NULL)
        continue;
      height = g_ascii_strtod (bottom + strlen ("yMax=\""), NULL) - g_ascii_strtod (top + strlen ("yMin=\""), NULL);
      g_assert_cmpfloat (height, >=, 7);
    }
}

/* Whatever comes as words is there: a word that no line can hold, other scripts. */
static void
test_hostile (void)
{
  g_autoptr (ScDocument) document = document_sample_new (SC_LANGUAGE_EN);
  g_autofree char *path = write_pdf (document, "hostile.pdf");
  g_autofree char *text = run ("pdftotext", path, "-", NULL);
  g_auto (GStrv) pieces = g_strsplit_set (text, "\n\f", -1);
  g_autofree char *whole = g_strjoinv ("", pieces);

  assert_clean (path);
  assert_readable (path);
  g_assert_nonnull (strstr (text, "<script>"));
  g_assert_nonnull (strstr (text, "👩"));
  g_assert_nonnull (strstr (text, "مرحبا"));

  /* a word of 3,000 letters, but for where a page ends in it */
  g_assert_cmpuint (count_words (whole, "длинносло"), >=, 298);
  g_assert_cmpuint (count_words (whole, "ввввввввввввввввввв"), >=, 200);
}

/* Links that lead nowhere, or to what a paper should not open, are words. */
static void
test_odd_links (void)
{
  g_autoptr (ScDocument) document =
    document_sample_of_words ("[a](#nowhere) [b](javascript:alert(1)) [c](<https://example.org/привет'x>) [d](file:///etc)");
  g_autofree char *path = write_pdf (document, "links.pdf");
  g_autofree char *said = run ("qpdf", "--qdf", "--object-streams=disable", path, "-", NULL);

  assert_clean (path);
  g_assert_cmpuint (count_words (said, "/URI ("), ==, 1);
  g_assert_nonnull (strstr (said, "https://example.org/%D0%BF"));
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \f")] == '\0';
}

/* Of a long document every page ends with what is no heading. */
static void
test_long (void)
{
  g_autoptr (ScDocument) document = document_sample_of_stages (200);
  g_autofree char *path = write_pdf (document, "long.pdf");
  g_autofree char *said = run ("pdftotext", "-layout", path, "-", NULL);
  g_auto (GStrv) pages = g_strsplit (said, "\f", -1);

  assert_clean (path);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_strchomp (pages[i]), "\n", -1);
      guint n = g_strv_length (lines);

      if (n == 0)
        continue;
      n--; /* the number of the page */
      while (n > 0 && is_blank (lines[n - 1]))
        n--;
      g_assert_true (n > 0);
      g_assert_true (strstr (lines[n - 1], "Этап «") == NULL || strstr (lines[n - 1], "...") != NULL);
    }
}

/* No page of running text ends in the middle of a word. */
static void
test_page_ends (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (ScDocument) document = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 600; i++)
    g_string_append_printf (words, "%u. Всё, что он от них узнал, он внёс в систему и на том счёл дело за день до срока "
                            "неудовлетворительно сделанным. ", i * i);
  document = document_sample_of_words (words->str);
  path = write_pdf (document, "page-ends.pdf");
  text = run ("pdftotext", "-layout", path, "-", NULL);
  pages = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (pages), >, 10);
  for (guint i = 0; pages[i + 1] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_strchomp (pages[i]), "\n", -1);
      guint n = g_strv_length (lines) - 1; /* the number of the page */

      while (n > 0 && is_blank (lines[n - 1]))
        n--;
      g_assert_true (n > 1);
      g_assert_false (g_str_has_suffix (lines[n - 1], "-"));
    }
}

/* Own words of forty pages, a hundred in the long suite, with a table that goes over many. */
static void
test_own_words (void)
{
  guint n_rows = g_test_slow () ? 400 : 160;
  guint n_paragraphs = g_test_slow () ? 1250 : 500;
  g_autoptr (GString) words = g_string_new ("| Что | Кто |\n| --- | --- |\n");
  g_autoptr (ScDocument) document = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (words, "| строка %u, в которой довольно много слов, чтобы она заняла не одну строку | он |\n", i);
  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (words, "\nАбзац %u. <script>Настоящий</script> регламент устанавливает порядок ведения сделок "
                            "в организации по бизнес-процессу: состав и последовательность этапов, ответственных и "
                            "участников, условия перехода между этапами, сроки и порядок действий при отказе.\n", i);
  document = document_sample_of_words (words->str);
  path = write_pdf (document, "own-words.pdf");
  assert_clean (path);
  text = run ("pdftotext", "-layout", path, "-", NULL);
  g_assert_cmpuint (count_words (text, "\f"), >=, n_rows / 4);
  g_assert_cmpuint (count_words (text, "Что "), >=, n_rows / 40); /* on each page of the table */
  for (guint i = 0; i < n_paragraphs; i += 50)
    {
      g_autofree char *paragraph = g_strdup_printf ("Абзац %u.", i);

      g_assert_cmpuint (count_words (text, paragraph), ==, 1);
    }
}

/* Numbers with a comma make no other file. */
static void
test_locale (void)
{
  g_autoptr (ScVersion) version = sc_proposal_new (&seven, SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = make_regulations (version);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) here = write_to_bytes (document, sc_document_write_pdf, NULL);
  g_autoptr (GBytes) there = NULL;

  if (setlocale (LC_ALL, "ru_RU.UTF-8") == NULL)
    {
      g_test_skip ("the system has no Russian");
      return;
    }
  there = write_to_bytes (document, sc_document_write_pdf, &error);
  setlocale (LC_ALL, "C");
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (here, there));
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_strdup (g_getenv ("PAPER_FOLDER"));
  if (folder == NULL)
    folder = g_dir_make_tmp ("sc-pdf-XXXXXX", NULL);
  g_assert_nonnull (folder);

  g_test_add_func ("/document-pdf/properties", test_properties);
  g_test_add_func ("/document-pdf/same-bytes", test_same_bytes);

  g_test_add_func ("/document-pdf/locale", test_locale);
  g_test_add_func ("/document-pdf/words", test_words);
  g_test_add_func ("/document-pdf/structure", test_structure);
  g_test_add_func ("/document-pdf/descriptions", test_descriptions);
  g_test_add_func ("/document-pdf/bookmarks-and-contents", test_bookmarks_and_contents);
  g_test_add_func ("/document-pdf/hostile", test_hostile);
  g_test_add_func ("/document-pdf/odd-links", test_odd_links);
  g_test_add_func ("/document-pdf/long", test_long);
  g_test_add_func ("/document-pdf/page-ends", test_page_ends);
  g_test_add_func ("/document-pdf/own-words", test_own_words);

  status = g_test_run ();
  g_free (folder);

  return status;
}
