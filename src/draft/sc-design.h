/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheme that is being worked on: the current version, what the method has to say
 * about it. */

#pragma once

#include "change/sc-clash.h"
#include "change/sc-command.h"
#include "model/sc-edit.h"
#include "model/sc-process.h"

G_BEGIN_DECLS

#define SC_TYPE_DESIGN (sc_design_get_type ())
G_DECLARE_FINAL_TYPE (ScDesign, sc_design, SC, DESIGN, GObject)

ScDesign *sc_design_new (void);
void sc_design_set_source (ScDesign   *self,
                           ScStore    *store,
                           const char *process_id);
ScStore *sc_design_get_store (ScDesign *self);
const char *sc_design_get_process_id (ScDesign *self);
void sc_design_reload (ScDesign *self);

ScVersion *sc_design_get_version (ScDesign *self);
ScVersion *sc_design_get_published (ScDesign *self);
ScProcess *sc_design_get_process (ScDesign *self);
const char *const *sc_design_get_loss_reasons (ScDesign *self);
GPtrArray *sc_design_get_findings (ScDesign *self);

gboolean sc_design_edit (ScDesign   *self,
                         const char *name,
                         GPtrArray  *edits);
void sc_design_edit_overtaken (ScDesign   *self,
                               const char *name,
                               GPtrArray  *edits);
void sc_design_run (ScDesign   *self,
                    ScCommand  *command,
                    const char *heading,
                    const char *told);
gboolean sc_design_is_busy (ScDesign *self);
gboolean sc_design_is_saving (ScDesign *self);
gboolean sc_design_has_unsaved (ScDesign *self);
char *sc_design_describe_unsaved (ScDesign *self);
void sc_design_tell (ScDesign   *self,
                     const char *text);
void sc_design_save_again (ScDesign *self);
void sc_design_resolve (ScDesign *self,
                        ScSide    side);

G_END_DECLS
