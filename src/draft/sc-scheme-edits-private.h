/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to the scheme of a draft, each as one edit with a name. */

#pragma once

#include "draft/sc-scheme-edits.h"

G_BEGIN_DECLS

GPtrArray *sc_scheme_only (ScEdit *edit);

G_END_DECLS
