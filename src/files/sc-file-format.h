/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person and a program call a format of files, for who offers it, reads it on a
 * command line or writes of it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ScFileFormat:
 * @id: its name on a command line, such as `svg`, which is the ending of its files too
 * @name: its name for people, to be translated
 * @purpose: what it is good for, a few words, to be translated
 * @media_type: its name on the Internet
 *
 * A format in which something can be written.
 */
typedef struct {
  const char *id;
  const char *name;
  const char *purpose;
  const char *media_type;
} ScFileFormat;

G_END_DECLS
