/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up a question's row share. */

#pragma once

#include "change/sc-typed-text.h"
#include "deal/sc-question-row.h"
#include "widgets/sc-text-area.h"

G_BEGIN_DECLS

struct _ScQuestionRow
{
  AdwPreferencesRow parent_instance;

  GtkCheckButton *check;
  GtkLabel *title_label;
  GtkWidget *required_label;
  GtkWidget *field_box;
  ScTextArea *area;
  GtkDropDown *drop_down;
  GtkWidget *calendar_button;
  GtkPopover *calendar_popover;
  GtkBox *calendar_box;
  GtkCalendar *calendar; /* NULL until it is shown */
  GtkWidget *without_end_button;
  GtkToggleButton *not_told_button;
  GtkWidget *note_box;
  GtkLabel *note_label;
  ScTextArea *note_area;
  GtkWidget *offer_button;
  GtkLabel *offer_label;
  GtkWidget *confirm_button;
  GtkLabel *caption_label;
  GtkLabel *problem_label;

  gint64 deal_id;
  ScCriterion *criterion;
  ScAnswerState state; /* as it is saved, as all of these are */
  gboolean is_met;
  ScAnswer *answer;
  gint64 from_deal_id;
  gint64 revision;
  guint n_extensions;
  ScTypedText typed;
  ScTypedText note;
  ScAnswer *offer;
  gint64 offer_from;
  char *refused; /* what is typed and can't be taken */
  GStrv currencies; /* what a sign means that several share */
  gboolean is_confirmed; /* by hand, and not saved yet */
  gboolean is_committing;
  gboolean is_filling;
};

gboolean sc_question_row_is_tick (ScQuestionRow *self);
gboolean sc_question_row_is_chosen (ScQuestionRow *self);
gboolean sc_question_row_is_not_told (ScQuestionRow *self);
gboolean sc_question_row_needs_reason (ScQuestionRow *self);
gboolean sc_question_row_lacks_reason (ScQuestionRow *self);
void sc_question_row_clear_note (ScQuestionRow *self);
void sc_question_row_set_label (GtkLabel   *label,
                                const char *text);
void sc_question_row_update_problem (ScQuestionRow *self);
void sc_question_row_update_visible (ScQuestionRow *self);

G_END_DECLS
