/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "pipeline/pipeline-fixture.h"

#include "widget-test.h"

PipelineFixture *
pipeline_fixture_new (void)
{
  PipelineFixture *self = g_new0 (PipelineFixture, 1);
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_reset (settings, "deals-layout");
  g_settings_reset (settings, "deals-filters");
  g_settings_reset (settings, "deals-order");
  g_settings_reset (settings, "deals-descending");
  patience_set_show (widget_test_show);
  self->change = change_fixture_new ();
  sc_store_start_watching (self->change->store);
  self->window = ADW_WINDOW (adw_window_new ());
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1500, 900);
  self->view = SC_PIPELINE_VIEW (sc_pipeline_view_new ());

  return self;
}

void
pipeline_fixture_free (PipelineFixture *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  change_fixture_free (self->change);
  g_free (self);
}

static gboolean
has_opened (PipelineFixture *self,
            gpointer         data)
{
  ScStageColumn *column;

  if (g_str_equal (pipeline_fixture_get_page (self), "loading"))
    return FALSE;
  for (guint i = 0; (column = pipeline_fixture_get_column (self, i)) != NULL; i++)
    if (sc_deal_list_is_loading (SC_DEAL_LIST (sc_stage_column_get_deals (column))))
      return FALSE;

  return TRUE;
}

void
pipeline_fixture_show (PipelineFixture *self)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (self->view));
  adw_window_set_content (self->window, overlay);
  sc_pipeline_view_set_store (self->view, self->change->store);
  sc_pipeline_view_set_process_id (self->view, self->change->process_id);
  gtk_window_present (GTK_WINDOW (self->window));
  pipeline_fixture_wait (self, has_opened, NULL);
}

void
pipeline_fixture_wait_at (PipelineFixture *self,
                          PipelineQuestion question,
                          gpointer         data,
                          const char      *where)
{
  for (gint64 end = 0; !question (self, data);)
    patience_spend (&end, where);
}

static gboolean
is_board (PipelineFixture *self,
          gpointer         expected)
{
  g_autofree char *board = change_fixture_show_board (self->change);

  return g_str_equal (board, expected);
}

void
pipeline_fixture_wait_for_board (PipelineFixture *self,
                                 const char      *expected)
{
  pipeline_fixture_wait (self, is_board, (gpointer) expected);
}

static gpointer
find (GtkWidget *below,
      GType      type,
      guint     *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (below), type) && (*nth)-- == 0)
    return below;

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type, nth);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gpointer
pipeline_fixture_find (GtkWidget *below,
                       GType      type,
                       guint      nth)
{
  return find (below, type, &nth);
}

ScStageColumn *
pipeline_fixture_get_column (PipelineFixture *self,
                             guint            position)
{
  return pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_STAGE_COLUMN, position);
}

typedef struct {
  const char *stage_id;
  gint64 deal_id;
} Place;

static gboolean
has_focus (PipelineFixture *self,
           gpointer         data)
{
  const Place *place = data;
  ScStageColumn *column;

  for (guint i = 0; (column = pipeline_fixture_get_column (self, i)) != NULL; i++)
    {
      ScDealItem *item = sc_stage_column_get_focus_item (column);

      if (item != NULL)
        return sc_deal_item_get_id (item) == place->deal_id &&
               g_str_equal (sc_stage_column_get_stage (column)->id, place->stage_id);
    }

  return FALSE;
}

void
pipeline_fixture_wait_for_focus (PipelineFixture *self,
                                 const char      *stage,
                                 gint64           deal_id)
{
  Place place = { change_fixture_get_stage (self->change, stage), deal_id };

  pipeline_fixture_wait (self, has_focus, &place);
}

void
pipeline_fixture_focus (PipelineFixture *self,
                        const char      *stage,
                        gint64           deal_id)
{
  ScBoard *board = pipeline_fixture_find (GTK_WIDGET (self->view), SC_TYPE_BOARD, 0);

  sc_board_focus_deal (board, change_fixture_get_stage (self->change, stage), deal_id);
  pipeline_fixture_wait_for_focus (self, stage, deal_id);
}

static gboolean
has_dialog (PipelineFixture *self,
            gpointer         type)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (self->window);

  return dialog != NULL && g_type_is_a (G_OBJECT_TYPE (dialog), *(GType *) type);
}

AdwDialog *
pipeline_fixture_wait_for_dialog (PipelineFixture *self,
                                  GType            type)
{
  pipeline_fixture_wait (self, has_dialog, &type);

  return adw_window_get_visible_dialog (self->window);
}

/* Presses the button of a response, as a person does. */
void
pipeline_fixture_respond (AdwDialog  *dialog,
                          const char *response)
{
  const char *label = adw_alert_dialog_get_response_label (ADW_ALERT_DIALOG (dialog), response);
  GtkButton *button;

  for (guint i = 0; (button = pipeline_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (button), label) == 0)
      {
        g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (button)));
        g_signal_emit_by_name (button, "clicked");
        return;
      }

  g_assert_not_reached ();
}

const char *
pipeline_fixture_get_page (PipelineFixture *self)
{
  guint i = 0;
  GtkStack *stack;

  while ((stack = pipeline_fixture_find (GTK_WIDGET (self->view), GTK_TYPE_STACK, i++)) != NULL)
    if (gtk_stack_get_child_by_name (stack, "unpublished") != NULL)
      return gtk_stack_get_visible_child_name (stack);

  g_assert_not_reached ();
}

static gboolean
is_active (PipelineFixture *self,
           gpointer         data)
{
  return gtk_window_is_active (GTK_WINDOW (self->window));
}

void
pipeline_fixture_press (PipelineFixture *self,
                        const char      *keys)
{
  g_autofree char *command = g_strconcat ("env -u LD_PRELOAD xdotool key ", keys, NULL);
  g_autoptr (GError) error = NULL;

  pipeline_fixture_wait (self, is_active, NULL);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}
