/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Insight view: whether a process works, read from top to bottom as an answer. Figures are
 * read in the background, one part after the other; what is shown stays, dimmed, until the new
 * ones are there. */

#include "insight/sc-insight-view.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "insight/sc-insight-filter-dialog.h"
#include "insight/sc-insight-filters.h"
#include "insight/sc-insight-parts.h"
#include "store/sc-change-set.h"
#include "store/sc-store-read.h"
#include "widgets/sc-plain-text.h"
#include "widgets/sc-wall-clock.h"

typedef enum {
  PART_LENGTH,
  PART_FLOW,
  PART_DISCOVERY,
  N_PARTS,
} Part;

struct _ScInsightView
{
  AdwBin parent_instance;

  ScStore *store;
  ScFiguresQuery *query;
  GSettings *settings;
  GSimpleActionGroup *actions;
  ScInsightFigures figures;
  GCancellable *reading;
  Part part;
  /* Whether deals have changed since what is read was begun. */
  gboolean is_stale;

  GtkLabel *filters_label;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  AdwBanner *stale_banner;
  GtkStack *stack;
  GtkWidget *page;
  AdwStatusPage *error_page;
  ScInsightSection *head;
  ScInsightSection *sections[N_PARTS];
  ScInsightSection *findings;
};

enum {
  PROP_STORE = 1,
  PROP_PROCESS_ID,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScInsightView, sc_insight_view, ADW_TYPE_BIN);

static void read_part (ScInsightView *self);

static gpointer
read_cycle (ScStore      *store,
            gpointer      query,
            GCancellable *cancellable,
            GError      **error)
{
  return sc_cycle_read (store, query, cancellable, error);
}

static gpointer
read_flow (ScStore      *store,
           gpointer      query,
           GCancellable *cancellable,
           GError      **error)
{
  return sc_flow_read (store, query, cancellable, error);
}

static gpointer
read_discovery (ScStore      *store,
                gpointer      query,
                GCancellable *cancellable,
                GError      **error)
{
  return sc_discovery_read (store, query, cancellable, error);
}

/* What reads each part, in the order in which they are shown. */
static const struct {
  ScStoreRead read;
  GDestroyNotify free;
} readers[N_PARTS] = {
  [PART_LENGTH] = { read_cycle, (GDestroyNotify) sc_cycle_free },
  [PART_FLOW] = { read_flow, (GDestroyNotify) sc_flow_free },
  [PART_DISCOVERY] = { read_discovery, (GDestroyNotify) sc_discovery_figures_free },
};

static void
take_figures (ScInsightView *self,
              gpointer       figures)
{
  switch (self->part)
    {
    case PART_LENGTH:
      g_clear_pointer (&self->figures.cycle, sc_cycle_free);
      self->figures.cycle = figures;
      sc_insight_tell_length (self->sections[PART_LENGTH], figures);
      break;
    case PART_FLOW:
      g_clear_pointer (&self->figures.flow, sc_flow_free);
      self->figures.flow = figures;
      sc_insight_tell_flow (self->sections[PART_FLOW], figures);
      break;
    case PART_DISCOVERY:
    default:
      g_clear_pointer (&self->figures.discovery, sc_discovery_figures_free);
      self->figures.discovery = figures;
      sc_insight_tell_discovery (self->sections[PART_DISCOVERY], figures);
    }
  sc_insight_tell_head (self->head, &self->figures);
  gtk_widget_set_visible (GTK_WIDGET (self->sections[self->part]), TRUE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->sections[self->part]), "dimmed");
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static void
end_reading (ScInsightView *self)
{
  g_clear_object (&self->reading);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->head), "dimmed");
  for (guint i = 0; i < N_PARTS; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sections[i]), "dimmed");
}

static void
begin_reading (ScInsightView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  self->part = 0;
  self->is_stale = FALSE;
  adw_banner_set_revealed (self->stale_banner, FALSE);
  gtk_widget_set_visible (self->cancel_button, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "dimmed");
  for (guint i = 0; i < N_PARTS; i++)
    gtk_widget_add_css_class (GTK_WIDGET (self->sections[i]), "dimmed");
  read_part (self);
}

static void
fail (ScInsightView *self,
      const GError  *error)
{
  end_reading (self);
  sc_plain_text_set_page_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static void
part_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ScInsightView) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer figures = sc_store_read_finish (SC_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->store == NULL)
    return;
  if (figures == NULL)
    {
      fail (self, error);
      return;
    }

  take_figures (self, figures);
  self->part++;
  if (self->part < N_PARTS)
    {
      read_part (self);
      return;
    }

  end_reading (self);
  sc_insight_tell_findings (self->findings, &self->figures);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), TRUE);
  if (self->is_stale)
    begin_reading (self);
}

static void
read_part (ScInsightView *self)
{
  gtk_progress_bar_set_fraction (self->progress, (double) self->part / N_PARTS);
  sc_store_read_async (self->store, readers[self->part].read, sc_figures_query_copy (self->query),
                       (GDestroyNotify) sc_figures_query_free, readers[self->part].free, self->reading, part_read_cb,
                       g_object_ref (self));
}

static void
show_filters (ScInsightView *self)
{
  g_autofree char *text = sc_insight_filters_tell (self->query);

  gtk_label_set_label (self->filters_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filters_label), text);
}

/* What is read already is read to its end, so that figures come although deals change all the
 * time. A view that nobody sees waits until it is seen. */
static void
store_changed_cb (ScInsightView     *self,
                  const ScChangeSet *changes)
{
  if (!sc_change_set_has_process (changes, self->query->process_id))
    return;

  self->is_stale = TRUE;
  if (self->reading == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    begin_reading (self);
}

static void
day_changed_cb (ScInsightView *self)
{
  if (self->query->as_of == SC_DATE_NONE)
    begin_reading (self);
}

static void
mapped_cb (ScInsightView *self)
{
  if (self->reading == NULL && self->is_stale)
    begin_reading (self);
}

static void
filters_changed_cb (ScInsightFilterDialog *dialog,
                    ScInsightView         *self)
{
  ScFiguresQuery *query = sc_insight_filter_dialog_get_query (dialog);

  if (sc_figures_query_equal (query, self->query))
    return;

  g_clear_pointer (&self->query, sc_figures_query_free);
  self->query = sc_figures_query_copy (query);
  sc_insight_filters_save (self->settings, self->query);
  show_filters (self);
  begin_reading (self);
}

static void
filters_activated (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  ScInsightView *self = user_data;
  ScInsightFilterDialog *dialog = sc_insight_filter_dialog_new (self->query, self->figures.flow);

  g_signal_connect_object (dialog, "changed", G_CALLBACK (filters_changed_cb), self, 0);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
cancel_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ScInsightView *self = user_data;

  g_cancellable_cancel (self->reading);
  end_reading (self);
  adw_banner_set_revealed (self->stale_banner, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static void
read_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  begin_reading (user_data);
}

static const GActionEntry entries[] = {
  { .name = "filters", .activate = filters_activated },
  { .name = "cancel", .activate = cancel_activated },
  { .name = "read", .activate = read_activated },
};

static void
add_sections (ScInsightView *self)
{
  const char *const titles[N_PARTS] = { _("Length"), _("Flow"), _("Needs Discovery") };

  self->head = SC_INSIGHT_SECTION (sc_insight_section_new (NULL));
  gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->head));
  for (guint i = 0; i < N_PARTS; i++)
    {
      self->sections[i] = SC_INSIGHT_SECTION (sc_insight_section_new (titles[i]));
      gtk_widget_set_visible (GTK_WIDGET (self->sections[i]), FALSE);
      gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->sections[i]));
    }
  self->findings = SC_INSIGHT_SECTION (sc_insight_section_new (_("What to Do")));
  gtk_widget_set_visible (GTK_WIDGET (self->findings), FALSE);
  gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->findings));
}

static void
sc_insight_view_constructed (GObject *object)
{
  ScInsightView *self = SC_INSIGHT_VIEW (object);

  G_OBJECT_CLASS (sc_insight_view_parent_class)->constructed (object);

  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (day_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  show_filters (self);
  begin_reading (self);
}

static void
sc_insight_view_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ScInsightView *self = SC_INSIGHT_VIEW (object);

  switch (id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      break;
    case PROP_PROCESS_ID:
      self->query = sc_insight_filters_load (self->settings, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sc_insight_view_dispose (GObject *object)
{
  ScInsightView *self = SC_INSIGHT_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_INSIGHT_VIEW);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (sc_insight_view_parent_class)->dispose (object);
}

static void
sc_insight_view_finalize (GObject *object)
{
  ScInsightView *self = SC_INSIGHT_VIEW (object);

  g_clear_pointer (&self->figures.cycle, sc_cycle_free);
  g_clear_pointer (&self->figures.flow, sc_flow_free);
  g_clear_pointer (&self->figures.discovery, sc_discovery_figures_free);
  sc_figures_query_free (self->query);

  G_OBJECT_CLASS (sc_insight_view_parent_class)->finalize (object);
}

static void
sc_insight_view_class_init (ScInsightViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sc_insight_view_constructed;
  object_class->set_property = sc_insight_view_set_property;
  object_class->dispose = sc_insight_view_dispose;
  object_class->finalize = sc_insight_view_finalize;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, SC_TYPE_STORE,
                                                G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROCESS_ID] = g_param_spec_string ("process-id", NULL, NULL, NULL,
                                                     G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/insight/sc-insight-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ScInsightView, filters_label);
  gtk_widget_class_bind_template_child (widget_class, ScInsightView, progress);
  gtk_widget_class_bind_template_child (widget_class, ScInsightView, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, ScInsightView, stale_banner);
  gtk_widget_class_bind_template_child (widget_class, ScInsightView, stack);
  gtk_widget_class_bind_template_child (widget_class, ScInsightView, page);
  gtk_widget_class_bind_template_child (widget_class, ScInsightView, error_page);
}

static void
sc_insight_view_init (ScInsightView *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  self->actions = g_simple_action_group_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "insight", G_ACTION_GROUP (self->actions));
  add_sections (self);
}

/**
 * sc_insight_view_new:
 * @store: where the process is
 * @process_id: the process
 *
 * Returns: (transfer floating): a view of how it works
 */
GtkWidget *
sc_insight_view_new (ScStore    *store,
                     const char *process_id)
{
  return g_object_new (SC_TYPE_INSIGHT_VIEW, "store", store, "process-id", process_id, NULL);
}
