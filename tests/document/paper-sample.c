/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper-sample.h"

static const char *const general[] = {
  "Настоящий регламент продажи (далее — Регламент) устанавливает порядок ведения сделок в организации "
  "ООО «Ромашка» (далее — Организация) по бизнес-процессу «Продажа промышленного оборудования» (далее — Процесс): "
  "состав и последовательность этапов, ответственных и участников, условия перехода между этапами, сроки и порядок "
  "действий при отказе клиента.",
  "Процесс охватывает действия от поиска клиента и обращения к нему по инициативе Организации до завершения этапа "
  "«Отслеживание оплаты». Сделка считается выигранной со дня, когда она прошла этап «Отслеживание оплаты» "
  "(далее — граница «есть клиент»).",
  "Регламент обязателен для работников, исполняющих роли, которые перечислены в разделе 3.",
  "Владелец Процесса — ______________. Владелец Процесса отвечает за актуальность Регламента и контролирует его "
  "исполнение.",
  "Сведения о сделках, ответы клиентов, следующие шаги и платежи вносятся в систему учёта сделок (далее — Система). "
  "Действие, не отражённое в Системе, при контроле исполнения Регламента не учитывается.",
  "Сроки в рабочих днях исчисляются со дня, следующего за днём поступления сделки на этап, по календарю рабочих дней "
  "Организации; сроки в рабочих часах — с момента поступления сделки, в пределах рабочего времени.",
};

static const char *const actions[] = {
  "согласовать цели и срок теста;",
  "открыть доступ и помочь с первыми шагами, при необходимости провести онлайн-встречу с ответственными "
  "специалистами клиента и зафиксировать договорённости в Системе;",
  "разобрать итоги вместе с клиентом.",
};

static ScSection *
add_heading (ScDocument *document,
             const char *id,
             const char *number,
             const char *heading,
             guint       level)
{
  return sc_document_add_section (document, id, number, heading, level);
}

static void
add_row (ScTable    *table,
         const char *first,
         const char *second,
         gboolean    is_header)
{
  GPtrArray *row = sc_table_add_row (table);

  sc_row_add_cell (row, first, TRUE);
  sc_row_add_cell (row, second, is_header);
}

static void
add_title (ScDocument *document)
{
  ScSection *title = add_heading (document, "title", "", "", 0);

  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_CENTRED, "Общество с ограниченной ответственностью «Ромашка»");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_STAMP,
                        "УТВЕРЖДАЮ\nГенеральный директор\nООО «Ромашка»\n______________ И. И. Иванов\n"
                        "«___» ______________ 20__ г.");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_TITLE, "РЕГЛАМЕНТ ПРОДАЖИ");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_TITLE, "«Продажа промышленного оборудования»");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_SUBTITLE, "РП-01-2026");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_CENTRED, "Версия 2");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_CENTRED,
                        "Дата введения в действие: «___» __________ 20__ г.");
  sc_blocks_add_styled (title->blocks, SC_PARAGRAPH_CENTRED, "Москва, 2026");
}

static void
add_contents (ScDocument *document)
{
  ScSection *contents = add_heading (document, "contents", "", "Содержание", 0);

  contents->has_page = TRUE;
  g_ptr_array_add (contents->blocks, sc_block_new (SC_BLOCK_CONTENTS));
}

static void
add_general (ScDocument *document)
{
  ScSection *section = add_heading (document, "general", "1", "Общие положения", 1);

  section->has_page = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (general); i++)
    {
      g_autofree char *id = g_strdup_printf ("general.%u", i);
      g_autofree char *number = g_strdup_printf ("1.%u", i + 1);

      sc_blocks_add_paragraph (add_heading (document, id, number, "", 2)->blocks, number, general[i]);
    }
}

static void
add_scheme (ScDocument *document,
            ScVersion  *version)
{
  ScSection *section = add_heading (document, "scheme", "2", "Схема процесса", 1);
  ScFigure *figure;

  sc_blocks_add_paragraph (section->blocks, "2.1", "Последовательность этапов Процесса показана на рисунке 1.");
  figure = sc_blocks_add_figure (section->blocks, version);
  g_set_str (&figure->caption, "Рисунок 1 — Схема процесса");
  g_set_str (&figure->description, "Схема процесса: этапы по порядку и граница «есть клиент»");
}

static void
add_facts (ScSection *section)
{
  static const double widths[] = { 1, 3 };
  ScTable *table = sc_blocks_add_table (section->blocks, widths, 2);

  add_row (table, "Цель", "Дать клиенту убедиться в пользе продукта до оплаты", FALSE);
  add_row (table, "Ответственный", "Менеджер по продажам", FALSE);
  add_row (table, "Участвуют", "Менеджер по внедрению", FALSE);
  add_row (table, "Норматив", "10 рабочих дней", FALSE);
}

static void
add_questions (ScSection *section)
{
  static const double widths[] = { 4, 2, 2 };
  static const char *const rows[][3] = {
    { "Вопрос", "Ответ", "Обязательность" },
    { "Какую задачу нужно решить?", "текст", "обязательный" },
    { "К какому сроку нужен результат?", "дата", "рекомендуемый" },
  };
  ScTable *table = sc_blocks_add_table (section->blocks, widths, 3);

  table->n_header_rows = 1;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GPtrArray *row = sc_table_add_row (table);

      for (guint j = 0; j < 3; j++)
        sc_row_add_cell (row, rows[i][j], i == 0);
    }
}

static void
add_stage (ScDocument    *document,
           const ScStage *stage,
           guint          position)
{
  g_autofree char *id = g_strconcat ("stage:", stage->id, NULL);
  g_autofree char *number = g_strdup_printf ("3.%u", position + 1);
  g_autofree char *first = g_strconcat (number, ".1", NULL);
  g_autofree char *second = g_strconcat (number, ".2", NULL);
  g_autofree char *third = g_strconcat (number, ".3", NULL);
  g_autofree char *heading = g_strdup_printf ("Этап «%s»", stage->name);
  ScSection *section = add_heading (document, id, number, heading, 2);
  ScBlock *list;

  add_facts (section);
  sc_blocks_add_paragraph (section->blocks, first, "На этапе выполняются действия:");
  list = sc_blocks_add_list (section->blocks, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    sc_blocks_add_paragraph (sc_block_add_item (list), NULL, actions[i]);
  sc_blocks_add_paragraph (section->blocks, second, "До начала этапа у клиента выясняется и вносится в Систему:");
  add_questions (section);
  list = sc_blocks_add_paragraph (section->blocks, third,
                                  "При отказе клиента сделка возвращается на более ранний этап, указанный в разделе ");
  sc_spans_add (list->spans, "7.3", SC_SPAN_PLAIN, "#general");
  sc_spans_add (list->spans, ".", SC_SPAN_PLAIN, NULL);
}

static void
add_sheet (ScDocument *document)
{
  static const double widths[] = { 1, 6, 5, 3, 3 };
  static const char *const names[] = { "№", "Фамилия, имя, отчество", "Должность", "Дата", "Подпись" };
  ScSection *section = add_heading (document, "acknowledgement-sheet", "", "ЛИСТ ОЗНАКОМЛЕНИЯ", 1);
  ScTable *table;
  GPtrArray *row;

  section->has_page = TRUE;
  sc_blocks_add_paragraph (section->blocks, NULL, "С регламентом продажи ознакомлен(а):");
  table = sc_blocks_add_table (section->blocks, widths, G_N_ELEMENTS (widths));
  table->is_form = TRUE;
  table->n_header_rows = 1;
  row = sc_table_add_row (table);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    sc_row_add_cell (row, names[i], TRUE);
  for (guint i = 0; i < 15; i++)
    {
      row = sc_table_add_row (table);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        sc_row_add_cell (row, NULL, FALSE);
    }
}

/* Regulations of a process, in Russian. */
ScDocument *
paper_sample_new (ScVersion *version)
{
  ScDocument *document = sc_document_new (SC_LANGUAGE_RU, "Регламент продажи «Продажа промышленного оборудования»");

  g_set_str (&document->author, "ООО «Ромашка»");
  g_set_str (&document->subject, "Порядок ведения сделок");
  g_set_str (&document->running_head, "Регламент продажи «Продажа промышленного оборудования». Версия 2");
  g_set_str (&document->page_format, "Страница %u из %u");
  add_title (document);
  add_contents (document);
  add_general (document);
  add_scheme (document, version);
  add_heading (document, "stages", "3", "Этапы процесса", 1);
  for (guint i = 0; i < version->stages->len; i++)
    add_stage (document, sc_version_get_stage (version, i), i);
  add_sheet (document);

  return document;
}
