/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The Insight view: whether a process works, read from top to bottom as an answer. Figures are
 * read in the background, one part after the other; what is shown stays until the new ones are
 * there, dimmed where others were asked for. */

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
#include "insight/sc-insight-reading.h"
#include "insight/sc-insight-report.h"
#include "insight/sc-insight-take-over.h"
#include "store/sc-store-read.h"
#include "toolkit/sc-plain-text.h"

/* Of the progress: nobody sees less. */
#define LEAST_STEP 0.002
/* Figures that are read since deals have changed are there sooner in most processes. */
#define SHOW_AFTER_MSEC 600

struct _ScInsightView
{
  AdwBin parent_instance;

  ScStore *store;
  ScFiguresQuery *query;
  GSettings *settings;
  GSimpleActionGroup *actions;
  ScInsightFigures figures;
  ScInsightReading *reading;
  /* While the progress is shown, and while it waits to be. */
  guint tick;
  guint showing;
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

/* Working and waiting are told with the length. */
static void
part_read_cb (ScInsightView *self,
              guint          part,
              gpointer       figures)
{
  ScInsightPart told = part == SC_INSIGHT_PART_WORK ? SC_INSIGHT_PART_LENGTH : part;
  ScInsightSection *section = self->sections[told];

  sc_insight_figures_take (&self->figures, part, figures);
  sc_insight_tell_part (section, told, &self->figures);
  sc_insight_tell_head (self->head, &self->figures);
  gtk_widget_set_visible (GTK_WIDGET (section), !sc_insight_section_is_empty (section));
  gtk_widget_remove_css_class (GTK_WIDGET (section), "dimmed");
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static void
ended_cb (ScInsightView *self)
{
  sc_insight_tell_what_if (self->what_if, self->store, &self->figures);
  gtk_widget_set_visible (GTK_WIDGET (self->what_if), !sc_insight_section_is_empty (self->what_if));
  sc_insight_tell_findings (self->findings, &self->figures);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), TRUE);
}

static void
fail (ScInsightView *self,
      const GError  *error)
{
  sc_plain_text_set_page_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
}

static gboolean
tick_cb (GtkWidget     *progress,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ScInsightView *self = user_data;
  double fraction = sc_insight_reading_get_fraction (self->reading);

  /* What is as before needs no drawing. */
  if (fabs (fraction - gtk_progress_bar_get_fraction (self->progress)) > LEAST_STEP)
    gtk_progress_bar_set_fraction (self->progress, fraction);

  return G_SOURCE_CONTINUE;
}

static void
set_dimmed (ScInsightView *self,
            gboolean       is_dimmed)
{
  void (*set) (GtkWidget *, const char *) = is_dimmed ? gtk_widget_add_css_class : gtk_widget_remove_css_class;

  set (GTK_WIDGET (self->head), "dimmed");
  for (guint i = 0; i < SC_INSIGHT_N_PARTS; i++)
    set (GTK_WIDGET (self->sections[i]), "dimmed");
}

static gboolean
show_progress_cb (gpointer user_data)
{
  ScInsightView *self = user_data;

  self->showing = 0;
  gtk_widget_set_visible (self->cancel_button, TRUE);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->progress), tick_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static void
stop_showing (ScInsightView *self)
{
  if (self->showing != 0)
    g_source_remove (self->showing);
  self->showing = 0;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->progress), self->tick);
  self->tick = 0;
}

/* What nobody asked for shows only that it works where it takes long. */
static void
is_reading_cb (ScInsightView *self)
{
  gboolean is_reading = sc_insight_reading_get_is_reading (self->reading);
  gboolean is_asked = sc_insight_reading_is_asked (self->reading);

  stop_showing (self);
  if (!is_reading)
    {
      gtk_widget_set_visible (self->cancel_button, FALSE);
      set_dimmed (self, FALSE);
      return;
    }

  adw_banner_set_revealed (self->stale_banner, FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
  if (is_asked)
    {
      set_dimmed (self, TRUE);
      show_progress_cb (self);
    }
  else
    self->showing = g_timeout_add (SHOW_AFTER_MSEC, show_progress_cb, self);
}

static void
mapped_cb (ScInsightView *self)
{
  sc_insight_reading_set_looked_at (self->reading, gtk_widget_get_mapped (GTK_WIDGET (self)));
}

static void
show_filters (ScInsightView *self)
{
  g_autofree char *text = sc_insight_filters_tell (self->query);

  gtk_label_set_label (self->filters_label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->filters_label), text);
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
  sc_insight_reading_set_query (self->reading, self->query);
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

  sc_insight_reading_cancel (self->reading);
  adw_banner_set_revealed (self->stale_banner, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "figures");
}

static void
read_activated (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  sc_insight_reading_begin (SC_INSIGHT_VIEW (user_data)->reading);
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

  self->reading = sc_insight_reading_new (self->store, self->query);
  g_signal_connect_object (self->reading, "part-read", G_CALLBACK (part_read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "failed", G_CALLBACK (fail), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reading, "notify::is-reading", G_CALLBACK (is_reading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (mapped_cb), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (mapped_cb), NULL);
  show_filters (self);
  sc_insight_reading_begin (self->reading);
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

/* Back from a list of deals the focus is on the number that it was opened from; else it begins at
 * the top, which is there before the figures are. */
static gboolean
sc_insight_view_grab_focus (GtkWidget *widget)
{
  ScInsightView *self = SC_INSIGHT_VIEW (widget);

  if (self->opened_from != NULL && gtk_widget_is_ancestor (self->opened_from, widget)
      && gtk_widget_grab_focus (self->opened_from))
    return TRUE;

  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
sc_insight_view_dispose (GObject *object)
{
  ScInsightView *self = SC_INSIGHT_VIEW (object);

  if (self->progress != NULL)
    stop_showing (self);
  if (self->reading != NULL)
    sc_insight_reading_cancel (self->reading);
  g_clear_object (&self->reading);
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
