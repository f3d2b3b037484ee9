/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "designer/canvas/sc-canvas.h"
#include "designer/sc-designer-view.h"
#include "patience.h"

G_BEGIN_DECLS

/* A window with a Scheme view on a process in a database of its own. */
typedef struct {
  char *folder;
  ScStore *store;
  char *process_id;
  GtkWidget *window;
  ScDesignerView *view;
  ScDesign *design;
  ScCanvas *canvas;
  double zoom_at_first; /* before it was made 1 */
} DesignerFixture;

void designer_fixture_init (int    *argc,
                            char ***argv);
int designer_fixture_run (void);
void designer_fixture_open (DesignerFixture *self,
                            ScVersion       *version);
void designer_fixture_close (DesignerFixture *self);

ScVersion *designer_fixture_version (DesignerFixture *self);
ScStage *designer_fixture_stage (DesignerFixture *self,
                                 guint            position);
ScVersion *designer_fixture_saved (DesignerFixture *self);
GtkWidget *designer_fixture_card (DesignerFixture *self,
                                  guint            position);
void designer_fixture_do (DesignerFixture *self,
                          const char      *action,
                          GVariant        *target);
void designer_fixture_take_back (DesignerFixture *self,
                                 gboolean         is_redo);
void designer_fixture_press_undo (DesignerFixture *self,
                                  const char      *message);
gboolean designer_fixture_can_undo (DesignerFixture *self);
gboolean designer_fixture_press (DesignerFixture *self,
                                 guint            keyval,
                                 GdkModifierType  state);
void designer_fixture_settle (DesignerFixture *self);
void designer_fixture_picture (DesignerFixture *self,
                               const char      *name);
GtkWidget *designer_fixture_find (GtkWidget  *from,
                                  GType       type,
                                  const char *text);

GtkWidget *designer_fixture_row (DesignerFixture *self,
                                 GType            inspector,
                                 const char      *title);
void designer_fixture_type (GtkWidget  *row,
                            const char *text);
GtkWidget *designer_fixture_line (GtkWidget *list,
                                  guint      position);
void designer_fixture_enter (DesignerFixture *self,
                             GtkWidget       *line,
                             const char      *text);
AdwAlertDialog *designer_fixture_dialog (DesignerFixture *self);
void designer_fixture_respond (DesignerFixture *self,
                               AdwAlertDialog  *dialog,
                               const char      *response);

ScVersion *designer_fixture_proposal (void);
ScVersion *designer_fixture_twelve (void);

G_END_DECLS
