/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

void sc_content_show (AdwNavigationSplitView *view,
                      AdwNavigationPage      *page);
