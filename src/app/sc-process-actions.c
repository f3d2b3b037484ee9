/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a whole process, from the sidebar and from its page
 * alike: actions of the window that take the process's id. */

#include "app/sc-process-actions.h"

#include <glib/gi18n.h>

#include "app/sc-delete-process.h"
#include "app/sc-export-dialog.h"
#include "app/sc-rename-dialog.h"
#include "change/sc-process-commands.h"
#include "printing/sc-print-preview.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"

struct _ScProcessActions
{
  GObject parent_instance;

  /* The window owns this; it is gone when the window is. */
  GtkWidget *window;
  AdwToastOverlay *toasts;
  ScStore *store;
};

G_DEFINE_FINAL_TYPE (ScProcessActions, sc_process_actions, G_TYPE_OBJECT);

static void
show_made_cb (GtkWidget       *origin,
              const ScOutcome *outcome,
              gpointer         user_data)
{
  if (outcome != NULL && outcome->process_id != NULL)
    gtk_widget_activate_action (origin, "win.show-process", "s", outcome->process_id);
}

/* Makes a change, and says so in a toast with Undo; @message has a %s for @name. */
static void
run (ScProcessActions *self,
     ScCommand        *command,
     const char       *message,
     const char       *name,
     ScChangeDone      done)
{
  g_autofree char *text = g_strdup_printf (message, name);

  sc_change_run (GTK_WIDGET (self->toasts), self->store, command, text, done, NULL);
}

static ScProcess *
load (ScProcessActions *self,
      GVariant         *parameter)
{
  g_autoptr (GError) error = NULL;
  ScProcess *process = sc_store_load_process (self->store, g_variant_get_string (parameter, NULL), &error);

  if (process == NULL)
    sc_error_dialog_present (self->window, _("The Process Can’t Be Read"), error);

  return process;
}

static void
duplicate_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  g_autoptr (ScProcess) process = load (user_data, parameter);

  if (process != NULL)
    run (user_data, sc_command_duplicate_process (process), _("“%s” duplicated"), process->name, show_made_cb);
}

/* What the menu said, whatever another window has made of the process since. */
static void
archive (ScProcessActions *self,
         GVariant         *parameter,
         gboolean          is_archived)
{
  g_autoptr (ScProcess) process = load (self, parameter);

  if (process != NULL)
    run (self, sc_command_archive_process (process, is_archived),
         is_archived ? _("“%s” archived") : _("“%s” taken out of the archive"), process->name, NULL);
}

static void
archive_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  archive (user_data, parameter, TRUE);
}

static void
unarchive_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  archive (user_data, parameter, FALSE);
}

static void
delete_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScProcessActions *self = user_data;
  g_autoptr (ScProcess) process = load (self, parameter);

  if (process != NULL)
    sc_delete_process (GTK_WIDGET (self->toasts), self->store, process);
}

/* Puts one process in front of another, or behind it when it comes from
 * above, as the place that a row is dropped on suggests. */
static void
place_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ScProcessActions *self = user_data;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const char *moved_id, *target_id, *before_id;
  ScProcess *moved = NULL;
  gboolean from_above = FALSE;

  g_variant_get (parameter, "(&s&s)", &moved_id, &target_id);
  rows = sc_store_list_processes (self->store, SC_PROCESSES_ALL, &error);
  if (rows == NULL)
    {
      sc_error_dialog_present (self->window, _("The Process Can’t Be Moved"), error);
      return;
    }

  before_id = target_id;
  for (guint i = 0; i < rows->len; i++)
    {
      ScProcess *process = rows->pdata[i];

      if (g_str_equal (process->id, moved_id))
        moved = process;
      else if (g_str_equal (process->id, target_id))
        {
          from_above = moved != NULL;
          if (from_above)
            before_id = i + 1 < rows->len ? ((ScProcess *) rows->pdata[i + 1])->id : NULL;
        }
    }

  if (moved != NULL)
    sc_change_run (GTK_WIDGET (self->toasts), self->store, sc_command_reorder_process (moved, before_id), NULL, NULL, NULL);
}

static void
move_by (ScProcessActions *self,
         GVariant         *parameter,
         int               step)
{
  g_autoptr (GPtrArray) rows = sc_store_list_processes (self->store, SC_PROCESSES_IN_USE, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      ScProcess *process = rows->pdata[i];
      int target = (int) i + step;

      if (g_str_equal (process->id, g_variant_get_string (parameter, NULL)) && target >= 0 && target < (int) rows->len)
        {
          gtk_widget_activate_action (self->window, "process.place", "(ss)", process->id,
                                      ((ScProcess *) rows->pdata[target])->id);
          return;
        }
    }
}

static void
move_up_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  move_by (user_data, parameter, -1);
}

static void
move_down_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  move_by (user_data, parameter, 1);
}

static void
rename_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScProcessActions *self = user_data;
  g_autoptr (ScProcess) process = load (self, parameter);

  if (process != NULL)
    sc_rename_process (GTK_WIDGET (self->toasts), self->store, process);
}

static void
export_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScProcessActions *self = user_data;
  g_autoptr (ScProcess) process = load (self, parameter);

  if (process != NULL)
    sc_export_process (self->window, self->toasts, self->store, process);
}

static void
print_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ScProcessActions *self = user_data;
  g_autoptr (ScProcess) process = load (self, parameter);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScVersion) version = NULL;

  if (process == NULL)
    return;

  version = sc_store_load_version (self->store, process->id, SC_VERSION_WANTED_CURRENT, &error);
  if (version == NULL)
    sc_error_dialog_present (self->window, _("The Process Can’t Be Printed"), error);
  else
    adw_dialog_present (sc_print_preview_new (version, process->name), self->window);
}

static const GActionEntry entries[] = {
  { .name = "rename", .activate = rename_activated_cb, .parameter_type = "s" },
  { .name = "duplicate", .activate = duplicate_activated_cb, .parameter_type = "s" },
  { .name = "archive", .activate = archive_activated_cb, .parameter_type = "s" },
  { .name = "unarchive", .activate = unarchive_activated_cb, .parameter_type = "s" },
  { .name = "delete", .activate = delete_activated_cb, .parameter_type = "s" },
  { .name = "move-up", .activate = move_up_activated_cb, .parameter_type = "s" },
  { .name = "move-down", .activate = move_down_activated_cb, .parameter_type = "s" },
  { .name = "place", .activate = place_activated_cb, .parameter_type = "(ss)" },
  { .name = "print", .activate = print_activated_cb, .parameter_type = "s" },
  { .name = "export", .activate = export_activated_cb, .parameter_type = "s" },
};

static void
sc_process_actions_dispose (GObject *object)
{
  ScProcessActions *self = SC_PROCESS_ACTIONS (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_process_actions_parent_class)->dispose (object);
}

static void
sc_process_actions_class_init (ScProcessActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_process_actions_dispose;
}

static void
sc_process_actions_init (ScProcessActions *self)
{
}

/**
 * sc_process_actions_new:
 * @window: the window that gets the actions, as the group “process”
 * @toasts: where to say what was done
 * @store: where the processes are
 *
 * Returns: (transfer full): what can be done with a process; to be kept by
 *   @window as long as it lives
 */
ScProcessActions *
sc_process_actions_new (GtkWidget       *window,
                        AdwToastOverlay *toasts,
                        ScStore         *store)
{
  ScProcessActions *self = g_object_new (SC_TYPE_PROCESS_ACTIONS, NULL);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_set_weak_pointer (&self->window, window);
  self->toasts = toasts;
  self->store = g_object_ref (store);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (window, "process", G_ACTION_GROUP (group));

  return self;
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        ScProcess  *process)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", process->id);
  g_menu_append_item (menu, item);
}

/**
 * sc_process_menu_new:
 * @process: a process
 *
 * Returns: (transfer full): a menu of what can be done with it
 */
GMenuModel *
sc_process_menu_new (ScProcess *process)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) out = g_menu_new ();
  g_autoptr (GMenu) place = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();

  append (edit, _("_Rename…"), "process.rename", process);
  append (edit, _("D_uplicate"), "process.duplicate", process);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));

  append (out, _("_Print…"), "process.print", process);
  append (out, _("E_xport…"), "process.export", process);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (out));

  if (!process->is_archived)
    {
      append (place, _("Move _Up"), "process.move-up", process);
      append (place, _("Move Dow_n"), "process.move-down", process);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (place));
    }

  if (process->is_archived)
    append (away, _("Take Out of the _Archive"), "process.unarchive", process);
  else
    append (away, _("_Archive"), "process.archive", process);
  append (away, _("_Delete"), "process.delete", process);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
