/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a cell of the table of stages is chosen from: several kinds of step, or one role that is
 * responsible. What is chosen is told as one would type it in the cell. */

#include "designer/table/sc-table-choices.h"

#include <glib/gi18n-lib.h>

struct _ScTableChoices
{
  GtkPopover parent_instance;

  GtkWidget *box;
  GtkWidget *current; /* what has the focus first */
  GtkCheckButton *kinds[SC_N_KINDS];
  ScKindSet before;
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScTableChoices, sc_table_choices, GTK_TYPE_POPOVER);

static const char *
get_kind_name (ScKind kind)
{
  return sc_kind_get_name (kind, sc_language_get_default ());
}

static ScKindSet
get_kinds (ScTableChoices *self)
{
  ScKindSet kinds = 0;

  for (ScKind kind = 0; kind < SC_N_KINDS && self->kinds[kind] != NULL; kind++)
    kinds |= gtk_check_button_get_active (self->kinds[kind]) ? SC_KIND_BIT (kind) : 0;

  return kinds;
}

/* Kinds are told together, when no more are chosen. */
static void
sc_table_choices_closed (GtkPopover *popover)
{
  ScTableChoices *self = SC_TABLE_CHOICES (popover);
  ScKindSet kinds = get_kinds (self);
  g_autoptr (GString) names = g_string_new (NULL);

  if (kinds == self->before)
    return;

  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (kinds, kind))
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", get_kind_name (kind));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, names->str);
}

static void
role_clicked_cb (ScTableChoices *self,
                 GtkButton      *button)
{
  g_autofree char *name = g_strdup (gtk_widget_get_name (GTK_WIDGET (button)));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, name);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
sc_table_choices_map (GtkWidget *widget)
{
  ScTableChoices *self = SC_TABLE_CHOICES (widget);

  GTK_WIDGET_CLASS (sc_table_choices_parent_class)->map (widget);
  if (self->current != NULL)
    gtk_widget_grab_focus (self->current);
}

static void
sc_table_choices_class_init (ScTableChoicesClass *klass)
{
  GTK_POPOVER_CLASS (klass)->closed = sc_table_choices_closed;
  GTK_WIDGET_CLASS (klass)->map = sc_table_choices_map;

  /**
   * ScTableChoices::chosen:
   * @text: what is to stand in the cell
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", SC_TYPE_TABLE_CHOICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sc_table_choices_init (ScTableChoices *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
}

/**
 * sc_table_choices_new_kinds:
 * @kinds: what the stage covers now
 *
 * Returns: (transfer floating): a popover of the kinds of step, of which several are chosen
 */
GtkWidget *
sc_table_choices_new_kinds (ScKindSet kinds)
{
  ScTableChoices *self = g_object_new (SC_TYPE_TABLE_CHOICES, NULL);

  self->before = kinds;
  for (ScKind kind = 0; kind < SC_N_KINDS; kind++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (get_kind_name (kind));

      self->kinds[kind] = GTK_CHECK_BUTTON (button);
      gtk_check_button_set_active (self->kinds[kind], sc_kind_set_has (kinds, kind));
      gtk_box_append (GTK_BOX (self->box), button);
      if (self->current == NULL && sc_kind_set_has (kinds, kind))
        self->current = button;
    }

  return GTK_WIDGET (self);
}

static void
add_role (ScTableChoices *self,
          const char     *label,
          const char     *name,
          gboolean        is_current)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (role_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->box), button);
  if (is_current)
    self->current = button;
}

/**
 * sc_table_choices_new_roles:
 * @version: a version
 * @role_id: (nullable): the role that is responsible now
 *
 * Returns: (transfer floating): a popover of its roles, of which one is chosen, or nobody
 */
GtkWidget *
sc_table_choices_new_roles (const ScVersion *version,
                            const char      *role_id)
{
  ScTableChoices *self = g_object_new (SC_TYPE_TABLE_CHOICES, NULL);

  add_role (self, _("Nobody"), "", sc_version_find_role (version, role_id, NULL) == NULL);
  for (guint i = 0; i < version->roles->len; i++)
    {
      const ScRole *role = sc_version_get_role (version, i);

      add_role (self, role->name, role->name, g_strcmp0 (role->id, role_id) == 0);
    }

  return GTK_WIDGET (self);
}
