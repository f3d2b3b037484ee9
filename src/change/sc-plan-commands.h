/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of what is to be won in a month. */

#pragma once

#include "change/sc-command.h"
#include "model/sc-process.h"

G_BEGIN_DECLS

/* @owner: (nullable): whose plan it is; %NULL for that of all together. @amount: one that
 * is not set takes the plan away. */
ScCommand *sc_command_set_plan (const ScProcess *process,
                                ScDate           month,
                                const char      *owner,
                                ScMoney          amount);

G_END_DECLS
