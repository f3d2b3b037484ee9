/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours of a scheme: read, mixed, told apart, and made readable. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScColour:
 * @red: 0 to 255
 * @green: 0 to 255
 * @blue: 0 to 255
 *
 * A colour without transparency: printers and old viewers have trouble with
 * the other sort.
 */
typedef struct {
  guint8 red;
  guint8 green;
  guint8 blue;
} ScColour;

#define SC_COLOUR(hex) ((ScColour) { ((hex) >> 16) & 0xff, ((hex) >> 8) & 0xff, (hex) & 0xff })

gboolean sc_colour_parse (const char *text,
                          ScColour   *colour);
ScColour sc_colour_mix (ScColour a,
                        ScColour b,
                        double   share);
double sc_colour_get_contrast (ScColour a,
                               ScColour b);
ScColour sc_colour_make_readable (ScColour colour,
                                  ScColour background);

ScColour sc_colour_for_role (const ScVersion *version,
                             const char      *role_id);
ScColour sc_colour_for_stage (const ScVersion *version,
                              const ScStage   *stage);

G_END_DECLS
