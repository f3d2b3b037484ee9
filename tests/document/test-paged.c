/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document on pages: what stands where. */

#include "document/sc-paged.h"

#include <string.h>

#include "diagram/sample.h"
#include "document-sample.h"

static ScPaged *
lay_out (ScDocument *document)
{
  ScPaged *paged = sc_paged_new (document, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);

  sc_paged_layout (paged, G_MAXUINT);

  return paged;
}

static void
test_first_page (void)
{
  g_autoptr (ScDocument) document = document_sample_of_stages (50);
  g_autoptr (ScPaged) paged = sc_paged_new (document, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);

  g_assert_true (sc_paged_layout (paged, 1));
  g_assert_false (sc_paged_is_whole (paged));
  g_assert_nonnull (sc_paged_find (paged, "contents"));
  g_assert_null (sc_paged_find (paged, "stage:50"));

  g_assert_false (sc_paged_layout (paged, G_MAXUINT));
  g_assert_true (sc_paged_is_whole (paged));
  g_assert_nonnull (sc_paged_find (paged, "stage:50"));
}

/* Everything stands on paper, in order, and is found where it stands. */
static void
test_places_in_order (void)
{
  g_autoptr (ScDocument) document = document_sample_new (SC_LANGUAGE_RU);
  g_autoptr (ScPaged) paged = lay_out (document);
  guint page = 0;

  for (guint i = 0; i < sc_paged_get_n_places (paged); i++)
    {
      const ScPagedPlace *place = sc_paged_get_place (paged, i);
      double width;
      double height;

      sc_paged_get_page_size (paged, place->page, &width, &height);
      g_assert_cmpuint (place->page, >=, page);
      g_assert_cmpfloat (place->box.x, >=, 0);
      g_assert_cmpfloat (place->box.x + place->box.width, <=, width);
      g_assert_cmpfloat (place->box.y + place->box.height, <=, height);
      g_assert_true (sc_paged_pick (paged, place->page, place->box.x + 1, place->box.y + 1) == place);
      page = place->page;
    }
  g_assert_cmpuint (page + 1, ==, sc_paged_get_n_pages (paged));
}

static void
test_search (void)
{
  g_autoptr (ScDocument) document = document_sample_of_stages (3);
  g_autoptr (ScPaged) paged = lay_out (document);
  g_autoptr (GArray) hits = sc_paged_search (paged, "ЭТАП «этап 2»");
  g_autoptr (GArray) none = sc_paged_search (paged, "нет такого");
  g_autoptr (GArray) empty = sc_paged_search (paged, "");
  const ScPagedPlace *place = sc_paged_find (paged, "stage:2");
  const ScPagedHit *last;

  /* in the contents, and where it stands */
  g_assert_cmpuint (hits->len, ==, 2);
  last = &g_array_index (hits, ScPagedHit, 1);
  g_assert_cmpuint (last->page, ==, place->page);
  g_assert_true (sc_paged_pick (paged, last->page, last->box.x + 1, last->box.y + 1) == place);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (empty->len, ==, 0);
}

/* A word that is divided at the end of a line is found as a whole, in both lines. */
static void
test_search_divided (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (ScDocument) document = NULL;
  g_autoptr (ScPaged) paged = NULL;
  g_autoptr (GArray) hits = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (words, "%s неудовлетворительность", i % 7 == 0 ? "а" : "и ещё");
  document = document_sample_of_words (words->str);
  paged = lay_out (document);
  hits = sc_paged_search (paged, "неудовлетворительность");
  g_assert_cmpuint (hits->len, >, 60);
}

static void
test_links (void)
{
  g_autoptr (ScDocument) document = document_sample_of_stages (3);
  g_autoptr (ScPaged) paged = lay_out (document);
  g_autoptr (GArray) hits = sc_paged_search (paged, "Этап «Этап 2»");
  const ScPagedHit *entry = &g_array_index (hits, ScPagedHit, 0);
  g_autofree char *link = sc_paged_pick_link (paged, entry->page, entry->box.x + 1, entry->box.y + 1);
  g_autofree char *number = sc_paged_pick_link (paged, entry->page, SC_PAGED_WIDTH - 50, entry->box.y + 1);
  g_autofree char *nothing = sc_paged_pick_link (paged, entry->page, 1, 1);

  g_assert_cmpstr (link, ==, "#stage:2");
  g_assert_cmpstr (number, ==, "#stage:2");
  g_assert_null (nothing);
}

static void
test_link_in_text (void)
{
  g_autoptr (ScDocument) document = document_sample_of_words ("Some words before [the address](https://example.org/).");
  g_autoptr (ScPaged) paged = lay_out (document);
  g_autoptr (GArray) before = sc_paged_search (paged, "words before");
  g_autoptr (GArray) hits = sc_paged_search (paged, "address");
  const ScPagedHit *hit = &g_array_index (hits, ScPagedHit, 0);
  const ScPagedHit *plain = &g_array_index (before, ScPagedHit, 0);
  g_autofree char *link = sc_paged_pick_link (paged, 0, hit->box.x + 2, hit->box.y + 2);
  g_autofree char *none = sc_paged_pick_link (paged, 0, plain->box.x + 2, plain->box.y + 2);

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (link, ==, "https://example.org/");
  g_assert_null (none);
}

/* A dense document takes the pages that it may: smaller type, more columns. One that can't
 * takes more and says so. */
static void
test_dense (void)
{
  static const struct {
    guint n_stages;
    gboolean is_overfull;
  } cases[] = { { 1, FALSE }, { 4, FALSE }, { 7, FALSE }, { 60, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScDocument) document = document_sample_of_stages (cases[i].n_stages);
      g_autoptr (ScPaged) paged = NULL;

      document->is_dense = TRUE;
      document->max_pages = 2;
      paged = lay_out (document);
      g_assert_cmpint (sc_paged_is_overfull (paged), ==, cases[i].is_overfull);
      if (!cases[i].is_overfull)
        g_assert_cmpuint (sc_paged_get_n_pages (paged), <=, 2);
    }
}

/* Every page can be painted, on the screen too. */
static void
test_paint (void)
{
  g_autoptr (ScDocument) document = document_sample_new (SC_LANGUAGE_EN);
  g_autoptr (ScPaged) paged = lay_out (document);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 850);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < sc_paged_get_n_pages (paged); i++)
    sc_paged_paint (paged, i, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_nothing (void)
{
  g_autoptr (ScDocument) document = sc_document_new (SC_LANGUAGE_EN, "Nothing");
  g_autoptr (ScPaged) paged = lay_out (document);

  g_assert_cmpuint (sc_paged_get_n_pages (paged), ==, 1);
  g_assert_null (sc_paged_find (paged, "title"));
  g_assert_null (sc_paged_pick (paged, 0, 100, 100));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paged/first-page", test_first_page);
  g_test_add_func ("/paged/places-in-order", test_places_in_order);
  g_test_add_func ("/paged/search", test_search);
  g_test_add_func ("/paged/search-divided", test_search_divided);
  g_test_add_func ("/paged/links", test_links);
  g_test_add_func ("/paged/link-in-text", test_link_in_text);
  g_test_add_func ("/paged/dense", test_dense);
  g_test_add_func ("/paged/paint", test_paint);
  g_test_add_func ("/paged/nothing", test_nothing);

  return g_test_run ();
}
