/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "document/sc-document.h"

G_BEGIN_DECLS

/* Documents to lay out: regulations of so many stages as a firm has them, without the
 * sentences that the program would say. */
ScDocument *paper_sample_new (ScVersion *version);

G_END_DECLS
