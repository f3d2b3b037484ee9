/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "importing/import-fixture.h"

#include "change/sc-process-commands.h"
#include "importing/sc-import-dialog.h"
#include "method/sc-proposal.h"
#include "store/sc-deal-query.h"

static void
make_process (ImportFixture *fixture)
{
  ScAspects aspects = { { SC_SELLING_CONSULTATIVE, SC_NOVELTY_ESTABLISHED, SC_DEMAND_FORMED, SC_MARKET_B2B, SC_OFFER_SERVICE } };
  g_autoptr (ScVersion) version = sc_proposal_new (&aspects, SC_LANGUAGE_EN);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) made = sc_command_run (sc_command_create_process ("Sales", NULL, version, NULL),
                                               fixture->base->store, NULL, &error);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScOutcome) published = NULL;

  g_assert_no_error (error);
  fixture->process_id = g_strdup (made->process_id);
  process = sc_store_load_process (fixture->base->store, fixture->process_id, &error);
  g_assert_no_error (error);
  published = sc_command_run (sc_command_publish (process, NULL), fixture->base->store, NULL, &error);
  g_assert_no_error (error);
}

void
import_fixture_set_up (ImportFixture *fixture,
                       gconstpointer  data)
{
  GtkWidget *origin = gtk_label_new (NULL);

  fixture->base = store_fixture_new ();
  make_process (fixture);
  fixture->window = adw_window_new ();
  fixture->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->toasts), origin);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 760);
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->toasts);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = sc_import_dialog_new (fixture->base->store, fixture->process_id, origin);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  adw_dialog_present (fixture->dialog, fixture->window);
  fixture->path = g_build_filename (fixture->base->folder, "deals.csv", NULL);
}

void
import_fixture_tear_down (ImportFixture *fixture,
                          gconstpointer  data)
{
  if (fixture->dialog != NULL)
    adw_dialog_force_close (fixture->dialog);
  g_clear_weak_pointer (&fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->process_id);
  store_fixture_free (fixture->base);
}

/* The first widget of a type that is on show, by its label or title. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *property,
      const char *value)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    {
      g_autofree char *text = NULL;

      if (property != NULL)
        g_object_get (widget, property, &text, NULL);
      if (g_strcmp0 (text, value) == 0)
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, property, value);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
import_fixture_find_in_window (ImportFixture *fixture,
                               GType          type,
                               const char    *property,
                               const char    *value)
{
  return find (fixture->window, type, property, value);
}

GtkWidget *
import_fixture_wait_for (ImportFixture *fixture,
                         GType          type,
                         const char    *property,
                         const char    *value)
{
  GtkWidget *found;

  for (gint64 end = 0; (found = import_fixture_find_in_window (fixture, type, property, value)) == NULL;)
    patience_spend (&end, value != NULL ? value : g_type_name (type));

  return found;
}

ScImportForm *
import_fixture_load (ImportFixture *fixture,
                     const char    *table)
{
  g_assert_true (g_file_set_contents (fixture->path, table, -1, NULL));
  sc_import_dialog_load (SC_IMPORT_DIALOG (fixture->dialog), fixture->path);

  return SC_IMPORT_FORM (import_fixture_wait_for (fixture, SC_TYPE_IMPORT_FORM, NULL, NULL));
}

void
import_fixture_click (ImportFixture *fixture,
                      const char    *label)
{
  GtkWidget *button = import_fixture_wait_for (fixture, GTK_TYPE_BUTTON, "label", label);

  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
import_fixture_choose (ImportFixture *fixture,
                       const char    *title,
                       guint          selected)
{
  GtkWidget *row = import_fixture_wait_for (fixture, ADW_TYPE_COMBO_ROW, "title", title);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
}

guint
import_fixture_count (ImportFixture *fixture,
                      guint          statuses)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);

  query->statuses = statuses;

  return sc_store_count_deals (fixture->base->store, query, NULL, NULL);
}

guint
import_fixture_count_in_stage (ImportFixture *fixture,
                               const char    *stage_id)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (fixture->process_id);

  query->stage_id = g_strdup (stage_id);

  return sc_store_count_deals (fixture->base->store, query, NULL, NULL);
}

void
import_fixture_wait_until_closed (ImportFixture *fixture)
{
  wait_until (fixture->dialog == NULL);
}

/* Imports, and takes note of what came in. */
void
import_fixture_import (ImportFixture *fixture)
{
  import_fixture_click (fixture, "_Import");
  import_fixture_click (fixture, "_Done");
  import_fixture_wait_until_closed (fixture);
}

void
import_fixture_check_row (ImportFixture *fixture,
                          const char    *title,
                          const char    *subtitle)
{
  GtkWidget *row = import_fixture_wait_for (fixture, ADW_TYPE_ACTION_ROW, "title", title);

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
}
