/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a DOCX file: word/document.xml, and what goes with it. */

#pragma once

#include "document/sc-document.h"
#include "files/sc-output.h"

G_BEGIN_DECLS

/**
 * ScDocxList:
 * @level: how deep it lies in others, from 0
 * @first: its first number
 *
 * A counted list.
 */
typedef struct {
  guint level;
  guint first;
} ScDocxList;

/**
 * ScDocxBody:
 * @text: word/document.xml
 * @pictures: (element-type ScOfficePicture): the pictures in it, related to as `png1`,
 *   `svg1`
 * @scratch: the file that these are kept in
 * @links: (element-type utf8): the addresses in it, related to as `link1`
 * @lists: (element-type ScDocxList): its counted lists, numbered from %SC_DOCX_BULLETS on
 */
typedef struct {
  ScOutput *text;
  GArray *pictures;
  ScOutput *scratch;
  GPtrArray *links;
  GArray *lists;
} ScDocxBody;

/* The numbering of lists that are not counted. */
#define SC_DOCX_BULLETS 1

gboolean sc_docx_body_init (ScDocxBody       *self,
                            const ScDocument *document,
                            GError          **error);
void sc_docx_body_clear (ScDocxBody *self);

G_END_DECLS
