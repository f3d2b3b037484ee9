/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The deals of a column that are parked: counted below the others, and on show in
 * their place as long as the count is pressed. */

#include "pipeline/sc-stage-column-private.h"

#include <glib/gi18n-lib.h>

/* Whichever are on show, the button says what it leads to. */
static void
describe (ScStageColumn *self)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->parked_button),
                               gtk_toggle_button_get_active (self->parked_button) ? _("Show the Deals at Work")
                                                                                  : _("Show the Parked Deals"));
}

static void
parked_toggled_cb (ScStageColumn *self)
{
  describe (self);
  if (self->store != NULL)
    {
      g_autoptr (ScDealQuery) query = sc_deal_query_copy (self->query);

      query->parked = self->shows_parked ? SC_PARKED_ONLY : SC_PARKED_NOT;
      sc_stage_column_set_query (self, self->store, query);
    }
}

/* Declares what the template has for parked deals. */
void
sc_stage_column_bind_parked (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ScStageColumn, parked_button);
  gtk_widget_class_bind_template_callback (widget_class, parked_toggled_cb);
}

/* Which deals the column has. */
ScParked
sc_stage_column_get_parked (ScStageColumn *self)
{
  return gtk_toggle_button_get_active (self->parked_button) ? SC_PARKED_ONLY : SC_PARKED_NOT;
}

/* The deals at work are on show, for one that comes to stand among them. */
void
sc_stage_column_hide_parked (ScStageColumn *self)
{
  gtk_toggle_button_set_active (self->parked_button, FALSE);
}

/* How many are parked. Where none is any more, the others are on show. */
void
sc_stage_column_set_n_parked (ScStageColumn *self,
                              guint          n_parked)
{
  g_autofree char *label = g_strdup_printf (ngettext ("%'u parked", "%'u parked", n_parked), n_parked);
  gboolean had_focus = gtk_widget_is_focus (GTK_WIDGET (self->parked_button));

  gtk_button_set_label (GTK_BUTTON (self->parked_button), label);
  gtk_widget_set_visible (GTK_WIDGET (self->parked_button), n_parked > 0);
  describe (self);
  if (n_parked > 0)
    return;

  sc_stage_column_hide_parked (self);
  if (had_focus && !sc_stage_column_focus (self))
    gtk_widget_grab_focus (self->add_button);
}
