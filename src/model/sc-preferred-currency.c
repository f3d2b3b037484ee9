/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The currency that a person wants where none is said. */

#include "config.h"

#include "model/sc-preferred-currency.h"

#include <gio/gio.h>

#include "model/sc-money.h"

/**
 * sc_preferred_currency_get:
 *
 * Returns: the code of the currency that new amounts are in: the one that the
 *   user prefers, or that of their country
 */
const char *
sc_preferred_currency_get (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *code = g_settings_get_string (settings, "currency");

  return sc_currency_is_valid (code) ? g_intern_string (code) : sc_currency_get_default ();
}
