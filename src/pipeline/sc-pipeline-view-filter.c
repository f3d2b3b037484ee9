/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals the board and the list show, and what those come to. */

#include "pipeline/sc-pipeline-view-private.h"

#include <glib/gi18n-lib.h>

#include "pipeline/sc-deal-sums.h"
#include "store/sc-store-read.h"

/* What is counted in a thread: deals by what they can be filtered by. */
typedef struct {
  ScDealQuery *query;
  GPtrArray *limits;
} Counting;

static void
counting_free (gpointer data)
{
  Counting *counting = data;

  sc_deal_query_free (counting->query);
  g_ptr_array_unref (counting->limits);
  g_free (counting);
}

/* The one who is chosen is there to be seen, also where none is theirs. */
static void
need_owner (ScDealFacets *facets,
            ScStore      *store,
            gint64        owner_id)
{
  g_autoptr (GPtrArray) users = NULL;

  for (guint i = 0; i < facets->owners->len; i++)
    if (((ScDealFacet *) facets->owners->pdata[i])->id == owner_id)
      return;

  users = owner_id > 0 ? sc_store_list_users (store, NULL) : NULL;
  for (guint i = 0; users != NULL && i < users->len; i++)
    {
      const ScUser *user = users->pdata[i];
      ScDealFacet *facet;

      if (user->id != owner_id)
        continue;

      facet = g_new0 (ScDealFacet, 1);
      facet->id = user->id;
      facet->name = g_strdup (user->name);
      g_ptr_array_add (facets->owners, facet);
    }
}

static void
need_label (ScDealFacets *facets,
            const char   *label)
{
  ScDealFacet *facet;

  for (guint i = 0; i < facets->labels->len; i++)
    if (g_strcmp0 (((ScDealFacet *) facets->labels->pdata[i])->name, label) == 0)
      return;

  if (label == NULL)
    return;

  facet = g_new0 (ScDealFacet, 1);
  facet->name = g_strdup (label);
  g_ptr_array_add (facets->labels, facet);
}

static gpointer
count (ScStore      *store,
       gpointer      data,
       GCancellable *cancellable,
       GError      **error)
{
  const Counting *counting = data;
  ScDealFacets *facets = sc_store_count_facets (store, counting->query, counting->limits, cancellable, error);

  if (facets != NULL)
    {
      need_owner (facets, store, counting->query->owner_id);
      need_label (facets, counting->query->label);
    }

  return facets;
}

static void
free_facets (gpointer facets)
{
  sc_deal_facets_free (facets);
}

/* Without the counts the choices are there all the same. */
static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (ScPipelineView) self = user_data;
  ScDealFacets *facets = sc_store_read_finish (SC_STORE (source), result, NULL);

  if (facets != NULL && self->store != NULL)
    sc_filter_popover_set_facets (self->filter_popover, facets);
  else
    g_clear_pointer (&facets, sc_deal_facets_free);
}

static void
count_facets (ScPipelineView *self)
{
  Counting *counting;

  if (self->store == NULL || self->version == NULL)
    return;

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  counting = g_new0 (Counting, 1);
  counting->query = sc_pipeline_view_create_query (self, SC_DEAL_ORDER_NEWEST);
  sc_deals_filter_apply (sc_pipeline_view_get_filter (self), self->version, !self->shows_list, counting->query);
  counting->limits = sc_stage_limits_list (self->version, sc_clock_now ());
  sc_store_read_async (self->store, count, counting, counting_free, free_facets, self->counting, counted_cb,
                       g_object_ref (self));
}

static void
show_button (ScPipelineView *self)
{
  if (sc_deals_filter_is_set (&self->filter))
    gtk_widget_add_css_class (self->filter_button, "accent");
  else
    gtk_widget_remove_css_class (self->filter_button, "accent");
}

/* Which deals they are is known to the figures. */
static void
take_outlived (ScPipelineView *self)
{
  GArray *outlived = self->chances != NULL && self->filter.is_outlived ? sc_deal_chances_get_outlived (self->chances) : NULL;

  g_clear_pointer (&self->filter.outlived, g_array_unref);
  self->filter.outlived = outlived != NULL ? g_array_ref (outlived) : NULL;
}

static void
count_outlived (ScPipelineView *self)
{
  GArray *outlived = self->chances != NULL ? sc_deal_chances_get_outlived (self->chances) : NULL;

  sc_filter_popover_set_n_outlived (self->filter_popover, outlived != NULL ? (int) outlived->len : -1);
}

static void
chances_changed_cb (ScPipelineView *self)
{
  count_outlived (self);
  if (!self->filter.is_outlived)
    return;

  take_outlived (self);
  sc_pipeline_view_show_wanted_deals (self);
}

/* Those of the process that is on show. */
void
sc_pipeline_view_follow_chances (ScPipelineView *self)
{
  if (self->chances != NULL)
    g_signal_handlers_disconnect_by_func (self->chances, chances_changed_cb, self);
  g_clear_object (&self->chances);
  if (self->store != NULL && self->process_id != NULL)
    {
      self->chances = sc_deal_chances_get (self->store, self->process_id);
      g_signal_connect_object (self->chances, "changed", G_CALLBACK (chances_changed_cb), self, G_CONNECT_SWAPPED);
    }
  take_outlived (self);
  sc_filter_popover_set_n_outlived (self->filter_popover, -1);
}

static void
take_filter (ScPipelineView      *self,
             const ScDealsFilter *filter)
{
  sc_deals_filter_copy (&self->filter, filter);
  take_outlived (self);
  sc_deals_filter_save (&self->filter, self->settings, self->process_id);
  show_button (self);
}

/* Of two owners the one that was chosen last is meant. */
static void
filter_chosen_cb (ScPipelineView *self,
                  gpointer        filter)
{
  gboolean has_owner = self->filter.owner_id == 0 && ((ScDealsFilter *) filter)->owner_id != 0;

  if (self->process_id == NULL)
    return;

  take_filter (self, filter);
  if (has_owner)
    g_settings_set_boolean (self->settings, "only-mine", FALSE);
  sc_pipeline_view_show_wanted_deals (self);
  count_facets (self);
}

static void
filter_mapped_cb (ScPipelineView *self)
{
  sc_filter_popover_set_filter (self->filter_popover, &self->filter);
  count_facets (self);
  count_outlived (self);
}

/* Declares what the template has for filtering. */
void
sc_pipeline_view_bind_filter (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, totals_bar);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, totals_label);
  gtk_widget_class_bind_template_child (widget_class, ScPipelineView, all_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_mapped_cb);
}

/* What is left of the deals; of a set that was asked for all are. */
const ScDealsFilter *
sc_pipeline_view_get_filter (ScPipelineView *self)
{
  static const ScDealsFilter none = { 0 };

  return self->set != NULL ? &none : &self->filter;
}

/* The deals that are looked for, whatever the filter leaves of them. */
ScDealQuery *
sc_pipeline_view_create_query (ScPipelineView *self,
                               ScDealOrder     order)
{
  ScDealQuery *query = sc_deal_query_new (self->process_id);

  query->order = order;
  g_set_str (&query->search, self->search);
  if (self->set != NULL)
    query->only = g_array_ref (self->set);
  else if (g_settings_get_boolean (self->settings, "only-mine"))
    query->owner_id = sc_store_get_user (self->store);

  return query;
}

gboolean
sc_pipeline_view_is_filtered (ScPipelineView *self)
{
  return self->search != NULL || self->set != NULL || g_settings_get_boolean (self->settings, "only-mine")
         || sc_deals_filter_is_set (&self->filter);
}

/* What was last chosen for the process. */
void
sc_pipeline_view_restore_filter (ScPipelineView *self)
{
  if (self->process_id == NULL)
    sc_deals_filter_clear (&self->filter);
  else
    sc_deals_filter_load (&self->filter, self->settings, self->process_id);
  sc_pipeline_view_follow_chances (self);
  sc_filter_popover_set_facets (self->filter_popover, NULL);
  sc_filter_popover_set_filter (self->filter_popover, &self->filter);
  show_button (self);
}

/* Shows everybody's deals, whatever they are. */
void
sc_pipeline_view_clear_filter (ScPipelineView *self)
{
  ScDealsFilter none = { 0 };

  take_filter (self, &none);
  g_settings_set_boolean (self->settings, "only-mine", FALSE);
  sc_pipeline_view_show_wanted_deals (self);
}

/* On the board are none but those that stand in a stage, and parked ones where those are
 * what was asked for. */
static gboolean
is_on_show (ScPipelineView     *self,
            const ScStageTotal *total)
{
  if (self->shows_list)
    return TRUE;

  return sc_deal_status_is_standing (total->status) && total->is_parked == (sc_pipeline_view_get_filter (self)->status == SC_DEALS_PARKED);
}

/* How many deals are on show, and what they come to. */
void
sc_pipeline_view_show_totals (ScPipelineView *self,
                              GPtrArray      *totals)
{
  g_autoptr (ScDealSums) sums = sc_deal_sums_new ();
  g_autofree char *count = NULL;
  g_autofree char *value = NULL;
  g_autofree char *weighted = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < totals->len; i++)
    if (is_on_show (self, totals->pdata[i]))
      sc_deal_sums_add (sums, totals->pdata[i], self->version);

  count = g_strdup_printf (ngettext ("%'u deal", "%'u deals", sc_deal_sums_get_n_deals (sums)),
                           sc_deal_sums_get_n_deals (sums));
  value = sc_deal_sums_to_text (sums, " + ");
  weighted = sc_deal_sums_to_weighted_text (sums, " + ");
  if (value[0] != '\0')
    /* Translators: how many deals are on show, what they come to, and what that is where each counts as much as it is
     * likely to be won: “15 deals · €157,600 · weighted €43,200” */
    text = g_strdup_printf (_("%1$s · %2$s · weighted %3$s"), count, value, weighted);
  gtk_label_set_label (self->totals_label, text != NULL ? text : count);
  gtk_widget_set_visible (self->all_button, sc_pipeline_view_is_filtered (self));
}
