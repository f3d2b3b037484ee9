/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a company's name, which offers those that are known already. */

#include "deal/sc-company-row.h"

#include <glib/gi18n-lib.h>

#include "store/sc-store-read.h"

#define N_OFFERS 8

struct _ScCompanyRow
{
  ScFieldRow parent_instance;

  GtkWidget *popover;
  GtkWidget *list;
  ScStore *store;
  GCancellable *cancellable;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ScCompanyRow, sc_company_row, SC_TYPE_FIELD_ROW);

static gpointer
list_names (ScStore      *store,
            gpointer      prefix,
            GCancellable *cancellable,
            GError      **error)
{
  return sc_store_list_companies (store, prefix, N_OFFERS, error);
}

static void
free_names (gpointer names)
{
  g_ptr_array_unref (names);
}

static void
show_offers (ScCompanyRow *self,
             GPtrArray    *names)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  guint n_shown = 0;

  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  for (guint i = 0; i < names->len; i++)
    if (!g_str_equal (names->pdata[i], text))
      {
        GtkWidget *label = gtk_label_new (names->pdata[i]);

        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
        gtk_list_box_append (GTK_LIST_BOX (self->list), label);
        n_shown++;
      }

  if (n_shown > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ScCompanyRow) self = user_data;
  g_autoptr (GPtrArray) names = sc_store_read_finish (SC_STORE (source), result, NULL);

  if (names != NULL && self->popover != NULL)
    show_offers (self, names);
}

static void
changed_cb (ScCompanyRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (self->is_filling || self->store == NULL || text[0] == '\0' || !sc_field_row_is_edited (SC_FIELD_ROW (self)))
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return;
    }

  self->cancellable = g_cancellable_new ();
  sc_store_read_async (self->store, list_names, g_strdup (text), g_free, free_names, self->cancellable, listed_cb,
                       g_object_ref (self));
}

static void
row_activated_cb (ScCompanyRow  *self,
                  GtkListBoxRow *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), gtk_label_get_label (GTK_LABEL (label)));
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->is_filling = FALSE;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  sc_field_row_commit (SC_FIELD_ROW (self));
}

static void
committed_cb (ScCompanyRow *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
key_pressed_cb (ScCompanyRow   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (!gtk_widget_get_visible (self->popover))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down)
    {
      gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
sc_company_row_dispose (GObject *object)
{
  ScCompanyRow *self = SC_COMPANY_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);
  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (sc_company_row_parent_class)->dispose (object);
}

static void
sc_company_row_class_init (ScCompanyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_company_row_dispose;
}

static void
sc_company_row_init (ScCompanyRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Known companies"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "commit", G_CALLBACK (committed_cb), NULL);
}

/**
 * sc_company_row_new:
 *
 * Returns: (transfer floating): a field for a company's name
 */
GtkWidget *
sc_company_row_new (void)
{
  return g_object_new (SC_TYPE_COMPANY_ROW, NULL);
}

/**
 * sc_company_row_set_store:
 * @self: a field
 * @store: (nullable): where companies are known
 */
void
sc_company_row_set_store (ScCompanyRow *self,
                          ScStore      *store)
{
  g_return_if_fail (SC_IS_COMPANY_ROW (self));

  g_set_object (&self->store, store);
}
