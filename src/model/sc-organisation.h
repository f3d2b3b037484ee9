/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who gives out the documents of a process, who approves them, and what is aimed at. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

typedef enum {
  SC_APPROVAL_SIGNATURE,
  SC_APPROVAL_ORDER,
} ScApproval;

#define SC_N_APPROVALS (SC_APPROVAL_ORDER + 1)

/* A figure that nothing is aimed at. */
#define SC_TARGET_NONE (-1)

#define SC_TARGET_MAX_DAYS 10000
#define SC_TARGET_MAX_PERCENT 100

/**
 * ScOrganisation:
 * @name: its full name
 * @short_name: its short name
 * @city: where it is
 * @logo: (nullable): its logo, as PNG, JPEG or SVG
 * @code: by which the document is known in it
 * @owner_post: the post of the process's owner
 * @approval: whether the document is approved by a signature or by an order
 * @approver: who approves it: initials and name
 * @approver_post: the post of who approves it
 * @effective: the day it comes into force, or none
 * @target_cycle: within how many working days half the won deals are to be won, or
 *   %SC_TARGET_NONE
 * @target_discovery: how many of 100 questions are to be answered, or %SC_TARGET_NONE
 * @target_predictability: by how many of 100 what comes in may differ from the forecast,
 *   or %SC_TARGET_NONE
 *
 * What a process's documents say of who gives them out. Texts are empty where nobody
 * said, never %NULL. The first four are the same for every process of a database.
 */
typedef struct {
  char *name;
  char *short_name;
  char *city;
  GBytes *logo;
  char *code;
  char *owner_post;
  ScApproval approval;
  char *approver;
  char *approver_post;
  ScDate effective;
  int target_cycle;
  int target_discovery;
  int target_predictability;
} ScOrganisation;

const char *sc_approval_get_id (ScApproval approval);
gboolean sc_approval_from_id (const char *id,
                              ScApproval *approval);

ScOrganisation *sc_organisation_new (void);
ScOrganisation *sc_organisation_copy (const ScOrganisation *self);
void sc_organisation_free (ScOrganisation *self);
gboolean sc_organisation_equal (const ScOrganisation *a,
                                const ScOrganisation *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScOrganisation, sc_organisation_free)

G_END_DECLS
