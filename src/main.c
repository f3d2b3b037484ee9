/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the program starts: a window, or the command line where there is a
 * subcommand. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/sc-app.h"
#include "cli/sc-cli.h"

static void
set_up_translations (void)
{
  const char *folder;

  /* A program that is not installed finds its translations in the build folder. */
  folder = g_getenv ("STAGECRAFT_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* All but what is plainly meant for the window goes to the command line, which
 * says what is wrong with it, without needing a display. */
static gboolean
is_for_window (int    argc,
               char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--database") && i + 1 < argc)
        i++;
      else if (!g_str_equal (argv[i], "window")
               && !g_str_has_prefix (argv[i], "--database=")
               && !g_str_has_prefix (argv[i], "--gapplication-"))
        return FALSE;
    }

  return TRUE;
}

int
main (int    argc,
      char **argv)
{
  set_up_translations ();

  if (is_for_window (argc, argv))
    return sc_app_run (argc, argv);

  return sc_cli_run (argc, argv);
}
