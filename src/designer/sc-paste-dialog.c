/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the stages that one has from a pasted list. */

#include "designer/sc-paste-dialog.h"

#include <glib/gi18n-lib.h>

#include "designer/sc-scheme-edits.h"
#include "method/sc-stage-names.h"

struct _ScPasteDialog
{
  AdwDialog parent_instance;

  ScDesign *design;
  ScVersion *recognized;

  GtkTextView *text_view;
  GtkWidget *add_button;
  GtkLabel *count_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ScPasteDialog, sc_paste_dialog, ADW_TYPE_DIALOG);

static void
append_row (ScPasteDialog *self,
            const ScStage *stage)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) kinds = g_string_new (NULL);

  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (stage->kinds, kind))
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "",
                              sc_kind_get_name (kind, sc_language_get_default ()));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stage->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), kinds->str);
  gtk_list_box_append (self->list, row);
}

static void
text_changed_cb (ScPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  ScVersion *version = sc_design_get_version (self->design);
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) names = NULL;
  GtkTextIter start, end;
  guint n;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  names = sc_stage_names_parse (text);
  n = g_strv_length (names);

  g_clear_pointer (&self->recognized, sc_version_unref);
  gtk_list_box_remove_all (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_sensitive (self->add_button, n > 0);
  count = n > 0 ? g_strdup_printf (ngettext ("%u stage", "%u stages", n), n) : g_strdup ("");
  gtk_label_set_label (self->count_label, count);
  if (n == 0 || version == NULL)
    return;

  self->recognized = sc_version_from_names ((const char *const *) names, &version->aspects,
                                            sc_guess_language ((const char *const *) names));
  for (guint i = 0; i < self->recognized->stages->len; i++)
    append_row (self, sc_version_get_stage (self->recognized, i));
}

static void
cancel_cb (ScPasteDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_cb (ScPasteDialog *self)
{
  if (self->recognized != NULL)
    sc_scheme_fill (self->design, _("Paste stages"), self->recognized);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sc_paste_dialog_dispose (GObject *object)
{
  ScPasteDialog *self = SC_PASTE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_PASTE_DIALOG);
  g_clear_object (&self->design);
  g_clear_pointer (&self->recognized, sc_version_unref);

  G_OBJECT_CLASS (sc_paste_dialog_parent_class)->dispose (object);
}

static void
sc_paste_dialog_class_init (ScPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_paste_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/sc-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScPasteDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, ScPasteDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, ScPasteDialog, count_label);
  gtk_widget_class_bind_template_child (widget_class, ScPasteDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
sc_paste_dialog_init (ScPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sc_paste_dialog_present:
 * @parent: a widget of the window
 * @design: what the stages are added to
 *
 * Lets the user paste a list of stages.
 */
void
sc_paste_dialog_present (GtkWidget *parent,
                         ScDesign  *design)
{
  ScPasteDialog *self = g_object_new (SC_TYPE_PASTE_DIALOG, NULL);

  self->design = g_object_ref (design);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
