/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

void sc_split_sidebar_show (AdwOverlaySplitView *view);
