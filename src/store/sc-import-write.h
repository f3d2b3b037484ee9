/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Many deals in one write. They are taken back by “what the change made”, not
 * row by row, and cost little more than the rows themselves. */

#pragma once

#include "model/sc-contact.h"
#include "store/sc-stage-history.h"

G_BEGIN_DECLS

typedef struct _ScImportWrite ScImportWrite;

/* A deal to be written. Texts need to last for the call only. When it came into its
 * stage nobody has told: that is worked out to be @began_at. Where it is not open it
 * ended at @ended_at, which is told where it has a day on which it was closed. @stages
 * tell when it came into which, @contacts (nullable) whom it is about, its own person
 * first. */
typedef struct {
  ScDeal deal;
  ScInstant began_at;
  ScInstant ended_at;
  ScStageEntries stages;
  GPtrArray *contacts;
} ScImportDeal;

ScImportWrite *sc_import_write_new (ScWrite    *write,
                                    const char *process_id,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* *deal is %NULL where the process has none of that external id. */
gboolean sc_import_write_find (ScImportWrite *self,
                               const char    *external_id,
                               ScDeal       **deal,
                               GError       **error);
/* Whether no deal of the process had an external id before. */
gboolean sc_import_write_is_fresh (ScImportWrite *self);
/* Where the process has that external id already, nothing is written and
 * *is_known says so. With the deal its next step is planned, where it has one. */
gboolean sc_import_write_add (ScImportWrite      *self,
                              const ScImportDeal *deal,
                              gboolean           *is_known,
                              GError            **error);
/* Deals that were added are written at the latest here. Returns the numbers of those
 * that were told unchanged to sc_import_write_tell(), and that it has told something of. */
GArray *sc_import_write_finish (ScImportWrite *self,
                                GError       **error);
/* @deal as it is to be, with its events at the instants it gives. */
gboolean sc_import_write_update (ScImportWrite      *self,
                                 const ScDeal       *before,
                                 const ScImportDeal *deal,
                                 GError            **error);
/* When a deal that is there came into which stages; written in the end. */
void sc_import_write_tell (ScImportWrite        *self,
                           gint64                deal_id,
                           const ScStageEntries *stages,
                           gboolean              is_unchanged);
/* Whom a deal that is there is about, its own person first; written in the end. */
void sc_import_write_put_contacts (ScImportWrite *self,
                                   gint64         deal_id,
                                   GPtrArray     *contacts);
/* The deal that the process has of an external id, 0 for none, -1 with @error set. */
gint64 sc_import_write_find_id (ScImportWrite *self,
                                const char    *external_id,
                                GError       **error);
gboolean sc_import_write_is_cancelled (ScImportWrite *self,
                                       GError       **error);
void sc_import_write_free (ScImportWrite *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportWrite, sc_import_write_free)

G_END_DECLS
