/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person saw when they decided. A command that requires it is refused
 * where somebody else has changed just that meanwhile: a question is answered
 * for what it showed. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-process-write.h"

typedef struct {
  char *process_id;
  ScVersion *version;
  ScVersionWanted wanted;
} SeenVersion;

static void
seen_version_free (gpointer data)
{
  SeenVersion *self = data;

  g_free (self->process_id);
  sc_version_unref (self->version);
  g_free (self);
}

/* What a version says, whatever it is kept as. */
static gboolean
says_the_same (const ScVersion *seen,
               const ScVersion *version)
{
  g_autoptr (ScVersion) copy = sc_version_copy (seen);

  g_set_str (&copy->id, version->id);
  copy->number = version->number;
  copy->status = version->status;

  return sc_version_equal (copy, version);
}

static gboolean
is_as_seen (gpointer data,
            ScWrite *write,
            GError **error)
{
  const SeenVersion *self = data;
  g_autoptr (ScVersion) version = sc_write_load_version (write, self->process_id, self->wanted, error);

  if (version == NULL)
    return FALSE;
  if (says_the_same (self->version, version))
    return TRUE;

  g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                       self->wanted == SC_VERSION_WANTED_PUBLISHED
                       ? _("The process was published anew meanwhile, in another window or by another program. "
                           "Look at its stages as they are now, then repeat this.")
                       : _("The scheme was changed meanwhile, in another window or by another program. "
                           "Look at it again, then repeat this."));

  return FALSE;
}

static ScCommand *
require (ScCommand       *command,
         const char      *process_id,
         const ScVersion *seen,
         ScVersionWanted  wanted)
{
  SeenVersion *self = g_new0 (SeenVersion, 1);

  self->process_id = g_strdup (process_id);
  self->version = sc_version_ref ((ScVersion *) seen);
  self->wanted = wanted;
  sc_command_add_guard (command, is_as_seen, self, seen_version_free);

  return command;
}

/**
 * sc_command_require_version:
 * @command: (transfer full): a command
 * @process_id: a process
 * @seen: its draft, else what is published, as it was on show
 *
 * Returns: (transfer full): the command, which fails with
 *   %SC_STORE_ERROR_CONFLICT where the process says something else by then
 */
ScCommand *
sc_command_require_version (ScCommand       *command,
                            const char      *process_id,
                            const ScVersion *seen)
{
  return require (command, process_id, seen, SC_VERSION_WANTED_CURRENT);
}

/**
 * sc_command_require_published:
 * @command: (transfer full): a command
 * @process_id: a process
 * @seen: what was published when it was on show
 *
 * Returns: (transfer full): the command, which fails with
 *   %SC_STORE_ERROR_CONFLICT where something else is published by then
 */
ScCommand *
sc_command_require_published (ScCommand       *command,
                              const char      *process_id,
                              const ScVersion *seen)
{
  return require (command, process_id, seen, SC_VERSION_WANTED_PUBLISHED);
}

typedef struct {
  char *process_id;
  GPtrArray *stages;
} SeenCriteria;

static void
seen_criteria_free (gpointer data)
{
  SeenCriteria *self = data;

  g_free (self->process_id);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

/* Deals of a stage that is gone have left it, which whoever moves them tells. */
static gboolean
ask_as_seen (gpointer data,
             ScWrite *write,
             GError **error)
{
  const SeenCriteria *self = data;
  g_autoptr (ScVersion) version = sc_write_load_version (write, self->process_id, SC_VERSION_WANTED_PUBLISHED, error);

  if (version == NULL)
    return FALSE;

  for (guint i = 0; i < self->stages->len; i++)
    {
      const ScStage *seen = self->stages->pdata[i];
      const ScStage *stage = sc_version_find_stage (version, seen->id, NULL);

      if (stage == NULL || sc_stage_has_criteria_of (stage, seen))
        continue;

      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                   /* Translators: %s is a stage */
                   _("The exit criteria of “%s” were changed meanwhile, in another window or by another program. "
                     "Look at them, then repeat this."), stage->name);
      return FALSE;
    }

  return TRUE;
}

/**
 * sc_command_require_criteria:
 * @command: (transfer full): a command that has deals go on
 * @process_id: their process
 * @stages: (element-type ScStage): the stages that they leave, as they were on
 *   show
 *
 * Returns: (transfer full): the command, which fails with
 *   %SC_STORE_ERROR_CONFLICT where one of the stages has other exit criteria by
 *   then
 */
ScCommand *
sc_command_require_criteria (ScCommand  *command,
                             const char *process_id,
                             GPtrArray  *stages)
{
  SeenCriteria *self = g_new0 (SeenCriteria, 1);

  self->process_id = g_strdup (process_id);
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_unref);
  for (guint i = 0; i < stages->len; i++)
    g_ptr_array_add (self->stages, sc_stage_ref (stages->pdata[i]));
  sc_command_add_guard (command, ask_as_seen, self, seen_criteria_free);

  return command;
}

typedef struct {
  ScDeal *seen;
  GArray *deal_ids;
} SeenDeals;

static void
seen_deals_free (gpointer data)
{
  SeenDeals *self = data;

  sc_deal_unref (self->seen);
  g_array_unref (self->deal_ids);
  g_free (self);
}

static gboolean
stand_as_seen (gpointer data,
               ScWrite *write,
               GError **error)
{
  const SeenDeals *self = data;
  g_autoptr (ScDeal) seen = sc_deal_copy (self->seen);

  for (guint i = 0; i < self->deal_ids->len; i++)
    {
      g_autoptr (ScDeal) current = NULL;

      seen->id = g_array_index (self->deal_ids, gint64, i);
      current = sc_deal_change_load (write, seen, error);
      if (current == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_command_require_deals:
 * @command: (transfer full): a command
 * @seen: one of the deals as it was on show
 * @deal_ids: (array length=n_deals): deals that stood in its stage, with its
 *   status
 * @n_deals: how many
 *
 * Returns: (transfer full): the command, which fails with
 *   %SC_STORE_ERROR_CONFLICT where one of them stands elsewhere by then
 */
ScCommand *
sc_command_require_deals (ScCommand    *command,
                          const ScDeal *seen,
                          const gint64 *deal_ids,
                          guint         n_deals)
{
  SeenDeals *self = g_new0 (SeenDeals, 1);

  self->seen = sc_deal_copy (seen);
  self->deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->deal_ids, deal_ids, n_deals);
  sc_command_add_guard (command, stand_as_seen, self, seen_deals_free);

  return command;
}
