/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `process print`: makes pages of a scheme and hands them to the printer. */

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-process.h"
#include "diagram/sc-paper.h"
#include "statistics/sc-scheme-figures.h"

#define MAX_SIDE SC_PAGES_MAX_SIDE

typedef struct {
  char *printer;
  char *paper;
  gboolean is_portrait;
  int across;
  int down;
  gboolean with_figures;
  GPtrArray *figures; /* what deals tell of the stages, or NULL */
} Options;

static GBytes *
make_pdf (const ScProcess *process,
          const ScVersion *version,
          const Options   *options,
          GError         **error)
{
  ScPaper paper;
  ScPagesOptions pages = SC_PAPER_OPTIONS (process->name, sc_clock_today ());

  sc_paper_from_name (options->paper, !options->is_portrait, &paper);
  pages.across = (guint) options->across;
  pages.down = (guint) options->down;
  pages.figures = options->figures;

  return sc_paper_make_pdf (&paper, version, &pages, error);
}

static GStrv
make_arguments (const char    *title,
                const Options *options)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  g_strv_builder_add_many (words, "lp", "-t", title, "-o", NULL);
  g_strv_builder_take (words, g_strdup_printf ("media=%s", options->paper));
  if (options->printer != NULL)
    g_strv_builder_add_many (words, "-d", options->printer, NULL);

  return g_strv_builder_end (words);
}

/* lp takes the document from its standard input, and says itself what it has
 * to say. */
static gboolean
hand_to_lp (GBytes        *pdf,
            const char    *title,
            const Options *options,
            GError       **error)
{
  g_auto (GStrv) arguments = make_arguments (title, options);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GSubprocess) lp = g_subprocess_newv ((const char *const *) arguments, G_SUBPROCESS_FLAGS_STDIN_PIPE, &reason);

  if (lp == NULL || !g_subprocess_communicate (lp, pdf, NULL, NULL, NULL, &reason))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("“lp”, which prints, could not be used: %s. Export the scheme as PDF and print that."), reason->message);
      return FALSE;
    }
  if (!g_subprocess_get_if_exited (lp) || g_subprocess_get_exit_status (lp) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“lp” did not print the scheme."));
      return FALSE;
    }

  return TRUE;
}

static int
print_process (ScCliCall *call,
               Options   *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScStore) store = sc_cli_call_open_process (call, &process, &error);
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (store != NULL)
    version = sc_store_load_version (store, process->id, SC_VERSION_WANTED_CURRENT, &error);
  if (version != NULL && options->with_figures)
    options->figures = sc_scheme_figures_read (store, process->id, NULL, &error);
  if (version != NULL && error == NULL)
    pdf = make_pdf (process, version, options, &error);
  if (pdf == NULL || !hand_to_lp (pdf, process->name, options, &error))
    return sc_cli_call_fail (call, error);

  return SC_CLI_DONE;
}

/**
 * sc_cli_process_tell_papers:
 * @call: the call
 * @paper: a paper that is not known
 *
 * Says which ones are.
 *
 * Returns: an exit status
 */
int
sc_cli_process_tell_papers (ScCliCall  *call,
                            const char *paper)
{
  g_autofree char *papers = sc_paper_list_names (", ");

  /* Translators: %2$s is a list, such as “A5, A4, A3, Letter” */
  return sc_cli_call_misuse (call, _("The paper “%1$s” is not known; use %2$s."), paper, papers);
}

static int
check_options (ScCliCall *call,
               Options   *options)
{
  ScPaper paper;

  if (options->paper == NULL)
    options->paper = g_strdup ("A4");
  if (!sc_paper_from_name (options->paper, TRUE, &paper))
    return sc_cli_process_tell_papers (call, options->paper);
  if (options->across < 1 || options->down < 1 || options->across > MAX_SIDE || options->down > MAX_SIDE)
    return sc_cli_call_misuse (call, _("There can be 1 to %d pages side by side, and one below the other."), MAX_SIDE);

  return SC_CLI_DONE;
}

/**
 * sc_cli_process_print:
 * @call: the call
 *
 * `process print PROCESS`: makes a PDF of the scheme and hands it to lp.
 *
 * Returns: an exit status
 */
int
sc_cli_process_print (ScCliCall *call)
{
  Options options = { NULL, NULL, FALSE, 1, 1, FALSE, NULL };
  g_autofree char *papers = sc_paper_list_names ("|");
  const GOptionEntry entries[] = {
    { "printer", 'd', 0, G_OPTION_ARG_FILENAME, &options.printer, N_("Printer (default: that of the system)"), N_("NAME") },
    SC_CLI_TEXT ("paper", &options.paper, N_("Paper size (default: A4)"), papers),
    SC_CLI_FLAG ("portrait", &options.is_portrait, N_("Print on upright paper")),
    { "across", 0, 0, G_OPTION_ARG_INT, &options.across, N_("Pages side by side"), N_("COUNT") },
    { "down", 0, 0, G_OPTION_ARG_INT, &options.down, N_("Pages one below the other"), N_("COUNT") },
    SC_CLI_FLAG ("figures", &options.with_figures, N_("Draw what deals tell of each stage too")),
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (sc_cli_call_parse (call, entries, 1, 1, &status))
    {
      status = check_options (call, &options);
      if (status == SC_CLI_DONE)
        status = print_process (call, &options);
    }
  g_free (options.printer);
  g_free (options.paper);
  g_clear_pointer (&options.figures, g_ptr_array_unref);

  return status;
}
