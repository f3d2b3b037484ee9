/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the sidebar of a view that may have only just come. */

#pragma once

#include <adwaita.h>

void sc_split_sidebar_show (AdwOverlaySplitView *view);
