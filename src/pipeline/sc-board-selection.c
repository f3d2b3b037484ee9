/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals are selected on the board, over all of its columns, and so what is done to
 * them together. */

#include "pipeline/sc-board-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GArray *ids;
  guint n_won;
  guint n_columns; /* in which any are selected */
} Selected;

static gboolean
is_behind_mark (ScBoard *self,
                guint    position)
{
  int mark = sc_version_get_mark_position (self->version);

  return mark >= 0 && (int) position > mark;
}

static Selected
list_selected (ScBoard *self)
{
  Selected selected = { g_array_new (FALSE, FALSE, sizeof (gint64)), 0, 0 };

  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (GArray) ids = sc_stage_column_get_selected_ids (sc_board_get_column (self, i));

      if (ids->len == 0)
        continue;

      g_array_append_vals (selected.ids, ids->data, ids->len);
      selected.n_columns++;
      if (is_behind_mark (self, i))
        selected.n_won += ids->len;
    }

  return selected;
}

/* How many deals are selected. */
guint
sc_board_count_selected (ScBoard *self)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    n += sc_stage_column_get_n_selected (sc_board_get_column (self, i));

  return n;
}

/* Says how many are selected now. */
void
sc_board_tell_several (ScBoard *self)
{
  if (!self->is_selecting_all)
    g_signal_emit_by_name (self, "several", sc_board_count_selected (self));
}

/* Whether deals of more than one column are selected. */
gboolean
sc_board_has_selected_across (ScBoard *self)
{
  Selected selected = list_selected (self);

  g_array_unref (selected.ids);

  return selected.n_columns > 1;
}

/* Has actions be for a deal, or for all that are selected where these are several. Returns
 * whether for several. */
gboolean
sc_board_aim (ScBoard       *self,
              ScDealActions *actions,
              ScDeal        *deal)
{
  Selected selected = list_selected (self);
  g_autoptr (GArray) ids = selected.ids;

  if (ids->len < 2)
    sc_deal_actions_set_deal (actions, deal);
  else if (selected.n_columns > 1)
    sc_deal_actions_set_on_board (actions, deal, ids, selected.n_won);
  else
    sc_deal_actions_set_many (actions, deal, ids);

  return ids->len > 1;
}

/* Which deals stand further down is known once all of a column has been read. */
static gboolean
is_read (ScBoard *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      GListModel *deals = sc_stage_column_get_deals (sc_board_get_column (self, i));

      if (deals == NULL || sc_deal_list_is_loading (SC_DEAL_LIST (deals)))
        return FALSE;
    }

  return TRUE;
}

/* Selects all that the board shows, in all columns, and says how many: not all of them are
 * in view. */
void
sc_board_select_all (ScBoard *self)
{
  g_autofree char *message = NULL;
  guint n;

  if (!is_read (self))
    {
      sc_toast_show (GTK_WIDGET (self), _("Nothing selected: the deals are still being read. Try again in a moment."));
      return;
    }

  self->is_selecting_all = TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    sc_stage_column_select_all (sc_board_get_column (self, i));
  self->is_selecting_all = FALSE;
  sc_board_tell_several (self);

  n = sc_board_count_selected (self);
  message = g_strdup_printf (ngettext ("%u deal selected", "%u deals selected", n), n);
  sc_toast_show (GTK_WIDGET (self), message);
}

/* Of one column alone deals stay selected. */
void
sc_board_unselect_others (ScBoard       *self,
                          ScStageColumn *column)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (self->columns->pdata[i] != column)
      sc_stage_column_unselect (self->columns->pdata[i]);
}
