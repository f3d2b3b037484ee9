#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the figures say, beside the same worked out here, by other means, of the same deals."""

import datetime
import random
import unittest
from fractions import Fraction

from command_case import MISUSED, CommandCase

EXACT = 1e-12
AS_OF = datetime.date(2017, 12, 31)
WON, LOST, OPEN = "Won", "Lost", "Engaging"
CLOSED = (WON, LOST)


def working_days(first, last):
    """Without the first day, with the last one."""
    return sum((first + datetime.timedelta(day)).weekday() < 5 for day in range(1, (last - first).days + 1))


def calendar_days(first, last):
    return (last - first).days


def estimate(outcomes):
    """What is undecided, won and lost after each time, as exact fractions, with the sum in
    Greenwood's formula, of pairs of a time and what was decided then."""
    undecided, won, lost, greenwood = Fraction(1), Fraction(0), Fraction(0), Fraction(0)
    curve = []
    for time in sorted({time for time, outcome in outcomes if outcome in CLOSED}):
        at_risk = sum(other >= time for other, _ in outcomes)
        n_won = outcomes.count((time, WON))
        n_lost = outcomes.count((time, LOST))
        won += undecided * Fraction(n_won, at_risk)
        lost += undecided * Fraction(n_lost, at_risk)
        if n_won + n_lost < at_risk:
            greenwood += Fraction(n_won + n_lost, at_risk * (at_risk - n_won - n_lost))
        undecided *= 1 - Fraction(n_won + n_lost, at_risk)
        curve.append((time, undecided, float(undecided) * float(greenwood) ** 0.5, won, lost, at_risk, n_won + n_lost))
    return curve


def find_median(curve):
    return next((point[0] for point in curve if point[1] <= Fraction(1, 2)), None)


class Insight(CommandCase):
    def make_deals(self, rows):
        """Deals as another program tells of them: stage, day of start, day of close."""
        lines = ["id,agent,stage,started,closed,amount,source"]
        for number, (stage, started, closed, *more) in enumerate(rows):
            owner, source = more or ("Ann", "")
            lines.append(f"D{number},{owner},{stage},{started or ''},{closed or ''},{100 + number},{source}")
        table = self.file("deals.csv", "\n".join(lines) + "\n")
        self.do("deal", "import", "C", table, "--map", "external_id=id", "--map", "title=id", "--map", "owner=agent", "--map", "stage=stage",
                "--map", "started=started", "--map", "closed=closed", "--map", "value=amount", "--map", "source=source",
                "--currency", "EUR", "--stage", f"Prospecting={self.stages[0]}", "--stage", f"Engaging={self.stages[1]}",
                "--stage", "Won=@won", "--stage", "Lost=@lost")

    def make_random(self, n=600):
        """Deals of which some have no start, some are open, and the others are decided."""
        dice = random.Random(17)
        rows = []
        for _ in range(n):
            started = datetime.date(2017, 1, 2) + datetime.timedelta(dice.randrange(360))
            closed = started + datetime.timedelta(int(dice.expovariate(1 / 50)))
            stage = dice.choice([WON, WON, LOST])
            owner, source = dice.choice(["Ann", "Bob", "Cid"]), dice.choice(["Fair", "Web", ""])
            if dice.random() < 0.05:
                rows.append(("Prospecting", None, None, owner, source))
            elif closed > AS_OF or dice.random() < 0.1:
                rows.append((OPEN, started, None, owner, source))
            else:
                rows.append((stage, started, closed, owner, source))
        self.make_deals(rows)
        return rows

    def insight(self, what, *words):
        return self.ask("insight", what, "C", "--as-of", AS_OF.isoformat(), *words)


class Cycle(Insight):
    def compare(self, cycle, rows, count):
        outcomes = [(count(started, closed if stage in CLOSED else AS_OF), stage)
                    for stage, started, closed, *_ in rows if started]
        curve = estimate(outcomes)
        told = cycle["to_decision"]
        self.assertEqual(told["n"], len(outcomes))
        self.assertEqual(told["median"], find_median(curve))
        self.assertEqual([(point["t"], point["at_risk"], point["events"]) for point in told["curve"]],
                         [(point[0], point[5], point[6]) for point in curve])
        for said, right, client in zip(told["curve"], curve, cycle["to_client"]["curve"]):
            self.assertAlmostEqual(said["s"], float(right[1]), delta=EXACT)
            self.assertAlmostEqual(said["se"], right[2], delta=EXACT)
            self.assertEqual(client["t"], right[0])
            self.assertAlmostEqual(client["won"], float(right[3]), delta=EXACT)
            self.assertAlmostEqual(client["lost"], float(right[4]), delta=EXACT)
        last = curve[-1]
        self.assertAlmostEqual(cycle["to_client"]["share_won"], float(last[3]), delta=EXACT)
        self.assertAlmostEqual(cycle["to_client"]["share_lost"], float(last[4]), delta=EXACT)
        self.assertAlmostEqual(cycle["undecided"], float(last[1]), delta=EXACT)
        for share, name in ((Fraction(1, 4), "q25"), (Fraction(1, 2), "median"), (Fraction(3, 4), "q75"), (Fraction(9, 10), "q90")):
            self.assertEqual(cycle["to_client"][name], next(point[0] for point in curve if point[3] >= share * last[3]))

    def count(self, rows):
        stages = [stage for stage, started, *_ in rows if started]
        return {"won": stages.count(WON), "lost": stages.count(LOST), "open": stages.count(OPEN),
                "no_start": sum(not row[1] for row in rows), "no_end": 0}

    def test_of_an_import(self):
        self.make_process()
        rows = self.make_random()
        cycle = self.insight("cycle", "--unit", "days")
        self.assertEqual(cycle["as_of"], "2017-12-31")
        self.assertEqual(cycle["unit"], "days")
        self.assertEqual(cycle["deals"], self.count(rows))
        self.compare(cycle, rows, calendar_days)
        worked = self.insight("cycle")
        self.assertEqual(worked["unit"], "working-days")
        self.compare(worked, rows, working_days)
        self.assertEqual(worked["designed"]["unit"], "working-days")
        kept = [working_days(row[1], row[2]) <= worked["designed"]["value"] for row in rows if row[0] == WON]
        self.assertAlmostEqual(worked["within_designed"]["value"], sum(kept) / len(kept), delta=EXACT)
        self.assertEqual(cycle["within_designed"], worked["within_designed"])
        self.assertEqual([stage["name"] for stage in cycle["stages"]], self.stages)
        for stage in cycle["stages"]:
            self.assertEqual((stage["n_known"], stage["median"], stage["reason"]), (0, None, "history-inferred"))

    def test_filters(self):
        self.make_process()
        rows = self.make_random()
        for words, takes in (
            (("--owner", "bob"), lambda row: row[3] == "Bob"),
            (("--source", "Fair"), lambda row: row[4] == "Fair"),
            (("--from", "2017-03-01", "--to", "2017-08-31"),
             lambda row: row[1] and datetime.date(2017, 3, 1) <= row[1] <= datetime.date(2017, 8, 31)),
        ):
            some = [row for row in rows if takes(row)]
            cycle = self.insight("cycle", "--unit", "days", *words)
            self.assertEqual(cycle["deals"], self.count(some), words)
            self.compare(cycle, some, calendar_days)

    def test_a_past_day(self):
        """What came later is not known yet: deals begun later are not there, those decided
        later are open."""
        self.make_process()
        rows = self.make_random()
        day = datetime.date(2017, 6, 30)
        cycle = self.ask("insight", "cycle", "C", "--as-of", day.isoformat(), "--unit", "days")
        begun = [row for row in rows if row[1] and row[1] <= day]
        self.assertEqual(cycle["deals"]["won"], sum(row[0] == WON and row[2] <= day for row in begun))
        self.assertEqual(cycle["deals"]["lost"], sum(row[0] == LOST and row[2] <= day for row in begun))
        self.assertEqual(cycle["to_decision"]["n"], len(begun))

    def test_later_events(self):
        """A figure as of a past day stays what it was, whatever happens to the deals."""
        self.make_process()
        self.make_random(200)
        words = ("insight", "cycle", "C", "--as-of", "2017-06-30", "--json")
        before = self.do(*words)
        deals = self.ask("deal", "list", "C")["deals"]
        won = next(deal for deal in deals if deal["status"] == "won" and deal["won_on"] <= "2017-06-30")
        lost = next(deal for deal in deals if deal["status"] == "lost" and deal["closed"] <= "2017-06-30")
        still_open = next(deal for deal in deals if deal["status"] == "open" and (deal["started"] or "2018") <= "2017-06-30")
        self.do("deal", "move", str(won["id"]), self.stages[1], "--override", "test")
        self.do("deal", "move", str(lost["id"]), "@open")
        self.do("deal", "lose", str(still_open["id"]), "--reason", "No")
        self.do("deal", "add", "C", "--title", "New")
        self.do("deal", "edit", str(won["id"]), "--owner", "Dan")
        self.assertEqual(self.do(*words), before)

    def test_undo(self):
        self.make_process()
        self.make_random(200)
        before = self.do("insight", "cycle", "C", "--json")
        self.do("undo")
        self.assertEqual(set(self.insight("cycle")["deals"].values()), {0})
        self.do("redo")
        self.assertEqual(self.do("insight", "cycle", "C", "--json"), before)

    def test_ten_deals(self):
        """Too few of them are decided."""
        self.make_process()
        start = datetime.date(2017, 1, 2)
        days = ((4, WON), (6, LOST), (7, WON), (7, OPEN), (10, WON), (12, LOST), (12, WON), (15, OPEN), (20, WON), (30, OPEN))
        # Each is open until the day that the figures are of.
        rows = [(stage, AS_OF - datetime.timedelta(day), None) if stage == OPEN else
                (stage, start, start + datetime.timedelta(day)) for day, stage in days]
        self.make_deals(rows)
        cycle = self.insight("cycle", "--unit", "days")
        self.assertEqual(cycle["deals"], {"won": 5, "lost": 2, "open": 3, "no_start": 0, "no_end": 0})
        self.assertEqual(cycle["to_decision"], {"n": 10, "q25": None, "median": None, "q75": None, "low": None, "high": None,
                                                "reason": "too-few", "curve": []})
        self.assertEqual(cycle["to_client"]["reason"], "too-few")
        self.assertIsNone(cycle["within_designed"])
        self.assertIn("deals decided 7, needed 10", self.do("insight", "cycle", "C", "--as-of", "2017-12-31"))

    def test_unknown_end(self):
        """Won nobody knows when is left out, and said."""
        self.make_process()
        day = datetime.date(2017, 3, 1)
        self.make_deals([(WON, day, None)] * 3 + [(WON, day, day + datetime.timedelta(9))] * 12)
        self.assertEqual(self.insight("cycle")["deals"], {"won": 12, "lost": 0, "open": 0, "no_start": 0, "no_end": 3})
        self.assertIn("3 deals of which nobody knows when they were won", self.do("insight", "cycle", "C"))

    def test_nothing(self):
        self.make_process()
        cycle = self.ask("insight", "cycle", "C")
        self.assertEqual(set(cycle["deals"].values()), {0})
        self.assertEqual(cycle["to_decision"]["reason"], "too-few")
        self.assertEqual(cycle["designed"], {"value": 45, "unit": "working-days"})

    def test_misuse(self):
        self.make_process()
        for words, saying in (
            (("--as-of", "yesterday"), "is no date"),
            (("--from", "2017-02-01", "--to", "2017-01-01"), "is a later day than"),
            (("--unit", "weeks"), "days or working-days"),
            (("--version", "last"), "it is a number"),
        ):
            self.refuse("insight", "cycle", "C", *words, status=MISUSED, saying=saying)
        self.refuse("insight", "cycle", "X", saying="X")
        self.refuse("insight", "cycle", "C", "--version", "7")


if __name__ == "__main__":
    unittest.main(verbosity=2)
