#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What our own table tells of a deal's life comes in again: when it was won, and until when it
is parked."""

import csv
import json
import os
import random
import unittest

from command_case import FAILED, CommandCase

ANSWERS = ["--selling", "consultative", "--novelty", "established", "--demand", "formed", "--market", "b2b",
           "--offer", "service"]
NOW = "STAGECRAFT_NOW"
CURRENCIES = ["USD", "EUR", "RUB", "JPY", "KWD", "CLF", "MRU"]
TEXTS = ["A", "Б \"В\"", "=1+1", "-5", "שלום, עולם", "one\ntwo", "'", "@x", "; |"]


class Trips(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process("P", *ANSWERS, "--language", "en")
        self.table = self.folder / "table.csv"
        self.addCleanup(os.environ.pop, NOW, None)

    def on(self, day):
        os.environ[NOW] = day

    def add(self, title, *words):
        return self.ask("deal", "add", "P", "--title", title, *words)["id"]

    def deals(self):
        """What a table tells of them, by their titles."""
        names = ("stage", "status", "value", "started", "closed", "won_on", "parked_until", "loss_reason", "next_step",
                 "next_step_due", "next_step_time", "label", "note", "company", "contacts")
        return {deal["title"]: {name: deal[name] for name in names} for deal in self.ask("deal", "list", "P")["deals"]}

    def counts(self, table=None):
        report = self.ask("deal", "import", "P", table or self.table)
        return [report[name] for name in ("added", "updated", "unchanged", "n_refused")]

    def ask_refused(self):
        """What is said of the rows where none is taken."""
        result = self.run_command("deal", "import", "P", self.table, "--json")
        self.assertEqual(result.returncode, FAILED)
        return json.loads(result.stdout)["refused"]

    def put_out(self):
        self.do("deal", "export", "P", "-o", self.table)
        return self.table.read_bytes()

    def go_elsewhere(self):
        """Into a database that has the process and no deals; this one is looked at before."""
        self.assert_holds()
        self.database = self.folder / "other.db"
        self.make_process("P", *ANSWERS, "--language", "en")

    def test_when_a_deal_was_won_that_ended_early(self):
        self.on("2026-03-02")
        number = self.add("Racks", "--started", "2026-02-01")
        self.do("deal", "win", number, "--override", "Known")
        self.on("2026-06-01")
        self.do("deal", "lose", number, "--reason", "Too expensive")
        deals = self.deals()
        self.assertEqual([deals["Racks"][name] for name in ("status", "won_on")], ["ended-early", "2026-03-02"])
        written = self.put_out()
        before = self.dump()
        self.assertEqual(self.counts(), [0, 0, 1, 0])
        self.assertEqual(self.dump(), before)
        self.go_elsewhere()
        self.assertEqual(self.counts(), [1, 0, 0, 0])
        self.assertEqual(self.deals(), deals)
        self.assertEqual(self.put_out(), written)

    def test_what_a_table_says_of_the_day_goes_before_the_day_of_closing(self):
        rows = ["1,A,won,2026-01-01,2026-05-01,2026-03-01", "2,B,completed,2026-01-01,2026-05-01,", "3,C,open,2026-01-01,,2026-03-01",
                "4,D,lost,2026-01-01,2026-05-01,2026-03-01", "5,E,ended-early,2026-01-01,2026-05-01,2026-03-01",
                "6,F,won,2026-04-01,,2026-03-01"]
        table = self.file("t.csv", "\n".join(["id,title,status,started,closed,won_on", *rows]) + "\n")
        report = self.ask("deal", "import", "P", table)
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(7, "won_on")])
        self.assertEqual({title: deal["won_on"] for title, deal in self.deals().items()},
                         {"A": "2026-03-01", "B": "2026-05-01", "C": None, "D": None, "E": "2026-03-01"})
        self.assertEqual(self.counts(table), [0, 0, 5, 1])
        self.assertEqual(self.counts(self.file("u.csv", "id,title,status,won_on\n1,A,won,2026-03-02\n2,B,completed,2025-01-01\n")),
                         [0, 1, 0, 1])
        self.assertEqual(self.deals()["A"]["won_on"], "2026-03-02")

    def test_parked_deals(self):
        self.on("2026-12-01")
        number = self.add("Racks", "--next-step", "Call", "--due", "2027-02-01 11:30")
        other = self.add("Roof", "--value", "500", "--currency", "USD")
        self.add("Shed", "--value", "7", "--currency", "USD")
        self.do("deal", "park", number, "--until", "2027-01-10")
        self.do("deal", "park", other, "--until", "2027-01-20")
        deals = self.deals()
        written = self.put_out()
        self.assertEqual(self.counts(), [0, 0, 3, 0])
        self.go_elsewhere()
        self.assertEqual(self.counts(), [3, 0, 0, 0])
        self.assertEqual((self.deals(), self.put_out()), (deals, written))
        self.assertEqual(self.counts(), [0, 0, 3, 0])
        self.assert_holds()
        self.do("undo")
        self.assertEqual(self.deals(), {})
        self.do("redo")
        self.assertEqual(self.deals(), deals)

        # One wakes on its day, another one before that; a table from before parks neither again.
        self.on("2027-01-10")
        numbers = {deal["title"]: deal["id"] for deal in self.ask("deal", "list", "P")["deals"]}
        self.do("deal", "unpark", numbers["Roof"])
        self.assertEqual({title: deal["parked_until"] for title, deal in self.deals().items()}, dict.fromkeys(deals))
        self.assertEqual(self.ask("deal", "show", numbers["Racks"])["next_step"], "Back to the conversation")
        self.assertEqual(self.counts(), [0, 1, 2, 0])
        self.assertEqual({title: deal["parked_until"] for title, deal in self.deals().items()},
                         {"Racks": None, "Roof": "2027-01-20", "Shed": None})

    def test_how_long_a_deal_may_be_parked(self):
        self.on("2026-12-01")
        rows = ["1,A,Needs discovery,open,2050-01-01", "2,B,Needs discovery,lost,2027-01-01", "3,C,Delivery,won,2027-01-01",
                "4,D,Needs discovery,open,2026-12-01", "5,E,Needs discovery,open,2026-12-02"]
        report = self.ask("deal", "import", "P", self.file("t.csv", "\n".join(["id,title,stage,status,parked_until", *rows]) + "\n"))
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(2, "parked_until")])
        self.assertEqual({title: deal["parked_until"] for title, deal in self.deals().items()},
                         {"B": None, "C": "2027-01-01", "D": None, "E": "2026-12-02"})
        # Into another stage it comes parked if the table says so, and else at work.
        self.assertEqual(self.counts(self.file("t.csv", "id,title,stage,parked_until\n5,E,Contract signing,2027-03-01\n")), [0, 1, 0, 0])
        self.assertEqual(self.deals()["E"]["parked_until"], "2027-03-01")
        self.assertEqual(self.counts(self.file("t.csv", "id,title,stage\n5,E,Needs discovery\n")), [0, 1, 0, 0])
        self.assertIsNone(self.deals()["E"]["parked_until"])

    def test_a_deal_that_was_won_before_it_began(self):
        self.on("2026-03-02")
        number = self.add("Racks", "--started", "2026-05-01")
        self.do("deal", "win", number, "--override", "Known")
        self.put_out()
        before = self.dump()
        self.assertEqual(self.counts(), [0, 0, 1, 0])
        self.assertEqual(self.dump(), before)
        self.table.write_text(self.table.read_text().replace("2026-05-01", "2026-05-02"))
        report = self.ask_refused()
        self.assertEqual([(row["line"], row["column"]) for row in report], [(2, "won_on")])
        self.go_elsewhere()
        self.assertEqual(len(self.ask_refused()), 1)

    def test_long_texts(self):
        number = self.add("Racks")
        self.add("Roof", "--next-step", "y" * 3000, "--note", "z" * 100000)
        self.do("deal", "lose", number, "--reason", "x" * 1500)
        self.put_out()
        self.assertEqual(self.counts(), [0, 0, 2, 0])
        self.go_elsewhere()
        self.assertEqual(self.counts(), [2, 0, 0, 0])

    def test_any_lives_come_in_equal(self):
        seed = random.randrange(1 << 30)
        draw = random.Random(seed)
        for i in range(10):
            self.on(f"2026-{draw.randrange(1, 7):02}-{draw.randrange(1, 29):02}")
            words = draw.choice([[], ["--company", draw.choice(TEXTS)]]) + draw.choice([[], ["--label", draw.choice(TEXTS)]])
            words += draw.choice([[], ["--value", str(draw.randrange(10 ** 9)), "--currency", draw.choice(CURRENCIES)]])
            words += draw.choice([[], ["--note", draw.choice(TEXTS)]]) + draw.choice([[], ["--contact", f"N{i}, pays; M{i}, +7 {i}"]])
            words += draw.choice([[], ["--next-step", f"Step {i}", "--due", draw.choice(["2027-01-02", "2027-01-02 11:30"])]])
            number = self.add(f"{draw.choice(TEXTS)} {i}", *words)
            if draw.randrange(2):
                self.do("deal", "win", number, "--override", "Random")
            self.on(f"2026-{draw.randrange(7, 13):02}-{draw.randrange(1, 29):02}")
            life = draw.choice([["lose", number, "--reason", draw.choice(TEXTS)], ["park", number, "--until", "2027-05-05"],
                                ["move", number, "@completed", "--override", "Random"], None, None])
            if life:
                self.do("deal", *life)
        self.on("2026-12-31")
        deals, written = self.deals(), self.put_out()
        self.assertEqual(self.counts(), [0, 0, 10, 0], seed)
        self.go_elsewhere()
        self.assertEqual(self.counts(), [10, 0, 0, 0], seed)
        self.assertEqual(self.deals(), deals, seed)
        self.assertEqual(self.put_out(), written, seed)


class MadeUpDeals(CommandCase):
    """Deals that have been through what deals go through, as the sample has them."""

    def put_out(self, name):
        self.do("deal", "export", name, "-o", self.folder / "table.csv")
        with open(self.folder / "table.csv", newline="", encoding="utf-8") as table:
            return [{header: cell for header, cell in row.items() if not header.startswith("answer: ")} for row in csv.DictReader(table)]

    def test_come_in_equal(self):
        seed = random.randrange(1 << 30)
        self.do("database", "sample", "--deals", 150, "--processes", 1, "--seed", seed)
        name = self.ask("process", "list")["processes"][0]["name"]
        scheme = self.folder / "scheme.json"
        self.do("process", "export", name, "--format", "json", "-o", scheme)
        written = self.put_out(name)
        self.assertEqual(self.ask("deal", "import", name, self.folder / "table.csv")["unchanged"], 150, seed)
        self.database = self.folder / "other.db"
        self.do("process", "import", scheme)
        self.do("process", "publish", name)
        self.assertEqual(self.ask("deal", "import", name, self.folder / "table.csv")["added"], 150, seed)
        self.assertEqual(self.put_out(name), written, seed)


if __name__ == "__main__":
    unittest.main()
