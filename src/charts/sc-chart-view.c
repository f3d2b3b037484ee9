/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart on the screen, whose points a pointer and keys can ask and open. What is painted
 * is the picture that files and paper have, in the colours and the text size of the desktop. */

#include "charts/sc-chart-view-private.h"

#include <math.h>

#include "diagram/sc-chart-table.h"

/* Below this a chart says nothing any more; it is what a window of 360 pixels leaves. */
#define MIN_WIDTH 220
#define NATURAL_WIDTH 640
#define RING 8.0

enum {
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScChartView, sc_chart_view, GTK_TYPE_WIDGET);

static void
follow_look (ScChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean is_dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    self->look.palette = is_dark ? SC_PALETTE_CONTRAST_DARK : SC_PALETTE_CONTRAST;
  else
    self->look.palette = is_dark ? SC_PALETTE_DARK : SC_PALETTE_LIGHT;
  self->look.direction = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? SC_DIRECTION_RTL
                                                                                         : SC_DIRECTION_LTR;
  self->scale = adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, 1, gtk_widget_get_settings (GTK_WIDGET (self)));
  g_clear_pointer (&self->picture, sc_chart_picture_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The chart as wide as the widget is, drawn when it is first needed. */
ScChartPicture *
sc_chart_view_need_picture (ScChartView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / self->scale;

  if (self->picture != NULL && fabs (sc_chart_picture_get_width (self->picture) - MAX (width, 1)) > 0.5)
    g_clear_pointer (&self->picture, sc_chart_picture_free);
  if (self->picture == NULL && self->chart != NULL)
    self->picture = sc_chart_picture_new (self->chart, &self->look, width, self->typesetter);

  return self->picture;
}

static const ScChartSpot *
get_current_spot (ScChartView *self)
{
  ScChartPicture *picture = self->current >= 0 ? sc_chart_view_need_picture (self) : NULL;

  return picture != NULL && (guint) self->current < sc_chart_picture_get_n_spots (picture)
         ? sc_chart_picture_get_spot (picture, (guint) self->current) : NULL;
}

/* What goes round the current point, in pixels of the widget. */
ScBox
sc_chart_view_get_ring (ScChartView *self)
{
  const ScChartSpot *spot = get_current_spot (self);

  if (spot == NULL)
    return (ScBox) { 0, 0, 0, 0 }
  ;

  return (ScBox) {
           (spot->at.x - RING) * self->scale, (spot->at.y - RING) * self->scale,
           2 * RING * self->scale, 2 * RING * self->scale,
  };
}

static void
show_tip (ScChartView       *self,
          const ScChartSpot *spot)
{
  ScBox ring = sc_chart_view_get_ring (self);
  g_autofree char *words = sc_chart_tell_point (self->chart, spot->series, spot->point);

  gtk_label_set_label (GTK_LABEL (self->tip_label), words);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->tip), &(GdkRectangle) {
    (int) ring.x, (int) ring.y, (int) ring.width, (int) ring.height,
  });
  gtk_popover_popup (GTK_POPOVER (self->tip));
}

static void
tell_current (ScChartView       *self,
              const ScChartSpot *spot)
{
  g_autofree char *words = sc_chart_tell_point (self->chart, spot->series, spot->point);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
tell_chart (ScChartView *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->chart->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->chart->description != NULL ? self->chart->description : "", -1);
}

/* Makes a point the current one, or none where @spot is -1. One that keys walked to is told. */
void
sc_chart_view_set_current (ScChartView *self,
                           int          spot,
                           gboolean     is_walked)
{
  const ScChartSpot *current;

  if (self->current == spot)
    return;

  self->current = spot;
  current = get_current_spot (self);
  if (current != NULL && is_walked)
    {
      show_tip (self, current);
      tell_current (self, current);
    }
  else
    gtk_popover_popdown (GTK_POPOVER (self->tip));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Opens what the current point stands for. */
void
sc_chart_view_activate (ScChartView *self)
{
  const ScChartSpot *spot = get_current_spot (self);

  if (spot == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self->tip));
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, spot->series, spot->point);
}

static GtkSizeRequestMode
sc_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sc_chart_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  ScChartView *self = SC_CHART_VIEW (widget);
  double width = (for_size < 0 ? MIN_WIDTH : for_size) / self->scale;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = self->chart != NULL
             ? (int) ceil (sc_chart_measure_height (self->chart, &self->look, width, self->typesetter) * self->scale) : 0;
  *natural = *minimum;
}

static void
sc_chart_view_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  ScChartView *self = SC_CHART_VIEW (widget);

  gtk_popover_present (GTK_POPOVER (self->tip));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
draw_ring (ScChartView *self,
           GtkSnapshot *snapshot)
{
  ScBox ring = sc_chart_view_get_ring (self);
  g_autoptr (GdkRGBA) colour = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  GskRoundedRect outline;

  if (ring.width <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float) ring.x, (float) ring.y, (float) ring.width,
                                                                  (float) ring.height), (float) ring.width / 2);
  gtk_snapshot_append_border (snapshot, &outline, (const float[]) { 2.5f, 2.5f, 2.5f, 2.5f },
                              (const GdkRGBA[]) { *colour, *colour, *colour, *colour });
}

static void
sc_chart_view_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  ScChartView *self = SC_CHART_VIEW (widget);
  ScChartPicture *picture = sc_chart_view_need_picture (self);
  cairo_t *cr;

  if (picture == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                 (float) gtk_widget_get_height (widget)));
  cairo_scale (cr, self->scale, self->scale);
  sc_drawing_paint (sc_chart_picture_get_drawing (picture), cr);
  cairo_destroy (cr);
  draw_ring (self, snapshot);
}

static void
sc_chart_view_system_setting_changed (GtkWidget       *widget,
                                      GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sc_chart_view_parent_class)->system_setting_changed (widget, setting);
  follow_look (SC_CHART_VIEW (widget));
}

static void
sc_chart_view_direction_changed (GtkWidget       *widget,
                                 GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sc_chart_view_parent_class)->direction_changed (widget, previous);
  follow_look (SC_CHART_VIEW (widget));
}

static void
sc_chart_view_dispose (GObject *object)
{
  ScChartView *self = SC_CHART_VIEW (object);

  g_clear_pointer (&self->tip, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->picture, sc_chart_picture_free);
  g_clear_pointer (&self->chart, sc_chart_unref);
  g_clear_pointer (&self->typesetter, sc_typesetter_unref);

  G_OBJECT_CLASS (sc_chart_view_parent_class)->dispose (object);
}

static void
sc_chart_view_class_init (ScChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_chart_view_dispose;
  widget_class->get_request_mode = sc_chart_view_get_request_mode;
  widget_class->measure = sc_chart_view_measure;
  widget_class->size_allocate = sc_chart_view_size_allocate;
  widget_class->snapshot = sc_chart_view_snapshot;
  widget_class->system_setting_changed = sc_chart_view_system_setting_changed;
  widget_class->direction_changed = sc_chart_view_direction_changed;

  /* A point was opened: its series and its position in that. */
  signals[SIGNAL_ACTIVATED] =
    g_signal_new ("activated", SC_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  sc_chart_view_install_actions (widget_class);
}

static void
add_tip (ScChartView *self)
{
  self->tip = gtk_popover_new ();
  self->tip_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->tip_label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->tip_label), 40);
  gtk_popover_set_child (GTK_POPOVER (self->tip), self->tip_label);
  gtk_popover_set_autohide (GTK_POPOVER (self->tip), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->tip), GTK_POS_TOP);
  gtk_widget_set_can_focus (self->tip, FALSE);
  gtk_widget_set_parent (self->tip, GTK_WIDGET (self));
}

static void
sc_chart_view_init (ScChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->current = -1;
  self->typesetter = sc_typesetter_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_tip (self);
  sc_chart_view_add_controls (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (follow_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (follow_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::accent-color-rgba", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  follow_look (self);
}

/**
 * sc_chart_view_new:
 *
 * Returns: (transfer floating): a widget that shows no chart yet
 */
GtkWidget *
sc_chart_view_new (void)
{
  return g_object_new (SC_TYPE_CHART_VIEW, NULL);
}

/**
 * sc_chart_view_set_chart:
 * @self: a view
 * @chart: what it is to show
 *
 * The point that was walked to stays the current one where the new chart has it.
 */
void
sc_chart_view_set_chart (ScChartView *self,
                         ScChart     *chart)
{
  g_return_if_fail (SC_IS_CHART_VIEW (self));

  if (self->chart == chart)
    return;

  g_clear_pointer (&self->chart, sc_chart_unref);
  g_clear_pointer (&self->picture, sc_chart_picture_free);
  self->chart = sc_chart_ref (chart);
  gtk_popover_popdown (GTK_POPOVER (self->tip));
  tell_chart (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * sc_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ScChart *
sc_chart_view_get_chart (ScChartView *self)
{
  g_return_val_if_fail (SC_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * sc_chart_view_get_current:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the point that keys walked to or that a pointer is at
 */
const ScChartPoint *
sc_chart_view_get_current (ScChartView *self)
{
  const ScChartSpot *spot;

  g_return_val_if_fail (SC_IS_CHART_VIEW (self), NULL);

  spot = get_current_spot (self);

  return spot != NULL ? sc_chart_get_point (self->chart, spot->series, spot->point) : NULL;
}
