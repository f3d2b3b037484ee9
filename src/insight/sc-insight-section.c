/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of the Insight view, which is read from top to bottom: a title, sentences and charts.
 * It is told anew what it has each time figures come; what it has already stays where it is,
 * with the focus and the open table in it, and what isn't told any more goes. */

#include "insight/sc-insight-section.h"

#include <glib/gi18n-lib.h>

#include "charts/sc-chart-card.h"
#include "charts/sc-help-button.h"
#include "insight/sc-insight-offers.h"

struct _ScInsightSection
{
  GtkBox parent_instance;

  GtkWidget *title;
  /* Of what is told at present: by id the widgets, and the last one. */
  GHashTable *parts;
  GHashTable *told;
  GtkWidget *last;
  /* Of the part that is told at present, where it can have buttons. */
  ScInsightOffers *offers;
};

G_DEFINE_FINAL_TYPE (ScInsightSection, sc_insight_section, GTK_TYPE_BOX);

static void
opened_cb (ScInsightSection *self,
           const char       *key)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "insight.open", "s", key);
}

static void
end_offers (ScInsightSection *self)
{
  if (self->offers != NULL)
    sc_insight_offers_end (self->offers);
  self->offers = NULL;
}

static void
begin_offers (ScInsightSection *self,
              GtkWidget        *part)
{
  self->offers = SC_INSIGHT_OFFERS (gtk_widget_get_last_child (part));
  sc_insight_offers_begin (self->offers);
}

/* The part with an id, behind those that were told before it. */
static GtkWidget *
need_part (ScInsightSection *self,
           const char       *id,
           GtkWidget *(*make)(ScInsightSection *self))
{
  GtkWidget *part = g_hash_table_lookup (self->parts, id);

  end_offers (self);
  if (part == NULL)
    {
      part = make (self);
      gtk_box_append (GTK_BOX (self), part);
      g_hash_table_insert (self->parts, g_strdup (id), part);
    }
  gtk_box_reorder_child_after (GTK_BOX (self), part, self->last);
  self->last = part;
  g_hash_table_add (self->told, g_strdup (id));

  return part;
}

static GtkWidget *
make_label (void)
{
  return g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "hexpand", TRUE, NULL);
}

static GtkWidget *
make_sentence (ScInsightSection *self)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = make_label ();

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), sc_help_button_new ());
  gtk_box_append (GTK_BOX (part), box);
  gtk_box_append (GTK_BOX (part), sc_insight_offers_new ());

  return part;
}

static GtkWidget *
make_headline (ScInsightSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  static const char *const classes[] = { "caption-heading", "title-1", "dimmed" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *label = make_label ();

      gtk_widget_add_css_class (label, classes[i]);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (box), sc_insight_offers_new ());

  return box;
}

static GtkWidget *
make_card (ScInsightSection *self)
{
  GtkWidget *card = sc_chart_card_new ();

  g_signal_connect_object (card, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);

  return card;
}

static void
sc_insight_section_dispose (GObject *object)
{
  ScInsightSection *self = SC_INSIGHT_SECTION (object);

  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_pointer (&self->told, g_hash_table_unref);

  G_OBJECT_CLASS (sc_insight_section_parent_class)->dispose (object);
}

static void
sc_insight_section_class_init (ScInsightSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_insight_section_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_REGION);
}

static void
sc_insight_section_init (ScInsightSection *self)
{
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->title = make_label ();
  self->last = self->title;
  gtk_widget_add_css_class (self->title, "title-2");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), self->title);
}

/**
 * sc_insight_section_new:
 * @title: (nullable): what it is about; the first one needs none
 *
 * Returns: (transfer floating): a section with nothing in it
 */
GtkWidget *
sc_insight_section_new (const char *title)
{
  ScInsightSection *self = g_object_new (SC_TYPE_INSIGHT_SECTION, NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_widget_set_visible (self->title, title != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : _("In Short"), -1);

  return GTK_WIDGET (self);
}

/**
 * sc_insight_section_begin:
 * @self: a section
 *
 * Begins to tell it what it has.
 */
void
sc_insight_section_begin (ScInsightSection *self)
{
  g_return_if_fail (SC_IS_INSIGHT_SECTION (self));

  g_hash_table_remove_all (self->told);
  self->offers = NULL;
  self->last = self->title;
}

/**
 * sc_insight_section_say:
 * @self: a section that was begun
 * @id: what the sentence is of
 * @text: (nullable): the sentence; where there is none or it is empty, nothing is said
 * @help: (nullable): how it was worked out; if %NULL, the button for it is not shown
 */
void
sc_insight_section_say (ScInsightSection *self,
                        const char       *id,
                        const char       *text,
                        const char       *help)
{
  GtkWidget *part, *label, *button;

  g_return_if_fail (SC_IS_INSIGHT_SECTION (self));

  if (text == NULL || *text == '\0')
    return;

  part = need_part (self, id, make_sentence);
  label = gtk_widget_get_first_child (gtk_widget_get_first_child (part));
  button = gtk_widget_get_next_sibling (label);
  begin_offers (self, part);
  gtk_label_set_label (GTK_LABEL (label), text);
  sc_help_button_set_text (SC_HELP_BUTTON (button), help);
}

/**
 * sc_insight_section_headline:
 * @self: a section that was begun
 * @id: what the figure is of
 * @caption: what it is
 * @figure: the figure
 * @below: how it has changed, or why there is none
 */
void
sc_insight_section_headline (ScInsightSection *self,
                             const char       *id,
                             const char       *caption,
                             const char       *figure,
                             const char       *below)
{
  GtkWidget *part, *label;
  const char *const texts[] = { caption, figure, below };

  g_return_if_fail (SC_IS_INSIGHT_SECTION (self));

  part = need_part (self, id, make_headline);
  label = gtk_widget_get_first_child (part);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++, label = gtk_widget_get_next_sibling (label))
    {
      gtk_label_set_text (GTK_LABEL (label), texts[i]);
      gtk_widget_set_visible (label, *texts[i] != '\0');
    }
  begin_offers (self, part);
}

/**
 * sc_insight_section_count:
 * @self: a section that was told a sentence or a headline just now
 * @what: what a number of it counts
 * @n: the number; none opens no list
 * @key: (transfer full): its key
 *
 * Has the number open the list of deals behind it.
 */
void
sc_insight_section_count (ScInsightSection *self,
                          const char       *what,
                          guint             n,
                          char             *key)
{
  g_autofree char *owned = key;
  g_autofree char *number = g_strdup_printf ("%'u", n);
  /* Translators: a button that opens a list of deals: what they are, and how many. */
  g_autofree char *label = g_strdup_printf (C_("deals behind a number", "%1$s: %2$s"), what, number);

  g_return_if_fail (SC_IS_INSIGHT_SECTION (self));

  if (n > 0 && self->offers != NULL)
    sc_insight_offers_add (self->offers, label, owned);
}

/**
 * sc_insight_section_show:
 * @self: a section that was begun
 * @id: what the chart is of
 * @chart: the chart
 * @help: (nullable): how it was worked out
 */
void
sc_insight_section_show (ScInsightSection *self,
                         const char       *id,
                         ScChart          *chart,
                         const char       *help)
{
  g_return_if_fail (SC_IS_INSIGHT_SECTION (self));

  sc_chart_card_show (SC_CHART_CARD (need_part (self, id, make_card)), chart, help);
}

/**
 * sc_insight_section_need:
 * @self: a section that was begun
 * @id: what the widget is of
 * @make: makes it where it is not there yet
 *
 * For what is more than sentences and charts.
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
sc_insight_section_need (ScInsightSection *self,
                         const char       *id,
                         GtkWidget *(*make)(ScInsightSection *self))
{
  g_return_val_if_fail (SC_IS_INSIGHT_SECTION (self), NULL);

  return need_part (self, id, make);
}

static GtkWidget *
make_button (ScInsightSection *self)
{
  return g_object_new (GTK_TYPE_BUTTON, "halign", GTK_ALIGN_START, "use-underline", TRUE, NULL);
}

/**
 * sc_insight_section_offer:
 * @self: a section that was begun
 * @id: what is offered
 * @label: what it does, with a mnemonic
 * @action: the action that does it
 */
void
sc_insight_section_offer (ScInsightSection *self,
                          const char       *id,
                          const char       *label,
                          const char       *action)
{
  GtkWidget *button;

  g_return_if_fail (SC_IS_INSIGHT_SECTION (self));

  button = need_part (self, id, make_button);
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/**
 * sc_insight_section_is_empty:
 * @self: a section
 *
 * Returns: whether it was told nothing last
 */
gboolean
sc_insight_section_is_empty (ScInsightSection *self)
{
  g_return_val_if_fail (SC_IS_INSIGHT_SECTION (self), TRUE);

  return g_hash_table_size (self->told) == 0;
}

/**
 * sc_insight_section_end:
 * @self: a section that was told what it has
 *
 * Takes off what was not told.
 */
void
sc_insight_section_end (ScInsightSection *self)
{
  GHashTableIter iter;
  gpointer id, part;

  g_return_if_fail (SC_IS_INSIGHT_SECTION (self));

  end_offers (self);
  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &id, &part))
    if (!g_hash_table_contains (self->told, id))
      {
        gtk_box_remove (GTK_BOX (self), part);
        g_hash_table_iter_remove (&iter);
      }
}
