/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal tactics`: tells what to ask, say and send in the stage that a deal stands in. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal.h"
#include "cli/sc-cli-tactics.h"
#include "store/sc-deal-criteria.h"

static void
keep_kind (GPtrArray   *tactics,
           ScTacticKind kind)
{
  for (guint i = 0; i < tactics->len;)
    if (((ScTactic *) tactics->pdata[i])->kind != kind)
      g_ptr_array_remove_index (tactics, i);
    else
      i++;
}

static void
print_json (GPtrArray *tactics)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_cli_write_tactics (writer, tactics);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

/* A text's own lines are indented, so that none of them looks like one of ours. */
static void
print_text (GPtrArray *tactics)
{
  for (guint i = 0; i < tactics->len; i++)
    {
      const ScTactic *tactic = tactics->pdata[i];
      g_auto (GStrv) lines = g_strsplit (tactic->text, "\n", -1);

      if (i > 0)
        sc_cli_print ("\n");
      /* Translators: a kind of tactic and its title: “Letter: Summary of the meeting” */
      sc_cli_print (C_("tactic", "%1$s: %2$s"), sc_tactic_kind_get_title (tactic->kind), tactic->title);
      sc_cli_print ("\n");
      for (guint j = 0; lines[j] != NULL; j++)
        if (lines[j][0] != '\0')
          sc_cli_print ("  %s\n", lines[j]);
        else
          sc_cli_print ("\n");
    }
}

static GPtrArray *
load_tactics (ScStore      *store,
              const ScDeal *deal,
              GError      **error)
{
  g_autoptr (ScVersion) version = sc_store_load_readable_version (store, deal->process_id,
                                                                  SC_VERSION_WANTED_PUBLISHED, error);
  g_autoptr (GPtrArray) criteria = NULL;

  if (version != NULL)
    criteria = sc_store_list_deal_criteria (store, version, NULL, &deal->id, 1, error);

  return criteria != NULL ? sc_cli_fill_tactics (version, deal, criteria) : NULL;
}

/**
 * sc_cli_deal_tactics:
 * @call: the call
 *
 * `deal tactics ID [--kind KIND]`: prints the tactics of the stage that a deal stands in,
 * filled in for it.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_tactics (ScCliCall *call)
{
  g_autofree char *kind_id = NULL;
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("kind", &kind_id, N_("Only those of a kind: question, argument, objection, letter, script, checklist or other"), N_("KIND")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScStore) store = NULL;
  g_autoptr (GPtrArray) tactics = NULL;
  ScTacticKind kind;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;
  if (kind_id != NULL && !sc_tactic_kind_from_id (kind_id, &kind))
    return sc_cli_call_misuse (call, _("“%s” is not a kind of tactic; use question, argument, objection, letter, "
                                       "script, checklist or other."), kind_id);

  store = sc_cli_call_open_deal (call, &deal, &error);
  tactics = store != NULL ? load_tactics (store, deal, &error) : NULL;
  if (tactics == NULL)
    return sc_cli_call_fail (call, error);

  if (kind_id != NULL)
    keep_kind (tactics, kind);
  if (call->is_json)
    print_json (tactics);
  else if (tactics->len == 0)
    sc_cli_print ("%s\n", _("There are no tactics for this deal."));
  else
    print_text (tactics);

  return SC_CLI_DONE;
}
