/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "draft/sc-scheme-edits.h"

G_BEGIN_DECLS

GPtrArray *sc_scheme_only (ScEdit *edit);

G_END_DECLS
