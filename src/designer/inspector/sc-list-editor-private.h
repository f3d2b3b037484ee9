/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of a list that can be edited share. */

#pragma once

#include "designer/inspector/sc-list-editor.h"

G_BEGIN_DECLS

struct _ScListEditor
{
  AdwBin parent_instance;

  GtkWidget *list;
  GtkWidget *add_entry;
  char *label;
  GPtrArray *items; /* of ScCriterion */
  GPtrArray *entries; /* of ScTextArea, one for each item */
  GPtrArray *captions; /* of GtkWidget, one for each item, where there are details */
  char *details_label;
  ScListEditorDescribe describe;
};

void sc_list_editor_rebuild (ScListEditor *self);
void sc_list_editor_update_captions (ScListEditor *self);
void sc_list_editor_move (ScListEditor *self,
                          guint         from,
                          guint         to);

/* sc-list-editor-drag.c */
void sc_list_editor_add_drag (GtkWidget *row,
                              GtkWidget *handle);
void sc_list_editor_add_drop (ScListEditor *self);

G_END_DECLS
