/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the user chooses which deals of a process are on show: each choice with the number
 * of deals that it would show, as soon as they are counted. */

#include "pipeline/sc-filter-popover.h"

#include <glib/gi18n-lib.h>

struct _ScFilterPopover
{
  GtkPopover parent_instance;

  GtkDropDown *owner_drop_down;
  GtkDropDown *status_drop_down;
  GtkDropDown *label_drop_down;
  GtkCheckButton *step_check;
  GtkCheckButton *over_check;
  GtkCheckButton *outlived_check;
  GtkWidget *clear_button;

  ScDealsFilter filter;
  ScDealFacets *facets; /* NULL until they are counted */
  int n_outlived; /* -1 until they are counted */
  gboolean is_filling;
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScFilterPopover, sc_filter_popover, GTK_TYPE_POPOVER);

static const char *const statuses[] = {
  N_("All Deals"),
  NC_("deals", "Open"),
  NC_("deals", "Won"),
  NC_("deals", "Completed"),
  NC_("deals", "Ended Early"),
  NC_("deals", "Lost"),
  NC_("deals", "Parked"),
};

static void
append (GtkStringList *list,
        const char    *name,
        guint          n_deals,
        gboolean       is_counted)
{
  /* Translators: what deals can be filtered by, and how many there are of it: “Lost (12)” */
  g_autofree char *text = is_counted ? g_strdup_printf (C_("filter", "%1$s (%2$'u)"), name, n_deals) : g_strdup (name);

  gtk_string_list_append (list, text);
}

static void
fill (GtkDropDown   *drop_down,
      GtkStringList *list,
      guint          selected)
{
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
}

static gboolean
is_chosen (ScFilterPopover   *self,
           const ScDealFacet *facet)
{
  return facet->id != 0 ? facet->id == self->filter.owner_id : g_strcmp0 (facet->name, self->filter.label) == 0;
}

static void
fill_facets (ScFilterPopover *self,
             GtkDropDown     *drop_down,
             const char      *all,
             GPtrArray       *facets)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  append (list, all, 0, FALSE);
  for (guint i = 0; facets != NULL && i < facets->len; i++)
    {
      const ScDealFacet *facet = facets->pdata[i];

      append (list, facet->name, facet->n_deals, TRUE);
      if (is_chosen (self, facet))
        selected = i + 1;
    }
  fill (drop_down, list, selected);
}

static void
fill_statuses (ScFilterPopover *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    append (list, i == SC_DEALS_ALL ? _(statuses[i]) : g_dpgettext2 (NULL, "deals", statuses[i]),
            self->facets == NULL || i == 0 ? 0 : i == SC_DEALS_PARKED ? self->facets->n_parked : self->facets->n_deals[i - 1],
            self->facets != NULL && i > 0);
  fill (self->status_drop_down, list, self->filter.status);
}

static void
fill_check (GtkCheckButton *check,
            const char     *name,
            gboolean        is_active,
            const guint    *n_deals)
{
  g_autofree char *label = n_deals != NULL ? g_strdup_printf (C_("filter", "%1$s (%2$'u)"), name, *n_deals) : g_strdup (name);

  gtk_check_button_set_label (check, label);
  gtk_check_button_set_active (check, is_active);
}

static void
show (ScFilterPopover *self)
{
  const ScDealFacets *facets = self->facets;
  guint n_outlived = (guint) MAX (self->n_outlived, 0);

  self->is_filling = TRUE;
  fill_facets (self, self->owner_drop_down, _("Everybody"), facets != NULL ? facets->owners : NULL);
  fill_facets (self, self->label_drop_down, _("Any Label"), facets != NULL ? facets->labels : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->label_drop_down),
                          self->filter.label != NULL || (facets != NULL && facets->labels->len > 0));
  fill_statuses (self);
  fill_check (self->step_check, _("No next step"), self->filter.is_without_step,
              facets != NULL ? &facets->n_without_step : NULL);
  fill_check (self->over_check, _("Over target time"), self->filter.is_over, facets != NULL ? &facets->n_over : NULL);
  fill_check (self->outlived_check, C_("deal", "Older than every decided deal"), self->filter.is_outlived,
              self->n_outlived >= 0 ? &n_outlived : NULL);
  gtk_widget_set_sensitive (self->clear_button, sc_deals_filter_is_set (&self->filter));
  self->is_filling = FALSE;
}

static const ScDealFacet *
get_facet (GPtrArray   *facets,
           GtkDropDown *drop_down)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected == GTK_INVALID_LIST_POSITION || selected == 0 || selected > facets->len ? NULL : facets->pdata[selected - 1];
}

/* Before they are counted there is nobody to choose. */
static void
read_choices (ScFilterPopover *self)
{
  if (self->facets != NULL)
    {
      const ScDealFacet *owner = get_facet (self->facets->owners, self->owner_drop_down);
      const ScDealFacet *label = get_facet (self->facets->labels, self->label_drop_down);

      self->filter.owner_id = owner != NULL ? owner->id : 0;
      g_set_str (&self->filter.label, label != NULL ? label->name : NULL);
    }
  self->filter.status = gtk_drop_down_get_selected (self->status_drop_down);
  self->filter.is_without_step = gtk_check_button_get_active (self->step_check);
  self->filter.is_over = gtk_check_button_get_active (self->over_check);
  self->filter.is_outlived = gtk_check_button_get_active (self->outlived_check);
}

static void
choice_changed_cb (ScFilterPopover *self)
{
  if (self->is_filling)
    return;

  read_choices (self);
  gtk_widget_set_sensitive (self->clear_button, sc_deals_filter_is_set (&self->filter));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, &self->filter);
}

static void
clear_clicked_cb (ScFilterPopover *self)
{
  sc_deals_filter_clear (&self->filter);
  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->owner_drop_down));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, &self->filter);
}

static void
sc_filter_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_FILTER_POPOVER);

  G_OBJECT_CLASS (sc_filter_popover_parent_class)->dispose (object);
}

static void
sc_filter_popover_finalize (GObject *object)
{
  ScFilterPopover *self = SC_FILTER_POPOVER (object);

  sc_deals_filter_clear (&self->filter);
  g_clear_pointer (&self->facets, sc_deal_facets_free);

  G_OBJECT_CLASS (sc_filter_popover_parent_class)->finalize (object);
}

static void
sc_filter_popover_class_init (ScFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_filter_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_filter_popover_finalize;

  /**
   * ScFilterPopover::chosen:
   * @filter: an #ScDealsFilter
   *
   * The user has chosen other deals.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", SC_TYPE_FILTER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/pipeline/sc-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ScFilterPopover, owner_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ScFilterPopover, status_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ScFilterPopover, label_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ScFilterPopover, step_check);
  gtk_widget_class_bind_template_child (widget_class, ScFilterPopover, over_check);
  gtk_widget_class_bind_template_child (widget_class, ScFilterPopover, outlived_check);
  gtk_widget_class_bind_template_child (widget_class, ScFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
}

static void
sc_filter_popover_init (ScFilterPopover *self)
{
  self->is_filling = TRUE;
  self->n_outlived = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  show (self);
}

/**
 * sc_filter_popover_set_filter:
 * @self: a popover
 * @filter: what is chosen
 */
void
sc_filter_popover_set_filter (ScFilterPopover     *self,
                              const ScDealsFilter *filter)
{
  g_return_if_fail (SC_IS_FILTER_POPOVER (self));

  sc_deals_filter_copy (&self->filter, filter);
  show (self);
}

/**
 * sc_filter_popover_set_n_outlived:
 * @self: a popover
 * @n_outlived: how many deals are older than every decided one, -1 while that is not known
 */
void
sc_filter_popover_set_n_outlived (ScFilterPopover *self,
                                  int              n_outlived)
{
  g_return_if_fail (SC_IS_FILTER_POPOVER (self));

  if (self->n_outlived == n_outlived)
    return;

  self->n_outlived = n_outlived;
  show (self);
}

/**
 * sc_filter_popover_set_facets:
 * @self: a popover
 * @facets: (transfer full) (nullable): what can be chosen, %NULL while it is not counted
 */
void
sc_filter_popover_set_facets (ScFilterPopover *self,
                              ScDealFacets    *facets)
{
  g_return_if_fail (SC_IS_FILTER_POPOVER (self));

  g_clear_pointer (&self->facets, sc_deal_facets_free);
  self->facets = facets;
  show (self);
}
