/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a write does to what a process's documents are made from beside its scheme. */

#pragma once

#include "model/sc-organisation.h"
#include "store/sc-kept-word.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* Words as the write has left them; one row a place. */
GPtrArray *sc_write_list_kept_words (ScWrite    *self,
                                     const char *process_id,
                                     GError    **error);
gboolean sc_write_put_kept_word (ScWrite          *self,
                                 const char       *process_id,
                                 const ScKeptWord *word,
                                 GError          **error);
gboolean sc_write_delete_kept_word (ScWrite    *self,
                                    const char *process_id,
                                    const char *place,
                                    GError    **error);

ScOrganisation *sc_write_load_organisation (ScWrite    *self,
                                            const char *process_id,
                                            GError    **error);
gboolean sc_write_set_organisation (ScWrite              *self,
                                    const char           *process_id,
                                    const ScOrganisation *organisation,
                                    GError              **error);

G_END_DECLS
