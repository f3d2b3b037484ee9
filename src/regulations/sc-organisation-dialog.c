/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks who gives out a process's documents, who approves them, and what is aimed at. */

#include "regulations/sc-organisation-dialog.h"

#include <glib/gi18n-lib.h>

#include "change/sc-document-commands.h"
#include "files/sc-source.h"
#include "model/sc-logo.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-change.h"
#include "widgets/sc-date-row.h"
#include "widgets/sc-origin.h"

struct _ScOrganisationDialog
{
  AdwDialog parent_instance;

  AdwEntryRow *name_row;
  AdwEntryRow *short_name_row;
  AdwEntryRow *city_row;
  AdwActionRow *logo_row;
  GtkPicture *logo_picture;
  GtkWidget *logo_clear_button;
  AdwEntryRow *code_row;
  AdwEntryRow *owner_post_row;
  ScDateRow *effective_row;
  AdwComboRow *approval_row;
  AdwEntryRow *approver_row;
  AdwEntryRow *approver_post_row;
  AdwSpinRow *cycle_row;
  AdwSpinRow *discovery_row;
  AdwSpinRow *predictability_row;
  AdwBanner *banner;
  GtkWidget *save_button;

  ScDialogGuard *guard;
  ScStore *store;
  ScProcess *process;
  ScOrganisation *before;
  GBytes *logo;
  ScOrigin *origin;
};

G_DEFINE_FINAL_TYPE (ScOrganisationDialog, sc_organisation_dialog, ADW_TYPE_DIALOG);

/* A row below its first target has none: no cycle takes no days. */
static gboolean
show_target_cb (ScOrganisationDialog *self,
                AdwSpinRow           *row)
{
  double value = adw_spin_row_get_value (row);
  double first = row == self->cycle_row ? 1 : 0;
  g_autofree char *text = value < first ? g_strdup (_("Not set")) : g_strdup_printf ("%.0f", value);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text);

  return TRUE;
}

static int
get_target (ScOrganisationDialog *self,
            AdwSpinRow           *row)
{
  double value = adw_spin_row_get_value (row);

  return value < (row == self->cycle_row ? 1 : 0) ? SC_TARGET_NONE : (int) value;
}

static void
set_target (ScOrganisationDialog *self,
            AdwSpinRow           *row,
            int                   target)
{
  adw_spin_row_set_value (row, target == SC_TARGET_NONE ? (row == self->cycle_row ? 0 : -1) : target);
  show_target_cb (self, row);
}

static void
show_logo (ScOrganisationDialog *self)
{
  g_autoptr (GdkTexture) texture = self->logo != NULL ? gdk_texture_new_from_bytes (self->logo, NULL) : NULL;

  gtk_picture_set_paintable (self->logo_picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->logo_picture), texture != NULL);
  gtk_widget_set_visible (self->logo_clear_button, self->logo != NULL);
  adw_action_row_set_subtitle (self->logo_row, self->logo == NULL ? _("None") : texture == NULL ? _("A drawing") : "");
}

static void
set_logo (ScOrganisationDialog *self,
          GBytes               *logo)
{
  g_clear_pointer (&self->logo, g_bytes_unref);
  self->logo = logo != NULL ? g_bytes_ref (logo) : NULL;
  show_logo (self);
}

static void
logo_cleared_cb (ScOrganisationDialog *self)
{
  set_logo (self, NULL);
  sc_dialog_guard_touch (self->guard);
}

static void
tell (ScOrganisationDialog *self,
      const char           *message)
{
  adw_banner_set_title (self->banner, message != NULL ? message : "");
  adw_banner_set_revealed (self->banner, message != NULL);
  if (message != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
logo_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ScOrganisationDialog) self = user_data;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) logo = NULL;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (source), result, &contents, &length, NULL, &error))
    {
      tell (self, error->message);
      return;
    }

  logo = g_bytes_new_take (g_steal_pointer (&contents), length);
  if (sc_logo_get_media_type (logo) == NULL)
    {
      tell (self, _("This is not a logo. Choose a PNG, JPEG or SVG picture of at most 2 MiB."));
      return;
    }

  tell (self, NULL);
  set_logo (self, logo);
  sc_dialog_guard_touch (self->guard);
}

static void
logo_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (ScOrganisationDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    g_file_load_contents_async (file, NULL, logo_loaded_cb, g_steal_pointer (&self));
}

static void
choose_logo_cb (ScOrganisationDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_add_mime_type (filter, "image/svg+xml");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _("Choose a Logo"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, logo_chosen_cb,
                        g_object_ref (self));
}

static void
take_text (char       **text,
           AdwEntryRow *row)
{
  g_autofree char *entered = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  g_set_str (text, entered);
}

static ScOrganisation *
get_entered (ScOrganisationDialog *self)
{
  ScOrganisation *entered = sc_organisation_copy (self->before);

  take_text (&entered->name, self->name_row);
  take_text (&entered->short_name, self->short_name_row);
  take_text (&entered->city, self->city_row);
  g_clear_pointer (&entered->logo, g_bytes_unref);
  entered->logo = self->logo != NULL ? g_bytes_ref (self->logo) : NULL;
  take_text (&entered->code, self->code_row);
  take_text (&entered->owner_post, self->owner_post_row);
  entered->effective = sc_date_row_get_date (self->effective_row);
  entered->approval = adw_combo_row_get_selected (self->approval_row);
  take_text (&entered->approver, self->approver_row);
  take_text (&entered->approver_post, self->approver_post_row);
  entered->target_cycle = get_target (self, self->cycle_row);
  entered->target_discovery = get_target (self, self->discovery_row);
  entered->target_predictability = get_target (self, self->predictability_row);

  return entered;
}

static void
set_text (AdwEntryRow *row,
          const char  *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
show (ScOrganisationDialog *self,
      const ScOrganisation *organisation)
{
  set_text (self->name_row, organisation->name);
  set_text (self->short_name_row, organisation->short_name);
  set_text (self->city_row, organisation->city);
  set_logo (self, organisation->logo);
  set_text (self->code_row, organisation->code);
  set_text (self->owner_post_row, organisation->owner_post);
  sc_date_row_set_date (self->effective_row, organisation->effective);
  adw_combo_row_set_selected (self->approval_row, organisation->approval);
  set_text (self->approver_row, organisation->approver);
  set_text (self->approver_post_row, organisation->approver_post);
  set_target (self, self->cycle_row, organisation->target_cycle);
  set_target (self, self->discovery_row, organisation->target_discovery);
  set_target (self, self->predictability_row, organisation->target_predictability);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ScOrganisationDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);

  sc_dialog_guard_set_busy (self->guard, FALSE);
  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (outcome == NULL)
    {
      tell (self, error->message);
      return;
    }

  if (outcome->change_id != 0)
    sc_toast_show_undo (sc_origin_get_widget (self->origin), _("Organisation and approval changed"), SC_STORE (source),
                        outcome->change_id);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
save_cb (ScOrganisationDialog *self)
{
  g_autoptr (ScOrganisation) entered = get_entered (self);

  tell (self, NULL);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  sc_dialog_guard_set_busy (self->guard, TRUE);
  sc_command_run_async (sc_command_set_organisation (self->process, self->before, entered), self->store, NULL, saved_cb,
                        g_object_ref (self));
}

static void
cancel_cb (ScOrganisationDialog *self)
{
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
sc_organisation_dialog_dispose (GObject *object)
{
  ScOrganisationDialog *self = SC_ORGANISATION_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->process, sc_process_unref);
  g_clear_pointer (&self->before, sc_organisation_free);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_clear_pointer (&self->origin, sc_origin_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_ORGANISATION_DIALOG);

  G_OBJECT_CLASS (sc_organisation_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, short_name_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, city_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, logo_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, logo_picture);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, logo_clear_button);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, owner_post_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, effective_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, approval_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, approver_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, approver_post_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, cycle_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, discovery_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, predictability_row);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, ScOrganisationDialog, save_button);
}

static void
sc_organisation_dialog_class_init (ScOrganisationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_organisation_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/regulations/sc-organisation-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, logo_cleared_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_target_cb);
}

static void
sc_organisation_dialog_init (ScOrganisationDialog *self)
{
  g_type_ensure (SC_TYPE_DATE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sc_organisation_dialog_present:
 * @origin: the view that asks
 * @store: the store
 * @process: whose documents they are
 * @organisation: what is known
 *
 * Lets a person change it. What was entered is asked about before it is lost, and what
 * others have changed meanwhile is not overwritten unseen.
 */
void
sc_organisation_dialog_present (GtkWidget            *origin,
                                ScStore              *store,
                                ScProcess            *process,
                                const ScOrganisation *organisation)
{
  ScOrganisationDialog *self = g_object_new (SC_TYPE_ORGANISATION_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->process = sc_process_ref (process);
  self->before = sc_organisation_copy (organisation);
  self->origin = sc_origin_new (origin);
  show (self, organisation);
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  adw_dialog_present (ADW_DIALOG (self), origin);
}
