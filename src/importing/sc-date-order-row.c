/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks how the dates of a table are written that can be read in more than one way, and
 * shows one of them as it is read then. Its choices are those of #ScDateOrder. */

#include "importing/sc-date-order-row.h"

#include <glib/gi18n-lib.h>

struct _ScDateOrderRow
{
  AdwComboRow parent_instance;
};

G_DEFINE_FINAL_TYPE (ScDateOrderRow, sc_date_order_row, ADW_TYPE_COMBO_ROW);

static void
sc_date_order_row_class_init (ScDateOrderRowClass *klass)
{
}

static void
sc_date_order_row_init (ScDateOrderRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static void
show_example (ScDateOrderRow *self,
              ScDateOrder     order,
              const char     *example)
{
  g_autofree char *subtitle = NULL;
  ScDate date;

  if (sc_date_order_read (order, example, &date))
    {
      g_autofree char *reading = sc_date_spell_out (date);

      /* Translators: the first %s is a date as a table has it, the second the same spelled out. */
      subtitle = g_strdup_printf (_("%1$s is read as %2$s"), example, reading);
    }
  else
    {
      subtitle = g_strdup_printf (_("For example: %s"), example);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
}

/**
 * sc_date_order_row_take:
 * @self: a row
 * @mapping: a mapping with its fields
 * @scan: a look at the table
 *
 * Sets the orders of @mapping by what its dates tell, and by what is chosen where that
 * is not enough; the row shows itself only then.
 */
void
sc_date_order_row_take (ScDateOrderRow     *self,
                        ScImportMapping    *mapping,
                        const ScImportScan *scan)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  int unclear;

  g_return_if_fail (SC_IS_DATE_ORDER_ROW (self));

  sc_import_mapping_take_orders (mapping, scan, SC_DATE_ORDER_UNKNOWN);
  unclear = sc_import_mapping_find_unclear (mapping, scan);
  gtk_widget_set_visible (GTK_WIDGET (self), unclear >= 0);
  if (unclear < 0)
    return;

  if (selected > 0 && selected < SC_N_DATE_ORDERS)
    sc_import_mapping_take_orders (mapping, scan, (ScDateOrder) selected);
  show_example (self, (ScDateOrder) selected, sc_import_scan_get_column (scan, (guint) unclear)->dates.example);
}
