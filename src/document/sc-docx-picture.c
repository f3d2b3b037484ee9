/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture as DrawingML: its PNG, and for programs that know SVG (Word since 2016) that
 * as an extension of it. */

#include "document/sc-docx-picture.h"

#include <math.h>

#define EMU_PER_POINT 12700

static void
write_blip (ScMarkup        *markup,
            const ScPicture *picture,
            guint            number)
{
  g_autofree char *png = g_strdup_printf ("png%u", number);
  g_autofree char *svg = g_strdup_printf ("svg%u", number);

  sc_markup_open (markup, "a:blip", "r:embed", png, NULL);
  if (picture->svg != NULL)
    {
      sc_markup_open (markup, "a:extLst", NULL);
      sc_markup_open (markup, "a:ext", "uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}", NULL);
      sc_markup_add_empty (markup, "asvg:svgBlip", "xmlns:asvg",
                           "http://schemas.microsoft.com/office/drawing/2016/SVG/main", "r:embed", svg, NULL);
      sc_markup_close (markup);
      sc_markup_close (markup);
    }
  sc_markup_close (markup);
  sc_markup_open (markup, "a:stretch", NULL);
  sc_markup_add_empty (markup, "a:fillRect", NULL);
  sc_markup_close (markup);
}

static void
write_graphic (ScMarkup        *markup,
               const ScPicture *picture,
               guint            number,
               const char      *width,
               const char      *height)
{
  sc_markup_open (markup, "a:graphic", NULL);
  sc_markup_open (markup, "a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture", NULL);
  sc_markup_open (markup, "pic:pic", NULL);
  sc_markup_open (markup, "pic:nvPicPr", NULL);
  sc_markup_add_empty (markup, "pic:cNvPr", "id", "0", "name", "", NULL);
  sc_markup_add_empty (markup, "pic:cNvPicPr", NULL);
  sc_markup_close (markup);
  sc_markup_open (markup, "pic:blipFill", NULL);
  write_blip (markup, picture, number);
  sc_markup_close (markup);
  sc_markup_open (markup, "pic:spPr", NULL);
  sc_markup_open (markup, "a:xfrm", NULL);
  sc_markup_add_empty (markup, "a:off", "x", "0", "y", "0", NULL);
  sc_markup_add_empty (markup, "a:ext", "cx", width, "cy", height, NULL);
  sc_markup_close (markup);
  sc_markup_open (markup, "a:prstGeom", "prst", "rect", NULL);
  sc_markup_add_empty (markup, "a:avLst", NULL);
  for (guint i = 0; i < 5; i++)
    sc_markup_close (markup);
}

/**
 * sc_docx_add_picture:
 * @markup: where a paragraph is open
 * @picture: a picture
 * @number: which one of its document, as its relations name it: `png1`, `svg1`
 * @title: what it is called; empty for nothing
 * @description: what it shows, for who can't see it
 */
void
sc_docx_add_picture (ScMarkup        *markup,
                     const ScPicture *picture,
                     guint            number,
                     const char      *title,
                     const char      *description)
{
  g_autofree char *id = g_strdup_printf ("%u", number);
  g_autofree char *name = g_strdup_printf ("Picture %u", number);
  g_autofree char *width = g_strdup_printf ("%ld", lround (picture->width * EMU_PER_POINT));
  g_autofree char *height = g_strdup_printf ("%ld", lround (picture->height * EMU_PER_POINT));

  sc_markup_open (markup, "w:r", NULL);
  sc_markup_open (markup, "w:drawing", NULL);
  sc_markup_open (markup, "wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0", NULL);
  sc_markup_add_empty (markup, "wp:extent", "cx", width, "cy", height, NULL);
  sc_markup_add_empty (markup, "wp:docPr", "id", id, "name", name, "descr", description,
                       "title", *title != '\0' ? title : NULL, NULL);
  write_graphic (markup, picture, number, width, height);
  sc_markup_close (markup);
  sc_markup_close (markup);
  sc_markup_close (markup);
}
