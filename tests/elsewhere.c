/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "elsewhere.h"

#include "model/sc-edit.h"

struct _Elsewhere {
  ScStore *store;
  char *process_id;
  char *stage_id;
  gint64 deal_id;

  const ElsewhereScript *change;
  guint turn;
  guint step;
  gboolean has_come;
  char *telling;
};

Elsewhere *
elsewhere_new (const char *database,
               const char *process_id)
{
  Elsewhere *self = g_new0 (Elsewhere, 1);
  g_autoptr (GError) error = NULL;

  self->store = sc_store_open (database, SC_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  self->process_id = g_strdup (process_id);

  return self;
}

void
elsewhere_free (Elsewhere *self)
{
  g_object_unref (self->store);
  g_free (self->process_id);
  g_free (self->stage_id);
  g_free (self->telling);
  g_free (self);
}

ScStore *
elsewhere_get_store (Elsewhere *self)
{
  return self->store;
}

void
elsewhere_try (Elsewhere *self,
               ScCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->store, NULL, &error);

  if (outcome == NULL && g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED))
    g_error ("elsewhere: %s", error->message);
}

void
elsewhere_run (Elsewhere *self,
               ScCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, self->store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
}

static void
edit (Elsewhere *self,
      ScEdit    *edit)
{
  g_autoptr (GPtrArray) edits = sc_edits_new ();

  g_ptr_array_add (edits, edit);
  elsewhere_run (self, sc_command_edit_version (self->process_id, "Elsewhere", edits));
}

static ScVersion *
load_version (Elsewhere *self)
{
  return sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);
}

void
elsewhere_delete_stage (Elsewhere  *self,
                        const char *stage_id)
{
  g_autoptr (ScVersion) version = load_version (self);

  if (version != NULL && sc_version_find_stage (version, stage_id, NULL) != NULL)
    edit (self, sc_edit_remove_stage (version, stage_id));
}

void
elsewhere_rename_stage (Elsewhere  *self,
                        const char *stage_id,
                        const char *name)
{
  g_autoptr (ScVersion) version = load_version (self);
  const ScStage *stage = version != NULL ? sc_version_find_stage (version, stage_id, NULL) : NULL;
  g_autoptr (ScStage) renamed = NULL;

  if (stage == NULL)
    return;

  renamed = sc_stage_copy (stage);
  g_set_str (&renamed->name, name);
  edit (self, sc_edit_replace_stage (version, renamed));
}

void
elsewhere_publish (Elsewhere *self)
{
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);

  if (process != NULL)
    elsewhere_try (self, sc_command_publish (process, NULL));
}

void
elsewhere_delete_process (Elsewhere *self)
{
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);

  if (process != NULL)
    elsewhere_run (self, sc_command_delete_process (process, process->n_deals));
}

void
elsewhere_change_other_process (Elsewhere *self)
{
  static guint n_processes;
  g_autoptr (ScVersion) version = sc_version_new (SC_LANGUAGE_EN);
  g_autofree char *name = g_strdup_printf ("Other %u", ++n_processes);

  elsewhere_run (self, sc_command_create_process (name, NULL, version, NULL));
}

void
elsewhere_delete_deal (Elsewhere *self,
                       gint64     deal_id)
{
  g_autoptr (ScDeal) deal = sc_store_load_deal (self->store, deal_id, NULL);

  if (deal != NULL)
    elsewhere_run (self, sc_command_delete_deal (deal));
}

void
elsewhere_move_deal (Elsewhere  *self,
                     gint64      deal_id,
                     const char *stage_id)
{
  g_autoptr (ScDeal) deal = sc_store_load_deal (self->store, deal_id, NULL);

  if (deal != NULL)
    elsewhere_try (self, sc_command_move_deal (deal, stage_id, -1, NULL));
}

void
elsewhere_retitle_deal (Elsewhere  *self,
                        gint64      deal_id,
                        const char *title)
{
  g_autoptr (ScDeal) deal = sc_store_load_deal (self->store, deal_id, NULL);
  g_autoptr (ScDeal) edited = NULL;

  if (deal == NULL)
    return;

  edited = sc_deal_copy (deal);
  g_set_str (&edited->title, title);
  elsewhere_run (self, sc_command_edit_deal (deal, edited, SC_DEAL_FIELD_TITLE));
}

void
elsewhere_aim (Elsewhere  *self,
               const char *stage_id,
               gint64      deal_id)
{
  g_set_str (&self->stage_id, stage_id);
  self->deal_id = deal_id;
}

const char *
elsewhere_get_stage_id (Elsewhere *self)
{
  return self->stage_id;
}

gint64
elsewhere_get_deal_id (Elsewhere *self)
{
  return self->deal_id;
}

void
elsewhere_plan (Elsewhere             *self,
                const ElsewhereScript *change,
                guint                  step)
{
  self->change = change;
  self->turn = step;
  self->step = 0;
  self->has_come = FALSE;
  g_free (self->telling);
  self->telling = g_strdup_printf ("“%s” at step %u", change->name, step);
}

gboolean
elsewhere_has_come (Elsewhere *self)
{
  return self->has_come;
}

const char *
elsewhere_tell (Elsewhere *self)
{
  return self->telling != NULL ? self->telling : "nothing";
}

void
elsewhere_step (Elsewhere *self)
{
  if (self->change != NULL && self->step++ == self->turn)
    {
      self->has_come = TRUE;
      self->change->make (self);
    }
}
