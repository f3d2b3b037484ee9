/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process regulations`: writes the sales regulations of a process. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-document.h"

static GBytes *
make_regulations (const ScCliDocument   *wanted,
                  const ScDocumentFacts *facts,
                  GError               **error)
{
  ScRegulationsSource source;
  g_autoptr (ScDocument) document = NULL;

  sc_cli_document_fill (&source, wanted, facts);
  document = sc_regulations_new (&source);

  return wanted->format->write (document, error);
}

/**
 * sc_cli_process_regulations:
 * @call: the call
 *
 * `process regulations PROCESS [--format FORMAT] [--language LANGUAGE]
 * [--version VERSION] [-o FILE]`: writes the sales regulations.
 *
 * Returns: an exit status
 */
int
sc_cli_process_regulations (ScCliCall *call)
{
  g_auto (ScCliDocument) wanted = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_DOCUMENT_FORMAT (&wanted),
    SC_CLI_DOCUMENT_LANGUAGE (&wanted),
    SC_CLI_DOCUMENT_VERSION (&wanted),
    SC_CLI_DOCUMENT_OUTPUT (&wanted),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDocumentFacts) facts = NULL;
  g_autoptr (GBytes) contents = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status) || !sc_cli_document_check (&wanted, call, &status))
    return status;

  facts = sc_cli_document_load (&wanted, call, &error);
  contents = facts != NULL ? make_regulations (&wanted, facts, &error) : NULL;
  if (contents == NULL || !sc_cli_document_put_out (&wanted, contents, &error))
    return sc_cli_call_fail (call, error);

  return SC_CLI_DONE;
}
