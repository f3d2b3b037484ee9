/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 04/05/2026 is a day of May or of April. Which of them is never guessed from
 * one date: only a date that has no second reading (31/05/2026) tells it for
 * its column. */

#include "exchange/sc-date-order.h"

#include <string.h>

static const char *const ids[SC_N_DATE_ORDERS] = { "", "ymd", "dmy", "mdy" };

/* Where year, month and day stand. */
static const guint8 places[SC_N_DATE_ORDERS][3] = {
  [SC_DATE_ORDER_YMD] = { 0, 1, 2 },
  [SC_DATE_ORDER_DMY] = { 2, 1, 0 },
  [SC_DATE_ORDER_MDY] = { 2, 0, 1 },
};

#define ORDER_BIT(order) (1u << (order))
#define ALL_ORDERS (ORDER_BIT (SC_DATE_ORDER_YMD) | ORDER_BIT (SC_DATE_ORDER_DMY) | ORDER_BIT (SC_DATE_ORDER_MDY))

/* Two different orders of three share no product. */
#define PAIR_BIT(a, b) (1u << ((a) * (b)))

/**
 * sc_date_order_get_id:
 * @order: an order
 *
 * Returns: its name on the command line, such as `dmy`; empty for none
 */
const char *
sc_date_order_get_id (ScDateOrder order)
{
  g_return_val_if_fail (order < SC_N_DATE_ORDERS, NULL);

  return ids[order];
}

/**
 * sc_date_order_from_id:
 * @id: a name as sc_date_order_get_id() gives it
 * @order: (out): the order
 *
 * Returns: whether there is such an order
 */
gboolean
sc_date_order_from_id (const char  *id,
                       ScDateOrder *order)
{
  for (guint i = SC_DATE_ORDER_YMD; i < SC_N_DATE_ORDERS; i++)
    if (g_str_equal (id, ids[i]))
      {
        *order = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
is_time (const char *text)
{
  if (*text != ' ' && *text != 'T' && *text != ',')
    return *text == '\0';

  return strspn (text, " T,0123456789:.+-ZAPMapm") == strlen (text);
}

/* Three numbers with the same sign between them, and perhaps a time behind. */
static gboolean
split (const char *text,
       guint       numbers[3],
       guint       n_digits[3])
{
  const char *p = text + strspn (text, " ");
  char sign = '\0';

  for (guint i = 0; i < 3; i++)
    {
      n_digits[i] = (guint) strspn (p, "0123456789");
      if (n_digits[i] == 0 || n_digits[i] > 4)
        return FALSE;
      numbers[i] = 0;
      for (guint j = 0; j < n_digits[i]; j++)
        numbers[i] = numbers[i] * 10 + (guint) (p[j] - '0');
      p += n_digits[i];
      if (i == 2)
        break;
      if (*p == '\0' || strchr ("-/.", *p) == NULL || (sign != '\0' && *p != sign))
        return FALSE;
      sign = *p++;
    }

  return is_time (p);
}

static ScDate
read_in_order (ScDateOrder order,
               const guint numbers[3],
               const guint n_digits[3])
{
  guint place = places[order][0];
  guint year = numbers[place];

  if (n_digits[place] == 2)
    year += 2000;
  else if (n_digits[place] != 4)
    return SC_DATE_NONE;
  if (n_digits[places[order][1]] > 2 || n_digits[places[order][2]] > 2)
    return SC_DATE_NONE;

  return sc_date_new (year, numbers[places[order][1]], numbers[places[order][2]]);
}

/**
 * sc_date_order_read:
 * @order: how the numbers follow each other
 * @text: a date, perhaps with a time behind it, which is left out
 * @date: (out): the date
 *
 * Returns: whether @text is a date in this order, or with a year of four
 *   digits in front
 */
gboolean
sc_date_order_read (ScDateOrder order,
                    const char *text,
                    ScDate     *date)
{
  guint numbers[3], n_digits[3];

  if (!split (text, numbers, n_digits))
    return FALSE;
  if (n_digits[0] == 4)
    order = SC_DATE_ORDER_YMD;
  if (order == SC_DATE_ORDER_UNKNOWN)
    return FALSE;

  *date = read_in_order (order, numbers, n_digits);

  return *date != SC_DATE_NONE;
}

static void
compare_readings (ScDateEvidence *self,
                  const ScDate    dates[SC_N_DATE_ORDERS],
                  const char     *text)
{
  for (guint i = SC_DATE_ORDER_YMD; i < SC_N_DATE_ORDERS; i++)
    for (guint j = i + 1; j < SC_N_DATE_ORDERS; j++)
      if (dates[i] != SC_DATE_NONE && dates[j] != SC_DATE_NONE && dates[i] != dates[j])
        {
          self->differing |= PAIR_BIT (i, j);
          if (self->example[0] == '\0')
            g_strlcpy (self->example, text, sizeof self->example);
        }
}

/**
 * sc_date_evidence_add:
 * @self: what is known so far; zeros at first
 * @text: one more text of the column
 *
 * Takes a text into account; an empty one tells nothing.
 */
void
sc_date_evidence_add (ScDateEvidence *self,
                      const char     *text)
{
  ScDate dates[SC_N_DATE_ORDERS] = { 0 };
  guint numbers[3], n_digits[3];
  guint orders = 0;

  if (*text == '\0')
    return;
  if (!split (text, numbers, n_digits))
    {
      self->n_others++;
      return;
    }

  for (guint i = SC_DATE_ORDER_YMD; i < SC_N_DATE_ORDERS; i++)
    {
      dates[i] = read_in_order (i, numbers, n_digits);
      if (dates[i] != SC_DATE_NONE)
        orders |= ORDER_BIT (i);
    }
  if (orders == 0)
    {
      self->n_others++;
      return;
    }

  /* One with the year in front tells nothing about others. */
  if (n_digits[0] != 4)
    self->orders = self->orders == 0 ? orders | 1 : self->orders & (orders | 1);
  self->n_dates++;
  if (sc_date_evidence_contradicts (self) && self->example[0] == '\0')
    g_strlcpy (self->example, text, sizeof self->example);
  compare_readings (self, dates, text);
}

/**
 * sc_date_evidence_contradicts:
 * @self: what a column tells
 *
 * Returns: whether no order fits all of its dates
 */
gboolean
sc_date_evidence_contradicts (const ScDateEvidence *self)
{
  return self->orders != 0 && (self->orders & ALL_ORDERS) == 0;
}

/**
 * sc_date_evidence_get_order:
 * @self: what a column tells
 * @order: (out): the order that its dates are in
 *
 * Returns: whether the column tells it; %FALSE where some date can be read in
 *   two ways and no other date decides, or where dates contradict each other
 */
gboolean
sc_date_evidence_get_order (const ScDateEvidence *self,
                            ScDateOrder          *order)
{
  guint orders = self->orders & ALL_ORDERS;

  *order = SC_DATE_ORDER_YMD;
  if (self->orders == 0)
    return TRUE;
  if (orders == 0)
    return FALSE;

  for (guint i = SC_DATE_ORDER_YMD; i < SC_N_DATE_ORDERS; i++)
    for (guint j = i + 1; j < SC_N_DATE_ORDERS; j++)
      if ((orders & ORDER_BIT (i)) != 0 && (orders & ORDER_BIT (j)) != 0 && (self->differing & PAIR_BIT (i, j)) != 0)
        return FALSE;

  for (guint i = SC_DATE_ORDER_YMD; i < SC_N_DATE_ORDERS; i++)
    if ((orders & ORDER_BIT (i)) != 0)
      {
        *order = i;
        return TRUE;
      }

  return FALSE;
}
