/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the sales regulations, a file each. */

#pragma once

#include "document/sc-regulations.h"
#include "document/sc-writing.h"

G_BEGIN_DECLS

/**
 * ScRegulations:
 * @source: what they are made of
 * @version: the version of the process
 * @language: the document's language
 * @writing: what writes them
 * @process: what the process is called, in quotation marks
 * @mark: the position of the stage in front of the client mark, -1 where there is none
 */
typedef struct {
  const ScRegulationsSource *source;
  const ScVersion *version;
  ScLanguage language;
  ScWriting *writing;
  char *process;
  int mark;
} ScRegulations;

void sc_regulations_add_title (ScRegulations *self);
void sc_regulations_add_general (ScRegulations *self);
void sc_regulations_add_terms (ScRegulations *self);
void sc_regulations_add_roles (ScRegulations *self);
void sc_regulations_add_scheme (ScRegulations *self);
void sc_regulations_add_deals (ScRegulations *self);
void sc_regulations_add_stages (ScRegulations *self);
void sc_regulations_add_refusals (ScRegulations *self);
void sc_regulations_add_payments (ScRegulations *self);
void sc_regulations_add_times (ScRegulations *self);
void sc_regulations_add_figures (ScRegulations *self);
void sc_regulations_add_control (ScRegulations *self);
void sc_regulations_add_annexes (ScRegulations *self);
void sc_regulations_add_sheets (ScRegulations *self);

G_END_DECLS
