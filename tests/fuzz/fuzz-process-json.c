/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process as a JSON file: what is taken in comes out and in again as it is. */

#include "exchange/sc-process-file.h"
#include "fuzz/fuzz.h"

const char *const fuzz_words[] = {
  "{", "}", "[", "]", ":", ",", "\"", "null", "true", "-1", "1e999", "9223372036854775808", "\\u0000", "\\ud800", "\\u202e",
  "\"name\"", "\"stages\"", "\"kinds\"", "\"id\"", "\"exit_criteria\"", "\"text\"", "\"roles\"", "\"tactics\"",
  "\"duration\"", "\"value\"", "\"unit\"", "\"probability\"", "\"participants\"", "\"client_mark\"", "\"version\"",
  "\"is_required\"", "\"asked\"", "\"entry\"", "\"purpose\"", "\"payments\"", "\"trial-end\"", "\"decision-day\"",
  "\"question\"", "\"type\"", "\"choices\"", "\"choice\"", "\"yes-no\"", "\"refusal\"", "\"what\"", "\"park\"", "\"back\"",
  "\"stage_id\"", "\"after\"", "\"kind\"", "\"objection\"", "\"title\"", "\"when\"", "\"loss_reasons\"", "\"own_words\"", "\"place\"", "\"general:after\"", "\"sources\"",
  "\"labels\"", "{answer:", "{blank}", NULL,
};

void
fuzz_begin (const char *folder)
{
}

void
fuzz_one (GBytes *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcessFile) file = sc_process_file_parse (input, &error);
  g_autoptr (ScProcessFile) again = NULL;
  g_autofree char *json = NULL;
  g_autofree char *json_again = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  json = sc_process_file_to_json (file);
  bytes = g_bytes_new (json, strlen (json));
  again = sc_process_file_parse (bytes, &error);
  g_assert_no_error (error);
  json_again = sc_process_file_to_json (again);
  g_assert_cmpstr (json, ==, json_again);
}

void
fuzz_end (void)
{
}
