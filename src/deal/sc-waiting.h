/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows that deals are being looked for where that takes longer than a moment: rows
 * that stood there before are dimmed below a spinner, and it is said once. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SC_TYPE_WAITING (sc_waiting_get_type ())
G_DECLARE_FINAL_TYPE (ScWaiting, sc_waiting, SC, WAITING, AdwBin)

void sc_waiting_set_source (ScWaiting *self,
                            GObject   *source);
gboolean sc_waiting_is_waiting (ScWaiting *self);
void sc_waiting_set_is_waiting (ScWaiting *self,
                                gboolean   is_waiting);
gboolean sc_waiting_is_shown (ScWaiting *self);

G_END_DECLS
