/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a deal is typed as one line. Beneath stands how it is read, as the fields that Tab
 * leads through: what is typed in one of these counts, whatever the line says. Who else has
 * a deal of that company is told at once. */

#include "deal/sc-new-deal.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "deal/sc-company-offers.h"
#include "deal/sc-company-row.h"
#include "deal/sc-money-row.h"
#include "model/sc-deal-line.h"
#include "model/sc-due-entry.h"
#include "model/sc-preferred-currency.h"
#include "store/sc-store-read.h"
#include "widgets/sc-date-row.h"

typedef enum {
  TITLE,
  COMPANY,
  VALUE,
  NEXT_STEP,
  DUE,
  N_FIELDS,
} Field;

enum {
  SIGNAL_ADD,
  N_SIGNALS,
};

struct _ScNewDeal
{
  GtkWidget parent_instance;

  GtkEditable *line;
  GtkWidget *details;
  GtkListBox *list;
  GtkWidget *known_button;
  GtkLabel *known_label;

  ScFieldRow *rows[N_FIELDS];
  ScCompanyOffers *offers;
  ScStore *store;
  char *process_id;
  GStrv currencies; /* those in use, the one of most deals first */
  char *company;    /* whose deals are known */
  GCancellable *cancellable;
  char *known_process_id;
  gint64 known_id;
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScNewDeal, sc_new_deal, GTK_TYPE_WIDGET);

static const struct {
  const char *title;
  GType (*get_type) (void);
} fields[N_FIELDS] = {
  [TITLE] = { N_("Title"), sc_field_row_get_type },
  [COMPANY] = { N_("Company"), sc_company_row_get_type },
  [VALUE] = { N_("Value"), sc_money_row_get_type },
  [NEXT_STEP] = { N_("Next step"), sc_field_row_get_type },
  [DUE] = { N_("Due"), sc_date_row_get_type },
};

static const char *
get_text (ScNewDeal *self,
          Field      field)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->rows[field]));
}

static char *
dup_text (ScNewDeal *self,
          Field      field)
{
  return g_strstrip (g_strdup (get_text (self, field)));
}

static void
show_known (ScNewDeal          *self,
            const ScPlacedDeal *known)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->known_button, known != NULL);
  if (known == NULL)
    return;

  self->known_id = known->deal->id;
  g_set_str (&self->known_process_id, known->deal->process_id);
  /* Translators: who has a deal with the same company, or what that is called, and where it stands */
  text = g_strdup_printf (_("Open deal: %1$s, stage “%2$s”"),
                          known->deal->owner != NULL ? known->deal->owner : known->deal->title,
                          known->stage_name != NULL ? known->stage_name : "");
  gtk_label_set_label (self->known_label, text);
  gtk_widget_set_tooltip_text (self->known_button, known->deal->title);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gpointer
list_known (ScStore      *store,
            gpointer      company,
            GCancellable *cancellable,
            GError      **error)
{
  return sc_store_list_company_deals (store, company, 0, 1, error);
}

static void
free_known (gpointer known)
{
  g_ptr_array_unref (known);
}

static void
known_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (ScNewDeal) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) known = sc_store_read_finish (SC_STORE (source), result, &error);
  const ScPlacedDeal *first = known != NULL && known->len > 0 ? known->pdata[0] : NULL;

  if (self->list == NULL || error != NULL)
    return;

  show_known (self, first != NULL && sc_deal_status_is_standing (first->deal->status) ? first : NULL);
}

/* The company may have a deal that somebody works on. */
static void
company_changed_cb (ScNewDeal *self)
{
  g_autofree char *company = self->rows[COMPANY] != NULL ? dup_text (self, COMPANY) : g_strdup ("");

  if (!g_set_str (&self->company, company))
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (company[0] == '\0' || self->store == NULL)
    {
      show_known (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  sc_store_read_async (self->store, list_known, g_strdup (company), g_free, free_known, self->cancellable, known_listed_cb,
                       g_object_ref (self));
}

static void
known_clicked_cb (ScNewDeal *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-deal", "(sx)", self->known_process_id, self->known_id);
}

static void
activated_cb (ScNewDeal *self)
{
  if (!sc_new_deal_is_empty (self))
    g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

/* Fields that nobody has typed in yet: what is typed there counts from then on. */
static void
make_rows (ScNewDeal *self)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->rows[i] = g_object_new (fields[i].get_type (), "title", _(fields[i].title), NULL);
      gtk_list_box_append (self->list, GTK_WIDGET (self->rows[i]));
      g_signal_connect_object (self->rows[i], "entry-activated", G_CALLBACK (activated_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  sc_date_row_take_time (SC_DATE_ROW (self->rows[DUE]));
  sc_date_row_expect_future (SC_DATE_ROW (self->rows[DUE]), TRUE);
  sc_company_row_set_store (SC_COMPANY_ROW (self->rows[COMPANY]), self->store);
  sc_money_row_set_currencies (SC_MONEY_ROW (self->rows[VALUE]), (const char *const *) self->currencies);
  g_signal_connect_object (self->rows[COMPANY], "changed", G_CALLBACK (company_changed_cb), self, G_CONNECT_SWAPPED);
  company_changed_cb (self);
}

static gboolean
is_typed (ScNewDeal *self,
          Field      field)
{
  return sc_field_row_is_edited (self->rows[field]);
}

static const char *
get_currency (ScNewDeal *self)
{
  return self->currencies != NULL && self->currencies[0] != NULL ? self->currencies[0] : sc_preferred_currency_get ();
}

/* For those who do not see the fields. */
static void
describe (ScNewDeal *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_FIELDS; i++)
    if (get_text (self, i)[0] != '\0')
      {
        g_autofree char *part = NULL;

        /* Translators: a field, then what is typed in it */
        part = g_strdup_printf (C_("field", "%1$s: %2$s"), _(fields[i].title), get_text (self, i));
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", part);
      }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->line), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

static void
show_line (ScNewDeal        *self,
           const ScDealLine *line)
{
  if (!is_typed (self, TITLE))
    sc_field_row_set_value (self->rows[TITLE], line->title);
  if (!is_typed (self, COMPANY))
    sc_field_row_set_value (self->rows[COMPANY], line->company);
  if (!is_typed (self, VALUE))
    sc_money_row_set_money (SC_MONEY_ROW (self->rows[VALUE]), line->value);
  if (!is_typed (self, NEXT_STEP))
    sc_field_row_set_value (self->rows[NEXT_STEP], line->next_step);
  if (!is_typed (self, DUE))
    sc_date_row_set_due (SC_DATE_ROW (self->rows[DUE]), line->due, line->due_time);
  describe (self);
}

static void
read_line (ScNewDeal  *self,
           ScDealLine *line)
{
  static const char *const none[] = { NULL };

  sc_deal_line_read (line, gtk_editable_get_text (self->line), get_currency (self),
                     self->currencies != NULL ? (const char *const *) self->currencies : none);
}

/* While a company is typed, those that are known are offered. */
static void
offer_companies (ScNewDeal        *self,
                 const ScDealLine *line)
{
  const char *text = gtk_editable_get_text (self->line);
  const char *cursor = g_utf8_offset_to_pointer (text, gtk_editable_get_position (self->line));

  if (line->company != NULL && gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (self->line)))
      && (cursor == text + line->company_end || text[line->company_end] == '\0'))
    sc_company_offers_ask (self->offers, line->company);
  else
    sc_company_offers_stop (self->offers);
}

static void
line_changed_cb (ScNewDeal *self)
{
  g_auto (ScDealLine) line = { 0 };

  if (self->rows[TITLE] == NULL)
    return;

  read_line (self, &line);
  show_line (self, &line);
  gtk_widget_set_visible (self->details, !sc_new_deal_is_empty (self));
  offer_companies (self, &line);
}

static void
company_chosen_cb (ScNewDeal  *self,
                   const char *name)
{
  g_auto (ScDealLine) line = { 0 };
  const char *text = gtk_editable_get_text (self->line);
  g_autofree char *rest = NULL;
  g_autofree char *whole = NULL;
  glong position;

  read_line (self, &line);
  rest = g_strdup (text + line.company_end);
  position = g_utf8_strlen (text, (gssize) line.company_start) + g_utf8_strlen (name, -1);
  whole = g_strdup_printf ("%.*s%s%s", (int) line.company_start, text, name, rest);
  gtk_editable_set_text (self->line, whole);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->line));
  gtk_editable_set_position (self->line, (int) position);
  sc_company_offers_stop (self->offers);
}

static gpointer
list_currencies (ScStore      *store,
                 gpointer      process_id,
                 GCancellable *cancellable,
                 GError      **error)
{
  return sc_store_list_currencies (store, process_id, error);
}

static void
free_currencies (gpointer currencies)
{
  g_strfreev (currencies);
}

static void
currencies_listed_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (ScNewDeal) self = user_data;
  g_auto (GStrv) currencies = sc_store_read_finish (SC_STORE (source), result, NULL);

  if (currencies == NULL || self->list == NULL)
    return;

  g_strfreev (self->currencies);
  self->currencies = g_steal_pointer (&currencies);
  sc_money_row_set_currencies (SC_MONEY_ROW (self->rows[VALUE]), (const char *const *) self->currencies);
  line_changed_cb (self);
}

static gboolean
sc_new_deal_grab_focus (GtkWidget *widget)
{
  return gtk_entry_grab_focus_without_selecting (GTK_ENTRY (SC_NEW_DEAL (widget)->line));
}

static void
sc_new_deal_dispose (GObject *object)
{
  ScNewDeal *self = SC_NEW_DEAL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->offers != NULL)
    sc_company_offers_close (self->offers);
  g_clear_object (&self->offers);
  g_clear_object (&self->store);
  memset (self->rows, 0, sizeof self->rows);
  gtk_widget_dispose_template (GTK_WIDGET (self), SC_TYPE_NEW_DEAL);

  G_OBJECT_CLASS (sc_new_deal_parent_class)->dispose (object);
}

static void
sc_new_deal_finalize (GObject *object)
{
  ScNewDeal *self = SC_NEW_DEAL (object);

  g_free (self->process_id);
  g_free (self->company);
  g_free (self->known_process_id);
  g_strfreev (self->currencies);

  G_OBJECT_CLASS (sc_new_deal_parent_class)->finalize (object);
}

static void
sc_new_deal_class_init (ScNewDealClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sc_new_deal_dispose;
  G_OBJECT_CLASS (klass)->finalize = sc_new_deal_finalize;
  widget_class->grab_focus = sc_new_deal_grab_focus;

  /**
   * ScNewDeal::add:
   *
   * A person wants the deal that is typed to be added.
   */
  signals[SIGNAL_ADD] = g_signal_new ("add", SC_TYPE_NEW_DEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/stagecraft/Stagecraft/deal/sc-new-deal.ui");
  gtk_widget_class_bind_template_child (widget_class, ScNewDeal, line);
  gtk_widget_class_bind_template_child (widget_class, ScNewDeal, details);
  gtk_widget_class_bind_template_child (widget_class, ScNewDeal, list);
  gtk_widget_class_bind_template_child (widget_class, ScNewDeal, known_button);
  gtk_widget_class_bind_template_child (widget_class, ScNewDeal, known_label);
  gtk_widget_class_bind_template_callback (widget_class, line_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, known_clicked_cb);
}

static void
sc_new_deal_init (ScNewDeal *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->offers = sc_company_offers_new (GTK_WIDGET (self->line));
  g_signal_connect_object (self->offers, "chosen", G_CALLBACK (company_chosen_cb), self, G_CONNECT_SWAPPED);
  make_rows (self);
}

/**
 * sc_new_deal_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
sc_new_deal_new (void)
{
  return g_object_new (SC_TYPE_NEW_DEAL, NULL);
}

/**
 * sc_new_deal_set_place:
 * @self: a line
 * @store: where companies are known
 * @process_id: the process that a deal is typed for
 */
void
sc_new_deal_set_place (ScNewDeal  *self,
                       ScStore    *store,
                       const char *process_id)
{
  g_return_if_fail (SC_IS_NEW_DEAL (self));

  if (!g_set_str (&self->process_id, process_id) && self->store == store)
    return;

  g_set_object (&self->store, store);
  sc_company_offers_set_store (self->offers, store);
  sc_company_row_set_store (SC_COMPANY_ROW (self->rows[COMPANY]), store);
  sc_store_read_async (store, list_currencies, g_strdup (process_id), g_free, free_currencies, NULL, currencies_listed_cb,
                       g_object_ref (self));
}

/**
 * sc_new_deal_is_empty:
 * @self: a line
 *
 * Returns: whether no deal is typed
 */
gboolean
sc_new_deal_is_empty (ScNewDeal *self)
{
  g_autofree char *title = sc_new_deal_get_title (self);

  return title[0] == '\0';
}

/**
 * sc_new_deal_get_title:
 * @self: a line
 *
 * Returns: (transfer full): what the deal that is typed is called; empty where none is
 */
char *
sc_new_deal_get_title (ScNewDeal *self)
{
  g_return_val_if_fail (SC_IS_NEW_DEAL (self), NULL);

  return self->rows[TITLE] != NULL ? dup_text (self, TITLE) : g_strdup ("");
}

/**
 * sc_new_deal_create_deal:
 * @self: a line in which a deal is typed
 *
 * Returns: (transfer full) (nullable): the deal with its next step; %NULL where a field
 *   can't be read, which then has the focus
 */
ScDeal *
sc_new_deal_create_deal (ScNewDeal *self)
{
  g_autoptr (ScDeal) deal = sc_deal_new ();
  g_autofree char *company = NULL;
  g_autofree char *step = NULL;

  g_return_val_if_fail (SC_IS_NEW_DEAL (self), NULL);

  for (guint i = 0; i < N_FIELDS; i++)
    if (!sc_field_row_commit (self->rows[i]))
      {
        gtk_widget_grab_focus (GTK_WIDGET (self->rows[i]));
        return NULL;
      }

  company = dup_text (self, COMPANY);
  step = dup_text (self, NEXT_STEP);
  deal->title = dup_text (self, TITLE);
  g_set_str (&deal->process_id, self->process_id);
  deal->value = sc_money_row_get_money (SC_MONEY_ROW (self->rows[VALUE]));
  deal->next_step_due = sc_date_row_get_date (SC_DATE_ROW (self->rows[DUE]));
  deal->next_step_time = sc_date_row_get_time (SC_DATE_ROW (self->rows[DUE]));
  if (company[0] != '\0')
    deal->company = g_steal_pointer (&company);
  if (step[0] == '\0' && deal->next_step_due != SC_DATE_NONE)
    deal->next_step = g_strdup (C_("next step", "Get in touch"));
  else if (step[0] != '\0')
    deal->next_step = g_steal_pointer (&step);

  return g_steal_pointer (&deal);
}

/**
 * sc_new_deal_offer:
 * @self: an empty line
 * @deal: a deal that could not be added
 *
 * Has it stand there to be added again.
 */
void
sc_new_deal_offer (ScNewDeal *self,
                   ScDeal    *deal)
{
  g_autofree char *amount = NULL;
  g_autofree char *value = NULL;
  g_autofree char *due = NULL;

  g_return_if_fail (SC_IS_NEW_DEAL (self));

  amount = sc_money_is_set (deal->value) ? sc_money_to_plain (deal->value) : NULL;
  value = amount != NULL ? g_strdup_printf ("%s %s", amount, deal->value.currency) : g_strdup ("");
  due = sc_due_entry_new (deal->next_step_due, deal->next_step_time);
  gtk_editable_set_text (self->line, deal->title);
  gtk_editable_set_text (GTK_EDITABLE (self->rows[TITLE]), deal->title);
  gtk_editable_set_text (GTK_EDITABLE (self->rows[COMPANY]), deal->company != NULL ? deal->company : "");
  gtk_editable_set_text (GTK_EDITABLE (self->rows[VALUE]), value);
  gtk_editable_set_text (GTK_EDITABLE (self->rows[NEXT_STEP]), deal->next_step != NULL ? deal->next_step : "");
  gtk_editable_set_text (GTK_EDITABLE (self->rows[DUE]), due);
  gtk_widget_set_visible (self->details, TRUE);
}

/**
 * sc_new_deal_clear:
 * @self: a line
 *
 * Takes away what is typed.
 */
void
sc_new_deal_clear (ScNewDeal *self)
{
  g_return_if_fail (SC_IS_NEW_DEAL (self));

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_text (self->line, "");
  make_rows (self);
  gtk_widget_set_visible (self->details, FALSE);
  sc_company_offers_stop (self->offers);
}
