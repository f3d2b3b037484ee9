/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that the method has to say: in one sentence, opened with why, who
 * says so and what else can be done about it. Of several findings of one rule, that
 * is said once; each has a row of its own below, which says only what it is about. */

#include "designer/advice/sc-finding-row.h"

#include <glib/gi18n-lib.h>

/* A long name need not be laid out with a letter a line to be measured. */
#define MIN_CHARS 12

struct _ScFindingRow
{
  GtkListBoxRow parent_instance;

  ScFindingGroup *group;
  gboolean is_member;
  GtkImage *icon;
  GtkLabel *message_label;
  GtkRevealer *revealer;
  GtkLabel *explanation_label;
  GtkWidget *quote_box;
  GtkLabel *quote_label;
  GtkLabel *source_label;
  GtkBox *more_box;
  GtkBox *first_box;
};

enum {
  SIGNAL_FIX,
  SIGNAL_POINTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScFindingRow, sc_finding_row, GTK_TYPE_LIST_BOX_ROW);

static void
pointed_cb (ScFindingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, TRUE);
}

static void
left_cb (ScFindingRow *self)
{
  g_signal_emit (self, signals[SIGNAL_POINTED], 0, FALSE);
}

static void
fix_clicked_cb (ScFindingRow *self,
                GtkWidget    *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  g_signal_emit (self, signals[SIGNAL_FIX], 0, gtk_label_get_text (GTK_LABEL (label)));
}

static void
append_fix (ScFindingRow *self,
            GtkBox       *box,
            const char   *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), MIN_CHARS);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "quick-fix");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (fix_clicked_cb), self);
  gtk_box_append (box, button);
}

static void
sc_finding_row_dispose (GObject *object)
{
  ScFindingRow *self = SC_FINDING_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_FINDING_ROW);
  g_clear_pointer (&self->group, sc_finding_group_unref);

  G_OBJECT_CLASS (sc_finding_row_parent_class)->dispose (object);
}

static void
sc_finding_row_class_init (ScFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_finding_row_dispose;

  /**
   * ScFindingRow::fix:
   * @label: the fix that the user wants, as it is called
   */
  signals[SIGNAL_FIX] =
    g_signal_new ("fix", SC_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * ScFindingRow::pointed:
   * @is_pointed: whether pointer or keyboard are on it
   */
  signals[SIGNAL_POINTED] =
    g_signal_new ("pointed", SC_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/designer/advice/sc-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ScFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ScFindingRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, ScFindingRow, revealer);
  gtk_widget_class_bind_template_child (widget_class, ScFindingRow, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, ScFindingRow, quote_box);
  gtk_widget_class_bind_template_child (widget_class, ScFindingRow, quote_label);
  gtk_widget_class_bind_template_child (widget_class, ScFindingRow, source_label);
  gtk_widget_class_bind_template_child (widget_class, ScFindingRow, more_box);
  gtk_widget_class_bind_template_child (widget_class, ScFindingRow, first_box);
}

static void
sc_finding_row_init (ScFindingRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

static void
fill (ScFindingRow *self)
{
  static const char *const icons[] = { "dialog-error-symbolic", "dialog-warning-symbolic",
                                       "dialog-information-symbolic" };
  static const char *const classes[] = { "error", "warning", "accent" };
  ScRule rule = self->group->rule;
  ScSeverity severity = sc_rule_get_severity (rule);
  const char *quote = sc_rule_get_quote (rule);
  g_autofree char *message = sc_finding_group_get_message (self->group);
  g_autofree char *label = NULL;

  gtk_image_set_from_icon_name (self->icon, icons[severity]);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), classes[severity]);
  gtk_label_set_label (self->message_label, message);
  gtk_label_set_label (self->explanation_label, sc_rule_get_reason (rule));
  gtk_label_set_label (self->quote_label, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->quote_label), quote != NULL);
  gtk_label_set_label (self->source_label, sc_source_get_title (sc_rule_get_source (rule)));
  gtk_widget_set_visible (GTK_WIDGET (self->explanation_label), !self->is_member);
  gtk_widget_set_visible (self->quote_box, !self->is_member);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !self->is_member);
  if (self->is_member)
    gtk_widget_add_css_class (GTK_WIDGET (self), "finding-member");

  /* Translators: how grave a finding is, and what it says. */
  label = g_strdup_printf (_("%1$s: %2$s"), sc_severity_get_title (severity), message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * sc_finding_row_new:
 * @group: what the method has to say
 * @is_member: whether a row above says why
 *
 * Returns: (transfer floating): a row for it, closed
 */
GtkWidget *
sc_finding_row_new (ScFindingGroup *group,
                    gboolean        is_member)
{
  ScFindingRow *self = g_object_new (SC_TYPE_FINDING_ROW, NULL);

  self->group = sc_finding_group_ref (group);
  self->is_member = is_member;
  fill (self);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);

  return GTK_WIDGET (self);
}

/**
 * sc_finding_row_get_group:
 * @self: a row
 *
 * Returns: (transfer none): what the method has to say
 */
ScFindingGroup *
sc_finding_row_get_group (ScFindingRow *self)
{
  g_return_val_if_fail (SC_IS_FINDING_ROW (self), NULL);

  return self->group;
}

/**
 * sc_finding_row_is_member:
 * @self: a row
 *
 * Returns: whether a row above says why
 */
gboolean
sc_finding_row_is_member (ScFindingRow *self)
{
  g_return_val_if_fail (SC_IS_FINDING_ROW (self), FALSE);

  return self->is_member;
}

/**
 * sc_finding_row_concerns:
 * @self: a row
 * @stage_id: a stage
 *
 * Returns: whether what it has to say is about the stage
 */
gboolean
sc_finding_row_concerns (ScFindingRow *self,
                         const char   *stage_id)
{
  g_return_val_if_fail (SC_IS_FINDING_ROW (self), FALSE);

  for (guint i = 0; i < self->group->findings->len; i++)
    if (sc_finding_concerns (self->group->findings->pdata[i], stage_id))
      return TRUE;

  return FALSE;
}

/**
 * sc_finding_row_set_fixes:
 * @self: a row
 * @fixes: (element-type ScFix): what can be done, the best first
 */
void
sc_finding_row_set_fixes (ScFindingRow *self,
                          GPtrArray    *fixes)
{
  GtkWidget *child;

  g_return_if_fail (SC_IS_FINDING_ROW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->first_box))) != NULL)
    gtk_box_remove (self->first_box, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->more_box))) != NULL)
    gtk_box_remove (self->more_box, child);

  for (guint i = 0; i < fixes->len; i++)
    {
      const ScFix *fix = fixes->pdata[i];

      append_fix (self, i == 0 && !fix->is_offer ? self->first_box : self->more_box, fix->label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->first_box),
                          gtk_widget_get_first_child (GTK_WIDGET (self->first_box)) != NULL);
}

/**
 * sc_finding_row_set_common_fix:
 * @self: a row of several findings
 * @label: what can be done about all of them at once
 */
void
sc_finding_row_set_common_fix (ScFindingRow *self,
                               const char   *label)
{
  g_return_if_fail (SC_IS_FINDING_ROW (self));

  append_fix (self, self->first_box, label);
  gtk_widget_set_visible (GTK_WIDGET (self->first_box), TRUE);
}

/**
 * sc_finding_row_set_open:
 * @self: a row
 * @is_open: whether it says why, and what else can be done
 */
void
sc_finding_row_set_open (ScFindingRow *self,
                         gboolean      is_open)
{
  g_return_if_fail (SC_IS_FINDING_ROW (self));

  gtk_revealer_set_reveal_child (self->revealer, is_open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
}

/**
 * sc_finding_row_is_open:
 * @self: a row
 *
 * Returns: whether it says why, and what else can be done
 */
gboolean
sc_finding_row_is_open (ScFindingRow *self)
{
  g_return_val_if_fail (SC_IS_FINDING_ROW (self), FALSE);

  return gtk_revealer_get_reveal_child (self->revealer);
}
