# SPDX-License-Identifier: GPL-3.0-or-later
"""What stages ask of a deal, on the command line: answers, gates, fields."""

import csv
import unittest

from command_case import MISUSED, CommandCase, process_json

PROBLEM, BUDGET, SUMMARY, BY_WHEN = "What is the problem?", "Budget", "Summary confirmed", "By when?"


def criterion(text, question=None, **members):
    return {"text": text, "question": question and {"type": question}, **members}


class Asked(CommandCase):
    """A process that asks for one thing of each type, with a deal in its second stage."""

    def setUp(self):
        super().setUp()
        stages = [
            {"name": "Request", "kinds": ["inbound-request"], "exit_criteria": [criterion("Done")]},
            {"name": "Needs", "kinds": ["needs-discovery"], "exit_criteria": [
                criterion(PROBLEM, "text", is_required=True), criterion(BUDGET, "money"), criterion(BY_WHEN, "date"),
                criterion("How many?", "number"), criterion("Agreed?", "yes-no"),
                {"text": "Channel", "question": {"type": "choice", "choices": ["Mail", "Phone"]}},
                criterion(SUMMARY, is_required=True), criterion("Done")]},
            {"name": "Trial", "kinds": ["trial"], "exit_criteria": [
                criterion("Trial until", "date", is_required=True, asked="entry", purpose="trial-end"),
                criterion("Source noted", purpose="source")]},
            {"name": "Proposal", "kinds": ["proposal"], "exit_criteria": [
                criterion("When will the client decide?", "date", purpose="decision-day")]},
            {"name": "Payment", "kinds": ["payment"], "exit_criteria": [
                criterion("Money received", is_required=True, purpose="payments")]},
            {"name": "Delivery", "kinds": ["delivery"], "exit_criteria": [criterion("Act signed", is_required=True)]},
        ]
        self.do("process", "import", self.file("process.json", process_json(stages=stages)))
        self.do("process", "publish", "N")
        self.do("deal", "add", "N", "--title", "T", "--company", "Acme", "--person", "Ann", "--phone", "5", "--stage", "Needs")

    def get(self, text, deal=None, stage=None):
        deal = deal or self.ask("deal", "show", "1")
        return next(one for one in deal["criteria"] if one["text"] == text and stage in (None, one["stage"]))

    def test_each_type(self):
        for text, typed, answer in [
            (PROBLEM, "A & B «В» {deal.title}", "A & B «В» {deal.title}"), (BUDGET, "120000 USD", {"minor": 12000000, "currency": "USD"}),
            (BY_WHEN, "2027-01-15", "2027-01-15"), ("How many?", "007.50", 7.5), ("How many?", "-5", -5), ("Agreed?", "No", False),
            ("Channel", "phone", "Phone"), (SUMMARY, "yes", True), ("Trial until", "Without-end", "without-end"),
        ]:
            with self.subTest(text):
                one = self.get(text, self.ask("deal", "answer", "1", text.upper(), typed))
                self.assertEqual((one["state"], one["is_met"], one["answer"]), ("answered", True, answer))
                self.assertRegex(one["answered_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
                self.assertIsNotNone(one["answered_by"])
                gone = self.get(text, self.ask("deal", "answer", "1", one["id"], ""))
                self.assertEqual((gone["state"], gone["is_met"], gone["answer"], gone["answered_at"]), ("open", False, None, None))
                self.do("undo")
                self.assertEqual(self.get(text), one)
                self.do("redo")
                self.assertEqual(self.get(text), gone)

    def test_form(self):
        deal = self.ask("deal", "answer", "1", PROBLEM, "--not-told", "said later")
        self.assertEqual(set(deal["criteria"][0]), {"id", "text", "stage", "is_required", "asked", "question", "state", "is_met",
                                                    "answer", "note", "answered_at", "answered_by"})
        self.assertEqual([one["stage"] for one in deal["criteria"]][:3], ["Request", "Needs", "Needs"])
        one = self.get(PROBLEM, deal)
        self.assertEqual((one["state"], one["is_met"], one["answer"], one["note"]), ("not-told", True, None, "said later"))
        self.assertEqual(deal["discovery"], {"answered": 0, "of": 6, "confirmed": False})
        self.do("deal", "answer", "1", PROBLEM, "It breaks")
        deal = self.ask("deal", "answer", "1", SUMMARY, "yes")
        self.assertEqual(deal["discovery"], {"answered": 1, "of": 6, "confirmed": True})
        first = next(event for event in deal["history"] if event["field"] == "answer")
        self.assertEqual((first["criterion_id"], first["old"], first["new"]), (one["id"], "not-told", "It breaks"))

    def test_which_is_meant(self):
        """A text that several have is the one of the deal's own stage."""
        deal = self.ask("deal", "answer", "1", "done", "yes")
        self.assertEqual([one["is_met"] for one in deal["criteria"] if one["text"] == "Done"], [False, True])
        self.do("deal", "move", "1", "Proposal", "--override", "x")
        message = self.refuse("deal", "answer", "1", "Done", "no")
        for one in deal["criteria"]:
            self.assertEqual(one["id"] in message, one["text"] == "Done")
        self.refuse("deal", "answer", "1", "Nothing", "x", saying=PROBLEM)

    def test_bad_answers(self):
        for text, typed, saying in [
            (BY_WHEN, "soon", "soon"), (BY_WHEN, "without-end", "YYYY-MM-DD"), (BUDGET, "120000", "120000 USD"), ("How many?", "1,5", "1.5"),
            ("Channel", "Fax", "Mail"), ("Agreed?", "maybe", "yes"), (SUMMARY, "done", "yes"), (PROBLEM, "  ", "Type one"),
            (PROBLEM, "\u3000\u202e", "Type one"),
        ]:
            with self.subTest(text=text, typed=typed):
                self.refuse("deal", "answer", "1", text, typed, saying=saying)
        self.refuse("deal", "answer", "1", SUMMARY, "--not-told")
        self.refuse("deal", "answer", "9", SUMMARY, "yes")
        self.refuse("deal", "answer", "1", SUMMARY, status=MISUSED)
        self.refuse("deal", "answer", "1", PROBLEM, "-x", status=MISUSED)
        self.refuse("deal", "answer", "1", PROBLEM, "--not-told", "why", "--note", "why", status=MISUSED)

    def test_words_that_begin_with_a_hyphen(self):
        """A number is one, whatever is around it; an option's value is its own."""
        for words in [("How many?", "-.5"), ("How many?", "--", "-.5"), ("--note", "-3", "How many?", "-.5")]:
            self.refuse("deal", "answer", "1", *words, saying="“-.5” is not a number")
        deal = self.ask("deal", "answer", "--note", "-3", "1", "How many?", "-0.5")
        self.assertEqual([self.get("How many?", deal)[name] for name in ("answer", "note")], [-0.5, "-3"])
        self.assertEqual(self.get(PROBLEM, self.ask("deal", "answer", "1", PROBLEM, "--not-told", "-1 call"))["note"], "-1 call")
        self.refuse("deal", "show", "-1", saying="“-1” is not the number")

    def test_notes_of_ticks(self):
        """One that is told later goes into the history, too."""
        for note in ("seen", "seen again"):
            deal = self.ask("deal", "answer", "1", SUMMARY, "yes", "--note", note)
            self.assertEqual(self.get(SUMMARY, deal)["note"], note)
            self.assertEqual([deal["history"][0][name] for name in ("field", "new", "note")], ["answer", "yes", note])
        self.assertEqual(self.ask("deal", "answer", "1", SUMMARY, "yes"), deal)
        self.assertEqual(len([one for one in deal["history"] if one["field"] == "criterion"]), 1)
        self.do("undo")
        self.assertEqual(self.get(SUMMARY)["note"], "seen")

    def test_extensions(self):
        """A trial is extended once without a word."""
        for day in ("2027-01-10", "2027-01-20"):
            self.do("deal", "answer", "1", "Trial until", day)
        deal = self.ask("deal", "show", "1")
        self.refuse("deal", "answer", "1", "Trial until", "2027-01-30", saying="Say why")
        self.assertEqual(self.ask("deal", "show", "1"), deal)
        deal = self.ask("deal", "answer", "1", "Trial until", "2027-01-30", "--note", "They are moving")
        self.assertEqual([deal["history"][0][name] for name in ("field", "old", "new", "note")],
                         ["answer", "2027-01-20", "2027-01-30", "They are moving"])

    def test_gate(self):
        message = self.refuse("deal", "move", "1", "Trial")
        for text in (PROBLEM, SUMMARY, "Trial until"):
            self.assertIn(text, message)
        self.assertNotIn(BUDGET, message)
        for words in [("move", "1", "@won"), ("move", "1", "@completed"), ("win", "1")]:
            self.assertIn(PROBLEM, self.refuse("deal", *words))
        for reason in ("", " ", "\u00a0", "\u202e\u200b"):
            self.refuse("deal", "move", "1", "Trial", "--override", reason, saying="Say why")
        # Past what it only skips.
        self.do("deal", "answer", "1", PROBLEM, "It breaks")
        self.do("deal", "answer", "1", SUMMARY, "yes")
        self.do("deal", "move", "1", "Proposal")
        self.do("deal", "move", "1", "Request")
        deal = self.ask("deal", "move", "1", "Trial", "--override", "no time")
        forced = [event for event in deal["history"] if event["field"] == "overridden" and event["note"] == "no time"]
        self.assertEqual([event["new"] for event in forced], ["Trial until"])
        self.refuse("deal", "win", "1", saying="Trial until")
        deal = self.ask("deal", "win", "1", "--override", "paid at once")
        self.assertEqual(deal["status"], "won")
        self.refuse("deal", "move", "1", "@completed", saying="Act signed")
        self.assertEqual(self.ask("deal", "move", "1", "@completed", "--override", "by word")["status"], "completed")
        self.do("deal", "move", "1", "@open")
        self.do("deal", "lose", "1")

    def test_met_by_itself(self):
        self.assertFalse(self.get("Source noted")["is_met"])
        self.assertTrue(self.get("Source noted", self.ask("deal", "edit", "1", "--source", "Fair"))["is_met"])
        deal = self.ask("deal", "answer", "1", "When will the client decide?", "2027-01-15")
        self.assertEqual(deal["expected_close"], "2027-01-15")
        self.do("undo")
        self.assertIsNone(self.ask("deal", "show", "1")["expected_close"])
        deal = self.ask("deal", "answer", "1", "Money received", "yes", "--note", "In cash")
        self.assertEqual(self.get("Money received", deal)["note"], "In cash")

    def test_search(self):
        self.do("deal", "answer", "1", PROBLEM, "Встал станок")
        self.assertEqual(self.ask("deal", "list", "N", "--search", "станок")["total"], 1)
        self.do("deal", "answer", "1", PROBLEM, "")
        self.assertEqual(self.ask("deal", "list", "N", "--search", "станок")["total"], 0)

    def test_export(self):
        """A column for each criterion, which an import leaves out."""
        for text, answer in [(PROBLEM, "=1+1, “x”"), (BUDGET, "1200.50 USD"), ("How many?", "7"), (SUMMARY, "yes"), (BY_WHEN, "2027-01-15")]:
            self.do("deal", "answer", "1", text, answer)
        self.do("deal", "answer", "1", "Agreed?", "--not-told")
        path = self.folder / "out.csv"
        self.do("deal", "export", "N", "--raw", "-o", path)
        with path.open(encoding="utf-8-sig", newline="") as file:
            row, = csv.DictReader(file)
        told = {name.removeprefix("answer: "): value for name, value in row.items() if name.startswith("answer: ")}
        self.assertEqual(len(told), len(self.ask("deal", "show", "1")["criteria"]))
        self.assertEqual([told[name] for name in (PROBLEM, BUDGET, "How many?", SUMMARY, BY_WHEN, "Agreed?", "Channel", "Done (Needs)")],
                         ["=1+1, “x”", "1200.50 USD", "7", "yes", "2027-01-15", "not-told", "", ""])
        before = self.ask("deal", "show", "1")
        report = self.ask("deal", "import", "N", path)
        self.assertEqual(report["unchanged"], 1)
        self.assertEqual({one["field"] for one in report["columns"] if one["header"].startswith("answer: ")}, {None})
        self.assertEqual(self.ask("deal", "show", "1"), before)

    def test_edit(self):
        deal = self.ask("deal", "edit", "1", "--title", "New", "--value", "500 EUR", "--owner", "Rep", "--probability", "0.5",
                        "--started", "2026-01-05", "--expected-close", "2097-05-05", "--source", "Fair", "--label", "hot",
                        "--note", "n", "--phone", "7", "--email", "a@b.c")
        self.assertEqual([deal[name] for name in ("title", "value", "owner", "probability", "started", "expected_close", "source",
                                                  "label", "note", "phone", "email", "company", "person")],
                         ["New", {"minor": 50000, "currency": "EUR"}, "Rep", 0.5, "2026-01-05", "2097-05-05", "Fair", "hot", "n",
                          "7", "a@b.c", "Acme", "Ann"])
        for value, amount in (("7", 700), ("5k", 500000), ("1,5 млн", 150000000)):
            self.assertEqual(self.ask("deal", "edit", "1", "--value", value)["value"], {"minor": amount, "currency": "EUR"})
        deal = self.ask("deal", "edit", "1", "--company", "", "--value", "", "--probability", "", "--expected-close", "", "--owner", "",
                        "--label", "")
        self.assertEqual([deal[name] for name in ("company", "value", "probability", "expected_close", "owner", "label", "person")],
                         [None, None, None, None, None, None, "Ann"])
        self.do("undo")
        self.assertEqual(self.ask("deal", "show", "1")["company"], "Acme")
        deal = self.ask("deal", "edit", "1", "--person", "Bob", "--phone", "9")
        self.assertEqual((deal["person"], deal["phone"], deal["email"]), ("Bob", "9", None))
        for words in [("--title", ""), ("--value", "much"), ("--currency", "XXXX"), ("--value", "", "--currency", "QQQ"), ("--probability", "2"), ("--started", "soon")]:
            with self.subTest(words):
                self.refuse("deal", "edit", "1", *words)
        self.refuse("deal", "edit", "1", "--stage", "Trial", status=MISUSED)


if __name__ == "__main__":
    unittest.main()
