/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of ScPageView share. */

#pragma once

#include "regulations/sc-page-view.h"

G_BEGIN_DECLS

/* Pixels between two pages, and around them. */
#define SC_PAGE_GAP 18.0

struct _ScPageView
{
  GtkWidget parent_instance;

  ScPaged *paged;
  double zoom;
  gboolean is_zoom_chosen;
  int width_before;
  guint layout_source;
  /* Of each page laid out: its upper edge in pixels, and what was painted of it. */
  GArray *tops;
  GPtrArray *nodes;
  double width;
  double height;

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];

  char *current_id;
  /* A section that is to be shown once its page is there. */
  char *awaited_id;
  GArray *hits;
  guint hit;
  double pinched_zoom; /* that a pinch began with */
};

void sc_page_view_measure_pages (ScPageView *self);
void sc_page_view_take_pages (ScPageView *self);
ScBox sc_page_view_get_page_box (ScPageView *self,
                                 guint       page);
ScBox sc_page_view_get_box (ScPageView  *self,
                            guint        page,
                            const ScBox *on_page);
void sc_page_view_scroll_to (ScPageView  *self,
                             const ScBox *box);
void sc_page_view_set_current (ScPageView      *self,
                               const ScSection *section,
                               gboolean         is_told);
void sc_page_view_paint (ScPageView  *self,
                         GtkSnapshot *snapshot);
void sc_page_view_add_controls (ScPageView *self);

G_END_DECLS
