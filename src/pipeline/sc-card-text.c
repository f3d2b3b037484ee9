/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of text on a card, at the start or at the end of its place, cut short where
 * it is too long. Its height is that of its font, so that another text never asks for a
 * new layout.
 *
 * GtkInscription does the same, but asks for its style when it is made, before it has a
 * parent: GTK then resolves all of it anew for each, which was a seventh of what it took
 * to open a window on a board. */

#include "pipeline/sc-card-text.h"

struct _ScCardText
{
  GtkWidget parent_instance;

  char *text;
  gboolean is_end;
  PangoLayout *layout; /* made when it is first drawn */
};

G_DEFINE_FINAL_TYPE (ScCardText, sc_card_text, GTK_TYPE_WIDGET);

static void
sc_card_text_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  PangoFontMetrics *metrics;
  int height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  height = MAX (pango_font_metrics_get_height (metrics),
                pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));
  pango_font_metrics_unref (metrics);
  *minimum = *natural = PANGO_PIXELS_CEIL (height);
}

/* What a style class says of digits has no way into a layout but this. */
static void
make_layout (ScCardText *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "numeric"))
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
}

/* Where the text begins, whichever way it is written itself. */
static int
fit_in (ScCardText *self,
        int         width)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int needed;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &needed, NULL);
  if (needed >= width)
    {
      pango_layout_set_width (self->layout, width * PANGO_SCALE);
      return 0;
    }

  return (self->is_end != FALSE) != is_rtl ? width - needed : 0;
}

static void
sc_card_text_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  ScCardText *self = SC_CARD_TEXT (widget);
  GdkRGBA colour;
  int height, x;

  if (self->text == NULL)
    return;
  if (self->layout == NULL)
    make_layout (self);

  x = fit_in (self, gtk_widget_get_width (widget));
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) ((gtk_widget_get_height (widget) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
sc_card_text_dispose (GObject *object)
{
  g_clear_object (&SC_CARD_TEXT (object)->layout);

  G_OBJECT_CLASS (sc_card_text_parent_class)->dispose (object);
}

static void
sc_card_text_finalize (GObject *object)
{
  g_free (SC_CARD_TEXT (object)->text);

  G_OBJECT_CLASS (sc_card_text_parent_class)->finalize (object);
}

static void
sc_card_text_class_init (ScCardTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_card_text_dispose;
  object_class->finalize = sc_card_text_finalize;
  widget_class->measure = sc_card_text_measure;
  widget_class->snapshot = sc_card_text_snapshot;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sc_card_text_init (ScCardText *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * sc_card_text_new:
 * @is_end: whether it stands at the end of its place, not at the start
 *
 * Returns: (transfer floating): a line without a text yet
 */
GtkWidget *
sc_card_text_new (gboolean is_end)
{
  ScCardText *self = g_object_new (SC_TYPE_CARD_TEXT, NULL);

  self->is_end = is_end;

  return GTK_WIDGET (self);
}

/**
 * sc_card_text_set_text:
 * @self: a line of a card
 * @text: (nullable): what it shows
 */
void
sc_card_text_set_text (ScCardText *self,
                       const char *text)
{
  g_return_if_fail (SC_IS_CARD_TEXT (self));

  if (!g_set_str (&self->text, text))
    return;

  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_card_text_get_text:
 * @self: a line of a card
 *
 * Returns: (nullable): what it shows
 */
const char *
sc_card_text_get_text (ScCardText *self)
{
  g_return_val_if_fail (SC_IS_CARD_TEXT (self), NULL);

  return self->text;
}
