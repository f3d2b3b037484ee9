/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A draft is edited here and by a second writer: what is shown, what is kept and
 * what others did come together, and nothing goes without a word. */

#include "draft/draft-fixture.h"
#include "draft/sc-scheme-cells.h"
#include "draft/sc-scheme-edits.h"
#include "method/sc-stage-edits.h"

static void
test_an_edit_shows_at_once (void)
{
  g_autoptr (DraftFixture) self = draft_fixture_open ();
  const char *a = draft_fixture_get_stage (self, "A");

  g_assert_true (sc_scheme_rename (self->design, a, "Contact"));
  g_assert_cmpstr (draft_fixture_name_of (self, a), ==, "Contact");
  g_assert_cmpint (sc_design_get_version (self->design)->status, ==, SC_VERSION_DRAFT);
  g_assert_true (sc_design_is_saving (self->design));
  g_assert_cmpstr (sc_version_find_stage (sc_design_get_published (self->design), a, NULL)->name, ==, "A");

  draft_fixture_settle (self);
  draft_fixture_check_same (self);
  g_assert_cmpstr (draft_fixture_name_of (self, a), ==, "Contact");
  g_assert_cmpuint (self->n_failures + self->n_clashes, ==, 0);
}

static void
check_cells (DraftFixture *self,
             guint         position,
             const char   *expected)
{
  ScVersion *version = sc_design_get_version (self->design);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *row = NULL;

  g_ptr_array_add (ids, sc_version_get_stage (version, position)->id);
  row = sc_stage_cells_copy (version, ids);
  g_assert_cmpstr (row, ==, expected);
}

/* From a spreadsheet into the cells, all of it or nothing; what is behind the last stage is new,
 * and so is a role that nobody knew. */
static void
test_a_table_is_pasted (void)
{
  g_autoptr (DraftFixture) self = draft_fixture_open ();
  g_autoptr (GError) error = NULL;
  guint n = sc_design_get_version (self->design)->stages->len;
  const char *first = sc_version_get_stage (sc_design_get_version (self->design), 0)->id;
  g_autofree char *name = g_strdup (sc_version_get_stage (sc_design_get_version (self->design), 0)->name);

  g_assert_true (sc_scheme_paste_cells (self->design, first, SC_STAGE_RESPONSIBLE,
                                        "Captain\t1,5 дня\t30 %\r\nCaptain\t3 hours\t0,4\r\n", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sc_version_get_stage (sc_design_get_version (self->design), 0)->name, ==, name);
  g_assert_cmpfloat (sc_version_get_stage (sc_design_get_version (self->design), 1)->probability, ==, 0.4);
  g_assert_nonnull (sc_version_find_role_by_name (sc_design_get_version (self->design), "Captain"));

  g_assert_false (sc_scheme_paste_cells (self->design, first, SC_STAGE_TIME, "2 days\t50\nsoon\t60", &error));
  g_assert_error (error, SC_CELL_ERROR, SC_CELL_ERROR_NOT_UNDERSTOOD);
  g_assert_cmpstr (error->message, ==, "Row 2: “soon” is not understood. Possible are times such as 5, 1.5 or 3 hours");
  g_assert_cmpfloat (sc_version_get_stage (sc_design_get_version (self->design), 0)->probability, ==, 0.3);
  g_clear_error (&error);

  /* With headings the columns are as they say. */
  first = sc_version_get_stage (sc_design_get_version (self->design), n - 1)->id;
  g_assert_true (sc_scheme_paste_cells (self->design, first, SC_STAGE_KINDS,
                                        "Срок\tЭтап\tВероятность\n2 дня\tДоговор\t60%\n4 дня\tОплата счёта\t90%", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sc_design_get_version (self->design)->stages->len, ==, n + 1);
  g_assert_cmpstr (sc_version_get_stage (sc_design_get_version (self->design), n - 1)->name, ==, "Договор");
  g_assert_cmpstr (sc_version_get_stage (sc_design_get_version (self->design), n)->name, ==, "Оплата счёта");
  g_assert_cmpuint (sc_version_get_stage (sc_design_get_version (self->design), n)->duration.value, ==, 4);
  draft_fixture_settle (self);
  draft_fixture_check_same (self);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

/* What stands over a column says where it goes, wherever the paste begins; it is never a value,
 * and what has no name renames nothing. */
static void
test_headings_say_what_goes_where (void)
{
  static const struct {
    ScStageColumn begin;
    const char *text;
    const char *rows[2];
  } cases[] = {
    { SC_STAGE_NAME, "Responsible\tDays\nBDR team\t4\nPresales\t6",
      { "A\tOther\tBDR team\t4 working days\t\t1\n", "B\tOther\tPresales\t6 working days\t\t1\n" } },
    { SC_STAGE_RESPONSIBLE, "Ответственный\tДней\r\nBDR team\t4\r\nPresales\t6\r\n",
      { "A\tOther\tBDR team\t4 working days\t\t1\n", "B\tOther\tPresales\t6 working days\t\t1\n" } },
    { SC_STAGE_NAME, "Вид шага\tНорматив\tКритерии\nProposal\t3 hours\t7\nDemo\t2\t8",
      { "A\tProposal\t\t3 working hours\t\t1\n", "B\tPresentation\t\t2 working days\t\t1\n" } },
    { SC_STAGE_RESPONSIBLE, "Responsible\nBDR team\nPresales", { "A\tOther\tBDR team\t3 working days\t\t1\n", "B\tOther\tPresales\t3 working days\t\t1\n" } },
    { SC_STAGE_NAME, "Ответственный\nBDR team\nPresales", { "A\tOther\tBDR team\t3 working days\t\t1\n", "B\tOther\tPresales\t3 working days\t\t1\n" } },
    { SC_STAGE_TIME, "Срок, часов\n4\n\n", { "A\tOther\t\t4 working hours\t\t1\n", "B\tOther\t\t3 working days\t\t1\n" } },
    { SC_STAGE_PROBABILITY, "Win rate\n0.4\n1", { "A\tOther\t\t3 working days\t40%\t1\n", "B\tOther\t\t3 working days\t100%\t1\n" } },
    { SC_STAGE_RESPONSIBLE, "Stage\tNote\n1. Lead\tx\n2. Offer\ty", { "Lead\tOther\t\t3 working days\t\t1\n", "Offer\tOther\t\t3 working days\t\t1\n" } },
    /* These are values. */
    { SC_STAGE_RESPONSIBLE, "Менеджер\nOwner", { "A\tOther\tМенеджер\t3 working days\t\t1\n", "B\tOther\tOwner\t3 working days\t\t1\n" } },
    { SC_STAGE_NAME, "Demo day\tProposal\nOffer\tDemo", { "Demo day\tProposal\t\t3 working days\t\t1\n", "Offer\tPresentation\t\t3 working days\t\t1\n" } },
    { SC_STAGE_NAME, "Owner\nLead", { "Owner\tOther\t\t3 working days\t\t1\n", "Lead\tOther\t\t3 working days\t\t1\n" } },
    { SC_STAGE_RESPONSIBLE, "Responsible", { "A\tOther\tResponsible\t3 working days\t\t1\n", "B\tOther\t\t3 working days\t\t1\n" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DraftFixture) self = draft_fixture_open ();
      g_autoptr (GError) error = NULL;
      const char *first = sc_version_get_stage (sc_design_get_version (self->design), 0)->id;

      g_test_message ("case %u", i);
      g_assert_true (sc_scheme_paste_cells (self->design, first, cases[i].begin, cases[i].text, &error));
      g_assert_no_error (error);
      check_cells (self, 0, cases[i].rows[0]);
      check_cells (self, 1, cases[i].rows[1]);
      draft_fixture_settle (self);
    }
}

/* What is copied can be pasted where it came from, and changes nothing. */
static void
test_a_row_is_copied (void)
{
  g_autoptr (DraftFixture) self = draft_fixture_open ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  ScVersion *version = sc_design_get_version (self->design);
  ScVersion *before = version;
  g_autofree char *row = NULL;

  g_ptr_array_add (ids, sc_version_get_stage (version, 0)->id);
  g_assert_true (sc_scheme_fill_cells (self->design, ids, SC_STAGE_TIME, "1 day 2 hours", NULL));
  g_assert_true (sc_scheme_fill_cells (self->design, ids, SC_STAGE_PROBABILITY, "20", NULL));
  g_assert_true (sc_scheme_fill_cells (self->design, ids, SC_STAGE_KINDS, "Proposal, demo", NULL));
  g_assert_true (sc_scheme_fill_cells (self->design, ids, SC_STAGE_RESPONSIBLE, "Sailor", NULL));
  check_cells (self, 0, "A\tPresentation, Proposal\tSailor\t1 working day 2 hours\t20%\t1\n");
  before = sc_design_get_version (self->design);
  row = sc_stage_cells_copy (before, ids);
  g_assert_true (sc_scheme_paste_cells (self->design, ids->pdata[0], SC_STAGE_NAME, row, NULL));
  g_assert_true (sc_design_get_version (self->design) == before);
  draft_fixture_settle (self);
}

static void
test_different_stages_go_together_unasked (void)
{
  g_autoptr (DraftFixture) self = draft_fixture_open ();
  const char *a = draft_fixture_get_stage (self, "A");
  const char *b = draft_fixture_get_stage (self, "B");

  g_assert_true (draft_fixture_rename_there (self, b, "Theirs", NULL));
  g_assert_true (draft_fixture_rename_there (self, a, NULL, "Their goal"));
  g_assert_true (sc_scheme_rename (self->design, a, "Mine"));

  draft_fixture_settle (self);
  draft_fixture_check_same (self);
  g_assert_cmpstr (draft_fixture_name_of (self, a), ==, "Mine");
  g_assert_cmpstr (sc_version_find_stage (sc_design_get_version (self->design), a, NULL)->goal, ==, "Their goal");
  g_assert_cmpstr (draft_fixture_name_of (self, b), ==, "Theirs");
  g_assert_cmpuint (self->n_failures + self->n_clashes, ==, 0);
}

static void
test_the_same_is_asked_about (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DraftFixture) self = draft_fixture_open ();
      const char *a = draft_fixture_get_stage (self, "A");

      self->side = i == 0 ? SC_SIDE_MINE : SC_SIDE_THEIRS;
      g_assert_true (draft_fixture_rename_there (self, a, "Theirs", NULL));
      g_assert_true (sc_scheme_rename (self->design, a, "Mine"));

      draft_fixture_settle (self);
      draft_fixture_check_same (self);
      g_assert_cmpstr (draft_fixture_name_of (self, a), ==, i == 0 ? "Mine" : "Theirs");
      g_assert_cmpuint (self->n_clashes, ==, 1);
      g_assert_cmpuint (self->n_failures, ==, 0);
    }
}

static void
test_what_can_not_be_done_any_more_is_told (void)
{
  g_autoptr (DraftFixture) self = draft_fixture_open ();
  g_autoptr (ScVersion) version = draft_fixture_load (self);
  g_autoptr (GPtrArray) edits = sc_remove_stage (version, draft_fixture_get_stage (self, "B"));

  g_assert_true (draft_fixture_edit_there (self, edits));
  g_assert_true (sc_scheme_move (self->design, draft_fixture_get_stage (self, "B"), 0));

  draft_fixture_settle (self);
  draft_fixture_check_same (self);
  g_assert_null (sc_version_find_stage (sc_design_get_version (self->design), draft_fixture_get_stage (self, "B"), NULL));
  g_assert_cmpuint (self->n_failures + self->n_clashes, >, 0);
}

typedef struct {
  ScDesign *design;
  guint n_told;
  gboolean is_read;
} Told;

/* Called behind the draft, which by now reads or does not. */
static void
told_cb (Told *told)
{
  told->n_told++;
  told->is_read = sc_design_is_busy (told->design);
}

/* A deal that moves says nothing of the scheme: only what changed is read anew. */
static void
test_a_deal_is_no_news (void)
{
  g_autoptr (DraftFixture) self = draft_fixture_open ();
  Told told = { .design = self->design };

  sc_store_start_watching (self->change->store);
  g_signal_connect_swapped (self->change->store, "changed", G_CALLBACK (told_cb), &told);
  /* How the process came about is told first. */
  wait_until (told.n_told == 1);
  wait_until (!sc_design_is_busy (self->design));

  change_fixture_add (self->change, "Printers", "A");
  wait_until (told.n_told == 2);
  g_assert_false (told.is_read);

  g_assert_true (draft_fixture_rename_there (self, draft_fixture_get_stage (self, "A"), "Theirs", NULL));
  wait_until (told.n_told == 3);
  g_assert_true (told.is_read);
  wait_until (!sc_design_is_busy (self->design));
  g_assert_cmpstr (draft_fixture_name_of (self, draft_fixture_get_stage (self, "A")), ==, "Theirs");
  g_signal_handlers_disconnect_by_data (self->change->store, &told);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/an-edit-shows-at-once", test_an_edit_shows_at_once);
  g_test_add_func ("/draft/a-table-is-pasted", test_a_table_is_pasted);
  g_test_add_func ("/draft/headings-say-what-goes-where", test_headings_say_what_goes_where);
  g_test_add_func ("/draft/a-row-is-copied", test_a_row_is_copied);
  g_test_add_func ("/draft/different-stages-go-together-unasked", test_different_stages_go_together_unasked);
  g_test_add_func ("/draft/the-same-is-asked-about", test_the_same_is_asked_about);
  g_test_add_func ("/draft/what-can-not-be-done-any-more-is-told", test_what_can_not_be_done_any_more_is_told);
  g_test_add_func ("/draft/a-deal-is-no-news", test_a_deal_is_no_news);

  return g_test_run ();
}
