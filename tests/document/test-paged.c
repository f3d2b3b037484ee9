/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document on pages: what stands where. */

#include "diagram/sample.h"
#include "document/sc-paged.h"
#include "paper-sample.h"

static void
test_first_page (void)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = paper_sample_new (version);
  g_autoptr (ScPaged) paged = sc_paged_new (document, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);

  g_assert_true (sc_paged_layout (paged, 0));
  g_assert_false (sc_paged_is_whole (paged));
  g_assert_nonnull (sc_paged_find (paged, "title"));
  g_assert_null (sc_paged_find (paged, "acknowledgement-sheet"));

  g_assert_false (sc_paged_layout (paged, G_MAXUINT));
  g_assert_true (sc_paged_is_whole (paged));
  g_assert_nonnull (sc_paged_find (paged, "acknowledgement-sheet"));
}

static void
test_places_in_order (void)
{
  g_autoptr (ScVersion) version = sample_proposal (SC_LANGUAGE_RU);
  g_autoptr (ScDocument) document = paper_sample_new (version);
  g_autoptr (ScPaged) paged = sc_paged_new (document, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);
  guint page = 0;

  sc_paged_layout (paged, G_MAXUINT);
  for (guint i = 0; i < sc_paged_get_n_places (paged); i++)
    {
      const ScPagedPlace *place = sc_paged_get_place (paged, i);

      g_assert_cmpuint (place->page, >=, page);
      g_assert_cmpfloat (place->box.y + place->box.height, <=, SC_PAGED_HEIGHT);
      g_assert_true (sc_paged_pick (paged, place->page, place->box.x + 1, place->box.y + 1) == place);
      page = place->page;
    }
  g_assert_cmpuint (page + 1, ==, sc_paged_get_n_pages (paged));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paged/first-page", test_first_page);
  g_test_add_func ("/paged/places-in-order", test_places_in_order);

  return g_test_run ();
}
