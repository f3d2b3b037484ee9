/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways to a new process. */

#pragma once

#include <adwaita.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

void sc_new_process_from_questions (GtkWidget *window,
                                    ScStore   *store);
void sc_new_process_from_stages (GtkWidget *window,
                                 ScStore   *store);
void sc_new_process_from_file (GtkWidget *window,
                               ScStore   *store);
void sc_new_process_empty (GtkWidget *window,
                           ScStore   *store);
void sc_new_process_sample (GtkWidget *window,
                            ScStore   *store);
void sc_new_process_begin (GtkWidget  *widget,
                           ScStore    *store,
                           const char *action);

G_END_DECLS
