/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares as people read them: one way for the window, the history and the command line. */

#include "model/sc-percent.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * sc_percent_to_text_in:
 * @share: a share from 0 to 1, or less than 0 for none; larger ones are told as they are
 * @language: the language of a process
 *
 * Returns: (transfer full): the share in percent, as that language writes it, whatever the
 *   user’s is; empty for none
 */
char *
sc_percent_to_text_in (double     share,
                       ScLanguage language)
{
  if (share < 0)
    return g_strdup ("");

  return g_strdup_printf (language == SC_LANGUAGE_RU ? "%d\u00a0%%" : "%d%%", (int) lround (share * 100));
}

/**
 * sc_percent_to_text:
 * @share: a share from 0 to 1, or less than 0 for none; larger ones are told as they are
 *
 * Returns: (transfer full): the share in percent, as the user's language writes it, such as
 *   “30%”; empty for none
 */
char *
sc_percent_to_text (double share)
{
  if (share < 0)
    return g_strdup ("");

  /* Translators: a share in percent; in front of the sign goes what your language wants, such as a no-break space */
  return g_strdup_printf (_("%d%%"), (int) lround (share * 100));
}
