/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up a window share: sc-window-places.c has which place it
 * shows, sc-window-undo.c its undo and redo, sc-window.c all else. */

#pragma once

#include "app/sc-closing.h"
#include "app/sc-kept-pages.h"
#include "app/sc-process-actions.h"
#include "app/sc-process-list.h"
#include "app/sc-sidebar.h"
#include "app/sc-today-page.h"
#include "app/sc-reminders.h"
#include "app/sc-user-name.h"
#include "app/sc-window.h"
#include "change/sc-command.h"

G_BEGIN_DECLS

struct _ScWindow
{
  AdwApplicationWindow parent_instance;

  GFile *database;
  ScStore *store;
  GCancellable *cancellable;
  GSettings *settings;
  ScUserName *user_name;
  ScReminders *reminders;
  ScProcessList *processes;
  ScProcessActions *process_actions;
  ScKeptPages *kept_pages;
  ScClosing *closing;
  /* Kept while another place is shown, for its count in the sidebar. */
  ScTodayPage *today_page;
  char *place;
  char *last_process; /* (nullable): the id of the one that was shown last */
  gboolean is_listed; /* the process that is shown is in the sidebar */
  /* What was asked for while the database was being opened. */
  char *awaited_action;
  /* What came of the restore that the window began with. */
  GAsyncResult *restored;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwStatusPage *failed_page;
  GtkWidget *restore_button;
  AdwBanner *read_only_banner;
  AdwBanner *saving_banner;
  AdwNavigationSplitView *split_view;
  ScSidebar *sidebar;
};

/* sc-window-places.c */
void sc_window_install_places (GtkWidgetClass *widget_class);
void sc_window_make_places (ScWindow *self);
void sc_window_show_place (ScWindow   *self,
                           const char *place);

/* sc-window-regions.c */
void sc_window_install_regions (GtkWidgetClass *widget_class);
void sc_window_focus_content (ScWindow *self);

GtkWidget *sc_window_get_toasts (ScWindow *self);
void sc_window_lead_to (ScWindow        *self,
                        const ScOutcome *outcome,
                        gboolean         is_redo);

void sc_window_undo_install (GtkWidgetClass *widget_class);
void sc_window_undo_add_keys (AdwApplicationWindow *window);

G_END_DECLS
