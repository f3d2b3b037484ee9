/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of a sentence, as buttons that open the lists of deals behind them: a row that
 * wraps, with the keyboard and a screen reader as at home in it as a pointer. Told anew, a
 * button that is still wanted stays, with the focus on it. */

#include "insight/sc-insight-offers.h"

struct _ScInsightOffers
{
  AdwBin parent_instance;

  GtkWidget *box;
  /* The button that is told next. */
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (ScInsightOffers, sc_insight_offers, ADW_TYPE_BIN);

static void
sc_insight_offers_class_init (ScInsightOffersClass *klass)
{
}

static void
sc_insight_offers_init (ScInsightOffers *self)
{
  self->box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 0, NULL);
  adw_bin_set_child (ADW_BIN (self), self->box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * sc_insight_offers_new:
 *
 * Returns: (transfer floating): a row without buttons
 */
GtkWidget *
sc_insight_offers_new (void)
{
  return g_object_new (SC_TYPE_INSIGHT_OFFERS, NULL);
}

/**
 * sc_insight_offers_begin:
 * @self: a row
 *
 * Begins to tell it which buttons it has.
 */
void
sc_insight_offers_begin (ScInsightOffers *self)
{
  g_return_if_fail (SC_IS_INSIGHT_OFFERS (self));

  self->next = gtk_widget_get_first_child (self->box);
}

static GtkWidget *
make_button (void)
{
  GtkWidget *button = gtk_button_new_with_label ("");
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link");
  gtk_widget_add_css_class (button, "insight-number");
  /* In a narrow window what a number counts goes on in the next line. */
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (label, 0);

  return button;
}

/**
 * sc_insight_offers_add:
 * @self: a row that was begun
 * @label: what a number counts, with the number
 * @key: its key
 */
void
sc_insight_offers_add (ScInsightOffers *self,
                       const char      *label,
                       const char      *key)
{
  GtkWidget *button = self->next;

  g_return_if_fail (SC_IS_INSIGHT_OFFERS (self));

  if (button != NULL)
    self->next = gtk_widget_get_next_sibling (button);
  else
    {
      button = make_button ();
      adw_wrap_box_append (ADW_WRAP_BOX (self->box), button);
    }
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  /* With a target: without one it would be another action. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "insight.open");
}

/**
 * sc_insight_offers_end:
 * @self: a row that was told which buttons it has
 *
 * Takes off what was not told.
 */
void
sc_insight_offers_end (ScInsightOffers *self)
{
  g_return_if_fail (SC_IS_INSIGHT_OFFERS (self));

  while (self->next != NULL)
    {
      GtkWidget *button = self->next;

      self->next = gtk_widget_get_next_sibling (button);
      adw_wrap_box_remove (ADW_WRAP_BOX (self->box), button);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (self->box) != NULL);
}
