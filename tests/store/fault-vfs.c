/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/fault-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
} File;

static struct {
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  GMutex lock;
  guint n_calls;
  guint n_th;
  int code;
} shim;

static int
count (void)
{
  int code = SQLITE_OK;

  g_mutex_lock (&shim.lock);
  shim.n_calls++;
  if (shim.n_th > 0 && shim.n_calls >= shim.n_th)
    code = shim.code;
  g_mutex_unlock (&shim.lock);

  return code;
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((File *) (void *) file)->real;
}

static int
close_file (sqlite3_file *file)
{
  return get_real (file)->pMethods->xClose (get_real (file));
}

static int
read_file (sqlite3_file *file,
           void         *data,
           int           n,
           sqlite3_int64 offset)
{
  return get_real (file)->pMethods->xRead (get_real (file), data, n, offset);
}

static int
write_file (sqlite3_file *file,
            const void   *data,
            int           n,
            sqlite3_int64 offset)
{
  int code = count ();

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xWrite (get_real (file), data, n, offset);
}

static int
truncate_file (sqlite3_file *file,
               sqlite3_int64 size)
{
  return get_real (file)->pMethods->xTruncate (get_real (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  int code = count ();

  return code != SQLITE_OK ? code : get_real (file)->pMethods->xSync (get_real (file), flags);
}

static int
get_file_size (sqlite3_file  *file,
               sqlite3_int64 *size)
{
  return get_real (file)->pMethods->xFileSize (get_real (file), size);
}

static int
lock_file (sqlite3_file *file,
           int           lock)
{
  return get_real (file)->pMethods->xLock (get_real (file), lock);
}

static int
unlock_file (sqlite3_file *file,
             int           lock)
{
  return get_real (file)->pMethods->xUnlock (get_real (file), lock);
}

static int
check_lock (sqlite3_file *file,
            int          *is_locked)
{
  return get_real (file)->pMethods->xCheckReservedLock (get_real (file), is_locked);
}

static int
control_file (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return get_real (file)->pMethods->xFileControl (get_real (file), operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return get_real (file)->pMethods->xSectorSize (get_real (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return get_real (file)->pMethods->xDeviceCharacteristics (get_real (file));
}

static int
map_shared (sqlite3_file   *file,
            int             page,
            int             size,
            int             may_extend,
            void volatile **memory)
{
  return get_real (file)->pMethods->xShmMap (get_real (file), page, size, may_extend, memory);
}

static int
lock_shared (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return get_real (file)->pMethods->xShmLock (get_real (file), offset, n, flags);
}

static void
put_barrier (sqlite3_file *file)
{
  get_real (file)->pMethods->xShmBarrier (get_real (file));
}

static int
unmap_shared (sqlite3_file *file,
              int           is_deleted)
{
  return get_real (file)->pMethods->xShmUnmap (get_real (file), is_deleted);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_file_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_characteristics,
  .xShmMap = map_shared,
  .xShmLock = lock_shared,
  .xShmBarrier = put_barrier,
  .xShmUnmap = unmap_shared,
};

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  File *self = (File *) (void *) file;
  int code;

  self->real = (sqlite3_file *) (void *) &self[1];
  memset (self->real, 0, (size_t) shim.real->szOsFile);
  code = shim.real->xOpen (shim.real, name, self->real, flags, out_flags);
  /* SQLite closes what has methods, also when opening failed. */
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;

  return code;
}

/**
 * fault_vfs_install:
 */
void
fault_vfs_install (void)
{
  shim.real = sqlite3_vfs_find (NULL);
  shim.vfs = *shim.real;
  shim.vfs.zName = "fault";
  shim.vfs.pNext = NULL;
  shim.vfs.szOsFile = (int) sizeof (File) + shim.real->szOsFile;
  shim.vfs.xOpen = open_file;
  g_assert_cmpint (sqlite3_vfs_register (&shim.vfs, 1), ==, SQLITE_OK);
}

/**
 * fault_vfs_arm:
 * @n_th: the first write that fails, counted from 1; 0 for none
 * @code: what it fails with
 */
void
fault_vfs_arm (guint n_th,
               int   code)
{
  g_mutex_lock (&shim.lock);
  shim.n_calls = 0;
  shim.n_th = n_th;
  shim.code = code;
  g_mutex_unlock (&shim.lock);
}

/**
 * fault_vfs_disarm:
 *
 * Returns: the number of writes since it was armed
 */
guint
fault_vfs_disarm (void)
{
  guint n_calls;

  g_mutex_lock (&shim.lock);
  n_calls = shim.n_calls;
  shim.n_th = 0;
  g_mutex_unlock (&shim.lock);

  return n_calls;
}
