#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of what will come in, beside the same worked out here of the same deals."""

import datetime
import importlib
import json
import random
import unittest

from command_case import MISUSED

cycle_tests = importlib.import_module("test-insight-commands")

EXACT = 1e-12
OPEN, WON, LOST = cycle_tests.OPEN, cycle_tests.WON, cycle_tests.LOST
DAY = datetime.date(2017, 6, 30)


def is_open(row, day):
    _, started, closed, *_ = row
    return started and started <= day and not (closed and closed <= day)


def is_won(row, day):
    return row[0] == WON and row[2] <= day


class History:
    """The curves of what became of deals by a day."""

    def __init__(self, rows, day):
        begun = [row for row in rows if row[1] and row[1] <= day]
        outcomes = [((day - row[1]).days, OPEN) if is_open(row, day) else ((row[2] - row[1]).days, row[0]) for row in begun]
        self.steps = []
        undecided, won = 1.0, 0.0
        for time in sorted({time for time, outcome in outcomes if outcome != OPEN}):
            at_risk = sum(other >= time for other, _ in outcomes)
            n_won, n_lost = outcomes.count((time, WON)), outcomes.count((time, LOST))
            won += undecided * n_won / at_risk
            undecided *= 1 - (n_won + n_lost) / at_risk
            self.steps.append((time, undecided, won))

    def at(self, time):
        return max((step for step in self.steps if step[0] <= time), default=(0, 1.0, 0.0))[1:]

    def chance(self, age, within):
        undecided, won = self.at(age)
        if age > self.steps[-1][0] or undecided == 0:
            return None
        return (self.at(age + within)[1] - won) / undecided


class Forecast(cycle_tests.Insight):
    def forecast(self, day, *words):
        return self.ask("insight", "forecast", "C", "--as-of", day.isoformat(), *words)

    def compare(self, forecast, rows, day, within):
        end = day + datetime.timedelta(within)
        before = day - datetime.timedelta(within)
        history = History(rows, day)
        standing = [row for row in rows if is_open(row, day)]
        chances = [history.chance((day - row[1]).days, within) for row in standing]
        outcomes = [is_won(row, end) for row in standing]
        earlier = [row for row in rows if is_open(row, before)]
        share = sum(is_won(row, day) for row in earlier) / len(earlier)
        actual = sum(outcomes)
        self.assertEqual(forecast["open"], len(standing))
        self.assertEqual(forecast["no_start"], sum(not row[1] for row in rows))
        self.assertEqual(forecast["beyond_history"], chances.count(None))
        self.assertEqual(forecast["actual_won"], actual)
        expected = sum(chance or 0 for chance in chances)
        for told, right in (
            (forecast["expected_won"], expected),
            (forecast["bias"], expected - actual),
            (forecast["brier"], sum(((chance or 0) - won) ** 2 for chance, won in zip(chances, outcomes)) / len(standing)),
            (forecast["baseline"]["p"], share),
            (forecast["baseline"]["brier"], sum((share - won) ** 2 for won in outcomes) / len(standing)),
            (forecast["uncertainty"], actual / len(standing) * (1 - actual / len(standing))),
        ):
            self.assertAlmostEqual(told, right, delta=1e-9)

    def test_of_an_import(self):
        self.make_process()
        rows = self.make_random()
        for within in (30, 90):
            forecast = self.forecast(DAY, "--within", str(within))
            self.assertEqual((forecast["as_of"], forecast["within"], forecast["reason"]), ("2017-06-30", within, None))
            self.compare(forecast, rows, DAY, within)
            # A table says neither where a deal stood on the day nor what it was worth then.
            self.assertEqual(forecast["set"], {"expected_won": None, "brier": None})
            self.assertEqual(forecast["money"], [{"currency": None, "expected": None, "without_value": forecast["open"]}])

    def test_months(self):
        """Whole ones, up to the one that the last day is in, each beside what came in."""
        self.make_process()
        rows = self.make_random()
        forecast = self.forecast(DAY)
        self.assertEqual([month["month"] for month in forecast["months"]], ["2017-07", "2017-08", "2017-09"])
        for month in forecast["months"]:
            self.assertLessEqual(month["low"], month["median"])
            self.assertLessEqual(month["median"], month["high"])
            self.assertEqual(month["won"], sum(row[0] == WON and row[2].isoformat()[:7] == month["month"] for row in rows))
        middle = self.forecast(datetime.date(2017, 6, 10), "--within", "40")
        self.assertEqual([month["month"] for month in middle["months"]], ["2017-06", "2017-07"])
        already = sum(row[0] == WON and "2017-06-01" <= row[2].isoformat() <= "2017-06-10" for row in rows)
        self.assertGreaterEqual(middle["months"][0]["low"], already)

    def test_weeks(self):
        self.make_process()
        self.make_random()
        weeks = self.forecast(DAY, "--by", "week", "--within", "20")["months"]
        self.assertEqual([week["week"] for week in weeks], ["2017-06-26", "2017-07-03", "2017-07-10", "2017-07-17"])

    def test_seed(self):
        self.make_process()
        self.make_random()
        words = ("insight", "forecast", "C", "--as-of", DAY.isoformat(), "--json")
        self.assertEqual(self.do(*words), self.do(*words))
        self.assertEqual(self.do(*words), self.do(*words, "--seed", "1"))
        first, other = json.loads(self.do(*words)), json.loads(self.do(*words, "--seed", "2"))
        self.assertNotEqual(first["months"], other["months"])
        self.assertEqual(first["expected_won"], other["expected_won"])

    def test_later_events(self):
        """What happens later changes nothing; what is taken back of what had happened does."""
        self.make_process()
        self.make_random(300)
        words = ("insight", "forecast", "C", "--as-of", DAY.isoformat(), "--json")
        before = self.do(*words)
        deals = self.ask("deal", "list", "C")["deals"]
        won = next(deal for deal in deals if deal["status"] == "won" and deal["won_on"] <= "2017-06-30")
        still_open = next(deal for deal in deals if deal["status"] == "open" and (deal["started"] or "2018") <= "2017-06-30")
        self.do("deal", "move", str(won["id"]), self.stages[1], "--override", "test")
        self.do("deal", "win", str(still_open["id"]), "--override", "test")
        self.do("deal", "add", "C", "--title", "New")
        self.assertEqual(self.do(*words), before)
        for _ in range(4):
            self.do("undo")
        self.assertEqual(json.loads(self.do(*words))["open"], 0)
        self.do("redo")
        self.assertEqual(self.do(*words), before)

    def test_today(self):
        """What is set for stages and what deals are worth is known of today's."""
        self.make_process()
        dice = random.Random(3)
        today = datetime.date.today()
        rows = [(WON if dice.random() < 0.6 else LOST, today - datetime.timedelta(200),
                 today - datetime.timedelta(200 - dice.randrange(5, 90))) for _ in range(60)]
        rows += [(OPEN, today - datetime.timedelta(dice.randrange(60)), None) for _ in range(20)]
        self.make_deals(rows)
        version = self.ask("process", "show", "C")
        stage = next(stage for stage in version["stages"] if stage["name"] == self.stages[1])
        forecast = self.ask("insight", "forecast", "C")
        self.assertEqual((forecast["actual_won"], forecast["bias"], forecast["brier"], forecast["uncertainty"]), (None,) * 4)
        self.assertAlmostEqual(forecast["set"]["expected_won"], 20 * stage["probability"], delta=EXACT)
        history = History(rows, today)
        values = [(100 + number) * (history.chance((today - row[1]).days, 90) or 0)
                  for number, row in enumerate(rows) if row[0] == OPEN]
        self.assertEqual(forecast["money"], [{"currency": "EUR", "expected": round(100 * sum(values)), "without_value": 0}])

    def test_too_few(self):
        self.make_process()
        self.make_deals([(WON, DAY - datetime.timedelta(20), DAY - datetime.timedelta(3))] * 9
                        + [(OPEN, DAY - datetime.timedelta(4), None)] * 3)
        forecast = self.forecast(DAY)
        self.assertEqual((forecast["reason"], forecast["expected_won"], forecast["months"]), ("too-few", None, []))
        self.assertIn("deals decided 9, needed 10", self.do("insight", "forecast", "C", "--as-of", DAY.isoformat()))

    def test_words(self):
        self.make_process()
        rows = self.make_random()
        told = self.do("insight", "forecast", "C", "--as-of", DAY.isoformat())
        actual = sum(is_won(row, DAY + datetime.timedelta(90)) for row in rows if is_open(row, DAY))
        self.assertIn(f"{actual} were won: the forecast was too", told)
        self.assertIn("to say of all that", told)
        self.assertIn("2017-07", told)

    def test_misuse(self):
        self.make_process()
        for words, saying in (
            (("--as-of", "soon"), "is no date"),
            (("--within", "0"), "is no number of days"),
            (("--by", "year"), "week or month"),
            (("--seed", "x"), "is no seed"),
        ):
            self.refuse("insight", "forecast", "C", *words, status=MISUSED, saying=saying)


if __name__ == "__main__":
    unittest.main(verbosity=2)
