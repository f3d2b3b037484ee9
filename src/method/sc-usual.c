/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stages usually are, by the kinds that they cover. Where kinds share a
 * stage, times add up, the probability is the first kind's, and texts are
 * joined. */

#include "method/sc-usual.h"

#include "method/sc-order.h"
#include "method/sc-usual-private.h"

/* Merged stages that have a name of their own, as a person would give it. */
static const struct {
  ScKindSet kinds;
  ScPhrase name;
  ScPhrase b2c_name;
} merged_names[] = {
  { SC_KIND_BIT (SC_KIND_INBOUND_REQUEST) | SC_KIND_BIT (SC_KIND_QUALIFICATION),
    { { "Request and qualification", "Заявка и квалификация" } }, { { NULL } } },
  { SC_KIND_BIT (SC_KIND_PROSPECTING) | SC_KIND_BIT (SC_KIND_OUTREACH),
    { { "Search and first contact", "Поиск и первый контакт" } }, { { NULL } } },
  { SC_KIND_BIT (SC_KIND_QUALIFICATION) | SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY),
    { { "Qualification and needs", "Квалификация и потребности" } }, { { NULL } } },
  { SC_KIND_BIT (SC_KIND_PRESENTATION) | SC_KIND_BIT (SC_KIND_PROPOSAL),
    { { "Presentation and proposal", "Презентация и предложение" } }, { { NULL } } },
  { SC_KIND_BIT (SC_KIND_PROPOSAL) | SC_KIND_BIT (SC_KIND_NEGOTIATION),
    { { "Proposal and negotiation", "Предложение и переговоры" } }, { { NULL } } },
  { SC_KIND_BIT (SC_KIND_NEGOTIATION) | SC_KIND_BIT (SC_KIND_CONTRACT),
    { { "Negotiation and contract", "Переговоры и договор" } }, { { "Terms and order", "Условия и заказ" } } },
  { SC_KIND_BIT (SC_KIND_PROPOSAL) | SC_KIND_BIT (SC_KIND_NEGOTIATION) | SC_KIND_BIT (SC_KIND_CONTRACT),
    { { "Proposal and contract", "Предложение и договор" } }, { { "Proposal and order", "Предложение и заказ" } } },
  { SC_KIND_BIT (SC_KIND_CONTRACT) | SC_KIND_BIT (SC_KIND_PAYMENT),
    { { "Contract and payment", "Договор и оплата" } }, { { "Order and payment", "Заказ и оплата" } } },
};

/* A person does not sign a contract, but places an order. */
static const ScPhrase order_name = { { "Order", "Оформление заказа" } };
static const ScPhrase order_actions[] = {
  { { "Take the order and confirm it", "Принять и подтвердить заказ" } },
  { { "Issue the invoice", "Выставить счёт" } },
};
static const ScPhrase order_document = { { "Order confirmation", "Подтверждение заказа" } };

static const ScPhrase role_names[SC_N_FUNCTIONS] = {
  [SC_FUNCTION_SALES] = { { "Sales rep", "Менеджер по продажам" } },
  [SC_FUNCTION_PRESALES] = { { "Presales", "Пресейл" } },
  [SC_FUNCTION_ONBOARDING] = { { "Onboarding manager", "Менеджер по внедрению" } },
  [SC_FUNCTION_DELIVERY] = { { "Project manager", "Руководитель проекта" } },
  [SC_FUNCTION_FINANCE] = { { "Accountant", "Бухгалтер" } },
  [SC_FUNCTION_LEGAL] = { { "Lawyer", "Юрист" } },
  [SC_FUNCTION_MARKETING] = { { "Marketing specialist", "Маркетолог" } },
  [SC_FUNCTION_OTHER] = { { "Colleague", "Сотрудник" } },
};

/**
 * sc_usual_get_telling:
 * @kinds: what a stage covers
 *
 * Returns: the kinds that say something of it: beside others, `other` adds
 *   nothing that could be said
 */
ScKindSet
sc_usual_get_telling (ScKindSet kinds)
{
  ScKindSet telling = kinds & ~SC_KIND_BIT (SC_KIND_OTHER);

  return telling != 0 ? telling : SC_KIND_BIT (SC_KIND_OTHER);
}

static gboolean
is_b2c (const ScAspects *aspects)
{
  return aspects->value[SC_ASPECT_MARKET] == SC_MARKET_B2C;
}

static gboolean
is_order (ScKind           kind,
          const ScAspects *aspects)
{
  return kind == SC_KIND_CONTRACT && is_b2c (aspects);
}

/**
 * sc_usual_duration:
 * @kinds: what a stage covers
 * @aspects: what the process is designed for
 * @calendar: how long a working day is
 *
 * Returns: its usual target time
 */
ScDuration
sc_usual_duration (ScKindSet         kinds,
                   const ScAspects  *aspects,
                   const ScCalendar *calendar)
{
  ScDuration sum = { 0, SC_UNIT_WORKING_DAYS };
  ScKindSet telling = sc_usual_get_telling (kinds);

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (telling, kind))
      sum = sc_duration_add (sum, is_b2c (aspects) ? sc_usual_kinds[kind].b2c : sc_usual_kinds[kind].b2b, calendar);

  return sum;
}

/**
 * sc_usual_probability:
 * @kinds: what a stage covers
 * @aspects: what the process is designed for
 *
 * Returns: its usual win probability, or %SC_PROBABILITY_UNSET where it is
 *   that of the stage in front
 */
double
sc_usual_probability (ScKindSet        kinds,
                      const ScAspects *aspects)
{
  ScKind list[SC_N_KINDS];

  sc_order_list_kinds (sc_usual_get_telling (kinds), aspects, list);

  /* Where the money comes after it, onboarding can still be lost. */
  if (list[0] == SC_KIND_ONBOARDING && sc_aspects_is_paid_after_onboarding (aspects))
    return 0.88;

  return sc_usual_kinds[list[0]].probability;
}

/* The function that is responsible for a kind, and the one that takes part. */
static void
find_people (ScKind           kind,
             const ScAspects *aspects,
             ScFunction      *responsible,
             ScFunction      *participant)
{
  *responsible = sc_usual_kinds[kind].responsible;
  *participant = sc_usual_kinds[kind].participant;

  if (kind == SC_KIND_ONBOARDING && sc_aspects_is_paid_after_onboarding (aspects))
    {
      *responsible = SC_FUNCTION_SALES;
      *participant = SC_FUNCTION_ONBOARDING;
    }
  else if (is_order (kind, aspects))
    {
      *participant = SC_FUNCTION_SALES;
    }
}

/**
 * sc_usual_responsible:
 * @kinds: what a stage covers
 * @aspects: what the process is designed for
 *
 * Returns: the function of the role that is usually responsible for it
 */
ScFunction
sc_usual_responsible (ScKindSet        kinds,
                      const ScAspects *aspects)
{
  ScKind list[SC_N_KINDS];
  ScFunction responsible;
  ScFunction participant;

  sc_order_list_kinds (sc_usual_get_telling (kinds), aspects, list);
  find_people (list[0], aspects, &responsible, &participant);

  return responsible;
}

/**
 * sc_usual_takes_part:
 * @kinds: what a stage covers
 * @aspects: what the process is designed for
 * @function: a role's function
 *
 * Returns: whether such a role usually takes part without being responsible
 */
gboolean
sc_usual_takes_part (ScKindSet        kinds,
                     const ScAspects *aspects,
                     ScFunction       function)
{
  if (sc_usual_responsible (kinds, aspects) == function)
    return FALSE;

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (kinds, kind))
      {
        ScFunction responsible;
        ScFunction participant;

        find_people (kind, aspects, &responsible, &participant);
        if (responsible == function || participant == function)
          return TRUE;
      }

  return FALSE;
}

static const char *
name_kind (ScKind           kind,
           const ScAspects *aspects,
           ScLanguage       language)
{
  return is_order (kind, aspects) ? order_name.text[language] : sc_usual_kinds[kind].name.text[language];
}

static void
append_joined (GString    *joined,
               const char *name,
               gboolean    is_last,
               ScLanguage  language)
{
  static const ScPhrase and = { { " and ", " и " } };
  gunichar first = g_utf8_get_char (name);

  if (joined->len == 0)
    {
      g_string_append (joined, name);
      return;
    }

  g_string_append (joined, is_last ? and.text[language] : ", ");
  g_string_append_unichar (joined, g_unichar_tolower (first));
  g_string_append (joined, g_utf8_next_char (name));
}

/**
 * sc_usual_name:
 * @kinds: what a stage covers
 * @aspects: what the process is designed for
 * @language: the language of the process
 *
 * Returns: (transfer full): a name that a person would give it, such as
 *   “Request and qualification”
 */
char *
sc_usual_name (ScKindSet        kinds,
               const ScAspects *aspects,
               ScLanguage       language)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  ScKindSet named = sc_usual_get_telling (kinds);
  ScKind list[SC_N_KINDS];
  guint n_kinds = sc_order_list_kinds (named, aspects, list);

  for (guint i = 0; i < G_N_ELEMENTS (merged_names); i++)
    if (merged_names[i].kinds == named)
      {
        const char *b2c_name = merged_names[i].b2c_name.text[language];

        return g_strdup (is_b2c (aspects) && b2c_name != NULL ? b2c_name : merged_names[i].name.text[language]);
      }

  for (guint i = 0; i < n_kinds; i++)
    append_joined (joined, name_kind (list[i], aspects, language), i + 1 == n_kinds, language);

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

/**
 * sc_usual_goal:
 * @kinds: what a stage covers
 * @aspects: what the process is designed for
 * @language: the language of the process
 *
 * Returns: (transfer full): what such a stage is usually for
 */
char *
sc_usual_goal (ScKindSet        kinds,
               const ScAspects *aspects,
               ScLanguage       language)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  ScKind list[SC_N_KINDS];
  guint n_kinds = sc_order_list_kinds (sc_usual_get_telling (kinds), aspects, list);

  for (guint i = 0; i < n_kinds; i++)
    {
      if (joined->len > 0)
        g_string_append (joined, ". ");
      g_string_append (joined, sc_usual_kinds[list[i]].goal.text[language]);
    }

  return g_string_free_and_steal (g_steal_pointer (&joined));
}

static void
add_lines (GStrvBuilder   *builder,
           const ScPhrase *lines,
           guint           max,
           ScLanguage      language)
{
  for (guint i = 0; i < max && lines[i].text[language] != NULL; i++)
    g_strv_builder_add (builder, lines[i].text[language]);
}

/* What needs discovery asks is not asked in front of it. */
static void
add_actions (GStrvBuilder    *builder,
             const ScUsual   *usual,
             const ScAspects *aspects,
             ScLanguage       language)
{
  gboolean is_other = aspects->value[SC_ASPECT_SELLING] == SC_SELLING_CONSULTATIVE
                      && usual->consultative_action.text[language] != NULL;

  if (is_other)
    add_lines (builder, &usual->consultative_action, 1, language);
  add_lines (builder, usual->actions + (is_other ? 1 : 0), SC_MAX_USUAL_LINES - (is_other ? 1 : 0), language);
}

static GStrv
list_actions (ScKindSet        kinds,
              const ScAspects *aspects,
              ScLanguage       language)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  ScKind list[SC_N_KINDS];
  guint n_kinds = sc_order_list_kinds (sc_usual_get_telling (kinds), aspects, list);

  for (guint i = 0; i < n_kinds; i++)
    if (is_order (list[i], aspects))
      add_lines (builder, order_actions, G_N_ELEMENTS (order_actions), language);
    else
      add_actions (builder, &sc_usual_kinds[list[i]], aspects, language);

  return g_strv_builder_end (builder);
}

static GStrv
list_documents (ScKindSet        kinds,
                const ScAspects *aspects,
                ScLanguage       language)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  ScKind list[SC_N_KINDS];
  guint n_kinds = sc_order_list_kinds (sc_usual_get_telling (kinds), aspects, list);

  for (guint i = 0; i < n_kinds; i++)
    {
      const ScPhrase *documents = sc_usual_kinds[list[i]].documents;

      if (is_order (list[i], aspects))
        g_strv_builder_add (builder, order_document.text[language]);

      add_lines (builder, is_order (list[i], aspects) ? documents + 1 : documents, SC_MAX_USUAL_LINES - 1, language);
    }

  return g_strv_builder_end (builder);
}

/**
 * sc_usual_role_name:
 * @function: what a role does
 * @language: the language of the process
 *
 * Returns: what such a role is usually called
 */
const char *
sc_usual_role_name (ScFunction function,
                    ScLanguage language)
{
  g_return_val_if_fail (function < SC_N_FUNCTIONS && language < SC_N_LANGUAGES, NULL);

  return role_names[function].text[language];
}

/**
 * sc_usual_role:
 * @version: a version
 * @function: what the role does
 * @new_roles: (element-type ScRole): takes a role that had to be made
 *
 * Returns: (transfer none): the first role of that function, made where
 *   neither @version nor @new_roles has one
 */
ScRole *
sc_usual_role (const ScVersion *version,
               ScFunction       function,
               GPtrArray       *new_roles)
{
  ScRole *role = sc_version_find_role_by_function (version, function);

  for (guint i = 0; i < new_roles->len && role == NULL; i++)
    if (((ScRole *) new_roles->pdata[i])->function == function)
      role = new_roles->pdata[i];

  if (role == NULL)
    {
      role = sc_role_new (sc_usual_role_name (function, version->language), function);
      g_ptr_array_add (new_roles, role);
    }

  return role;
}

static void
set_people (ScStage         *stage,
            const ScVersion *version,
            GPtrArray       *new_roles)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (4, NULL, TRUE);
  const ScAspects *aspects = &version->aspects;
  ScRole *responsible = sc_usual_role (version, sc_usual_responsible (stage->kinds, aspects), new_roles);

  g_set_str (&stage->responsible, responsible->id);
  for (guint function = 0; function < SC_N_FUNCTIONS; function++)
    if (sc_usual_takes_part (stage->kinds, aspects, function))
      g_ptr_array_add (ids, sc_usual_role (version, function, new_roles)->id);
  sc_stage_set_participants (stage, (const char *const *) ids->pdata);
}

static char *
find_entry (ScKindSet        kinds,
            const ScAspects *aspects,
            ScLanguage       language)
{
  ScKind list[SC_N_KINDS];

  sc_order_list_kinds (sc_usual_get_telling (kinds), aspects, list);

  return g_strdup (sc_usual_kinds[list[0]].entry.text[language]);
}

/**
 * sc_usual_stage:
 * @version: the version that it is for
 * @kinds: what it is to cover
 * @new_roles: (element-type ScRole): takes roles that had to be made; they go
 *   into the version before the stage
 *
 * Returns: (transfer full): a complete stage, free to be changed until it is
 *   shared; its name is free in @version. What happens on a refusal depends on
 *   where it will stand: sc_usual_set_refusal()
 */
ScStage *
sc_usual_stage (const ScVersion *version,
                ScKindSet        kinds,
                GPtrArray       *new_roles)
{
  const ScAspects *aspects = &version->aspects;
  ScLanguage language = version->language;
  g_autofree char *usual_name = sc_usual_name (kinds, aspects, language);
  g_autofree char *name = sc_version_make_stage_name (version, usual_name, NULL);
  ScStage *stage = sc_stage_new (name, kinds);

  g_free (stage->goal);
  g_free (stage->entry);
  g_strfreev (stage->actions);
  g_strfreev (stage->documents);
  stage->goal = sc_usual_goal (stage->kinds, aspects, language);
  stage->entry = find_entry (stage->kinds, aspects, language);
  stage->actions = list_actions (stage->kinds, aspects, language);
  stage->documents = list_documents (stage->kinds, aspects, language);
  stage->duration = sc_usual_duration (stage->kinds, aspects, version->calendar);
  stage->probability = sc_usual_probability (stage->kinds, aspects);
  sc_usual_add_criteria (stage, kinds, aspects, language);
  sc_usual_add_tactics (stage, version, kinds);
  set_people (stage, version, new_roles);

  return stage;
}
