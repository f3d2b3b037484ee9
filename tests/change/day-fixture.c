/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "change/day-fixture.h"

void
day_fixture_set_day (ScDate day)
{
  sc_clock_set (sc_date_to_instant (day));
}

char *
day_fixture_get_day (ScDate date)
{
  char *day = sc_date_to_string (date);

  return day != NULL ? day : g_strdup ("none");
}

void
day_fixture_assert_won_on (ChangeFixture *self,
                           gint64         id,
                           const char    *status,
                           const char    *day)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);
  g_autofree char *won_on = day_fixture_get_day (deal->won_on);

  g_assert_cmpstr (sc_deal_status_get_id (deal->status), ==, status);
  g_assert_cmpstr (won_on, ==, day);
}

void
day_fixture_move (ChangeFixture *self,
                  gint64         id,
                  const char    *stage)
{
  g_autoptr (ScDeal) deal = change_fixture_load (self, id);

  change_fixture_run (self, sc_command_move_deal (deal, change_fixture_get_stage (self, stage), 0, NULL));
}

void
day_fixture_undo (ChangeFixture *self)
{
  change_fixture_run (self, sc_command_undo (SC_CHANGES_OF_WINDOW, NULL));
}
