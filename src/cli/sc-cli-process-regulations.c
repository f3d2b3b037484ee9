/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process regulations`: writes the sales regulations of a process. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-document.h"

typedef struct {
  const ScCliDocument *wanted;
  const ScDocumentFacts *facts;
} Making;

static gboolean
fill (ScOutput *output,
      gpointer  data,
      GError  **error)
{
  const Making *self = data;
  ScRegulationsSource source;
  g_autoptr (ScDocument) document = NULL;

  sc_cli_document_fill (&source, self->wanted, self->facts);
  document = sc_regulations_new_brief (&source);

  return self->wanted->format->write (document, output, error);
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
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status) || !sc_cli_document_check (&wanted, call, &status))
    return status;

  facts = sc_cli_document_load (&wanted, call, &error);
  if (facts == NULL || !sc_cli_document_put_out (&wanted, fill, &(Making) { &wanted, facts }, &error))
    return sc_cli_call_fail (call, error);

  return SC_CLI_DONE;
}
