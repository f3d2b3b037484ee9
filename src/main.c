/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the program starts: a window, or the command line where there is a
 * subcommand. What shows windows is a program of its own: GTK and all that it brings
 * would cost each command more than twice as much as it takes to begin. */

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "cli/sc-cli.h"
#include "translations.h"

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

/* In a build folder it lies beside this program. Returns only where it can't be
 * started. */
static int
hand_over (char **argv)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (own != NULL ? own : "");
  g_autofree char *beside = g_build_filename (folder, WINDOW_PROGRAM, NULL);

  execv (beside, argv);
  execv (LIBEXEC_DIR "/" WINDOW_PROGRAM, argv);
  g_printerr (_("The window can’t be opened: %s\n"), g_strerror (errno));

  return 1;
}

int
main (int    argc,
      char **argv)
{
  sc_translations_set_up ();

  if (is_for_window (argc, argv))
    return hand_over (argv);

  return sc_cli_run (argc, argv);
}
