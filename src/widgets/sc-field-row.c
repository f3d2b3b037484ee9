/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field that is saved by itself: on Enter, and when the focus leaves it.
 * Escape takes back what was typed. What is being typed is never replaced by
 * what others save meanwhile; that they have is shown. */

#include "widgets/sc-field-row.h"

#include <glib/gi18n-lib.h>

#include "change/sc-typed-text.h"
#include "unsaved/sc-field-watch.h"
#include "unsaved/sc-unsaved.h"

typedef struct {
  ScTypedText typed;
  char *title; /* while the row says something else in its place */
  gboolean is_remarked;
  GtkWidget *overtaken_icon;
} ScFieldRowPrivate;

enum {
  SIGNAL_COMMIT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void sc_field_row_unsaved_init (ScUnsavedInterface *iface);

G_DEFINE_TYPE_WITH_CODE (ScFieldRow, sc_field_row, SC_TYPE_ENTRY_ROW,
                         G_ADD_PRIVATE (ScFieldRow)
                         G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_field_row_unsaved_init));

static const char *
get_text (ScFieldRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self));
}

/* The message stands in the place of the title, which comes back with another text. */
static void
tell_refusal (ScFieldRow *self,
              const char *message)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  if (priv->title == NULL)
    priv->title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  sc_entry_row_tell (ADW_ENTRY_ROW (self), priv->title, message);
}

static void
update_state (ScFieldRow *self)
{
  ScFieldRowClass *klass = SC_FIELD_ROW_GET_CLASS (self);
  gboolean is_valid = sc_field_row_is_valid (self);

  if (!is_valid && klass->explain != NULL)
    {
      tell_refusal (self, klass->explain (self));
      return;
    }

  if (is_valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               is_valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

/* Says what others have made of the value that is being changed here. */
static void
update_overtaken (ScFieldRow *self)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);
  g_autofree char *text = sc_typed_text_tell_overtaken (&priv->typed, get_text (self));

  if (text == NULL && priv->overtaken_icon == NULL)
    return;

  if (priv->overtaken_icon == NULL)
    {
      priv->overtaken_icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      gtk_widget_add_css_class (priv->overtaken_icon, "warning");
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), priv->overtaken_icon);
    }
  gtk_widget_set_tooltip_text (priv->overtaken_icon, text);
  gtk_widget_set_visible (priv->overtaken_icon, text != NULL);
}

/* Setting the text would leave nothing to undo. */
static void
replace_text (ScFieldRow *self,
              const char *text)
{
  int position = 0;

  gtk_editable_delete_text (GTK_EDITABLE (self), 0, -1);
  gtk_editable_insert_text (GTK_EDITABLE (self), text, -1, &position);
}

/* What was refused is another text now. */
static void
end_refusal (ScFieldRow *self)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  if (priv->title == NULL)
    return;

  sc_entry_row_tell (ADW_ENTRY_ROW (self), priv->title, NULL);
  g_clear_pointer (&priv->title, g_free);
}

/* The title is still in front of it: it is no mistake. */
static void
update_remark (ScFieldRow *self)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);
  ScFieldRowClass *klass = SC_FIELD_ROW_GET_CLASS (self);
  const char *remark = klass->remark != NULL && sc_field_row_is_valid (self) ? klass->remark (self) : NULL;
  gboolean was_remarked = priv->is_remarked;
  g_autofree char *text = NULL;

  if (was_remarked)
    end_refusal (self);
  priv->is_remarked = remark != NULL;
  if (remark == NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "warning");
      return;
    }

  if (priv->title == NULL)
    priv->title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  /* Translators: a field, then what is to be said of what is typed in it */
  text = g_strdup_printf (C_("field remark", "%1$s: %2$s"), priv->title, remark);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_add_css_class (GTK_WIDGET (self), "warning");
  if (!was_remarked)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
text_changed_cb (ScFieldRow *self)
{
  end_refusal (self);
  update_overtaken (self);
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    update_state (self);
  update_remark (self);
}

static gboolean
key_pressed_cb (ScFieldRow     *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !sc_field_row_is_edited (self))
    return GDK_EVENT_PROPAGATE;

  sc_field_row_revert (self);

  return GDK_EVENT_STOP;
}

/* What is being saved is whoever's that saves it. */
static ScSaveState
get_state (ScUnsaved *unsaved)
{
  ScFieldRow *self = SC_FIELD_ROW (unsaved);
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  return sc_typed_text_is_unsaved (&priv->typed, get_text (self)) ? SC_SAVE_STATE_UNSAVED : SC_SAVE_STATE_SAVED;
}

static char *
describe (ScUnsaved *unsaved)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (SC_FIELD_ROW (unsaved));

  /* Translators: a field, then what is typed in it */
  return g_strdup_printf (C_("field", "%1$s: %2$s"),
                          priv->title != NULL ? priv->title : adw_preferences_row_get_title (ADW_PREFERENCES_ROW (unsaved)),
                          get_text (SC_FIELD_ROW (unsaved)));
}

static void
commit (ScUnsaved *unsaved)
{
  sc_field_row_commit (SC_FIELD_ROW (unsaved));
}

static void
give_up (ScUnsaved *unsaved)
{
  sc_field_row_revert (SC_FIELD_ROW (unsaved));
}

static void
sc_field_row_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = get_state;
  iface->describe = describe;
  iface->commit = commit;
  iface->give_up = give_up;
}

static gboolean
check (ScFieldRow *self,
       const char *text)
{
  return TRUE;
}

/* Spaces around are not saved. */
static gboolean
means (ScFieldRow *self,
       const char *typed,
       const char *value)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));

  return g_str_equal (trimmed, value);
}

/* What was typed last and is saved by now is nobody else's change, as soon as it
 * comes back as it is saved. */
static gboolean
is_own (ScFieldRow *self,
        const char *value)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);
  ScFieldRowClass *klass = SC_FIELD_ROW_GET_CLASS (self);

  return sc_typed_text_is_own (&priv->typed, value) || klass->means (self, priv->typed.value, value)
         || (priv->typed.committed != NULL && klass->means (self, priv->typed.committed, value));
}

static void
sc_field_row_finalize (GObject *object)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (SC_FIELD_ROW (object));

  sc_typed_text_clear (&priv->typed);
  g_free (priv->title);

  G_OBJECT_CLASS (sc_field_row_parent_class)->finalize (object);
}

static void
sc_field_row_class_init (ScFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_field_row_finalize;
  klass->check = check;
  klass->means = means;

  /**
   * ScFieldRow::commit:
   *
   * What is typed is to be saved: it differs from the value, and is valid.
   */
  signals[SIGNAL_COMMIT] =
    g_signal_new ("commit", SC_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_field_row_init (ScFieldRow *self)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  sc_typed_text_init (&priv->typed);
  sc_field_watch (GTK_WIDGET (self), G_CALLBACK (sc_field_row_commit), G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (self, "entry-activated", G_CALLBACK (sc_field_row_commit), NULL);
  g_signal_connect (self, "changed", G_CALLBACK (text_changed_cb), NULL);
}

/**
 * sc_field_row_new:
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
sc_field_row_new (void)
{
  return g_object_new (SC_TYPE_FIELD_ROW, NULL);
}

/**
 * sc_field_row_set_value:
 * @self: a field
 * @value: (nullable): what is saved; shown, unless something else is being
 *   typed
 */
void
sc_field_row_set_value (ScFieldRow *self,
                        const char *value)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);
  gboolean is_edited;
  gboolean is_overtaken;

  g_return_if_fail (SC_IS_FIELD_ROW (self));

  value = value != NULL ? value : "";
  is_edited = sc_field_row_is_edited (self);
  is_overtaken = sc_typed_text_take (&priv->typed, get_text (self), value, is_own (self, value));

  if (!is_edited && !g_str_equal (get_text (self), priv->typed.value))
    gtk_editable_set_text (GTK_EDITABLE (self), priv->typed.value);
  update_overtaken (self);
  update_state (self);
  update_remark (self);
  if (is_overtaken && priv->typed.base != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_widget_get_tooltip_text (priv->overtaken_icon),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * sc_field_row_get_value:
 * @self: a field
 *
 * Returns: what is saved
 */
const char *
sc_field_row_get_value (ScFieldRow *self)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  g_return_val_if_fail (SC_IS_FIELD_ROW (self), NULL);

  return priv->typed.value;
}

/**
 * sc_field_row_get_base:
 * @self: a field
 *
 * Returns: (nullable): what was saved when a person began to type, where
 *   others have changed that meanwhile
 */
const char *
sc_field_row_get_base (ScFieldRow *self)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  g_return_val_if_fail (SC_IS_FIELD_ROW (self), NULL);

  return priv->typed.base;
}

/**
 * sc_field_row_is_edited:
 * @self: a field
 *
 * Returns: whether something else is typed than what is saved
 */
gboolean
sc_field_row_is_edited (ScFieldRow *self)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  g_return_val_if_fail (SC_IS_FIELD_ROW (self), FALSE);

  return sc_typed_text_is_edited (&priv->typed, get_text (self));
}

/**
 * sc_field_row_is_valid:
 * @self: a field
 *
 * Returns: whether what is typed can be taken
 */
gboolean
sc_field_row_is_valid (ScFieldRow *self)
{
  g_return_val_if_fail (SC_IS_FIELD_ROW (self), FALSE);

  return SC_FIELD_ROW_GET_CLASS (self)->check (self, get_text (self));
}

/**
 * sc_field_row_commit:
 * @self: a field
 *
 * Has what was typed saved. What can't be taken stays, marked as wrong.
 *
 * Returns: whether there is nothing left that can't be taken
 */
gboolean
sc_field_row_commit (ScFieldRow *self)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  g_return_val_if_fail (SC_IS_FIELD_ROW (self), FALSE);

  update_state (self);
  if (!sc_field_row_is_valid (self))
    return FALSE;

  /* Enter and then leaving the field save once. */
  if (sc_typed_text_commit (&priv->typed, get_text (self)))
    g_signal_emit (self, signals[SIGNAL_COMMIT], 0);

  return TRUE;
}

/**
 * sc_field_row_refuse:
 * @self: a field that has something typed committed
 * @message: why that can't be taken, as where a name is taken
 *
 * What is typed stays, marked as wrong and with the message, until it is changed.
 */
void
sc_field_row_refuse (ScFieldRow *self,
                     const char *message)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  g_return_if_fail (SC_IS_FIELD_ROW (self));

  g_clear_pointer (&priv->typed.committed, g_free);
  tell_refusal (self, message);
}

/**
 * sc_field_row_revert:
 * @self: a field
 *
 * Takes back what was typed. Undo in the field brings it back.
 */
void
sc_field_row_revert (ScFieldRow *self)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  g_return_if_fail (SC_IS_FIELD_ROW (self));

  if (sc_field_row_is_edited (self))
    replace_text (self, priv->typed.value);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  update_state (self);
}

/**
 * sc_field_row_finish_commit:
 * @self: a field
 * @saved: (nullable): what was typed and is saved now, %NULL where it is not
 *
 * Says what came of a commit. What is saved is shown as it is saved from the
 * next sc_field_row_set_value() on; what is not stays typed, and can be
 * committed again.
 */
void
sc_field_row_finish_commit (ScFieldRow *self,
                            const char *saved)
{
  ScFieldRowPrivate *priv = sc_field_row_get_instance_private (self);

  g_return_if_fail (SC_IS_FIELD_ROW (self));

  sc_typed_text_finish_commit (&priv->typed, saved);
  update_overtaken (self);
}
