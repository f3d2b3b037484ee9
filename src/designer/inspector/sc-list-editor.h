/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An ordered list of short texts: each can be changed in place, moved by its handle or
 * with Alt and the arrows, and removed; the last line adds. */

#pragma once

#include <adwaita.h>

#include "model/sc-stage.h"

G_BEGIN_DECLS

#define SC_TYPE_LIST_EDITOR (sc_list_editor_get_type ())
G_DECLARE_FINAL_TYPE (ScListEditor, sc_list_editor, SC, LIST_EDITOR, AdwBin)

/* Says in a line what else there is to an item; %NULL for nothing. */
typedef char *(*ScListEditorDescribe) (const ScCriterion *item);

GtkWidget *sc_list_editor_new (const char *label,
                               const char *add_label);
ScListEditor *sc_list_editor_add_to (AdwBin     *bin,
                                     const char *label,
                                     const char *add_label,
                                     GCallback   commit,
                                     gpointer    user_data);
void sc_list_editor_set_details (ScListEditor        *self,
                                 const char          *label,
                                 ScListEditorDescribe describe);
void sc_list_editor_set_items (ScListEditor *self,
                               GPtrArray    *items);
void sc_list_editor_set_texts (ScListEditor      *self,
                               const char *const *texts);
GPtrArray *sc_list_editor_get_items (ScListEditor *self);
GStrv sc_list_editor_dup_texts (ScListEditor *self);
void sc_list_editor_start (ScListEditor *self);
void sc_list_editor_commit (ScListEditor *self);
void sc_list_editor_revert (ScListEditor *self);

G_END_DECLS
