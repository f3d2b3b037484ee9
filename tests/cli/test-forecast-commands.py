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
            self.assertEqual(forecast["money"], [{"currency": None, "expected": None, "without_value": forecast["open"],
                                                  "came_in": None, "bias": None}])

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

    def test_plans(self):
        """Beside a month stands what is planned for all, or what the plans of each add up to."""
        self.make_process()
        self.make_random()
        for month, *words in (("2017-07", "70 EUR"), ("2017-07", "9 EUR", "--owner", "Bob"),
                              ("2017-08", "30 EUR", "--owner", "Bob"), ("2017-08", "40 EUR", "--owner", "Ann")):
            self.do("plan", "set", "C", "--month", month, "--amount", *words)
        plans = [month["plan"] for month in self.forecast(DAY)["months"]]
        self.assertEqual(plans, [{"minor": 7000, "currency": "EUR"}] * 2 + [None])
        self.assertEqual({week["plan"] for week in self.forecast(DAY, "--by", "week", "--within", "20")["months"]}, {None})
        self.assertRegex(self.do("insight", "forecast", "C", "--as-of", DAY.isoformat()), "2017-07 .* €70")

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
        self.assertEqual(forecast["money"], [{"currency": "EUR", "expected": round(100 * sum(values)), "without_value": 0,
                                              "came_in": None, "bias": None}])
        told = self.do("insight", "forecast", "C")
        self.assertIn("The 20 open deals with a value should bring €", told)
        self.assertRegex(told, r"(?s)Still to come, middle.*\d{4}-\d\d +€[\d.,KM]+ +€[\d.,KM]+–€[\d.,KM]+")

    def on(self, day, *words):
        return self.run_command(*words, "--json", environment={"STAGECRAFT_NOW": day.isoformat()}).stdout

    def add_moved(self, title, moved, started):
        deal = str(json.loads(self.on(started, "deal", "add", "C", "--title", title, "--started", started.isoformat()))["id"])
        self.on(moved, "deal", "move", deal, self.stages[1], "--override", "test")
        return deal

    def test_by_stage(self):
        """How long a deal stands in its stage tells more than how old it is, where the days are
        known: of those that came into it half were won after 10 days, the others lost after 15."""
        self.make_process()
        start = datetime.date(2017, 3, 1)
        later = start + datetime.timedelta(60)
        for number in range(12):
            deal = self.add_moved(f"D{number}", start + datetime.timedelta(10), start)
            if number < 6:
                self.on(start + datetime.timedelta(20), "deal", "win", deal, "--override", "test")
            else:
                self.on(start + datetime.timedelta(25), "deal", "lose", deal, "--reason", "No")
        for number in range(2):
            self.add_moved(f"O{number}", later - datetime.timedelta(5), start)
        forecast = self.forecast(later)
        self.assertEqual((forecast["open"], forecast["beyond_history"]), (2, 0))
        self.assertAlmostEqual(forecast["expected_won"], 1, delta=EXACT)
        self.assertEqual(forecast["actual_won"], 0)
        # Where it stood then is known, and so what is set for its stage.
        stage = self.ask("process", "show", "C")["stages"][1]
        self.assertAlmostEqual(forecast["set"]["expected_won"], 2 * stage["probability"], delta=EXACT)
        told = self.do("insight", "forecast", "C", "--as-of", later.isoformat())
        self.assertIn("by how long it stands in its stage", told)
        # One half was said of two that were not won: by the stage's probability it was further off, or not.
        self.assertIn(f"the forecast was worth {'more' if stage['probability'] > 0.5 else 'no more'}.", told)
        # Ten days before they stood in the first stage, from which twelve went on: the longest
        # of these took 25 days from there.
        before = self.forecast(later - datetime.timedelta(10))
        self.assertEqual((before["open"], before["beyond_history"], before["expected_won"]), (2, 2, 0))

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
            (("--as-of", "soon"), "is not a date"),
            (("--within", "0"), "is not a number of days"),
            (("--by", "year"), "week or month"),
            (("--seed", "x"), "is not a seed"),
        ):
            self.refuse("insight", "forecast", "C", *words, status=MISUSED, saying=saying)


def month_ends(first, last):
    day = first
    while day <= last:
        following = day.replace(day=28) + datetime.timedelta(4)
        end = following - datetime.timedelta(following.day)
        if end <= last:
            yield end
        day = end + datetime.timedelta(1)


class Calibration(cycle_tests.Insight):
    def on(self, day, *words):
        return self.run_command(*words, "--json", environment={"STAGECRAFT_NOW": day.isoformat()}).stdout

    def test_decisions_that_were_changed(self):
        """What is made of a history read once is what the forecast of that day says: of deals
        that were lost or won and opened again, too."""
        self.make_process()
        self.make_random(200)
        for number in range(4):
            started = datetime.date(2017, 5, 1 + number)
            deal = str(json.loads(self.on(started, "deal", "add", "C", "--title", f"T{number}", "--started", started.isoformat()))["id"])
            words = {"win": (deal, "--override", "test"), "lose": (deal, "--reason", "No"), "move": (deal, "@open")}
            first, last = ("win", "lose") if number % 2 else ("lose", "win")
            for decision, day in (first, (6, 10)), ("move", (7, 10)), (last, (8, 5)):
                self.on(datetime.date(2017, day[0], day[1] + number), "deal", decision, *words[decision])
        for day in (DAY, datetime.date(2017, 7, 31)):
            said = self.ask("insight", "forecast", "C", "--as-of", day.isoformat(), "--within", "20")
            told = self.ask("insight", "calibration", "C", "--from", day.isoformat(), "--to", day.isoformat(), "--within", "20")
            self.assertAlmostEqual(sum(point["n"] * point["said"] for point in told["points"]), said["expected_won"], delta=1e-9)
            self.assertEqual(sum(point["n"] for point in told["points"]), said["open"] - said["beyond_history"])

    def say(self, rows, first, last, within):
        """What was said at the ends of months of open deals, with whether they were won."""
        said = []
        for day in month_ends(first, last):
            history = History(rows, day)
            for row in rows:
                if is_open(row, day):
                    chance = history.chance((day - row[1]).days, within)
                    if chance is not None:
                        said.append((chance, is_won(row, day + datetime.timedelta(within))))
        return said

    def test_of_an_import(self):
        self.make_process()
        rows = self.make_random()
        first, last = datetime.date(2017, 4, 1), datetime.date(2017, 8, 31)
        said = self.say(rows, first, last, 60)
        told = self.ask("insight", "calibration", "C", "--from", first.isoformat(), "--to", last.isoformat(), "--within", "60")
        self.assertEqual(sum(point["n"] for point in told["points"]), len(said))
        self.assertAlmostEqual(told["brier"], sum((chance - won) ** 2 for chance, won in said) / len(said), delta=1e-9)
        self.assertAlmostEqual(told["reliability"] - told["resolution"] + told["uncertainty"], told["brier"], delta=EXACT)
        for point in told["points"]:
            group = [(chance, won) for chance, won in said
                     if point["said_low"] - 1e-9 <= chance < point["said_high"] - 1e-9 or chance == point["said_high"] == 1]
            self.assertEqual((point["n"], point["won"]), (len(group), sum(won for _, won in group)))
            self.assertAlmostEqual(point["said"], sum(chance for chance, _ in group) / len(group), delta=1e-9)
        self.assertEqual({stage["reason"] for stage in told["stages"][1:2]}, {"history-inferred"})

    def test_stages(self):
        """A deal counts once, however often it came back; an open one not."""
        self.make_process()
        for number in range(12):
            deal = self.ask("deal", "add", "C", "--title", f"D{number}")["id"]
            if number % 3 == 0:
                self.do("deal", "move", str(deal), self.stages[1], "--override", "test")
                self.do("deal", "move", str(deal), self.stages[0], "--override", "test")
            self.do("deal", *(("win", str(deal), "--override", "test") if number < 5 else ("lose", str(deal), "--reason", "No")))
        self.ask("deal", "add", "C", "--title", "Open")
        first, second, *_ = self.ask("insight", "calibration", "C")["stages"]
        self.assertEqual((first["n"], first["reason"]), (12, None))
        self.assertAlmostEqual(first["learned"]["value"], 5 / 12, delta=EXACT)
        self.assertEqual((second["n"], second["learned"], second["reason"]), (4, None, "too-few"))

    def test_slips(self):
        """Each time that a day is put off counts once; what is undone not."""
        self.make_process()
        day = datetime.date.today() + datetime.timedelta(10)

        def add(title, close):
            return str(self.ask("deal", "add", "C", "--title", title, "--expected-close", close.isoformat())["id"])

        def put(deal, days):
            self.do("deal", "edit", deal, "--expected-close", (day + datetime.timedelta(days)).isoformat())

        twice, undone, earlier = (add(title, day) for title in ("Twice", "Undone", "Earlier"))
        over = (datetime.date.today() - datetime.timedelta(1)).isoformat()
        self.run_command("deal", "add", "C", "--title", "Over", "--expected-close", over)  # which is said
        put(twice, 10)
        put(twice, 40)
        put(earlier, -5)
        put(undone, 7)
        self.do("undo")
        told = self.ask("insight", "calibration", "C")["slips"]
        self.assertEqual(told, {"moved": 1, "n_moves": 2, "median_days": 20, "kept": 2})
        self.assertIn("put off for 1 of 4 deals, 2 times in all", self.do("insight", "calibration", "C"))

    def make_valued(self):
        """Twelve deals as they came, each with the days on which its value was said and changed."""
        start = datetime.date(2017, 5, 2)
        deals = []
        for number in range(12):
            started = start + datetime.timedelta(number * 3)
            currency = ("EUR", "EUR", "USD", None)[number % 4]
            values = [(started, (10000 * (number + 1), currency) if currency else None)]
            words = ("--value", str(100 * (number + 1)), "--currency", currency) if currency else ()
            deal = str(json.loads(self.on(started, "deal", "add", "C", "--title", f"V{number}", "--started", started.isoformat(), *words))["id"])
            if number in (1, 3):
                day = datetime.date(2017, 7, 12)
                self.on(day, "deal", "edit", deal, "--value", "77", "--currency", "EUR")
                values.append((day, (7700, "EUR")))
            stage, closed = OPEN, None
            if number % 3 != 2:
                stage, closed = (WON if number % 2 else LOST), datetime.date(2017, 7, 20 + number // 2)
                self.on(closed, "deal", *(("win", deal, "--override", "test") if stage == WON else ("lose", deal, "--reason", "No")))
            deals.append((stage, started, closed, values))
        return deals

    def compare_money(self, told, imported, deals, day, within):
        """What deals were worth on the day as often as their chance, and what those that were won were
        worth in the end; those without a value apart."""
        def worth(deal, at):
            return next((value for since, value in reversed(deal[3]) if since <= at), None)

        history = History(imported + deals, day)
        end = day + datetime.timedelta(within)
        expected, came_in, without = {}, {}, 0
        for row in imported + deals:
            if not is_open(row, day):
                continue
            value = worth(row, day) if row in deals else None
            if value is None:
                without += 1
                continue
            expected[value[1]] = expected.get(value[1], 0) + value[0] * (history.chance((day - row[1]).days, within) or 0)
            if is_won(row, end):
                minor, currency = worth(row, end)
                came_in[currency] = came_in.get(currency, 0) + minor
        self.assertEqual((told["day"], told["without_value"]), (day.isoformat(), without))
        self.assertEqual([money["currency"] for money in told["money"]], sorted(expected))
        for money in told["money"]:
            right = expected[money["currency"]]
            self.assertAlmostEqual(money["expected"], right, delta=1)
            self.assertEqual(money["came_in"], came_in.get(money["currency"], 0))
            self.assertAlmostEqual(money["bias"], right - money["came_in"], delta=1)
        return {money["currency"]: money["bias"] for money in told["money"]}

    def test_money(self):
        """How wrong forecasts were in money: each currency of its own, with what deals were worth then."""
        self.make_process()
        imported = self.make_random(200)
        deals = self.make_valued()
        first, last = datetime.date(2017, 5, 31), datetime.date(2017, 7, 31)
        words = ("insight", "calibration", "C", "--from", first.isoformat(), "--to", last.isoformat(), "--within", "45")
        told = self.ask(*words)
        days = list(month_ends(datetime.date(2017, 5, 1), last))
        self.assertEqual(len(days), 3)
        for forecast, day in zip(told["forecasts"], days):
            self.compare_money(forecast, imported, deals, day, 45)
        for horizon in told["horizons"]:
            biases = [self.compare_money(forecast, imported, deals, day, horizon["within"])
                      for forecast, day in zip(horizon["forecasts"], days)]
            self.assertEqual(horizon["n"], 3)
            for money in horizon["money"]:
                of_currency = [bias[money["currency"]] for bias in biases if money["currency"] in bias]
                self.assertAlmostEqual(money["bias"], sum(of_currency), delta=3)
                self.assertAlmostEqual(money["error"], sum(abs(bias) for bias in of_currency), delta=3)
                self.assertEqual((money["n"], money["too_high"]), (len(of_currency), sum(bias > 0 for bias in of_currency)))
            deals_off = [forecast["expected_won"] - forecast["actual_won"] for forecast in horizon["forecasts"]]
            self.assertAlmostEqual(horizon["bias"], sum(deals_off), delta=1e-9)
            self.assertAlmostEqual(horizon["error"], sum(map(abs, deals_off)), delta=1e-9)
        # The forecast of the day says the same.
        said = self.ask("insight", "forecast", "C", "--as-of", DAY.isoformat(), "--within", "45")
        self.assertEqual([(money["currency"], money["expected"], money["came_in"], money["bias"]) for money in said["money"]],
                         [(money["currency"], money["expected"], money["came_in"], money["bias"]) for money in told["forecasts"][1]["money"]])
        text = self.do(*words)
        self.assertRegex(text, r"Within 30 days \(forecasts: 3\): expected €[\d.,KM]+ in all, came in €")
        self.assertRegex(text, r"had no value yet: they are counted, but not in the money")

    def test_too_few(self):
        self.make_process()
        told = self.ask("insight", "calibration", "C")
        self.assertEqual((told["points"], told["brier"], told["resolution"], told["reason"]), ([], None, None, "too-few"))


class Versions(cycle_tests.Insight):
    def close(self, n, n_won):
        for number in range(n):
            deal = str(self.ask("deal", "add", "C", "--title", f"D{number}")["id"])
            self.do("deal", *(("win", deal, "--override", "test") if number < n_won else ("lose", deal, "--reason", "No")))

    def test_one(self):
        self.make_process()
        self.close(12, 6)
        told = self.ask("insight", "versions", "C")
        self.assertEqual(told["differences"], [])
        version, = told["versions"]
        self.assertEqual((version["number"], version["started"], version["decided"], version["won"]), (1, 12, 12, 6))
        self.assertAlmostEqual(version["share"]["value"], 0.5, delta=EXACT)

    def test_none(self):
        self.make_process()
        self.assertEqual(self.ask("insight", "versions", "C"), {"versions": [], "differences": []})
        self.assertIn("No deal has come in", self.do("insight", "versions", "C"))


class PlanFact(cycle_tests.Insight):
    def test_of_this_month(self):
        """What is won, what is left of the plan, and what may still come of Bob's deals."""
        self.make_process()
        dice = random.Random(5)
        today = datetime.date.today()
        rows = [(WON, today - datetime.timedelta(300), today - datetime.timedelta(300 - dice.randrange(5, 90)), "Bob", "")
                for _ in range(40)]
        rows += [(OPEN, today - datetime.timedelta(dice.randrange(5, 40)), None, "Bob", "") for _ in range(20)]
        self.make_deals(rows)
        following = (today.replace(day=28) + datetime.timedelta(10)).isoformat()[:7]
        for owner in ("Bob", "Ann"):
            self.do("plan", "set", "C", "--month", following, "--amount", "5000 EUR", "--owner", owner)
        self.do("plan", "set", "C", "--month", "2017-01", "--amount", "70 EUR")
        past, ann, bob = sorted(self.ask("plan", "fact", "C")["months"], key=lambda row: row["owner"] or "")
        self.assertEqual((past["month"], past["outstanding"], past["expected"]), ("2017-01", {"minor": 7000, "currency": "EUR"}, None))
        self.assertIsNone(ann["expected"])
        self.assertEqual(bob["outstanding"], {"minor": 500000, "currency": "EUR"})
        self.assertLessEqual(bob["expected"]["low"]["minor"], bob["expected"]["median"]["minor"])
        self.assertLess(bob["expected"]["low"]["minor"], bob["expected"]["high"]["minor"])
        self.assertLessEqual(bob["expected"]["high"]["minor"], 100 * sum(range(140, 160)) * 2)
        self.assertIn("we expect €", self.do("plan", "fact", "C"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
