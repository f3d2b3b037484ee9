/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells in which order the dates of a table have day, month and year, where they can
 * tell it. */

#pragma once

#include "model/sc-date.h"

G_BEGIN_DECLS

/* How the numbers of a date follow each other. A year of four digits that
 * stands first tells itself. */
typedef enum {
  SC_DATE_ORDER_UNKNOWN,
  SC_DATE_ORDER_YMD,
  SC_DATE_ORDER_DMY,
  SC_DATE_ORDER_MDY,
} ScDateOrder;

#define SC_N_DATE_ORDERS (SC_DATE_ORDER_MDY + 1)

/**
 * ScDateEvidence:
 * @has_dates: whether a text is a date
 * @has_others: whether one is something else
 * @orders: a bit for each order in which all the dates can be read
 * @differing: a bit for each pair of orders that read some date differently
 * @example: such a date
 *
 * What the texts of a column tell about their order.
 */
typedef struct {
  gboolean has_dates;
  gboolean has_others;
  guint orders;
  guint differing;
  char example[48];
} ScDateEvidence;

const char *sc_date_order_get_id (ScDateOrder order);
gboolean sc_date_order_from_id (const char  *id,
                                ScDateOrder *order);
gboolean sc_date_order_read (ScDateOrder order,
                             const char *text,
                             ScDate     *date);

void sc_date_evidence_add (ScDateEvidence *self,
                           const char     *text);
gboolean sc_date_evidence_contradicts (const ScDateEvidence *self);
gboolean sc_date_evidence_get_order (const ScDateEvidence *self,
                                     ScDateOrder          *order);

G_END_DECLS
