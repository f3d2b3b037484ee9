/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a deal's fields: which there are in what part, what is shown in them, and
 * what is entered there. */

#include "deal/sc-deal-form-private.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-contact-uri.h"
#include "deal/sc-launch.h"
#include "model/sc-percent.h"
#include "toolkit/sc-plain-text.h"

#define LONGEST_TEXT 500
#define NOTES_HEIGHT 72

static const struct {
  const char *title;
  GType (*get_type) (void);
  ScDealPart part;
  ScDealFields field;
} fields[N_ROWS] = {
  [PERSON] = { N_("Person"), sc_field_row_get_type, SC_DEAL_PART_CONTACT, SC_DEAL_FIELD_PERSON },
  [PHONE] = { N_("Phone"), sc_field_row_get_type, SC_DEAL_PART_CONTACT, SC_DEAL_FIELD_PHONE },
  [EMAIL] = { N_("Email"), sc_field_row_get_type, SC_DEAL_PART_CONTACT, SC_DEAL_FIELD_EMAIL },
  [COMPANY] = { N_("Company"), sc_company_row_get_type, SC_DEAL_PART_CONTACT, SC_DEAL_FIELD_COMPANY },
  [VALUE] = { N_("Value"), sc_money_row_get_type, SC_DEAL_PART_VALUE, SC_DEAL_FIELD_VALUE },
  [PROBABILITY] = { N_("Win Probability, %"), sc_percent_row_get_type, SC_DEAL_PART_VALUE, SC_DEAL_FIELD_PROBABILITY },
  [EXPECTED_CLOSE] = { N_("Expected Close"), sc_date_row_get_type, SC_DEAL_PART_VALUE, SC_DEAL_FIELD_EXPECTED_CLOSE },
  [TITLE] = { N_("Title"), sc_field_row_get_type, SC_DEAL_PART_REST, SC_DEAL_FIELD_TITLE },
  [STARTED] = { N_("Started"), sc_date_row_get_type, SC_DEAL_PART_REST, SC_DEAL_FIELD_STARTED },
  [SOURCE] = { N_("Source"), sc_field_row_get_type, SC_DEAL_PART_REST, SC_DEAL_FIELD_SOURCE },
  [LABEL] = { N_("Label"), sc_field_row_get_type, SC_DEAL_PART_REST, SC_DEAL_FIELD_LABEL },
};

/* The member of a deal that a row of plain text shows, %NULL for other rows. */
static char **
get_text_member (ScDeal *deal,
                 guint   field)
{
  switch (field)
    {
    case PERSON:
      return &deal->person;
    case PHONE:
      return &deal->phone;
    case EMAIL:
      return &deal->email;
    case COMPANY:
      return &deal->company;
    case TITLE:
      return &deal->title;
    case SOURCE:
      return &deal->source;
    case LABEL:
      return &deal->label;
    default:
      return NULL;
    }
}

static gboolean
is_text (guint field)
{
  return fields[field].get_type == sc_field_row_get_type || fields[field].get_type == sc_company_row_get_type;
}

static void
call_clicked_cb (ScDealForm *self)
{
  g_autofree char *uri = sc_phone_uri_new (sc_field_row_get_value (self->rows[PHONE]));

  sc_launch_uri (GTK_WIDGET (self), uri);
}

static void
write_clicked_cb (ScDealForm *self)
{
  g_autofree char *uri = sc_mail_uri_new (sc_field_row_get_value (self->rows[EMAIL]), NULL, NULL);

  sc_launch_uri (GTK_WIDGET (self), uri);
}

static GtkWidget *
add_button (ScDealForm *self,
            guint       field,
            const char *icon,
            const char *tooltip,
            GCallback   clicked_cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked_cb, self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->rows[field]), button);

  return button;
}

static void
create_row (ScDealForm *self,
            guint       field)
{
  ScFieldRow *row = g_object_new (fields[field].get_type (), "title", _(fields[field].title), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (field == PHONE)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_PHONE);
  if (field == EMAIL)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_EMAIL);
  if (field == EXPECTED_CLOSE)
    sc_date_row_expect_future (SC_DATE_ROW (row), FALSE);
  if (is_text (field))
    adw_entry_row_set_max_length (ADW_ENTRY_ROW (row), LONGEST_TEXT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  self->rows[field] = row;
}

static void
create_contact_buttons (ScDealForm *self)
{
  self->call_button = add_button (self, PHONE, "call-start-symbolic", _("Call"), G_CALLBACK (call_clicked_cb));
  self->write_button = add_button (self, EMAIL, "mail-send-symbolic", _("Write a Mail"), G_CALLBACK (write_clicked_cb));
}

static void
create_owner_row (ScDealForm *self)
{
  self->owner_row = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->owner_row), _("Responsible"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->owner_row));
}

static void
create_notes_row (ScDealForm *self)
{
  self->notes_row = SC_TEXT_ROW (sc_text_row_new (_("Notes")));
  sc_text_row_set_min_height (self->notes_row, NOTES_HEIGHT);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->notes_row));
}

static const char *
get_part_title (ScDealPart part)
{
  switch (part)
    {
    case SC_DEAL_PART_CONTACT:
      return _("Contact");
    case SC_DEAL_PART_VALUE:
      return _("Value and Forecast");
    case SC_DEAL_PART_REST:
    default:
      return _("Deal");
    }
}

/* Makes the rows of the form's part. */
void
sc_deal_form_create_rows (ScDealForm *self)
{
  sc_plain_text_set_group_title (ADW_PREFERENCES_GROUP (self), get_part_title (self->part));
  for (guint i = 0; i < N_ROWS; i++)
    {
      if (fields[i].part != self->part)
        continue;

      create_row (self, i);
      if (i == TITLE)
        create_owner_row (self);
    }
  if (self->part == SC_DEAL_PART_CONTACT)
    create_contact_buttons (self);
  if (self->part == SC_DEAL_PART_REST)
    create_notes_row (self);
}

/* What a field is called, whatever its row says just now. */
const char *
sc_deal_form_get_name (ScDealForm *self,
                       guint       field)
{
  if (field == NOTES)
    return _("Notes");
  if (field == OWNER)
    return _("Responsible");
  if (field == PROBABILITY)
    return _("Win Probability, %");

  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->rows[field]));
}

static char *
dup_typed (ScFieldRow *row)
{
  char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (typed[0] == '\0')
    g_clear_pointer (&typed, g_free);

  return typed;
}

/* Puts what is entered in a row into the deal; says what of it that changes. */
ScDealFields
sc_deal_form_take_row (ScDealForm *self,
                       guint       field,
                       ScDeal     *after)
{
  ScFieldRow *row = self->rows[field];
  char **text = get_text_member (after, field);

  if (text != NULL)
    {
      g_free (*text);
      *text = dup_typed (row);
    }
  else if (field == VALUE)
    after->value = sc_money_row_get_money (SC_MONEY_ROW (row));
  else if (field == PROBABILITY)
    after->probability = sc_percent_row_get_share (SC_PERCENT_ROW (row));
  else if (field == EXPECTED_CLOSE)
    after->expected_close = sc_date_row_get_date (SC_DATE_ROW (row));
  else
    after->started = sc_date_row_get_date (SC_DATE_ROW (row));

  return fields[field].field;
}

/* A phone and a mail are somebody's: what they wait for stands in them, and is said where
 * that is typed. */
static void
show_lack_of_person (ScDealForm *self,
                     gboolean    has_person)
{
  static const struct {
    guint field;
    const char *lacking;
  } rows[] = { { PHONE, N_("Phone: type the person first") }, { EMAIL, N_("Email: type the person first") } };
  GtkAccessible *person = GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (self->rows[PERSON])));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScFieldRow *row = self->rows[rows[i].field];

      gtk_widget_set_sensitive (GTK_WIDGET (row), has_person);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), has_person ? _(fields[rows[i].field].title) : _(rows[i].lacking));
    }

  if (has_person)
    gtk_accessible_reset_property (person, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  else
    gtk_accessible_update_property (person, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _("Phone and email can be typed once there is a person"), -1);
}

static void
show_contact (ScDealForm *self)
{
  const ScDeal *deal = self->dossier->deal;
  g_autofree char *phone = sc_phone_uri_new (deal->phone);

  sc_company_row_set_store (SC_COMPANY_ROW (self->rows[COMPANY]), self->store);
  show_lack_of_person (self, deal->person_id != 0);
  gtk_widget_set_visible (self->call_button, phone != NULL);
  gtk_widget_set_visible (self->write_button, deal->email != NULL && deal->email[0] != '\0');
}

static void
show_probability (ScDealForm *self)
{
  const ScDeal *deal = self->dossier->deal;
  ScStage *stage = sc_version_find_stage (self->dossier->version, deal->stage_id, NULL);
  ScFieldRow *row = self->rows[PROBABILITY];
  g_autofree char *title = NULL;

  if (stage != NULL && stage->probability >= 0)
    {
      g_autofree char *usual = sc_percent_to_text (stage->probability);

      /* Translators: the deal's own win probability; empty means that of its stage, such as “30%” */
      title = g_strdup_printf (_("Win Probability, %% (%s by Its Stage)"), usual);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : _("Win Probability, %"));
  sc_percent_row_set_share (SC_PERCENT_ROW (row), deal->probability);
}

static void
show_value (ScDealForm *self)
{
  ScMoneyRow *row = SC_MONEY_ROW (self->rows[VALUE]);

  sc_money_row_set_currencies (row, (const char *const *) self->dossier->currencies);
  sc_money_row_set_money (row, self->dossier->deal->value);
  show_probability (self);
  sc_date_row_set_date (SC_DATE_ROW (self->rows[EXPECTED_CLOSE]), self->dossier->deal->expected_close);
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
show_rest (ScDealForm *self)
{
  const ScDeal *deal = self->dossier->deal;

  sc_date_row_set_date (SC_DATE_ROW (self->rows[STARTED]), deal->started);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[STARTED]),
                                 deal->started != SC_DATE_NONE ? _("Started") : _("Started: unknown"));
  show_owner (self);
  sc_text_row_set_value (self->notes_row, deal->notes);
}

/* Shows what is saved. */
void
sc_deal_form_show_rows (ScDealForm *self)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      char **text = get_text_member (self->dossier->deal, i);

      if (self->rows[i] != NULL && text != NULL)
        sc_field_row_set_value (self->rows[i], *text);
    }

  if (self->part == SC_DEAL_PART_CONTACT)
    show_contact (self);
  else if (self->part == SC_DEAL_PART_VALUE)
    show_value (self);
  else
    show_rest (self);
}
