/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a company's name, which offers those that are known already. */

#include "deal/sc-company-row.h"

#include "deal/sc-company-offers.h"

struct _ScCompanyRow
{
  ScFieldRow parent_instance;

  ScCompanyOffers *offers;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ScCompanyRow, sc_company_row, SC_TYPE_FIELD_ROW);

static void
changed_cb (ScCompanyRow *self)
{
  if (self->is_filling || !sc_field_row_is_edited (SC_FIELD_ROW (self)))
    sc_company_offers_stop (self->offers);
  else
    sc_company_offers_ask (self->offers, gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
chosen_cb (ScCompanyRow *self,
           const char   *name)
{
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), name);
  gtk_editable_set_position (GTK_EDITABLE (self), -1);
  self->is_filling = FALSE;
  sc_field_row_commit (SC_FIELD_ROW (self));
}

static void
committed_cb (ScCompanyRow *self)
{
  sc_company_offers_stop (self->offers);
}

static void
sc_company_row_dispose (GObject *object)
{
  ScCompanyRow *self = SC_COMPANY_ROW (object);

  if (self->offers != NULL)
    sc_company_offers_close (self->offers);
  g_signal_handlers_disconnect_by_func (self, changed_cb, NULL);
  g_clear_object (&self->offers);

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
  self->offers = sc_company_offers_new (GTK_WIDGET (self));
  g_signal_connect_object (self->offers, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
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

  sc_company_offers_set_store (self->offers, store);
}
