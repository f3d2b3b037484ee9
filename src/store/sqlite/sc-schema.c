/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps that make the database’s tables, a step a version, and the checksum of what
 * they make: for who compares a database with it, and who brings one there. */

#include "store/sqlite/sc-schema-private.h"

#include <gio/gio.h>

#include "store/sqlite/sc-migrations.h"

/* Step n makes version n of n - 1. */
static const char *const steps[] = {
  "/io/github/stagecraft/Stagecraft/store/0001-first.sql",
  "/io/github/stagecraft/Stagecraft/store/0002-kept-deals.sql",
  "/io/github/stagecraft/Stagecraft/store/0003-inferred-events.sql",
  "/io/github/stagecraft/Stagecraft/store/0004-person-contacts.sql",
  "/io/github/stagecraft/Stagecraft/store/0005-refusal.sql",
  "/io/github/stagecraft/Stagecraft/store/0006-parked-deals.sql",
  "/io/github/stagecraft/Stagecraft/store/0007-answers.sql",
  "/io/github/stagecraft/Stagecraft/store/0008-tactic-use.sql",
  "/io/github/stagecraft/Stagecraft/store/0009-search-keys.sql",
  "/io/github/stagecraft/Stagecraft/store/0010-answers-by-criterion.sql",
  "/io/github/stagecraft/Stagecraft/store/0011-own-words.sql",
  "/io/github/stagecraft/Stagecraft/store/0012-action-ticks.sql",
  "/io/github/stagecraft/Stagecraft/store/0013-entered-deals.sql",
  "/io/github/stagecraft/Stagecraft/store/0014-stage-visits.sql",
  "/io/github/stagecraft/Stagecraft/store/0015-plans.sql",
  "/io/github/stagecraft/Stagecraft/store/0016-calendar.sql",
  "/io/github/stagecraft/Stagecraft/store/0017-step-times-and-contacts.sql",
  "/io/github/stagecraft/Stagecraft/store/0018-step-results.sql",
};

/* Of what they make, as sc_own_schema_make_checksum() has it: every start asks whether
 * a database has just that, and to run the steps for it takes as long as all else that
 * a start does. A new step changes it, and test-migration says into what. */
static const char checksum[] = "29624cfe1d03cfbc0b269c5d7b1feae159cd025e949e6a657e27f871d63355c9";

/**
 * sc_schema_get_checksum:
 *
 * Returns: the checksum of what all steps make
 */
const char *
sc_schema_get_checksum (void)
{
  return checksum;
}

/**
 * sc_schema_get_version:
 *
 * Returns: the schema's version that this program knows
 */
guint
sc_schema_get_version (void)
{
  return G_N_ELEMENTS (steps);
}

/**
 * sc_schema_get_step:
 * @version: a version of the schema, from 1
 * @error: why it can't be read
 *
 * Returns: (transfer none): the SQL that makes it of the one before
 */
const char *
sc_schema_get_step (guint    version,
                    GError **error)
{
  /* The program's own memory: it stays. */
  g_autoptr (GBytes) text = g_resource_lookup_data (sc_migrations_get_resource (), steps[version - 1],
                                                    G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return text != NULL ? g_bytes_get_data (text, NULL) : NULL;
}
