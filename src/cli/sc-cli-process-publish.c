/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process publish`: publishes a draft, with stages for the deals of those that go. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "change/sc-process-commands.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-process.h"
#include "method/sc-lint.h"

typedef struct {
  ScStore *store;
  ScProcess *process;
  ScVersion *draft;
  /* What deals are worked along now; %NULL where nothing is published yet. */
  ScVersion *published;
  /* (element-type ScStageGone) */
  GPtrArray *gone;
  GHashTable *moves;
} Publication;

static void
clear (Publication *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->draft, sc_version_unref);
  g_clear_pointer (&self->published, sc_version_unref);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_clear_pointer (&self->moves, g_hash_table_unref);
}

static gboolean
load (Publication *self,
      ScCliCall   *call,
      GError     **error)
{
  self->store = sc_cli_call_open_process (call, &self->process, error);
  if (self->store == NULL)
    return FALSE;
  if (!self->process->has_draft)
    return TRUE;

  self->draft = sc_store_load_version (self->store, self->process->id, SC_VERSION_WANTED_DRAFT, error);
  if (self->draft != NULL && self->process->has_published)
    self->published = sc_store_load_version (self->store, self->process->id, SC_VERSION_WANTED_PUBLISHED, error);
  if (self->draft != NULL && (self->published != NULL || !self->process->has_published))
    self->gone = sc_publish_list_gone (self->store, self->process->id, error);

  return self->gone != NULL;
}

static ScStageGone *
find_gone (const Publication *self,
           const char        *name)
{
  for (guint i = 0; i < self->gone->len; i++)
    if (sc_name_equal (((ScStageGone *) self->gone->pdata[i])->name, name))
      return self->gone->pdata[i];

  return NULL;
}

/* A stage that is gone and had no deals; there is nothing to move then. */
static gboolean
is_gone_empty (const Publication *self,
               const char        *name)
{
  const ScStage *stage = self->published != NULL ? sc_version_find_stage_by_name (self->published, name, NULL) : NULL;

  return stage != NULL && sc_version_find_stage (self->draft, stage->id, NULL) == NULL;
}

/* Names may hold the sign themselves, so each place is tried. */
static gboolean
take_move (Publication *self,
           const char  *move)
{
  for (const char *sign = strchr (move, '='); sign != NULL; sign = strchr (sign + 1, '='))
    {
      g_autofree char *from = g_strndup (move, (gsize) (sign - move));
      const ScStageGone *gone = find_gone (self, from);
      const ScStage *to = sc_version_find_stage_by_name (self->draft, sign + 1, NULL);

      if (gone != NULL && to != NULL)
        g_hash_table_insert (self->moves, gone->stage_id, to->id);
      if (to != NULL && (gone != NULL || is_gone_empty (self, from)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
refuse_move (const Publication *self,
             const char        *move,
             GError           **error)
{
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               /* Translators: the first %s is what was typed, the second a process. */
               _("“--move %1$s” is wrong: before “=” goes a stage that the draft of “%2$s” no longer has, after it "
                 "one that it has."), move, self->process->name);

  return FALSE;
}

static gboolean
take_moves (Publication       *self,
            const char *const *moves,
            GError           **error)
{
  self->moves = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; moves != NULL && moves[i] != NULL; i++)
    if (!take_move (self, moves[i]))
      return refuse_move (self, moves[i], error);

  return TRUE;
}

/* Lists what has to be said, in the form in which it is said. */
static gboolean
check_moves (const Publication *self,
             GError           **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < self->gone->len; i++)
    {
      const ScStageGone *gone = self->gone->pdata[i];

      if (gone->to_id == NULL && !g_hash_table_contains (self->moves, gone->stage_id))
        {
          g_string_append_printf (missing, "\n  --move \"%s=…\"  ", gone->name);
          g_string_append_printf (missing, ngettext ("(%u deal)", "(%u deals)", gone->n_deals), gone->n_deals);
        }
    }
  if (missing->len == 0)
    return TRUE;

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               /* Translators: the first %s is a process, the second a list of options. */
               _("There are deals in stages that the draft of “%1$s” no longer has. Say which stage they go to:%2$s"),
               self->process->name, missing->str);

  return FALSE;
}

static gboolean
check_method (const Publication *self,
              gboolean           with_errors,
              GError           **error)
{
  g_autoptr (GPtrArray) findings = sc_lint (self->draft);
  guint n_errors = sc_findings_count (findings, SC_SEVERITY_ERROR);
  g_autoptr (GString) list = g_string_new (NULL);

  if (self->draft->stages->len == 0)
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                   _("“%s” has no stages, so there is nothing to publish."), self->process->name);
      return FALSE;
    }
  if (n_errors == 0 || with_errors)
    return TRUE;

  for (guint i = 0; i < n_errors; i++)
    {
      g_autofree char *message = sc_finding_get_message (findings->pdata[i]);

      g_string_append_printf (list, "\n  %s", message);
    }
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               /* Translators: the first %s is a process, the second a list of what is wrong. */
               _("“%1$s” has errors and is published only with “--with-errors”:%2$s"), self->process->name, list->str);

  return FALSE;
}

static gboolean
publish (Publication       *self,
         const char *const *moves,
         gboolean           with_errors,
         GError           **error)
{
  g_autoptr (ScOutcome) outcome = NULL;

  if (!check_method (self, with_errors, error) || !take_moves (self, moves, error) || !check_moves (self, error))
    return FALSE;

  outcome = sc_command_run (sc_command_publish (self->process, self->moves), self->store, NULL, error);

  return outcome != NULL;
}

static const char *
get_target (const Publication *self,
            const ScStageGone *gone)
{
  const char *chosen = g_hash_table_lookup (self->moves, gone->stage_id);
  const ScStage *stage = sc_version_find_stage (self->draft, chosen != NULL ? chosen : gone->to_id, NULL);

  return stage != NULL ? stage->name : "";
}

static void
print_json (const Publication *self)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_json_writer_add_text (writer, "process", self->process->name);
  sc_json_writer_add_text (writer, "status", sc_version_status_get_id (SC_VERSION_PUBLISHED));
  sc_json_writer_begin_array (writer, "moved");
  for (guint i = 0; self->gone != NULL && i < self->gone->len; i++)
    {
      const ScStageGone *gone = self->gone->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "from", gone->name);
      sc_json_writer_add_text (writer, "to", get_target (self, gone));
      sc_json_writer_add_int (writer, "deals", gone->n_deals);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
print_text (const Publication *self)
{
  if (self->draft == NULL)
    {
      sc_cli_print (_("“%s” is published as it is; it has no draft.\n"), self->process->name);
      return;
    }

  for (guint i = 0; i < self->gone->len; i++)
    {
      const ScStageGone *gone = self->gone->pdata[i];

      sc_cli_print (ngettext ("%1$u deal moved from “%2$s” to “%3$s”.\n", "%1$u deals moved from “%2$s” to “%3$s”.\n",
                              gone->n_deals), gone->n_deals, gone->name, get_target (self, gone));
    }
  sc_cli_print (_("“%s” is published.\n"), self->process->name);
}

/**
 * sc_cli_process_publish:
 * @call: the call
 *
 * `process publish PROCESS [--move OLD=NEW …]`: publishes the draft.
 *
 * Returns: an exit status
 */
int
sc_cli_process_publish (ScCliCall *call)
{
  g_auto (GStrv) moves = NULL;
  gboolean with_errors = FALSE;
  const GOptionEntry entries[] = {
    SC_CLI_TEXTS ("move", &moves, N_("Where the deals of a deleted stage go"), N_("OLD=NEW")),
    SC_CLI_FLAG ("with-errors", &with_errors, N_("Publish it despite errors")),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  Publication publication = { 0 };
  int status;

  if (!sc_cli_call_parse (call, entries, 1, 1, &status))
    return status;

  for (guint i = 0; moves != NULL && moves[i] != NULL; i++)
    if (strchr (moves[i], '=') == NULL)
      return sc_cli_call_misuse (call, _("“--move %s” is not of the form OLD=NEW."), moves[i]);

  if (!load (&publication, call, &error) ||
      (publication.draft != NULL && !publish (&publication, (const char *const *) moves, with_errors, &error)))
    status = sc_cli_call_fail (call, error);
  else
    {
      if (call->is_json)
        print_json (&publication);
      else
        print_text (&publication);
      status = SC_CLI_DONE;
    }
  clear (&publication);

  return status;
}
