/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The aspects of a sale that a process is designed for, with their names in files. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a process is designed for: the five aspects of the method's text, and
 * the sixth question, which it asks for products only. */
typedef enum {
  SC_ASPECT_SELLING,
  SC_ASPECT_NOVELTY,
  SC_ASPECT_DEMAND,
  SC_ASPECT_MARKET,
  SC_ASPECT_OFFER,
  SC_ASPECT_PAYMENT_TERMS,
} ScAspect;

#define SC_N_ASPECTS (SC_ASPECT_PAYMENT_TERMS + 1)

/* Each aspect has two values; 0 is a question that was not answered. */
enum {
  SC_ASPECT_UNSET = 0,
  SC_SELLING_TRANSACTIONAL = 1,
  SC_SELLING_CONSULTATIVE = 2,
  SC_NOVELTY_INNOVATIVE = 1,
  SC_NOVELTY_ESTABLISHED = 2,
  SC_DEMAND_FORMED = 1,
  SC_DEMAND_UNFORMED = 2,
  SC_MARKET_B2B = 1,
  SC_MARKET_B2C = 2,
  SC_OFFER_PRODUCT = 1,
  SC_OFFER_SERVICE = 2,
  SC_PAYMENT_BEFORE_ONBOARDING = 1,
  SC_PAYMENT_AFTER_ONBOARDING = 2,
};

/**
 * ScAspects:
 * @value: the value of each aspect, by #ScAspect; 0 is unset
 */
typedef struct {
  guint8 value[SC_N_ASPECTS];
} ScAspects;

const char *sc_aspect_get_id (ScAspect aspect);
gboolean sc_aspect_from_id (const char *id,
                            ScAspect   *aspect);
const char *sc_aspect_get_value_id (ScAspect aspect,
                                    guint    value);
gboolean sc_aspect_value_from_id (ScAspect    aspect,
                                  const char *id,
                                  guint      *value);

gboolean sc_aspects_equal (const ScAspects *a,
                           const ScAspects *b);
gboolean sc_aspects_are_complete (const ScAspects *aspects);
gboolean sc_aspects_is_paid_after_onboarding (const ScAspects *aspects);

G_END_DECLS
