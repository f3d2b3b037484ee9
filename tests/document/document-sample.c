/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "document-sample.h"

#include "diagram/sample.h"
#include "document/sc-markdown-reader.h"

/* A PNG of one pixel. */
static const guint8 logo[] = {
  0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0,
  0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, 'I', 'D', 'A', 'T', 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0, 5, 0, 1,
  0xff, 0x56, 0xc7, 0x2f, 0x0d, 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82,
};

/**
 * hostile_word:
 *
 * Returns: (transfer full): a word of 3,000 letters
 */
char *
hostile_word (void)
{
  GString *word = g_string_new (NULL);

  for (guint i = 0; i < 300; i++)
    g_string_append (word, "длинносло");
  for (guint i = 0; i < 300; i++)
    g_string_append (word, "в");

  return g_string_free (word, FALSE);
}

static void
add_title (ScDocument *document)
{
  ScSection *title = sc_document_add_section (document, "title", NULL, NULL, 0);
  ScBlock *block = sc_block_new (SC_BLOCK_LOGO);

  block->logo = g_bytes_new_static (logo, sizeof logo);
  g_ptr_array_add (title->blocks, block);
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_STAMP, "УТВЕРЖДАЮ\nГенеральный директор\nООО «Ромашка»\n"
                        "______________ И. И. Иванов\n«___» ______________ 20__ г.");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_TITLE, "РЕГЛАМЕНТ ПРОДАЖИ");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_SUBTITLE, "«Продажи <малым> & средним»");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_CENTRED, "Казань, 2026");
}

static void
add_contents (ScDocument *document)
{
  ScSection *contents = sc_document_add_section (document, "contents", NULL, "Содержание", 0);

  contents->has_page = TRUE;
  g_ptr_array_add (contents->blocks, sc_block_new (SC_BLOCK_CONTENTS));
}

static ScTable *
add_table (GPtrArray *blocks,
           guint      n_rows)
{
  ScTable *table = sc_blocks_add_table (blocks, (const double[]) { 1, 4, 2 }, 3);
  GPtrArray *header = sc_table_add_row (table);

  table->n_header_rows = 1;
  g_set_str (&table->caption, "Последствия отказа");
  sc_row_add_cell (header, "№", TRUE);
  sc_row_add_cell (header, "Этап", TRUE);
  sc_row_add_cell (header, "Срок", TRUE);
  for (guint i = 0; i < n_rows; i++)
    {
      GPtrArray *row = sc_table_add_row (table);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      sc_row_add_cell (row, number, TRUE);
      sc_row_add_cell (row, "Тестовый | период", FALSE);
      sc_row_add_cell (row, NULL, FALSE);
    }

  return table;
}

static void
add_general (ScDocument *document)
{
  ScSection *general = sc_document_add_section (document, "general", "1", "Общие положения", 1);
  ScSection *scope;
  ScBlock *paragraph;

  general->has_page = TRUE;
  scope = sc_document_add_section (document, "general.scope", "1.1", NULL, 2);
  paragraph = sc_blocks_add_paragraph (scope->blocks, "1.1", "Порядок ведения сделок; см. ");
  sc_spans_add (paragraph->spans, "раздел 2", SC_SPAN_PLAIN, "#scheme");
  sc_spans_add (paragraph->spans, " и ", SC_SPAN_PLAIN, NULL);
  sc_spans_add (paragraph->spans, "сайт", SC_SPAN_BOLD, "https://example.com/?a=1&b=2");
  sc_spans_add (paragraph->spans, ", а не ", SC_SPAN_PLAIN, NULL);
  sc_spans_add (paragraph->spans, "пункт", SC_SPAN_PLAIN, "#no-such-section");
  scope = sc_document_add_section (document, "general.kinds", "1.2", NULL, 2);
  sc_blocks_add_paragraph (scope->blocks, "1.2", "Применяется к сделкам:");
  add_table (scope->blocks, 3);
  sc_blocks_add_styled (scope->blocks, SC_PARAGRAPH_NOTE, "Примечание.");
}

static void
add_scheme (ScDocument *document,
            ScLanguage  language)
{
  ScSection *scheme = sc_document_add_section (document, "scheme", "2", "Схема", 1);
  ScVersion *version = sample_proposal (language);
  ScFigure *figure = sc_blocks_add_figure (scheme->blocks, version);

  g_set_str (&figure->caption, "Схема процесса");
  g_set_str (&figure->description, "Этапы по порядку & пути назад");
  sc_version_unref (version);
}

static void
add_stage (ScDocument *document)
{
  ScSection *stages = sc_document_add_section (document, "stages", "3", "Этапы", 1);
  ScSection *stage = sc_document_add_section (document, "stage:1", "3.1", "Этап «Тестовый период»", 2);
  ScBlock *list;
  ScTable *plain;

  (void) stages;
  g_set_str (&stage->stage, "1");
  plain = sc_blocks_add_table (stage->blocks, (const double[]) { 1, 2 }, 2);
  plain->is_plain = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      GPtrArray *row = sc_table_add_row (plain);

      sc_row_add_cell (row, i == 0 ? "Цель" : "Норматив", TRUE);
      sc_row_add_cell (row, i == 0 ? "Дать попробовать" : "10 рабочих дней", FALSE);
    }
  sc_blocks_add_paragraph (stage->blocks, "3.1.1", "На этапе выполняются действия:");
  list = sc_blocks_add_list (stage->blocks, TRUE);
  sc_blocks_add_paragraph (sc_block_add_item (list), NULL, "согласовать цели;");
  sc_blocks_add_paragraph (sc_block_add_item (list), NULL, "открыть доступ.");
}

/* Own words with all that they may have, and what may come instead of words. */
static void
add_own_words (ScDocument *document)
{
  g_autofree char *word = hostile_word ();
  ScSection *own = sc_document_add_section (document, "stage:1:after", NULL, NULL, 3);

  own->is_own = TRUE;
  own->is_stale = TRUE;
  own->place = g_strdup ("stage:1:after");
  sc_markdown_read ("1) один\n2) два\n   - внутри\n   - ещё\n\n# Свой заголовок\n\n"
                    "**Жирно**, _курсив_, `код <b>`, [почта](mailto:a@example.com)\\\nновая строка\n\n"
                    "> Цитата\n>\n> - с перечнем\n\n```\nif (a < b) {\n  return;\n}\n```\n\n---\n\n"
                    "| Что | Кто |\n| --- | --- |\n| a \\| b | **он** |\n\n<div>не разметка</div>\n", own->blocks);
  sc_blocks_add_paragraph (own->blocks, NULL, HOSTILE_SCRIPT);
  sc_blocks_add_paragraph (own->blocks, NULL, HOSTILE_CONTROLS);
  sc_blocks_add_paragraph (own->blocks, NULL, HOSTILE_ARABIC);
  sc_blocks_add_paragraph (own->blocks, NULL, HOSTILE_EMOJI);
  sc_blocks_add_paragraph (own->blocks, NULL, word);
}

/**
 * document_sample_new:
 * @language: what it says it is written in
 *
 * Returns: (transfer full): a document with every kind of block, and hostile texts
 */
ScDocument *
document_sample_new (ScLanguage language)
{
  ScDocument *document = sc_document_new (language, "Регламент продажи «Продажи <малым> & средним»");
  ScSection *annex;
  ScTable *form;

  document->version = 3;
  document->status = SC_VERSION_DRAFT;
  g_set_str (&document->author, "ООО «Ромашка»");
  g_set_str (&document->subject, "Бизнес-процесс продажи");
  g_set_str (&document->running_head, "Регламент продажи, версия 3");
  g_set_str (&document->page_format, "Страница %u из %u");
  document->stamp = g_strdup ("ПРОЕКТ");
  add_title (document);
  add_contents (document);
  add_general (document);
  add_scheme (document, language);
  add_stage (document);
  add_own_words (document);
  annex = sc_document_add_section (document, "annex-questions", "А", "Приложение А. Вопросы", 1);
  annex->has_page = TRUE;
  form = add_table (annex->blocks, 5);
  form->is_form = TRUE;

  return document;
}

/**
 * document_sample_of_words:
 * @markdown: own words
 *
 * Returns: (transfer full): a document with nothing but them
 */
ScDocument *
document_sample_of_words (const char *markdown)
{
  ScDocument *document = sc_document_new (SC_LANGUAGE_EN, "Words");
  ScSection *section = sc_document_add_section (document, "words", "1", "Own words", 1);

  sc_markdown_read (markdown, section->blocks);

  return document;
}

/**
 * document_sample_of_stages:
 * @n_stages: how many
 *
 * Returns: (transfer full): a document with as many sections, of about a page each
 */
ScDocument *
document_sample_of_stages (guint n_stages)
{
  ScDocument *document = sc_document_new (SC_LANGUAGE_RU, "Регламент");

  add_contents (document);
  sc_document_add_section (document, "stages", "6", "Этапы", 1);
  for (guint i = 1; i <= n_stages; i++)
    {
      g_autofree char *id = g_strdup_printf ("stage:%u", i);
      g_autofree char *number = g_strdup_printf ("6.%u", i);
      g_autofree char *heading = g_strdup_printf ("Этап «Этап %u»", i);
      ScSection *section = sc_document_add_section (document, id, number, heading, 2);
      ScBlock *list;

      add_table (section->blocks, 6);
      sc_blocks_add_paragraph (section->blocks, NULL, "На этапе выполняются действия:");
      list = sc_blocks_add_list (section->blocks, TRUE);
      for (guint j = 0; j < 8; j++)
        sc_blocks_add_paragraph (sc_block_add_item (list), NULL, "согласовать цели и срок теста с клиентом;");
    }

  return document;
}

static void
append_blocks (GString         *text,
               const GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const ScBlock *block = blocks->pdata[i];
      g_autofree char *words = sc_spans_to_text (block->spans);

      g_string_append_printf (text, "%s\n", words);
      for (guint j = 0; block->items != NULL && j < block->items->len; j++)
        append_blocks (text, block->items->pdata[j]);
      for (guint j = 0; block->table != NULL && j < block->table->rows->len; j++)
        {
          const GPtrArray *row = block->table->rows->pdata[j];

          for (guint k = 0; k < row->len; k++)
            {
              g_autofree char *cell = sc_spans_to_text (((const ScTableCell *) row->pdata[k])->spans);

              g_string_append_printf (text, "%s\n", cell);
            }
        }
    }
}

/**
 * document_sample_to_text:
 * @blocks: (element-type ScBlock): what stands in a document
 *
 * Returns: (transfer full): its words, a line for each paragraph, item and cell
 */
char *
document_sample_to_text (const GPtrArray *blocks)
{
  GString *text = g_string_new (NULL);

  append_blocks (text, blocks);

  return g_string_free (text, FALSE);
}
