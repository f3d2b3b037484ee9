/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The six questions, as they are asked. */

#include "method/sc-question.h"

static void
test_answers (void)
{
  for (guint aspect = 0; aspect < SC_N_ASPECTS; aspect++)
    {
      guint first = sc_question_get_answer (aspect, 0);
      guint second = sc_question_get_answer (aspect, 1);

      g_assert_cmpuint (first, !=, second);
      g_assert_cmpuint (first + second, ==, 3);
      g_assert_cmpstr (sc_question_get_title (aspect), !=, "");
      g_assert_true (g_str_has_suffix (sc_question_get_text (aspect), "?"));

      for (guint value = 1; value <= 2; value++)
        {
          g_assert_cmpstr (sc_question_get_answer_text (aspect, value), !=, "");
          g_assert_cmpstr (sc_question_get_answer_example (aspect, value), !=, "");
          g_assert_cmpstr (sc_question_get_value_title (aspect, value), !=, "");
          g_assert_true (g_str_has_suffix (sc_question_get_value_meaning (aspect, value), "."));
        }
      g_assert_null (sc_question_get_answer_text (aspect, SC_ASPECT_UNSET));
    }
}

static void
test_words (void)
{
  g_assert_cmpstr (sc_question_get_text (SC_ASPECT_SELLING), ==, "Must you advise customers before they can buy?");
  g_assert_cmpuint (sc_question_get_answer (SC_ASPECT_SELLING, 0), ==, SC_SELLING_CONSULTATIVE);
  g_assert_cmpstr (sc_question_get_answer_text (SC_ASPECT_SELLING, SC_SELLING_CONSULTATIVE), ==, "Yes, first we advise");
  g_assert_cmpstr (sc_question_get_answer_example (SC_ASPECT_OFFER, SC_OFFER_PRODUCT), ==, "a CRM");
  g_assert_cmpstr (sc_question_get_foot (), ==, "Both? Make two processes.");
}

/* Terms of payment are a product's matter. */
static void
test_asked (void)
{
  ScAspects aspects = { { 0 } };

  g_assert_true (sc_question_is_asked (SC_ASPECT_OFFER, &aspects));
  g_assert_false (sc_question_is_asked (SC_ASPECT_PAYMENT_TERMS, &aspects));
  g_assert_null (sc_question_get_moot_reason (SC_ASPECT_PAYMENT_TERMS, &aspects));
  aspects.value[SC_ASPECT_OFFER] = SC_OFFER_SERVICE;
  g_assert_false (sc_question_is_asked (SC_ASPECT_PAYMENT_TERMS, &aspects));
  g_assert_nonnull (sc_question_get_moot_reason (SC_ASPECT_PAYMENT_TERMS, &aspects));
  g_assert_null (sc_question_get_moot_reason (SC_ASPECT_OFFER, &aspects));
  aspects.value[SC_ASPECT_OFFER] = SC_OFFER_PRODUCT;
  g_assert_null (sc_question_get_moot_reason (SC_ASPECT_PAYMENT_TERMS, &aspects));
  g_assert_true (sc_question_is_asked (SC_ASPECT_PAYMENT_TERMS, &aspects));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/method/question/answers", test_answers);
  g_test_add_func ("/method/question/words", test_words);
  g_test_add_func ("/method/question/asked", test_asked);

  return g_test_run ();
}
