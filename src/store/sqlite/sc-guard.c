/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SQLite's locks are POSIX locks, and a process loses all of those that it has
 * on a file as soon as it closes any descriptor of that file: a file chooser
 * has looked into the database, or a person has chosen it to be imported.
 * Another program then takes the log for one that nobody writes and removes
 * it, with every change that is confirmed from there on
 * (https://www.sqlite.org/howtocorrupt.html, 2.2).
 *
 * Locks of an open file description stay (fcntl(2), F_OFD_SETLK), and others'
 * POSIX locks respect them. So each database that is open for writing has two
 * of them, where SQLite's own say that it is open: on the bytes of the shared
 * lock, and on that which says that the shared memory is in use.
 *
 * The descriptors are closed once no store of this process has the file open,
 * for closing them would take SQLite's locks away, too. */

/* Locks of an open file description are Linux's own. */
#define _GNU_SOURCE

#include "store/engine/sc-guard-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* SHARED_FIRST and SHARED_SIZE of SQLite's os.h. */
#define SHARED_START 0x40000002
#define SHARED_LENGTH 510

/* UNIX_SHM_DMS of its os_unix.c. */
#define IN_USE_START 128
#define IN_USE_LENGTH 1

/* Behind all that SQLite locks: a byte for each name. */
#define NAMES_START ((off_t) 1 << 40)

struct _ScGuard {
  dev_t device;
  ino_t inode;
  guint n_stores;
  /* How many of them still need the locks. */
  guint n_raised;
  int database;
  int memory;
  GHashTable *names;
};

static GMutex mutex;
static GList *guards;

/* Where the file system knows no locks, there is nothing to be lost. */
static void
set_lock (int   file,
          short type,
          off_t start,
          off_t length)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };

  if (file >= 0 && fcntl (file, F_OFD_SETLK, &lock) != 0)
    g_debug ("No lock of an open file description: %s", g_strerror (errno));
}

static void
set_locks (ScGuard *self,
           short    type)
{
  set_lock (self->database, type, SHARED_START, SHARED_LENGTH);
  set_lock (self->memory, type, IN_USE_START, IN_USE_LENGTH);
}

static ScGuard *
find (const struct stat *status)
{
  for (GList *l = guards; l != NULL; l = l->next)
    {
      ScGuard *guard = l->data;

      if (guard->device == status->st_dev && guard->inode == status->st_ino)
        return guard;
    }

  return NULL;
}

static ScGuard *
make (const char        *path,
      const struct stat *status)
{
  g_autofree char *memory = g_strdup_printf ("%s-shm", path);
  ScGuard *self = g_new0 (ScGuard, 1);

  self->device = status->st_dev;
  self->inode = status->st_ino;
  /* A lock that excludes others needs a descriptor that could write. */
  self->database = g_open (path, O_RDWR | O_CLOEXEC, 0);
  if (self->database < 0)
    self->database = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  self->memory = g_open (memory, O_RDONLY | O_CLOEXEC, 0);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guards = g_list_prepend (guards, self);

  return self;
}

/**
 * sc_guard_take:
 * @path: a database that SQLite has open, with a log
 *
 * Returns: (transfer full) (nullable): what guards it; %NULL where the file is
 *   gone
 */
ScGuard *
sc_guard_take (const char *path)
{
  struct stat status;
  ScGuard *self;

  if (stat (path, &status) != 0)
    return NULL;

  g_mutex_lock (&mutex);
  self = find (&status);
  if (self == NULL)
    self = make (path, &status);
  self->n_stores++;
  self->n_raised++;
  set_locks (self, F_RDLCK);
  g_mutex_unlock (&mutex);

  return self;
}

/**
 * sc_guard_lower:
 * @self: a guard
 *
 * To be called before the store's last connection is closed, which puts the
 * log into the file where nobody else has it open.
 */
void
sc_guard_lower (ScGuard *self)
{
  g_mutex_lock (&mutex);
  if (--self->n_raised == 0)
    set_locks (self, F_UNLCK);
  g_mutex_unlock (&mutex);
}

/**
 * sc_guard_release:
 * @self: (transfer full): a guard that was lowered
 *
 * To be called when the store's last connection is closed.
 */
void
sc_guard_release (ScGuard *self)
{
  g_mutex_lock (&mutex);
  if (--self->n_stores == 0)
    {
      guards = g_list_remove (guards, self);
      if (self->database >= 0)
        close (self->database);
      if (self->memory >= 0)
        close (self->memory);
      g_hash_table_unref (self->names);
      g_free (self);
    }
  g_mutex_unlock (&mutex);
}

static gboolean
lock_name (ScGuard    *self,
           const char *name,
           short       type)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_start = NAMES_START + g_str_hash (name), .l_len = 1 };

  return self->database >= 0 && fcntl (self->database, F_OFD_SETLK, &lock) == 0;
}

/**
 * sc_guard_claim:
 * @self: a guard
 * @name: a name
 *
 * Never waits. Where the file system knows no locks, no name can be had.
 *
 * Returns: whether nobody else had the name, so that it is the caller's now
 */
gboolean
sc_guard_claim (ScGuard    *self,
                const char *name)
{
  gboolean is_free;

  g_mutex_lock (&mutex);
  is_free = !g_hash_table_contains (self->names, name) && lock_name (self, name, F_WRLCK);
  if (is_free)
    g_hash_table_add (self->names, g_strdup (name));
  g_mutex_unlock (&mutex);

  return is_free;
}

/**
 * sc_guard_disclaim:
 * @self: a guard
 * @name: a name that was claimed
 */
void
sc_guard_disclaim (ScGuard    *self,
                   const char *name)
{
  g_mutex_lock (&mutex);
  if (g_hash_table_remove (self->names, name))
    lock_name (self, name, F_UNLCK);
  g_mutex_unlock (&mutex);
}
