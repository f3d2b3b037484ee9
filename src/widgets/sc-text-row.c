/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a text of several lines that is saved by itself, when the focus
* leaves it. Escape takes back what was typed. What is being typed is never
* replaced by what others save meanwhile; that they have is shown below it. */

#include "widgets/sc-text-row.h"

#include "change/sc-typed-text.h"
#include "unsaved/sc-field-watch.h"
#include "unsaved/sc-unsaved.h"
#include "widgets/sc-text-area.h"

struct _ScTextRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *title_label;
  ScTextArea *area;
  GtkWidget *overtaken_label;
  ScTypedText typed;
  int min_height;
};

enum {
  PROP_0,
  PROP_MIN_HEIGHT,
  N_PROPS,
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_COMMIT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void sc_text_row_unsaved_init (ScUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScTextRow, sc_text_row, ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_text_row_unsaved_init));

/* Says what others have made of the value that is being changed here. */
static void
update_overtaken (ScTextRow *self)
{
  g_autofree char *typed = sc_text_row_dup_text (self);
  g_autofree char *text = sc_typed_text_tell_overtaken (&self->typed, typed);

  gtk_label_set_label (GTK_LABEL (self->overtaken_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->overtaken_label, text != NULL);
}

static void
changed_cb (ScTextRow *self)
{
  update_overtaken (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
key_pressed_cb (ScTextRow      *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (is_enter && (state & GDK_CONTROL_MASK) != 0)
    {
      sc_text_row_commit (self);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape && sc_text_row_is_edited (self))
    {
      sc_text_area_replace (self->area, self->typed.value);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
clicked_cb (ScTextRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->area));
}

/* What is being saved is whoever's that saves it. */
static ScSaveState
get_state (ScUnsaved *unsaved)
{
  ScTextRow *self = SC_TEXT_ROW (unsaved);
  g_autofree char *text = sc_text_row_dup_text (self);

  return sc_typed_text_is_unsaved (&self->typed, text) ? SC_SAVE_STATE_UNSAVED : SC_SAVE_STATE_SAVED;
}

static void
commit (ScUnsaved *unsaved)
{
  sc_text_row_commit (SC_TEXT_ROW (unsaved));
}

static void
give_up (ScUnsaved *unsaved)
{
  sc_text_row_revert (SC_TEXT_ROW (unsaved));
}

static void
reveal (ScUnsaved *unsaved)
{
  gtk_widget_grab_focus (GTK_WIDGET (SC_TEXT_ROW (unsaved)->area));
}

static void
sc_text_row_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = get_state;
  iface->commit = commit;
  iface->give_up = give_up;
  iface->reveal = reveal;
}

static void
sc_text_row_unmap (GtkWidget *widget)
{
  sc_text_row_commit (SC_TEXT_ROW (widget));

  GTK_WIDGET_CLASS (sc_text_row_parent_class)->unmap (widget);
}

static void
sc_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_TEXT_ROW);

  G_OBJECT_CLASS (sc_text_row_parent_class)->dispose (object);
}

static void
sc_text_row_finalize (GObject *object)
{
  sc_typed_text_clear (&SC_TEXT_ROW (object)->typed);

  G_OBJECT_CLASS (sc_text_row_parent_class)->finalize (object);
}

static gboolean
sc_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SC_TEXT_ROW (widget)->area));
}

static void
sc_text_row_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_MIN_HEIGHT:
      g_value_set_int (value, SC_TEXT_ROW (object)->min_height);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_text_row_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_MIN_HEIGHT:
      sc_text_row_set_min_height (SC_TEXT_ROW (object), g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_text_row_class_init (ScTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_text_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_text_row_finalize;
  G_OBJECT_CLASS (klass)->get_property = sc_text_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = sc_text_row_set_property;
  widget_class->grab_focus = sc_text_row_grab_focus;
  widget_class->unmap = sc_text_row_unmap;

  g_type_ensure (SC_TYPE_TEXT_AREA);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/widgets/sc-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScTextRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, ScTextRow, area);
  gtk_widget_class_bind_template_child (widget_class, ScTextRow, overtaken_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);

  /**
   * ScTextRow:min-height:
   *
   * How high the text is at least, for what is expected to be long; -1 for a line.
   */
  properties[PROP_MIN_HEIGHT] =
    g_param_spec_int ("min-height", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * ScTextRow::changed:
   *
   * Another text stands there.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * ScTextRow::commit:
   *
   * What is typed is to be saved: it differs from the value.
   */
  signals[SIGNAL_COMMIT] =
    g_signal_new ("commit", SC_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sc_text_row_init (ScTextRow *self)
{
  GtkWidget *view;

  sc_typed_text_init (&self->typed);
  self->min_height = -1;
  gtk_widget_init_template (GTK_WIDGET (self));

  view = sc_text_area_get_view (self->area);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title_label, NULL, -1);
  sc_field_watch (view, G_CALLBACK (sc_text_row_commit), G_CALLBACK (key_pressed_cb), self);
}

/**
 * sc_text_row_new:
 * @title: what is to be written there
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
sc_text_row_new (const char *title)
{
  return g_object_new (SC_TYPE_TEXT_ROW, "title", title, NULL);
}

/**
 * sc_text_row_get_min_height:
 * @self: a field
 *
 * Returns: how high the text is at least, -1 for a line
 */
int
sc_text_row_get_min_height (ScTextRow *self)
{
  g_return_val_if_fail (SC_IS_TEXT_ROW (self), -1);

  return self->min_height;
}

/**
 * sc_text_row_set_min_height:
 * @self: a field
 * @min_height: how high the text is at least, -1 for a line
 */
void
sc_text_row_set_min_height (ScTextRow *self,
                            int        min_height)
{
  g_return_if_fail (SC_IS_TEXT_ROW (self));

  if (self->min_height == min_height)
    return;

  self->min_height = min_height;
  sc_text_area_set_min_height (self->area, min_height);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MIN_HEIGHT]);
}

/**
 * sc_text_row_insert:
 * @self: a field
 * @text: what to put in where the cursor is; the field has the focus then
 */
void
sc_text_row_insert (ScTextRow  *self,
                    const char *text)
{
  g_return_if_fail (SC_IS_TEXT_ROW (self));

  sc_text_area_insert (self->area, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->area));
}

/**
 * sc_text_row_set_value:
 * @self: a field
 * @value: (nullable): what is saved; shown, unless something else is being typed
 */
void
sc_text_row_set_value (ScTextRow  *self,
                       const char *value)
{
  g_autofree char *typed = NULL;
  gboolean was_edited;
  gboolean is_overtaken;

  g_return_if_fail (SC_IS_TEXT_ROW (self));

  value = value != NULL ? value : "";
  typed = sc_text_row_dup_text (self);
  was_edited = sc_typed_text_is_edited (&self->typed, typed);
  is_overtaken = sc_typed_text_take (&self->typed, typed, value, sc_typed_text_is_own (&self->typed, value));
  if (!was_edited && !g_str_equal (typed, value))
    sc_text_row_set_text (self, value);

  update_overtaken (self);
  if (is_overtaken && self->typed.base != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (GTK_LABEL (self->overtaken_label)),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/**
 * sc_text_row_set_text:
 * @self: a field
 * @text: what is to stand in it as if it were typed
 */
void
sc_text_row_set_text (ScTextRow  *self,
                      const char *text)
{
  g_return_if_fail (SC_IS_TEXT_ROW (self));

  sc_text_area_set_text (self->area, text);
}

/**
 * sc_text_row_get_base:
 * @self: a field
 *
 * Returns: (nullable): what was saved when a person began to type, where
 *   others have changed that meanwhile
 */
const char *
sc_text_row_get_base (ScTextRow *self)
{
  g_return_val_if_fail (SC_IS_TEXT_ROW (self), NULL);

  return self->typed.base;
}

/**
 * sc_text_row_revert:
 * @self: a field
 *
 * Takes back what was typed.
 */
void
sc_text_row_revert (ScTextRow *self)
{
  g_return_if_fail (SC_IS_TEXT_ROW (self));

  sc_text_row_set_text (self, self->typed.value);
}

/**
 * sc_text_row_is_edited:
 * @self: a field
 *
 * Returns: whether something else is typed than what is saved
 */
gboolean
sc_text_row_is_edited (ScTextRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SC_IS_TEXT_ROW (self), FALSE);

  text = sc_text_row_dup_text (self);

  return sc_typed_text_is_edited (&self->typed, text);
}

/**
 * sc_text_row_dup_text:
 * @self: a field
 *
 * Returns: (transfer full): what is typed
 */
char *
sc_text_row_dup_text (ScTextRow *self)
{
  g_return_val_if_fail (SC_IS_TEXT_ROW (self), NULL);

  return sc_text_area_dup_text (self->area);
}

/**
 * sc_text_row_commit:
 * @self: a field
 *
 * Has what was typed saved.
 */
void
sc_text_row_commit (ScTextRow *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SC_IS_TEXT_ROW (self));

  text = sc_text_row_dup_text (self);
  if (sc_typed_text_commit (&self->typed, text))
    g_signal_emit (self, signals[SIGNAL_COMMIT], 0);
}

/**
 * sc_text_row_finish_commit:
 * @self: a field
 * @saved: (nullable): what was typed and is saved now, %NULL where it is not
 *
 * Says what came of a commit; where that is known at once, setting the value does.
 */
void
sc_text_row_finish_commit (ScTextRow  *self,
                           const char *saved)
{
  g_return_if_fail (SC_IS_TEXT_ROW (self));

  sc_typed_text_finish_commit (&self->typed, saved);
  update_overtaken (self);
}
