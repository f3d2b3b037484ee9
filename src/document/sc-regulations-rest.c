/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is still to be said. */

#include "document/sc-regulations-private.h"

/**
 * sc_regulations_add_refusals:
 * @self: the sales regulations
 */
void
sc_regulations_add_refusals (ScRegulations *self)
{
}

/**
 * sc_regulations_add_payments:
 * @self: the sales regulations
 */
void
sc_regulations_add_payments (ScRegulations *self)
{
}

/**
 * sc_regulations_add_times:
 * @self: the sales regulations
 */
void
sc_regulations_add_times (ScRegulations *self)
{
}

/**
 * sc_regulations_add_figures:
 * @self: the sales regulations
 */
void
sc_regulations_add_figures (ScRegulations *self)
{
}

/**
 * sc_regulations_add_annexes:
 * @self: the sales regulations
 */
void
sc_regulations_add_annexes (ScRegulations *self)
{
}

/**
 * sc_regulations_add_sheets:
 * @self: the sales regulations
 */
void
sc_regulations_add_sheets (ScRegulations *self)
{
}
