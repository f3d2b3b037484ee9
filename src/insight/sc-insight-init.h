/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Registers what the interface files of this room need. */

#pragma once

void sc_insight_init (void);
