/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/sc-markup.h"
#include "document/sc-picture.h"

G_BEGIN_DECLS

/* A picture in the text of a DOCX file. */

void sc_docx_add_picture (ScMarkup        *markup,
                          const ScPicture *picture,
                          guint            number,
                          const char      *title,
                          const char      *description);

G_END_DECLS
