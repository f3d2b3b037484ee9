# SPDX-License-Identifier: GPL-3.0-or-later
"""Deals on the command line: added, moved, closed and listed, and that what is bad changes
nothing."""

import unittest

from command_case import MISUSED, CommandCase, answers, process_json


class Deals(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process()

    def test_way(self):
        deal = self.ask("deal", "add", "C", "--title", "Первая", "--company", "Acme", "--person", "Ann", "--owner", "Bob",
                        "--value", "1,200.50", "--currency", "EUR", "--expected-close", "2026-12-31", "--note", "hi")
        number = str(deal["id"])
        self.assertEqual(deal["value"], {"minor": 120050, "currency": "EUR"})
        self.assertEqual((deal["stage"], deal["status"], deal["owner"]), (self.stages[0], "open", "Bob"))
        moved = self.ask("deal", "move", number, self.stages[2].upper())
        self.assertEqual(moved["stage"], self.stages[2])
        self.assertIn("overridden", [event["field"] for event in moved["history"]])
        won = self.ask("deal", "win", number)
        self.assertEqual((won["stage"], won["status"]), (self.stages[-1], "won"))
        lost = self.ask("deal", "lose", number, "--reason", "price")
        self.assertEqual((lost["status"], lost["loss_reason"]), ("ended-early", "price"))
        self.assertEqual(self.ask("deal", "show", number)["id"], deal["id"])

        # What is closed is reopened, and the errors say how.
        for words in [["move", number, "@completed"], ["move", number, self.stages[0]], ["win", number], ["lose", number]]:
            self.refuse("deal", *words, saying=f"deal move {number} @open")
        self.assertEqual(self.ask("deal", "move", number, "@open")["status"], "won")
        self.refuse("deal", "move", number, "@open", saying="is open")
        self.refuse("deal", "win", number, saying="is won already")

    def test_list(self):
        for i in range(5):
            self.do("deal", "add", "C", "--title", f"Deal {i}", "--stage", self.stages[i % 2])
        self.do("deal", "lose", "1")
        whole = self.ask("deal", "list", "C")
        self.assertEqual((whole["total"], len(whole["deals"])), (5, 5))
        self.assertTrue({"id", "external_id", "title", "company", "person", "owner", "stage", "status", "value", "started",
                         "closed", "expected_close"} <= set(whole["deals"][0]))
        self.assertIsNone(whole["deals"][0]["value"])
        self.assertEqual(self.ask("deal", "list", "C", "--status", "lost")["total"], 1)
        self.assertEqual(self.ask("deal", "list", "C", "--stage", self.stages[1], "--status", "open")["total"], 2)
        self.assertEqual(self.ask("deal", "list", "C", "--search", "deal 3")["deals"][0]["title"], "Deal 3")
        limited = self.ask("deal", "list", "C", "--limit", "2")
        self.assertEqual((limited["total"], len(limited["deals"])), (5, 2))
        self.assertEqual(self.ask("deal", "list", "C", "--limit", "0")["deals"], [])

    def test_list_by_where_they_stand(self):
        for name in ("Open", "Won", "Done", "Lost"):
            self.do("deal", "add", "C", "--title", name)
        self.do("deal", "win", "2")
        self.do("deal", "win", "3")
        self.do("deal", "move", "3", "@completed", "--override", "agreed")
        self.do("deal", "lose", "4")
        for stage, titles in [("@won", ["Won"]), ("@completed", ["Done"]), ("@lost", ["Lost"]),
                              (self.stages[0], ["Lost", "Open"]), (self.stages[1], [])]:
            deals = self.ask("deal", "list", "C", "--stage", stage)["deals"]
            self.assertEqual(sorted(deal["title"] for deal in deals), titles, stage)

    def test_texts_say_nothing_to_the_terminal(self):
        self.do("deal", "add", "C", "--title", "A\nB", "--company", "\x1b[31mRed\x07")
        for words in [["list", "C"], ["show", "1"]]:
            self.assertNotRegex(self.do("deal", *words), "[\x00-\x09\x0b-\x1f\x7f]")

    def test_bad(self):
        self.do("deal", "add", "C", "--title", "A")
        self.refuse("deal", "move", "1", "Nowhere", saying="Nowhere")
        self.refuse("deal", "move", "99", self.stages[0])
        self.refuse("deal", "show", "-- -1".split()[0], status=MISUSED)
        self.refuse("deal", "show", "one", saying="one")
        self.refuse("deal", "show", "99999999999999999999")
        self.refuse("deal", "list", "C", "--stage", "Nowhere", saying="Nowhere")
        for option, value in [("value", "-5"), ("value", "1e30"), ("value", "9" * 30), ("currency", "XYZ"),
                              ("started", "2026-02-30"), ("started", "soon"), ("started", "0001-01-01"), ("expected-close", "99999-01-01"),
                              ("probability", "2"), ("stage", "Nowhere"), ("title", "x" * 2_000), ("title", "  ")]:
            self.refuse("deal", "add", "C", "--title", "T", f"--{option}", value)
        self.do("process", "new", "--name", "Draft", *answers())
        self.refuse("deal", "add", "Draft", "--title", "T", saying="never published")

    def test_deals_of_merged_stages(self):
        kinds = ["inbound-request", "qualification", "needs-discovery", "presentation", "trial", "proposal", "negotiation",
                 "contract", "payment", "onboarding", "account-growth", "other"]
        path = self.file("twelve.json", process_json(stages=[{"name": kind.title(), "kinds": [kind]} for kind in kinds]))
        self.do("process", "import", path)
        self.refuse("process", "publish", "N", saying="--with-errors")
        self.do("process", "publish", "N", "--with-errors")
        for kind in kinds:
            if kind != "qualification":
                self.do("deal", "add", "N", "--title", kind, "--stage", kind.title())
        self.do("process", "fix", "N")
        self.refuse("process", "publish", "N", "--move", "Nowhere=Trial", saying="Nowhere")
        self.refuse("process", "publish", "N", "--move", "Qualification=Nowhere", saying="Nowhere")
        moved = self.ask("process", "publish", "N", "--move", "Qualification=Trial")["moved"]
        left = {stage["name"] for stage in self.ask("process", "show", "N")["stages"]}
        deals = self.ask("deal", "list", "N")["deals"]
        self.assertLessEqual(len(left), 10)
        self.assertTrue(moved)
        self.assertEqual(len(deals), len(kinds) - 1)
        self.assertEqual({deal["stage"] for deal in deals} - left, set())


if __name__ == "__main__":
    unittest.main(verbosity=2)
