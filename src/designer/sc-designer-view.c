/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Scheme view: a process's stages on a canvas, and beside it all about the
 * selected one and what the method has to say. */

#include "designer/sc-designer-view.h"

struct _ScDesignerView
{
  AdwBin parent_instance;

  GObject *store;
  char *process_id;
};

enum {
  PROP_0,
  PROP_STORE,
  PROP_PROCESS_ID,
  N_PROPS,
};

enum {
  SIGNAL_PUBLISHED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDesignerView, sc_designer_view, ADW_TYPE_BIN);

static void
sc_designer_view_dispose (GObject *object)
{
  ScDesignerView *self = SC_DESIGNER_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_DESIGNER_VIEW);
  g_clear_object (&self->store);
  g_clear_pointer (&self->process_id, g_free);

  G_OBJECT_CLASS (sc_designer_view_parent_class)->dispose (object);
}

static void
sc_designer_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ScDesignerView *self = SC_DESIGNER_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_PROCESS_ID:
      g_value_set_string (value, self->process_id);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_designer_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ScDesignerView *self = SC_DESIGNER_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      sc_designer_view_set_store (self, g_value_get_object (value));
      break;

    case PROP_PROCESS_ID:
      sc_designer_view_set_process_id (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_designer_view_class_init (ScDesignerViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_designer_view_dispose;
  object_class->get_property = sc_designer_view_get_property;
  object_class->set_property = sc_designer_view_set_property;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PROCESS_ID] =
    g_param_spec_string ("process-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ScDesignerView::published:
   *
   * The user has published the process: deals can be worked along it.
   */
  signals[SIGNAL_PUBLISHED] =
    g_signal_new ("published", SC_TYPE_DESIGNER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/sc-designer-view.ui");
}

static void
sc_designer_view_init (ScDesignerView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_designer_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
sc_designer_view_new (void)
{
  return g_object_new (SC_TYPE_DESIGNER_VIEW, NULL);
}

/**
 * sc_designer_view_set_store:
 * @self: a view
 * @store: (nullable): where processes are kept
 */
void
sc_designer_view_set_store (ScDesignerView *self,
                            ScStore        *store)
{
  g_return_if_fail (SC_IS_DESIGNER_VIEW (self));

  if (g_set_object (&self->store, (GObject *) store))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * sc_designer_view_get_store:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): where processes are kept
 */
ScStore *
sc_designer_view_get_store (ScDesignerView *self)
{
  g_return_val_if_fail (SC_IS_DESIGNER_VIEW (self), NULL);

  return (ScStore *) self->store;
}

/**
 * sc_designer_view_set_process_id:
 * @self: a view
 * @process_id: (nullable): the process whose scheme it shows
 */
void
sc_designer_view_set_process_id (ScDesignerView *self,
                                 const char     *process_id)
{
  g_return_if_fail (SC_IS_DESIGNER_VIEW (self));

  if (g_set_str (&self->process_id, process_id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROCESS_ID]);
}

/**
 * sc_designer_view_get_process_id:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the process whose scheme it shows
 */
const char *
sc_designer_view_get_process_id (ScDesignerView *self)
{
  g_return_val_if_fail (SC_IS_DESIGNER_VIEW (self), NULL);

  return self->process_id;
}

/**
 * sc_designer_view_select_stage:
 * @self: a view
 * @stage_id: (nullable): one of its process's stages, or %NULL for none
 *
 * Shows a stage: its card is scrolled to and its fields stand in the pane.
 */
void
sc_designer_view_select_stage (ScDesignerView *self,
                               const char     *stage_id)
{
  g_return_if_fail (SC_IS_DESIGNER_VIEW (self));
}
