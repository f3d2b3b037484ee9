/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places the cards, the gaps between them and the client mark where the layout of the
 * scheme has them, or on their way there. */

#include "designer/canvas/sc-canvas-private.h"

#include <math.h>

/* Gaps between cards are places to add a stage at. */
#define GAP_SIZE 28

static void
allocate_at (ScCanvas  *self,
             GtkWidget *child,
             ScPoint    at,
             int        width,
             int        height)
{
  GskTransform *transform;

  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (self->origin.x + at.x * self->scale),
                                                                   (float) (self->origin.y + at.y * self->scale)));
  transform = gsk_transform_scale (transform, (float) self->scale, (float) self->scale);
  gtk_widget_allocate (child, width, height, -1, transform);
}

static ScPoint
mix_points (ScPoint a,
            ScPoint b,
            double  share)
{
  return (ScPoint) { a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };
}

static void
allocate_card (ScCanvas *self,
               guint     position)
{
  ScSlot *slot = sc_canvas_get_slot (self, position);
  const ScPlace *place = &self->layout->places[position];
  ScPoint target = { place->card.x, place->card.y };
  int height;

  if (self->drag.kind == SC_DRAG_STAGE && self->drag.position == position)
    slot->now = (ScPoint) { self->drag.pointer.x - self->drag.grip.x, self->drag.pointer.y - self->drag.grip.y }
  ;
  else
    slot->now = slot->is_new ? target : mix_points (slot->from, target, self->progress);

  sc_stage_card_place (slot->card, place, self->options.direction);
  gtk_widget_set_opacity (GTK_WIDGET (slot->card), slot->is_new ? self->progress : 1);
  gtk_widget_measure (GTK_WIDGET (slot->card), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  allocate_at (self, GTK_WIDGET (slot->card), slot->now, (int) SC_CARD_WIDTH, MAX (height, (int) ceil (place->card.height)));
}

/* Where rows run, before a card or behind the last of a row; in one column
 * above or below. */
static ScPoint
find_gap_middle (ScCanvas *self,
                 guint     gap)
{
  const ScLayout *layout = self->layout;
  gboolean is_behind = gap == layout->n_stages || (gap > 0 && layout->places[gap - 1].row != layout->places[gap].row);
  const ScBox *card = &layout->places[is_behind ? gap - 1 : gap].card;
  double away = gap == 0 || is_behind ? SC_SCHEME_MARGIN / 2 : SC_CARD_GAP / 2;

  if (layout->n_columns == 1)
    {
      away = gap == 0 || gap == layout->n_stages ? SC_SCHEME_MARGIN / 2 + 2 : SC_ROW_GAP / 2;
      return (ScPoint) { card->x + card->width / 2, is_behind ? card->y + card->height + away : card->y - away };
    }

  if (is_behind == (self->options.direction == SC_DIRECTION_LTR))
    return (ScPoint) { card->x + card->width + away, card->y + card->height / 2 }
  ;

  return (ScPoint) { card->x - away, card->y + card->height / 2 };
}

static void
allocate_gaps (ScCanvas *self)
{
  for (guint i = 0; i < self->gaps->len; i++)
    {
      ScPoint middle = find_gap_middle (self, i);

      if (gtk_widget_should_layout (self->gaps->pdata[i]))
        allocate_at (self, self->gaps->pdata[i], (ScPoint) { middle.x - GAP_SIZE / 2.0, middle.y - GAP_SIZE / 2.0 },
                     GAP_SIZE, GAP_SIZE);
    }
}

static void
allocate_mark (ScCanvas *self)
{
  const ScBox *label = &self->layout->mark.label;
  ScPoint at = { label->x, label->y };
  int width, height;

  if (!gtk_widget_should_layout (self->mark))
    return;

  gtk_widget_measure (self->mark, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (self->mark, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  if (self->drag.kind == SC_DRAG_MARK)
    at = (ScPoint) { self->drag.pointer.x - self->drag.grip.x, self->drag.pointer.y - self->drag.grip.y }
  ;
  allocate_at (self, self->mark, at, MAX (width, (int) ceil (label->width)), MAX (height, (int) label->height));
}

/* Places everything where the layout has it, or where it is on its way. */
void
sc_canvas_allocate (GtkWidget *widget,
                    int        width,
                    int        height,
                    int        baseline)
{
  ScCanvas *self = SC_CANVAS (widget);

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->version == NULL || self->version->stages->len == 0)
    return;

  self->scale = sc_canvas_get_scale (self, width);
  sc_canvas_ensure_layout (self, width / self->scale);
  self->origin.x = MAX ((width - self->layout->width * self->scale) / 2, 0);
  self->origin.y = MAX ((height - self->layout->height * self->scale) / 3, 0);

  for (guint i = 0; i < self->slots->len; i++)
    allocate_card (self, i);
  allocate_gaps (self);
  allocate_mark (self);
}
