/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text on a card, with a sign in front where it has one: a line, or as many as it needs up
 * to a number, and cut short where those do not hold it.
 *
 * GtkInscription does nearly the same, but asks for its style when it is made, before it
 * has a parent: GTK then resolves all of it anew for each, which was a seventh of what it
 * took to open a window on a board. */

#include "pipeline/sc-card-text.h"

#include "pipeline/sc-inscription.h"

/* Between a sign and the text behind it. */
#define SIGN_GAP 4

struct _ScCardText
{
  GtkWidget parent_instance;

  char *text;
  const char *sign; /* an icon, NULL for none */
  int max_lines;
  PangoLayout *layout; /* made when it is first measured or drawn */
};

G_DEFINE_FINAL_TYPE (ScCardText, sc_card_text, GTK_TYPE_WIDGET);

static int
get_line_height (ScCardText *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int height = MAX (pango_font_metrics_get_height (metrics),
                    pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics));

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (height);
}

/* As high as the letters. */
static int
get_sign_size (ScCardText *self)
{
  return get_line_height (self) * 3 / 4;
}

static int
get_indent (ScCardText *self)
{
  return self->sign != NULL ? get_sign_size (self) + SIGN_GAP : 0;
}

/* At the start of its place, whichever way the text itself is written. */
static void
align (ScCardText *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkTextDirection written = sc_text_find_direction (self->text);
  gboolean is_other = written != GTK_TEXT_DIR_NONE && (written == GTK_TEXT_DIR_RTL) != is_rtl;

  pango_layout_set_alignment (self->layout, is_other != is_rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* What a style class says of digits has no way into a layout but this. */
static PangoLayout *
need_layout (ScCardText *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return self->layout;

  attributes = pango_attr_list_new ();
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->layout, -self->max_lines);
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "numeric"))
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  align (self);

  return self->layout;
}

static int
measure_width (ScCardText *self)
{
  PangoLayout *layout = need_layout (self);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + get_indent (self);
}

static int
measure_height (ScCardText *self,
                int         width)
{
  PangoLayout *layout;
  int height;

  if (self->max_lines == 1)
    return get_line_height (self);

  layout = need_layout (self);
  pango_layout_set_width (layout, width < 0 ? -1 : MAX (0, width - get_indent (self)) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static GtkSizeRequestMode
sc_card_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sc_card_text_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  ScCardText *self = SC_CARD_TEXT (widget);

  *minimum = *natural = 0;
  if (self->text == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = measure_width (self);
  else
    *minimum = *natural = measure_height (self, for_size);
}

static void
paint_sign (ScCardText    *self,
            GtkSnapshot   *snapshot,
            const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int size = get_sign_size (self);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (theme, self->sign, NULL, size,
                                                                  gtk_widget_get_scale_factor (widget),
                                                                  gtk_widget_get_direction (widget), 0);
  const GdkRGBA colours[] = { *colour, *colour, *colour, *colour };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (is_rtl ? (float) (gtk_widget_get_width (widget) - size) : 0,
                                                          (float) ((get_line_height (self) - size) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size, colours,
                                            G_N_ELEMENTS (colours));
  gtk_snapshot_restore (snapshot);
}

static void
sc_card_text_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  ScCardText *self = SC_CARD_TEXT (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int indent = get_indent (self);
  GdkRGBA colour;

  if (self->text == NULL)
    return;

  gtk_widget_get_color (widget, &colour);
  if (self->sign != NULL)
    paint_sign (self, snapshot, &colour);

  pango_layout_set_width (need_layout (self), MAX (0, gtk_widget_get_width (widget) - indent) * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (is_rtl ? 0 : (float) indent, 0));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
sc_card_text_direction_changed (GtkWidget       *widget,
                                GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sc_card_text_parent_class)->direction_changed (widget, previous);

  if (SC_CARD_TEXT (widget)->layout != NULL)
    align (SC_CARD_TEXT (widget));
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
  widget_class->get_request_mode = sc_card_text_get_request_mode;
  widget_class->measure = sc_card_text_measure;
  widget_class->snapshot = sc_card_text_snapshot;
  widget_class->direction_changed = sc_card_text_direction_changed;

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
 * @max_lines: how many lines it may have
 * @sign: (nullable): the name of an icon that stands in front of it, which is not copied
 *
 * Returns: (transfer floating): a text of a card, which says nothing yet
 */
GtkWidget *
sc_card_text_new (int         max_lines,
                  const char *sign)
{
  ScCardText *self = g_object_new (SC_TYPE_CARD_TEXT, NULL);

  self->max_lines = max_lines;
  self->sign = sign;

  return GTK_WIDGET (self);
}

/**
 * sc_card_text_set_text:
 * @self: a text of a card
 * @text: (nullable): what it shows
 *
 * Whoever owns it lays it out anew: another text may need another number of lines.
 */
void
sc_card_text_set_text (ScCardText *self,
                       const char *text)
{
  g_return_if_fail (SC_IS_CARD_TEXT (self));

  if (!g_set_str (&self->text, text))
    return;

  if (self->layout != NULL)
    {
      pango_layout_set_text (self->layout, text != NULL ? text : "", -1);
      align (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_card_text_get_text:
 * @self: a text of a card
 *
 * Returns: (nullable): what it shows
 */
const char *
sc_card_text_get_text (ScCardText *self)
{
  g_return_val_if_fail (SC_IS_CARD_TEXT (self), NULL);

  return self->text;
}

/**
 * sc_card_text_is_cut:
 * @self: a text of a card
 *
 * Returns: whether it is longer than its place
 */
gboolean
sc_card_text_is_cut (ScCardText *self)
{
  g_return_val_if_fail (SC_IS_CARD_TEXT (self), FALSE);

  if (self->text == NULL)
    return FALSE;

  pango_layout_set_width (need_layout (self),
                          MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - get_indent (self)) * PANGO_SCALE);

  return pango_layout_is_ellipsized (self->layout);
}

/**
 * sc_card_text_measure_width:
 * @self: a text of a card
 *
 * Returns: how wide it is in one line
 */
int
sc_card_text_measure_width (ScCardText *self)
{
  g_return_val_if_fail (SC_IS_CARD_TEXT (self), 0);

  return self->text != NULL ? measure_width (self) : 0;
}

/**
 * sc_card_text_measure_height:
 * @self: a text of a card
 * @width: how wide its place is
 *
 * Returns: how high it is there
 */
int
sc_card_text_measure_height (ScCardText *self,
                             int         width)
{
  g_return_val_if_fail (SC_IS_CARD_TEXT (self), 0);

  return self->text != NULL ? measure_height (self, width) : 0;
}
