/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says what is to be won in a month, by one person or by all together, for the Insight view.
 * What is planned already for who and what is chosen stands in the field. */

#include "insight/sc-insight-plan-dialog.h"

#include <glib/gi18n-lib.h>

#include "change/sc-plan-commands.h"
#include "deal/sc-money-row.h"
#include "model/sc-month.h"
#include "statistics/sc-plan-fact.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-ask-change.h"
#include "widgets/sc-error-dialog.h"

/* Months that can be planned: the ones gone last, this one and the ones to come. */
#define N_BEFORE 2
#define N_MONTHS 15

struct _ScInsightPlanDialog
{
  AdwAlertDialog parent_instance;

  AdwComboRow *month_row;
  AdwComboRow *owner_row;
  ScMoneyRow *amount_row;

  ScDate months[N_MONTHS];
  GStrv owners;
  GStrv currencies; /* of the process's deals, the most used first */
  GPtrArray *facts;
  ScDialogGuard *guard;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (ScInsightPlanDialog, sc_insight_plan_dialog, ADW_TYPE_ALERT_DIALOG);

/* Whose plan is chosen; %NULL for that of all together. */
static const char *
get_owner (ScInsightPlanDialog *self)
{
  guint position = adw_combo_row_get_selected (self->owner_row);

  return position > 0 && position <= g_strv_length (self->owners) ? self->owners[position - 1] : NULL;
}

static ScDate
get_month (ScInsightPlanDialog *self)
{
  return self->months[MIN (adw_combo_row_get_selected (self->month_row), N_MONTHS - 1)];
}

static ScMoney
find_plan (ScInsightPlanDialog *self)
{
  for (guint i = 0; i < self->facts->len; i++)
    {
      const ScPlan *plan = ((const ScPlanFact *) self->facts->pdata[i])->plan;

      if (plan->month == get_month (self) && g_strcmp0 (plan->owner, get_owner (self)) == 0)
        return plan->plan;
    }

  return (ScMoney) { 0 };
}

static void
changed_cb (ScInsightPlanDialog *self)
{
  if (self->amount_row != NULL)
    adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "save",
                                           sc_field_row_is_valid (SC_FIELD_ROW (self->amount_row)));
}

/* What is planned for them takes the place of what stands there. */
static void
chosen_cb (ScInsightPlanDialog *self)
{
  if (!self->is_filling && self->facts != NULL)
    sc_money_row_set_money (self->amount_row, find_plan (self));
}

static void
sc_insight_plan_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_INSIGHT_PLAN_DIALOG);

  G_OBJECT_CLASS (sc_insight_plan_dialog_parent_class)->dispose (object);
}

static void
sc_insight_plan_dialog_finalize (GObject *object)
{
  ScInsightPlanDialog *self = SC_INSIGHT_PLAN_DIALOG (object);

  g_clear_pointer (&self->owners, g_strfreev);
  g_clear_pointer (&self->currencies, g_strfreev);
  g_clear_pointer (&self->facts, g_ptr_array_unref);

  G_OBJECT_CLASS (sc_insight_plan_dialog_parent_class)->finalize (object);
}

static void
sc_insight_plan_dialog_class_init (ScInsightPlanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_insight_plan_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_insight_plan_dialog_finalize;

  g_type_ensure (SC_TYPE_MONEY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/insight/sc-insight-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScInsightPlanDialog, month_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightPlanDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, ScInsightPlanDialog, amount_row);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sc_insight_plan_dialog_init (ScInsightPlanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->amount_row));
}

static void
fill_months (ScInsightPlanDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  ScDate month = sc_month_of (sc_clock_today ());

  for (guint i = 0; i < N_BEFORE; i++)
    month = sc_month_of (month - 1);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *name = sc_month_to_text (month);

      self->months[i] = month;
      gtk_string_list_append (names, name);
      month = sc_month_get_next (month);
    }
  adw_combo_row_set_model (self->month_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->month_row, N_BEFORE);
}

static void
fill_owners (ScInsightPlanDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]) { _("All together"), NULL });

  for (guint i = 0; self->owners[i] != NULL; i++)
    gtk_string_list_append (names, self->owners[i]);
  adw_combo_row_set_model (self->owner_row, G_LIST_MODEL (names));
}

static AdwDialog *
dialog_new (const char *const *owners,
            const char *const *currencies,
            GPtrArray         *facts)
{
  ScInsightPlanDialog *self = g_object_new (SC_TYPE_INSIGHT_PLAN_DIALOG, NULL);

  self->owners = g_strdupv ((GStrv) owners);
  self->currencies = g_strdupv ((GStrv) currencies);
  sc_money_row_set_currencies (self->amount_row, currencies);
  self->is_filling = TRUE;
  fill_months (self);
  fill_owners (self);
  self->is_filling = FALSE;
  self->facts = g_ptr_array_ref (facts);
  chosen_cb (self);

  return ADW_DIALOG (self);
}

/* Another dialog, with what is entered in this one. */
static AdwDialog *
ask_again (AdwAlertDialog *dialog)
{
  ScInsightPlanDialog *before = SC_INSIGHT_PLAN_DIALOG (dialog);
  AdwDialog *again = dialog_new ((const char *const *) before->owners, (const char *const *) before->currencies,
                                 before->facts);
  ScInsightPlanDialog *self = SC_INSIGHT_PLAN_DIALOG (again);

  adw_combo_row_set_selected (self->month_row, adw_combo_row_get_selected (before->month_row));
  adw_combo_row_set_selected (self->owner_row, adw_combo_row_get_selected (before->owner_row));
  sc_money_row_set_money (self->amount_row, sc_money_row_get_money (before->amount_row));
  sc_dialog_guard_touch (self->guard);

  return again;
}

static ScCommand *
create_command (AdwAlertDialog *dialog,
                gpointer        process)
{
  ScInsightPlanDialog *self = SC_INSIGHT_PLAN_DIALOG (dialog);

  return sc_command_set_plan (process, get_month (self), get_owner (self), sc_money_row_get_money (self->amount_row));
}

static GStrv
list_owners (ScStore *store,
             GError **error)
{
  g_autoptr (GPtrArray) users = sc_store_list_users (store, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; users != NULL && i < users->len; i++)
    g_strv_builder_add (names, ((const ScUser *) users->pdata[i])->name);

  return users != NULL ? g_strv_builder_end (names) : NULL;
}

/**
 * sc_insight_plan_dialog_ask:
 * @origin: the widget that it is asked from
 * @store: a store
 * @process_id: a process
 * @facts: (element-type ScPlanFact): what is planned by now
 *
 * Asks what is to be won in a month.
 */
void
sc_insight_plan_dialog_ask (GtkWidget  *origin,
                            ScStore    *store,
                            const char *process_id,
                            GPtrArray  *facts)
{
  const ScAskChange change = { "save", create_command, ask_again, NULL, _("Plan changed"), (GDestroyNotify) sc_process_unref };
  g_autoptr (GError) error = NULL;
  g_autoptr (ScProcess) process = sc_store_load_process (store, process_id, &error);
  g_auto (GStrv) owners = process != NULL ? list_owners (store, &error) : NULL;
  g_auto (GStrv) currencies = owners != NULL ? sc_store_list_currencies (store, process_id, &error) : NULL;

  if (currencies == NULL)
    {
      sc_error_dialog_present (origin, _("The Plans Can’t Be Read"), error);
      return;
    }

  sc_ask_change (dialog_new ((const char *const *) owners, (const char *const *) currencies, facts), origin, store, &change, g_steal_pointer (&process));
}
