/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The errors of what comes in and goes out. */

#include "exchange/sc-exchange-error.h"

G_DEFINE_QUARK (sc_exchange_error, sc_exchange_error)
