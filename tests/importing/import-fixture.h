/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog that imports a table, in a window of its own. */

#pragma once

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "../store/store-fixture.h"
#include "importing/sc-import-form.h"
#include "widget-test.h"

G_BEGIN_DECLS

typedef struct {
  StoreFixture *base;
  char *process_id;
  GtkWidget *window;
  GtkWidget *toasts;
  AdwDialog *dialog;
  char *path;
} ImportFixture;

void import_fixture_set_up (ImportFixture *fixture,
                            gconstpointer  data);
void import_fixture_tear_down (ImportFixture *fixture,
                               gconstpointer  data);
GtkWidget *import_fixture_find_in_window (ImportFixture *fixture,
                                          GType          type,
                                          const char    *property,
                                          const char    *value);
GtkWidget *import_fixture_wait_for (ImportFixture *fixture,
                                    GType          type,
                                    const char    *property,
                                    const char    *value);
ScImportForm *import_fixture_load (ImportFixture *fixture,
                                   const char    *table);
void import_fixture_click (ImportFixture *fixture,
                           const char    *label);
void import_fixture_choose (ImportFixture *fixture,
                            const char    *title,
                            guint          selected);
guint import_fixture_count (ImportFixture *fixture,
                            guint          statuses);
guint import_fixture_count_in_stage (ImportFixture *fixture,
                                     const char    *stage_id);
void import_fixture_wait_until_closed (ImportFixture *fixture);
void import_fixture_import (ImportFixture *fixture);
void import_fixture_check_row (ImportFixture *fixture,
                               const char    *title,
                               const char    *subtitle);

G_END_DECLS
