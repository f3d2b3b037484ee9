/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a tactic fits: with which loss reasons of the process, sources and labels of a
 * deal. Each field is saved by itself, as in the inspector. Closes when the tactic is not
 * there any more. */

#include "designer/inspector/sc-tactic-dialog.h"

#include <glib/gi18n-lib.h>

#include "designer/inspector/sc-list-editor.h"
#include "draft/sc-scheme-edits.h"

struct _ScTacticDialog
{
  AdwDialog parent_instance;

  ScDesign *design;
  char *stage_id;
  char *tactic_id;
  gboolean is_filling;

  AdwPreferencesGroup *reasons_group;
  GPtrArray *reason_rows;
  GStrv reasons;
  AdwBin *sources_bin;
  AdwBin *labels_bin;
  ScListEditor *sources;
  ScListEditor *labels;
};

G_DEFINE_FINAL_TYPE (ScTacticDialog, sc_tactic_dialog, ADW_TYPE_DIALOG);

static ScTactic *
find (const ScStage *stage,
      const char    *tactic_id)
{
  for (guint i = 0; stage != NULL && i < stage->tactics->len; i++)
    if (g_str_equal (((ScTactic *) stage->tactics->pdata[i])->id, tactic_id))
      return stage->tactics->pdata[i];

  return NULL;
}

static ScStage *
get_stage (ScTacticDialog *self)
{
  ScVersion *version = self->design != NULL ? sc_design_get_version (self->design) : NULL;

  return version != NULL ? sc_version_find_stage (version, self->stage_id, NULL) : NULL;
}

/* A copy to change, with the tactic in it; %NULL where there is nothing to change. */
static ScStage *
begin (ScTacticDialog *self,
       ScTactic      **tactic)
{
  ScStage *stage = self->is_filling ? NULL : get_stage (self);
  g_autoptr (ScStage) copy = stage != NULL ? sc_stage_copy (stage) : NULL;

  *tactic = find (copy, self->tactic_id);

  return *tactic != NULL ? g_steal_pointer (&copy) : NULL;
}

static void
end (ScTacticDialog *self,
     ScStage        *stage)
{
  const char *title = *stage->name != '\0' ? stage->name : _("unnamed");
  g_autofree char *name = g_strdup_printf (C_("undo scheme", "Change the tactics of “%s”"), title);
  g_autofree char *told = g_strdup_printf (_("Tactics of “%s” changed"), title);

  if (sc_scheme_replace_stage (self->design, name, stage))
    sc_design_tell (self->design, told);
}

static void
reason_cb (ScTacticDialog *self)
{
  ScTactic *tactic;
  g_autoptr (ScStage) stage = begin (self, &tactic);
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();

  if (stage == NULL)
    return;

  for (guint i = 0; i < self->reason_rows->len; i++)
    if (adw_switch_row_get_active (self->reason_rows->pdata[i]))
      g_strv_builder_add (reasons, self->reasons[i]);
  g_strfreev (tactic->loss_reasons);
  tactic->loss_reasons = g_strv_builder_end (reasons);
  end (self, stage);
}

static void
sources_cb (ScTacticDialog *self)
{
  ScTactic *tactic;
  g_autoptr (ScStage) stage = begin (self, &tactic);

  if (stage == NULL)
    return;

  g_strfreev (tactic->sources);
  tactic->sources = sc_list_editor_dup_texts (self->sources);
  end (self, stage);
}

static void
labels_cb (ScTacticDialog *self)
{
  ScTactic *tactic;
  g_autoptr (ScStage) stage = begin (self, &tactic);

  if (stage == NULL)
    return;

  g_strfreev (tactic->labels);
  tactic->labels = sc_list_editor_dup_texts (self->labels);
  end (self, stage);
}

/* The process's own, and those that only the tactic has. */
static GStrv
list_reasons (ScTacticDialog *self,
              const ScTactic *tactic)
{
  g_autoptr (GStrvBuilder) reasons = g_strv_builder_new ();
  const char *const *own = sc_design_get_loss_reasons (self->design);

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    g_strv_builder_add (reasons, own[i]);
  for (guint i = 0; tactic->loss_reasons[i] != NULL; i++)
    if (own == NULL || !g_strv_contains (own, tactic->loss_reasons[i]))
      g_strv_builder_add (reasons, tactic->loss_reasons[i]);

  return g_strv_builder_end (reasons);
}

static void
add_reason (ScTacticDialog *self,
            const char     *reason)
{
  GtkWidget *row = adw_switch_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), reason);
  g_signal_connect_swapped (row, "notify::active", G_CALLBACK (reason_cb), self);
  adw_preferences_group_add (self->reasons_group, row);
  g_ptr_array_add (self->reason_rows, row);
}

/* One that was taken off stays while the dialog is open, to be put on again. */
static gboolean
has_reasons (ScTacticDialog *self,
             GStrv           reasons)
{
  for (guint i = 0; reasons[i] != NULL; i++)
    if (self->reasons == NULL || !g_strv_contains ((const char *const *) self->reasons, reasons[i]))
      return FALSE;

  return TRUE;
}

static void
fill_reasons (ScTacticDialog *self,
              const ScTactic *tactic)
{
  g_auto (GStrv) reasons = list_reasons (self, tactic);

  if (!has_reasons (self, reasons))
    {
      for (guint i = 0; i < self->reason_rows->len; i++)
        adw_preferences_group_remove (self->reasons_group, self->reason_rows->pdata[i]);
      g_ptr_array_set_size (self->reason_rows, 0);
      for (guint i = 0; reasons[i] != NULL; i++)
        add_reason (self, reasons[i]);
      g_strfreev (self->reasons);
      self->reasons = g_steal_pointer (&reasons);
    }

  for (guint i = 0; i < self->reason_rows->len; i++)
    adw_switch_row_set_active (self->reason_rows->pdata[i],
                               g_strv_contains ((const char *const *) tactic->loss_reasons, self->reasons[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->reasons_group), self->reason_rows->len > 0);
}

static void
fill (ScTacticDialog *self)
{
  const ScTactic *tactic = find (get_stage (self), self->tactic_id);

  if (tactic == NULL)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  self->is_filling = TRUE;
  fill_reasons (self, tactic);
  sc_list_editor_set_texts (self->sources, (const char *const *) tactic->sources);
  sc_list_editor_set_texts (self->labels, (const char *const *) tactic->labels);
  self->is_filling = FALSE;
}

static void
sc_tactic_dialog_dispose (GObject *object)
{
  ScTacticDialog *self = SC_TACTIC_DIALOG (object);

  /* What is typed is saved when the lists go, and that needs all the rest. */
  if (self->sources_bin != NULL)
    {
      adw_bin_set_child (self->sources_bin, NULL);
      adw_bin_set_child (self->labels_bin, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_TACTIC_DIALOG);
  g_clear_object (&self->design);

  G_OBJECT_CLASS (sc_tactic_dialog_parent_class)->dispose (object);
}

static void
sc_tactic_dialog_finalize (GObject *object)
{
  ScTacticDialog *self = SC_TACTIC_DIALOG (object);

  g_free (self->stage_id);
  g_free (self->tactic_id);
  g_strfreev (self->reasons);
  g_ptr_array_unref (self->reason_rows);

  G_OBJECT_CLASS (sc_tactic_dialog_parent_class)->finalize (object);
}

static void
sc_tactic_dialog_class_init (ScTacticDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_tactic_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_tactic_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/inspector/sc-tactic-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTacticDialog, reasons_group);
  gtk_widget_class_bind_template_child (widget_class, ScTacticDialog, sources_bin);
  gtk_widget_class_bind_template_child (widget_class, ScTacticDialog, labels_bin);
}

static void
sc_tactic_dialog_init (ScTacticDialog *self)
{
  self->reason_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sources = sc_list_editor_add_to (self->sources_bin, _("Source"), _("Add a source…"), G_CALLBACK (sources_cb), self);
  self->labels = sc_list_editor_add_to (self->labels_bin, _("Label"), _("Add a label…"), G_CALLBACK (labels_cb), self);
}

/**
 * sc_tactic_dialog_present:
 * @parent: the widget that asks
 * @design: what the tactic is part of
 * @stage_id: the stage that has it
 * @tactic_id: the tactic
 *
 * Shows when a tactic fits, to be changed.
 */
void
sc_tactic_dialog_present (GtkWidget  *parent,
                          ScDesign   *design,
                          const char *stage_id,
                          const char *tactic_id)
{
  ScTacticDialog *self = g_object_new (SC_TYPE_TACTIC_DIALOG, NULL);

  self->design = g_object_ref (design);
  self->stage_id = g_strdup (stage_id);
  self->tactic_id = g_strdup (tactic_id);
  g_signal_connect_object (design, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
