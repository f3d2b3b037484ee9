/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/engine/sc-connection-private.h"
#include "store/engine/sc-guard-private.h"

G_BEGIN_DECLS

void sc_store_close_files (ScConnection *writer,
                           ScGuard      *guard);

G_END_DECLS
