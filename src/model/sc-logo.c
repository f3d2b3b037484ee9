/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what sort of picture a logo is, by its first bytes, and makes text of it: a data:
 * URI, which says the same and can be put into a page as it is. */

#include "model/sc-logo.h"

#include <string.h>

#define SCHEME "data:"
#define ENCODING ";base64,"

/* Where a PNG says how large it is. */
#define PNG_WIDTH_AT 16
#define PNG_HEIGHT_AT 20
#define MAX_POINTS (64 * 1024 * 1024)

/* An SVG has nothing but a declaration, comments and the like before its root. */
#define SVG_LOOKED_AT 4096

static gboolean
is_svg (const char *data,
        gsize       size)
{
  return size > 0 && g_utf8_validate_len (data, size, NULL)
         && g_strstr_len (data, (gssize) MIN (size, SVG_LOOKED_AT), "<svg") != NULL;
}

static guint64
read_number (const char *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);

  return GUINT32_FROM_BE (number);
}

/* A few bytes can stand for more points than a computer has room for: whoever shows it
 * would make them all. */
static gboolean
is_small_png (const char *data,
              gsize       size)
{
  return size >= PNG_HEIGHT_AT + 4 && read_number (data + PNG_WIDTH_AT) * read_number (data + PNG_HEIGHT_AT) <= MAX_POINTS;
}

/**
 * sc_logo_get_media_type:
 * @logo: the bytes of a file
 *
 * Returns: (nullable): `image/png`, `image/jpeg` or `image/svg+xml`; %NULL for anything
 *   else, and for what is larger than a logo may be
 */
const char *
sc_logo_get_media_type (GBytes *logo)
{
  static const char png[] = { '\x89', 'P', 'N', 'G', '\r', '\n', '\x1a', '\n' };
  static const char jpeg[] = { '\xff', '\xd8', '\xff' };
  gsize size;
  const char *data = g_bytes_get_data (logo, &size);

  if (size > SC_LOGO_MAX_BYTES)
    return NULL;
  if (size > sizeof png && memcmp (data, png, sizeof png) == 0)
    return is_small_png (data, size) ? "image/png" : NULL;
  if (size > sizeof jpeg && memcmp (data, jpeg, sizeof jpeg) == 0)
    return "image/jpeg";

  return is_svg (data, size) ? "image/svg+xml" : NULL;
}

/**
 * sc_logo_to_uri:
 * @logo: a picture of which sc_logo_get_media_type() knows what it is
 *
 * Returns: (transfer full): the picture as a data: URI
 */
char *
sc_logo_to_uri (GBytes *logo)
{
  gsize size;
  const guchar *data = g_bytes_get_data (logo, &size);
  g_autofree char *text = g_base64_encode (data, size);

  return g_strconcat (SCHEME, sc_logo_get_media_type (logo), ENCODING, text, NULL);
}

/**
 * sc_logo_from_uri:
 * @uri: a text
 *
 * Returns: (transfer full) (nullable): the picture, %NULL where the text is not what
 *   sc_logo_to_uri() makes of one
 */
GBytes *
sc_logo_from_uri (const char *uri)
{
  const char *encoding = g_str_has_prefix (uri, SCHEME) ? strstr (uri, ENCODING) : NULL;
  g_autoptr (GBytes) logo = NULL;
  g_autofree char *again = NULL;
  guchar *data;
  gsize size;

  if (encoding == NULL || strlen (uri) > (gsize) SC_LOGO_MAX_BYTES * 4 / 3 + 64)
    return NULL;

  data = g_base64_decode (encoding + strlen (ENCODING), &size);
  logo = g_bytes_new_take (data, size);
  if (sc_logo_get_media_type (logo) == NULL)
    return NULL;

  again = sc_logo_to_uri (logo);

  return g_str_equal (again, uri) ? g_steal_pointer (&logo) : NULL;
}
