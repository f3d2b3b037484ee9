/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The six questions that a process is designed from: the five aspects of the
 * method's text, and the condition that it states for products. */

#include "method/sc-question.h"

#include <glib/gi18n-lib.h>

typedef struct {
  guint value;
  const char *text;
  const char *example;
  const char *title;
  const char *meaning;
} Answer;

static const struct {
  const char *title;
  const char *text;
  Answer answers[SC_N_ANSWERS];
} questions[SC_N_ASPECTS] = {
  [SC_ASPECT_SELLING] = {
    NC_("aspect", "Character of selling"),
    N_("Must you advise customers before they can buy?"),
    { { SC_SELLING_CONSULTATIVE, NC_("answer", "Yes, first we advise"), NC_("answer", "an ERP roll-out"),
        NC_("aspect", "Consultative"),
        N_("To sell, one must first advise the client, so needs discovery is a stage.") },
      { SC_SELLING_TRANSACTIONAL, NC_("answer", "No, they know the need and buy on any terms"),
        NC_("answer", "a part for a stopped line"),
        NC_("aspect", "Transactional"),
        N_("The need is formed, and people will buy on any terms and at any price.") } },
  },
  [SC_ASPECT_NOVELTY] = {
    NC_("aspect", "Novelty of the product"),
    N_("Do customers already know this kind of product?"),
    { { SC_NOVELTY_ESTABLISHED, NC_("answer", "Yes"), NC_("answer", "office paper"),
        NC_("aspect", "Established"),
        N_("Clients know what to expect of it and need not try it first.") },
      { SC_NOVELTY_INNOVATIVE, NC_("answer", "No, it is new and they hesitate"), NC_("answer", "AI that checks calls"),
        NC_("aspect", "Innovative"),
        N_("There is an understandable share of distrust, so the sale goes in two steps, free then paid.") } },
  },
  [SC_ASPECT_DEMAND] = {
    NC_("aspect", "Demand"),
    N_("Do requests come in by themselves?"),
    { { SC_DEMAND_FORMED, NC_("answer", "Yes"), NC_("answer", "window fitting"),
        NC_("aspect", "Formed"),
        N_("The cycle starts with an incoming request, which saves the search for a client.") },
      { SC_DEMAND_UNFORMED, NC_("answer", "No, we look for clients"), NC_("answer", "an exporter’s agent"),
        NC_("aspect", "Unformed"),
        N_("A stage of search and contact on our initiative comes first.") } },
  },
  [SC_ASPECT_MARKET] = {
    NC_("aspect", "Market"),
    N_("Who buys?"),
    { { SC_MARKET_B2B, NC_("answer", "Companies"), NC_("answer", "wholesale"),
        NC_("aspect", "Companies (B2B)"),
        N_("Target times and wording are those of sales to companies.") },
      { SC_MARKET_B2C, NC_("answer", "People"), NC_("answer", "courses"),
        NC_("aspect", "People (B2C)"),
        N_("Target times and wording are those of sales to people.") } },
  },
  [SC_ASPECT_OFFER] = {
    NC_("aspect", "Business model"),
    N_("What do you sell?"),
    { { SC_OFFER_PRODUCT, NC_("answer", "Something they then use themselves"), NC_("answer", "a CRM"),
        NC_("aspect", "Product"),
        N_("After the contract is signed, the client must be onboarded.") },
      { SC_OFFER_SERVICE, NC_("answer", "Work that we do"), NC_("answer", "an audit"),
        NC_("aspect", "Service"),
        N_("After payment the sales rep often has to take part in delivering the service or the project.") } },
  },
  [SC_ASPECT_PAYMENT_TERMS] = {
    NC_("aspect", "Payment terms"),
    N_("May a client pay after successful onboarding?"),
    { { SC_PAYMENT_BEFORE_ONBOARDING, NC_("answer", "No"), NC_("answer", "a licence"),
        NC_("aspect", "Paid before onboarding"),
        N_("Onboarding begins when the money has come in.") },
      { SC_PAYMENT_AFTER_ONBOARDING, NC_("answer", "Yes, it may"), NC_("answer", "a machine on acceptance"),
        NC_("aspect", "Paid after onboarding"),
        N_("It makes sense that the sales rep is responsible for onboarding.") } },
  },
};

static const Answer *
find_answer (ScAspect aspect,
             guint    value)
{
  for (guint i = 0; aspect < SC_N_ASPECTS && i < SC_N_ANSWERS; i++)
    if (questions[aspect].answers[i].value == value)
      return &questions[aspect].answers[i];

  return NULL;
}

/**
 * sc_question_get_title:
 * @aspect: an aspect
 *
 * Returns: the aspect's name in the user's language, such as “Demand”
 */
const char *
sc_question_get_title (ScAspect aspect)
{
  g_return_val_if_fail (aspect < SC_N_ASPECTS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "aspect", questions[aspect].title);
}

/**
 * sc_question_get_text:
 * @aspect: an aspect
 *
 * Returns: the question that is asked about it, in the user's language
 */
const char *
sc_question_get_text (ScAspect aspect)
{
  g_return_val_if_fail (aspect < SC_N_ASPECTS, NULL);

  return _(questions[aspect].text);
}

/**
 * sc_question_get_foot:
 *
 * Returns: what is said under every question, in the user's language
 */
const char *
sc_question_get_foot (void)
{
  return _("Both? Make two processes.");
}

/**
 * sc_question_get_moot_reason:
 * @aspect: an aspect
 * @aspects: the answers so far
 *
 * Returns: (nullable): why its question need not be answered with these, a sentence in the
 *   user's language; %NULL where it does matter
 */
const char *
sc_question_get_moot_reason (ScAspect         aspect,
                             const ScAspects *aspects)
{
  if (aspect != SC_ASPECT_PAYMENT_TERMS || aspects->value[SC_ASPECT_OFFER] != SC_OFFER_SERVICE)
    return NULL;

  return _("Need not be answered: work that you do yourselves has no onboarding.");
}

/**
 * sc_question_is_asked:
 * @aspect: an aspect
 * @aspects: the answers so far
 *
 * Returns: whether the question is to be asked: that of the payment terms
 *   only where a product is sold
 */
gboolean
sc_question_is_asked (ScAspect         aspect,
                      const ScAspects *aspects)
{
  return aspect != SC_ASPECT_PAYMENT_TERMS || aspects->value[SC_ASPECT_OFFER] == SC_OFFER_PRODUCT;
}

/**
 * sc_question_get_answer:
 * @aspect: an aspect
 * @index: 0 for the answer that is offered first, 1 for the second
 *
 * Returns: the aspect's value that this answer stands for
 */
guint
sc_question_get_answer (ScAspect aspect,
                        guint    index)
{
  g_return_val_if_fail (aspect < SC_N_ASPECTS && index < SC_N_ANSWERS, SC_ASPECT_UNSET);

  return questions[aspect].answers[index].value;
}

/**
 * sc_question_get_answer_text:
 * @aspect: an aspect
 * @value: one of its values
 *
 * Returns: (nullable): the answer, in the user's language
 */
const char *
sc_question_get_answer_text (ScAspect aspect,
                             guint    value)
{
  const Answer *answer = find_answer (aspect, value);

  return answer != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "answer", answer->text) : NULL;
}

/**
 * sc_question_get_answer_example:
 * @aspect: an aspect
 * @value: one of its values
 *
 * Returns: (nullable): an example that goes with the answer, in the user's
 *   language
 */
const char *
sc_question_get_answer_example (ScAspect aspect,
                                guint    value)
{
  const Answer *answer = find_answer (aspect, value);

  return answer != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "answer", answer->example) : NULL;
}

/**
 * sc_question_get_value_title:
 * @aspect: an aspect
 * @value: one of its values
 *
 * Returns: (nullable): the value's name in the user's language, such as
 *   “Consultative”
 */
const char *
sc_question_get_value_title (ScAspect aspect,
                             guint    value)
{
  const Answer *answer = find_answer (aspect, value);

  return answer != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "aspect", answer->title) : NULL;
}

/**
 * sc_question_get_value_meaning:
 * @aspect: an aspect
 * @value: one of its values
 *
 * Returns: (nullable): what the answer means for the process, a sentence in
 *   the user's language
 */
const char *
sc_question_get_value_meaning (ScAspect aspect,
                               guint    value)
{
  const Answer *answer = find_answer (aspect, value);

  return answer != NULL ? _(answer->meaning) : NULL;
}
