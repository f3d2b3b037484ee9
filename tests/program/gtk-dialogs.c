/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laid under the program where GTK's dialog for files is opened, so that leaks are
 * looked for there too.
 *
 * The dialog leaves a few objects behind: what its places ask of files, without a
 * frame of ours. They are known by their type, since all objects are made in the
 * same place, and unwinding through GTK is too slow (list-callers.c). Whether the
 * program itself leaves one is seen where it has them without the dialog. */

#include <glib-object.h>
#include <sanitizer/lsan_interface.h>

#pragma weak __lsan_ignore_object

/* As GLib's own, which GTK and GIO call from outside. */
gpointer
g_object_new (GType       type,
              const char *first_property,
              ...)
{
  gpointer object;
  va_list values;

  va_start (values, first_property);
  object = first_property == NULL ? g_object_new_with_properties (type, 0, NULL, NULL)
                                  : (gpointer) g_object_new_valist (type, first_property, values);
  va_end (values);

  if (__lsan_ignore_object != NULL && g_str_equal (g_type_name (type), "GFileInfo"))
    __lsan_ignore_object (object);

  return object;
}
