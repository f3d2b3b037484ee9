/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of the Scheme view, most of which work wherever in the window the focus is.
 * Those that change the selected stage work on the canvas only: in a field they are for
 * its text. */

#include "designer/sc-designer-keys.h"

#include "toolkit/sc-view-keys.h"

static const ScDesignerKey view_keys[] = {
  { "<Control>KP_Add", NULL, "designer.zoom-in", NULL },
  { "<Control>plus", "<Control>equal", "designer.zoom-in", NULL },
  { "<Control>minus", "<Control>KP_Subtract", "designer.zoom-out", NULL },
  { "<Control>0", "<Control>KP_0", "designer.zoom-normal", NULL },
  { "<Control>9", NULL, "designer.zoom-fit", NULL },
  { "Insert", "KP_Insert", "designer.add", NULL },
  { "<Control>b", NULL, "designer.switch-layout", NULL },
  { "<Control>i", NULL, "designer.show-findings", "''" },
  { "<Control>e", NULL, "designer.details", NULL },
  { NULL }
};

static const ScDesignerKey escape_keys[] = {
  { "Escape", NULL, "designer.cancel-plan", NULL },
  { NULL }
};

/* A plan is left before a toast that is on show, which Escape takes away, too. */
static const ScDesignerKey canvas_keys[] = {
  { "Escape", NULL, "designer.cancel-plan", NULL },
  { "F2", NULL, "designer.edit-name", "''" },
  { "Delete", "KP_Delete", "designer.delete", "''" },
  { "<Control>d", NULL, "designer.duplicate", "''" },
  { "<Alt>Left", "<Alt>KP_Left", "designer.move-by", "-1" },
  { "<Alt>Right", "<Alt>KP_Right", "designer.move-by", "1" },
  { NULL }
};

static const ScDesignerKey table_keys[] = {
  { "<Control>d", NULL, "designer.duplicate", "''" },
  { NULL }
};

static void
add_key (GtkWidgetClass      *widget_class,
         const ScDesignerKey *key,
         const char          *accelerator)
{
  g_autoptr (GtkShortcut) shortcut = NULL;
  g_autoptr (GVariant) target = NULL;

  if (key->target != NULL)
    target = g_variant_parse (NULL, key->target, NULL, NULL, NULL);

  shortcut = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accelerator), gtk_named_action_new (key->action));
  gtk_shortcut_set_arguments (shortcut, target);
  gtk_widget_class_add_shortcut (widget_class, shortcut);
}

/* Menus show the key that was added last. */
static void
bind_keys (GtkWidgetClass      *widget_class,
           const ScDesignerKey *keys)
{
  for (; keys->accelerator != NULL; keys++)
    {
      if (keys->alternative != NULL)
        add_key (widget_class, keys, keys->alternative);
      add_key (widget_class, keys, keys->accelerator);
    }
}

/**
 * sc_designer_keys_bind_view:
 * @widget_class: the view's class
 *
 * Gives it the keys that work everywhere in it, which its menus show.
 */
void
sc_designer_keys_bind_view (GtkWidgetClass *widget_class)
{
  bind_keys (widget_class, escape_keys);
  bind_keys (widget_class, view_keys);
}

/**
 * sc_designer_keys_bind_table:
 * @widget_class: the class of the table of stages
 *
 * Gives it the keys that are about the selected stage.
 */
void
sc_designer_keys_bind_table (GtkWidgetClass *widget_class)
{
  bind_keys (widget_class, table_keys);
}

/**
 * sc_designer_keys_add_to_window:
 * @view: a view of that class
 *
 * Lets them work also where the focus is elsewhere in the window, while @view is on show;
 * but for Escape, which others have a use for there.
 */
void
sc_designer_keys_add_to_window (GtkWidget *view)
{
  for (const ScDesignerKey *key = view_keys; key->accelerator != NULL; key++)
    {
      g_autofree char *action = key->target != NULL ? g_strdup_printf ("%s(%s)", key->action, key->target)
                                                    : g_strdup (key->action);

      sc_view_keys_add (view, key->accelerator, action);
      if (key->alternative != NULL)
        sc_view_keys_add (view, key->alternative, action);
    }
}

/**
 * sc_designer_keys_bind_canvas:
 * @widget_class: the canvas's class
 *
 * Gives it the keys that are about the selected stage.
 */
void
sc_designer_keys_bind_canvas (GtkWidgetClass *widget_class)
{
  bind_keys (widget_class, canvas_keys);
}
