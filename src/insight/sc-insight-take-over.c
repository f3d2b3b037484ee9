/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the probabilities that the history tells into the draft, for the Insight view: as one
 * change, which is undone as any. The draft is read when it is asked for, and where somebody
 * changes it at that moment, nothing is taken over. */

#include "insight/sc-insight-take-over.h"

#include <glib/gi18n-lib.h>

#include "change/sc-process-commands.h"
#include "statistics/sc-learned-edits.h"
#include "store/sc-store-read.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  GtkWidget *origin;
  char *process_id;
  GPtrArray *stages;
} TakeOver;

static void
take_over_free (TakeOver *self)
{
  g_object_unref (self->origin);
  g_free (self->process_id);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TakeOver, take_over_free)

static gpointer
read_draft (ScStore      *store,
            gpointer      process_id,
            GCancellable *cancellable,
            GError      **error)
{
  return sc_store_load_version (store, process_id, SC_VERSION_WANTED_CURRENT, error);
}

static void
draft_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (TakeOver) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScVersion) version = sc_store_read_finish (SC_STORE (source), result, &error);
  g_autoptr (GPtrArray) edits = NULL;
  ScCommand *command;

  if (version == NULL)
    {
      sc_error_dialog_present (self->origin, _("The Probabilities Can’t Be Taken Over"), error);
      return;
    }

  edits = sc_learned_edits_new (version, self->stages, NULL);
  if (edits->len == 0)
    {
      sc_toast_show (self->origin, _("The draft has these probabilities already"));
      return;
    }

  command = sc_command_edit_version (self->process_id, _("Take over probabilities from the history"), edits);
  sc_change_run (self->origin, SC_STORE (source), sc_command_require_version (command, self->process_id, version),
                 _("Probabilities taken over in the draft"), NULL, NULL);
}

/**
 * sc_insight_take_over:
 * @origin: the widget that it is asked from
 * @store: a store
 * @process_id: a process
 * @stages: (element-type ScStageChance): what deals tell of its stages
 */
void
sc_insight_take_over (GtkWidget  *origin,
                      ScStore    *store,
                      const char *process_id,
                      GPtrArray  *stages)
{
  TakeOver *self = g_new0 (TakeOver, 1);

  self->origin = g_object_ref (origin);
  self->process_id = g_strdup (process_id);
  self->stages = g_ptr_array_ref (stages);
  sc_store_read_async (store, read_draft, g_strdup (process_id), g_free, (GDestroyNotify) sc_version_unref, NULL,
                       draft_read_cb, self);
}
