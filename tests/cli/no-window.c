/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In the place of the window, for the program as tests of its command line start
 * it: hundreds of times, each of which GTK and all that it brings would make
 * more than twice as long. */

#include "app/sc-app.h"

int
sc_app_run (int    argc,
            char **argv)
{
  g_printerr ("This program is the command line alone.\n");

  return 1;
}
