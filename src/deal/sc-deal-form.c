/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal's fields. Each is saved by itself, with what it was when a person
 * began to type, so that two people who change one field hear of each other. */

#include "deal/sc-deal-form-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "deal/sc-deal-edit.h"
#include "deal/sc-deal-text.h"
#include "widgets/sc-change.h"

/* A field that is being saved. */
typedef struct {
  gint64 deal_id;
  guint field;
  Typed typed;
} Sending;

enum {
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (ScDealForm, sc_deal_form, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_deal_form_unsaved_init));

static char *
get_typed (ScFieldRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
take_text (ScFieldRow *row,
           char      **field)
{
  g_autofree char *typed = get_typed (row);

  g_set_str (field, typed[0] != '\0' ? typed : NULL);
}

static ScDealFields
take_row (ScDealForm *self,
          ScFieldRow *row,
          ScDeal     *after)
{
  if (row == self->title_row)
    {
      take_text (row, &after->title);
      return SC_DEAL_FIELD_TITLE;
    }
  if ((gpointer) row == self->company_row)
    {
      take_text (row, &after->company);
      return SC_DEAL_FIELD_COMPANY;
    }
  if (row == self->person_row)
    {
      take_text (row, &after->person);
      return SC_DEAL_FIELD_PERSON;
    }
  if (row == self->phone_row)
    {
      take_text (row, &after->phone);
      return SC_DEAL_FIELD_PHONE;
    }
  if (row == self->email_row)
    {
      take_text (row, &after->email);
      return SC_DEAL_FIELD_EMAIL;
    }
  if (row == self->source_row)
    {
      take_text (row, &after->source);
      return SC_DEAL_FIELD_SOURCE;
    }
  if (row == self->label_row)
    {
      take_text (row, &after->label);
      return SC_DEAL_FIELD_LABEL;
    }
  if ((gpointer) row == self->value_row)
    {
      after->value = sc_money_row_get_money (self->value_row);
      return SC_DEAL_FIELD_VALUE;
    }
  if ((gpointer) row == self->probability_row)
    {
      after->probability = sc_percent_row_get_share (self->probability_row);
      return SC_DEAL_FIELD_PROBABILITY;
    }
  if ((gpointer) row == self->expected_close_row)
    {
      after->expected_close = sc_date_row_get_date (self->expected_close_row);
      return SC_DEAL_FIELD_EXPECTED_CLOSE;
    }

  after->started = sc_date_row_get_date (self->started_row);

  return SC_DEAL_FIELD_STARTED;
}

/* The rows, in the order of their numbers. */
void
sc_deal_form_list_rows (ScDealForm *self,
                        ScFieldRow *rows[N_ROWS])
{
  ScFieldRow *all[] = {
    self->title_row, SC_FIELD_ROW (self->company_row), self->person_row, self->phone_row, self->email_row,
    SC_FIELD_ROW (self->value_row), SC_FIELD_ROW (self->probability_row), SC_FIELD_ROW (self->expected_close_row), SC_FIELD_ROW (self->started_row),
    self->source_row, self->label_row,
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    rows[i] = all[i];
}

static char *
get_text (ScDealForm *self,
          guint       field)
{
  ScFieldRow *rows[N_ROWS];

  if (field == OWNER)
    return g_strdup ("");
  if (field == NOTES)
    return sc_text_row_dup_text (self->notes_row);

  sc_deal_form_list_rows (self, rows);

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (rows[field])));
}

/* Whether something else is typed in a field than what is saved. */
gboolean
sc_deal_form_is_edited (ScDealForm *self,
                        guint       field)
{
  ScFieldRow *rows[N_ROWS];

  if (field == OWNER)
    return FALSE;
  if (field == NOTES)
    return sc_text_row_is_edited (self->notes_row);

  sc_deal_form_list_rows (self, rows);

  return sc_field_row_is_edited (rows[field]);
}

static void
set_deal (ScDeal **place,
          ScDeal  *deal)
{
  ScDeal *old = *place;

  *place = deal != NULL ? sc_deal_copy (deal) : NULL;
  g_clear_pointer (&old, sc_deal_unref);
}

static void
set_base (ScDealForm *self,
          guint       field,
          ScDeal     *base)
{
  set_deal (&self->bases[field], base);
}

/* What a person sees who begins to type in a field. */
static ScDeal *
get_shown (ScDealForm *self,
           guint       field)
{
  return self->sending[field] != NULL ? self->sending[field] : self->dossier->deal;
}

static ScDeal *
get_base (ScDealForm *self,
          guint       field)
{
  return self->bases[field] != NULL ? self->bases[field] : get_shown (self, field);
}

/* What a field is called. */
const char *
sc_deal_form_get_name (ScDealForm *self,
                       guint       field)
{
  ScFieldRow *rows[N_ROWS];

  if (field == NOTES)
    return _("Notes");
  if (field == OWNER)
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->owner_row));

  sc_deal_form_list_rows (self, rows);
  if ((gpointer) rows[field] == self->probability_row)
    return _("Win Probability, %");

  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (rows[field]));
}

static void
typed_clear (Typed *typed)
{
  g_clear_pointer (&typed->text, g_free);
  g_clear_pointer (&typed->base, sc_deal_unref);
}

static void
typed_free (gpointer data)
{
  Typed *all = data;

  for (guint i = 0; i < N_FIELDS; i++)
    typed_clear (&all[i]);
  g_free (all);
}

static void
keep (ScDealForm *self,
      gint64      deal_id,
      guint       field,
      const char *text,
      ScDeal     *base)
{
  Typed *all = g_hash_table_lookup (self->kept, &deal_id);

  if (all == NULL)
    {
      all = g_new0 (Typed, N_FIELDS);
      g_hash_table_insert (self->kept, g_memdup2 (&deal_id, sizeof deal_id), all);
    }

  typed_clear (&all[field]);
  all[field].text = g_strdup (text);
  all[field].base = base != NULL ? sc_deal_copy (base) : NULL;
}

static void
sending_free (Sending *sending)
{
  typed_clear (&sending->typed);
  g_free (sending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sending, sending_free)

/* Takes back what is typed in a field. */
void
sc_deal_form_give_up_field (ScDealForm *self,
                            guint       field)
{
  ScFieldRow *rows[N_ROWS];

  sc_deal_form_list_rows (self, rows);
  if (field < N_ROWS)
    sc_field_row_revert (rows[field]);
  else if (field == NOTES)
    sc_text_row_revert (self->notes_row);
  set_base (self, field, NULL);
}

static void
take_result (ScDealForm      *self,
             Sending         *sending,
             ScDealEditResult result)
{
  guint field = sending->field;
  ScFieldRow *rows[N_ROWS];

  if (self->dossier->deal->id != sending->deal_id)
    {
      if (result == SC_DEAL_EDIT_UNSAVED && field != OWNER)
        keep (self, sending->deal_id, field, sending->typed.text, sending->typed.base);
      return;
    }

  if (g_strcmp0 (self->sent[field], sending->typed.text) == 0)
    g_clear_pointer (&self->sent[field], g_free);
  sc_deal_form_list_rows (self, rows);
  if (field < N_ROWS)
    sc_field_row_finish_commit (rows[field], result == SC_DEAL_EDIT_SAVED ? sending->typed.text : NULL);
  else if (field == NOTES && result == SC_DEAL_EDIT_SAVED)
    sc_text_row_finish_commit (self->notes_row, sending->typed.text);
  if (result != SC_DEAL_EDIT_SAVED)
    set_deal (&self->sending[field], NULL);
  if (result == SC_DEAL_EDIT_GIVEN_UP)
    sc_deal_form_give_up_field (self, field);
  else if (result == SC_DEAL_EDIT_UNSAVED)
    set_base (self, field, sc_deal_form_is_edited (self, field) ? sending->typed.base : NULL);

  /* Also the responsible goes back to what is saved. */
  if (result != SC_DEAL_EDIT_UNSAVED || field == OWNER)
    g_signal_emit (self, signals[SIGNAL_SAVED], 0);
}

static void
sent_cb (GtkWidget       *origin,
         ScDealEditResult result,
         gpointer         user_data)
{
  ScDealForm *self = SC_DEAL_FORM (origin);
  g_autoptr (Sending) sending = user_data;

  self->n_sending--;
  if (self->dossier == NULL)
    return;

  take_result (self, sending, result);
  if (self->n_sending == 0)
    sc_unsaved_settled (SC_UNSAVED (self));
}

/* What is typed on after this follows what is saved by this. */
static void
save (ScDealForm  *self,
      guint        field,
      ScDeal      *after,
      ScDealFields deal_field)
{
  ScDeal *before = get_base (self, field);
  Sending *sending;
  g_autofree char *text = get_text (self, field);

  if (field != OWNER && g_strcmp0 (text, self->sent[field]) == 0)
    return;

  sending = g_new0 (Sending, 1);
  sending->deal_id = before->id;
  sending->field = field;
  sending->typed.text = g_strdup (text);
  sending->typed.base = sc_deal_copy (before);
  g_set_str (&self->sent[field], text);
  set_base (self, field, after);
  set_deal (&self->sending[field], after);
  self->n_sending++;
  sc_deal_edit_run (GTK_WIDGET (self), self->store, sending->typed.base, after, deal_field, sc_deal_form_get_name (self, field),
                    sent_cb, sending);
}

static guint
find_field (ScDealForm *self,
            ScFieldRow *row)
{
  ScFieldRow *rows[N_ROWS];
  guint field = 0;

  sc_deal_form_list_rows (self, rows);
  while (rows[field] != row)
    field++;

  return field;
}

static void
row_changed_cb (ScDealForm *self,
                ScFieldRow *row)
{
  if (!sc_field_row_is_edited (row))
    set_base (self, find_field (self, row), NULL);
}

static void
committed_cb (ScDealForm *self,
              ScFieldRow *row)
{
  g_autoptr (ScDeal) after = NULL;

  if (self->dossier == NULL)
    return;

  after = sc_deal_copy (self->dossier->deal);
  save (self, find_field (self, row), after, take_row (self, row, after));
}

static void
owner_selected_cb (ScDealForm *self)
{
  guint selected = adw_combo_row_get_selected (self->owner_row);
  g_autoptr (ScDeal) after = NULL;
  const ScUser *owner = NULL;
  gint64 owner_id;

  if (self->is_filling || self->dossier == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected > 0)
    owner = self->dossier->users->pdata[selected - 1];
  owner_id = owner != NULL ? owner->id : 0;
  if (owner_id == self->dossier->deal->owner_id)
    return;

  after = sc_deal_copy (self->dossier->deal);
  after->owner_id = owner_id;
  g_set_str (&after->owner, owner != NULL ? owner->name : NULL);
  save (self, OWNER, after, SC_DEAL_FIELD_OWNER);
}

static void
notes_committed_cb (ScDealForm *self)
{
  g_autofree char *notes = sc_text_row_dup_text (self->notes_row);
  g_autoptr (ScDeal) after = NULL;

  if (self->dossier == NULL)
    return;

  after = sc_deal_copy (self->dossier->deal);
  g_set_str (&after->notes, notes);
  save (self, NOTES, after, SC_DEAL_FIELD_NOTES);
}

static void
forget_typed (ScDealForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      set_base (self, i, NULL);
      set_deal (&self->sending[i], NULL);
      g_clear_pointer (&self->sent[i], g_free);
    }
}

static void
sc_deal_form_unmap (GtkWidget *widget)
{
  /* What is typed when the pane is closed is saved. */
  sc_deal_form_commit (SC_DEAL_FORM (widget));

  GTK_WIDGET_CLASS (sc_deal_form_parent_class)->unmap (widget);
}

static void
sc_deal_form_dispose (GObject *object)
{
  ScDealForm *self = SC_DEAL_FORM (object);

  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  g_clear_object (&self->store);
  forget_typed (self);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_DEAL_FORM);

  G_OBJECT_CLASS (sc_deal_form_parent_class)->dispose (object);
}

static void
sc_deal_form_class_init (ScDealFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_deal_form_dispose;
  widget_class->unmap = sc_deal_form_unmap;

  /**
   * ScDealForm::saved:
   *
   * A field has been saved: what is shown has to be read again.
   */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", SC_TYPE_DEAL_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SC_TYPE_FIELD_ROW);
  g_type_ensure (SC_TYPE_COMPANY_ROW);
  g_type_ensure (SC_TYPE_DATE_ROW);
  g_type_ensure (SC_TYPE_MONEY_ROW);
  g_type_ensure (SC_TYPE_TEXT_ROW);
  g_type_ensure (SC_TYPE_PERCENT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/deal/sc-deal-form.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, company_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, person_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, phone_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, email_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, owner_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, value_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, probability_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, expected_close_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, started_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, source_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, label_row);
  gtk_widget_class_bind_template_child (widget_class, ScDealForm, notes_row);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_committed_cb);
}

static void
sc_deal_form_init (ScDealForm *self)
{
  ScFieldRow *rows[N_ROWS];

  gtk_widget_init_template (GTK_WIDGET (self));
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, typed_free);
  sc_deal_form_list_rows (self, rows);
  for (guint i = 0; i < N_ROWS; i++)
    g_signal_connect_object (rows[i], "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
tell_unread (ScDealForm *self,
             ScFieldRow *row)
{
  g_autofree char *message =
    /* Translators: a field such as Value, then a deal */
    g_strdup_printf (_("“%1$s” of “%2$s” can’t be read and is not saved"),
                     adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                     sc_deal_get_title (self->dossier->deal));

  sc_toast_show (GTK_WIDGET (self), message);
}

/* What can't be saved, or is not decided, is not lost where another deal is
 * opened: it waits, and the user hears of it. */
static void
keep_typed (ScDealForm *self)
{
  ScFieldRow *rows[N_ROWS];
  gboolean is_told = FALSE;

  sc_deal_form_list_rows (self, rows);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      gboolean is_unread = i < N_ROWS && !sc_field_row_is_valid (rows[i]);
      g_autofree char *text = get_text (self, i);

      if (!sc_deal_form_is_edited (self, i) || (!is_unread && (self->bases[i] == NULL || self->sent[i] != NULL)))
        continue;

      keep (self, self->dossier->deal->id, i, text, get_base (self, i));
      if (is_unread && !is_told)
        tell_unread (self, rows[i]);
      is_told = is_told || is_unread;
    }
}

static void
show_kept (ScDealForm *self)
{
  ScFieldRow *rows[N_ROWS];
  Typed *all = g_hash_table_lookup (self->kept, &self->dossier->deal->id);

  if (all == NULL)
    return;

  sc_deal_form_list_rows (self, rows);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (all[i].text == NULL)
        continue;

      if (i < N_ROWS)
        gtk_editable_set_text (GTK_EDITABLE (rows[i]), all[i].text);
      else
        sc_text_row_set_text (self->notes_row, all[i].text);
      set_base (self, i, all[i].base);
      if (i < N_ROWS && !sc_field_row_is_valid (rows[i]))
        sc_field_row_commit (rows[i]);
    }
  g_hash_table_remove (self->kept, &self->dossier->deal->id);
}

static void
show_owner (ScDealForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("Nobody"));
  for (guint i = 0; i < self->dossier->users->len; i++)
    {
      const ScUser *user = self->dossier->users->pdata[i];

      gtk_string_list_append (names, user->name);
      if (user->id == self->dossier->deal->owner_id)
        selected = i + 1;
    }

  adw_combo_row_set_model (self->owner_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->owner_row, selected);
}

static void
show_probability (ScDealForm *self)
{
  const ScDeal *deal = self->dossier->deal;
  ScStage *stage = sc_version_find_stage (self->dossier->version, deal->stage_id, NULL);
  g_autofree char *title = NULL;

  if (stage != NULL && stage->probability >= 0)
    /* Translators: the deal's own win probability; empty means that of its stage */
    title = g_strdup_printf (_("Win Probability, %% (%d by Its Stage)"), (int) lround (stage->probability * 100));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->probability_row),
                                 title != NULL ? title : _("Win Probability, %"));
  sc_percent_row_set_share (self->probability_row, deal->probability);
}

/* What is being typed was begun on what was shown so far. */
static void
remember_bases (ScDealForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->bases[i] == NULL && sc_deal_form_is_edited (self, i))
      set_base (self, i, get_shown (self, i));
}

/* What was read before a field was saved does not have it yet. */
static void
forget_sent (ScDealForm   *self,
             const ScDeal *deal)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (self->sending[i] != NULL
        && (self->sending[i]->id != deal->id || self->sending[i]->revision != deal->revision
            || self->sending[i]->person_revision != deal->person_revision))
      set_deal (&self->sending[i], NULL);
}

static void
forget_bases_of_unedited (ScDealForm *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (!sc_deal_form_is_edited (self, i))
      set_base (self, i, NULL);
}

/**
 * sc_deal_form_show:
 * @self: a deal's fields
 * @store: the store
 * @dossier: everything about the deal
 *
 * Shows a deal. Where it is the same one as before, what is being typed
 * stays; where it is another, what is not saved of the old one is shown again
 * with it.
 */
void
sc_deal_form_show (ScDealForm    *self,
                   ScStore       *store,
                   ScDealDossier *dossier)
{
  gboolean is_same;
  ScFieldRow *rows[N_ROWS];
  const ScDeal *deal = dossier->deal;

  g_return_if_fail (SC_IS_DEAL_FORM (self));

  is_same = self->dossier != NULL && self->dossier->deal->id == deal->id;
  if (!is_same && self->dossier != NULL)
    keep_typed (self);
  if (is_same)
    remember_bases (self);
  forget_sent (self, deal);
  g_set_object (&self->store, store);
  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  self->dossier = sc_deal_dossier_ref (dossier);

  sc_deal_form_list_rows (self, rows);
  if (!is_same)
    {
      for (guint i = 0; i < N_ROWS; i++)
        sc_field_row_revert (rows[i]);
      sc_text_row_revert (self->notes_row);
      forget_typed (self);
    }

  self->is_filling = TRUE;
  sc_company_row_set_store (self->company_row, store);
  sc_field_row_set_value (self->title_row, deal->title);
  sc_field_row_set_value (SC_FIELD_ROW (self->company_row), deal->company);
  sc_field_row_set_value (self->person_row, deal->person);
  sc_field_row_set_value (self->phone_row, deal->phone);
  sc_field_row_set_value (self->email_row, deal->email);
  gtk_widget_set_sensitive (GTK_WIDGET (self->phone_row), deal->person_id != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->email_row), deal->person_id != 0);
  sc_field_row_set_value (self->source_row, deal->source);
  sc_field_row_set_value (self->label_row, deal->label);
  sc_money_row_set_currencies (self->value_row, (const char *const *) dossier->currencies);
  sc_money_row_set_money (self->value_row, deal->value);
  sc_date_row_set_date (self->expected_close_row, deal->expected_close);
  sc_date_row_set_date (self->started_row, deal->started);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->started_row),
                                 deal->started != SC_DATE_NONE ? _("Started") : _("Started: unknown"));
  show_probability (self);
  show_owner (self);
  sc_text_row_set_value (self->notes_row, deal->notes);
  self->is_filling = FALSE;
  forget_bases_of_unedited (self);
  if (!is_same)
    show_kept (self);
}

/**
 * sc_deal_form_commit:
 * @self: a deal's fields
 *
 * Saves what is typed and not saved yet.
 */
void
sc_deal_form_commit (ScDealForm *self)
{
  ScFieldRow *rows[N_ROWS];

  g_return_if_fail (SC_IS_DEAL_FORM (self));

  if (self->dossier == NULL)
    return;

  sc_deal_form_list_rows (self, rows);
  for (guint i = 0; i < N_ROWS; i++)
    sc_field_row_commit (rows[i]);
  sc_text_row_commit (self->notes_row);
}

/**
 * sc_deal_form_focus_title:
 * @self: a deal's fields
 *
 * Gives the focus to the title.
 */
void
sc_deal_form_focus_title (ScDealForm *self)
{
  g_return_if_fail (SC_IS_DEAL_FORM (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}
