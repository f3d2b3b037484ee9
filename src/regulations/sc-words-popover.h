/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A manager's own words, written where they stand in a document. */

#pragma once

#include <gtk/gtk.h>

#include "regulations/sc-shown-document.h"

G_BEGIN_DECLS

#define SC_TYPE_WORDS_POPOVER (sc_words_popover_get_type ())
G_DECLARE_FINAL_TYPE (ScWordsPopover, sc_words_popover, SC, WORDS_POPOVER, GtkPopover)

GtkWidget *sc_words_popover_new (void);
gboolean sc_words_popover_is_asking (ScWordsPopover *self);
void sc_words_popover_ask (ScWordsPopover        *self,
                           ScStore               *store,
                           const ScShownDocument *shown,
                           const char            *place,
                           const GdkRectangle    *area);

G_END_DECLS
