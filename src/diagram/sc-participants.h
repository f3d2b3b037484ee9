/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who takes part in a stage, as short signs in the roles' colours: told apart
 * without colours, too. */

#pragma once

#include "diagram/sc-colour.h"
#include "diagram/sc-places.h"
#include "diagram/sc-typesetter.h"

G_BEGIN_DECLS

/* How high a sign is, and its letters' room at each end. */
#define SC_CHIP_HEIGHT 18.0
#define SC_CHIP_PADDING 6.0

/**
 * ScChip:
 * @box: where it is
 * @text: the role's initials, or how many more there are, such as “+2”
 * @colour: the role's colour
 */
typedef struct {
  ScBox box;
  char *text;
  ScColour colour;
} ScChip;

GStrv sc_initials_for_roles (const ScVersion *version);

double sc_chip_measure (ScTypesetter *typesetter,
                        const char   *text);
GArray *sc_participants_place (const ScVersion *version,
                               const ScStage   *stage,
                               ScBox            box,
                               ScDirection      direction,
                               ScTypesetter    *typesetter);

G_END_DECLS
