/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Splits a stage in two: asks which kinds of step and which exit criteria go
 * into the second. Criteria keep their ids, so that what was ticked stays
 * ticked; target times add up to what they were. */

#include "designer/sc-split-dialog.h"

#include <glib/gi18n-lib.h>

#include "method/sc-order.h"
#include "method/sc-usual.h"
#include "unsaved/sc-dialog-guard.h"

struct _ScSplitDialog
{
  AdwDialog parent_instance;

  ScDesign *design;
  ScStage *stage;
  gboolean has_own_name;
  gboolean is_naming;

  AdwEntryRow *first_name_row;
  AdwEntryRow *second_name_row;
  AdwSpinRow *duration_row;
  AdwPreferencesGroup *kinds_group;
  AdwPreferencesGroup *criteria_group;
  GtkWidget *split_button;
  GtkWidget *kind_rows[SC_N_KINDS];
  GPtrArray *criterion_rows;
};

G_DEFINE_FINAL_TYPE (ScSplitDialog, sc_split_dialog, ADW_TYPE_DIALOG);

static ScVersion *
get_version (ScSplitDialog *self)
{
  return sc_design_get_version (self->design);
}

static ScKindSet
get_second_kinds (ScSplitDialog *self)
{
  ScKindSet kinds = 0;

  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    if (self->kind_rows[kind] != NULL && adw_switch_row_get_active (ADW_SWITCH_ROW (self->kind_rows[kind])))
      kinds |= SC_KIND_BIT (kind);

  return kinds;
}

static char *
dup_name (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
changed_cb (ScSplitDialog *self,
            AdwEntryRow   *row)
{
  g_autofree char *first = dup_name (self->first_name_row);
  g_autofree char *second = dup_name (self->second_name_row);

  gtk_widget_set_sensitive (self->split_button, *first != '\0' && *second != '\0' && !sc_name_equal (first, second));
  if (!self->is_naming && row == self->second_name_row)
    self->has_own_name = TRUE;
}

/* Until a person names it, the second stage is called after its kinds. */
static void
suggest_name (ScSplitDialog *self)
{
  ScVersion *version = get_version (self);
  ScKindSet kinds = get_second_kinds (self);
  g_autofree char *usual = NULL;
  g_autofree char *name = NULL;

  if (self->has_own_name)
    return;

  usual = sc_usual_name (kinds != 0 ? kinds : SC_KIND_BIT (SC_KIND_OTHER), &version->aspects, version->language);
  name = sc_version_make_stage_name (version, usual, NULL);
  self->is_naming = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->second_name_row), name);
  self->is_naming = FALSE;
}

static void
kind_switched_cb (ScSplitDialog *self)
{
  suggest_name (self);
}

static void
add_kind_rows (ScSplitDialog *self)
{
  ScVersion *version = get_version (self);
  guint n = sc_kind_set_count (self->stage->kinds);
  ScKind last = sc_order_get_last_kind (self->stage->kinds, &version->aspects);

  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    {
      GtkWidget *row;

      if (!sc_kind_set_has (self->stage->kinds, kind))
        continue;

      row = adw_switch_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sc_kind_get_name (kind, sc_language_get_default ()));
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), n > 1 && kind == last);
      g_signal_connect_swapped (row, "notify::active", G_CALLBACK (kind_switched_cb), self);
      adw_preferences_group_add (self->kinds_group, row);
      self->kind_rows[kind] = row;
    }
}

static void
add_criterion_rows (ScSplitDialog *self)
{
  ScKindSet kinds = get_second_kinds (self);

  for (guint i = 0; i < self->stage->criteria->len; i++)
    {
      const ScCriterion *criterion = self->stage->criteria->pdata[i];
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), criterion->text);
      adw_switch_row_set_active (ADW_SWITCH_ROW (row), sc_usual_is_criterion (criterion->text, kinds));
      adw_preferences_group_add (self->criteria_group, row);
      g_ptr_array_add (self->criterion_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->criteria_group), self->stage->criteria->len > 0);
}

static void
fill (ScSplitDialog *self)
{
  guint time = self->stage->duration.value;

  adw_spin_row_set_range (self->duration_row, 0, time);
  adw_spin_row_set_adjustment (self->duration_row, gtk_adjustment_new (time / 2, 0, time, 1, 5, 0));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->duration_row),
                                 self->stage->duration.unit == SC_UNIT_WORKING_HOURS
                                 ? _("Working Hours of the Second")
                                 : _("Working Days of the Second"));
  gtk_widget_set_visible (GTK_WIDGET (self->duration_row), time > 0);
  add_kind_rows (self);
  add_criterion_rows (self);
  self->is_naming = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->first_name_row), self->stage->name);
  self->is_naming = FALSE;
  suggest_name (self);
}

static ScStage *
make_second (ScSplitDialog *self)
{
  ScVersion *version = get_version (self);
  g_autofree char *name = dup_name (self->second_name_row);
  ScKindSet kinds = get_second_kinds (self);
  ScStage *second = sc_stage_new (name, kinds);

  g_set_str (&second->responsible, self->stage->responsible);
  sc_stage_set_participants (second, (const char *const *) self->stage->participants);
  second->probability = self->stage->probability;
  sc_refusal_assign (&second->refusal, &self->stage->refusal);
  second->duration.value = (guint) adw_spin_row_get_value (self->duration_row);
  second->duration.unit = self->stage->duration.unit;
  g_free (second->goal);
  second->goal = sc_usual_goal (second->kinds, &version->aspects, version->language);

  return second;
}

static void
share (ScSplitDialog *self,
       ScStage       *first,
       ScStage       *second)
{
  g_autofree char *name = dup_name (self->first_name_row);
  ScKindSet left = first->kinds & ~second->kinds;

  g_set_str (&first->name, name);
  first->kinds = left != 0 ? left : SC_KIND_BIT (SC_KIND_OTHER);
  first->duration.value -= MIN (second->duration.value, first->duration.value);

  g_ptr_array_set_size (first->criteria, 0);
  for (guint i = 0; i < self->stage->criteria->len; i++)
    {
      const ScCriterion *criterion = self->stage->criteria->pdata[i];
      gboolean goes = adw_switch_row_get_active (self->criterion_rows->pdata[i]);

      g_ptr_array_add (goes ? second->criteria : first->criteria, sc_criterion_copy (criterion));
    }
}

/* A client mark that a person set after the stage stands after both. */
static GPtrArray *
make_edits (ScSplitDialog *self)
{
  GPtrArray *edits = sc_edits_new ();
  g_autoptr (ScVersion) version = sc_version_ref (get_version (self));
  g_autoptr (ScStage) first = sc_stage_copy (self->stage);
  g_autoptr (ScStage) second = make_second (self);
  guint position;

  if (sc_version_find_stage (version, self->stage->id, &position) == NULL)
    return edits;

  share (self, first, second);
  sc_version_do (&version, edits, sc_edit_replace_stage (version, first), NULL);
  sc_version_do (&version, edits, sc_edit_insert_stage (second, position + 1), NULL);
  if (g_strcmp0 (version->mark, first->id) == 0)
    sc_version_do (&version, edits, sc_edit_set_mark (version, second->id), NULL);

  return edits;
}

static void
cancel_cb (ScSplitDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
split_cb (ScSplitDialog *self)
{
  g_autoptr (GPtrArray) edits = make_edits (self);
  const char *title = *self->stage->name != '\0' ? self->stage->name : _("unnamed");
  g_autofree char *name = g_strdup_printf (C_("undo scheme", "Split “%s”"), title);
  g_autofree char *told = g_strdup_printf (C_("stage", "“%s” split"), title);

  if (sc_design_edit (self->design, name, edits))
    sc_design_tell (self->design, told);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
sc_split_dialog_dispose (GObject *object)
{
  ScSplitDialog *self = SC_SPLIT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_SPLIT_DIALOG);
  g_clear_object (&self->design);
  g_clear_pointer (&self->stage, sc_stage_unref);
  g_clear_pointer (&self->criterion_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_split_dialog_parent_class)->dispose (object);
}

static void
sc_split_dialog_class_init (ScSplitDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_split_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/sc-split-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScSplitDialog, first_name_row);
  gtk_widget_class_bind_template_child (widget_class, ScSplitDialog, second_name_row);
  gtk_widget_class_bind_template_child (widget_class, ScSplitDialog, duration_row);
  gtk_widget_class_bind_template_child (widget_class, ScSplitDialog, kinds_group);
  gtk_widget_class_bind_template_child (widget_class, ScSplitDialog, criteria_group);
  gtk_widget_class_bind_template_child (widget_class, ScSplitDialog, split_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
}

static void
sc_split_dialog_init (ScSplitDialog *self)
{
  self->criterion_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_dialog_guard_add (ADW_DIALOG (self));
}

/**
 * sc_split_dialog_present:
 * @parent: a widget of the window
 * @design: the design
 * @stage_id: a stage of it
 *
 * Asks how to split a stage, and does.
 */
void
sc_split_dialog_present (GtkWidget  *parent,
                         ScDesign   *design,
                         const char *stage_id)
{
  ScStage *stage = sc_version_find_stage (sc_design_get_version (design), stage_id, NULL);
  ScSplitDialog *self;

  if (stage == NULL)
    return;

  self = g_object_new (SC_TYPE_SPLIT_DIALOG, NULL);
  self->design = g_object_ref (design);
  self->stage = sc_stage_ref (stage);
  fill (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
