/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An inscription aligns its text by the way that the text is written: an
 * Arabic name at the end of an English card would stand at its start. */

#include "pipeline/sc-inscription.h"

#include <unicode/uchar.h>

/**
 * sc_text_find_direction:
 * @text: (nullable): a text
 *
 * Returns: which way it is written, by its first letter that has a direction, as Pango has
 *   it; %GTK_TEXT_DIR_NONE where none has
 */
GtkTextDirection
sc_text_find_direction (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    switch (u_charDirection ((UChar32) g_utf8_get_char (p)))
      {
      case U_LEFT_TO_RIGHT:
        return GTK_TEXT_DIR_LTR;

      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return GTK_TEXT_DIR_RTL;

      default:
        break;
      }

  return GTK_TEXT_DIR_NONE;
}

/**
 * sc_inscription_set_text:
 * @inscription: an inscription that has a parent
 * @text: (nullable): what it shows
 * @is_end: whether it stands at the end of its place, not at the start
 *
 * Shows a text at the start or the end by the direction of the parent,
 * whichever way the text itself is written.
 */
void
sc_inscription_set_text (GtkInscription *inscription,
                         const char     *text,
                         gboolean        is_end)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (inscription));
  gboolean is_rtl = gtk_widget_get_direction (parent) == GTK_TEXT_DIR_RTL;
  gboolean is_right = (is_end != FALSE) != is_rtl;

  /* Of its own always the same: releases of GTK differ in what they make of it. */
  gtk_widget_set_direction (GTK_WIDGET (inscription), GTK_TEXT_DIR_LTR);
  gtk_inscription_set_xalign (inscription, is_right != (sc_text_find_direction (text) == GTK_TEXT_DIR_RTL) ? 1 : 0);
  gtk_inscription_set_text (inscription, text);
}
