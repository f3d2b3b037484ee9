#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the figures say, beside the same worked out here, by other means, of the same deals."""

import contextlib
import datetime
import json
import math
import random
import sqlite3
import unittest
from fractions import Fraction

from command_case import MISUSED, CommandCase, answers

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
            (("--as-of", "some day"), "is not a date"),
            (("--from", "2017-02-01", "--to", "2017-01-01"), "is a later day than"),
            (("--unit", "weeks"), "days or working-days"),
            (("--version", "last"), "use a number"),
        ):
            self.refuse("insight", "cycle", "C", *words, status=MISUSED, saying=saying)
        self.refuse("insight", "cycle", "X", saying="X")
        self.refuse("insight", "cycle", "C", "--version", "7")


def wilson(n, of):
    z = 1.959963984540054
    share, whole = n / of, 1 + z * z / of
    middle = (share + z * z / (2 * of)) / whole
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / whole
    return share, middle - half, middle + half


class Flow(Insight):
    def assert_share(self, said, n, of):
        if of < 10:
            self.assertIsNone(said)
            return
        for name, right in zip(("value", "low", "high"), wilson(n, of)):
            self.assertAlmostEqual(said[name], right, delta=EXACT)

    def test_of_an_import(self):
        self.make_process()
        rows = self.make_random()
        flow = self.insight("flow")
        decided = [row for row in rows if row[0] in CLOSED]
        won = [row for row in decided if row[0] == WON]
        self.assertEqual((flow["decided"], flow["won"]), (len(decided), len(won)))
        self.assert_share(flow["share_won"], len(won), len(decided))
        for name, key in (("owner", lambda row: row[3]), ("source", lambda row: row[4] or None),
                          ("month", lambda row: row[1].strftime("%Y-%m") if row[1] else None)):
            groups = flow["by"][name]
            self.assertEqual([group["key"] for group in groups],
                             sorted({key(row) for row in rows}, key=lambda one: (one is None, one)))
            for group in groups:
                mine = [row for row in decided if key(row) == group["key"]]
                n = sum(row[0] == WON for row in mine)
                self.assertEqual((group["decided"], group["won"]), (len(mine), n))
                self.assert_share(group["share"], n, len(mine))
        self.assertEqual(sum(reason["n"] for reason in flow["reasons"]), len(decided) - len(won))
        for stage in flow["stages"]:
            self.assertEqual((stage["entered"], stage["conversion"], stage["over_target"]), (0, None, 0))
        self.assertEqual(flow["stages"][1]["now"], sum(row[0] == OPEN for row in rows))
        self.assertEqual(flow["stages"][1]["reason"], "history-inferred")

    def add(self, **options):
        words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
        return str(self.ask("deal", "add", "C", "--title", "T", *words)["id"])

    def test_stages(self):
        """Of those that left a stage, each once, so many went on."""
        self.make_process("C", *answers(selling="transactional", novelty="established"))
        first, second = self.stages[:2]
        deals = [self.add() for _ in range(15)]
        for deal in deals[:10]:
            self.do("deal", "move", deal, second, "--override", "test")
        for deal in deals[10:12]:
            self.do("deal", "lose", deal, "--reason", "Too expensive")
        # One goes back, and on again.
        self.do("deal", "move", deals[0], first)
        self.do("deal", "move", deals[0], second, "--override", "test")
        flow = self.ask("insight", "flow", "C")
        stage = flow["stages"][0]
        self.assertEqual((stage["entered"], stage["left_on"], stage["lost"], stage["now"]), (15, 10, 2, 3))
        self.assert_share(stage["conversion"], 10, 12)
        self.assertEqual((flow["stages"][1]["entered"], flow["stages"][1]["now"]), (10, 10))
        self.assertEqual(flow["stages"][1]["reason"], "too-few")
        self.assertEqual(flow["reasons"], [{"reason": "Too expensive", "stage": first, "n": 2}])
        self.assertIsNone(flow["trial"])
        # A drawing shows it where that is asked for.
        plain, told = (self.do("process", "export", "C", "--format", "svg", *words) for words in ([], ["--figures"]))
        self.assertNotIn("Now 3", plain)
        for text in (">10</text>", ">of 12</text>", ">Now 3, over target\u00a00</text>", ">–</text>"):
            self.assertIn(text, told)
        self.assertEqual(self.run_command("process", "export", "C", "--format", "json", "--figures").returncode, MISUSED)
        # A move that is taken back leaves nothing.
        self.do("deal", "move", deals[12], second, "--override", "test")
        self.do("undo")
        self.assertEqual(self.ask("insight", "flow", "C"), flow)
        self.assertIn("10 deals of 12 went on", self.do("insight", "flow", "C"))

    def test_stage_times(self):
        """A stay of which both ends are told."""
        self.make_process("C", *answers(selling="transactional", novelty="established"))
        first, second = self.stages[:2]
        lines = ["id,stage,entered"]
        monday = datetime.date(2017, 1, 2)
        self.make_deals([(OPEN, monday, None)] * 20)
        for number in range(20):
            lines.append(f"D{number},{first},{monday}")
            if number < 12:
                lines.append(f"D{number},{second},{monday + datetime.timedelta(number)}")
        table = self.file("history.csv", "\n".join(lines) + "\n")
        self.do("deal", "import", "C", table, "--history", "--map", "external_id=id", "--map", "stage=stage", "--map", "entered=entered")
        cycle = self.ask("insight", "cycle", "C", "--as-of", "2017-02-01", "--unit", "days")
        stage = cycle["stages"][0]
        # Of those that have left one each did after 0 to 11 days; that the others stood there
        # until they were at the next stage, nobody told.
        self.assertEqual((stage["n_known"], stage["q25"], stage["median"], stage["q75"], stage["reason"]), (12, 2.5, 5.5, 8.5, None))
        self.assertEqual((cycle["stages"][1]["n_known"], cycle["stages"][1]["reason"]), (12, "too-few"))

    def on(self, day, *words):
        result = self.run_command(*words, "--json", environment={"STAGECRAFT_NOW": day.isoformat()})
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        return json.loads(result.stdout)

    def test_work(self):
        """Of eight days from Monday on, six of them working days, one was with work at ten deals; of
        the eleventh, at which nothing is recorded, it is not known."""
        self.make_process("C", *answers(selling="transactional", novelty="established"))
        criteria = self.ask("process", "show", "C")["stages"][0]["exit_criteria"]
        criterion = next(one["id"] for one in criteria if one["question"] is None)
        monday = datetime.date(2017, 1, 2)
        for number in range(11):
            deal = str(self.on(monday, "deal", "add", "C", "--title", "T")["id"])
            if number < 10:
                self.on(monday + datetime.timedelta(1), "deal", "answer", deal, criterion, "yes")
            self.on(monday + datetime.timedelta(8), "deal", "move", deal, self.stages[1], "--override", "test")
        words = ("insight", "cycle", "C", "--as-of", "2017-02-01")
        first, second, *_ = self.ask(*words)["stages"]
        self.assertEqual(first["work"], {"n": 10, "not_recorded": 1, "days": 6, "worked": 1, "reason": None})
        self.assertEqual(second["work"], {"n": 0, "not_recorded": 0, "days": None, "worked": None, "reason": "too-few"})
        work = self.ask(*words, "--unit", "days")["stages"][0]["work"]
        self.assertEqual((work["days"], work["worked"]), (8, 1))
        told = self.do(*words)
        self.assertIn("of 6 working days there 1", told)
        self.assertIn("Of 1 visit it is not known", told)
        # On the day before it had not left.
        before = self.ask(*words[:-1], "2017-01-09")["stages"][0]["work"]
        self.assertEqual((before["n"], before["reason"]), (0, "too-few"))


class Discovery(Insight):
    def ask_discovery(self, *words):
        return self.ask("insight", "discovery", "C", *words)

    def questions(self):
        stages = self.ask("process", "show", "C")["stages"]
        return [criterion["id"] for stage in stages if "needs-discovery" in stage["kinds"]
                for criterion in stage["exit_criteria"] if criterion["question"] is not None]

    def test_not_applicable(self):
        self.make_process("C", *answers(selling="transactional", novelty="established"))
        process = self.ask("process", "show", "C")
        if any("needs-discovery" in stage["kinds"] for stage in process["stages"]):
            self.skipTest("this process has needs discovery")
        said = self.ask_discovery()
        self.assertTrue(said["not_applicable"])
        self.assertEqual(said["reason"], "no-discovery")
        self.assertIsNone(said["logistic"])
        self.do("insight", "discovery", "C")

    def test_nothing_yet(self):
        self.make_process()
        said = self.ask_discovery()
        self.assertFalse(said["not_applicable"])
        self.assertEqual((said["n"], said["mean_share"], said["logistic"], said["reason"]), (0, None, None, "too-few"))

    def test_inferred(self):
        self.make_process()
        self.make_random(60)
        self.assertEqual(self.insight("discovery")["reason"], "history-inferred")

    def make_moved_on(self, with_won, with_lost, without_won, without_lost):
        """Deals with all questions answered and deals with none, won and lost; their rows are
        written as the program writes them."""
        ids = self.questions()
        deal = str(self.ask("deal", "add", "C", "--title", "T")["id"])
        self.do("deal", "move", deal, self.stages[1], "--override", "test")
        self.do("deal", "move", deal, self.stages[2], "--override", "test")
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            connection.create_function("search_key", 1, lambda text: text)
            self.copy_deals(connection, ids, [(True, "won")] * with_won + [(True, "lost")] * with_lost
                            + [(False, "won")] * without_won + [(False, "lost")] * without_lost)
            connection.commit()

    def copy_deals(self, connection, ids, wanted):
        connection.row_factory = sqlite3.Row
        rows = {table: connection.execute(f"SELECT * FROM {table} WHERE {column} = 1").fetchall()
                for table, column in (("deal", "id"), ("deal_event", "deal_id"), ("stage_visit", "deal_id"))}
        way_on = [row for row in rows["deal_event"] if row["field"] == "stage"][-1]
        stages = [row["stage_id"] for row in rows["stage_visit"]]
        for number, (is_answered, status) in enumerate(wanted, 100):
            closed = rows["deal"][0]["started"]
            self.insert(connection, "deal", rows["deal"][0], id=number, position=f"V{number}", status=status, closed=closed,
                        won_on=closed if status == "won" else None, created_by=rows["deal"][0]["created_by"])
            for row in rows["deal_event"]:
                self.insert(connection, "deal_event", row, id=None, deal_id=number)
            for row in rows["stage_visit"]:
                ended = row["left_at"] is None and status == "lost"
                self.insert(connection, "stage_visit", row, deal_id=number,
                            **({"left_at": way_on["happened_at"] + 1, "how_left": "lost"} if ended else {}))
            self.insert(connection, "deal_event", way_on, id=None, deal_id=number, field="status", old="open", new=status,
                        happened_at=way_on["happened_at"] + 1)
            for id in ids if is_answered else ():
                self.insert(connection, "deal_event", way_on, id=None, deal_id=number, field="answer", old=None, new="yes, indeed",
                            criterion=id, criterion_text="Q", answer_type="text", change_id=1,
                            happened_at=way_on["happened_at"] - 1)
        self.assertEqual(len(stages), 3)
        connection.execute("DELETE FROM stage_visit WHERE deal_id = 1")
        connection.execute("UPDATE deal SET deleted_by = 1 WHERE id = 1")

    def insert(self, connection, table, row, **changed):
        values = {**dict(row), **changed}
        names = ", ".join(values)
        connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", list(values.values()))

    def assert_holds(self):
        """The rows are written by hand."""

    def test_two_groups(self):
        self.make_process()
        self.make_moved_on(30, 10, 12, 28)
        said = self.ask_discovery()
        self.assertEqual((said["n"], said["mean_share"], said["at_gate"], said["corrected"], said["not_told"]), (80, 0.5, 0, 0, 0))
        without, with_all = said["groups"]
        self.assertEqual((without["share"], without["n"], without["won"]), (0, 40, 12))
        self.assertEqual((with_all["share"], with_all["n"], with_all["won"]), (1, 40, 30))
        for group, n in ((without, 12), (with_all, 30)):
            for name, right in zip(("value", "low", "high"), wilson(n, 40)):
                self.assertAlmostEqual(group["won_share"][name], right, delta=EXACT)
        logistic = said["logistic"]
        self.assertAlmostEqual(logistic["coefficient"], math.log(7), delta=EXACT)
        self.assertAlmostEqual(logistic["se"], 0.5023753102818, delta=1e-12)
        self.assertAlmostEqual(logistic["intercept"], -0.8472978603872, delta=1e-12)
        self.assertAlmostEqual(said["adjusted"]["with"], 0.75, delta=EXACT)
        self.assertAlmostEqual(said["adjusted"]["without"], 0.3, delta=EXACT)
        self.assertIsNone(said["reason"])
        for question in said["questions"]:
            self.assertEqual((question["answered"], question["won_with"], question["won_without"]), (40, 30, 12))
        self.assertIn("30 of 40", self.do("insight", "discovery", "C"))

    def test_all_won(self):
        self.make_process()
        self.make_moved_on(40, 0, 40, 0)
        said = self.ask_discovery()
        self.assertEqual((said["logistic"], said["adjusted"], said["reason"]), (None, None, "separated"))

    def test_too_few_lost(self):
        self.make_process()
        self.make_moved_on(30, 5, 30, 4)
        said = self.ask_discovery()
        self.assertEqual((said["logistic"], said["reason"]), (None, "too-few"))
        self.assertEqual(said["mean_share"], 35 / 69)

    def test_at_the_gate(self):
        """What is answered with the move is told apart; what is changed later is a correction."""
        self.make_process()
        ids = self.questions()
        stage = self.stages[1]
        for number in range(10):
            deal = str(self.ask("deal", "add", "C", "--title", "T", "--stage", stage)["id"])
            self.do("deal", "answer", deal, ids[0], "A problem")
            if number < 4:
                self.do("deal", "answer", deal, ids[1], "--not-told", "Asked twice")
            self.do("deal", "move", deal, self.stages[2], "--override", "test")
            if number < 3:
                self.do("deal", "answer", deal, ids[0], "Another problem")
        said = self.ask_discovery()
        self.assertEqual((said["n"], said["not_told"], said["corrected"], said["confirmed"]), (10, 4, 3, 0))
        self.assertAlmostEqual(said["mean_share"], 1 / len(ids), delta=EXACT)
        self.assertEqual([question["answered"] for question in said["questions"]], [10] + [0] * (len(ids) - 1))


class Plans(Insight):
    def plans(self):
        return self.ask("plan", "show", "C")["months"]

    def euro(self, minor):
        return {"minor": minor, "currency": "EUR"}

    def test_plan_and_fact(self):
        """What is planned for a month stands beside what was won in it."""
        self.make_process()
        march = datetime.date(2017, 3, 10)
        self.make_deals([(WON, march, march, "Ann", ""), (WON, march, march, "Bob", ""), (LOST, march, march, "Ann", ""),
                         (WON, march, datetime.date(2017, 4, 1), "Ann", "")])
        self.assertEqual(self.plans(), [])
        self.do("plan", "set", "C", "--month", "2017-03", "--amount", "500", "--owner", "Ann")
        said = self.ask("plan", "set", "C", "--month", "2017-03", "--amount", "1000 EUR")
        self.assertEqual(said["months"], self.plans())
        # Each deal is worth 100 and its number.
        self.assertEqual(self.plans(), [
            {"month": "2017-03", "owner": None, "plan": self.euro(100000), "won": self.euro(20100), "received": self.euro(0)},
            {"month": "2017-03", "owner": "Ann", "plan": self.euro(50000), "won": self.euro(10000), "received": self.euro(0)},
        ])
        self.assertIn("2017-03", self.do("plan", "show", "C"))

    def test_undo(self):
        self.make_process()
        self.do("plan", "set", "C", "--month", "2026-12", "--amount", "500", "--currency", "EUR")
        before = self.plans()
        self.do("plan", "set", "C", "--month", "2026-12", "--amount", "700", "--currency", "USD")
        after = self.plans()
        self.assertEqual(after[0]["plan"], {"minor": 70000, "currency": "USD"})
        self.do("undo")
        self.assertEqual(self.plans(), before)
        self.do("redo")
        self.assertEqual(self.plans(), after)
        self.do("plan", "set", "C", "--month", "2026-12", "--amount", "")
        self.assertEqual(self.plans(), [])
        self.do("undo")
        self.assertEqual(self.plans(), after)

    def test_misuse(self):
        self.make_process()
        self.refuse("plan", "set", "C", "--amount", "5", status=MISUSED, saying="--month")
        self.refuse("plan", "set", "C", "--month", "2026-12", status=MISUSED, saying="--amount")
        self.refuse("plan", "set", "C", "--month", "2026-13", "--amount", "5", status=MISUSED, saying="is not a month")
        self.refuse("plan", "set", "C", "--month", "2026-12", "--amount", "much", saying="is not a valid amount")
        self.refuse("plan", "set", "C", "--month", "2026-12", "--amount", "5", "--currency", "Euro", saying="is not a currency")


if __name__ == "__main__":
    unittest.main(verbosity=2)
