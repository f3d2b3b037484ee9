# SPDX-License-Identifier: GPL-3.0-or-later
"""Deals on the command line: added, moved, closed and listed, and that what is bad changes
nothing."""

import csv
import io
import json
import unittest

from command_case import DONE, MISUSED, CommandCase, answers, process_json


class Deals(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process()

    def test_way(self):
        deal = self.ask("deal", "add", "C", "--title", "Первая", "--company", "Acme", "--person", "Ann", "--owner", "Bob",
                        "--value", "1,200.50", "--currency", "EUR", "--expected-close", "2099-12-31", "--note", "hi")
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

    def test_who_adds_a_deal_has_it(self):
        self.assertTrue(self.ask("deal", "add", "C", "--title", "Mine")["owner"])
        self.assertIsNone(self.ask("deal", "add", "C", "--title", "Nobody’s", "--owner", "")["owner"])
        self.assertEqual(self.ask("deal", "add", "C", "--title", "Bob’s", "--owner", "Bob")["owner"], "Bob")

    def step(self, deal):
        """The next step as the deal and as its activities have it."""
        first = [(step["title"], step["due"], step["due_time"]) for step in deal["activities"] if not step["done_at"]][:1]
        told = (deal["next_step"], deal["next_step_due"], deal["next_step_time"])
        self.assertEqual(first, [told] if told[0] else [])
        return told

    def test_next_step_with_a_time(self):
        deal = self.ask("deal", "add", "C", "--title", "T", "--next-step", "Call", "--due", "2099-12-31 9:05")
        self.assertEqual(self.step(deal), ("Call", "2099-12-31", "09:05"))
        listed = self.ask("deal", "list", "C")["deals"][0]
        self.assertEqual((listed["next_step_due"], listed["next_step_time"]), ("2099-12-31", "09:05"))

        # Each changes what it tells of.
        self.assertEqual(self.step(self.ask("deal", "edit", "1", "--due", "31.12.2099")), ("Call", "2099-12-31", None))
        self.assertEqual(self.step(self.ask("deal", "edit", "1", "--next-step", "Write")), ("Write", "2099-12-31", None))
        self.assertEqual(self.step(self.ask("deal", "edit", "1", "--due", "2100-01-02 at 3 pm", "--title", "U")),
                         ("Write", "2100-01-02", "15:00"))
        self.do("undo")
        back = self.ask("deal", "show", "1")
        self.assertEqual((back["title"], self.step(back)), ("T", ("Write", "2099-12-31", None)))
        self.do("redo")
        self.assertEqual(self.step(self.ask("deal", "edit", "1", "--due", "")), ("Write", None, None))
        self.assertEqual(self.step(self.ask("deal", "edit", "1", "--next-step", "")), (None, None, None))
        self.refuse("deal", "edit", "1", "--due", "2099-12-31", saying="--next-step")
        self.assertEqual(self.step(self.ask("deal", "edit", "1", "--next-step", "Meet", "--due", "tomorrow в 11"))[2], "11:00")
        for due in ["soon", "24:00", "2026-02-30 11:00", "12/31/2026 11:00", "x" * 100_000]:
            self.refuse("deal", "edit", "1", "--due", due)
        self.do("database", "check")

    def test_days_that_are_past_are_said(self):
        """Where they hardly can be: on standard error, and kept all the same."""
        def hints(*words):
            result = self.run_command(*words, "--json")
            self.assertEqual(result.returncode, DONE, words)
            return json.loads(result.stdout), [line.removeprefix("stagecraft: ") for line in result.stderr.decode().splitlines()]

        deal, told = hints("deal", "add", "C", "--title", "T", "--next-step", "Call", "--due", "2020-02-03 9:05",
                           "--expected-close", "2020-03-04", "--started", "2020-01-02")
        self.assertEqual((self.step(deal), deal["expected_close"]), (("Call", "2020-02-03", "09:05"), "2020-03-04"))
        self.assertEqual(told, ["The next step is due on 02/03/2020, which is past.", "The expected close is 03/04/2020, which is past."])
        self.assertEqual(hints("deal", "edit", "1", "--title", "U")[1], [])
        self.assertEqual(len(hints("deal", "edit", "1", "--due", "yesterday")[1]), 1)
        self.assertEqual(hints("deal", "edit", "1", "--due", "today", "--expected-close", "tomorrow")[1], [])
        self.assertEqual(hints("deal", "edit", "1", "--done", "--next-step", "Write", "--due", "")[1], [])

    def test_a_step_is_done(self):
        """With what came of it and what comes next, in one change."""
        self.ask("deal", "add", "C", "--title", "T", "--next-step", "Call", "--due", "2099-12-30")
        deal = self.ask("deal", "edit", "1", "--done", "--result", "Хочет скидку", "--next-step", "Offer", "--due",
                        "2099-12-31 11:00")
        self.assertEqual(self.step(deal), ("Offer", "2099-12-31", "11:00"))
        self.assertEqual([(step["title"], step["result"], step["done_at"] is None) for step in deal["activities"]],
                         [("Offer", None, True), ("Call", "Хочет скидку", False)])
        told = {event["field"]: (event["old"], event["new"]) for event in deal["history"][:3]}
        self.assertEqual(told, {"done": (None, "Call"), "result": (None, "Хочет скидку"), "activity": (None, "Offer")})
        self.assertIn("Хочет скидку", self.do("deal", "show", "1"))
        self.do("undo")
        self.assertEqual(self.step(self.ask("deal", "show", "1")), ("Call", "2099-12-30", None))
        self.do("redo")

        # A result alone says that it is done; where nothing is told to come next, nothing does.
        self.assertEqual(self.step(self.ask("deal", "edit", "1", "--result", "Sent", "--title", "U")), (None, None, None))
        self.assertEqual(self.ask("deal", "show", "1")["activities"][0]["result"], "Sent")
        self.refuse("deal", "edit", "1", "--done", saying="no next step")
        self.refuse("deal", "edit", "1", "--done", "--next-step", "Meet", saying="no next step")
        self.ask("deal", "edit", "1", "--next-step", "Meet")
        self.refuse("deal", "edit", "1", "--done", "--due", "2099-12-31", saying="--next-step")
        self.assertIsNone(self.ask("deal", "edit", "1", "--done")["activities"][0]["result"])
        self.do("database", "check")

    def test_steps_of_a_day_in_order(self):
        """What has a time comes first, whatever was planned first."""
        self.ask("deal", "add", "C", "--title", "T", "--next-step", "Any time", "--due", "2099-12-31")
        self.assertEqual(self.ask("deal", "show", "1")["next_step"], "Any time")
        self.ask("deal", "add", "C", "--title", "U", "--next-step", "Late", "--due", "2099-12-31 23:59")
        self.assertEqual([deal["next_step_time"] for deal in self.ask("deal", "list", "C", "--sort", "title")["deals"]],
                         [None, "23:59"])

    def contacts(self, *words):
        """The contacts of the first deal, once it is edited so; its person is always the first of them."""
        deal = self.ask("deal", "edit", "1", *words) if words else self.ask("deal", "show", "1")
        told = [(contact["name"], contact["part"], contact["phone"], contact["email"]) for contact in deal["contacts"]]
        own = (deal["person"], deal["phone"], deal["email"])
        self.assertEqual([(name, phone, mail) for name, _, phone, mail in told][:1], [own] if own[0] else [])
        return told

    def test_adds_with_contacts(self):
        """In the form that `deal edit` takes; the first is the deal's person."""
        deal = self.ask("deal", "add", "C", "--title", "T", "--company", "Acme", "--contact", "Ann, decides, +44 1, ann@x.com",
                        "--contact", "Bob, pays", "--next-step", "Call", "--due", "2099-12-31 11:00")
        self.assertEqual([(one["name"], one["part"], one["phone"]) for one in deal["contacts"]],
                         [("Ann", "decides", "+44 1"), ("Bob", "pays", None)])
        self.assertEqual((deal["person"], deal["email"], deal["next_step_time"]), ("Ann", "ann@x.com", "11:00"))
        row = next(csv.DictReader(io.StringIO(self.do("deal", "export", "C"))))
        self.assertEqual((row["next_step"], row["next_step_due"], row["next_step_time"]), ("Call", "2099-12-31", "11:00"))
        self.assertEqual(row["contacts"], "Ann, decides, +44 1, ann@x.com; Bob, pays")
        self.refuse("deal", "add", "C", "--title", "U", "--contact", "Ann", "--contact", "Bob, boss", saying="boss")
        self.refuse("deal", "add", "C", "--title", "U", "--contact", " , pays", saying="name")
        self.refuse("deal", "add", "C", "--title", "U", "--contact", "Ann", "--person", "Bob", saying="--contact", status=MISUSED)
        self.assertEqual(self.ask("deal", "list", "C")["total"], 1)
        self.do("undo")
        self.assertEqual(self.ask("deal", "list", "C")["total"], 0)
        self.do("database", "check")

    def test_contacts(self):
        self.do("deal", "add", "C", "--title", "T", "--company", "Acme", "--person", "Ann", "--phone", "+44 1")
        ann, bob = ("Ann", None, "+44 1", None), ("Bob", "pays", "+44 (2) 33-44", "bob@x.com")
        self.assertEqual(self.contacts(), [ann])
        self.assertEqual(self.contacts("--contact", "Bob, pays, +44 (2) 33-44, bob@x.com", "--contact", "Carl"),
                         [ann, bob, ("Carl", None, None, None)])
        self.assertEqual(self.ask("deal", "list", "C")["deals"][0]["contacts"][1],
                         {"name": "Bob", "part": "pays", "phone": "+44 (2) 33-44", "email": "bob@x.com"})
        # What is told changes, of whoever is there already, without regard to case.
        decider = ("Ann", "decides", "+44 1", "ann@x.com")
        self.assertEqual(self.contacts("--contact", "ann, ann@x.com, decides"), [decider, bob, ("Carl", None, None, None)])
        self.assertEqual(self.contacts("--contact", "Carl, uses, 5"), [decider, bob, ("Carl", "uses", "5", None)])
        self.assertIn("contact", [event["field"] for event in self.ask("deal", "show", "1")["history"]])

        for word in ["bob", "33-44", "3344", "bob@x", "carl"]:
            self.assertEqual(self.ask("deal", "list", "C", "--search", word)["total"], 1, word)
        self.assertEqual(self.ask("deal", "list", "C", "--search", "dora")["total"], 0)

        # Without the first, the next one is the deal's person.
        self.assertEqual(self.contacts("--remove-contact", "Ann"), [bob, ("Carl", "uses", "5", None)])
        self.do("undo")
        self.assertEqual(self.contacts(), [decider, bob, ("Carl", "uses", "5", None)])
        self.do("redo")
        self.assertEqual(self.contacts("--remove-contact", "bob", "--remove-contact", "Carl"), [])
        self.assertEqual(self.ask("deal", "list", "C", "--search", "bob")["total"], 0)
        for words in [["--contact", ""], ["--contact", "Ann, chief"], ["--remove-contact", "Dora"], ["--contact", "x" * 100_000]]:
            self.refuse("deal", "edit", "1", *words)
        self.refuse("deal", "edit", "1", "--contact", "Ann", "--phone", "5", status=MISUSED)
        self.do("database", "check")

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
