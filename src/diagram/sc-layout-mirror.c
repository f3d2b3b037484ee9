/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns a layout round for schemes whose rows start on the right. */

#include "diagram/sc-layout-private.h"

static void
mirror_box (ScBox *box,
            double width)
{
  box->x = width - box->x - box->width;
}

static void
mirror_point (ScPoint *point,
              double   width)
{
  point->x = width - point->x;
}

static void
mirror_route (ScRoute *route,
              double   width)
{
  for (guint i = 0; i < route->n_points; i++)
    mirror_point (&route->points[i], width);
}

/**
 * sc_layout_mirror:
 * @layout: a layout from the left
 *
 * Makes it one from the right.
 */
void
sc_layout_mirror (ScLayout *layout)
{
  for (guint i = 0; i < layout->n_stages; i++)
    {
      ScPlace *place = &layout->places[i];
      ScBox *boxes[] = { &place->card, &place->number, &place->kinds, &place->name, &place->role,
                         &place->participants, &place->parking, &place->facts, &place->notes };

      for (guint j = 0; j < G_N_ELEMENTS (boxes); j++)
        mirror_box (boxes[j], layout->width);
    }

  for (guint i = 0; i < layout->n_routes; i++)
    mirror_route (&layout->routes[i], layout->width);
  for (guint i = 0; i < layout->n_returns; i++)
    mirror_route (&layout->returns[i].way, layout->width);

  mirror_point (&layout->mark.from, layout->width);
  mirror_point (&layout->mark.to, layout->width);
  mirror_box (&layout->mark.label, layout->width);
  mirror_box (&layout->sum, layout->width);
}
