/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two have changed the same: neither is lost before a person has chosen. */

#pragma once

#include <adwaita.h>

#include "change/sc-clash.h"

G_BEGIN_DECLS

AdwDialog *sc_clash_dialog_new (GPtrArray *clashes);

G_END_DECLS
