/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal answer`: answers what a stage asks of a deal, or says that the client did not. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"

/* In which stage it is asked. */
typedef struct {
  const ScStage *stage;
  const ScCriterion *criterion;
} Asked;

static gboolean
is_called (const ScCriterion *criterion,
           const char        *text_or_id)
{
  return g_ascii_strcasecmp (criterion->id, text_or_id) == 0 || sc_name_equal (criterion->text, text_or_id);
}

static GArray *
list_called (const ScVersion *version,
             const char      *text_or_id)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Asked));

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        {
          Asked asked = { stage, stage->criteria->pdata[j] };

          if (is_called (asked.criterion, text_or_id))
            g_array_append_val (list, asked);
        }
    }

  return list;
}

/* The one of the deal's own stage, where that is one. */
static const ScCriterion *
choose_own (GArray       *list,
            const ScDeal *deal)
{
  const ScCriterion *own = NULL;

  for (guint i = 0; i < list->len; i++)
    {
      const Asked *asked = &g_array_index (list, Asked, i);

      if (g_strcmp0 (asked->stage->id, deal->stage_id) != 0)
        continue;
      if (own != NULL)
        return NULL;
      own = asked->criterion;
    }

  return own;
}

static char *
list_criteria (GArray *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const Asked *asked = &g_array_index (list, Asked, i);

      g_string_append_printf (text, "\n  %s  %s: %s", asked->criterion->id, asked->stage->name, asked->criterion->text);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GArray *
list_all (const ScVersion *version)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Asked));

  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        {
          Asked asked = { stage, stage->criteria->pdata[j] };

          g_array_append_val (list, asked);
        }
    }

  return list;
}

static const ScCriterion *
find_criterion (const ScVersion *version,
                const ScDeal    *deal,
                const char      *text_or_id,
                GError         **error)
{
  g_autoptr (GArray) list = list_called (version, text_or_id);
  g_autoptr (GArray) all = NULL;
  g_autofree char *shown = NULL;
  const ScCriterion *own = choose_own (list, deal);

  if (list->len == 1)
    return g_array_index (list, Asked, 0).criterion;
  if (own != NULL)
    return own;

  if (list->len > 0)
    {
      shown = list_criteria (list);
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   /* Translators: the second %s is a list. */
                   _("“%1$s” is asked more than once. Give the id of one of these:%2$s"), text_or_id, shown);
      return NULL;
    }

  all = list_all (version);
  shown = list_criteria (all);
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
               /* Translators: the second %s is a list. */
               _("There is no exit criterion “%1$s”. There are:%2$s"), text_or_id, shown);

  return NULL;
}

static gboolean
take_value (ScGateAnswers     *answers,
            const ScCriterion *criterion,
            const char        *value,
            const char        *note,
            GError           **error)
{
  g_autoptr (ScAnswer) answer = NULL;

  if (*value == '\0')
    {
      sc_gate_answers_take_back (answers, 0, criterion->id);
      return TRUE;
    }

  answer = sc_answer_parse (criterion, value, error);
  if (answer == NULL)
    return FALSE;

  sc_gate_answers_answer (answers, 0, criterion->id, answer, note);

  return TRUE;
}

/* @value is %NULL where the client did not tell. */
static ScCommand *
make_command (ScStore      *store,
              const ScDeal *deal,
              const char   *text_or_id,
              const char   *value,
              const char   *note,
              GError      **error)
{
  g_autoptr (ScVersion) version = sc_store_load_version (store, deal->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  const ScCriterion *criterion = version != NULL ? find_criterion (version, deal, text_or_id, error) : NULL;
  g_autoptr (ScGateAnswers) answers = sc_gate_answers_new ();

  if (criterion == NULL)
    return NULL;

  if (value == NULL)
    sc_gate_answers_not_tell (answers, 0, criterion->id, note);
  else if (!take_value (answers, criterion, value, note, error))
    return NULL;

  return sc_command_answer (deal, answers);
}

/**
 * sc_cli_deal_answer:
 * @call: the call
 *
 * `deal answer ID CRITERION VALUE`, `deal answer ID CRITERION --not-told [NOTE]`: answers
 * a question, ticks a criterion without one, or takes that back.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_answer (ScCliCall *call)
{
  g_autofree char *why = NULL;
  gboolean is_not_told = FALSE;
  const GOptionEntry entries[] = {
    SC_CLI_FLAG ("not-told", &is_not_told, N_("The client did not tell; what follows says why")),
    SC_CLI_TEXT ("note", &why, N_("Why it is met, where nobody can see it, or why a trial is extended once more"), N_("TEXT")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScStore) store = NULL;
  ScCommand *command = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 2, 3, &status))
    return status;
  if (!is_not_told && call->words[2] == NULL)
    return sc_cli_call_misuse (call, _("The answer is missing, or “--not-told”."));
  if (is_not_told && call->words[2] != NULL && why != NULL)
    return sc_cli_call_misuse (call, _("Say once why the client did not tell."));

  store = sc_cli_call_open_deal (call, &deal, &error);
  if (store != NULL && is_not_told)
    command = make_command (store, deal, call->words[1], NULL, call->words[2] != NULL ? call->words[2] : why, &error);
  else if (store != NULL)
    command = make_command (store, deal, call->words[1], call->words[2], why, &error);
  if (command == NULL)
    return sc_cli_call_fail (call, error);

  return sc_cli_change_deal (call, store, command, deal->id);
}
