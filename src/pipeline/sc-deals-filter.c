/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which deals of a process are on show: what the user has chosen, kept with the process. */

#include "pipeline/sc-deals-filter.h"

#include "model/sc-age.h"

#define KEY "deals-filters"
#define TYPE "(xusbbb)"
/* What a process that is not there any more has left is forgotten at last. */
#define MAX_KEPT 64

/**
 * sc_deals_filter_clear:
 * @self: a filter
 *
 * Shows all.
 */
void
sc_deals_filter_clear (ScDealsFilter *self)
{
  g_free (self->label);
  g_clear_pointer (&self->outlived, g_array_unref);
  *self = (ScDealsFilter) { 0 };
}

/**
 * sc_deals_filter_copy:
 * @self: a filter
 * @from: another, or the same
 *
 * Becomes as the other is.
 */
void
sc_deals_filter_copy (ScDealsFilter       *self,
                      const ScDealsFilter *from)
{
  ScDealsFilter copy = *from;

  copy.label = g_strdup (from->label);
  copy.outlived = from->outlived != NULL ? g_array_ref (from->outlived) : NULL;
  sc_deals_filter_clear (self);
  *self = copy;
}

/**
 * sc_deals_filter_is_set:
 * @self: a filter
 *
 * Returns: whether it leaves any deals out
 */
gboolean
sc_deals_filter_is_set (const ScDealsFilter *self)
{
  return self->owner_id != 0 || self->status != SC_DEALS_ALL || self->label != NULL || self->is_without_step
         || self->is_over || self->is_outlived;
}

static GVariant *
to_variant (const ScDealsFilter *self)
{
  return g_variant_new (TYPE, self->owner_id, self->status, self->label != NULL ? self->label : "",
                        self->is_without_step, self->is_over, self->is_outlived);
}

static void
take_variant (ScDealsFilter *self,
              GVariant      *kept)
{
  const char *label;

  g_variant_get (kept, "(xu&sbbb)", &self->owner_id, &self->status, &label, &self->is_without_step, &self->is_over,
                 &self->is_outlived);
  g_set_str (&self->label, label[0] != '\0' ? label : NULL);
  if (self->status > SC_DEALS_PARKED)
    self->status = SC_DEALS_ALL;
}

/**
 * sc_deals_filter_load:
 * @self: a filter
 * @settings: where it was kept
 * @process_id: a process
 *
 * Becomes what was last chosen for the process.
 */
void
sc_deals_filter_load (ScDealsFilter *self,
                      GSettings     *settings,
                      const char    *process_id)
{
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEY);
  g_autoptr (GVariant) own = g_variant_lookup_value (kept, process_id, G_VARIANT_TYPE (TYPE));

  sc_deals_filter_clear (self);
  if (own != NULL)
    take_variant (self, own);
}

/**
 * sc_deals_filter_save:
 * @self: a filter
 * @settings: where to keep it
 * @process_id: the process that it is for
 */
void
sc_deals_filter_save (const ScDealsFilter *self,
                      GSettings           *settings,
                      const char          *process_id)
{
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEY);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{s" TYPE "}"));
  GVariantIter iter;
  GVariant *value;
  const char *id;
  guint n_kept = 0;

  if (sc_deals_filter_is_set (self))
    g_variant_builder_add (&builder, "{s@" TYPE "}", process_id, to_variant (self));
  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_loop (&iter, "{&s@" TYPE "}", &id, &value))
    if (!g_str_equal (id, process_id) && n_kept++ < MAX_KEPT)
      g_variant_builder_add (&builder, "{s@" TYPE "}", id, value);

  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/* On the board are those that stand in a stage and are at work; parked ones have their
 * place below. */
static void
apply_status (const ScDealsFilter *self,
              gboolean             is_board,
              ScDealQuery         *query)
{
  if (self->status == SC_DEALS_PARKED)
    query->parked = SC_PARKED_ONLY;
  if (self->status == SC_DEALS_ALL || self->status == SC_DEALS_PARKED)
    query->statuses = is_board || self->status == SC_DEALS_PARKED ? SC_DEAL_STATUSES_STANDING : 0;
  else
    query->statuses = 1u << (self->status - 1);
}

/* None until they are known. What was decided since then is none of them any more. */
static void
apply_outlived (const ScDealsFilter *self,
                ScDealQuery         *query)
{
  query->statuses = 1u << SC_DEAL_OPEN;
  g_clear_pointer (&query->only, g_array_unref);
  query->only = self->outlived != NULL ? g_array_ref (self->outlived) : g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * sc_deals_filter_apply:
 * @self: a filter
 * @version: the process's published version
 * @is_board: whether it is for the board, where none but standing deals are
 * @query: what to narrow down
 */
void
sc_deals_filter_apply (const ScDealsFilter *self,
                       ScVersion           *version,
                       gboolean             is_board,
                       ScDealQuery         *query)
{
  apply_status (self, is_board, query);
  if (self->owner_id != 0)
    query->owner_id = self->owner_id;
  g_set_str (&query->label, self->label);
  query->is_without_step = self->is_without_step;
  g_clear_pointer (&query->limits, g_ptr_array_unref);
  if (self->is_over)
    query->limits = sc_stage_limits_list (version, sc_clock_now ());
  if (self->is_outlived)
    apply_outlived (self, query);
}
