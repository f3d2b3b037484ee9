/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The contents of a document beside its pages: a click leads there. */

#pragma once

#include <adwaita.h>

#include "regulations/sc-shown-document.h"

G_BEGIN_DECLS

#define SC_TYPE_CONTENTS_LIST (sc_contents_list_get_type ())
G_DECLARE_FINAL_TYPE (ScContentsList, sc_contents_list, SC, CONTENTS_LIST, AdwBin)

GtkWidget *sc_contents_list_new (void);
void sc_contents_list_set_document (ScContentsList        *self,
                                    const ScShownDocument *shown);
void sc_contents_list_set_current (ScContentsList *self,
                                   const char     *section_id);
void sc_contents_list_show_start (ScContentsList *self);

G_END_DECLS
