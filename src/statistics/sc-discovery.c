/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How complete needs discovery is: of the deals that moved on from it, and were not lost in
 * it, for those have few answers because they died. */

#include "statistics/sc-discovery.h"

#include "statistics/sc-cohort-of.h"
#include "statistics/sc-discovery-case-private.h"
#include "statistics/sc-discovery-scheme-private.h"
#include "statistics/sc-figure-deals-private.h"
#include "store/sc-past.h"

#define NOWHERE G_MAXUINT

/* A question, by its id through all versions. */
typedef struct {
  char *criterion_id;
  char *text;
  guint n_asked;
  guint n_answered;
  guint n_decided_with;
  guint n_decided_without;
  guint n_won_with;
  guint n_won_without;
} Question;

typedef struct {
  ScStore *store;
  ScDiscoveryFigures *figures;
  const ScFates *fates;
  GHashTable *schemes;
  GPtrArray *questions;
  GHashTable *questions_by_id;
  /* Deals of the query's period, and of all times. */
  GArray *cases;
  GArray *all_cases;
  /* By question of the deal's version: what it is, and whether it became so at the gate. */
  GArray *states;
  guint n_with_summary;
  guint n_confirmed;
  guint n_corrected;
  guint n_at_gate;
  guint n_not_told;
  double sum;
  /* Where the deals behind a number are asked for, and not the figures. */
  const ScFigureDeals *wanted;
  GArray *wanted_ids;
  GError *error;
} Reading;

typedef struct {
  ScAnswerState state;
  gboolean is_at_gate;
} State;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->criterion_id);
  g_free (self->text);
  g_free (self);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->schemes, g_hash_table_unref);
  g_clear_pointer (&self->questions_by_id, g_hash_table_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_clear_pointer (&self->cases, g_array_unref);
  g_clear_pointer (&self->all_cases, g_array_unref);
  g_clear_pointer (&self->states, g_array_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear);

static Question *
need_question (Reading           *self,
               const ScCriterion *criterion)
{
  Question *question = g_hash_table_lookup (self->questions_by_id, criterion->id);

  if (question == NULL)
    {
      question = g_new0 (Question, 1);
      question->criterion_id = g_strdup (criterion->id);
      question->text = g_strdup (criterion->text);
      g_ptr_array_add (self->questions, question);
      g_hash_table_insert (self->questions_by_id, question->criterion_id, question);
    }

  return question;
}

static void
add_scheme (Reading   *self,
            guint      number,
            ScVersion *version)
{
  ScDiscoveryScheme *scheme = sc_discovery_scheme_new (version);

  for (guint i = 0; i < scheme->questions->len; i++)
    need_question (self, scheme->questions->pdata[i]);
  g_hash_table_insert (self->schemes, GUINT_TO_POINTER (number), scheme);
}

/* What the version asked that was published when something happened; NULL with an error. */
static const ScDiscoveryScheme *
need_scheme (Reading *self,
             guint    number)
{
  const ScDiscoveryScheme *scheme = g_hash_table_lookup (self->schemes, GUINT_TO_POINTER (number));
  g_autoptr (ScVersion) version = NULL;

  if (scheme != NULL || self->error != NULL)
    return scheme;

  version = sc_store_load_version_at (self->store, self->figures->query->process_id, self->fates->as_of, number, &self->error);
  if (version != NULL)
    add_scheme (self, number, version);

  return g_hash_table_lookup (self->schemes, GUINT_TO_POINTER (number));
}

static const ScTold *
get_told (const GArray *told,
          guint         i)
{
  return &g_array_index (told, ScTold, i);
}

/* The move by which the deal moved on the first time; what it was asked later, on its way
 * back, is a correction. */
static guint
find_way_on (Reading      *self,
             const GArray *told,
             gboolean     *is_inferred)
{
  *is_inferred = FALSE;
  for (guint i = 0; i < told->len; i++)
    {
      const ScTold *one = get_told (told, i);
      const ScDiscoveryScheme *scheme = one->kind == SC_TOLD_MOVE ? need_scheme (self, one->version) : NULL;

      if (scheme == NULL)
        continue;
      if (one->is_inferred)
        *is_inferred |= sc_discovery_scheme_is_behind (scheme, one);
      else if (sc_discovery_scheme_is_way_on (scheme, one))
        return i;
    }

  return NOWHERE;
}

/* What was told by the move, and what with it: a gate asks, and the answer and the move
 * are one change. */
static void
take_states (Reading                 *self,
             const ScDiscoveryScheme *scheme,
             const GArray            *told,
             guint                    way_on,
             gboolean                *is_corrected)
{
  const ScTold *move = get_told (told, way_on);

  g_array_set_size (self->states, 0);
  g_array_set_size (self->states, scheme->questions->len);
  *is_corrected = FALSE;
  for (guint i = 0; i < told->len; i++)
    {
      const ScTold *one = get_told (told, i);
      guint place = one->kind == SC_TOLD_ANSWER ? GPOINTER_TO_UINT (g_hash_table_lookup (scheme->places, one->what)) : 0;
      gboolean is_with_move = one->change_id == move->change_id;

      if (place == 0)
        continue;
      if (i < way_on || is_with_move)
        g_array_index (self->states, State, place - 1) =
          (State) { one->is, is_with_move && one->is == SC_ANSWER_STATE_ANSWERED && one->was != SC_ANSWER_STATE_ANSWERED }
      ;
      else
        *is_corrected |= one->is_other;
    }
}

static void
count_question (Question     *question,
                const ScFate *fate,
                gboolean      is_answered)
{
  gboolean is_decided = fate->decision != SC_FATE_OPEN;
  gboolean is_won = fate->decision == SC_FATE_WON;

  question->n_asked++;
  question->n_answered += is_answered;
  if (is_answered)
    {
      question->n_decided_with += is_decided;
      question->n_won_with += is_won;
    }
  else
    {
      question->n_decided_without += is_decided;
      question->n_won_without += is_won;
    }
}

static guint
count_answered (const Reading *self)
{
  guint n = 0;

  for (guint i = 0; i < self->states->len; i++)
    n += g_array_index (self->states, State, i).state == SC_ANSWER_STATE_ANSWERED;

  return n;
}

static void
count_questions (Reading                 *self,
                 const ScDiscoveryScheme *scheme,
                 const ScFate            *fate)
{
  guint n_answered = 0, n_at_gate = 0, n_not_told = 0;

  for (guint i = 0; i < scheme->questions->len; i++)
    {
      const State *state = &g_array_index (self->states, State, i);
      gboolean is_answered = state->state == SC_ANSWER_STATE_ANSWERED;

      n_answered += is_answered;
      n_at_gate += state->is_at_gate;
      n_not_told += state->state == SC_ANSWER_STATE_NOT_TOLD;
      count_question (need_question (self, scheme->questions->pdata[i]), fate, is_answered);
    }

  self->figures->n_questions += scheme->questions->len;
  self->figures->n_answered += n_answered;
  self->figures->n_at_gate += n_at_gate;
  self->figures->n_not_told += n_not_told;
  self->n_at_gate += n_at_gate > 0;
  self->n_not_told += n_not_told > 0;
}

static const State *
find_state (const Reading           *self,
            const ScDiscoveryScheme *scheme,
            const char              *criterion_id)
{
  for (guint i = 0; i < scheme->questions->len; i++)
    if (g_str_equal (((const ScCriterion *) scheme->questions->pdata[i])->id, criterion_id))
      return &g_array_index (self->states, State, i);

  return NULL;
}

static gboolean
has_state (const Reading *self,
           gboolean       is_at_gate)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      const State *state = &g_array_index (self->states, State, i);

      if (is_at_gate ? state->is_at_gate : state->state == SC_ANSWER_STATE_NOT_TOLD)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_in_shares (const ScFigureDeals *wanted,
              double               share)
{
  return share >= wanted->low - SC_SAME_SHARE && share <= wanted->high + SC_SAME_SHARE;
}

/* Whether the deal was asked the question that a number is of, and had answered it or not. */
static gboolean
has_answered (const Reading           *self,
              const ScDiscoveryScheme *scheme,
              gboolean                 is_answered)
{
  const State *state = find_state (self, scheme, self->wanted->what);

  return state != NULL && (state->state == SC_ANSWER_STATE_ANSWERED) == is_answered;
}

/* Whether a deal that moved on is among those that a number counts. */
static gboolean
is_wanted (const Reading           *self,
           const ScDiscoveryScheme *scheme,
           const ScDiscoveryCase   *one,
           gboolean                 is_corrected,
           gboolean                 is_confirmed)
{
  gboolean is_decided = one->fate->decision != SC_FATE_OPEN;

  switch ((guint) self->wanted->which)
    {
    case SC_CASE_SHARE:
      return is_decided && is_in_shares (self->wanted, one->share);
    case SC_CASE_SHARE_ANY:
      return is_in_shares (self->wanted, one->share);
    case SC_CASE_ASKED:
      return find_state (self, scheme, self->wanted->what) != NULL;
    case SC_CASE_ANSWERED:
      return has_answered (self, scheme, TRUE);
    case SC_CASE_ANSWERED_DECIDED:
      return is_decided && has_answered (self, scheme, TRUE);
    case SC_CASE_UNANSWERED_DECIDED:
      return is_decided && has_answered (self, scheme, FALSE);
    case SC_CASE_SUMMARY:
      return scheme->summaries->len > 0;
    case SC_CASE_CONFIRMED:
      return is_confirmed;
    case SC_CASE_CORRECTED:
      return is_corrected;
    case SC_CASE_AT_GATE:
      return has_state (self, TRUE);
    case SC_CASE_NOT_TOLD:
      return has_state (self, FALSE);
    case SC_CASE_MOVED_ON_UNKNOWN:
      return FALSE;
    default:
      return TRUE;
    }
}

/* A version that asks nothing says nothing of completeness. */
static void
add_case (Reading      *self,
          const ScFate *fate,
          const GArray *told,
          guint         way_on)
{
  const ScTold *move = get_told (told, way_on);
  const ScDiscoveryScheme *scheme = need_scheme (self, move->version);
  ScDiscoveryCase one = { .fate = fate, .moved_on = sc_date_from_instant (move->at) };
  gboolean is_corrected, has_confirmed;

  if (scheme == NULL || scheme->questions->len == 0)
    return;

  take_states (self, scheme, told, way_on, &is_corrected);
  one.share = (double) count_answered (self) / scheme->questions->len;
  g_array_append_val (self->all_cases, one);
  if (!sc_figures_query_has_day (self->figures->query, fate->started))
    return;

  g_array_append_val (self->cases, one);
  count_questions (self, scheme, fate);
  has_confirmed = scheme->summaries->len > 0 && sc_discovery_scheme_is_confirmed (scheme, told, way_on);
  self->sum += one.share;
  self->n_corrected += is_corrected;
  self->n_with_summary += scheme->summaries->len > 0;
  self->n_confirmed += has_confirmed;
  if (self->wanted != NULL && is_wanted (self, scheme, &one, is_corrected, has_confirmed))
    g_array_append_val (self->wanted_ids, fate->deal_id);
}

static void
take_deal (gint64        deal_id,
           const GArray *told,
           gpointer      user_data)
{
  Reading *self = user_data;
  guint place = sc_fates_find (self->fates, deal_id);
  const ScFate *fate = place != G_MAXUINT ? &g_array_index (self->fates->list, ScFate, place) : NULL;
  gboolean is_inferred;
  guint way_on;

  if (fate == NULL)
    return;

  way_on = find_way_on (self, told, &is_inferred);
  if (way_on != NOWHERE)
    {
      add_case (self, fate, told, way_on);
      return;
    }
  if (!is_inferred || !sc_figures_query_has_day (self->figures->query, fate->started))
    return;

  self->figures->n_inferred++;
  if (self->wanted != NULL && self->wanted->which == SC_CASE_MOVED_ON_UNKNOWN)
    g_array_append_val (self->wanted_ids, fate->deal_id);
}

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  const ScDiscoveryCase *first = a;
  const ScDiscoveryCase *second = b;

  return (first->share > second->share) - (first->share < second->share);
}

static void
add_questions (Reading *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = self->questions->pdata[i];
      ScQuestionFigures *figures = g_new0 (ScQuestionFigures, 1);

      figures->criterion_id = g_strdup (question->criterion_id);
      figures->text = g_strdup (question->text);
      sc_share_make (question->n_answered, question->n_asked, &figures->answered);
      sc_share_make (question->n_won_with, question->n_decided_with, &figures->won_with);
      sc_share_make (question->n_won_without, question->n_decided_without, &figures->won_without);
      g_ptr_array_add (self->figures->questions, figures);
    }
}

static ScReason
choose_reason (const Reading *self)
{
  const ScDiscoveryFigures *figures = self->figures;

  if (figures->n >= SC_FEWEST_CASES)
    return SC_REASON_NONE;

  return figures->n == 0 && figures->n_inferred > 0 ? SC_REASON_HISTORY_INFERRED : SC_REASON_TOO_FEW;
}

static void
finish (Reading *self)
{
  ScDiscoveryFigures *figures = self->figures;

  g_array_sort (self->cases, compare_shares);
  figures->n = self->cases->len;
  figures->reason = choose_reason (self);
  figures->mean_share = figures->reason == SC_REASON_NONE ? self->sum / figures->n : SC_FIGURE_NONE;
  for (guint i = 0; i < self->cases->len; i++)
    g_array_append_val (figures->shares, g_array_index (self->cases, ScDiscoveryCase, i).share);
  sc_share_make (self->n_confirmed, self->n_with_summary, &figures->confirmed);
  sc_share_make (self->n_corrected, figures->n, &figures->corrected);
  sc_share_make (self->n_at_gate, figures->n, &figures->at_gate);
  sc_share_make (self->n_not_told, figures->n, &figures->not_told);
  add_questions (self);
}

static gboolean
read_deals (Reading      *self,
            ScVersion    *version,
            GCancellable *cancellable,
            GError      **error)
{
  self->schemes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sc_discovery_scheme_free);
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->questions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->cases = g_array_new (FALSE, FALSE, sizeof (ScDiscoveryCase));
  self->all_cases = g_array_new (FALSE, FALSE, sizeof (ScDiscoveryCase));
  self->states = g_array_new (FALSE, TRUE, sizeof (State));
  add_scheme (self, version->number, version);
  if (!sc_store_each_told (self->store, self->figures->query->process_id, self->fates->as_of, take_deal, self,
                           cancellable, error))
    return FALSE;
  if (self->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}

static gboolean
covers_discovery (const ScVersion *version)
{
  ScKindSet kinds = 0;

  for (guint i = 0; i < version->stages->len; i++)
    kinds |= sc_version_get_stage (version, i)->kinds;

  return sc_kind_set_has (kinds, SC_KIND_NEEDS_DISCOVERY);
}

static gboolean
make (ScDiscoveryFigures *self,
      ScStore            *store,
      ScVersion          *version,
      const ScFates      *fates,
      GCancellable       *cancellable,
      GError            **error)
{
  g_autoptr (ScDayScale) scale =
    sc_day_scale_new (self->query->unit, version->calendar, sc_fates_find_first_start (fates), fates->as_of);
  g_auto (Reading) reading = { .store = store, .figures = self, .fates = fates };

  if (!read_deals (&reading, version, cancellable, error))
    return FALSE;

  finish (&reading);
  sc_discovery_group_cases (self, reading.cases, scale, fates->as_of);
  sc_discovery_fit (self, reading.cases);
  sc_discovery_find_trend (self, reading.all_cases, fates);

  return TRUE;
}

/**
 * sc_discovery_read:
 * @store: a store
 * @query: which deals, and as of which day
 * @cancellable: (nullable): stops it
 * @error: why it can't be read
 *
 * Completeness is the share of the questions of needs discovery that were answered when a
 * deal moved on from it the first time, against the questions of the version that was
 * published then; what the client did not tell counts as not answered and is told apart.
 * Deals that were lost in it are not looked at: they have few answers because they died.
 * Deals of which nobody knows when they moved on are left out and counted.
 *
 * Returns: (transfer full): how complete needs discovery is, and how that goes with winning
 */
ScDiscoveryFigures *
sc_discovery_read (ScStore              *store,
                   const ScFiguresQuery *query,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_autoptr (ScDiscoveryFigures) self = NULL;
  g_autoptr (ScFates) fates = NULL;
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, query->as_of, query->version, error);
  ScCohort cohort;

  if (version == NULL || !sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  cohort.from = cohort.to = SC_DATE_NONE;
  fates = sc_store_read_fates (store, &cohort, cancellable, error);
  if (fates == NULL)
    return NULL;

  self = sc_discovery_figures_new (query, fates->as_of);
  if (covers_discovery (version) && !make (self, store, version, fates, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Which deals a number of needs discovery counts. */
GArray *
sc_discovery_list_deals (ScStore              *store,
                         const ScFiguresQuery *query,
                         const ScFigureDeals  *deals,
                         GCancellable         *cancellable,
                         GError              **error)
{
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, query->as_of, query->version, error);
  g_autoptr (ScDiscoveryFigures) figures = NULL;
  g_autoptr (ScFates) fates = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (Reading) reading = { .store = store, .wanted = deals, .wanted_ids = ids };
  ScCohort cohort;

  if (version == NULL || !sc_cohort_of_query (store, query, &cohort, error))
    return NULL;

  fates = sc_store_read_fates (store, &cohort, cancellable, error);
  if (fates == NULL)
    return NULL;

  reading.fates = fates;
  reading.figures = figures = sc_discovery_figures_new (query, fates->as_of);
  if (covers_discovery (version) && !read_deals (&reading, version, cancellable, error))
    return NULL;

  return g_steal_pointer (&ids);
}
