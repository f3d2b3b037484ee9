/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas: a card for each stage where the layout has it. */

#pragma once

#include <adwaita.h>

#include "designer/canvas/sc-stage-card.h"

G_BEGIN_DECLS

#define SC_ZOOM_MIN 0.25
#define SC_ZOOM_MAX 4.0

/* A scheme of one stage is not to fill the window. */
#define SC_ZOOM_FIT 2.0

/* Smaller than this nobody reads it: a scheme is not opened so. */
#define SC_ZOOM_READABLE 0.5

#define SC_TYPE_CANVAS (sc_canvas_get_type ())
G_DECLARE_FINAL_TYPE (ScCanvas, sc_canvas, SC, CANVAS, GtkWidget)

GtkWidget *sc_canvas_new (void);
void sc_canvas_show (ScCanvas  *self,
                     ScVersion *version,
                     GPtrArray *findings);
void sc_canvas_preview (ScCanvas  *self,
                        ScVersion *merged,
                        GPtrArray *steps);
gboolean sc_canvas_is_preview (ScCanvas *self);

const char *sc_canvas_get_selected (ScCanvas *self);
const char *sc_canvas_get_worked_on (ScCanvas *self);
void sc_canvas_set_selected (ScCanvas   *self,
                             const char *stage_id);
void sc_canvas_focus_stage (ScCanvas   *self,
                            const char *stage_id);
void sc_canvas_edit_name (ScCanvas   *self,
                          const char *stage_id);
void sc_canvas_light (ScCanvas  *self,
                      GPtrArray *stages);
void sc_canvas_popup_menu_at (ScCanvas *self,
                              double    x,
                              double    y);
void sc_canvas_popup_menu (ScCanvas *self);

gboolean sc_canvas_get_has_refusals (ScCanvas *self);
void sc_canvas_set_has_refusals (ScCanvas *self,
                                 gboolean  has_refusals);

void sc_canvas_set_figures (ScCanvas  *self,
                            GPtrArray *figures);

double sc_canvas_get_zoom (ScCanvas *self);
void sc_canvas_set_zoom (ScCanvas *self,
                         double    zoom);
void sc_canvas_zoom_in (ScCanvas *self);
void sc_canvas_zoom_out (ScCanvas *self);
gboolean sc_canvas_fit (ScCanvas *self);
void sc_canvas_fit_when_shown (ScCanvas *self);

G_END_DECLS
