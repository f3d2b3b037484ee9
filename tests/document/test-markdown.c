/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "document-sample.h"
#include "document/sc-document-markdown.h"
#include "document/sc-markdown-reader.h"
#include "how-often.h"
#include "written.h"

static GPtrArray *
read_words (const char *markdown)
{
  GPtrArray *blocks = sc_blocks_new ();

  sc_markdown_read (markdown, blocks);

  return blocks;
}

static char *
write_words (const GPtrArray *blocks)
{
  ScSection section = {
    .id = (char *) "own", .number = (char *) "", .heading = (char *) "",
    .level = 2, .blocks = (GPtrArray *) blocks,
  };

  return sc_section_to_markdown (&section);
}

/* Returns the spans of each paragraph as `look link|words`. */
static char *
describe_spans (const GPtrArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const ScSpan *span = spans->pdata[i];

      if (span->look != SC_SPAN_PLAIN || span->link != NULL)
        g_string_append_printf (text, "{%s%s%s%s%s|%s}", (span->look & SC_SPAN_BOLD) ? "b" : "",
                                (span->look & SC_SPAN_ITALIC) ? "i" : "", (span->look & SC_SPAN_CODE) ? "c" : "",
                                span->link != NULL ? " " : "", span->link != NULL ? span->link : "", span->text);
      else
        g_string_append (text, span->text);
    }

  return g_string_free (text, FALSE);
}

static void
describe_blocks (GString         *text,
                 const GPtrArray *blocks)
{
  static const char *const kinds[] = { "p", "h", "list", "quote", "code", "rule", "table", "figure", "logo", "contents" };

  for (guint i = 0; i < blocks->len; i++)
    {
      const ScBlock *block = blocks->pdata[i];
      g_autofree char *words = describe_spans (block->spans);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", kinds[block->kind]);
      if (block->is_ordered)
        g_string_append_printf (text, "%u", block->first);
      if (block->spans->len > 0)
        g_string_append_printf (text, "(%s)", words);
      for (guint j = 0; block->items != NULL && j < block->items->len; j++)
        {
          g_string_append (text, "[");
          describe_blocks (text, block->items->pdata[j]);
          g_string_append (text, "]");
        }
      for (guint j = 0; block->table != NULL && j < block->table->rows->len; j++)
        {
          const GPtrArray *row = block->table->rows->pdata[j];

          g_string_append (text, j < block->table->n_header_rows ? "#" : "/");
          for (guint k = 0; k < row->len; k++)
            {
              g_autofree char *cell = describe_spans (((const ScTableCell *) row->pdata[k])->spans);

              g_string_append_printf (text, "%s%s", k > 0 ? "," : "", cell);
            }
        }
    }
}

static char *
describe (const GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  describe_blocks (text, blocks);

  return g_string_free (text, FALSE);
}

static void
test_is_read (void)
{
  static const struct {
    const char *markdown;
    const char *read;
  } cases[] = {
    { "", "" },
    { "One\ntwo\\\nthree\r\n\r\nfour", "p(One two\nthree) p(four)" },
    { "# Head\n\n###### Small", "h(Head) h(Small)" },
    { "a **b _c_** `d`", "p(a {b|b }{bi|c} {c|d})" },
    { "[to](https://example.com) [in](#general)", "p({ https://example.com|to} { #general|in})" },
    { "[bad](javascript:alert(1)) [file](file:///etc/passwd)", "p(bad file)" },
    { "![a picture](https://example.com/a.png)", "p({ https://example.com/a.png|a picture})" },
    { "<b>x</b>", "p(<b>x</b>)" },
    { "<script>\nalert(1)\n</script>", "p(<script>\nalert(1)\n</script>)" },
    { "- a\n- b\n  1. c\n", "list[p(a)][p(b) list1[p(c)]]" },
    { "7) a\n8) b", "list7[p(a)][p(b)]" },
    { "> a\n> b", "quote[p(a b)]" },
    { "```\na < b\n  c\n```", "code({c|a < b\n  c})" },
    { "a\n\n---\n\nb", "p(a) rule p(b)" },
    { "| a | b |\n|---|:-:|\n| c | d |", "table#a,b/c,d" },
    { "a|b\n-|-\nc", "table#a,b/c," },
    { "| a | b |\n|---|---|\n| c | d | e |", "table#a,b/c,d | e" },
    { "| a \\| b | `c \\| d` |\n|---|---|\n| - x | # y |", "table#a | b,{c|c | d}/- x,# y" },
    { "| **a** | <i> |\n|---|---|\n| 1. | |", "table#{b|a},<i>/1.," },
    { "above\n| a |\n|---|\n| b |\n\nbelow", "p(above) table#a/b p(below)" },
    { "- | a |\n  |---|\n  | b |", "list[table#a/b]" },
    { "> | a |\n> |---|\n> | b |", "quote[table#a/b]" },
    { "```\n| a |\n|---|\n```", "code({c|| a |\n|---|})" },
    { "a | b\n---|---|---", "p(a | b ---|---|---)" },
    { "a[^1]\n\n[^1]: note\n\n```\n[^1]: code\n```", "p(a[^1]) p([^1]: note) code({c|[^1]: code})" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) blocks = read_words (cases[i].markdown);
      g_autofree char *read = describe (blocks);

      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

static void
test_is_plain_to_read (void)
{
  static const struct {
    const char *words; /* of one paragraph */
    const char *markdown;
  } cases[] = {
    { "Plain words, as they are (1.1).", "Plain words, as they are (1.1)." },
    { "snake_case _not_ *bold* [x] `y`", "snake_case \\_not\\_ \\*bold\\* \\[x\\] \\`y\\`" },
    { "<script> & &amp; R&D at", "\\<script> & \\&amp; R&D at" },
    { "1. not a list", "1\\. not a list" },
    { "1) not a list", "1\\) not a list" },
    { "2026. A year", "2026\\. A year" },
    { "- not a list", "\\- not a list" },
    { "# not a heading", "\\# not a heading" },
    { "a # b - c + d", "a # b - c + d" },
    { "a\n- b", "a\\\n\\- b" },
    { "a\n", "a" },
    { "  a", "a" },
    { "a|b", "a\\|b" },
    { "before\001after", "beforeafter" },
    { "---", "\\---" },
    { "===", "\\===" },
    { "> a", "\\> a" },
    { "~~a~~", "\\~\\~a\\~\\~" },
    { "_____ name, of ____ 20__ or «___»", "_____ name, of ____ 20\\_\\_ or «\\_\\_\\_»" },
    { "____", "\\_\\_\\_\\_" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) blocks = sc_blocks_new ();
      g_autofree char *markdown = NULL;

      sc_blocks_add_paragraph (blocks, NULL, cases[i].words);
      markdown = write_words (blocks);
      g_assert_cmpstr (markdown, ==, cases[i].markdown);
    }
}

static void
test_is_written_as_it_was_read (void)
{
  static const char *const texts[] = {
    "a **b** _c_ **_d_** `e`",
    "**«a»**, [b](https://example.com/?a=1) **[c](mailto:c@example.com)**",
    "- a\n- b\n  - c\n\n* d",
    "1) a\n2) b\n\n1. c",
    "3) a\n\n   b\n4) c",
    "> a\n>\n> - b\n\nc",
    "#### a\n\nb",
    "```\na\n\nb\n```",
    "````\n```\n````",
    "a\\\nb",
    "| a | b |\n| --- | --- |\n| **c** | d \\| e |",
    "a\n\n---\n\nb",
    "``a`b``",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) blocks = read_words (texts[i]);
      g_autofree char *written = write_words (blocks);

      g_assert_cmpstr (written, ==, texts[i]);
    }
}

static void
append_random (GRand   *rand,
               GString *text,
               guint    n)
{
  static const char *const pieces[] = {
    "a", "b", "слово", "«", "»", " ", "  ", "*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "<b>", "&amp;", "&", "#", "|",
    "\\", "1.", "2)", "-", "+", "=", "---", ":", ":--", "|--|", "~", "!", ">", "\u00a0", "€", "👍", "é", "\u202e", "<!--",
    "https://a.b", ".", ",", "\n", "    ",
  };

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
}

static void
add_random_spans (GRand     *rand,
                  GPtrArray *spans)
{
  guint n = (guint) g_rand_int_range (rand, 1, 6);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      ScSpanLook look = (ScSpanLook) g_rand_int_range (rand, 0, 8);

      append_random (rand, text, (guint) g_rand_int_range (rand, 1, 6));
      sc_spans_add (spans, text->str, look, g_rand_int_range (rand, 0, 4) == 0 ? "https://example.com/a_(b)|*" : NULL);
    }
}

/* Spaces may be fewer, and lie on the other side of a look's end; no word may differ. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_len (squeezed, p, g_utf8_next_char (p) - p);
    else if (squeezed->len > 0 && squeezed->str[squeezed->len - 1] != ' ')
      g_string_append_c (squeezed, ' ');

  return g_strchomp (g_string_free (squeezed, FALSE));
}

/* Returns what stands out of the words, letter by letter, without spaces. */
static char *
describe_letters (const GPtrArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const ScSpan *span = spans->pdata[i];

      for (const char *p = span->text; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          g_string_append_printf (text, "%.*s%u%s ", (int) (g_utf8_next_char (p) - p), p, span->look,
                                  span->link != NULL ? span->link : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_spans_kept (const GPtrArray *before,
                   const GPtrArray *after,
                   const char      *markdown)
{
  g_autofree char *wanted = describe_letters (before);
  g_autofree char *got = describe_letters (after);

  if (!g_str_equal (wanted, got))
    g_test_message ("in %s", markdown);
  g_assert_cmpstr (got, ==, wanted);
}

/* Whatever words say, they read back as the same words, with the same looks and links. */
static void
test_words_survive (void)
{
  g_autoptr (GRand) rand = g_rand_new ();
  guint32 seed = g_test_rand_int () & 0x7fffffff;

  g_rand_set_seed (rand, seed);
  g_test_message ("seed %u", seed);
  for (guint i = 0; i < how_often (500); i++)
    {
      g_autoptr (GPtrArray) blocks = sc_blocks_new ();
      ScTable *table;
      GPtrArray *row;
      g_autofree char *markdown = NULL;
      g_autoptr (GPtrArray) again = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *wanted = NULL;
      g_autofree char *got = NULL;

      add_random_spans (rand, sc_blocks_add_paragraph (blocks, NULL, "x")->spans);
      table = sc_blocks_add_table (blocks, (const double[]) { 1, 1 }, 2);
      table->n_header_rows = 1;
      row = sc_table_add_row (table);
      add_random_spans (rand, sc_row_add_cell (row, NULL, TRUE)->spans);
      add_random_spans (rand, sc_row_add_cell (row, NULL, TRUE)->spans);
      sc_blocks_add_list (blocks, TRUE);
      add_random_spans (rand, sc_blocks_add_paragraph (sc_block_add_item (blocks->pdata[2]), NULL, "1")->spans);

      markdown = write_words (blocks);
      again = read_words (markdown);
      before = document_sample_to_text (blocks);
      after = document_sample_to_text (again);
      wanted = squeeze (before);
      got = squeeze (after);
      if (!g_str_equal (wanted, got))
        g_test_message ("in %s", markdown);
      g_assert_cmpstr (got, ==, wanted);
      assert_spans_kept (((const ScBlock *) blocks->pdata[0])->spans, ((const ScBlock *) again->pdata[0])->spans, markdown);
    }
}

static void
test_whole_document_is_written (void)
{
  g_autoptr (ScDocument) document = document_sample_new (SC_LANGUAGE_RU);
  g_autoptr (GBytes) bytes = write_to_bytes (document, sc_document_write_markdown, NULL);
  g_autoptr (GBytes) again = write_to_bytes (document, sc_document_write_markdown, NULL);
  const char *markdown = g_bytes_get_data (bytes, NULL);
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *text = g_strndup (markdown, length);

  g_assert_true (g_bytes_equal (bytes, again));
  g_assert_true (g_utf8_validate (markdown, (gssize) length, NULL));
  g_assert_nonnull (strstr (text, "**ПРОЕКТ**\n"));
  g_assert_nonnull (strstr (text, "\n# РЕГЛАМЕНТ ПРОДАЖИ\n"));
  g_assert_nonnull (strstr (text, "\n## 1. Общие положения\n\n1.1. Порядок"));
  g_assert_nonnull (strstr (text, "[раздел 2](#2-схема)"));
  g_assert_nonnull (strstr (text, ", а не пункт\n"));
  g_assert_nonnull (strstr (text, "\n- [3. Этапы](#3-этапы)\n  - [3.1. Этап «Тестовый период»](#31-этап-тестовый-период)\n"));
  g_assert_nonnull (strstr (text, "\n1) согласовать цели;\n2) открыть доступ.\n\n1. один\n2. два\n   - внутри\n"));
  g_assert_null (strstr (text, "\n\n\n"));
  g_assert_null (strstr (text, "\n<"));
  g_assert_true (g_str_has_suffix (text, "|\n"));
}

static void
test_deep_words_are_bounded (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  g_autofree char *text = NULL;
  const ScBlock *block;
  guint depth = 0;

  for (guint i = 0; i < 500; i++)
    g_string_append (deep, "> ");
  g_string_append (deep, "deepest");
  blocks = read_words (deep->str);
  text = document_sample_to_text (blocks);
  g_assert_nonnull (strstr (text, "deepest"));

  for (block = blocks->pdata[0]; block->items != NULL; depth++)
    block = ((GPtrArray *) block->items->pdata[0])->pdata[0];
  g_assert_cmpuint (depth, ==, SC_MARKDOWN_MAX_DEPTH);
}

/* What would take hours of a careless reader. */
static void
test_hostile_words_are_read_soon (void)
{
  static const char *const pieces[] = {
    "[", "**a ", "_a **b ", "`", "a | ", "![", "<!--", "> ", "- ", "|-", "a\n-|-\n", "[a](<b", "\\", "&", "<?", "<!A ", "[a]: b\n",
    "*_", "]", "x\n|--", "<![CDATA[",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("a");
      g_autoptr (GPtrArray) blocks = NULL;
      g_autofree char *written = NULL;
      gint64 started = g_get_monotonic_time ();

      while (text->len < 40000)
        g_string_append (text, pieces[i]);
      blocks = read_words (text->str);
      written = write_words (blocks);
      g_test_message ("%s: %.0f ms", pieces[i], (double) (g_get_monotonic_time () - started) / 1000);
      g_assert_nonnull (written);
    }
}

static void
test_hundred_pages_are_read (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  guint n_tables = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_string_append_printf (text, "# Page %u\n\n<script>alert(%u)</script>\n\n| a | b |\n|---|---|\n", i, i);
      for (guint j = 0; j < 40; j++)
        g_string_append_printf (text, "| cell %u | <script> %u |\n", j, i);
      g_string_append_c (text, '\n');
    }
  blocks = read_words (text->str);
  for (guint i = 0; i < blocks->len; i++)
    {
      const ScBlock *block = blocks->pdata[i];

      if (block->kind == SC_BLOCK_TABLE)
        {
          g_assert_cmpuint (block->table->rows->len, ==, 41);
          n_tables++;
        }
    }
  g_assert_cmpuint (n_tables, ==, 100);
}

static void
test_endless_words_stay_words (void)
{
  g_autoptr (GString) text = g_string_new ("first **words**\n\n");
  g_autoptr (GPtrArray) blocks = NULL;

  while (text->len <= SC_MARKDOWN_MAX_BYTES)
    {
      g_string_append (text, "- word ");
      for (guint i = 0; i < 5000; i++)
        g_string_append (text, "word ");
      g_string_append (text, "\n\n");
    }
  blocks = read_words (text->str);
  g_assert_cmpuint (blocks->len, >, 50);
  g_assert_cmpint (((const ScBlock *) blocks->pdata[1])->kind, ==, SC_BLOCK_PARAGRAPH);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/markdown/is-read", test_is_read);
  g_test_add_func ("/document/markdown/is-plain-to-read", test_is_plain_to_read);
  g_test_add_func ("/document/markdown/is-written-as-it-was-read", test_is_written_as_it_was_read);
  g_test_add_func ("/document/markdown/words-survive", test_words_survive);
  g_test_add_func ("/document/markdown/whole-document-is-written", test_whole_document_is_written);
  g_test_add_func ("/document/markdown/deep-words-are-bounded", test_deep_words_are_bounded);
  g_test_add_func ("/document/markdown/hostile-words-are-read-soon", test_hostile_words_are_read_soon);
  g_test_add_func ("/document/markdown/hundred-pages-are-read", test_hundred_pages_are_read);
  g_test_add_func ("/document/markdown/endless-words-stay-words", test_endless_words_stay_words);

  return g_test_run ();
}
