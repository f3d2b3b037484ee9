/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The currency that a person wants where none is said. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *sc_preferred_currency_get (void);

G_END_DECLS
