/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes fields of a deal, unless somebody else has changed the same ones meanwhile. */

#include "change/sc-deal-change-private.h"
#include "change/sc-deal-commands.h"

#include <glib/gi18n-lib.h>

#include "store/sc-deal-write.h"
#include "store/sc-search-key.h"

typedef struct {
  ScDeal *before;
  ScDeal *after;
  ScDealFields fields;
} EditDeal;

static void
edit_deal_free (gpointer data)
{
  EditDeal *self = data;

  sc_deal_unref (self->before);
  sc_deal_unref (self->after);
  g_free (self);
}

static gboolean
is_same_text (const char *a,
              const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static gboolean
is_same_owner (const ScDeal *a,
               const ScDeal *b)
{
  if (a->owner_id != 0 || b->owner_id != 0)
    return a->owner_id == b->owner_id;

  return is_same_text (a->owner, b->owner);
}

static ScDealFields
compare (const ScDeal *a,
         const ScDeal *b)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);
  ScDealFields fields = 0;

  for (guint i = 0; i < n_plain; i++)
    if (!sc_deal_column_is_same (&plain[i], a, b))
      fields |= 1u << i;
  if (!is_same_text (a->company, b->company))
    fields |= SC_DEAL_FIELD_COMPANY;
  if (!is_same_text (a->person, b->person))
    fields |= SC_DEAL_FIELD_PERSON;
  if (!is_same_owner (a, b))
    fields |= SC_DEAL_FIELD_OWNER;
  if (!sc_money_equal (a->value, b->value))
    fields |= SC_DEAL_FIELD_VALUE;

  return fields;
}

/* Whether one name only says more than the other: “Ann” is “Ann Lee”. */
static gboolean
is_same_person (const char *a,
                const char *b)
{
  g_auto (GStrv) words_a = sc_search_split (a);
  g_auto (GStrv) words_b = sc_search_split (b);
  GStrv few = g_strv_length (words_a) < g_strv_length (words_b) ? words_a : words_b;
  const char *const *many = (const char *const *) (few == words_a ? words_b : words_a);

  for (guint i = 0; few[i] != NULL; i++)
    if (!g_strv_contains (many, few[i]))
      return FALSE;

  return few[0] != NULL;
}

/* Somebody else has a phone and mail of their own. */
static void
take_person (ScDeal     *deal,
             const char *name)
{
  if (!is_same_person (deal->person, name))
    {
      g_clear_pointer (&deal->phone, g_free);
      g_clear_pointer (&deal->email, g_free);
    }
  g_set_str (&deal->person, name);
}

static void
take_fields (ScDeal       *deal,
             const ScDeal *from,
             ScDealFields  fields)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  for (guint i = 0; i < n_plain; i++)
    if ((fields & (1u << i)) != 0)
      sc_deal_column_take (&plain[i], deal, from);
  if ((fields & SC_DEAL_FIELD_COMPANY) != 0)
    g_set_str (&deal->company, from->company);
  if ((fields & SC_DEAL_FIELD_PERSON) != 0)
    take_person (deal, from->person);
  if ((fields & SC_DEAL_FIELD_PHONE) != 0)
    g_set_str (&deal->phone, from->phone);
  if ((fields & SC_DEAL_FIELD_EMAIL) != 0)
    g_set_str (&deal->email, from->email);
  if ((fields & SC_DEAL_FIELD_OWNER) != 0)
    {
      deal->owner_id = from->owner_id;
      g_set_str (&deal->owner, from->owner);
    }
  if ((fields & SC_DEAL_FIELD_VALUE) != 0)
    deal->value = from->value;
}

static gboolean
run (gpointer   data,
     ScWrite   *write,
     ScOutcome *outcome,
     GError   **error)
{
  EditDeal *self = data;
  g_autoptr (ScDeal) current = sc_deal_change_find (write, self->before->id, self->before->process_id, error);
  g_autoptr (ScDeal) edited = NULL;

  if (current == NULL
      || ((self->fields & SC_DEAL_FIELD_OWNER) != 0 && !sc_deal_change_check_owner (write, self->after->owner_id, error)))
    return FALSE;

  /* What others changed since is theirs, unless both changed the same. */
  if ((compare (self->before, current) & compare (current, self->after) & self->fields) != 0)
    return sc_deal_change_refuse_clash (current, error);

  edited = sc_deal_copy (current);
  take_fields (edited, self->after, self->fields);
  outcome->row_id = current->id;

  return sc_deal_check (edited, error) && sc_write_save_deal (write, current, edited, NULL, error);
}

static char *
make_name (const ScDeal *before,
           ScDealFields  fields)
{
  switch ((guint) fields)
    {
    case SC_DEAL_FIELD_TITLE:
      return g_strdup_printf (C_("undo deal", "Rename “%s”"), before->title);
    case SC_DEAL_FIELD_OWNER:
      return g_strdup_printf (C_("undo deal", "Hand “%s” over"), before->title);
    case SC_DEAL_FIELD_VALUE:
      return g_strdup_printf (C_("undo deal", "Change the value of “%s”"), before->title);
    case SC_DEAL_FIELD_PROBABILITY:
      return g_strdup_printf (C_("undo deal", "Change the probability of “%s”"), before->title);
    case SC_DEAL_FIELD_EXPECTED_CLOSE:
      return g_strdup_printf (C_("undo deal", "Change the expected close of “%s”"), before->title);
    case SC_DEAL_FIELD_NOTES:
      return g_strdup_printf (C_("undo deal", "Change the notes of “%s”"), before->title);
    default:
      return g_strdup_printf (C_("undo deal", "Edit “%s”"), before->title);
    }
}

/**
 * sc_command_edit_deal:
 * @before: the deal as the person saw it
 * @after: as the person wants it
 * @fields: what of it the person changed
 *
 * The phone and the mail are told of a person who is new to the deal; of the one whom it
 * has sc_command_edit_person() changes them.
 *
 * Fields that others changed meanwhile stay; where they changed one of
 * @fields, the command fails with %SC_STORE_ERROR_CONFLICT.
 *
 * Returns: (transfer full): a command that changes the deal
 */
ScCommand *
sc_command_edit_deal (const ScDeal *before,
                      const ScDeal *after,
                      ScDealFields  fields)
{
  EditDeal *self = g_new0 (EditDeal, 1);

  self->before = sc_deal_copy (before);
  self->after = sc_deal_copy (after);
  self->fields = fields;

  return sc_command_about_deal (sc_command_new (SC_SCOPE_DEALS, before->process_id, make_name (before, fields), run, self, edit_deal_free),
                                before->id);
}

typedef struct {
  gint64 *deal_ids;
  guint n_deals;
  ScDeal *after;
  ScDealFields fields;
} EditDeals;

static void
edit_deals_free (gpointer data)
{
  EditDeals *self = data;

  g_free (self->deal_ids);
  sc_deal_unref (self->after);
  g_free (self);
}

static gboolean
edit_one (const EditDeals *self,
          ScWrite         *write,
          const ScDeal    *current,
          GError         **error)
{
  g_autoptr (ScDeal) edited = sc_deal_copy (current);

  take_fields (edited, self->after, self->fields);

  return sc_deal_check (edited, error) && sc_write_save_deal (write, current, edited, NULL, error);
}

static gboolean
run_many (gpointer   data,
          ScWrite   *write,
          ScOutcome *outcome,
          GError   **error)
{
  const EditDeals *self = data;

  if ((self->fields & SC_DEAL_FIELD_OWNER) != 0 && !sc_deal_change_check_owner (write, self->after->owner_id, error))
    return FALSE;

  for (guint i = 0; i < self->n_deals; i++)
    {
      g_autofree char *process_id = NULL;
      g_autoptr (ScDeal) current = sc_deal_change_find_one_of (write, self->deal_ids[i], &process_id, error);

      if (current == NULL || !edit_one (self, write, current, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * sc_command_edit_deals:
 * @deal_ids: (array length=n_deals): deals, of one process or several
 * @n_deals: how many
 * @after: what all of them are to have
 * @fields: what of it
 *
 * Returns: (transfer full): a command that changes the deals, all of them or none
 */
ScCommand *
sc_command_edit_deals (const gint64 *deal_ids,
                       guint         n_deals,
                       const ScDeal *after,
                       ScDealFields  fields)
{
  EditDeals *self = g_new0 (EditDeals, 1);
  char *name = fields == SC_DEAL_FIELD_OWNER
               /* Translators: %2$s is a person */
    ? g_strdup_printf (ngettext ("Hand %1$u deal over to %2$s", "Hand %1$u deals over to %2$s", n_deals), n_deals, after->owner)
    : g_strdup_printf (ngettext ("Edit %u deal", "Edit %u deals", n_deals), n_deals);

  self->deal_ids = g_memdup2 (deal_ids, n_deals * sizeof *deal_ids);
  self->n_deals = n_deals;
  self->after = sc_deal_copy (after);
  self->fields = fields;

  return sc_command_new (SC_SCOPE_DEALS, NULL, name, run_many, self, edit_deals_free);
}
