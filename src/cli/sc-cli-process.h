/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several subcommands print of a process. */

#pragma once

#include "cli/sc-cli-call.h"
#include "files/sc-json-writer.h"
#include "model/sc-version.h"

G_BEGIN_DECLS

int sc_cli_show_process (ScCliCall       *call,
                         ScStore         *store,
                         const ScProcess *process);
void sc_cli_write_process (ScJsonWriter    *writer,
                           const ScProcess *process);
int sc_cli_process_tell_papers (ScCliCall  *call,
                                const char *paper);
void sc_cli_print_findings (GPtrArray *findings);
void sc_cli_write_findings (ScJsonWriter    *writer,
                            GPtrArray       *findings,
                            const ScVersion *version);

G_END_DECLS
