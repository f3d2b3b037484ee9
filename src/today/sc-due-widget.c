/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of Today: what is due for which deal, with what can be done about it. */

#include "today/sc-due-widget.h"

#include <glib/gi18n-lib.h>

#include "deal/sc-deal-text.h"
#include "model/sc-date-text.h"
#include "model/sc-wall-clock.h"

struct _ScDueWidget
{
  GtkBox parent_instance;

  ScDueItem *item;
  char *label;

  GtkWidget *done_button;
  GtkWidget *text_box;
  GtkLabel *what_label;
  GtkLabel *where_label;
  GtkWidget *facts_box;
  GtkLabel *when_label;
  GtkLabel *amount_label;
  GtkWidget *take_button;
  GtkMenuButton *menu_button;
  GtkButton *more_button;
};

enum {
  PROP_0,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_WORK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScDueWidget, sc_due_widget, GTK_TYPE_BOX);

/* What the actions of a row are called, in the order of #ScDueWork. */
static const char *const work_names[] = {
  "due.open", "due.done", "due.postpone", "due.take-on", "due.add-step", "due.move-on", "due.park", "due.many", "due.more",
};

static void
work_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ScDueWidget *self = SC_DUE_WIDGET (widget);
  int n_days = parameter != NULL ? g_variant_get_int32 (parameter) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (work_names); i++)
    if (g_str_equal (action, work_names[i]) && self->item != NULL)
      {
        g_signal_emit (widget, signals[SIGNAL_WORK], 0, self->item, i, n_days);
        return;
      }
}

static const char *
get_done_label (ScDueKind kind)
{
  return kind == SC_DUE_PAYMENT ? _("Paid Today") : _("Done");
}

static void
append_work (GMenu          *menu,
             const ScDueRow *row,
             gboolean        can_be_done)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("_Open Deal"), "due.open");
  if (can_be_done)
    g_menu_append (section, get_done_label (row->kind), "due.done");
  if (row->kind == SC_DUE_HANDED)
    g_menu_append (section, _("_Got It"), "due.take-on");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_postponements (GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("To _Tomorrow"), "due.postpone(1)");
  g_menu_append (section, _("By T_hree Working Days"), "due.postpone(3)");
  g_menu_append (section, _("By a _Week"), "due.postpone(5)");
  g_menu_append (section, _("By _Four Weeks"), "due.postpone(20)");
  g_menu_append_section (menu, _("Postpone"), G_MENU_MODEL (section));
}

/* An underline in a stage's name is none of the menu's. */
static char *
escape_underlines (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append_deal_work (GMenu          *menu,
                  const ScDueRow *row)
{
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append (section, _("_Next Step…"), "due.add-step");
  if (row->next_stage_name != NULL)
    {
      g_autofree char *stage = escape_underlines (row->next_stage_name);
      /* Translators: %s is the stage that follows */
      g_autofree char *label = g_strdup_printf (_("_Move On to “%s”"), stage);

      g_menu_append (section, label, "due.move-on");
    }
  g_menu_append (section, _("_Park…"), "due.park");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
create_menu (ScDueItem *item)
{
  const ScDueRow *row = sc_due_item_get_row (item);
  g_autoptr (GMenu) many = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_work (menu, row, sc_due_item_can_be_done (item));
  if (sc_due_item_can_be_done (item))
    append_postponements (menu);
  if (sc_deal_status_is_standing (row->deal->status))
    append_deal_work (menu, row);
  if (sc_due_group_has_many (row->group))
    {
      g_menu_append (many, _("Man_y at Once…"), "due.many");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (many));
    }

  return G_MENU_MODEL (menu);
}

/* Made when it is asked for: rows are many. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       widget)
{
  ScDueWidget *self = widget;
  g_autoptr (GMenuModel) menu = self->item != NULL ? create_menu (self->item) : NULL;

  gtk_menu_button_set_menu_model (button, menu);
}

static void
menu_activated (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gtk_menu_button_popup (SC_DUE_WIDGET (widget)->menu_button);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            ScDueWidget     *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->menu_button)))
    gtk_menu_button_popup (self->menu_button);
}

static void
sc_due_widget_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, SC_DUE_WIDGET (object)->label);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sc_due_widget_dispose (GObject *object)
{
  g_clear_object (&SC_DUE_WIDGET (object)->item);
  gtk_widget_dispose_template (GTK_WIDGET (object), SC_TYPE_DUE_WIDGET);

  G_OBJECT_CLASS (sc_due_widget_parent_class)->dispose (object);
}

static void
sc_due_widget_finalize (GObject *object)
{
  g_free (SC_DUE_WIDGET (object)->label);

  G_OBJECT_CLASS (sc_due_widget_parent_class)->finalize (object);
}

static void
sc_due_widget_class_init (ScDueWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sc_due_widget_dispose;
  object_class->finalize = sc_due_widget_finalize;
  object_class->get_property = sc_due_widget_get_property;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ScDueWidget::work:
   * @item: what the row shows
   * @work: (type ScDueWork): what is to be done about it
   * @n_days: by how many working days it is postponed, 1 for to tomorrow
   */
  signals[SIGNAL_WORK] = g_signal_new ("work", SC_TYPE_DUE_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 3, SC_TYPE_DUE_ITEM, G_TYPE_UINT, G_TYPE_INT);

  /* The list's row around it has the focus, and the name. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/stagecraft/Stagecraft/today/sc-due-widget.ui");
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, done_button);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, text_box);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, what_label);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, where_label);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, facts_box);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, when_label);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, amount_label);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, take_button);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ScDueWidget, more_button);

  for (guint i = 0; i < G_N_ELEMENTS (work_names); i++)
    gtk_widget_class_install_action (widget_class, work_names[i], i == SC_DUE_WORK_POSTPONE ? "i" : NULL, work_activated);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_activated);
}

static char *
describe_day (const ScDueRow *row,
              ScInstant       now)
{
  ScDate today = sc_date_from_instant (now);
  guint days = row->due < today ? today - row->due : 0;

  if (row->kind == SC_DUE_STAGE)
    return sc_deal_over_to_text (row->deal, row->target, row->calendar, now);
  if (row->due == SC_DATE_NONE || row->due > today)
    return sc_date_text_relative (row->due, today);
  if (days == 0)
    return g_strdup (_("Today"));
  if (days == 1)
    return g_strdup (_("Yesterday"));
  if (days < 30)
    return g_strdup_printf (ngettext ("%u day ago", "%u days ago", days), days);

  return sc_date_to_text (row->due);
}

static char *
describe_when (const ScDueRow *row,
               ScInstant       now)
{
  g_autofree char *day = describe_day (row, now);
  g_autofree char *time = row->activity != NULL ? sc_day_time_to_text (row->activity->due_time) : NULL;

  if (time == NULL || *day == '\0' || row->activity->due_time == SC_DAY_TIME_NONE)
    return g_steal_pointer (&day);

  /* Translators: a day, and a time of it: “Tomorrow, 11:00” */
  return g_strdup_printf (C_("due", "%1$s, %2$s"), day, time);
}

/* A step that is due today is in time, and so is a trial that ends today. */
static gboolean
is_over (const ScDueRow *row,
         ScDate          today)
{
  if (row->kind == SC_DUE_NO_STEP || row->kind == SC_DUE_HANDED)
    return FALSE;

  return row->kind == SC_DUE_STAGE || row->due < today;
}

static char *
join_label (ScDueItem  *item,
            const char *when)
{
  const char *const parts[] = { sc_due_item_get_what (item), when, sc_due_item_get_amount (item), sc_due_item_get_where (item) };
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", parts[i]);

  return g_string_free (g_steal_pointer (&label), FALSE);
}

/* What changes as time goes by. */
static void
show_when (ScDueWidget *self)
{
  const ScDueRow *row = self->item != NULL ? sc_due_item_get_row (self->item) : NULL;
  g_autofree char *when = NULL;
  g_autofree char *label = NULL;

  if (self->item == NULL)
    return;

  when = row != NULL ? describe_when (row, sc_clock_now ()) : g_strdup ("");
  gtk_label_set_label (self->when_label, when);
  gtk_widget_set_visible (GTK_WIDGET (self->when_label), *when != '\0');
  if (row != NULL && is_over (row, sc_clock_today ()))
    gtk_widget_add_css_class (GTK_WIDGET (self->when_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->when_label), "error");

  label = join_label (self->item, when);
  if (g_set_str (&self->label, label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
sc_due_widget_init (ScDueWidget *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (sc_wall_clock_get_default (), "changed", G_CALLBACK (show_when), self, G_CONNECT_SWAPPED);
}

/**
 * sc_due_widget_new:
 *
 * Returns: (transfer floating): a row of the Today view, without an item
 */
GtkWidget *
sc_due_widget_new (void)
{
  return g_object_new (SC_TYPE_DUE_WIDGET, NULL);
}

static void
show_row (ScDueWidget *self)
{
  const ScDueRow *row = sc_due_item_get_row (self->item);
  const char *amount = sc_due_item_get_amount (self->item);

  gtk_label_set_label (self->what_label, sc_due_item_get_what (self->item));
  gtk_label_set_label (self->where_label, sc_due_item_get_where (self->item));
  gtk_label_set_label (self->amount_label, amount != NULL ? amount : "");
  gtk_widget_set_visible (GTK_WIDGET (self->amount_label), amount != NULL);
  gtk_label_set_wrap (self->when_label, row->kind == SC_DUE_STAGE); /* the rest is short */
  gtk_widget_set_tooltip_text (self->done_button, get_done_label (row->kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_done_label (row->kind), -1);
}

/**
 * sc_due_widget_set_item:
 * @self: a row
 * @item: (nullable): what it shows
 */
void
sc_due_widget_set_item (ScDueWidget *self,
                        ScDueItem   *item)
{
  const ScDueRow *row;

  g_return_if_fail (SC_IS_DUE_WIDGET (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  row = sc_due_item_get_row (item);
  if (row != NULL)
    show_row (self);
  else
    gtk_button_set_label (self->more_button, sc_due_item_get_what (item));
  show_when (self);
  gtk_widget_set_visible (self->done_button, sc_due_item_can_be_done (item));
  gtk_widget_set_visible (self->text_box, row != NULL);
  gtk_widget_set_visible (self->facts_box, row != NULL);
  gtk_widget_set_visible (self->take_button, row != NULL && row->kind == SC_DUE_HANDED);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), row != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), row == NULL);
}

/**
 * sc_due_widget_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ScDueItem *
sc_due_widget_get_item (ScDueWidget *self)
{
  g_return_val_if_fail (SC_IS_DUE_WIDGET (self), NULL);

  return self->item;
}
