/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sales regulations say of themselves: what they are for, which deals they apply
 * to, whom they bind, how time counts, who checks that they are followed. */

#include "document/sc-regulations-private.h"

#include "diagram/sc-caption.h"
#include "document/sc-grammar.h"
#include "document/sc-stage-facts.h"

static const char *
get_organisation (const ScRegulations *self)
{
  const ScOrganisation *organisation = self->source->organisation;

  if (organisation != NULL && organisation->name[0] != '\0')
    return organisation->name;
  if (organisation != NULL && organisation->short_name[0] != '\0')
    return organisation->short_name;

  return sc_sentence_get ("blank", self->language);
}

static void
add_range (ScRegulations *self)
{
  guint demand = self->version->aspects.value[SC_ASPECT_DEMAND];
  guint n_stages = self->version->stages->len;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *marked = NULL;

  if (n_stages == 0 || self->mark < 0 || !sc_writing_begin (self->writing, "general.range", SC_NUMBERING_NUMBER))
    return;

  first = sc_stage_facts_quote (self->version, 0, self->language);
  last = sc_stage_facts_quote (self->version, n_stages - 1, self->language);
  marked = sc_stage_facts_quote (self->version, (guint) self->mark, self->language);
  sc_writing_say (self->writing,
                  demand == SC_DEMAND_FORMED ? "general.range.formed"
                                             : demand == SC_DEMAND_UNFORMED ? "general.range.unformed" : "general.range",
                  (ScField[]) { { "first", first }, { "last", last }, { "marked", marked }, SC_FIELD_END });
}

/* A service is no product: its novelty has words of its own. */
static char *
make_aspect_id (const ScAspects *aspects,
                ScAspect         aspect)
{
  gboolean is_service = aspect == SC_ASPECT_NOVELTY && aspects->value[SC_ASPECT_OFFER] == SC_OFFER_SERVICE;

  return g_strdup_printf ("aspect.%s%s", sc_aspect_get_id (aspect), is_service ? ".service" : "");
}

static gboolean
is_told (const ScAspects *aspects,
         ScAspect         aspect)
{
  if (aspects->value[aspect] == SC_ASPECT_UNSET)
    return FALSE;

  return aspect != SC_ASPECT_PAYMENT_TERMS || aspects->value[SC_ASPECT_OFFER] == SC_OFFER_PRODUCT;
}

static void
add_aspect_row (ScRegulations *self,
                ScTable       *table,
                ScAspect       aspect)
{
  const ScAspects *aspects = &self->version->aspects;
  g_autofree char *id = make_aspect_id (aspects, aspect);
  g_autofree char *value = g_strconcat (id, ".", sc_aspect_get_value_id (aspect, aspects->value[aspect]), NULL);
  GPtrArray *row = sc_table_add_row (table);

  sc_row_add_cell (row, sc_sentence_get (id, self->language), TRUE);
  sc_row_add_cell (row, sc_sentence_get (value, self->language), FALSE);
}

static gboolean
has_aspects (const ScRegulations *self)
{
  for (guint aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    if (is_told (&self->version->aspects, aspect))
      return TRUE;

  return FALSE;
}

static void
add_aspects (ScRegulations *self)
{
  static const char *const header[] = { "general.aspects.aspect", "general.aspects.value", NULL };
  ScTable *table;

  if (!has_aspects (self) || !sc_writing_begin (self->writing, "general.aspects", SC_NUMBERING_NUMBER))
    return;

  sc_writing_say (self->writing, "general.aspects", NULL);
  table = sc_writing_table (self->writing, "general.aspects.caption", (const double[]) { 1, 2 }, 2);
  sc_writing_header (self->writing, table, header);
  for (guint aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    if (is_told (&self->version->aspects, aspect))
      add_aspect_row (self, table, aspect);
  sc_writing_say (self->writing, "general.aspects.others", NULL);
}

static void
add_owner (ScRegulations *self)
{
  const ScOrganisation *organisation = self->source->organisation;
  gboolean is_told = organisation != NULL && organisation->owner_post[0] != '\0';
  g_autofree char *post = is_told ? sc_grammar_lower_first (organisation->owner_post, self->language)
                                  : g_strdup (sc_sentence_get ("blank", self->language));

  sc_writing_state (self->writing, "general.owner", (ScField[]) { { "post", post }, SC_FIELD_END });
}

static gboolean
is_in_hours (ScDuration        duration,
             const ScCalendar *calendar)
{
  return sc_duration_get_hours (duration, calendar) % sc_calendar_get_hours (calendar) != 0;
}

static gboolean
is_in_days (ScDuration        duration,
            const ScCalendar *calendar)
{
  return sc_duration_get_hours (duration, calendar) >= sc_calendar_get_hours (calendar);
}

static void
add_time (ScRegulations *self)
{
  const ScCalendar *calendar = self->version->calendar;
  gboolean has_days = FALSE;
  gboolean has_hours = FALSE;

  for (guint i = 0; i < self->version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (self->version, i);
      const ScRefusal *refusal = &stage->refusal;

      has_days |= is_in_days (stage->duration, calendar)
                  || (refusal->kind == SC_REFUSAL_PARK && is_in_days (refusal->after, calendar));
      has_hours |= is_in_hours (stage->duration, calendar);
    }

  if ((has_days || has_hours) && sc_writing_begin (self->writing, "general.time", SC_NUMBERING_NUMBER))
    sc_writing_say (self->writing,
                    has_days && has_hours ? "general.time" : has_days ? "general.time.days" : "general.time.hours", NULL);
}

static void
add_version (ScRegulations *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->version->number);
  g_autofree char *date = sc_caption_for_date (self->source->published, self->language);
  const ScField fields[] = { { "version", number }, { "date", date }, SC_FIELD_END };
  gboolean is_draft = self->version->status == SC_VERSION_DRAFT;

  if (sc_writing_begin (self->writing, "general.version", SC_NUMBERING_NUMBER))
    sc_writing_say (self->writing,
                    is_draft ? "general.version.draft" : *date != '\0' ? "general.version" : "general.version.undated",
                    fields);
}

/**
 * sc_regulations_add_general:
 * @self: the sales regulations
 *
 * Adds what they are for and how they hold.
 */
void
sc_regulations_add_general (ScRegulations *self)
{
  const ScField fields[] = { { "organisation", get_organisation (self) }, { "process", self->process }, SC_FIELD_END };

  if (sc_writing_open (self->writing, "general", sc_sentence_get ("general", self->language), SC_NUMBERING_NUMBER))
    {
      sc_writing_state (self->writing, "general.scope", fields);
      add_range (self);
      add_aspects (self);
      sc_writing_state (self->writing, "general.binding", NULL);
      add_owner (self);
      sc_writing_state (self->writing, "general.records", NULL);
      add_time (self);
      add_version (self);
      sc_writing_state (self->writing, "general.changes", NULL);
      sc_writing_offer (self->writing, "general.references");
    }
  sc_writing_close (self->writing);
}

static gboolean
has_responsible (const ScRegulations *self)
{
  for (guint i = 0; i < self->version->stages->len; i++)
    if (sc_stage_facts_get_role (self->version, sc_version_get_stage (self->version, i)->responsible) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * sc_regulations_add_deals:
 * @self: the sales regulations
 *
 * Adds what holds for a deal in every stage.
 */
void
sc_regulations_add_deals (ScRegulations *self)
{
  if (sc_writing_open (self->writing, "deals", sc_sentence_get ("deals", self->language), SC_NUMBERING_NUMBER))
    {
      if (sc_writing_begin (self->writing, "deals.one", SC_NUMBERING_NUMBER))
        sc_writing_say (self->writing, has_responsible (self) ? "deals.one" : "deals.one.alone", NULL);
      sc_writing_state (self->writing, "deals.next-step", NULL);
      sc_writing_state (self->writing, "deals.required", NULL);
      sc_writing_state (self->writing, "deals.advised", NULL);
      if (sc_stage_facts_count_all (self->version, sc_criterion_is_question) > 0)
        sc_writing_state (self->writing, "deals.not-told", NULL);
      if (sc_stage_facts_has_time (self->version))
        sc_writing_state (self->writing, "deals.overdue", NULL);
    }
  sc_writing_close (self->writing);
}

/**
 * sc_regulations_add_control:
 * @self: the sales regulations
 *
 * Adds who checks that they are followed. Who is liable for what only the manager says.
 */
void
sc_regulations_add_control (ScRegulations *self)
{
  if (sc_writing_open (self->writing, "control", sc_sentence_get ("control", self->language), SC_NUMBERING_NUMBER))
    {
      sc_writing_state (self->writing, "control.owner", NULL);
      if (sc_writing_begin (self->writing, "control.reports", SC_NUMBERING_NUMBER))
        sc_writing_say (self->writing,
                        sc_stage_facts_has_time (self->version) ? "control.reports" : "control.reports.required", NULL);
      sc_writing_offer (self->writing, "control.liability");
    }
  sc_writing_close (self->writing);
}
