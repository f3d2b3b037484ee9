/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Laid under the program where GTK's dialogs for printing and for files are opened,
 * so that leaks are looked for there too.
 *
 * The dialogs leave a few objects behind. They are known by their types, since all
 * objects are made in the same place, and unwinding through GTK is too slow
 * (list-callers.c). Whether the program itself leaves one of these is seen where it
 * has them without the dialogs, in the tests of the rooms. */

#include <glib-object.h>
#include <sanitizer/lsan_interface.h>

#pragma weak __lsan_ignore_object

static const char *const left_types[] = {
  /* Made by gtk_print_unix_dialog_get_settings() when the chosen printer changes. */
  "GtkPrintSettings",
  /* Made by the printer that is a file, for what is written. */
  "GLocalFileOutputStream",
  /* Asked for by the places of a file dialog, without a frame of ours. */
  "GFileInfo",
};

/* Lists that GTK made: of what else it allocates, GLib's own function is all that is
 * seen. */
const char *
__lsan_default_suppressions (void)
{
  return "leak:libgtk-4.so\n";
}

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

  for (guint i = 0; __lsan_ignore_object != NULL && i < G_N_ELEMENTS (left_types); i++)
    if (g_str_equal (g_type_name (type), left_types[i]))
      __lsan_ignore_object (object);

  return object;
}
