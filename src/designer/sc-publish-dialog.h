/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishes a draft: says what the method still objects to, and asks where the deals
 * go that stand in stages that are gone. */

#pragma once

#include <adwaita.h>

#include "draft/sc-design.h"

G_BEGIN_DECLS

void sc_publish_dialog_present (GtkWidget *parent,
                                ScDesign  *design);
void sc_discard_dialog_present (GtkWidget *parent,
                                ScDesign  *design);

G_END_DECLS
