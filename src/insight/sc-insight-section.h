/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of the Insight view, which is read from top to bottom: a title, sentences and charts. */

#pragma once

#include <adwaita.h>

#include "diagram/sc-chart.h"

G_BEGIN_DECLS

#define SC_TYPE_INSIGHT_SECTION (sc_insight_section_get_type ())
G_DECLARE_FINAL_TYPE (ScInsightSection, sc_insight_section, SC, INSIGHT_SECTION, GtkBox)

GtkWidget *sc_insight_section_new (const char *title);
void sc_insight_section_begin (ScInsightSection *self);
void sc_insight_section_say (ScInsightSection *self,
                             const char       *id,
                             const char       *text,
                             const char       *help);
void sc_insight_section_headline (ScInsightSection *self,
                                  const char       *id,
                                  const char       *caption,
                                  const char       *figure,
                                  const char       *below);
void sc_insight_section_count (ScInsightSection *self,
                               const char       *what,
                               guint             n,
                               char             *key);
void sc_insight_section_show (ScInsightSection *self,
                              const char       *id,
                              ScChart          *chart,
                              const char       *help);
GtkWidget *sc_insight_section_need (ScInsightSection *self,
                                    const char       *id,
                                    GtkWidget *(*make)(ScInsightSection *self));
void sc_insight_section_offer (ScInsightSection *self,
                               const char       *id,
                               const char       *label,
                               const char       *action);
gboolean sc_insight_section_is_empty (ScInsightSection *self);
void sc_insight_section_end (ScInsightSection *self);

G_END_DECLS
