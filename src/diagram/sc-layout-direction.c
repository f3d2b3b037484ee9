/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells the side that rows of a scheme start on by the script of its names. */

#include "diagram/sc-layout.h"

/* 1 where a text starts in a script that runs from right to left, -1 where in
 * another, 0 where it has no letter. */
static int
weigh_direction (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      switch (g_unichar_get_script (g_utf8_get_char (p)))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return 1;
        default:
          return -1;
        }

  return 0;
}

/**
 * sc_direction_guess:
 * @version: a version
 *
 * Returns: the direction in which most of its stages' names are written
 */
ScDirection
sc_direction_guess (const ScVersion *version)
{
  int balance = 0;

  for (guint i = 0; i < version->stages->len; i++)
    balance += weigh_direction (sc_version_get_stage (version, i)->name);

  return balance > 0 ? SC_DIRECTION_RTL : SC_DIRECTION_LTR;
}
