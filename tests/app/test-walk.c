/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a whole process, while another window does something to
 * it: each change at each step. It is done to what was shown, or refused with the
 * reason, and what was typed is kept. */

#include "app/closing-fixture.h"
#include "change/sc-deal-commands.h"
#include "change/sc-process-commands.h"
#include "elsewhere.h"
#include "widgets/sc-error-dialog.h"

typedef struct {
  ClosingFixture *window;
  Elsewhere *elsewhere;
} Scene;

static char *process_id;

/* Elsewhere */

static ScProcess *
load_there (Elsewhere *elsewhere)
{
  return sc_store_load_process (elsewhere_get_store (elsewhere), process_id, NULL);
}

static void
rename_there (Elsewhere *elsewhere)
{
  g_autoptr (ScProcess) process = load_there (elsewhere);

  if (process != NULL)
    elsewhere_try (elsewhere, sc_command_rename_process (process, "Theirs"));
}

static void
archive_there (Elsewhere *elsewhere)
{
  g_autoptr (ScProcess) process = load_there (elsewhere);

  if (process != NULL)
    elsewhere_try (elsewhere, sc_command_archive_process (process, TRUE));
}

static void
add_deal_there (Elsewhere *elsewhere)
{
  g_autoptr (ScVersion) version = sc_store_load_version (elsewhere_get_store (elsewhere), process_id,
                                                         SC_VERSION_WANTED_PUBLISHED, NULL);
  g_autoptr (ScDeal) deal = sc_deal_new ();

  if (version == NULL)
    return;

  deal->process_id = g_strdup (process_id);
  deal->stage_id = g_strdup (sc_version_get_stage (version, 0)->id);
  deal->title = g_strdup ("Theirs");
  elsewhere_try (elsewhere, sc_command_add_deal (deal));
}

static void
do_nothing (Elsewhere *elsewhere)
{
}

static const ElsewhereScript changes[] = {
  { "nothing", do_nothing },
  { "delete", elsewhere_delete_process },
  { "rename", rename_there },
  { "archive", archive_there },
  { "add a deal", add_deal_there },
  { "another process", elsewhere_change_other_process },
};

/* Here */

static AdwDialog *
get_dialog (Scene *scene)
{
  return app_fixture_get_dialog (scene->window->app);
}

static ScProcess *
load_here (Scene *scene)
{
  return sc_store_load_process (sc_window_get_store (scene->window->app->window), process_id, NULL);
}

static gboolean
has_dialog (gpointer scene)
{
  return get_dialog (scene) != NULL;
}

static void
activate (Scene      *scene,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (scene->window->window, action, "s", process_id));
}

static gboolean
is_refused (Scene *scene)
{
  return SC_IS_ERROR_DIALOG (get_dialog (scene));
}

static void
take_refusal (Scene *scene)
{
  AdwDialog *dialog = get_dialog (scene);

  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), !=, "");
  adw_dialog_force_close (dialog);
}

static GtkWidget *
find_entry (Scene *scene)
{
  AdwDialog *dialog = get_dialog (scene);

  return dialog != NULL ? widget_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, NULL) : NULL;
}

static gboolean
has_entry_or_refused (gpointer scene)
{
  return is_refused (scene) || find_entry (scene) != NULL;
}

static gboolean
is_named_mine_or_refused (gpointer scene)
{
  g_autoptr (ScProcess) process = load_here (scene);

  return is_refused (scene) || (process != NULL && g_str_equal (process->name, "Mine"));
}

static void
rename_here (Scene *scene)
{
  elsewhere_step (scene->elsewhere);
  activate (scene, "process.rename");
  widget_test_wait (has_entry_or_refused, scene, "the dialog");
  if (is_refused (scene))
    {
      take_refusal (scene);
      return;
    }

  elsewhere_step (scene->elsewhere);
  gtk_editable_set_text (GTK_EDITABLE (find_entry (scene)), "Mine");
  elsewhere_step (scene->elsewhere);
  app_fixture_respond (scene->window->app, "rename");
  widget_test_wait (is_named_mine_or_refused, scene, elsewhere_tell (scene->elsewhere));
  if (!is_refused (scene))
    return;

  take_refusal (scene);
  widget_test_wait (has_entry_or_refused, scene, "what was typed");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (scene))), ==, "Mine");
  app_fixture_respond (scene->window->app, "rename");
  widget_test_wait (is_named_mine_or_refused, scene, elsewhere_tell (scene->elsewhere));
  if (is_refused (scene))
    {
      g_autoptr (ScProcess) process = load_here (scene);

      g_assert_null (process);
      take_refusal (scene);
      app_fixture_respond (scene->window->app, "cancel");
    }
}

static gboolean
is_gone_or_refused (gpointer scene)
{
  g_autoptr (ScProcess) process = load_here (scene);

  return is_refused (scene) || process == NULL;
}

/* With as many deals as it was asked about. */
static void
delete_here (Scene *scene)
{
  elsewhere_step (scene->elsewhere);
  activate (scene, "process.delete");
  widget_test_wait (has_dialog, scene, "the question");
  if (is_refused (scene))
    {
      take_refusal (scene);
      return;
    }

  elsewhere_step (scene->elsewhere);
  app_fixture_respond (scene->window->app, "delete");
  widget_test_wait (is_gone_or_refused, scene, elsewhere_tell (scene->elsewhere));
  if (is_refused (scene))
    {
      take_refusal (scene);
      g_assert_true (elsewhere_has_come (scene->elsewhere));
    }
}

static gboolean
is_archived_or_refused (gpointer scene)
{
  g_autoptr (ScProcess) process = load_here (scene);

  return is_refused (scene) || (process != NULL && process->is_archived);
}

/* As the menu says, whatever has become of it since the menu was opened. */
static void
archive_here (Scene *scene)
{
  elsewhere_step (scene->elsewhere);
  activate (scene, "process.archive");
  widget_test_wait (is_archived_or_refused, scene, elsewhere_tell (scene->elsewhere));
  if (is_refused (scene))
    take_refusal (scene);
}

/* What is printed and exported is what was there when it was asked for. */
static void
take_out (Scene      *scene,
          const char *action)
{
  elsewhere_step (scene->elsewhere);
  activate (scene, action);
  widget_test_wait (has_dialog, scene, "the dialog");
  if (is_refused (scene))
    {
      take_refusal (scene);
      return;
    }

  elsewhere_step (scene->elsewhere);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (is_refused (scene));
  adw_dialog_force_close (get_dialog (scene));
}

static void
print_here (Scene *scene)
{
  take_out (scene, "process.print");
}

static void
export_here (Scene *scene)
{
  take_out (scene, "process.export");
}

static const struct {
  const char *name;
  void (*play) (Scene *scene);
} scenes[] = {
  { "rename", rename_here },
  { "delete", delete_here },
  { "archive", archive_here },
  { "print", print_here },
  { "export", export_here },
};

/* Returns whether the scene came to the step. */
static gboolean
play (guint                  i,
      const ElsewhereScript *change,
      guint                  step)
{
  Scene scene = { closing_fixture_new (), NULL };
  gboolean has_come;

  process_id = g_strdup (scene.window->process_id);
  scene.elsewhere = elsewhere_new (g_file_peek_path (scene.window->app->database), process_id);
  elsewhere_plan (scene.elsewhere, change, step);
  g_test_message ("%s: %s", scenes[i].name, elsewhere_tell (scene.elsewhere));
  scenes[i].play (&scene);
  has_come = elsewhere_has_come (scene.elsewhere);

  elsewhere_free (scene.elsewhere);
  closing_fixture_free (scene.window);
  g_clear_pointer (&process_id, g_free);

  return has_come;
}

static void
walk (gconstpointer scene)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    for (guint step = 0; play (GPOINTER_TO_UINT (scene), &changes[i], step); step++)
      ;
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (scenes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/walk/%s", scenes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), walk);
    }

  return app_fixture_run ();
}
