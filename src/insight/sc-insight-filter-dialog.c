/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks which deals figures are to be made of. Owners and sources are those that figures have
 * by now, and what is chosen already. */

#include "insight/sc-insight-filter-dialog.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-money-row.h"
#include "widgets/sc-date-row.h"

struct _ScInsightFilterDialog
{
  AdwAlertDialog parent_instance;

  ScFiguresQuery *query;

  ScDateRow *from_row;
  ScDateRow *to_row;
  ScDateRow *as_of_row;
  AdwComboRow *owner_row;
  AdwComboRow *source_row;
  AdwEntryRow *label_row;
  ScMoneyRow *low_row;
  ScMoneyRow *high_row;
  AdwSpinRow *version_row;
  AdwComboRow *unit_row;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScInsightFilterDialog, sc_insight_filter_dialog, ADW_TYPE_ALERT_DIALOG);

static void
changed_cb (ScInsightFilterDialog *self)
{
  ScFieldRow *const rows[] = {
    SC_FIELD_ROW (self->from_row), SC_FIELD_ROW (self->to_row), SC_FIELD_ROW (self->as_of_row),
    SC_FIELD_ROW (self->low_row), SC_FIELD_ROW (self->high_row),
  };
  gboolean is_valid = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    is_valid = is_valid && sc_field_row_is_valid (rows[i]);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "apply", is_valid);
}

/* The first entry is for all of them. */
static char *
get_chosen (AdwComboRow *row)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (row);

  return chosen != NULL && adw_combo_row_get_selected (row) > 0 ? g_strdup (gtk_string_object_get_string (chosen)) : NULL;
}

static void
take_query (ScInsightFilterDialog *self)
{
  ScFiguresQuery *query = self->query;
  g_autofree char *label = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->label_row))));

  query->from = sc_date_row_get_date (self->from_row);
  query->to = sc_date_row_get_date (self->to_row);
  query->as_of = sc_date_row_get_date (self->as_of_row);
  g_free (query->owner);
  query->owner = get_chosen (self->owner_row);
  g_free (query->source);
  query->source = get_chosen (self->source_row);
  g_set_str (&query->label, *label != '\0' ? label : NULL);
  query->low = sc_money_row_get_money (self->low_row);
  query->high = sc_money_row_get_money (self->high_row);
  query->version = (guint) adw_spin_row_get_value (self->version_row);
  query->unit = adw_combo_row_get_selected (self->unit_row) == 0 ? SC_COUNT_WORKING_DAYS : SC_COUNT_DAYS;
}

static void
response_cb (ScInsightFilterDialog *self,
             const char            *response)
{
  if (g_str_equal (response, "reset"))
    {
      ScFiguresQuery *query = sc_figures_query_new (self->query->process_id);

      query->unit = self->query->unit;
      sc_figures_query_free (self->query);
      self->query = query;
    }
  else if (g_str_equal (response, "apply"))
    take_query (self);
  else
    return;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sc_insight_filter_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_INSIGHT_FILTER_DIALOG);

  G_OBJECT_CLASS (sc_insight_filter_dialog_parent_class)->dispose (object);
}

static void
sc_insight_filter_dialog_finalize (GObject *object)
{
  sc_figures_query_free (SC_INSIGHT_FILTER_DIALOG (object)->query);

  G_OBJECT_CLASS (sc_insight_filter_dialog_parent_class)->finalize (object);
}

static void
sc_insight_filter_dialog_class_init (ScInsightFilterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_insight_filter_dialog_dispose;
  object_class->finalize = sc_insight_filter_dialog_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", SC_TYPE_INSIGHT_FILTER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/insight/sc-insight-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, to_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, as_of_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, label_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, low_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, high_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, version_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightFilterDialog, unit_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
sc_insight_filter_dialog_init (ScInsightFilterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (AdwComboRow     *row,
      const char      *all,
      const GPtrArray *groups,
      const char      *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]) { all, NULL });
  guint position = 0;

  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      const ScFlowGroup *group = groups->pdata[i];

      if (*group->key == '\0')
        continue;
      gtk_string_list_append (names, group->key);
      if (g_strcmp0 (group->key, chosen) == 0)
        position = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }
  if (chosen != NULL && position == 0)
    {
      gtk_string_list_append (names, chosen);
      position = g_list_model_get_n_items (G_LIST_MODEL (names)) - 1;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, position);
}

/**
 * sc_insight_filter_dialog_new:
 * @query: which deals figures are made of at present
 * @flow: (nullable): figures that name owners and sources
 *
 * Returns: (transfer floating): a dialog, which emits “changed” where others are chosen
 */
ScInsightFilterDialog *
sc_insight_filter_dialog_new (const ScFiguresQuery *query,
                              const ScFlow         *flow)
{
  ScInsightFilterDialog *self = g_object_new (SC_TYPE_INSIGHT_FILTER_DIALOG, NULL);

  self->query = sc_figures_query_copy (query);
  sc_date_row_set_date (self->from_row, query->from);
  sc_date_row_set_date (self->to_row, query->to);
  sc_date_row_set_date (self->as_of_row, query->as_of);
  fill (self->owner_row, _("Anyone"), flow != NULL ? flow->by_owner : NULL, query->owner);
  fill (self->source_row, _("Any"), flow != NULL ? flow->by_source : NULL, query->source);
  gtk_editable_set_text (GTK_EDITABLE (self->label_row), query->label != NULL ? query->label : "");
  sc_money_row_set_money (self->low_row, query->low);
  sc_money_row_set_money (self->high_row, query->high);
  adw_spin_row_set_value (self->version_row, query->version);
  adw_combo_row_set_selected (self->unit_row, query->unit == SC_COUNT_DAYS ? 1 : 0);

  return self;
}

/**
 * sc_insight_filter_dialog_get_query:
 * @self: a dialog
 *
 * Returns: (transfer none): which deals are wanted
 */
ScFiguresQuery *
sc_insight_filter_dialog_get_query (ScInsightFilterDialog *self)
{
  g_return_val_if_fail (SC_IS_INSIGHT_FILTER_DIALOG (self), NULL);

  return self->query;
}
