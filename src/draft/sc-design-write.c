/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a design is changed. A change shows at once and is written behind it, in
 * order. What can't be written stays on show and is tried again, and where
 * others have changed the same, a person is asked: nothing typed is lost, nor
 * does it take the place of what others did unseen. */

#include "draft/sc-design-private.h"

#include <glib/gi18n-lib.h>

#include "change/sc-process-commands.h"
#include "draft/sc-rebase.h"
#include "draft/sc-saved-scheme.h"

/* A change with a name, and what a person is told once it is written. */
typedef struct _ScDesignChange {
  char *name;
  GPtrArray *edits;
  char *told;
  char *begun; /* of the first change after a publication: what that begins */
} Change;

/* A command on its way to the store. */
typedef struct {
  ScDesign *design;
  char *process_id;
  char *heading;
  char *told; /* of a command without a @change */
  Change *change;
} Run;

/* What is not written yet, on its way to what is in the store now. */
typedef struct {
  ScDesign *design;
  char *process_id;
  ScSide side;
  gboolean is_answer; /* of a person who was asked */
} Resolution;

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_free (change->name);
  g_free (change->told);
  g_free (change->begun);
  g_ptr_array_unref (change->edits);
}

static void
change_free (gpointer data)
{
  g_rc_box_release_full (data, change_clear);
}

static Change *
change_new (const char *name,
            GPtrArray  *edits,
            const char *told)
{
  Change *change = g_rc_box_new0 (Change);

  change->name = g_strdup (name);
  change->edits = g_ptr_array_ref (edits);
  change->told = g_strdup (told);

  return change;
}

/* What is used for deals stays as it is: nobody is to learn that from the buttons alone. */
static void
note_begun (Change *change)
{
  change->begun = g_strdup (_("Draft begun"));
  g_set_str (&change->told, change->begun);
}

static void
run_free (Run *run)
{
  g_object_unref (run->design);
  g_free (run->process_id);
  g_free (run->heading);
  g_free (run->told);
  g_clear_pointer (&run->change, change_free);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
resolution_free (Resolution *resolution)
{
  g_object_unref (resolution->design);
  g_free (resolution->process_id);
  g_free (resolution);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Resolution, resolution_free)

/**
 * sc_design_change_free:
 * @change: (transfer full): a change
 */
void
sc_design_change_free (ScDesignChange *change)
{
  change_free (change);
}

/**
 * sc_design_changes_new:
 *
 * Returns: (transfer full): an empty list of changes
 */
GPtrArray *
sc_design_changes_new (void)
{
  return g_ptr_array_new_with_free_func (change_free);
}

/* The first change after a publication makes the next draft. */
static gboolean
apply (ScDesign  *self,
       GPtrArray *edits,
       GError   **error)
{
  g_autoptr (ScVersion) edited = sc_version_edit (self->version, edits, error);

  if (edited == NULL)
    return FALSE;

  if (edited->status != SC_VERSION_DRAFT)
    {
      edited->status = SC_VERSION_DRAFT;
      edited->number++;
    }
  sc_design_show_version (self, edited);

  return TRUE;
}

static gboolean
is_conflict (const GError *error)
{
  return g_error_matches (error, SC_MODEL_ERROR, SC_MODEL_ERROR_CONFLICT) ||
         g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
}

static void resolve (ScDesign *self,
                     ScSide    side,
                     gboolean  is_answer);

static void
keep_unsaved (ScDesign *self,
              Run      *run)
{
  if (run->change != NULL)
    g_ptr_array_add (self->unsaved, g_steal_pointer (&run->change));
}

static void
run_failed (ScDesign     *self,
            Run          *run,
            const GError *error)
{
  gboolean is_here = g_strcmp0 (run->process_id, self->process_id) == 0;
  gboolean is_change = run->change != NULL && is_here;
  gboolean is_told = is_change && self->unsaved->len > 0;

  /* Those behind it fail with it. */
  if (is_here)
    keep_unsaved (self, run);
  if (is_change && is_conflict (error))
    self->has_conflict = TRUE;
  else if (!is_told)
    sc_design_fail (self, run->heading, error);

  if (self->has_conflict && self->n_running == 0)
    resolve (self, SC_SIDE_MINE, FALSE);
  if (self->unsaved->len > 0)
    g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_CHANGED], 0);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  ScDesign *self = run->design;

  self->n_running--;
  if (outcome == NULL)
    {
      run_failed (self, run, error);
      return;
    }

  if (run->told != NULL && outcome->change_id != 0)
    g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_TOLD], 0, run->told, outcome->change_id);
  if (run->change != NULL && run->change->told != NULL)
    g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_TOLD], 0, run->change->told, outcome->change_id);
  g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_DONE], 0, outcome->name != NULL ? outcome->name : "");
  if (self->n_running > 0)
    return;

  if (self->has_conflict)
    resolve (self, SC_SIDE_MINE, FALSE);
  else
    sc_design_reload (self);
}

static void
run (ScDesign   *self,
     ScCommand  *command,
     const char *heading,
     const char *told,
     Change     *change)
{
  Run *run = g_new0 (Run, 1);

  run->design = g_object_ref (self);
  run->process_id = g_strdup (self->process_id);
  run->heading = g_strdup (heading);
  run->told = g_strdup (told);
  run->change = change;
  self->n_running++;
  sc_command_run_async (command, self->store, NULL, run_cb, run);
}

/**
 * sc_design_run:
 * @self: a design with a store
 * @command: (transfer full): what to do
 * @heading: what an error is told under
 * @told: what to tell when it is written, with Undo
 *
 * Has a change made that is not one of the version's stages or roles.
 */
void
sc_design_run (ScDesign   *self,
               ScCommand  *command,
               const char *heading,
               const char *told)
{
  g_return_if_fail (SC_IS_DESIGN (self));
  g_return_if_fail (self->store != NULL);

  run (self, command, heading, told, NULL);
}

/**
 * sc_design_edit:
 * @self: a design
 * @name: what the edits do, for people
 * @edits: (element-type ScEdit): how they do it
 *
 * Changes the version: at once on the screen, and then in the store.
 *
 * Returns: whether that could be done
 */
gboolean
sc_design_edit (ScDesign   *self,
                const char *name,
                GPtrArray  *edits)
{
  g_autoptr (GError) error = NULL;
  Change *change;

  g_autoptr (ScVersion) before = NULL;

  g_return_val_if_fail (SC_IS_DESIGN (self), FALSE);

  if (self->store == NULL || self->version == NULL || edits == NULL || edits->len == 0)
    return FALSE;

  before = sc_version_ref (self->version);

  if (!apply (self, edits, &error))
    {
      sc_design_fail (self, _("Scheme Not Changed"), error);
      return FALSE;
    }

  change = change_new (name, edits, NULL);
  if (before->status != SC_VERSION_DRAFT)
    note_begun (change);
  if (self->unsaved->len > 0)
    g_ptr_array_add (self->unsaved, g_rc_box_acquire (change));
  else
    run (self, sc_command_edit_version (self->process_id, name, edits), _("Change Not Saved"), NULL,
         g_rc_box_acquire (change));

  /* A field that loses the focus by it is saved in between. */
  g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_CHANGED], 0);
  g_clear_pointer (&self->latest, sc_design_change_free);
  self->latest = change;

  return TRUE;
}

/**
 * sc_design_tell:
 * @self: a design that was edited just now
 * @text: what was done
 *
 * Has people told of the last edit as soon as it is written, with a way to take
 * it back, however many follow it. The first one after a publication is told of in any
 * case, with what it begins.
 */
void
sc_design_tell (ScDesign   *self,
                const char *text)
{
  Change *latest;

  g_return_if_fail (SC_IS_DESIGN (self));

  latest = self->latest;
  if (latest == NULL)
    return;

  g_free (latest->told);
  if (latest->begun != NULL)
    /* Translators: what was done, and that this begins a draft */
    latest->told = g_strdup_printf (_("%1$s. %2$s"), text, latest->begun);
  else
    latest->told = g_strdup (text);
}

/**
 * sc_design_edit_overtaken:
 * @self: a design
 * @name: what the edits do, for people
 * @edits: (element-type ScEdit): edits of the version as it was when a person
 *   began to make them
 *
 * Changes a version that others have changed meanwhile: at once on the screen;
 * in the store as soon as a person has resolved what clashes.
 */
void
sc_design_edit_overtaken (ScDesign   *self,
                          const char *name,
                          GPtrArray  *edits)
{
  g_autoptr (GPtrArray) rebased = NULL;
  Change *change;

  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->store == NULL || self->version == NULL)
    return;

  rebased = sc_rebase_edits (edits, self->version, SC_SIDE_MINE, NULL, NULL);
  if (rebased->len > 0)
    apply (self, rebased, NULL);
  change = change_new (name, edits, NULL);
  g_ptr_array_add (self->unsaved, g_rc_box_acquire (change));
  self->has_conflict = TRUE;
  if (self->n_running == 0)
    resolve (self, SC_SIDE_MINE, FALSE);
  g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_CHANGED], 0);
  g_clear_pointer (&self->latest, sc_design_change_free);
  self->latest = change;
}

/* What is kept is made again on what is in the store now. Returns what of it
 * has changed there too. */
static GPtrArray *
rebase_unsaved (ScDesign        *self,
                const ScVersion *onto,
                ScSide           side,
                GPtrArray       *rebased,
                GPtrArray       *dropped)
{
  g_autoptr (ScVersion) version = sc_version_ref ((ScVersion *) onto);
  GPtrArray *clashes = sc_clashes_new ();

  for (guint i = 0; i < self->unsaved->len; i++)
    {
      Change *change = self->unsaved->pdata[i];
      g_autoptr (GPtrArray) edits = sc_rebase_edits (change->edits, version, side, clashes, dropped);
      g_autoptr (GError) error = NULL;
      ScVersion *next = sc_version_edit (version, edits, &error);

      if (next == NULL)
        {
          g_ptr_array_add (dropped, g_strdup (error->message));
          continue;
        }
      g_ptr_array_add (rebased, change_new (change->name, edits, change->told));
      sc_version_unref (version);
      version = next;
    }

  return clashes;
}

static void
save_onto (ScDesign  *self,
           ScVersion *version,
           GPtrArray *changes)
{
  g_ptr_array_set_size (self->unsaved, 0);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  sc_design_show_version (self, version);
  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = changes->pdata[i];

      if (change->edits->len > 0 && apply (self, change->edits, NULL))
        run (self, sc_command_edit_version (self->process_id, change->name, change->edits),
             _("Change Not Saved"), NULL, change_new (change->name, change->edits, change->told));
    }
  g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_CHANGED], 0);
  if (self->n_running == 0)
    sc_design_reload (self);
}

/* Nothing that a person has done goes without a word. */
static void
tell_dropped (ScDesign  *self,
              GPtrArray *dropped)
{
  g_autofree char *list = NULL;
  g_autoptr (GError) error = NULL;

  if (dropped->len == 0)
    return;

  g_ptr_array_add (dropped, NULL);
  list = g_strjoinv ("\n", (char **) dropped->pdata);
  error = g_error_new (SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                       _("Others have changed the scheme meanwhile, so this could not be done any more:\n%s"), list);
  sc_design_fail (self, _("Change Not Saved"), error);
}

/* What clashes is only resolved by an answer to just that. */
static void
resolve_with (ScDesign            *self,
              Resolution          *resolution,
              const ScSavedScheme *saved)
{
  g_autoptr (GPtrArray) changes = sc_design_changes_new ();
  g_autoptr (GPtrArray) dropped = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) clashes = rebase_unsaved (self, saved->version, resolution->side, changes, dropped);
  gboolean is_answered = resolution->is_answer && self->asked != NULL && sc_clashes_equal (self->asked, clashes);

  if (clashes->len == 0 || is_answered)
    {
      save_onto (self, saved->version, changes);
      tell_dropped (self, dropped);
      return;
    }

  g_clear_pointer (&self->asked, g_ptr_array_unref);
  self->asked = g_ptr_array_ref (clashes);
  g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_CLASHED], 0, clashes);
}

static void
read_to_resolve_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Resolution) resolution = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSavedScheme) saved = sc_saved_scheme_load_finish (SC_STORE (source), result, &error);
  ScDesign *self = resolution->design;

  self->n_reading--;
  if (self->store != SC_STORE (source) || g_strcmp0 (self->process_id, resolution->process_id) != 0)
    return;

  if (saved == NULL)
    sc_design_fail (self, _("Change Not Saved"), error);
  else if (self->unsaved->len > 0)
    resolve_with (self, resolution, saved);
}

static void
resolve (ScDesign *self,
         ScSide    side,
         gboolean  is_answer)
{
  Resolution *resolution = g_new0 (Resolution, 1);

  resolution->design = g_object_ref (self);
  resolution->process_id = g_strdup (self->process_id);
  resolution->side = side;
  resolution->is_answer = is_answer;
  self->has_conflict = FALSE;
  self->n_reading++;
  sc_saved_scheme_load_async (self->store, self->process_id, NULL, read_to_resolve_cb, resolution);
}

/**
 * sc_design_describe_unsaved:
 * @self: a design
 *
 * Returns: (transfer full): the names of the changes that could not be written,
 *   a line each
 */
char *
sc_design_describe_unsaved (ScDesign *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  for (guint i = 0; i < self->unsaved->len; i++)
    g_strv_builder_add (builder, ((Change *) self->unsaved->pdata[i])->name);
  names = g_strv_builder_end (builder);

  return g_strjoinv ("\n", names);
}

/**
 * sc_design_save_again:
 * @self: a design
 *
 * Tries once more to write what could not be written: on top of what others
 * have changed meanwhile, unless that is the same.
 */
void
sc_design_save_again (ScDesign *self)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->unsaved->len > 0 && self->store != NULL)
    resolve (self, SC_SIDE_MINE, FALSE);
}

/**
 * sc_design_resolve:
 * @self: a design that has told of clashes
 * @side: what is to stand of them
 *
 * Writes what could not be written. Where others have gone on meanwhile, it
 * tells of the clashes once more instead.
 */
void
sc_design_resolve (ScDesign *self,
                   ScSide    side)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->unsaved->len > 0 && self->store != NULL)
    resolve (self, side, TRUE);
}
