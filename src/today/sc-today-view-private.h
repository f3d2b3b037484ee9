/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the Today view share. */

#pragma once

#include "today/sc-due-item.h"
#include "today/sc-today-view.h"

G_BEGIN_DECLS

struct _ScTodayView
{
  AdwBin parent_instance;

  ScStore *store;
  GListStore *items;
  GPtrArray *working; /* items that are being changed: what is pressed twice is done once */
  GPtrArray *headers; /* of GtkListHeader, those that are shown */
  GCancellable *cancellable;
  gboolean only_mine;
  gboolean is_reading;
  gboolean is_stale;
  gboolean wants_focus; /* for what is being read first */
  GtkWidget *focus_before; /* (nullable) (weak): what has it until then */
  guint limits[SC_N_DUE_GROUPS]; /* how far each group is opened */
  guint counts[SC_N_DUE_GROUPS];
  char *board_id; /* the process whose board is led to, NULL for none */
  /* What is led to as soon as it is read. */
  char *wanted_process_id;
  gint64 wanted_deal_id;
  gboolean may_leave;
  ScDueItem *opened_from; /* the row that has opened more */
  ScDueItem *coming; /* the row that gets the focus with one of the next frames */
  guint n_frames;

  AdwToastOverlay *toasts;
  AdwStatusPage *nothing_due;
  GtkWidget *board_button;
  GtkWidget *others_button;
  GtkWidget *due;
  GtkListView *list_view;
};

/* What is read at once. */
typedef struct {
  GPtrArray *rows;
  guint counts[SC_N_DUE_GROUPS];
  guint n_others;
  char *board_id;
} ScTodayReading;

void sc_today_view_read (ScTodayView *self);
void sc_today_view_take (ScTodayView    *self,
                         ScTodayReading *reading);
void sc_today_view_remove (ScTodayView *self,
                           guint        position);
guint sc_today_view_get_step (ScTodayView *self,
                              ScDueGroup   group);

/* sc-today-view-work.c */
void sc_today_view_work_from (ScTodayView *self,
                              GtkWidget   *widget);

/* sc-today-view-many.c */
void sc_today_view_ask_many (ScTodayView *self,
                             ScDueGroup   group);

/* sc-today-view-lead.c */
void sc_today_view_show_wanted (ScTodayView *self);
void sc_today_view_lead_to_row (ScTodayView *self,
                                guint        position);
gboolean sc_today_view_grab_focus (GtkWidget *widget);
gboolean sc_today_view_focus_way_on (ScTodayView *self);
GtkWidget *sc_today_view_find_focused_row (ScTodayView *self);
GPtrArray *sc_today_view_list_from_focus (ScTodayView *self,
                                          guint        start,
                                          guint        end);
void sc_today_view_lead_to_nearest (ScTodayView *self,
                                    GPtrArray   *items);

G_END_DECLS
