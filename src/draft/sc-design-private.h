/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up a design share: sc-design.c reads it,
 * sc-design-write.c changes it. */

#pragma once

#include "draft/sc-design.h"

G_BEGIN_DECLS

typedef struct _ScDesignChange ScDesignChange;

struct _ScDesign
{
  GObject parent_instance;

  ScStore *store;
  GSignalGroup *store_signals;
  char *process_id;

  ScVersion *version;
  ScVersion *published;
  ScProcess *process;
  GStrv loss_reasons;
  GPtrArray *findings;

  GCancellable *loading;
  guint n_reading;
  guint n_running;
  GPtrArray *unsaved; /* of ScDesignChange, oldest first */
  ScDesignChange *latest; /* which people may yet be told of */
  GPtrArray *asked; /* of ScClash, as a person was asked about it last */
  gboolean has_conflict;
};

enum {
  SC_DESIGN_SIGNAL_CHANGED,
  SC_DESIGN_SIGNAL_FAILED,
  SC_DESIGN_SIGNAL_CLASHED,
  SC_DESIGN_SIGNAL_DONE,
  SC_DESIGN_SIGNAL_TOLD,
  SC_DESIGN_N_SIGNALS,
};

extern guint sc_design_signals[SC_DESIGN_N_SIGNALS];

void sc_design_show_version (ScDesign  *self,
                             ScVersion *version);
void sc_design_fail (ScDesign     *self,
                     const char   *heading,
                     const GError *error);

GPtrArray *sc_design_changes_new (void);
void sc_design_change_free (ScDesignChange *change);

G_END_DECLS
