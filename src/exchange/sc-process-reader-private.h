/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process while it is read from a file. */

#pragma once

#include "exchange/sc-json-reader.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

/**
 * ScProcessReader:
 * @reader: where it is read from
 * @version: what was read so far
 * @ids: (element-type utf8): ids of this file that are taken already
 * @new_ids: (element-type utf8 utf8): ids that were made in place of what is no UUID
 * @roles: (element-type utf8 ScRole): the first role of each name as it is written
 * @folded_roles: (element-type utf8 ScRole): the first role of each name as people tell
 *   names apart
 * @refusals: (element-type ScStage utf8): by stage, the name of the stage that a refused
 *   deal goes back to
 * @mark: the stage that the mark stands after; -1 before one was found
 */
typedef struct {
  ScJsonReader *reader;
  ScVersion *version;
  GHashTable *ids;
  GHashTable *new_ids;
  GHashTable *roles;
  GHashTable *folded_roles;
  GHashTable *refusals;
  int mark;
} ScProcessReader;

void sc_process_reader_refuse_value (ScProcessReader *self,
                                     const char      *name,
                                     const char      *value);
void sc_process_reader_take_id (ScProcessReader *self,
                                char           **id);
void sc_process_reader_take_text (ScProcessReader *self,
                                  const char      *name,
                                  char           **text);
void sc_process_reader_take_texts (ScProcessReader *self,
                                   const char      *name,
                                   GStrv           *texts);

void sc_process_reader_read_roles (ScProcessReader *self);
void sc_process_reader_read_stage_roles (ScProcessReader *self,
                                         ScStage         *stage);

void sc_process_reader_read_stages (ScProcessReader *self);
void sc_process_reader_find_refusals (ScProcessReader *self);

void sc_process_fault_explain (GError          *error,
                               const ScVersion *version);

void sc_process_reader_read_own_words (ScProcessReader *self,
                                       GPtrArray       *words);

G_END_DECLS
