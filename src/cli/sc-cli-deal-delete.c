/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deleting a deal and bringing it back. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"
#include "store/sc-contacts.h"
#include "store/sc-deleted.h"

static gboolean
print_json (ScStore      *store,
            const ScDeal *deal,
            GError      **error)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autoptr (GHashTable) names = sc_store_list_stage_names (store, deal->process_id, error);
  g_autoptr (GPtrArray) contacts = names != NULL ? sc_store_list_contacts (store, deal, error) : NULL;
  g_autofree char *text = NULL;

  if (contacts == NULL)
    return FALSE;

  sc_json_writer_begin_object (writer, NULL);
  sc_cli_write_deal (writer, deal, contacts, names);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);

  return TRUE;
}

static int
tell_deleted (ScCliCall *call,
              ScStore   *store,
              gint64     deal_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deleted = sc_store_load_deleted_deal (store, deal_id, &error);
  g_autofree char *until = NULL;

  if (deleted == NULL || (call->is_json && !print_json (store, deleted, &error)))
    return sc_cli_call_fail (call, error);
  if (call->is_json)
    return SC_CLI_DONE;

  until = sc_date_to_text (sc_deleted_get_until (deleted->deleted_at));
  sc_cli_print (_("“%s” is deleted.\n"), deleted->title);
  /* Translators: the number of a deal, a date */
  sc_cli_print (_("“stagecraft deal undelete %1$lld” brings it back until %2$s.\n"), (long long) deal_id, until);

  return SC_CLI_DONE;
}

/**
 * sc_cli_deal_delete:
 * @call: the call
 *
 * `deal delete ID`: deletes a deal.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_delete (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_call_open_deal (call, &deal, &error);
  outcome = store != NULL ? sc_command_run (sc_command_delete_deal (deal), store, NULL, &error) : NULL;

  return outcome != NULL ? tell_deleted (call, store, deal->id) : sc_cli_call_fail (call, error);
}

/* The id of the stage that is named, %NULL with @error set; none where none is. */
static gboolean
find_stage (ScStore      *store,
            const ScDeal *deal,
            const char   *name,
            char        **stage_id,
            GError      **error)
{
  g_autoptr (ScVersion) version = NULL;
  const ScStage *stage = NULL;

  if (name == NULL)
    return TRUE;

  version = sc_store_load_version (store, deal->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  stage = version != NULL ? sc_cli_find_stage (version, name, error) : NULL;
  *stage_id = stage != NULL ? g_strdup (stage->id) : NULL;

  return stage != NULL;
}

/* How it is said, and what there is to say. */
static int
refuse_without_place (ScCliCall    *call,
                      ScStore      *store,
                      const ScDeal *deal,
                      const GError *error)
{
  g_autoptr (ScVersion) version = sc_store_load_version (store, deal->process_id, SC_VERSION_WANTED_PUBLISHED, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; version != NULL && i < version->stages->len; i++)
    g_string_append_printf (names, "\n  %s", sc_version_get_stage (version, i)->name);
  /* Translators: a whole sentence, then a list, a line each */
  sc_cli_print_error (_("%1$s Use “--stage”; the stages are:%2$s"), error->message, names->str);

  return SC_CLI_FAILED;
}

static int
undelete (ScCliCall  *call,
          const char *stage)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autofree char *stage_id = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_deleted_deal (call, &deal, &error);

  if (store != NULL && find_stage (store, deal, stage, &stage_id, &error))
    outcome = sc_command_run (sc_command_undelete_deal (deal, stage_id), store, NULL, &error);
  if (g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_NO_PLACE))
    return refuse_without_place (call, store, deal, error);
  if (outcome == NULL)
    return sc_cli_call_fail (call, error);

  return sc_cli_show_deal_with_notices (call, store, deal->id, outcome->notices);
}

/**
 * sc_cli_deal_undelete:
 * @call: the call
 *
 * `deal undelete ID [--stage STAGE]`: brings back a deal that was deleted.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_undelete (ScCliCall *call)
{
  g_autofree char *stage = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("stage", &stage, N_("Where it goes if its stage is gone"), N_("STAGE")),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  return sc_cli_call_parse (call, entries, 1, 1, &status) ? undelete (call, stage) : status;
}
