/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a word may stand in a column that takes certain words only. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sc_column_is_event_field (const char *text);
gboolean sc_column_is_month (const char *text);
gboolean sc_column_is_day_time (const char *text);
gboolean sc_column_is_contact_part (const char *text);
gboolean sc_column_is_answer_state (const char *text);
gboolean sc_column_is_word_place (const char *text);
gboolean sc_column_is_logo (const char *text);

G_END_DECLS
