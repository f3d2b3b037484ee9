/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of step that a stage can cover, with their names. */

#pragma once

#include "model/sc-language.h"

G_BEGIN_DECLS

/* The kinds of step that a stage can cover, in the method's canonical order.
 * Where that order depends on a process's aspects, the method says so. */
typedef enum {
  SC_KIND_PROSPECTING,
  SC_KIND_OUTREACH,
  SC_KIND_INBOUND_REQUEST,
  SC_KIND_QUALIFICATION,
  SC_KIND_NEEDS_DISCOVERY,
  SC_KIND_PRESENTATION,
  SC_KIND_TRIAL,
  SC_KIND_PROPOSAL,
  SC_KIND_NEGOTIATION,
  SC_KIND_CONTRACT,
  SC_KIND_PAYMENT,
  SC_KIND_ONBOARDING,
  SC_KIND_DELIVERY,
  SC_KIND_ACCOUNT_GROWTH,
  SC_KIND_OTHER,
} ScKind;

#define SC_N_KINDS (SC_KIND_OTHER + 1)

/* A set of kinds, a bit each. */
typedef guint32 ScKindSet;

#define SC_KIND_BIT(kind) ((ScKindSet) 1 << (kind))

const char *sc_kind_get_id (ScKind kind);
gboolean sc_kind_from_id (const char *id,
                          ScKind     *kind);
const char *sc_kind_get_name (ScKind     kind,
                              ScLanguage language);

guint sc_kind_set_count (ScKindSet set);
char *sc_kind_set_to_string (ScKindSet set);
char *sc_kind_set_to_text (ScKindSet  set,
                           ScLanguage language);
gboolean sc_kind_set_from_string (const char *string,
                                  ScKindSet  *set);

static inline gboolean
sc_kind_set_has (ScKindSet set,
                 ScKind    kind)
{
  return (set & SC_KIND_BIT (kind)) != 0;
}

G_END_DECLS
