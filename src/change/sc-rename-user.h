/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "change/sc-command.h"

G_BEGIN_DECLS

ScCommand *sc_command_rename_user (const char *name);
ScCommand *sc_command_follow_user_name (const char *name);

G_END_DECLS
