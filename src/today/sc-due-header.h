/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands over a group of Today: its title, how much there is of it, and what can be
 * done with many of it at once. */

#pragma once

#include <gtk/gtk.h>

#include "today/sc-due-item.h"

G_BEGIN_DECLS

#define SC_TYPE_DUE_HEADER (sc_due_header_get_type ())
G_DECLARE_FINAL_TYPE (ScDueHeader, sc_due_header, SC, DUE_HEADER, GtkBox)

GtkWidget *sc_due_header_new (void);
void sc_due_header_set_group (ScDueHeader *self,
                              ScDueGroup   group);
ScDueGroup sc_due_header_get_group (ScDueHeader *self);
void sc_due_header_set_count (ScDueHeader *self,
                              guint        count);

G_END_DECLS
