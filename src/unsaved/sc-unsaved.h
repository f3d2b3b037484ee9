/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds something that a person entered: a field, a form, a view. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether what was entered is saved. */
typedef enum {
  SC_SAVE_STATE_SAVED,
  SC_SAVE_STATE_UNSAVED, /* could not be, or is not yet, or a person has to choose first */
  SC_SAVE_STATE_SAVING,  /* or the person is being asked; that it is over is told */
} ScSaveState;

#define SC_TYPE_UNSAVED (sc_unsaved_get_type ())
G_DECLARE_INTERFACE (ScUnsaved, sc_unsaved, SC, UNSAVED, GtkWidget)

/**
 * ScUnsavedInterface:
 * @speaks_for_children: whether what is inside is not asked itself
 * @get_state: whether what was entered is saved
 * @describe: what is not saved, for people; of a row its title where it has none
 * @commit: has it saved, as far as that can be done without asking
 * @give_up: lets it be lost
 * @reveal: leads to it, where it is in a page that is shown
 *
 * All are optional: what has none of its own to save says that all is saved.
 */
struct _ScUnsavedInterface
{
  GTypeInterface parent_interface;

  gboolean speaks_for_children;
  ScSaveState (*get_state) (ScUnsaved *self);
  char *(*describe) (ScUnsaved *self);
  void (*commit) (ScUnsaved *self);
  void (*give_up) (ScUnsaved *self);
  void (*reveal) (ScUnsaved *self);
};

ScSaveState sc_unsaved_get_state (ScUnsaved *self);
char *sc_unsaved_describe (ScUnsaved *self);
void sc_unsaved_commit (ScUnsaved *self);
void sc_unsaved_give_up (ScUnsaved *self);
void sc_unsaved_reveal (ScUnsaved *self);
void sc_unsaved_settled (ScUnsaved *self);

/* What speaks for a widget inside of it, such as a field for its text. */
ScUnsaved *sc_unsaved_find_owner (GtkWidget *inside);

/* Of all that is in a part of the interface. */
GPtrArray *sc_unsaved_list (GtkWidget *root);
ScSaveState sc_unsaved_get_state_in (GtkWidget *root);
void sc_unsaved_commit_in (GtkWidget *root);
void sc_unsaved_give_up_in (GtkWidget *root);

G_END_DECLS
