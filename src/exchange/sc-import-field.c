/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Knows what the columns of a table of deals are called, by us and by other programs. */

#include "exchange/sc-import-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/sc-entry-header.h"
#include "exchange/sc-header-currency.h"

/* Fields that are not plain. */
static const struct {
  const char *id;
  const char *title;
} others[SC_N_IMPORT_FIELDS] = {
  [SC_IMPORT_COMPANY] = { "company", N_("Company") },
  [SC_IMPORT_PERSON] = { "person", N_("Person") },
  [SC_IMPORT_PHONE] = { "phone", N_("Phone") },
  [SC_IMPORT_EMAIL] = { "email", N_("Email") },
  [SC_IMPORT_OWNER] = { "owner", N_("Owner") },
  [SC_IMPORT_STAGE] = { "stage", N_("Stage") },
  [SC_IMPORT_STATUS] = { "status", N_("Status") },
  [SC_IMPORT_VALUE] = { "value", N_("Value") },
  [SC_IMPORT_CURRENCY] = { "currency", N_("Currency") },
  [SC_IMPORT_NEXT_STEP] = { "next_step", N_("Next step") },
  [SC_IMPORT_NEXT_STEP_DUE] = { "next_step_due", N_("Day of the next step") },
  [SC_IMPORT_NEXT_STEP_TIME] = { "next_step_time", N_("Time of the next step") },
  [SC_IMPORT_CONTACTS] = { "contacts", N_("Contacts") },
  [SC_IMPORT_IS_CLOSED] = { "is_closed", N_("Closed, yes or no") },
  [SC_IMPORT_IS_WON] = { "is_won", N_("Won, yes or no") },
  [SC_IMPORT_ENTERED] = { "entered", N_("Came into the stage") },
};

/* What programs call a field besides what it is called here, the surest first; letters
 * and digits alone count. English and Russian, of Pipedrive, HubSpot, Salesforce, Odoo, EspoCRM, amoCRM,
 * Bitrix24, SuiteCRM, vtiger, Zoho and Twenty. */
static const char *const headers_table[SC_N_IMPORT_FIELDS][40] = {
  [SC_IMPORT_EXTERNAL_ID] = {
    "pipedrive system id", "record id", "opportunity id", "deal id", "opportunity no", "hs object id", "id",
    "id сделки", "ид", "номер сделки",
  },
  [SC_IMPORT_TITLE] = {
    "deal title", "deal name", "opportunity name", "opportunity", "название сделки", "name", "deal",
    "opportunity title", "potential name", "название", "наименование", "имя сделки", "тема сделки", "тема", "topic", "сделка",
    "project name", "название проекта", "product", "product name", "продукт",
  },
  [SC_IMPORT_COMPANY] = {
    "company name", "organization", "organisation", "organization name", "account name", "account",
    "associated company", "компания", "название компании", "организация", "customer", "customer name", "client", "client name",
    "potential customer", "org name", "клиент", "заказчик", "покупатель", "контрагент",
  },
  [SC_IMPORT_PERSON] = {
    "contact person", "contact name", "primary contact", "contact", "associated contact", "point of contact",
    "contact full name", "person name", "полное имя контакта", "основной контакт", "контактное лицо", "фио контакта",
    "имя контакта", "контакт", "фио",
  },
  [SC_IMPORT_PHONE] = {
    "phone number", "contact phone", "contact phone number", "person phone", "person phone work", "work phone",
    "contact work phone", "business phone", "office phone", "primary phone", "mobile phone", "mobile", "person phone mobile",
    "mobile number", "cell phone", "telephone", "phone home", "телефон", "телефон контакта", "сотовый телефон", "сотовый", "рабочий телефон", "контакт рабочий телефон", "рабочий прямой телефон",
    "мобильный телефон", "мобильный", "номер телефона",
  },
  [SC_IMPORT_EMAIL] = {
    "e-mail", "mail", "email address", "contact email", "contact email address", "person email", "person email work",
    "work email", "contact work e-mail", "primary email", "email from", "email home", "почта", "эл. почта", "электронная почта",
    "e-mail контакта", "рабочий email", "контакт рабочий e-mail", "личный email", "адрес электронной почты",
  },
  [SC_IMPORT_OWNER] = {
    "deal owner", "opportunity owner", "owner name", "responsible", "salesperson", "sales agent", "sales rep",
    "sales representative", "account manager", "assigned user", "assigned to", "agent", "ответственный", "ответственный менеджер",
    "ответственный за сделку", "менеджер по продажам", "менеджер",
  },
  [SC_IMPORT_SOURCE] = {
    "lead source", "deal source", "source id", "источник", "источник сделки", "источник лида", "источник заявки",
  },
  [SC_IMPORT_LABEL] = {
    "labels", "priority", "tags", "tag", "метка", "метки", "теги", "тег", "приоритет",
  },
  [SC_IMPORT_STAGE] = {
    "deal stage", "stage name", "pipeline stage", "sales stage", "opportunity stage", "stage id",
    "sales phase", "phase", "этап сделки", "стадия сделки", "этап воронки", "этап продажи", "этап", "стадия",
  },
  [SC_IMPORT_STATUS] = {
    "deal status", "opportunity status", "статус", "статус сделки",
  },
  [SC_IMPORT_VALUE] = {
    "deal value", "amount", "amount amount", "close value", "deal amount", "income", "opportunity amount",
    "expected revenue", "estimated revenue", "est revenue", "deal size", "бюджет", "сумма", "сумма сделки", "сумма продажи",
    "стоимость", "стоимость сделки",
  },
  [SC_IMPORT_CURRENCY] = {
    "currency of value", "currency code", "amount currency", "opportunity currency", "currency iso code",
    "currency id", "deal currency", "валюта", "валюта сделки",
  },
  [SC_IMPORT_STARTED] = {
    "start date", "create date", "created date", "creation date", "date created", "date create",
    "created time", "begin date", "created", "deal created", "created on", "created at", "engage date",
    "add time", "date added", "added on", "дата создания сделки", "дата создания", "дата начала", "дата добавления", "создана",
    "создано",
  },
  [SC_IMPORT_CLOSED] = {
    "closed on", "close date", "closed date", "date closed", "actual close date", "closing date", "won time", "lost time",
    "won date", "lost date", "дата закрытия", "дата завершения", "дата выигрыша", "дата проигрыша", "закрыта",
  },
  [SC_IMPORT_EXPECTED_CLOSE] = {
    "expected close date", "expected closing", "assumed close date", "expected closing date", "estimated close date",
    "est close date", "forecast close date", "projected close date", "плановая дата", "прогнозная дата закрытия",
    "плановая дата закрытия", "предполагаемая дата закрытия", "ожидаемая дата закрытия",
  },
  [SC_IMPORT_LOSS_REASON] = {
    "lost reason", "reason lost", "closed lost reason", "reason for loss", "причина отказа",
    "причина проигрыша", "причина потери",
  },
  [SC_IMPORT_NOTE] = {
    "notes", "comment", "comments", "description", "deal description", "opportunity description", "примечание", "примечание 1", "примечание 2",
    "примечание 3", "примечание 4", "примечание 5", "комментарий", "комментарии", "описание", "описание сделки", "заметка", "заметки",
  },
  [SC_IMPORT_NEXT_STEP] = { "следующий шаг" },
  [SC_IMPORT_NEXT_STEP_DUE] = { "next step date", "next step due date", "дата следующего шага", "день следующего шага" },
  [SC_IMPORT_NEXT_STEP_TIME] = { "время следующего шага" },
  [SC_IMPORT_ENTERED] = { "stage entered", "last stage change date", "stage change date", "stage changed" },
};

/* What only one program's tables have. */
static const struct {
  const char *name;
  const char *headers[3];
} programs[] = {
  { "Pipedrive", { "pipedrive system id" } },
  { "Pipedrive", { "currency of value", "expected close date" } },
  { "HubSpot", { "record id", "deal name", "deal stage" } },
  { "Salesforce", { "stagename", "closedate" } },
  { "Salesforce", { "opportunity owner", "opportunity name" } },
  { "amoCRM", { "название сделки", "этап сделки" } },
  { "Bitrix24", { "deal name", "responsible", "stage" } },
  { "Bitrix24", { "stage id", "opportunity", "currency id" } },
  { "HubSpot", { "hs object id", "deal name" } },
  { "vtiger", { "opportunity no", "sales stage" } },
  { "SuiteCRM", { "opportunity name", "sales stage" } },
  { "Twenty", { "amount amount", "point of contact" } },
  { "Zoho", { "deal name", "closing date" } },
  { "Odoo", { "opportunity", "salesperson", "stage" } },
  { "EspoCRM", { "name", "account", "close date" } },
};

/**
 * sc_import_field_get_column:
 * @field: a field
 *
 * Returns: (nullable): the deal's plain field that it is, if it is one
 */
const ScDealColumn *
sc_import_field_get_column (ScImportField field)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  if (field <= SC_IMPORT_TITLE)
    return &plain[field];
  if (field > SC_IMPORT_CURRENCY && field < SC_IMPORT_NEXT_STEP)
    return &plain[field - SC_IMPORT_BEHIND (0)];
  if (field == SC_IMPORT_WON_ON)
    return &plain[SC_DEAL_PLAIN_won_on];
  if (field == SC_IMPORT_PARKED_UNTIL)
    return &plain[SC_DEAL_PLAIN_parked_until];

  return NULL;
}

/**
 * sc_import_field_get_id:
 * @field: a field
 *
 * Returns: its name on the command line, such as `external_id`
 */
const char *
sc_import_field_get_id (ScImportField field)
{
  const ScDealColumn *column = sc_import_field_get_column (field);

  g_return_val_if_fail (field < SC_N_IMPORT_FIELDS, NULL);

  return column != NULL ? column->member : others[field].id;
}

/**
 * sc_import_field_from_id:
 * @id: a name as sc_import_field_get_id() gives it
 * @field: (out): the field
 *
 * Returns: whether there is such a field
 */
gboolean
sc_import_field_from_id (const char    *id,
                         ScImportField *field)
{
  for (guint i = 0; i < SC_N_IMPORT_FIELDS; i++)
    if (g_str_equal (id, sc_import_field_get_id (i)))
      {
        *field = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_import_field_get_title:
 * @field: a field
 *
 * Returns: its name in the user's language
 */
const char *
sc_import_field_get_title (ScImportField field)
{
  const ScDealColumn *column = sc_import_field_get_column (field);

  g_return_val_if_fail (field <= SC_IMPORT_NOTHING, NULL);

  if (field == SC_IMPORT_NOTHING)
    return _("Skip");

  return _(column != NULL ? column->title : others[field].title);
}

/**
 * sc_import_field_names_deal:
 * @field: a field
 *
 * Returns: whether a deal can be called by it; an id is no name
 */
gboolean
sc_import_field_names_deal (ScImportField field)
{
  return field == SC_IMPORT_TITLE || field == SC_IMPORT_COMPANY || field == SC_IMPORT_PERSON;
}

/**
 * sc_import_field_is_date:
 * @field: a field
 *
 * Returns: whether it holds dates
 */
gboolean
sc_import_field_is_date (ScImportField field)
{
  const ScDealColumn *column = sc_import_field_get_column (field);

  return field == SC_IMPORT_ENTERED || field == SC_IMPORT_NEXT_STEP_DUE
         || (column != NULL && column->kind == SC_DEAL_COLUMN_DATE);
}

/* “Deal - Close_Date ”, “closeDate” and “close date” are one. */
static char *
fold (const char *header)
{
  g_autofree char *folded = g_utf8_casefold (header, -1);
  const char *rest = g_str_has_prefix (folded, "deal - ") ? folded + strlen ("deal - ") : folded;
  g_autoptr (GString) letters = g_string_new (NULL);

  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));

  return g_string_free_and_steal (g_steal_pointer (&letters));
}

static gboolean
is_header (const char *folded,
           const char *header)
{
  g_autofree char *other = fold (header);

  return g_str_equal (folded, other);
}

/**
 * sc_import_field_is_loss:
 * @header: the header of a column of dates
 *
 * Returns: whether it has the days on which deals were lost, and no others
 */
gboolean
sc_import_field_is_loss (const char *header)
{
  g_autofree char *folded = fold (header);

  return is_header (folded, "lost time") || is_header (folded, "lost date") || is_header (folded, "дата проигрыша");
}

static GStrv
fold_all (const char *const *headers)
{
  GStrv folded = g_new0 (char *, g_strv_length ((GStrv) headers) + 1);

  for (guint i = 0; headers[i] != NULL; i++)
    folded[i] = fold (headers[i]);

  return folded;
}

/* Several columns can be parts of one note, or hold the day on which deals
 * were won and the day on which they were lost. */
static gboolean
may_repeat (ScImportField field)
{
  return field == SC_IMPORT_NOTE || field == SC_IMPORT_CLOSED;
}

/* Whether the field is found, and there is no other column of it. */
static gboolean
find_header (ScImportField      field,
             const char        *header,
             const char *const *folded,
             ScImportField     *fields)
{
  for (guint column = 0; folded[column] != NULL; column++)
    if (fields[column] == SC_IMPORT_NOTHING && is_header (folded[column], header))
      {
        fields[column] = field;
        if (!may_repeat (field))
          return TRUE;
      }

  return FALSE;
}

static void
guess_field (ScImportField      field,
             const char *const *folded,
             ScImportField     *fields)
{
  gboolean is_over = find_header (field, sc_import_field_get_id (field), folded, fields);

  for (guint i = 0; !is_over && headers_table[field][i] != NULL; i++)
    is_over = find_header (field, headers_table[field][i], folded, fields);
}

static gboolean
has_header (GStrv       folded,
            const char *header)
{
  for (guint i = 0; folded[i] != NULL; i++)
    if (is_header (folded[i], header))
      return TRUE;

  return FALSE;
}

/* Bitrix24 calls the amount “OPPORTUNITY”, as others do the title. */
static void
tell_amount_from_title (GStrv          folded,
                        ScImportField *fields)
{
  if (!has_header (folded, "stage id") || !has_header (folded, "title"))
    return;

  for (guint i = 0; folded[i] != NULL; i++)
    if (is_header (folded[i], "opportunity"))
      fields[i] = SC_IMPORT_VALUE;
}

/* Where no column is an amount by its header alone, one may be that says its currency. */
static void
find_amount_in_currency (const char *const *headers,
                         ScImportField     *fields)
{
  guint n_headers = g_strv_length ((GStrv) headers);
  g_auto (GStrv) rests = g_new0 (char *, n_headers + 1);

  for (guint i = 0; i < n_headers; i++)
    {
      char currency[4];
      g_autofree char *rest = sc_header_cut_currency (headers[i], NULL, currency);

      if (fields[i] == SC_IMPORT_VALUE)
        return;
      rests[i] = fold (rest != NULL ? rest : "");
    }
  guess_field (SC_IMPORT_VALUE, (const char *const *) rests, fields);
}

/* One column for each stage, as HubSpot has them. */
static void
find_entries (const char *const *headers,
              ScImportField     *fields)
{
  for (guint i = 0; headers[i] != NULL; i++)
    {
      g_autofree char *stage = fields[i] == SC_IMPORT_NOTHING ? sc_entry_header_read_stage (headers[i]) : NULL;

      if (stage != NULL)
        fields[i] = SC_IMPORT_ENTERED;
    }
}

/**
 * sc_import_fields_guess:
 * @headers: a table's first row
 * @fields: (out): what each column seems to be; room for as many
 *
 * Tells fields from headers, English and Russian, as well-known programs
 * write them.
 */
void
sc_import_fields_guess (const char *const *headers,
                        ScImportField     *fields)
{
  g_auto (GStrv) folded = fold_all (headers);

  for (guint i = 0; headers[i] != NULL; i++)
    fields[i] = SC_IMPORT_NOTHING;
  for (guint i = 0; i < SC_N_IMPORT_FIELDS; i++)
    guess_field (i, (const char *const *) folded, fields);
  tell_amount_from_title (folded, fields);
  find_amount_in_currency (headers, fields);
  find_entries (headers, fields);
}

/* What a history of stages has, the surest first; Salesforce calls the instant
 * “CreatedDate”. */
static const struct {
  ScImportField field;
  const char *headers[16];
} history[] = {
  { SC_IMPORT_EXTERNAL_ID,
    { "opportunity id", "deal id", "external id", "record id", "associated deal id", "deal", "opportunity", "id сделки",
      "сделка" } },
  { SC_IMPORT_STAGE,
    { "stage name", "to stage", "new stage", "deal stage", "stage", "sales stage", "stage id", "новый этап", "этап сделки", "этап",
      "стадия" } },
  { SC_IMPORT_ENTERED,
    { "entered", "entered at", "date entered", "entered on", "moved at", "changed at", "stage change date", "created date", "changed on",
      "last modified", "timestamp", "date", "дата изменения", "дата перехода", "дата" } },
};

/**
 * sc_import_field_is_of_history:
 * @field: a field
 *
 * Returns: whether a history of stages has it
 */
gboolean
sc_import_field_is_of_history (ScImportField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (history); i++)
    if (history[i].field == field)
      return TRUE;

  return FALSE;
}

static int
find_column (GStrv       folded,
             const char *header)
{
  for (guint i = 0; folded[i] != NULL; i++)
    if (is_header (folded[i], header))
      return (int) i;

  return -1;
}

/**
 * sc_import_fields_guess_history:
 * @headers: the first row of a history of stages, several rows a deal
 * @fields: (out): what each column seems to be; room for as many
 */
void
sc_import_fields_guess_history (const char *const *headers,
                                ScImportField     *fields)
{
  g_auto (GStrv) folded = fold_all (headers);

  for (guint i = 0; headers[i] != NULL; i++)
    fields[i] = SC_IMPORT_NOTHING;
  for (guint i = 0; i < G_N_ELEMENTS (history); i++)
    for (guint j = 0, is_found = FALSE; history[i].headers[j] != NULL && !is_found; j++)
      {
        int column = find_column (folded, history[i].headers[j]);

        is_found = column >= 0;
        if (is_found)
          fields[column] = history[i].field;
      }
}

/**
 * sc_import_recognize_program:
 * @headers: a table's first row
 *
 * Returns: (nullable): the name of the program that seems to have written the
 *   table, or %NULL
 */
const char *
sc_import_recognize_program (const char *const *headers)
{
  g_auto (GStrv) folded = fold_all (headers);

  for (guint i = 0; headers[0] != NULL && i < G_N_ELEMENTS (programs); i++)
    {
      gboolean has_all = TRUE;

      for (guint j = 0; j < G_N_ELEMENTS (programs[i].headers) && programs[i].headers[j] != NULL; j++)
        has_all = has_all && has_header (folded, programs[i].headers[j]);
      if (has_all)
        return programs[i].name;
    }

  return NULL;
}
