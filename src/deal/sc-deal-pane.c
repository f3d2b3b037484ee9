/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one deal, to be read and changed. It follows the store. */

#include "deal/sc-deal-pane.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-company-deals.h"
#include "deal/sc-deal-actions.h"
#include "deal/sc-deal-chance-row.h"
#include "deal/sc-deal-checklist.h"
#include "deal/sc-deal-contacts.h"
#include "deal/sc-deal-form.h"
#include "deal/sc-deal-history.h"
#include "deal/sc-deal-move.h"
#include "deal/sc-deal-payments.h"
#include "deal/sc-deal-progress.h"
#include "deal/sc-deal-stage.h"
#include "deal/sc-deal-steps.h"
#include "deal/sc-deal-tactics.h"
#include "deal/sc-deal-text.h"
#include "deal/sc-earlier-answers.h"
#include "model/sc-wall-clock.h"
#include "toolkit/sc-plain-text.h"
#include "widgets/sc-error-dialog.h"

/* How many frames a pane that is being opened is waited for. */
#define N_FRAMES_AT_MOST 60

struct _ScDealPane
{
  AdwBin parent_instance;

  AdwWindowTitle *window_title;
  GtkMenuButton *menu_button;
  GtkStack *stack;
  AdwComboRow *stage_row;
  AdwActionRow *age_row;
  ScDealChanceRow *chance_row;
  AdwActionRow *closed_row;
  ScDealForm *contact;
  ScDealContacts *contacts;
  ScDealSteps *steps;
  ScDealStage *stage;
  ScDealChecklist *checklist;
  ScDealTactics *tactics;
  ScDealForm *value;
  ScDealPayments *payments;
  ScDealForm *rest;
  ScEarlierAnswers *earlier;
  ScCompanyDeals *company_deals;
  ScDealHistory *history;

  ScStore *store;
  GSignalGroup *store_signals;
  gint64 deal_id;
  ScDealDossier *dossier;
  ScDealActions *actions;
  GCancellable *cancellable;
  gboolean is_filling;
  char *wanted_criterion; /* whose answer is to get the focus when the deal is there */
  guint frame_id;
  guint n_frames;
};

enum {
  PROP_0,
  PROP_STORE,
  PROP_DEAL_ID,
  N_PROPS,
};

enum {
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDealPane, sc_deal_pane, ADW_TYPE_BIN);

static void
show_age (ScDealPane *self)
{
  const ScDeal *deal = self->dossier->deal;
  ScStage *stage = sc_version_find_stage (self->dossier->version, deal->stage_id, NULL);
  ScInstant now = sc_clock_now ();
  g_autofree char *age = sc_deal_age_to_full_text (deal, stage, self->dossier->version->calendar, now);

  gtk_widget_set_visible (GTK_WIDGET (self->age_row), sc_deal_status_is_standing (deal->status));
  adw_action_row_set_subtitle (self->age_row, deal->entered_at != SC_INSTANT_NONE ? age : C_("time", "unknown"));
  if (sc_deal_is_past_target (deal, stage, self->dossier->version->calendar, now))
    gtk_widget_add_css_class (GTK_WIDGET (self->age_row), "overdue");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->age_row), "overdue");
}

static void
show_closed (ScDealPane *self)
{
  const ScDeal *deal = self->dossier->deal;
  g_autofree char *day = sc_date_to_text (deal->closed);

  gtk_widget_set_visible (GTK_WIDGET (self->closed_row), deal->status != SC_DEAL_OPEN);
  adw_action_row_set_subtitle (self->closed_row, deal->closed != SC_DATE_NONE ? day : C_("day", "unknown"));
}

static void
time_changed_cb (ScDealPane *self)
{
  if (self->dossier != NULL)
    show_age (self);
}

static void
show_stage (ScDealPane *self)
{
  const ScDeal *deal = self->dossier->deal;
  const ScVersion *version = self->dossier->version;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint position = 0;
  ScStage *stage = sc_version_find_stage (version, deal->stage_id, &position);

  for (guint i = 0; i < version->stages->len; i++)
    gtk_string_list_append (names, sc_version_get_stage (version, i)->name);

  self->is_filling = TRUE;
  adw_combo_row_set_model (self->stage_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->stage_row, stage != NULL ? position : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stage_row), sc_deal_status_is_standing (deal->status));
  self->is_filling = FALSE;

  show_age (self);
}

static void
show_criteria (ScDealPane *self)
{
  const ScDeal *deal = self->dossier->deal;
  const ScStage *stage = sc_version_find_stage (self->dossier->version, deal->stage_id, NULL);
  g_autofree char *progress = stage != NULL ? sc_deal_progress_to_text (self->dossier, stage) : NULL;
  g_autofree char *description = NULL;

  if (stage != NULL && progress != NULL)
    /* Translators: a stage, and how many of its exit criteria are met */
    description = g_strdup_printf (C_("exit criteria", "“%1$s” · %2$s"), stage->name, progress);
  else if (stage != NULL)
    description = g_strdup_printf (_("“%s”"), stage->name);

  sc_plain_text_set_group_title (ADW_PREFERENCES_GROUP (self->checklist), _("Exit Criteria"));
  sc_plain_text_set_group_description (ADW_PREFERENCES_GROUP (self->checklist), description);
  sc_deal_checklist_show (self->checklist, self->store, self->dossier,
                          sc_deal_status_is_standing (deal->status) ? stage : NULL);
}

/* What is shown has its place from the second frame on, and is scrolled to only then. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  ScDealPane *self = SC_DEAL_PANE (widget);
  g_autofree char *criterion_id = NULL;

  if (++self->n_frames < 2 || (!gtk_widget_get_mapped (GTK_WIDGET (self->stack)) && self->n_frames < N_FRAMES_AT_MOST))
    return G_SOURCE_CONTINUE;

  criterion_id = g_steal_pointer (&self->wanted_criterion);
  if (criterion_id != NULL && !sc_deal_checklist_focus_answer (self->checklist, criterion_id)
      && !sc_earlier_answers_focus_answer (self->earlier, criterion_id))
    sc_deal_pane_focus (self);
  self->frame_id = 0;

  return G_SOURCE_REMOVE;
}

static void
focus_wanted (ScDealPane *self)
{
  if (self->wanted_criterion == NULL)
    return;

  self->n_frames = 0;
  if (self->frame_id == 0)
    self->frame_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
}

static void
show_dossier (ScDealPane *self)
{
  const ScDeal *deal = self->dossier->deal;
  g_autofree char *subtitle = sc_deal_status_to_text (deal);
  g_autoptr (GMenuModel) menu = NULL;

  sc_deal_actions_set_place (self->actions, self->store, self->dossier->version);
  sc_deal_actions_set_deal (self->actions, self->dossier->deal);
  menu = sc_deal_actions_create_menu (self->actions);
  gtk_menu_button_set_menu_model (self->menu_button, menu);

  adw_window_title_set_title (self->window_title, sc_deal_get_title (deal));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), sc_deal_get_title (deal));
  adw_window_title_set_subtitle (self->window_title, subtitle);
  show_stage (self);
  sc_deal_chance_row_show (self->chance_row, self->store, self->dossier);
  show_closed (self);
  sc_deal_form_show (self->contact, self->store, self->dossier);
  sc_deal_contacts_show (self->contacts, self->store, self->dossier);
  sc_deal_steps_show (self->steps, self->store, self->dossier);
  sc_deal_stage_show (self->stage, self->store, self->dossier);
  show_criteria (self);
  sc_deal_tactics_show (self->tactics, self->store, self->dossier);
  sc_deal_form_show (self->value, self->store, self->dossier);
  sc_deal_payments_show (self->payments, self->store, self->dossier);
  sc_deal_form_show (self->rest, self->store, self->dossier);
  sc_earlier_answers_show (self->earlier, self->store, self->dossier);
  sc_company_deals_show (self->company_deals, self->dossier);
  sc_deal_history_show (self->history, self->dossier);
  gtk_stack_set_visible_child_name (self->stack, "deal");
  focus_wanted (self);
}

static void
show_nothing (ScDealPane *self,
              const char *page)
{
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  sc_deal_actions_set_deal (self->actions, NULL);
  adw_window_title_set_title (self->window_title, "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), NULL);
  adw_window_title_set_subtitle (self->window_title, "");
  gtk_menu_button_set_menu_model (self->menu_button, NULL);
  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ScDealPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScDealDossier) dossier = sc_deal_dossier_load_finish (SC_STORE (source), result, &error);

  if (self->store == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (dossier == NULL)
    {
      show_nothing (self, "gone");
      if (!g_error_matches (error, SC_STORE_ERROR, SC_STORE_ERROR_NOT_FOUND))
        sc_error_dialog_present (GTK_WIDGET (self), _("Could Not Load Deal"), error);
      return;
    }

  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  self->dossier = g_steal_pointer (&dossier);
  show_dossier (self);
}

static void
load (ScDealPane *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->store == NULL || self->deal_id == 0)
    {
      show_nothing (self, "empty");
      return;
    }

  self->cancellable = g_cancellable_new ();
  sc_deal_dossier_load_async (self->store, self->deal_id, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
changed_cb (ScDealPane        *self,
            const ScChangeSet *changes)
{
  /* Before it has been read its process is not known. */
  const char *process_id = self->dossier != NULL ? self->dossier->deal->process_id : NULL;

  if (self->deal_id != 0
      && (process_id == NULL || sc_change_set_has_deal (changes, process_id, self->deal_id)))
    load (self);
}

static void
form_saved_cb (ScDealPane *self)
{
  load (self);
}

static void
close_clicked_cb (ScDealPane *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
moved_cb (GtkWidget       *origin,
          const ScOutcome *outcome,
          gpointer         user_data)
{
  ScDealPane *self = SC_DEAL_PANE (origin);

  /* Back to the stage that it still stands in. */
  if (outcome == NULL && self->dossier != NULL)
    show_stage (self);
}

static void
stage_selected_cb (ScDealPane *self)
{
  guint selected = adw_combo_row_get_selected (self->stage_row);
  ScStage *stage;

  if (self->is_filling || self->dossier == NULL || selected >= self->dossier->version->stages->len)
    return;

  stage = sc_version_get_stage (self->dossier->version, selected);
  if (g_strcmp0 (stage->id, self->dossier->deal->stage_id) != 0)
    sc_deal_move (GTK_WIDGET (self), self->store, self->dossier->version, self->dossier->deal, NULL, stage->id, -1,
                  moved_cb, NULL);
}

static void
sc_deal_pane_dispose (GObject *object)
{
  ScDealPane *self = SC_DEAL_PANE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->wanted_criterion, g_free);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  g_clear_object (&self->store_signals);
  g_clear_object (&self->store);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_DEAL_PANE);

  G_OBJECT_CLASS (sc_deal_pane_parent_class)->dispose (object);
}

static void
sc_deal_pane_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ScDealPane *self = SC_DEAL_PANE (object);

  switch (property_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;
    case PROP_DEAL_ID:
      g_value_set_int64 (value, self->deal_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_deal_pane_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ScDealPane *self = SC_DEAL_PANE (object);

  switch (property_id)
    {
    case PROP_STORE:
      sc_deal_pane_set_store (self, g_value_get_object (value));
      break;
    case PROP_DEAL_ID:
      sc_deal_pane_set_deal_id (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, SC_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_DEAL_ID] =
    g_param_spec_int64 ("deal-id", NULL, NULL, 0, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sc_deal_pane_class_init (ScDealPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_deal_pane_dispose;
  object_class->get_property = sc_deal_pane_get_property;
  object_class->set_property = sc_deal_pane_set_property;
  install_properties (object_class);

  /**
   * ScDealPane::close:
   *
   * The user is done with the deal.
   */
  signals[SIGNAL_CLOSE] =
    g_signal_new ("close", SC_TYPE_DEAL_PANE, G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "deal.refuse", NULL);

  g_type_ensure (SC_TYPE_DEAL_CHANCE_ROW);
  g_type_ensure (SC_TYPE_DEAL_CHECKLIST);
  g_type_ensure (SC_TYPE_DEAL_FORM);
  g_type_ensure (SC_TYPE_DEAL_HISTORY);
  g_type_ensure (SC_TYPE_DEAL_PAYMENTS);
  g_type_ensure (SC_TYPE_DEAL_STAGE);
  g_type_ensure (SC_TYPE_DEAL_CONTACTS);
  g_type_ensure (SC_TYPE_COMPANY_DEALS);
  g_type_ensure (SC_TYPE_DEAL_STEPS);
  g_type_ensure (SC_TYPE_DEAL_TACTICS);
  g_type_ensure (SC_TYPE_EARLIER_ANSWERS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-deal-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, window_title);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, stage_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, age_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, chance_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, closed_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, contact);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, contacts);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, steps);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, stage);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, checklist);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, tactics);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, value);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, payments);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, rest);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, earlier);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, company_deals);
  gtk_widget_class_bind_template_child (widget_class, ScDealPane, history);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_saved_cb);
}

static void
sc_deal_pane_init (ScDealPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store_signals = g_signal_group_new (SC_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_signals, "changed", G_CALLBACK (changed_cb), self);
  self->actions = sc_deal_actions_new (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "deal", sc_deal_actions_get_group (self->actions));
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (time_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sc_deal_pane_new:
 *
 * Returns: (transfer floating): a pane without a deal
 */
GtkWidget *
sc_deal_pane_new (void)
{
  return g_object_new (SC_TYPE_DEAL_PANE, NULL);
}

/**
 * sc_deal_pane_set_store:
 * @self: a pane
 * @store: (nullable): where deals are kept
 */
void
sc_deal_pane_set_store (ScDealPane *self,
                        ScStore    *store)
{
  g_return_if_fail (SC_IS_DEAL_PANE (self));

  if (!g_set_object (&self->store, store))
    return;

  g_signal_group_set_target (self->store_signals, store);
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
}

/**
 * sc_deal_pane_set_deal_id:
 * @self: a pane
 * @deal_id: the deal to show, 0 for none
 *
 * What is typed for the deal before is saved first.
 */
void
sc_deal_pane_set_deal_id (ScDealPane *self,
                          gint64      deal_id)
{
  g_return_if_fail (SC_IS_DEAL_PANE (self));

  if (self->deal_id == deal_id)
    return;

  if (self->dossier != NULL)
    {
      sc_deal_form_commit (self->contact);
      sc_deal_checklist_commit (self->checklist);
      sc_deal_form_commit (self->value);
      sc_deal_form_commit (self->rest);
      sc_earlier_answers_commit (self->earlier);
    }
  self->deal_id = deal_id;
  g_clear_pointer (&self->wanted_criterion, g_free);
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEAL_ID]);
}

/**
 * sc_deal_pane_get_deal_id:
 * @self: a pane
 *
 * Returns: the deal that it shows, 0 for none
 */
gint64
sc_deal_pane_get_deal_id (ScDealPane *self)
{
  g_return_val_if_fail (SC_IS_DEAL_PANE (self), 0);

  return self->deal_id;
}

/**
 * sc_deal_pane_focus:
 * @self: a pane
 *
 * Gives the focus to the pane.
 */
void
sc_deal_pane_focus (ScDealPane *self)
{
  g_return_if_fail (SC_IS_DEAL_PANE (self));

  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/**
 * sc_deal_pane_focus_answer:
 * @self: a pane
 * @criterion_id: what a stage asks of its deal
 *
 * Gives the focus to the answer, as soon as the deal is read; where the deal is not asked
 * for it any more, to the pane.
 */
void
sc_deal_pane_focus_answer (ScDealPane *self,
                           const char *criterion_id)
{
  g_return_if_fail (SC_IS_DEAL_PANE (self));

  g_set_str (&self->wanted_criterion, criterion_id);
  if (self->dossier != NULL && self->dossier->deal->id == self->deal_id)
    focus_wanted (self);
}

/**
 * sc_deal_pane_has_focus:
 * @self: a pane
 * @deal_id: a deal
 *
 * Returns: whether the focus is on something of that deal in the pane
 */
gboolean
sc_deal_pane_has_focus (ScDealPane *self,
                        gint64      deal_id)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (SC_IS_DEAL_PANE (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return self->deal_id == deal_id && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}
