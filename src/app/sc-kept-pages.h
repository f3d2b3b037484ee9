/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages with changes that are not saved, kept while another place is shown. */

#pragma once

#include "app/sc-process-page.h"

G_BEGIN_DECLS

typedef struct _ScKeptPages ScKeptPages;

ScKeptPages *sc_kept_pages_new (AdwToastOverlay *toasts);
void sc_kept_pages_free (ScKeptPages *self);

void sc_kept_pages_keep (ScKeptPages   *self,
                         ScProcessPage *page);
ScProcessPage *sc_kept_pages_take (ScKeptPages *self,
                                   const char  *process_id);
void sc_kept_pages_review (ScKeptPages   *self,
                           ScProcessPage *page);
GPtrArray *sc_kept_pages_get (ScKeptPages *self);

G_END_DECLS
