/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A deal on the board. Columns hold hundreds of thousands of them: binding another deal to
 * a card changes texts, and asks for a new layout of the column only where those take
 * more lines, or fewer. */

#include "pipeline/sc-deal-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "model/sc-wall-clock.h"
#include "pipeline/sc-card-text.h"

/* A card's parts from top to bottom. Value and owner share a line where that has room for
 * both. What has several colours is several parts, of which one has a text: another
 * style class would cost more than all the rest of binding does. Those that a card has
 * not needed yet it does not have, and what has no text takes no room. */
enum {
  PART_TITLE,
  PART_COMPANY,
  PART_VALUE,
  PART_OWNER,
  PART_LABEL,
  PART_STEP_NONE,
  PART_STEP_LATER,
  PART_STEP_TODAY,
  PART_STEP_OVERDUE,
  PART_AGE,
  PART_AGE_LATE,
  PART_PARKED,
  PART_OUTLIVED,
  N_PARTS,
};

#define LINE_SPACING 3
#define PART_SPACING 8
#define DROP_HEIGHT 4
#define DROP_GAP 1

/* What a narrow column has room for. */
#define MAX_VALUE_CHARS 17

/* Where nobody has told yet how wide it is. */
#define USUAL_WIDTH 180

/* Of a deal that has not been read yet. */
#define N_USUAL_LINES 5

static const struct {
  int max_lines;
  const char *sign;
  const char *classes[3];
} parts[N_PARTS] = {
  [PART_TITLE] = { 2, NULL, { "heading" } },
  [PART_COMPANY] = { 2, NULL, { "faint" } },
  [PART_VALUE] = { 1, NULL, { "numeric" } },
  [PART_OWNER] = { 1, NULL, { "faint", "caption" } },
  [PART_LABEL] = { 1, "sc-label-symbolic", { "caption", "faint" } },
  [PART_STEP_NONE] = { 2, "sc-no-step-symbolic", { "caption", "warning" } },
  [PART_STEP_LATER] = { 4, NULL, { "caption" } },
  [PART_STEP_TODAY] = { 4, NULL, { "caption", "accent" } },
  [PART_STEP_OVERDUE] = { 4, NULL, { "caption", "error" } },
  [PART_AGE] = { 2, NULL, { "caption", "numeric", "faint" } },
  [PART_AGE_LATE] = { 2, "sc-over-time-symbolic", { "caption", "numeric", "error" } },
  [PART_PARKED] = { 2, NULL, { "caption", "numeric" } },
  [PART_OUTLIVED] = { 3, "sc-over-time-symbolic", { "caption", "warning" } },
};

struct _ScDealCard
{
  GtkWidget parent_instance;

  GtkWidget *parts[N_PARTS];
  GtkListItem *list_item;
  ScDealItem *item;
  ScDealChances *chances;
  ScStage *stage;
  ScCalendar *calendar;
  gulong deal_handler;
  ScDropPlace place;
  gboolean is_rearranged; /* texts have changed since it was last laid out */
};

G_DEFINE_FINAL_TYPE (ScDealCard, sc_deal_card, GTK_TYPE_WIDGET);

static void
create_part (ScDealCard *self,
             guint       part)
{
  GtkWidget *widget = sc_card_text_new (parts[part].max_lines, parts[part].sign);

  for (guint i = 0; i < G_N_ELEMENTS (parts[part].classes) && parts[part].classes[i] != NULL; i++)
    gtk_widget_add_css_class (widget, parts[part].classes[i]);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  self->parts[part] = widget;
}

static void
set_text (ScDealCard *self,
          guint       part,
          const char *text)
{
  if (self->parts[part] == NULL && text == NULL)
    return;

  if (self->parts[part] == NULL)
    create_part (self, part);
  sc_card_text_set_text (SC_CARD_TEXT (self->parts[part]), text);
}

/* The text of one of the parts from first to last; the others have none. */
static void
set_one_text (ScDealCard *self,
              guint       first,
              guint       last,
              guint       part,
              const char *text)
{
  for (guint i = first; i <= last; i++)
    set_text (self, i, i == part ? text : NULL);
}

static void
show_nothing (ScDealCard *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    set_text (self, i, NULL);
}

/* An amount that is cut off would be read as another one. */
static char *
make_value (ScMoney value)
{
  g_autofree char *text = sc_money_to_text (value);

  return g_utf8_strlen (text, -1) <= MAX_VALUE_CHARS ? g_steal_pointer (&text) : sc_money_to_short_text (value);
}

static guint
choose_age_part (ScDealCard   *self,
                 const ScDeal *deal,
                 ScInstant     now)
{
  if (deal->parked_until != SC_DATE_NONE)
    return PART_PARKED;

  return sc_deal_is_past_target (deal, self->stage, self->calendar, now) ? PART_AGE_LATE : PART_AGE;
}

static const char *
get_any (const char *text)
{
  return text != NULL && text[0] != '\0' ? text : NULL;
}

static const char *
get_text (ScDealCard *self,
          guint       part)
{
  return self->parts[part] != NULL ? sc_card_text_get_text (SC_CARD_TEXT (self->parts[part])) : NULL;
}

static void
place (ScDealCard *self,
       guint       part,
       int         x,
       int         y,
       int         width,
       int         height)
{
  GtkAllocation allocation = { x, y, width, height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    allocation.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  gtk_widget_size_allocate (self->parts[part], &allocation, -1);
}

/* The owner stands at the end of the value's line. Returns whether there is room. */
static gboolean
shares_line (ScDealCard *self,
             int         width,
             int        *owner_width)
{
  int value_width;

  if (get_text (self, PART_VALUE) == NULL || get_text (self, PART_OWNER) == NULL)
    return FALSE;

  value_width = sc_card_text_measure_width (SC_CARD_TEXT (self->parts[PART_VALUE]));
  *owner_width = sc_card_text_measure_width (SC_CARD_TEXT (self->parts[PART_OWNER]));

  return value_width + PART_SPACING + *owner_width <= width;
}

/* One below the other. Returns how high that is. */
static int
arrange (ScDealCard *self,
         int         width,
         gboolean    is_allocating)
{
  int owner_width = 0;
  gboolean is_shared = shares_line (self, width, &owner_width);
  int y = 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      int height, owner_height;

      if (self->parts[i] == NULL || (is_shared && i == PART_OWNER))
        continue;
      if (get_text (self, i) == NULL)
        {
          if (is_allocating)
            place (self, i, 0, y, width, 0);
          continue;
        }

      height = sc_card_text_measure_height (SC_CARD_TEXT (self->parts[i]), width);
      if (is_allocating)
        place (self, i, 0, y, is_shared && i == PART_VALUE ? width - owner_width - PART_SPACING : width, height);
      if (is_allocating && is_shared && i == PART_VALUE)
        {
          owner_height = sc_card_text_measure_height (SC_CARD_TEXT (self->parts[PART_OWNER]), owner_width);
          place (self, PART_OWNER, width - owner_width, y + (height - owner_height) / 2, owner_width, owner_height);
        }
      y += height + LINE_SPACING;
    }

  return MAX (0, y - LINE_SPACING);
}

/* Another height is for the column to find room for, other places only for the card. */
static void
rearrange (ScDealCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);

  self->is_rearranged = TRUE;
  if (width == 0 || arrange (self, width, FALSE) != gtk_widget_get_height (widget))
    gtk_widget_queue_resize (widget);
  else
    gtk_widget_queue_allocate (widget);
}

static void
update (ScDealCard *self)
{
  static const guint step_parts[] = {
    [SC_STEP_NONE] = PART_STEP_NONE,
    [SC_STEP_LATER] = PART_STEP_LATER,
    [SC_STEP_TODAY] = PART_STEP_TODAY,
    [SC_STEP_OVERDUE] = PART_STEP_OVERDUE,
  };
  ScDeal *deal = self->item != NULL ? sc_deal_item_get_deal (self->item) : NULL;
  ScInstant now = sc_clock_now ();
  ScDate today = sc_date_from_instant (now);
  g_autofree char *value = NULL;
  g_autofree char *age = NULL;
  g_autofree char *step = NULL;
  g_autofree char *description = NULL;
  g_autofree char *label = NULL;
  const char *outlived;

  if (deal == NULL)
    {
      show_nothing (self);
      rearrange (self);
      return;
    }

  outlived = self->chances != NULL && sc_deal_chances_has_outlived (self->chances, deal->id)
             ? C_("deal", "Older than every decided deal") : NULL;
  value = make_value (deal->value);
  age = sc_deal_age_to_text (deal, self->stage, self->calendar, now);
  step = sc_deal_step_to_text (deal, today);

  set_text (self, PART_TITLE, sc_deal_get_title (deal));
  set_text (self, PART_COMPANY, get_any (deal->company));
  set_text (self, PART_VALUE, get_any (value));
  set_text (self, PART_OWNER, get_any (deal->owner));
  set_text (self, PART_LABEL, get_any (deal->label));
  set_one_text (self, PART_AGE, PART_PARKED, choose_age_part (self, deal, now), age);
  set_one_text (self, PART_STEP_NONE, PART_STEP_OVERDUE, step_parts[sc_deal_get_step_state (deal, today)],
                deal->parked_until == SC_DATE_NONE ? step : NULL);
  set_text (self, PART_OUTLIVED, outlived);
  rearrange (self);

  description = sc_deal_describe (deal, self->stage, self->calendar, now, ", ");
  label = outlived != NULL ? g_strjoin (", ", description, outlived, NULL) : g_strdup (description);
  gtk_list_item_set_accessible_label (self->list_item, label);
}

static int
get_usual_height (ScDealCard *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  return N_USUAL_LINES * (height + LINE_SPACING) - LINE_SPACING;
}

static GtkSizeRequestMode
sc_deal_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sc_deal_card_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  ScDealCard *self = SC_DEAL_CARD (widget);

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = get_text (self, PART_TITLE) != NULL ? arrange (self, for_size >= 0 ? for_size : USUAL_WIDTH, FALSE)
                                                   : get_usual_height (self);
  *natural = *minimum;
}

static void
sc_deal_card_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  ScDealCard *self = SC_DEAL_CARD (widget);

  /* For another width GTK may still have the height that another deal needed there. */
  if (arrange (self, width, TRUE) != height && self->is_rearranged)
    gtk_widget_queue_resize (widget);
  self->is_rearranged = FALSE;
}

/* Drawn rather than styled: while a card is dragged the place changes with
 * every move of the pointer, and a style class would be resolved anew for the
 * card and all of its parts. */
static void
sc_deal_card_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  ScDealCard *self = SC_DEAL_CARD (widget);
  g_autoptr (GdkRGBA) colour = NULL;
  graphene_rect_t bounds;

  GTK_WIDGET_CLASS (sc_deal_card_parent_class)->snapshot (widget, snapshot);

  if (self->place == SC_DROP_NOWHERE || !gtk_widget_compute_bounds (widget, widget, &bounds))
    return;

  if (self->place == SC_DROP_BELOW)
    bounds.origin.y += bounds.size.height + DROP_GAP;
  else
    bounds.origin.y -= DROP_GAP + DROP_HEIGHT;
  bounds.size.height = DROP_HEIGHT;
  colour = adw_style_manager_get_accent_color_rgba (adw_style_manager_get_default ());
  gtk_snapshot_append_color (snapshot, colour, &bounds);
}

static void
sc_deal_card_direction_changed (GtkWidget       *widget,
                                GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sc_deal_card_parent_class)->direction_changed (widget, previous);

  update (SC_DEAL_CARD (widget));
}

static void
sc_deal_card_dispose (GObject *object)
{
  ScDealCard *self = SC_DEAL_CARD (object);

  g_clear_signal_handler (&self->deal_handler, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->chances);
  g_clear_pointer (&self->stage, sc_stage_unref);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  for (guint i = 0; i < N_PARTS; i++)
    g_clear_pointer (&self->parts[i], gtk_widget_unparent);

  G_OBJECT_CLASS (sc_deal_card_parent_class)->dispose (object);
}

static void
sc_deal_card_class_init (ScDealCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_deal_card_dispose;
  widget_class->get_request_mode = sc_deal_card_get_request_mode;
  widget_class->measure = sc_deal_card_measure;
  widget_class->size_allocate = sc_deal_card_size_allocate;
  widget_class->snapshot = sc_deal_card_snapshot;
  widget_class->direction_changed = sc_deal_card_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "dealcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
sc_deal_card_init (ScDealCard *self)
{
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * sc_deal_card_new:
 * @list_item: the list item that owns it
 *
 * Returns: (transfer floating): a card that shows nothing yet
 */
GtkWidget *
sc_deal_card_new (GtkListItem *list_item)
{
  ScDealCard *self = g_object_new (SC_TYPE_DEAL_CARD, NULL);

  self->list_item = list_item;

  return GTK_WIDGET (self);
}

/**
 * sc_deal_card_get_list_item:
 * @self: a card
 *
 * Returns: (transfer none): the list item that owns it
 */
GtkListItem *
sc_deal_card_get_list_item (ScDealCard *self)
{
  g_return_val_if_fail (SC_IS_DEAL_CARD (self), NULL);

  return self->list_item;
}

/**
 * sc_deal_card_bind:
 * @self: a card
 * @item: the place in the list that it stands for
 * @stage: the stage of its column
 * @calendar: the days and hours that count
 *
 * Shows a deal, and follows it.
 */
void
sc_deal_card_bind (ScDealCard *self,
                   ScDealItem *item,
                   ScStage    *stage,
                   ScCalendar *calendar)
{
  g_return_if_fail (SC_IS_DEAL_CARD (self));

  self->item = g_object_ref (item);
  self->stage = sc_stage_ref (stage);
  self->calendar = sc_calendar_ref (calendar);
  self->deal_handler = g_signal_connect_swapped (item, "notify::deal", G_CALLBACK (update), self);
  update (self);
}

/**
 * sc_deal_card_unbind:
 * @self: a card
 *
 * Lets go of the deal; what is shown stays until the next one comes.
 */
void
sc_deal_card_unbind (ScDealCard *self)
{
  g_return_if_fail (SC_IS_DEAL_CARD (self));

  g_clear_signal_handler (&self->deal_handler, self->item);
  g_clear_object (&self->item);
  g_clear_pointer (&self->stage, sc_stage_unref);
  g_clear_pointer (&self->calendar, sc_calendar_unref);
  sc_deal_card_set_drop_place (self, SC_DROP_NOWHERE);
}

/**
 * sc_deal_card_set_chances:
 * @self: a card that shows no deal yet
 * @chances: (nullable): by which a deal is marked that is older than all that were decided
 */
void
sc_deal_card_set_chances (ScDealCard    *self,
                          ScDealChances *chances)
{
  g_return_if_fail (SC_IS_DEAL_CARD (self));

  if (self->chances != NULL)
    g_signal_handlers_disconnect_by_func (self->chances, update, self);
  g_set_object (&self->chances, chances);
  if (chances != NULL)
    g_signal_connect_object (chances, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * sc_deal_card_get_item:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the place in the list that it stands
 *   for
 */
ScDealItem *
sc_deal_card_get_item (ScDealCard *self)
{
  g_return_val_if_fail (SC_IS_DEAL_CARD (self), NULL);

  return self->item;
}

/**
 * sc_deal_card_set_drop_place:
 * @self: a card
 * @place: where something would be dropped
 *
 * Shows the place where a dragged card would come to stand.
 */
void
sc_deal_card_set_drop_place (ScDealCard *self,
                             ScDropPlace place)
{
  g_return_if_fail (SC_IS_DEAL_CARD (self));

  if (self->place == place)
    return;

  self->place = place;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * sc_deal_card_get_cut:
 * @self: a card
 *
 * Returns: (transfer full) (nullable): what the card had no room for, in full, each part on
 *   a line; %NULL where all of it is there
 */
char *
sc_deal_card_get_cut (ScDealCard *self)
{
  g_autoptr (GStrvBuilder) cut = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (SC_IS_DEAL_CARD (self), NULL);

  for (guint i = 0; i < N_PARTS; i++)
    if (get_text (self, i) != NULL && sc_card_text_is_cut (SC_CARD_TEXT (self->parts[i])))
      g_strv_builder_add (cut, get_text (self, i));
  all = g_strv_builder_end (cut);

  return all[0] != NULL ? g_strjoinv ("\n", all) : NULL;
}
