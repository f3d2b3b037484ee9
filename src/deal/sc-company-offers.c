/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offers the companies that are known beneath a field in which one is typed: Down leads
 * among them, Escape sends them away. */

#include "deal/sc-company-offers.h"

#include <glib/gi18n-lib.h>

#include "store/sc-store-read.h"

#define N_OFFERS 8

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

struct _ScCompanyOffers
{
  GObject parent_instance;

  GtkWidget *popover;
  GtkWidget *list;
  char *typed;
  ScStore *store;
  GCancellable *cancellable;
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScCompanyOffers, sc_company_offers, G_TYPE_OBJECT);

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
show_names (ScCompanyOffers *self,
            GPtrArray       *names)
{
  guint n_shown = 0;

  gtk_list_box_remove_all (GTK_LIST_BOX (self->list));
  for (guint i = 0; i < names->len; i++)
    if (g_strcmp0 (names->pdata[i], self->typed) != 0)
      {
        GtkWidget *label = gtk_label_new (names->pdata[i]);

        gtk_label_set_xalign (GTK_LABEL (label), 0);
        gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
        gtk_list_box_append (GTK_LIST_BOX (self->list), label);
        n_shown++;
      }

  if (n_shown > 0 && gtk_widget_get_mapped (gtk_widget_get_parent (self->popover)))
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ScCompanyOffers) self = user_data;
  g_autoptr (GPtrArray) names = sc_store_read_finish (SC_STORE (source), result, NULL);

  if (names != NULL && self->popover != NULL)
    show_names (self, names);
}

static void
row_activated_cb (ScCompanyOffers *self,
                  GtkListBoxRow   *row)
{
  g_autofree char *name = g_strdup (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, name);
}

static gboolean
key_pressed_cb (ScCompanyOffers *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (self->popover == NULL || !gtk_widget_get_visible (self->popover))
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
sc_company_offers_dispose (GObject *object)
{
  ScCompanyOffers *self = SC_COMPANY_OFFERS (object);

  sc_company_offers_close (self);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sc_company_offers_parent_class)->dispose (object);
}

static void
sc_company_offers_finalize (GObject *object)
{
  g_free (SC_COMPANY_OFFERS (object)->typed);

  G_OBJECT_CLASS (sc_company_offers_parent_class)->finalize (object);
}

static void
sc_company_offers_class_init (ScCompanyOffersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_company_offers_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_company_offers_finalize;

  /**
   * ScCompanyOffers::chosen:
   *
   * A person has taken one of the names.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", SC_TYPE_COMPANY_OFFERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sc_company_offers_init (ScCompanyOffers *self)
{
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
}

/**
 * sc_company_offers_new:
 * @field: the field in which a company is typed; it has to close the offers where it is
 *   disposed of
 *
 * Returns: (transfer full): offers beneath it
 */
ScCompanyOffers *
sc_company_offers_new (GtkWidget *field)
{
  ScCompanyOffers *self = g_object_new (SC_TYPE_COMPANY_OFFERS, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_parent (self->popover, field);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, keys);

  return self;
}

/**
 * sc_company_offers_set_store:
 * @self: offers
 * @store: (nullable): where companies are known
 */
void
sc_company_offers_set_store (ScCompanyOffers *self,
                             ScStore         *store)
{
  g_return_if_fail (SC_IS_COMPANY_OFFERS (self));

  g_set_object (&self->store, store);
}

/**
 * sc_company_offers_ask:
 * @self: offers
 * @typed: how a company's name begins
 *
 * Offers those whose names begin so, as soon as they are read.
 */
void
sc_company_offers_ask (ScCompanyOffers *self,
                       const char      *typed)
{
  g_return_if_fail (SC_IS_COMPANY_OFFERS (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store == NULL || typed[0] == '\0')
    {
      sc_company_offers_stop (self);
      return;
    }

  g_set_str (&self->typed, typed);
  self->cancellable = g_cancellable_new ();
  sc_store_read_async (self->store, list_names, g_strdup (typed), g_free, free_names, self->cancellable, listed_cb,
                       g_object_ref (self));
}

/**
 * sc_company_offers_stop:
 * @self: offers
 *
 * Offers nothing any more.
 */
void
sc_company_offers_stop (ScCompanyOffers *self)
{
  g_return_if_fail (SC_IS_COMPANY_OFFERS (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/**
 * sc_company_offers_close:
 * @self: offers
 *
 * Takes them away from their field, which is disposed of.
 */
void
sc_company_offers_close (ScCompanyOffers *self)
{
  g_return_if_fail (SC_IS_COMPANY_OFFERS (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}
