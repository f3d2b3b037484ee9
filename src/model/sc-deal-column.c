/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads, compares and copies a deal's plain fields by their description. */

#include "model/sc-deal-column.h"

#include <glib/gi18n-lib.h>

#define DESCRIBE(name, kind, history, history_title, member, title) \
        { #name, SC_DEAL_COLUMN_ ## kind, G_STRUCT_OFFSET (ScDeal, name), SC_DEAL_COLUMN_ ## history, history_title, \
          member, title },

static const ScDealColumn columns[] = { SC_DEAL_PLAIN_COLUMNS (DESCRIBE) };

/**
 * sc_deal_columns_get_all:
 * @n_columns: (out): how many they are
 *
 * Returns: (array length=n_columns): a deal's plain fields, in the order of the
 *   description
 */
const ScDealColumn *
sc_deal_columns_get_all (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);

  return columns;
}

/**
 * sc_deal_columns_find:
 * @name: a name
 *
 * Returns: (nullable): the plain field of that name
 */
const ScDealColumn *
sc_deal_columns_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].name, name))
      return &columns[i];

  return NULL;
}

/**
 * sc_deal_column_is_text:
 * @self: a field
 *
 * Returns: whether it is a text of any kind
 */
gboolean
sc_deal_column_is_text (const ScDealColumn *self)
{
  return self->kind == SC_DEAL_COLUMN_TEXT || self->kind == SC_DEAL_COLUMN_NAME || self->kind == SC_DEAL_COLUMN_NOTE;
}

/**
 * sc_deal_column_get_text:
 * @self: a field that is a text
 * @deal: a deal
 *
 * Returns: (nullable): the text, %NULL for an empty one as well
 */
const char *
sc_deal_column_get_text (const ScDealColumn *self,
                         const ScDeal       *deal)
{
  const char *text = G_STRUCT_MEMBER (char *, deal, self->offset);

  return text == NULL || *text == '\0' ? NULL : text;
}

/**
 * sc_deal_column_get_date:
 * @self: a field that is a day
 * @deal: a deal
 *
 * Returns: the day
 */
ScDate
sc_deal_column_get_date (const ScDealColumn *self,
                         const ScDeal       *deal)
{
  return G_STRUCT_MEMBER (ScDate, deal, self->offset);
}

/**
 * sc_deal_column_get_instant:
 * @self: a field that is a moment
 * @deal: a deal
 *
 * Returns: the moment
 */
ScInstant
sc_deal_column_get_instant (const ScDealColumn *self,
                            const ScDeal       *deal)
{
  return G_STRUCT_MEMBER (ScInstant, deal, self->offset);
}

/**
 * sc_deal_column_get_share:
 * @self: a field that is a number from 0 to 1
 * @deal: a deal
 *
 * Returns: the number, a negative one for none
 */
double
sc_deal_column_get_share (const ScDealColumn *self,
                          const ScDeal       *deal)
{
  return G_STRUCT_MEMBER (double, deal, self->offset);
}

static char *
share_to_event (double share)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return share < 0 ? NULL : g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.4g", share));
}

/**
 * sc_deal_column_to_event:
 * @self: a field
 * @deal: a deal
 *
 * Returns: (transfer full) (nullable): what the deal has there, as its history
 *   keeps it; %NULL for nothing
 */
char *
sc_deal_column_to_event (const ScDealColumn *self,
                         const ScDeal       *deal)
{
  switch (self->kind)
    {
    case SC_DEAL_COLUMN_DATE:
      return sc_date_to_string (sc_deal_column_get_date (self, deal));
    case SC_DEAL_COLUMN_INSTANT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, sc_deal_column_get_instant (self, deal));
    case SC_DEAL_COLUMN_SHARE:
      return share_to_event (sc_deal_column_get_share (self, deal));
    case SC_DEAL_COLUMN_TEXT:
    case SC_DEAL_COLUMN_NAME:
    case SC_DEAL_COLUMN_NOTE:
    default:
      return g_strdup (sc_deal_column_get_text (self, deal));
    }
}

/**
 * sc_deal_column_is_same:
 * @self: a field
 * @a: a deal
 * @b: another
 *
 * Returns: whether both have the same there
 */
gboolean
sc_deal_column_is_same (const ScDealColumn *self,
                        const ScDeal       *a,
                        const ScDeal       *b)
{
  switch (self->kind)
    {
    case SC_DEAL_COLUMN_DATE:
      return sc_deal_column_get_date (self, a) == sc_deal_column_get_date (self, b);
    case SC_DEAL_COLUMN_INSTANT:
      return sc_deal_column_get_instant (self, a) == sc_deal_column_get_instant (self, b);
    case SC_DEAL_COLUMN_SHARE:
      return !(sc_deal_column_get_share (self, a) < sc_deal_column_get_share (self, b)
               || sc_deal_column_get_share (self, a) > sc_deal_column_get_share (self, b));
    case SC_DEAL_COLUMN_TEXT:
    case SC_DEAL_COLUMN_NAME:
    case SC_DEAL_COLUMN_NOTE:
    default:
      return g_strcmp0 (sc_deal_column_get_text (self, a), sc_deal_column_get_text (self, b)) == 0;
    }
}

/**
 * sc_deal_column_lend_text:
 * @self: a field that is a text
 * @deal: a deal whose texts are all lent to it, so that it is not freed
 * @text: (nullable): a text that lasts as long as it
 */
void
sc_deal_column_lend_text (const ScDealColumn *self,
                          ScDeal             *deal,
                          const char         *text)
{
  G_STRUCT_MEMBER (const char *, deal, self->offset) = text;
}

/**
 * sc_deal_column_set_date:
 * @self: a field that is a day
 * @deal: a deal
 * @date: the day
 */
void
sc_deal_column_set_date (const ScDealColumn *self,
                         ScDeal             *deal,
                         ScDate              date)
{
  G_STRUCT_MEMBER (ScDate, deal, self->offset) = date;
}

/**
 * sc_deal_column_take:
 * @self: a field
 * @deal: a deal
 * @from: another
 *
 * The deal has there what the other one has.
 */
void
sc_deal_column_take (const ScDealColumn *self,
                     ScDeal             *deal,
                     const ScDeal       *from)
{
  double share;

  switch (self->kind)
    {
    case SC_DEAL_COLUMN_DATE:
      G_STRUCT_MEMBER (ScDate, deal, self->offset) = sc_deal_column_get_date (self, from);
      break;
    case SC_DEAL_COLUMN_INSTANT:
      G_STRUCT_MEMBER (ScInstant, deal, self->offset) = sc_deal_column_get_instant (self, from);
      break;
    case SC_DEAL_COLUMN_SHARE:
      share = sc_deal_column_get_share (self, from);
      G_STRUCT_MEMBER (double, deal, self->offset) = share < 0 ? -1 : share;
      break;
    case SC_DEAL_COLUMN_TEXT:
    case SC_DEAL_COLUMN_NAME:
    case SC_DEAL_COLUMN_NOTE:
    default:
      g_set_str (&G_STRUCT_MEMBER (char *, deal, self->offset), G_STRUCT_MEMBER (char *, from, self->offset));
      break;
    }
}
