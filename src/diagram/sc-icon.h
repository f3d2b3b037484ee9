/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The icons of kinds of step, and others on a scheme, as paths. */

#pragma once

#include "model/sc-kind.h"

G_BEGIN_DECLS

/* Line drawings of 16 by 16: one for each kind of step, then the others. */
typedef enum {
  SC_ICON_KIND_FIRST,
  SC_ICON_KIND_LAST = SC_ICON_KIND_FIRST + SC_N_KINDS - 1,
  SC_ICON_PERSON,
  SC_ICON_CLOCK,
  SC_ICON_FLAG,
  SC_ICON_PAUSE,
} ScIcon;

#define SC_N_ICONS (SC_ICON_PAUSE + 1)
#define SC_ICON_SIZE 16.0

static inline ScIcon
sc_icon_for_kind (ScKind kind)
{
  return (ScIcon) (SC_ICON_KIND_FIRST + (int) kind);
}

const char *sc_icon_get_id (ScIcon icon);
const char *sc_icon_get_path (ScIcon icon);

G_END_DECLS
