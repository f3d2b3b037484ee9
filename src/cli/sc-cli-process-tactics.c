/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process tactics`: writes the tactics book of a process, or the two pages of a role. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-document.h"
#include "document/sc-paged.h"
#include "document/sc-tactics-book.h"

typedef struct {
  ScCliDocument document;
  char *role;
  char *stage;
  gboolean is_by_kind;
} Options;

static void
options_clear (Options *self)
{
  sc_cli_document_clear (&self->document);
  g_free (self->role);
  g_free (self->stage);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
find_role (const Options         *options,
           const ScDocumentFacts *facts,
           const char           **role_id,
           GError               **error)
{
  const ScRole *role = NULL;

  if (options->role == NULL)
    return TRUE;

  role = sc_version_find_role (facts->version, options->role, NULL);
  if (role == NULL)
    role = sc_version_find_role_by_name (facts->version, options->role);
  if (role == NULL)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("“%1$s” has no role “%2$s”."), facts->process->name,
                 options->role);
  else
    *role_id = role->id;

  return role != NULL;
}

static gboolean
find_stage (const Options         *options,
            const ScDocumentFacts *facts,
            const char           **stage_id,
            GError               **error)
{
  const ScStage *stage = NULL;

  if (options->stage == NULL)
    return TRUE;

  stage = sc_version_find_stage (facts->version, options->stage, NULL);
  if (stage == NULL)
    stage = sc_version_find_stage_by_name (facts->version, options->stage, NULL);
  if (stage == NULL)
    g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND, _("“%1$s” has no stage “%2$s”."), facts->process->name,
                 options->stage);
  else
    *stage_id = stage->id;

  return stage != NULL;
}

/* Type that is too small to be read on a wall is not taken to keep to two pages. */
static void
tell_pages (ScDocument *document)
{
  g_autoptr (ScPaged) paged = sc_paged_new (document, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);

  sc_paged_layout (paged, G_MAXUINT);
  if (sc_paged_is_overfull (paged))
    g_printerr (ngettext ("What this role needs takes %u page.\n", "What this role needs takes %u pages.\n",
                          sc_paged_get_n_pages (paged)), sc_paged_get_n_pages (paged));
}

typedef struct {
  const Options *options;
  const ScDocumentFacts *facts;
} Making;

/* As JSON it is tactics, not words on paper. */
static gboolean
fill (ScOutput *output,
      gpointer  data,
      GError  **error)
{
  const Making *self = data;
  const Options *options = self->options;
  const ScDocumentFacts *facts = self->facts;
  const ScDocumentFormat *format = options->document.format;
  ScTacticsBookSource source;
  g_autoptr (ScDocument) document = NULL;

  sc_tactics_book_source_fill (&source, facts, sc_cli_document_get_language (&options->document, facts));
  source.order = options->is_by_kind ? SC_TACTICS_BY_KIND : SC_TACTICS_BY_STAGE;
  if (!find_role (options, facts, &source.role_id, error) || !find_stage (options, facts, &source.stage_id, error))
    return FALSE;

  if (g_str_equal (format->id, "json"))
    {
      sc_tactics_book_write_json (&source, output);
      return TRUE;
    }

  document = source.role_id != NULL ? sc_tactics_book_new (&source) : sc_tactics_book_new_brief (&source);
  if (document->is_dense && g_str_equal (format->id, "pdf"))
    tell_pages (document);

  return format->write (document, output, error);
}

/**
 * sc_cli_process_tactics:
 * @call: the call
 *
 * `process tactics PROCESS [--role NAME] [--stage STAGE] [--by-kind] [--format FORMAT]
 * [--language LANGUAGE] [--version VERSION] [-o FILE]`: writes the tactics book.
 *
 * Returns: an exit status
 */
int
sc_cli_process_tactics (ScCliCall *call)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    SC_CLI_TEXT ("role", &options.role, N_("What this role needs, on two pages"), N_("NAME")),
    SC_CLI_TEXT ("stage", &options.stage, N_("Of this stage alone"), N_("STAGE")),
    SC_CLI_FLAG ("by-kind", &options.is_by_kind, N_("Kind by kind, rather than stage by stage")),
    SC_CLI_DOCUMENT_FORMAT (&options.document),
    SC_CLI_DOCUMENT_LANGUAGE (&options.document),
    SC_CLI_DOCUMENT_VERSION (&options.document),
    SC_CLI_DOCUMENT_OUTPUT (&options.document),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDocumentFacts) facts = NULL;
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status) || !sc_cli_document_check (&options.document, call, &status))
    return status;

  facts = sc_cli_document_load (&options.document, call, &error);
  if (facts == NULL || !sc_cli_document_put_out (&options.document, fill, &(Making) { &options, facts }, &error))
    return sc_cli_call_fail (call, error);

  return SC_CLI_DONE;
}
