/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the canvas share. */

#pragma once

#include "designer/canvas/sc-canvas.h"
#include "diagram/sc-drawing.h"

G_BEGIN_DECLS

/* A stage on the canvas: its card, and where that is on its way. */
typedef struct {
  ScStageCard *card;
  ScPoint from;
  ScPoint now;
  gboolean is_new;
} ScSlot;

typedef enum {
  SC_DRAG_NONE,
  SC_DRAG_STAGE,
  SC_DRAG_MARK,
} ScDragKind;

/* What is being dragged, and where it would go. */
typedef struct {
  ScDragKind kind;
  gboolean is_touch;
  gboolean is_held; /* by a finger, which may drag from then on */
  guint position;
  ScPoint start;
  ScPoint grip;
  ScPoint pointer;
  guint gap;
  int onto;
} ScDrag;

struct _ScCanvas
{
  GtkWidget parent_instance;

  ScVersion *version;
  GPtrArray *findings;
  ScTypesetter *typesetter;
  ScLayout *layout;
  ScLayoutOptions options;
  char *selected;
  gboolean is_preview;
  gboolean has_refusals;
  GPtrArray *figures; /* of ScStageFigures: what deals tell of stages, or NULL */

  GArray *slots; /* of ScSlot, in the stages' order */
  GPtrArray *gaps; /* of GtkMenuButton, one more than there are stages */
  GtkWidget *mark;
  GtkWidget *menu;

  double zoom;
  double zoom_at_begin;
  double scale;
  ScPoint origin;

  AdwAnimation *animation;
  double progress;

  ScDrag drag;
  GtkGesture *drag_gesture;
  GtkGesture *click_gesture;
  guint scroll_tick;
  guint fit_tick;
  gint64 scrolled_at;
};

static inline ScSlot *
sc_canvas_get_slot (ScCanvas *self,
                    guint     position)
{
  return &g_array_index (self->slots, ScSlot, position);
}

double sc_canvas_get_scale (ScCanvas *self,
                            double    width);
ScLayoutOptions sc_canvas_get_layout_options (ScCanvas *self,
                                              double    width);
void sc_canvas_ensure_layout (ScCanvas *self,
                              double    width);
void sc_canvas_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline);
gboolean sc_canvas_require_layout (ScCanvas *self);
ScPoint sc_canvas_to_scheme (ScCanvas *self,
                             double    x,
                             double    y);
ScDirection sc_canvas_get_direction (ScCanvas *self);

void sc_canvas_paint (ScCanvas    *self,
                      GtkSnapshot *snapshot);
double sc_canvas_get_text_scale (ScCanvas *self);
void sc_canvas_set_progress (ScCanvas *self,
                             double    progress);
void sc_canvas_update_gaps (ScCanvas *self);
void sc_canvas_init_mark (ScCanvas *self);
void sc_canvas_update_mark (ScCanvas *self);
void sc_canvas_stop_drag (ScCanvas *self);
void sc_canvas_init_drag (ScCanvas *self);
void sc_canvas_init_zoom (ScCanvas *self);
void sc_canvas_init_keys (ScCanvas *self);
gboolean sc_canvas_move_focus (ScCanvas        *self,
                               GtkDirectionType direction);

G_END_DECLS
