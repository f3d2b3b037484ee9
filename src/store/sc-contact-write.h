/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a write does to the contacts of deals. The history tells of each as `contact`: the
 * name, with what they are for the deal as its note. */

#pragma once

#include "model/sc-contact.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

GPtrArray *sc_write_list_contacts (ScWrite      *self,
                                   const ScDeal *deal,
                                   GError      **error);
gboolean sc_write_save_contacts (ScWrite      *self,
                                 const ScDeal *deal,
                                 GPtrArray    *contacts,
                                 GError      **error);

G_END_DECLS
