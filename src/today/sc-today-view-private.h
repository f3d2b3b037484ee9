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
  GCancellable *cancellable;
  ScInstant read_at;
  gboolean only_mine;
  gboolean is_reading;
  gboolean is_stale;
  /* What is led to as soon as it is read. */
  char *wanted_process_id;
  gint64 wanted_deal_id;
  gboolean may_leave;

  AdwToastOverlay *toasts;
  GtkWidget *nothing_due;
  GtkWidget *due;
  GtkListView *list_view;
};

void sc_today_view_read (ScTodayView *self);
void sc_today_view_remove (ScTodayView *self,
                           guint        position);

/* sc-today-view-work.c */
void sc_today_view_work_from (ScTodayView *self,
                              GtkWidget   *widget);

/* sc-today-view-lead.c */
void sc_today_view_show_wanted (ScTodayView *self);

G_END_DECLS
