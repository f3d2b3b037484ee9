# SPDX-License-Identifier: GPL-3.0-or-later
"""Parks deals, wakes them on their day and says that clients refused, from the command
line, on days that are told."""

import contextlib
import os
import sqlite3
import subprocess
import unittest

from command_case import DONE, MISUSED, TIMEOUT_SECONDS, CommandCase

NOW = "STAGECRAFT_NOW"


class Parking(CommandCase):
    def setUp(self):
        super().setUp()
        self.on("2026-11-30")
        self.addCleanup(os.environ.pop, NOW, None)
        self.make_process()
        self.id = str(self.ask("deal", "add", "C", "--title", "Line")["id"])

    def on(self, day):
        os.environ[NOW] = day

    def get_fields(self, events):
        return [event["field"] for event in events if not event["is_voided"]]

    def test_park(self):
        deal = self.ask("deal", "park", self.id, "--until", "2026-12-07")
        self.assertEqual((deal["parked_until"], deal["status"], deal["stage"]), ("2026-12-07", "open", self.stages[0]))
        self.assertNotIn("refused", deal)
        event = deal["history"][0]
        self.assertEqual((event["field"], event["old"], event["new"]), ("parked", None, "2026-12-07"))
        deal = self.ask("deal", "unpark", self.id)
        self.assertIsNone(deal["parked_until"])
        event = deal["history"][0]
        self.assertEqual((event["field"], event["old"], event["new"]), ("parked", "2026-12-07", None))
        self.do("undo")
        self.assertEqual(self.ask("deal", "show", self.id)["parked_until"], "2026-12-07")
        self.assertEqual(self.ask("deal", "list", "C")["deals"][0]["parked_until"], "2026-12-07")

    def test_bad_days(self):
        for day in ["2026-11-30", "2026-11-29", "1999-01-01"]:
            self.refuse("deal", "park", self.id, "--until", day, saying="after today")
            self.refuse("deal", "refuse", self.id, "--as", "park", "--until", day, saying="after today")
        for day in ["2037-01-01", "2099-12-31"]:
            self.refuse("deal", "park", self.id, "--until", day, saying="ten years at most")
            self.refuse("deal", "refuse", self.id, "--as", "park", "--until", day, saying="ten years at most")
        for day in ["soon", "", "2026-13-01", "32.02.2027"]:
            self.refuse("deal", "park", self.id, "--until", day, saying="not a date")
        self.refuse("deal", "park", self.id, status=MISUSED, saying="--until")
        self.refuse("deal", "park", "99", "--until", "2026-12-07", saying="no deal 99")
        self.refuse("deal", "unpark", self.id, saying="not parked")
        self.do("deal", "lose", self.id)
        self.refuse("deal", "park", self.id, "--until", "2026-12-07", saying="closed already")
        self.refuse("deal", "refuse", self.id, saying="closed already")

    def test_awake_on_its_day(self):
        """Reading writes nothing; what changes something does, once."""
        self.do("deal", "park", self.id, "--until", "2026-12-07")
        self.on("2026-12-07")
        before = self.dump()
        self.assertIsNone(self.ask("deal", "show", self.id)["parked_until"])
        self.assertIsNone(self.ask("deal", "list", "C")["deals"][0]["parked_until"])
        self.do("deal", "export", "C")
        self.assertEqual(self.dump(), before)
        # What fails, or has nothing to change, has changed nothing.
        self.refuse("deal", "unpark", self.id, saying="not parked")
        self.refuse("deal", "park", self.id, "--until", "2026-12-07", saying="after today")
        self.do("deal", "edit", self.id, "--title", "Line")
        self.assertEqual(self.dump(), before)

        self.do("deal", "add", "C", "--title", "Other")
        self.do("deal", "add", "C", "--title", "Another")
        deal = self.ask("deal", "show", self.id)
        self.assertEqual([(step["title"], step["due"]) for step in deal["activities"]],
                         [("Back to the conversation", "2026-12-07")])
        self.assertEqual(deal["next_step"], "Back to the conversation")
        self.assertIn("Another", self.do("undo"))
        self.assertIn("Other", self.do("undo"))
        self.assertIn("Park", self.do("undo"))
        self.assertEqual(len(self.ask("deal", "show", self.id)["activities"]), 1)

    def test_awake_in_several_processes(self):
        """Those of each process as a change, committed with the one that came."""
        self.make_process("D")
        self.do("deal", "park", self.id, "--until", "2026-12-07")
        other = str(self.ask("deal", "add", "D", "--title", "Far")["id"])
        self.do("deal", "park", other, "--until", "2026-12-07")
        self.on("2026-12-07")
        self.do("process", "delete", "C", "--with-deals")
        self.assertEqual(self.ask("deal", "show", other)["next_step"], "Back to the conversation")
        self.assertIn("C", self.do("undo"))
        self.assertEqual(self.ask("deal", "show", self.id)["next_step"], "Back to the conversation")
        self.do("redo")
        self.do("undo", "--process", "D")
        self.assertIsNone(self.ask("deal", "show", other)["parked_until"])

    def test_two_at_once(self):
        ids = [self.id] + [str(self.ask("deal", "add", "C", "--title", f"Deal {i}")["id"]) for i in range(5)]
        for number in ids:
            self.do("deal", "park", number, "--until", "2026-12-07")
        self.on("2026-12-08")
        programs = [subprocess.Popen(
            [os.environ["STAGECRAFT"], "--database", self.database, "deal", "add", "C", "--title", f"At once {i}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) for i in range(4)]
        for program in programs:
            self.assertEqual(program.wait(TIMEOUT_SECONDS), DONE)
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            steps = connection.execute("SELECT deal_id, count(*) FROM activity GROUP BY 1 ORDER BY 1").fetchall()
            woken = connection.execute("SELECT count(*) FROM change WHERE is_by_itself = 1").fetchone()
        self.assertEqual(steps, [(int(number), 1) for number in ids])
        self.assertEqual(woken, (1,))

    def test_refuse_by_the_reason(self):
        cases = [
            ("Not now", "park", "2027-02-22"), ("No budget now", "park", "2027-02-22"), ("Нет бюджета", "park", "2027-02-22"),
            ("Chose a competitor", "lost", None), ("Нет ответа", "lost", None),
        ]
        for reason, outcome, until in cases:
            deal = self.ask("deal", "refuse", self.id, "--reason", reason)
            self.assertEqual((deal["refused"], deal["parked_until"]), (outcome, until), reason)
            self.assertEqual(deal["status"], "lost" if outcome == "lost" else "open")
            self.assertEqual(deal["loss_reason"], reason if outcome == "lost" else None)
            self.do("undo")

    def test_second_refusal(self):
        self.assertEqual(self.ask("deal", "refuse", self.id, "--reason", "Not now")["refused"], "park")
        self.assertEqual(self.ask("deal", "refuse", self.id)["refused"], "lost")

    def test_refuse_back(self):
        self.do("deal", "move", self.id, "Presentation")
        deal = self.ask("deal", "refuse", self.id, "--as", "back", "--reason", "Too expensive", "--note", "a smaller offer")
        self.assertEqual((deal["refused"], deal["stage"], deal["status"]), ("back", "Needs discovery", "open"))
        event = next(event for event in deal["history"] if event["field"] == "refused")
        self.assertEqual((event["old"], event["new"], event["note"]), ("Presentation", "back", "Too expensive: a smaller offer"))
        self.do("undo")
        deal = self.ask("deal", "show", self.id)
        self.assertEqual(deal["stage"], "Presentation")
        self.assertNotIn("refused", self.get_fields(deal["history"]))

    def test_refuse_otherwise(self):
        deal = self.ask("deal", "refuse", self.id, "--as", "park", "--until", "2027-01-11", "--reason", "Chose a competitor")
        self.assertEqual((deal["refused"], deal["parked_until"], deal["loss_reason"]), ("park", "2027-01-11", None))
        self.do("undo")
        self.refuse("deal", "refuse", self.id, "--as", "back", saying="no stage to which")
        self.refuse("deal", "refuse", self.id, "--as", "gone", status=MISUSED, saying="lost, back or park")
        self.refuse("deal", "refuse", self.id, "--as", "lost", "--until", "2027-01-11", saying="--as park")
        self.refuse("deal", "refuse", self.id, "--as", "park", "--until", "soon", saying="not a date")

    def test_parked_already(self):
        self.do("deal", "park", self.id, "--until", "2027-01-11")
        self.refuse("deal", "refuse", self.id, "--as", "park", "--until", "2027-01-11", saying="until that day already")
        deal = self.ask("deal", "refuse", self.id, "--as", "park", "--until", "2027-01-12")
        self.assertEqual((deal["refused"], deal["parked_until"]), ("park", "2027-01-12"))
        self.do("undo")
        self.assertNotIn("refused", self.get_fields(self.ask("deal", "show", self.id)["history"]))

    def test_client(self):
        """Behind the client mark what is not parked ends early, and was won all the same."""
        self.do("deal", "win", self.id)
        self.on("2026-12-02")
        for words in [[], ["--as", "lost"], ["--as", "back"]]:
            deal = self.ask("deal", "refuse", self.id, "--reason", "No need", *words)
            self.assertEqual((deal["refused"], deal["status"], deal["won_on"]), ("ended-early", "ended-early", "2026-11-30"))
            self.do("undo")
        deal = self.ask("deal", "refuse", self.id, "--as", "park")
        self.assertEqual((deal["refused"], deal["status"], deal["won_on"]), ("park", "won", "2026-11-30"))

    def test_new_process_has_reasons(self):
        for language, first, last in [("en", "Too expensive", "Not our client"), ("ru", "Дорого", "Не наш клиент")]:
            self.do("process", "new", "--name", language, "--language", language, "--selling", "transactional", "--novelty",
                    "established", "--demand", "formed", "--market", "b2b", "--offer", "product", "--payment-terms",
                    "before-onboarding")
            reasons = self.ask("process", "export", language, "--format", "json")["loss_reasons"]
            self.assertEqual((len(reasons), reasons[0], reasons[-1]), (10, first, last))

    def test_import_tells_when_it_was_won(self):
        table = self.file("deals.csv", "id,name,status,end\na,A,Won,2026-03-04\nb,B,Won,\nc,C,Lost,2026-03-05\nd,D,Open,2026-03-06\n")
        self.do("deal", "import", "C", table, "--map", "external_id=id", "--map", "title=name", "--map", "status=status",
                "--map", "closed=end")
        won = {deal["external_id"]: deal["won_on"] for deal in self.ask("deal", "list", "C")["deals"] if deal["external_id"]}
        self.assertEqual(won, {"a": "2026-03-04", "b": None, "c": None, "d": None})
        later = self.file("later.csv", "id,name,status,end\na,A,Lost,2026-05-04\nb,B,Won,2026-05-05\n")
        self.do("deal", "import", "C", later, "--map", "external_id=id", "--map", "title=name", "--map", "status=status",
                "--map", "closed=end")
        deals = {deal["external_id"]: (deal["status"], deal["won_on"]) for deal in self.ask("deal", "list", "C")["deals"]}
        self.assertEqual(deals["a"], ("ended-early", "2026-03-04"))
        self.assertEqual(deals["b"], ("won", "2026-05-05"))


if __name__ == "__main__":
    unittest.main()
