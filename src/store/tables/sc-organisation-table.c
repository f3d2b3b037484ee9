/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements about who gives out the documents of a process: a row that all
 * processes share, and one of the process's own. */

#include "store/tables/sc-organisation-table-private.h"

#include "model/sc-logo.h"
#include "store/sc-document-write.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-values-private.h"

static void
set_text (char       **text,
          ScStatement *statement,
          int          column)
{
  g_set_str (text, sc_statement_get_text (statement, column));
}

static void
read_shared (ScStatement    *statement,
             ScOrganisation *organisation)
{
  set_text (&organisation->name, statement, 0);
  set_text (&organisation->short_name, statement, 1);
  set_text (&organisation->city, statement, 2);
  if (!sc_statement_is_null (statement, 3))
    organisation->logo = sc_logo_from_uri (sc_statement_get_text (statement, 3));
}

static int
read_target (ScStatement *statement,
             int          column)
{
  return sc_statement_is_null (statement, column) ? SC_TARGET_NONE : (int) sc_statement_get_int (statement, column);
}

static void
read_own (ScStatement    *statement,
          ScOrganisation *organisation)
{
  set_text (&organisation->code, statement, 0);
  set_text (&organisation->owner_post, statement, 1);
  sc_approval_from_id (sc_statement_get_text (statement, 2), &organisation->approval);
  set_text (&organisation->approver, statement, 3);
  set_text (&organisation->approver_post, statement, 4);
  if (!sc_statement_is_null (statement, 5))
    organisation->effective = sc_date_parse (sc_statement_get_text (statement, 5));
  organisation->target_cycle = read_target (statement, 6);
  organisation->target_discovery = read_target (statement, 7);
  organisation->target_predictability = read_target (statement, 8);
}

static gboolean
read_row (ScConnection   *connection,
          const char     *sql,
          gint64          process_key,
          void (        * read )(ScStatement    *statement,
                                 ScOrganisation *organisation),
          ScOrganisation *organisation,
          GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (ScStatement) statement = sc_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  if (sc_statement_has (statement, ":process"))
    sc_statement_bind_int (statement, ":process", process_key);
  if (sc_statement_step (statement, &local_error))
    read (statement, organisation);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * sc_organisation_table_load:
 * @connection: a connection
 * @process_key: a process's row
 * @error: why it can't be read
 *
 * Returns: (transfer full): what its documents say of who gives them out
 */
ScOrganisation *
sc_organisation_table_load (ScConnection *connection,
                            gint64        process_key,
                            GError      **error)
{
  g_autoptr (ScOrganisation) organisation = sc_organisation_new ();

  if (!read_row (connection,
                 "SELECT name, short_name, city, logo FROM organisation WHERE deleted_by IS NULL",
                 process_key, read_shared, organisation, error)
      || !read_row (connection,
                    "SELECT code, owner_post, approved_by, approver, approver_post, effective,"
                    " target_cycle, target_discovery, target_predictability"
                    " FROM process_organisation"
                    " WHERE process_id = :process AND deleted_by IS NULL",
                    process_key, read_own, organisation, error))
    return NULL;

  return g_steal_pointer (&organisation);
}

/**
 * sc_write_load_organisation:
 * @self: a write
 * @process_id: a process
 * @error: why it can't be read
 *
 * Returns: (transfer full): what its documents say of who gives them out, as the write has
 *   left it
 */
ScOrganisation *
sc_write_load_organisation (ScWrite    *self,
                            const char *process_id,
                            GError    **error)
{
  gint64 key = sc_process_table_get_key (sc_write_get_connection (self), process_id, error);

  return key != 0 ? sc_organisation_table_load (sc_write_get_connection (self), key, error) : NULL;
}

static ScValues *
make_shared_values (const ScOrganisation *organisation)
{
  g_autofree char *logo = organisation->logo != NULL ? sc_logo_to_uri (organisation->logo) : NULL;
  ScValues *values = sc_values_new ();

  sc_values_set_text (values, "name", organisation->name);
  sc_values_set_text (values, "short_name", organisation->short_name);
  sc_values_set_text (values, "city", organisation->city);
  sc_values_set_text (values, "logo", logo);

  return values;
}

static void
set_target (ScValues   *values,
            const char *column,
            int         target)
{
  if (target == SC_TARGET_NONE)
    sc_values_set_null (values, column);
  else
    sc_values_set_int (values, column, target);
}

static ScValues *
make_own_values (const ScOrganisation *organisation)
{
  g_autofree char *effective = organisation->effective != SC_DATE_NONE ? sc_date_to_string (organisation->effective) : NULL;
  ScValues *values = sc_values_new ();

  sc_values_set_text (values, "code", organisation->code);
  sc_values_set_text (values, "owner_post", organisation->owner_post);
  sc_values_set_text (values, "approved_by", sc_approval_get_id (organisation->approval));
  sc_values_set_text (values, "approver", organisation->approver);
  sc_values_set_text (values, "approver_post", organisation->approver_post);
  sc_values_set_text (values, "effective", effective);
  set_target (values, "target_cycle", organisation->target_cycle);
  set_target (values, "target_discovery", organisation->target_discovery);
  set_target (values, "target_predictability", organisation->target_predictability);

  return values;
}

static gboolean
values_equal (const ScValues *a,
              const ScValues *b)
{
  for (guint i = 0; i < a->list->len; i++)
    {
      const ScValue *value_a = sc_values_get (a, i);
      const ScValue *value_b = sc_values_get (b, i);

      if (value_a->type != value_b->type || value_a->number != value_b->number
          || g_strcmp0 (value_a->text, value_b->text) != 0)
        return FALSE;
    }

  return TRUE;
}

/* There is one row for ever, which may have a tombstone: an undo leaves it, a later
 * change takes it away. */
static gboolean
put_row (ScWrite    *write,
         const char *table,
         const char *sql,
         gint64      process_key,
         ScValues   *values,
         GError    **error)
{
  gint64 key = 0;
  gboolean is_deleted = FALSE;

  {
    g_autoptr (GError) local_error = NULL;
    g_autoptr (ScStatement) statement = sc_connection_prepare (sc_write_get_connection (write), sql, error);

    if (statement == NULL)
      return FALSE;

    if (sc_statement_has (statement, ":process"))
      sc_statement_bind_int (statement, ":process", process_key);
    if (sc_statement_step (statement, &local_error))
      {
        key = sc_statement_get_int (statement, 0);
        is_deleted = !sc_statement_is_null (statement, 1);
      }
    else if (local_error != NULL)
      {
        g_propagate_error (error, g_steal_pointer (&local_error));
        return FALSE;
      }
  }
  if (is_deleted)
    return sc_write_undelete (write, table, key, values, error);
  if (key != 0)
    return sc_write_update (write, table, key, 0, values, error);

  if (process_key != 0)
    sc_values_set_int (values, "process_id", process_key);

  return sc_write_insert (write, table, values, error) != 0;
}

static gboolean
put_shared (ScWrite              *write,
            const ScOrganisation *before,
            const ScOrganisation *after,
            GError              **error)
{
  g_autoptr (ScValues) was = make_shared_values (before);
  g_autoptr (ScValues) is = make_shared_values (after);

  return values_equal (was, is)
         || put_row (write, "organisation", "SELECT id, deleted_by FROM organisation", 0, is, error);
}

static gboolean
put_own (ScWrite              *write,
         gint64                process_key,
         const ScOrganisation *before,
         const ScOrganisation *after,
         GError              **error)
{
  g_autoptr (ScValues) was = make_own_values (before);
  g_autoptr (ScValues) is = make_own_values (after);

  return values_equal (was, is)
         || put_row (write, "process_organisation",
                     "SELECT id, deleted_by FROM process_organisation WHERE process_id = :process",
                     process_key, is, error);
}

/**
 * sc_write_set_organisation:
 * @self: a write
 * @process_id: a process
 * @organisation: what its documents say of who gives them out
 * @error: why it can't be written
 *
 * Only what differs is written.
 *
 * Returns: whether they say so now
 */
gboolean
sc_write_set_organisation (ScWrite              *self,
                           const char           *process_id,
                           const ScOrganisation *organisation,
                           GError              **error)
{
  ScConnection *connection = sc_write_get_connection (self);
  gint64 process_key = sc_process_table_get_key (connection, process_id, error);
  g_autoptr (ScOrganisation) before = process_key != 0 ? sc_organisation_table_load (connection, process_key, error) : NULL;

  return before != NULL
         && put_shared (self, before, organisation, error)
         && put_own (self, process_key, before, organisation, error);
}
