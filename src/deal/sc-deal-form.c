/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of a deal's fields. Each is saved by itself, with what it was when a person
 * began to type, so that two people who change one field hear of each other. */

#include "deal/sc-deal-form-private.h"

#include <glib/gi18n-lib.h>

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
  PROP_0,
  PROP_PART,
  N_PROPS,
};

enum {
  SIGNAL_SAVED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ENUM_TYPE (ScDealPart, sc_deal_part,
                    G_DEFINE_ENUM_VALUE (SC_DEAL_PART_CONTACT, "contact"),
                    G_DEFINE_ENUM_VALUE (SC_DEAL_PART_VALUE, "value"),
                    G_DEFINE_ENUM_VALUE (SC_DEAL_PART_REST, "rest"));

G_DEFINE_FINAL_TYPE_WITH_CODE (ScDealForm, sc_deal_form, ADW_TYPE_PREFERENCES_GROUP,
                               G_IMPLEMENT_INTERFACE (SC_TYPE_UNSAVED, sc_deal_form_unsaved_init));

static char *
get_text (ScDealForm *self,
          guint       field)
{
  if (field == NOTES && self->notes_row != NULL)
    return sc_text_row_dup_text (self->notes_row);
  if (field < N_ROWS && self->rows[field] != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->rows[field])));

  return g_strdup ("");
}

/* Whether something else is typed in a field than what is saved. */
gboolean
sc_deal_form_is_edited (ScDealForm *self,
                        guint       field)
{
  if (field == NOTES && self->notes_row != NULL)
    return sc_text_row_is_edited (self->notes_row);

  return field < N_ROWS && self->rows[field] != NULL && sc_field_row_is_edited (self->rows[field]);
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
  if (field < N_ROWS && self->rows[field] != NULL)
    sc_field_row_revert (self->rows[field]);
  else if (field == NOTES && self->notes_row != NULL)
    sc_text_row_revert (self->notes_row);
  set_base (self, field, NULL);
}

static void
take_result (ScDealForm      *self,
             Sending         *sending,
             ScDealEditResult result)
{
  guint field = sending->field;

  if (self->dossier->deal->id != sending->deal_id)
    {
      if (result == SC_DEAL_EDIT_UNSAVED && field != OWNER)
        keep (self, sending->deal_id, field, sending->typed.text, sending->typed.base);
      return;
    }

  if (g_strcmp0 (self->sent[field], sending->typed.text) == 0)
    g_clear_pointer (&self->sent[field], g_free);
  if (field < N_ROWS)
    sc_field_row_finish_commit (self->rows[field], result == SC_DEAL_EDIT_SAVED ? sending->typed.text : NULL);
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
  guint field = 0;

  while (self->rows[field] != row)
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
  guint field = find_field (self, row);

  if (self->dossier == NULL)
    return;

  after = sc_deal_copy (self->dossier->deal);
  save (self, field, after, sc_deal_form_take_row (self, field, after));
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
sc_deal_form_constructed (GObject *object)
{
  ScDealForm *self = SC_DEAL_FORM (object);

  G_OBJECT_CLASS (sc_deal_form_parent_class)->constructed (object);

  sc_deal_form_create_rows (self);
  for (guint i = 0; i < N_ROWS; i++)
    if (self->rows[i] != NULL)
      {
        g_signal_connect_object (self->rows[i], "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
        g_signal_connect_object (self->rows[i], "commit", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
      }
  if (self->notes_row != NULL)
    g_signal_connect_object (self->notes_row, "commit", G_CALLBACK (notes_committed_cb), self, G_CONNECT_SWAPPED);
  if (self->owner_row != NULL)
    g_signal_connect_object (self->owner_row, "notify::selected", G_CALLBACK (owner_selected_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
sc_deal_form_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PART:
      g_value_set_enum (value, SC_DEAL_FORM (object)->part);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_deal_form_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_PART:
      SC_DEAL_FORM (object)->part = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_deal_form_dispose (GObject *object)
{
  ScDealForm *self = SC_DEAL_FORM (object);

  g_clear_pointer (&self->dossier, sc_deal_dossier_unref);
  g_clear_object (&self->store);
  forget_typed (self);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  G_OBJECT_CLASS (sc_deal_form_parent_class)->dispose (object);
}

static void
sc_deal_form_class_init (ScDealFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = sc_deal_form_constructed;
  object_class->dispose = sc_deal_form_dispose;
  object_class->get_property = sc_deal_form_get_property;
  object_class->set_property = sc_deal_form_set_property;
  widget_class->unmap = sc_deal_form_unmap;

  /**
   * ScDealForm::saved:
   *
   * A field has been saved: what is shown has to be read again.
   */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", SC_TYPE_DEAL_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  properties[PROP_PART] =
    g_param_spec_enum ("part", NULL, NULL, SC_TYPE_DEAL_PART, SC_DEAL_PART_CONTACT,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sc_deal_form_init (ScDealForm *self)
{
  self->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, typed_free);
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
  gboolean is_told = FALSE;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      gboolean is_unread = i < N_ROWS && self->rows[i] != NULL && !sc_field_row_is_valid (self->rows[i]);
      g_autofree char *text = get_text (self, i);

      if (!sc_deal_form_is_edited (self, i) || (!is_unread && (self->bases[i] == NULL || self->sent[i] != NULL)))
        continue;

      keep (self, self->dossier->deal->id, i, text, get_base (self, i));
      if (is_unread && !is_told)
        tell_unread (self, self->rows[i]);
      is_told = is_told || is_unread;
    }
}

static void
show_kept (ScDealForm *self)
{
  Typed *all = g_hash_table_lookup (self->kept, &self->dossier->deal->id);

  if (all == NULL)
    return;

  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (all[i].text == NULL)
        continue;

      if (i < N_ROWS)
        gtk_editable_set_text (GTK_EDITABLE (self->rows[i]), all[i].text);
      else
        sc_text_row_set_text (self->notes_row, all[i].text);
      set_base (self, i, all[i].base);
      if (i < N_ROWS && !sc_field_row_is_valid (self->rows[i]))
        sc_field_row_commit (self->rows[i]);
    }
  g_hash_table_remove (self->kept, &self->dossier->deal->id);
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

  if (!is_same)
    {
      for (guint i = 0; i < N_FIELDS; i++)
        sc_deal_form_give_up_field (self, i);
      forget_typed (self);
    }

  self->is_filling = TRUE;
  sc_deal_form_show_rows (self);
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
  g_return_if_fail (SC_IS_DEAL_FORM (self));

  if (self->dossier == NULL)
    return;

  for (guint i = 0; i < N_ROWS; i++)
    if (self->rows[i] != NULL)
      sc_field_row_commit (self->rows[i]);
  if (self->notes_row != NULL)
    sc_text_row_commit (self->notes_row);
}
