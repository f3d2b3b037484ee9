/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a process can be counted: the target times of its stages, and the figures that
 * tell whether it works. */

#include "document/sc-regulations-private.h"

#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"
#include "method/sc-usual.h"

static void
add_time_row (ScRegulations *self,
              ScTable       *table,
              const char    *number,
              const char    *what,
              const char    *time)
{
  GPtrArray *row = sc_table_add_row (table);

  sc_row_add_cell (row, number, FALSE);
  sc_row_add_cell (row, what, TRUE);
  sc_row_add_cell (row, time, FALSE);
}

static void
add_stage_time (ScRegulations *self,
                ScTable       *table,
                guint          position)
{
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  g_autofree char *time =
    sc_grammar_duration (sc_version_get_stage (self->version, position)->duration, self->version->calendar, self->language,
                         SC_CASE_NOMINATIVE);

  add_time_row (self, table, number, sc_stage_facts_get_name (self->version, position, self->language),
                *time != '\0' ? time : sc_sentence_get ("times.unset", self->language));
}

static void
add_sum (ScRegulations *self,
         ScTable       *table,
         const char    *sentence,
         guint          n_stages)
{
  gboolean is_whole;
  ScDuration sum = sc_stage_facts_sum (self->version, n_stages, &is_whole);
  g_autofree char *time = sc_grammar_duration (sum, self->version->calendar, self->language,
                                               is_whole ? SC_CASE_NOMINATIVE : SC_CASE_GENITIVE);
  g_autofree char *at_least =
    sc_sentence_fill ("times.at-least", self->language, (ScField[]) { { "time", time }, SC_FIELD_END });

  if (sum.value > 0)
    add_time_row (self, table, NULL, sc_sentence_get (sentence, self->language), is_whole ? time : at_least);
}

/**
 * sc_regulations_add_times:
 * @self: the sales regulations
 *
 * Adds the target times of all stages in one table, with their sum.
 */
void
sc_regulations_add_times (ScRegulations *self)
{
  static const char *const header[] = { "times.number", "times.stage", "times.time", NULL };
  guint n_stages = self->version->stages->len;
  ScTable *table;

  if (sc_writing_open (self->writing, "times", sc_sentence_get ("times", self->language), SC_NUMBERING_NUMBER)
      && sc_stage_facts_has_time (self->version)
      && sc_writing_begin (self->writing, "times.table", SC_NUMBERING_NUMBER))
    {
      sc_writing_say (self->writing, "times.table", NULL);
      table = sc_writing_table (self->writing, "times.caption", (const double[]) { 1, 7, 4 }, 3);
      sc_writing_header (self->writing, table, header);
      for (guint i = 0; i < n_stages; i++)
        add_stage_time (self, table, i);
      add_sum (self, table, "times.sum.marked", (guint) (self->mark + 1));
      if (self->mark + 1 < (int) n_stages)
        add_sum (self, table, "times.sum.all", n_stages);
    }
  sc_writing_close (self->writing);
}

static void
add_figure (ScRegulations *self,
            ScTable       *table,
            const char    *figure,
            const char    *method,
            const char    *target)
{
  GPtrArray *row = sc_table_add_row (table);

  sc_row_add_cell (row, sc_sentence_get (figure, self->language), TRUE);
  sc_row_add_cell (row, method, FALSE);
  sc_row_add_cell (row, target != NULL ? target : sc_sentence_get ("figures.unset", self->language), FALSE);
}

static char *
tell_cycle_target (const ScRegulations *self)
{
  const ScOrganisation *organisation = self->source->organisation;
  gboolean is_set = organisation != NULL && organisation->target_cycle != SC_TARGET_NONE;
  ScDuration time = is_set ? (ScDuration) { (guint) organisation->target_cycle, SC_UNIT_WORKING_DAYS }
                           : sc_version_get_cycle_time (self->version);
  g_autofree char *text = sc_grammar_duration (time, self->version->calendar, self->language, SC_CASE_GENITIVE);
  gboolean is_whole;

  sc_stage_facts_sum (self->version, (guint) (self->mark + 1), &is_whole);
  if (*text == '\0' || (!is_set && !is_whole))
    return NULL;

  return sc_sentence_fill (is_set ? "figures.cycle.target" : "figures.cycle.sum", self->language,
                           (ScField[]) { { "time", text }, SC_FIELD_END });
}

static void
add_cycle (ScRegulations *self,
           ScTable       *table)
{
  guint demand = self->version->aspects.value[SC_ASPECT_DEMAND];
  g_autofree char *target = tell_cycle_target (self);
  const char *method = demand == SC_DEMAND_UNFORMED ? "figures.cycle.unformed"
                       : demand == SC_DEMAND_FORMED ? "figures.cycle.formed" : "figures.cycle.method";

  add_figure (self, table, "figures.cycle", sc_sentence_get (method, self->language), target);
}

static char *
tell_percent (const ScRegulations *self,
              const char          *sentence,
              int                  target)
{
  g_autofree char *n = g_strdup_printf ("%d", target);
  g_autofree char *percent = sc_sentence_fill ("percent", self->language, (ScField[]) { { "n", n }, SC_FIELD_END });

  if (target == SC_TARGET_NONE)
    return NULL;

  return sc_sentence_fill (sentence, self->language, (ScField[]) { { "percent", percent }, SC_FIELD_END });
}

static int
find_discovery (const ScRegulations *self)
{
  for (guint i = 0; i < self->version->stages->len; i++)
    if (sc_kind_set_has (sc_version_get_stage (self->version, i)->kinds, SC_KIND_NEEDS_DISCOVERY))
      return (int) i;

  return -1;
}

/* Whether the client is asked to confirm what was understood: the tick that this kind of
 * stage usually has. */
static gboolean
has_summary (const ScRegulations *self,
             const ScStage       *stage)
{
  for (guint i = 0; i < stage->criteria->len; i++)
    {
      const ScCriterion *criterion = stage->criteria->pdata[i];

      if (!sc_criterion_is_question (criterion)
          && sc_usual_is_criterion (criterion->text, SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY)))
        return TRUE;
    }

  return FALSE;
}

static void
add_discovery (ScRegulations *self,
               ScTable       *table)
{
  const ScOrganisation *organisation = self->source->organisation;
  int position = find_discovery (self);
  const ScStage *stage = position >= 0 ? sc_version_get_stage (self->version, (guint) position) : NULL;
  g_autofree char *name = stage != NULL ? sc_stage_facts_quote (self->version, (guint) position, self->language) : NULL;
  gboolean is_asked = stage != NULL && sc_stage_facts_count (stage, sc_criterion_is_exit_question) > 0;
  const char *sentence = stage == NULL ? "figures.discovery.none" : !is_asked ? "figures.discovery.unasked"
                         : has_summary (self, stage) ? "figures.discovery.summary" : "figures.discovery.questions";
  g_autofree char *method =
    sc_sentence_fill (sentence, self->language, (ScField[]) { { "stage", name }, SC_FIELD_END });
  g_autofree char *target =
    tell_percent (self, "figures.discovery.target", organisation != NULL ? organisation->target_discovery : SC_TARGET_NONE);

  add_figure (self, table, "figures.discovery", method,
              is_asked ? target : sc_sentence_get ("none", self->language));
}

static void
add_predictability (ScRegulations *self,
                    ScTable       *table)
{
  const ScOrganisation *organisation = self->source->organisation;
  g_autofree char *target =
    tell_percent (self, "figures.predictability.target",
                  organisation != NULL ? organisation->target_predictability : SC_TARGET_NONE);

  add_figure (self, table, "figures.predictability", sc_sentence_get ("figures.predictability.method", self->language),
              target);
}

/**
 * sc_regulations_add_figures:
 * @self: the sales regulations
 *
 * Adds what the process determines, how each is worked out, and what is aimed at.
 */
void
sc_regulations_add_figures (ScRegulations *self)
{
  static const char *const header[] = { "figures.figure", "figures.method", "figures.target", NULL };
  ScTable *table;

  if (sc_writing_open (self->writing, "figures", sc_sentence_get ("figures", self->language), SC_NUMBERING_NUMBER))
    {
      if (sc_writing_begin (self->writing, "figures.table", SC_NUMBERING_NUMBER))
        {
          sc_writing_say (self->writing, "figures.table", NULL);
          table = sc_writing_table (self->writing, "figures.caption", (const double[]) { 2, 4, 2 }, 3);
          sc_writing_header (self->writing, table, header);
          add_cycle (self, table);
          add_discovery (self, table);
          add_predictability (self, table);
        }
      sc_writing_state (self->writing, "figures.few", NULL);
      sc_writing_state (self->writing, "figures.inferred", NULL);
    }
  sc_writing_close (self->writing);
}
