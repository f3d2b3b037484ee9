/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says of a process file that can't be read what is wrong in the words of those who
 * work with stages, beside the place that a programmer looks for. */

#include "exchange/sc-process-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a member of a stage is called in the window. */
static const struct {
  const char *name;
  const char *title;
} members[] = {
  { "name", N_("Name") },
  { "kinds", N_("Kinds of step") },
  { "goal", N_("Goal") },
  { "entry", N_("Entry") },
  { "actions", N_("Actions") },
  { "exit_criteria", N_("Exit criteria") },
  { "responsible", N_("Responsible") },
  { "participants", N_("Participants") },
  { "duration", N_("Target time") },
  { "probability", N_("Win probability") },
  { "client_mark", N_("Client mark") },
  { "colour", N_("Colour") },
  { "documents", N_("Documents") },
  { "tactics", N_("Tactics") },
  { "refusal", N_("Refusal") },
};

/* The member of the stage that a place such as `stages[3].kinds[1]` is in. */
static const char *
find_title (const char *place)
{
  gsize length = strcspn (place, ".[:");

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (strlen (members[i].name) == length && strncmp (members[i].name, place, length) == 0)
      return _(members[i].title);

  return NULL;
}

/**
 * sc_process_fault_explain:
 * @error: what is wrong, with its place in front
 * @version: what was read of the process
 *
 * Says in front of it which stage that is, and what of it.
 */
void
sc_process_fault_explain (GError          *error,
                          const ScVersion *version)
{
  const char *rest = error->message;
  g_autofree char *message = NULL;
  const char *title = NULL;
  const char *name = "";
  guint64 position;

  if (!g_str_has_prefix (rest, "stages["))
    return;

  position = g_ascii_strtoull (rest + strlen ("stages["), (char **) &rest, 10);
  if (g_str_has_prefix (rest, "]."))
    title = find_title (rest + 2);
  if (position < version->stages->len)
    name = sc_version_get_stage (version, (guint) position)->name;

  if (title == NULL)
    /* Translators: which stage of a file, and where and what is wrong, for programmers */
    message = g_strdup_printf (_("Stage %1$u is wrong (%2$s)"), (guint) position + 1, error->message);
  else if (*name == '\0')
    /* Translators: which stage of a file, which field of it, and where and what is wrong, for programmers */
    message = g_strdup_printf (_("Stage %1$u is wrong at “%2$s” (%3$s)"), (guint) position + 1, title, error->message);
  else
    /* Translators: which stage of a file, its name, which field of it, and where and what is wrong, for programmers */
    message = g_strdup_printf (_("Stage %1$u, “%2$s”, is wrong at “%3$s” (%4$s)"), (guint) position + 1, name, title,
                               error->message);

  g_free (error->message);
  error->message = g_steal_pointer (&message);
}
