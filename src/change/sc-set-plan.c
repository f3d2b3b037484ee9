/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what is to be won in a month, by one person or by all together. */

#include "change/sc-command-private.h"
#include "change/sc-plan-commands.h"

#include <glib/gi18n-lib.h>

#include "model/sc-month.h"
#include "store/sc-plan-write.h"

typedef struct {
  char *process_id;
  ScDate month;
  char *owner;
  ScMoney amount;
} SetPlan;

static void
set_plan_free (gpointer data)
{
  SetPlan *self = data;

  g_free (self->process_id);
  g_free (self->owner);
  g_free (self);
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  const SetPlan *self = data;

  return sc_write_set_plan (write, self->process_id, self->month, self->owner, self->amount, error);
}

static char *
make_name (const ScProcess *process,
           const SetPlan   *self)
{
  g_autofree char *month = sc_month_to_string (self->month);

  if (!sc_money_is_set (self->amount))
    /* Translators: %1$s is a month as “2026-03”, %2$s a process */
    return g_strdup_printf (_("Take away the plan of %1$s for “%2$s”"), month, process->name);

  /* Translators: %1$s is a month as “2026-03”, %2$s a process */
  return g_strdup_printf (_("Plan %1$s for “%2$s”"), month, process->name);
}

/**
 * sc_command_set_plan:
 * @process: a process
 * @month: the first day of a month
 * @owner: (nullable): whose plan it is; %NULL for that of all together. Who is not known
 *   yet is made known
 * @amount: what is to be won; one that is not set takes the plan away
 *
 * Returns: (transfer full): a command that plans it
 */
ScCommand *
sc_command_set_plan (const ScProcess *process,
                     ScDate           month,
                     const char      *owner,
                     ScMoney          amount)
{
  SetPlan *self = g_new0 (SetPlan, 1);

  self->process_id = g_strdup (process->id);
  self->month = month;
  self->owner = g_strdup (owner);
  self->amount = amount;

  return sc_command_new (SC_SCOPE_DESIGN, process->id, make_name (process, self), run, self, set_plan_free);
}
