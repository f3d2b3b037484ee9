/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what users are called. */

#pragma once

#include "store/sc-write-rows.h"

G_BEGIN_DECLS

gboolean sc_write_rename_user (ScWrite    *self,
                               const char *name,
                               GError    **error);

G_END_DECLS
