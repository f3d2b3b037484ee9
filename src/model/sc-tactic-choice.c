/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of a stage's tactics fit a deal, best first. */

#include "model/sc-tactic-choice.h"

#include "model/sc-version.h"

#define FITS_NOT (-1)

static gboolean
has (GStrv       list,
     const char *value)
{
  if (value == NULL)
    return FALSE;

  for (guint i = 0; list[i] != NULL; i++)
    if (sc_name_equal (list[i], value))
      return TRUE;

  return FALSE;
}

/* How many conditions hold, or %FITS_NOT where one does not. */
static int
count_conditions (const ScTactic *tactic,
                  const ScDeal   *deal,
                  const char     *reason)
{
  const struct {
    GStrv list;
    const char *value;
  } conditions[] = {
    { tactic->loss_reasons, reason },
    { tactic->sources, deal->source },
    { tactic->labels, deal->label },
  };
  int n_conditions = 0;

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (conditions[i].list[0] == NULL)
      continue;
    else if (has (conditions[i].list, conditions[i].value))
      n_conditions++;
    else
      return FITS_NOT;

  return n_conditions;
}

/* The tactics with just so many conditions, in the scheme's order. */
static void
add_those_with (GPtrArray     *list,
                const ScStage *stage,
                const int     *n_conditions,
                int            wanted)
{
  for (guint i = 0; i < stage->tactics->len; i++)
    if (n_conditions[i] == wanted)
      g_ptr_array_add (list, stage->tactics->pdata[i]);
}

static GPtrArray *
list_in_order (const ScStage *stage,
               const ScDeal  *deal,
               const char    *reason,
               guint         *n_fitting)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autofree int *n_conditions = g_new (int, stage->tactics->len);

  if (reason == NULL)
    reason = deal->loss_reason;

  for (guint i = 0; i < stage->tactics->len; i++)
    n_conditions[i] = count_conditions (stage->tactics->pdata[i], deal, reason);

  for (int wanted = 3; wanted >= 0; wanted--)
    add_those_with (list, stage, n_conditions, wanted);
  *n_fitting = list->len;
  add_those_with (list, stage, n_conditions, FITS_NOT);

  return list;
}

/**
 * sc_tactics_order:
 * @stage: a stage
 * @deal: a deal that stands in it
 * @reason: (nullable): why the client refuses just now; %NULL for the deal's own reason
 *
 * Conditions compare trimmed and without case.
 *
 * Returns: (transfer container) (element-type ScTactic): the stage's tactics: those
 *   whose conditions hold, with more conditions first, then those without any, then
 *   those whose conditions don't hold; alike ones in the scheme's order
 */
GPtrArray *
sc_tactics_order (const ScStage *stage,
                  const ScDeal  *deal,
                  const char    *reason)
{
  guint n_fitting;

  return list_in_order (stage, deal, reason, &n_fitting);
}

/**
 * sc_tactics_choose:
 * @stage: a stage
 * @deal: a deal that stands in it
 * @reason: (nullable): why the client refuses just now; %NULL for the deal's own reason
 * @shown: (out) (transfer container) (element-type ScTactic): at most three that fit,
 *   best first, as sc_tactics_order() has them
 * @more: (out) (transfer container) (element-type ScTactic): all others by kind, in the
 *   scheme's order
 *
 * Says which tactics a rep is shown, and which only on request.
 */
void
sc_tactics_choose (const ScStage *stage,
                   const ScDeal  *deal,
                   const char    *reason,
                   GPtrArray    **shown,
                   GPtrArray    **more)
{
  guint n_fitting;

  *shown = list_in_order (stage, deal, reason, &n_fitting);
  *more = g_ptr_array_new ();
  g_ptr_array_set_size (*shown, (int) MIN (n_fitting, SC_TACTICS_SHOWN));

  for (guint kind = 0; kind < SC_N_TACTIC_KINDS; kind++)
    for (guint i = 0; i < stage->tactics->len; i++)
      {
        ScTactic *tactic = stage->tactics->pdata[i];

        if (tactic->kind == kind && !g_ptr_array_find (*shown, tactic, NULL))
          g_ptr_array_add (*more, tactic);
      }
}
