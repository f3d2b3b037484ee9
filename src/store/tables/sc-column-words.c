/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a word may stand in a column that takes certain words only, as the model knows
 * them. */

#include "store/tables/sc-column-words-private.h"

#include "model/sc-answer.h"
#include "model/sc-contact.h"
#include "model/sc-day-time.h"
#include "model/sc-deal-column.h"
#include "model/sc-logo.h"
#include "model/sc-month.h"
#include "model/sc-own-word.h"

/**
 * sc_column_is_event_field:
 * @text: a field of the history
 *
 * Returns: whether a deal's history tells of it
 */
gboolean
sc_column_is_event_field (const char *text)
{
  static const char *const others[] = {
    "stage", "status", "value", "company", "person", "phone", "email", "owner", "activity", "done", "result", "payment", "received", "criterion",
    "overridden", "answer", "parked", "refused", "contact", "taken-on", NULL,
  };
  const ScDealColumn *plain = sc_deal_columns_find (text);

  return plain != NULL ? plain->history != SC_DEAL_COLUMN_UNTOLD : g_strv_contains (others, text);
}

/**
 * sc_column_is_month:
 * @text: a text
 *
 * Returns: whether it is a month in the form YYYY-MM
 */
gboolean
sc_column_is_month (const char *text)
{
  return sc_month_parse (text) != SC_DATE_NONE;
}

/**
 * sc_column_is_day_time:
 * @text: a text
 *
 * Returns: whether it is a time in the form HH:MM
 */
gboolean
sc_column_is_day_time (const char *text)
{
  return sc_day_time_parse (text) != SC_DAY_TIME_NONE;
}

/**
 * sc_column_is_contact_part:
 * @text: a text
 *
 * Returns: whether it is what a contact can be for a deal
 */
gboolean
sc_column_is_contact_part (const char *text)
{
  return sc_contact_part_from_id (text) != SC_CONTACT_PART_NONE;
}

/**
 * sc_column_is_answer_state:
 * @text: a text
 *
 * Returns: whether it is the state of an answer that is kept
 */
gboolean
sc_column_is_answer_state (const char *text)
{
  ScAnswerState state;

  return sc_answer_state_from_id (text, &state) && state != SC_ANSWER_STATE_OPEN;
}

/**
 * sc_column_is_word_place:
 * @text: a text
 *
 * Returns: whether own words can stand at such a place of a document
 */
gboolean
sc_column_is_word_place (const char *text)
{
  g_autofree char *stage_id = NULL;

  return sc_place_parse (text, NULL, &stage_id, NULL) && (stage_id == NULL || g_uuid_string_is_valid (stage_id));
}

/**
 * sc_column_is_logo:
 * @text: a text
 *
 * Returns: whether it is a picture as the program keeps it
 */
gboolean
sc_column_is_logo (const char *text)
{
  g_autoptr (GBytes) logo = sc_logo_from_uri (text);

  return logo != NULL;
}
