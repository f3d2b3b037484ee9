/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of test-pane, and what they have in common. */

#pragma once

#include "deal/sc-deal-pane.h"
#include "pipeline/pipeline-fixture.h"
#include "widgets/sc-field-row.h"

G_BEGIN_DECLS

typedef struct {
  gint64 deal_id;
  const char *title;
  const char *company;
  ScMoney value;
} PaneTestsExpected;

ScDealPane *pane_tests_open_pane (PipelineFixture *self,
                                  gint64           deal_id);
ScFieldRow *pane_tests_find_row (ScDealPane *pane,
                                 const char *title);
void pane_tests_type (ScFieldRow *row,
                      const char *text);
gboolean pane_tests_is_saved (PipelineFixture *self,
                              gpointer         data);
gboolean pane_tests_shows_title (PipelineFixture *self,
                                 gpointer         data);
gboolean pane_tests_says (PipelineFixture *self,
                          gpointer         pane_and_text);

void pane_tests_add_meanwhile (void);
void pane_tests_add_dialogs (void);

G_END_DECLS
