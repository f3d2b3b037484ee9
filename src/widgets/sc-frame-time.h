/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double sc_frame_time_pass (gint64  now,
                           gint64 *last);

G_END_DECLS
