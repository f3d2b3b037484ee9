/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The field at the head of a column that adds deals: a title after the other, and
 * those that could not be added stand in it once more. */

#include "pipeline/sc-stage-column-private.h"

#include <glib/gi18n-lib.h>

static void
add_clicked_cb (ScStageColumn *self)
{
  sc_stage_column_start_adding (self);
}

static void
stop_adding (ScStageColumn *self)
{
  gtk_revealer_set_reveal_child (self->add_revealer, FALSE);
}

/* A title that is not added is no deal yet. */
static char *
get_title (ScStageColumn *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_entry))));
}

/* What could not be added stands to be added again, one after the other. */
static void
offer_refused (ScStageColumn *self)
{
  g_autofree char *title = NULL;

  if (self->refused->len == 0 || gtk_entry_get_text_length (self->add_entry) > 0)
    return;

  title = g_ptr_array_steal_index (self->refused, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), title);
  gtk_revealer_set_reveal_child (self->add_revealer, TRUE);
}

static void
add_activated_cb (ScStageColumn *self)
{
  g_autofree char *title = get_title (self);

  if (title[0] == '\0')
    return;

  g_ptr_array_add (self->sent, g_strdup (title));
  g_signal_emit_by_name (self, "add", title);
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
  offer_refused (self);
}

static gboolean
add_key_pressed_cb (ScStageColumn  *self,
                    guint           keyval,
                    guint           keycode,
                    GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_adding (self);
  if ((self->added_id == 0 || !sc_stage_column_focus_deal (self, self->added_id)) && !sc_stage_column_focus (self))
    gtk_widget_grab_focus (self->add_button);

  return GDK_EVENT_STOP;
}

static void
add_focus_left_cb (ScStageColumn *self)
{
  /* What is typed is kept until it is added or taken back. */
  if (gtk_entry_get_text_length (self->add_entry) == 0)
    stop_adding (self);
}

static ScSaveState
get_state (ScUnsaved *unsaved)
{
  g_autofree char *title = get_title (SC_STAGE_COLUMN (unsaved));

  return title[0] != '\0' ? SC_SAVE_STATE_UNSAVED : SC_SAVE_STATE_SAVED;
}

static char *
describe (ScUnsaved *unsaved)
{
  g_autofree char *title = get_title (SC_STAGE_COLUMN (unsaved));

  return g_strdup_printf (_("New deal “%s”"), title);
}

static void
give_up (ScUnsaved *unsaved)
{
  g_ptr_array_set_size (SC_STAGE_COLUMN (unsaved)->refused, 0);
  gtk_editable_set_text (GTK_EDITABLE (SC_STAGE_COLUMN (unsaved)->add_entry), "");
}

static void
reveal (ScUnsaved *unsaved)
{
  sc_stage_column_start_adding (SC_STAGE_COLUMN (unsaved));
}

void
sc_stage_column_unsaved_init (ScUnsavedInterface *iface)
{
  iface->speaks_for_children = TRUE;
  iface->get_state = get_state;
  iface->describe = describe;
  iface->give_up = give_up;
  iface->reveal = reveal;
}

/**
 * sc_stage_column_start_adding:
 * @self: a column
 *
 * Opens the field for the title of a new deal.
 */
void
sc_stage_column_start_adding (ScStageColumn *self)
{
  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  self->added_id = 0;
  sc_stage_column_hide_parked (self);
  gtk_revealer_set_reveal_child (self->add_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_entry));
}

/**
 * sc_stage_column_set_added:
 * @self: a column
 * @deal_id: the deal that has been added in its field, 0 where it could not be
 *
 * To be called for each deal that it asked to be added, in order. The deal gets
 * the focus when the field closes; one that could not be added stands in the
 * field once more.
 */
void
sc_stage_column_set_added (ScStageColumn *self,
                           gint64         deal_id)
{
  g_autofree char *title = NULL;

  g_return_if_fail (SC_IS_STAGE_COLUMN (self));

  if (self->sent->len > 0)
    title = g_ptr_array_steal_index (self->sent, 0);
  if (deal_id != 0)
    self->added_id = deal_id;
  else if (title != NULL && self->add_entry != NULL)
    {
      g_ptr_array_add (self->refused, g_steal_pointer (&title));
      offer_refused (self);
    }
}

void
sc_stage_column_bind_adding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_focus_left_cb);
}
