/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "change/sc-command.h"
#include "store/sc-sample.h"

G_BEGIN_DECLS

ScCommand *sc_command_add_sample (const ScSampleProcess *processes,
                                  guint                  n_processes,
                                  guint                  n_deals,
                                  guint32                seed);

G_END_DECLS
