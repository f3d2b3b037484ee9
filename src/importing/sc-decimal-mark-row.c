/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which mark stands in front of decimals, of a table's amounts that can be
 * read in two ways, and shows how the first of them are read then. */

#include "importing/sc-decimal-mark-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many amounts are shown as examples. */
#define N_EXAMPLES 3

struct _ScDecimalMarkRow
{
  AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE (ScDecimalMarkRow, sc_decimal_mark_row, ADW_TYPE_COMBO_ROW)

static void
sc_decimal_mark_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_DECIMAL_MARK_ROW);

  G_OBJECT_CLASS (sc_decimal_mark_row_parent_class)->dispose (object);
}

static void
sc_decimal_mark_row_class_init (ScDecimalMarkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_decimal_mark_row_dispose;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/stagecraft/Stagecraft/importing/sc-decimal-mark-row.ui");
}

static void
sc_decimal_mark_row_init (ScDecimalMarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_amount (const ScImportMapping *mapping,
                 const GStrv            row,
                 guint                  column)
{
  ScDecimalMark mark = mapping->decimal_marks[column];
  int currency_column = sc_import_mapping_find_column (mapping, SC_IMPORT_CURRENCY);
  g_autofree char *text = NULL;
  char currency[4];
  ScMoney amount;

  sc_import_choose_currency (currency_column >= 0 ? row[currency_column] : "", mapping->currency, currency);
  if (mark == SC_DECIMAL_MARK_UNKNOWN
      || sc_import_read_amount (row[column], currency, mark, &amount) != SC_AMOUNT_READ)
    return g_strdup (row[column]);

  text = sc_money_to_text (amount);

  /* Translators: the first %s is an amount as a table has it, the second as it comes in. */
  return g_strdup_printf (_("%1$s is %2$s"), row[column], text);
}

static void
show_examples (ScDecimalMarkRow      *self,
               const ScImportMapping *mapping,
               const ScImportScan    *scan,
               guint                  column)
{
  g_autoptr (GStrvBuilder) examples = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *subtitle = NULL;
  guint n_examples = 0;

  for (guint i = 0; i < scan->rows->len && n_examples < N_EXAMPLES; i++)
    {
      GStrv row = scan->rows->pdata[i];

      if (strpbrk (row[column], ".,") == NULL)
        continue;
      g_strv_builder_take (examples, describe_amount (mapping, row, column));
      n_examples++;
    }

  list = g_strv_builder_end (examples);
  subtitle = n_examples > 0 ? g_strjoinv ("\n", list)
             : g_strdup (sc_import_scan_get_column (scan, column)->amounts.example);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

/**
 * sc_decimal_mark_row_take:
 * @self: a row
 * @mapping: a mapping with its fields and its currency
 * @scan: a look at the table
 *
 * Sets the decimal marks of @mapping by what its amounts tell, and by what is
 * chosen where that is not enough; the row shows itself only then.
 */
void
sc_decimal_mark_row_take (ScDecimalMarkRow   *self,
                          ScImportMapping    *mapping,
                          const ScImportScan *scan)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  int unclear;

  g_return_if_fail (SC_IS_DECIMAL_MARK_ROW (self));

  sc_import_mapping_take_decimal_marks (mapping, scan, SC_DECIMAL_MARK_UNKNOWN);
  unclear = sc_import_mapping_find_unclear_amounts (mapping, scan);
  gtk_widget_set_visible (GTK_WIDGET (self), unclear >= 0);
  if (unclear < 0)
    return;

  if (selected < SC_N_DECIMAL_MARKS)
    sc_import_mapping_take_decimal_marks (mapping, scan, (ScDecimalMark) selected);
  show_examples (self, mapping, scan, (guint) unclear);
}
