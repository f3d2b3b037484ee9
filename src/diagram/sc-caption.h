/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words on a scheme that nobody typed, in the process's language. */

#pragma once

#include "model/sc-date.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/* The words on a scheme that nobody typed. They are in the process's
 * language, as its stages are, not in the user's: a scheme on the wall is read
 * by everyone. */

const char *sc_caption_get_mark (ScLanguage language);
const char *sc_caption_get_no_name (ScLanguage language);
const char *sc_caption_get_no_role (ScLanguage language);
const char *sc_caption_get_mark_meaning (ScLanguage language);
const char *sc_caption_get_return_meaning (ScLanguage language);
const char *sc_caption_get_parking_meaning (ScLanguage language);
const char *sc_caption_get_participant_meaning (ScLanguage language);
const char *sc_caption_get_probability_meaning (ScLanguage language);

char *sc_caption_for_duration (ScDuration        duration,
                               const ScCalendar *calendar,
                               ScLanguage        language);
char *sc_caption_for_probability (double     probability,
                                  ScLanguage language);
char *sc_caption_for_return (const ScVersion *version,
                             guint            from,
                             guint            to);
char *sc_caption_for_parking (ScDuration        duration,
                              const ScCalendar *calendar,
                              ScLanguage        language);
char *sc_caption_for_sum (const ScVersion *version);
char *sc_caption_for_date (ScDate     date,
                           ScLanguage language);
char *sc_caption_for_version (const ScVersion *version,
                              const char      *date);
char *sc_caption_for_page (guint      page,
                           guint      n_pages,
                           ScLanguage language);

G_END_DECLS
