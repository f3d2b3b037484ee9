/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a write does to processes and their versions. */

#pragma once

#include "model/sc-process.h"
#include "model/sc-version.h"
#include "store/sc-rows.h"
#include "store/sc-write-rows.h"

G_BEGIN_DECLS

/* A new process, with its first version as it is. */
gboolean sc_write_create_process (ScWrite           *self,
                                  const char        *process_id,
                                  const char        *name,
                                  const char        *description,
                                  const ScVersion   *version,
                                  const char *const *loss_reasons,
                                  GError           **error);
/* Whether it is there, and not deleted. */
gboolean sc_write_has_process (ScWrite    *self,
                               const char *process_id,
                               GError    **error);
/* @revision: what was read, 0 for whatever it is. */
gboolean sc_write_rename_process (ScWrite    *self,
                                  const char *process_id,
                                  gint64      revision,
                                  const char *name,
                                  GError    **error);
gboolean sc_write_describe_process (ScWrite    *self,
                                    const char *process_id,
                                    gint64      revision,
                                    const char *description,
                                    GError    **error);
gboolean sc_write_archive_process (ScWrite    *self,
                                   const char *process_id,
                                   gboolean    is_archived,
                                   GError    **error);
gboolean sc_write_delete_process (ScWrite    *self,
                                  const char *process_id,
                                  gint64      revision,
                                  GError    **error);
/* Under the name that it had, or with the next free number where that is
 * taken by now. */
char *sc_write_undelete_process (ScWrite         *self,
                                 const ScProcess *process,
                                 GError         **error);
/* In front of another process, at the end where @before_id is %NULL. */
gboolean sc_write_place_process (ScWrite    *self,
                                 const char *process_id,
                                 const char *before_id,
                                 GError    **error);
GStrv sc_write_list_loss_reasons (ScWrite    *self,
                                  const char *process_id,
                                  GError    **error);
gboolean sc_write_set_loss_reasons (ScWrite           *self,
                                    const char        *process_id,
                                    const char *const *reasons,
                                    GError           **error);

/* Versions as this write sees them. */
ScVersion *sc_write_load_version (ScWrite        *self,
                                  const char     *process_id,
                                  ScVersionWanted wanted,
                                  GError        **error);
/* The draft is made to be @edited; where there is none, it is made from the
 * published version first. */
ScVersion *sc_write_need_draft (ScWrite    *self,
                                const char *process_id,
                                GError    **error);
gboolean sc_write_save_draft (ScWrite         *self,
                              const char      *process_id,
                              const ScVersion *before,
                              const ScVersion *after,
                              GError         **error);
gboolean sc_write_discard_draft (ScWrite    *self,
                                 const char *process_id,
                                 GError    **error);
gboolean sc_write_publish (ScWrite    *self,
                           const char *process_id,
                           GError    **error);

G_END_DECLS
