/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives a reader the files of its corpus, then what comes of them by small
 * damage, for a while. The input that is being read stands in a file, which is
 * left there when the reader dies of it. docs/testing.md says how it is used. */

#include "fuzz/fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A reader that takes longer for one input hangs. */
#define MAX_SECONDS_AN_INPUT 60

#define MAX_INPUT_BYTES (256 * 1024)

static int seconds = 2;
static int n_runs = 0;
static int seed = 0;
static char **paths;

static const GOptionEntry entries[] = {
  { "seconds", 0, 0, G_OPTION_ARG_INT, &seconds, "For how long to damage inputs (2)", "N" },
  { "runs", 0, 0, G_OPTION_ARG_INT, &n_runs, "How many damaged inputs to read, instead", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "The same number damages in the same way (a new one each time)", "N" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "FILE-OR-FOLDER…" },
  G_OPTION_ENTRY_NULL,
};

static void
add_file (GPtrArray  *corpus,
          const char *path)
{
  char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  if (!g_file_get_contents (path, &contents, &length, &error))
    g_error ("%s", error->message);
  g_ptr_array_add (corpus, g_bytes_new_take (contents, length));
}

static void
add_path (GPtrArray  *corpus,
          const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    {
      add_file (corpus, path);
      return;
    }

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    add_file (corpus, names->pdata[i]);
}

static guint
draw (GRand *random,
      gsize  below)
{
  return below > 0 ? (guint) g_rand_int_range (random, 0, (gint32) below) : 0;
}

static void
insert_word (GRand      *random,
             GByteArray *bytes)
{
  guint n_words = g_strv_length ((char **) fuzz_words);
  const char *word = fuzz_words[draw (random, n_words)];
  guint at = draw (random, bytes->len + 1);
  gsize rest = bytes->len - at;

  g_byte_array_set_size (bytes, bytes->len + (guint) strlen (word));
  memmove (bytes->data + at + strlen (word), bytes->data + at, rest);
  memcpy (bytes->data + at, word, strlen (word));
}

static void
repeat_part (GRand      *random,
             GByteArray *bytes)
{
  guint at = draw (random, bytes->len);
  guint length = 1 + draw (random, MIN (64, bytes->len - at));
  g_autofree guint8 *part = g_memdup2 (bytes->data + at, length);

  for (guint i = 1 + draw (random, 20); i > 0; i--)
    g_byte_array_append (bytes, part, length);
}

static void
splice (GRand      *random,
        GByteArray *bytes,
        GPtrArray  *corpus)
{
  gsize length;
  const guint8 *other = g_bytes_get_data (corpus->pdata[draw (random, corpus->len)], &length);
  guint from = draw (random, length);

  g_byte_array_set_size (bytes, draw (random, bytes->len + 1));
  g_byte_array_append (bytes, other + from, (guint) (length - from));
}

static void
damage (GRand      *random,
        GByteArray *bytes,
        GPtrArray  *corpus)
{
  static const guint8 odd[] = { 0, 1, 0x7f, 0x80, 0xc0, 0xed, 0xf0, 0xf4, 0xff, '"', '\\', '\n', ',', '{', '[', '-', '9' };

  if (bytes->len == 0)
    {
      insert_word (random, bytes);
      return;
    }

  switch (draw (random, 7))
    {
    case 0:
      bytes->data[draw (random, bytes->len)] ^= (guint8) (1u << draw (random, 8));
      break;
    case 1:
      bytes->data[draw (random, bytes->len)] = odd[draw (random, G_N_ELEMENTS (odd))];
      break;
    case 2:
      {
        guint at = draw (random, bytes->len);

        g_byte_array_remove_range (bytes, at, 1 + draw (random, MIN (32, bytes->len - at)));
      }
      break;
    case 3:
      repeat_part (random, bytes);
      break;
    case 4:
      splice (random, bytes, corpus);
      break;
    default:
      insert_word (random, bytes);
      break;
    }
}

static GBytes *
make_input (GRand     *random,
            GPtrArray *corpus)
{
  gsize length;
  const guint8 *from = g_bytes_get_data (corpus->pdata[draw (random, corpus->len)], &length);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  g_byte_array_append (bytes, from, (guint) length);
  for (guint i = 1 + draw (random, 8); i > 0; i--)
    damage (random, bytes, corpus);
  if (bytes->len > MAX_INPUT_BYTES)
    g_byte_array_set_size (bytes, MAX_INPUT_BYTES);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
read_input (GBytes     *input,
            const char *kept)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents_full (kept, g_bytes_get_data (input, NULL), (gssize) g_bytes_get_size (input),
                                 G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_error ("%s", error->message);
  alarm (MAX_SECONDS_AN_INPUT);
  fuzz_one (input);
  alarm (0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GPtrArray) corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GRand) random = NULL;
  g_autofree char *folder = g_dir_make_tmp ("stagecraft-fuzz-XXXXXX", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  gint64 end;
  int n_read = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  for (char **path = paths; path != NULL && *path != NULL; path++)
    add_path (corpus, *path);
  if (corpus->len == 0)
    {
      g_printerr ("Files to begin with are missing.\n");
      return 2;
    }

  if (seed == 0)
    seed = g_random_int_range (1, G_MAXINT);
  random = g_rand_new_with_seed ((guint32) seed);
  kept = g_build_filename (folder, "input", NULL);
  g_print ("Seed %d. What is being read stands in %s.\n", seed, kept);

  fuzz_begin (folder);
  for (guint i = 0; i < corpus->len; i++)
    read_input (corpus->pdata[i], kept);
  end = g_get_monotonic_time () + seconds * G_TIME_SPAN_SECOND;
  while (n_runs > 0 ? n_read < n_runs : g_get_monotonic_time () < end)
    {
      g_autoptr (GBytes) input = make_input (random, corpus);

      read_input (input, kept);
      n_read++;
    }
  fuzz_end ();

  g_print ("%u files and %d damaged inputs were read.\n", corpus->len, n_read);
  g_unlink (kept);
  g_rmdir (folder);
  g_strfreev (paths);

  return 0;
}
