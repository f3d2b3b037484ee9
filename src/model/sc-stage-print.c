/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a stage says in a version, as a checksum. Prints are kept in the database: what is
 * added here later must leave the print of a stage that does not use it as it is. */

#include "model/sc-stage-print.h"

#include <string.h>

/* A text can't be taken for the end of one and the beginning of the next. */
static void
add_text (GChecksum  *sum,
          const char *text)
{
  const char *said = text != NULL ? text : "";

  g_checksum_update (sum, (const guchar *) said, (gssize) strlen (said) + 1);
}

static void
add_number (GChecksum *sum,
            gint64     number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_text (sum, text);
}

static void
add_texts (GChecksum *sum,
           GStrv      texts)
{
  add_number (sum, g_strv_length (texts));
  for (guint i = 0; texts[i] != NULL; i++)
    add_text (sum, texts[i]);
}

/* People know a role by its name. */
static void
add_role (GChecksum       *sum,
          const ScVersion *version,
          const char      *role_id)
{
  const ScRole *role = role_id != NULL ? sc_version_find_role (version, role_id, NULL) : NULL;

  add_text (sum, role != NULL ? role->name : NULL);
}

static void
add_criterion (GChecksum         *sum,
               const ScCriterion *criterion)
{
  add_text (sum, criterion->text);
  add_number (sum, criterion->is_required);
  add_number (sum, criterion->is_asked_at_entry);
  add_text (sum, sc_purpose_get_id (criterion->purpose));
  add_text (sum, sc_answer_type_get_id (criterion->type));
  add_texts (sum, criterion->choices);
}

static void
add_tactic (GChecksum      *sum,
            const ScTactic *tactic)
{
  add_text (sum, sc_tactic_kind_get_id (tactic->kind));
  add_text (sum, tactic->title);
  add_text (sum, tactic->text);
  add_texts (sum, tactic->loss_reasons);
  add_texts (sum, tactic->sources);
  add_texts (sum, tactic->labels);
}

static void
add_duration (GChecksum        *sum,
              const ScDuration *duration)
{
  add_number (sum, duration->value);
  add_text (sum, sc_unit_get_id (duration->unit));
}

static void
add_refusal (GChecksum       *sum,
             const ScRefusal *refusal)
{
  add_text (sum, sc_refusal_kind_get_id (refusal->kind));
  add_text (sum, refusal->kind == SC_REFUSAL_BACK ? refusal->stage_id : NULL);
  if (refusal->kind == SC_REFUSAL_PARK)
    add_duration (sum, &refusal->after);
}

static void
add_lists (GChecksum       *sum,
           const ScVersion *version,
           const ScStage   *stage)
{
  add_texts (sum, stage->actions);
  add_texts (sum, stage->documents);
  add_number (sum, g_strv_length (stage->participants));
  for (guint i = 0; stage->participants[i] != NULL; i++)
    add_role (sum, version, stage->participants[i]);
  add_number (sum, stage->criteria->len);
  for (guint i = 0; i < stage->criteria->len; i++)
    add_criterion (sum, stage->criteria->pdata[i]);
  add_number (sum, stage->tactics->len);
  for (guint i = 0; i < stage->tactics->len; i++)
    add_tactic (sum, stage->tactics->pdata[i]);
}

/**
 * sc_stage_make_print:
 * @version: a version
 * @stage: one of its stages
 *
 * Takes in whatever the version says of the stage, but for its colour and its place among
 * the others.
 *
 * Returns: (transfer full): a text that is another one where the stage says something else
 */
char *
sc_stage_make_print (const ScVersion *version,
                     const ScStage   *stage)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *kinds = sc_kind_set_to_string (stage->kinds);
  char probability[G_ASCII_DTOSTR_BUF_SIZE];

  add_text (sum, stage->name);
  add_text (sum, kinds);
  add_text (sum, stage->goal);
  add_text (sum, stage->entry);
  add_role (sum, version, stage->responsible);
  add_duration (sum, &stage->duration);
  add_text (sum, g_ascii_dtostr (probability, sizeof probability, stage->probability));
  add_refusal (sum, &stage->refusal);
  add_lists (sum, version, stage);

  return g_strdup (g_checksum_get_string (sum));
}
