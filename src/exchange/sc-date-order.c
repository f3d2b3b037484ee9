/* SPDX-License-Identifier: GPL-3.0-or-later */

/* 04/05/2026 is a day of May or of April. Which of them is never guessed from
 * one date: only a date that has no second reading (31/05/2026) tells it for
 * its column. */

#include "exchange/sc-date-order.h"

#include "exchange/sc-date-parts.h"

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

static ScDate
read_in_order (ScDateOrder        order,
               const ScDateParts *parts)
{
  const guint8 *place = places[order];
  guint year = parts->numbers[place[0]];

  if (parts->n_digits[place[1]] > 2 || parts->n_digits[place[2]] > 2)
    return SC_DATE_NONE;
  if (parts->n_digits[place[0]] == 2)
    year = sc_date_complete_year (year);
  else if (parts->n_digits[place[0]] != 4)
    return SC_DATE_NONE;

  return sc_date_new (year, parts->numbers[place[1]], parts->numbers[place[2]]);
}

/**
 * sc_date_order_read:
 * @order: how the numbers follow each other
 * @text: a date, perhaps with a time behind it, which is left out
 * @date: (out): the date
 *
 * Returns: whether @text is a date in this order, or one that can be read in one
 *   way only: with a year of four digits in front, or with the month's name
 */
gboolean
sc_date_order_read (ScDateOrder order,
                    const char *text,
                    ScDate     *date)
{
  ScDateParts parts;

  if (!sc_date_parts_cut (&parts, text))
    return FALSE;
  if (parts.n_digits[0] == 4)
    order = SC_DATE_ORDER_YMD;
  if (order == SC_DATE_ORDER_UNKNOWN)
    return FALSE;

  *date = read_in_order (order, &parts);

  return *date != SC_DATE_NONE;
}

/* The first one; what is cut off is the time's end. */
static void
keep_example (ScDateEvidence *self,
              const char     *text)
{
  const char *end;

  if (self->example[0] != '\0')
    return;

  g_strlcpy (self->example, text, sizeof self->example);
  g_utf8_validate (self->example, -1, &end);
  self->example[end - self->example] = '\0';
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
          keep_example (self, text);
        }
}

/**
 * sc_date_evidence_add:
 * @self: what is known so far; zeros at first
 * @text: one more text of the column
 *
 * Takes a text into account; an empty one tells nothing, and no text tells more when it
 * comes again.
 */
void
sc_date_evidence_add (ScDateEvidence *self,
                      const char     *text)
{
  ScDate dates[SC_N_DATE_ORDERS] = { 0 };
  ScDateParts parts;
  guint orders = 0;

  if (*text == '\0')
    return;
  if (!sc_date_parts_cut (&parts, text))
    {
      self->has_others = TRUE;
      return;
    }

  for (guint i = SC_DATE_ORDER_YMD; i < SC_N_DATE_ORDERS; i++)
    {
      dates[i] = read_in_order (i, &parts);
      if (dates[i] != SC_DATE_NONE)
        orders |= ORDER_BIT (i);
    }
  if (orders == 0)
    {
      self->has_others = TRUE;
      return;
    }

  /* One with the year in front tells nothing about others. */
  if (parts.n_digits[0] != 4)
    self->orders = self->orders == 0 ? orders | 1 : self->orders & (orders | 1);
  self->has_dates = TRUE;
  if (sc_date_evidence_contradicts (self))
    keep_example (self, text);
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
