/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what SQLite reports in the store's words. */

#include "store/sqlite/sc-sqlite-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static ScStoreError
to_store_error (int code)
{
  /* A full disk has no room for the index of the log either. */
  if (code == SQLITE_IOERR_SHMSIZE)
    return SC_STORE_ERROR_NO_SPACE;

  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return SC_STORE_ERROR_NOT_A_DATABASE;
    case SQLITE_CORRUPT:
      return SC_STORE_ERROR_CORRUPT;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return SC_STORE_ERROR_READ_ONLY;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SC_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      return SC_STORE_ERROR_NO_SPACE;
    case SQLITE_CONSTRAINT:
      return SC_STORE_ERROR_EXISTS;
    default:
      return SC_STORE_ERROR_FAILED;
    }
}

/* A sum that runs over becomes a real number, which a kept sum is not; where it
 * is formed anew, there is no code for it, only these words. */
static gboolean
is_overflow (sqlite3 *handle,
             int      code)
{
  return code == SQLITE_CONSTRAINT_DATATYPE
         || (code == SQLITE_ERROR && handle != NULL && g_str_equal (sqlite3_errmsg (handle), "integer overflow"));
}

static const char *
describe (ScStoreError error)
{
  switch (error)
    {
    case SC_STORE_ERROR_NOT_A_DATABASE:
      return _("The file is not a Stagecraft database. It was left as it is; choose another file.");
    case SC_STORE_ERROR_CORRUPT:
      return _("The database is damaged. Restore it from a backup.");
    case SC_STORE_ERROR_READ_ONLY:
      return _("The database can’t be written. Check the permissions of the file and of its folder.");
    case SC_STORE_ERROR_BUSY:
      return _("Another program keeps the database locked. Close it and try again.");
    case SC_STORE_ERROR_NO_SPACE:
      return _("The disk is full; nothing was changed. Make room and try again.");
    case SC_STORE_ERROR_FAILED:
    case SC_STORE_ERROR_NOT_FOUND:
    case SC_STORE_ERROR_EXISTS:
    case SC_STORE_ERROR_CONFLICT:
    case SC_STORE_ERROR_INVALID:
    case SC_STORE_ERROR_BAD_ROW:
    default:
      return NULL;
    }
}

/**
 * sc_store_get_too_many_files:
 *
 * Returns: what to say where no more files can be opened
 */
const char *
sc_store_get_too_many_files (void)
{
  return _("Too many files are open. Close other programs, or raise the limit (ulimit -n), and try again.");
}

/**
 * sc_store_set_error:
 * @error: where to put the error
 * @handle: (nullable): the connection that failed
 * @code: SQLite's result code
 *
 * Says in the store's words what SQLite reported: what happened, and what to
 * do about it.
 */
void
sc_store_set_error (GError **error,
                    sqlite3 *handle,
                    int      code)
{
  ScStoreError store_error = to_store_error (code);
  const char *text = describe (store_error);

  if ((code & 0xff) == SQLITE_CANTOPEN && handle != NULL
      && (sqlite3_system_errno (handle) == EMFILE || sqlite3_system_errno (handle) == ENFILE))
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_FAILED, sc_store_get_too_many_files ());
  else if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled."));
  else if ((code & 0xff) == SQLITE_IOERR && text == NULL)
    g_set_error_literal (error, SC_STORE_ERROR, store_error,
                         _("The disk could not be read or written; nothing was changed. Check the disk and try again."));
  else if (is_overflow (handle, code))
    g_set_error_literal (error, SC_STORE_ERROR, SC_STORE_ERROR_INVALID,
                         _("The values of a stage’s deals add up to more than can be kept. "
                           "Look for one that is far too large."));
  else if (text != NULL)
    g_set_error_literal (error, SC_STORE_ERROR, store_error, text);
  else
    g_set_error (error, SC_STORE_ERROR, store_error, _("The database reported an error: %s."),
                 handle != NULL ? sqlite3_errmsg (handle) : sqlite3_errstr (code));
}
