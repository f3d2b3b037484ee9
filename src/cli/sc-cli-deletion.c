/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several subcommands say of what was deleted, and brought back. */

#include "cli/sc-cli-deletion.h"

#include "cli/sc-cli-call.h"

/**
 * sc_cli_write_deletion:
 * @writer: a writer in an object
 * @deleted_at: when it was deleted, 0 where it is there
 * @deleted_by: (nullable): who deleted it
 *
 * Writes when and by whom something was deleted, nothing where it is there.
 */
void
sc_cli_write_deletion (ScJsonWriter *writer,
                       ScInstant     deleted_at,
                       const char   *deleted_by)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc_usec (deleted_at);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (deleted_at == 0)
    return;

  sc_json_writer_add_text (writer, "deleted_at", text);
  sc_json_writer_add_text (writer, "deleted_by", deleted_by);
}

/**
 * sc_cli_write_notices:
 * @writer: a writer in an object
 * @notices: (element-type utf8): sentences
 *
 * Writes what came out otherwise than one would think.
 */
void
sc_cli_write_notices (ScJsonWriter *writer,
                      GPtrArray    *notices)
{
  sc_json_writer_begin_array (writer, "notices");
  for (guint i = 0; i < notices->len; i++)
    sc_json_writer_add_text (writer, NULL, notices->pdata[i]);
  sc_json_writer_end (writer);
}

/**
 * sc_cli_print_notices:
 * @notices: (element-type utf8): sentences
 *
 * Prints what came out otherwise than one would think, a line each.
 */
void
sc_cli_print_notices (GPtrArray *notices)
{
  for (guint i = 0; i < notices->len; i++)
    sc_cli_print ("%s\n", (const char *) notices->pdata[i]);
}
