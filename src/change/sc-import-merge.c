/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row of a file changes of the deal that it is of. */

#include "change/sc-import-merge-private.h"

#include <string.h>

#include "model/sc-deal-column.h"
#include "model/sc-name.h"
#include "model/sc-version.h"

/**
 * sc_import_is_same_text:
 * @before: (nullable): a text that a deal has
 * @row: what a table says, whose texts have no spaces around them
 *
 * Returns: whether they say the same
 */
gboolean
sc_import_is_same_text (const char *before,
                        const char *row)
{
  g_autofree char *stripped = NULL;

  if (before == NULL || strlen (before) <= strlen (row))
    return g_strcmp0 (before, row) == 0;

  stripped = sc_text_strip (g_strdup (before));

  return g_str_equal (stripped, row);
}

/**
 * sc_import_is_same_name:
 * @before: the name of a company, a person or a user
 * @row: what a table says
 *
 * Returns: whether they are one, however written
 */
gboolean
sc_import_is_same_name (const char *before,
                        const char *row)
{
  return sc_name_equal (before, row) || sc_import_is_same_text (before, row);
}

/**
 * sc_import_is_there:
 * @before: a deal as it is
 * @row: what a file says of it
 *
 * Where the file names no stage, any that fits will do, and a won deal may have come
 * further since.
 *
 * Returns: whether it says nothing of its status that is not so already
 */
gboolean
sc_import_is_there (const ScDeal *before,
                    const ScDeal *row)
{
  if (row->stage_id != NULL && g_strcmp0 (before->stage_id, row->stage_id) != 0)
    return FALSE;
  if (row->status == SC_DEAL_OPEN && row->stage_id != NULL && before->status == SC_DEAL_WON)
    return TRUE;
  if (row->status == SC_DEAL_WON && sc_deal_status_is_client (before->status))
    return TRUE;
  if (row->status == SC_DEAL_LOST && row->stage_id == NULL && before->status == SC_DEAL_ENDED_EARLY)
    return TRUE;

  return before->status == row->status;
}

/**
 * sc_import_keeps_stage:
 * @before: a deal as it is
 * @row: what a file says of it, which names no stage
 *
 * Returns: whether it stays where it is: it is lost where it stood, and goes on from there
 */
gboolean
sc_import_keeps_stage (const ScDeal *before,
                       const ScDeal *row)
{
  return row->status == SC_DEAL_LOST || (row->status == SC_DEAL_OPEN && before->status == SC_DEAL_LOST);
}

static void
merge_name (char    **name,
            char     *said,
            gboolean *is_changed)
{
  if (said == NULL || (*name != NULL && sc_import_is_same_name (*name, said)))
    return;

  *name = said;
  *is_changed = TRUE;
}

static void
merge_contact (char    **contact,
               char     *said,
               gboolean *is_changed)
{
  if (said == NULL || sc_import_is_same_text (*contact, said))
    return;

  *contact = said;
  *is_changed = TRUE;
}

/* Another person has a phone and mail of their own. */
static void
merge_person (ScDeal       *deal,
              const ScDeal *said,
              gboolean     *is_changed)
{
  const char *before = deal->person;

  merge_name (&deal->person, said->person, is_changed);
  if (deal->person != before)
    deal->phone = deal->email = NULL;
  merge_contact (&deal->phone, said->phone, is_changed);
  merge_contact (&deal->email, said->email, is_changed);
}

static gboolean
says (const ScDeal       *row,
      const ScDealColumn *column)
{
  if (column->kind == SC_DEAL_COLUMN_DATE)
    return sc_deal_column_get_date (column, row) != SC_DATE_NONE;

  return sc_deal_column_is_text (column) && sc_deal_column_get_text (column, row) != NULL;
}

static void
merge_plain (const ScDealColumn *column,
             ScDeal             *deal,
             const ScDeal       *row,
             gboolean           *is_changed)
{
  if (!says (row, column) || sc_deal_column_is_same (column, deal, row))
    return;
  if (sc_deal_column_is_text (column)
      && sc_import_is_same_text (sc_deal_column_get_text (column, deal), sc_deal_column_get_text (column, row)))
    return;

  *is_changed = TRUE;
  if (column->kind == SC_DEAL_COLUMN_DATE)
    sc_deal_column_set_date (column, deal, sc_deal_column_get_date (column, row));
  else
    sc_deal_column_lend_text (column, deal, sc_deal_column_get_text (column, row));
}

/**
 * sc_import_merge:
 * @deal: a deal, whose status is the row's already
 * @row: what a file says of it, which lends its texts
 * @is_changed: (inout): set where that changes the deal
 *
 * The deal has what the row says of it; an open one has not been closed, only one that
 * was lost has a reason for it, only a client's was won on some day, and only one that
 * stands on the board is parked.
 */
void
sc_import_merge (ScDeal       *deal,
                 const ScDeal *row,
                 gboolean     *is_changed)
{
  ScDeal said = *row;
  guint n_plain;
  const ScDealColumn *plain = sc_deal_columns_get_all (&n_plain);

  if (deal->status == SC_DEAL_OPEN)
    deal->closed = said.closed = SC_DATE_NONE;
  if (deal->status != SC_DEAL_LOST && deal->status != SC_DEAL_ENDED_EARLY)
    deal->loss_reason = said.loss_reason = NULL;
  if (!sc_deal_status_is_client (deal->status))
    deal->won_on = said.won_on = SC_DATE_NONE;
  if (!sc_deal_status_is_standing (deal->status))
    deal->parked_until = said.parked_until = SC_DATE_NONE;
  for (guint i = 0; i < n_plain; i++)
    merge_plain (&plain[i], deal, &said, is_changed);

  merge_name (&deal->company, said.company, is_changed);
  merge_person (deal, &said, is_changed);
  merge_name (&deal->owner, said.owner, is_changed);
  if (sc_money_is_set (said.value) && !sc_money_equal (deal->value, said.value))
    {
      deal->value = said.value;
      *is_changed = TRUE;
    }
}
