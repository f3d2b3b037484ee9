/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process in the window: its views and the switch between them, its name and its
 * menu. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"
#include "unsaved/sc-unsaved.h"

G_BEGIN_DECLS

#define SC_TYPE_PROCESS_PAGE (sc_process_page_get_type ())
G_DECLARE_FINAL_TYPE (ScProcessPage, sc_process_page, SC, PROCESS_PAGE, AdwNavigationPage)

ScProcessPage *sc_process_page_new (ScStore    *store,
                                    ScProcess  *process,
                                    const char *view);
const char *sc_process_page_get_process_id (ScProcessPage *self);
void sc_process_page_set_process (ScProcessPage *self,
                                  ScProcess     *process);
const char *sc_process_page_get_view (ScProcessPage *self);
void sc_process_page_set_view (ScProcessPage *self,
                               const char    *view);
void sc_process_page_show_unsaved (ScProcessPage *self);
void sc_process_page_focus (ScProcessPage *self);
void sc_process_page_show_deal (ScProcessPage *self,
                                gint64         deal_id);
void sc_process_page_show_deals (ScProcessPage *self,
                                 const char    *name,
                                 GArray        *deal_ids);
void sc_process_page_show_figure (ScProcessPage *self,
                                  const char    *key);
void sc_process_page_show_answer (ScProcessPage *self,
                                  gint64         deal_id,
                                  const char    *criterion_id);
void sc_process_page_show_stage (ScProcessPage *self,
                                 const char    *stage_id);
void sc_process_page_show_place (ScProcessPage *self,
                                 const char    *place);
void sc_process_page_print (ScProcessPage *self);

void sc_process_page_lead_to_deal (ScProcessPage *self,
                                   gint64         deal_id);

G_END_DECLS
