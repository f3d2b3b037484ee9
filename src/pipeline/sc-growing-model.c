/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list that is shown little by little. GTK makes some two hundred rows for a
 * list at once, though ten are seen: for the columns of a board, all of which
 * get other deals at the same time, that takes half a second. So a list begins
 * with what is seen and grows between two frames, one list at a time, until GTK
 * has its rows; then all of the others are there at no cost. */

#include "pipeline/sc-growing-model.h"

/* As many as are seen, and as many more as are hardly noticed. */
#define N_FIRST 12
#define N_MORE 16

/* From here on GTK makes no more rows. */
#define N_ROWS 224

/* So few keep their rows when all are replaced, and with them the focus. */
#define N_AT_ONCE 32

struct _ScGrowingModel {
  GObject parent_instance;

  GListModel *model;
  guint n_shown;
  gboolean is_queued;
};

/* Those that grow, in turns. */
static GQueue growing = G_QUEUE_INIT;
static guint idle;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScGrowingModel, sc_growing_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init));

static void
leave_queue (ScGrowingModel *self)
{
  if (self->is_queued)
    g_queue_remove (&growing, self);
  self->is_queued = FALSE;
}

static void
show_more (ScGrowingModel *self,
           guint           n)
{
  guint n_before = self->n_shown;

  self->n_shown += n;
  g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n);
}

static void grow_in_turn (ScGrowingModel *self);

static gboolean
grow_cb (gpointer user_data)
{
  g_autoptr (ScGrowingModel) self = g_queue_pop_head (&growing);
  guint n_left;

  if (self == NULL)
    {
      idle = 0;
      return G_SOURCE_REMOVE;
    }

  g_object_ref (self);
  self->is_queued = FALSE;
  n_left = g_list_model_get_n_items (self->model) - self->n_shown;
  if (self->n_shown < N_ROWS)
    n_left = MIN (n_left, N_MORE);
  if (n_left > 0)
    show_more (self, n_left);
  grow_in_turn (self);

  return G_SOURCE_CONTINUE;
}

static void
grow_in_turn (ScGrowingModel *self)
{
  if (self->is_queued || self->model == NULL || self->n_shown == g_list_model_get_n_items (self->model))
    return;

  self->is_queued = TRUE;
  g_queue_push_tail (&growing, self);
  /* After what there is to draw. */
  if (idle == 0)
    idle = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, grow_cb, NULL, NULL);
}

/* What comes at the end of a list that grows comes in its turn, and what takes
 * the place of all begins anew. */
static void
items_changed_cb (ScGrowingModel *self,
                  guint           position,
                  guint           n_removed,
                  guint           n_added)
{
  gboolean is_all = position == 0 && n_removed >= self->n_shown;

  if (position <= self->n_shown && (is_all || position < self->n_shown))
    {
      guint n_gone = MIN (n_removed, self->n_shown - position);
      guint n_come = is_all && n_added > N_AT_ONCE ? N_FIRST : n_added;

      self->n_shown += n_come - n_gone;
      g_list_model_items_changed (G_LIST_MODEL (self), position, n_gone, n_come);
    }
  else if (position == self->n_shown && self->n_shown >= N_ROWS)
    {
      show_more (self, n_added);
    }
  grow_in_turn (self);
}

static GType
sc_growing_model_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (SC_GROWING_MODEL (model)->model);
}

static guint
sc_growing_model_get_n_items (GListModel *model)
{
  return SC_GROWING_MODEL (model)->n_shown;
}

static gpointer
sc_growing_model_get_item (GListModel *model,
                           guint       position)
{
  ScGrowingModel *self = SC_GROWING_MODEL (model);

  return position < self->n_shown ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sc_growing_model_get_item_type;
  iface->get_n_items = sc_growing_model_get_n_items;
  iface->get_item = sc_growing_model_get_item;
}

static void
sc_growing_model_dispose (GObject *object)
{
  ScGrowingModel *self = SC_GROWING_MODEL (object);

  leave_queue (self);
  self->n_shown = 0;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (sc_growing_model_parent_class)->dispose (object);
}

static void
sc_growing_model_class_init (ScGrowingModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_growing_model_dispose;
}

static void
sc_growing_model_init (ScGrowingModel *self)
{
}

/**
 * sc_growing_model_new:
 * @model: a list
 *
 * Places are the same in both; what is not shown yet comes at the end.
 *
 * Returns: (transfer full): what is shown of it, which grows to be all
 */
ScGrowingModel *
sc_growing_model_new (GListModel *model)
{
  ScGrowingModel *self = g_object_new (SC_TYPE_GROWING_MODEL, NULL);

  self->model = g_object_ref (model);
  self->n_shown = g_list_model_get_n_items (model);
  if (self->n_shown > N_AT_ONCE)
    self->n_shown = N_FIRST;
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  grow_in_turn (self);

  return self;
}

/**
 * sc_growing_model_reach:
 * @self: a list that grows
 * @position: the place of a row that somebody goes to
 *
 * Shows all of it now, where the row is not shown yet.
 */
void
sc_growing_model_reach (ScGrowingModel *self,
                        guint           position)
{
  guint n_left;

  g_return_if_fail (SC_IS_GROWING_MODEL (self));

  n_left = g_list_model_get_n_items (self->model) - self->n_shown;
  if (position < self->n_shown || n_left == 0)
    return;

  leave_queue (self);
  show_more (self, n_left);
}
