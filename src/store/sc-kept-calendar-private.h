/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar of one database, read once and anew when it has changed. */

#pragma once

#include "model/sc-calendar.h"
#include "store/engine/sc-connection-private.h"

G_BEGIN_DECLS

typedef struct _ScKeptCalendar ScKeptCalendar;

ScKeptCalendar *sc_kept_calendar_new (void);
ScKeptCalendar *sc_kept_calendar_ref (ScKeptCalendar *self);
void sc_kept_calendar_unref (ScKeptCalendar *self);

ScCalendar *sc_kept_calendar_get (ScKeptCalendar *self);
ScCalendar *sc_kept_calendar_look (ScKeptCalendar *self,
                                   ScConnection   *connection);
void sc_kept_calendar_forget (ScKeptCalendar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScKeptCalendar, sc_kept_calendar_unref)

G_END_DECLS
