/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Folds the letters that most texts are made of, ASCII and Russian, without Unicode’s
 * tables, for names and for search. */

#include "store/sc-plain-letters.h"

#define UP_TO_0X043F 0xd0
#define UP_TO_0X045F 0xd1

/* Ѐ to п have the first of these bytes, р to џ the second one; small letters are 32
 * behind their capitals, and ѐ to џ 80. */
static gboolean
fold_cyrillic (guchar *letter)
{
  if (letter[0] == UP_TO_0X045F)
    return letter[1] >= 0x80 && letter[1] < 0xa0;
  if ((letter[1] & 0xc0) != 0x80)
    return FALSE;

  if (letter[1] < 0x90)
    {
      letter[0] = UP_TO_0X045F;
      letter[1] += 0x10;
    }
  else if (letter[1] < 0xa0)
    {
      letter[1] += 0x20;
    }
  else if (letter[1] < 0xb0)
    {
      letter[0] = UP_TO_0X045F;
      letter[1] -= 0x20;
    }

  return TRUE;
}

/* « and », – and —, which stay as they are; 0 for another sign. */
static guint
get_sign_length (const guchar *sign)
{
  if (sign[0] == 0xc2)
    return sign[1] == 0xab || sign[1] == 0xbb ? 2 : 0;

  return sign[0] == 0xe2 && sign[1] == 0x80 && (sign[2] == 0x93 || sign[2] == 0x94) ? 3 : 0;
}

/* Returns how many bytes the letter has; 0 where it is not plain. */
static guint
fold (guchar *letter)
{
  if (letter[0] < 0x80)
    {
      letter[0] = (guchar) g_ascii_tolower ((char) letter[0]);
      return 1;
    }
  if (letter[0] == UP_TO_0X043F || letter[0] == UP_TO_0X045F)
    return fold_cyrillic (letter) ? 2 : 0;

  return get_sign_length (letter);
}

/**
 * sc_plain_letters_fold:
 * @text: a text
 * @folded: where to append it without case
 *
 * Returns: whether @text has plain letters only; if not, nothing is appended
 */
gboolean
sc_plain_letters_fold (const char *text,
                       GString    *folded)
{
  gsize start = folded->len;

  /* A letter without case is as long as it was. */
  g_string_append (folded, text);
  for (guchar *at = (guchar *) folded->str + start; *at != '\0';)
    {
      guint length = fold (at);

      if (length == 0)
        {
          g_string_truncate (folded, start);
          return FALSE;
        }
      at += length;
    }

  return TRUE;
}
