/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program with a window, which main.c hands over to. */

#include "app/sc-app.h"
#include "translations.h"

int
main (int    argc,
      char **argv)
{
  sc_translations_set_up ();

  return sc_app_run (argc, argv);
}
