/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves a change of one field of a deal. */

#pragma once

#include <gtk/gtk.h>

#include "change/sc-deal-commands.h"

G_BEGIN_DECLS

/* What became of a change of a deal's field. */
typedef enum {
  SC_DEAL_EDIT_SAVED,
  SC_DEAL_EDIT_GIVEN_UP, /* what others made of it stays */
  SC_DEAL_EDIT_UNSAVED,  /* the user has been told */
} ScDealEditResult;

/**
 * ScDealEditDone:
 * @origin: the widget that the change was made from
 * @result: what became of it
 * @user_data: the caller's
 */
typedef void (*ScDealEditDone) (GtkWidget       *origin,
                                ScDealEditResult result,
                                gpointer         user_data);

void sc_deal_edit_run (GtkWidget     *origin,
                       ScStore       *store,
                       const ScDeal  *before,
                       const ScDeal  *after,
                       ScDealFields   field,
                       const char    *name,
                       ScDealEditDone done,
                       gpointer       user_data);

G_END_DECLS
