/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "change/change-fixture.h"
#include "pipeline/sc-board.h"
#include "pipeline/sc-pipeline-view.h"
#include "pipeline/sc-stage-column.h"

G_BEGIN_DECLS

/* A window with the Deals view on a process of six stages, “A” to “F”, each
 * with the exit criterion “… is done”; won behind “D”. */
typedef struct {
  ChangeFixture *change;
  AdwWindow *window;
  ScPipelineView *view;
} PipelineFixture;

typedef gboolean (*PipelineQuestion) (PipelineFixture *self,
                                      gpointer         data);

PipelineFixture *pipeline_fixture_new (void);
void pipeline_fixture_free (PipelineFixture *self);
void pipeline_fixture_show (PipelineFixture *self);

/* Until it is so; a test that waits in vain says where. */
#define pipeline_fixture_wait(self, question, data) \
        pipeline_fixture_wait_at (self, question, data, G_STRLOC)
void pipeline_fixture_wait_at (PipelineFixture *self,
                               PipelineQuestion question,
                               gpointer         data,
                               const char      *where);
void pipeline_fixture_wait_for_board (PipelineFixture *self,
                                      const char      *expected);

gpointer pipeline_fixture_find (GtkWidget *below,
                                GType      type,
                                guint      nth);
ScStageColumn *pipeline_fixture_get_column (PipelineFixture *self,
                                            guint            position);
void pipeline_fixture_focus (PipelineFixture *self,
                             const char      *stage,
                             gint64           deal_id);
void pipeline_fixture_wait_for_focus (PipelineFixture *self,
                                      const char      *stage,
                                      gint64           deal_id);
AdwDialog *pipeline_fixture_wait_for_dialog (PipelineFixture *self,
                                             GType            type);
void pipeline_fixture_respond (AdwDialog  *dialog,
                               const char *response);
/* As xdotool names them, “ctrl+a Delete”; the window has to be active. */
void pipeline_fixture_press (PipelineFixture *self,
                             const char      *keys);
const char *pipeline_fixture_get_page (PipelineFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PipelineFixture, pipeline_fixture_free)

G_END_DECLS
