/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A process on one page, for the weekly meeting: what is due, what is stuck, plan and fact,
 * the length of the cycle, needs discovery, and how much of it each person has. Of lists so
 * much is told as the page holds, and how much more there is. */

#include "document/sc-weekly-report.h"

#include <glib/gi18n-lib.h>

#include "document/sc-paged.h"
#include "document/sc-report-parts.h"
#include "model/sc-month.h"
#include "statistics/sc-figure-words.h"

#define MOST_PLANS 6
#define UNKNOWN "–"

static const char *
or_unknown (const char *text)
{
  return text != NULL && *text != '\0' ? text : UNKNOWN;
}

static char *
value_to_text (const ScDeal *deal)
{
  return deal->value.currency[0] != '\0' ? sc_money_to_text (deal->value) : g_strdup (UNKNOWN);
}

static void
say_more (GPtrArray *blocks,
          guint      n_told,
          guint      n)
{
  if (n > n_told)
    sc_report_say (blocks, g_strdup_printf (ngettext ("and %u more", "and %u more", n - n_told), n - n_told));
}

static void
add_due_row (ScTable        *table,
             const ScDueRow *row)
{
  g_autofree char *day = sc_date_to_text (row->due);
  g_autofree char *amount = row->payment != NULL ? sc_money_to_text (row->payment->amount) : NULL;
  g_autofree char *payment = amount != NULL ? g_strdup_printf (_("Payment: %s"), amount) : NULL;

  sc_report_add_row (table, (const char *const[]) {
    day, payment != NULL ? payment : row->activity->title, row->deal->title, or_unknown (row->deal->company),
    or_unknown (row->deal->owner), NULL
  });
}

static void
add_due (GPtrArray    *blocks,
         const ScWeek *week,
         guint         limit)
{
  const double widths[] = { 0.1, 0.22, 0.29, 0.18, 0.21 };
  guint n = week->counts[SC_DUE_GROUP_OVERDUE] + week->counts[SC_DUE_GROUP_TODAY] + week->counts[SC_DUE_GROUP_WEEK]
            + week->counts[SC_DUE_GROUP_PAYMENTS];
  guint n_told = MIN (week->due->len, limit);
  ScTable *table;

  sc_blocks_add_styled (blocks, SC_PARAGRAPH_SUBTITLE, _("Due by Sunday"));
  if (n == 0)
    {
      sc_report_say (blocks, g_strdup (_("Nothing is due.")));
      return;
    }

  /* Translators: how many steps and payments are due by Sunday, and how many of them were due before today */
  sc_report_say (blocks, g_strdup_printf (_("Steps and payments: %1$u; overdue: %2$u."), n, week->counts[SC_DUE_GROUP_OVERDUE]));
  table = sc_report_add_table (blocks, widths, (const char *const[]) {
    C_("report", "Due"), C_("report", "What"), _("Deal"), _("Company"), _("Owner"), NULL
  });
  for (guint i = 0; i < n_told; i++)
    add_due_row (table, week->due->pdata[i]);
  say_more (blocks, n_told, n);
}

static void
add_stuck_row (ScTable           *table,
               const ScStuckDeal *stuck,
               const ScCalendar  *calendar)
{
  g_autofree char *age = sc_duration_to_short_text (stuck->age, calendar);
  g_autofree char *target = sc_duration_to_short_text (stuck->target, calendar);
  g_autofree char *value = value_to_text (stuck->deal);

  sc_report_add_row (table, (const char *const[]) {
    stuck->deal->title, stuck->stage_name, age, target, value, or_unknown (stuck->deal->owner), NULL
  });
}

static void
add_stuck (GPtrArray    *blocks,
           const ScWeek *week,
           guint         limit)
{
  const double widths[] = { 0.28, 0.18, 0.1, 0.1, 0.14, 0.2 };
  guint n = week->counts[SC_DUE_GROUP_STAGES];
  guint n_told = MIN (week->stuck->len, limit);
  ScTable *table;

  sc_blocks_add_styled (blocks, SC_PARAGRAPH_SUBTITLE, _("Over Target Time"));
  if (n == 0)
    {
      sc_report_say (blocks, g_strdup (_("No deal stands in its stage for longer than it may.")));
      return;
    }

  /* Translators: how many deals stand in their stage for longer than its target time, and how many have no next step */
  sc_report_say (blocks, g_strdup_printf (_("Deals over target time: %1$u; without a next step: %2$u. Those that stand "
                                            "longest come first."),
                                          n, week->counts[SC_DUE_GROUP_NO_STEP]));
  table = sc_report_add_table (blocks, widths, (const char *const[]) {
    _("Deal"), _("Stage"), C_("report", "Stands"), C_("report", "May stand"), _("Value"), _("Owner"), NULL
  });
  for (guint i = 0; i < n_told; i++)
    add_stuck_row (table, week->stuck->pdata[i], week->calendar);
  say_more (blocks, n_told, n);
}

static const ScFlowGroup *
find_group (const GPtrArray *groups,
            const char      *key)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_str_equal (((const ScFlowGroup *) groups->pdata[i])->key, key))
      return groups->pdata[i];

  return NULL;
}

static void
add_owner (ScTable           *table,
           const ScWeekOwner *owner,
           const ScFlow      *flow)
{
  const ScFlowGroup *group = find_group (flow->by_owner, owner->name);
  g_autofree char *n_at_work = g_strdup_printf ("%u", owner->n_at_work);
  g_autofree char *overdue = g_strdup_printf ("%u", owner->counts[SC_DUE_GROUP_OVERDUE]);
  g_autofree char *over = g_strdup_printf ("%u", owner->counts[SC_DUE_GROUP_STAGES]);
  g_autofree char *no_step = g_strdup_printf ("%u", owner->counts[SC_DUE_GROUP_NO_STEP]);
  g_autofree char *won = group != NULL && group->reason == SC_REASON_NONE ? sc_share_to_text (&group->share) : g_strdup (UNKNOWN);

  sc_report_add_row (table, (const char *const[]) { owner->name, n_at_work, overdue, over, no_step, won, NULL });
}

/* In alphabetical order: a ranking would be of chance as much as of people. */
static void
add_owners (GPtrArray            *blocks,
            const ScWeeklyReport *self,
            guint                 limit)
{
  const double widths[] = { 0.3, 0.12, 0.14, 0.14, 0.14, 0.16 };
  const GPtrArray *owners = self->week->owners;
  ScTable *table;

  if (owners->len == 0)
    return;

  sc_blocks_add_styled (blocks, SC_PARAGRAPH_SUBTITLE, _("By Owner"));
  table = sc_report_add_table (blocks, widths, (const char *const[]) {
    _("Owner"), C_("report", "At work"), _("Overdue"), _("Over target time"), _("Without a next step"), _("Won of decided"), NULL
  });
  for (guint i = 0; i < MIN (owners->len, limit); i++)
    add_owner (table, owners->pdata[i], self->flow);
  say_more (blocks, MIN (owners->len, limit), owners->len);
}

static void
add_figures (GPtrArray            *blocks,
             const ScWeeklyReport *self)
{
  sc_blocks_add_styled (blocks, SC_PARAGRAPH_SUBTITLE, _("Length and Needs Discovery"));
  sc_report_say (blocks, g_strdup (self->about));
  sc_report_say (blocks, sc_cycle_tell_decision (self->cycle));
  sc_report_say (blocks, sc_cycle_tell_client (self->cycle));
  if (self->discovery->reason == SC_REASON_NONE)
    sc_report_say (blocks, sc_discovery_tell_answered (self->discovery));
}

static ScDocument *
make (const ScWeeklyReport *self,
      guint                 limit)
{
  g_autofree char *day = sc_date_to_text (self->week->today);
  /* Translators: %1$s is a process, %2$s a day */
  g_autofree char *title = g_strdup_printf (_("Weekly Report “%1$s”, %2$s"), self->process_name, day);
  ScDocument *document = sc_document_new (sc_language_get_default (), title);
  GPtrArray *blocks = sc_document_add_section (document, "week", "", "", 1)->blocks;

  sc_blocks_add_styled (blocks, SC_PARAGRAPH_TITLE, title);
  add_due (blocks, self->week, limit);
  add_stuck (blocks, self->week, limit);
  sc_report_add_plans (blocks, self->plans, sc_month_of (self->week->today), CLAMP (limit, 1, MOST_PLANS));
  add_figures (blocks, self);
  add_owners (blocks, self, 2 * limit);

  return document;
}

/* Long names take more lines. */
static gboolean
is_one_page (ScDocument *document)
{
  g_autoptr (ScPaged) paged = sc_paged_new (document, SC_PAGED_WIDTH, SC_PAGED_HEIGHT);

  sc_paged_layout (paged, G_MAXUINT);

  return sc_paged_get_n_pages (paged) <= 1;
}

/**
 * sc_weekly_report_make:
 * @self: what it is made of
 *
 * Returns: (transfer full): the report, in the user's language, on one A4 page
 */
ScDocument *
sc_weekly_report_make (const ScWeeklyReport *self)
{
  for (guint limit = SC_WEEKLY_REPORT_ROWS;; limit--)
    {
      g_autoptr (ScDocument) document = make (self, limit);

      if (limit == 0 || is_one_page (document))
        return g_steal_pointer (&document);
    }
}
