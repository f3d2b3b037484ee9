/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the pages of a document are painted: white paper whatever the window's colours are,
 * and on it what is found, what is current, and what speaks of a stage as it was. */

#include <adwaita.h>

#include "regulations/sc-page-view-private.h"

#define MARK_WIDTH 4.0

static graphene_rect_t
to_rect (const ScBox *box)
{
  return GRAPHENE_RECT_INIT ((float) box->x, (float) box->y, (float) box->width, (float) box->height);
}

/* What is on a page at the present zoom, painted once. */
static GskRenderNode *
need_node (ScPageView *self,
           guint       page)
{
  GtkSnapshot *snapshot;
  double width, height;
  ScBox box;
  cairo_t *cr;

  if (self->nodes->pdata[page] != NULL)
    return self->nodes->pdata[page];

  snapshot = gtk_snapshot_new ();
  sc_paged_get_page_size (self->paged, page, &width, &height);
  box = sc_page_view_get_page_box (self, page);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) box.width, (float) box.height));
  cairo_scale (cr, box.width / width, box.height / height);
  sc_paged_paint (self->paged, page, cr);
  cairo_destroy (cr);
  self->nodes->pdata[page] = gtk_snapshot_free_to_node (snapshot);

  return self->nodes->pdata[page];
}

static void
paint_page (ScPageView  *self,
            GtkSnapshot *snapshot,
            guint        page)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA edge = { 0, 0, 0, 0.15F };
  const float width[] = { 1, 1, 1, 1 };
  const GdkRGBA edges[] = { edge, edge, edge, edge };
  ScBox box = sc_page_view_get_page_box (self, page);
  GskRoundedRect outline;
  GskRenderNode *node;

  gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT ((float) box.x, (float) box.y, (float) box.width,
                                                                    (float) box.height));
  outline = GSK_ROUNDED_RECT_INIT ((float) box.x - 1, (float) box.y - 1, (float) box.width + 2, (float) box.height + 2);
  gtk_snapshot_append_border (snapshot, &outline, width, edges);

  node = need_node (self, page);
  if (node == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) box.x, (float) box.y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* A bar beside own words, in another colour where they are to be looked through. */
static void
paint_mark (ScPageView         *self,
            GtkSnapshot        *snapshot,
            const ScPagedPlace *place)
{
  const GdkRGBA stale = { 0.90F, 0.38F, 0.0F, 1 };
  const GdkRGBA own = { 0.21F, 0.52F, 0.89F, 0.7F };
  ScBox box = sc_page_view_get_box (self, place->page, &place->box);

  box.x -= 3 * MARK_WIDTH;
  box.width = MARK_WIDTH;
  gtk_snapshot_append_color (snapshot, place->section->is_stale ? &stale : &own, &GRAPHENE_RECT_INIT (
                               (float) box.x, (float) box.y, (float) box.width, (float) box.height));
}

/* Round the current section: what is done elsewhere in the window is done to it too. */
static void
paint_ring (ScPageView         *self,
            GtkSnapshot        *snapshot,
            const ScPagedPlace *place,
            gboolean            has_focus)
{
  AdwAccentColor accent = adw_style_manager_get_accent_color (adw_style_manager_get_default ());
  ScBox box = sc_page_view_get_box (self, place->page, &place->box);
  const float width[] = { 2, 2, 2, 2 };
  GskRoundedRect outline;
  graphene_rect_t rect;
  GdkRGBA colour;

  adw_accent_color_to_rgba (accent, &colour);
  if (!has_focus)
    colour.alpha = 0.4F;
  rect = to_rect (&box);
  graphene_rect_inset (&rect, -6, -4);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 6);
  gtk_snapshot_append_border (snapshot, &outline, width, (GdkRGBA[]) { colour, colour, colour, colour });
}

static void
paint_places (ScPageView  *self,
              GtkSnapshot *snapshot,
              double       top,
              double       bottom)
{
  gboolean has_focus = gtk_widget_has_focus (GTK_WIDGET (self));
  guint n_places = sc_paged_get_n_places (self->paged);

  for (guint i = 0; i < n_places; i++)
    {
      const ScPagedPlace *place = sc_paged_get_place (self->paged, i);
      ScBox box = sc_page_view_get_box (self, place->page, &place->box);

      if (box.y > bottom || box.y + box.height < top)
        continue;
      if (place->section->is_own || place->section->is_stale)
        paint_mark (self, snapshot, place);
      if (g_strcmp0 (place->section->id, self->current_id) == 0)
        paint_ring (self, snapshot, place, has_focus);
    }
}

static void
paint_hits (ScPageView  *self,
            GtkSnapshot *snapshot,
            double       top,
            double       bottom)
{
  const GdkRGBA found = { 0.98F, 0.83F, 0.0F, 0.4F };
  const GdkRGBA shown = { 1.0F, 0.47F, 0.0F, 0.5F };

  for (guint i = 0; self->hits != NULL && i < self->hits->len; i++)
    {
      const ScPagedHit *hit = &g_array_index (self->hits, ScPagedHit, i);
      ScBox box = sc_page_view_get_box (self, hit->page, &hit->box);
      graphene_rect_t rect = to_rect (&box);

      if (box.y <= bottom && box.y + box.height >= top)
        gtk_snapshot_append_color (snapshot, i == self->hit ? &shown : &found, &rect);
    }
}

/* Paints what is seen. */
void
sc_page_view_paint (ScPageView  *self,
                    GtkSnapshot *snapshot)
{
  double left = self->adjustments[0] != NULL ? gtk_adjustment_get_value (self->adjustments[0]) : 0;
  double top = self->adjustments[1] != NULL ? gtk_adjustment_get_value (self->adjustments[1]) : 0;
  double bottom = top + gtk_widget_get_height (GTK_WIDGET (self));

  if (self->paged == NULL)
    return;

  sc_page_view_measure_pages (self);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -left, (float) -top));
  for (guint i = 0; i < self->tops->len; i++)
    {
      ScBox box = sc_page_view_get_page_box (self, i);

      if (box.y <= bottom && box.y + box.height >= top)
        paint_page (self, snapshot, i);
      else if (self->nodes->pdata[i] != NULL)
        g_clear_pointer (&self->nodes->pdata[i], gsk_render_node_unref);
    }
  paint_hits (self, snapshot, top, bottom);
  paint_places (self, snapshot, top, bottom);
  gtk_snapshot_restore (snapshot);
}
