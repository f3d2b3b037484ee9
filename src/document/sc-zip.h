/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Packs the parts of a document into one file, as ODT and DOCX are. */

#pragma once

#include "files/sc-output.h"

G_BEGIN_DECLS

typedef struct _ScZip ScZip;

ScZip *sc_zip_new (ScOutput *output);
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
void sc_zip_add_part (ScZip      *self,
                      const char *name,
                      ScOutput   *scratch,
                      goffset     start,
                      gsize       length);
void sc_zip_store_part (ScZip      *self,
                        const char *name,
                        ScOutput   *scratch,
                        goffset     start,
                        gsize       length);
gboolean sc_zip_finish (ScZip   *self,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScZip, sc_zip_free)

G_END_DECLS
