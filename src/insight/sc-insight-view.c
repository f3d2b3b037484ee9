/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Insight view: whether a process works, read from top to bottom as an answer. Figures are
 * read in the background, one part after the other; what is shown stays, dimmed, until the new
 * ones are there. */

#include "insight/sc-insight-view.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/sc-weekly-report.h"
#include "insight/sc-insight-deals.h"
#include "insight/sc-insight-filter-dialog.h"
#include "insight/sc-insight-filters.h"
#include "insight/sc-insight-parts.h"
#include "insight/sc-insight-plan-dialog.h"
#include "insight/sc-insight-readers.h"
#include "insight/sc-insight-report.h"
#include "insight/sc-insight-take-over.h"
#include "model/sc-wall-clock.h"
#include "store/sc-change-set.h"
#include "store/sc-store-read.h"
#include "widgets/sc-plain-text.h"

/* Of the progress: nobody sees less. */
#define LEAST_STEP 0.002

struct _ScInsightView
{
  AdwBin parent_instance;

  ScStore *store;
  ScFiguresQuery *query;
  GSettings *settings;
  GSimpleActionGroup *actions;
  ScInsightFigures figures;
  GCancellable *reading;
  ScInsightPart part;
  /* How far the part that is being read is, in thousandths: written by its thread. */
  int *done;
  guint tick;
  /* Whether deals have changed since what is read was begun. */
  gboolean is_stale;
  /* Whose number was opened, for who comes back. */
  GtkWidget *opened_from;

  GtkLabel *filters_label;
  GtkProgressBar *progress;
  GtkWidget *cancel_button;
  AdwBanner *stale_banner;
  GtkStack *stack;
  GtkWidget *page;
  AdwStatusPage *error_page;
  ScInsightSection *head;
  ScInsightSection *sections[SC_INSIGHT_N_PARTS];
  ScInsightSection *what_if;
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

static void
take_figures (ScInsightView *self,
              gpointer       figures)
{
  /* Working and waiting are told with the length. */
  ScInsightPart told = self->part == SC_INSIGHT_PART_WORK ? SC_INSIGHT_PART_LENGTH : self->part;
  ScInsightSection *section = self->sections[told];

  sc_insight_figures_take (&self->figures, self->part, figures);
  sc_insight_tell_part (section, told, &self->figures);
  sc_insight_tell_head (self->head, &self->figures);
  gtk_widget_set_visible (GTK_WIDGET (section), !sc_insight_section_is_empty (section));
  gtk_widget_remove_css_class (GTK_WIDGET (section), "dimmed");
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static gboolean
tick_cb (GtkWidget     *progress,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ScInsightView *self = user_data;
  double fraction = (self->part + g_atomic_int_get (self->done) / 1000.0) / SC_INSIGHT_N_PARTS;

  /* What is as before needs no drawing. */
  if (fabs (fraction - gtk_progress_bar_get_fraction (self->progress)) > LEAST_STEP)
    gtk_progress_bar_set_fraction (self->progress, fraction);

  return G_SOURCE_CONTINUE;
}

static void
stop_ticking (ScInsightView *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->progress), self->tick);
  self->tick = 0;
}

static void
end_reading (ScInsightView *self)
{
  g_clear_object (&self->reading);
  stop_ticking (self);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->head), "dimmed");
  for (guint i = 0; i < SC_INSIGHT_N_PARTS; i++)
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
  for (guint i = 0; i < SC_INSIGHT_N_PARTS; i++)
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
  if (self->part < SC_INSIGHT_N_PARTS)
    {
      read_part (self);
      return;
    }

  end_reading (self);
  sc_insight_tell_what_if (self->what_if, self->store, &self->figures);
  gtk_widget_set_visible (GTK_WIDGET (self->what_if), !sc_insight_section_is_empty (self->what_if));
  sc_insight_tell_findings (self->findings, &self->figures);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), TRUE);
  if (self->is_stale)
    begin_reading (self);
}

static void
read_part (ScInsightView *self)
{
  g_clear_pointer (&self->done, g_atomic_rc_box_release);
  self->done = g_atomic_rc_box_new0 (int);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->progress), tick_cb, self, NULL);
  sc_insight_part_read_async (self->store, self->part, self->query, self->done, self->reading, part_read_cb,
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

static void
take_over_activated (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ScInsightView *self = user_data;

  if (self->figures.record != NULL)
    sc_insight_take_over (GTK_WIDGET (self), self->store, self->query->process_id, self->figures.record->stages);
}

static void
plan_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ScInsightView *self = user_data;

  if (self->figures.plans != NULL)
    sc_insight_plan_dialog_ask (GTK_WIDGET (self), self->store, self->query->process_id, self->figures.plans);
}

static void
report_activated (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  ScInsightView *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScDocument) report = NULL;

  if (!sc_insight_report_is_ready (&self->figures))
    return;

  process = sc_store_load_process (self->store, self->query->process_id, &error);
  if (process == NULL)
    {
      fail (self, error);
      return;
    }

  report = sc_insight_report_make (process->name, &self->figures);
  sc_insight_report_save (GTK_WIDGET (self), report);
}

static gpointer
read_week (ScStore      *store,
           gpointer      process_id,
           GCancellable *cancellable,
           GError      **error)
{
  return sc_week_read (store, process_id, SC_WEEKLY_REPORT_ROWS, cancellable, error);
}

static void
week_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ScInsightView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScWeek) week = sc_store_read_finish (SC_STORE (source), result, &error);
  g_autoptr (ScProcess) process = NULL;
  g_autoptr (ScDocument) report = NULL;

  if (self->store == NULL || !sc_insight_report_is_ready_for_week (&self->figures))
    return;

  if (week != NULL)
    process = sc_store_load_process (self->store, self->query->process_id, &error);
  if (process == NULL)
    {
      fail (self, error);
      return;
    }

  report = sc_insight_report_make_week (process->name, &self->figures, week);
  sc_insight_report_save (GTK_WIDGET (self), report);
}

static void
weekly_report_activated (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  ScInsightView *self = user_data;

  if (sc_insight_report_is_ready_for_week (&self->figures))
    sc_store_read_async (self->store, read_week, g_strdup (self->query->process_id), g_free,
                         (GDestroyNotify) sc_week_free, NULL, week_read_cb, g_object_ref (self));
}

static void
open_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ScInsightView *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_set_weak_pointer (&self->opened_from, root != NULL ? gtk_root_get_focus (root) : NULL);
  sc_insight_deals_open (GTK_WIDGET (self), self->store, self->query, g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { .name = "filters", .activate = filters_activated },
  { .name = "cancel", .activate = cancel_activated },
  { .name = "read", .activate = read_activated },
  { .name = "take-over", .activate = take_over_activated },
  { .name = "plan", .activate = plan_activated },
  { .name = "report", .activate = report_activated },
  { .name = "weekly-report", .activate = weekly_report_activated },
  { .name = "open", .activate = open_activated, .parameter_type = "s" },
};

static void
add_sections (ScInsightView *self)
{
  const char *const titles[SC_INSIGHT_N_PARTS] = {
    [SC_INSIGHT_PART_LENGTH] = _("Length"),
    [SC_INSIGHT_PART_FLOW] = _("Flow"),
    [SC_INSIGHT_PART_DISCOVERY] = _("Needs Discovery"),
    [SC_INSIGHT_PART_OUTLOOK] = _("Predictability"),
    [SC_INSIGHT_PART_RECORD] = _("How Forecasts Came True"),
    [SC_INSIGHT_PART_VERSIONS] = _("Versions of the Process"),
    [SC_INSIGHT_PART_PLANS] = _("Plan and Fact"),
  };

  self->head = SC_INSIGHT_SECTION (sc_insight_section_new (NULL));
  gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->head));
  for (guint i = 0; i < SC_INSIGHT_N_PARTS; i++)
    {
      self->sections[i] = SC_INSIGHT_SECTION (sc_insight_section_new (titles[i]));
      gtk_widget_set_visible (GTK_WIDGET (self->sections[i]), FALSE);
      gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->sections[i]));
    }
  self->what_if = SC_INSIGHT_SECTION (sc_insight_section_new (_("What If…")));
  gtk_widget_set_visible (GTK_WIDGET (self->what_if), FALSE);
  gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->what_if));
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

/* Back from a list of deals the focus is on the number that it was opened from. */
static gboolean
sc_insight_view_grab_focus (GtkWidget *widget)
{
  ScInsightView *self = SC_INSIGHT_VIEW (widget);

  if (self->opened_from != NULL && gtk_widget_is_ancestor (self->opened_from, widget)
      && gtk_widget_grab_focus (self->opened_from))
    return TRUE;

  return GTK_WIDGET_CLASS (sc_insight_view_parent_class)->grab_focus (widget);
}

static void
sc_insight_view_dispose (GObject *object)
{
  ScInsightView *self = SC_INSIGHT_VIEW (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->progress != NULL)
    stop_ticking (self);
  g_clear_weak_pointer (&self->opened_from);
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

  sc_insight_figures_clear (&self->figures);
  g_clear_pointer (&self->done, g_atomic_rc_box_release);
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
  widget_class->grab_focus = sc_insight_view_grab_focus;

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

/**
 * sc_insight_view_open:
 * @self: a view
 * @key: the key of a number
 *
 * Lists the deals that the number counts among all deals, whatever figures are made of here,
 * in the window that the view is in.
 */
void
sc_insight_view_open (ScInsightView *self,
                      const char    *key)
{
  g_autoptr (ScFiguresQuery) all = NULL;

  g_return_if_fail (SC_IS_INSIGHT_VIEW (self));

  all = sc_figures_query_new (self->query->process_id);
  sc_insight_deals_open (GTK_WIDGET (self), self->store, all, key);
}
