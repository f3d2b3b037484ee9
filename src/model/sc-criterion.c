/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An exit criterion of a stage: what has to hold before a deal leaves it, or a question
 * to the client and what it is answered with. */

#include "model/sc-criterion.h"

#include <glib/gi18n-lib.h>

static const char *const type_ids[SC_N_ANSWER_TYPES] = {
  [SC_ANSWER_TICK] = NULL,
  [SC_ANSWER_TEXT] = "text",
  [SC_ANSWER_CHOICE] = "choice",
  [SC_ANSWER_NUMBER] = "number",
  [SC_ANSWER_MONEY] = "money",
  [SC_ANSWER_DATE] = "date",
  [SC_ANSWER_YES_NO] = "yes-no",
};

static const char *const purpose_ids[SC_N_PURPOSES] = {
  [SC_PURPOSE_NONE] = NULL,
  [SC_PURPOSE_PAYMENTS] = "payments",
  [SC_PURPOSE_TRIAL_END] = "trial-end",
  [SC_PURPOSE_SOURCE] = "source",
  [SC_PURPOSE_DECISION_DAY] = "decision-day",
};

/**
 * sc_answer_type_get_id:
 * @type: what a question is answered with
 *
 * Returns: (nullable): its name in files and in the database, such as `yes-no`; %NULL
 *   for a tick, which has no question
 */
const char *
sc_answer_type_get_id (ScAnswerType type)
{
  g_return_val_if_fail (type < SC_N_ANSWER_TYPES, NULL);

  return type_ids[type];
}

/**
 * sc_answer_type_get_title:
 * @type: what a question is answered with
 *
 * Returns: what people call it, in their language
 */
const char *
sc_answer_type_get_title (ScAnswerType type)
{
  static const char *const titles[SC_N_ANSWER_TYPES] = {
    [SC_ANSWER_TICK] = NC_("answer", "Tick"),
    [SC_ANSWER_TEXT] = NC_("answer", "Text"),
    [SC_ANSWER_CHOICE] = NC_("answer", "Choice"),
    [SC_ANSWER_NUMBER] = NC_("answer", "Number"),
    [SC_ANSWER_MONEY] = NC_("answer", "Money"),
    [SC_ANSWER_DATE] = NC_("answer", "Date"),
    [SC_ANSWER_YES_NO] = NC_("answer", "Yes or no"),
  };

  g_return_val_if_fail (type < SC_N_ANSWER_TYPES, NULL);

  return g_dpgettext2 (NULL, "answer", titles[type]);
}

/**
 * sc_answer_type_from_id:
 * @id: (nullable): a name as sc_answer_type_get_id() gives it
 * @type: (out): the type
 *
 * Returns: whether there is such a type
 */
gboolean
sc_answer_type_from_id (const char   *id,
                        ScAnswerType *type)
{
  for (guint i = 0; i < SC_N_ANSWER_TYPES; i++)
    if (g_strcmp0 (id, type_ids[i]) == 0)
      {
        *type = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_purpose_get_id:
 * @purpose: what a criterion is met by, or fills
 *
 * Returns: (nullable): its name in files and in the database, such as `trial-end`;
 *   %NULL for none
 */
const char *
sc_purpose_get_id (ScPurpose purpose)
{
  g_return_val_if_fail (purpose < SC_N_PURPOSES, NULL);

  return purpose_ids[purpose];
}

/**
 * sc_purpose_from_id:
 * @id: (nullable): a name as sc_purpose_get_id() gives it
 * @purpose: (out): the purpose
 *
 * Returns: whether there is such a purpose
 */
gboolean
sc_purpose_from_id (const char *id,
                    ScPurpose  *purpose)
{
  for (guint i = 0; i < SC_N_PURPOSES; i++)
    if (g_strcmp0 (id, purpose_ids[i]) == 0)
      {
        *purpose = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_criterion_new:
 * @id: (nullable): its UUID, or %NULL for a new one
 * @text: what has to hold
 *
 * Returns: (transfer full): an advised exit criterion that is ticked when a deal leaves
 */
ScCriterion *
sc_criterion_new (const char *id,
                  const char *text)
{
  ScCriterion *self = g_new0 (ScCriterion, 1);

  self->id = id != NULL ? g_strdup (id) : g_uuid_string_random ();
  self->text = g_strdup (text);
  self->choices = g_new0 (char *, 1);
  self->was = g_new0 (char *, 1);

  return self;
}

/**
 * sc_criterion_copy:
 * @self: an exit criterion
 *
 * Returns: (transfer full): the same one, with the same id
 */
ScCriterion *
sc_criterion_copy (const ScCriterion *self)
{
  ScCriterion *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->text = g_strdup (self->text);
  copy->choices = g_strdupv (self->choices);
  copy->was = g_strdupv (self->was);

  return copy;
}

/**
 * sc_criterion_free:
 * @self: (transfer full): an exit criterion
 */
void
sc_criterion_free (ScCriterion *self)
{
  g_free (self->id);
  g_free (self->text);
  g_strfreev (self->choices);
  g_strfreev (self->was);
  g_free (self);
}

/**
 * sc_criterion_equal:
 * @a: an exit criterion
 * @b: an exit criterion
 *
 * Returns: whether they are the same in every field, the id among them
 */
gboolean
sc_criterion_equal (const ScCriterion *a,
                    const ScCriterion *b)
{
  return g_str_equal (a->id, b->id) &&
         g_str_equal (a->text, b->text) &&
         a->is_required == b->is_required &&
         a->is_asked_at_entry == b->is_asked_at_entry &&
         a->purpose == b->purpose &&
         a->type == b->type &&
         g_strv_equal ((const char *const *) a->choices, (const char *const *) b->choices) &&
         g_strv_equal ((const char *const *) a->was, (const char *const *) b->was);
}
