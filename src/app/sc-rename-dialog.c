/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for a process's new name. One that another process has is refused while
 * it is typed; one that another has got meanwhile brings the dialog back, with
 * what was typed. */

#include "app/sc-rename-dialog.h"

#include <glib/gi18n.h>

#include "change/sc-process-commands.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-entry-row.h"

struct _ScRenameDialog
{
  AdwAlertDialog parent_instance;

  ScDialogGuard *guard;
  AdwEntryRow *entry;
  char *old_name;
  GStrv taken; /* the names of the others */
};

G_DEFINE_FINAL_TYPE (ScRenameDialog, sc_rename_dialog, ADW_TYPE_ALERT_DIALOG);

static char *
get_name (ScRenameDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static char *
find_fault (ScRenameDialog *self,
            const char     *name)
{
  for (guint i = 0; self->taken != NULL && self->taken[i] != NULL; i++)
    if (sc_name_equal (self->taken[i], name))
      return g_strdup_printf (_("There is a process named “%s” already."), self->taken[i]);

  return NULL;
}

static void
name_changed_cb (ScRenameDialog *self)
{
  g_autofree char *name = get_name (self);
  g_autofree char *fault = find_fault (self, name);

  sc_entry_row_tell (self->entry, _("Name"), fault);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "rename", name[0] != '\0' && fault == NULL &&
                                         !g_str_equal (name, self->old_name));
}

static void
sc_rename_dialog_finalize (GObject *object)
{
  ScRenameDialog *self = SC_RENAME_DIALOG (object);

  g_free (self->old_name);
  g_strfreev (self->taken);

  G_OBJECT_CLASS (sc_rename_dialog_parent_class)->finalize (object);
}

static void
sc_rename_dialog_class_init (ScRenameDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_rename_dialog_finalize;
}

static void
sc_rename_dialog_init (ScRenameDialog *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);
  GtkWidget *list = gtk_list_box_new ();

  self->entry = ADW_ENTRY_ROW (sc_entry_row_new ());
  adw_entry_row_set_max_length (self->entry, 200);
  adw_entry_row_set_activates_default (self->entry, TRUE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->entry));

  adw_alert_dialog_set_heading (dialog, _("Rename Process"));
  adw_alert_dialog_add_responses (dialog, "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "rename", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "rename");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_extra_child (dialog, list);
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->entry));
}

static ScRenameDialog *
dialog_new (const char        *old_name,
            const char        *name,
            const char *const *taken)
{
  ScRenameDialog *self = g_object_new (SC_TYPE_RENAME_DIALOG, NULL);

  self->old_name = g_strdup (old_name);
  self->taken = g_strdupv ((GStrv) taken);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  name_changed_cb (self);

  return self;
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        process)
{
  g_autofree char *name = get_name (SC_RENAME_DIALOG (dialog));

  return sc_command_rename_process (*(ScProcess **) process, name);
}

static char *
create_message (AdwAlertDialog *dialog)
{
  g_autofree char *name = get_name (SC_RENAME_DIALOG (dialog));

  return g_strdup_printf (_("Renamed to “%s”"), name);
}

static AdwDialog *
ask_again (AdwAlertDialog *dialog)
{
  ScRenameDialog *old = SC_RENAME_DIALOG (dialog);
  g_autofree char *name = get_name (old);
  ScRenameDialog *self = dialog_new (old->old_name, name, (const char *const *) old->taken);

  sc_dialog_guard_touch (self->guard);

  return ADW_DIALOG (self);
}

/* A name that was taken meanwhile, which the entry says. */
static gboolean
tell_refusal (AdwAlertDialog *dialog,
              const GError   *error)
{
  ScRenameDialog *self = SC_RENAME_DIALOG (dialog);
  g_autoptr (GStrvBuilder) taken = NULL;

  if (!g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS))
    return FALSE;

  taken = g_strv_builder_new ();
  g_strv_builder_addv (taken, (const char **) self->taken);
  g_strv_builder_take (taken, get_name (self));
  g_strfreev (self->taken);
  self->taken = g_strv_builder_end (taken);
  name_changed_cb (self);

  return TRUE;
}

static gboolean
take_theirs (ScStore *store,
             gpointer process)
{
  ScProcess **old = process;
  ScProcess *theirs = sc_store_load_process (store, (*old)->id, NULL);

  if (theirs == NULL)
    return FALSE;

  sc_process_unref (*old);
  *old = theirs;

  return TRUE;
}

static void
free_process (gpointer process)
{
  sc_process_unref (*(ScProcess **) process);
  g_free (process);
}

static GStrv
list_others (GPtrArray       *processes,
             const ScProcess *process)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < processes->len; i++)
    {
      const ScProcess *other = processes->pdata[i];

      if (!g_str_equal (other->id, process->id))
        g_strv_builder_add (names, other->name);
    }

  return g_strv_builder_end (names);
}

/**
 * sc_rename_process:
 * @origin: the widget that asks, under a toast overlay
 * @store: the store
 * @process: a process
 * @processes: (element-type ScProcess): all that there are, whose names are taken
 *
 * Asks for the process's new name, and gives it.
 */
void
sc_rename_process (GtkWidget *origin,
                   ScStore   *store,
                   ScProcess *process,
                   GPtrArray *processes)
{
  const ScAskChange change = { "rename", create_command, ask_again, take_theirs, NULL, free_process, create_message,
                               tell_refusal };
  g_auto (GStrv) taken = list_others (processes, process);
  ScProcess **data = g_new (ScProcess *, 1);

  *data = sc_process_ref (process);
  sc_ask_change (ADW_DIALOG (dialog_new (process->name, process->name, (const char *const *) taken)), origin, store,
                 &change, data);
}
