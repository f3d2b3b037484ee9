/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of a table say: amounts and currencies, and which field a column is by its
 * header. */

#include <locale.h>
#include <unicode/ucurr.h>

#include "exchange/sc-import-amount.h"
#include "exchange/sc-import-field.h"

static void
test_amounts (void)
{
  static const struct {
    const char *text;
    gint64 minor;
    const char *currency; /* NULL where it is no amount */
    ScAmountResult result;
  } cases[] = {
    { "1054", 105400, "EUR" },
    { "1,054.50", 105450, "EUR" },
    { "1.054,50", 105450, "EUR" },
    { "1 054,5", 105450, "EUR" },
    { "$1,054", 105400, "USD" },
    { "1054.00 USD", 105400, "USD" },
    { "USD 1054", 105400, "USD" },
    { "1 054 ₽", 105400, "RUB" },
    { "1 054,50 руб.", 105450, "RUB" },
    { "руб. 10", 1000, "RUB" },
    { "€ 10", 1000, "EUR" },
    { ".5", 50, "EUR" },
    { "0", 0, "EUR" },
    { "$+1500", 150000, "USD" },
    { "+.5", 50, "EUR" },
    { "CHF 1'200.-", 120000, "CHF" },
    { "1’200.– CHF", 120000, "CHF" },
    { "1200,- €", 120000, "EUR" },
    { "950.000 KWD", 950000, "KWD" },
    { "1,250.500 KWD", 1250500, "KWD" },
    { "1250.500 KWD", 1250500, "KWD" },
    { "179500.000 USD", 17950000, "USD" },
    { "1,234 JPY", 1234, "JPY" },
    { "1.234 JPY", 1234, "JPY" },
    { "1500.00 JPY", 1500, "JPY" },
    { "$1,000.00 USD", 100000, "USD" },
    { "CAD $99.90", 9990, "CAD" },
    { "AUD$5", 500, "AUD" },
    { "1000 долларов", 100000, "USD" },
    { "10 zł", 1000, "PLN" },
    { "12K", 0, NULL, SC_AMOUNT_WRONG },
    { "5 L", 0, NULL, SC_AMOUNT_WRONG },
    { "Rs 100", 0, NULL, SC_AMOUNT_WRONG },
    { "C$5", 0, NULL, SC_AMOUNT_WRONG },
    { "$5 EUR", 0, NULL, SC_AMOUNT_WRONG },
    { "1500.50 JPY", 0, NULL, SC_AMOUNT_TOO_EXACT },
    { "1234.567", 0, NULL, SC_AMOUNT_TOO_EXACT },
    { "0.125", 0, NULL, SC_AMOUNT_TOO_EXACT },
    { "-", 0, NULL, SC_AMOUNT_NOTHING },
    { " – ", 0, NULL, SC_AMOUNT_NOTHING },
    { "-5", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "−5", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "-$5", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "$-5", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "(123.45)", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "($123.45)", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "12.50-", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "-110.7 €", 0, NULL, SC_AMOUNT_NEGATIVE },
    { "", 0, NULL, SC_AMOUNT_WRONG },
    { "n/a", 0, NULL, SC_AMOUNT_WRONG },
    { "12 apples", 0, NULL, SC_AMOUNT_WRONG },
    { "1e9", 0, NULL, SC_AMOUNT_WRONG },
    { "1-2", 0, NULL, SC_AMOUNT_WRONG },
    { "99999999999999999999", 0, NULL, SC_AMOUNT_TOO_LARGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScMoney amount;
      ScAmountResult result = sc_import_read_amount (cases[i].text, "EUR", SC_DECIMAL_MARK_UNKNOWN, &amount);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (result, ==, cases[i].result);
      if (result == SC_AMOUNT_READ)
        {
          g_assert_cmpint (amount.minor, ==, cases[i].minor);
          g_assert_cmpstr (amount.currency, ==, cases[i].currency);
        }
    }
}

/* A column is judged as a whole: what its amounts tell, and how another is read
 * then. */
static void
test_decimal_marks_are_told (void)
{
  static const struct {
    const char *texts[4];
    const char *currency;
    const char *mark; /* NULL where it has to be asked */
  } cases[] = {
    { { "100", "200" }, "USD", "" },
    { { "1,054", "2,300" }, "USD", "" },
    { { "100.50", "2.125" }, "USD", "point" },
    { { "100,50", "2.125" }, "USD", "comma" },
    { { "1,234,567", "2.125" }, "USD", "point" },
    { { "1.234.567", "2.125" }, "USD", "comma" },
    { { "950.000", "179500.000" }, "USD", "point" },
    { { "179.000" }, "USD", NULL },
    { { "179.000", "12.500" }, "USD", "" },
    { { "179.000" }, "JPY", "" },
    { { "950.000" }, "KWD", "" },
    { { "950,000" }, "KWD", NULL },
    { { "950,000", "1.5" }, "KWD", "point" },
    { { "KWD 950,000" }, "USD", NULL },
    { { "$179,000" }, "KWD", "" },
    { { "1,234.50", "1.234,50" }, "USD", "" },
    { { "1,234.50", "1.234,50", "2.125" }, "USD", NULL },
    { { "n/a", "2026.01.02" }, "USD", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScAmountEvidence evidence = { 0 };
      ScDecimalMark mark;
      gboolean is_told;

      g_test_message ("%s in %s", cases[i].texts[0], cases[i].currency);
      for (guint j = 0; j < G_N_ELEMENTS (cases[i].texts) && cases[i].texts[j] != NULL; j++)
        sc_amount_evidence_add (&evidence, cases[i].texts[j]);
      is_told = sc_amount_evidence_get_mark (&evidence, cases[i].currency, &mark);
      g_assert_cmpstr (is_told ? sc_decimal_mark_get_id (mark) : NULL, ==, cases[i].mark);
    }
}

/* As the columns of our own export have them. */
static void
test_amounts_of_all_currencies_come_back (void)
{
  static const gint64 amounts[] = { 0, 1, 99, 950, 1000, 950000, 950500, 1250500, 179500000, 123456789012 };
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *currencies = ucurr_openISOCurrencies (UCURR_ALL, &status);
  const char *currency;
  guint n_currencies = 0;

  g_assert_true (U_SUCCESS (status));
  for (; (currency = uenum_next (currencies, NULL, &status)) != NULL; n_currencies++)
    for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
      {
        ScMoney money = sc_money_new (amounts[i], currency);
        g_autofree char *plain = sc_money_to_plain (money);
        ScAmountEvidence evidence = { 0 };
        ScDecimalMark mark;
        ScMoney back;

        g_test_message ("%s %s", plain, currency);
        sc_amount_evidence_add (&evidence, plain);
        g_assert_true (sc_amount_evidence_get_mark (&evidence, currency, &mark));
        g_assert_cmpint (sc_import_read_amount (plain, currency, mark, &back), ==, SC_AMOUNT_READ);
        g_assert_true (sc_money_equal (money, back));
      }
  uenum_close (currencies);
  g_assert_cmpuint (n_currencies, >, 150);
}

/* A dollar sign is that of the dollar which the table is in. */
static void
test_dollars (void)
{
  static const struct {
    const char *text;
    const char *of_table;
    const char *currency;
  } cases[] = {
    { "$100", "CAD", "CAD" }, { "100 $", "AUD", "AUD" }, { "$100", "USD", "USD" }, { "$100", "EUR", "USD" },
    { "US$100", "CAD", "USD" }, { "€100", "CAD", "EUR" }, { "100 USD", "CAD", "USD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScMoney amount;

      g_test_message ("%s in a table of %s", cases[i].text, cases[i].of_table);
      g_assert_cmpint (sc_import_read_amount (cases[i].text, cases[i].of_table, SC_DECIMAL_MARK_UNKNOWN, &amount), ==,
                       SC_AMOUNT_READ);
      g_assert_cmpint (amount.minor, ==, 10000);
      g_assert_cmpstr (amount.currency, ==, cases[i].currency);
    }
}

/* A spreadsheet's spaces around a currency are no matter, whatever their width. */
static void
test_currencies_of_tables (void)
{
  static const char *const texts[] = { "EUR", " eur ", "\u00a0EUR\u00a0", "\u202f€", "\u2003€ " };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char currency[4];

      g_assert_true (sc_import_read_currency (texts[i], "USD", currency));
      g_assert_cmpstr (currency, ==, "EUR");
    }
}

/* Headers as programs write them, each with the field that it is. */
static const struct {
  const char *program;
  struct {
    const char *header;
    ScImportField field;
  } columns[20];
} header_cases[] = {
  { "Pipedrive", { { "Deal - Title", SC_IMPORT_TITLE }, { "Deal - Value", SC_IMPORT_VALUE },
                   { "Deal - Currency of value", SC_IMPORT_CURRENCY }, { "Deal - Organization", SC_IMPORT_COMPANY },
                   { "Deal - Contact person", SC_IMPORT_PERSON }, { "Deal - Owner", SC_IMPORT_OWNER },
                   { "Deal - Stage", SC_IMPORT_STAGE }, { "Deal - Status", SC_IMPORT_STATUS },
                   { "Deal - Label", SC_IMPORT_LABEL }, { "Deal - Probability", SC_IMPORT_NOTHING },
                   { "Deal - Expected close date", SC_IMPORT_EXPECTED_CLOSE },
                   { "Deal - Deal created", SC_IMPORT_STARTED }, { "Deal - Won time", SC_IMPORT_CLOSED },
                   { "Deal - Lost time", SC_IMPORT_CLOSED }, { "Deal - Pipedrive System ID", SC_IMPORT_EXTERNAL_ID } } },
  { "HubSpot", { { "Record ID", SC_IMPORT_EXTERNAL_ID }, { "Deal Name", SC_IMPORT_TITLE },
                 { "Deal Stage", SC_IMPORT_STAGE }, { "Pipeline", SC_IMPORT_NOTHING },
                 { "Close Date", SC_IMPORT_CLOSED }, { "Create Date", SC_IMPORT_STARTED },
                 { "Amount", SC_IMPORT_VALUE }, { "Deal owner", SC_IMPORT_OWNER },
                 { "Last Activity Date", SC_IMPORT_NOTHING } } },
  { "Salesforce", { { "Id", SC_IMPORT_EXTERNAL_ID }, { "AccountId", SC_IMPORT_NOTHING }, { "Name", SC_IMPORT_TITLE },
                    { "StageName", SC_IMPORT_STAGE }, { "Amount", SC_IMPORT_VALUE },
                    { "CloseDate", SC_IMPORT_CLOSED }, { "LeadSource", SC_IMPORT_SOURCE },
                    { "CreatedDate", SC_IMPORT_STARTED } } },
  { "Salesforce", { { "Opportunity Owner", SC_IMPORT_OWNER }, { "Account Name", SC_IMPORT_COMPANY },
                    { "Opportunity Name", SC_IMPORT_TITLE }, { "Stage", SC_IMPORT_STAGE },
                    { "Amount", SC_IMPORT_VALUE }, { "Close Date", SC_IMPORT_CLOSED },
                    { "Created Date", SC_IMPORT_STARTED } } },
  { "Odoo", { { "Opportunity", SC_IMPORT_TITLE }, { "Salesperson", SC_IMPORT_OWNER }, { "Stage", SC_IMPORT_STAGE },
              { "Expected Revenue", SC_IMPORT_VALUE }, { "Expected Closing", SC_IMPORT_EXPECTED_CLOSE },
              { "Closed Date", SC_IMPORT_CLOSED } } },
  { "EspoCRM", { { "Name", SC_IMPORT_TITLE }, { "Account", SC_IMPORT_COMPANY }, { "Stage", SC_IMPORT_STAGE },
                 { "Amount", SC_IMPORT_VALUE }, { "Lead Source", SC_IMPORT_SOURCE },
                 { "Close Date", SC_IMPORT_CLOSED } } },
  { "amoCRM", { { "ID", SC_IMPORT_EXTERNAL_ID }, { "Название сделки", SC_IMPORT_TITLE }, { "Бюджет", SC_IMPORT_VALUE },
                { "Ответственный", SC_IMPORT_OWNER }, { "Дата создания сделки", SC_IMPORT_STARTED },
                { "Дата закрытия", SC_IMPORT_CLOSED }, { "Теги", SC_IMPORT_LABEL }, { "Примечание", SC_IMPORT_NOTE },
                { "Примечание", SC_IMPORT_NOTE }, { "Этап сделки", SC_IMPORT_STAGE },
                { "Полное имя контакта", SC_IMPORT_PERSON }, { "Компания", SC_IMPORT_COMPANY } } },
  { "Bitrix24", { { "ID", SC_IMPORT_EXTERNAL_ID }, { "Deal Name", SC_IMPORT_TITLE }, { "Stage", SC_IMPORT_STAGE },
                  { "Probability, %", SC_IMPORT_NOTHING }, { "Income", SC_IMPORT_VALUE },
                  { "Currency", SC_IMPORT_CURRENCY }, { "Responsible", SC_IMPORT_OWNER },
                  { "Contact", SC_IMPORT_PERSON }, { "Company", SC_IMPORT_COMPANY },
                  { "Assumed close date", SC_IMPORT_EXPECTED_CLOSE }, { "Comment", SC_IMPORT_NOTE },
                  { "Source", SC_IMPORT_SOURCE } } },
  { "HubSpot", { { "hs_object_id", SC_IMPORT_EXTERNAL_ID }, { "dealname", SC_IMPORT_TITLE }, { "dealstage", SC_IMPORT_STAGE },
                 { "pipeline", SC_IMPORT_NOTHING }, { "amount", SC_IMPORT_VALUE }, { "closedate", SC_IMPORT_CLOSED },
                 { "createdate", SC_IMPORT_STARTED }, { "hubspot_owner_id", SC_IMPORT_NOTHING } } },
  { "Bitrix24", { { "ID", SC_IMPORT_EXTERNAL_ID }, { "TITLE", SC_IMPORT_TITLE }, { "STAGE_ID", SC_IMPORT_STAGE },
                  { "OPPORTUNITY", SC_IMPORT_VALUE }, { "CURRENCY_ID", SC_IMPORT_CURRENCY }, { "DATE_CREATE", SC_IMPORT_STARTED },
                  { "CLOSEDATE", SC_IMPORT_CLOSED }, { "COMPANY_ID", SC_IMPORT_NOTHING } } },
  { "SuiteCRM", { { "Opportunity Name", SC_IMPORT_TITLE }, { "Account Name", SC_IMPORT_COMPANY },
                  { "Sales Stage", SC_IMPORT_STAGE }, { "Opportunity Amount", SC_IMPORT_VALUE },
                  { "Expected Close Date", SC_IMPORT_EXPECTED_CLOSE }, { "Date Closed", SC_IMPORT_CLOSED },
                  { "Assigned To", SC_IMPORT_OWNER }, { "Date Created", SC_IMPORT_STARTED }, { "ID", SC_IMPORT_EXTERNAL_ID } } },
  { "vtiger", { { "Opportunity Name", SC_IMPORT_TITLE }, { "Organization Name", SC_IMPORT_COMPANY },
                { "Contact Name", SC_IMPORT_PERSON }, { "Sales Stage", SC_IMPORT_STAGE }, { "Amount", SC_IMPORT_VALUE },
                { "Created Time", SC_IMPORT_STARTED }, { "Opportunity No", SC_IMPORT_EXTERNAL_ID } } },
  { "Zoho", { { "Record Id", SC_IMPORT_EXTERNAL_ID }, { "Deal Name", SC_IMPORT_TITLE }, { "Account Name", SC_IMPORT_COMPANY },
              { "Stage", SC_IMPORT_STAGE }, { "Closing Date", SC_IMPORT_CLOSED }, { "Deal Owner", SC_IMPORT_OWNER } } },
  { "Twenty", { { "Id", SC_IMPORT_EXTERNAL_ID }, { "Name", SC_IMPORT_TITLE }, { "Amount / Amount", SC_IMPORT_VALUE },
                { "Amount / Currency", SC_IMPORT_CURRENCY }, { "Close date", SC_IMPORT_CLOSED }, { "Stage", SC_IMPORT_STAGE },
                { "Company", SC_IMPORT_COMPANY }, { "Point of Contact", SC_IMPORT_PERSON }, { "Creation date", SC_IMPORT_STARTED } } },
  { NULL, { { "Сделка", SC_IMPORT_TITLE }, { "Стадия", SC_IMPORT_STAGE }, { "Сумма", SC_IMPORT_VALUE }, { "Клиент", SC_IMPORT_COMPANY },
            { "Контакт", SC_IMPORT_PERSON }, { "Менеджер", SC_IMPORT_OWNER }, { "Создана", SC_IMPORT_STARTED },
            { "Плановая дата", SC_IMPORT_EXPECTED_CLOSE }, { "Причина отказа", SC_IMPORT_LOSS_REASON } } },
  { NULL, { { "Заказчик", SC_IMPORT_COMPANY }, { "Тема сделки", SC_IMPORT_TITLE }, { "Этап воронки", SC_IMPORT_STAGE },
            { "Сумма, руб.", SC_IMPORT_VALUE }, { "Сумма, тыс. руб.", SC_IMPORT_NOTHING }, { "Дата проигрыша", SC_IMPORT_CLOSED },
            { "Менеджер по продажам", SC_IMPORT_OWNER } } },
  { NULL, { { "Opportunity", SC_IMPORT_TITLE }, { "Amount (converted)", SC_IMPORT_NOTHING }, { "Amount in EUR", SC_IMPORT_VALUE },
            { "Amount (USD)", SC_IMPORT_NOTHING }, { "Est. Close Date", SC_IMPORT_EXPECTED_CLOSE } } },
  { NULL, { { "Opportunity", SC_IMPORT_TITLE }, { "Amount [USD]", SC_IMPORT_NOTHING }, { "Amount", SC_IMPORT_VALUE },
            { "Contact ALL", SC_IMPORT_NOTHING } } },
  { NULL, { { "opportunity_stage", SC_IMPORT_STAGE }, { "dealName", SC_IMPORT_TITLE }, { "IsWon", SC_IMPORT_IS_WON },
            { "is-closed", SC_IMPORT_IS_CLOSED }, { "empresa", SC_IMPORT_NOTHING } } },
  { NULL, { { "Deal Title", SC_IMPORT_TITLE }, { "Deal Description", SC_IMPORT_NOTE }, { "Описание сделки", SC_IMPORT_NOTE } } },
  { NULL, { { "opportunity_id", SC_IMPORT_EXTERNAL_ID }, { "sales_agent", SC_IMPORT_OWNER },
            { "product", SC_IMPORT_TITLE }, { "account", SC_IMPORT_COMPANY }, { "deal_stage", SC_IMPORT_STAGE },
            { "engage_date", SC_IMPORT_STARTED }, { "close_date", SC_IMPORT_CLOSED },
            { "close_value", SC_IMPORT_VALUE } } },
};

static void
test_headers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (header_cases); i++)
    {
      const char *headers[21] = { NULL };
      ScImportField fields[20];

      for (guint j = 0; j < 20; j++)
        headers[j] = header_cases[i].columns[j].header;
      g_assert_cmpstr (sc_import_recognize_program (headers), ==, header_cases[i].program);
      sc_import_fields_guess (headers, fields);
      for (guint j = 0; headers[j] != NULL; j++)
        {
          g_test_message ("%s", headers[j]);
          g_assert_cmpint (fields[j], ==, header_cases[i].columns[j].field);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/values/amounts", test_amounts);
  g_test_add_func ("/exchange/values/currencies", test_currencies_of_tables);
  g_test_add_func ("/exchange/values/decimal-marks", test_decimal_marks_are_told);
  g_test_add_func ("/exchange/values/amounts-of-all-currencies", test_amounts_of_all_currencies_come_back);
  g_test_add_func ("/exchange/values/dollars", test_dollars);
  g_test_add_func ("/exchange/values/headers", test_headers);

  return g_test_run ();
}
