/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process from the stages that one has: a pasted list, what each of them is
 * taken for, and what the sales are like. */

#include "questions/sc-stages-dialog.h"

#include <glib/gi18n-lib.h>

#include "method/sc-question.h"
#include "method/sc-recognize.h"
#include "method/sc-stage-names.h"
#include "model/sc-percent.h"
#include "toolkit/sc-plain-text.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-entry-row.h"

struct _ScStagesDialog
{
  AdwDialog parent_instance;

  GPtrArray *stages; /* of ScPastedStage, outcomes too */
  GStrv names;
  ScAspects aspects;
  /* Which answers a person gave: a new list does not guess these again. */
  gboolean is_answered[SC_N_ASPECTS];
  gboolean is_updating;
  AdwComboRow *aspect_rows[SC_N_ASPECTS];

  GtkTextView *text_view;
  GtkWidget *naming_group;
  AdwEntryRow *name_row;
  GtkStack *stack;
  AdwPreferencesGroup *stages_group;
  GtkListBox *stages_list;
  AdwPreferencesGroup *aspects_group;
  GtkWidget *create_button;
};

enum {
  SIGNAL_TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScStagesDialog, sc_stages_dialog, ADW_TYPE_DIALOG);

static ScLanguage
get_language (ScStagesDialog *self)
{
  return sc_guess_language ((const char *const *) self->names);
}

static guint
count_stages (ScStagesDialog *self)
{
  guint n = 0;

  for (guint i = 0; self->names[i] != NULL; i++)
    n += !sc_stage_name_is_outcome (self->names[i]);

  return n;
}

static void
update_create (ScStagesDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));

  gtk_widget_set_sensitive (self->create_button, self->names != NULL && count_stages (self) > 0 &&
                            (name[0] != '\0' || !gtk_widget_get_visible (self->naming_group)));
}

static char *
describe_kinds (ScKindSet  kinds,
                ScLanguage language)
{
  if (kinds == 0 || kinds == SC_KIND_BIT (SC_KIND_OTHER))
    return g_strdup (_("Not recognised; you can say later what it covers"));

  return sc_kind_set_to_text (kinds, language);
}

/* What the table says of the stage, below what it is taken for. */
static char *
describe_stage (const ScPastedStage *stage)
{
  g_autofree char *kinds = describe_kinds (sc_recognize_kinds (stage->name), sc_language_get_default ());
  g_autofree char *time = sc_duration_to_text (stage->duration, sc_calendar_get_standard ());
  g_autofree char *probability = sc_percent_to_text (stage->probability);
  const char *facts[] = { stage->owner != NULL ? stage->owner : "", time, probability };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (*facts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", facts[i]);
  if (text->len > 0)
    g_string_prepend_c (text, '\n');

  return g_string_free_and_steal (g_string_prepend (text, kinds));
}

static void
append_stage (ScStagesDialog      *self,
              const ScPastedStage *stage,
              guint                number)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = g_strdup_printf ("%u. %s", number, stage->name);
  g_autofree char *text = describe_stage (stage);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  gtk_list_box_append (self->stages_list, row);
}

/* What was pasted and is no stage, and that there are many. */
static char *
describe_list (guint    n_stages,
               GString *left_out)
{
  const char *many = _("More than ten. Once the process is created, you can then merge them down to seven.");
  g_autofree char *outcomes = NULL;

  if (left_out->len == 0)
    return n_stages > 10 ? g_strdup (many) : NULL;

  /* Translators: %s is one name or several, each in quotation marks, such as “Closed won”, “Closed lost” */
  outcomes = g_strdup_printf (_("Left out, for that is how a deal ends and no stage: %s."), left_out->str);

  return n_stages > 10 ? g_strdup_printf ("%s %s", many, outcomes) : g_steal_pointer (&outcomes);
}

static void
show_stages (ScStagesDialog *self)
{
  g_autoptr (GString) left_out = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  guint n_stages = 0;

  gtk_list_box_remove_all (self->stages_list);
  for (guint i = 0; i < self->stages->len; i++)
    if (sc_stage_name_is_outcome (self->names[i]))
      g_string_append_printf (left_out, C_("list of names", "%s“%s”"), left_out->len > 0 ? ", " : "", self->names[i]);
    else
      append_stage (self, self->stages->pdata[i], ++n_stages);

  title = g_strdup_printf (ngettext ("%u Stage", "%u Stages", n_stages), n_stages);
  description = describe_list (n_stages, left_out);
  sc_plain_text_set_group_title (self->stages_group, title);
  sc_plain_text_set_group_description (self->stages_group, description);
}

/* A question that makes no difference stays where it is. */
static void
explain_moot (AdwComboRow *row,
              const char  *reason)
{
  gtk_widget_set_sensitive (GTK_WIDGET (row), reason == NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reason != NULL ? reason : "");
}

static void
show_aspects (ScStagesDialog *self)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    {
      guint selected = 0;

      for (guint j = 0; j < SC_N_ANSWERS; j++)
        if (sc_question_get_answer (i, j) == self->aspects.value[i])
          selected = j + 1;
      adw_combo_row_set_selected (self->aspect_rows[i], selected);
      explain_moot (self->aspect_rows[i], sc_question_get_moot_reason (i, &self->aspects));
    }
  self->is_updating = FALSE;
}

static void
guess_aspects (ScStagesDialog *self)
{
  ScAspects guessed = { 0 };

  sc_guess_aspects ((const char *const *) self->names, &guessed);
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    if (!self->is_answered[i])
      self->aspects.value[i] = guessed.value[i];
}

static void
text_changed_cb (GtkTextBuffer  *buffer,
                 ScStagesDialog *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->stages, g_ptr_array_unref);
  self->stages = sc_pasted_stages_parse (text);
  self->names = sc_pasted_stages_list_names (self->stages);
  guess_aspects (self);
  show_stages (self);
  show_aspects (self);
  gtk_stack_set_visible_child_name (self->stack, self->names[0] != NULL ? "stages" : "empty");
  update_create (self);
}

static void
aspect_selected_cb (AdwComboRow    *row,
                    GParamSpec     *pspec,
                    ScStagesDialog *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->is_updating)
    return;

  for (guint i = 0; i < SC_N_ASPECTS; i++)
    if (self->aspect_rows[i] == row)
      {
        self->aspects.value[i] = selected == 0 ? SC_ASPECT_UNSET : (guint8) sc_question_get_answer (i, selected - 1);
        self->is_answered[i] = TRUE;
      }
  show_aspects (self);
}

static void
name_changed_cb (AdwEntryRow    *row,
                 ScStagesDialog *self)
{
  sc_entry_row_tell (row, _("Name of the Process"), NULL);
  update_create (self);
}

static void
create_clicked_cb (GtkButton      *button,
                   ScStagesDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  g_autoptr (ScVersion) version = sc_version_from_pasted (self->stages, &self->aspects, get_language (self));

  g_signal_emit (self, signals[SIGNAL_TAKEN], 0, name, version);
}

static void
add_aspects (ScStagesDialog *self)
{
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

      gtk_string_list_append (model, _("Not known"));
      for (guint j = 0; j < SC_N_ANSWERS; j++)
        gtk_string_list_append (model, sc_question_get_value_title (i, sc_question_get_answer (i, j)));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sc_question_get_title (i));
      gtk_widget_set_tooltip_text (row, sc_question_get_text (i));
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
      g_signal_connect_object (row, "notify::selected", G_CALLBACK (aspect_selected_cb), self, G_CONNECT_DEFAULT);
      adw_preferences_group_add (self->aspects_group, row);
      self->aspect_rows[i] = ADW_COMBO_ROW (row);
    }
}

static void
sc_stages_dialog_dispose (GObject *object)
{
  ScStagesDialog *self = SC_STAGES_DIALOG (object);

  g_clear_pointer (&self->stages, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_STAGES_DIALOG);

  G_OBJECT_CLASS (sc_stages_dialog_parent_class)->dispose (object);
}

static void
sc_stages_dialog_class_init (ScStagesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_stages_dialog_dispose;

  /**
   * ScStagesDialog::taken:
   * @self: a dialog
   * @name: what the process is to be called
   * @version: (type ScVersion): the stages, with what is usual for them
   *
   * The user takes the stages. The dialog stays until it is closed.
   */
  signals[SIGNAL_TAKEN] =
    g_signal_new ("taken", SC_TYPE_STAGES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/questions/sc-stages-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScStagesDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, ScStagesDialog, naming_group);
  gtk_widget_class_bind_template_child (widget_class, ScStagesDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, ScStagesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, ScStagesDialog, stages_group);
  gtk_widget_class_bind_template_child (widget_class, ScStagesDialog, stages_list);
  gtk_widget_class_bind_template_child (widget_class, ScStagesDialog, aspects_group);
  gtk_widget_class_bind_template_child (widget_class, ScStagesDialog, create_button);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
}

static void
sc_stages_dialog_init (ScStagesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sc_dialog_guard_add (ADW_DIALOG (self));
  add_aspects (self);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_DEFAULT);
}

/**
 * sc_stages_dialog_new:
 * @name: (nullable): a name for the process; %NULL where it has one
 * @aspects: (nullable): answers that are known; what is not is guessed
 *
 * Returns: (transfer floating): a dialog that makes a process from a list of
 *   stages
 */
ScStagesDialog *
sc_stages_dialog_new (const char      *name,
                      const ScAspects *aspects)
{
  ScStagesDialog *self = g_object_new (SC_TYPE_STAGES_DIALOG, NULL);

  gtk_widget_set_visible (self->naming_group, name != NULL);
  if (name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  else
    gtk_button_set_label (GTK_BUTTON (self->create_button), _("_Use These Stages"));

  for (guint i = 0; aspects != NULL && i < SC_N_ASPECTS; i++)
    {
      self->aspects.value[i] = aspects->value[i];
      self->is_answered[i] = aspects->value[i] != SC_ASPECT_UNSET;
    }

  return self;
}

/**
 * sc_stages_dialog_refuse_name:
 * @self: a dialog
 * @message: why the process can't have the name
 *
 * Says it at the name, which stays as it was typed.
 */
void
sc_stages_dialog_refuse_name (ScStagesDialog *self,
                              const char     *message)
{
  g_return_if_fail (SC_IS_STAGES_DIALOG (self));

  sc_entry_row_tell (self->name_row, _("Name of the Process"), message);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}
