/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours of a scheme: read, mixed, told apart, and made readable. */

#include "diagram/sc-colour.h"

#include <math.h>

/* The accent colours of the platform, in the order in which they differ most.
 * A role keeps its colour as long as it keeps its place among the roles. */
static const ScColour role_colours[] = {
  SC_COLOUR (0x3584e4), SC_COLOUR (0xe66100), SC_COLOUR (0x9141ac), SC_COLOUR (0x2190a4),
  SC_COLOUR (0xc88800), SC_COLOUR (0xd56199), SC_COLOUR (0x3a944a), SC_COLOUR (0x986a44),
};

static const ScColour nobody = SC_COLOUR (0x8b919a);

static gboolean
parse_pair (const char *text,
            guint8     *value)
{
  int high = g_ascii_xdigit_value (text[0]);
  int low = high < 0 ? -1 : g_ascii_xdigit_value (text[1]);

  if (low < 0)
    return FALSE;
  *value = (guint8) (high * 16 + low);

  return TRUE;
}

/**
 * sc_colour_parse:
 * @text: (nullable): a colour such as `#3584e4`
 * @colour: (out): the colour
 *
 * Returns: whether it is one
 */
gboolean
sc_colour_parse (const char *text,
                 ScColour   *colour)
{
  ScColour parsed;

  if (text == NULL || text[0] != '#' || !parse_pair (text + 1, &parsed.red) || !parse_pair (text + 3, &parsed.green) ||
      !parse_pair (text + 5, &parsed.blue) || text[7] != '\0')
    return FALSE;

  *colour = parsed;

  return TRUE;
}

/**
 * sc_colour_mix:
 * @a: a colour
 * @b: another
 * @share: how much of @b, 0 to 1
 *
 * Returns: a colour between the two
 */
ScColour
sc_colour_mix (ScColour a,
               ScColour b,
               double   share)
{
  return (ScColour) {
           (guint8) lround (a.red + (b.red - a.red) * share),
           (guint8) lround (a.green + (b.green - a.green) * share),
           (guint8) lround (a.blue + (b.blue - a.blue) * share),
  };
}

static double
get_linear (guint8 value)
{
  double v = value / 255.0;

  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
get_luminance (ScColour colour)
{
  return 0.2126 * get_linear (colour.red) + 0.7152 * get_linear (colour.green) + 0.0722 * get_linear (colour.blue);
}

/**
 * sc_colour_get_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: their contrast as WCAG 2 defines it, 1 to 21
 */
double
sc_colour_get_contrast (ScColour a,
                        ScColour b)
{
  double x = get_luminance (a);
  double y = get_luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/**
 * sc_colour_make_readable:
 * @colour: a colour
 * @background: the light colour behind it
 *
 * Returns: @colour, made darker until small text in it can be read, as WCAG 2
 *   demands (4.5 to 1)
 */
ScColour
sc_colour_make_readable (ScColour colour,
                         ScColour background)
{
  for (guint i = 0; i < 20 && sc_colour_get_contrast (colour, background) < 4.5; i++)
    colour = sc_colour_mix (colour, SC_COLOUR (0x000000), 0.08);

  return colour;
}

/**
 * sc_colour_for_role:
 * @version: a version
 * @role_id: (nullable): one of its roles
 *
 * Returns: the role's colour on a scheme; grey for nobody
 */
ScColour
sc_colour_for_role (const ScVersion *version,
                    const char      *role_id)
{
  guint position;

  if (role_id == NULL || sc_version_find_role (version, role_id, &position) == NULL)
    return nobody;

  return role_colours[position % G_N_ELEMENTS (role_colours)];
}

/**
 * sc_colour_for_stage:
 * @version: a version
 * @stage: one of its stages
 *
 * Returns: the stage's own colour, or that of the role responsible for it
 */
ScColour
sc_colour_for_stage (const ScVersion *version,
                     const ScStage   *stage)
{
  ScColour own;

  if (sc_colour_parse (stage->colour, &own))
    return own;

  return sc_colour_for_role (version, stage->responsible);
}
