/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Headers of columns that tell when deals came into a stage. HubSpot has one for each
 * stage, and names the stage in it: “Date entered "Contract sent (Sales Pipeline)"”. */

#include "exchange/sc-entry-header.h"

#include <string.h>

/* What such headers begin with, the longest first: letters and digits alone count. */
static const char *const beginnings[] = {
  "hsv2dateentered", "hsdateentered", "dateentered", "датавходавэтап", "датавходавстадию", "датапереходанаэтап",
};

/* What is no stage's name, but the one in which the deal stands. */
static const char *const present[] = { "currentstage", "stage", "текущийэтап" };

static gboolean
is_letter (gunichar letter)
{
  return g_unichar_isalnum (letter);
}

/**
 * sc_entry_header_fold:
 * @text: a text
 *
 * Returns: (transfer full): its letters and digits, folded
 */
char *
sc_entry_header_fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) letters = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (is_letter (g_utf8_get_char (at)))
      g_string_append_unichar (letters, g_utf8_get_char (at));

  return g_string_free_and_steal (g_steal_pointer (&letters));
}

/* Behind so many letters and digits of a text. */
static const char *
skip_letters (const char *text,
              glong       n_letters)
{
  for (; *text != '\0' && n_letters > 0; text = g_utf8_next_char (text))
    n_letters -= is_letter (g_utf8_get_char (text));

  return text;
}

/* Without spaces and quotation marks around it. */
static char *
trim_stage (const char *text)
{
  static const char *const marks[] = { " ", "_", ":", "\"", "'", "“", "”", "«", "»", "‘", "’" };
  g_autofree char *stage = g_strdup (text);
  gboolean is_trimmed = FALSE;

  while (!is_trimmed)
    {
      is_trimmed = TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        {
          gsize length = strlen (marks[i]);

          if (g_str_has_prefix (stage, marks[i]))
            memmove (stage, stage + length, strlen (stage + length) + 1);
          else if (g_str_has_suffix (stage, marks[i]))
            stage[strlen (stage) - length] = '\0';
          else
            continue;
          is_trimmed = FALSE;
        }
    }

  return g_steal_pointer (&stage);
}

/**
 * sc_entry_header_read_stage:
 * @header: a column's header
 *
 * “Date entered” alone is when other programs made the deal's row.
 *
 * Returns: (transfer full) (nullable): the stage whose days it has, as the header calls
 *   it; empty for the one in which the deal stands; %NULL where it is no such column
 */
char *
sc_entry_header_read_stage (const char *header)
{
  g_autofree char *folded = sc_entry_header_fold (header);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      {
        const char *rest = folded + strlen (beginnings[i]);

        if (*rest == '\0')
          return NULL;
        for (guint j = 0; j < G_N_ELEMENTS (present); j++)
          if (g_str_equal (rest, present[j]))
            return g_strdup ("");

        return trim_stage (skip_letters (header, g_utf8_strlen (beginnings[i], -1)));
      }

  return NULL;
}
