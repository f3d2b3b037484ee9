/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows in which encoding a table is read that is not UTF-8, and lets another be
 * chosen; where the table does not tell it, it has to be. */

#include "importing/sc-encoding-row.h"

#include <glib/gi18n-lib.h>

/* What spreadsheets and older programs write. */
static const char *const encodings[] = {
  "windows-1251", "KOI8-R", "KOI8-U", "IBM866", "x-mac-cyrillic", "windows-1252", "windows-1250", "ISO-8859-2", "windows-1253",
  "windows-1254", "windows-1255", "windows-1256", "Shift_JIS", "EUC-JP", "EUC-KR", "GB18030", "Big5",
};

struct _ScEncodingRow
{
  AdwComboRow parent_instance;

  GtkStringList *names;
};

G_DEFINE_FINAL_TYPE (ScEncodingRow, sc_encoding_row, ADW_TYPE_COMBO_ROW);

static void
sc_encoding_row_class_init (ScEncodingRowClass *klass)
{
}

static void
sc_encoding_row_init (ScEncodingRow *self)
{
  self->names = gtk_string_list_new (NULL);
  gtk_string_list_append (self->names, _("Choose…"));
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_string_list_append (self->names, encodings[i]);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->names));
  g_object_unref (self->names);
}

/* From 1, behind “Choose…”; one more that is not in the list is put at its end. */
static guint
need_place (ScEncodingRow *self,
            const char    *encoding)
{
  guint n_names = g_list_model_get_n_items (G_LIST_MODEL (self->names));

  for (guint i = 1; i < n_names; i++)
    if (g_ascii_strcasecmp (gtk_string_list_get_string (self->names, i), encoding) == 0)
      return i;

  gtk_string_list_append (self->names, encoding);

  return n_names;
}

/**
 * sc_encoding_row_show:
 * @self: a row
 * @format: how the table's cells become text
 *
 * Shows how the table is read, or that it does not tell it.
 */
void
sc_encoding_row_show (ScEncodingRow       *self,
                      const ScTableFormat *format)
{
  g_return_if_fail (SC_IS_ENCODING_ROW (self));

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), format->is_untold ? 0 : need_place (self, format->encoding));
}

/**
 * sc_encoding_row_get_encoding:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is chosen, or %NULL
 */
const char *
sc_encoding_row_get_encoding (ScEncodingRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  g_return_val_if_fail (SC_IS_ENCODING_ROW (self), NULL);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION ? gtk_string_list_get_string (self->names, selected) : NULL;
}
