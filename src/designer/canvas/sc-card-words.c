/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stage's card shows beside name, role and time, in words, for those who can't see
 * it: where a deal goes when the client refuses, and what deals tell of the stage. */

#include "designer/canvas/sc-card-words.h"

#include <glib/gi18n-lib.h>

#include "diagram/sc-stage-notes.h"

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
 * Returns: (transfer full) (nullable): that in words; %NULL where it is nothing
 */
char *
sc_card_describe (const ScVersion      *version,
                  const ScStage        *stage,
                  gboolean              has_refusal,
                  const ScStageFigures *figures)
{
  g_autofree char *refusal = has_refusal ? tell_refusal (version, stage) : NULL;
  g_autofree char *told = figures != NULL ? sc_stage_notes_tell (figures, version) : NULL;

  if (refusal != NULL && told != NULL)
    return g_strjoin (". ", refusal, told, NULL);

  return refusal != NULL ? g_steal_pointer (&refusal) : g_steal_pointer (&told);
}
