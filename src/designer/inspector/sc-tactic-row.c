/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic: a titled text that a rep works with. */

#include "designer/inspector/sc-tactic-row.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-text-row.h"
#include "widgets/sc-field-row.h"

struct _ScTacticRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *title_row;
  GtkWidget *text_row;
  char *shown_title;
  char *shown_text;
};

enum {
  SIGNAL_COMMIT,
  SIGNAL_REMOVE,
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
show (ScTacticRow *self,
      const char  *title,
      const char  *text)
{
  g_set_str (&self->shown_title, title);
  g_set_str (&self->shown_text, text);
  sc_field_row_set_value (SC_FIELD_ROW (self->title_row), title);
  sc_text_row_set_value (SC_TEXT_ROW (self->text_row), text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *title != '\0' ? title : _("New tactic"));
}

static void
sc_tactic_row_finalize (GObject *object)
{
  g_free (SC_TACTIC_ROW (object)->shown_title);
  g_free (SC_TACTIC_ROW (object)->shown_text);

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
}

static void
sc_tactic_row_init (ScTacticRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->shown_title = g_strdup ("");
  self->shown_text = g_strdup ("");

  self->title_row = sc_field_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title_row), _("Title"));
  self->text_row = sc_text_row_new (_("Text, and when it fits"));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->title_row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->text_row);
  g_signal_connect_swapped (self->title_row, "commit", G_CALLBACK (commit_cb), self);
  g_signal_connect_swapped (self->text_row, "commit", G_CALLBACK (commit_cb), self);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove the Tactic"));
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
 * @title: the title that is saved
 * @text: the text that is saved
 *
 * Shows a tactic, unless something else is typed into another that is on show.
 */
void
sc_tactic_row_set_value (ScTacticRow *self,
                         const char  *title,
                         const char  *text)
{
  g_autofree char *typed_title = NULL;
  g_autofree char *typed_text = NULL;

  g_return_if_fail (SC_IS_TACTIC_ROW (self));

  typed_title = sc_tactic_row_dup_title (self);
  typed_text = sc_tactic_row_dup_text (self);
  if (!is_edited (self) || (g_str_equal (title, typed_title) && g_str_equal (text, typed_text)))
    show (self, title, text);
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
