/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The method's text is Russian: what the program quotes of it stands there
 * word for word. */

#include "method/sc-proposal.h"
#include "method/sc-rule.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static const char *const sentences[] = {
  "Консультационный характер означает, что для того, чтобы продать, нужно сначала проконсультировать клиента.",
  "Соответственно, при консультационном характере продаж в бизнес-процессе обязательно присутствует этап выявления "
  "потребностей.",
  "Инновационность продукта определяет ступенчатый характер продажи по принципу \"бесплатная версия продукта - платный "
  "продукт\".",
  "Поэтому если продукт инновационный, в бизнес-процессе продажи должен быть тестовый период или этап бесплатного "
  "использования.",
  "Наличие сформированного спроса экономит менеджеру одну, и притом очень сложную ступень - поиск клиента.",
  "При сформированном спросе цикл продажи начинается с входящей заявки.",
  "При несформированном спросе необходимо искать клиента, и поэтому в бизнес-процессе продажи присутствует этап поиска "
  "и инициативного контакта с клиентом.",
  "В любом бизнес-процессе продажи обязательно должен быть этап отслеживания оплаты.",
  "В сервисной модели менеджер по продажам часто должен участвовать в оказании услуги/реализации проекта.",
  "При продуктовой модели после подписания договора необходим онбординг клиента, за который имеет смысл делать "
  "ответственным менеджера по продажам, если оплата может состояться после успешного онбординга.",
  "Распространенной ошибкой при проектировании процесса продажи является его дробление на более, чем десять этапов.",
  "Оптимальное число этапов процесса продажи - 5-7.",
  "Если можно объединить два этапа в один, это следует сделать хотя бы из соображений воспринимаемости этой схемы "
  "менеджером.",
  NULL
};

static gboolean
speak_russian (void)
{
  const char *folder = g_getenv ("STAGECRAFT_LOCALE_DIR");

  g_setenv ("LANGUAGE", "ru", TRUE);
  if (folder == NULL || setlocale (LC_ALL, "ru_RU.UTF-8") == NULL)
    return FALSE;

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");

  return g_strcmp0 (sc_severity_get_title (SC_SEVERITY_ERROR), "Error") != 0;
}

static void
test_rules (void)
{
  for (guint rule = 0; rule < SC_N_RULES; rule++)
    if (sc_rule_get_source (rule) == SC_SOURCE_TEXT)
      {
        g_test_message ("%s: %s", sc_rule_get_id (rule), sc_rule_get_quote (rule));
        g_assert_true (g_strv_contains (sentences, sc_rule_get_quote (rule)));
      }
}

static void
test_proposals (void)
{
  const ScAspects aspects = { { SC_SELLING_CONSULTATIVE, SC_NOVELTY_INNOVATIVE, SC_DEMAND_FORMED, SC_MARKET_B2B,
                                SC_OFFER_PRODUCT, SC_PAYMENT_BEFORE_ONBOARDING } };

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    {
      const char *quote = sc_proposal_get_quote (SC_KIND_BIT (kind), &aspects);

      if (quote != NULL)
        g_assert_true (g_strv_contains (sentences, quote));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (!speak_russian ())
    {
      g_print ("1..0 # SKIP the Russian catalogue is not there\n");
      return 0;
    }

  g_test_add_func ("/method/quotes/rules", test_rules);
  g_test_add_func ("/method/quotes/proposals", test_proposals);

  return g_test_run ();
}
