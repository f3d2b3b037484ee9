/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of ScRegulationsView share. */

#pragma once

#include "regulations/sc-contents-list.h"
#include "regulations/sc-page-view.h"
#include "regulations/sc-regulations-view.h"
#include "regulations/sc-shown-document.h"
#include "regulations/sc-words-popover.h"

G_BEGIN_DECLS

struct _ScRegulationsView
{
  AdwBin parent_instance;

  ScStore *store;
  ScDocumentWanted *wanted;
  ScShownDocument *shown;
  GCancellable *loading;
  GSimpleActionGroup *actions;
  /* A section to lead to, once the document is there. */
  char *awaited_id;
  /* The same of a place of own words. */
  char *awaited_place;
  /* Whether what is loaded is another document, not the same as it is now. */
  gboolean starts_anew;
  GSettings *settings;

  AdwToastOverlay *toasts;
  AdwOverlaySplitView *split;
  AdwToggleGroup *document_toggles;
  GtkStack *stack;
  AdwStatusPage *error_page;
  AdwBanner *findings_banner;
  AdwBanner *pages_banner;
  ScPageView *pages;
  ScContentsList *contents;
  GtkLabel *zoom_label;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkLabel *found_label;
  GtkWidget *edit_button;
  GtkMenuButton *menu_button;
  GtkWidget *version_button;
  GtkWidget *words_popover;
  GtkWidget *menu_popover;
};

void sc_regulations_view_load (ScRegulationsView *self);
void sc_regulations_view_add_actions (ScRegulationsView *self);
void sc_regulations_view_show_menus (ScRegulationsView *self);
void sc_regulations_view_edit (ScRegulationsView *self);
void sc_regulations_view_show_edit (ScRegulationsView *self);
void sc_regulations_view_edit_place (ScRegulationsView *self,
                                     const char        *place);
void sc_regulations_view_open_menu (ScRegulationsView *self,
                                    double             x,
                                    double             y);
void sc_regulations_view_add_words (ScRegulationsView *self);

G_END_DECLS
