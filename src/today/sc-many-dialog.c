/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what becomes of many things of a group of Today at once, the old ones or all: steps
 * are noted as done, deals are lost or handed over. */

#include "today/sc-many-dialog.h"

#include <glib/gi18n-lib.h>

struct _ScManyDialog
{
  AdwAlertDialog parent_instance;

  ScDueGroup group;
  GPtrArray *rows; /* of ScDueRow */
  GPtrArray *users; /* of ScUser */
  GArray *works; /* of Work, in the order that they are offered */

  AdwComboRow *age_row;
  AdwComboRow *work_row;
  AdwEntryRow *reason_row;
  AdwComboRow *owner_row;
  GtkLabel *count_label;
};

typedef enum {
  WORK_DONE,
  WORK_LOSE,
  WORK_HAND_OVER,
} Work;

/* How old they are at least, in days. */
static const struct {
  guint n_days;
  const char *label;
} ages[] = {
  { 0, N_("All") },
  { 30, N_("Older Than 30 Days") },
  { 90, N_("Older Than 90 Days") },
  { 180, N_("Older Than 180 Days") },
  { 365, N_("Older Than a Year") },
};

static const char *const work_labels[] = {
  [WORK_DONE] = N_("Note the Steps as Done"),
  [WORK_LOSE] = N_("Lose the Deals"),
  [WORK_HAND_OVER] = N_("Hand the Deals Over"),
};

G_DEFINE_FINAL_TYPE (ScManyDialog, sc_many_dialog, ADW_TYPE_ALERT_DIALOG);

static Work
get_work (ScManyDialog *self)
{
  return g_array_index (self->works, Work, adw_combo_row_get_selected (self->work_row));
}

/* Since when it waits: for a deal in its stage, since it came there. */
static ScDate
get_since (const ScDueRow *row)
{
  if (row->due != SC_DATE_NONE)
    return row->due;
  if (row->deal->entered_at != SC_INSTANT_NONE)
    return sc_date_from_instant (row->deal->entered_at);

  return row->deal->started;
}

/* What nobody knows the age of is old to nobody. */
static gboolean
is_meant (ScManyDialog   *self,
          const ScDueRow *row)
{
  guint n_days = ages[adw_combo_row_get_selected (self->age_row)].n_days;
  ScDate since = get_since (row);

  if (n_days > 0 && (since == SC_DATE_NONE || since + n_days >= sc_clock_today ()))
    return FALSE;

  return get_work (self) == WORK_DONE ? row->activity != NULL : sc_deal_status_is_standing (row->deal->status);
}

/* A deal that stands there with two things is one. */
static GArray *
list_deals (ScManyDialog *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *deal_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->rows->len; i++)
    {
      ScDueRow *row = self->rows->pdata[i];

      if (is_meant (self, row) && g_hash_table_add (seen, &row->deal->id))
        g_array_append_val (deal_ids, row->deal->id);
    }

  return deal_ids;
}

static GPtrArray *
list_steps (ScManyDialog *self)
{
  GPtrArray *steps = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    if (is_meant (self, self->rows->pdata[i]))
      g_ptr_array_add (steps, ((ScDueRow *) self->rows->pdata[i])->activity);

  return steps;
}

static guint
count (ScManyDialog *self)
{
  g_autoptr (GArray) deals = list_deals (self);
  g_autoptr (GPtrArray) steps = get_work (self) == WORK_DONE ? list_steps (self) : NULL;

  return steps != NULL ? steps->len : deals->len;
}

static void
changed_cb (ScManyDialog *self)
{
  g_autofree char *text = NULL;
  guint n;

  if (self->rows == NULL || adw_combo_row_get_selected (self->work_row) >= self->works->len)
    return;

  n = count (self);
  text = get_work (self) == WORK_DONE ? g_strdup_printf (ngettext ("%'u step", "%'u steps", n), n)
                                      : g_strdup_printf (ngettext ("%'u deal", "%'u deals", n), n);
  gtk_label_set_label (self->count_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->reason_row), get_work (self) == WORK_LOSE);
  gtk_widget_set_visible (GTK_WIDGET (self->owner_row), get_work (self) == WORK_HAND_OVER);
  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "apply", n > 0);
}

static void
sc_many_dialog_dispose (GObject *object)
{
  ScManyDialog *self = SC_MANY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_MANY_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->works, g_array_unref);

  G_OBJECT_CLASS (sc_many_dialog_parent_class)->dispose (object);
}

static void
sc_many_dialog_class_init (ScManyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_many_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/today/sc-many-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ScManyDialog, age_row);
  gtk_widget_class_bind_template_child (widget_class, ScManyDialog, work_row);
  gtk_widget_class_bind_template_child (widget_class, ScManyDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, ScManyDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, ScManyDialog, count_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
sc_many_dialog_init (ScManyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->works = g_array_new (FALSE, FALSE, sizeof (Work));
}

static void
offer (ScManyDialog  *self,
       GtkStringList *labels,
       Work           work)
{
  g_array_append_val (self->works, work);
  gtk_string_list_append (labels, _(work_labels[work]));
}

static void
fill_rows (ScManyDialog *self)
{
  g_autoptr (GtkStringList) age_labels = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) owners = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    gtk_string_list_append (age_labels, _(ages[i].label));
  if (self->group == SC_DUE_GROUP_OVERDUE || self->group == SC_DUE_GROUP_WOKEN)
    offer (self, labels, WORK_DONE);
  offer (self, labels, WORK_LOSE);
  if (self->users->len > 0)
    offer (self, labels, WORK_HAND_OVER);
  for (guint i = 0; i < self->users->len; i++)
    gtk_string_list_append (owners, ((ScUser *) self->users->pdata[i])->name);

  adw_combo_row_set_model (self->age_row, G_LIST_MODEL (age_labels));
  adw_combo_row_set_model (self->work_row, G_LIST_MODEL (labels));
  adw_combo_row_set_model (self->owner_row, G_LIST_MODEL (owners));
}

/**
 * sc_many_dialog_new:
 * @group: a group of Today
 * @rows: (element-type ScDueRow): all that there is of it
 * @users: (element-type ScUser): to whom deals can be handed over
 *
 * Returns: (transfer floating): a dialog with the responses “cancel” and “apply”
 */
AdwDialog *
sc_many_dialog_new (ScDueGroup group,
                    GPtrArray *rows,
                    GPtrArray *users)
{
  ScManyDialog *self = g_object_new (SC_TYPE_MANY_DIALOG, NULL);

  self->group = group;
  self->rows = g_ptr_array_ref (rows);
  self->users = g_ptr_array_ref (users);
  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self), _("Many at Once"));
  adw_alert_dialog_set_body (ADW_ALERT_DIALOG (self), sc_due_group_get_title (group));
  fill_rows (self);
  changed_cb (self);

  return ADW_DIALOG (self);
}

/**
 * sc_many_dialog_ask_again:
 * @dialog: a dialog
 *
 * Returns: (transfer floating): another one that asks the same, as @dialog was answered
 */
AdwDialog *
sc_many_dialog_ask_again (AdwAlertDialog *dialog)
{
  ScManyDialog *old = SC_MANY_DIALOG (dialog);
  AdwDialog *again = sc_many_dialog_new (old->group, old->rows, old->users);
  ScManyDialog *self = SC_MANY_DIALOG (again);

  adw_combo_row_set_selected (self->age_row, adw_combo_row_get_selected (old->age_row));
  adw_combo_row_set_selected (self->work_row, adw_combo_row_get_selected (old->work_row));
  adw_combo_row_set_selected (self->owner_row, adw_combo_row_get_selected (old->owner_row));
  gtk_editable_set_text (GTK_EDITABLE (self->reason_row), gtk_editable_get_text (GTK_EDITABLE (old->reason_row)));

  return again;
}

/**
 * sc_many_dialog_create_command:
 * @self: a dialog
 *
 * Returns: (transfer full): a command that does what was chosen, all in one change
 */
ScCommand *
sc_many_dialog_create_command (ScManyDialog *self)
{
  g_autoptr (GArray) deals = list_deals (self);
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *reason = NULL;
  const ScUser *owner;
  ScDeal after;

  switch (get_work (self))
    {
    case WORK_DONE:
      steps = list_steps (self);
      return sc_command_complete_activities (steps);

    case WORK_HAND_OVER:
      owner = self->users->pdata[adw_combo_row_get_selected (self->owner_row)];
      after = (ScDeal) { .owner_id = owner->id, .owner = owner->name };
      return sc_command_edit_deals ((gint64 *) (gpointer) deals->data, deals->len, &after, SC_DEAL_FIELD_OWNER);

    case WORK_LOSE:
    default:
      reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
      return sc_command_lose_deals ((gint64 *) (gpointer) deals->data, deals->len, *reason != '\0' ? reason : NULL);
    }
}

/**
 * sc_many_dialog_create_message:
 * @dialog: a dialog
 *
 * Returns: (transfer full): what to say when it is done
 */
char *
sc_many_dialog_create_message (AdwAlertDialog *dialog)
{
  ScManyDialog *self = SC_MANY_DIALOG (dialog);
  guint n = count (self);

  switch (get_work (self))
    {
    case WORK_DONE:
      return g_strdup_printf (ngettext ("%u step done", "%u steps done", n), n);
    case WORK_HAND_OVER:
      return g_strdup_printf (ngettext ("%u deal handed over", "%u deals handed over", n), n);
    case WORK_LOSE:
    default:
      return g_strdup_printf (ngettext ("%u deal lost", "%u deals lost", n), n);
    }
}
