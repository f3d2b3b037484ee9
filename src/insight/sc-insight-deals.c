/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens the list of deals behind a number of the Insight view: finds them in the background,
 * and has the window list them, with what they are. */

#include "insight/sc-insight-deals.h"

#include <glib/gi18n-lib.h>

#include "model/sc-month.h"
#include "store/sc-past.h"
#include "store/sc-store-read.h"
#include "widgets/sc-error-dialog.h"

/* What is asked for. */
typedef struct {
  ScFiguresQuery *query;
  ScFigureDeals *deals;
} Wanted;

static void
wanted_free (gpointer data)
{
  Wanted *self = data;

  sc_figures_query_free (self->query);
  sc_figure_deals_free (self->deals);
  g_free (self);
}

/* What is found: the deals, and what they are. */
typedef struct {
  GArray *ids;
  char *name;
} Found;

static void
found_free (gpointer data)
{
  Found *self = data;

  g_array_unref (self->ids);
  g_free (self->name);
  g_free (self);
}

/* Who asked. */
typedef struct {
  GtkWidget *widget;
  char *process_id;
} Asking;

static void
asking_free (Asking *self)
{
  g_object_unref (self->widget);
  g_free (self->process_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free);

static const char *
find_stage (GHashTable *stage_names,
            const char *stage_id)
{
  const char *name = g_hash_table_lookup (stage_names, stage_id);

  return name != NULL ? name : _("a stage of the past");
}

static const char *
find_question (const ScVersion *version,
               const char      *criterion_id)
{
  for (guint i = 0; i < version->stages->len; i++)
    {
      const ScStage *stage = sc_version_get_stage (version, i);

      for (guint j = 0; j < stage->criteria->len; j++)
        {
          const ScCriterion *criterion = stage->criteria->pdata[j];

          if (g_str_equal (criterion->id, criterion_id))
            return criterion->text;
        }
    }

  return _("a question of the past");
}

/* Of deals that have no owner, source, stage or day in common. */
static const char *
tell_plain (ScFigureCase which)
{
  switch ((guint) which)
    {
    case SC_CASE_TIMED_WON:
    case SC_CASE_WON:
      return C_("deals behind a number", "Won");
    case SC_CASE_TIMED_LOST:
    case SC_CASE_LOST:
      return C_("deals behind a number", "Lost");
    case SC_CASE_TIMED_OPEN:
      return C_("deals behind a number", "Open");
    case SC_CASE_NO_START:
      return _("Beginning unknown");
    case SC_CASE_NO_END:
      return _("End unknown");
    case SC_CASE_WITHIN_DESIGNED:
      return _("Won within the time of the scheme");
    case SC_CASE_DECIDED:
      return C_("deals behind a number", "Decided");
    case SC_CASE_TRIAL:
      return _("Came into a trial");
    case SC_CASE_TRIAL_WON:
      return _("Won after a trial");
    case SC_CASE_TRIAL_LOST:
      return _("Lost after a trial");
    case SC_CASE_TRIAL_UNDECIDED:
      return _("Undecided after a trial");
    case SC_CASE_TRIAL_EXTENDED:
      return _("Trial extended");
    case SC_CASE_MOVED_ON:
      return _("Moved on from needs discovery");
    case SC_CASE_MOVED_ON_UNKNOWN:
      return _("Moved on from needs discovery nobody knows when");
    case SC_CASE_SUMMARY:
      return _("Summary to be confirmed");
    case SC_CASE_CONFIRMED:
      return _("Summary confirmed by the client");
    case SC_CASE_CORRECTED:
      return _("An answer was changed afterwards");
    case SC_CASE_AT_GATE:
      return _("An answer was filled in only at the gate");
    case SC_CASE_NOT_TOLD:
      return _("The client did not tell something");
    case SC_CASE_OUTLIVED:
      return _("Older than the longest decision");
    case SC_CASE_OPEN_NO_START:
      return _("Open, beginning unknown");
    case SC_CASE_BY_STAGE:
      return _("Open, told by the time in the stage");
    case SC_CASE_WITH_CHANCE:
      return _("Open, at a stage with a probability");
    case SC_CASE_SAID_ANY:
      return _("Given a chance at the end of a month");
    case SC_CASE_SAID_WON:
      return _("Given a chance at the end of a month, and won");
    case SC_CASE_WITHOUT_VALUE:
      return _("Open, of no known value");
    case SC_CASE_DATED:
      return _("With a day on which it should be won");
    case SC_CASE_PUT_OFF:
      return _("Put off");
    case SC_CASE_PUT_OFF_OFTEN:
      return _("Put off three times and more");
    default:
      return _("Begun");
    }
}

static const char *
get_stage_words (ScFigureCase which)
{
  switch ((guint) which)
    {
    case SC_CASE_ENTERED:
      /* Translators: of deals; %s is a stage. */
      return _("Came to the stage “%s”");
    case SC_CASE_LEFT:
      /* Translators: of deals; %s is a stage. */
      return _("Left the stage “%s”");
    case SC_CASE_LEFT_ON:
      /* Translators: of deals; %s is a stage. */
      return _("Went on from the stage “%s”");
    case SC_CASE_LOST_THERE:
      /* Translators: of deals; %s is a stage. */
      return _("Lost at the stage “%s”");
    case SC_CASE_OVER_TARGET:
      /* Translators: of deals; %s is a stage. */
      return _("At the stage “%s” over target");
    case SC_CASE_RETURNED:
      /* Translators: of deals; %s is a stage. */
      return _("Came back to the stage “%s”");
    case SC_CASE_NOW:
      /* Translators: of deals; %s is a stage. */
      return _("At the stage “%s” now");
    case SC_CASE_REACHED_DECIDED:
      /* Translators: of deals; %s is a stage. */
      return _("Came to the stage “%s”, decided");
    case SC_CASE_REACHED_WON:
      /* Translators: of deals; %s is a stage. */
      return _("Came to the stage “%s”, won");
    case SC_CASE_KNOWN_NOW:
      /* Translators: of deals; %s is a stage. */
      return _("At work at the stage “%s” now");
    default:
      return NULL;
    }
}

static char *
tell_days (const ScFigureDeals *deals,
           ScDayCount           unit)
{
  gboolean is_calendar = unit == SC_COUNT_DAYS;

  if (deals->which == SC_CASE_WON_WITHIN)
    return g_strdup_printf (is_calendar ? ngettext ("Won within %u day", "Won within %u days", deals->days)
                                        : ngettext ("Won within %u working day", "Won within %u working days", deals->days),
                            deals->days);

  return g_strdup_printf (is_calendar ? ngettext ("Undecided after %u day", "Undecided after %u days", deals->days)
                                      : ngettext ("Undecided after %u working day", "Undecided after %u working days",
                                                  deals->days),
                          deals->days);
}

static char *
tell_week (const ScFigureDeals *deals)
{
  g_autofree char *day = sc_date_to_text (deals->day);

  if (deals->which == SC_CASE_WEEK_STARTED)
    /* Translators: of deals; %s is a Monday. */
    return g_strdup_printf (_("Started in the week from %s"), day);
  if (deals->which == SC_CASE_WEEK_DECIDED)
    /* Translators: of deals; %s is a Monday. */
    return g_strdup_printf (_("Decided in the week from %s"), day);

  /* Translators: of deals; %s is a Monday. */
  return g_strdup_printf (_("In work at the end of the week from %s"), day);
}

static char *
tell_period (const ScFigureDeals *deals)
{
  g_autofree char *from = sc_date_to_text (deals->day);
  g_autofree char *to = sc_date_to_text (deals->day + deals->days - 1);

  if (deals->which == SC_CASE_STARTED_TIMED)
    /* Translators: of deals; from a day to another. */
    return g_strdup_printf (_("Started from %1$s to %2$s"), from, to);

  /* Translators: of deals; from a day to another. */
  return g_strdup_printf (_("Started from %1$s to %2$s, moved on from needs discovery"), from, to);
}

static char *
tell_group (const ScFigureDeals *deals)
{
  const char *what = *deals->what != '\0' ? deals->what : _("Not said");

  if (deals->which == SC_CASE_OWNER)
    /* Translators: of deals; %s is who is responsible for them. */
    return g_strdup_printf (_("Decided, owner: %s"), what);
  if (deals->which == SC_CASE_SOURCE)
    /* Translators: of deals; %s is where they came from. */
    return g_strdup_printf (_("Decided, source: %s"), what);

  /* Translators: of deals; %s is a month. */
  return g_strdup_printf (_("Decided, started in: %s"), what);
}

static char *
tell_lost_at (const ScFigureDeals *deals,
              GHashTable          *stage_names)
{
  const char *stage = find_stage (stage_names, deals->what);
  const char *reason = *deals->reason != '\0' ? deals->reason : _("No reason given");

  /* Translators: of deals; %1$s is a stage, %2$s why they were lost. */
  return g_strdup_printf (_("Lost at the stage “%1$s”, %2$s"), stage, reason);
}

static char *
tell_share (const ScFigureDeals *deals)
{
  if (deals->high <= 0)
    return g_strdup (deals->which == SC_CASE_SHARE ? _("No question answered, decided") : _("No question answered"));
  if (deals->low >= deals->high)
    /* Translators: of deals, by how many questions were answered. */
    return g_strdup_printf (_("%.0f of 100 questions answered"), deals->low * 100);

  /* Translators: of deals, by how many questions were answered. */
  return g_strdup_printf (_("%1$.0f to %2$.0f of 100 questions answered"), deals->low * 100, deals->high * 100);
}

static char *
tell_day (const ScFigureDeals *deals)
{
  g_autofree char *day = sc_date_to_text (deals->day);

  if (deals->which == SC_CASE_STOOD)
    /* Translators: of deals; %s is a day. */
    return g_strdup_printf (_("Open on %s"), day);
  if (deals->which == SC_CASE_STOOD_WITHOUT_VALUE)
    /* Translators: of deals; %s is a day. */
    return g_strdup_printf (_("Open on %s, of no known value"), day);

  /* Translators: of deals; %1$s is a day. */
  return g_strdup_printf (ngettext ("Open on %1$s, won within %2$u day", "Open on %1$s, won within %2$u days", deals->days),
                          day, deals->days);
}

static char *
tell_money (const ScFigureDeals *deals)
{
  g_autofree char *day = sc_date_to_text (deals->day);

  if (deals->which == SC_CASE_STOOD_IN)
    /* Translators: of deals; %1$s is a day, %2$s a currency. */
    return g_strdup_printf (_("Open on %1$s, with a value in %2$s"), day, deals->what);

  /* Translators: of deals; %1$s is a day, %3$s a currency. */
  return g_strdup_printf (ngettext ("Open on %1$s, won within %2$u day, with a value in %3$s",
                                    "Open on %1$s, won within %2$u days, with a value in %3$s", deals->days),
                          day, deals->days, deals->what);
}

/* What was expected of deals that are open, and what came of them. */
static char *
tell_expected (const ScFigureDeals *deals)
{
  if (deals->which == SC_CASE_WITH_VALUE)
    /* Translators: of deals; %s is a currency. */
    return g_strdup_printf (_("Open, with a value in %s"), deals->what);
  if (deals->which == SC_CASE_WON_SINCE)
    return g_strdup_printf (ngettext ("Won within %u day from then", "Won within %u days from then", deals->days), deals->days);

  /* Translators: of deals of which it was said that so many of 100 would be won. */
  return g_strdup_printf (_("%1$.0f to %2$.0f of 100 said"), deals->low * 100, deals->high * 100);
}

/* Of those that were open some days before, or at the ends of months that forecasts are judged of. */
static char *
tell_before (const ScFigureDeals *deals)
{
  switch ((guint) deals->which)
    {
    case SC_CASE_BEFORE:
      return g_strdup_printf (ngettext ("Open %u day before", "Open %u days before", deals->days), deals->days);
    case SC_CASE_BEFORE_WON:
      return g_strdup_printf (ngettext ("Open %u day before, won since", "Open %u days before, won since", deals->days),
                              deals->days);
    case SC_CASE_FORECAST:
      return g_strdup_printf (ngettext ("Open at the end of a month, forecast for %u day",
                                        "Open at the end of a month, forecast for %u days", deals->days), deals->days);
    default:
      return g_strdup_printf (ngettext ("Open at the end of a month, won within %u day",
                                        "Open at the end of a month, won within %u days", deals->days), deals->days);
    }
}

static char *
tell_version (const ScFigureDeals *deals)
{
  return g_strdup_printf (deals->which == SC_CASE_VERSION ? _("Came in under version %u") : _("Decided, of version %u"),
                          deals->days);
}

static char *
tell_month (const ScFigureDeals *deals)
{
  g_autofree char *month = sc_month_to_text (sc_month_parse (deals->what));
  gboolean is_received = deals->which == SC_CASE_RECEIVED || deals->which == SC_CASE_PLAN_RECEIVED;

  if (is_received && *deals->owner == '\0')
    /* Translators: of deals; %s is a month such as “March 2017”. */
    return g_strdup_printf (_("Paid in: %s"), month);
  if (is_received)
    /* Translators: of deals; %1$s is a month such as “March 2017”, %2$s who is responsible for them. */
    return g_strdup_printf (_("Paid in: %1$s, owner: %2$s"), month, deals->owner);
  if (*deals->owner == '\0')
    /* Translators: of deals; %s is a month such as “March 2017”. */
    return g_strdup_printf (_("Won in: %s"), month);

  /* Translators: of deals; %1$s is a month such as “March 2017”, %2$s who is responsible for them. */
  return g_strdup_printf (_("Won in: %1$s, owner: %2$s"), month, deals->owner);
}

/**
 * sc_insight_deals_tell:
 * @deals: which deals a number counts
 * @version: the version of the process that figures speak of
 * @stage_names: (element-type utf8 utf8): what the process's stages are called, by id
 * @unit: what times are counted in
 *
 * Returns: (transfer full): what the deals have in common, such as “At the stage “Proposal”
 *   over target”
 */
char *
sc_insight_deals_tell (const ScFigureDeals *deals,
                       const ScVersion     *version,
                       GHashTable          *stage_names,
                       ScDayCount           unit)
{
  const char *of_stage = get_stage_words (deals->which);

  if (of_stage != NULL)
    return g_strdup_printf (of_stage, find_stage (stage_names, deals->what));

  switch ((guint) deals->which)
    {
    case SC_CASE_WON_WITHIN:
    case SC_CASE_LONGER:
      return tell_days (deals, unit);
    case SC_CASE_LOST_AT:
      return tell_lost_at (deals, stage_names);
    case SC_CASE_OWNER:
    case SC_CASE_SOURCE:
    case SC_CASE_MONTH:
      return tell_group (deals);
    case SC_CASE_WEEK_STARTED:
    case SC_CASE_WEEK_DECIDED:
    case SC_CASE_WEEK_OPEN:
      return tell_week (deals);
    case SC_CASE_STOOD:
    case SC_CASE_STOOD_WON:
    case SC_CASE_STOOD_WITHOUT_VALUE:
      return tell_day (deals);
    case SC_CASE_BEFORE:
    case SC_CASE_BEFORE_WON:
    case SC_CASE_FORECAST:
    case SC_CASE_FORECAST_WON:
      return tell_before (deals);
    case SC_CASE_STARTED_TIMED:
    case SC_CASE_STARTED_MOVED_ON:
      return tell_period (deals);
    case SC_CASE_STOOD_IN:
    case SC_CASE_STOOD_IN_WON:
      return tell_money (deals);
    case SC_CASE_VERSION:
    case SC_CASE_VERSION_DECIDED:
      return tell_version (deals);
    case SC_CASE_CAME_IN:
    case SC_CASE_RECEIVED:
    case SC_CASE_PLAN_WON:
    case SC_CASE_PLAN_RECEIVED:
      return tell_month (deals);
    case SC_CASE_WITH_VALUE:
    case SC_CASE_WON_SINCE:
    case SC_CASE_SAID:
      return tell_expected (deals);
    case SC_CASE_SHARE:
    case SC_CASE_SHARE_ANY:
      return tell_share (deals);
    case SC_CASE_ASKED:
      /* Translators: of deals; %s is a question. */
      return g_strdup_printf (_("Asked: %s"), find_question (version, deals->what));
    case SC_CASE_ANSWERED:
      /* Translators: of deals; %s is a question. */
      return g_strdup_printf (_("Answered: %s"), find_question (version, deals->what));
    case SC_CASE_ANSWERED_DECIDED:
      /* Translators: of deals; %s is a question. */
      return g_strdup_printf (_("Decided, answered: %s"), find_question (version, deals->what));
    case SC_CASE_UNANSWERED_DECIDED:
      /* Translators: of deals; %s is a question. */
      return g_strdup_printf (_("Decided, not answered: %s"), find_question (version, deals->what));
    default:
      return g_strdup (tell_plain (deals->which));
    }
}

static gpointer
read_deals (ScStore      *store,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  const Wanted *wanted = data;
  const ScFiguresQuery *query = wanted->query;
  g_autoptr (ScVersion) version = sc_store_load_version_at (store, query->process_id, query->as_of, query->version, error);
  g_autoptr (GHashTable) names = version != NULL ? sc_store_list_stage_names (store, query->process_id, error) : NULL;
  g_autoptr (GArray) ids = names != NULL ? sc_figure_deals_list (store, query, wanted->deals, cancellable, error) : NULL;
  Found *found;

  if (ids == NULL)
    return NULL;

  found = g_new0 (Found, 1);
  found->name = sc_insight_deals_tell (wanted->deals, version, names, query->unit);
  found->ids = g_steal_pointer (&ids);

  return found;
}

static void
show_found (const Asking *asking,
            const Found  *found)
{
  /* Translators: what deals have in common, and how many they are. */
  g_autofree char *name = g_strdup_printf (ngettext ("%1$s: %2$u deal", "%1$s: %2$u deals", found->ids->len), found->name,
                                           found->ids->len);

  gtk_widget_activate_action (asking->widget, "win.show-deals", "(ss@ax)", asking->process_id, name,
                              g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, found->ids->data, found->ids->len,
                                                         sizeof (gint64)));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GError) error = NULL;
  Found *found = sc_store_read_finish (SC_STORE (source), result, &error);

  if (found == NULL)
    {
      sc_error_dialog_present (asking->widget, _("Could Not Load Deals"), error);
      return;
    }

  show_found (asking, found);
  found_free (found);
}

/**
 * sc_insight_deals_open:
 * @widget: who asks, in a window
 * @store: where the deals are
 * @query: which deals figures are made of
 * @key: the key of a number
 *
 * Lists the deals that the number counts, and no others.
 */
void
sc_insight_deals_open (GtkWidget            *widget,
                       ScStore              *store,
                       const ScFiguresQuery *query,
                       const char           *key)
{
  ScFigureDeals *deals = sc_figure_deals_parse (key);
  Wanted *wanted;
  Asking *asking;

  if (deals == NULL)
    return;

  wanted = g_new0 (Wanted, 1);
  wanted->query = sc_figures_query_copy (query);
  wanted->deals = deals;
  asking = g_new0 (Asking, 1);
  asking->widget = g_object_ref (widget);
  asking->process_id = g_strdup (query->process_id);
  sc_store_read_async (store, read_deals, wanted, wanted_free, found_free, NULL, read_cb, asking);
}
