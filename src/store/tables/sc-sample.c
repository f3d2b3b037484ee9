/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes up a realistic set of data of any size, the same for the same seed and day. It
 * is written by a handful of statements: a million deals with their histories are some
 * eight million rows. */

#include "store/sc-sample.h"

#include "store/sc-sample-life.h"
#include "store/sc-sample-names.h"
#include "store/sc-search-key.h"
#include "store/sc-sort-key.h"
#include "store/sc-write.h"
#include "store/tables/sc-deal-table-private.h"
#include "store/tables/sc-import-names-private.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-sample-answers-private.h"
#include "store/tables/sc-stage-table-private.h"
#include "store/tables/sc-user-table-private.h"
#include "store/tables/sc-version-table-private.h"
#include "store/tables/sc-write-struct-private.h"

/* From here on counting in the end is faster than counting on. */
#define MANY_DEALS 20000

/* One in so many deals has a company that no other deal has. */
#define DEALS_A_COMPANY 5

typedef struct {
  const ScVersion *version;
  gint64 key;
  gint64 version_key;
  gint64 *stage_keys;
  char **last_position;
} Process;

typedef struct {
  ScWrite *write;
  GRand *rand;
  ScDate today;
  ScLanguage language;
  gint64 change_id;
  gint64 user;
  GArray *owners;
  GArray *companies;
  GArray *people;
  GPtrArray *company_names;
  GPtrArray *person_names;
  ScStatement *deal;
  ScStatement *event;
  ScStatement *activity;
  ScStatement *payment;
  ScStatement *tick;
  ScSampleAnswers *answers;
} Sample;

static void
process_clear (gpointer data)
{
  Process *self = data;

  for (guint i = 0; i < self->version->stages->len; i++)
    g_free (self->last_position[i]);
  g_free (self->last_position);
  g_free (self->stage_keys);
}

static void
finish (Sample *self)
{
  g_clear_pointer (&self->deal, sc_statement_reset);
  g_clear_pointer (&self->event, sc_statement_reset);
  g_clear_pointer (&self->activity, sc_statement_reset);
  g_clear_pointer (&self->payment, sc_statement_reset);
  g_clear_pointer (&self->tick, sc_statement_reset);
  g_clear_pointer (&self->owners, g_array_unref);
  g_clear_pointer (&self->companies, g_array_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->company_names, g_ptr_array_unref);
  g_clear_pointer (&self->person_names, g_ptr_array_unref);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_pointer (&self->answers, sc_sample_answers_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, finish)

#define NAME_COLUMN(name, ...) ", " #name
#define NAME_PARAMETER(name, ...) ", :" #name

static gboolean
prepare (Sample  *self,
         GError **error)
{
  ScConnection *connection = sc_write_get_connection (self->write);

  self->deal = sc_connection_prepare (connection,
                                      "INSERT INTO deal (process_id, stage_id, status, position, company_id,"
                                      " person_id, owner_id, value_minor, currency, search, revision, created_by"
                                      SC_DEAL_PLAIN_COLUMNS (NAME_COLUMN) ")"
                                      " VALUES (:process, :stage, :status, :position, :company,"
                                      " :person, :owner, :value, :currency, :search, :change, :change"
                                      SC_DEAL_PLAIN_COLUMNS (NAME_PARAMETER) ")"
                                      " RETURNING id",
                                      error);
  if (self->deal == NULL)
    return FALSE;
  self->event = sc_connection_prepare (connection,
                                       "INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field,"
                                       " old, new)"
                                       " VALUES (:deal, :change, :at, :version, :field, :old, :new)",
                                       error);
  if (self->event == NULL)
    return FALSE;
  self->activity = sc_connection_prepare (connection,
                                          "INSERT INTO activity (deal_id, title, due, user_id, revision, created_by)"
                                          " VALUES (:deal, :title, :due, :user, :change, :change)",
                                          error);
  if (self->activity == NULL)
    return FALSE;
  self->payment = sc_connection_prepare (connection,
                                         "INSERT INTO payment (deal_id, amount_minor, currency, due, paid_on,"
                                         " revision, created_by)"
                                         " VALUES (:deal, :amount, :currency, :due, :paid_on, :change, :change)",
                                         error);
  if (self->payment == NULL)
    return FALSE;
  self->tick = sc_connection_prepare (connection,
                                      "INSERT INTO tick (deal_id, criterion, ticked_at, user_id, revision, created_by)"
                                      " VALUES (:deal, :criterion, :at, :user, :change, :change)",
                                      error);

  return self->tick != NULL;
}

static gboolean
add_process (Sample                *self,
             const ScSampleProcess *sample,
             Process               *process,
             GError               **error)
{
  ScConnection *connection = sc_write_get_connection (self->write);
  g_autofree char *name = sc_process_table_make_name (connection, sample->name, error);

  if (name == NULL)
    return FALSE;

  process->version = sample->version;
  process->stage_keys = g_new0 (gint64, sample->version->stages->len);
  process->last_position = g_new0 (char *, sample->version->stages->len);
  process->key = sc_process_table_insert (self->write, sample->id, name, NULL, error);
  if (process->key == 0)
    return FALSE;
  process->version_key = sc_version_table_insert (self->write, process->key, sample->version, error);
  if (process->version_key == 0
      || !sc_version_table_publish (self->write, process->key, error)
      || !sc_loss_reason_table_set (self->write, process->key,
                                    sc_sample_get_loss_reasons (sample->version->language), error))
    return FALSE;

  for (guint i = 0; i < sample->version->stages->len; i++)
    {
      process->stage_keys[i] = sc_stage_table_get_key (connection, sc_version_get_stage (sample->version, i)->id, error);
      if (process->stage_keys[i] == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_owners (Sample  *self,
            guint    n_owners,
            GError **error)
{
  self->owners = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->user = sc_write_get_user (self->write);
  g_array_append_val (self->owners, self->user);
  for (guint i = 0; i < n_owners; i++)
    {
      /* Apart from the contacts' names, which count up from 0. */
      g_autofree char *name = sc_sample_make_person (self->language, 700 - i * 31);
      gint64 id = sc_user_table_need_key (sc_write_get_connection (self->write), name, error);

      if (id == 0)
        return FALSE;
      g_array_append_val (self->owners, id);
    }

  return TRUE;
}

static gboolean
add_companies (Sample  *self,
               guint    n_companies,
               GError **error)
{
  g_autoptr (ScImportNames) names = sc_import_names_new (self->write);

  self->companies = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->company_names = g_ptr_array_new_with_free_func (g_free);
  self->person_names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_companies; i++)
    {
      g_autofree char *company_name = sc_sample_make_company (self->language, i);
      g_autofree char *person_name = sc_sample_make_person (self->language, g_rand_int (self->rand) % 768);
      ScDeal made = { .person = person_name };
      gint64 company, person;

      if (!sc_import_names_need_company (names, company_name, &company, error)
          || !sc_import_names_need_person (names, &made, company, &person, error))
        return FALSE;
      g_array_append_val (self->companies, company);
      g_array_append_val (self->people, person);
      g_ptr_array_add (self->company_names, g_steal_pointer (&company_name));
      g_ptr_array_add (self->person_names, g_steal_pointer (&person_name));
    }

  return TRUE;
}

static void
bind_date (ScStatement *statement,
           const char  *name,
           ScDate       date)
{
  g_autofree char *text = date != SC_DATE_NONE ? sc_date_to_string (date) : NULL;

  sc_statement_bind_text (statement, name, text);
}

/* A new deal is at the end of its column, and keys are short that way. */
static const char *
make_position (Process *process,
               guint    stage)
{
  char *position = sc_sort_key_between (process->last_position[stage], NULL);

  g_free (process->last_position[stage]);
  process->last_position[stage] = position;

  return position;
}

static void
bind_names (Sample *self,
            guint   company,
            ScDeal *deal)
{
  g_autofree char *search = NULL;

  deal->company = self->company_names->pdata[company];
  deal->person = self->person_names->pdata[company];
  search = sc_search_make_deal_key (deal);
  sc_statement_bind_int (self->deal, ":company", g_array_index (self->companies, gint64, company));
  sc_statement_bind_int (self->deal, ":person", g_array_index (self->people, gint64, company));
  sc_statement_bind_text (self->deal, ":search", search);
}

static ScDate
get_closed (const ScSampleLife *life)
{
  ScInstant at = life->won_at != 0 ? life->won_at : life->ended_at;

  return at != 0 ? sc_date_from_instant (at) : SC_DATE_NONE;
}

static ScDate
get_won_on (const ScSampleLife *life)
{
  return life->status != SC_DEAL_LOST && life->won_at != 0 ? sc_date_from_instant (life->won_at) : SC_DATE_NONE;
}

static gint64
insert_deal (Sample             *self,
             Process            *process,
             const ScSampleLife *life,
             gint64              owner,
             GError            **error)
{
  const ScSampleStep *last = &life->steps[life->n_steps - 1];
  const char *const *reasons = sc_sample_get_loss_reasons (self->language);
  g_autofree char *title = sc_sample_make_title (self->language, g_rand_int (self->rand));
  gboolean is_broken_off = life->status == SC_DEAL_LOST || life->status == SC_DEAL_ENDED_EARLY;
  /* Its texts are lent. */
  ScDeal made = {
    .title = title, .probability = SC_PROBABILITY_UNSET, .started = sc_date_from_instant (life->steps[0].at),
    .closed = get_closed (life), .won_on = get_won_on (life), .expected_close = life->expected_close, .entered_at = last->at,
    .parked_until = life->parked_until,
  };
  gint64 id;

  sc_statement_bind_int (self->deal, ":process", process->key);
  sc_statement_bind_int (self->deal, ":stage", process->stage_keys[last->position]);
  sc_statement_bind_text (self->deal, ":status", sc_deal_status_get_id (life->status));
  sc_statement_bind_text (self->deal, ":position", make_position (process, last->position));
  bind_names (self, g_rand_int (self->rand) % self->companies->len, &made);
  sc_statement_bind_int (self->deal, ":owner", owner);
  sc_statement_bind_int (self->deal, ":value", life->value_minor);
  sc_statement_bind_text (self->deal, ":currency", self->language == SC_LANGUAGE_RU ? "RUB" : "EUR");
  made.source = (char *) sc_sample_get_source (self->language, g_rand_int (self->rand));
  made.loss_reason = is_broken_off ? (char *) reasons[g_rand_int (self->rand) % 5] : NULL;
  made.notes = (char *) sc_sample_get_note (self->language, g_rand_int (self->rand));
  sc_deal_table_bind_plain (self->deal, &made);
  sc_statement_bind_int (self->deal, ":change", self->change_id);

  id = sc_statement_insert (self->deal, error);
  if (id != 0)
    sc_write_touch_visits (self->write, id);

  return id;
}

static gboolean
insert_event (Sample        *self,
              const Process *process,
              gint64         deal,
              ScInstant      at,
              const char    *field,
              const char    *old_value,
              const char    *new_value,
              GError       **error)
{
  sc_statement_bind_int (self->event, ":deal", deal);
  sc_statement_bind_int (self->event, ":change", self->change_id);
  sc_statement_bind_int (self->event, ":at", at);
  sc_statement_bind_int (self->event, ":version", process->version_key);
  sc_statement_bind_text (self->event, ":field", field);
  sc_statement_bind_text (self->event, ":old", old_value);
  sc_statement_bind_text (self->event, ":new", new_value);

  return sc_statement_execute (self->event, error);
}

static const char *
get_stage_id (const Process      *process,
              const ScSampleLife *life,
              guint               step)
{
  return sc_version_get_stage (process->version, life->steps[step].position)->id;
}

static gboolean
insert_history (Sample             *self,
                const Process      *process,
                const ScSampleLife *life,
                gint64              deal,
                GError            **error)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT " %s", life->value_minor,
                                            self->language == SC_LANGUAGE_RU ? "RUB" : "EUR");
  const char *status = "open";

  for (guint i = 0; i < life->n_steps; i++)
    {
      if (!insert_event (self, process, deal, life->steps[i].at, "stage", i > 0 ? get_stage_id (process, life, i - 1) : NULL,
                         get_stage_id (process, life, i), error))
        return FALSE;
      if (i == 0 && !insert_event (self, process, deal, life->steps[i].at, "value", NULL, value, error))
        return FALSE;
    }
  if (life->won_at != 0)
    {
      if (!insert_event (self, process, deal, life->won_at, "status", status, "won", error))
        return FALSE;
      status = "won";
    }

  return life->ended_at == 0
         || insert_event (self, process, deal, life->ended_at, "status", status, sc_deal_status_get_id (life->status), error);
}

static gboolean
insert_activity (Sample  *self,
                 gint64   deal,
                 gint64   owner,
                 GError **error)
{
  if (g_rand_double (self->rand) > 0.8)
    return TRUE;

  sc_statement_bind_int (self->activity, ":deal", deal);
  sc_statement_bind_text (self->activity, ":title", sc_sample_get_step (self->language, g_rand_int (self->rand)));
  bind_date (self->activity, ":due", (ScDate) ((gint64) self->today + g_rand_int_range (self->rand, -4, 21)));
  sc_statement_bind_int (self->activity, ":user", owner);
  sc_statement_bind_int (self->activity, ":change", self->change_id);

  return sc_statement_execute (self->activity, error);
}

static gboolean
insert_payment (Sample             *self,
                const ScSampleLife *life,
                gint64              deal,
                ScInstant           expected_at,
                GError            **error)
{
  ScDate due = sc_date_from_instant (expected_at) + (guint) g_rand_int_range (self->rand, 5, 15);

  sc_statement_bind_int (self->payment, ":deal", deal);
  sc_statement_bind_int (self->payment, ":amount", life->value_minor);
  sc_statement_bind_text (self->payment, ":currency", self->language == SC_LANGUAGE_RU ? "RUB" : "EUR");
  bind_date (self->payment, ":due", due);
  bind_date (self->payment, ":paid_on", life->is_paid ? MIN (due, self->today) : SC_DATE_NONE);
  sc_statement_bind_int (self->payment, ":change", self->change_id);

  return sc_statement_execute (self->payment, error);
}

static gboolean
insert_payments (Sample             *self,
                 const Process      *process,
                 const ScSampleLife *life,
                 gint64              deal,
                 GError            **error)
{
  if (life->status == SC_DEAL_LOST)
    return TRUE;

  for (guint i = 0; i < life->n_steps; i++)
    if (sc_kind_set_has (sc_version_get_stage (process->version, life->steps[i].position)->kinds, SC_KIND_PAYMENT))
      return insert_payment (self, life, deal, life->steps[i].at, error);

  return TRUE;
}

static gboolean
insert_ticks (Sample             *self,
              const Process      *process,
              const ScSampleLife *life,
              gint64              deal,
              gint64              owner,
              GError            **error)
{
  const ScSampleStep *last = &life->steps[life->n_steps - 1];
  const ScStage *stage = sc_version_get_stage (process->version, last->position);

  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];

      if (g_rand_double (self->rand) > 0.3 || criterion->type != SC_ANSWER_TICK)
        continue;
      sc_statement_bind_int (self->tick, ":deal", deal);
      sc_statement_bind_text (self->tick, ":criterion", criterion->id);
      sc_statement_bind_int (self->tick, ":at", last->at);
      sc_statement_bind_int (self->tick, ":user", owner);
      sc_statement_bind_int (self->tick, ":change", self->change_id);
      if (!sc_statement_execute (self->tick, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_deal (Sample  *self,
          Process *process,
          GError **error)
{
  gint64 owner = g_array_index (self->owners, gint64, g_rand_int (self->rand) % self->owners->len);
  ScSampleLife life;
  gint64 deal;

  sc_sample_life_make (&life, process->version, self->rand, self->today);
  sc_sample_answers_decide (self->answers, &life);
  deal = insert_deal (self, process, &life, owner, error);
  if (deal == 0 || !insert_history (self, process, &life, deal, error)
      || !insert_payments (self, process, &life, deal, error))
    return FALSE;
  if (!sc_deal_status_is_standing (life.status))
    return TRUE;

  return insert_activity (self, deal, owner, error) && insert_ticks (self, process, &life, deal, owner, error)
         && sc_sample_answers_add (self->answers, deal, owner, process->version_key, process->version, &life, error);
}

static guint
draw_process (GRand                 *rand,
              const ScSampleProcess *processes,
              guint                  n_processes)
{
  guint total = 0;
  guint drawn;

  for (guint i = 0; i < n_processes; i++)
    total += processes[i].share;
  drawn = (guint) g_rand_int_range (rand, 0, (gint32) total);
  for (guint i = 0; i + 1 < n_processes; i++)
    {
      if (drawn < processes[i].share)
        return i;
      drawn -= processes[i].share;
    }

  return n_processes - 1;
}

static gboolean
fill (Sample                *self,
      const ScSampleProcess *samples,
      guint                  n_processes,
      guint                  n_deals,
      GError               **error)
{
  g_autoptr (GArray) processes = g_array_new (FALSE, TRUE, sizeof (Process));

  g_array_set_clear_func (processes, process_clear);
  for (guint i = 0; i < n_processes; i++)
    {
      Process process = { .version = samples[i].version };
      gboolean is_added = add_process (self, &samples[i], &process, error);

      g_array_append_val (processes, process);
      if (!is_added)
        return FALSE;
    }
  if (n_deals >= MANY_DEALS && !sc_write_defer_totals (self->write, error))
    return FALSE;
  if (!add_owners (self, CLAMP (n_deals / 200, 3, 20), error)
      || !add_companies (self, n_deals / DEALS_A_COMPANY + 1, error)
      || !prepare (self, error))
    return FALSE;

  for (guint i = 0; i < n_deals; i++)
    if (!add_deal (self, &g_array_index (processes, Process, draw_process (self->rand, samples, n_processes)), error))
      return FALSE;

  return TRUE;
}

/**
 * sc_write_add_sample:
 * @self: a write
 * @processes: (array length=n_processes): the processes to make and publish
 * @n_processes: how many they are, at least one
 * @n_deals: how many deals to make up, up to %SC_SAMPLE_MAX_DEALS
 * @seed: the same seed gives the same deals on the same day
 * @error: why it can't be written
 *
 * Makes up processes with deals, their histories, next steps and payments.
 *
 * Returns: whether they are there
 */
gboolean
sc_write_add_sample (ScWrite               *self,
                     const ScSampleProcess *processes,
                     guint                  n_processes,
                     guint                  n_deals,
                     guint32                seed,
                     GError               **error)
{
  g_auto (Sample) sample = {
    .write = self,
    .rand = g_rand_new_with_seed (seed),
    .today = sc_clock_today (),
    .language = processes[0].version->language,
    .change_id = sc_write_get_change (self),
    .answers = sc_sample_answers_new (self, processes[0].version->language, seed),
  };

  g_return_val_if_fail (n_processes > 0 && n_deals <= SC_SAMPLE_MAX_DEALS, FALSE);

  sc_write_set_bulk (self, "import");

  return fill (&sample, processes, n_processes, n_deals, error);
}
