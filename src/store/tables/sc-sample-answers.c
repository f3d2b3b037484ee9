/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What made-up deals have told of what their stages ask, which of them are parked because
 * the client refused, and whose trials end. Chance is drawn apart from that of the deals,
 * which so stay the same. */

#include "store/tables/sc-sample-answers-private.h"

#include "model/sc-answer.h"
#include "store/sc-sample-names.h"
#include "store/sc-search-key.h"

/* Of the open deals this one is parked in any case. */
#define PARKED_DEAL 3

/* Who looks at more deals than these looks at their number, not at what they told. */
#define MAX_DEALS 5000

struct _ScSampleAnswers
{
  ScWrite *write;
  GRand *rand;
  ScLanguage language;
  ScDate today;
  guint n_deals;
  guint n_open;
};

/**
 * sc_sample_answers_new:
 * @write: where the sample is written
 * @language: its language
 * @seed: where chance comes from
 *
 * Returns: (transfer full): what makes answers up
 */
ScSampleAnswers *
sc_sample_answers_new (ScWrite   *write,
                       ScLanguage language,
                       guint32    seed)
{
  ScSampleAnswers *self = g_new0 (ScSampleAnswers, 1);

  self->write = write;
  self->rand = g_rand_new_with_seed (seed);
  self->language = language;
  self->today = sc_clock_today ();

  return self;
}

/**
 * sc_sample_answers_free:
 * @self: (transfer full): what makes answers up
 */
void
sc_sample_answers_free (ScSampleAnswers *self)
{
  g_rand_free (self->rand);
  g_free (self);
}

/**
 * sc_sample_answers_decide:
 * @self: what makes answers up
 * @life: a deal's life, changed in place
 *
 * Parks an open deal now and then: its client has refused.
 */
void
sc_sample_answers_decide (ScSampleAnswers *self,
                          ScSampleLife    *life)
{
  if (life->status != SC_DEAL_OPEN)
    return;

  if (++self->n_open == PARKED_DEAL || g_rand_double (self->rand) < 0.04)
    life->parked_until = self->today + (guint) g_rand_int_range (self->rand, 5, 80);
}

static ScDate
draw_trial_end (ScSampleAnswers    *self,
                const ScSampleLife *life,
                guint               step)
{
  if (step + 1 == life->n_steps)
    return (ScDate) ((gint64) self->today + g_rand_int_range (self->rand, -3, 12));

  return sc_date_from_instant (life->steps[step + 1].at);
}

/* @n_texts counts the texts of the stage: which of them one is says what it is about. */
static ScAnswer *
draw_answer (ScSampleAnswers    *self,
             const ScCriterion  *criterion,
             const ScSampleLife *life,
             guint               step,
             guint              *n_texts)
{
  guint number = g_rand_int (self->rand);
  g_autofree char *text = NULL;

  switch (criterion->type)
    {
    case SC_ANSWER_DATE:
      return sc_answer_new_date (criterion->purpose == SC_PURPOSE_TRIAL_END ? draw_trial_end (self, life, step)
                                                                            : life->expected_close);
    case SC_ANSWER_CHOICE:
      return sc_answer_new (SC_ANSWER_CHOICE, criterion->choices[number % g_strv_length (criterion->choices)]);
    case SC_ANSWER_NUMBER:
      text = g_strdup_printf ("%u", number % 90 + 10);
      return sc_answer_new (SC_ANSWER_NUMBER, text);
    case SC_ANSWER_MONEY:
      return sc_answer_new_money (sc_money_new (MAX (life->value_minor, 1), self->language == SC_LANGUAGE_RU ? "RUB" : "EUR"));
    case SC_ANSWER_YES_NO:
      return sc_answer_new_yes_no (number % 4 != 0);
    case SC_ANSWER_TICK:
      return sc_answer_new_yes_no (TRUE);
    case SC_ANSWER_TEXT:
    default:
      return sc_answer_new (SC_ANSWER_TEXT, sc_sample_get_answer (self->language, (*n_texts)++, number));
    }
}

static gboolean
insert_answer (ScSampleAnswers   *self,
               gint64             deal,
               gint64             owner,
               ScInstant          at,
               const ScCriterion *criterion,
               const ScAnswer    *answer,
               GError           **error)
{
  gboolean has_words = answer->type == SC_ANSWER_TEXT || answer->type == SC_ANSWER_CHOICE;
  g_autofree char *words = g_strconcat (has_words ? answer->value : "", "\n", NULL);
  g_autofree char *search = sc_search_make_key (words);
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self->write),
                           "INSERT INTO answer (deal_id, criterion, state, type, value, search, answered_at, user_id,"
                           " revision, created_by)"
                           " VALUES (:deal, :criterion, 'answered', :type, :value, :search, :at, :user, :change, :change)",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", deal);
  sc_statement_bind_text (statement, ":criterion", criterion->id);
  sc_statement_bind_text (statement, ":type", sc_answer_type_get_id (answer->type));
  sc_statement_bind_text (statement, ":value", answer->value);
  sc_statement_bind_text (statement, ":search", search);
  sc_statement_bind_int (statement, ":at", at);
  sc_statement_bind_int (statement, ":user", owner);
  sc_statement_bind_int (statement, ":change", sc_write_get_change (self->write));

  return sc_statement_execute (statement, error);
}

/* @criterion: (nullable): what an answer's event is about, with the answer as @now. */
static gboolean
insert_event (ScSampleAnswers   *self,
              gint64             deal,
              gint64             version_key,
              ScInstant          at,
              const char        *field,
              const char        *was,
              const char        *now,
              const char        *note,
              const ScCriterion *criterion,
              GError           **error)
{
  g_autoptr (ScStatement) statement =
    sc_connection_prepare (sc_write_get_connection (self->write),
                           "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new, note,"
                           " criterion, criterion_text, answer_type)"
                           " VALUES (:deal, :change, :at, :version, :field, :old, :new, :note, :criterion, :text, :type)",
                           error);

  if (statement == NULL)
    return FALSE;

  sc_statement_bind_int (statement, ":deal", deal);
  sc_statement_bind_int (statement, ":change", sc_write_get_change (self->write));
  sc_statement_bind_int (statement, ":at", at);
  sc_statement_bind_int (statement, ":version", version_key);
  sc_statement_bind_text (statement, ":field", field);
  sc_statement_bind_text (statement, ":old", was);
  sc_statement_bind_text (statement, ":new", now);
  sc_statement_bind_text (statement, ":note", note);
  sc_statement_bind_text (statement, ":criterion", criterion != NULL ? criterion->id : NULL);
  sc_statement_bind_text (statement, ":text", criterion != NULL ? criterion->text : NULL);
  sc_statement_bind_text (statement, ":type", criterion != NULL ? sc_answer_type_get_id (criterion->type) : NULL);

  return sc_statement_execute (statement, error);
}

/* Of a stage that is left more is answered than of the one where a deal stands. */
static gboolean
answer_stage (ScSampleAnswers    *self,
              gint64              deal,
              gint64              owner,
              gint64              version_key,
              const ScStage      *stage,
              const ScSampleLife *life,
              guint               step,
              GError            **error)
{
  double share = step + 1 < life->n_steps ? 0.85 : 0.45;
  /* A trial's question is about what has to come of it. */
  guint n_texts = sc_kind_set_has (stage->kinds, SC_KIND_NEEDS_DISCOVERY) ? 0 : SC_SAMPLE_RESULT;
  ScInstant at = life->steps[step].at;

  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];
      g_autoptr (ScAnswer) answer = draw_answer (self, criterion, life, step, &n_texts);
      gboolean is_told = g_rand_double (self->rand) < share || criterion->is_asked_at_entry;

      if (criterion->type != SC_ANSWER_TICK && is_told
          && (!insert_answer (self, deal, owner, at, criterion, answer, error)
              || !insert_event (self, deal, version_key, at, "answer", NULL, answer->value, NULL, criterion, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
tell_refusal (ScSampleAnswers    *self,
              gint64              deal,
              gint64              version_key,
              const ScStage      *stage,
              const ScSampleLife *life,
              GError            **error)
{
  const char *const *reasons = sc_sample_get_loss_reasons (self->language);
  g_autofree char *until = sc_date_to_string (life->parked_until);
  const char *reason = reasons[g_rand_int (self->rand) % 5];

  return insert_event (self, deal, version_key, life->now, "refused", stage->id, "park", reason, NULL, error)
         && insert_event (self, deal, version_key, life->now, "parked", NULL, until, NULL, NULL, error);
}

/**
 * sc_sample_answers_add:
 * @self: what makes answers up
 * @deal: a deal that stands on the board
 * @owner: whose it is
 * @version_key: the version of its process
 * @version: the same
 * @life: its life
 * @error: why it can't be written
 *
 * Returns: whether what the deal has told is written
 */
gboolean
sc_sample_answers_add (ScSampleAnswers    *self,
                       gint64              deal,
                       gint64              owner,
                       gint64              version_key,
                       const ScVersion    *version,
                       const ScSampleLife *life,
                       GError            **error)
{
  const ScStage *last = sc_version_get_stage (version, life->steps[life->n_steps - 1].position);

  if (life->parked_until != SC_DATE_NONE && !tell_refusal (self, deal, version_key, last, life, error))
    return FALSE;
  if (++self->n_deals > MAX_DEALS)
    return TRUE;

  for (guint i = 0; i < life->n_steps; i++)
    if (!answer_stage (self, deal, owner, version_key, sc_version_get_stage (version, life->steps[i].position), life, i, error))
      return FALSE;

  return TRUE;
}
