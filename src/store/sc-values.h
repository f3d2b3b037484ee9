/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of one row are to become, for who writes it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Column values of one row. Column names are the program's own literals. */
typedef struct _ScValues ScValues;

ScValues *sc_values_new (void);
void sc_values_free (ScValues *self);
void sc_values_set_int (ScValues   *self,
                        const char *column,
                        gint64      value);
void sc_values_set_text (ScValues   *self,
                         const char *column,
                         const char *value);
void sc_values_set_real (ScValues   *self,
                         const char *column,
                         double      value);
void sc_values_set_null (ScValues   *self,
                         const char *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScValues, sc_values_free)

G_END_DECLS
