/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A call of a subcommand: its words and options, the database it opens, and how it
 * fails. */

#include "cli/sc-cli-call.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/sc-cli-text.h"
#include "store/sc-deleted.h"

/* The program's own; no UTF-8 text has it. */
#define OWN_MARK "\xFF"
#define OWN_LINE_END OWN_MARK "\n"

/* What an error lists is indented. */
#define LIST_ITEM "\n  "

/* The text with its own line ends, and no others. */
static char *
join_safe (const char *text,
           const char *own,
           const char *line_end)
{
  g_auto (GStrv) lines = g_strsplit (text, own, -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *safe = sc_cli_text_make_safe (lines[i]);

      g_free (lines[i]);
      lines[i] = safe;
    }

  return g_strjoinv (line_end, lines);
}

/* The line ends of the format are the program's own and stay. Those of what is
 * named in it would let a name begin a line that looks like the program's. */
static char *
write_lines (const char *format,
             va_list     args)
{
  g_auto (GStrv) own_lines = g_strsplit (format, "\n", -1);
  g_autofree char *marked = g_strjoinv (OWN_LINE_END, own_lines);
  g_autofree char *text = g_strdup_vprintf (marked, args);

  return join_safe (text, OWN_LINE_END, "\n");
}

/**
 * sc_cli_print:
 * @format: what to print on standard output, for people
 *
 * Prints UTF-8 whatever the locale, as files and JSON have it; what would
 * speak to the terminal is replaced, and only @format's own line ends stay.
 */
void
sc_cli_print (const char *format,
              ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = write_lines (format, args);
  va_end (args);
  fputs (text, stdout);
}

/**
 * sc_cli_print_exact:
 * @text: what to print on standard output, for programs
 *
 * Prints JSON or a table as it is.
 */
void
sc_cli_print_exact (const char *text)
{
  fputs (text, stdout);
}

/**
 * sc_cli_print_document:
 * @text: UTF-8 of many lines to print on standard output
 *
 * Prints it as it is into a file or to another program. Where it goes to a terminal, what
 * would speak to that is replaced; its line ends stay.
 */
void
sc_cli_print_document (const char *text)
{
  g_autofree char *safe = isatty (STDOUT_FILENO) ? join_safe (text, "\n", "\n") : NULL;

  fputs (safe != NULL ? safe : text, stdout);
}

/**
 * sc_cli_print_error:
 * @format: a sentence to print on standard error
 *
 * Prints it behind the program's name, with a line end; what would speak to
 * the terminal is replaced.
 */
void
sc_cli_print_error (const char *format,
                    ...)
{
  g_autofree char *text = NULL;
  g_autofree char *safe = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  safe = join_safe (text, LIST_ITEM, LIST_ITEM);
  fprintf (stderr, "stagecraft: %s\n", safe);
}

/**
 * sc_cli_call_fail:
 * @self: a call
 * @error: why it failed
 *
 * Says why on standard error.
 *
 * Returns: %SC_CLI_FAILED
 */
int
sc_cli_call_fail (ScCliCall    *self,
                  const GError *error)
{
  sc_cli_print_error ("%s", error->message);

  return SC_CLI_FAILED;
}

/**
 * sc_cli_call_misuse:
 * @self: a call
 * @format: what is wrong with the command line
 *
 * Says so on standard error.
 *
 * Returns: %SC_CLI_MISUSED
 */
int
sc_cli_call_misuse (ScCliCall  *self,
                    const char *format,
                    ...)
{
  g_autofree char *sentence = NULL;
  g_autofree char *call = g_strjoin (" ", "stagecraft", self->group, self->verb, NULL);
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: the first %s is a sentence on what is wrong, the second a command such as “stagecraft deal list”. */
  sc_cli_print_error (_("%1$s See “%2$s --help”."), sentence, call);

  return SC_CLI_MISUSED;
}

static void
print_help (ScCliCall          *self,
            const GOptionEntry *entries)
{
  g_autoptr (GOptionContext) context = g_option_context_new (self->parameters);
  g_autofree char *call = g_strjoin (" ", "stagecraft", self->group, self->verb, NULL);
  g_autofree char *help = NULL;

  /* The usage line begins with it. */
  g_set_prgname (call);
  g_option_context_set_summary (context, _(self->summary));
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  help = g_option_context_get_help (context, TRUE, NULL);
  fputs (help, stdout);
}

static gboolean
are_utf8 (ScCliCall *self)
{
  for (int i = 1; i < self->argc; i++)
    if (!g_utf8_validate (self->argv[i], -1, NULL))
      {
        sc_cli_call_misuse (self, _("Argument %d is not UTF-8 text."), i);
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_words (ScCliCall *self,
             guint      min_words,
             guint      max_words)
{
  guint n_words = g_strv_length (self->words);

  if (n_words < min_words)
    sc_cli_call_misuse (self, _("Missing: %s."), self->parameters);
  else if (n_words > max_words)
    sc_cli_call_misuse (self, _("Unexpected argument “%s”."), self->words[max_words]);

  return n_words >= min_words && n_words <= max_words;
}

/* The options of the subcommand, and those that each has. */
static GArray *
join_entries (ScCliCall          *self,
              const GOptionEntry *entries,
              char              **database,
              gboolean           *has_help)
{
  const GOptionEntry common[] = {
    SC_CLI_FLAG ("json", &self->is_json, N_("Print JSON")),
    SC_CLI_TEXT ("database", database, N_("Work on this database"), N_("FILE")),
    { "help", 'h', 0, G_OPTION_ARG_NONE, has_help, N_("Show help for this command"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->words, NULL, NULL },
  };
  GArray *joined = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    g_array_append_val (joined, entries[i]);
  g_array_append_vals (joined, common, G_N_ELEMENTS (common));
  for (guint i = 0; i < joined->len; i++)
    {
      GOptionEntry *entry = &g_array_index (joined, GOptionEntry, i);

      entry->description = entry->description != NULL ? _(entry->description) : NULL;
      entry->arg_description = entry->arg_description != NULL ? _(entry->arg_description) : NULL;
    }

  return joined;
}

/* Whether a word is an option whose value is the next one. */
static gboolean
takes_value (const char *word,
             GArray     *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const GOptionEntry *entry = &g_array_index (entries, GOptionEntry, i);

      if (entry->arg != G_OPTION_ARG_NONE
          && ((g_str_has_prefix (word, "--") && g_str_equal (word + 2, entry->long_name))
              || (word[0] == '-' && word[1] != '\0' && word[1] == entry->short_name && word[2] == '\0')))
        return TRUE;
    }

  return FALSE;
}

/* A number below zero is a word, as no option is called so. While options are read it
 * has a mark in front. */
static GPtrArray *
mark_numbers (ScCliCall *self,
              GArray    *entries)
{
  GPtrArray *marked = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i < self->argc && !g_str_equal (self->argv[i], "--"); i++)
    if (takes_value (self->argv[i], entries))
      i++;
    else if (self->argv[i][0] == '-' && (g_ascii_isdigit (self->argv[i][1]) || self->argv[i][1] == '.'))
      {
        self->argv[i] = g_strconcat (OWN_MARK, self->argv[i], NULL);
        g_ptr_array_add (marked, self->argv[i]);
      }

  return marked;
}

static void
unmark_numbers (ScCliCall *self)
{
  for (char **word = self->words; word != NULL && *word != NULL; word++)
    if (g_str_has_prefix (*word, OWN_MARK))
      memmove (*word, *word + strlen (OWN_MARK), strlen (*word));
}

/**
 * sc_cli_call_parse:
 * @self: a call
 * @entries: (nullable): the subcommand's own options, ended by
 *   %G_OPTION_ENTRY_NULL; with names and descriptions to be translated
 * @min_words: words that it needs
 * @max_words: words that it takes
 * @status: (out): the exit status where there is nothing more to do
 *
 * Reads the options and words. Where help is asked for it is printed, and
 * where something is wrong it is said.
 *
 * Returns: whether to go on
 */
gboolean
sc_cli_call_parse (ScCliCall          *self,
                   const GOptionEntry *entries,
                   guint               min_words,
                   guint               max_words,
                   int                *status)
{
  gboolean has_help = FALSE;
  g_autofree char *database = NULL;
  g_autoptr (GArray) joined = join_entries (self, entries, &database, &has_help);
  g_autoptr (GOptionContext) context = g_option_context_new (self->parameters);
  g_autoptr (GPtrArray) marked = NULL;
  g_autoptr (GError) error = NULL;

  *status = SC_CLI_MISUSED;
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, (const GOptionEntry *) joined->data, NULL);
  if (!are_utf8 (self))
    return FALSE;

  marked = mark_numbers (self, joined);
  if (!g_option_context_parse (context, &self->argc, &self->argv, &error))
    {
      sc_cli_call_misuse (self, "%s.", error->message);
      return FALSE;
    }
  if (has_help)
    {
      print_help (self, (const GOptionEntry *) joined->data);
      *status = SC_CLI_DONE;
      return FALSE;
    }
  unmark_numbers (self);
  if (self->words == NULL)
    self->words = g_new0 (char *, 1);
  if (database != NULL)
    g_set_str (&self->database, database);

  return check_words (self, min_words, max_words);
}

/**
 * sc_cli_call_get_database:
 * @self: a call that was parsed
 *
 * Returns: (transfer full): the database to work on
 */
char *
sc_cli_call_get_database (ScCliCall *self)
{
  return self->database != NULL ? g_strdup (self->database) : sc_store_get_default_path ();
}

/**
 * sc_cli_call_open:
 * @self: a call that was parsed
 * @error: of %SC_STORE_ERROR
 *
 * Returns: (transfer full): the database, which is made where there is none
 */
ScStore *
sc_cli_call_open (ScCliCall *self,
                  GError   **error)
{
  g_autofree char *path = sc_cli_call_get_database (self);
  ScStore *store = sc_store_open (path, SC_STORE_OPEN_LEAVE_COPY, error);

  /* What a window takes back is its own. */
  if (store != NULL)
    {
      sc_store_set_window (store, "command-line");
      g_set_object (&self->store, store);
    }

  return store;
}

/* Where there is none of the name any more. */
static void
tell_deleted (ScStore    *store,
              const char *name,
              GError    **error)
{
  g_autoptr (GError) other_error = NULL;
  g_autoptr (ScProcess) deleted = NULL;

  if (!g_error_matches (*error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
    return;

  deleted = sc_store_find_deleted_process (store, name, &other_error);
  if (deleted == NULL && !g_error_matches (other_error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID))
    return;

  g_clear_error (error);
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
               _("“%s” was deleted. “stagecraft process undelete” brings it back."), name);
}

/**
 * sc_cli_call_open_process:
 * @self: a call that was parsed, whose first word names a process
 * @process: (out) (transfer full): the process
 * @error: of %SC_STORE_ERROR
 *
 * Returns: (transfer full): the database
 */
ScStore *
sc_cli_call_open_process (ScCliCall  *self,
                          ScProcess **process,
                          GError    **error)
{
  g_autoptr (ScStore) store = sc_cli_call_open (self, error);
  g_autoptr (GError) own_error = NULL;

  if (store == NULL)
    return NULL;

  *process = sc_store_find_process (store, self->words[0], &own_error);
  if (*process == NULL)
    {
      tell_deleted (store, self->words[0], &own_error);
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_steal_pointer (&store);
}
