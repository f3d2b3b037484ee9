/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An inscription aligns its text by the way that the text is written: an
 * Arabic name at the end of an English card would stand at its start. */

#include "pipeline/sc-inscription.h"

#define LEFT_TO_RIGHT_MARK 0x200e
#define RIGHT_TO_LEFT_MARK 0x200f

static gboolean
is_rtl_letter (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;

    default:
      return FALSE;
    }
}

/* By its first letter, as Pango has it. */
static gboolean
is_rtl_text (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == RIGHT_TO_LEFT_MARK || c == LEFT_TO_RIGHT_MARK)
        return c == RIGHT_TO_LEFT_MARK;
      if (g_unichar_isalpha (c))
        return is_rtl_letter (c);
    }

  return FALSE;
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
  gtk_inscription_set_xalign (inscription, is_right != is_rtl_text (text) ? 1 : 0);
  gtk_inscription_set_text (inscription, text);
}
