/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order in which steps of a sale usually come. The canonical order is
 * that of ScKind; three things depend on the aspects or on the neighbours:
 *
 * - where demand is formed, the request comes first of all;
 * - where a product may be paid for after onboarding, payment comes right
 *   after it;
 * - a trial may stand anywhere from needs discovery to the contract, so a
 *   stage that begins with one takes the rank of the stage in front of it.
 *
 * Ranks are spread by two, so that there is room between two kinds. */

#include "method/sc-order.h"

#define RANK(kind) (2 * (int) (kind) + 2)

/**
 * sc_order_get_rank:
 * @kind: a kind of step
 * @aspects: what the process is designed for
 *
 * Returns: a number that is less for kinds that come earlier, and
 *   %SC_RANK_NONE for `other` and `account-growth`, which have no place
 */
int
sc_order_get_rank (ScKind           kind,
                   const ScAspects *aspects)
{
  switch (kind)
    {
    case SC_KIND_INBOUND_REQUEST:
      return aspects->value[SC_ASPECT_DEMAND] == SC_DEMAND_FORMED ? 0 : RANK (kind);

    case SC_KIND_PAYMENT:
      return sc_aspects_is_paid_after_onboarding (aspects) ? RANK (SC_KIND_ONBOARDING) + 1 : RANK (kind);

    case SC_KIND_ACCOUNT_GROWTH:
    case SC_KIND_OTHER:
      return SC_RANK_NONE;

    case SC_KIND_PROSPECTING:
    case SC_KIND_OUTREACH:
    case SC_KIND_QUALIFICATION:
    case SC_KIND_NEEDS_DISCOVERY:
    case SC_KIND_PRESENTATION:
    case SC_KIND_TRIAL:
    case SC_KIND_PROPOSAL:
    case SC_KIND_NEGOTIATION:
    case SC_KIND_CONTRACT:
    case SC_KIND_ONBOARDING:
    case SC_KIND_DELIVERY:
    default:
      return RANK (kind);
    }
}

static gboolean
comes_before (ScKind           a,
              ScKind           b,
              const ScAspects *aspects)
{
  int rank_a = sc_order_get_rank (a, aspects);
  int rank_b = sc_order_get_rank (b, aspects);

  if (rank_a == SC_RANK_NONE || rank_b == SC_RANK_NONE)
    return rank_b == SC_RANK_NONE && (rank_a != SC_RANK_NONE || a < b);

  return rank_a < rank_b;
}

/**
 * sc_order_list_kinds:
 * @kinds: a set of kinds
 * @aspects: what the process is designed for
 * @list: (out): the kinds of the set, in order; those without a place last
 *
 * Returns: how many there are
 */
guint
sc_order_list_kinds (ScKindSet        kinds,
                     const ScAspects *aspects,
                     ScKind           list[SC_N_KINDS])
{
  guint n = 0;

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    {
      guint i;

      if (!sc_kind_set_has (kinds, kind))
        continue;

      for (i = n++; i > 0 && comes_before (kind, list[i - 1], aspects); i--)
        list[i] = list[i - 1];
      list[i] = kind;
    }

  return n;
}

/**
 * sc_order_get_first_kind:
 * @kinds: a set of kinds
 * @aspects: what the process is designed for
 *
 * Returns: the earliest kind of the set that has a place in the order, else
 *   %SC_KIND_OTHER
 */
ScKind
sc_order_get_first_kind (ScKindSet        kinds,
                         const ScAspects *aspects)
{
  ScKind first = SC_KIND_OTHER;

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (kinds, kind) && sc_order_get_rank (kind, aspects) != SC_RANK_NONE &&
        comes_before (kind, first, aspects))
      first = kind;

  return first;
}

/**
 * sc_order_get_last_kind:
 * @kinds: a set of kinds
 * @aspects: what the process is designed for
 *
 * A kind without a place is never the last one, though the method lists them
 * last: account growth goes on beside other steps rather than after them, so a
 * stage that covers negotiation and account growth ends with negotiation, and
 * makes a natural pair with the contract behind it.
 *
 * Returns: the latest kind of the set that has a place in the order, else
 *   %SC_KIND_OTHER
 */
ScKind
sc_order_get_last_kind (ScKindSet        kinds,
                        const ScAspects *aspects)
{
  ScKind last = SC_KIND_OTHER;

  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (kinds, kind) && sc_order_get_rank (kind, aspects) != SC_RANK_NONE &&
        (last == SC_KIND_OTHER || comes_before (last, kind, aspects)))
      last = kind;

  return last;
}

static guint
count_stages (const ScVersion *version,
              ScKind           kind)
{
  guint n = 0;

  for (guint i = 0; i < version->stages->len; i++)
    if (sc_kind_set_has (sc_version_get_stage (version, i)->kinds, kind))
      n++;

  return n;
}

/**
 * sc_order_rank_stages:
 * @version: a version
 * @facts: (nullable): what is known of its stages
 * @ranks: (out): room for the rank of each of its stages
 * @passed_over: (out) (optional): room for whether each is left out where
 *   stages are compared: those without a rank, and payments and negotiations
 *   that stand twice
 *
 * A stage's rank is that of its earliest kind; %SC_RANK_NONE where it covers
 * none that has a place.
 */
void
sc_order_rank_stages (const ScVersion           *version,
                      const ScStageFacts *const *facts,
                      int                       *ranks,
                      gboolean                  *passed_over)
{
  const ScAspects *aspects = &version->aspects;
  gboolean is_paid_twice = count_stages (version, SC_KIND_PAYMENT) > 1;
  gboolean is_negotiated_twice = count_stages (version, SC_KIND_NEGOTIATION) > 1;
  int first_place = sc_order_get_rank (SC_KIND_NEEDS_DISCOVERY, aspects);
  int last_place = sc_order_get_rank (SC_KIND_CONTRACT, aspects);
  int in_front = SC_RANK_NONE;

  for (guint i = 0; i < version->stages->len; i++)
    {
      ScKind kind = facts != NULL ? facts[i]->first_kind
                                  : sc_order_get_first_kind (sc_version_get_stage (version, i)->kinds, aspects);
      gboolean is_passed_over;

      ranks[i] = sc_order_get_rank (kind, aspects);
      if (kind == SC_KIND_TRIAL && in_front <= last_place)
        ranks[i] = MAX (in_front, first_place);

      is_passed_over = ranks[i] == SC_RANK_NONE || (kind == SC_KIND_PAYMENT && is_paid_twice) ||
                       (kind == SC_KIND_NEGOTIATION && is_negotiated_twice);
      if (!is_passed_over)
        in_front = ranks[i];
      if (passed_over != NULL)
        passed_over[i] = is_passed_over;
    }
}

static gboolean
is_only_growth (const ScStage *stage)
{
  return stage->kinds == SC_KIND_BIT (SC_KIND_ACCOUNT_GROWTH);
}

/**
 * sc_order_find_place:
 * @version: a version
 * @kind: a kind of step
 *
 * Returns: where a stage of that kind goes: before the first stage that comes
 *   later in the order, else at the end, where only the growth of the account
 *   still follows
 */
guint
sc_order_find_place (const ScVersion *version,
                     ScKind           kind)
{
  g_autofree int *ranks = g_new (int, version->stages->len + 1);
  int rank = sc_order_get_rank (kind, &version->aspects);
  guint place = version->stages->len;

  sc_order_rank_stages (version, NULL, ranks, NULL);
  for (guint i = 0; rank != SC_RANK_NONE && i < version->stages->len; i++)
    if (ranks[i] > rank)
      return i;

  while (place > 0 && kind != SC_KIND_ACCOUNT_GROWTH && is_only_growth (sc_version_get_stage (version, place - 1)))
    place--;

  return place;
}
