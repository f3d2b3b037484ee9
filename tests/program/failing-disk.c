/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laid under the program with LD_PRELOAD, this makes the disk fail as disks do.
 * It counts what is written to files below one folder, and at a chosen write the
 * disk is full, or the program is killed. A test so walks through every instant
 * of a change. In the environment:
 *
 *   FAILING_DISK_FOLDER     files below it are concerned
 *   FAILING_DISK_FULL       from this write on there is no space left
 *   FAILING_DISK_KILL       right before this write the program is killed
 *   FAILING_DISK_KILL_NAME  right before it gives, changes or takes a name for
 *                           this time the program is killed
 *   FAILING_DISK_READ_ONLY  set: nothing there opens for writing
 *   FAILING_DISK_COUNT      file that gets the number of writes at the end
 */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long n_writes;
static atomic_long n_names;

static bool
is_below_folder (const char *path)
{
  const char *folder = getenv ("FAILING_DISK_FOLDER");

  return folder != NULL && path != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

static bool
is_concerned (int file)
{
  char link[64];
  char path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", file);
  length = readlink (link, path, sizeof path - 1);
  if (length < 0)
    return false;

  path[length] = '\0';

  /* SQLite's shared memory is no part of what is kept. */
  if (length > 4 && strcmp (path + length - 4, "-shm") == 0)
    return false;

  return is_below_folder (path);
}

static long
limit_from (const char *name)
{
  const char *value = getenv (name);

  return value != NULL ? atol (value) : -1;
}

/* Whether this write may go on; with errno where not. */
static bool
may_write (int file)
{
  long full, kill_at, number;

  if (!is_concerned (file))
    return true;

  number = atomic_fetch_add (&n_writes, 1);
  full = limit_from ("FAILING_DISK_FULL");
  kill_at = limit_from ("FAILING_DISK_KILL");

  if (kill_at >= 0 && number >= kill_at)
    raise (SIGKILL);

  if (full >= 0 && number >= full)
    {
      errno = ENOSPC;
      return false;
    }

  return true;
}

#define NEXT(name) ((__typeof__ (name) *)dlsym (RTLD_NEXT, #name))

ssize_t
write (int         file,
       const void *data,
       size_t      size)
{
  return may_write (file) ? NEXT (write) (file, data, size) : -1;
}

ssize_t
pwrite (int         file,
        const void *data,
        size_t      size,
        off_t       offset)
{
  return may_write (file) ? NEXT (pwrite) (file, data, size, offset) : -1;
}

ssize_t
pwrite64 (int         file,
          const void *data,
          size_t      size,
          off64_t     offset)
{
  return may_write (file) ? NEXT (pwrite64) (file, data, size, offset) : -1;
}

ssize_t
writev (int                 file,
        const struct iovec *parts,
        int                 n_parts)
{
  return may_write (file) ? NEXT (writev) (file, parts, n_parts) : -1;
}

int
fsync (int file)
{
  return may_write (file) ? NEXT (fsync) (file) : -1;
}

int
fdatasync (int file)
{
  return may_write (file) ? NEXT (fdatasync) (file) : -1;
}

/* Of a file, wherever it is done: a name there has no descriptor to tell. */
static void
change_name (const char *path)
{
  long number;

  if (!is_below_folder (path))
    return;

  number = atomic_fetch_add (&n_names, 1);
  if (number == limit_from ("FAILING_DISK_KILL_NAME"))
    raise (SIGKILL);
}

int
rename (const char *from,
        const char *to)
{
  change_name (to);

  return NEXT (rename) (from, to);
}

int
renameat2 (int          from_folder,
           const char  *from,
           int          to_folder,
           const char  *to,
           unsigned int flags)
{
  change_name (to);

  return NEXT (renameat2) (from_folder, from, to_folder, to, flags);
}

int
link (const char *from,
      const char *to)
{
  change_name (to);

  return NEXT (link) (from, to);
}

int
unlink (const char *path)
{
  change_name (path);

  return NEXT (unlink) (path);
}

static bool
may_open (const char *path,
          int         flags)
{
  if (getenv ("FAILING_DISK_READ_ONLY") == NULL || (flags & O_ACCMODE) == O_RDONLY)
    return true;

  if (!is_below_folder (path))
    return true;

  errno = EROFS;

  return false;
}

int
open (const char *path,
      int         flags,
      ...)
{
  va_list arguments;
  unsigned int mode;

  va_start (arguments, flags);
  mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, unsigned int) : 0;
  va_end (arguments);

  return may_open (path, flags) ? NEXT (open) (path, flags, mode) : -1;
}

int
open64 (const char *path,
        int         flags,
        ...)
{
  va_list arguments;
  unsigned int mode;

  va_start (arguments, flags);
  mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (arguments, unsigned int) : 0;
  va_end (arguments);

  return may_open (path, flags) ? NEXT (open64) (path, flags, mode) : -1;
}

__attribute__ ((destructor)) static void
write_count (void)
{
  const char *path = getenv ("FAILING_DISK_COUNT");
  FILE *file;

  if (path == NULL)
    return;

  file = fopen (path, "w");
  if (file == NULL)
    return;

  fprintf (file, "%ld %ld\n", atomic_load (&n_writes), atomic_load (&n_names));
  fclose (file);
}
