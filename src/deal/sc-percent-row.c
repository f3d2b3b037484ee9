/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for a share of 100 percent, or for none. */

#include "deal/sc-percent-row.h"

#include <math.h>

struct _ScPercentRow
{
  ScFieldRow parent_instance;
};

G_DEFINE_FINAL_TYPE (ScPercentRow, sc_percent_row, SC_TYPE_FIELD_ROW);

static gboolean
parse (const char *text,
       double     *share)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text), "%,", ' '));
  char *end = NULL;
  double percent;

  *share = -1;
  if (plain[0] == '\0')
    return TRUE;

  percent = g_ascii_strtod (plain, &end);
  if (*end != '\0' || isnan (percent) || percent < 0 || percent > 100)
    return FALSE;

  *share = percent / 100;

  return TRUE;
}

static gboolean
sc_percent_row_check (ScFieldRow *row,
                      const char *text)
{
  double share;

  return parse (text, &share);
}

static gboolean
sc_percent_row_means (ScFieldRow *row,
                      const char *typed,
                      const char *value)
{
  double a, b;

  return parse (typed, &a) && parse (value, &b) && a == b;
}

static void
sc_percent_row_class_init (ScPercentRowClass *klass)
{
  SC_FIELD_ROW_CLASS (klass)->check = sc_percent_row_check;
  SC_FIELD_ROW_CLASS (klass)->means = sc_percent_row_means;
}

static void
sc_percent_row_init (ScPercentRow *self)
{
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self), GTK_INPUT_PURPOSE_NUMBER);
}

/**
 * sc_percent_row_new:
 *
 * Returns: (transfer floating): a field for a share
 */
GtkWidget *
sc_percent_row_new (void)
{
  return g_object_new (SC_TYPE_PERCENT_ROW, NULL);
}

/**
 * sc_percent_row_set_share:
 * @self: a field
 * @share: what is saved, 0 to 1, or a negative number for none
 */
void
sc_percent_row_set_share (ScPercentRow *self,
                          double        share)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SC_IS_PERCENT_ROW (self));

  text = share < 0 ? g_strdup ("") : g_strdup_printf ("%d", (int) lround (share * 100));
  sc_field_row_set_value (SC_FIELD_ROW (self), text);
}

/**
 * sc_percent_row_get_share:
 * @self: a field
 *
 * Returns: what is typed, 0 to 1, or a negative number for none
 */
double
sc_percent_row_get_share (ScPercentRow *self)
{
  double share;

  g_return_val_if_fail (SC_IS_PERCENT_ROW (self), -1);

  return parse (gtk_editable_get_text (GTK_EDITABLE (self)), &share) ? share : -1;
}
