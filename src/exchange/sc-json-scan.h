/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks at JSON before it is parsed: how deep and how large it is, and whether it is
 * what RFC 8259 allows. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sc_json_scan (const char *data,
                       gsize       length,
                       GError    **error);

G_END_DECLS
