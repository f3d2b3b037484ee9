/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what deals tell of the stages, and has the canvas show it where that is wanted: in the
 * background, and only while somebody looks. Turned off, the reading ends. */

#include "designer/sc-designer-figures.h"

#include "config.h"
#include "statistics/sc-scheme-figures.h"
#include "store/sc-change-set.h"
#include "store/sc-store-read.h"

struct _ScDesignerFigures
{
  GObject parent_instance;

  ScDesign *design;
  ScCanvas *canvas; /* outlives this */
  GSettings *settings;
  GSignalGroup *store_signals;
  GCancellable *reading;
  char *process_id; /* of what is shown, or read */
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (ScDesignerFigures, sc_designer_figures, G_TYPE_OBJECT);

static void follow (ScDesignerFigures *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (ScDesignerFigures) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) figures = sc_store_read_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->canvas == NULL)
    return;

  g_clear_object (&self->reading);
  sc_canvas_set_figures (self->canvas, figures);
  follow (self);
}

static gpointer
read_in_thread (ScStore      *store,
                gpointer      process_id,
                GCancellable *cancellable,
                GError      **error)
{
  return sc_scheme_figures_read (store, process_id, cancellable, error);
}

static void
stop (ScDesignerFigures *self)
{
  self->is_stale = TRUE;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* What is shown stays until the new figures are there. */
static void
follow (ScDesignerFigures *self)
{
  gboolean is_wanted = g_settings_get_boolean (self->settings, "show-figures");
  ScStore *store = sc_design_get_store (self->design);

  if (!is_wanted || store == NULL || self->process_id == NULL)
    {
      stop (self);
      sc_canvas_set_figures (self->canvas, NULL);
      return;
    }
  if (!self->is_stale || self->reading != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    return;

  self->is_stale = FALSE;
  self->reading = g_cancellable_new ();
  sc_store_read_async (store, read_in_thread, g_strdup (self->process_id), g_free, (GDestroyNotify) g_ptr_array_unref,
                       self->reading, read_cb, g_object_ref (self));
}

static void
store_changed_cb (ScDesignerFigures *self,
                  const ScChangeSet *changes)
{
  if (self->process_id == NULL || !sc_change_set_has_figures (changes, self->process_id))
    return;

  self->is_stale = TRUE;
  follow (self);
}

static void
design_changed_cb (ScDesignerFigures *self)
{
  g_signal_group_set_target (self->store_signals, sc_design_get_store (self->design));
  if (!g_set_str (&self->process_id, sc_design_get_process_id (self->design)))
    return;

  stop (self);
  sc_canvas_set_figures (self->canvas, NULL);
  follow (self);
}

static void
sc_designer_figures_dispose (GObject *object)
{
  ScDesignerFigures *self = SC_DESIGNER_FIGURES (object);

  self->canvas = NULL;
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->settings);
  g_clear_object (&self->design);
  g_clear_pointer (&self->process_id, g_free);

  G_OBJECT_CLASS (sc_designer_figures_parent_class)->dispose (object);
}

static void
sc_designer_figures_class_init (ScDesignerFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_designer_figures_dispose;
}

static void
sc_designer_figures_init (ScDesignerFigures *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->store_signals = g_signal_group_new (SC_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (store_changed_cb), self);
  self->is_stale = TRUE;
}

/**
 * sc_designer_figures_new:
 * @design: whose stages they are
 * @canvas: (not nullable): where they are shown; outlives this
 *
 * Returns: (transfer full): what keeps the figures on the canvas
 */
ScDesignerFigures *
sc_designer_figures_new (ScDesign *design,
                         ScCanvas *canvas)
{
  ScDesignerFigures *self = g_object_new (SC_TYPE_DESIGNER_FIGURES, NULL);

  self->design = g_object_ref (design);
  self->canvas = canvas;
  g_signal_connect_object (design, "changed", G_CALLBACK (design_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "map", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::show-figures", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  design_changed_cb (self);

  return self;
}

/**
 * sc_designer_figures_stop:
 * @self: what keeps the figures on the canvas
 *
 * Lets go of the canvas, which goes.
 */
void
sc_designer_figures_stop (ScDesignerFigures *self)
{
  g_return_if_fail (SC_IS_DESIGNER_FIGURES (self));

  stop (self);
  g_clear_object (&self->store_signals);
  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_signal_handlers_disconnect_by_data (self->design, self);
  self->canvas = NULL;
}
