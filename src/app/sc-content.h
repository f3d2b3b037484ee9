/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes the page beside a window's sidebar. */

#pragma once

#include <adwaita.h>

void sc_content_show (AdwNavigationSplitView *view,
                      AdwNavigationPage      *page);
