/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of a process's deals as of a day: what figures are made of. They are read
 * once, and figures are made of them without asking the database again. */

#include "store/sc-fates.h"

/**
 * sc_fates_new:
 * @as_of: a day
 *
 * Returns: (transfer full): what became of no deals as of that day
 */
ScFates *
sc_fates_new (ScDate as_of)
{
  ScFates *self = g_new0 (ScFates, 1);

  self->as_of = as_of;
  self->list = g_array_new (FALSE, TRUE, sizeof (ScFate));
  self->texts = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * sc_fates_get_text:
 * @self: what became of deals
 * @number: a text's number
 *
 * Returns: (nullable): the text; %NULL for 0
 */
const char *
sc_fates_get_text (const ScFates *self,
                   guint          number)
{
  return number > 0 ? self->texts->pdata[number - 1] : NULL;
}

/**
 * sc_fates_find:
 * @self: what became of deals
 * @deal_id: a deal
 *
 * Returns: its place in the list, or %G_MAXUINT where it is not there
 */
guint
sc_fates_find (const ScFates *self,
               gint64         deal_id)
{
  guint low = 0, high = self->list->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 id = g_array_index (self->list, ScFate, middle).deal_id;

      if (id == deal_id)
        return middle;
      if (id < deal_id)
        low = middle + 1;
      else
        high = middle;
    }

  return G_MAXUINT;
}

/**
 * sc_fates_find_first_start:
 * @self: what became of deals
 *
 * Returns: when the first of them was started, the day itself where none was
 */
ScDate
sc_fates_find_first_start (const ScFates *self)
{
  ScDate first = self->as_of;

  for (guint i = 0; i < self->list->len; i++)
    {
      ScDate started = g_array_index (self->list, ScFate, i).started;

      if (started != SC_DATE_NONE)
        first = MIN (first, started);
    }

  return first;
}

/**
 * sc_fates_free:
 * @self: (transfer full): what became of deals
 */
void
sc_fates_free (ScFates *self)
{
  g_array_unref (self->list);
  g_ptr_array_unref (self->texts);
  g_free (self);
}
