/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packs the parts of a document into one file, as ODT and DOCX are. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ScZip ScZip;

ScZip *sc_zip_new (void);
void sc_zip_free (ScZip *self);
void sc_zip_add (ScZip      *self,
                 const char *name,
                 GBytes     *contents);
void sc_zip_add_text (ScZip      *self,
                      const char *name,
                      const char *contents);
void sc_zip_store (ScZip      *self,
                   const char *name,
                   GBytes     *contents);
GBytes *sc_zip_finish (ScZip   *self,
                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScZip, sc_zip_free)

G_END_DECLS
