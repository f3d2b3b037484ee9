/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Checks a version by the rules of the method. */

#pragma once

#include "method/sc-finding.h"

G_BEGIN_DECLS

GPtrArray *sc_lint (const ScVersion *version);
guint sc_findings_count (GPtrArray *findings,
                         ScSeverity severity);
char *sc_findings_describe (GPtrArray *findings);

G_END_DECLS
