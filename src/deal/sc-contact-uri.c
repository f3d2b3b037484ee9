/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Addresses that open the program for calls or the one for mails, with a letter in it. */

#include "deal/sc-contact-uri.h"

#include <string.h>

/**
 * sc_phone_uri_new:
 * @phone: (nullable): a phone number as people write it
 *
 * Returns: (transfer full) (nullable): `tel:` with what of it can be dialled, or %NULL
 *   where there is no digit
 */
char *
sc_phone_uri_new (const char *phone)
{
  g_autoptr (GString) uri = g_string_new ("tel:");
  gboolean has_digit = FALSE;

  for (; phone != NULL && *phone != '\0'; phone++)
    if (g_ascii_isdigit (*phone) || (*phone == '+' && !has_digit))
      {
        g_string_append_c (uri, *phone);
        has_digit = has_digit || g_ascii_isdigit (*phone);
      }

  return has_digit ? g_string_free_and_steal (g_steal_pointer (&uri)) : NULL;
}

/* Lines end with CR and LF there (RFC 6068, 5). */
static void
append_field (GString    *uri,
              const char *name,
              const char *value)
{
  g_auto (GStrv) lines = NULL;

  if (value == NULL || value[0] == '\0')
    return;

  g_string_append_printf (uri, "%c%s=", strchr (uri->str, '?') == NULL ? '?' : '&', name);
  lines = g_strsplit (value, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (uri, "%0D%0A");
      if (g_str_has_suffix (lines[i], "\r"))
        lines[i][strlen (lines[i]) - 1] = '\0';
      g_string_append_uri_escaped (uri, lines[i], NULL, FALSE);
    }
}

/**
 * sc_mail_uri_new:
 * @address: (nullable): whom it goes to; where it is not known, the mail program asks
 * @subject: (nullable): its subject, one line
 * @body: (nullable): its text
 *
 * Whatever the parts hold, none of them becomes another header, address or attachment.
 *
 * Returns: (transfer full): `mailto:` with the letter (RFC 6068)
 */
char *
sc_mail_uri_new (const char *address,
                 const char *subject,
                 const char *body)
{
  GString *uri = g_string_new ("mailto:");
  g_autofree char *trimmed = g_strstrip (g_strdup (address != NULL ? address : ""));
  g_autofree char *line = g_strdup (subject);

  g_string_append_uri_escaped (uri, trimmed, "@", FALSE);
  if (line != NULL)
    append_field (uri, "subject", g_strdelimit (line, "\r\n", ' '));
  append_field (uri, "body", body);

  return g_string_free_and_steal (uri);
}

/**
 * sc_letter_split:
 * @letter: the text of a letter; its first line is the subject
 * @subject: (out): that line
 * @body: (out): the rest, without empty lines in front; may be empty
 */
void
sc_letter_split (const char *letter,
                 char      **subject,
                 char      **body)
{
  const char *begin = letter + strspn (letter, " \t\r\n");
  const char *end = begin + strcspn (begin, "\r\n");

  *subject = g_strchomp (g_strndup (begin, end - begin));
  *body = g_strdup (end + strspn (end, " \t\r\n"));
}
