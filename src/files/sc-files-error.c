/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The errors of reading and writing files. */

#include "files/sc-files-error.h"

G_DEFINE_QUARK (sc_files_error, sc_files_error)
