/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "sample.h"

static const ScPhrase role_names[] = {
  { { "Sales rep", "Менеджер по продажам" } },
  { { "Presales", "Пресейл" } },
  { { "Onboarding manager", "Менеджер по внедрению" } },
  { { "Lawyer", "Юрист" } },
  { { "Accountant", "Бухгалтер" } },
};

#define BIT(kind) SC_KIND_BIT (SC_KIND_ ## kind)

static const struct {
  ScPhrase name;
  ScKindSet kinds;
  ScDuration duration;
  double probability;
  guint responsible;
  guint participant;
} stages[] = {
  { { { "Request and qualification", "Заявка и квалификация" } },
    BIT (INBOUND_REQUEST) | BIT (QUALIFICATION), { 10, SC_UNIT_WORKING_HOURS }, 0.1, 0, 0 },
  { { { "Needs discovery", "Выявление потребностей" } }, BIT (NEEDS_DISCOVERY), { 5 }, 0.3, 0, 1 },
  { { { "Presentation", "Презентация" } }, BIT (PRESENTATION), { 3 }, 0.4, 0, 1 },
  { { { "Trial or free use", "Тестовый период или бесплатное использование" } }, BIT (TRIAL), { 10 }, 0.5, 0, 2 },
  { { { "Proposal and contract", "Предложение, переговоры и договор" } },
    BIT (PROPOSAL) | BIT (NEGOTIATION) | BIT (CONTRACT), { 12 }, 0.55, 0, 3 },
  { { { "Payment tracking", "Отслеживание оплаты" } }, BIT (PAYMENT), { 5 }, 0.95, 0, 4 },
  { { { "Client onboarding", "Онбординг клиента" } }, BIT (ONBOARDING), { 10 }, 1, 2, 0 },
};

static void
add_roles (ScVersion *version)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_names); i++)
    g_ptr_array_add (version->roles, sc_role_new (role_names[i].text[version->language], SC_FUNCTION_OTHER));
}

static ScStage *
add_stage (ScVersion  *version,
           guint       like,
           const char *name)
{
  ScStage *stage = sc_stage_new (name, stages[like].kinds);
  const char *participants[] = { sc_version_get_role (version, stages[like].participant)->id, NULL };

  stage->duration = stages[like].duration;
  stage->probability = stages[like].probability;
  stage->responsible = g_strdup (sc_version_get_role (version, stages[like].responsible)->id);
  if (stages[like].participant != stages[like].responsible)
    sc_stage_set_participants (stage, participants);
  g_ptr_array_add (version->stages, stage);

  return stage;
}

/* Seven stages as the method proposes them. */
ScVersion *
sample_proposal (ScLanguage language)
{
  ScVersion *version = sc_version_new (language);

  add_roles (version);
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    add_stage (version, i, stages[i].name.text[language]);

  return version;
}

/* So many stages with names of their own. */
ScVersion *
sample_new (guint n_stages)
{
  ScVersion *version = sc_version_new (SC_LANGUAGE_EN);

  add_roles (version);
  for (guint i = 0; i < n_stages; i++)
    {
      guint like = i % G_N_ELEMENTS (stages);
      g_autofree char *name = g_strdup_printf ("%s %u", stages[like].name.text[SC_LANGUAGE_EN], i + 1);

      add_stage (version, like, name);
    }

  return version;
}

static const char *const odd_names[] = {
  "",
  "   ",
  "A",
  "Оказание услуги, реализация проекта, сопровождение и всё, что за этим следует, без конца",
  "اكتشاف احتياجات العميل وتأهيله",
  "תשלום",
  "🚀🎉 Launch 👩‍👩‍👧‍👦",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung",
  "<b>&amp; \"quoted\" 'text'</b>",
  "two\nlines\tand\x01control",
  "契約書の締結と支払いの確認、そして導入の開始",
  "e\xcc\x81\xcc\x82\xcc\x83\xcc\x84",
};

/* So many stages of any sort, with the client mark anywhere. */
ScVersion *
sample_random (GRand *rand,
               guint  n_stages)
{
  ScVersion *version = sc_version_new (g_rand_boolean (rand) ? SC_LANGUAGE_EN : SC_LANGUAGE_RU);

  add_roles (version);
  for (guint i = 0; i < n_stages; i++)
    {
      const char *name = odd_names[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd_names))];
      ScStage *stage = add_stage (version, (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (stages)), name);

      stage->kinds = (ScKindSet) g_rand_int_range (rand, 1, 1 << SC_N_KINDS);
      if (g_rand_int_range (rand, 0, 4) == 0)
        g_clear_pointer (&stage->responsible, g_free);
      if (g_rand_int_range (rand, 0, 4) == 0)
        g_set_str (&stage->colour, "#c01c28");
      if (g_rand_int_range (rand, 0, 4) == 0)
        stage->probability = SC_PROBABILITY_UNSET;
      if (g_rand_int_range (rand, 0, n_stages) == 0)
        g_set_str (&version->mark, stage->id);
    }

  return version;
}

/* Where the client refuses in a stage, a deal goes back to another. */
void
sample_send_back (ScVersion *version,
                  guint      from,
                  guint      to)
{
  ScRefusal *refusal = &sc_version_get_stage (version, from)->refusal;

  refusal->kind = SC_REFUSAL_BACK;
  g_set_str (&refusal->stage_id, sc_version_get_stage (version, to)->id);
}

void
sample_park (ScVersion *version,
             guint      stage,
             guint      n_days)
{
  ScRefusal *refusal = &sc_version_get_stage (version, stage)->refusal;

  refusal->kind = SC_REFUSAL_PARK;
  refusal->after = (ScDuration) { n_days, SC_UNIT_WORKING_DAYS };
}

/* A version may hold what the method warns of: a return to a later stage, to
 * the stage itself, or to one that is gone. */
void
sample_refuse (GRand     *rand,
               ScVersion *version)
{
  gint32 n = (gint32) version->stages->len;

  for (guint i = 0; i < version->stages->len; i++)
    switch (g_rand_int_range (rand, 0, 6))
      {
      case 0:
        sample_park (version, i, (guint) g_rand_int_range (rand, 0, SC_DURATION_MAX));
        break;
      case 1:
        sample_send_back (version, i, i);
        g_set_str (&sc_version_get_stage (version, i)->refusal.stage_id, "gone");
        break;
      case 2:
        break;
      case 3:
        /* most go to the same few */
        sample_send_back (version, i, (guint) g_rand_int_range (rand, 0, MIN (n, 3)));
        break;
      default:
        sample_send_back (version, i, (guint) g_rand_int_range (rand, 0, n));
      }
}
