/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks in place, where a step is done, what came of it and what is next. */

#pragma once

#include <adwaita.h>

#include "widgets/sc-change.h"

G_BEGIN_DECLS

#define SC_TYPE_AND_NEXT (sc_and_next_get_type ())
G_DECLARE_FINAL_TYPE (ScAndNext, sc_and_next, SC, AND_NEXT, GtkPopover)

void sc_and_next_ask (GtkWidget        *parent,
                      GtkWidget        *anchor,
                      ScStore          *store,
                      const ScActivity *activity,
                      ScChangeDone      done,
                      gpointer          user_data);

G_END_DECLS
