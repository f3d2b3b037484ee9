/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the database and what each column may hold. A migration that
 * adds a column describes it here; a test compares the two. */

#include "store/tables/sc-column-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-answer.h"
#include "model/sc-calendar.h"
#include "model/sc-deal-column.h"
#include "model/sc-organisation.h"
#include "model/sc-version.h"
#include "model/sc-visit-end.h"
#include "store/sc-sort-key.h"
#include "store/tables/sc-column-words-private.h"
#include "store/tables/sc-json-shape-private.h"

#define MAX_NUMBER SC_MAX_KEY

/* What an import takes in one field, and what is made of several. */
#define MAX_TEXT (1024 * 1024)
#define MAX_LONG_TEXT (64 * 1024 * 1024)

/* From the year 1 to the year 9999, in microseconds. */
#define MIN_INSTANT (G_GINT64_CONSTANT (-62135683200) * G_USEC_PER_SEC)
#define MAX_INSTANT (G_GINT64_CONSTANT (253402387199) * G_USEC_PER_SEC)

static gboolean
is_not_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] != '\0';
}

static gboolean
is_date (const char *text)
{
  for (guint i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;

#define DIGIT(i) ((guint) (text[i] - '0'))
  return text[10] == '\0'
         && sc_date_new (DIGIT (0) * 1000 + DIGIT (1) * 100 + DIGIT (2) * 10 + DIGIT (3), DIGIT (5) * 10 + DIGIT (6),
                         DIGIT (8) * 10 + DIGIT (9)) != SC_DATE_NONE;
#undef DIGIT
}

/* A column of a million deals has few currencies, and asking for one is slow. */
static gboolean
is_currency (const char *text)
{
  static _Thread_local char last[4];

  if (last[0] != '\0' && strcmp (text, last) == 0)
    return TRUE;
  if (!sc_currency_is_valid (text))
    return FALSE;

  memcpy (last, text, sizeof last);

  return TRUE;
}

static gboolean
is_currency_or_none (const char *text)
{
  return *text == '\0' || is_currency (text);
}

static gboolean
is_colour (const char *text)
{
  return strlen (text) == 7 && text[0] == '#' && strspn (text + 1, "0123456789abcdefABCDEF") == 6;
}

static gboolean
is_scope (const char *text)
{
  return g_str_equal (text, "design") || g_str_equal (text, "deals");
}

static gboolean
is_action (const char *text)
{
  return g_str_equal (text, "do") || g_str_equal (text, "undo") || g_str_equal (text, "redo");
}

static gboolean
are_kinds (const char *text)
{
  ScKindSet kinds = 0;

  return sc_kind_set_from_string (text, &kinds) && kinds != 0;
}

/* The ids of an enumeration. */
#define IDS(function, Type, from_id) \
        static gboolean \
        function (const char *text) \
        { \
          Type value; \
          return from_id (text, &value); \
        }

IDS (is_version_status, ScVersionStatus, sc_version_status_from_id)
IDS (is_language, ScLanguage, sc_language_from_id)
IDS (is_function, ScFunction, sc_function_from_id)
IDS (is_unit, ScUnit, sc_unit_from_id)
IDS (is_refusal, ScRefusalKind, sc_refusal_kind_from_id)
IDS (is_deal_status, ScDealStatus, sc_deal_status_from_id)
IDS (is_visit_end, ScVisitEnd, sc_visit_end_from_id)
IDS (is_approval, ScApproval, sc_approval_from_id)
IDS (is_answer_type, ScAnswerType, sc_answer_type_from_id)
IDS (are_weekdays, ScWeekdays, sc_weekdays_from_string)

#define ASPECT(function, aspect) \
        static gboolean \
        function (const char *text) \
        { \
          guint value; \
          return sc_aspect_value_from_id (aspect, text, &value); \
        }

ASPECT (is_selling, SC_ASPECT_SELLING)
ASPECT (is_novelty, SC_ASPECT_NOVELTY)
ASPECT (is_demand, SC_ASPECT_DEMAND)
ASPECT (is_market, SC_ASPECT_MARKET)
ASPECT (is_offer, SC_ASPECT_OFFER)
ASPECT (is_payment_terms, SC_ASPECT_PAYMENT_TERMS)

static gboolean
is_date_or_none (const char *text)
{
  return *text == '\0' || is_date (text);
}

#define REQUIRED FALSE
#define NULLABLE TRUE

#define INTEGER(name, nullable, min, max) { name, SC_CELL_INTEGER, nullable, min, max, NULL, NULL, NULL }
#define KEY(name) INTEGER (name, REQUIRED, 1, MAX_NUMBER)
#define REFERENCE(name, nullable, parent) { name, SC_CELL_INTEGER, nullable, 1, MAX_NUMBER, parent, NULL, NULL }
#define INSTANT(name, nullable) INTEGER (name, nullable, MIN_INSTANT, MAX_INSTANT)
#define PROBABILITY(name) { name, SC_CELL_REAL, NULLABLE, 0, 1, NULL, NULL, NULL }
#define TEXT_OF(name, nullable, max, accepts, complaint) \
        { name, SC_CELL_TEXT, nullable, 0, max, NULL, accepts, complaint }
#define TEXT(name, nullable) TEXT_OF (name, nullable, MAX_TEXT, NULL, NULL)
#define LONG_TEXT(name) TEXT_OF (name, REQUIRED, MAX_LONG_TEXT, NULL, NULL)
#define NAME(name) TEXT_OF (name, REQUIRED, MAX_TEXT, is_not_blank, N_("This is empty."))
#define WORD(name, nullable, accepts) TEXT_OF (name, nullable, MAX_TEXT, accepts, N_("This is not known here."))
#define UUID(name, nullable) \
        TEXT_OF (name, nullable, MAX_TEXT, g_uuid_string_is_valid, N_("This has to be a UUID."))
#define PLACE(name) \
        TEXT_OF (name, REQUIRED, MAX_TEXT, sc_sort_key_is_valid, N_("This has to be a place between others."))
#define DATE_OF(name, nullable) \
        TEXT_OF (name, nullable, MAX_TEXT, is_date, N_("This has to be a day in the form YYYY-MM-DD."))
#define DATE(name) DATE_OF (name, NULLABLE)
#define CURRENCY(name, nullable, accepts) \
        TEXT_OF (name, nullable, MAX_TEXT, accepts, N_("This has to be the code of a currency."))
#define LIST(name, accepts) TEXT_OF (name, REQUIRED, MAX_LONG_TEXT, accepts, N_("This is not the list that it has to be."))
#define LOG(name, accepts) TEXT_OF (name, REQUIRED, G_MAXINT, accepts, N_("This is damaged, so that the change can’t be taken back."))
#define REVISION(name, nullable) INTEGER (name, nullable, 0, MAX_NUMBER)
#define MADE_BY(nullable) \
        REVISION ("revision", REQUIRED), \
        REFERENCE ("created_by", nullable, "change"), \
        REFERENCE ("deleted_by", NULLABLE, "change")

static const ScColumn setting[] = {
  NAME ("name"),
  TEXT ("value", REQUIRED),
};

static const ScColumn user[] = {
  KEY ("id"),
  TEXT_OF ("login", NULLABLE, MAX_TEXT, is_not_blank, N_("This is empty.")),
  NAME ("name"),
  NAME ("name_key"),
  MADE_BY (NULLABLE),
};

static const ScColumn change[] = {
  KEY ("id"),
  INSTANT ("made_at", REQUIRED),
  REFERENCE ("user_id", REQUIRED, "user"),
  NAME ("window"),
  WORD ("scope", REQUIRED, is_scope),
  REFERENCE ("process_id", NULLABLE, "process"),
  LONG_TEXT ("name"),
  WORD ("action", REQUIRED, is_action),
  LOG ("inverse", sc_json_is_inverse),
  LIST ("deals", sc_json_is_deals),
  REFERENCE ("undoes", NULLABLE, "change"),
  REFERENCE ("undone_by", NULLABLE, "change"),
  INTEGER ("is_by_itself", REQUIRED, 0, 1),
};

static const ScColumn process[] = {
  KEY ("id"),
  UUID ("uuid", REQUIRED),
  NAME ("name"),
  NAME ("name_key"),
  TEXT ("description", REQUIRED),
  PLACE ("position"),
  INTEGER ("is_archived", REQUIRED, 0, 1),
  MADE_BY (REQUIRED),
};

static const ScColumn version[] = {
  KEY ("id"),
  UUID ("uuid", REQUIRED),
  REFERENCE ("process_id", REQUIRED, "process"),
  INTEGER ("number", REQUIRED, 1, G_MAXINT),
  WORD ("status", REQUIRED, is_version_status),
  WORD ("language", REQUIRED, is_language),
  WORD ("selling", NULLABLE, is_selling),
  WORD ("novelty", NULLABLE, is_novelty),
  WORD ("demand", NULLABLE, is_demand),
  WORD ("market", NULLABLE, is_market),
  WORD ("offer", NULLABLE, is_offer),
  WORD ("payment_terms", NULLABLE, is_payment_terms),
  UUID ("mark", NULLABLE),
  INSTANT ("published_at", NULLABLE),
  REFERENCE ("published_by", NULLABLE, "change"),
  MADE_BY (REQUIRED),
};

static const ScColumn role[] = {
  KEY ("id"),
  REFERENCE ("version_id", REQUIRED, "version"),
  UUID ("uuid", REQUIRED),
  PLACE ("position"),
  TEXT ("name", REQUIRED),
  WORD ("function", REQUIRED, is_function),
  MADE_BY (REQUIRED),
};

static const ScColumn stage[] = {
  KEY ("id"),
  UUID ("uuid", REQUIRED),
  REFERENCE ("process_id", REQUIRED, "process"),
};

static const ScColumn version_stage[] = {
  KEY ("id"),
  REFERENCE ("version_id", REQUIRED, "version"),
  REFERENCE ("stage_id", REQUIRED, "stage"),
  PLACE ("position"),
  TEXT ("name", REQUIRED),
  WORD ("kinds", REQUIRED, are_kinds),
  TEXT ("goal", REQUIRED),
  TEXT ("entry", REQUIRED),
  LIST ("actions", sc_json_is_texts),
  LIST ("exit_criteria", sc_json_is_criteria),
  UUID ("responsible", NULLABLE),
  LIST ("participants", sc_json_is_ids),
  INTEGER ("duration", REQUIRED, 0, SC_DURATION_MAX),
  WORD ("duration_unit", REQUIRED, is_unit),
  PROBABILITY ("probability"),
  TEXT_OF ("colour", NULLABLE, MAX_TEXT, is_colour, N_("This has to be a colour in the form “#rrggbb”.")),
  LIST ("documents", sc_json_is_texts),
  LIST ("tactics", sc_json_is_tactics),
  WORD ("refusal", REQUIRED, is_refusal),
  UUID ("refusal_stage", NULLABLE),
  INTEGER ("refusal_after", REQUIRED, 0, SC_DURATION_MAX),
  WORD ("refusal_after_unit", REQUIRED, is_unit),
  MADE_BY (REQUIRED),
};

static const ScColumn loss_reason[] = {
  KEY ("id"),
  REFERENCE ("process_id", REQUIRED, "process"),
  INTEGER ("position", REQUIRED, 0, G_MAXINT),
  TEXT ("text", REQUIRED),
  MADE_BY (REQUIRED),
};

static const ScColumn own_word[] = {
  KEY ("id"),
  REFERENCE ("process_id", REQUIRED, "process"),
  WORD ("place", REQUIRED, sc_column_is_word_place),
  TEXT ("text", REQUIRED),
  LIST ("prints", sc_json_is_texts),
  LIST ("heirs", sc_json_is_ids),
  MADE_BY (REQUIRED),
};

static const ScColumn organisation[] = {
  KEY ("id"),
  TEXT ("name", REQUIRED),
  TEXT ("short_name", REQUIRED),
  TEXT ("city", REQUIRED),
  TEXT_OF ("logo", NULLABLE, MAX_LONG_TEXT, sc_column_is_logo, N_("This has to be a picture: PNG, JPEG or SVG.")),
  MADE_BY (REQUIRED),
};

static const ScColumn process_organisation[] = {
  KEY ("id"),
  REFERENCE ("process_id", REQUIRED, "process"),
  TEXT ("code", REQUIRED),
  TEXT ("owner_post", REQUIRED),
  WORD ("approved_by", REQUIRED, is_approval),
  TEXT ("approver", REQUIRED),
  TEXT ("approver_post", REQUIRED),
  DATE ("effective"),
  INTEGER ("target_cycle", NULLABLE, 1, SC_TARGET_MAX_DAYS),
  INTEGER ("target_discovery", NULLABLE, 0, SC_TARGET_MAX_PERCENT),
  INTEGER ("target_predictability", NULLABLE, 0, SC_TARGET_MAX_PERCENT),
  MADE_BY (REQUIRED),
};

static const ScColumn calendar[] = {
  KEY ("id"),
  WORD ("weekdays", REQUIRED, are_weekdays),
  INTEGER ("hours", REQUIRED, 1, SC_CALENDAR_MAX_HOURS),
  MADE_BY (REQUIRED),
};

static const ScColumn calendar_day[] = {
  KEY ("id"),
  DATE_OF ("day", REQUIRED),
  TEXT_OF ("name", NULLABLE, MAX_TEXT, is_not_blank, N_("This is empty.")),
  INTEGER ("is_worked", REQUIRED, 0, 1),
  INTEGER ("is_fixed", REQUIRED, 0, 1),
  MADE_BY (REQUIRED),
};

static const ScColumn plan[] = {
  KEY ("id"),
  REFERENCE ("process_id", REQUIRED, "process"),
  TEXT_OF ("month", REQUIRED, MAX_TEXT, sc_column_is_month, N_("This has to be a month in the form YYYY-MM.")),
  REFERENCE ("owner_id", NULLABLE, "user"),
  INTEGER ("amount_minor", REQUIRED, 0, SC_MONEY_MAX),
  CURRENCY ("currency", REQUIRED, sc_currency_is_valid),
  MADE_BY (REQUIRED),
};

static const ScColumn company[] = {
  KEY ("id"),
  NAME ("name"),
  NAME ("name_key"),
  MADE_BY (NULLABLE),
};

static const ScColumn person[] = {
  KEY ("id"),
  REFERENCE ("company_id", NULLABLE, "company"),
  NAME ("name"),
  NAME ("name_key"),
  TEXT ("phone", NULLABLE),
  TEXT ("email", NULLABLE),
  MADE_BY (NULLABLE),
};

/* A deal's plain fields, by their kinds. */
#define DEAL_TEXT(name) TEXT (name, NULLABLE)
#define DEAL_NAME(name) NAME (name)
#define DEAL_NOTE(name) TEXT (name, REQUIRED)
#define DEAL_DATE(name) DATE (name)
#define DEAL_INSTANT(name) INSTANT (name, NULLABLE)
#define DEAL_SHARE(name) PROBABILITY (name)
#define DEAL_COLUMN(name, kind, ...) DEAL_ ## kind (#name),

/* What a change of a deal may change. */
#define DEAL_VALUES \
        REFERENCE ("stage_id", REQUIRED, "stage"), \
        WORD ("status", REQUIRED, is_deal_status), \
        PLACE ("position"), \
        REFERENCE ("company_id", NULLABLE, "company"), \
        REFERENCE ("person_id", NULLABLE, "person"), \
        REFERENCE ("owner_id", NULLABLE, "user"), \
        INTEGER ("value_minor", NULLABLE, 0, SC_MONEY_MAX), \
        CURRENCY ("currency", NULLABLE, is_currency), \
        LONG_TEXT ("search"), \
        SC_DEAL_PLAIN_COLUMNS (DEAL_COLUMN)

static const ScColumn deal[] = {
  KEY ("id"),
  REFERENCE ("process_id", REQUIRED, "process"),
  DEAL_VALUES
  MADE_BY (REQUIRED),
};

static const ScColumn deal_event[] = {
  KEY ("id"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  REFERENCE ("change_id", REQUIRED, "change"),
  INSTANT ("happened_at", REQUIRED),
  REFERENCE ("version_id", NULLABLE, "version"),
  WORD ("field", REQUIRED, sc_column_is_event_field),
  TEXT ("old", NULLABLE),
  TEXT ("new", NULLABLE),
  TEXT ("note", NULLABLE),
  REFERENCE ("voided_by", NULLABLE, "change"),
  INTEGER ("is_inferred", REQUIRED, 0, 1),
  REFERENCE ("replaced_by", NULLABLE, "change"),
  UUID ("criterion", NULLABLE),
  TEXT ("criterion_text", NULLABLE),
  WORD ("answer_type", NULLABLE, is_answer_type),
};

static const ScColumn kept_deal[] = {
  REFERENCE ("change_id", REQUIRED, "change"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  DEAL_VALUES
  REVISION ("revision", REQUIRED),
  REVISION ("expects", NULLABLE),
};

static const ScColumn tick[] = {
  KEY ("id"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  UUID ("criterion", REQUIRED),
  INSTANT ("ticked_at", REQUIRED),
  REFERENCE ("user_id", REQUIRED, "user"),
  TEXT ("note", REQUIRED),
  MADE_BY (REQUIRED),
};

/* That a value is one of its type the check of the database and whoever reads it look
 * at: a column by itself does not tell. */
static const ScColumn answer[] = {
  KEY ("id"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  UUID ("criterion", REQUIRED),
  WORD ("state", REQUIRED, sc_column_is_answer_state),
  WORD ("type", REQUIRED, is_answer_type),
  TEXT ("value", NULLABLE),
  TEXT ("note", REQUIRED),
  LONG_TEXT ("search"),
  REFERENCE ("from_deal_id", NULLABLE, "deal"),
  INSTANT ("answered_at", REQUIRED),
  REFERENCE ("user_id", REQUIRED, "user"),
  MADE_BY (REQUIRED),
};

static const ScColumn tactic_use[] = {
  KEY ("id"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  UUID ("tactic", REQUIRED),
  INSTANT ("used_at", REQUIRED),
  REFERENCE ("user_id", REQUIRED, "user"),
  MADE_BY (REQUIRED),
};

static const ScColumn action_tick[] = {
  KEY ("id"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  UUID ("stage", REQUIRED),
  NAME ("action"),
  INSTANT ("ticked_at", REQUIRED),
  REFERENCE ("user_id", REQUIRED, "user"),
  MADE_BY (REQUIRED),
};

static const ScColumn payment[] = {
  KEY ("id"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  INTEGER ("amount_minor", REQUIRED, 1, SC_MONEY_MAX),
  CURRENCY ("currency", REQUIRED, is_currency),
  DATE ("due"),
  DATE ("paid_on"),
  TEXT ("note", REQUIRED),
  MADE_BY (REQUIRED),
};

static const ScColumn activity[] = {
  KEY ("id"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  NAME ("title"),
  DATE ("due"),
  TEXT_OF ("due_time", NULLABLE, MAX_TEXT, sc_column_is_day_time, N_("This has to be a time in the form HH:MM.")),
  INSTANT ("done_at", NULLABLE),
  TEXT ("result", NULLABLE),
  REFERENCE ("user_id", NULLABLE, "user"),
  MADE_BY (REQUIRED),
};

static const ScColumn contact[] = {
  KEY ("id"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  REFERENCE ("person_id", REQUIRED, "person"),
  WORD ("part", NULLABLE, sc_column_is_contact_part),
  INTEGER ("place", REQUIRED, 0, MAX_NUMBER),
  MADE_BY (REQUIRED),
};

static const ScColumn stage_total[] = {
  REFERENCE ("stage_id", REQUIRED, "stage"),
  WORD ("status", REQUIRED, is_deal_status),
  INTEGER ("owner_id", REQUIRED, 0, MAX_NUMBER),
  CURRENCY ("currency", REQUIRED, is_currency_or_none),
  TEXT_OF ("parked_until", REQUIRED, MAX_TEXT, is_date_or_none, N_("This has to be a day in the form YYYY-MM-DD.")),
  INTEGER ("n_deals", REQUIRED, 0, MAX_NUMBER),
  INTEGER ("sum_minor", REQUIRED, 0, G_MAXINT64),
};

static const ScColumn stage_visit[] = {
  REFERENCE ("process_id", REQUIRED, "process"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  INTEGER ("number", REQUIRED, 1, MAX_NUMBER),
  REFERENCE ("stage_id", REQUIRED, "stage"),
  REFERENCE ("version_id", NULLABLE, "version"),
  INSTANT ("entered_at", REQUIRED),
  INSTANT ("left_at", NULLABLE),
  WORD ("how_left", NULLABLE, is_visit_end),
  INTEGER ("is_known", REQUIRED, 0, 1),
};

static const ScColumn parked_span[] = {
  REFERENCE ("process_id", REQUIRED, "process"),
  REFERENCE ("deal_id", REQUIRED, "deal"),
  INTEGER ("number", REQUIRED, 1, MAX_NUMBER),
  INSTANT ("since", REQUIRED),
  TEXT_OF ("until", REQUIRED, MAX_TEXT, is_date, N_("This has to be a day in the form YYYY-MM-DD.")),
  INSTANT ("ended_at", NULLABLE),
};

#define TABLE(table, n_keys) { #table, table, G_N_ELEMENTS (table), n_keys }

static const ScTable tables[] = {
  TABLE (setting, 1), TABLE (user, 1), TABLE (change, 1), TABLE (process, 1), TABLE (version, 1), TABLE (role, 1),
  TABLE (stage, 1), TABLE (version_stage, 1), TABLE (loss_reason, 1), TABLE (own_word, 1),
  TABLE (organisation, 1), TABLE (process_organisation, 1), TABLE (calendar, 1), TABLE (calendar_day, 1),
  TABLE (plan, 1), TABLE (company, 1), TABLE (person, 1),
  TABLE (deal, 1), TABLE (deal_event, 1), TABLE (kept_deal, 2), TABLE (tick, 1), TABLE (answer, 1),
  TABLE (tactic_use, 1), TABLE (action_tick, 1), TABLE (payment, 1), TABLE (activity, 1),
  TABLE (contact, 1), TABLE (stage_total, 5),
  TABLE (stage_visit, 3), TABLE (parked_span, 3),
};

/**
 * sc_table_get_all:
 * @n_tables: (out): how many there are
 *
 * Returns: (array length=n_tables): the tables of the database
 */
const ScTable *
sc_table_get_all (guint *n_tables)
{
  *n_tables = G_N_ELEMENTS (tables);

  return tables;
}

/**
 * sc_table_find:
 * @name: a name
 *
 * Returns: (nullable): the table of that name
 */
const ScTable *
sc_table_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_str_equal (tables[i].name, name))
      return &tables[i];

  return NULL;
}
