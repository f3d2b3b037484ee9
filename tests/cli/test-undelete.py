# SPDX-License-Identifier: GPL-3.0-or-later
"""What is deleted on the command line can be brought back there."""

import json
import unittest

from command_case import DONE, CommandCase, answers, process_json


class Deleting(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process()

    def add(self, title, *more, process="C"):
        return str(self.ask("deal", "add", process, "--title", title, *more)["id"])

    def on(self, day, *words):
        result = self.run_command(*words, "--json", environment={"STAGECRAFT_NOW": day})
        self.assertEqual((result.returncode, result.stderr), (DONE, b""), words)
        return json.loads(result.stdout)

    def names(self, *words):
        return [process["name"] for process in self.ask("process", "list", *words)["processes"]]

    def titles(self, *words):
        return [deal["title"] for deal in self.ask("deal", "list", *words)["deals"]]

    def test_a_process_with_deals(self):
        numbers = [self.add(f"Deal {i}") for i in range(3)]
        self.do("deal", "lose", numbers[0])
        self.refuse("process", "delete", "C", saying="3 deals")
        gone = self.ask("process", "delete", "C", "--with-deals")
        self.assertEqual((gone["name"], gone["deals"], bool(gone["deleted_at"]), bool(gone["deleted_by"])),
                         ("C", 3, True, True))
        self.assertEqual((self.names(), self.names("--deleted")), ([], ["C"]))
        self.assertIn("C", self.do("process", "list", "--deleted"))
        for words in [["process", "show", "C"], ["process", "delete", "C"], ["deal", "list", "C"], ["deal", "add", "C", "--title", "T"],
                      ["process", "publish", gone["id"]]]:
            self.refuse(*words, saying="process undelete")
        for words in [["show"], ["lose"], ["win"], ["delete"], ["undelete"]]:
            message = self.refuse("deal", *words, numbers[1], saying="process undelete")
            self.assertIn("“C”", message)
        self.assertNotIn("“C”", self.refuse("deal", "show", "99"))

        back = self.ask("process", "undelete", "c")
        self.assertEqual((back["name"], back["open_deals"], back["deals"], back["notices"]), ("C", 2, 3, []))
        self.assertEqual((self.names(), self.names("--deleted")), (["C"], []))
        self.assertEqual(sorted(self.titles("C")), ["Deal 0", "Deal 1", "Deal 2"])
        self.refuse("process", "undelete", "C", saying="C")

    def test_a_process_without_deals_is_not_asked_about(self):
        self.do("process", "delete", "C")
        self.refuse("process", "delete", "D", saying="D")
        self.refuse("process", "undelete", "D", saying="90 days")
        self.assertIn("“C”", self.do("process", "undelete", "C"))

    def test_names(self):
        ids = []
        for _ in range(2):
            ids.append(self.ask("process", "delete", "C")["id"])
            self.make_process("C")
        message = self.refuse("process", "undelete", "C", saying=ids[0])
        self.assertIn(ids[1], message)
        back = self.ask("process", "undelete", ids[0])
        self.assertEqual((back["name"], back["id"], len(back["notices"])), ("C 2", ids[0], 1))
        back = self.do("process", "undelete", ids[1])
        self.assertIn("“C 3”", back)
        self.assertEqual(sorted(self.names()), ["C", "C 2", "C 3"])

    def test_a_deal(self):
        number = self.add("Pumps", "--value", "5", "--currency", "USD")
        self.add("Valves")
        gone = self.ask("deal", "delete", number)
        self.assertEqual((gone["title"], gone["stage"], bool(gone["deleted_by"])), ("Pumps", self.stages[0], True))
        self.assertEqual((self.titles("C"), self.titles("C", "--deleted")), (["Valves"], ["Pumps"]))
        row = self.ask("deal", "list", "C", "--deleted")["deals"][0]
        self.assertEqual((row["deleted_at"], row["deleted_by"]), (gone["deleted_at"], gone["deleted_by"]))
        self.assertIn("Pumps", self.do("deal", "list", "C", "--deleted"))
        self.assertEqual(self.titles("C", "--deleted", "--search", "valves"), [])
        self.assertEqual(self.ask("deal", "list", "C", "--deleted", "--status", "open", "--limit", "0")["total"], 1)
        self.assertEqual(self.ask("process", "list")["processes"][0]["open_deals"], 1)
        self.refuse("deal", "show", number)
        self.refuse("deal", "delete", number)
        self.refuse("deal", "undelete", "2", saying="2")

        back = self.ask("deal", "undelete", number)
        self.assertEqual((back["title"], back["stage"], back["status"], back["notices"]), ("Pumps", self.stages[0], "open", []))
        self.assertEqual(back["value"], {"minor": 500, "currency": "USD"})
        self.assertEqual(self.ask("process", "list")["processes"][0]["open_deals"], 2)
        self.assertEqual(self.titles("C", "--deleted"), [])
        self.refuse("deal", "undelete", number)

    def test_an_external_id_that_another_has(self):
        table = self.file("t.csv", f"id,title,stage\nA-1,Pumps,{self.stages[0]}\n")
        words = ["deal", "import", "C", table, "--map", "external_id=id", "--map", "title=title", "--map", "stage=stage"]
        self.do(*words)
        self.do("deal", "delete", "1")
        self.assertEqual(self.ask(*words)["added"], 1)
        back = self.ask("deal", "undelete", "1")
        self.assertIsNone(back["external_id"])
        self.assertIn("A-1", back["notices"][0])
        self.do("deal", "delete", "1")
        self.do("deal", "delete", "2")
        self.assertIn("A-1", self.do("deal", "undelete", "2"))
        self.assertEqual(self.ask("deal", "show", "2")["external_id"], "A-1")

    def test_a_deal_of_a_process_that_is_deleted(self):
        number = self.add("Pumps")
        self.add("Valves")
        self.do("deal", "delete", number)
        self.do("process", "delete", "C", "--with-deals")
        self.refuse("deal", "undelete", number, saying="Restore “C” first")
        self.do("process", "undelete", "C")
        self.assertEqual(self.titles("C"), ["Valves"])
        self.do("deal", "undelete", number)
        self.assertEqual(sorted(self.titles("C")), ["Pumps", "Valves"])

    def test_a_deal_whose_stage_is_gone(self):
        kinds = ["inbound-request", "qualification", "needs-discovery", "presentation", "trial", "proposal", "negotiation",
                 "contract", "payment", "onboarding", "account-growth", "other"]
        path = self.file("twelve.json", process_json(stages=[{"name": kind.title(), "kinds": [kind]} for kind in kinds]))
        self.do("process", "import", path)
        self.do("process", "publish", "N", "--with-errors")
        one, lost = (self.add(title, "--stage", "Qualification", process="N") for title in ["One", "Lost"])
        self.do("deal", "lose", lost)
        for number in [one, lost]:
            self.do("deal", "delete", number)
        self.do("process", "fix", "N")
        self.do("process", "publish", "N")
        left = [stage["name"] for stage in self.ask("process", "show", "N")["stages"]]
        self.assertNotIn("Qualification", left)

        # What had left the board stays where it was, what stood on it has to be told.
        self.assertEqual(self.ask("deal", "undelete", lost)["status"], "lost")
        message = self.refuse("deal", "undelete", one, saying="Qualification")
        self.assertIn("--stage", message)
        for stage in left:
            self.assertIn(stage, message)
        self.refuse("deal", "undelete", one, "--stage", "Nowhere", saying="Nowhere")
        back = self.ask("deal", "undelete", one, "--stage", left[-1])
        self.assertEqual((back["stage"], back["status"]), (left[-1], "won"))

    def test_for_ninety_days(self):
        number = self.add("Pumps")
        self.on("2026-12-01", "deal", "delete", number)
        self.make_process("Old")
        self.on("2026-12-01", "process", "delete", "Old")
        until, after = "2027-03-01", "2027-03-02"
        self.assertEqual(len(self.on(until, "deal", "list", "C", "--deleted")["deals"]), 1)
        self.assertEqual(len(self.on(until, "process", "list", "--deleted")["processes"]), 1)
        self.assertEqual(self.on(after, "deal", "list", "C", "--deleted"), {"total": 0, "deals": []})
        self.assertEqual(self.on(after, "process", "list", "--deleted"), {"processes": []})
        # Nothing is purged.
        self.assertIn("Pumps", self.dump())
        self.on(until, "deal", "undelete", number)
        self.on(until, "process", "undelete", "Old")

    def test_a_draft(self):
        self.do("process", "new", "--name", "Draft", *answers())
        self.do("process", "delete", "Draft")
        self.assertTrue(self.ask("process", "undelete", "Draft")["has_draft"])


if __name__ == "__main__":
    unittest.main()
