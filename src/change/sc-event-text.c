/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in words what a deal's history has of it, in the pane and on the
 * command line alike. */

#include "change/sc-event-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/sc-deal-column.h"
#include "model/sc-percent.h"

/* What a value of a field is, for people. */
typedef enum {
  VALUE_TEXT,
  VALUE_STATUS,
  VALUE_MONEY,
  VALUE_SHARE,
  VALUE_DATE,
  VALUE_PARKED,
  VALUE_REFUSAL,
  VALUE_NOTE,
  VALUE_ANSWER,
  VALUE_NOTHING,
} ValueKind;

/* What is no plain field of a deal. */
static const struct {
  const char *field;
  const char *title;
  ValueKind kind;
} others[] = {
  { "stage", NC_("history", "Stage"), VALUE_TEXT },
  { "status", NC_("history", "Status"), VALUE_STATUS },
  { "value", NC_("history", "Value"), VALUE_MONEY },
  { "company", NC_("history", "Company"), VALUE_TEXT },
  { "person", NC_("history", "Person"), VALUE_TEXT },
  { "contact", NC_("history", "Contact"), VALUE_TEXT },
  { "phone", NC_("history", "Phone"), VALUE_TEXT },
  { "email", NC_("history", "Email"), VALUE_TEXT },
  { "owner", NC_("history", "Responsible"), VALUE_TEXT },
  { "taken-on", NC_("history", "Taken on"), VALUE_TEXT },
  { "parked", NC_("history", "Parked until"), VALUE_PARKED },
  { "refused", NC_("history", "The client refused"), VALUE_REFUSAL },
  { "activity", NC_("history", "Next step"), VALUE_TEXT },
  { "done", NC_("history", "Step done"), VALUE_TEXT },
  { "result", NC_("history", "What came of it"), VALUE_TEXT },
  { "criterion", NC_("history", "Exit criterion"), VALUE_NOTE },
  { "overridden", NC_("history", "Skipped criterion"), VALUE_NOTE },
  { "answer", NC_("history", "Answer"), VALUE_ANSWER },
  { "payment", NC_("history", "Payment expected"), VALUE_MONEY },
  { "received", NC_("history", "Payment received"), VALUE_MONEY },
};

static char *
money_to_text (const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, " ", 2);

  if (g_strv_length (parts) != 2)
    return g_strdup (value);

  return sc_money_to_text (sc_money_new (g_ascii_strtoll (parts[0], NULL, 10), parts[1]));
}

static char *
to_text (ValueKind   kind,
         const char *value)
{
  ScDealStatus status;

  if (value == NULL)
    return NULL;

  switch (kind)
    {
    case VALUE_STATUS:
      return g_strdup (sc_deal_status_from_id (value, &status) ? sc_deal_status_get_title (status) : value);

    case VALUE_MONEY:
      return money_to_text (value);

    case VALUE_SHARE:
      return sc_percent_to_text (g_ascii_strtod (value, NULL));

    case VALUE_DATE:
    case VALUE_PARKED:
      return sc_date_to_text (sc_date_parse (value));

    case VALUE_TEXT:
    case VALUE_REFUSAL:
    case VALUE_NOTE:
    case VALUE_ANSWER:
    case VALUE_NOTHING:
    default:
      return g_strdup (value);
    }
}

static char *
describe_ticked (const ScDealEvent *event,
                 const char        *title)
{
  const char *text = event->criterion != NULL ? event->criterion : event->note != NULL ? event->note : "";

  if (event->new_value == NULL)
    /* Translators: an exit criterion that was ticked and is not any more */
    return g_strdup_printf (_("Not ticked any more: %s"), text);

  /* Translators: what happened, and to what: “Exit criterion: signed” */
  return g_strdup_printf (C_("history", "%1$s: %2$s"), title, text);
}

static const char *
get_refusal_text (const char *outcome)
{
  static const struct {
    const char *outcome;
    const char *text;
  } texts[] = {
    { "lost", N_("The client refused: the deal is lost") },
    { "ended-early", N_("The client refused: the deal ended early") },
    { "back", N_("The client refused: the deal went back") },
    { "park", N_("The client refused: the deal is parked") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (texts[i].outcome, outcome) == 0)
      return _(texts[i].text);

  return C_("history", "The client refused");
}

/* An answer of a type that the question had once is shown as it is kept. */
static char *
answer_to_text (const ScDealEvent *event,
                const char        *value)
{
  g_autoptr (ScAnswer) answer = NULL;

  if (value == NULL)
    return NULL;
  if (g_str_equal (value, sc_answer_state_get_id (SC_ANSWER_STATE_NOT_TOLD)))
    /* Translators: in place of an answer, where the client did not give one */
    return g_strdup (C_("history", "not told"));
  if (!sc_answer_is_value (event->answer_type, value))
    return g_strdup (value);

  answer = sc_answer_new (event->answer_type, value);

  return sc_answer_to_text (answer);
}

static char *
describe_values (const ScDealEvent *event,
                 const char        *title,
                 ValueKind          kind)
{
  gboolean is_answer = kind == VALUE_ANSWER;
  g_autofree char *old_text = is_answer ? answer_to_text (event, event->old_value) : to_text (kind, event->old_value);
  g_autofree char *new_text = is_answer ? answer_to_text (event, event->new_value) : to_text (kind, event->new_value);

  if (old_text != NULL && new_text != NULL)
    /* Translators: a field, what it was and what it became: “Stage: Contract → Payment” */
    return g_strdup_printf (C_("history", "%1$s: %2$s → %3$s"), title, old_text, new_text);
  if (new_text != NULL)
    return g_strdup_printf (C_("history", "%1$s: %2$s"), title, new_text);
  if (old_text != NULL)
    /* Translators: a field and what was taken away from it: “Label: VIP removed” */
    return g_strdup_printf (C_("history", "%1$s: %2$s removed"), title, old_text);

  return g_strdup (title);
}

/* A question that ends in a mark of its own has no colon. */
static char *
describe_answer (const ScDealEvent *event)
{
  g_autofree char *text = describe_values (event, event->criterion, VALUE_ANSWER);
  gsize length = strlen (event->criterion);

  if (g_str_has_suffix (event->criterion, "?") && text[length] == ':')
    memmove (text + length, text + length + 1, strlen (text + length));

  return g_steal_pointer (&text);
}

static ValueKind
get_plain_kind (const ScDealColumn *column)
{
  if (column->history == SC_DEAL_COLUMN_MENTIONED)
    return VALUE_NOTHING;

  switch (column->kind)
    {
    case SC_DEAL_COLUMN_DATE:
      return VALUE_DATE;
    case SC_DEAL_COLUMN_SHARE:
      return VALUE_SHARE;
    case SC_DEAL_COLUMN_TEXT:
    case SC_DEAL_COLUMN_NAME:
    case SC_DEAL_COLUMN_NOTE:
    case SC_DEAL_COLUMN_INSTANT:
    default:
      return VALUE_TEXT;
    }
}

static char *
describe (const ScDealEvent *event,
          const char        *title,
          ValueKind          kind)
{
  const char *translated = g_dpgettext2 (NULL, "history", title);

  if (kind == VALUE_NOTE)
    return describe_ticked (event, translated);
  if (kind == VALUE_PARKED && event->new_value == NULL)
    return g_strdup (_("At work again"));
  if (kind == VALUE_REFUSAL)
    return g_strdup (get_refusal_text (event->new_value));
  if (kind == VALUE_NOTHING)
    return g_strdup (translated);
  if (kind == VALUE_ANSWER && event->criterion != NULL)
    return describe_answer (event);

  return describe_values (event, translated, kind);
}

/**
 * sc_deal_event_to_text:
 * @event: what happened to a deal
 *
 * Returns: (transfer full): the field that changed, what it was and what it
 *   became, in the user's language and locale
 */
char *
sc_deal_event_to_text (const ScDealEvent *event)
{
  const ScDealColumn *plain = event->field != NULL ? sc_deal_columns_find (event->field) : NULL;

  if (plain != NULL && plain->history_title != NULL)
    return describe (event, plain->history_title, get_plain_kind (plain));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (others[i].field, event->field) == 0)
      return describe (event, others[i].title, others[i].kind);

  return g_strdup (event->change);
}
