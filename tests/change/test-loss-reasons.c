/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two people change the loss reasons of one process at the same time: neither
 * loses what they wrote. */

#include "change/change-fixture.h"

typedef struct {
  const char *name;
  const char *before;
  const char *theirs;
  const char *mine;
  const char *merged;
} Case;

static const Case cases[] = {
  { "alone", "a b", "a b", "b c", "b c" },
  { "both-add", "a", "a x", "a y", "a y x" },
  { "both-add-the-same", "a", "a x", "a x", "a x" },
  { "different-lines", "a b c", "x b c", "a b y", "x b y" },
  { "the-same-line", "a b", "x b", "y b", "y x b" },
  { "deleted-and-changed", "a b", "x b", "b", "x b" },
  { "changed-and-deleted", "a b", "b", "x b", "x b" },
  { "both-delete", "a b c", "b c", "a b", "b" },
  { "moved-and-added", "a b c", "a b c x", "c a b", "c x a b" },
  { "moved-and-deleted", "a b c", "b c", "c b a", "c b" },
  { "all-deleted", "a b", "a b x", "", "x" },
  { "written-twice", "a", "b", "b c", "b c" },
};

static void
set_reasons (ChangeFixture *self,
             const char    *before,
             const char    *after)
{
  g_autoptr (ScProcess) process = sc_store_load_process (self->store, self->process_id, NULL);
  g_auto (GStrv) old = before != NULL ? g_strsplit (before, " ", -1) : NULL;
  g_auto (GStrv) new = g_strsplit (after, " ", -1);

  change_fixture_run (self, sc_command_set_loss_reasons (process, (const char *const *) old, (const char *const *) new));
}

static void
assert_reasons (ChangeFixture *self,
                const char    *expected)
{
  g_auto (GStrv) reasons = sc_store_list_loss_reasons (self->store, self->process_id, NULL);
  g_autofree char *text = g_strjoinv (" ", reasons);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (ChangeFixture) self = change_fixture_new ();

  set_reasons (self, NULL, one->before);
  set_reasons (self, one->before, one->theirs);
  assert_reasons (self, one->theirs);
  set_reasons (self, one->before, one->mine);
  assert_reasons (self, one->merged);

  if (!g_str_equal (one->merged, one->theirs))
    {
      change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, self->process_id));
      assert_reasons (self, one->theirs);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/change/loss-reasons/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}
