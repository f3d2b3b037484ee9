/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is designed is kept, and every change can be taken back and made
 * again, also after a restart. */

#include "store/store-fixture.h"

#include "store/sc-revert.h"
#include "store/sc-write.h"

/* One stage has all that can be said, the first nothing but texts. */
static void
add_details (ScStage *stage,
             guint    i)
{
  ScCriterion *criterion = sc_stage_add_criterion (stage, "Budget known");
  ScTactic *tactic = sc_stage_add_tactic (stage, "Objection", "“Too dear”");

  if (i == 0)
    return;

  criterion->is_required = TRUE;
  criterion->is_asked_at_entry = i == 2;
  criterion->purpose = SC_PURPOSE_SOURCE;
  criterion->type = SC_ANSWER_CHOICE;
  g_strfreev (criterion->choices);
  criterion->choices = g_strsplit ("Fair|Site “A”", "|", 0);
  g_strfreev (criterion->was);
  criterion->was = g_strsplit ("00000000-0000-4000-8000-000000000001", "|", 0);
  tactic->kind = SC_TACTIC_OBJECTION;
  g_strfreev (tactic->loss_reasons);
  tactic->loss_reasons = g_strsplit ("Too dear", "|", 0);
  g_strfreev (tactic->labels);
  tactic->labels = g_strsplit ("Hot|Warm", "|", 0);
  if (i == 1)
    stage->refusal = (ScRefusal) { SC_REFUSAL_PARK, NULL, { 60, SC_UNIT_WORKING_DAYS } }
  ;
  else
    stage->refusal = (ScRefusal) { SC_REFUSAL_BACK, g_uuid_string_random (), { 0, SC_UNIT_WORKING_DAYS } }
  ;
}

static ScVersion *
make_version (void)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);
  ScRole *role = sc_role_new ("Sales rep", SC_FUNCTION_SALES);

  version->aspects.value[SC_ASPECT_SELLING] = SC_SELLING_CONSULTATIVE;
  g_ptr_array_add (version->roles, role);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Stage “%u”", i);
      ScStage *stage = sc_stage_new (name, SC_KIND_BIT (SC_KIND_QUALIFICATION) | SC_KIND_BIT (SC_KIND_PAYMENT));

      g_set_str (&stage->goal, "To know\nwhat for");
      g_set_str (&stage->responsible, role->id);
      add_details (stage, i);
      sc_stage_set_participants (stage, (const char *const[]) { role->id, NULL });
      stage->probability = 0.1 * (i + 1);
      stage->duration = (ScDuration) { 3, SC_UNIT_WORKING_HOURS };
      g_ptr_array_add (version->stages, stage);
    }

  return version;
}

static char *
create (ScStore         *store,
        const char      *name,
        const ScVersion *version)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr (ScWrite) write = sc_write_begin (store, SC_SCOPE_DESIGN, id, NULL, &error);
  gint64 change_id = 0;
  gint64 key;

  g_assert_no_error (error);
  key = sc_process_table_insert (write, id, name, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sc_version_table_insert (write, key, version, &error), >, 0);
  g_assert_no_error (error);
  sc_loss_reason_table_set (write, key, (const char *const[]) { "Too dear", "No budget", NULL }, &error);
  g_assert_no_error (error);
  sc_write_commit (write, "Create", &change_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (change_id, >, 0);

  return g_steal_pointer (&id);
}

static void
edit (ScStore    *store,
      const char *process_id,
      ScEdit *(*make)(const ScVersion *version))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScWrite) write = sc_write_begin (store, SC_SCOPE_DESIGN, process_id, NULL, &error);
  g_autoptr (ScVersion) before = NULL;
  g_autoptr (ScVersion) after = NULL;
  g_autoptr (GPtrArray) edits = sc_edits_new ();
  gint64 process_key;
  gint64 version_key;

  g_assert_no_error (error);
  process_key = sc_process_table_get_key (sc_write_get_connection (write), process_id, &error);
  before = sc_version_table_need_draft (write, process_key, &version_key, &error);
  g_assert_no_error (error);
  g_ptr_array_add (edits, make (before));
  after = sc_version_edit (before, edits, &error);
  g_assert_no_error (error);
  g_assert_true (sc_version_table_update (write, version_key, before, after, &error));
  g_assert_true (sc_write_commit (write, "Edit", NULL, &error));
  g_assert_no_error (error);
}

static void
publish (ScStore    *store,
         const char *process_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScWrite) write = sc_write_begin (store, SC_SCOPE_DESIGN, process_id, NULL, &error);

  g_assert_true (sc_version_table_publish (write,
                                           sc_process_table_get_key (sc_write_get_connection (write), process_id, NULL),
                                           &error));
  g_assert_true (sc_write_commit (write, "Publish", NULL, &error));
  g_assert_no_error (error);
}

static gboolean
take_back (ScStore    *store,
           const char *process_id,
           gboolean    is_redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScChangeRow) row = is_redo ? sc_store_find_redo (store, SC_CHANGES_OF_WINDOW, process_id, &error)
                                : sc_store_find_undo (store, SC_CHANGES_OF_WINDOW, process_id, &error);
  g_autoptr (ScWrite) write = NULL;
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  if (row == NULL)
    return FALSE;

  write = sc_write_begin (store, SC_SCOPE_DESIGN, process_id, NULL, &error);
  g_assert_true (sc_write_revert (write, row->id, left, &error));
  g_assert_no_error (error);
  g_assert_true (sc_write_commit (write, row->name, NULL, &error));
  g_assert_no_error (error);

  return left->len == 0;
}

static ScVersion *
load (ScStore        *store,
      const char     *process_id,
      ScVersionWanted wanted)
{
  g_autoptr (GError) error = NULL;
  ScVersion *version = sc_store_load_version (store, process_id, wanted, &error);

  g_assert_no_error (error);

  return version;
}

static ScEdit *
move_last_first (const ScVersion *version)
{
  return sc_edit_move_stage (version, sc_version_get_stage (version, version->stages->len - 1)->id, 0);
}

static ScEdit *
rename_second (const ScVersion *version)
{
  g_autoptr (ScStage) stage = sc_stage_copy (sc_version_get_stage (version, 1));
  g_autofree char *name = g_strdup (stage->name);

  g_free (stage->name);
  stage->name = g_strdup_printf ("%s again", name);

  return sc_edit_replace_stage (version, stage);
}

static ScEdit *
remove_third (const ScVersion *version)
{
  return sc_edit_remove_stage (version, sc_version_get_stage (version, 2)->id);
}

static ScEdit *
insert_at_second (const ScVersion *version)
{
  g_autoptr (ScStage) stage = sc_stage_new ("New", SC_KIND_BIT (SC_KIND_TRIAL));

  return sc_edit_insert_stage (stage, 1);
}

static void
test_version_is_kept (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScVersion) version = make_version ();
  g_autofree char *id = create (fixture->store, "Sale", version);
  g_autoptr (ScVersion) loaded = load (fixture->store, id, SC_VERSION_WANTED_CURRENT);
  g_autoptr (ScProcess) process = sc_store_find_process (fixture->store, " SALE ", NULL);
  g_auto (GStrv) reasons = sc_store_list_loss_reasons (fixture->store, id, NULL);
  g_autofree char *name = sc_store_make_process_name (fixture->store, "sale", NULL);

  g_assert_true (sc_version_equal (version, loaded));
  g_assert_cmpstr (process->id, ==, id);
  g_assert_true (process->has_draft);
  g_assert_false (process->has_published);
  g_assert_cmpstr (reasons[1], ==, "No budget");
  g_assert_cmpstr (name, ==, "sale 2");
}

static void
test_undo_all_and_redo_all (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScVersion) version = make_version ();
  g_autofree char *id = create (fixture->store, "Sale", version);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  ScEdit *(*edits[])(const ScVersion *version) = { move_last_first, rename_second, remove_third, insert_at_second,
                                                   move_last_first, move_last_first };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (edits); i++)
    {
      g_ptr_array_add (dumps, store_fixture_dump (fixture));
      edit (fixture->store, id, edits[i % G_N_ELEMENTS (edits)]);
      if (i % 5 == 4)
        {
          g_ptr_array_add (dumps, store_fixture_dump (fixture));
          publish (fixture->store, id);
        }
    }
  g_ptr_array_add (dumps, store_fixture_dump (fixture));

  for (guint round = 0; round < 3; round++)
    {
      for (guint i = dumps->len - 1; i > 0; i--)
        {
          g_assert_true (take_back (fixture->store, id, FALSE));
          store_fixture_assert_dump (fixture, dumps->pdata[i - 1]);
        }
      store_fixture_reopen (fixture);
      for (guint i = 1; i < dumps->len; i++)
        {
          g_assert_true (take_back (fixture->store, id, TRUE));
          store_fixture_assert_dump (fixture, dumps->pdata[i]);
        }
      g_assert_false (take_back (fixture->store, id, TRUE));
      store_fixture_reopen (fixture);
    }
}

static void
test_new_change_ends_redo (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScVersion) version = make_version ();
  g_autofree char *id = create (fixture->store, "Sale", version);

  edit (fixture->store, id, rename_second);
  g_assert_true (take_back (fixture->store, id, FALSE));
  edit (fixture->store, id, remove_third);
  g_assert_false (take_back (fixture->store, id, TRUE));
  g_assert_true (take_back (fixture->store, id, FALSE));
  g_assert_true (take_back (fixture->store, id, TRUE));
}

static void
test_windows_edit_different_stages (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScVersion) version = make_version ();
  g_autofree char *id = create (fixture->store, "Sale", version);
  g_autoptr (ScStore) other = store_fixture_open_other (fixture);
  g_autoptr (ScVersion) after = NULL;

  edit (fixture->store, id, rename_second);
  edit (other, id, move_last_first);
  edit (other, id, insert_at_second);
  g_assert_true (take_back (fixture->store, id, FALSE));
  after = load (fixture->store, id, SC_VERSION_WANTED_CURRENT);
  g_assert_cmpuint (after->stages->len, ==, 5);
  g_assert_cmpstr (sc_version_get_stage (after, 0)->name, ==, "Stage “3”");
  g_assert_cmpstr (sc_version_get_stage (after, 3)->name, ==, "Stage “1”");
}

static void
test_name_is_unique (void)
{
  g_autoptr (StoreFixture) fixture = store_fixture_new ();
  g_autoptr (ScVersion) version = make_version ();
  g_autofree char *id = create (fixture->store, "Продажа", version);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScWrite) write = sc_write_begin (fixture->store, SC_SCOPE_DESIGN, NULL, NULL, &error);

  g_assert_cmpint (sc_process_table_insert (write, "x", " ПРОДАЖА ", NULL, &error), ==, 0);
  g_assert_error (error, SC_STORE_ERROR, SC_STORE_ERROR_EXISTS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/design/version-is-kept", test_version_is_kept);
  g_test_add_func ("/design/undo-all-and-redo-all", test_undo_all_and_redo_all);
  g_test_add_func ("/design/new-change-ends-redo", test_new_change_ends_redo);
  g_test_add_func ("/design/windows-edit-different-stages", test_windows_edit_different_stages);
  g_test_add_func ("/design/name-is-unique", test_name_is_unique);

  return g_test_run ();
}
