/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cuts a date into its parts, however programs write it: three numbers with a sign
 * between them, eight digits, or a month's name in English or Russian. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ScDateParts:
 * @numbers: year, month and day, as they follow each other
 * @n_digits: with how many digits each is written
 *
 * A date's text in its parts. One that leaves no doubt, because it names the month
 * or begins with a year of four digits, has its year in front.
 */
typedef struct {
  guint numbers[3];
  guint n_digits[3];
} ScDateParts;

gboolean sc_date_parts_cut (ScDateParts *self,
                            const char  *text);
guint sc_date_complete_year (guint year);

G_END_DECLS
