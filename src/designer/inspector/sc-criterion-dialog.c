/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an exit criterion asks for: whether it holds a deal, when it is asked, and what it
 * is answered with. Each field is saved by itself, as in the inspector. Closes when the
 * criterion is not there any more. */

#include "designer/inspector/sc-criterion-dialog.h"

#include <glib/gi18n-lib.h>

#include "designer/inspector/sc-list-editor.h"
#include "draft/sc-scheme-edits.h"
#include "toolkit/sc-plain-text.h"

struct _ScCriterionDialog
{
  AdwDialog parent_instance;

  ScDesign *design;
  char *stage_id;
  char *criterion_id;
  gboolean is_filling;

  AdwPreferencesGroup *text_group;
  AdwSwitchRow *required_row;
  AdwComboRow *asked_row;
  AdwComboRow *type_row;
  AdwPreferencesGroup *choices_group;
  AdwBin *choices_bin;
  ScListEditor *choices;
};

G_DEFINE_FINAL_TYPE (ScCriterionDialog, sc_criterion_dialog, ADW_TYPE_DIALOG);

static ScCriterion *
find (const ScStage *stage,
      const char    *criterion_id)
{
  for (guint i = 0; stage != NULL && i < stage->criteria->len; i++)
    if (g_str_equal (((ScCriterion *) stage->criteria->pdata[i])->id, criterion_id))
      return stage->criteria->pdata[i];

  return NULL;
}

static ScStage *
get_stage (ScCriterionDialog *self)
{
  ScVersion *version = self->design != NULL ? sc_design_get_version (self->design) : NULL;

  return version != NULL ? sc_version_find_stage (version, self->stage_id, NULL) : NULL;
}

/* A copy to change, with the criterion in it; %NULL where there is nothing to change. */
static ScStage *
begin (ScCriterionDialog *self,
       ScCriterion      **criterion)
{
  ScStage *stage = self->is_filling ? NULL : get_stage (self);
  g_autoptr (ScStage) copy = stage != NULL ? sc_stage_copy (stage) : NULL;

  *criterion = find (copy, self->criterion_id);

  return *criterion != NULL ? g_steal_pointer (&copy) : NULL;
}

static void
end (ScCriterionDialog *self,
     ScStage           *stage)
{
  const char *title = *stage->name != '\0' ? stage->name : _("unnamed");
  g_autofree char *name = g_strdup_printf (C_("undo scheme", "Change the exit criteria of “%s”"), title);
  g_autofree char *told = g_strdup_printf (_("Exit criteria of “%s” changed"), title);

  if (sc_scheme_replace_stage (self->design, name, stage))
    sc_design_tell (self->design, told);
}

static void
required_cb (ScCriterionDialog *self)
{
  ScCriterion *criterion;
  g_autoptr (ScStage) stage = begin (self, &criterion);

  if (stage == NULL)
    return;

  criterion->is_required = adw_switch_row_get_active (self->required_row);
  end (self, stage);
}

static void
asked_cb (ScCriterionDialog *self)
{
  ScCriterion *criterion;
  g_autoptr (ScStage) stage = begin (self, &criterion);

  if (stage == NULL)
    return;

  criterion->is_asked_at_entry = adw_combo_row_get_selected (self->asked_row) == 1;
  end (self, stage);
}

static void
type_cb (ScCriterionDialog *self)
{
  ScCriterion *criterion;
  g_autoptr (ScStage) stage = begin (self, &criterion);
  guint selected = adw_combo_row_get_selected (self->type_row);

  if (stage == NULL || selected >= SC_N_ANSWER_TYPES)
    return;

  criterion->type = (ScAnswerType) selected;
  end (self, stage);
  if (selected == SC_ANSWER_CHOICE)
    sc_list_editor_start (self->choices);
}

static void
choices_cb (ScCriterionDialog *self)
{
  ScCriterion *criterion;
  g_autoptr (ScStage) stage = begin (self, &criterion);

  if (stage == NULL)
    return;

  g_strfreev (criterion->choices);
  criterion->choices = sc_list_editor_dup_texts (self->choices);
  end (self, stage);
}

static void
fill (ScCriterionDialog *self)
{
  const ScCriterion *criterion = find (get_stage (self), self->criterion_id);

  if (criterion == NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  self->is_filling = TRUE;
  sc_plain_text_set_group_title (self->text_group, criterion->text);
  adw_switch_row_set_active (self->required_row, criterion->is_required);
  adw_combo_row_set_selected (self->asked_row, criterion->is_asked_at_entry ? 1 : 0);
  adw_combo_row_set_selected (self->type_row, criterion->type);
  sc_list_editor_set_texts (self->choices, (const char *const *) criterion->choices);
  gtk_widget_set_visible (GTK_WIDGET (self->choices_group), criterion->type == SC_ANSWER_CHOICE);
  adw_preferences_group_set_description (self->choices_group, criterion->choices[0] == NULL
                                                              ? _("Nobody can answer the question as long as it has no choices") : NULL);
  /* Else a dialog stays as high as it was when it was opened. */
  adw_dialog_set_content_height (ADW_DIALOG (self), -1);
  self->is_filling = FALSE;
}

static void
sc_criterion_dialog_dispose (GObject *object)
{
  ScCriterionDialog *self = SC_CRITERION_DIALOG (object);

  /* What is typed is saved when the list goes, and that needs all the rest. */
  if (self->choices_bin != NULL)
    adw_bin_set_child (self->choices_bin, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_CRITERION_DIALOG);
  g_clear_object (&self->design);

  G_OBJECT_CLASS (sc_criterion_dialog_parent_class)->dispose (object);
}

static void
sc_criterion_dialog_finalize (GObject *object)
{
  g_free (SC_CRITERION_DIALOG (object)->stage_id);
  g_free (SC_CRITERION_DIALOG (object)->criterion_id);

  G_OBJECT_CLASS (sc_criterion_dialog_parent_class)->finalize (object);
}

static void
sc_criterion_dialog_class_init (ScCriterionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_criterion_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_criterion_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/inspector/sc-criterion-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScCriterionDialog, text_group);
  gtk_widget_class_bind_template_child (widget_class, ScCriterionDialog, required_row);
  gtk_widget_class_bind_template_child (widget_class, ScCriterionDialog, asked_row);
  gtk_widget_class_bind_template_child (widget_class, ScCriterionDialog, type_row);
  gtk_widget_class_bind_template_child (widget_class, ScCriterionDialog, choices_group);
  gtk_widget_class_bind_template_child (widget_class, ScCriterionDialog, choices_bin);
  gtk_widget_class_bind_template_callback (widget_class, required_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_cb);
}

static void
sc_criterion_dialog_init (ScCriterionDialog *self)
{
  g_autoptr (GtkStringList) types = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (ScAnswerType type = 0; type < SC_N_ANSWER_TYPES; type++)
    gtk_string_list_append (types, sc_answer_type_get_title (type));
  adw_combo_row_set_model (self->type_row, G_LIST_MODEL (types));
  self->choices = SC_LIST_EDITOR (sc_list_editor_new (_("Choice"), _("Add a choice…")));
  g_signal_connect_swapped (self->choices, "commit", G_CALLBACK (choices_cb), self);
  adw_bin_set_child (self->choices_bin, GTK_WIDGET (self->choices));
  self->is_filling = FALSE;
}

/**
 * sc_criterion_dialog_present:
 * @parent: the widget that asks
 * @design: what the criterion is part of
 * @stage_id: the stage that has it
 * @criterion_id: the criterion
 *
 * Shows what an exit criterion asks for, to be changed.
 */
void
sc_criterion_dialog_present (GtkWidget  *parent,
                             ScDesign   *design,
                             const char *stage_id,
                             const char *criterion_id)
{
  ScCriterionDialog *self = g_object_new (SC_TYPE_CRITERION_DIALOG, NULL);

  self->design = g_object_ref (design);
  self->stage_id = g_strdup (stage_id);
  self->criterion_id = g_strdup (criterion_id);
  g_signal_connect_object (design, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}

/**
 * sc_criterion_describe:
 * @criterion: an exit criterion
 *
 * Returns: (transfer full) (nullable): what it asks for beside its text, in a line; %NULL
 *   where it is only ticked
 */
char *
sc_criterion_describe (const ScCriterion *criterion)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (criterion->is_required)
    g_strv_builder_add (parts, _("Required"));
  if (criterion->type != SC_ANSWER_TICK)
    g_strv_builder_add (parts, sc_answer_type_get_title (criterion->type));
  if (criterion->type == SC_ANSWER_CHOICE && criterion->choices[0] == NULL)
    g_strv_builder_add (parts, _("No choices yet"));
  if (criterion->is_asked_at_entry)
    g_strv_builder_add (parts, _("Asked on coming in"));
  list = g_strv_builder_end (parts);

  return list[0] != NULL ? g_strjoinv (_(", "), list) : NULL;
}
