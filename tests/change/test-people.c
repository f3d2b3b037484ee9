/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People whom deals share: who is whom, and what becomes of their phones and mails. */

#include "change/change-fixture.h"
#include "change/sc-event-text.h"
#include "change/sc-import-deals.h"

static gint64
add (ChangeFixture *self,
     const char    *person,
     const char    *company,
     const char    *phone,
     const char    *email)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();

  deal->process_id = g_strdup (self->process_id);
  deal->title = g_strdup ("deal");
  deal->person = g_strdup (person);
  deal->company = g_strdup (company);
  deal->phone = g_strdup (phone);
  deal->email = g_strdup (email);

  return change_fixture_run (self, sc_command_add_deal (deal));
}

static void
assert_person (ChangeFixture *self,
               gint64         deal_id,
               const char    *person,
               const char    *phone,
               const char    *email)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, deal_id);

  g_assert_cmpstr (deal->person, ==, person);
  g_assert_cmpstr (deal->phone, ==, phone);
  g_assert_cmpstr (deal->email, ==, email);
}

static void
set_phone (ChangeFixture *self,
           gint64         deal_id,
           const char    *phone)
{
  g_autoptr (ScDeal) before = change_fixture_load (self, deal_id);
  g_autoptr (ScDeal) after = sc_deal_copy (before);

  g_set_str (&after->phone, phone);
  change_fixture_run (self, sc_command_edit_person (before, after, SC_DEAL_FIELD_PHONE));
}

static void
set_names (ChangeFixture *self,
           gint64         deal_id,
           const char    *person,
           const char    *company)
{
  g_autoptr (ScDeal) before = change_fixture_load (self, deal_id);
  g_autoptr (ScDeal) after = sc_deal_copy (before);

  g_set_str (&after->person, person);
  g_set_str (&after->company, company);
  change_fixture_run (self, sc_command_edit_deal (before, after, SC_DEAL_FIELD_PERSON | SC_DEAL_FIELD_COMPANY));
}

static char *
tell_last (ChangeFixture *self,
           gint64         deal_id)
{
  g_autoptr (GPtrArray) events = sc_store_list_events (self->store, deal_id, NULL);
  const ScDealEvent *last = events->pdata[0];

  return last->is_voided ? g_strdup ("") : sc_deal_event_to_text (last);
}

static void
assert_told (ChangeFixture *self,
             gint64         deal_id,
             const char    *expected)
{
  g_autofree char *text = tell_last (self, deal_id);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_holds (ChangeFixture *self)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);

  g_autoptr (GError) error = NULL;
  gboolean holds = sc_store_check (self->store, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (problems->len > 0 ? problems->pdata[0] : NULL, ==, NULL);
  g_assert_true (holds);
}

static void
test_deals_share_a_person (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 one = add (self, "Ann Lee", "Acme", NULL, NULL);
  gint64 two = add (self, " ann lee", "ACME", NULL, NULL);
  gint64 other = add (self, "Ann Lee", "Isdom", NULL, NULL);

  set_phone (self, one, " +44 20 7946 0018 ");
  assert_person (self, two, "Ann Lee", "+44 20 7946 0018", NULL);
  assert_person (self, other, "Ann Lee", NULL, NULL);
  assert_told (self, one, "Phone: +44 20 7946 0018");
  assert_told (self, two, "Phone: +44 20 7946 0018");

  set_phone (self, two, "2");
  assert_told (self, one, "Phone: +44 20 7946 0018 → 2");
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_person (self, one, "Ann Lee", "+44 20 7946 0018", NULL);
  assert_told (self, one, "");
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  assert_person (self, one, "Ann Lee", "2", NULL);

  set_phone (self, one, "");
  assert_person (self, two, "Ann Lee", NULL, NULL);
  assert_holds (self);
}

static void
test_another_phone_is_another_person (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 one = add (self, "Ann", NULL, "1", NULL);
  gint64 two = add (self, "Ann", NULL, "2", "ann@example.com");
  gint64 again = add (self, "Ann", NULL, "2", NULL);

  assert_person (self, one, "Ann", "1", NULL);
  assert_person (self, again, "Ann", "2", "ann@example.com");
  set_phone (self, two, "3");
  assert_person (self, one, "Ann", "1", NULL);
  assert_person (self, again, "Ann", "3", "ann@example.com");
  assert_holds (self);
}

static void
test_no_name (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 one = add (self, NULL, "Acme", "1", NULL);
  gint64 two = add (self, " ", "Acme", "1", "ann@example.com");

  assert_person (self, one, "1", "1", NULL);
  assert_person (self, two, "ann@example.com", "1", "ann@example.com");
}

/* A name that says more, and a company's other name, are those of the same person. */
static void
test_names (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 one = add (self, "Ann", "Acme", "1", NULL);
  gint64 two = add (self, "Ann", "Acme", NULL, NULL);

  set_names (self, one, "Ann Lee", "Acme");
  assert_person (self, one, "Ann Lee", "1", NULL);
  assert_person (self, two, "Ann", "1", NULL);
  set_names (self, one, "Ann Lee", "Acme Ltd");
  assert_person (self, one, "Ann Lee", "1", NULL);
  set_names (self, one, "Bob Lee", "Acme Ltd");
  assert_person (self, one, "Bob Lee", NULL, NULL);
  set_names (self, one, "Ann Lee", "Acme Ltd");
  assert_person (self, one, "Ann Lee", "1", NULL);
  set_names (self, one, NULL, "Acme Ltd");
  assert_person (self, one, NULL, NULL, NULL);
  assert_holds (self);
}

/* All deals show the record's spelling, and the history tells the change where it was
 * made. */
static void
test_spelling (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 deal_id = add (self, "emma duval", "granite ltd", "1", NULL);
  gint64 other_id = add (self, "emma duval", "Granite LTD", "1", NULL);
  g_autoptr (ScDeal) other = change_fixture_load (self, other_id);

  g_assert_cmpstr (other->company, ==, "granite ltd");
  set_names (self, deal_id, "Emma Duval", "Granite Ltd");
  g_clear_pointer (&other, sc_deal_unref);
  other = change_fixture_load (self, other_id);
  g_assert_cmpstr (other->company, ==, "Granite Ltd");
  g_assert_cmpstr (other->person, ==, "Emma Duval");
  assert_told (self, deal_id, "Person: emma duval → Emma Duval");
  assert_holds (self);

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  g_clear_pointer (&other, sc_deal_unref);
  other = change_fixture_load (self, other_id);
  g_assert_cmpstr (other->company, ==, "granite ltd");
  g_assert_cmpstr (other->person, ==, "emma duval");
}

static void
test_clash (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 one = add (self, "Ann", "Acme", "1", NULL);
  gint64 two = add (self, "Ann", "Acme", NULL, NULL);
  g_autoptr (ScDeal) seen = change_fixture_load (self, one);
  g_autoptr (ScDeal) mine = sc_deal_copy (seen);

  g_set_str (&mine->phone, "mine");
  g_set_str (&mine->email, "mine@example.com");
  set_phone (self, two, "theirs");
  change_fixture_refuse (self, sc_command_edit_person (seen, mine, SC_DEAL_FIELD_PHONE), SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  assert_person (self, one, "Ann", "theirs", NULL);

  /* The one has not changed what the other has. */
  change_fixture_run (self, sc_command_edit_person (seen, mine, SC_DEAL_FIELD_EMAIL));
  assert_person (self, two, "Ann", "theirs", "mine@example.com");

  /* It is somebody else's phone by now. */
  set_names (self, one, "Bob", "Acme");
  change_fixture_refuse (self, sc_command_edit_person (seen, mine, SC_DEAL_FIELD_EMAIL), SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT);
  assert_person (self, one, "Bob", NULL, NULL);
}

static void
test_what_can_be_kept (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 one = add (self, "Ann", NULL, NULL, NULL);
  g_autoptr (ScDeal) before = change_fixture_load (self, one);
  g_autoptr (ScDeal) after = sc_deal_copy (before);

  g_set_str (&after->phone, "\xff");
  change_fixture_refuse (self, sc_command_edit_person (before, after, SC_DEAL_FIELD_PHONE), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  g_free (after->phone);
  after->phone = g_strnfill (1001, '5');
  change_fixture_refuse (self, sc_command_edit_person (before, after, SC_DEAL_FIELD_PHONE), SC_STORE_ERROR, SC_STORE_ERROR_INVALID);
  assert_person (self, one, "Ann", NULL, NULL);
}

typedef struct {
  const char *phones[3]; /* of the deals “0”, “1” …; the first empty one ends the table */
  guint at;
} Table;

static gboolean
next_row (ScImportRow *row,
          gpointer     user_data,
          GError     **error)
{
  static const char *const ids[] = { "0", "1", "2" };
  Table *table = user_data;

  if (table->at == G_N_ELEMENTS (table->phones) || table->phones[table->at] == NULL)
    return FALSE;

  row->external_id = (char *) ids[table->at];
  row->title = (char *) "imported";
  row->person = (char *) "Ann";
  row->company = (char *) "Acme";
  row->phone = (char *) table->phones[table->at++];

  return TRUE;
}

static ScImportCounts
import (ChangeFixture *self,
        Table          table)
{
  ScImportCounts counts;

  change_fixture_run (self, sc_command_import_deals (self->process_id, "Import", next_row, &table, &counts));

  return counts;
}

static void
assert_imported (ChangeFixture *self,
                 guint          place,
                 const char    *phone)
{
  g_autofree char *id = g_strdup_printf ("%u", place);
  g_autoptr (GPtrArray) deals = NULL;
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  guint n_found = 0;

  deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);
  for (guint i = 0; i < deals->len; i++)
    {
      const ScDeal *deal = deals->pdata[i];

      if (g_strcmp0 (deal->external_id, id) != 0)
        continue;

      g_assert_cmpstr (deal->phone, ==, phone);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* A table that gives a deal another phone says nothing of the person's other deals. */
static void
test_import (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 own = add (self, "Ann", "Acme", "1", "ann@example.com");
  ScImportCounts counts = import (self, (Table) { { "1", "1" } });

  g_assert_cmpuint (counts.n_added, ==, 2);
  assert_imported (self, 0, "1");

  counts = import (self, (Table) { { "2", "1" } });
  g_assert_cmpuint (counts.n_updated, ==, 1);
  g_assert_cmpuint (counts.n_unchanged, ==, 1);
  assert_imported (self, 0, "2");
  assert_imported (self, 1, "1");
  assert_person (self, own, "Ann", "1", "ann@example.com");

  /* The same again, and a table that does not know of phones, change nothing. */
  counts = import (self, (Table) { { "2", "1" } });
  g_assert_cmpuint (counts.n_unchanged, ==, 2);
  counts = import (self, (Table) { { "", "" } });
  g_assert_cmpuint (counts.n_unchanged, ==, 2);

  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  assert_imported (self, 0, "1");
  assert_holds (self);
  change_fixture_run (self, sc_command_redo (SC_CHANGES_OF_WINDOW, NULL));
  assert_imported (self, 0, "2");
}

static void
assert_found (ChangeFixture *self,
              const char    *search,
              guint          n_deals)
{
  g_autoptr (ScDealQuery) query = sc_deal_query_new (self->process_id);
  g_autoptr (GPtrArray) deals = NULL;

  query->search = g_strdup (search);
  deals = sc_store_list_deals (self->store, query, 0, NULL, NULL);
  g_assert_cmpuint (deals->len, ==, n_deals);
}

static void
test_search (void)
{
  g_autoptr (ChangeFixture) self = change_fixture_new ();
  gint64 one = add (self, "Ann", NULL, "+44 (20) 7946-0018", "Ann.Lee@Example.com");

  add (self, "Bob", NULL, "+44 20 1111 2222", NULL);
  add (self, "Cid", NULL, NULL, NULL);
  assert_found (self, "+44", 2);
  assert_found (self, "+442079460018", 1);
  assert_found (self, "7946-0018", 1);
  assert_found (self, "(20) 7946 0018", 1);
  assert_found (self, "ann.lee@example", 1);
  assert_found (self, "3", 1);
  assert_found (self, "#3", 1);
  assert_found (self, "№3", 1);
  assert_found (self, "#4", 0);
  assert_found (self, "7946 0018", 1);
  assert_found (self, "deal 2222 bob", 1);
  assert_found (self, "2222 ann", 0);
  assert_found (self, "-", 0);

  set_phone (self, one, "555");
  assert_found (self, "7946", 0);
  assert_found (self, "555", 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people/deals-share-a-person", test_deals_share_a_person);
  g_test_add_func ("/people/another-phone-is-another-person", test_another_phone_is_another_person);
  g_test_add_func ("/people/no-name", test_no_name);
  g_test_add_func ("/people/names", test_names);
  g_test_add_func ("/people/spelling", test_spelling);
  g_test_add_func ("/people/clash", test_clash);
  g_test_add_func ("/people/what-can-be-kept", test_what_can_be_kept);
  g_test_add_func ("/people/import", test_import);
  g_test_add_func ("/people/search", test_search);

  return g_test_run ();
}
