/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list that is shown little by little, so that a long one costs no more than what is
 * seen. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SC_TYPE_GROWING_MODEL (sc_growing_model_get_type ())
G_DECLARE_FINAL_TYPE (ScGrowingModel, sc_growing_model, SC, GROWING_MODEL, GObject)

ScGrowingModel *sc_growing_model_new (GListModel *model);
void sc_growing_model_reach (ScGrowingModel *self,
                             guint           position);

G_END_DECLS
