/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Read once for a whole room where b_pch is on, as in build-aux/check. No file may
 * count on it: build-aux/arrows sees that each includes what it uses. */

#include <adwaita.h>
