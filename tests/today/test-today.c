/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Today: what is due in the order in which it is, and worked from its rows. */

#include "change/sc-rename-user.h"
#include "deal/sc-and-next.h"
#include "today/sc-today.h"
#include "today/today-tests.h"
#include "unsaved/sc-unsaved.h"

gint64
today_tests_add_step_in (TodayFixture *fixture,
                         const char   *title,
                         const char   *stage,
                         ScDate        due)
{
  gint64 id = change_fixture_add (fixture->base, title, stage);
  g_autoptr (ScDeal) deal = change_fixture_load (fixture->base, id);

  change_fixture_run (fixture->base, sc_command_add_activity (deal, "Call", due));

  return id;
}

gint64
today_tests_add_step (TodayFixture *fixture,
                      const char   *title,
                      ScDate        due)
{
  return today_tests_add_step_in (fixture, title, "A", due);
}

static void
add_payment (TodayFixture *fixture,
             const char   *title,
             ScDate        due)
{
  gint64 id = today_tests_add_step (fixture, title, fixture->today + 14);
  g_autoptr (ScDeal) deal = change_fixture_load (fixture->base, id);
  char note[] = "";
  const ScPayment payment = { .amount = sc_money_new (5000, "EUR"), .due = due, .note = note };

  change_fixture_run (fixture->base, sc_command_add_payment (deal, &payment));
}

TodayFixture *
today_fixture_new (void)
{
  TodayFixture *self = g_new0 (TodayFixture, 1);

  self->base = change_fixture_new ();
  self->today = sc_clock_today ();
  today_tests_add_step (self, "Late", self->today - 3);
  today_tests_add_step (self, "Now", self->today);
  today_tests_add_step (self, "Later", self->today + 7);
  add_payment (self, "Unpaid", self->today - 1);

  sc_store_start_watching (self->base->store);
  self->view = sc_today_view_new (self->base->store);
  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 600);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_present (GTK_WINDOW (self->window));

  return self;
}

static gboolean
is_gone (gpointer view)
{
  return *(gpointer *) view == NULL;
}

/* What is being read keeps the view, and a popover that has no window any more with it: in
 * that GTK would look for a tooltip half a second later. */
void
today_fixture_free (TodayFixture *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  gtk_window_destroy (GTK_WINDOW (self->window));
  widget_test_wait (is_gone, &self->view, "the view to go");
  change_fixture_free (self->base);
  g_free (self);
}

gboolean
today_tests_shows_four (gpointer data)
{
  return widget_test_count (GTK_WIDGET (data), SC_TYPE_DUE_WIDGET) == 4;
}

gboolean
today_tests_shows_three (gpointer data)
{
  return widget_test_count (GTK_WIDGET (data), SC_TYPE_DUE_WIDGET) == 3;
}

static gboolean
shows_two (gpointer data)
{
  return widget_test_count (GTK_WIDGET (data), SC_TYPE_DUE_WIDGET) == 2;
}

gboolean
today_tests_shows_none (gpointer data)
{
  return widget_test_count (GTK_WIDGET (data), SC_TYPE_DUE_WIDGET) == 0;
}

GtkWidget *
today_tests_find_row_of (TodayFixture *fixture,
                         const char   *what)
{
  GtkWidget *label = widget_test_find (fixture->window, GTK_TYPE_LABEL, what);

  return label != NULL ? gtk_widget_get_ancestor (label, SC_TYPE_DUE_WIDGET) : NULL;
}

/* The rows as they stand: of what deal, with a line in front of each group. */
static char *
show_rows (TodayFixture *fixture)
{
  GtkWidget *list = widget_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW, NULL);
  GListModel *model = list != NULL ? G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))) : NULL;
  g_autoptr (GString) shown = g_string_new (NULL);
  ScDueGroup group = SC_N_DUE_GROUPS;

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (ScDueItem) item = g_list_model_get_item (model, i);
      const ScDueRow *row = sc_due_item_get_row (item);

      if (sc_due_item_get_group (item) != group)
        g_string_append_printf (shown, "%s%s:", i > 0 ? "; " : "", sc_due_group_get_title (sc_due_item_get_group (item)));
      group = sc_due_item_get_group (item);
      g_string_append_printf (shown, " %s", row != NULL ? row->deal->title : sc_due_item_get_what (item));
    }

  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
assert_rows (TodayFixture *fixture,
             const char   *expected)
{
  g_autofree char *shown = show_rows (fixture);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_shows_what_is_due_and_no_more (void)
{
  g_autoptr (TodayFixture) fixture = today_fixture_new ();

  widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
  g_assert_cmpuint (sc_today_view_get_n_due (fixture->view), ==, 3);
  assert_rows (fixture, "Overdue: Unpaid Late; Today: Now");
  g_assert_nonnull (widget_test_find (fixture->window, GTK_TYPE_LABEL, "Overdue"));
  g_assert_nonnull (widget_test_find (fixture->window, GTK_TYPE_LABEL, "3 days ago"));
}

static GMenuModel *
find_section (GMenuModel *menu,
              const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *found = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &found) && g_str_equal (found, label))
        return g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
    }

  return NULL;
}

/* To tomorrow, which stands first of that in the row's menu. */
static void
postpone_by_menu (GtkWidget *row)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (widget_test_find (row, GTK_TYPE_MENU_BUTTON, NULL));
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GMenuModel) section = NULL;

  gtk_menu_button_popup (button);
  section = find_section (gtk_menu_button_get_menu_model (button), "Postpone");
  gtk_menu_button_popdown (button);
  target = g_menu_model_get_item_attribute_value (section, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
  g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (button), action, target));
}

GtkWidget *
today_tests_find_nth_row (TodayFixture *fixture,
                          guint         nth)
{
  GtkWidget *list = widget_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_LIST_VIEW, NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (SC_IS_DUE_WIDGET (gtk_widget_get_first_child (row)) && nth-- == 0)
      return gtk_widget_get_first_child (row);

  return NULL;
}

/* Where today is a Sunday, the week ends before. */
static gboolean
shows_tomorrow (gpointer data)
{
  g_autofree char *shown = show_rows (data);

  return strstr (shown, "Today:") == NULL;
}

static gboolean
has_nothing_overdue (gpointer data)
{
  g_autofree char *shown = show_rows (data);

  return strstr (shown, "Overdue:") == NULL;
}

void
today_tests_press (GtkWidget  *row,
                   const char *action)
{
  g_autoptr (GVariant) days = g_str_equal (action, "due.postpone") ? g_variant_ref_sink (g_variant_new_int32 (1)) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (row, action, days));
}

static void
enter (GtkWidget  *popover,
       const char *title,
       const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (widget_test_find (popover, ADW_TYPE_ENTRY_ROW, title)), text);
}

static gboolean
is_answered (gpointer popover)
{
  return sc_unsaved_get_state (popover) != SC_SAVE_STATE_SAVING;
}

/* What a step that is done asks, where it does. */
void
today_tests_answer (TodayFixture *fixture,
                    const char   *result,
                    const char   *next)
{
  GtkWidget *popover = widget_test_find (fixture->window, SC_TYPE_AND_NEXT, NULL);

  if (popover == NULL || !gtk_widget_get_visible (popover))
    return;

  enter (popover, "What came of it", result);
  enter (popover, "And next?", next);
  g_signal_emit_by_name (widget_test_find (popover, ADW_TYPE_ENTRY_ROW, "And next?"), "entry-activated");
  widget_test_wait (is_answered, popover, "the answer to be saved");
}

static void
test_done_postponed_and_paid_things_leave (void)
{
  g_autoptr (TodayFixture) fixture = today_fixture_new ();
  g_autoptr (ScDeal) deal = NULL;
  g_autoptr (GPtrArray) payments = NULL;

  widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
  today_tests_press (today_tests_find_nth_row (fixture, 1), "due.done");
  today_tests_answer (fixture, "Wants 5 % off", "");
  widget_test_wait (shows_two, fixture->view, "the done one to leave");
  deal = change_fixture_load (fixture->base, 1);
  g_assert_cmpint (deal->next_step_id, ==, 0);

  /* The deal has no next step now, which stands at the end. */
  widget_test_wait (today_tests_shows_three, fixture->view, "the deal to lack a next step");
  assert_rows (fixture, "Overdue: Unpaid; Today: Now; Without a Next Step: Late");
  postpone_by_menu (today_tests_find_nth_row (fixture, 1));
  widget_test_wait (shows_tomorrow, fixture, "the postponed one to leave Today");
  sc_deal_unref (deal);
  deal = change_fixture_load (fixture->base, 2);
  g_assert_cmpuint (deal->next_step_due, ==, fixture->today + 1);

  g_assert_true (gtk_widget_activate_action (today_tests_find_nth_row (fixture, 0), "due.done", NULL));
  widget_test_wait (has_nothing_overdue, fixture, "the paid one to leave");
  payments = sc_store_list_payments (fixture->base->store, 4, NULL);
  g_assert_cmpuint (((ScPayment *) payments->pdata[0])->paid_on, ==, fixture->today);
}

static gboolean
shows_label (gpointer data)
{
  gpointer *expected = data;

  return widget_test_find (expected[0], GTK_TYPE_LABEL, expected[1]) != NULL;
}

void
today_tests_wait_for_label (TodayFixture *fixture,
                            const char   *label)
{
  gpointer expected[] = { fixture->window, (gpointer) label };

  widget_test_wait (shows_label, expected, label);
}

static gboolean
shows_rows (gpointer data)
{
  gpointer *expected = data;
  g_autofree char *shown = show_rows (expected[0]);

  return g_str_equal (shown, expected[1]);
}

static void
wait_for_rows (TodayFixture *fixture,
               const char   *rows)
{
  gpointer expected[] = { fixture, (gpointer) rows };

  widget_test_wait (shows_rows, expected, rows);
}

static gboolean
starts_with_rows (gpointer data)
{
  gpointer *expected = data;
  g_autofree char *shown = show_rows (expected[0]);

  return g_str_has_prefix (shown, expected[1]);
}

/* What is finished or put off may stand further below then. */
void
today_tests_wait_for_first_rows (TodayFixture *fixture,
                                 const char   *rows)
{
  gpointer expected[] = { fixture, (gpointer) rows };

  widget_test_wait (starts_with_rows, expected, rows);
}

static void
test_undo_brings_it_back (void)
{
  g_autoptr (TodayFixture) fixture = today_fixture_new ();

  widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
  today_tests_press (today_tests_find_nth_row (fixture, 1), "due.done");
  today_tests_answer (fixture, "", "");
  today_tests_wait_for_label (fixture, "Without a Next Step");
  change_fixture_run (fixture->base, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
  wait_for_rows (fixture, "Overdue: Unpaid Late; Today: Now");
}

static void
test_shows_another_name_of_the_owner (void)
{
  g_autoptr (TodayFixture) fixture = today_fixture_new ();
  g_autoptr (ScDeal) before = change_fixture_load (fixture->base, 1);
  g_autoptr (ScDeal) after = sc_deal_copy (before);

  change_fixture_run (fixture->base, sc_command_rename_user ("Anna"));
  g_set_str (&after->owner, "Anna");
  change_fixture_run (fixture->base, sc_command_edit_deal (before, after, SC_DEAL_FIELD_OWNER));
  today_tests_wait_for_label (fixture, "Late\302\240· A\302\240· Sales\302\240· Anna");

  change_fixture_run (fixture->base, sc_command_rename_user ("Anna Orlova"));
  today_tests_wait_for_label (fixture, "Late\302\240· A\302\240· Sales\302\240· Anna Orlova");
}

/* Pressed again before it is saved, and before it is read that it is. */
static void
test_pressed_twice_counts_once (gconstpointer action)
{
  g_autoptr (TodayFixture) fixture = today_fixture_new ();

  widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
  today_tests_press (today_tests_find_nth_row (fixture, 1), action);
  today_tests_press (today_tests_find_nth_row (fixture, 1), action);
  today_tests_press (today_tests_find_nth_row (fixture, 1), "due.done");
  today_tests_answer (fixture, "", "");
  today_tests_wait_for_first_rows (fixture, "Overdue: Unpaid; Today: Now");
  today_tests_press (today_tests_find_nth_row (fixture, 0), action);
  today_tests_press (today_tests_find_nth_row (fixture, 0), action);
  today_tests_wait_for_first_rows (fixture, "Today: Now");
  today_tests_press (today_tests_find_nth_row (fixture, 0), action);
  today_tests_answer (fixture, "", "");
  widget_test_wait (shows_tomorrow, fixture, "the last to leave");
  g_assert_null (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static gboolean
shows_all (gpointer data)
{
  g_autofree char *shown = show_rows (data);

  return strstr (shown, "Show") == NULL && strstr (shown, "Bare 0") != NULL;
}

/* Twelve deals without a step: ten at first, and the focus goes on to what is opened. */
static void
test_opens_more (void)
{
  g_autoptr (TodayFixture) fixture = today_fixture_new ();

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("Bare %u", i);

      change_fixture_add (fixture->base, title, "A");
    }
  wait_for_rows (fixture, "Overdue: Unpaid Late; Today: Now; Without a Next Step: Bare 11 Bare 10 Bare 9 Bare 8 Bare 7"
                 " Bare 6 Bare 5 Bare 4 Bare 3 Bare 2 Show 2 More");
  today_tests_wait_for_label (fixture, "12");
  g_assert_true (gtk_widget_activate_action (today_tests_find_nth_row (fixture, 13), "due.more", NULL));
  widget_test_wait (shows_all, fixture, "all of them");
}

static gboolean
has_focus_on_board_button (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return GTK_IS_BUTTON (focus) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), "Go to the _Board") == 0;
}

/* Behind the last thing the focus is on what leads on, not on the toast. */
static void
test_leads_on_behind_the_last (void)
{
  g_autoptr (TodayFixture) fixture = today_fixture_new ();

  widget_test_wait (today_tests_shows_three, fixture->view, "three things that are due");
  for (gint64 id = 1; id <= 4; id++)
    {
      g_autoptr (ScDeal) deal = change_fixture_load (fixture->base, id);

      if (id != 2)
        change_fixture_run (fixture->base, sc_command_delete_deal (deal));
    }
  wait_for_rows (fixture, "Today: Now");
  g_assert_true (gtk_widget_grab_focus (gtk_widget_get_parent (today_tests_find_nth_row (fixture, 0))));
  g_assert_true (gtk_widget_activate_action (today_tests_find_nth_row (fixture, 0), "due.postpone", "i", 20));
  widget_test_wait (has_focus_on_board_button, fixture->window, "the focus on the way to the board");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_today_init ();

  g_test_add_func ("/today/shows-what-is-due", test_shows_what_is_due_and_no_more);
  g_test_add_func ("/today/worked-from-here", test_done_postponed_and_paid_things_leave);
  g_test_add_func ("/today/undo", test_undo_brings_it_back);
  g_test_add_func ("/today/opens-more", test_opens_more);
  g_test_add_func ("/today/leads-on-behind-the-last", test_leads_on_behind_the_last);
  today_tests_add_days ();
  today_tests_add_meanwhile ();
  g_test_add_func ("/today/another-name-of-the-owner", test_shows_another_name_of_the_owner);
  g_test_add_data_func ("/today/pressed-twice-counts-once/done", "due.done", test_pressed_twice_counts_once);
  g_test_add_data_func ("/today/pressed-twice-counts-once/postpone", "due.postpone", test_pressed_twice_counts_once);

  return g_test_run ();
}
