/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pictures of a document as files, for the formats that hold them: the scheme, in
 * parts that each go on a page, and the logo. */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

/* The room for a logo, in points. */
#define SC_LOGO_WIDTH 170.0
#define SC_LOGO_HEIGHT 70.0

/**
 * ScPicture:
 * @svg: (nullable): it as SVG
 * @png: (nullable): it as PNG
 * @description: (nullable): what it shows, for who can't see it
 * @width: how wide it is on paper, in points
 * @height: how high
 */
typedef struct {
  GBytes *svg;
  GBytes *png;
  char *description;
  double width;
  double height;
} ScPicture;

/**
 * ScPictureFunc:
 * @picture: a part of a figure, until this returns
 * @is_last: whether it is the last one
 * @data: what sc_picture_draw_figure() got
 */
typedef void (*ScPictureFunc) (const ScPicture *picture,
                               gboolean         is_last,
                               gpointer         data);

gboolean sc_picture_draw_figure (const ScFigure *figure,
                                 double          width,
                                 double          height,
                                 gboolean        has_png,
                                 ScPictureFunc   func,
                                 gpointer        data,
                                 GError        **error);
ScPicture *sc_picture_read_logo (GBytes *logo,
                                 double  width,
                                 double  height);
void sc_picture_free (ScPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScPicture, sc_picture_free)

G_END_DECLS
