/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rules and merges ask of single stages. */

#include "method/sc-lint-stages-private.h"
#include "method/sc-order.h"

#include <glib/gi18n-lib.h>

/**
 * sc_lint_get_responsible:
 * @version: a version
 * @stage: one of its stages
 *
 * Returns: (transfer none) (nullable): the role that is responsible, if the
 *   stage names one that is there
 */
ScRole *
sc_lint_get_responsible (const ScVersion *version,
                         const ScStage   *stage)
{
  return stage->responsible != NULL ? sc_version_find_role (version, stage->responsible, NULL) : NULL;
}

/**
 * sc_lint_is_natural_order:
 * @last_kind: the last step of a stage
 * @first_kind: the first of the stage behind it
 *
 * Returns: whether they are usually done in one go
 */
gboolean
sc_lint_is_natural_order (ScKind last_kind,
                          ScKind first_kind)
{
  static const ScKind pairs[][2] = {
    { SC_KIND_PROSPECTING, SC_KIND_OUTREACH },
    { SC_KIND_INBOUND_REQUEST, SC_KIND_QUALIFICATION },
    { SC_KIND_QUALIFICATION, SC_KIND_NEEDS_DISCOVERY },
    { SC_KIND_PRESENTATION, SC_KIND_PROPOSAL },
    { SC_KIND_NEGOTIATION, SC_KIND_CONTRACT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == last_kind && pairs[i][1] == first_kind)
      return TRUE;

  return FALSE;
}

/**
 * sc_lint_is_natural_pair:
 * @version: a version
 * @first: one of its stages
 * @second: the stage behind it
 *
 * Returns: whether the last step of the one and the first of the other are
 *   usually done in one go
 */
gboolean
sc_lint_is_natural_pair (const ScVersion *version,
                         const ScStage   *first,
                         const ScStage   *second)
{
  return sc_lint_is_natural_order (sc_order_get_last_kind (first->kinds, &version->aspects),
                                   sc_order_get_first_kind (second->kinds, &version->aspects));
}

/**
 * sc_lint_covers_gate:
 * @version: a version
 * @stage: one of its stages
 *
 * Returns: whether the stage covers a step that the text wants to be a stage:
 *   needs discovery where selling is consultative, a trial where the product
 *   is innovative, payment always
 */
gboolean
sc_lint_covers_gate (const ScVersion *version,
                     const ScStage   *stage)
{
  ScKindSet gates = SC_KIND_BIT (SC_KIND_PAYMENT);

  if (version->aspects.value[SC_ASPECT_SELLING] == SC_SELLING_CONSULTATIVE)
    gates |= SC_KIND_BIT (SC_KIND_NEEDS_DISCOVERY);
  if (version->aspects.value[SC_ASPECT_NOVELTY] == SC_NOVELTY_INNOVATIVE)
    gates |= SC_KIND_BIT (SC_KIND_TRIAL);

  return (stage->kinds & gates) != 0;
}

/**
 * sc_lint_find_discovery_in_front:
 * @version: a version
 * @position: the place of one of its stages
 *
 * Returns: (transfer none) (nullable): the nearest stage in front that covers needs
 *   discovery, where it is on the same side of the client mark
 */
ScStage *
sc_lint_find_discovery_in_front (const ScVersion *version,
                                 guint            position)
{
  int mark = sc_version_get_mark_position (version);

  for (int i = (int) position - 1; i >= 0; i--)
    {
      ScStage *stage = sc_version_get_stage (version, (guint) i);

      if (sc_kind_set_has (stage->kinds, SC_KIND_NEEDS_DISCOVERY))
        return (i <= mark) == ((int) position <= mark) ? stage : NULL;
    }

  return NULL;
}

/**
 * sc_lint_is_blank:
 * @text: a text
 *
 * Returns: whether there is nothing in it to read
 */
gboolean
sc_lint_is_blank (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return *text == '\0';
}

/**
 * sc_lint_get_title:
 * @stage: a stage
 *
 * Returns: its name, or what to call it in a sentence where it has none
 */
const char *
sc_lint_get_title (const ScStage *stage)
{
  return sc_lint_is_blank (stage->name) ? _("unnamed stage") : stage->name;
}
