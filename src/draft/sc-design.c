/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheme that is being worked on: the current version, what the method
 * has to say about it. How it is changed, sc-design-write.c has. */

#include "draft/sc-design-private.h"

#include <glib/gi18n-lib.h>

#include "draft/sc-saved-scheme.h"
#include "method/sc-lint.h"

guint sc_design_signals[SC_DESIGN_N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDesign, sc_design, G_TYPE_OBJECT);

/**
 * sc_design_show_version:
 * @self: a design
 * @version: (nullable): what is on show from now on
 */
void
sc_design_show_version (ScDesign  *self,
                        ScVersion *version)
{
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->version = version != NULL ? sc_version_ref (version) : NULL;
  self->findings = version != NULL ? sc_lint (version)
                                   : g_ptr_array_new_with_free_func ((GDestroyNotify) sc_finding_unref);
}

/**
 * sc_design_fail:
 * @self: a design
 * @heading: what could not be done
 * @error: why
 */
void
sc_design_fail (ScDesign     *self,
                const char   *heading,
                const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_FAILED], 0, heading, error);
}

static gboolean
is_same_version (const ScVersion *a,
                 const ScVersion *b)
{
  return a != NULL && b != NULL && g_strcmp0 (a->id, b->id) == 0 && a->status == b->status && a->number == b->number &&
         sc_version_equal (a, b) && sc_calendar_equal (a->calendar, b->calendar);
}

/* A version that is as it was stays the same object: whoever shows it need not
 * show it anew. */
static void
take_saved (ScDesign      *self,
            ScSavedScheme *saved)
{
  if (!is_same_version (self->version, saved->version))
    sc_design_show_version (self, saved->version);
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->published, sc_version_unref);
  g_clear_pointer (&self->loss_reasons, g_strfreev);
  self->process = g_steal_pointer (&saved->process);
  self->published = g_steal_pointer (&saved->published);
  self->loss_reasons = g_steal_pointer (&saved->loss_reasons);

  g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_CHANGED], 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScDesign) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScSavedScheme) saved = sc_saved_scheme_load_finish (SC_STORE (source), result, &error);

  self->n_reading--;
  if (saved == NULL)
    {
      /* A process that was deleted meanwhile is nobody's news here. */
      if (!g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
        sc_design_fail (self, _("Could Not Load Scheme"), error);
      return;
    }

  /* What is being written would be missing from what was read. */
  if (self->n_running == 0 && self->unsaved->len == 0)
    take_saved (self, saved);
}

static void
store_changed_cb (ScDesign          *self,
                  const ScChangeSet *changes)
{
  if (self->process_id != NULL && sc_change_set_has_design (changes, self->process_id))
    sc_design_reload (self);
}

static void
sc_design_dispose (GObject *object)
{
  ScDesign *self = SC_DESIGN (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_design_parent_class)->dispose (object);
}

static void
sc_design_finalize (GObject *object)
{
  ScDesign *self = SC_DESIGN (object);

  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->published, sc_version_unref);
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->loss_reasons, g_strfreev);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->unsaved, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_clear_object (&self->loading);
  g_free (self->process_id);
  g_clear_pointer (&self->latest, sc_design_change_free);

  G_OBJECT_CLASS (sc_design_parent_class)->finalize (object);
}

static void
sc_design_class_init (ScDesignClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_design_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_design_finalize;

  /**
   * ScDesign::changed:
   *
   * The version, or what else is kept of the process, may be another.
   */
  sc_design_signals[SC_DESIGN_SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_DESIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScDesign::failed:
   * @heading: what could not be done
   * @error: why
   */
  sc_design_signals[SC_DESIGN_SIGNAL_FAILED] =
    g_signal_new ("failed", SC_TYPE_DESIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  2, G_TYPE_STRING, G_TYPE_ERROR);

  /**
   * ScDesign::clashed:
   * @clashes: (element-type ScClash): what was changed here and elsewhere
   *
   * A person has to say what is to stand, with sc_design_resolve(). Until then
   * what was changed here is on show, and what others did is in the store.
   */
  sc_design_signals[SC_DESIGN_SIGNAL_CLASHED] =
    g_signal_new ("clashed", SC_TYPE_DESIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * ScDesign::done:
   * @name: the change's name, as people read it
   *
   * A command that was run is written.
   */
  sc_design_signals[SC_DESIGN_SIGNAL_DONE] =
    g_signal_new ("done", SC_TYPE_DESIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * ScDesign::told:
   * @text: what was done
   * @change_id: the number of the change that did it
   *
   * What sc_design_tell() was to tell is written.
   */
  sc_design_signals[SC_DESIGN_SIGNAL_TOLD] =
    g_signal_new ("told", SC_TYPE_DESIGN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
sc_design_init (ScDesign *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_finding_unref);
  self->unsaved = sc_design_changes_new ();
  self->store_signals = g_signal_group_new (SC_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (store_changed_cb), self);
}

/**
 * sc_design_new:
 *
 * Returns: (transfer full): a design of nothing yet
 */
ScDesign *
sc_design_new (void)
{
  return g_object_new (SC_TYPE_DESIGN, NULL);
}

static void
forget (ScDesign *self)
{
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->published, sc_version_unref);
  g_clear_pointer (&self->loss_reasons, g_strfreev);
  g_ptr_array_set_size (self->unsaved, 0);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  self->has_conflict = FALSE;
  g_clear_pointer (&self->latest, sc_design_change_free);
  sc_design_show_version (self, NULL);
}

/**
 * sc_design_set_source:
 * @self: a design
 * @store: (nullable): where the process is kept
 * @process_id: (nullable): which one it is
 */
void
sc_design_set_source (ScDesign   *self,
                      ScStore    *store,
                      const char *process_id)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->store == store && g_strcmp0 (self->process_id, process_id) == 0)
    return;

  if (g_set_object (&self->store, store))
    g_signal_group_set_target (self->store_signals, store);
  g_set_str (&self->process_id, process_id);

  forget (self);
  g_signal_emit (self, sc_design_signals[SC_DESIGN_SIGNAL_CHANGED], 0);
  sc_design_reload (self);
}

/**
 * sc_design_get_store:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): where the process is kept
 */
ScStore *
sc_design_get_store (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->store;
}

/**
 * sc_design_get_process_id:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): the process
 */
const char *
sc_design_get_process_id (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->process_id;
}

/**
 * sc_design_reload:
 * @self: a design
 *
 * Reads the process anew. What is not written yet stays as it is shown.
 */
void
sc_design_reload (ScDesign *self)
{
  g_return_if_fail (SC_IS_DESIGN (self));

  if (self->store == NULL || self->process_id == NULL)
    return;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  self->n_reading++;
  sc_saved_scheme_load_async (self->store, self->process_id, self->loading, read_cb, g_object_ref (self));
}

/**
 * sc_design_get_version:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): the draft, else what is published;
 *   %NULL while it is read
 */
ScVersion *
sc_design_get_version (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->version;
}

/**
 * sc_design_get_published:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): the version that deals are worked along
 */
ScVersion *
sc_design_get_published (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->published;
}

/**
 * sc_design_get_process:
 * @self: a design
 *
 * Returns: (transfer none) (nullable): the process as lists show it
 */
ScProcess *
sc_design_get_process (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->process;
}

/**
 * sc_design_get_loss_reasons:
 * @self: a design
 *
 * Returns: (transfer none): why deals of the process are lost
 */
const char *const *
sc_design_get_loss_reasons (ScDesign *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->loss_reasons != NULL ? (const char *const *) self->loss_reasons : none;
}

/**
 * sc_design_get_findings:
 * @self: a design
 *
 * Returns: (transfer none) (element-type ScFinding): what the method has to
 *   say about the version
 */
GPtrArray *
sc_design_get_findings (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), NULL);

  return self->findings;
}

/**
 * sc_design_is_busy:
 * @self: a design
 *
 * Returns: whether something is being written or read
 */
gboolean
sc_design_is_busy (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), FALSE);

  return self->n_running > 0 || self->n_reading > 0;
}

/**
 * sc_design_is_saving:
 * @self: a design
 *
 * Returns: whether something is being written, or looked at again so that it
 *   can be
 */
gboolean
sc_design_is_saving (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), FALSE);

  return self->n_running > 0 || (self->unsaved->len > 0 && self->n_reading > 0);
}

/**
 * sc_design_has_unsaved:
 * @self: a design
 *
 * Returns: whether something is on show that could not be written
 */
gboolean
sc_design_has_unsaved (ScDesign *self)
{
  g_return_val_if_fail (SC_IS_DESIGN (self), FALSE);

  return self->unsaved->len > 0;
}
