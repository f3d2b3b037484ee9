/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of the list of deals. */

#include "pipeline/sc-deal-cell.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "model/sc-date-text.h"
#include "pipeline/sc-inscription.h"

struct _ScDealCell
{
  AdwBin parent_instance;

  ScCellKind kind;
  ScCellWidths *widths;
  guint n_chars; /* what it has room for */
  GtkInscription *text;
  ScDealItem *item;
  ScVersion *version;
  gulong deal_handler;
};

G_DEFINE_FINAL_TYPE (ScDealCell, sc_deal_cell, ADW_TYPE_BIN);

/* Amounts and days are never cut: a column has room for the longest. Of texts it has as
 * much as is given here, and the title what is left. */
static const struct {
  const char *title;
  const char *id;
  guint min_chars;
  guint max_chars; /* 0 for as many as there are */
  gboolean is_number;
  ScDealOrder order;
} kinds[SC_N_CELLS] = {
  [SC_CELL_TITLE] = { NC_("deal", "Title"), "title", 18, 40, FALSE, SC_DEAL_ORDER_TITLE },
  [SC_CELL_COMPANY] = { NC_("deal", "Company"), "company", 8, 22, FALSE, SC_DEAL_ORDER_COMPANY },
  [SC_CELL_VALUE] = { NC_("deal", "Value"), "value", 8, 0, TRUE, SC_DEAL_ORDER_VALUE },
  [SC_CELL_STAGE] = { NC_("deal", "Stage"), "stage", 8, 22, FALSE, SC_DEAL_ORDER_STAGE },
  [SC_CELL_STATUS] = { NC_("deal", "Status"), "status", 6, 22, FALSE, SC_DEAL_ORDER_STATUS },
  [SC_CELL_OWNER] = { NC_("deal", "Owner"), "owner", 7, 18, FALSE, SC_DEAL_ORDER_OWNER },
  [SC_CELL_LABEL] = { NC_("deal", "Label"), "label", 7, 18, FALSE, SC_DEAL_ORDER_LABEL },
  [SC_CELL_NEXT_STEP] = { NC_("deal", "Next Step"), "next-step", 10, 24, FALSE, SC_DEAL_ORDER_NEXT_STEP },
  [SC_CELL_DUE] = { NC_("deal", "Due"), "due", 5, 0, FALSE, SC_DEAL_ORDER_DUE },
  [SC_CELL_EXPECTED_CLOSE] = { NC_("deal", "Expected Close"), "expected-close", 8, 0, FALSE, SC_DEAL_ORDER_EXPECTED_CLOSE },
  [SC_CELL_AGE] = { NC_("deal", "In This Stage"), "age", 8, 0, FALSE, SC_DEAL_ORDER_AGE },
  [SC_CELL_STARTED] = { NC_("deal", "Started"), "started", 8, 0, FALSE, SC_DEAL_ORDER_STARTED },
  [SC_CELL_CLOSED] = { NC_("deal", "Closed"), "closed", 8, 0, FALSE, SC_DEAL_ORDER_CLOSED },
};

static char *
make_status (const ScDeal *deal)
{
  if (deal->parked_until != SC_DATE_NONE)
    {
      g_autofree char *day = sc_date_to_text (deal->parked_until);

      /* Translators: a deal that is parked, and the day until which it is, in a narrow
       * column: “Until 02/22/2027” */
      return g_strdup_printf (C_("deal status", "Until %s"), day);
    }

  return sc_deal_status_to_text (deal);
}

/* A day that there has been is unknown where nobody has told it. */
static char *
make_day (ScDate   date,
          gboolean has_been)
{
  return date == SC_DATE_NONE && has_been ? g_strdup (C_("day", "unknown")) : sc_date_to_text (date);
}

static char *
make_due (const ScDeal *deal)
{
  if (deal->next_step_id == 0 || deal->next_step_due == SC_DATE_NONE)
    return NULL;

  return sc_date_text_due (deal->next_step_due, deal->next_step_time, sc_clock_today ());
}

static char *
make_age (ScDealCell   *self,
          const ScDeal *deal)
{
  ScStage *stage = sc_version_find_stage (self->version, deal->stage_id, NULL);

  return sc_deal_status_is_standing (deal->status)
         ? sc_deal_age_to_text (deal, stage, self->version->calendar, sc_clock_now ()) : NULL;
}

static char *
make_text (ScDealCell   *self,
           const ScDeal *deal)
{
  ScStage *stage;

  switch (self->kind)
    {
    case SC_CELL_TITLE:
      return g_strdup (sc_deal_get_title (deal));

    case SC_CELL_COMPANY:
      return g_strdup (deal->company);

    case SC_CELL_VALUE:
      return sc_money_to_text (deal->value);

    case SC_CELL_STAGE:
      stage = sc_version_find_stage (self->version, deal->stage_id, NULL);
      return g_strdup (stage != NULL ? stage->name : NULL);

    case SC_CELL_STATUS:
      return make_status (deal);

    case SC_CELL_OWNER:
      return g_strdup (deal->owner);

    case SC_CELL_LABEL:
      return g_strdup (deal->label);

    case SC_CELL_NEXT_STEP:
      return g_strdup (deal->next_step);

    case SC_CELL_DUE:
      return make_due (deal);

    case SC_CELL_EXPECTED_CLOSE:
      return sc_date_to_text (deal->expected_close);

    case SC_CELL_AGE:
      return make_age (self, deal);

    case SC_CELL_STARTED:
      return make_day (deal->started, TRUE);

    case SC_CELL_CLOSED:
      return make_day (deal->closed, deal->status != SC_DEAL_OPEN);

    case SC_N_CELLS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Numbers are written from left to right everywhere: they are compared where
 * their last digits stand below each other. */
static gboolean
is_end (ScDealCell *self)
{
  return kinds[self->kind].is_number && gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL;
}

/* As much as the longest text of the column has had. */
static void
fit (ScDealCell *self,
     const char *text)
{
  guint max_chars = kinds[self->kind].max_chars;
  guint length = text != NULL ? (guint) g_utf8_strlen (text, -1) : 0;
  guint *widest = &self->widths->n_chars[self->kind];

  if (max_chars > 0)
    length = MIN (length, max_chars);
  *widest = MAX (*widest, length);
  if (self->n_chars == *widest)
    return;

  self->n_chars = *widest;
  gtk_inscription_set_nat_chars (self->text, MAX (self->n_chars, kinds[self->kind].min_chars));
  if (max_chars == 0)
    gtk_inscription_set_min_chars (self->text, MAX (self->n_chars, kinds[self->kind].min_chars));
}

/* What is cut is told in full. */
static gboolean
query_tooltip_cb (ScDealCell *self,
                  int         x,
                  int         y,
                  gboolean    is_keyboard,
                  GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (self->text);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (text == NULL || text[0] == '\0')
    return FALSE;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->text), text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (GTK_WIDGET (self->text)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
update (ScDealCell *self)
{
  ScDeal *deal = self->item != NULL ? sc_deal_item_get_deal (self->item) : NULL;
  g_autofree char *text = deal != NULL ? make_text (self, deal) : NULL;

  sc_inscription_set_text (self->text, text, is_end (self));
  fit (self, text);
}

static void
sc_deal_cell_direction_changed (GtkWidget       *widget,
                                GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sc_deal_cell_parent_class)->direction_changed (widget, previous);

  update (SC_DEAL_CELL (widget));
}

static void
sc_deal_cell_dispose (GObject *object)
{
  ScDealCell *self = SC_DEAL_CELL (object);

  g_clear_signal_handler (&self->deal_handler, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->version, sc_version_unref);

  G_OBJECT_CLASS (sc_deal_cell_parent_class)->dispose (object);
}

static void
sc_deal_cell_class_init (ScDealCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sc_deal_cell_dispose;
  GTK_WIDGET_CLASS (klass)->direction_changed = sc_deal_cell_direction_changed;
}

static void
sc_deal_cell_init (ScDealCell *self)
{
  self->text = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->text), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->text));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/**
 * sc_cell_kind_get_title:
 * @kind: what a cell shows
 *
 * Returns: the title of its column
 */
const char *
sc_cell_kind_get_title (ScCellKind kind)
{
  g_return_val_if_fail (kind < SC_N_CELLS, NULL);

  return g_dpgettext2 (NULL, "deal", kinds[kind].title);
}

/**
 * sc_cell_kind_get_order:
 * @kind: what a cell shows
 *
 * Returns: the order of deals by it
 */
ScDealOrder
sc_cell_kind_get_order (ScCellKind kind)
{
  g_return_val_if_fail (kind < SC_N_CELLS, SC_DEAL_ORDER_NEWEST);

  return kinds[kind].order;
}

/**
 * sc_cell_kind_is_number:
 * @kind: what a cell shows
 *
 * Returns: whether it is a number, which stands at the right of its column
 */
gboolean
sc_cell_kind_is_number (ScCellKind kind)
{
  g_return_val_if_fail (kind < SC_N_CELLS, FALSE);

  return kinds[kind].is_number;
}

/**
 * sc_cell_kind_get_id:
 * @kind: what a cell shows
 *
 * Returns: its name in the settings
 */
const char *
sc_cell_kind_get_id (ScCellKind kind)
{
  g_return_val_if_fail (kind < SC_N_CELLS, NULL);

  return kinds[kind].id;
}

/**
 * sc_deal_cell_new:
 * @kind: what it shows
 * @widths: of all columns, which outlive it
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
sc_deal_cell_new (ScCellKind    kind,
                  ScCellWidths *widths)
{
  ScDealCell *self = g_object_new (SC_TYPE_DEAL_CELL, NULL);

  self->kind = kind;
  self->widths = widths;
  gtk_inscription_set_min_chars (self->text, kinds[kind].min_chars);
  gtk_inscription_set_nat_chars (self->text, kinds[kind].min_chars);
  if (kinds[kind].max_chars == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "numeric");

  return GTK_WIDGET (self);
}

/**
 * sc_deal_cell_bind:
 * @self: a cell
 * @item: the deal's place in the list
 * @version: the published version, for the names of stages
 */
void
sc_deal_cell_bind (ScDealCell *self,
                   ScDealItem *item,
                   ScVersion  *version)
{
  g_return_if_fail (SC_IS_DEAL_CELL (self));

  self->item = g_object_ref (item);
  self->version = sc_version_ref (version);
  self->deal_handler = g_signal_connect_swapped (item, "notify::deal", G_CALLBACK (update), self);
  update (self);
}

/**
 * sc_deal_cell_unbind:
 * @self: a cell
 */
void
sc_deal_cell_unbind (ScDealCell *self)
{
  g_return_if_fail (SC_IS_DEAL_CELL (self));

  g_clear_signal_handler (&self->deal_handler, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->version, sc_version_unref);
}

/**
 * sc_deal_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the deal's place in the list
 */
ScDealItem *
sc_deal_cell_get_item (ScDealCell *self)
{
  g_return_val_if_fail (SC_IS_DEAL_CELL (self), NULL);

  return self->item;
}
