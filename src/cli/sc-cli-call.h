/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A call of a subcommand: its words and options, the database it opens, and how it
 * fails. */

#pragma once

#include <gio/gio.h>

#include "store/sc-store.h"

G_BEGIN_DECLS

/* Exit statuses. */
enum {
  SC_CLI_DONE = 0,
  SC_CLI_FAILED = 1,
  SC_CLI_MISUSED = 2,
};

/**
 * ScCliCall:
 * @group: the first word, such as `process`
 * @verb: the second, such as `list`
 * @parameters: what the words behind them are, for `--help`; or %NULL
 * @summary: what it does, for `--help`
 * @argc: number of arguments behind the verb
 * @argv: these arguments, the program's name first
 * @database: (nullable): the database that was named
 * @is_json: whether JSON is wanted; set by sc_cli_call_parse()
 * @words: the words among the arguments; set by sc_cli_call_parse()
 * @store: (nullable): the database once it is open
 *
 * One call of a subcommand.
 */
typedef struct {
  const char *group;
  const char *verb;
  const char *parameters;
  const char *summary;
  int argc;
  char **argv;
  char *database;
  gboolean is_json;
  GStrv words;
  ScStore *store;
} ScCliCall;

/* What a subcommand is: returns an exit status. */
typedef int (*ScCliRun) (ScCliCall *call);

/* Texts and files are taken with G_OPTION_ARG_FILENAME: in any locale an
 * argument is UTF-8. */
#define SC_CLI_TEXT(name, target, help, value) { (name), 0, 0, G_OPTION_ARG_FILENAME, (target), (help), (value) }
#define SC_CLI_TEXTS(name, target, help, value) { (name), 0, 0, G_OPTION_ARG_FILENAME_ARRAY, (target), (help), (value) }
#define SC_CLI_FLAG(name, target, help) { (name), 0, 0, G_OPTION_ARG_NONE, (target), (help), NULL }

/* Why a deal goes on without what is required. */
#define SC_CLI_OVERRIDE(target) SC_CLI_TEXT ("override", (target), N_("Why the deal goes on without what is required"), N_("REASON"))

gboolean sc_cli_call_parse (ScCliCall          *self,
                            const GOptionEntry *entries,
                            guint               min_words,
                            guint               max_words,
                            int                *status);
char *sc_cli_call_get_database (ScCliCall *self);
ScStore *sc_cli_call_open (ScCliCall *self,
                           GError   **error) G_GNUC_WARN_UNUSED_RESULT;
ScStore *sc_cli_call_open_process (ScCliCall  *self,
                                   ScProcess **process,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;

int sc_cli_call_fail (ScCliCall    *self,
                      const GError *error);
int sc_cli_call_misuse (ScCliCall  *self,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

void sc_cli_print (const char *format,
                   ...) G_GNUC_PRINTF (1, 2);
void sc_cli_print_exact (const char *text);
void sc_cli_print_document (const char *text);
void sc_cli_print_error (const char *format,
                         ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
