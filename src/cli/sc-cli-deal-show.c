/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `deal show`: tells everything about a deal. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "change/sc-event-text.h"
#include "cli/sc-cli-commands.h"
#include "cli/sc-cli-deal-criteria.h"
#include "cli/sc-cli-deal.h"
#include "cli/sc-cli-deletion.h"
#include "cli/sc-cli-table.h"
#include "cli/sc-cli-tactics.h"
#include "model/sc-percent.h"
#include "store/sc-contacts.h"
#include "store/sc-deal-criteria.h"

/* A deal with all that belongs to it. */
typedef struct {
  ScDeal *deal;
  GPtrArray *contacts;
  GHashTable *stage_names;
  GPtrArray *events;
  GPtrArray *payments;
  GPtrArray *activities;
  ScVersion *version;
  GPtrArray *criteria;
  /* What came of a refusal; NULL where there was none just now. */
  const char *refused;
} Whole;

static void
clear (Whole *self)
{
  g_clear_pointer (&self->deal, sc_deal_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->stage_names, g_hash_table_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_clear_pointer (&self->activities, g_ptr_array_unref);
  g_clear_pointer (&self->version, sc_version_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
}

static gboolean
load (Whole   *self,
      ScStore *store,
      gint64   deal_id,
      GError **error)
{
  self->deal = sc_store_load_deal (store, deal_id, error);
  if (self->deal != NULL)
    self->contacts = sc_store_list_contacts (store, self->deal, error);
  if (self->contacts != NULL)
    self->stage_names = sc_store_list_stage_names (store, self->deal->process_id, error);
  if (self->stage_names != NULL)
    self->events = sc_store_list_events (store, deal_id, error);
  if (self->events != NULL)
    self->payments = sc_store_list_payments (store, deal_id, error);
  if (self->payments != NULL)
    self->activities = sc_store_list_activities (store, deal_id, error);
  if (self->activities != NULL)
    self->version = sc_store_load_readable_version (store, self->deal->process_id, SC_VERSION_WANTED_PUBLISHED, error);
  if (self->version != NULL)
    self->criteria = sc_store_list_deal_criteria (store, self->version, NULL, &deal_id, 1, error);

  return self->criteria != NULL;
}

/* Stages and exit criteria are told by their names. */
static const char *
name_value (const Whole       *self,
            const ScDealEvent *event,
            const char        *value)
{
  const char *name = NULL;

  if (value == NULL)
    return NULL;
  if (g_strcmp0 (event->field, "stage") == 0 || g_strcmp0 (event->field, "refused") == 0)
    name = g_hash_table_lookup (self->stage_names, value);
  else if (g_strcmp0 (event->field, "criterion") == 0 || g_strcmp0 (event->field, "overridden") == 0)
    name = event->criterion != NULL ? event->criterion : event->note;

  return name != NULL ? name : value;
}

static void
write_events (ScJsonWriter *writer,
              const Whole  *self)
{
  sc_json_writer_begin_array (writer, "history");
  for (guint i = 0; i < self->events->len; i++)
    {
      const ScDealEvent *event = self->events->pdata[i];
      g_autofree char *happened = sc_cli_format_instant (event->happened_at);
      g_autofree char *recorded = sc_cli_format_instant (event->recorded_at);

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "happened_at", happened);
      sc_json_writer_add_text (writer, "recorded_at", recorded);
      sc_json_writer_add_text (writer, "user", event->user);
      sc_json_writer_add_text (writer, "change", event->change);
      sc_json_writer_add_text (writer, "field", event->field);
      sc_json_writer_add_text (writer, "criterion_id", event->criterion_id);
      sc_json_writer_add_text (writer, "old", name_value (self, event, event->old_value));
      sc_json_writer_add_text (writer, "new", name_value (self, event, event->new_value));
      sc_json_writer_add_text (writer, "note", event->note);
      sc_json_writer_add_bool (writer, "is_voided", event->is_voided);
      sc_json_writer_add_bool (writer, "is_inferred", event->is_inferred);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
write_payments (ScJsonWriter *writer,
                const Whole  *self)
{
  sc_json_writer_begin_array (writer, "payments");
  for (guint i = 0; i < self->payments->len; i++)
    {
      const ScPayment *payment = self->payments->pdata[i];
      g_autofree char *due = sc_date_to_string (payment->due);
      g_autofree char *paid_on = sc_date_to_string (payment->paid_on);

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_int (writer, "id", payment->id);
      sc_cli_write_money (writer, "amount", payment->amount);
      sc_json_writer_add_text (writer, "due", due);
      sc_json_writer_add_text (writer, "paid_on", paid_on);
      sc_json_writer_add_text (writer, "note", payment->note);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
write_activities (ScJsonWriter *writer,
                  const Whole  *self)
{
  sc_json_writer_begin_array (writer, "activities");
  for (guint i = 0; i < self->activities->len; i++)
    {
      const ScActivity *activity = self->activities->pdata[i];
      g_autofree char *due = sc_date_to_string (activity->due);
      g_autofree char *due_time = sc_day_time_to_string (activity->due_time);
      g_autofree char *done = sc_cli_format_instant (activity->done_at);

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_int (writer, "id", activity->id);
      sc_json_writer_add_text (writer, "title", activity->title);
      sc_json_writer_add_text (writer, "due", due);
      sc_json_writer_add_text (writer, "due_time", due_time);
      sc_json_writer_add_text (writer, "done_at", done);
      sc_json_writer_add_text (writer, "result", activity->result);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

static void
print_json (const Whole *self,
            GPtrArray   *notices)
{
  g_autoptr (ScJsonWriter) writer = sc_json_writer_new ();
  g_autoptr (GPtrArray) tactics = sc_cli_fill_tactics (self->version, self->deal, self->criteria);
  g_autofree char *text = NULL;

  sc_json_writer_begin_object (writer, NULL);
  sc_cli_write_deal (writer, self->deal, self->contacts, self->stage_names);
  if (self->refused != NULL)
    sc_json_writer_add_text (writer, "refused", self->refused);
  sc_cli_write_deal_criteria (writer, self->version, self->criteria);
  write_activities (writer, self);
  write_payments (writer, self);
  sc_cli_write_tactics (writer, tactics);
  write_events (writer, self);
  if (notices != NULL)
    sc_cli_write_notices (writer, notices);
  sc_json_writer_end (writer);
  text = sc_json_writer_finish (writer);
  sc_cli_print_exact (text);
}

static void
add_line (ScCliTable *table,
          const char *title,
          const char *value)
{
  if (value != NULL && value[0] != '\0')
    sc_cli_table_add (table, title, value, NULL);
}

/* What the deal's person is there, and who else is. */
static void
add_contacts (ScCliTable *table,
              GPtrArray  *contacts)
{
  for (guint i = 0; i < contacts->len; i++)
    {
      const ScContact *contact = contacts->pdata[i];
      const char *const parts[] = { contact->name, contact->phone, contact->email };
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        if (parts[j] != NULL && parts[j][0] != '\0')
          g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[j]);
      if (i > 0 || contact->part != SC_CONTACT_PART_NONE)
        add_line (table, sc_contact_part_get_title (contact->part), text->str);
    }
}

static void
add_date (ScCliTable *table,
          const char *title,
          ScDate      date)
{
  g_autofree char *text = sc_date_to_text (date);

  add_line (table, title, text);
}

static void
add_share (ScCliTable *table,
           const char *title,
           double      share)
{
  g_autofree char *text = sc_percent_to_text (share);

  add_line (table, title, text);
}

/* A deal has begun, and has ended where it is not open, also where nobody knows on
 * which day. */
static gboolean
has_been (const ScDeal *deal,
          guint         place)
{
  return place == SC_DEAL_PLAIN_started || (place == SC_DEAL_PLAIN_closed && deal->status != SC_DEAL_OPEN);
}

static void
add_day (ScCliTable *table,
         const char *title,
         ScDate      date,
         gboolean    was)
{
  if (date == SC_DATE_NONE && was)
    add_line (table, title, C_("day", "unknown"));
  else
    add_date (table, title, date);
}

/* The plain fields from one place of their description up to another. */
static void
add_plain (ScCliTable   *table,
           const ScDeal *deal,
           guint         first,
           guint         end)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  for (guint i = first; i < end; i++)
    if (plain[i].title == NULL)
      continue;
    else if (plain[i].kind == SC_DEAL_COLUMN_DATE)
      add_day (table, _(plain[i].title), sc_deal_column_get_date (&plain[i], deal), has_been (deal, i));
    else if (plain[i].kind == SC_DEAL_COLUMN_SHARE)
      add_share (table, _(plain[i].title), sc_deal_column_get_share (&plain[i], deal));
    else
      add_line (table, _(plain[i].title), sc_deal_column_get_text (&plain[i], deal));
}

static char *
make_when (ScInstant instant)
{
  return sc_date_to_text (sc_date_from_instant (instant));
}

static void
print_heading (const char *title)
{
  sc_cli_print ("\n%s\n", title);
}

static void
print_activities (const Whole *self)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (4);

  for (guint i = 0; i < self->activities->len; i++)
    {
      const ScActivity *activity = self->activities->pdata[i];
      g_autofree char *due = sc_cli_format_due (activity->due, activity->due_time);
      g_autofree char *done = activity->done_at != 0 ? make_when (activity->done_at) : NULL;
      /* Translators: when a step was done */
      g_autofree char *state = done != NULL ? g_strdup_printf (_("done %s"), done) : g_strdup (_("planned"));

      sc_cli_table_add (table, due, state, activity->title, activity->result != NULL ? activity->result : "", NULL);
    }
  if (self->activities->len > 0)
    print_heading (_("Steps"));
  sc_cli_table_print (table);
}

static void
print_payments (const Whole *self)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (4);

  for (guint i = 0; i < self->payments->len; i++)
    {
      const ScPayment *payment = self->payments->pdata[i];
      g_autofree char *amount = sc_money_to_text (payment->amount);
      g_autofree char *due = sc_date_to_text (payment->due);
      g_autofree char *paid = payment->paid_on != SC_DATE_NONE ? sc_date_to_text (payment->paid_on) : NULL;
      /* Translators: when a payment was received */
      g_autofree char *state = paid != NULL ? g_strdup_printf (_("received %s"), paid) : g_strdup (_("expected"));

      sc_cli_table_add (table, due, state, amount, payment->note != NULL ? payment->note : "", NULL);
    }
  if (self->payments->len > 0)
    print_heading (_("Payments"));
  sc_cli_table_print (table);
}

/* What happened, with what else there is to say, such as why a deal was lost. */
static char *
describe (const ScDealEvent *event)
{
  g_autofree char *text = sc_deal_event_to_text (event);

  if (event->note == NULL || event->note[0] == '\0' || strstr (text, event->note) != NULL)
    return g_steal_pointer (&text);

  /* Translators: what happened to a deal, and a note or reason: “Status: Open → Lost (too expensive)” */
  return g_strdup_printf (C_("history", "%1$s (%2$s)"), text, event->note);
}

static char *
describe_day (const ScDealEvent *event)
{
  g_autofree char *day = make_when (event->happened_at);

  if (!event->is_inferred)
    return g_steal_pointer (&day);

  /* Translators: a day of which nobody has told that it was that one */
  return g_strdup_printf (_("about %s"), day);
}

static void
print_events (const Whole *self)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (3);

  for (guint i = 0; i < self->events->len; i++)
    {
      const ScDealEvent *event = self->events->pdata[i];
      g_autofree char *day = describe_day (event);
      g_autofree char *text = describe (event);

      if (!event->is_voided)
        sc_cli_table_add (table, day, event->user != NULL ? event->user : "", text, NULL);
    }
  if (self->events->len > 0)
    print_heading (_("History"));
  sc_cli_table_print (table);
}

static void
print_text (const Whole *self)
{
  g_autoptr (ScCliTable) table = sc_cli_table_new (2);
  const ScDeal *deal = self->deal;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, deal->id);
  g_autofree char *value = sc_money_to_text (deal->value);
  g_autofree char *due = sc_cli_format_due (deal->next_step_due, deal->next_step_time);

  add_line (table, _("Deal"), number);
  add_plain (table, deal, 0, SC_DEAL_PLAIN_title + 1);
  add_line (table, _("Company"), deal->company);
  add_line (table, _("Person"), deal->person);
  add_line (table, _("Phone"), deal->phone);
  add_line (table, _("Email"), deal->email);
  add_contacts (table, self->contacts);
  add_line (table, _("Owner"), deal->owner);
  add_line (table, _("Stage"), g_hash_table_lookup (self->stage_names, deal->stage_id));
  add_line (table, _("Status"), sc_deal_status_get_title (deal->status));
  add_line (table, _("Value"), value);
  add_line (table, _("Next step"), deal->next_step);
  add_line (table, _("Due"), due);
  add_plain (table, deal, SC_DEAL_PLAIN_title + 1, SC_N_DEAL_PLAIN_COLUMNS);
  sc_cli_table_print (table);
  sc_cli_print_deal_criteria (self->version, self->deal, self->criteria);
  print_activities (self);
  print_payments (self);
  print_events (self);
}

static int
show (ScCliCall  *call,
      ScStore    *store,
      gint64      deal_id,
      const char *refused,
      GPtrArray  *notices)
{
  g_autoptr (GError) error = NULL;
  Whole whole = { .refused = refused };
  int status = SC_CLI_DONE;

  if (!load (&whole, store, deal_id, &error))
    status = sc_cli_call_fail (call, error);
  else if (call->is_json)
    print_json (&whole, notices);
  else
    print_text (&whole);
  if (whole.criteria != NULL && !call->is_json && notices != NULL)
    sc_cli_print_notices (notices);
  clear (&whole);

  return status;
}

/**
 * sc_cli_show_deal:
 * @call: a call
 * @store: the database
 * @deal_id: a deal
 *
 * Prints a deal with its history.
 *
 * Returns: an exit status
 */
int
sc_cli_show_deal (ScCliCall *call,
                  ScStore   *store,
                  gint64     deal_id)
{
  return sc_cli_show_deal_with_notices (call, store, deal_id, NULL);
}

/**
 * sc_cli_show_deal_with_notices:
 * @call: a call
 * @store: the database
 * @deal_id: a deal
 * @notices: (nullable) (element-type utf8): sentences on what came out
 *   otherwise than one would think
 *
 * Prints a deal with its history.
 *
 * Returns: an exit status
 */
int
sc_cli_show_deal_with_notices (ScCliCall *call,
                               ScStore   *store,
                               gint64     deal_id,
                               GPtrArray *notices)
{
  return show (call, store, deal_id, NULL, notices);
}

/**
 * sc_cli_show_refused_deal:
 * @call: a call
 * @store: the database
 * @deal_id: a deal
 * @refused: what came of its client's refusal
 *
 * Prints a deal with its history, and what came of the refusal.
 *
 * Returns: an exit status
 */
int
sc_cli_show_refused_deal (ScCliCall  *call,
                          ScStore    *store,
                          gint64      deal_id,
                          const char *refused)
{
  return show (call, store, deal_id, refused, NULL);
}

/**
 * sc_cli_change_deal:
 * @call: a call
 * @store: the database
 * @command: (transfer full): what to do
 * @deal_id: the deal, 0 for the one that the command makes
 *
 * Carries out a change and prints the deal as it is then.
 *
 * Returns: an exit status
 */
int
sc_cli_change_deal (ScCliCall *call,
                    ScStore   *store,
                    ScCommand *command,
                    gint64     deal_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run (command, store, NULL, &error);

  if (outcome == NULL)
    return sc_cli_call_fail (call, error);

  return sc_cli_show_deal (call, store, deal_id != 0 ? deal_id : outcome->row_id);
}

/**
 * sc_cli_deal_show:
 * @call: the call
 *
 * `deal show ID`: prints a deal with its history.
 *
 * Returns: an exit status
 */
int
sc_cli_deal_show (ScCliCall *call)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (ScStore) store = NULL;
  int status;

  if (!sc_cli_call_parse (call, NULL, 1, 1, &status))
    return status;

  store = sc_cli_call_open_deal (call, &deal, &error);

  return store != NULL ? sc_cli_show_deal (call, store, deal->id) : sc_cli_call_fail (call, error);
}
