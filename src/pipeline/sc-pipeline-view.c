/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Deals view: a process's deals as a board and as a list, and one of them
 * in a pane beside. */

#include "pipeline/sc-pipeline-view.h"

struct _ScPipelineView
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
  SIGNAL_IMPORT,
  SIGNAL_SHOW_SCHEME,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScPipelineView, sc_pipeline_view, ADW_TYPE_BIN);

static void
sc_pipeline_view_dispose (GObject *object)
{
  ScPipelineView *self = SC_PIPELINE_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PIPELINE_VIEW);
  g_clear_object (&self->store);
  g_clear_pointer (&self->process_id, g_free);

  G_OBJECT_CLASS (sc_pipeline_view_parent_class)->dispose (object);
}

static void
sc_pipeline_view_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ScPipelineView *self = SC_PIPELINE_VIEW (object);

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
sc_pipeline_view_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ScPipelineView *self = SC_PIPELINE_VIEW (object);

  switch (property_id)
    {
    case PROP_STORE:
      sc_pipeline_view_set_store (self, g_value_get_object (value));
      break;

    case PROP_PROCESS_ID:
      sc_pipeline_view_set_process_id (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_pipeline_view_class_init (ScPipelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_pipeline_view_dispose;
  object_class->get_property = sc_pipeline_view_get_property;
  object_class->set_property = sc_pipeline_view_set_property;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_PROCESS_ID] =
    g_param_spec_string ("process-id", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ScPipelineView::import:
   *
   * The user wants deals brought in from a file.
   */
  signals[SIGNAL_IMPORT] =
    g_signal_new ("import", SC_TYPE_PIPELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScPipelineView::show-scheme:
   *
   * The user wants to see the process's scheme, to publish it.
   */
  signals[SIGNAL_SHOW_SCHEME] =
    g_signal_new ("show-scheme", SC_TYPE_PIPELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/pipeline/sc-pipeline-view.ui");
}

static void
sc_pipeline_view_init (ScPipelineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_pipeline_view_new:
 *
 * Returns: (transfer floating): a view that shows nothing yet
 */
GtkWidget *
sc_pipeline_view_new (void)
{
  return g_object_new (SC_TYPE_PIPELINE_VIEW, NULL);
}

/**
 * sc_pipeline_view_set_store:
 * @self: a view
 * @store: (nullable): where the deals are kept
 */
void
sc_pipeline_view_set_store (ScPipelineView *self,
                            ScStore        *store)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));

  if (g_set_object (&self->store, (GObject *) store))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * sc_pipeline_view_get_store:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): where the deals are kept
 */
ScStore *
sc_pipeline_view_get_store (ScPipelineView *self)
{
  g_return_val_if_fail (SC_IS_PIPELINE_VIEW (self), NULL);

  return (ScStore *) self->store;
}

/**
 * sc_pipeline_view_set_process_id:
 * @self: a view
 * @process_id: (nullable): the process whose deals it shows
 */
void
sc_pipeline_view_set_process_id (ScPipelineView *self,
                                 const char     *process_id)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));

  if (g_set_str (&self->process_id, process_id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROCESS_ID]);
}

/**
 * sc_pipeline_view_get_process_id:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the process whose deals it shows
 */
const char *
sc_pipeline_view_get_process_id (ScPipelineView *self)
{
  g_return_val_if_fail (SC_IS_PIPELINE_VIEW (self), NULL);

  return self->process_id;
}

/**
 * sc_pipeline_view_select_deal:
 * @self: a view
 * @deal_id: one of its process's deals
 *
 * Shows a deal: its pane opens, and its card is scrolled to where it stands
 * on the board.
 */
void
sc_pipeline_view_select_deal (ScPipelineView *self,
                              gint64          deal_id)
{
  g_return_if_fail (SC_IS_PIPELINE_VIEW (self));
}
