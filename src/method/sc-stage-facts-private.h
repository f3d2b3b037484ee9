/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules ask of a stage by itself, for who looks at many stages. */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

/* What the rules ask of a stage by itself. */
typedef struct {
  ScStage *stage;
  /* Equal where people would take two names for the same; 0 for no name. */
  guint name;
  ScKind first_kind;
  ScKind last_kind;
  gboolean has_responsible;
  ScFunction responsible_function;
  gboolean involves_sales;
  gboolean has_goal;
  gboolean has_criterion;
} ScStageFacts;

G_END_DECLS
