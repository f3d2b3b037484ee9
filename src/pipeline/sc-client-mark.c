/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The border on the board at which “no client” becomes “client”: a line from
 * top to bottom, with what it means written along it. */

#include "pipeline/sc-client-mark.h"

#include <glib/gi18n-lib.h>

#define LINE_WIDTH 2
#define GAP 8

struct _ScClientMark
{
  GtkWidget parent_instance;

  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (ScClientMark, sc_client_mark, GTK_TYPE_WIDGET);

static PangoLayout *
get_layout (ScClientMark *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), _("Client"));

  return self->layout;
}

static void
sc_client_mark_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  int length, thickness;

  pango_layout_get_pixel_size (get_layout (SC_CLIENT_MARK (widget)), &length, &thickness);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? thickness : length + 2 * GAP;
}

static void
sc_client_mark_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  ScClientMark *self = SC_CLIENT_MARK (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float x = (width - LINE_WIDTH) / 2;
  int length, thickness;
  GdkRGBA colour;
  float top;

  gtk_widget_get_color (widget, &colour);
  pango_layout_get_pixel_size (get_layout (self), &length, &thickness);
  top = MIN (64, (height - (float) length) / 2);

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, 0, LINE_WIDTH, top - GAP));
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (x, top + (float) length + GAP, LINE_WIDTH,
                                                  MAX (0, height - top - (float) length - GAP)));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width / 2 - (float) thickness / 2, top + (float) length));
  gtk_snapshot_rotate (snapshot, -90);
  gtk_snapshot_append_layout (snapshot, get_layout (self), &colour);
  gtk_snapshot_restore (snapshot);
}

static void
sc_client_mark_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  ScClientMark *self = SC_CLIENT_MARK (widget);

  GTK_WIDGET_CLASS (sc_client_mark_parent_class)->css_changed (widget, change);

  g_clear_object (&self->layout);
  gtk_widget_queue_resize (widget);
}

static void
sc_client_mark_dispose (GObject *object)
{
  ScClientMark *self = SC_CLIENT_MARK (object);

  g_clear_object (&self->layout);

  G_OBJECT_CLASS (sc_client_mark_parent_class)->dispose (object);
}

static void
sc_client_mark_class_init (ScClientMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_client_mark_dispose;
  widget_class->measure = sc_client_mark_measure;
  widget_class->snapshot = sc_client_mark_snapshot;
  widget_class->css_changed = sc_client_mark_css_changed;

  gtk_widget_class_set_css_name (widget_class, "clientmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
}

static void
sc_client_mark_init (ScClientMark *self)
{
  const char *text = _("A deal that passes here is won: there is a client");

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * sc_client_mark_new:
 *
 * Returns: (transfer floating): a client mark, to stand between two columns
 */
GtkWidget *
sc_client_mark_new (void)
{
  return g_object_new (SC_TYPE_CLIENT_MARK, NULL);
}
