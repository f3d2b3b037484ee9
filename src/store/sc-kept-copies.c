/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists the copies of databases that the program makes by itself, and chooses those
 * that are to go. */

#include "store/sc-kept-copies.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>

#include "store/engine/sc-file-private.h"
#include "store/tables/sc-process-table-private.h"
#include "store/tables/sc-total-table-private.h"

#define MOST_BYTES G_GINT64_CONSTANT (2000000000)
#define SHARE_OF_FREE 5

/* All of today, one a day for a month, one a month for a year. */
#define DAYS_OF_DAYS 31
#define DAYS_OF_MONTHS 366

/* In UTC, so that an hour that comes twice has two names. */
#define NAME_FORMAT "%Y-%m-%d-%H%M%S"
#define NAME_LENGTH 17
#define NAME_END ".db"

/* Enough to tell databases apart. */
#define HASH_LENGTH 16

/**
 * sc_kept_copy_new:
 * @path: its file, in the folder of its database
 * @made_at: when it was made
 * @size: in bytes
 *
 * Returns: (transfer full): a copy
 */
ScKeptCopy *
sc_kept_copy_new (const char *path,
                  ScInstant   made_at,
                  gint64      size)
{
  ScKeptCopy *self = g_new0 (ScKeptCopy, 1);

  self->path = g_strdup (path);
  self->folder = g_path_get_dirname (path);
  self->made_at = made_at;
  self->size = size;

  return self;
}

/**
 * sc_kept_copy_free:
 * @self: (transfer full): a copy, whose file stays
 */
void
sc_kept_copy_free (ScKeptCopy *self)
{
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

static char *
get_top (void)
{
  return g_build_filename (g_get_user_data_dir (), "stagecraft", "copies", NULL);
}

/**
 * sc_kept_copies_get_folder:
 * @database: a database, which need not be there
 *
 * Told by where the database is, so that two of one name have two.
 *
 * Returns: (transfer full): where its copies are kept, made by who keeps one
 */
char *
sc_kept_copies_get_folder (const char *database)
{
  g_autofree char *resolved = sc_file_resolve (database, NULL);
  g_autofree char *absolute = resolved != NULL ? g_strdup (resolved) : g_canonicalize_filename (database, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);
  g_autofree char *base = g_path_get_basename (absolute);
  g_autofree char *top = get_top ();
  g_autofree char *name = NULL;

  hash[HASH_LENGTH] = '\0';
  /* For people: what the name is cut down to need not be whole. */
  name = g_strdup_printf ("%.100s-%s", base, hash);

  return g_build_filename (top, name, NULL);
}

/**
 * sc_kept_copies_make_path:
 * @database: a database
 * @made_at: when the copy was made
 * @n_th: which of that second, from 1
 *
 * Returns: (transfer full): the name that the copy gets
 */
char *
sc_kept_copies_make_path (const char *database,
                          ScInstant   made_at,
                          guint       n_th)
{
  g_autofree char *folder = sc_kept_copies_get_folder (database);
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (made_at / G_USEC_PER_SEC);
  g_autofree char *stamp = when != NULL ? g_date_time_format (when, NAME_FORMAT) : g_strdup ("0001-01-01-000000");
  g_autofree char *name = n_th > 1 ? g_strdup_printf ("%s-%u" NAME_END, stamp, n_th) : g_strconcat (stamp, NAME_END, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
parse_name (const char *name,
            ScInstant  *made_at)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) when = NULL;
  int year, month, day, hour, minute, second;
  int n_read = 0;

  if (!g_str_has_suffix (name, NAME_END)
      || sscanf (name, "%4d-%2d-%2d-%2d%2d%2d%n", &year, &month, &day, &hour, &minute, &second, &n_read) != 6
      || n_read != NAME_LENGTH)
    return FALSE;

  when = g_date_time_new (utc, year, month, day, hour, minute, second);
  if (when == NULL)
    return FALSE;
  *made_at = g_date_time_to_unix (when) * G_USEC_PER_SEC;

  return TRUE;
}

/* The newest first. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const ScKeptCopy *one = *(ScKeptCopy *const *) a;
  const ScKeptCopy *other = *(ScKeptCopy *const *) b;

  if (one->made_at != other->made_at)
    return one->made_at > other->made_at ? -1 : 1;

  /* Of one second, the one with the higher number. */
  return strlen (one->path) != strlen (other->path) ? (strlen (one->path) > strlen (other->path) ? -1 : 1)
                                                    : strcmp (other->path, one->path);
}

static void
add_folder (GPtrArray  *copies,
            const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      ScInstant made_at;
      GStatBuf status;

      if (parse_name (name, &made_at) && g_stat (path, &status) == 0 && S_ISREG (status.st_mode))
        g_ptr_array_add (copies, sc_kept_copy_new (path, made_at, status.st_size));
    }
}

/**
 * sc_kept_copies_list:
 * @database: a database
 *
 * Returns: (transfer full) (element-type ScKeptCopy): its copies, the newest
 *   first
 */
GPtrArray *
sc_kept_copies_list (const char *database)
{
  g_autofree char *folder = sc_kept_copies_get_folder (database);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_kept_copy_free);

  add_folder (copies, folder);
  g_ptr_array_sort (copies, compare);

  return copies;
}

/**
 * sc_kept_copies_list_all:
 *
 * Returns: (transfer full) (element-type ScKeptCopy): the copies of all
 *   databases, the newest first
 */
GPtrArray *
sc_kept_copies_list_all (void)
{
  g_autofree char *top = get_top ();
  g_autoptr (GDir) dir = g_dir_open (top, 0, NULL);
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) sc_kept_copy_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (top, name, NULL);

      add_folder (copies, folder);
    }
  g_ptr_array_sort (copies, compare);

  return copies;
}

/**
 * sc_kept_copies_get_limit:
 *
 * Returns: how many bytes the copies of all databases may take together: 2 GB,
 *   or a fifth of what is free where that is less
 */
gint64
sc_kept_copies_get_limit (void)
{
  struct statvfs status;

  if (statvfs (g_get_user_data_dir (), &status) != 0)
    return MOST_BYTES;

  return MIN (MOST_BYTES, (gint64) status.f_bavail * (gint64) status.f_frsize / SHARE_OF_FREE);
}

/* Of the copies that share it, the newest is kept; %NULL where none is. */
static char *
make_key (const ScKeptCopy *copy,
          guint             number,
          ScDate            today)
{
  ScDate day = sc_date_from_instant (copy->made_at);
  g_autofree char *text = sc_date_to_string (day);

  if (day >= today)
    return g_strdup_printf ("%s %u", copy->folder, number);
  if (today - day <= DAYS_OF_DAYS)
    return g_strdup_printf ("%s %s", copy->folder, text);
  if (today - day <= DAYS_OF_MONTHS)
    return g_strdup_printf ("%s %.7s", copy->folder, text);

  return NULL;
}

static const ScKeptCopy *
find_neighbour (GPtrArray *kept,
                guint      i,
                int        step)
{
  const ScKeptCopy *copy = kept->pdata[i];

  for (guint j = i + (guint) step; j < kept->len; j += (guint) step)
    if (g_str_equal (((ScKeptCopy *) kept->pdata[j])->folder, copy->folder))
      return kept->pdata[j];

  return NULL;
}

/* What goes first where room is short: what leaves the smallest hole for its
 * age, so that what is left reaches far back and lies close near now. The
 * newest of a database goes last, and before it the oldest. */
static double
weigh (GPtrArray *kept,
       guint      i,
       ScInstant  now)
{
  const ScKeptCopy *copy = kept->pdata[i];
  const ScKeptCopy *newer = find_neighbour (kept, i, -1);
  const ScKeptCopy *older = find_neighbour (kept, i, 1);

  if (newer == NULL)
    return G_MAXDOUBLE;
  if (older == NULL)
    return G_MAXDOUBLE / 2;

  return (double) (newer->made_at - older->made_at) / (double) MAX (now - copy->made_at, 1);
}

static guint
find_lightest (GPtrArray *kept,
               ScInstant  now)
{
  double least = G_MAXDOUBLE;
  guint lightest = kept->len - 1;

  /* The older of two alike. */
  for (guint i = kept->len; i-- > 0;)
    if (weigh (kept, i, now) < least)
      {
        least = weigh (kept, i, now);
        lightest = i;
      }

  return lightest;
}

/**
 * sc_kept_copies_choose:
 * @copies: (element-type ScKeptCopy): copies, the newest first
 * @now: the present instant
 * @limit: how many bytes they may take
 *
 * All of today are kept, of each day of the last month the last, of each month
 * of the last year the last, as far as there is room.
 *
 * Returns: (transfer container) (element-type ScKeptCopy): those that are to go
 */
GPtrArray *
sc_kept_copies_choose (GPtrArray *copies,
                       ScInstant  now,
                       gint64     limit)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  GPtrArray *dropped = g_ptr_array_new ();
  ScDate today = sc_date_from_instant (now);
  gint64 size = 0;

  for (guint i = 0; i < copies->len; i++)
    {
      ScKeptCopy *copy = copies->pdata[i];
      char *key = make_key (copy, i, today);

      if (key == NULL || !g_hash_table_add (keys, key))
        {
          g_ptr_array_add (dropped, copy);
          continue;
        }
      g_ptr_array_add (kept, copy);
      size += copy->size;
    }

  while (size > limit && kept->len > 0)
    {
      ScKeptCopy *copy = g_ptr_array_steal_index (kept, find_lightest (kept, now));

      size -= copy->size;
      g_ptr_array_add (dropped, copy);
    }

  return dropped;
}

/**
 * sc_kept_copy_count:
 * @self: a copy
 *
 * Looks how many processes and open deals are in it.
 */
void
sc_kept_copy_count (ScKeptCopy *self)
{
  g_autoptr (ScConnection) connection = sc_connection_open_for_reading (self->path, TRUE, NULL);

  self->n_processes = self->n_open_deals = 0;
  if (connection == NULL)
    return;

  self->n_processes = (guint) MAX (sc_process_table_count (connection, NULL), 0);
  self->n_open_deals = (guint) MAX (sc_total_table_count_open (connection, NULL), 0);
}

static void
count_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  g_autoptr (GPtrArray) copies = sc_kept_copies_list (data);

  for (guint i = 0; i < copies->len; i++)
    sc_kept_copy_count (copies->pdata[i]);
  g_task_return_pointer (task, g_steal_pointer (&copies), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * sc_kept_copies_count_async:
 * @database: a database's file
 * @cancellable: (nullable): for who does not want to be told
 * @callback: called when it is known which copies there are, and what is in them
 * @user_data: for @callback
 *
 * In a thread, not on a store's worker: the copies of a database can be listed where it
 * can't be opened, and each copy is opened by itself.
 */
void
sc_kept_copies_count_async (const char         *database,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, sc_kept_copies_count_async);
  g_task_set_task_data (task, g_strdup (database), g_free);
  g_task_run_in_thread (task, count_in_thread);
}

/**
 * sc_kept_copies_count_finish:
 * @result: the callback's result
 * @error: that it was cancelled
 *
 * Returns: (transfer full) (element-type ScKeptCopy): the copies, counted, the newest
 *   first
 */
GPtrArray *
sc_kept_copies_count_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
