/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds to a PDF what cairo can't write into one. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *sc_pdf_finish (GBytes            *pdf,
                       const char        *language,
                       const char *const *descriptions,
                       GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
