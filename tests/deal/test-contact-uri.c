/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is handed to other programs: letters, phone numbers and documents. */

#include <glib.h>
#include <string.h>

#include "deal/sc-contact-uri.h"
#include "deal/sc-document-row.h"

static void
test_a_letter_stays_one_letter (void)
{
  static const struct {
    const char *address;
    const char *subject;
    const char *body;
    const char *uri;
  } cases[] = {
    { "ann@example.org", "Hello", "Text", "mailto:ann@example.org?subject=Hello&body=Text" },
    { NULL, "Hello", "", "mailto:?subject=Hello" },
    { " ann@example.org ", NULL, NULL, "mailto:ann@example.org" },
    { "a&b?c%d@example.org", NULL, NULL, "mailto:a%26b%3Fc%25d@example.org" },
    { "a@b.c?bcc=x@y.z", "s", NULL, "mailto:a@b.c%3Fbcc%3Dx@y.z?subject=s" },
    { "a@b.c,x@y.z\r\nBcc: q@r.s", NULL, NULL, "mailto:a@b.c%2Cx@y.z%0D%0ABcc%3A%20q@r.s" },
    { "a@b.c", "A & B? 100 %=#+", "x&attach=/etc/passwd",
      "mailto:a@b.c?subject=A%20%26%20B%3F%20100%20%25%3D%23%2B&body=x%26attach%3D%2Fetc%2Fpasswd" },
    { "a@b.c", "Größe", "Здравствуйте!",
      "mailto:a@b.c?subject=Gr%C3%B6%C3%9Fe"
      "&body=%D0%97%D0%B4%D1%80%D0%B0%D0%B2%D1%81%D1%82%D0%B2%D1%83%D0%B9%D1%82%D0%B5%21" },
    { "a@b.c", "one\r\nBcc: two", "one\ntwo\r\n\nfour",
      "mailto:a@b.c?subject=one%20%20Bcc%3A%20two&body=one%0D%0Atwo%0D%0A%0D%0Afour" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = sc_mail_uri_new (cases[i].address, cases[i].subject, cases[i].body);

      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

static void
test_a_long_letter_is_whole (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autofree char *uri = NULL;
  g_autoptr (GUri) parsed = NULL;
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (GError) error = NULL;

  while (body->len < 100000)
    g_string_append (body, "Строка & line?\r\n");
  uri = sc_mail_uri_new ("a@b.c", "s", body->str);
  parsed = g_uri_parse (uri, G_URI_FLAGS_ENCODED_QUERY, &error);
  g_assert_no_error (error);
  fields = g_uri_parse_params (g_uri_get_query (parsed), -1, "&", G_URI_PARAMS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (fields), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (fields, "body"), ==, body->str);
}

static void
test_the_first_line_is_the_subject (void)
{
  static const struct {
    const char *letter;
    const char *subject;
    const char *body;
  } cases[] = {
    { "Subject\nText\nmore", "Subject", "Text\nmore" },
    { "\n  Subject \r\n\r\n\r\nText\n", "Subject", "Text\n" },
    { "Subject", "Subject", "" },
    { "", "", "" },
    { "\n\n", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *subject = NULL;
      g_autofree char *body = NULL;

      sc_letter_split (cases[i].letter, &subject, &body);
      g_assert_cmpstr (subject, ==, cases[i].subject);
      g_assert_cmpstr (body, ==, cases[i].body);
    }
}

static void
test_a_phone_is_what_can_be_dialled (void)
{
  static const struct {
    const char *phone;
    const char *uri;
  } cases[] = {
    { "+7 (495) 123-45-67", "tel:+74951234567" },
    { "020 7946 0018", "tel:02079460018" },
    { "8 800 100+1;ext=x", "tel:88001001" },
    { "none", NULL },
    { "+", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = sc_phone_uri_new (cases[i].phone);

      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

static void
test_only_the_web_is_a_link (void)
{
  static const char *const links[] = { "http://example.org", "https://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG" };
  static const char *const others[] = {
    "Summary of needs", "javascript:alert(1)", "file:///bin/sh", "ftp://example.org", "https://", "https:a", "/bin/sh",
    "mailto:a@b.c", "", "https://exa mple.org", "x https://example.org",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_assert_true (sc_document_is_link (links[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_test_message ("%s", others[i]);
      g_assert_false (sc_document_is_link (others[i]));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/contact-uri/a-letter-stays-one-letter", test_a_letter_stays_one_letter);
  g_test_add_func ("/contact-uri/a-long-letter-is-whole", test_a_long_letter_is_whole);
  g_test_add_func ("/contact-uri/the-first-line-is-the-subject", test_the_first_line_is_the_subject);
  g_test_add_func ("/contact-uri/a-phone-is-what-can-be-dialled", test_a_phone_is_what_can_be_dialled);
  g_test_add_func ("/contact-uri/only-the-web-is-a-link", test_only_the_web_is_a_link);

  return g_test_run ();
}
