/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows a table's columns, what each of them is guessed to be, and lets another be
 * chosen. */

#include "importing/sc-import-columns.h"

#include <glib/gi18n-lib.h>

#include "widgets/sc-group-rows.h"

/* Characters of a text that stands for a column. */
#define MAX_SAMPLE 40

struct _ScImportColumns
{
  AdwPreferencesGroup parent_instance;

  /* The form's. */
  const ScImportScan *scan;
  GPtrArray *rows;
};

enum {
  SIGNAL_FIELD_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScImportColumns, sc_import_columns, ADW_TYPE_PREFERENCES_GROUP);

/* A line of a text that may have many. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');

  return g_utf8_strlen (line, -1) > MAX_SAMPLE ? g_utf8_truncate_middle (line, MAX_SAMPLE) : g_steal_pointer (&line);
}

static void
describe_column (AdwComboRow        *row,
                 const ScScanColumn *column,
                 gboolean            is_guess)
{
  g_autofree char *sample = shorten (column->sample != NULL ? column->sample : _("(empty)"));
  g_autofree char *subtitle = NULL;

  if (is_guess)
    /* Translators: what a column of a table is was guessed; %s is its first text, in a
     * line of its own, so that what was guessed has room beside it in a narrow window. */
    subtitle = g_strdup_printf (_("Guessed:\n%s"), sample);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_guess ? subtitle : sample);
}

static void
field_chosen_cb (ScImportColumns *self,
                 GParamSpec      *pspec,
                 AdwComboRow     *row)
{
  guint selected = adw_combo_row_get_selected (row);
  guint field = selected == 0 || selected > SC_N_IMPORT_FIELDS ? SC_IMPORT_NOTHING : selected - 1;
  guint column = 0;

  g_ptr_array_find (self->rows, row, &column);
  describe_column (row, sc_import_scan_get_column (self->scan, column), FALSE);
  g_signal_emit (self, signals[SIGNAL_FIELD_CHOSEN], 0, column, field);
}

static GListModel *
list_fields (void)
{
  GtkStringList *fields = gtk_string_list_new (NULL);

  gtk_string_list_append (fields, sc_import_field_get_title (SC_IMPORT_NOTHING));
  for (guint i = 0; i < SC_N_IMPORT_FIELDS; i++)
    gtk_string_list_append (fields, sc_import_field_get_title (i));

  return G_LIST_MODEL (fields);
}

static void
add_row (ScImportColumns    *self,
         const ScScanColumn *column,
         ScImportField       field)
{
  g_autoptr (GListModel) fields = list_fields ();
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), column->header);
  describe_column (ADW_COMBO_ROW (row), column, field != SC_IMPORT_NOTHING);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), fields);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), field == SC_IMPORT_NOTHING ? 0 : field + 1);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
sc_import_columns_finalize (GObject *object)
{
  g_ptr_array_unref (SC_IMPORT_COLUMNS (object)->rows);

  G_OBJECT_CLASS (sc_import_columns_parent_class)->finalize (object);
}

static gboolean
sc_import_columns_grab_focus (GtkWidget *widget)
{
  ScImportColumns *self = SC_IMPORT_COLUMNS (widget);

  return self->rows->len > 0 && gtk_widget_grab_focus (self->rows->pdata[0]);
}

static void
sc_import_columns_class_init (ScImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_import_columns_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = sc_import_columns_grab_focus;

  /* A column's number, and the #ScImportField that it is by a person's choice. */
  signals[SIGNAL_FIELD_CHOSEN] =
    g_signal_new ("field-chosen", SC_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
sc_import_columns_init (ScImportColumns *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * sc_import_columns_set_table:
 * @self: the columns of a table
 * @scan: a look at the table, which lasts until there is another
 * @mapping: what they are guessed to be
 *
 * Shows the columns of another table, or what else those of the same one are.
 */
void
sc_import_columns_set_table (ScImportColumns       *self,
                             const ScImportScan    *scan,
                             const ScImportMapping *mapping)
{
  g_return_if_fail (SC_IS_IMPORT_COLUMNS (self));

  sc_group_rows_clear (ADW_PREFERENCES_GROUP (self), self->rows);

  self->scan = scan;
  for (guint i = 0; i < scan->columns->len; i++)
    add_row (self, sc_import_scan_get_column (scan, i), mapping->fields[i]);
}
