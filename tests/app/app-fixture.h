/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/sc-application.h"
#include "app/sc-window.h"
#include "widget-test.h"

G_BEGIN_DECLS

/* A window on a database of its own. */
typedef struct {
  char *folder;
  GFile *database;
  ScWindow *window;
} AppFixture;

extern ScApplication *app_fixture_application;

void app_fixture_init (int    *argc,
                       char ***argv);
int app_fixture_run (void);

AppFixture *app_fixture_new (void);
AppFixture *app_fixture_open (void);
void app_fixture_free (AppFixture *self);
void app_fixture_open_window (AppFixture *self);
void app_fixture_activate (AppFixture *self,
                           const char *action);
AdwDialog *app_fixture_get_dialog (AppFixture *self);
void app_fixture_respond (AppFixture *self,
                          const char *response);

/* A process “Sample” with deals. */
void app_fixture_add_sample (ScStore *store,
                             guint    n_deals);

/* To wait for: of a window, of a fixture. */
gboolean app_fixture_has_opened (gpointer window);
gboolean app_fixture_is_closed (gpointer window);
gboolean app_fixture_has_dialog (gpointer fixture);
gboolean app_fixture_has_no_dialog (gpointer fixture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AppFixture, app_fixture_free)

G_END_DECLS
