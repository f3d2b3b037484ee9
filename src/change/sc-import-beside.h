/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row of a file tells besides its deal's own fields. */

#pragma once

#include "store/sc-import-write.h"

G_BEGIN_DECLS

/**
 * ScImportFault:
 * @SC_IMPORT_FAULT_NONE: nothing is wrong
 * @SC_IMPORT_FAULT_DAYS: with what is known of it already, the deal would end before it
 *   began
 * @SC_IMPORT_FAULT_NO_STEP: there is a day or a time of a next step, and no step
 * @SC_IMPORT_FAULT_NO_DAY: there is a time of a next step, and no day
 * @SC_IMPORT_FAULT_STAGE: the process has the stage no more, and the deal does not stand there
 *
 * What only the deal itself tells to be wrong with a row.
 */
typedef enum {
  SC_IMPORT_FAULT_NONE,
  SC_IMPORT_FAULT_DAYS,
  SC_IMPORT_FAULT_NO_STEP,
  SC_IMPORT_FAULT_NO_DAY,
  SC_IMPORT_FAULT_STAGE,
} ScImportFault;

/**
 * ScImportBeside:
 * @stages: when its deal came into which
 * @contacts: (nullable) (element-type ScContact): whom it is about, its own person, which
 *   the row has too, first; %NULL where that is not told
 *
 * What a row tells besides its deal's own fields; lent as its texts are.
 */
typedef struct {
  ScStageEntries stages;
  GPtrArray *contacts;
} ScImportBeside;

G_END_DECLS
