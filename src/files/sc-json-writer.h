/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes JSON piece by piece, a member a line, for exports and for the command line. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON piece by piece, a member a line. json-glib's generator has to
 * hold everything before it writes anything, and writes 0.02 with seventeen
 * digits. */
typedef struct _ScJsonWriter ScJsonWriter;

ScJsonWriter *sc_json_writer_new (void);
void sc_json_writer_free (ScJsonWriter *self);

void sc_json_writer_begin_object (ScJsonWriter *self,
                                  const char   *name);
void sc_json_writer_begin_array (ScJsonWriter *self,
                                 const char   *name);
void sc_json_writer_end (ScJsonWriter *self);

void sc_json_writer_add_text (ScJsonWriter *self,
                              const char   *name,
                              const char   *value);
void sc_json_writer_add_int (ScJsonWriter *self,
                             const char   *name,
                             gint64        value);
void sc_json_writer_add_number (ScJsonWriter *self,
                                const char   *name,
                                double        value);
void sc_json_writer_add_bool (ScJsonWriter *self,
                              const char   *name,
                              gboolean      value);
void sc_json_writer_add_null (ScJsonWriter *self,
                              const char   *name);
void sc_json_writer_add_texts (ScJsonWriter      *self,
                               const char        *name,
                               const char *const *values);

GString *sc_json_writer_get_text (ScJsonWriter *self);
char *sc_json_writer_finish (ScJsonWriter *self);

char *sc_number_to_string (double number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScJsonWriter, sc_json_writer_free)

G_END_DECLS
