/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/sc-unsaved.h"

G_BEGIN_DECLS

void sc_dialog_guard (AdwDialog *dialog);

G_END_DECLS
