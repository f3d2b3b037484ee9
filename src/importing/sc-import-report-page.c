/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows what came of an import: how many deals came in, how they stand and what they
 * are worth, and which rows were left out and why. */

#include "importing/sc-import-report-page.h"

#include <glib/gi18n-lib.h>

#include "toolkit/sc-plain-text.h"

/* Refused rows that are shown; a saved table has them all. */
#define MAX_SHOWN 100

struct _ScImportReportPage
{
  AdwBin parent_instance;

  AdwActionRow *added_row;
  AdwActionRow *updated_row;
  AdwActionRow *unchanged_row;
  AdwActionRow *repeated_row;
  AdwActionRow *without_started_row;
  AdwActionRow *without_closed_row;
  AdwPreferencesGroup *status_group;
  GtkListBox *status_list;
  AdwPreferencesGroup *refused_group;
  GtkListBox *refused_list;
};

enum {
  SAVE_CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScImportReportPage, sc_import_report_page, ADW_TYPE_BIN);

static void
save_clicked_cb (ScImportReportPage *self)
{
  g_signal_emit (self, signals[SAVE_CLICKED], 0);
}

static void
sc_import_report_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_IMPORT_REPORT_PAGE);

  G_OBJECT_CLASS (sc_import_report_page_parent_class)->dispose (object);
}

static void
sc_import_report_page_class_init (ScImportReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_import_report_page_dispose;

  signals[SAVE_CLICKED] = g_signal_new ("save-clicked", SC_TYPE_IMPORT_REPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/importing/sc-import-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, added_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, updated_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, unchanged_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, repeated_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, without_started_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, without_closed_row);
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, status_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, status_list);
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, refused_group);
  gtk_widget_class_bind_template_child (widget_class, ScImportReportPage, refused_list);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
sc_import_report_page_init (ScImportReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_count (AdwActionRow *row,
           guint         count)
{
  g_autofree char *text = g_strdup_printf ("%'u", count);

  adw_action_row_set_subtitle (row, text);
}

static GtkWidget *
add_row (GtkListBox *list,
         const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (list, row);

  return row;
}

static void
show_totals (ScImportReportPage *self,
             const ScImportTotal totals[SC_N_DEAL_STATUSES])
{
  gboolean has_deals = FALSE;

  gtk_list_box_remove_all (self->status_list);
  for (guint i = 0; i < SC_N_DEAL_STATUSES; i++)
    {
      g_autofree char *count = g_strdup_printf ("%'u", totals[i].n_deals);
      g_autofree char *sums = sc_import_total_to_text (&totals[i]);
      GtkWidget *row;

      if (totals[i].n_deals == 0)
        continue;
      row = add_row (self->status_list, sc_deal_status_get_title (i), sums);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (count));
      has_deals = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->status_group), has_deals);
}

static void
show_refusal (ScImportReportPage *self,
              const ScRefusedRow *refusal)
{
  g_autofree char *title = NULL;

  if (refusal->column != NULL)
    /* Translators: a line's number, a column's header. */
    title = g_strdup_printf (_("Line %1$u, “%2$s”"), refusal->line, refusal->column);
  else
    title = g_strdup_printf (_("Line %u"), refusal->line);
  add_row (self->refused_list, title, refusal->reason);
}

static void
show_refusals (ScImportReportPage   *self,
               const ScImportReport *report)
{
  guint n_shown = MIN (report->refusals->len, MAX_SHOWN);
  g_autofree char *count =
    g_strdup_printf (ngettext ("%'u row was skipped.", "%'u rows were skipped.", report->n_refused), report->n_refused);
  g_autofree char *description =
    report->n_refused <= n_shown
    ? g_steal_pointer (&count)
    /* Translators: a sentence that says how many rows were not taken, how many of them are shown. */
    : g_strdup_printf (_("%1$s The first %2$u are shown."), count, n_shown);

  gtk_widget_set_visible (GTK_WIDGET (self->refused_group), report->n_refused > 0);
  sc_plain_text_set_group_description (self->refused_group, description);
  gtk_list_box_remove_all (self->refused_list);
  for (guint i = 0; i < n_shown; i++)
    show_refusal (self, report->refusals->pdata[i]);
}

/**
 * sc_import_report_page_show:
 * @self: a page
 * @report: what came of an import
 *
 * Shows it. How deals stand is told of those that came in or were changed; what was
 * left out is shown only where something was.
 */
void
sc_import_report_page_show (ScImportReportPage   *self,
                            const ScImportReport *report)
{
  g_return_if_fail (SC_IS_IMPORT_REPORT_PAGE (self));

  set_count (self->added_row, report->counts.n_added);
  set_count (self->updated_row, report->counts.n_updated);
  set_count (self->unchanged_row, report->counts.n_unchanged);
  set_count (self->repeated_row, report->n_repeated);
  gtk_widget_set_visible (GTK_WIDGET (self->repeated_row), report->n_repeated > 0);
  set_count (self->without_started_row, report->counts.n_without_started);
  gtk_widget_set_visible (GTK_WIDGET (self->without_started_row), report->counts.n_without_started > 0);
  set_count (self->without_closed_row, report->counts.n_without_closed);
  gtk_widget_set_visible (GTK_WIDGET (self->without_closed_row), report->counts.n_without_closed > 0);
  show_totals (self, report->counts.totals);
  show_refusals (self, report);
}
