/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds to a PDF what cairo can't write into one. */

#pragma once

#include "files/sc-output.h"

G_BEGIN_DECLS

gboolean sc_pdf_finish (ScOutput          *pages,
                        const char        *language,
                        const char *const *descriptions,
                        ScOutput          *output,
                        GError           **error);

G_END_DECLS
