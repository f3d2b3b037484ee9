/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for an amount and its currency, which is chosen beside it or typed with
 * it. */

#include "deal/sc-money-row.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#include "model/sc-amount-entry.h"
#include "model/sc-amount.h"
#include "model/sc-preferred-currency.h"

struct _ScMoneyRow
{
  ScFieldRow parent_instance;

  GtkDropDown *currency_drop_down;
  GtkStringList *currencies;
  GStrv known; /* what a sign means that several currencies share */
  ScMoney saved;
  ScMoney whole; /* what a share is of; none where shares are not taken */
  gboolean is_filling;
  gboolean is_named;
};

G_DEFINE_FINAL_TYPE (ScMoneyRow, sc_money_row, SC_TYPE_FIELD_ROW);

static const char *
get_currency (ScMoneyRow *self)
{
  return gtk_string_list_get_string (self->currencies, gtk_drop_down_get_selected (self->currency_drop_down));
}

static gboolean
parse (ScMoneyRow *self,
       const char *text,
       ScMoney    *money)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  ScAmountResult result;

  *money = sc_money_new (0, NULL);
  if (stripped[0] == '\0' || (sc_money_is_set (self->whole) && sc_amount_share_read (stripped, self->whole, money)))
    return TRUE;

  result = sc_amount_entry_read (stripped, get_currency (self), (const char *const *) self->known, money);

  return result == SC_AMOUNT_READ || result == SC_AMOUNT_NOTHING;
}

static gboolean
sc_money_row_check (ScFieldRow *row,
                    const char *text)
{
  ScMoney money;

  return parse (SC_MONEY_ROW (row), text, &money);
}

/* The value's text is without its currency. */
static gboolean
sc_money_row_means (ScFieldRow *row,
                    const char *typed,
                    const char *value)
{
  ScMoney money;

  return parse (SC_MONEY_ROW (row), typed, &money) && sc_money_equal (money, SC_MONEY_ROW (row)->saved);
}

static const char *
sc_money_row_explain (ScFieldRow *row)
{
  if (sc_money_is_set (SC_MONEY_ROW (row)->whole))
    /* Translators: stands at a field, in at most 30 characters; each of these is an amount that can be typed, in the reader's own way of writing */
    return _("An amount: 12,000, 5k, 50 %");

  /* Translators: stands at a field, in at most 30 characters; each of these is an amount that can be typed, in the reader's own way of writing */
  return _("An amount: 12,000, 5k, 1.5m");
}

/* The amount with the locale's marks and without its currency, which stands
 * beside. */
static char *
to_editable (ScMoney money)
{
  guint digits;
  gint64 unit = 1;

  if (!sc_money_is_set (money))
    return g_strdup ("");

  digits = sc_currency_get_digits (money.currency);
  for (guint i = 0; i < digits; i++)
    unit *= 10;

  if (money.minor % unit == 0)
    return g_strdup_printf ("%'" G_GINT64_FORMAT, money.minor / unit);

  return g_strdup_printf ("%s%'" G_GINT64_FORMAT "%s%0*" G_GINT64_FORMAT,
                          money.minor < 0 ? "-" : "", ABS (money.minor) / unit, nl_langinfo (RADIXCHAR),
                          (int) digits, ABS (money.minor) % unit);
}

static guint
find_currency (ScMoneyRow *self,
               const char *currency)
{
  guint position = gtk_string_list_find (self->currencies, currency);

  if (position != G_MAXUINT)
    return position;

  gtk_string_list_append (self->currencies, currency);

  return g_list_model_get_n_items (G_LIST_MODEL (self->currencies)) - 1;
}

static void
currency_selected_cb (ScMoneyRow *self)
{
  if (self->is_filling || gtk_editable_get_text (GTK_EDITABLE (self))[0] == '\0')
    return;

  if (sc_field_row_is_valid (SC_FIELD_ROW (self)))
    g_signal_emit_by_name (self, "commit");
}

/* Once: later something else may stand in the place of the title. */
static void
titled_cb (ScMoneyRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *name = NULL;

  if (self->is_named || *title == '\0')
    return;

  self->is_named = TRUE;
  name = g_strdup_printf (C_("field", "%1$s: %2$s"), title, _("Currency"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->currency_drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
sc_money_row_finalize (GObject *object)
{
  g_strfreev (SC_MONEY_ROW (object)->known);

  G_OBJECT_CLASS (sc_money_row_parent_class)->finalize (object);
}

static void
sc_money_row_class_init (ScMoneyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sc_money_row_finalize;
  SC_FIELD_ROW_CLASS (klass)->check = sc_money_row_check;
  SC_FIELD_ROW_CLASS (klass)->means = sc_money_row_means;
  SC_FIELD_ROW_CLASS (klass)->explain = sc_money_row_explain;
}

static void
sc_money_row_init (ScMoneyRow *self)
{
  static const char *const known[] = { "USD", "EUR", "RUB", "GBP", "CNY", "KZT", "BYN", "UAH", "JPY", "CHF", "TRY", "INR", NULL };

  self->currencies = gtk_string_list_new (NULL);
  gtk_string_list_append (self->currencies, sc_preferred_currency_get ());
  for (guint i = 0; known[i] != NULL; i++)
    if (gtk_string_list_find (self->currencies, known[i]) == G_MAXUINT)
      gtk_string_list_append (self->currencies, known[i]);

  self->currency_drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->currencies), NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->currency_drop_down), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->currency_drop_down), "flat");
  g_signal_connect (self, "notify::title", G_CALLBACK (titled_cb), NULL);
  g_signal_connect_object (self->currency_drop_down, "notify::selected", G_CALLBACK (currency_selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->currency_drop_down));
  sc_money_row_set_currencies (self, NULL);
}

/**
 * sc_money_row_new:
 *
 * Returns: (transfer floating): a field for an amount
 */
GtkWidget *
sc_money_row_new (void)
{
  return g_object_new (SC_TYPE_MONEY_ROW, NULL);
}

/**
 * sc_money_row_set_currencies:
 * @self: a field
 * @currencies: (nullable): what amounts are in here, the likeliest first
 *
 * What a new amount is in: the first of these, or what the user prefers. A sign
 * that several currencies share, such as `$`, is taken for one of them, or for
 * the one of the user's country.
 */
void
sc_money_row_set_currencies (ScMoneyRow        *self,
                             const char *const *currencies)
{
  g_autoptr (GStrvBuilder) known = g_strv_builder_new ();

  g_return_if_fail (SC_IS_MONEY_ROW (self));

  if (currencies != NULL)
    g_strv_builder_addv (known, (const char **) currencies);
  g_strv_builder_add (known, sc_preferred_currency_get ());
  g_strv_builder_add (known, sc_currency_get_default ());
  g_strfreev (self->known);
  self->known = g_strv_builder_end (known);
}

/**
 * sc_money_row_set_money:
 * @self: a field
 * @money: the amount that is saved
 */
void
sc_money_row_set_money (ScMoneyRow *self,
                        ScMoney     money)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SC_IS_MONEY_ROW (self));

  text = to_editable (money);
  self->saved = money;
  self->is_filling = TRUE;
  if (!sc_field_row_is_edited (SC_FIELD_ROW (self)))
    gtk_drop_down_set_selected (self->currency_drop_down,
                                find_currency (self, sc_money_is_set (money) ? money.currency : self->known[0]));
  self->is_filling = FALSE;
  sc_field_row_set_value (SC_FIELD_ROW (self), text);
}

/**
 * sc_money_row_get_money:
 * @self: a field
 *
 * Returns: the amount that is typed; none where there is none
 */
ScMoney
sc_money_row_get_money (ScMoneyRow *self)
{
  ScMoney money = { 0 };

  g_return_val_if_fail (SC_IS_MONEY_ROW (self), money);

  parse (self, gtk_editable_get_text (GTK_EDITABLE (self)), &money);

  return money;
}

/**
 * sc_money_row_take_shares:
 * @self: a field
 * @whole: an amount
 *
 * Has the field take a share of @whole, too: “50 %”.
 */
void
sc_money_row_take_shares (ScMoneyRow *self,
                          ScMoney     whole)
{
  g_return_if_fail (SC_IS_MONEY_ROW (self));

  self->whole = whole;
}

/**
 * sc_money_row_is_share:
 * @self: a field
 *
 * Returns: whether what is typed is a share of an amount, such as “50 %”
 */
gboolean
sc_money_row_is_share (ScMoneyRow *self)
{
  ScMoney money;

  g_return_val_if_fail (SC_IS_MONEY_ROW (self), FALSE);

  return sc_money_is_set (self->whole)
         && sc_amount_share_read (gtk_editable_get_text (GTK_EDITABLE (self)), self->whole, &money);
}
