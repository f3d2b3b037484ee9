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
#include "statistics/sc-scheme-figures.h"
#include "store/sc-store-read.h"
#include "toolkit/sc-menu-target.h"
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

/* What an action is about, read in the background. */
typedef struct _Read Read;

typedef void (*Act) (ScProcessActions *self,
                     const Read       *read);

struct _Read
{
  ScProcessActions *self;
  char *process_id;
  char *target_id; /* of “place”: the process whose place it takes */
  int step;        /* of the others that move: up or down */
  Act act;
  gboolean with_version;
  gboolean with_all;

  ScProcess *process;
  ScVersion *version;
  GPtrArray *all; /* of ScProcess, in their order */
};

static void
read_free (Read *read)
{
  g_clear_object (&read->self);
  g_free (read->process_id);
  g_free (read->target_id);
  g_clear_pointer (&read->process, sc_process_unref);
  g_clear_pointer (&read->version, sc_version_unref);
  g_clear_pointer (&read->all, g_ptr_array_unref);
  g_free (read);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Read, read_free)

/* Fills what was asked for. */
static gpointer
read_process (ScStore      *store,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Read *read = data;

  read->process = sc_store_load_process (store, read->process_id, error);
  if (read->process != NULL && read->with_version)
    read->version = sc_store_load_version (store, read->process_id, SC_VERSION_WANTED_CURRENT, error);
  if (read->process != NULL && read->with_all && (error == NULL || *error == NULL))
    read->all = sc_store_list_processes (store, SC_PROCESSES_ALL, error);

  return NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Read) read = user_data;
  ScProcessActions *self = read->self;
  g_autoptr (GError) error = NULL;

  sc_store_read_finish (SC_STORE (source), result, &error);
  if (self->window == NULL)
    return;

  if (error == NULL)
    read->act (self, read);
  else
    sc_error_dialog_present (self->window, _("Could Not Load Process"), error);
}

/* The process as it is now, whatever another window has made of it since the menu
 * was opened. Takes over @read. */
static void
run_read (ScProcessActions *self,
          Read             *read)
{
  read->self = g_object_ref (self);
  sc_store_read_async (self->store, read_process, read, NULL, NULL, NULL, read_cb, read);
}

static Read *
read_new (GVariant *process_id,
          Act       act)
{
  Read *read = g_new0 (Read, 1);

  read->process_id = g_variant_dup_string (process_id, NULL);
  read->act = act;

  return read;
}

static void
duplicate (ScProcessActions *self,
           const Read       *read)
{
  run (self, sc_command_duplicate_process (read->process), _("“%s” duplicated"), read->process->name, show_made_cb);
}

static void
duplicate_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  run_read (user_data, read_new (parameter, duplicate));
}

static void
archive (ScProcessActions *self,
         const Read       *read)
{
  run (self, sc_command_archive_process (read->process, TRUE), _("“%s” archived"), read->process->name, NULL);
}

static void
archive_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  run_read (user_data, read_new (parameter, archive));
}

static void
unarchive (ScProcessActions *self,
           const Read       *read)
{
  run (self, sc_command_archive_process (read->process, FALSE), _("“%s” taken out of the archive"), read->process->name,
       NULL);
}

static void
unarchive_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  run_read (user_data, read_new (parameter, unarchive));
}

static void
ask_to_delete (ScProcessActions *self,
               const Read       *read)
{
  sc_delete_process (GTK_WIDGET (self->toasts), self->store, read->process);
}

static void
delete_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  run_read (user_data, read_new (parameter, ask_to_delete));
}

/* Puts one process in front of another, or behind it when it comes from
 * above, as the place that a row is dropped on suggests. */
static void
place_at (ScProcessActions *self,
          GPtrArray        *all,
          const char       *moved_id,
          const char       *target_id)
{
  const char *before_id = target_id;
  ScProcess *moved = NULL;
  gboolean from_above = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      ScProcess *process = all->pdata[i];

      if (g_str_equal (process->id, moved_id))
        moved = process;
      else if (g_str_equal (process->id, target_id))
        {
          from_above = moved != NULL;
          if (from_above)
            before_id = i + 1 < all->len ? ((ScProcess *) all->pdata[i + 1])->id : NULL;
        }
    }

  if (moved != NULL)
    sc_change_run (GTK_WIDGET (self->toasts), self->store, sc_command_reorder_process (moved, before_id), NULL, NULL, NULL);
}

static void
place (ScProcessActions *self,
       const Read       *read)
{
  place_at (self, read->all, read->process_id, read->target_id);
}

static void
place_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  g_autoptr (GVariant) process_id = g_variant_get_child_value (parameter, 0);
  Read *read = read_new (process_id, place);

  g_variant_get_child (parameter, 1, "s", &read->target_id);
  read->with_all = TRUE;
  run_read (user_data, read);
}

/* By one among those in use, past what is archived between them. */
static void
move_by_step (ScProcessActions *self,
              const Read       *read)
{
  guint position = 0;
  const ScProcess *process = NULL;

  while (position < read->all->len && !g_str_equal (((ScProcess *) read->all->pdata[position])->id, read->process_id))
    position++;

  do
    {
      position += (guint) read->step;
      process = position < read->all->len ? read->all->pdata[position] : NULL;
    }
  while (process != NULL && process->is_archived);

  if (process != NULL)
    place_at (self, read->all, read->process_id, process->id);
}

static void
move_by (ScProcessActions *self,
         GVariant         *process_id,
         int               step)
{
  Read *read = read_new (process_id, move_by_step);

  read->step = step;
  read->with_all = TRUE;
  run_read (self, read);
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
ask_name (ScProcessActions *self,
          const Read       *read)
{
  sc_rename_process (GTK_WIDGET (self->toasts), self->store, read->process, read->all);
}

static void
rename_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  Read *read = read_new (parameter, ask_name);

  read->with_all = TRUE;
  run_read (user_data, read);
}

static void
export (ScProcessActions *self,
        const Read       *read)
{
  sc_export_process (self->window, self->toasts, self->store, read->process);
}

static void
export_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  run_read (user_data, read_new (parameter, export));
}

static gpointer
read_figures (ScStore      *store,
              gpointer      process_id,
              GCancellable *cancellable,
              GError      **error)
{
  return sc_scheme_figures_read (store, process_id, cancellable, error);
}

/* The preview does without figures that can't be read. */
static void
figures_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (AdwDialog) preview = user_data;
  g_autoptr (GPtrArray) figures = sc_store_read_finish (SC_STORE (source), result, NULL);

  sc_print_preview_set_figures (preview, figures);
}

/* Whose figures a preview asks for. */
typedef struct {
  ScStore *store;
  char *process_id;
} Figures;

static void
figures_free (gpointer  data,
              GClosure *closure)
{
  Figures *self = data;

  g_object_unref (self->store);
  g_free (self->process_id);
  g_free (self);
}

/* Figures of many deals take a while: nobody waits for them, and who has closed the preview
 * does not want them any more. */
static void
figures_wanted_cb (AdwDialog     *preview,
                   const Figures *figures)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_signal_connect_object (preview, "closed", G_CALLBACK (g_cancellable_cancel), cancellable, G_CONNECT_SWAPPED);
  sc_store_read_async (figures->store, read_figures, g_strdup (figures->process_id), g_free,
                       (GDestroyNotify) g_ptr_array_unref, cancellable, figures_read_cb, g_object_ref (preview));
}

static void
print (ScProcessActions *self,
       const Read       *read)
{
  AdwDialog *preview = sc_print_preview_new (read->version, read->process->name);
  Figures *figures = g_new0 (Figures, 1);

  figures->store = g_object_ref (self->store);
  figures->process_id = g_strdup (read->process_id);
  g_signal_connect_data (preview, "figures-wanted", G_CALLBACK (figures_wanted_cb), figures, figures_free, G_CONNECT_DEFAULT);
  adw_dialog_present (preview, self->window);
}

static void
print_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  Read *read = read_new (parameter, print);

  read->with_version = TRUE;
  run_read (user_data, read);
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
  sc_menu_append_target (menu, label, action, g_variant_new_string (process->id));
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
  append (edit, _("Dupli_cate"), "process.duplicate", process);
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
