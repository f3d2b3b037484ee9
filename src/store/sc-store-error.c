/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The errors of the store. */

#include "store/sc-store-error.h"

G_DEFINE_QUARK (sc_store_error, sc_store_error)
