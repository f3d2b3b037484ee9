/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made-up deals with the figures of them, for tests of which deals these count. */

#include "insight/insight-deals-fixture.h"

#include "change/sc-add-sample.h"
#include "insight/sc-insight-deals.h"
#include "insight/sc-insight-readers.h"
#include "method/sc-proposal.h"
#include "store/sc-past.h"

#define N_DEALS 200

static const ScAspects aspects = {
  { SC_SELLING_CONSULTATIVE, SC_NOVELTY_INNOVATIVE, SC_DEMAND_FORMED, SC_MARKET_B2B, SC_OFFER_PRODUCT,
    SC_PAYMENT_AFTER_ONBOARDING },
};

static void
add_sample (ScStore *store)
{
  ScSampleProcess process = { .name = "Software", .version = sc_proposal_new (&aspects, SC_LANGUAGE_EN), .share = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (sc_command_add_sample (&process, 1, N_DEALS, 7), store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome);
  sc_version_unref (process.version);
}

DealsFixture *
deals_fixture_new (void)
{
  DealsFixture *self = g_new0 (DealsFixture, 1);
  g_autoptr (GPtrArray) processes = NULL;
  g_autoptr (GError) error = NULL;

  self->base = store_fixture_new ();
  add_sample (self->base->store);
  processes = sc_store_list_processes (self->base->store, FALSE, &error);
  g_assert_no_error (error);
  self->query = sc_figures_query_new (((ScProcess *) processes->pdata[0])->id);
  self->version = sc_store_load_version (self->base->store, self->query->process_id, SC_VERSION_WANTED_PUBLISHED, &error);
  g_assert_no_error (error);
  self->names = sc_store_list_stage_names (self->base->store, self->query->process_id, &error);
  g_assert_no_error (error);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
deals_fixture_free (DealsFixture *self)
{
  sc_insight_figures_clear (&self->figures);
  sc_figures_query_free (self->query);
  sc_version_unref (self->version);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->seen);
  store_fixture_free (self->base);
  g_free (self);
}

void
deals_fixture_read (DealsFixture *self)
{
  g_autoptr (GError) error = NULL;

  sc_insight_figures_clear (&self->figures);
  self->figures.cycle = sc_cycle_read (self->base->store, self->query, NULL, &error);
  g_assert_no_error (error);
  self->figures.flow = sc_flow_read (self->base->store, self->query, NULL, &error);
  g_assert_no_error (error);
  self->figures.discovery = sc_discovery_read (self->base->store, self->query, NULL, &error);
  g_assert_no_error (error);
  self->figures.record = sc_forecast_record_read (self->base->store, self->query, SC_FORECAST_DAYS, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->figures.versions = sc_versions_figures_read (self->base->store, self->query, NULL, &error);
  g_assert_no_error (error);
}

/* The list of deals has as many rows, and a name. */
void
deals_fixture_check (DealsFixture *self,
                     char         *key,
                     guint         n)
{
  g_autofree char *owned = key;
  g_autoptr (ScFigureDeals) deals = sc_figure_deals_parse (key);
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->query->process_id);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert_nonnull (deals);
  query->only = sc_figure_deals_list (self->base->store, self->query, deals, NULL, &error);
  g_assert_no_error (error);
  if (query->only->len != n)
    g_error ("%s: %u deals, where the figure is %u", key, query->only->len, n);
  g_assert_cmpuint (sc_store_count_deals (self->base->store, query, NULL, &error), ==, n);
  g_assert_no_error (error);
  name = sc_insight_deals_tell (deals, self->version, self->names, self->query->unit);
  g_assert_cmpstr (name, !=, "");
  if (n > 0)
    g_hash_table_add (self->seen, g_strdup_printf ("%d", deals->which));
}

GArray *
deals_fixture_list (DealsFixture *self,
                    char         *key)
{
  g_autofree char *owned = key;
  g_autoptr (ScFigureDeals) deals = sc_figure_deals_parse (key);
  g_autoptr (GError) error = NULL;
  GArray *ids;

  g_assert_nonnull (deals);
  ids = sc_figure_deals_list (self->base->store, self->query, deals, NULL, &error);
  g_assert_no_error (error);

  return ids;
}

void
deals_fixture_assert_seen (DealsFixture       *self,
                           const ScFigureCase *cases,
                           guint               n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", cases[i]);

      if (!g_hash_table_contains (self->seen, id))
        g_error ("no deals of case %s", id);
    }
}
