/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells of the steps of a database that have a time, when that has come. */

#pragma once

#include <gio/gio.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_REMINDERS (sc_reminders_get_type ())
G_DECLARE_FINAL_TYPE (ScReminders, sc_reminders, SC, REMINDERS, GObject)

ScReminders *sc_reminders_new (GApplication *application,
                               GSettings    *settings,
                               ScStore      *store);
void sc_reminders_look (ScReminders *self);

G_END_DECLS
