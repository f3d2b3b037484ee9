/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sc-date-order.h"

G_BEGIN_DECLS

gboolean sc_import_read_instant (ScDateOrder order,
                                 const char *text,
                                 ScInstant  *instant,
                                 gboolean   *is_day);

G_END_DECLS
