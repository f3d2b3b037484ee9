/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stage's card shows, in words, for those who can't see it: its name with what is read
 * first, then what kinds of step it covers, who takes part, how likely a deal in it is won,
 * where one goes when the client refuses, and what deals tell of the stage. */

#include "designer/canvas/sc-card-words.h"

#include <glib/gi18n-lib.h>

#include "diagram/sc-caption.h"
#include "diagram/sc-stage-notes.h"

static void
append_part (GString    *text,
             const char *part,
             const char *separator)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static void
append_count (GString    *text,
              const char *format,
              guint       count)
{
  g_autofree char *part = NULL;

  if (count == 0)
    return;

  part = g_strdup_printf (format, count);
  append_part (text, part, ", ");
}

/**
 * sc_card_tell_findings:
 * @badge: how many findings there are about a stage
 *
 * Returns: (transfer full) (nullable): how many of each sort, “1 warning, 2 hints”; %NULL
 *   where there are none
 */
char *
sc_card_tell_findings (ScBadge badge)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_count (text, ngettext ("%u error", "%u errors", badge.n_errors), badge.n_errors);
  append_count (text, ngettext ("%u warning", "%u warnings", badge.n_warnings), badge.n_warnings);
  append_count (text, ngettext ("%u hint", "%u hints", badge.n_hints), badge.n_hints);

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/**
 * sc_card_tell:
 * @version: a version
 * @position: the place of a stage in it
 * @badge: how many findings there are about the stage
 *
 * Returns: (transfer full): “Stage 3 of 7, Presentation, Sales rep, 3 working days, 1 warning”
 */
char *
sc_card_tell (const ScVersion *version,
              guint            position,
              ScBadge          badge)
{
  const ScStage *stage = sc_version_get_stage (version, position);
  const ScRole *role = sc_version_find_role (version, stage->responsible, NULL);
  g_autofree char *duration = sc_duration_to_text (stage->duration, version->calendar);
  g_autofree char *findings = sc_card_tell_findings (badge);
  g_autofree char *place = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a stage's place, such as “Stage 3 of 7”. */
  place = g_strdup_printf (_("Stage %1$u of %2$u"), position + 1, version->stages->len);
  append_part (text, place, ", ");
  append_part (text, *stage->name != '\0' ? stage->name : _("unnamed"), ", ");
  append_part (text, role != NULL ? role->name : _("nobody responsible"), ", ");
  append_part (text, duration, ", ");
  if ((int) position == sc_version_get_mark_position (version))
    append_part (text, _("the client mark stands after it"), ", ");
  append_part (text, findings, ", ");

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
tell_participants (const ScVersion *version,
                   const ScStage   *stage)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; stage->participants[i] != NULL; i++)
    {
      const ScRole *role = sc_version_find_role (version, stage->participants[i], NULL);

      append_part (names, role != NULL ? role->name : NULL, ", ");
    }

  /* Translators: who takes part in a stage, “Participants: engineer, lawyer” */
  return names->len > 0 ? g_strdup_printf (_("Participants: %s"), names->str) : NULL;
}

static char *
tell_probability (const ScStage *stage)
{
  g_autofree char *percent = sc_caption_for_probability (stage->probability, sc_language_get_default ());

  /* Translators: how likely a deal in a stage is won, “Win probability: 30%” */
  return *percent != '\0' ? g_strdup_printf (_("Win probability: %s"), percent) : NULL;
}

static char *
tell_return (const ScVersion *version,
             const ScStage   *stage)
{
  const ScStage *to = sc_version_find_stage (version, stage->refusal.stage_id, NULL);

  if (to == NULL)
    return NULL;

  /* Translators: what happens to a deal where the client refuses; %s is a stage. */
  return g_strdup_printf (_("On refusal: back to “%s”"), *to->name != '\0' ? to->name : _("unnamed"));
}

static char *
tell_parking (const ScVersion *version,
              const ScStage   *stage)
{
  g_autofree char *duration = sc_duration_to_text (stage->refusal.after, version->calendar);

  if (*duration == '\0')
    return g_strdup (_("On refusal: parked"));

  /* Translators: what happens to a deal where the client refuses; %s is a time
   * such as “60 working days”. */
  return g_strdup_printf (_("On refusal: parked for %s"), duration);
}

static char *
tell_refusal (const ScVersion *version,
              const ScStage   *stage)
{
  switch (stage->refusal.kind)
    {
    case SC_REFUSAL_BACK:
      return tell_return (version, stage);
    case SC_REFUSAL_PARK:
      return tell_parking (version, stage);
    case SC_REFUSAL_LOST:
    default:
      return NULL;
    }
}

/**
 * sc_card_describe:
 * @version: a version
 * @stage: one of its stages
 * @has_refusal: whether the card shows what happens when a client refuses
 * @figures: (nullable): what deals tell of the stage, where the card shows that
 *
 * Returns: (transfer full): what else is on the card, in sentences
 */
char *
sc_card_describe (const ScVersion      *version,
                  const ScStage        *stage,
                  gboolean              has_refusal,
                  const ScStageFigures *figures)
{
  g_autofree char *kinds = sc_kind_set_to_text (stage->kinds, sc_language_get_default ());
  g_autofree char *participants = tell_participants (version, stage);
  g_autofree char *probability = tell_probability (stage);
  g_autofree char *refusal = has_refusal ? tell_refusal (version, stage) : NULL;
  g_autofree char *told = figures != NULL ? sc_stage_notes_tell (figures, version) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  append_part (text, kinds, ". ");
  append_part (text, participants, ". ");
  append_part (text, probability, ". ");
  append_part (text, refusal, ". ");
  append_part (text, told, ". ");

  return g_string_free_and_steal (g_steal_pointer (&text));
}
