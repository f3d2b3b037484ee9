/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tactic filled in for a deal, and which of a stage's tactics fit it. */

#include <glib.h>
#include <locale.h>
#include <string.h>
#include <time.h>

#include "model/sc-tactic-choice.h"
#include "model/sc-tactic-fill.h"

static ScDeal *
make_deal (void)
{
  ScDeal *deal = sc_deal_new ();

  deal->title = g_strdup ("{deal.company}");
  deal->company = g_strdup ("A & B «В» {deal.title}");
  deal->owner = g_strdup ("שלום عالم");
  deal->value = sc_money_new (12345600, "USD");
  deal->expected_close = sc_date_new (2026, 3, 31);

  return deal;
}

static void
test_fields (void)
{
  static const struct {
    const char *text;
    const char *filled;
  } cases[] = {
    { "", "" },
    { "No field", "No field" },
    { "{deal.title}", "{deal.company}" },
    { "For {deal.company}.", "For A & B «В» {deal.title}." },
    { "{owner}{owner}", "שלום عالمשלום عالم" },
    { "Sum: {deal.value}", "Sum: $123,456" },
    { "By {deal.expected_close}", "By 03/31/2026" },
    { "Dear {deal.person}", "Dear ____" },
    { "On {blank}", "On ____" },
    { "{deal.budget} {nonsense}", "____ ____" },
    { "{answer:known}, {answer:unknown}, {answer:}", "{blank} & {answer:known}, ____, ____" },
    { "{answer:known", "{answer:known" },
    { "{deal.title", "{deal.title" },
    { "{", "{" },
    { "}{", "}{" },
    { "{}", "{}" },
    { "{ deal.title }", "{ deal.title }" },
    { "{see page 4} {A} {Имя}", "{see page 4} {A} {Имя}" },
    { "{{owner}}", "{שלום عالم}" },
    { "{deal.title{blank}", "{deal.title____" },
    { "{answer:a{blank}", "{answer:a____" },
    { "{answer:a\n{blank}", "{answer:a\n____" },
    { "‏{owner}‎", "‏שלום عالم‎" },
  };
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (ScDeal) deal = make_deal ();

  g_hash_table_insert (answers, (char *) "known", (char *) "{blank} & {answer:known}");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *filled = sc_tactic_fill (cases[i].text, deal, answers);

      g_assert_cmpstr (filled, ==, cases[i].filled);
    }
}

static void
test_no_answers (void)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autofree char *filled = sc_tactic_fill ("{answer:a} {deal.value} {deal.expected_close} {owner}", deal, NULL);

  g_assert_cmpstr (filled, ==, "____ ____ ____ ____");
}

/* A text of a mebibyte that asks for the same to be looked at again and again. */
static void
test_long_texts (void)
{
  static const char *const parts[] = { "{", "{answer:", "{deal.title", "{answer:{", "a", "{blank}", "}" };
  g_autoptr (ScDeal) deal = make_deal ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *filled = NULL;
      clock_t start = clock ();

      while (text->len < 1024 * 1024)
        g_string_append (text, parts[i]);
      filled = sc_tactic_fill (text->str, deal, NULL);
      g_assert_cmpint (clock () - start, <, 5 * CLOCKS_PER_SEC);
      if (strchr (parts[i], '}') == NULL || parts[i][0] == '}')
        g_assert_cmpstr (filled, ==, text->str);
    }
}

static char *
rename_cb (const char *id,
           gpointer    data)
{
  if (g_str_equal (id, "gone"))
    return NULL;

  return g_strdup (g_str_equal (id, "old") ? data : id);
}

static void
test_renamed_answers (void)
{
  g_autofree char *renamed = sc_tactic_rename_answers ("{answer:old} {answer:other} {answer:gone} {owner} {a b} {answer:",
                                                       rename_cb, (gpointer) "new");

  g_assert_cmpstr (renamed, ==, "{answer:new} {answer:other} {blank} {owner} {a b} {answer:");
}

static void
add (ScStage     *stage,
     const char  *title,
     ScTacticKind kind,
     const char  *reason,
     const char  *source,
     const char  *label)
{
  ScTactic *tactic = sc_stage_add_tactic (stage, title, "");

  tactic->kind = kind;
  g_strfreev (tactic->loss_reasons);
  g_strfreev (tactic->sources);
  g_strfreev (tactic->labels);
  tactic->loss_reasons = g_strsplit (reason, ";", -1);
  tactic->sources = g_strsplit (source, ";", -1);
  tactic->labels = g_strsplit (label, ";", -1);
}

static char *
tell (GPtrArray *tactics)
{
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < tactics->len; i++)
    g_string_append_printf (told, "%s%s", i > 0 ? " " : "", ((ScTactic *) tactics->pdata[i])->title);

  return g_string_free_and_steal (g_steal_pointer (&told));
}

static ScStage *
make_stage (void)
{
  ScStage *stage = sc_stage_new ("Stage", SC_KIND_BIT (SC_KIND_OTHER));

  add (stage, "always", SC_TACTIC_SCRIPT, "", "", "");
  add (stage, "price", SC_TACTIC_OBJECTION, "Too expensive;  NO budget", "", "");
  add (stage, "fair", SC_TACTIC_LETTER, "", "FAIR ", "");
  add (stage, "too", SC_TACTIC_QUESTION, "", "", "");
  add (stage, "fair-hot", SC_TACTIC_LETTER, "", "fair", "hot");
  add (stage, "three", SC_TACTIC_OBJECTION, "no budget", "Fair", "Hot");
  add (stage, "cold", SC_TACTIC_QUESTION, "", "fair", "cold");
  add (stage, "also", SC_TACTIC_CHECKLIST, "", "", "");

  return stage;
}

static void
test_order (void)
{
  static const struct {
    const char *source;
    const char *label;
    const char *own_reason;
    const char *reason;
    const char *order;
    const char *shown;
    const char *more;
  } cases[] = {
    { NULL, NULL, NULL, NULL, "always too also price fair fair-hot three cold", "always too also",
      "cold price three fair fair-hot" },
    { " fair", NULL, NULL, NULL, "fair always too also price fair-hot three cold", "fair always too",
      "cold price three fair-hot also" },
    { "Fair", "HOT", NULL, "No budget ", "three fair-hot price fair always too also cold", "three fair-hot price",
      "too cold fair always also" },
    { NULL, NULL, "too expensive", NULL, "price always too also fair fair-hot three cold", "price always too",
      "cold three fair fair-hot also" },
    { NULL, NULL, "too expensive", "Silence", "always too also price fair fair-hot three cold", "always too also",
      "cold price three fair fair-hot" },
  };
  g_autoptr (ScStage) stage = make_stage ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScDeal) deal = sc_deal_new ();
      g_autoptr (GPtrArray) order = NULL;
      g_autoptr (GPtrArray) shown = NULL;
      g_autoptr (GPtrArray) more = NULL;
      g_autofree char *told = NULL;
      g_autofree char *told_shown = NULL;
      g_autofree char *told_more = NULL;

      deal->source = g_strdup (cases[i].source);
      deal->label = g_strdup (cases[i].label);
      deal->loss_reason = g_strdup (cases[i].own_reason);
      order = sc_tactics_order (stage, deal, cases[i].reason);
      sc_tactics_choose (stage, deal, cases[i].reason, &shown, &more);
      told = tell (order);
      told_shown = tell (shown);
      told_more = tell (more);
      g_assert_cmpstr (told, ==, cases[i].order);
      g_assert_cmpstr (told_shown, ==, cases[i].shown);
      g_assert_cmpstr (told_more, ==, cases[i].more);
    }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/tactics/what-stands-in-braces-is-filled-in-once", test_fields);
  g_test_add_func ("/model/tactics/an-empty-field-is-a-blank", test_no_answers);
  g_test_add_func ("/model/tactics/a-long-text-takes-no-longer-than-it-is", test_long_texts);
  g_test_add_func ("/model/tactics/answers-that-are-asked-for-follow-their-questions", test_renamed_answers);
  g_test_add_func ("/model/tactics/what-fits-best-comes-first", test_order);

  return g_test_run ();
}
