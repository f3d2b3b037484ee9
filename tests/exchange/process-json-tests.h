/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of test-process-json, and what they have in common. */

#pragma once

#include "exchange/sc-process-file.h"

G_BEGIN_DECLS

ScProcessFile *process_json_tests_parse (const char *text,
                                         GError    **error);
ScProcessFile *process_json_tests_parse_good (const char *text);

void process_json_tests_add_random (void);

G_END_DECLS
