/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of the whole process: the answers to the six questions, its
 * language, description, roles and loss reasons. */

#include "designer/inspector/sc-process-inspector.h"

#include <glib/gi18n-lib.h>

#include "change/sc-process-commands.h"
#include "designer/inspector/sc-list-editor.h"
#include "designer/inspector/sc-role-row.h"
#include "widgets/sc-text-row.h"
#include "designer/sc-role-dialog.h"
#include "draft/sc-scheme-edits.h"
#include "method/sc-question.h"
#include "widgets/sc-clash-dialog.h"

struct _ScProcessInspector
{
  AdwBin parent_instance;

  ScDesign *design;
  gboolean is_filling;
  gboolean is_asking;

  AdwPreferencesGroup *aspects_group;
  AdwComboRow *aspect_rows[SC_N_ASPECTS];
  ScTextRow *description_row;
  AdwComboRow *language_row;
  AdwPreferencesGroup *roles_group;
  GPtrArray *role_rows;
  AdwPreferencesGroup *reasons_group;
  AdwBin *reasons_bin;
  ScListEditor *reasons;
  GStrv reasons_base; /* what was shown, or written, last */
};

G_DEFINE_FINAL_TYPE (ScProcessInspector, sc_process_inspector, ADW_TYPE_BIN);

static ScVersion *
get_version (ScProcessInspector *self)
{
  return self->design != NULL ? sc_design_get_version (self->design) : NULL;
}

static void
aspect_cb (ScProcessInspector *self,
           GParamSpec         *pspec,
           AdwComboRow        *row)
{
  ScVersion *version = get_version (self);
  ScAspects aspects;

  if (self->is_filling || version == NULL)
    return;

  aspects = version->aspects;
  for (ScAspect aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    if (self->aspect_rows[aspect] == row)
      {
        guint selected = adw_combo_row_get_selected (row);

        aspects.value[aspect] = selected < SC_N_ANSWERS ? (guint8) sc_question_get_answer (aspect, selected)
                                                        : SC_ASPECT_UNSET;
      }
  if (sc_scheme_set_aspects (self->design, &aspects))
    sc_design_tell (self->design, _("Answer changed"));
}

static void
language_cb (ScProcessInspector *self)
{
  if (!self->is_filling && get_version (self) != NULL
      && sc_scheme_set_language (self->design, (ScLanguage) adw_combo_row_get_selected (self->language_row)))
    sc_design_tell (self->design, _("Language changed"));
}

static void
describe (ScProcessInspector *self)
{
  ScProcess *process = self->design != NULL ? sc_design_get_process (self->design) : NULL;
  g_autofree char *text = sc_text_row_dup_text (self->description_row);

  if (process != NULL)
    sc_design_run (self->design, sc_command_describe_process (process, text), _("Description Not Saved"),
                   _("Description changed"));
}

static void
description_response_cb (ScProcessInspector *self,
                         const char         *response)
{
  self->is_asking = FALSE;
  if (g_str_equal (response, "mine"))
    describe (self);
  else if (g_str_equal (response, "theirs"))
    sc_text_row_revert (self->description_row);
}

/* Until it is settled, what is typed stays where it was typed. */
static void
ask_about_description (ScProcessInspector *self,
                       const ScProcess    *process)
{
  g_autoptr (GPtrArray) clashes = sc_clashes_new ();
  g_autofree char *text = sc_text_row_dup_text (self->description_row);
  AdwDialog *dialog;

  if (self->is_asking)
    return;

  self->is_asking = TRUE;
  sc_clashes_add (clashes, _("Description"), process->description != NULL ? process->description : "", text);
  dialog = sc_clash_dialog_new (clashes);
  g_signal_connect_object (dialog, "response", G_CALLBACK (description_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
description_cb (ScProcessInspector *self)
{
  ScProcess *process = self->design != NULL ? sc_design_get_process (self->design) : NULL;

  if (self->is_filling || process == NULL)
    return;

  if (sc_text_row_get_base (self->description_row) != NULL)
    ask_about_description (self, process);
  else
    describe (self);
}

static void
reasons_cb (ScProcessInspector *self)
{
  ScProcess *process = self->design != NULL ? sc_design_get_process (self->design) : NULL;
  g_auto (GStrv) texts = sc_list_editor_dup_texts (self->reasons);

  if (self->is_filling || process == NULL)
    return;

  sc_design_run (self->design,
                 sc_command_set_loss_reasons (process, (const char *const *) self->reasons_base,
                                              (const char *const *) texts),
                 _("Loss Reasons Not Saved"), _("Loss reasons changed"));
  g_strfreev (self->reasons_base);
  self->reasons_base = g_steal_pointer (&texts);
}

static void
role_made_cb (const char *name,
              ScFunction  function,
              gpointer    user_data)
{
  ScProcessInspector *self = user_data;
  g_autofree char *told = g_strdup_printf (_("Role “%s” added"), name);

  if (sc_scheme_add_role (self->design, name, function, NULL))
    sc_design_tell (self->design, told);
}

static void
add_role_cb (ScProcessInspector *self)
{
  if (get_version (self) != NULL)
    sc_role_dialog_present (GTK_WIDGET (self), get_version (self), role_made_cb, self);
}

/* A question that makes no difference stays where it is. */
static void
explain_moot (AdwComboRow *row,
              const char  *reason)
{
  gtk_widget_set_sensitive (GTK_WIDGET (row), reason == NULL);
  adw_combo_row_set_use_subtitle (row, FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason != NULL ? reason : "");
  adw_combo_row_set_use_subtitle (row, reason == NULL);
}

static void
fill_aspects (ScProcessInspector *self,
              const ScVersion    *version)
{
  for (ScAspect aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    {
      guint value = version->aspects.value[aspect];
      guint selected = SC_N_ANSWERS;

      for (guint i = 0; i < SC_N_ANSWERS; i++)
        if (sc_question_get_answer (aspect, i) == value)
          selected = i;
      adw_combo_row_set_selected (self->aspect_rows[aspect], selected);
      explain_moot (self->aspect_rows[aspect], sc_question_get_moot_reason (aspect, &version->aspects));
    }
}

/* A row stays its role's, so that what is typed there is no other's. */
static void
drop_roles (ScProcessInspector *self,
            ScVersion          *version)
{
  for (guint i = self->role_rows->len; i > 0; i--)
    {
      GtkWidget *row = self->role_rows->pdata[i - 1];

      if (sc_version_find_role (version, sc_role_row_get_role_id (SC_ROLE_ROW (row)), NULL) != NULL)
        continue;
      g_ptr_array_remove_index (self->role_rows, i - 1);
      adw_preferences_group_remove (self->roles_group, row);
    }
}

static void
fill_roles (ScProcessInspector *self,
            ScVersion          *version)
{
  drop_roles (self, version);
  while (self->role_rows->len < version->roles->len)
    {
      GtkWidget *row = sc_role_row_new ();

      g_ptr_array_add (self->role_rows, row);
      adw_preferences_group_add (self->roles_group, row);
    }
  for (guint i = 0; i < version->roles->len; i++)
    sc_role_row_show (self->role_rows->pdata[i], self->design, sc_version_get_role (version, i));
}

static void
fill (ScProcessInspector *self)
{
  ScVersion *version = get_version (self);
  ScProcess *process = self->design != NULL ? sc_design_get_process (self->design) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->description_row), process != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons_group), process != NULL);
  if (version == NULL)
    return;

  self->is_filling = TRUE;
  fill_aspects (self, version);
  fill_roles (self, version);
  adw_combo_row_set_selected (self->language_row, version->language);
  if (process != NULL)
    {
      sc_text_row_set_value (self->description_row, process->description != NULL ? process->description : "");
      g_strfreev (self->reasons_base);
      self->reasons_base = g_strdupv ((GStrv) sc_design_get_loss_reasons (self->design));
      sc_list_editor_set_texts (self->reasons, (const char *const *) self->reasons_base);
    }
  self->is_filling = FALSE;
}

static void
make_aspect_rows (ScProcessInspector *self)
{
  for (ScAspect aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);

      for (guint i = 0; i < SC_N_ANSWERS; i++)
        gtk_string_list_append (answers, sc_question_get_answer_text (aspect, sc_question_get_answer (aspect, i)));
      gtk_string_list_append (answers, _("Not answered"));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sc_question_get_text (aspect));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (answers));
      adw_preferences_group_add (self->aspects_group, row);
      self->aspect_rows[aspect] = ADW_COMBO_ROW (row);
      g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (aspect_cb), self);
    }
}

static void
sc_process_inspector_dispose (GObject *object)
{
  ScProcessInspector *self = SC_PROCESS_INSPECTOR (object);

  self->is_filling = TRUE;
  g_clear_object (&self->design);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PROCESS_INSPECTOR);

  G_OBJECT_CLASS (sc_process_inspector_parent_class)->dispose (object);
}

static void
sc_process_inspector_finalize (GObject *object)
{
  g_ptr_array_unref (SC_PROCESS_INSPECTOR (object)->role_rows);
  g_strfreev (SC_PROCESS_INSPECTOR (object)->reasons_base);

  G_OBJECT_CLASS (sc_process_inspector_parent_class)->finalize (object);
}

static void
sc_process_inspector_class_init (ScProcessInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_process_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_process_inspector_finalize;

  g_type_ensure (SC_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/inspector/sc-process-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, ScProcessInspector, aspects_group);
  gtk_widget_class_bind_template_child (widget_class, ScProcessInspector, description_row);
  gtk_widget_class_bind_template_child (widget_class, ScProcessInspector, language_row);
  gtk_widget_class_bind_template_child (widget_class, ScProcessInspector, roles_group);
  gtk_widget_class_bind_template_child (widget_class, ScProcessInspector, reasons_group);
  gtk_widget_class_bind_template_child (widget_class, ScProcessInspector, reasons_bin);
  gtk_widget_class_bind_template_callback (widget_class, description_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_role_cb);
}

static void
sc_process_inspector_init (ScProcessInspector *self)
{
  self->is_filling = TRUE;
  self->role_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  make_aspect_rows (self);
  self->reasons = SC_LIST_EDITOR (sc_list_editor_new (_("Loss reason"), _("Add a loss reason…")));
  g_signal_connect_swapped (self->reasons, "commit", G_CALLBACK (reasons_cb), self);
  adw_bin_set_child (self->reasons_bin, GTK_WIDGET (self->reasons));
  self->is_filling = FALSE;
}

/**
 * sc_process_inspector_show:
 * @self: an inspector
 * @design: the design
 *
 * Shows a process, or what has become of it.
 */
void
sc_process_inspector_show (ScProcessInspector *self,
                           ScDesign           *design)
{
  g_return_if_fail (SC_IS_PROCESS_INSPECTOR (self));

  g_set_object (&self->design, design);
  fill (self);
}
