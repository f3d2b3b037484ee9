/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Has both programs speak the user's language. */

#include "config.h"

#include "translations.h"

#include <glib/gi18n.h>
#include <locale.h>

/**
 * sc_translations_set_up:
 *
 * To be called before anything is written or shown.
 */
void
sc_translations_set_up (void)
{
  /* A program that is not installed finds its translations in the build folder. */
  const char *folder = g_getenv ("STAGECRAFT_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
