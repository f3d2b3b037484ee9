/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar in the preferences. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

#define SC_TYPE_CALENDAR_PAGE (sc_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (ScCalendarPage, sc_calendar_page, SC, CALENDAR_PAGE, AdwPreferencesPage)

GtkWidget *sc_calendar_page_new (ScStore *store);

G_END_DECLS
