/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

int sc_functions_install (sqlite3 *handle);
