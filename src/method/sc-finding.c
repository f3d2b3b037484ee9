/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the method has to say about a version: a rule, and the stages that it is
 * about. */

#include "method/sc-finding.h"

#include "method/sc-lint-stages-private.h"

#include <glib/gi18n-lib.h>

/**
 * sc_finding_new:
 * @rule: the rule that found something
 *
 * Returns: (transfer full): a finding that concerns no stage yet, free to be
 *   changed until it is shared
 */
ScFinding *
sc_finding_new (ScRule rule)
{
  ScFinding *self = g_atomic_rc_box_new0 (ScFinding);

  self->rule = rule;
  self->stages = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_stage_unref);

  return self;
}

/**
 * sc_finding_ref:
 * @self: a finding
 *
 * Returns: (transfer full): @self
 */
ScFinding *
sc_finding_ref (ScFinding *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  ScFinding *self = data;

  g_ptr_array_unref (self->stages);
}

/**
 * sc_finding_unref:
 * @self: (transfer full): a finding
 */
void
sc_finding_unref (ScFinding *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static const ScStage *
get_stage (const ScFinding *self,
           guint            index)
{
  return self->stages->pdata[index];
}

/**
 * sc_finding_equal:
 * @a: a finding
 * @b: a finding, perhaps of a later version
 *
 * Returns: whether both find the same fault with the same stages
 */
gboolean
sc_finding_equal (const ScFinding *a,
                  const ScFinding *b)
{
  if (a->rule != b->rule || a->kinds != b->kinds || a->stages->len != b->stages->len)
    return FALSE;

  for (guint i = 0; i < a->stages->len; i++)
    if (!g_str_equal (get_stage (a, i)->id, get_stage (b, i)->id))
      return FALSE;

  return TRUE;
}

/**
 * sc_finding_concerns:
 * @self: a finding
 * @stage_id: a stage's id
 *
 * Returns: whether the stage is one of those concerned
 */
gboolean
sc_finding_concerns (const ScFinding *self,
                     const char      *stage_id)
{
  for (guint i = 0; i < self->stages->len; i++)
    if (g_str_equal (get_stage (self, i)->id, stage_id))
      return TRUE;

  return FALSE;
}

static const char *
get_name (const ScFinding *self,
          guint            index)
{
  return index < self->stages->len ? sc_lint_get_title (get_stage (self, index)) : "";
}

static const char *
get_kind_name (const ScFinding *self)
{
  for (guint kind = 0; kind < SC_N_KINDS; kind++)
    if (sc_kind_set_has (self->kinds, kind))
      return sc_kind_get_name (kind, sc_language_get_default ());

  return "";
}

static char *
describe_search (const ScFinding *self)
{
  if (sc_kind_set_count (self->kinds) > 1)
    return g_strdup (_("No stage looks for clients and gets in touch with them, though requests do not come in by themselves."));

  if (sc_kind_set_has (self->kinds, SC_KIND_PROSPECTING))
    return g_strdup_printf (_("“%s” gets in touch with clients, but no stage looks for them first."), get_name (self, 0));

  return g_strdup_printf (_("“%s” looks for clients, but no stage gets in touch with them."), get_name (self, 0));
}

static char *
describe_length (const ScFinding *self)
{
  if (self->n_stages == 0)
    return g_strdup (_("The process has no stages yet; five to seven are best."));

  if (self->n_stages < SC_BEST_MIN_STAGES)
    return g_strdup_printf (ngettext ("The process has only %u stage; five to seven are best.",
                                      "The process has only %u stages; five to seven are best.", self->n_stages),
                            self->n_stages);

  if (self->n_stages <= SC_MAX_STAGES)
    return g_strdup_printf (ngettext ("The process has %u stage; five to seven are best.",
                                      "The process has %u stages; five to seven are best.", self->n_stages),
                            self->n_stages);

  return g_strdup_printf (ngettext ("The process has %u stage, more than ten: nobody can take it in.",
                                    "The process has %u stages, more than ten: nobody can take it in.", self->n_stages),
                          self->n_stages);
}

static char *
describe_refusal (const ScFinding *self)
{
  const ScStage *stage = get_stage (self, 0);

  if (self->stages->len > 1)
    return g_strdup_printf (_("“%1$s” sends a refused deal back to “%2$s”, which does not stand in front of it on the same side of the client mark."),
                            get_name (self, 0), get_name (self, 1));
  if (g_strcmp0 (stage->refusal.stage_id, stage->id) == 0)
    return g_strdup_printf (_("“%s” sends a refused deal back to itself."), get_name (self, 0));

  return g_strdup_printf (_("“%s” sends a refused deal back to a stage that is not there."), get_name (self, 0));
}

/* Rules that concern what is missing, or where a stage stands. */
static char *
describe_steps (const ScFinding *self)
{
  switch ((int) self->rule)
    {
    case SC_RULE_NEEDS_DISCOVERY_MISSING:
      return g_strdup (_("No stage finds out what the client needs, though clients must be advised before they can buy."));

    case SC_RULE_DISCOVERY_TOO_LATE:
      return g_strdup_printf (_("“%s” comes after the contract or the payment, when knowing the need no longer helps to sell."),
                              get_name (self, 0));

    case SC_RULE_TRIAL_MISSING:
      return g_strdup (_("No stage lets the client try the product, though it is new and they hesitate."));

    case SC_RULE_TRIAL_AFTER_PAYMENT:
      return g_strdup_printf (_("“%s” comes after the payment, so the client would have to pay before trying."),
                              get_name (self, 0));

    case SC_RULE_REQUEST_NOT_FIRST:
      if (self->kinds == 0)
        return g_strdup_printf (_("“%s” is not the first stage, though requests come in by themselves."),
                                get_name (self, 0));
      return g_strdup (_("The process does not start with an incoming request, though requests come in by themselves."));

    case SC_RULE_SEARCH_MISSING:
      return describe_search (self);

    case SC_RULE_SEARCH_NEEDLESS:
      return g_strdup_printf (_("“%s” looks for clients, though requests come in by themselves."), get_name (self, 0));

    case SC_RULE_PAYMENT_MISSING:
      return g_strdup (_("No stage tracks the payment, so nobody sees to it that the money comes in."));

    case SC_RULE_ONBOARDING_MISSING:
      if (self->kinds == 0)
        return g_strdup_printf (_("“%1$s” comes before “%2$s”, and no stage onboards the client after the contract is signed."),
                                get_name (self, 0), get_name (self, 1));
      return g_strdup (_("No stage helps the client to begin with the product after the contract is signed."));

    case SC_RULE_DELIVERY_MISSING:
      return g_strdup (_("No stage delivers the service or the project that the client has paid for."));

    case SC_RULE_PAYMENT_BEFORE_ONBOARDING:
      return g_strdup_printf (_("“%1$s” comes before “%2$s”, though the client may pay after successful onboarding."),
                              get_name (self, 0), get_name (self, 1));

    case SC_RULE_OUT_OF_ORDER:
      return g_strdup_printf (_("“%2$s” usually comes before “%1$s”, not after it."), get_name (self, 0), get_name (self, 1));

    case SC_RULE_MARK_BEFORE_PAYMENT:
      return g_strdup_printf (_("The client mark stands after “%1$s”, in front of “%2$s”: whoever passes it has paid nothing yet."),
                              get_name (self, 0), get_name (self, 1));

    default:
      return NULL;
    }
}

/**
 * sc_finding_get_message:
 * @self: a finding
 *
 * Returns: (transfer full): one sentence in the user's language that says what
 *   is wrong with which stage, and why
 */
char *
sc_finding_get_message (const ScFinding *self)
{
  switch ((int) self->rule)
    {
    case SC_RULE_ONBOARDING_OWNER:
      return g_strdup_printf (_("No sales rep is responsible for “%s”, though the client pays only after it."),
                              get_name (self, 0));

    case SC_RULE_DELIVERY_WITHOUT_REP:
      return g_strdup_printf (_("No sales rep takes part in “%s”, so the client loses touch with whoever sold to them."),
                              get_name (self, 0));

    case SC_RULE_TOO_MANY_STAGES:
    case SC_RULE_NOT_OPTIMAL_LENGTH:
      return describe_length (self);

    case SC_RULE_MERGEABLE:
      return g_strdup_printf (_("“%1$s” and “%2$s” can be one stage: the same person does both, one right after the other."),
                              get_name (self, 0), get_name (self, 1));

    case SC_RULE_NO_GOAL:
      return g_strdup_printf (_("“%s” has no goal, so nobody can say what it is for."), get_name (self, 0));

    case SC_RULE_NO_EXIT_CRITERION:
      return g_strdup_printf (_("“%s” has no exit criterion, so nobody can say when it is done."), get_name (self, 0));

    case SC_RULE_NO_RESPONSIBLE:
      return g_strdup_printf (_("Nobody is responsible for “%s”, so it may be left undone."), get_name (self, 0));

    case SC_RULE_NO_DURATION:
      return g_strdup_printf (_("“%s” has no target time, so the length of the cycle cannot be foreseen."),
                              get_name (self, 0));

    case SC_RULE_REPEATED_STEP:
      return g_strdup_printf (_("“%1$s” and “%2$s” both cover the step “%3$s”, so the same work is done twice."),
                              get_name (self, 0), get_name (self, 1), get_kind_name (self));

    case SC_RULE_REFUSAL_NOWHERE:
      return describe_refusal (self);

    case SC_RULE_UNNAMED_STAGE:
      return g_strdup_printf (_("Stage %u has no name, so nobody can speak about it."), self->position + 1);

    case SC_RULE_SAME_NAME:
      return g_strdup_printf (_("Two stages are called “%s”, so nobody can tell them apart."), get_name (self, 1));

    default:
      return describe_steps (self);
    }
}

/**
 * sc_finding_get_explanation:
 * @self: a finding
 *
 * Returns: (transfer full): why it is so, in the user's language: the rule's
 *   reason, and below it the sentence of the method's text that it is taken
 *   from, or that it is our own advice
 */
char *
sc_finding_get_explanation (const ScFinding *self)
{
  const char *quote = sc_rule_get_quote (self->rule);

  if (quote == NULL)
    return g_strdup_printf ("%s\n\n%s", sc_rule_get_reason (self->rule),
                            _("Our own advice, not from the method’s text."));

  /* Translators: The reason of a rule, and below it a sentence of the text
   * that the method is taken from. */
  return g_strdup_printf (_("%1$s\n\nFrom the method’s text: “%2$s”"), sc_rule_get_reason (self->rule), quote);
}
