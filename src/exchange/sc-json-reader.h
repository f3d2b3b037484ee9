/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks a JSON document that is not trusted, for imports, and remembers the first
 * thing that is wrong with it. */

#pragma once

#include <glib.h>

#include "exchange/sc-exchange-error.h"

G_BEGIN_DECLS

/* Walks a JSON document that is not trusted, and remembers the first thing
 * that is wrong with it and where (“stages[3].probability”). From then on
 * there is nothing more to be found in it, so that one need ask only at the
 * end. A member that is null is missing. */
typedef struct _ScJsonReader ScJsonReader;

ScJsonReader *sc_json_reader_new (GBytes  *bytes,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sc_json_reader_free (ScJsonReader *self);
gboolean sc_json_reader_finish (ScJsonReader *self,
                                GError      **error);
void sc_json_reader_fail (ScJsonReader   *self,
                          ScExchangeError code,
                          const char     *name,
                          const char     *format,
                          ...) G_GNUC_PRINTF (4, 5);

gboolean sc_json_reader_has (ScJsonReader *self,
                             const char   *name);
gboolean sc_json_reader_enter_object (ScJsonReader *self,
                                      const char   *name);
gboolean sc_json_reader_enter_array (ScJsonReader *self,
                                     const char   *name,
                                     guint        *n_items);
gboolean sc_json_reader_enter_item (ScJsonReader *self,
                                    guint         index);
void sc_json_reader_leave (ScJsonReader *self);

const char *sc_json_reader_get_text (ScJsonReader *self,
                                     const char   *name);
const char *sc_json_reader_need_text (ScJsonReader *self,
                                      const char   *name);
GStrv sc_json_reader_get_texts (ScJsonReader *self,
                                const char   *name);
gboolean sc_json_reader_get_number (ScJsonReader *self,
                                    const char   *name,
                                    double        min,
                                    double        max,
                                    double       *number);
gboolean sc_json_reader_get_int (ScJsonReader *self,
                                 const char   *name,
                                 gint64        min,
                                 gint64        max,
                                 gint64       *number);
gboolean sc_json_reader_get_bool (ScJsonReader *self,
                                  const char   *name,
                                  gboolean      otherwise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScJsonReader, sc_json_reader_free)

G_END_DECLS
