#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as scripts rely on it: its forms, its JSON, its exit status."""

import json
import subprocess
import unittest

from commands import ANSWERS, Database, deals_csv, import_arguments

ASPECTS = {
    "selling": ["transactional", "consultative"],
    "novelty": ["innovative", "established"],
    "demand": ["formed", "unformed"],
    "market": ["b2b", "b2c"],
    "offer": ["product", "service"],
    "payment-terms": ["before-onboarding", "after-onboarding"],
}


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.database = Database()
        self.addCleanup(self.database.close)

    def make_process(self, name="P", *more):
        if name == "P" and not more:
            self.database.prepare_process(is_published=False)
        else:
            self.database.do("process", "new", "--name", name, *ANSWERS, *more)

    def stages(self, name="P"):
        return self.database.ask("process", "show", name)["stages"]

    def import_deals(self, n_deals, *more, revision=1):
        stage = self.stages()[0]["name"]
        table = self.database.file("deals.csv", deals_csv(n_deals, revision))
        return self.database.ask(*import_arguments("P", table), "--stage", f"Open={stage}", *more)


class Help(CommandLine):
    def test_wrong_use_is_told_with_status_2(self):
        for words in (["process"], ["process", "dance"], ["process", "show"], ["deal", "move", "1"],
                      ["process", "list", "--nonsense"], ["process", "new", "--name", "P"],
                      ["process", "export", "P", "--format", "doc", "-o", "x"],
                      ["deal", "list", "P", "--status", "asleep"],
                      ["deal", "list", "P", "--sort", "smell"],
                      ["deal", "list", "P", "--descending"]):
            with self.subTest(words=words):
                result = self.database.run(*words)
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertNotEqual(result.stderr.strip(), "")
                self.assertEqual(result.stdout, "")


class Processes(CommandLine):
    def test_each_answer_gives_a_process_without_findings(self):
        """Each answer beside the first of all others; the method’s own tests
        have all 64 sets."""
        first = {aspect: answers[0] for aspect, answers in ASPECTS.items()}
        sets = [first, *({**first, aspect: answers[1]} for aspect, answers in ASPECTS.items())]
        for number, answers in enumerate(sets):
            name = f"P{number}"
            given = [word for aspect, answer in answers.items() for word in (f"--{aspect}", answer)]
            language = ["--language", "ru"] if number % 2 else []
            self.database.do("process", "new", "--name", name, *given, *language)
            self.assertEqual(self.database.ask("process", "check", name)["findings"], [], answers)
            self.assertIn(len(self.stages(name)), range(5, 8))

    def test_show_has_the_documented_form(self):
        self.make_process()
        process = self.database.ask("process", "show", "P")
        self.assertEqual(process["format"], "stagecraft-process")
        self.assertEqual(process["version"], 1)
        self.assertEqual(process["name"], "P")
        self.assertEqual(process["language"], "en")
        self.assertEqual(process["status"], "draft")
        self.assertEqual(process["aspects"], {
            "selling": "consultative", "novelty": "established", "demand": "formed",
            "market": "b2b", "offer": "product", "payment_terms": "before-onboarding"})
        self.assertIn("id", process)
        self.assertIn("description", process)
        roles = {role["name"] for role in process["roles"]}
        for role in process["roles"]:
            self.assertIn("id", role)
            self.assertIn("function", role)
        for stage in process["stages"]:
            for key in ("id", "name", "kinds", "goal", "entry", "actions", "exit_criteria",
                        "responsible", "participants", "duration", "probability", "documents",
                        "tactics"):
                self.assertIn(key, stage)
            self.assertIn(stage["responsible"], roles)
            self.assertLessEqual(set(stage["participants"]), roles)
            self.assertIn(stage["duration"]["unit"], ["working-days", "working-hours"])
            self.assertTrue(all("text" in criterion for criterion in stage["exit_criteria"]))
        marks = [stage for stage in process["stages"] if stage.get("client_mark")]
        self.assertEqual([stage["kinds"] for stage in marks], [["payment"]])

    def test_export_and_import_give_the_same_back(self):
        self.make_process("P", "--language", "ru")
        first = self.database.folder / "first.json"
        second = self.database.folder / "second.json"
        self.database.do("process", "export", "P", "--format", "json", "-o", str(first))
        self.assertEqual(json.loads(first.read_text()), self.database.ask("process", "show", "P"))

        other = Database()
        self.addCleanup(other.close)
        other.do("process", "import", str(first))
        other.do("process", "export", "P", "--format", "json", "-o", str(second))
        self.assertEqual(first.read_bytes(), second.read_bytes())

    def test_import_under_another_name_makes_ids_anew(self):
        self.make_process()
        path = self.database.folder / "p.json"
        self.database.do("process", "export", "P", "--format", "json", "-o", str(path))
        self.database.do("process", "import", str(path), "--name", "Q")
        ids = [{stage["id"] for stage in self.stages(name)} for name in "PQ"]
        self.assertEqual(ids[0] & ids[1], set())

    def test_drawings_are_what_they_say(self):
        self.make_process()
        for kind, start in (("svg", b"<?xml"), ("pdf", b"%PDF-"), ("png", b"\x89PNG")):
            path = self.database.folder / f"scheme.{kind}"
            self.database.do("process", "export", "P", "--format", kind, "-o", str(path))
            self.assertTrue(path.read_bytes().startswith(start), kind)

    def test_a_pdf_has_the_paper_that_is_named(self):
        self.make_process()
        path = self.database.folder / "scheme.pdf"
        for options, size in ((["--paper", "a3"], "1190.55 x 841.89"),
                              (["--paper", "A0", "--portrait", "--format", "pdf"], "2383.94 x 3370.39")):
            self.database.do("process", "export", "P", *options, "-o", str(path))
            info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
            self.assertIn(f"Page size:       {size}", info)
            self.assertIn("Pages:           1", info)

    def test_check_tells_errors_by_its_status_and_fix_mends_them(self):
        self.make_process()
        process = self.database.ask("process", "show", "P")
        process["stages"] = [stage for stage in process["stages"]
                             if "payment" not in stage["kinds"]]
        path = self.database.file("broken.json", json.dumps(process))
        self.database.do("process", "import", path, "--name", "Broken")
        result = self.database.run("process", "check", "Broken", "--json")
        self.assertEqual(result.returncode, 1)
        findings = json.loads(result.stdout)["findings"]
        missing = next(finding for finding in findings if finding["rule"] == "payment-missing")
        self.assertEqual((missing["source"], missing["severity"]), ("T", "error"))
        self.assertNotEqual(missing["message"], "")
        self.assertNotEqual(missing["fixes"][0]["label"], "")

        refused = self.database.run("process", "publish", "Broken")
        self.assertEqual(refused.returncode, 1)
        self.assertNotEqual(refused.stderr, "")
        self.database.do("process", "fix", "Broken")
        self.assertEqual(self.database.run("process", "check", "Broken").returncode, 0)
        self.database.do("process", "publish", "Broken")

    def test_names_are_unique(self):
        self.make_process()
        again = self.database.run("process", "new", "--name", "P", *ANSWERS)
        self.assertEqual(again.returncode, 1)
        self.assertIn("P", again.stderr)


class Deals(CommandLine):
    def setUp(self):
        super().setUp()
        self.database.prepare_process()

    def test_import_counts_and_makes_no_duplicates(self):
        self.assertEqual(self.import_deals(20)["added"], 20)
        again = self.import_deals(20)
        self.assertEqual((again["added"], again["updated"], again["unchanged"]), (0, 0, 20))
        changed = self.import_deals(20, revision=2)
        self.assertEqual((changed["read"], changed["added"], changed["updated"]), (20, 0, 20))
        self.assertEqual(self.database.ask("deal", "list", "P")["total"], 20)

    def test_dry_run_writes_nothing(self):
        before = self.database.dump()
        self.assertEqual(self.import_deals(20, "--dry-run")["added"], 20)
        self.assertEqual(self.database.dump(), before)

    def test_deals_have_the_documented_form(self):
        self.import_deals(3)
        deals = self.database.ask("deal", "list", "P", "--limit", "2")
        self.assertEqual((deals["total"], len(deals["deals"])), (3, 2))
        for deal in deals["deals"]:
            for key in ("id", "external_id", "title", "company", "person", "owner", "stage",
                        "status", "value", "started", "closed", "expected_close"):
                self.assertIn(key, deal)
            self.assertEqual(deal["value"]["currency"], "USD")
            self.assertEqual(deal["status"], "open")

    def test_list_filters_by_stage_status_and_words(self):
        self.import_deals(12)
        first, second = (stage["name"] for stage in self.stages()[:2])
        deal = self.database.ask("deal", "list", "P", "--search", "Deal 11")["deals"][0]
        self.assertEqual(deal["title"], "Deal 11")
        self.database.do("deal", "move", str(deal["id"]), second)
        in_second = self.database.ask("deal", "list", "P", "--stage", second)
        self.assertEqual([found["id"] for found in in_second["deals"]], [deal["id"]])
        self.assertEqual(self.database.ask("deal", "list", "P", "--stage", first)["total"], 11)
        self.database.do("deal", "lose", str(deal["id"]))
        lost = self.database.ask("deal", "list", "P", "--status", "lost")
        self.assertEqual([found["id"] for found in lost["deals"]], [deal["id"]])
        self.assertEqual(self.database.ask("deal", "list", "P", "--status", "open")["total"], 11)

    def test_list_is_sorted_when_told_to(self):
        self.import_deals(12)
        newest = self.database.ask("deal", "list", "P")["deals"]
        self.assertEqual([deal["id"] for deal in newest], sorted((deal["id"] for deal in newest), reverse=True))
        for more, turn in ([], False), (["--descending"], True):
            titles = [deal["title"] for deal in self.database.ask("deal", "list", "P", "--sort", "title", *more)["deals"]]
            self.assertEqual(titles, sorted(titles, reverse=turn))
            self.assertEqual(len(titles), 12)

    def test_publication_asks_where_deals_go(self):
        self.import_deals(3)
        process = self.database.ask("process", "show", "P")
        gone = process["stages"].pop(0)["name"]
        path = self.database.file("shorter.json", json.dumps(process))
        # The same process under another name has no deals, and so no question.
        self.database.do("process", "import", path, "--name", "Q")
        self.database.do("process", "publish", "Q", "--with-errors")
        self.assertNotIn(gone, [stage["name"] for stage in self.stages("Q")])

    def test_ambiguous_dates_are_asked_about(self):
        stage = self.stages()[0]["name"]
        table = self.database.file("d.csv", "t,s,d\nA,Open,03/04/2026\nB,Open,05/06/2026\n")
        command = ["deal", "import", "P", table, "--map", "title=t", "--map", "stage=s",
                   "--map", "started=d", "--stage", f"Open={stage}"]
        before = self.database.dump()
        refused = self.database.run(*command)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("--date-order", refused.stderr)
        self.assertEqual(self.database.dump(), before)
        self.database.do(*command, "--date-order", "dmy")
        started = {deal["title"]: deal["started"] for deal in
                   self.database.ask("deal", "list", "P")["deals"]}
        self.assertEqual(started, {"A": "2026-04-03", "B": "2026-06-05"})


class Databases(CommandLine):
    def test_check_says_one_line_when_all_holds(self):
        self.make_process()
        result = self.database.run("database", "check")
        self.assertEqual((result.returncode, len(result.stdout.splitlines())), (0, 1))

    def test_backup_and_restore(self):
        self.make_process()
        backup = str(self.database.folder / "backup.db")
        self.database.do("database", "backup", backup)
        self.make_process("Q")
        self.database.do("database", "restore", backup)
        self.assertEqual([process["name"] for process in
                          self.database.ask("process", "list")["processes"]], ["P"])
        self.database.assert_holds()

    def test_sample_fills_a_database(self):
        self.database.do("database", "sample", "--deals", "200")
        self.database.assert_holds()
        total = sum(self.database.ask("deal", "list", process["name"], "--limit", "1")["total"]
                    for process in self.database.ask("process", "list")["processes"])
        self.assertGreaterEqual(total, 200)


if __name__ == "__main__":
    unittest.main(verbosity=2)
