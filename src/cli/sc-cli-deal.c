/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several subcommands of `deal` share: finding the deal, and telling of it as text
 * and as JSON. */

#include "cli/sc-cli-deal.h"

#include <glib/gi18n-lib.h>

#include "cli/sc-cli-deletion.h"
#include "model/sc-contact.h"
#include "store/sc-deleted.h"

typedef ScDeal *(*LoadDeal) (ScStore *store,
                             gint64   deal_id,
                             GError **error);

static ScStore *
open_deal (ScCliCall *self,
           LoadDeal   load,
           ScDeal   **deal,
           GError   **error)
{
  g_autoptr (ScStore) store = NULL;
  guint64 id;

  if (!g_ascii_string_to_unsigned (self->words[0], 10, 1, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
                   _("“%s” is not the number of a deal; “stagecraft deal list” shows them."), self->words[0]);
      return NULL;
    }

  store = sc_cli_call_open (self, error);
  *deal = store != NULL ? load (store, (gint64) id, error) : NULL;

  return *deal != NULL ? g_steal_pointer (&store) : NULL;
}

/**
 * sc_cli_call_open_deal:
 * @self: a call that was parsed, whose first word is a deal's number
 * @deal: (out) (transfer full): the deal
 * @error: of %SC_STORE_ERROR
 *
 * Returns: (transfer full): the database
 */
ScStore *
sc_cli_call_open_deal (ScCliCall *self,
                       ScDeal   **deal,
                       GError   **error)
{
  return open_deal (self, sc_store_load_deal, deal, error);
}

/**
 * sc_cli_call_open_deleted_deal:
 * @self: a call that was parsed, whose first word is the number of a deal that
 *   was deleted
 * @deal: (out) (transfer full): the deal
 * @error: of %SC_STORE_ERROR
 *
 * Returns: (transfer full): the database
 */
ScStore *
sc_cli_call_open_deleted_deal (ScCliCall *self,
                               ScDeal   **deal,
                               GError   **error)
{
  return open_deal (self, sc_store_load_deleted_deal, deal, error);
}

/**
 * sc_cli_load_published:
 * @store: a store
 * @process: one of its processes
 * @error: where nothing was published yet
 *
 * Returns: (transfer full): the version along which deals are worked
 */
ScVersion *
sc_cli_load_published (ScStore         *store,
                       const ScProcess *process,
                       GError         **error)
{
  if (process->has_published)
    return sc_store_load_readable_version (store, process->id, SC_VERSION_WANTED_PUBLISHED, error);

  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               _("“%s” was never published, so it has no deals. Publish it first."), process->name);

  return NULL;
}

/**
 * sc_cli_find_stage:
 * @version: a version
 * @name: what a person calls a stage
 * @error: where there is no such stage; names those that there are
 *
 * Returns: (transfer none): the stage, or %NULL
 */
const ScStage *
sc_cli_find_stage (const ScVersion *version,
                   const char      *name,
                   GError         **error)
{
  const ScStage *stage = sc_version_find_stage_by_name (version, name, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  if (stage != NULL)
    return stage;

  for (guint i = 0; i < version->stages->len; i++)
    g_string_append_printf (names, "\n  %s", sc_version_get_stage (version, i)->name);
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND,
               /* Translators: the second %s is a list. */
               _("There is no stage “%1$s”. The stages are:%2$s"), name, names->str);

  return NULL;
}

/**
 * sc_cli_check_standing:
 * @deal: a deal that is to go on
 * @error: how it is reopened, where it has left the board
 *
 * Returns: whether it stands on the board
 */
gboolean
sc_cli_check_standing (const ScDeal *deal,
                       GError      **error)
{
  if (sc_deal_status_is_standing (deal->status))
    return TRUE;

  /* Translators: a deal's title, and its number. */
  g_set_error (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
               _("“%1$s” is closed already. “stagecraft deal move %2$u @open” reopens it."), deal->title, (guint) deal->id);

  return FALSE;
}

static void
write_date (ScJsonWriter *writer,
            const char   *name,
            ScDate        date)
{
  g_autofree char *text = sc_date_to_string (date);

  sc_json_writer_add_text (writer, name, text);
}

static void
write_share (ScJsonWriter *writer,
             const char   *name,
             double        share)
{
  if (share >= 0)
    sc_json_writer_add_number (writer, name, share);
  else
    sc_json_writer_add_null (writer, name);
}

/* The plain fields from one place of their description up to another. */
static void
write_plain (ScJsonWriter *writer,
             const ScDeal *deal,
             guint         first,
             guint         end)
{
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  for (guint i = first; i < end; i++)
    if (plain[i].member == NULL)
      continue;
    else if (plain[i].kind == SC_DEAL_COLUMN_DATE)
      write_date (writer, plain[i].member, sc_deal_column_get_date (&plain[i], deal));
    else if (plain[i].kind == SC_DEAL_COLUMN_SHARE)
      write_share (writer, plain[i].member, sc_deal_column_get_share (&plain[i], deal));
    else
      sc_json_writer_add_text (writer, plain[i].member, G_STRUCT_MEMBER (char *, deal, plain[i].offset));
}

static void
write_contacts (ScJsonWriter *writer,
                GPtrArray    *contacts)
{
  sc_json_writer_begin_array (writer, "contacts");
  for (guint i = 0; i < contacts->len; i++)
    {
      const ScContact *contact = contacts->pdata[i];

      sc_json_writer_begin_object (writer, NULL);
      sc_json_writer_add_text (writer, "name", contact->name);
      sc_json_writer_add_text (writer, "part", sc_contact_part_get_id (contact->part));
      sc_json_writer_add_text (writer, "phone", contact->phone);
      sc_json_writer_add_text (writer, "email", contact->email);
      sc_json_writer_end (writer);
    }
  sc_json_writer_end (writer);
}

/**
 * sc_cli_write_deal:
 * @writer: a writer in an object
 * @deal: a deal
 * @contacts: (element-type ScContact): whom it is about
 * @stage_names: (element-type utf8 utf8): what stages are called, by UUID
 *
 * Writes the members of a deal.
 */
void
sc_cli_write_deal (ScJsonWriter *writer,
                   const ScDeal *deal,
                   GPtrArray    *contacts,
                   GHashTable   *stage_names)
{
  g_autofree char *next_step_time = sc_day_time_to_string (deal->next_step_time);

  sc_json_writer_add_int (writer, "id", deal->id);
  write_plain (writer, deal, 0, SC_DEAL_PLAIN_title + 1);
  sc_json_writer_add_text (writer, "company", deal->company);
  sc_json_writer_add_text (writer, "person", deal->person);
  sc_json_writer_add_text (writer, "phone", deal->phone);
  sc_json_writer_add_text (writer, "email", deal->email);
  write_contacts (writer, contacts);
  sc_json_writer_add_text (writer, "owner", deal->owner);
  sc_json_writer_add_text (writer, "stage", g_hash_table_lookup (stage_names, deal->stage_id));
  sc_json_writer_add_text (writer, "status", sc_deal_status_get_id (deal->status));
  sc_cli_write_money (writer, "value", deal->value);
  write_plain (writer, deal, SC_DEAL_PLAIN_title + 1, SC_N_DEAL_PLAIN_COLUMNS);
  sc_json_writer_add_text (writer, "next_step", deal->next_step);
  write_date (writer, "next_step_due", deal->next_step_due);
  sc_json_writer_add_text (writer, "next_step_time", next_step_time);
  sc_cli_write_deletion (writer, deal->deleted_at, deal->deleted_by);
}
