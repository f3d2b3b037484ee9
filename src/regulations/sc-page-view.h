/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a document, one below the other, as they will be printed. */

#pragma once

#include <gtk/gtk.h>

#include "document/sc-paged.h"

G_BEGIN_DECLS

#define SC_TYPE_PAGE_VIEW (sc_page_view_get_type ())
G_DECLARE_FINAL_TYPE (ScPageView, sc_page_view, SC, PAGE_VIEW, GtkWidget)

GtkWidget *sc_page_view_new (void);
void sc_page_view_set_document (ScPageView *self,
                                ScDocument *document);
ScPaged *sc_page_view_get_paged (ScPageView *self);

double sc_page_view_get_zoom (ScPageView *self);
void sc_page_view_set_zoom (ScPageView *self,
                            double      zoom);
gboolean sc_page_view_is_zoom_chosen (ScPageView *self);
double sc_page_view_get_fitting_zoom (ScPageView *self);

const ScSection *sc_page_view_get_current (ScPageView *self);
void sc_page_view_show_start (ScPageView *self);
gboolean sc_page_view_show_section (ScPageView *self,
                                    const char *section_id);
gboolean sc_page_view_get_section_area (ScPageView   *self,
                                        const char   *section_id,
                                        GdkRectangle *area);

guint sc_page_view_find (ScPageView *self,
                         const char *text);
guint sc_page_view_mark (ScPageView *self,
                         const char *text);
guint sc_page_view_get_shown_hit (ScPageView *self);
guint sc_page_view_get_n_found (ScPageView *self);
guint sc_page_view_step_find (ScPageView *self,
                              int         step);

G_END_DECLS
