/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for another title of a deal beside its card. What is typed is saved by
 * Enter, and when it is left, as in a field; Escape gives it up. Where it is
 * refused it is back with the reason, and what was typed is still there. */

#include "pipeline/sc-rename-popover.h"

#include <glib/gi18n-lib.h>

#include "change/sc-deal-commands.h"
#include "deal/sc-deal-text.h"
#include "unsaved/sc-unsaved.h"
#include "widgets/sc-change.h"
#include "widgets/sc-error-dialog.h"
#include "widgets/sc-origin.h"

struct _ScRenamePopover
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkLabel *message;

  ScStore *store;
  ScDeal *deal;
  gboolean is_asking; /* until the title is saved or given up */
  gboolean is_saving;
};

static void sc_rename_popover_unsaved_init (ScUnsavedInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScRenamePopover, sc_rename_popover, GTK_TYPE_POPOVER,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_rename_popover_unsaved_init));

typedef struct {
  ScRenamePopover *popover;
  ScOrigin *origin;
  ScDeal *deal;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->popover);
  sc_origin_free (saving->origin);
  sc_deal_unref (saving->deal);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
tell (ScRenamePopover *self,
      const char      *message)
{
  gboolean is_wrong = message != NULL;

  gtk_label_set_label (self->message, is_wrong ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), is_wrong);
  if (is_wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (is_wrong)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->entry), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Where others have given it another title meanwhile, it is theirs that the next
 * try replaces: the person has been told. */
static gboolean
take_theirs (ScRenamePopover *self)
{
  ScDeal *theirs = sc_store_load_deal (self->store, self->deal->id, NULL);

  if (theirs == NULL)
    return FALSE;

  sc_deal_unref (self->deal);
  self->deal = theirs;

  return TRUE;
}

static void
refuse (ScRenamePopover *self,
        const GError    *error)
{
  gboolean is_theirs = g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT) && take_theirs (self);

  tell (self, is_theirs ? sc_conflict_get_advice () : error->message);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}

static void
end (ScRenamePopover *self)
{
  self->is_asking = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
tell_saved (Saving          *saving,
            ScStore         *store,
            const ScOutcome *outcome)
{
  g_autofree char *message = NULL;

  if (outcome->change_id == 0)
    return;

  /* Translators: a field such as Value, then a deal */
  message = g_strdup_printf (_("“%1$s” of “%2$s” changed"), _("Title"), sc_deal_get_title (saving->deal));
  sc_toast_show_undo (sc_origin_get_widget (saving->origin), message, store, outcome->change_id);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  ScRenamePopover *self = saving->popover;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  /* Another deal's title may be asked for by now. */
  gboolean is_same = self->deal == saving->deal;
  GtkWidget *board = gtk_widget_get_parent (GTK_WIDGET (self));

  if (is_same)
    self->is_saving = FALSE;

  if (outcome == NULL && is_same && board != NULL && gtk_widget_get_mapped (board))
    refuse (self, error);
  else
    {
      if (is_same)
        end (self);
      if (outcome != NULL)
        tell_saved (saving, SC_STORE (source), outcome);
      else
        sc_error_dialog_present (sc_origin_find_parent (saving->origin), _("The Change Was Not Saved"), error);
    }
  sc_unsaved_settled (SC_UNSAVED (self));
}

static void
save (ScRenamePopover *self,
      const char      *title)
{
  g_autoptr (ScDeal) after = sc_deal_copy (self->deal);
  Saving *saving = g_new0 (Saving, 1);

  g_set_str (&after->title, title);
  saving->popover = g_object_ref (self);
  saving->origin = sc_origin_new (gtk_widget_get_parent (GTK_WIDGET (self)));
  saving->deal = sc_deal_ref (self->deal);
  self->is_saving = TRUE;
  tell (self, NULL);
  sc_command_run_async (sc_command_edit_deal (self->deal, after, SC_DEAL_FIELD_TITLE), self->store, NULL,
                        saved_cb, saving);
}

/* Returns: (nullable): what is typed, where it is another title. */
static char *
dup_other_title (ScRenamePopover *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (!self->is_asking || title[0] == '\0' || g_strcmp0 (title, self->deal->title) == 0)
    return NULL;

  return g_steal_pointer (&title);
}

static void
activated_cb (ScRenamePopover *self)
{
  g_autofree char *title = dup_other_title (self);

  if (self->is_saving)
    return;

  if (title == NULL)
    end (self);
  else
    save (self, title);
}

/* What was refused waits until a person says what becomes of it. */
static gboolean
is_refused (ScRenamePopover *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->message));
}

static void
sc_rename_popover_unmap (GtkWidget *widget)
{
  ScRenamePopover *self = SC_RENAME_POPOVER (widget);
  g_autofree char *title = dup_other_title (self);

  GTK_WIDGET_CLASS (sc_rename_popover_parent_class)->unmap (widget);

  if (self->is_saving)
    return;

  if (title != NULL && !is_refused (self))
    save (self, title);
  else
    self->is_asking = FALSE;
}

static gboolean
key_pressed_cb (ScRenamePopover *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || self->is_saving)
    return GDK_EVENT_PROPAGATE;

  end (self);

  return GDK_EVENT_STOP;
}

static ScSaveState
sc_rename_popover_get_state (ScUnsaved *unsaved)
{
  ScRenamePopover *self = SC_RENAME_POPOVER (unsaved);
  g_autofree char *title = dup_other_title (self);

  if (self->is_saving)
    return SC_SAVE_STATE_SAVING;

  return title != NULL ? SC_SAVE_STATE_UNSAVED : SC_SAVE_STATE_SAVED;
}

static char *
sc_rename_popover_describe (ScUnsaved *unsaved)
{
  /* Translators: a field such as Value, then a deal */
  return g_strdup_printf (_("%1$s of “%2$s”"), _("Title"), sc_deal_get_title (SC_RENAME_POPOVER (unsaved)->deal));
}

static void
sc_rename_popover_commit (ScUnsaved *unsaved)
{
  ScRenamePopover *self = SC_RENAME_POPOVER (unsaved);

  if (self->is_asking && !is_refused (self))
    activated_cb (self);
}

static void
sc_rename_popover_give_up (ScUnsaved *unsaved)
{
  end (SC_RENAME_POPOVER (unsaved));
}

static void
sc_rename_popover_reveal (ScUnsaved *unsaved)
{
  ScRenamePopover *self = SC_RENAME_POPOVER (unsaved);

  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}

static void
sc_rename_popover_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = sc_rename_popover_get_state;
  iface->describe = sc_rename_popover_describe;
  iface->commit = sc_rename_popover_commit;
  iface->give_up = sc_rename_popover_give_up;
  iface->reveal = sc_rename_popover_reveal;
}

static void
sc_rename_popover_dispose (GObject *object)
{
  ScRenamePopover *self = SC_RENAME_POPOVER (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->deal, sc_deal_unref);

  G_OBJECT_CLASS (sc_rename_popover_parent_class)->dispose (object);
}

static void
sc_rename_popover_class_init (ScRenamePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_rename_popover_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = sc_rename_popover_unmap;
}

static void
sc_rename_popover_init (ScRenamePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *message = gtk_label_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 30);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 500);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  self->message = GTK_LABEL (message);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_width_chars (self->message, 30);
  gtk_label_set_max_width_chars (self->message, 30);
  gtk_widget_add_css_class (message, "error");
  gtk_widget_set_visible (message, FALSE);

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), message);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * sc_rename_popover_new:
 *
 * Returns: (transfer floating): a popover, to be given a parent
 */
GtkWidget *
sc_rename_popover_new (void)
{
  return g_object_new (SC_TYPE_RENAME_POPOVER, NULL);
}

/**
 * sc_rename_popover_ask:
 * @self: a popover
 * @store: the store
 * @deal: a deal
 * @area: where its card is, in the popover's parent
 *
 * Asks for another title of the deal.
 */
void
sc_rename_popover_ask (ScRenamePopover    *self,
                       ScStore            *store,
                       ScDeal             *deal,
                       const GdkRectangle *area)
{
  ScDeal *old;

  g_return_if_fail (SC_IS_RENAME_POPOVER (self));

  sc_rename_popover_commit (SC_UNSAVED (self));
  old = self->deal;
  g_set_object (&self->store, store);
  self->deal = sc_deal_copy (deal);
  g_clear_pointer (&old, sc_deal_unref);
  self->is_asking = TRUE;
  self->is_saving = FALSE;
  tell (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), deal->title != NULL ? deal->title : "");
  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}
