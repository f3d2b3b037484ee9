/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft that is open here, and a second writer of it. */

#include "draft/draft-fixture.h"

#include "method/sc-stage-edits.h"
#include "model/sc-version-check.h"

static void
clashed_cb (DraftFixture *self,
            GPtrArray    *clashes)
{
  g_assert_cmpuint (clashes->len, >, 0);
  self->n_clashes++;
  sc_design_resolve (self->design, self->side);
}

static void
failed_cb (DraftFixture *self,
           const char   *heading,
           const GError *error)
{
  g_test_message ("%s: %s", heading, error->message);
  self->n_failures++;
}

DraftFixture *
draft_fixture_open (void)
{
  DraftFixture *self = g_new0 (DraftFixture, 1);

  self->change = change_fixture_new ();
  self->other = store_fixture_open_other (self->change->base);
  self->side = SC_SIDE_MINE;
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    {
      self->names[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->criteria[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->tactics[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }
  self->design = sc_design_new ();
  g_signal_connect_swapped (self->design, "clashed", G_CALLBACK (clashed_cb), self);
  g_signal_connect_swapped (self->design, "failed", G_CALLBACK (failed_cb), self);
  sc_design_set_source (self->design, self->change->store, self->change->process_id);
  wait_until (!sc_design_is_busy (self->design));

  return self;
}

void
draft_fixture_close (DraftFixture *self)
{
  g_signal_handlers_disconnect_by_data (self->design, self);
  g_object_unref (self->design);
  g_object_unref (self->other);
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    {
      g_hash_table_unref (self->names[i]);
      g_hash_table_unref (self->criteria[i]);
      g_hash_table_unref (self->tactics[i]);
    }
  change_fixture_free (self->change);
  g_free (self);
}

ScVersion *
draft_fixture_load (DraftFixture *self)
{
  g_autoptr (GError) error = NULL;
  ScVersion *version = sc_store_load_version (self->other, self->change->process_id, SC_VERSION_WANTED_CURRENT, &error);

  g_assert_no_error (error);

  return version;
}

/* Returns whether it was done: what is written from here at the same time may
 * come first. */
gboolean
draft_fixture_edit_there (DraftFixture *self,
                          GPtrArray    *edits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  outcome = sc_command_run (sc_command_edit_version (self->change->process_id, "There", edits), self->other, NULL,
                            &error);
  if (outcome == NULL)
    g_assert_error (error, SC_MODEL_ERROR, SC_MODEL_ERROR_CONFLICT);

  return outcome != NULL;
}

gboolean
draft_fixture_rename_there (DraftFixture *self,
                            const char   *stage_id,
                            const char   *name,
                            const char   *goal)
{
  g_autoptr (ScVersion) version = draft_fixture_load (self);
  ScStage *found = sc_version_find_stage (version, stage_id, NULL);
  g_autoptr (ScStage) stage = NULL;
  g_autoptr (GPtrArray) edits = NULL;

  /* What is being written here may have taken it away by now. */
  if (found == NULL)
    return FALSE;

  stage = sc_stage_copy (found);
  if (name != NULL)
    g_set_str (&stage->name, name);
  if (goal != NULL)
    g_set_str (&stage->goal, goal);
  edits = sc_replace_stage (version, stage);

  return draft_fixture_edit_there (self, edits);
}

/* Until all that is done here is written, and what is there is on show. */
void
draft_fixture_settle (DraftFixture *self)
{
  wait_until (!sc_design_is_busy (self->design));
  if (sc_design_has_unsaved (self->design))
    sc_design_save_again (self->design);
  wait_until (!sc_design_is_busy (self->design) && !sc_design_has_unsaved (self->design));
  sc_design_reload (self->design);
  wait_until (!sc_design_is_busy (self->design));
}

void
draft_fixture_check_same (DraftFixture *self)
{
  g_autoptr (ScVersion) version = draft_fixture_load (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (sc_version_equal (version, sc_design_get_version (self->design)));
  g_assert_true (sc_version_check (version, NULL, &error));
  g_assert_no_error (error);
}

const char *
draft_fixture_get_stage (DraftFixture *self,
                         const char   *name)
{
  return change_fixture_get_stage (self->change, name);
}

const char *
draft_fixture_name_of (DraftFixture *self,
                       const char   *stage_id)
{
  return sc_version_find_stage (sc_design_get_version (self->design), stage_id, NULL)->name;
}
