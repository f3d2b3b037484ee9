/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All fields of a stage. Each field is saved by itself, as one change that can
 * be undone. */

#include "designer/inspector/sc-stage-inspector-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "designer/canvas/sc-stage-menu.h"
#include "designer/inspector/sc-criterion-dialog.h"
#include "designer/inspector/sc-tactic-row.h"
#include "diagram/sc-colour.h"
#include "draft/sc-scheme-edits.h"
#include "toolkit/sc-into-view.h"

G_DEFINE_FINAL_TYPE (ScStageInspector, sc_stage_inspector, ADW_TYPE_BIN);

ScVersion *
sc_stage_inspector_get_version (ScStageInspector *self)
{
  return self->design != NULL ? sc_design_get_version (self->design) : NULL;
}

ScStage *
sc_stage_inspector_get_stage (ScStageInspector *self)
{
  ScVersion *version = sc_stage_inspector_get_version (self);

  return version != NULL && self->stage_id != NULL ? sc_version_find_stage (version, self->stage_id, NULL) : NULL;
}

/* A copy to change, %NULL where nothing is to be changed now. What others have
 * deleted is still changed as it was shown last. */
ScStage *
sc_stage_inspector_begin (ScStageInspector *self)
{
  ScStage *stage = sc_stage_inspector_get_stage (self);

  if (self->is_filling || sc_stage_inspector_get_version (self) == NULL)
    return NULL;
  if (stage == NULL && self->is_committing)
    stage = self->shown;

  return stage != NULL ? sc_stage_copy (stage) : NULL;
}

/* The formats name the change and say what was changed of which stage. @since is for a
 * field that a person has typed in, and has what stood in it then. */
static void
end_since (ScStageInspector *self,
           ScStage          *since,
           ScStage          *stage,
           const char       *name_format,
           const char       *told_format)
{
  const char *title = *stage->name != '\0' ? stage->name : _("unnamed");
  g_autofree char *name = g_strdup_printf (name_format, title);
  g_autofree char *told = g_strdup_printf (told_format, title);

  if (sc_scheme_replace_stage_since (self->design, name, since, stage))
    sc_design_tell (self->design, told);
}

void
sc_stage_inspector_end (ScStageInspector *self,
                        ScStage          *stage,
                        const char       *name_format,
                        const char       *told_format)
{
  ScStage *now = sc_stage_inspector_get_stage (self);

  end_since (self, now != NULL ? now : self->shown, stage, name_format, told_format);
}

static void
name_cb (ScStageInspector *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autoptr (ScStage) since = sc_stage_inspector_begin (self);
  const char *base = sc_field_row_get_base (self->name_row);

  if (since == NULL)
    return;

  if (base != NULL)
    g_set_str (&since->name, base);
  if (g_str_equal (name, since->name))
    sc_field_row_revert (self->name_row);
  else if (!g_str_equal (name, gtk_editable_get_text (GTK_EDITABLE (self->name_row))))
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  if (sc_scheme_rename_since (self->design, self->stage_id, since->name, name))
    {
      g_autofree char *told = g_strdup_printf (_("Renamed to “%s”"), *name != '\0' ? name : _("unnamed"));

      sc_design_tell (self->design, told);
    }
}

static void
goal_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) since = sc_stage_inspector_begin (self);
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL)
    return;

  if (sc_text_row_get_base (self->goal_row) != NULL)
    g_set_str (&since->goal, sc_text_row_get_base (self->goal_row));
  g_free (stage->goal);
  stage->goal = sc_text_row_dup_text (self->goal_row);
  end_since (self, since, stage, C_("undo scheme", "Change the goal of “%s”"),
             _("Goal of “%s” changed"));
}

static void
entry_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) since = sc_stage_inspector_begin (self);
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL)
    return;

  if (sc_text_row_get_base (self->entry_row) != NULL)
    g_set_str (&since->entry, sc_text_row_get_base (self->entry_row));
  g_free (stage->entry);
  stage->entry = sc_text_row_dup_text (self->entry_row);
  end_since (self, since, stage, C_("undo scheme", "Change the entry of “%s”"),
             _("Entry of “%s” changed"));
}

static void
duration_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) since = sc_stage_inspector_begin (self);
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL || !sc_field_row_is_valid (SC_FIELD_ROW (self->duration_row)))
    return;

  since->duration = sc_duration_row_get_base (self->duration_row, since->duration);
  /* Saving it shows the unit that it is in by then. */
  stage->duration = sc_duration_row_get_duration (self->duration_row, gtk_drop_down_get_selected (self->unit_drop_down) == 1
                                                  ? SC_UNIT_WORKING_HOURS : SC_UNIT_WORKING_DAYS);
  end_since (self, since, stage, C_("undo scheme", "Change the target time of “%s”"),
             _("Target time of “%s” changed"));
}

static double
get_probability (int percent)
{
  return percent == SC_NUMBER_NONE ? SC_PROBABILITY_UNSET : percent / 100.0;
}

static void
probability_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) since = sc_stage_inspector_begin (self);
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL)
    return;

  if (sc_field_row_get_base (SC_FIELD_ROW (self->probability_row)) != NULL)
    since->probability = get_probability (sc_number_row_get_base (self->probability_row, SC_NUMBER_NONE));
  stage->probability = get_probability (sc_number_row_get_number (self->probability_row));
  end_since (self, since, stage, C_("undo scheme", "Change the win probability of “%s”"),
             _("Win probability of “%s” changed"));
}

static void
set_colour (ScStageInspector *self,
            const char       *colour)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL)
    return;

  g_set_str (&stage->colour, colour);
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the colour of “%s”"),
                          _("Colour of “%s” changed"));
}

static void
colour_cb (ScStageInspector *self)
{
  const GdkRGBA *rgba = gtk_color_dialog_button_get_rgba (self->colour_button);
  g_autofree char *colour = g_strdup_printf ("#%02x%02x%02x", (guint) lroundf (rgba->red * 255),
                                             (guint) lroundf (rgba->green * 255), (guint) lroundf (rgba->blue * 255));

  set_colour (self, colour);
}

static void
colour_clear_cb (ScStageInspector *self)
{
  set_colour (self, NULL);
}

/* A stage whose only kind is taken off covers `other`. */
static void
kind_toggled_cb (ScStageInspector *self,
                 GtkCheckButton   *check)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);
  ScKindSet kinds = 0;

  if (stage == NULL)
    return;

  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    if (gtk_check_button_get_active (self->kind_checks[kind]))
      kinds |= SC_KIND_BIT (kind);
  if (kinds != SC_KIND_BIT (SC_KIND_OTHER) && check != self->kind_checks[SC_KIND_OTHER])
    kinds &= ~SC_KIND_BIT (SC_KIND_OTHER);
  stage->kinds = kinds != 0 ? kinds : SC_KIND_BIT (SC_KIND_OTHER);
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the kinds of “%s”"),
                          _("Kinds of “%s” changed"));
}

static void
criteria_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);
  GPtrArray *items = sc_list_editor_get_items (self->criteria);

  if (stage == NULL)
    return;

  g_ptr_array_set_size (stage->criteria, 0);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (stage->criteria, sc_criterion_copy (items->pdata[i]));
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the exit criteria of “%s”"),
                          _("Exit criteria of “%s” changed"));
}

static void
details_cb (ScStageInspector *self,
            const char       *criterion_id)
{
  if (sc_stage_inspector_get_stage (self) != NULL)
    sc_criterion_dialog_present (GTK_WIDGET (self), self->design, self->stage_id, criterion_id);
}

static void
actions_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL)
    return;

  g_strfreev (stage->actions);
  stage->actions = sc_list_editor_dup_texts (self->actions);
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the actions of “%s”"),
                          _("Actions of “%s” changed"));
}

static void
documents_cb (ScStageInspector *self)
{
  g_autoptr (ScStage) stage = sc_stage_inspector_begin (self);

  if (stage == NULL)
    return;

  g_strfreev (stage->documents);
  stage->documents = sc_list_editor_dup_texts (self->documents);
  sc_stage_inspector_end (self, stage, C_("undo scheme", "Change the documents of “%s”"),
                          _("Documents of “%s” changed"));
}

static void
fill_kinds (ScStageInspector *self,
            const ScStage    *stage)
{
  g_autofree char *names = sc_kind_set_to_text (stage->kinds, sc_language_get_default ());

  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    gtk_check_button_set_active (self->kind_checks[kind], sc_kind_set_has (stage->kinds, kind));
  adw_expander_row_set_subtitle (self->kinds_row, names);
}

static void
fill_colour (ScStageInspector *self,
             const ScStage    *stage)
{
  ScColour colour = sc_colour_for_stage (sc_stage_inspector_get_version (self), stage);
  GdkRGBA rgba = { colour.red / 255.0f, colour.green / 255.0f, colour.blue / 255.0f, 1 };

  gtk_color_dialog_button_set_rgba (self->colour_button, &rgba);
  gtk_widget_set_visible (self->colour_clear_button, stage->colour != NULL);
}

static void
fill (ScStageInspector *self)
{
  ScStage *stage = sc_stage_inspector_get_stage (self);
  int percent;

  if (stage == NULL)
    return;

  self->is_filling = TRUE;
  sc_stage_ref (stage);
  g_clear_pointer (&self->shown, sc_stage_unref);
  self->shown = stage;
  percent = stage->probability < 0 ? SC_NUMBER_NONE : (int) lround (stage->probability * 100);
  sc_field_row_set_value (self->name_row, stage->name);
  sc_text_row_set_value (self->goal_row, stage->goal);
  sc_text_row_set_value (self->entry_row, stage->entry);
  sc_duration_row_set_duration (self->duration_row, stage->duration, sc_stage_inspector_get_version (self)->calendar);
  gtk_drop_down_set_selected (self->unit_drop_down, stage->duration.unit == SC_UNIT_WORKING_HOURS ? 1 : 0);
  sc_number_row_set_number (self->probability_row, percent);
  sc_list_editor_set_items (self->criteria, stage->criteria);
  sc_list_editor_set_texts (self->actions, (const char *const *) stage->actions);
  sc_list_editor_set_texts (self->documents, (const char *const *) stage->documents);
  fill_kinds (self, stage);
  sc_stage_inspector_fill_roles (self, stage);
  fill_colour (self, stage);
  sc_stage_inspector_fill_refusal (self, stage);
  sc_stage_inspector_fill_tactics (self, stage);
  self->is_filling = FALSE;
}

static void
create_menu (GtkMenuButton *button,
             gpointer       user_data)
{
  ScStageInspector *self = user_data;
  ScVersion *version = sc_stage_inspector_get_version (self);
  g_autoptr (GMenuModel) menu = NULL;
  guint position;

  if (version == NULL || sc_version_find_stage (version, self->stage_id, &position) == NULL)
    return;

  menu = sc_stage_menu_new (version, position);
  gtk_menu_button_set_menu_model (button, menu);
}

static void
make_kind_rows (ScStageInspector *self)
{
  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sc_kind_get_name (kind, sc_language_get_default ()));
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_expander_row_add_row (self->kinds_row, row);
      self->kind_checks[kind] = GTK_CHECK_BUTTON (check);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (kind_toggled_cb), self);
    }
}

static void
sc_stage_inspector_dispose (GObject *object)
{
  ScStageInspector *self = SC_STAGE_INSPECTOR (object);

  self->is_filling = TRUE;
  g_clear_object (&self->design);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_STAGE_INSPECTOR);

  G_OBJECT_CLASS (sc_stage_inspector_parent_class)->dispose (object);
}

static void
sc_stage_inspector_finalize (GObject *object)
{
  ScStageInspector *self = SC_STAGE_INSPECTOR (object);

  g_free (self->stage_id);
  g_clear_pointer (&self->shown, sc_stage_unref);
  g_clear_pointer (&self->shown_roles, g_strfreev);
  g_clear_pointer (&self->refusal_titles, g_strfreev);
  g_clear_pointer (&self->refusal_ids, g_strfreev);
  g_ptr_array_unref (self->participant_rows);
  g_ptr_array_unref (self->tactic_rows);

  G_OBJECT_CLASS (sc_stage_inspector_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, page);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, name_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, kinds_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, responsible_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, participants_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, duration_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, unit_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, probability_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, colour_button);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, colour_clear_button);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, goal_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, entry_row);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, criteria_bin);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, actions_bin);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, documents_bin);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, tactics_group);
  gtk_widget_class_bind_template_child (widget_class, ScStageInspector, usual_tactics_group);

  gtk_widget_class_bind_template_callback (widget_class, name_cb);
  gtk_widget_class_bind_template_callback (widget_class, duration_cb);
  gtk_widget_class_bind_template_callback (widget_class, probability_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_cb);
  gtk_widget_class_bind_template_callback (widget_class, colour_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_cb);
  sc_stage_inspector_bind_refusal (widget_class);
  sc_stage_inspector_bind_roles (widget_class);
  sc_stage_inspector_bind_tactics (widget_class);
}

static void
sc_stage_inspector_class_init (ScStageInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_stage_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_stage_inspector_finalize;

  g_type_ensure (SC_TYPE_FIELD_ROW);
  g_type_ensure (SC_TYPE_DURATION_ROW);
  g_type_ensure (SC_TYPE_NUMBER_ROW);
  g_type_ensure (SC_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/inspector/sc-stage-inspector.ui");
  bind_children (widget_class);
}

static void
sc_stage_inspector_init (ScStageInspector *self)
{
  self->is_filling = TRUE;
  self->participant_rows = g_ptr_array_new ();
  self->tactic_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu, self, NULL);
  make_kind_rows (self);
  self->criteria = sc_list_editor_add_to (self->criteria_bin, _("Exit criterion"), _("Add an exit criterion…"),
                                          G_CALLBACK (criteria_cb), self);
  sc_list_editor_set_details (self->criteria, _("What Is Asked, and When"), sc_criterion_describe);
  g_signal_connect_swapped (self->criteria, "details", G_CALLBACK (details_cb), self);
  self->actions = sc_list_editor_add_to (self->actions_bin, _("Action"), _("Add an action…"), G_CALLBACK (actions_cb), self);
  self->documents = sc_list_editor_add_to (self->documents_bin, _("Document"), _("Add a document…"),
                                           G_CALLBACK (documents_cb), self);
  self->is_filling = FALSE;
}

/* What was typed about a stage is not carried over to another. */
static void
forget_typed (ScStageInspector *self)
{
  sc_field_row_revert (self->name_row);
  sc_field_row_revert (SC_FIELD_ROW (self->duration_row));
  sc_field_row_revert (SC_FIELD_ROW (self->probability_row));
  sc_field_row_revert (SC_FIELD_ROW (self->parked_row));
  sc_text_row_revert (self->goal_row);
  sc_text_row_revert (self->entry_row);
  sc_list_editor_revert (self->criteria);
  sc_list_editor_revert (self->actions);
  sc_list_editor_revert (self->documents);
  for (guint i = 0; i < self->tactic_rows->len; i++)
    sc_tactic_row_revert (self->tactic_rows->pdata[i]);
}

/* Another stage begins with its name in view, and closed. */
static void
start_anew (ScStageInspector *self)
{
  adw_expander_row_set_expanded (self->kinds_row, FALSE);
  adw_expander_row_set_expanded (self->participants_row, FALSE);
  for (guint i = 0; i < self->tactic_rows->len; i++)
    adw_expander_row_set_expanded (self->tactic_rows->pdata[i], FALSE);
  adw_preferences_page_scroll_to_top (self->page);
  /* What is still being brought into view of the other stage is not any more. */
  sc_into_view_bring (GTK_WIDGET (self->name_row));
}

/**
 * sc_stage_inspector_commit:
 * @self: an inspector
 *
 * Has everything saved that is typed and not saved yet.
 */
void
sc_stage_inspector_commit (ScStageInspector *self)
{
  gboolean is_gone;

  g_return_if_fail (SC_IS_STAGE_INSPECTOR (self));

  if (self->is_committing || self->shown == NULL || g_strcmp0 (self->shown->id, self->stage_id) != 0)
    return;

  is_gone = sc_stage_inspector_get_stage (self) == NULL;
  self->is_committing = TRUE;
  sc_field_row_commit (self->name_row);
  sc_field_row_commit (SC_FIELD_ROW (self->duration_row));
  sc_field_row_commit (SC_FIELD_ROW (self->probability_row));
  sc_field_row_commit (SC_FIELD_ROW (self->parked_row));
  sc_text_row_commit (self->goal_row);
  sc_text_row_commit (self->entry_row);
  sc_list_editor_commit (self->criteria);
  sc_list_editor_commit (self->actions);
  sc_list_editor_commit (self->documents);
  for (guint i = 0; i < self->tactic_rows->len; i++)
    sc_tactic_row_commit (self->tactic_rows->pdata[i]);
  self->is_committing = FALSE;
  if (is_gone)
    forget_typed (self);
}

/**
 * sc_stage_inspector_show:
 * @self: an inspector
 * @design: what the stage is part of
 * @stage_id: the stage
 *
 * Shows a stage, or what has become of it.
 */
void
sc_stage_inspector_show (ScStageInspector *self,
                         ScDesign         *design,
                         const char       *stage_id)
{
  g_return_if_fail (SC_IS_STAGE_INSPECTOR (self));

  /* What is typed about the one stage is saved before the other is shown. */
  if (self->is_committing)
    return;

  if (g_strcmp0 (self->stage_id, stage_id) != 0)
    {
      sc_stage_inspector_commit (self);
      forget_typed (self);
      g_set_str (&self->stage_id, stage_id);
      start_anew (self);
    }
  g_set_object (&self->design, design);
  fill (self);
}
