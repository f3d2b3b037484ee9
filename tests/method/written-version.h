/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/sc-version.h"

G_BEGIN_DECLS

ScVersion *written_version_new (const char *aspects,
                                const char *text);
char *written_version_to_text (const ScVersion *version);

G_END_DECLS
