/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The errors of the model. */

#include "model/sc-model-error.h"

G_DEFINE_QUARK (sc_model_error, sc_model_error)
