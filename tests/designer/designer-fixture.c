/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "designer-fixture.h"

#include <glib/gstdio.h>

#include "change/sc-process-commands.h"
#include "change/sc-undo.h"
#include "designer/sc-designer.h"
#include "method/sc-proposal.h"
#include "method/sc-stage-names.h"
#include "widget-test.h"
#include "widgets/sc-text-area.h"

static GtkWidget *window;

void
designer_fixture_init (int    *argc,
                       char ***argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;
  g_autofree char *css = NULL;

  g_test_init (argc, argv, NULL);
  adw_init ();
  sc_designer_init ();
  patience_set_show (widget_test_show);

  css = g_test_build_filename (G_TEST_DIST, "..", "data", "style.css", NULL);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_path (provider, css);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
}

int
designer_fixture_run (void)
{
  int status = g_test_run ();

  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 100 && g_main_context_iteration (NULL, FALSE); i++)
    ;

  return status;
}

/* Whether what is on show is what is kept. */
static gboolean
is_settled (DesignerFixture *self)
{
  ScVersion *shown = sc_design_get_version (self->design);
  g_autoptr (ScVersion) saved = designer_fixture_saved (self);

  return shown != NULL && sc_version_equal (shown, saved) && shown->status == saved->status &&
         sc_design_get_process (self->design) != NULL && !sc_design_is_busy (self->design);
}

void
designer_fixture_settle (DesignerFixture *self)
{
  /* What is due at once; a slow machine always has a next frame to draw. */
  for (guint i = 0; i < 100 && g_main_context_iteration (NULL, FALSE); i++)
    ;
  wait_until (is_settled (self));
}

/* One window for all tests: with the sanitizers it takes long to make. */
static GtkWidget *
get_window (void)
{
  if (window == NULL)
    {
      window = adw_window_new ();
      adw_window_set_content (ADW_WINDOW (window), sc_designer_view_new ());
      gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
    }

  return window;
}

void
designer_fixture_open (DesignerFixture *self,
                       ScVersion       *version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;
  g_autofree char *path = NULL;

  *self = (DesignerFixture) { 0 };
  self->folder = g_dir_make_tmp ("stagecraft-designer-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "a.db", NULL);
  self->store = sc_store_open (path, SC_STORE_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  outcome = sc_command_run (sc_command_create_process ("Sales", "", version, (const char *[]) { "Price", NULL }),
                            self->store, NULL, &error);
  g_assert_no_error (error);
  self->process_id = g_strdup (outcome->process_id);

  self->window = get_window ();
  self->view = SC_DESIGNER_VIEW (adw_window_get_content (ADW_WINDOW (self->window)));
  self->design = sc_designer_view_get_design (self->view);
  self->canvas = SC_CANVAS (designer_fixture_find (GTK_WIDGET (self->view), SC_TYPE_CANVAS, NULL));
  sc_designer_view_set_store (self->view, self->store);
  sc_designer_view_set_process_id (self->view, self->process_id);

  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (gtk_window_is_active (GTK_WINDOW (self->window)));
  designer_fixture_settle (self);
  self->zoom_at_first = sc_canvas_get_zoom (self->canvas);
  sc_canvas_set_zoom (self->canvas, 1);
  designer_fixture_settle (self);
}

void
designer_fixture_close (DesignerFixture *self)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  designer_fixture_settle (self);
  sc_designer_view_set_process_id (self->view, NULL);
  sc_designer_view_set_store (self->view, NULL);
  g_object_unref (self->store);

  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->process_id);
}

ScVersion *
designer_fixture_version (DesignerFixture *self)
{
  return sc_design_get_version (self->design);
}

ScStage *
designer_fixture_stage (DesignerFixture *self,
                        guint            position)
{
  return sc_version_get_stage (designer_fixture_version (self), position);
}

ScVersion *
designer_fixture_saved (DesignerFixture *self)
{
  g_autoptr (GError) error = NULL;
  ScVersion *version = sc_store_load_version (self->store, self->process_id, SC_VERSION_WANTED_CURRENT, &error);

  g_assert_no_error (error);

  return version;
}

GtkWidget *
designer_fixture_card (DesignerFixture *self,
                       guint            position)
{
  const char *id = designer_fixture_stage (self, position)->id;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (SC_IS_STAGE_CARD (child) && g_strcmp0 (sc_stage_card_get_stage_id (SC_STAGE_CARD (child)), id) == 0)
      return child;

  g_assert_not_reached ();
}

void
designer_fixture_do (DesignerFixture *self,
                     const char      *action,
                     GVariant        *target)
{
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (self->canvas), action,
                                                     target != NULL ? g_variant_ref_sink (target) : NULL));
  if (target != NULL)
    g_variant_unref (target);
  designer_fixture_settle (self);
}

/* As the window does it: after all that was begun before. */
void
designer_fixture_take_back (DesignerFixture *self,
                            gboolean         is_redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = NULL;

  designer_fixture_settle (self);
  outcome = sc_command_run (is_redo ? sc_command_redo (SC_CHANGES_OF_WINDOW, NULL) : sc_command_undo (SC_CHANGES_OF_WINDOW, NULL),
                            self->store, NULL, &error);
  g_assert_no_error (error);
  sc_design_reload (self->design);
  designer_fixture_settle (self);
}

/* In the toast that says so. What is done by it is seen as another's. */
void
designer_fixture_press_undo (DesignerFixture *self,
                             const char      *message)
{
  GtkWidget *toast = NULL;
  GtkWidget *button = NULL;

  wait_until ((toast = designer_fixture_find (self->window, GTK_TYPE_LABEL, message)) != NULL);
  for (; button == NULL; toast = gtk_widget_get_parent (toast))
    button = designer_fixture_find (gtk_widget_get_parent (toast), GTK_TYPE_BUTTON, "_Undo");
  sc_store_start_watching (self->store);
  g_assert_true (gtk_widget_activate (button));
}

/* Beside the making of the process. */
gboolean
designer_fixture_can_undo (DesignerFixture *self)
{
  g_autoptr (ScChangeRow) row = sc_store_find_undo (self->store, SC_CHANGES_OF_WINDOW, self->process_id, NULL);

  return row != NULL && !g_str_has_prefix (row->name, "Create");
}

/* What a widget with the focus, and those around it, do with a key. */
static gboolean
press_on (GtkWidget      *widget,
          guint           keyval,
          GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        {
          gboolean is_handled = FALSE;

          g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &is_handled);
          if (is_handled)
            return TRUE;
        }
      else if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        {
          for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
            {
              g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
              GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

              if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
                  gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
                  gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == state &&
                  gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                gtk_shortcut_get_arguments (shortcut)))
                return TRUE;
            }
        }
    }

  return FALSE;
}

gboolean
designer_fixture_press (DesignerFixture *self,
                        guint            keyval,
                        GdkModifierType  state)
{
  for (GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (self->window)); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    if (press_on (widget, keyval, state))
      {
        designer_fixture_settle (self);
        return TRUE;
      }

  return FALSE;
}

void
designer_fixture_picture (DesignerFixture *self,
                          const char      *name)
{
  const char *folder = g_getenv ("DESIGNER_PICTURES");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;
  GtkSnapshot *snapshot;
  int width, height;
  gint64 end;

  if (folder == NULL)
    return;

  end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2;
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);

  width = gtk_widget_get_width (self->window);
  height = gtk_widget_get_height (self->window);
  paintable = gtk_widget_paintable_new (self->window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  path = g_strdup_printf ("%s/%s.png", folder, name);
  gdk_texture_save_to_png (texture, path);
}

/* The first widget below of a type, with a text where one is given. */
GtkWidget *
designer_fixture_find (GtkWidget  *from,
                       GType       type,
                       const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (from), type))
    {
      g_autofree char *label = NULL;

      if (text == NULL)
        return from;
      if (ADW_IS_PREFERENCES_ROW (from))
        label = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (from)));
      else if (GTK_IS_BUTTON (from))
        label = g_strdup (gtk_button_get_label (GTK_BUTTON (from)));
      else if (GTK_IS_LABEL (from))
        label = g_strdup (gtk_label_get_text (GTK_LABEL (from)));
      if (g_strcmp0 (label, text) == 0)
        return from;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = designer_fixture_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A field of the pane. */
GtkWidget *
designer_fixture_row (DesignerFixture *self,
                      GType            inspector,
                      const char      *title)
{
  GtkWidget *row = designer_fixture_find (designer_fixture_find (self->window, inspector, NULL),
                                          ADW_TYPE_PREFERENCES_ROW, title);

  g_assert_nonnull (row);

  return row;
}

void
designer_fixture_type (GtkWidget  *row,
                       const char *text)
{
  GtkWidget *view = designer_fixture_find (row, GTK_TYPE_TEXT_VIEW, NULL);

  if (view != NULL)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* The line of a list, the last for the one that adds. */
GtkWidget *
designer_fixture_line (GtkWidget *list,
                       guint      position)
{
  GtkWidget *box = designer_fixture_find (list, GTK_TYPE_LIST_BOX, NULL);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (box), (int) position));
  GtkWidget *area = designer_fixture_find (row, SC_TYPE_TEXT_AREA, NULL);

  return area != NULL ? area : designer_fixture_find (row, GTK_TYPE_TEXT, NULL);
}

/* Types into a line of a list, where there is text, and presses Enter. */
void
designer_fixture_enter (DesignerFixture *self,
                        GtkWidget       *line,
                        const char      *text)
{
  if (text != NULL)
    designer_fixture_type (line, text);

  gtk_widget_grab_focus (line);
  if (GTK_IS_TEXT (line))
    g_signal_emit_by_name (line, "activate");
  else
    g_assert_true (designer_fixture_press (self, GDK_KEY_Return, 0));
  designer_fixture_settle (self);
}

AdwAlertDialog *
designer_fixture_dialog (DesignerFixture *self)
{
  AdwDialog *dialog;

  wait_until ((dialog = adw_window_get_visible_dialog (ADW_WINDOW (self->window))) != NULL);

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));

  return ADW_ALERT_DIALOG (dialog);
}

void
designer_fixture_respond (DesignerFixture *self,
                          AdwAlertDialog  *dialog,
                          const char      *response)
{
  g_assert_true (adw_alert_dialog_has_response (dialog, response));
  g_assert_true (adw_alert_dialog_get_response_enabled (dialog, response));
  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  designer_fixture_settle (self);
}

/* Consultative, innovative, unformed, b2b, product, paid after onboarding. */
ScVersion *
designer_fixture_proposal (void)
{
  ScAspects aspects = { .value = { SC_SELLING_CONSULTATIVE, SC_NOVELTY_INNOVATIVE, SC_DEMAND_UNFORMED,
                                   SC_MARKET_B2B, SC_OFFER_PRODUCT, SC_PAYMENT_AFTER_ONBOARDING } };

  return sc_proposal_new (&aspects, SC_LANGUAGE_EN);
}

/* The twelve stages of a head of sales, in Russian. */
ScVersion *
designer_fixture_twelve (void)
{
  g_auto (GStrv) names = sc_stage_names_parse ("1. Запрос 2. Квалификация 3. Выявление потребностей 4. Презентация "
                                               "5. Тестовый период 6. Коммерческое предложение 7. Переговоры "
                                               "8. Согласование договора 9. Подписание договора 10. Счёт "
                                               "11. Оплата 12. Внедрение");
  ScAspects aspects = { .value = { SC_SELLING_CONSULTATIVE, SC_NOVELTY_ESTABLISHED, SC_DEMAND_FORMED,
                                   SC_MARKET_B2B, SC_OFFER_PRODUCT, SC_PAYMENT_BEFORE_ONBOARDING } };

  return sc_version_from_names ((const char *const *) names, &aspects, SC_LANGUAGE_RU);
}
