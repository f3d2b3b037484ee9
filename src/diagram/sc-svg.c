/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a drawing as SVG 1.1. cairo's own SVG has outlines of glyphs; here
 * text stays text, so that it can be searched, read aloud, translated and
 * edited. Where the fonts are others than ours, `textLength` keeps each line
 * in the room that it was measured for. */

#include "diagram/sc-svg.h"

#include <math.h>
#include <string.h>

/* g_ascii_formatd() for the only form needed here, many times as fast. */
static void
append_number (GString *svg,
               double   number)
{
  gint64 hundredths = llround (number * 100);
  guint64 size = (guint64) ABS (hundredths);
  char buffer[32];
  char *p = buffer + sizeof buffer;
  guint n_decimals = 2;

  while (n_decimals > 0 && size % 10 == 0)
    {
      size /= 10;
      n_decimals--;
    }
  if (n_decimals > 0)
    {
      for (guint i = 0; i < n_decimals; i++, size /= 10)
        *--p = (char) ('0' + size % 10);
      *--p = '.';
    }
  do
    *--p = (char) ('0' + size % 10);
  while ((size /= 10) > 0);
  if (hundredths < 0)
    *--p = '-';

  g_string_append_len (svg, p, buffer + sizeof buffer - p);
}

static void
append_attribute (GString    *svg,
                  const char *name,
                  double      value)
{
  g_string_append_c (svg, ' ');
  g_string_append (svg, name);
  g_string_append (svg, "=\"");
  append_number (svg, value);
  g_string_append_c (svg, '"');
}

static void
append_colour (GString    *svg,
               const char *name,
               ScColour    colour)
{
  static const char digits[] = "0123456789abcdef";
  const guint8 parts[] = { colour.red, colour.green, colour.blue };

  g_string_append_c (svg, ' ');
  g_string_append (svg, name);
  g_string_append (svg, "=\"#");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_string_append_c (svg, digits[parts[i] >> 4]);
      g_string_append_c (svg, digits[parts[i] & 15]);
    }
  g_string_append_c (svg, '"');
}

/* What XML 1.0 has no way to write is left out. */
static gboolean
is_writable (gunichar c)
{
  return c == '\t' || c == '\n' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

static void
append_escaped (GString    *svg,
                const char *text,
                gsize       length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    switch (*p)
      {
      case '&':
        g_string_append (svg, "&amp;");
        break;
      case '<':
        g_string_append (svg, "&lt;");
        break;
      case '>':
        g_string_append (svg, "&gt;");
        break;
      case '"':
        g_string_append (svg, "&quot;");
        break;
      default:
        if (is_writable (g_utf8_get_char (p)))
          g_string_append_len (svg, p, g_utf8_next_char (p) - p);
      }
}

static void
append_point (GString *svg,
              char     command,
              ScPoint  point)
{
  g_string_append_c (svg, command);
  append_number (svg, point.x);
  g_string_append_c (svg, ' ');
  append_number (svg, point.y);
}

static void
append_dash (GString *svg,
             ScDash   dash)
{
  guint n_parts;
  const double *parts = sc_dash_get_parts (dash, &n_parts);

  for (guint i = 0; i < n_parts; i++)
    {
      g_string_append (svg, i == 0 ? " stroke-dasharray=\"" : " ");
      append_number (svg, parts[i]);
    }
  if (n_parts > 0)
    g_string_append_c (svg, '"');
}

/* Fill and line, and the end of the element. */
static void
append_paint (GString       *svg,
              const ScShape *shape)
{
  if (shape->has_fill)
    append_colour (svg, "fill", shape->fill);
  if (shape->line_width > 0)
    {
      append_colour (svg, "stroke", shape->stroke);
      append_attribute (svg, "stroke-width", shape->line_width);
    }
  append_dash (svg, shape->dash);
  g_string_append (svg, "/>\n");
}

static void
write_box (GString       *svg,
           const ScShape *shape)
{
  g_string_append (svg, "<rect");
  append_attribute (svg, "x", shape->box.x);
  append_attribute (svg, "y", shape->box.y);
  append_attribute (svg, "width", shape->box.width);
  append_attribute (svg, "height", shape->box.height);
  if (shape->radius > 0)
    append_attribute (svg, "rx", MIN (shape->radius, MIN (shape->box.width, shape->box.height) / 2));
  append_paint (svg, shape);
}

static void
append_arc (GString *svg,
            double   radius,
            ScPoint  to)
{
  g_string_append_c (svg, 'A');
  append_number (svg, radius);
  g_string_append_c (svg, ' ');
  append_number (svg, radius);
  g_string_append (svg, " 0 0 1 ");
  append_number (svg, to.x);
  g_string_append_c (svg, ' ');
  append_number (svg, to.y);
}

static void
write_cap (GString       *svg,
           const ScShape *shape)
{
  const ScBox *box = &shape->box;
  double r = shape->radius;
  double angle = acos ((r - box->height) / r);
  double inset = r - r * sin (angle);

  g_string_append (svg, "<path d=\"");
  append_point (svg, 'M', (ScPoint) { box->x + inset, box->y + box->height });
  append_arc (svg, r, (ScPoint) { box->x + r, box->y });
  append_point (svg, 'L', (ScPoint) { box->x + box->width - r, box->y });
  append_arc (svg, r, (ScPoint) { box->x + box->width - inset, box->y + box->height });
  g_string_append (svg, "Z\"");
  append_paint (svg, shape);
}

static void
write_line (GString       *svg,
            const ScShape *shape)
{
  const ScPoint *points = shape->points;
  guint last = shape->n_points - 1;

  g_string_append (svg, "<path d=\"");
  append_point (svg, 'M', points[0]);
  for (guint i = 1; i < last; i++)
    {
      append_point (svg, 'L', sc_point_move_towards (points[i], points[i - 1], shape->radius));
      append_point (svg, 'C', sc_point_move_towards (points[i], points[i - 1], shape->radius * SC_CORNER_TIGHTNESS));
      append_point (svg, ' ', sc_point_move_towards (points[i], points[i + 1], shape->radius * SC_CORNER_TIGHTNESS));
      append_point (svg, ' ', sc_point_move_towards (points[i], points[i + 1], shape->radius));
    }
  append_point (svg, 'L', points[last]);
  g_string_append_c (svg, '"');
  append_paint (svg, shape);
}

static void
write_path (GString       *svg,
            const ScShape *shape)
{
  g_string_append (svg, "<path d=\"");
  for (guint i = 0; i < shape->n_points; i++)
    append_point (svg, i == 0 ? 'M' : 'L', shape->points[i]);
  g_string_append (svg, shape->has_fill ? "Z\"" : "\"");
  append_paint (svg, shape);
}

static void
write_icon (GString       *svg,
            const ScShape *shape)
{
  g_string_append (svg, "<use xlink:href=\"#icon-");
  g_string_append (svg, sc_icon_get_id (shape->icon));
  g_string_append (svg, "\" transform=\"translate(");
  append_point (svg, ' ', (ScPoint) { shape->box.x, shape->box.y });
  g_string_append (svg, ") scale(");
  append_number (svg, shape->box.width / SC_ICON_SIZE);
  g_string_append (svg, ")\"");
  append_paint (svg, shape);
}

/* The characters that a line shows: those that an ellipsis stands for are left
 * out. */
static void
append_line_text (GString         *svg,
                  PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  gsize start = (gsize) pango_layout_line_get_start_index (line);
  gsize end = start + (gsize) pango_layout_line_get_length (line);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      const PangoItem *item = ((PangoGlyphItem *) l->data)->item;

      if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        {
          append_escaped (svg, text + start, (gsize) item->offset - start);
          g_string_append (svg, "…");
          start = (gsize) (item->offset + item->length);
        }
    }

  while (end > start && text[end - 1] == ' ')
    end--;
  if (start < end)
    append_escaped (svg, text + start, end - start);
}

static void
write_text_line (GString         *svg,
                 const ScShape   *shape,
                 PangoLayoutLine *line,
                 guint            position)
{
  double width;
  gboolean is_rtl;
  ScPoint start = sc_shape_place_line (shape, line, position, &width, &is_rtl);

  if (width <= 0)
    return;

  g_string_append (svg, "<text");
  append_attribute (svg, "x", is_rtl ? start.x + width : start.x);
  append_attribute (svg, "y", start.y);
  append_attribute (svg, "font-size", sc_text_style_get_size (shape->style));
  if (sc_text_style_get_weight (shape->style) == PANGO_WEIGHT_BOLD)
    g_string_append (svg, " font-weight=\"bold\"");
  if (is_rtl)
    g_string_append (svg, " direction=\"rtl\"");
  append_attribute (svg, "textLength", width);
  g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\"");
  append_colour (svg, "fill", shape->fill);
  g_string_append_c (svg, '>');
  append_line_text (svg, line);
  g_string_append (svg, "</text>\n");
}

static void
write_text (GString       *svg,
            const ScShape *shape)
{
  guint position = 0;

  for (GSList *l = pango_layout_get_lines_readonly (shape->text); l != NULL; l = l->next)
    write_text_line (svg, shape, l->data, position++);
}

static void
write_group (GString       *svg,
             const ScShape *shape)
{
  g_string_append (svg, "<g>\n<title>");
  append_escaped (svg, shape->name, strlen (shape->name));
  g_string_append (svg, "</title>\n");
}

static void
write_shape (GString       *svg,
             const ScShape *shape)
{
  switch (shape->kind)
    {
    case SC_SHAPE_BOX:
      write_box (svg, shape);
      break;
    case SC_SHAPE_CAP:
      write_cap (svg, shape);
      break;
    case SC_SHAPE_LINE:
      write_line (svg, shape);
      break;
    case SC_SHAPE_PATH:
      write_path (svg, shape);
      break;
    case SC_SHAPE_ICON:
      write_icon (svg, shape);
      break;
    case SC_SHAPE_TEXT:
      write_text (svg, shape);
      break;
    case SC_SHAPE_GROUP:
      write_group (svg, shape);
      break;
    case SC_SHAPE_GROUP_END:
      g_string_append (svg, "</g>\n");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_icons (GString         *svg,
             const ScDrawing *drawing)
{
  gboolean is_used[SC_N_ICONS] = { FALSE };

  for (guint i = 0; i < sc_drawing_get_n_shapes (drawing); i++)
    if (sc_drawing_get_shape (drawing, i)->kind == SC_SHAPE_ICON)
      is_used[sc_drawing_get_shape (drawing, i)->icon] = TRUE;

  g_string_append (svg, "<defs>\n");
  for (guint i = 0; i < SC_N_ICONS; i++)
    if (is_used[i])
      g_string_append_printf (svg, "<path id=\"icon-%s\" d=\"%s\"/>\n", sc_icon_get_id (i), sc_icon_get_path (i));
  g_string_append (svg, "</defs>\n");
}

static void
write_head (GString    *svg,
            const char *title,
            const char *description,
            ScBox       part)
{
  g_string_append (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                   " version=\"1.1\"");
  append_attribute (svg, "width", part.width);
  append_attribute (svg, "height", part.height);
  g_string_append (svg, " viewBox=\"");
  append_number (svg, part.x);
  g_string_append_c (svg, ' ');
  append_number (svg, part.y);
  g_string_append_c (svg, ' ');
  append_number (svg, part.width);
  g_string_append_c (svg, ' ');
  append_number (svg, part.height);
  g_string_append (svg, "\">\n<title>");
  append_escaped (svg, title, strlen (title));
  g_string_append (svg, "</title>\n");
  if (description == NULL)
    return;

  g_string_append (svg, "<desc>");
  append_escaped (svg, description, strlen (description));
  g_string_append (svg, "</desc>\n");
}

/* Groups of which nothing is in the part are left out: one is begun when the first shape
 * in it is written. */
static void
write_shapes (GString         *svg,
              const ScDrawing *drawing,
              const ScBox     *part)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new (); /* groups around what comes next */
  guint n_written = 0;

  for (guint i = 0; i < sc_drawing_get_n_shapes (drawing); i++)
    {
      const ScShape *shape = sc_drawing_get_shape (drawing, i);

      if (shape->kind == SC_SHAPE_GROUP)
        g_ptr_array_add (open, (gpointer) shape);
      else if (shape->kind == SC_SHAPE_GROUP_END)
        {
          g_ptr_array_set_size (open, (int) open->len - 1);
          if (n_written > open->len)
            {
              write_shape (svg, shape);
              n_written--;
            }
        }
      else if (sc_shape_is_within (shape, part))
        {
          for (; n_written < open->len; n_written++)
            write_shape (svg, open->pdata[n_written]);
          write_shape (svg, shape);
        }
    }
}

/**
 * sc_svg_write_part:
 * @drawing: a drawing
 * @title: its title, for what shows or indexes the file
 * @description: (nullable): what it shows, for who can't see it
 * @part: what of it is wanted
 *
 * Returns: (transfer full): that part as an SVG file
 */
GString *
sc_svg_write_part (const ScDrawing *drawing,
                   const char      *title,
                   const char      *description,
                   ScBox            part)
{
  GString *svg = g_string_sized_new (4096);

  write_head (svg, title, description, part);
  write_icons (svg, drawing);
  g_string_append_printf (svg, "<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
                          " font-family=\"%s\">\n", sc_text_style_get_families ());
  write_shapes (svg, drawing, &part);
  g_string_append (svg, "</g>\n</svg>\n");

  return svg;
}

/**
 * sc_svg_write:
 * @drawing: a drawing
 * @title: its title, for what shows or indexes the file
 *
 * Returns: (transfer full): the drawing as an SVG file
 */
GString *
sc_svg_write (const ScDrawing *drawing,
              const char      *title)
{
  return sc_svg_write_part (drawing, title, NULL,
                            (ScBox) { 0, 0, sc_drawing_get_width (drawing), sc_drawing_get_height (drawing) });
}
