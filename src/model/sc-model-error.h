/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The errors of the model. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SC_MODEL_ERROR (sc_model_error_quark ())

typedef enum {
  SC_MODEL_ERROR_CONFLICT,
  SC_MODEL_ERROR_INVALID,
} ScModelError;

GQuark sc_model_error_quark (void);

G_END_DECLS
