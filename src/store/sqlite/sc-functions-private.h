/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What statements call and SQLite has not, or each engine has in its own way. */

#pragma once

#include <sqlite3.h>

int sc_functions_install (sqlite3 *handle);
