/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns of the list are chosen where settings stand in a file, which tells of all that is
 * written, new or not: an endless story for whoever writes what is told. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "pipeline/pipeline-fixture.h"
#include "pipeline/sc-pipeline-list.h"
#include "pipeline/sc-pipeline.h"

static gboolean
has_list (PipelineFixture *self,
          gpointer         data)
{
  GtkWidget *list = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_PIPELINE_LIST, 0);

  return list != NULL && gtk_widget_get_mapped (list);
}

static gboolean
is_chosen (PipelineFixture *self,
           gpointer         column)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_auto (GStrv) columns = g_settings_get_strv (settings, "deals-columns");

  return g_strv_contains ((const char *const *) columns, column);
}

static gboolean
is_not_chosen (PipelineFixture *self,
               gpointer         column)
{
  return !is_chosen (self, column);
}

static void
test_a_column_is_chosen (void)
{
  g_autoptr (PipelineFixture) self = pipeline_fixture_new ();
  GtkWidget *list;

  change_fixture_add (self->change, "one", "A");
  pipeline_fixture_show (self);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "pipeline.layout", "s", "list");
  pipeline_fixture_wait (self, has_list, NULL);
  list = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_PIPELINE_LIST, 0);

  g_assert_true (gtk_widget_activate_action (list, "columns.label", NULL));
  pipeline_fixture_wait (self, is_chosen, (gpointer) "label");
  g_assert_true (gtk_widget_activate_action (list, "columns.label", NULL));
  pipeline_fixture_wait (self, is_not_chosen, (gpointer) "label");
  g_assert_true (is_chosen (self, (gpointer) "title"));
}

static void
remove_settings (const char *folder)
{
  const char *const parts[] = { "glib-2.0/settings/keyfile", "glib-2.0/settings", "glib-2.0", "." };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path = g_canonicalize_filename (parts[i], folder);

      g_remove (path);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("columns-XXXXXX", NULL);
  int status;

  g_assert_nonnull (folder);
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_pipeline_init ();

  g_test_add_func ("/columns/a-column-is-chosen", test_a_column_is_chosen);
  status = g_test_run ();
  remove_settings (folder);

  return status;
}
