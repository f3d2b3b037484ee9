/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How wide the columns of the board are: where there are more than seven, as wide as seven
 * of them fill it, and all as wide as a card can be read at. One in which a deal is typed has
 * the room for its line. */

#include "pipeline/sc-board-private.h"

#include <adwaita.h>

#include "toolkit/sc-into-view.h"

#define N_ABREAST 7

/* What the board has around its columns, and what stands between them, as in its style
 * and its interface file. */
#define PADDING 18
#define SPACING 4

/* So wide that a line with a title, a company, an amount and a step can be seen whole. */
#define ADDING_SP 360

static int
get_mark_width (ScBoard *self)
{
  int width = 0;

  for (guint i = 0; i < self->marks->len; i++)
    {
      int natural;

      gtk_widget_measure (self->marks->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      width += natural + SPACING;
    }

  return width;
}

/* As large as text is, and no wider than the board. */
static int
get_adding_width (ScBoard *self,
                  int      page)
{
  double width = adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, ADDING_SP, gtk_widget_get_settings (GTK_WIDGET (self)));

  return MIN ((int) width, page - PADDING);
}

/* Asks for columns of a seventh of the board. */
void
sc_board_fit_columns (ScBoard *self)
{
  int page = (int) gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (self->scroller));
  int room = page - PADDING - (N_ABREAST - 1) * SPACING - get_mark_width (self);
  int width = MAX (room / N_ABREAST, 0);

  for (guint i = 0; i < self->columns->len; i++)
    {
      ScStageColumn *column = sc_board_get_column (self, i);
      int wanted = sc_stage_column_is_adding (column) ? MAX (width, get_adding_width (self, page)) : width;

      gtk_widget_set_size_request (GTK_WIDGET (column), self->is_narrow ? -1 : wanted, -1);
    }
}

/* Makes room for the line of a column that has opened, or takes it back. */
void
sc_board_adding_cb (ScBoard       *self,
                    ScStageColumn *column)
{
  sc_board_fit_columns (self);
  if (sc_stage_column_is_adding (column) && !self->is_narrow)
    sc_into_view_bring (GTK_WIDGET (column));
}

/* Has the columns follow the width of the board. */
void
sc_board_install_width (ScBoard *self)
{
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size",
                           G_CALLBACK (sc_board_fit_columns), self, G_CONNECT_SWAPPED);
}
