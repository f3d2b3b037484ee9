/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How wide the columns of the board are: where there are more than seven, as wide as seven
 * of them fill it, and all as wide as a card can be read at. */

#include "pipeline/sc-board-private.h"

#define N_ABREAST 7

/* What the board has around its columns, and what stands between them, as in its style
 * and its interface file. */
#define PADDING 18
#define SPACING 4

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

/* Asks for columns of a seventh of the board. */
void
sc_board_fit_columns (ScBoard *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);
  int room = (int) gtk_adjustment_get_page_size (adjustment) - PADDING - (N_ABREAST - 1) * SPACING - get_mark_width (self);
  int width = self->is_narrow ? -1 : MAX (room / N_ABREAST, 0);

  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_set_size_request (self->columns->pdata[i], width, -1);
}

/* Has the columns follow the width of the board. */
void
sc_board_install_width (ScBoard *self)
{
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size",
                           G_CALLBACK (sc_board_fit_columns), self, G_CONNECT_SWAPPED);
}
