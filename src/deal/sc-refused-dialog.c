/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A client refuses, or went silent: what can still be answered, why, what was agreed, and
 * what becomes of the deal, or of several at once. What the reason and the stage say is preselected; the person
 * has the last word. What is entered stays until the change is made. */

#include "deal/sc-refused-dialog.h"

#include <glib/gi18n-lib.h>

#include "change/sc-deal-commands.h"
#include "deal/sc-deal-text.h"
#include "deal/sc-objections.h"
#include "toolkit/sc-plain-text.h"
#include "unsaved/sc-dialog-guard.h"
#include "widgets/sc-date-row.h"
#include "widgets/sc-error-dialog.h"

/* How high the dialog is, as far as there is room. */
#define HEIGHT 560
#define HEIGHT_WITH_OBJECTIONS 800

struct _ScRefusedDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkButton *confirm_button;
  GtkWidget *page;
  ScObjections *objections;
  AdwComboRow *reason_row;
  AdwEntryRow *own_row;
  AdwEntryRow *note_row;
  AdwPreferencesGroup *outcome_group;
  AdwActionRow *lost_row;
  GtkCheckButton *lost_check;
  AdwActionRow *back_row;
  GtkCheckButton *back_check;
  GtkCheckButton *park_check;
  ScDateRow *until_row;

  ScStore *store;
  ScRefusalFacts *facts;
  ScRefusalPlan *plan;
  ScDialogGuard *guard;
  gboolean is_filling;
  gboolean has_chosen; /* what becomes of the deal, whatever the reason says */
  gboolean has_dated;
  gboolean is_running;
};

enum {
  SIGNAL_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScRefusedDialog, sc_refused_dialog, ADW_TYPE_DIALOG);

static gboolean
has_many (ScRefusedDialog *self)
{
  return self->facts->deal_ids != NULL;
}

/* Of some of the deals, not of all, it is the second refusal in the stage. */
static gboolean
differ (ScRefusedDialog *self)
{
  return self->facts->n_refusals > 0 && self->facts->n_refusals < sc_refusal_facts_count (self->facts);
}

static guint
count_reasons (ScRefusedDialog *self)
{
  return g_strv_length (self->facts->reasons);
}

/* In front of the process's own reasons stands that none is chosen yet, behind them
 * another one. */
static gboolean
is_own_reason (ScRefusedDialog *self)
{
  guint n_reasons = count_reasons (self);

  return n_reasons == 0 || adw_combo_row_get_selected (self->reason_row) == n_reasons + 1;
}

static gboolean
can_confirm (ScRefusedDialog *self)
{
  g_autofree char *reason = sc_refused_dialog_get_reason (self);

  if (*reason == '\0' || self->is_running)
    return FALSE;

  return self->plan->kind != SC_REFUSAL_PARK || sc_date_row_get_date (self->until_row) > sc_clock_today ();
}

static const char *
get_confirm_label (ScRefusedDialog *self)
{
  switch (self->plan->kind)
    {
    case SC_REFUSAL_BACK:
      return _("Move _Back");
    case SC_REFUSAL_PARK:
      return C_("refusal", "_Park");
    case SC_REFUSAL_LOST:
    default:
      return self->plan->ends_early ? C_("refusal", "_End Early") : _("Mark as _Lost");
    }
}

/* As long as nobody has chosen, each deal has its own. */
static gboolean
is_chosen_for_all (ScRefusedDialog *self)
{
  return self->has_chosen || self->has_dated || !differ (self) || self->plan->kind == SC_REFUSAL_LOST;
}

static void
show_difference (ScRefusedDialog *self)
{
  guint n = self->facts->n_refusals;
  g_autofree char *text =
    g_strdup_printf (/* Translators: of several deals */
      ngettext ("%u of the deals was refused in this stage before: it is lost, unless you choose here for all.",
                "%u of the deals were refused in this stage before: these are lost, unless you choose here for all.", n), n);

  sc_plain_text_set_group_description (self->outcome_group, is_chosen_for_all (self) ? NULL : text);
}

static void
update_confirm (ScRefusedDialog *self)
{
  gboolean is_end = self->plan->kind == SC_REFUSAL_LOST;

  gtk_button_set_label (self->confirm_button, get_confirm_label (self));
  gtk_widget_remove_css_class (GTK_WIDGET (self->confirm_button), is_end ? "suggested-action" : "destructive-action");
  gtk_widget_add_css_class (GTK_WIDGET (self->confirm_button), is_end ? "destructive-action" : "suggested-action");
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm_button), can_confirm (self));
  show_difference (self);
}

static GtkCheckButton *
get_check (ScRefusedDialog *self,
           ScRefusalKind    kind)
{
  GtkCheckButton *checks[SC_N_REFUSAL_KINDS] = {
    [SC_REFUSAL_LOST] = self->lost_check,
    [SC_REFUSAL_BACK] = self->back_check,
    [SC_REFUSAL_PARK] = self->park_check,
  };

  return checks[kind];
}

static ScRefusalKind
get_kind (ScRefusedDialog *self)
{
  if (gtk_check_button_get_active (self->back_check))
    return SC_REFUSAL_BACK;

  return gtk_check_button_get_active (self->park_check) ? SC_REFUSAL_PARK : SC_REFUSAL_LOST;
}

static const char *
get_lost_subtitle (ScRefusedDialog *self)
{
  if (self->facts->n_won > 0 && !self->plan->ends_early)
    return _("Those that are won end early");

  return self->facts->n_refusals > 0 && !differ (self) ? _("The client has refused in this stage before") : "";
}

static void
show_plan (ScRefusedDialog *self)
{
  const ScStage *back = self->plan->stage_id != NULL
    ? sc_version_find_stage (self->facts->version, self->plan->stage_id, NULL) : NULL;
  /* Translators: %s is a stage */
  g_autofree char *back_title = g_strdup_printf (_("Back to “%s”"), back != NULL ? back->name : "");

  self->is_filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->lost_row),
                                 sc_deal_status_get_title (self->plan->ends_early ? SC_DEAL_ENDED_EARLY : SC_DEAL_LOST));
  adw_action_row_set_subtitle (self->lost_row, get_lost_subtitle (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->back_row), back_title);
  gtk_widget_set_visible (GTK_WIDGET (self->back_row), back != NULL && !self->plan->ends_early);
  gtk_check_button_set_active (get_check (self, self->plan->kind), TRUE);
  if (!self->has_dated)
    sc_date_row_set_date (self->until_row, self->plan->until);
  self->is_filling = FALSE;
  update_confirm (self);
}

/* Those of several stages have no stage in common that they could go back to. */
static ScRefusalPlan *
choose_plan (ScRefusedDialog *self,
             const char      *reason)
{
  const ScRefusalFacts *facts = self->facts;
  ScRefusalPlan *plan = sc_refusal_plan_choose (facts->version, facts->deal, reason, differ (self) ? 0 : facts->n_refusals);

  if (facts->is_mixed)
    {
      g_clear_pointer (&plan->stage_id, g_free);
      plan->kind = SC_REFUSAL_LOST;
      plan->ends_early = facts->n_won == sc_refusal_facts_count (facts);
    }

  return plan;
}

/* What was chosen by hand stays, as long as it can be. */
static void
make_plan (ScRefusedDialog *self)
{
  g_autofree char *reason = sc_refused_dialog_get_reason (self);
  ScRefusalPlan *plan = choose_plan (self, reason);
  gboolean can_go_back = plan->stage_id != NULL && !plan->ends_early;

  if (self->has_chosen && (get_kind (self) != SC_REFUSAL_BACK || can_go_back))
    plan->kind = get_kind (self);
  g_clear_pointer (&self->plan, sc_refusal_plan_free);
  self->plan = plan;
  show_plan (self);
  /* Texts are filled in for one client. */
  if (has_many (self))
    gtk_widget_set_visible (GTK_WIDGET (self->objections), FALSE);
  else
    sc_objections_show (self->objections, self->store, self->facts, *reason != '\0' ? reason : NULL);
}

static void
reason_changed_cb (ScRefusedDialog *self)
{
  if (!self->is_filling)
    make_plan (self);
}

static void
reason_selected_cb (ScRefusedDialog *self)
{
  if (self->is_filling)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->own_row), is_own_reason (self));
  make_plan (self);
  if (is_own_reason (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->own_row));
}

static void
outcome_toggled_cb (ScRefusedDialog *self,
                    GtkCheckButton  *check)
{
  if (self->is_filling || !gtk_check_button_get_active (check))
    return;

  self->has_chosen = TRUE;
  self->plan->kind = get_kind (self);
  update_confirm (self);
}

static void
until_changed_cb (ScRefusedDialog *self)
{
  if (self->is_filling)
    return;

  self->has_dated = TRUE;
  update_confirm (self);
}

static char *
make_message_of_many (ScRefusedDialog     *self,
                      const ScRefusalPlan *plan)
{
  guint n = sc_refusal_facts_count (self->facts);

  if (!is_chosen_for_all (self))
    return g_strdup_printf (ngettext ("Refusal of %u deal noted", "Refusals of %u deals noted", n), n);
  if (plan->kind == SC_REFUSAL_BACK)
    return g_strdup_printf (ngettext ("%u deal moved back", "%u deals moved back", n), n);
  if (plan->kind == SC_REFUSAL_PARK)
    return g_strdup_printf (ngettext ("%u deal parked", "%u deals parked", n), n);
  if (plan->ends_early)
    return g_strdup_printf (ngettext ("%u deal ended early", "%u deals ended early", n), n);

  return g_strdup_printf (ngettext ("%u deal lost", "%u deals lost", n), n);
}

static char *
make_message (ScRefusedDialog     *self,
              const ScRefusalPlan *plan)
{
  g_autofree char *reason = sc_refused_dialog_get_reason (self);
  const ScStage *back = plan->stage_id != NULL ? sc_version_find_stage (self->facts->version, plan->stage_id, NULL) : NULL;
  g_autofree char *day = sc_date_spell_out (plan->until);

  switch (plan->kind)
    {
    case SC_REFUSAL_BACK:
      /* Translators: %s is a stage */
      return g_strdup_printf (_("Back to “%s”"), back != NULL ? back->name : "");
    case SC_REFUSAL_PARK:
      /* Translators: %s is a day, such as 22 February 2027 */
      return g_strdup_printf (_("Parked until %s"), day);
    case SC_REFUSAL_LOST:
    default:
      /* Translators: a status and the reason for it: “Lost: price” */
      return g_strdup_printf (C_("deal status", "%1$s: %2$s"),
                              sc_deal_status_get_title (plan->ends_early ? SC_DEAL_ENDED_EARLY : SC_DEAL_LOST), reason);
    }
}

static void
set_running (ScRefusedDialog *self,
             gboolean         is_running)
{
  self->is_running = is_running;
  sc_dialog_guard_set_busy (self->guard, is_running);
  gtk_widget_set_sensitive (self->page, !is_running);
  update_confirm (self);
}

static void
fill (ScRefusedDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *const[]) { _("Not chosen yet"), NULL });
  gboolean has_reasons = count_reasons (self) > 0;
  guint n = sc_refusal_facts_count (self->facts);
  g_autofree char *deals = g_strdup_printf (ngettext ("%u deal", "%u deals", n), n);

  adw_window_title_set_subtitle (self->window_title, has_many (self) ? deals : sc_deal_get_title (self->facts->deal));
  if (has_many (self))
    {
      adw_dialog_set_title (ADW_DIALOG (self), _("Clients Refused"));
      adw_preferences_group_set_title (self->outcome_group, _("What Becomes of the Deals"));
    }
  gtk_string_list_splice (names, 1, 0, (const char *const *) self->facts->reasons);
  gtk_string_list_append (names, _("Another reason"));
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->reason_row, G_LIST_MODEL (names));
  self->is_filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), has_reasons);
  gtk_widget_set_visible (GTK_WIDGET (self->own_row), !has_reasons);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->own_row), has_reasons ? _("Another reason") : _("Reason"));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (has_reasons ? (gpointer) self->reason_row : (gpointer) self->own_row));
  make_plan (self);
  adw_dialog_set_content_height (ADW_DIALOG (self), gtk_widget_get_visible (GTK_WIDGET (self->objections))
                                                      ? HEIGHT_WITH_OBJECTIONS : HEIGHT);
}

/* The deal as others have made it: what was entered for it stays. */
static void
reloaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (ScRefusedDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScRefusalFacts) facts = sc_refusal_facts_load_finish (SC_STORE (source), result, &error);

  set_running (self, FALSE);
  if (facts == NULL)
    {
      sc_error_dialog_present (GTK_WIDGET (self), _("The Change Was Not Saved"), error);
      return;
    }

  g_strfreev (facts->reasons);
  facts->reasons = g_strdupv (self->facts->reasons);
  g_clear_pointer (&self->facts, sc_refusal_facts_free);
  self->facts = g_steal_pointer (&facts);
  make_plan (self);
  error = g_error_new_literal (SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT,
                               _("The deal was moved meanwhile, in another window or by another program. "
                                 "Look at what becomes of it now, then go on, or cancel to leave it as it is."));
  sc_error_dialog_present (GTK_WIDGET (self), _("The Change Was Not Saved"), error);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (ScRefusedDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScOutcome) outcome = sc_command_run_finish (SC_STORE (source), result, &error);
  g_autofree char *message = NULL;

  if (g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_CONFLICT) && !has_many (self))
    {
      sc_refusal_facts_load_async (self->store, self->facts->deal->id, NULL, reloaded_cb, g_object_ref (self));
      return;
    }

  set_running (self, FALSE);
  if (outcome == NULL)
    {
      sc_error_dialog_present (GTK_WIDGET (self), _("The Change Was Not Saved"), error);
      return;
    }

  message = has_many (self) ? make_message_of_many (self, self->plan) : make_message (self, self->plan);
  adw_dialog_force_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, outcome, message);
}

static ScCommand *
create_command (ScRefusedDialog *self)
{
  g_autofree char *reason = sc_refused_dialog_get_reason (self);
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note_row));
  const ScRefusalFacts *facts = self->facts;
  ScCommand *command;

  if (!has_many (self))
    return sc_command_refuse_deal (facts->deal, self->plan, reason, note);

  command = sc_command_refuse_deals ((gint64 *) (gpointer) facts->deal_ids->data, facts->deal_ids->len,
                                     is_chosen_for_all (self) ? self->plan : NULL, reason, note);
  for (guint i = 0; i < facts->seen->len; i++)
    {
      const ScDeal *deal = facts->seen->pdata[i];

      command = sc_command_require_deals (command, deal, &deal->id, 1);
    }

  return command;
}

static void
confirm_clicked_cb (ScRefusedDialog *self)
{
  ScCommand *command;

  if (!can_confirm (self))
    return;

  self->plan->until = sc_date_row_get_date (self->until_row);
  command = create_command (self);
  set_running (self, TRUE);
  sc_command_run_async (command, self->store, NULL, run_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (ScRefusedDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
sc_refused_dialog_dispose (GObject *object)
{
  ScRefusedDialog *self = SC_REFUSED_DIALOG (object);

  g_clear_pointer (&self->plan, sc_refusal_plan_free);
  g_clear_pointer (&self->facts, sc_refusal_facts_free);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_REFUSED_DIALOG);

  G_OBJECT_CLASS (sc_refused_dialog_parent_class)->dispose (object);
}

static void
sc_refused_dialog_class_init (ScRefusedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_refused_dialog_dispose;

  /**
   * ScRefusedDialog::refused:
   * @outcome: what came of the change
   * @message: what has become of the deal, for people
   *
   * The refusal is written.
   */
  signals[SIGNAL_REFUSED] =
    g_signal_new ("refused", SC_TYPE_REFUSED_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                  G_TYPE_POINTER, G_TYPE_STRING);

  g_type_ensure (SC_TYPE_DATE_ROW);
  g_type_ensure (SC_TYPE_OBJECTIONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-refused-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, page);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, objections);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, own_row);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, outcome_group);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, lost_row);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, lost_check);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, back_row);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, back_check);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, park_check);
  gtk_widget_class_bind_template_child (widget_class, ScRefusedDialog, until_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, outcome_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, until_changed_cb);
}

static void
sc_refused_dialog_init (ScRefusedDialog *self)
{
  /* Until it is known what is shown. */
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->guard = sc_dialog_guard_add (ADW_DIALOG (self));
}

/**
 * sc_refused_dialog_new:
 * @store: the store
 * @facts: (transfer full): what is known of a deal that stands on the board, or of several
 *
 * Returns: (transfer floating): a dialog that asks what becomes of them, and writes it
 */
AdwDialog *
sc_refused_dialog_new (ScStore        *store,
                       ScRefusalFacts *facts)
{
  ScRefusedDialog *self = g_object_new (SC_TYPE_REFUSED_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->facts = facts;
  fill (self);

  return ADW_DIALOG (self);
}

/**
 * sc_refused_dialog_get_plan:
 * @self: a dialog
 *
 * Returns: (transfer none): what is to become of the deal, as it is selected now
 */
const ScRefusalPlan *
sc_refused_dialog_get_plan (ScRefusedDialog *self)
{
  g_return_val_if_fail (SC_IS_REFUSED_DIALOG (self), NULL);

  return self->plan;
}

/**
 * sc_refused_dialog_get_reason:
 * @self: a dialog
 *
 * Returns: (transfer full): why the client refuses, empty while nobody has said it
 */
char *
sc_refused_dialog_get_reason (ScRefusedDialog *self)
{
  guint selected;

  g_return_val_if_fail (SC_IS_REFUSED_DIALOG (self), NULL);

  selected = adw_combo_row_get_selected (self->reason_row);
  if (!is_own_reason (self))
    return g_strdup (selected > 0 && selected <= count_reasons (self) ? self->facts->reasons[selected - 1] : "");

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own_row))));
}
