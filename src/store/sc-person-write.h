/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes people as records of their own, whom several deals may share. */

#pragma once

#include "model/sc-deal.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* The deal's person has the phone and the mail of @after. */
gboolean sc_write_save_person (ScWrite      *self,
                               const ScDeal *before,
                               const ScDeal *after,
                               GError      **error);

G_END_DECLS
