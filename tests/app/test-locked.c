/* SPDX-License-Identifier: GPL-3.0-or-later */

/* While another process writes to the database, the window opens, shows all of it
 * and takes every change; what is changed is there once the other one is done.
 * The engine ends the test where the main thread writes or waits. */

#include "config.h"

#include "app/app-fixture.h"
#include "deal/sc-deal-pane.h"
#include "designer/sc-designer-view.h"
#include "pipeline/sc-board.h"
#include "pipeline/sc-pipeline-list.h"
#include "pipeline/sc-pipeline-view.h"
#include "store/lock.h"
#include "store/sc-deal-query.h"
#include "store/sc-main-thread.h"
#include "today/sc-due-widget.h"

/* A short while in which the window is at work. */
#define N_BEATS 3
#define BEAT_MSEC 20

typedef struct {
  AppFixture *app;
  Lock *lock;
  char *process_id;
  char *stage_ids[2];
  gint64 deal_id;
} Fixture;

static void
make_database (Fixture *self)
{
  g_autoptr (ScVersion) version = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScStore) store = sc_store_open (g_file_peek_path (self->app->database), SC_STORE_OPEN_DEFAULT, &error);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScDealQuery) query = NULL;
  g_autoptr (GPtrArray) deals = NULL;

  g_assert_no_error (error);
  app_fixture_add_sample (store, 60);
  process = sc_store_find_process (store, "Sample", &error);
  self->process_id = g_strdup (process->id);
  version = sc_store_load_version (store, process->id, SC_VERSION_WANTED_PUBLISHED, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (self->stage_ids); i++)
    self->stage_ids[i] = g_strdup (sc_version_get_stage (version, i)->id);

  query = sc_deal_query_new (process->id);
  query->statuses = 1u << SC_DEAL_OPEN;
  deals = sc_store_list_deals (store, query, 1, NULL, &error);
  self->deal_id = ((ScDeal *) deals->pdata[0])->id;
}

static Fixture *
fixture_new (void)
{
  Fixture *self = g_new0 (Fixture, 1);

  self->app = app_fixture_new ();
  make_database (self);
  self->lock = lock_hold ("write", g_file_peek_path (self->app->database));
  app_fixture_open_window (self->app);
  widget_test_wait (app_fixture_has_opened, self->app->window, "the database to open");
  g_assert_false (sc_store_is_read_only (sc_window_get_store (self->app->window)));

  return self;
}

static void
fixture_free (Fixture *self)
{
  g_clear_pointer (&self->lock, lock_release);
  app_fixture_free (self->app);
  g_free (self->process_id);
  for (guint i = 0; i < G_N_ELEMENTS (self->stage_ids); i++)
    g_free (self->stage_ids[i]);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static gboolean
beat_cb (gpointer n_beats)
{
  return ++*(guint *) n_beats < N_BEATS;
}

static gboolean
has_beaten (gpointer n_beats)
{
  return *(guint *) n_beats >= N_BEATS;
}

static void
go_on (void)
{
  guint n_beats = 0;

  g_timeout_add (BEAT_MSEC, beat_cb, &n_beats);
  widget_test_wait (has_beaten, &n_beats, "the window to go on");
}

static void
close_dialogs (Fixture *self)
{
  GtkWindow *window = GTK_WINDOW (self->app->window);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  while (app_fixture_get_dialog (self->app) != NULL)
    adw_dialog_force_close (app_fixture_get_dialog (self->app));
  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window)
      gtk_window_destroy (l->data);
  go_on ();
}

/* What a person can do: an action, and the widget that has it. */
typedef struct {
  const char *action;
  const char *parameter; /* as GVariant text; $P, $S, $T, $D: a process, two stages, a deal */
  GType (*get_type)(void);
  gboolean is_quick;
} Step;

static GType
get_window_type (void)
{
  return G_TYPE_INVALID;
}

static const Step steps[] = {
  { "win.show-today", NULL, get_window_type, TRUE },
  { "due.postpone", "7", sc_due_widget_get_type, FALSE },
  { "due.done", NULL, sc_due_widget_get_type, TRUE },
  { "win.show-process", "$P", get_window_type, TRUE },

  { "win.show-view", "'scheme'", get_window_type, TRUE },
  { "designer.add", NULL, sc_designer_view_get_type, TRUE },
  { "designer.rename", "($S, 'Other Name')", sc_designer_view_get_type, TRUE },
  { "designer.duplicate", "$S", sc_designer_view_get_type, FALSE },
  { "designer.move", "($S, uint32 2)", sc_designer_view_get_type, FALSE },
  { "designer.merge", "($S, $T)", sc_designer_view_get_type, FALSE },
  { "win.undo", NULL, get_window_type, FALSE },
  { "win.redo", NULL, get_window_type, FALSE },
  { "designer.split", "$T", sc_designer_view_get_type, FALSE },
  { "designer.set-mark", "$T", sc_designer_view_get_type, FALSE },
  { "designer.delete", "$T", sc_designer_view_get_type, FALSE },
  { "designer.edit-name", "$S", sc_designer_view_get_type, FALSE },
  { "designer.show-findings", "$S", sc_designer_view_get_type, FALSE },
  { "designer.details", NULL, sc_designer_view_get_type, FALSE },
  { "designer.fix-errors", NULL, sc_designer_view_get_type, FALSE },
  { "designer.plan", NULL, sc_designer_view_get_type, FALSE },
  { "designer.cancel-plan", NULL, sc_designer_view_get_type, FALSE },
  { "designer.publish", NULL, sc_designer_view_get_type, TRUE },
  { "designer.propose", NULL, sc_designer_view_get_type, FALSE },
  { "designer.paste", NULL, sc_designer_view_get_type, FALSE },
  { "designer.zoom-in", NULL, sc_designer_view_get_type, FALSE },
  { "designer.zoom-fit", NULL, sc_designer_view_get_type, FALSE },
  { "designer.discard", NULL, sc_designer_view_get_type, FALSE },

  { "win.show-view", "'deals'", get_window_type, TRUE },
  { "win.show-deal", "($P, $D)", get_window_type, TRUE },
  { "deal.move-to", "$T", sc_deal_pane_get_type, TRUE },
  { "deal.win", NULL, sc_deal_pane_get_type, FALSE },
  { "deal.refuse", NULL, sc_deal_pane_get_type, FALSE },
  { "deal.park", NULL, sc_deal_pane_get_type, FALSE },
  { "deal.delete", NULL, sc_deal_pane_get_type, FALSE },
  { "pipeline.search", NULL, sc_pipeline_view_get_type, FALSE },
  { "pipeline.search", NULL, sc_pipeline_view_get_type, FALSE },
  { "pipeline.only-mine", NULL, sc_pipeline_view_get_type, TRUE },
  { "pipeline.only-mine", NULL, sc_pipeline_view_get_type, TRUE },
  { "pipeline.add", NULL, sc_pipeline_view_get_type, FALSE },
  { "win.undo", NULL, get_window_type, FALSE },
  { "win.redo", NULL, get_window_type, FALSE },
  { "pipeline.layout", "'list'", sc_pipeline_view_get_type, TRUE },
  { "table.open", NULL, sc_pipeline_list_get_type, FALSE },
  { "pipeline.layout", "'board'", sc_pipeline_view_get_type, TRUE },

  { "win.print", NULL, get_window_type, FALSE },
  { "win.new-process", NULL, get_window_type, FALSE },
  { "win.new-from-stages", NULL, get_window_type, FALSE },
  { "win.new-empty", NULL, get_window_type, FALSE },
  { "win.new-sample", NULL, get_window_type, FALSE },
  { "process.rename", "$P", get_window_type, FALSE },
  { "process.duplicate", "$P", get_window_type, FALSE },
  { "process.move-up", "$P", get_window_type, FALSE },
  { "process.move-down", "$P", get_window_type, FALSE },
  { "process.export", "$P", get_window_type, FALSE },
  { "process.print", "$P", get_window_type, FALSE },
  { "process.archive", "$P", get_window_type, TRUE },
  { "process.unarchive", "$P", get_window_type, FALSE },
  { "app.preferences", NULL, get_window_type, TRUE },
  { "app.shortcuts", NULL, get_window_type, FALSE },
  { "process.delete", "$P", get_window_type, FALSE },
};

static char *
fill_in (Fixture    *self,
         const char *text)
{
  g_autoptr (GString) filled = g_string_new (text);
  g_autofree char *process = g_strdup_printf ("'%s'", self->process_id);
  g_autofree char *stage = g_strdup_printf ("'%s'", self->stage_ids[0]);
  g_autofree char *other = g_strdup_printf ("'%s'", self->stage_ids[1]);
  g_autofree char *deal = g_strdup_printf ("int64 %" G_GINT64_FORMAT, self->deal_id);

  g_string_replace (filled, "$P", process, 0);
  g_string_replace (filled, "$S", stage, 0);
  g_string_replace (filled, "$T", other, 0);
  g_string_replace (filled, "$D", deal, 0);

  return g_string_free (g_steal_pointer (&filled), FALSE);
}

static void
take_step (Fixture    *self,
           const Step *step)
{
  GtkWidget *window = GTK_WIDGET (self->app->window);
  GType type = step->get_type ();
  GtkWidget *widget = type == G_TYPE_INVALID ? window : widget_test_find (window, type, NULL);
  g_autofree char *text = step->parameter != NULL ? fill_in (self, step->parameter) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) parameter = text != NULL ? g_variant_parse (NULL, text, NULL, NULL, &error) : NULL;

  g_assert_no_error (error);
  g_test_message ("%s %s%s", step->action, text != NULL ? text : "", widget != NULL ? "" : ": nothing there for it");
  if (widget == NULL)
    return;

  sc_main_thread_set (TRUE);
  if (!gtk_widget_activate_action_variant (widget, step->action, parameter))
    g_error ("There is no action “%s” any more.", step->action);
  sc_main_thread_set (FALSE);
  go_on ();
  close_dialogs (self);
}

static gboolean
is_idle (gpointer data)
{
  return sc_store_is_idle (data);
}

static gboolean
has_stage (Fixture    *self,
           const char *name)
{
  ScStore *store = sc_window_get_store (self->app->window);
  g_autoptr (ScVersion) version = sc_store_load_version (store, self->process_id, SC_VERSION_WANTED_CURRENT, NULL);

  return version != NULL && sc_version_find_stage_by_name (version, name, NULL) != NULL;
}

static void
test_window_goes_on (void)
{
  g_autoptr (Fixture) self = fixture_new ();
  ScStore *store = sc_window_get_store (self->app->window);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].is_quick || g_test_slow ())
      take_step (self, &steps[i]);
  g_assert_false (sc_store_is_idle (store));
  g_assert_false (has_stage (self, "Other Name"));

  g_clear_pointer (&self->lock, lock_release);
  widget_test_wait (is_idle, store, "everything to be saved");
  close_dialogs (self);
  if (!g_test_slow ())
    g_assert_true (has_stage (self, "Other Name"));
}

static gboolean
has_name (gpointer data)
{
  g_autofree char *name = sc_store_get_user_name (data);

  return g_str_equal (name, "Anna Orlova");
}

static void
test_name_is_taken_on (void)
{
  g_autoptr (Fixture) self = fixture_new ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  ScStore *store = sc_window_get_store (self->app->window);

  sc_main_thread_set (TRUE);
  g_settings_set_string (settings, "user-name", "Anna Orlova");
  sc_main_thread_set (FALSE);
  go_on ();
  g_assert_false (has_name (store));

  g_clear_pointer (&self->lock, lock_release);
  widget_test_wait (has_name, store, "the other name");
  g_settings_reset (settings, "user-name");
  widget_test_wait (is_idle, store, "the account's name");
}

/* Nobody else can even read: the window says so, and opens when it is asked to
 * again. */
static gboolean
has_failed (gpointer window)
{
  return sc_window_has_failed (window);
}

static void
test_opens_again (void)
{
  g_autoptr (Fixture) self = g_new0 (Fixture, 1);

  self->app = app_fixture_new ();
  make_database (self);
  self->lock = lock_hold ("restore", g_file_peek_path (self->app->database));
  app_fixture_open_window (self->app);
  go_on ();
  widget_test_wait (has_failed, self->app->window, "the window to say that it can't be opened");
  g_clear_pointer (&self->lock, lock_release);
  app_fixture_activate (self->app, "win.try-again");
  widget_test_wait (app_fixture_has_opened, self->app->window, "the database to open");
}

int
main (int    argc,
      char **argv)
{
  app_fixture_init (&argc, &argv);

  g_test_add_func ("/app/locked/window-goes-on", test_window_goes_on);
  g_test_add_func ("/app/locked/name-is-taken-on", test_name_is_taken_on);
  if (g_test_slow ())
    g_test_add_func ("/app/locked/opens-again", test_opens_again);

  return app_fixture_run ();
}
