/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: which words lead to which subcommand, and what help says of them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int sc_cli_run (int    argc,
                char **argv);

G_END_DECLS
