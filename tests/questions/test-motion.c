/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What moves by itself, with the desktop's animations and without them. */

#include "widget-test.h"

#include "method/sc-question.h"
#include "questions/sc-proposed-stage.h"
#include "questions/sc-questions-dialog.h"
#include "questions/sc-questions.h"
#include "toolkit/sc-frame-time.h"

typedef struct {
  GtkWidget *window;
  GtkWidget *dialog;
} Fixture;

static gboolean
is_open (gpointer dialog)
{
  return widget_test_find (dialog, ADW_TYPE_ACTION_ROW, NULL) != NULL;
}

static void
set_up (Fixture      *fixture,
        gconstpointer with_animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", GPOINTER_TO_INT (with_animations), NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 800);
  adw_window_set_content (ADW_WINDOW (fixture->window), gtk_label_new (NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->dialog = GTK_WIDGET (sc_questions_dialog_new ("Sales", NULL, SC_LANGUAGE_EN, sc_calendar_get_standard ()));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
  widget_test_wait (is_open, fixture->dialog, "the questions");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer with_animations)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Returns whether the question is asked. */
static gboolean
answer (Fixture *fixture,
        ScAspect aspect,
        guint    index)
{
  guint value = sc_question_get_answer (aspect, index);
  GtkWidget *row = widget_test_find (fixture->dialog, ADW_TYPE_ACTION_ROW, sc_question_get_answer_text (aspect, value));

  if (row != NULL)
    adw_action_row_activate (ADW_ACTION_ROW (row));

  return row != NULL;
}

static gboolean
is_one_for_each_stage (gpointer data)
{
  Fixture *fixture = data;
  guint n_rows = widget_test_count (fixture->dialog, SC_TYPE_PROPOSED_STAGE);
  GtkWidget *box = widget_test_find (fixture->dialog, SC_TYPE_PROPOSED_STAGE, NULL);
  guint n_shown = 0;

  if (box == NULL)
    return FALSE;
  for (GtkWidget *row = box; row != NULL; row = gtk_widget_get_next_sibling (row))
    n_shown += sc_proposed_stage_is_shown (SC_PROPOSED_STAGE (row));

  return n_rows > 0 && n_rows == n_shown;
}

/* Every answer of every question, one after the other and back: stages come and
 * go with each. */
static void
test_answers_change (Fixture      *fixture,
                     gconstpointer with_animations)
{
  guint n_answers = 0;

  for (guint times = 0; times < 2; times++)
    for (guint i = 0; i < SC_N_ASPECTS; i++)
      for (guint j = SC_N_ANSWERS; j > 0; j--)
        if (answer (fixture, i, j - 1))
          {
            n_answers++;
            widget_test_wait (is_one_for_each_stage, fixture, "a row for each stage");
          }
  g_assert_cmpuint (n_answers, >=, 2 * (SC_N_ASPECTS - 1) * SC_N_ANSWERS);
}

/* A second is as far on any screen. */
static void
test_as_far_in_a_second (void)
{
  for (guint n_frames = 20; n_frames <= 240; n_frames *= 2)
    {
      gint64 last = 0;
      double seconds = 0;

      for (guint i = 0; i <= n_frames; i++)
        seconds += sc_frame_time_pass (G_USEC_PER_SEC + i * G_USEC_PER_SEC / n_frames, &last);
      g_assert_cmpfloat_with_epsilon (seconds, 1, 0.001);

      /* What stood still goes on from there. */
      g_assert_cmpfloat (sc_frame_time_pass (last + 10 * G_USEC_PER_SEC, &last), <=, 0.1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sc_questions_init ();

  g_test_add ("/motion/answers-change/still", Fixture, GINT_TO_POINTER (FALSE), set_up, test_answers_change, tear_down);
  g_test_add ("/motion/answers-change/animated", Fixture, GINT_TO_POINTER (TRUE), set_up, test_answers_change, tear_down);
  g_test_add_func ("/motion/as-far-in-a-second", test_as_far_in_a_second);

  return g_test_run ();
}
