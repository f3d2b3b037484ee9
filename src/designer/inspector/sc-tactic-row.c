/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic: a titled text that a rep works with, what it is, and when it fits. Title and
 * text are typed and saved as one; fields of a deal are put into the text by a menu. */

#include "designer/inspector/sc-tactic-row.h"

#include <glib/gi18n-lib.h>

#include "designer/inspector/sc-tactic-preview.h"
#include "toolkit/sc-into-view.h"
#include "widgets/sc-field-row.h"
#include "widgets/sc-text-row.h"

struct _ScTacticRow
{
  AdwExpanderRow parent_instance;

  AdwComboRow *kind_row;
  GtkWidget *remove_button;
  GtkWidget *title_row;
  GtkWidget *text_row;
  GtkWidget *conditions_row;
  ScTacticPreview *preview;
  GMenuModel *questions;
  char *tactic_id;
  gboolean is_filling;
  char *shown_title;
  char *shown_text;
};

enum {
  SIGNAL_COMMIT,
  SIGNAL_REMOVE,
  SIGNAL_KIND_CHOSEN,
  SIGNAL_CONDITIONS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScTacticRow, sc_tactic_row, ADW_TYPE_EXPANDER_ROW);

static void
commit_cb (ScTacticRow *self)
{
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0);
}

static void
remove_cb (ScTacticRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static gboolean
is_edited (ScTacticRow *self)
{
  g_autofree char *title = sc_tactic_row_dup_title (self);
  g_autofree char *text = sc_tactic_row_dup_text (self);

  return g_strcmp0 (title, self->shown_title) != 0 || g_strcmp0 (text, self->shown_text) != 0;
}

static void
typed_cb (ScTacticRow *self)
{
  g_autofree char *text = sc_tactic_row_dup_text (self);

  sc_tactic_preview_set_text (self->preview, text);
}

static void
kind_cb (ScTacticRow *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_KIND_CHOSEN], 0);
}

static void
conditions_cb (ScTacticRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CONDITIONS], 0);
}

static void
insert_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  sc_text_row_insert (SC_TEXT_ROW (SC_TACTIC_ROW (widget)->text_row), g_variant_get_string (parameter, NULL));
}

static void
show (ScTacticRow *self,
      const char  *title,
      const char  *text)
{
  g_autofree char *remove = NULL;

  g_set_str (&self->shown_title, title);
  g_set_str (&self->shown_text, text);
  sc_field_row_set_value (SC_FIELD_ROW (self->title_row), title);
  sc_text_row_set_value (SC_TEXT_ROW (self->text_row), text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *title != '\0' ? title : _("New tactic"));
  remove = g_strdup_printf (_("Remove “%s”"), *title != '\0' ? title : _("New tactic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

static void
add_conditions (GPtrArray *all,
                GStrv      list)
{
  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (all, list[i]);
}

static char *
describe_conditions (const ScTactic *tactic)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_null_terminated (4, NULL, TRUE);

  add_conditions (all, tactic->loss_reasons);
  add_conditions (all, tactic->sources);
  add_conditions (all, tactic->labels);

  return all->len > 0 ? g_strjoinv (_(", "), (GStrv) all->pdata) : g_strdup (_("Always"));
}

static void
show_rest (ScTacticRow    *self,
           const ScTactic *tactic)
{
  g_autofree char *conditions = describe_conditions (tactic);

  self->is_filling = TRUE;
  g_set_str (&self->tactic_id, tactic->id);
  adw_combo_row_set_selected (self->kind_row, tactic->kind);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->conditions_row), conditions);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), sc_tactic_kind_get_title (tactic->kind));
  self->is_filling = FALSE;
}

static void
sc_tactic_row_finalize (GObject *object)
{
  g_free (SC_TACTIC_ROW (object)->shown_title);
  g_free (SC_TACTIC_ROW (object)->shown_text);
  g_free (SC_TACTIC_ROW (object)->tactic_id);
  g_clear_object (&SC_TACTIC_ROW (object)->questions);

  G_OBJECT_CLASS (sc_tactic_row_parent_class)->finalize (object);
}

static void
sc_tactic_row_class_init (ScTacticRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_tactic_row_finalize;

  /**
   * ScTacticRow::commit:
   *
   * Title or text are to be saved.
   */
  signals[SIGNAL_COMMIT] =
    g_signal_new ("commit", SC_TYPE_TACTIC_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScTacticRow::remove:
   *
   * The tactic is to be removed.
   */
  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", SC_TYPE_TACTIC_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScTacticRow::kind-chosen:
   *
   * The tactic is to be of another kind.
   */
  signals[SIGNAL_KIND_CHOSEN] =
    g_signal_new ("kind-chosen", SC_TYPE_TACTIC_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScTacticRow::conditions:
   *
   * A person wants to say when the tactic fits.
   */
  signals[SIGNAL_CONDITIONS] =
    g_signal_new ("conditions", SC_TYPE_TACTIC_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "tactic.insert", "s", insert_cb);
}

static GMenu *
make_fields (void)
{
  static const struct {
    const char *label;
    const char *field;
  } fields[] = {
    { N_("Title of the Deal"), "{deal.title}" },
    { N_("Company"), "{deal.company}" },
    { N_("Person"), "{deal.person}" },
    { N_("Value"), "{deal.value}" },
    { N_("Expected Close"), "{deal.expected_close}" },
    { N_("Owner of the Deal"), "{owner}" },
    { N_("Blank to Fill In"), "{blank}" },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(fields[i].label), NULL);

      g_menu_item_set_action_and_target (item, "tactic.insert", "s", fields[i].field);
      g_menu_append_item (menu, item);
    }

  return menu;
}

static GtkWidget *
make_kind_row (ScTacticRow *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (ScTacticKind kind = 0; kind < SC_N_TACTIC_KINDS; kind++)
    gtk_string_list_append (kinds, sc_tactic_kind_get_title (kind));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Kind"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (kinds));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (kind_cb), self);

  return row;
}

/* Made when it is asked for: a stage has many tactics. */
static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  ScTacticRow *self = user_data;
  g_autoptr (GMenu) menu = make_fields ();

  if (self->questions != NULL && g_menu_model_get_n_items (self->questions) > 0)
    g_menu_append_submenu (menu, _("Answer To"), self->questions);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_insert_row (ScTacticRow *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Put In a Field"));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu, self, NULL);
  gtk_widget_set_tooltip_text (button, _("Put In a Field"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);

  return row;
}

static GtkWidget *
make_conditions_row (ScTacticRow *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("When It Fits"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (conditions_cb), self);

  return row;
}

static void
sc_tactic_row_init (ScTacticRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->shown_title = g_strdup ("");
  self->shown_text = g_strdup ("");

  self->title_row = sc_field_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title_row), _("Title"));
  self->text_row = sc_text_row_new (_("Text"));
  self->kind_row = ADW_COMBO_ROW (make_kind_row (self));
  self->conditions_row = make_conditions_row (self);
  self->preview = SC_TACTIC_PREVIEW (sc_tactic_preview_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->conditions_row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->kind_row));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->title_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->text_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_insert_row (self));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->preview));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->conditions_row);
  g_signal_connect_swapped (self->title_row, "commit", G_CALLBACK (commit_cb), self);
  g_signal_connect_swapped (self->text_row, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->text_row, "commit", G_CALLBACK (commit_cb), self);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove the Tactic"));
  self->remove_button = button;
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (self), button);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * sc_tactic_row_new:
 *
 * Returns: (transfer floating): a row for a tactic
 */
GtkWidget *
sc_tactic_row_new (void)
{
  return g_object_new (SC_TYPE_TACTIC_ROW, NULL);
}

/**
 * sc_tactic_row_set_value:
 * @self: a row
 * @tactic: the tactic that is saved
 *
 * Shows a tactic, unless something else is typed into another that is on show.
 */
void
sc_tactic_row_set_value (ScTacticRow    *self,
                         const ScTactic *tactic)
{
  g_autofree char *typed_title = NULL;
  g_autofree char *typed_text = NULL;

  g_return_if_fail (SC_IS_TACTIC_ROW (self));

  typed_title = sc_tactic_row_dup_title (self);
  typed_text = sc_tactic_row_dup_text (self);
  if (!is_edited (self) || (g_str_equal (tactic->title, typed_title) && g_str_equal (tactic->text, typed_text)))
    {
      show (self, tactic->title, tactic->text);
      show_rest (self, tactic);
    }
  else if (g_strcmp0 (tactic->id, self->tactic_id) == 0)
    {
      show_rest (self, tactic);
    }
}

/**
 * sc_tactic_row_set_questions:
 * @self: a row
 * @questions: (nullable): what the client answers, as items that put in the answer
 */
void
sc_tactic_row_set_questions (ScTacticRow *self,
                             GMenuModel  *questions)
{
  g_return_if_fail (SC_IS_TACTIC_ROW (self));

  g_set_object (&self->questions, questions);
}

/**
 * sc_tactic_row_set_source:
 * @self: a row
 * @store: the store
 * @process_id: the process whose deals it is previewed on
 * @stage_id: the stage that has the tactic
 */
void
sc_tactic_row_set_source (ScTacticRow *self,
                          ScStore     *store,
                          const char  *process_id,
                          const char  *stage_id)
{
  g_return_if_fail (SC_IS_TACTIC_ROW (self));

  sc_tactic_preview_set_source (self->preview, store, process_id, stage_id);
}

/**
 * sc_tactic_row_get_tactic_id:
 * @self: a row
 *
 * Returns: (nullable): the tactic that is on show
 */
const char *
sc_tactic_row_get_tactic_id (ScTacticRow *self)
{
  g_return_val_if_fail (SC_IS_TACTIC_ROW (self), NULL);

  return self->tactic_id;
}

/**
 * sc_tactic_row_get_kind:
 * @self: a row
 *
 * Returns: the kind that is chosen
 */
ScTacticKind
sc_tactic_row_get_kind (ScTacticRow *self)
{
  g_return_val_if_fail (SC_IS_TACTIC_ROW (self), SC_TACTIC_OTHER);

  return (ScTacticKind) MIN (adw_combo_row_get_selected (self->kind_row), SC_N_TACTIC_KINDS - 1);
}

static gboolean
shows (ScTacticRow    *self,
       const ScTactic *tactic)
{
  return g_str_equal (tactic->title, self->shown_title) && g_str_equal (tactic->text, self->shown_text);
}

/**
 * sc_tactic_row_find:
 * @self: a row
 * @stage: a copy of the stage whose tactic it shows
 * @position: where the tactic was
 *
 * Others may have added or removed tactics before it. One that they have
 * changed is not written over: what is typed becomes one more.
 *
 * Returns: (transfer none): the tactic to be changed
 */
ScTactic *
sc_tactic_row_find (ScTacticRow *self,
                    ScStage     *stage,
                    guint        position)
{
  g_return_val_if_fail (SC_IS_TACTIC_ROW (self), NULL);

  if (position < stage->tactics->len && shows (self, stage->tactics->pdata[position]))
    return stage->tactics->pdata[position];

  for (guint i = 0; i < stage->tactics->len; i++)
    if (shows (self, stage->tactics->pdata[i]))
      return stage->tactics->pdata[i];

  return sc_stage_add_tactic (stage, "", "");
}

/**
 * sc_tactic_row_take:
 * @self: a row
 *
 * What is typed is no more than what is on show from now on.
 */
void
sc_tactic_row_take (ScTacticRow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SC_IS_TACTIC_ROW (self));

  title = sc_tactic_row_dup_title (self);
  text = sc_tactic_row_dup_text (self);
  show (self, title, text);
}

/**
 * sc_tactic_row_dup_title:
 * @self: a row
 *
 * Returns: (transfer full): the title as it is typed
 */
char *
sc_tactic_row_dup_title (ScTacticRow *self)
{
  g_return_val_if_fail (SC_IS_TACTIC_ROW (self), NULL);

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
}

/**
 * sc_tactic_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): the text as it is typed
 */
char *
sc_tactic_row_dup_text (ScTacticRow *self)
{
  g_return_val_if_fail (SC_IS_TACTIC_ROW (self), NULL);

  return sc_text_row_dup_text (SC_TEXT_ROW (self->text_row));
}

/**
 * sc_tactic_row_start:
 * @self: a row
 *
 * Opens the row for a person to write.
 */
void
sc_tactic_row_start (ScTacticRow *self)
{
  g_return_if_fail (SC_IS_TACTIC_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (self->title_row);
  sc_into_view_bring (self->text_row);
}

/**
 * sc_tactic_row_commit:
 * @self: a row
 *
 * Has what was typed saved.
 */
void
sc_tactic_row_commit (ScTacticRow *self)
{
  g_return_if_fail (SC_IS_TACTIC_ROW (self));

  sc_field_row_commit (SC_FIELD_ROW (self->title_row));
  sc_text_row_commit (SC_TEXT_ROW (self->text_row));
}

/**
 * sc_tactic_row_revert:
 * @self: a row
 *
 * Takes back what was typed.
 */
void
sc_tactic_row_revert (ScTacticRow *self)
{
  g_return_if_fail (SC_IS_TACTIC_ROW (self));

  sc_field_row_revert (SC_FIELD_ROW (self->title_row));
  sc_text_row_revert (SC_TEXT_ROW (self->text_row));
}
