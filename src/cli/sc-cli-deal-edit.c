/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal edit`: changes fields of a deal. */

#include <glib/gi18n-lib.h>

#include "change/sc-contact-commands.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal-fields.h"
#include "cli/sc-cli-deal.h"
#include "store/sc-contacts.h"

/* The phone and the mail are the person's, who has them in all deals; of another person
 * they are told with the name. */
static ScCommand *
make_command (const ScDeal *before,
              const ScDeal *after,
              ScDealFields  fields)
{
  const ScDealFields of_person = fields & (SC_DEAL_FIELD_PHONE | SC_DEAL_FIELD_EMAIL);
  gboolean is_other = before->person_id == 0 || g_strcmp0 (before->person, after->person) != 0
                      || g_strcmp0 (before->company, after->company) != 0;
  ScCommand *edit;

  if (of_person == 0 || is_other)
    return sc_command_edit_deal (before, after, fields);

  edit = sc_command_edit_person (before, after, of_person);

  return fields == of_person ? edit : sc_command_join (sc_command_edit_deal (before, after, fields & ~of_person), edit);
}

/* Both as one change, with the name of the first; @second may be none. */
static ScCommand *
join (ScCommand *first,
      ScCommand *second)
{
  return second != NULL ? sc_command_join (first, second) : first;
}

static const ScActivity *
find_next_step (GPtrArray *activities)
{
  const ScActivity *first = activities->len > 0 ? activities->pdata[0] : NULL;

  return first != NULL && first->done_at == 0 ? first : NULL;
}

/* Whether the next step is done, and what came of it. */
typedef struct {
  gboolean is_done;
  char *result;
} Finished;

static void
finished_clear (Finished *self)
{
  g_clear_pointer (&self->result, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finished, finished_clear)

/* What is told of a next step is then that of another. */
static void
clear_step (ScDeal *deal)
{
  g_clear_pointer (&deal->next_step, g_free);
  deal->next_step_due = SC_DATE_NONE;
  deal->next_step_time = SC_DAY_TIME_NONE;
}

/* The next step is done, and that of @after, if it has one, comes then. */
static ScCommand *
finish (const ScActivity *step,
        const ScDeal     *after,
        const char       *result,
        GError          **error)
{
  const ScActivity next = { .title = after->next_step, .due = after->next_step_due, .due_time = after->next_step_time };

  if (step == NULL)
    {
      g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID, _("There is no next step that could be done."));
      return NULL;
    }

  return sc_command_finish_activity (step, result, next.title != NULL ? &next : NULL);
}

/* What @edit does, and what makes the deal's next step that of @after, done before where
 * @finished says so; %NULL where it can't be. */
static ScCommand *
add_step_command (ScStore        *store,
                  const ScDeal   *after,
                  const Finished *finished,
                  ScCommand      *edit,
                  GError        **error)
{
  g_autoptr (GPtrArray) activities = sc_store_list_activities (store, after->id, error);
  const ScActivity *step = activities != NULL ? find_next_step (activities) : NULL;
  ScCommand *command;

  if (activities == NULL)
    {
      g_clear_pointer (&edit, sc_command_free);
      return NULL;
    }

  if (finished->is_done)
    command = finish (step, after, finished->result, error);
  else if (step != NULL && after->next_step != NULL)
    {
      ScActivity changed = *step;

      changed.title = after->next_step;
      changed.due = after->next_step_due;
      changed.due_time = after->next_step_time;
      command = sc_command_edit_activity (step, &changed);
    }
  else if (step != NULL)
    command = sc_command_remove_activity (step);
  else if (after->next_step != NULL)
    command = sc_command_add_activity_at (after, after->next_step, after->next_step_due, after->next_step_time);
  else
    return edit;

  if (command == NULL)
    g_clear_pointer (&edit, sc_command_free);

  return command != NULL ? join (command, edit) : NULL;
}

/* The contacts as they are told, which change one after the other. */
static gboolean
add_contacts_command (ScStore               *store,
                      const ScDeal          *deal,
                      const ScCliDealFields *fields,
                      ScCommand            **command,
                      GError               **error)
{
  g_autoptr (GPtrArray) before = sc_store_list_contacts (store, deal, error);
  g_autoptr (GPtrArray) after = before != NULL ? sc_contacts_copy (before) : NULL;

  if (after == NULL || !sc_cli_deal_fields_take_contacts (fields, after, error))
    return FALSE;

  *command = sc_command_edit_contacts (deal, before, after);

  return TRUE;
}

/**
 * sc_cli_deal_edit:
 * @call: the call
 *
 * `deal edit ID [--title TITLE …]`: changes what the options say of a deal; an empty text
 * clears a field. `--done` and `--result` finish its next step.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_edit (ScCliCall *call)
{
  g_auto (ScCliDealFields) fields = { 0 };
  g_auto (Finished) finished = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_DEAL_NAMES (&fields),
    SC_CLI_DEAL_NUMBERS (&fields, N_("When it began")),
    SC_CLI_FLAG ("done", &finished.is_done, N_("The next step is done; “--next-step” says what comes then")),
    SC_CLI_TEXT ("result", &finished.result, N_("What came of the step that is done"), N_("TEXT")),
    SC_CLI_DEAL_CONTACTS (&fields),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScDeal) edited = NULL;
  g_autoptr (ScStore) store = NULL;
  ScDealFields taken = 0;
  ScCommand *command = NULL;
  gboolean has_step, has_contacts;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  has_contacts = fields.contacts != NULL || fields.removed != NULL;
  if (has_contacts && (fields.person != NULL || fields.phone != NULL || fields.email != NULL))
    return sc_cli_call_misuse (call, _("“--contact” says the person, phone and email, too; give it alone."));

  store = sc_cli_call_open_deal (call, &deal, &error);
  if (store == NULL)
    return sc_cli_call_fail (call, error);

  edited = sc_deal_copy (deal);
  finished.is_done |= finished.result != NULL;
  if (finished.is_done)
    clear_step (edited);
  if (!sc_cli_deal_fields_take (&fields, store, edited, &taken, &error)
      || !sc_cli_deal_fields_take_step (&fields, edited, &error))
    return sc_cli_call_fail (call, error);

  has_step = fields.next_step != NULL || fields.due != NULL || finished.is_done;
  if (has_contacts && !add_contacts_command (store, deal, &fields, &command, &error))
    return sc_cli_call_fail (call, error);
  if (taken != 0 || (!has_step && !has_contacts))
    command = join (make_command (deal, edited, taken), command);
  if (has_step)
    command = add_step_command (store, edited, &finished, command, &error);

  status = command != NULL ? sc_cli_change_deal (call, store, command, deal->id) : sc_cli_call_fail (call, error);
  if (status == SC_CLI_DONE)
    sc_cli_deal_fields_tell_past (&fields, edited);

  return status;
}
