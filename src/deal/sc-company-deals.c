/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The other deals of a deal's company, in whatever process: each leads to itself. Where
 * there are none nothing is shown. */

#include "deal/sc-company-deals.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "toolkit/sc-plain-text.h"
#include "widgets/sc-group-rows.h"

struct _ScCompanyDeals
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  ScDealDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ScCompanyDeals, sc_company_deals, ADW_TYPE_PREFERENCES_GROUP);

static void
row_activated_cb (ScCompanyDeals *self,
                  GtkWidget      *row)
{
  const ScPlacedDeal *other;
  guint position;

  if (!g_ptr_array_find (self->rows, row, &position))
    return;

  other = self->dossier->company_deals->pdata[position];
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "(sx)", other->deal->process_id, other->deal->id);
}

/* Where it stands, what it is worth and whose it is. */
static char *
describe (const ScPlacedDeal *other)
{
  const ScDeal *deal = other->deal;
  g_autofree char *value = sc_money_to_text (deal->value);
  const char *const parts[] = {
    sc_deal_status_get_title (deal->status), sc_deal_status_is_standing (deal->status) ? other->stage_name : NULL, value,
    deal->owner, other->process_name,
  };

  return sc_deal_text_join (parts, G_N_ELEMENTS (parts));
}

static GtkWidget *
make_row (ScCompanyDeals     *self,
          const ScPlacedDeal *other)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *description = describe (other);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), other->deal->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
sc_company_deals_dispose (GObject *object)
{
  ScCompanyDeals *self = SC_COMPANY_DEALS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);

  G_OBJECT_CLASS (sc_company_deals_parent_class)->dispose (object);
}

static void
sc_company_deals_class_init (ScCompanyDealsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_company_deals_dispose;
}

static void
sc_company_deals_init (ScCompanyDeals *self)
{
  self->rows = g_ptr_array_new ();
  sc_plain_text_set_group_title (ADW_PREFERENCES_GROUP (self), _("Other Deals of the Company"));
}

/**
 * sc_company_deals_show:
 * @self: a company's deals
 * @dossier: everything about the deal beside which they are
 */
void
sc_company_deals_show (ScCompanyDeals *self,
                       ScDealDossier  *dossier)
{
  ScDealDossier *old;

  g_return_if_fail (SC_IS_COMPANY_DEALS (self));

  old = self->dossier;
  self->dossier = sc_deal_dossier_ref (dossier);
  g_clear_pointer (&old, sc_deal_dossier_unref);

  sc_group_rows_clear (ADW_PREFERENCES_GROUP (self), self->rows);

  for (guint i = 0; i < dossier->company_deals->len; i++)
    sc_group_rows_add (ADW_PREFERENCES_GROUP (self), self->rows, make_row (self, dossier->company_deals->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), dossier->company_deals->len > 0);
}
