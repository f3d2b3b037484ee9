/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The aspects of a sale that a process is designed for, with their names in files. */

#include "model/sc-aspect.h"

#include <string.h>

static const struct {
  const char *id;
  const char *values[3];
} aspects_table[SC_N_ASPECTS] = {
  [SC_ASPECT_SELLING] = { "selling", { NULL, "transactional", "consultative" } },
  [SC_ASPECT_NOVELTY] = { "novelty", { NULL, "innovative", "established" } },
  [SC_ASPECT_DEMAND] = { "demand", { NULL, "formed", "unformed" } },
  [SC_ASPECT_MARKET] = { "market", { NULL, "b2b", "b2c" } },
  [SC_ASPECT_OFFER] = { "offer", { NULL, "product", "service" } },
  [SC_ASPECT_PAYMENT_TERMS] = { "payment_terms", { NULL, "before-onboarding", "after-onboarding" } },
};

/**
 * sc_aspect_get_id:
 * @aspect: an aspect
 *
 * Returns: its name in files and in the database, such as `payment_terms`
 */
const char *
sc_aspect_get_id (ScAspect aspect)
{
  g_return_val_if_fail (aspect < SC_N_ASPECTS, NULL);

  return aspects_table[aspect].id;
}

/**
 * sc_aspect_from_id:
 * @id: a name as sc_aspect_get_id() gives it
 * @aspect: (out): the aspect
 *
 * Returns: whether there is such an aspect
 */
gboolean
sc_aspect_from_id (const char *id,
                   ScAspect   *aspect)
{
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    if (g_strcmp0 (id, aspects_table[i].id) == 0)
      {
        *aspect = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_aspect_get_value_id:
 * @aspect: an aspect
 * @value: one of its values
 *
 * Returns: (nullable): the value's name, such as `consultative`, or %NULL
 *   where @value is %SC_ASPECT_UNSET
 */
const char *
sc_aspect_get_value_id (ScAspect aspect,
                        guint    value)
{
  g_return_val_if_fail (aspect < SC_N_ASPECTS && value <= 2, NULL);

  return aspects_table[aspect].values[value];
}

/**
 * sc_aspect_value_from_id:
 * @aspect: an aspect
 * @id: a name as sc_aspect_get_value_id() gives it
 * @value: (out): the value
 *
 * Returns: whether the aspect has such a value
 */
gboolean
sc_aspect_value_from_id (ScAspect    aspect,
                         const char *id,
                         guint      *value)
{
  g_return_val_if_fail (aspect < SC_N_ASPECTS, FALSE);

  for (guint i = 1; i <= 2; i++)
    if (g_strcmp0 (id, aspects_table[aspect].values[i]) == 0)
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sc_aspects_equal:
 * @a: aspects
 * @b: aspects
 *
 * Returns: whether every question has the same answer in both
 */
gboolean
sc_aspects_equal (const ScAspects *a,
                  const ScAspects *b)
{
  return memcmp (a->value, b->value, sizeof a->value) == 0;
}

/**
 * sc_aspects_are_complete:
 * @aspects: aspects
 *
 * Returns: whether all six questions are answered; a service needs no
 *   payment terms
 */
gboolean
sc_aspects_are_complete (const ScAspects *aspects)
{
  for (guint i = 0; i < SC_N_ASPECTS; i++)
    if (aspects->value[i] == SC_ASPECT_UNSET &&
        !(i == SC_ASPECT_PAYMENT_TERMS && aspects->value[SC_ASPECT_OFFER] == SC_OFFER_SERVICE))
      return FALSE;

  return TRUE;
}

/**
 * sc_aspects_is_paid_after_onboarding:
 * @aspects: aspects
 *
 * Payment terms are asked for products only; a service ignores them.
 *
 * Returns: whether a product may be paid for after successful onboarding
 */
gboolean
sc_aspects_is_paid_after_onboarding (const ScAspects *aspects)
{
  return aspects->value[SC_ASPECT_OFFER] == SC_OFFER_PRODUCT &&
         aspects->value[SC_ASPECT_PAYMENT_TERMS] == SC_PAYMENT_AFTER_ONBOARDING;
}
