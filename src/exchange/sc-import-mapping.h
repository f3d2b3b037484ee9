/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of a table is which field of a deal, and which of its stages is which
 * of the process: guessed, told, and checked. */

#pragma once

#include "exchange/sc-date-order.h"
#include "exchange/sc-import-field.h"
#include "exchange/sc-table-format.h"
#include "model/sc-money.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/* Where a deal stands whose stage column has a certain text. */
typedef enum {
  SC_TARGET_UNKNOWN,
  SC_TARGET_STAGE,
  SC_TARGET_OPEN,
  SC_TARGET_WON,
  SC_TARGET_LOST,
  SC_TARGET_COMPLETED,
} ScTargetKind;

/**
 * ScTarget:
 * @kind: in a stage; open in the first one; won, right behind the client mark;
 *   lost; completed; nowhere, so that the row is not taken
 * @stage_id: (nullable): the stage
 */
typedef struct {
  ScTargetKind kind;
  char *stage_id;
} ScTarget;

/* A column that is one more field of a deal. */
typedef struct {
  guint column;
  ScImportField field;
} ScImportUse;

/**
 * ScImportMapping:
 * @format: how its cells become text
 * @n_columns: how many columns the table has
 * @fields: what each is of a deal
 * @orders: in which order the dates of each are
 * @decimal_marks: what stands in front of the decimals of each, where that is known
 * @is_unique: of which it is known that no text stands in two rows
 * @currency: the currency of amounts that don't say theirs; empty for none
 * @is_history: whether it has a row for each stage that a deal came into
 *
 * How a table is read as deals, or as what tells when deals came into their stages.
 */
typedef struct {
  ScTableFormat format;
  guint n_columns;
  ScImportField *fields;
  ScDateOrder *orders;
  ScDecimalMark *decimal_marks;
  gboolean *is_unique;
  char currency[4];
  gboolean is_history;
  /*< private >*/
  GArray *more;
  GHashTable *targets;
} ScImportMapping;

ScImportMapping *sc_import_mapping_new (guint n_columns);
ScImportMapping *sc_import_mapping_copy (const ScImportMapping *self);
void sc_import_mapping_free (ScImportMapping *self);

void sc_import_mapping_set_field (ScImportMapping *self,
                                  guint            column,
                                  ScImportField    field);
void sc_import_mapping_add_field (ScImportMapping *self,
                                  guint            column,
                                  ScImportField    field);
guint sc_import_mapping_get_n_uses (const ScImportMapping *self);
ScImportUse sc_import_mapping_get_use (const ScImportMapping *self,
                                       guint                  index);
int sc_import_mapping_find_column (const ScImportMapping *self,
                                   ScImportField          field);
gboolean sc_import_mapping_has_field (const ScImportMapping *self,
                                      ScImportField          field);
gboolean sc_import_mapping_may_repeat (const ScImportMapping *self);
gboolean sc_import_mapping_has_name (const ScImportMapping *self);
gboolean sc_import_mapping_is_whole_history (const ScImportMapping *self);
void sc_import_mapping_set_target (ScImportMapping *self,
                                   const char      *value,
                                   ScTargetKind     kind,
                                   const char      *stage_id);
const ScTarget *sc_import_mapping_get_target (const ScImportMapping *self,
                                              const char            *value);

void sc_target_free (gpointer data);
gboolean sc_target_guess (const ScVersion *version,
                          const char      *value,
                          ScTargetKind    *kind,
                          const char     **stage_id);
gboolean sc_import_flag_from_text (const char *text,
                                   gboolean   *flag);
gboolean sc_status_guess (const char   *value,
                          ScTargetKind *kind);
gboolean sc_target_from_name (const ScVersion *version,
                              const char      *name,
                              ScTargetKind    *kind,
                              const char     **stage_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScImportMapping, sc_import_mapping_free)

G_END_DECLS
