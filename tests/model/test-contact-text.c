/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contacts in a line are who they were, whatever stands in their names. */

#include <locale.h>

#include "model/sc-contact-text.h"

static void
test_contacts_are_read (void)
{
  static const struct {
    const char *text;
    const char *written;
  } cases[] = {
    { "Ann Lee", "Ann Lee" },
    { " Ann Lee ,ann@example.com,  decides ", "Ann Lee, decides, ann@example.com" },
    { "Ann, +44 20 7946 0018; Bob, pays;", "Ann, +44 20 7946 0018; Bob, pays" },
    { "\"Lee, Ann\"; \"Bob; Co\", uses", "\"Lee, Ann\"; \"Bob; Co\", uses" },
    { "\"Nick\" Smith, 1", "\"\"\"Nick\"\" Smith\", 1" },
    { "\"no end", "\"\"\"no end\"" },
    { "Ann, tel:reception, mailto:hers", "Ann, tel:reception, mailto:hers" },
    { "Ann, tel:+44 1", "Ann, +44 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *problem = NULL;
      g_autoptr (GPtrArray) contacts = sc_contacts_from_text (cases[i].text, &problem);
      g_autofree char *written = NULL;

      g_assert_cmpstr (problem, ==, NULL);
      written = sc_contacts_to_text (contacts);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_what_is_no_contact_is_refused (void)
{
  static const char *const texts[] = { "", ", +44", "Ann, boss", "Ann; ; Bob", "\"\"", "Ann; , pays" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *problem = NULL;

      g_assert_null (sc_contacts_from_text (texts[i], &problem));
      g_assert_nonnull (problem);
    }
}

static char *
make_text (void)
{
  static const char *const pieces[] = { "a", "ё", ",", ";", "\"", " ", "\t", "\n", "\u00a0", "@", "7", "tel:", "mailto:", "decides", "שלום" };
  GString *text = g_string_new (NULL);
  int n_pieces = g_test_rand_int_range (0, 5);

  for (int i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
test_what_is_written_reads_as_it_was (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_contact_free);
      g_autoptr (GPtrArray) read = NULL;
      g_autofree char *line = NULL;
      g_autofree char *problem = NULL;
      int n_contacts = g_test_rand_int_range (1, 4);

      for (int j = 0; j < n_contacts; j++)
        {
          g_autofree char *text = make_text ();
          g_autofree char *name = g_strconcat (text, "n", NULL);
          g_autofree char *phone = make_text ();
          g_autofree char *email = make_text ();

          g_ptr_array_add (contacts, sc_contact_new (name, g_test_rand_int_range (0, SC_N_CONTACT_PARTS),
                                                     *phone != '\0' ? phone : NULL, *email != '\0' ? email : NULL));
        }
      line = sc_contacts_to_text (contacts);
      read = sc_contacts_from_text (line, &problem);
      g_assert_cmpstr (problem, ==, NULL);
      g_assert_cmpuint (read->len, ==, contacts->len);
      for (guint j = 0; j < read->len; j++)
        g_assert_true (sc_contact_equal (read->pdata[j], contacts->pdata[j]));
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/contact-text/read", test_contacts_are_read);
  g_test_add_func ("/model/contact-text/refused", test_what_is_no_contact_is_refused);
  g_test_add_func ("/model/contact-text/reads-as-it-was", test_what_is_written_reads_as_it_was);

  return g_test_run ();
}
