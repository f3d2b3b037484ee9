/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What today asks for, from several tables. */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/sc-rows.h"

G_BEGIN_DECLS

/* Each adds rows, at most @limit of its kind, the longest overdue first. */
gboolean sc_due_table_list_steps (ScConnection *connection,
                                  ScDate        today,
                                  gint64        owner_id,
                                  guint         limit,
                                  GPtrArray    *rows,
                                  GError      **error);
gboolean sc_due_table_list_payments (ScConnection *connection,
                                     ScDate        today,
                                     gint64        owner_id,
                                     guint         limit,
                                     GPtrArray    *rows,
                                     GError      **error);
gboolean sc_due_table_list_woken (ScConnection *connection,
                                  ScDate        today,
                                  gint64        owner_id,
                                  guint         limit,
                                  GPtrArray    *rows,
                                  GError      **error);
gboolean sc_due_table_list_trials (ScConnection *connection,
                                   ScDate        today,
                                   gint64        owner_id,
                                   guint         limit,
                                   GPtrArray    *rows,
                                   GError      **error);
gboolean sc_due_table_list_stages (ScConnection *connection,
                                   ScCalendar   *calendar,
                                   ScInstant     now,
                                   gint64        owner_id,
                                   guint         limit,
                                   GPtrArray    *rows,
                                   GError      **error);

G_END_DECLS
