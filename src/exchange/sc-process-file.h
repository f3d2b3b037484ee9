/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process as a file has it: its name, its reasons for losing, and one version. */

#pragma once

#include "change/sc-process-commands.h"
#include "files/sc-file-format.h"
#include "files/sc-json-writer.h"
#include "model/sc-own-word.h"

G_BEGIN_DECLS

#define SC_PROCESS_FORMAT "stagecraft-process"
#define SC_PROCESS_FORMAT_VERSION 1

/**
 * ScProcessFile:
 * @id: the process's UUID
 * @name: what it is called
 * @description: free text
 * @loss_reasons: why its deals are lost, in order
 * @version: what it consists of
 * @own_words: (element-type ScOwnWord): what a manager writes into its documents
 *
 * A process as a file has it: one version with its name.
 */
typedef struct {
  char *id;
  char *name;
  char *description;
  GStrv loss_reasons;
  ScVersion *version;
  GPtrArray *own_words;
} ScProcessFile;

const ScFileFormat *sc_process_file_get_format (void);

ScProcessFile *sc_process_file_new (const char *id,
                                    const char *name);
void sc_process_file_free (ScProcessFile *self);

ScProcessFile *sc_process_file_read (const char *path,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
ScProcessFile *sc_process_file_parse (GBytes  *bytes,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *sc_process_file_to_json (const ScProcessFile *self);
void sc_process_write_question (ScJsonWriter      *writer,
                                const ScCriterion *criterion);

ScProcessFile *sc_process_file_load (ScStore         *store,
                                     const ScProcess *process,
                                     gboolean         is_whole,
                                     GError         **error) G_GNUC_WARN_UNUSED_RESULT;

ScCommand *sc_process_file_import (ScProcessFile *self,
                                   ScStore       *store,
                                   const char    *name,
                                   GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScProcessFile, sc_process_file_free)

G_END_DECLS
