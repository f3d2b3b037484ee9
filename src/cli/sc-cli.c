/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/sc-cli.h"

#include <glib/gi18n.h>

static void
print_usage (void)
{
  g_print ("%s\n"
           "  stagecraft [--database FILE] [window]\n"
           "  stagecraft process list|new|show|check|fix|import|export|print|publish\n"
           "  stagecraft deal list|add|show|move|win|lose|import|export\n"
           "  stagecraft database check|backup|restore|sample\n",
           _("Usage:"));
}

/**
 * sc_cli_run:
 * @argc: number of arguments
 * @argv: arguments, the program's name first
 *
 * Carries out what the arguments say, without a display.
 *
 * Returns: the process's exit status: 0, 1 (failed) or 2 (wrong command line)
 */
int
sc_cli_run (int    argc,
            char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--version"))
        {
          g_print ("stagecraft %s\n", PACKAGE_VERSION);
          return 0;
        }
      if (g_str_equal (argv[i], "--help"))
        {
          print_usage ();
          return 0;
        }
    }

  g_printerr (_("stagecraft: The command line is not understood; see “stagecraft --help”.\n"));

  return 2;
}
