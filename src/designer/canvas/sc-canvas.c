/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas: a card for each stage where the layout has it. Cards are placed
 * with a transform, so that zoom, and the size of text that the user wants,
 * change no line break: what is larger on the screen is the same on paper. */

#include "designer/canvas/sc-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "designer/sc-designer-keys.h"

#define MOVE_MS 250

enum {
  PROP_0,
  PROP_SELECTED,
  PROP_ZOOM,
  PROP_HAS_REFUSALS,
  PROP_HAS_FIGURES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScCanvas, sc_canvas, GTK_TYPE_WIDGET);

/**
 * sc_canvas_get_text_scale:
 * @self: a canvas
 *
 * Returns: how much larger than usual the user wants text to be
 */
double
sc_canvas_get_text_scale (ScCanvas *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96.0, 0.75, 3) : 1;
}

/* Large text gives way where not even one card would fit. */
double
sc_canvas_get_scale (ScCanvas *self,
                     double    width)
{
  double room = width > 0 ? width / (SC_CARD_WIDTH + 2 * SC_SCHEME_MARGIN) : 1;

  return self->zoom * CLAMP (sc_canvas_get_text_scale (self), MIN (1, room), MAX (1, room));
}

/**
 * sc_canvas_get_direction:
 * @self: a canvas
 *
 * Returns: the way its scheme runs
 */
ScDirection
sc_canvas_get_direction (ScCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? SC_DIRECTION_RTL : SC_DIRECTION_LTR;
}

/**
 * sc_canvas_get_layout_options:
 * @self: a canvas
 * @width: the width to wrap rows in
 *
 * Returns: how its scheme is laid out
 */
ScLayoutOptions
sc_canvas_get_layout_options (ScCanvas *self,
                              double    width)
{
  return (ScLayoutOptions) { width, sc_canvas_get_direction (self), self->has_refusals, FALSE, self->figures };
}

void
sc_canvas_ensure_layout (ScCanvas *self,
                         double    width)
{
  ScLayoutOptions options = sc_canvas_get_layout_options (self, width);

  if (self->layout != NULL && self->options.width == options.width && self->options.direction == options.direction &&
      self->options.has_refusals == options.has_refusals && self->layout->figures == options.figures)
    return;

  g_clear_pointer (&self->layout, sc_layout_free);
  self->options = options;
  self->layout = sc_layout_new (self->version, &options, self->typesetter);
}

/**
 * sc_canvas_require_layout:
 * @self: a canvas
 *
 * Lays a version out anew that has come since the last frame.
 *
 * Returns: whether there is a layout
 */
gboolean
sc_canvas_require_layout (ScCanvas *self)
{
  if (self->version != NULL && self->version->stages->len > 0)
    sc_canvas_ensure_layout (self, self->options.width);

  return self->layout != NULL;
}

/**
 * sc_canvas_to_scheme:
 * @self: a canvas
 * @x: a point of the widget
 * @y: the same
 *
 * Returns: the point of the scheme that is shown there
 */
ScPoint
sc_canvas_to_scheme (ScCanvas *self,
                     double    x,
                     double    y)
{
  return (ScPoint) { (x - self->origin.x) / self->scale, (y - self->origin.y) / self->scale };
}

static GtkSizeRequestMode
sc_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sc_canvas_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  ScCanvas *self = SC_CANVAS (widget);

  if (self->version == NULL)
    {
      *minimum = *natural = 0;
    }
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) floor ((SC_CARD_WIDTH + 2 * SC_SCHEME_MARGIN) * self->zoom);
      *natural = MAX (*minimum, 600);
    }
  else
    {
      double scale = sc_canvas_get_scale (self, for_size);

      sc_canvas_ensure_layout (self, for_size > 0 ? for_size / scale : 0);
      *minimum = *natural = (int) ceil (self->layout->height * scale);
    }
}

static void
sc_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  ScCanvas *self = SC_CANVAS (widget);
  GtkWidget *dragged = NULL;

  if (self->version == NULL || self->layout == NULL)
    return;

  if (self->drag.kind == SC_DRAG_STAGE)
    dragged = GTK_WIDGET (sc_canvas_get_slot (self, self->drag.position)->card);
  else if (self->drag.kind == SC_DRAG_MARK)
    dragged = self->mark;

  sc_canvas_paint (self, snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child != dragged)
      gtk_widget_snapshot_child (widget, child, snapshot);
  if (dragged != NULL)
    gtk_widget_snapshot_child (widget, dragged, snapshot);
}

static gboolean
sc_canvas_focus (GtkWidget       *widget,
                 GtkDirectionType direction)
{
  return sc_canvas_move_focus (SC_CANVAS (widget), direction);
}

static void
sc_canvas_direction_changed (GtkWidget       *widget,
                             GtkTextDirection previous)
{
  gtk_widget_queue_resize (widget);
}

static void
progress_cb (double   value,
             gpointer user_data)
{
  sc_canvas_set_progress (user_data, value);
}

static void
sc_canvas_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  ScCanvas *self = SC_CANVAS (object);

  switch (property_id)
    {
    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;

    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;

    case PROP_HAS_REFUSALS:
      g_value_set_boolean (value, self->has_refusals);
      break;

    case PROP_HAS_FIGURES:
      g_value_set_boolean (value, self->figures != NULL && self->figures->len > 0);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_canvas_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  ScCanvas *self = SC_CANVAS (object);

  switch (property_id)
    {
    case PROP_SELECTED:
      sc_canvas_set_selected (self, g_value_get_string (value));
      break;

    case PROP_ZOOM:
      sc_canvas_set_zoom (self, g_value_get_double (value));
      break;

    case PROP_HAS_REFUSALS:
      sc_canvas_set_has_refusals (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_canvas_dispose (GObject *object)
{
  ScCanvas *self = SC_CANVAS (object);
  GtkWidget *child;

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  self->menu = NULL;
  self->mark = NULL;
  g_clear_object (&self->animation);
  if (self->slots != NULL)
    g_array_set_size (self->slots, 0);
  if (self->gaps != NULL)
    g_ptr_array_set_size (self->gaps, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sc_canvas_parent_class)->dispose (object);
}

static void
sc_canvas_finalize (GObject *object)
{
  ScCanvas *self = SC_CANVAS (object);

  g_clear_pointer (&self->layout, sc_layout_free);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_pointer (&self->typesetter, sc_typesetter_unref);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_free (self->selected);

  G_OBJECT_CLASS (sc_canvas_parent_class)->finalize (object);
}

static void
sc_canvas_class_init (ScCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_canvas_dispose;
  object_class->finalize = sc_canvas_finalize;
  object_class->get_property = sc_canvas_get_property;
  object_class->set_property = sc_canvas_set_property;

  widget_class->get_request_mode = sc_canvas_get_request_mode;
  widget_class->measure = sc_canvas_measure;
  widget_class->size_allocate = sc_canvas_allocate;
  widget_class->snapshot = sc_canvas_snapshot;
  widget_class->focus = sc_canvas_focus;
  widget_class->direction_changed = sc_canvas_direction_changed;

  properties[PROP_SELECTED] =
    g_param_spec_string ("selected", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ZOOM] =
    g_param_spec_double ("zoom", NULL, NULL, SC_ZOOM_MIN, SC_ZOOM_MAX, 1,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_HAS_REFUSALS] =
    g_param_spec_boolean ("has-refusals", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_HAS_FIGURES] =
    g_param_spec_boolean ("has-figures", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  sc_designer_keys_bind_canvas (widget_class);
  gtk_widget_class_set_css_name (widget_class, "schemecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
sc_canvas_init (ScCanvas *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (progress_cb, self, NULL);

  self->typesetter = sc_typesetter_new ();
  self->slots = g_array_new (FALSE, TRUE, sizeof (ScSlot));
  self->gaps = g_ptr_array_new ();
  self->zoom = 1;
  self->scale = 1;
  self->progress = 1;
  self->has_refusals = TRUE;
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, MOVE_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);

  sc_canvas_init_mark (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stages"), -1);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
  sc_canvas_init_drag (self);
  sc_canvas_init_zoom (self);
  sc_canvas_init_keys (self);
}

/**
 * sc_canvas_new:
 *
 * Returns: (transfer floating): a canvas that shows nothing yet
 */
GtkWidget *
sc_canvas_new (void)
{
  return g_object_new (SC_TYPE_CANVAS, NULL);
}

/**
 * sc_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the id of the stage that is worked on
 */
const char *
sc_canvas_get_selected (ScCanvas *self)
{
  g_return_val_if_fail (SC_IS_CANVAS (self), NULL);

  return self->selected;
}

/**
 * sc_canvas_set_selected:
 * @self: a canvas
 * @stage_id: (nullable): the stage that is worked on, or %NULL for none
 */
void
sc_canvas_set_selected (ScCanvas   *self,
                        const char *stage_id)
{
  g_return_if_fail (SC_IS_CANVAS (self));

  if (!g_set_str (&self->selected, stage_id))
    return;

  for (guint i = 0; i < self->slots->len; i++)
    {
      ScStageCard *card = sc_canvas_get_slot (self, i)->card;

      sc_stage_card_set_selected (card, g_strcmp0 (sc_stage_card_get_stage_id (card), self->selected) == 0);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static ScStageCard *
find_card (ScCanvas   *self,
           const char *stage_id)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (g_strcmp0 (sc_stage_card_get_stage_id (sc_canvas_get_slot (self, i)->card), stage_id) == 0)
      return sc_canvas_get_slot (self, i)->card;

  return NULL;
}

/**
 * sc_canvas_focus_stage:
 * @self: a canvas
 * @stage_id: a stage
 *
 * Selects a stage, takes the keyboard to it and brings it into sight.
 */
void
sc_canvas_focus_stage (ScCanvas   *self,
                       const char *stage_id)
{
  ScStageCard *card;

  g_return_if_fail (SC_IS_CANVAS (self));

  card = find_card (self, stage_id);
  if (card == NULL)
    return;

  sc_canvas_set_selected (self, stage_id);
  gtk_widget_grab_focus (GTK_WIDGET (card));
}

static void
edit_selected (gpointer data)
{
  g_autoptr (ScCanvas) self = data;
  ScStageCard *card = self->selected != NULL ? find_card (self, self->selected) : NULL;

  if (card != NULL && !self->is_preview)
    sc_stage_card_edit_name (card);
}

/**
 * sc_canvas_edit_name:
 * @self: a canvas
 * @stage_id: a stage
 *
 * Lets the user change a stage's name in place.
 */
void
sc_canvas_edit_name (ScCanvas   *self,
                     const char *stage_id)
{
  ScStageCard *card;

  g_return_if_fail (SC_IS_CANVAS (self));

  card = find_card (self, stage_id);
  if (card == NULL || self->is_preview)
    return;

  /* A menu that closes gives the focus back, which would end the editing. */
  if (self->menu != NULL)
    {
      sc_canvas_set_selected (self, stage_id);
      g_idle_add_once (edit_selected, g_object_ref (self));
    }
  else
    sc_stage_card_edit_name (card);
}

/**
 * sc_canvas_light:
 * @self: a canvas
 * @stages: (element-type ScStage) (nullable): the stages that are spoken of
 *   elsewhere
 */
void
sc_canvas_light (ScCanvas  *self,
                 GPtrArray *stages)
{
  g_return_if_fail (SC_IS_CANVAS (self));

  for (guint i = 0; i < self->slots->len; i++)
    {
      ScStageCard *card = sc_canvas_get_slot (self, i)->card;
      gboolean is_lit = FALSE;

      for (guint j = 0; stages != NULL && j < stages->len; j++)
        is_lit |= g_strcmp0 (((ScStage *) stages->pdata[j])->id, sc_stage_card_get_stage_id (card)) == 0;
      sc_stage_card_set_lit (card, is_lit);
    }
}

/**
 * sc_canvas_get_has_refusals:
 * @self: a canvas
 *
 * Returns: whether it shows what happens when a client refuses
 */
gboolean
sc_canvas_get_has_refusals (ScCanvas *self)
{
  g_return_val_if_fail (SC_IS_CANVAS (self), FALSE);

  return self->has_refusals;
}

/**
 * sc_canvas_set_has_refusals:
 * @self: a canvas
 * @has_refusals: whether it shows what happens when a client refuses: ways
 *   back to other stages, and for how long a deal is parked
 */
void
sc_canvas_set_has_refusals (ScCanvas *self,
                            gboolean  has_refusals)
{
  g_return_if_fail (SC_IS_CANVAS (self));

  if (self->has_refusals == has_refusals)
    return;

  self->has_refusals = has_refusals;
  for (guint i = 0; i < self->slots->len; i++)
    sc_stage_card_set_has_refusal (sc_canvas_get_slot (self, i)->card, has_refusals);
  adw_animation_skip (self->animation);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_REFUSALS]);
}

/**
 * sc_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: how large the scheme is shown, 1 for its usual size
 */
double
sc_canvas_get_zoom (ScCanvas *self)
{
  g_return_val_if_fail (SC_IS_CANVAS (self), 1);

  return self->zoom;
}

/**
 * sc_canvas_set_zoom:
 * @self: a canvas
 * @zoom: how large the scheme is shown
 */
void
sc_canvas_set_zoom (ScCanvas *self,
                    double    zoom)
{
  g_return_if_fail (SC_IS_CANVAS (self));

  /* What somebody wants now goes before what was to be. */
  if (self->fit_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fit_tick);
  self->fit_tick = 0;

  zoom = CLAMP (zoom, SC_ZOOM_MIN, SC_ZOOM_MAX);
  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  adw_animation_skip (self->animation);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}
