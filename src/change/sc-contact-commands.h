/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the contacts of a deal. */

#pragma once

#include "change/sc-command.h"
#include "model/sc-contact.h"

G_BEGIN_DECLS

ScCommand *sc_command_add_deal_with_contacts (const ScDeal *deal,
                                              GPtrArray    *contacts);
ScCommand *sc_command_edit_contacts (const ScDeal *deal,
                                     GPtrArray    *before,
                                     GPtrArray    *after);

G_END_DECLS
