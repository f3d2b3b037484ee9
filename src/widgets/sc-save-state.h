/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Whether what was typed is saved. */
typedef enum {
  SC_SAVE_STATE_SAVED,
  SC_SAVE_STATE_UNSAVED, /* could not be, or is not yet, or a person has to choose first */
  SC_SAVE_STATE_SAVING,  /* or the person is being asked; that it is over is told */
} ScSaveState;
