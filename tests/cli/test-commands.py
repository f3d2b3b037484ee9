# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program's command line: what each subcommand prints and its
exit status, and that what is bad changes nothing."""

import contextlib
import json
import os
import re
import sqlite3
import subprocess
import unittest
from pathlib import Path

from command_case import ANSWERS, DONE, FAILED, MISUSED, TIMEOUT_SECONDS, CommandCase, answers, process_json

SUBCOMMANDS = {
    "process": "list new show check fix import export print publish delete undelete",
    "deal": "list add edit answer show move win lose refuse park unpark tactics import export delete undelete",
    "database": "check backup restore sample",
    "undo": "",
    "redo": "",
}

HEADERS = "id,name,who,step,amount,since,until\n"


class Usage(CommandCase):
    def test_help(self):
        for words in [["--help"], ["process", "--help"], ["deal", "--help"], ["database", "--help"]]:
            result = self.run_program(*words)
            self.assertEqual(result.returncode, DONE, words)
            self.assertIn(b"stagecraft", result.stdout)
        for group, verbs in SUBCOMMANDS.items():
            for verb in verbs.split() or [None]:
                words = [group, verb] if verb else [group]
                result = self.run_program(*words, "--help")
                self.assertEqual(result.returncode, DONE, words)
                self.assertIn(" ".join(["stagecraft", *words]).encode(), result.stdout)
                self.assertIn(b"--database", result.stdout)
                self.assertEqual(result.stderr, b"")

    def test_misuse(self):
        for words in [
            ["process"], ["deal"], ["nonsense"], ["process", "nonsense"], ["--nonsense"], ["--database"],
            ["process", "list", "--nonsense"], ["process", "list", "too much"], ["process", "show"],
            ["process", "show", "N", "too much"], ["process", "check", "N", "too much"], ["process", "delete", "N", "too much"],
            ["process", "undelete", "N", "too much"], ["process", "publish", "N", "too much"], ["process", "export", "N", "too much"],
            ["deal", "list", "N", "too much"], ["deal", "show", "1", "too much"], ["deal", "move", "1", "A", "too much"],
            ["deal", "win", "1", "too much"], ["deal", "lose", "1", "too much"], ["deal", "refuse", "1", "too much"],
            ["deal", "park", "1", "too much"], ["deal", "unpark", "1", "too much"], ["deal", "delete", "1", "too much"],
            ["deal", "undelete", "1", "too much"], ["deal", "export", "N", "too much"], ["undo", "too much"], ["redo", "too much"],
            ["database", "check", "too much"], ["database", "backup", "f", "too much"], ["database", "restore", "f", "too much"],
            ["process", "new"], ["process", "new", "--name", "N", *answers(selling="soft")],
            ["process", "new", "--name", "N", *answers()[:6]],
            ["process", "new", "--name", "N", "--language", "de", *answers()],
            ["process", "export", "N", "--format", "doc"], ["deal", "list", "N", "--status", "gone"],
            ["deal", "list", "N", "--limit", "-3"], ["deal", "list", "N", "--limit", "-1"], ["deal", "list", "N", "--limit", "many"],
            ["deal", "add", "N"], ["deal", "move", "1"], ["deal", "import", "N"],
            ["deal", "import", "N", "f.csv", "--map", "nonsense=x"], ["deal", "import", "N", "f.csv", "--map", "title"],
            ["deal", "import", "N", "f.csv", "--stage", "x"], ["deal", "import", "N", "f.csv", "--currency", "XYZ"],
            ["deal", "import", "N", "f.csv", "--date-order", "dym"],
            ["process", "show", b"\xff\xfe"], ["process", "publish", "N", "--move", "Old"], ["process", "print", "N", "--paper", "A99"],
        ]:
            result = self.run_command(*[os.fsdecode(word) for word in words])
            self.assertEqual(result.returncode, MISUSED, (words, result.stderr))
            self.assertTrue(result.stderr.startswith(b"stagecraft: "), words)
            self.assertEqual(result.stdout, b"")
        self.assertFalse(self.database.exists())

    def test_database_option_anywhere(self):
        for words in [
            ["--database", self.database, "process", "list"], ["process", "--database", self.database, "list"],
            ["process", "list", "--database", self.database], [f"--database={self.database}", "process", "list"],
            ["process", "list", f"--database={self.database}"],
        ]:
            with contextlib.suppress(FileNotFoundError):
                self.database.unlink()
            self.assertEqual(self.run_program(*words).returncode, DONE, words)
            self.assertTrue(self.database.exists(), words)

    def test_any_locale(self):
        for locale in ["C", "POSIX", "C.UTF-8", "ru_RU.UTF-8"]:
            name = f"Продажа {locale}"
            environment = {"LC_ALL": locale, "LANGUAGE": ""}
            result = self.run_command("process", "new", "--name", name, "--language", "ru", *answers(), "--json",
                                      environment=environment)
            self.assertEqual(result.returncode, DONE, result.stderr)
            self.assertEqual(json.loads(result.stdout)["name"], name)
            result = self.run_command("process", "show", "Нет такого", environment=environment)
            self.assertEqual(result.returncode, FAILED)
            self.assertIn("Нет такого", result.stderr.decode())

    def test_full_output(self):
        self.make_process()
        with open("/dev/full", "wb") as full:
            for words in [["process", "list"], ["process", "show", "C"], ["process", "show", "C", "--json"],
                          ["process", "export", "C", "--format", "svg"], ["process", "list", "--help"]]:
                self.assertEqual(self.run_command(*words, stdout=full).returncode, FAILED, words)


class Processes(CommandCase):
    def test_way(self):
        made = self.ask("process", "new", "--name", "C", *answers())
        self.assertEqual(made["format"], "stagecraft-process")
        self.assertEqual(made["version"], 1)
        self.assertEqual(made["status"], "draft")
        self.assertEqual(made["language"], "en")
        self.assertEqual(made["aspects"], {name.replace("-", "_"): value for name, value in ANSWERS.items()})
        self.assertTrue(5 <= len(made["stages"]) <= 7)
        self.assertEqual(sum(stage["client_mark"] for stage in made["stages"]), 1)
        for stage in made["stages"]:
            self.assertIn(stage["responsible"], [role["name"] for role in made["roles"]])
            self.assertTrue(0 <= stage["probability"] <= 1)
            self.assertIn(stage["duration"]["unit"], ["working-days", "working-hours"])

        self.assertEqual(self.ask("process", "check", "C"), {"findings": []})
        self.assertEqual(self.ask("process", "show", "C"), made)
        self.assertEqual(self.ask("process", "publish", "C")["status"], "published")
        self.assertEqual(self.ask("process", "show", "C")["status"], "published")
        listed = self.ask("process", "list")["processes"]
        self.assertEqual([(row["name"], row["has_draft"], row["has_published"]) for row in listed], [("C", False, True)])

    def test_show_tells_what_reps_are_led_by(self):
        self.do("process", "new", "--name", "C", *answers())
        shown = self.do("process", "show", "C")
        stages = self.ask("process", "show", "C")["stages"]
        for number, stage in enumerate(stages, 1):
            self.assertIn(f"\n{number}. {stage['name']}\n", shown)
            for criterion in stage["exit_criteria"]:
                required = "required" if criterion["is_required"] else "advised"
                self.assertRegex(shown, f"\n  {required} +{re.escape(criterion['text'])}")
            for tactic in stage["tactics"]:
                self.assertRegex(shown, f"\n  {tactic['kind'].capitalize()} +{re.escape(tactic['title'])}\n")
        self.assertEqual(shown.count("If the client refuses: "), len(stages))

    def test_a_long_name_does_not_touch_the_next_column(self):
        name = "A name that is longer than the column that it stands in"
        self.make_process(name)
        self.assertRegex(self.do("process", "list"), f"{name}  ")

    def test_russian(self):
        made = self.ask("process", "new", "--name", "Р", "--language", "ru", *answers())
        self.assertEqual(made["language"], "ru")
        self.assertTrue(all(ord(stage["name"][0]) > 0x400 for stage in made["stages"]))

    def test_export_round_trip(self):
        self.do("process", "new", "--name", "C", *answers())
        first, second, third = (self.folder / name for name in ("1.json", "2.json", "3.json"))
        self.do("process", "export", "C", "--format", "json", "-o", first)
        self.assertEqual(self.do("process", "show", "C", "--json"), first.read_text())

        # Into another database it is the same, ids and all.
        self.database = self.folder / "other.db"
        self.do("process", "import", first)
        self.do("process", "export", "C", "--format", "json", "-o", second)
        self.assertEqual(second.read_text(), first.read_text())

        # Beside itself it is the same but for name and ids, and what names an id names its own.
        self.do("process", "import", first, "--name", "Copy")
        self.do("process", "export", "Copy", "--format", "json", "-o", third)
        original, copy = json.loads(first.read_text()), json.loads(third.read_text())
        self.assertEqual(set(self.list_ids(original)) & set(self.list_ids(copy)), set())
        self.assertEqual({**self.number_ids(copy), "name": "C"}, self.number_ids(original))

    def list_ids(self, value):
        if isinstance(value, dict):
            own = [value["id"]] if "id" in value else []
            return own + [id for part in value.values() for id in self.list_ids(part)]
        return [id for part in value for id in self.list_ids(part)] if isinstance(value, list) else []

    def number_ids(self, process):
        text = json.dumps(process)
        for number, id in enumerate(self.list_ids(process)):
            text = text.replace(id, f"id {number}")
        return json.loads(text)

    def test_export_formats(self):
        self.do("process", "new", "--name", "C", *answers())
        for name, start in {"svg": b"<?xml", "pdf": b"%PDF", "png": b"\x89PNG", "json": b"{"}.items():
            path = self.folder / f"scheme.{name}"
            self.do("process", "export", "C", "--format", name, "-o", path)
            self.assertTrue(path.read_bytes().startswith(start), name)

    def test_every_format_is_documented(self):
        text = self.run_program("process", "export", "--help").stdout.decode()
        formats = re.search(r"--format=([a-z|]+)", text)[1].split("|")
        top = Path(__file__).resolve().parents[2]
        for path, separator in [("docs/command-line.md", "\\|"), ("data/stagecraft.1", " | "), ("data/stagecraft.bash-completion", " ")]:
            self.assertIn(separator.join(formats), (top / path).read_text("utf-8"), path)
        self.make_process("N")
        for name in formats:
            self.do("process", "export", "N", "--format", name, "--output", self.folder / f"n.{name}")
        self.assertIn(", ".join(formats), self.run_command("process", "export", "N", "--format", "doc").stderr.decode())

    def test_backup_to_nowhere(self):
        self.do("process", "list")
        path = self.folder / "no" / "copy.db"
        self.refuse("database", "backup", path, saying=str(path))

    def test_print(self):
        self.do("process", "new", "--name", "C", *answers())
        tools = self.folder / "bin"
        tools.mkdir()
        lp = tools / "lp"
        lp.write_text('#!/bin/sh\nprintf "%s\\n" "$@" >"$PRINTED.words"\ncat >"$PRINTED"\n')
        lp.chmod(0o755)
        printed = self.folder / "printed"
        environment = {"PATH": f"{tools}:{os.environ['PATH']}", "PRINTED": str(printed)}
        result = self.run_command("process", "print", "C", "--printer", "office", environment=environment)
        self.assertEqual(result.returncode, DONE, result.stderr)
        self.assertTrue(printed.read_bytes().startswith(b"%PDF"))
        self.assertEqual(Path(f"{printed}.words").read_text().split(), ["-t", "C", "-o", "media=A4", "-d", "office"])

        lp.write_text("#!/bin/sh\nexit 3\n")
        self.assertEqual(self.run_command("process", "print", "C", environment=environment).returncode, FAILED)
        lp.unlink()
        environment["PATH"] = str(tools)
        self.assertEqual(self.run_command("process", "print", "C", environment=environment).returncode, FAILED)

    def test_errors_are_fixed(self):
        path = self.file("bad.json", process_json(
            aspects={"selling": "consultative", "novelty": "innovative", "demand": "formed", "market": "b2b",
                     "offer": "product", "payment_terms": "after-onboarding"},
            stages=[{"name": "", "kinds": ["prospecting"]}, {"name": "A", "kinds": ["contract"]},
                    {"name": "a ", "kinds": ["payment"]}]))
        self.do("process", "import", path)
        result = self.run_command("process", "check", "N", "--json")
        self.assertEqual(result.returncode, FAILED)
        findings = json.loads(result.stdout)["findings"]
        self.assertTrue({"rule", "source", "severity", "stages", "message", "fixes"} <= set(findings[0]))
        self.assertIn(findings[0]["source"], ["T", "O"])
        self.assertTrue(findings[0]["fixes"][0]["label"])
        self.refuse("process", "publish", "N", saying="--with-errors")
        self.assertTrue(self.ask("process", "fix", "N")["fixes"])
        self.assertEqual(self.run_command("process", "check", "N").returncode, DONE)
        self.do("process", "publish", "N")

        # A published process is fixed in a draft.
        self.do("process", "import", path, "--name", "M")
        self.do("process", "publish", "M", "--with-errors")
        self.do("process", "fix", "M")
        self.assertEqual(self.ask("process", "show", "M")["status"], "draft")

    def test_refusals_that_lead_nowhere(self):
        """They come in, are found, and stay where an error is fixed."""
        path = self.file("r.json", process_json(stages=[
            {"id": "n", "name": "Needs", "kinds": ["needs-discovery"]},
            {"name": "Offer", "kinds": ["proposal"], "client_mark": True, "refusal": {"what": "back", "stage": "Gone"}},
            {"name": "Signing", "kinds": ["contract"], "refusal": {"what": "back", "stage_id": "n"}}]))
        self.do("process", "import", path)

        def ours():
            result = json.loads(self.run_command("process", "check", "N", "--json").stdout)
            return {(finding["rule"], *finding["stages"]): [fix["label"] for fix in finding["fixes"]]
                    for finding in result["findings"] if finding["rule"] in ("mark-before-payment", "refusal-nowhere")}

        nowhere = {
            ("refusal-nowhere", "Offer"): ["Send a refused deal of “Offer” back to “Needs”",
                                           "Do not send a refused deal of “Offer” back"],
            ("refusal-nowhere", "Signing", "Needs"): ["Do not send a refused deal of “Signing” back"],
        }
        self.assertEqual(ours(), nowhere)
        self.assertTrue(self.ask("process", "fix", "N")["fixes"])
        self.assertEqual(self.run_command("process", "check", "N").returncode, DONE)
        self.assertEqual(ours(), nowhere | {
            ("mark-before-payment", "Offer", "Payment tracking"): ["Let the client mark follow payment again"]})

    def test_faulty_ones_come_in(self):
        stage = {"name": "S", "kinds": ["payment"]}
        for name, stages in {"none": [], "twenty": [stage] * 20, "unnamed": [{"name": "", "kinds": ["other"]}] * 2}.items():
            self.do("process", "import", self.file("f.json", process_json(name=name, stages=stages)))
        self.refuse("process", "publish", "none", saying="no stages")
        self.refuse("process", "publish", "none", "--with-errors", saying="no stages")

    def test_what_names_an_id_follows_it(self):
        """The second one gets ids of its own, and answers and refusals name its own."""
        stages = [
            {"id": "a", "name": "Needs", "kinds": ["needs-discovery"],
             "exit_criteria": [{"id": "b", "text": "What for?", "question": {"type": "choice", "choices": ["Fun"]}}],
             "refusal": {"what": "park", "after": {"value": 60}}},
            {"name": "Offer", "kinds": ["proposal"], "refusal": {"what": "back", "stage_id": "a"},
             "tactics": [{"kind": "letter", "title": "Offer", "text": "For {answer:b}", "when": {"labels": ["Hot"]}}]},
        ]
        self.do("process", "import", self.file("f.json", process_json(stages=stages)))
        self.file("g.json", self.do("process", "show", "N", "--json"))
        self.do("process", "import", self.folder / "g.json", "--name", "M")
        seen = set()
        for name in "N", "M":
            needs, offer = self.ask("process", "show", name)["stages"]
            question, tactic = needs["exit_criteria"][0], offer["tactics"][0]
            self.assertEqual(tactic["text"], f"For {{answer:{question['id']}}}")
            self.assertEqual((tactic["kind"], tactic["when"]), ("letter", {"loss_reasons": [], "sources": [], "labels": ["Hot"]}))
            self.assertEqual(question["question"], {"type": "choice", "choices": ["Fun"]})
            self.assertEqual(offer["refusal"], {"what": "back", "stage": "Needs", "stage_id": needs["id"], "after": None})
            self.assertEqual(needs["refusal"]["after"], {"value": 60, "unit": "working-days"})
            seen |= {needs["id"], offer["id"], question["id"], tactic["id"]}
        self.assertEqual(len(seen), 8)

    def test_import_from_a_pipe(self):
        with subprocess.Popen(["cat", self.file("n.json", process_json())], stdout=subprocess.PIPE) as cat:
            result = subprocess.run([os.environ["STAGECRAFT"], "--database", self.database, "process", "import", "/dev/stdin"],
                                    stdin=cat.stdout, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
        self.assertEqual(result.returncode, DONE, result.stderr)
        self.assertEqual(self.ask("process", "show", "N")["name"], "N")

    def test_import_from_a_pipe_without_end(self):
        with subprocess.Popen(["cat", "/dev/zero"], stdout=subprocess.PIPE) as cat:
            result = subprocess.run([os.environ["STAGECRAFT"], "--database", self.database, "process", "import", "/dev/stdin"],
                                    stdin=cat.stdout, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
        self.assertEqual((result.returncode, b"64 MiB" in result.stderr), (FAILED, True), result.stderr)

    def test_bad_files(self):
        self.make_process()
        stages = [{"name": str(i), "kinds": ["payment"]} for i in range(5)]
        good = process_json(stages=stages)
        cases = {
            "stages[3].probability": good.replace('"3", "kinds"', '"3", "probability": 1.5, "kinds"'),
            "stages[4].client_mark": process_json(stages=[{**stage, "client_mark": i > 2} for i, stage in enumerate(stages)]),
            "stages[0].kinds[0]": process_json(stages=[{"name": "A", "kinds": ["magic"]}]),
            "stages[1].kinds": process_json(stages=[stages[0], {"name": "A"}]),
            "version": good.replace('"version": 1', '"version": 2'),
            "64 levels": "[" * 100000,
            "UTF-8": good.replace("N", "\udcff").encode("utf-8", "surrogateescape"),
            "Line 1": "not json",
            "empty": "",
            "This is not text": b"\0\1\2",
            "1 MiB": process_json(description="x" * 1100000),
        }
        for place, contents in cases.items():
            self.refuse("process", "import", self.file("bad.json", contents), saying=place)
        self.refuse("process", "import", self.folder / "missing.json", saying="missing.json")
        self.refuse("process", "import", self.folder, saying=str(self.folder))
        huge = self.file("huge.json", "")
        for size in (64 * 1024 * 1024 + 1, 10_000_000_000):
            os.truncate(huge, size)
            self.refuse("process", "import", huge, saying="64 MiB")
        os.truncate(huge, 64 * 1024 * 1024)
        self.refuse("process", "import", huge, saying="Line 1")
        self.refuse("process", "import", self.file("taken.json", process_json(name="C")), saying="C")

    def test_bad_places(self):
        self.make_process()
        self.refuse("process", "export", "C", "--format", "svg", "-o", "/dev/full")
        self.refuse("process", "export", "C", "--format", "json", "-o", self.folder)
        self.refuse("process", "export", "C", "--format", "pdf", "-o", self.folder / "no" / "such" / "folder.pdf")
        self.refuse("process", "show", "X", saying="X")
        self.refuse("process", "new", "--name", "C", *answers(), saying="C")
        self.refuse("process", "new", "--name", "   ", *answers())


class Databases(CommandCase):
    def test_what_is_no_database_is_left_alone(self):
        for contents in [b"not a database", b"\0" * 4096, b"SQLite format 3\0" + b"x" * 2000]:
            self.database.write_bytes(contents)
            for words in [["process", "list"], ["process", "new", "--name", "N", *answers()], ["deal", "list", "N"],
                          ["database", "check"]]:
                result = self.run_command(*words)
                self.assertEqual(result.returncode, FAILED, (words, result.stdout))
                self.assertTrue(result.stderr.startswith(b"stagecraft: "))
                self.assertEqual(self.database.read_bytes(), contents, words)
        self.database.unlink()

    def test_a_folder_is_no_database(self):
        self.database.mkdir()
        result = self.run_command("process", "list")
        self.assertEqual(result.returncode, FAILED)
        self.database = self.folder / "no" / "folder.db"
        self.assertEqual(self.run_command("process", "list").returncode, FAILED)

    @unittest.skipIf(os.geteuid() == 0, "the superuser may write everything")
    def test_read_only(self):
        self.make_process()
        self.database.chmod(0o444)
        self.folder.chmod(0o555)
        try:
            self.assertEqual(self.run_command("process", "list").returncode, DONE)
            self.assertEqual(self.run_command("process", "new", "--name", "N", *answers()).returncode, FAILED)
        finally:
            self.folder.chmod(0o755)

    def test_locked(self):
        self.make_process()
        with contextlib.closing(sqlite3.connect(self.database, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            result = self.run_command("process", "new", "--name", "N", *answers())
            connection.execute("ROLLBACK")
        self.assertEqual(result.returncode, FAILED)
        self.assertTrue(result.stderr.startswith(b"stagecraft: "))
        self.assertEqual(len(self.ask("process", "list")["processes"]), 1)


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


class Undo(CommandCase):
    def list_titles(self, name):
        return sorted(deal["title"] for deal in self.ask("deal", "list", name)["deals"])

    def test_last_first(self):
        self.do("process", "list")
        self.refuse("undo", saying="nothing to undo")
        self.refuse("redo", "--json", saying="nothing to redo")
        self.make_process()
        self.do("deal", "add", "C", "--title", "One")
        self.do("deal", "add", "C", "--title", "Two")
        undone = self.ask("undo")
        self.assertEqual(undone, {"undone": "Add “Two”", "change": undone["change"], "left_alone": []})
        self.assertEqual(self.list_titles("C"), ["One"])
        self.assertEqual(self.ask("redo"), {"redone": "Add “Two”", "change": undone["change"], "left_alone": []})
        self.assertEqual(self.ask("undo")["change"], undone["change"])
        self.assertEqual(self.do("undo"), "Undone: Add “One”\n")
        self.assertEqual(self.list_titles("C"), [])

        # What is new ends what could be made again.
        self.do("deal", "add", "C", "--title", "Three")
        self.refuse("redo", saying="nothing to redo")
        self.assertEqual(self.ask("undo")["undone"], "Add “Three”")

        # A publication is taken back without a question, and the process itself.
        self.assertEqual(self.ask("undo")["undone"], "Publish “C”")
        self.ask("undo")
        self.assertEqual(self.ask("process", "list")["processes"], [])
        self.refuse("undo", saying="nothing to undo")

    def test_much_at_once(self):
        self.do("database", "sample", "--deals", "200")
        names = [process["name"] for process in self.ask("process", "list")["processes"]]

        def look():
            return [(self.ask("process", "show", name), self.ask("deal", "list", name, "--sort", "title"))
                    for name in names]

        before = look()
        for _ in range(2):
            self.assertEqual(self.ask("undo")["left_alone"], [])
            self.assertEqual(self.ask("process", "list")["processes"], [])
            self.assertEqual(self.ask("redo")["left_alone"], [])
            self.assertEqual(look(), before)

    def test_of_one_process(self):
        for name in "CD":
            self.make_process(name)
            self.do("deal", "add", name, "--title", f"In {name}")
        self.assertEqual(self.ask("undo", "--process", "c")["undone"], "Add “In C”")
        self.assertEqual((self.list_titles("C"), self.list_titles("D")), ([], ["In D"]))
        self.refuse("redo", "--process", "D", saying="nothing to redo")
        self.ask("redo", "--process", "C")
        self.assertEqual(self.list_titles("C"), ["In C"])
        self.refuse("undo", "--process", "E", saying="E")
        self.do("undo", "--process", "C")
        self.do("undo", "--process", "C")
        self.do("undo", "--process", "C")
        self.assertEqual([process["name"] for process in self.ask("process", "list")["processes"]], ["D"])
        self.refuse("undo", "--process", "C", saying="nothing to undo")
        self.do("redo", "--process", "C")
        self.assertEqual(len(self.ask("process", "list")["processes"]), 2)

    def test_left_alone(self):
        self.make_process()
        number = self.ask("deal", "add", "C", "--title", "One")["id"]
        with contextlib.closing(sqlite3.connect(self.database)) as database, database:
            database.execute("INSERT INTO user (login, name, name_key) VALUES ('else', 'Else', 'else')")
            database.execute("INSERT INTO change (made_at, user_id, window, scope, name, inverse)"
                             " SELECT 1, (SELECT max(id) FROM user), 'else', 'deals', 'Else', inverse"
                             " FROM change ORDER BY id DESC LIMIT 1")
            database.execute("UPDATE deal SET title = 'Theirs', search = replace(search, 'one', 'theirs'),"
                             " revision = (SELECT max(id) FROM change)")
        result = self.ask("undo")
        self.assertEqual((result["undone"], result["left_alone"]), ("Add “One”", ["Theirs"]))
        self.assertEqual(self.ask("deal", "show", number)["title"], "Theirs")


class Import(CommandCase):
    def setUp(self):
        super().setUp()
        self.make_process()
        self.maps = ["--map", "external_id=id", "--map", "title=name", "--map", "company=who", "--map", "stage=step",
                     "--map", "value=amount", "--map", "started=since", "--map", "closed=until",
                     "--stage", "Won=@won", "--stage", "Lost=@lost", "--stage", "Done=@completed",
                     "--stage", f"Talk={self.stages[1]}", "--currency", "USD"]

    def import_table(self, rows, *more):
        return self.ask("deal", "import", "C", self.file("deals.csv", HEADERS + rows), *self.maps, *more)

    def deals(self):
        return {deal["external_id"]: deal for deal in self.ask("deal", "list", "C")["deals"]}

    def test_way(self):
        rows = ("1,One,Acme,Talk,100,2026-01-02,\n2,Two,Acme,Won,1054.5,2026-01-02,2026-02-03\n"
                "3,Three,Ltd,Lost,,2026-01-02,2026-03-03\n4,Four,Ltd,Done,7,2026-01-02,2026-03-03\n"
                "5,Five,Ltd,\"Talk\",\"1,000\",,\n")
        dry = self.import_table(rows, "--dry-run")
        self.assertEqual((dry["read"], dry["added"]), (5, 5))
        self.assertEqual(self.deals(), {})
        self.assertEqual({name: value for name, value in self.import_table(rows).items() if name in
                          ("read", "added", "updated", "unchanged", "refused")},
                         {"read": 5, "added": 5, "updated": 0, "unchanged": 0, "refused": []})
        deals = self.deals()
        self.assertEqual([deals[str(i)]["status"] for i in range(1, 6)], ["open", "won", "lost", "completed", "open"])
        self.assertEqual(deals["1"]["stage"], self.stages[1])
        self.assertEqual(deals["2"]["stage"], self.stages[-1])
        self.assertEqual(deals["2"]["value"], {"minor": 105450, "currency": "USD"})
        self.assertEqual((deals["2"]["started"], deals["2"]["closed"]), ("2026-01-02", "2026-02-03"))
        self.assertEqual(deals["5"]["value"]["minor"], 100000)

        again = self.import_table(rows)
        self.assertEqual((again["added"], again["updated"], again["unchanged"]), (0, 0, 5))
        changed = self.import_table(rows.replace("100,", "101,", 1))
        self.assertEqual((changed["updated"], changed["unchanged"]), (1, 4))
        self.assertEqual(self.deals()["1"]["value"]["minor"], 10100)

    def test_refused_rows(self):
        report = self.import_table(
            "1,One,Acme,Talk,100,2026-01-02,\n2,Two,Acme,Nowhere,1,,\n3,Three,Acme,Talk,many,,\n4,Four,Acme,Talk,-5,,\n"
            "5,Five,Acme,Talk,99999999999999999,,\n6,Six,Acme,Talk,1,2026-02-30,\n7,Seven,Acme,Talk,1,0001-01-01,\n"
            "8,Eight,Acme,Talk,1,,,x\n,,,Talk,1,,\n10," + "x" * 2000 + ",Acme,Talk,1,,\n")
        self.assertEqual((report["read"], report["added"], len(report["refused"])), (10, 1, 9))
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]],
                         [(3, "step"), (4, "amount"), (5, "amount"), (6, "amount"), (7, "since"), (8, "since"),
                          (9, None), (10, None), (11, "name")])
        self.assertTrue(all(row["reason"].endswith(".") for row in report["refused"]))

    def test_lost_deals_keep_their_stage(self):
        table = ("Deal - Title;Deal - Stage;Deal - Status;Deal - Expected close date\n"
                 f"A;{self.stages[2]};Lost;\nB;{self.stages[2]};Open;2026-05-06\nC;{self.stages[2]};Won;\n")
        self.do("deal", "import", "C", self.file("pipedrive.csv", table))
        deals = {deal["title"]: deal for deal in self.ask("deal", "list", "C")["deals"]}
        self.assertEqual((deals["A"]["status"], deals["A"]["stage"]), ("lost", self.stages[2]))
        self.assertEqual((deals["B"]["status"], deals["B"]["expected_close"]), ("open", "2026-05-06"))
        self.assertEqual((deals["C"]["status"], deals["C"]["stage"]), ("won", self.stages[-1]))
        self.assertEqual(self.ask("deal", "list", "C", "--status", "open")["total"], 1)

    def test_lost_deals_are_known_without_a_status(self):
        rows = {"Lost Reason": "Price", "Deal - Lost reason": "Price", "Deal - Lost time": "2026-03-03 10:00:00"}
        for number, (header, text) in enumerate(rows.items()):
            name = f"Lost {number}"
            self.make_process(name)
            table = f"Opportunity,Stage,{header}\nA,{self.stages[2]},\nB,{self.stages[2]},{text}\nC,Won,\n"
            self.do("deal", "import", name, self.file("lost.csv", table))
            deals = {deal["title"]: deal for deal in self.ask("deal", "list", name)["deals"]}
            self.assertEqual([deals[title]["status"] for title in "ABC"], ["open", "lost", "won"], header)
            self.assertEqual(deals["B"]["stage"], self.stages[2])
            self.assertEqual(deals["B"]["loss_reason"], "Price" if "reason" in header.lower() else None)

    def test_a_deal_is_lost_where_it_stands(self):
        self.import_table("1,One,Acme,Talk,100,2026-01-02,\n")
        self.import_table("1,One,Acme,Lost,100,2026-01-02,2026-02-03\n")
        self.assertEqual((self.deals()["1"]["stage"], self.deals()["1"]["status"]), (self.stages[1], "lost"))
        self.assertEqual(self.import_table("1,One,Acme,Lost,100,2026-01-02,2026-02-03\n")["unchanged"], 1)
        self.import_table("1,One,Acme,Won,100,2026-01-02,2026-02-03\n")
        for again in [0, 1]:
            report = self.import_table("1,One,Acme,Lost,100,2026-01-02,2026-02-03\n")
            self.assertEqual((self.deals()["1"]["status"], report["unchanged"]), ("ended-early", again))

    def test_closed_is_a_day_or_a_flag(self):
        table = ("ID;Deal Name;Stage;Income;Currency;Responsible;Closed;Deal status\n"
                 f"1;A;{self.stages[2]};1000,50;RUB;Bob;N;In progress\n2;B;Deal lost;7;RUB;Bob;Y;Lost\n"
                 "3;C;Deal won;1 000,50;RUB;Bob;Y;Won\n")
        self.assertEqual(self.ask("deal", "import", "C", self.file("bitrix.csv", table))["refused"], [])
        deals = self.deals()
        self.assertEqual([deals[number]["status"] for number in "123"], ["open", "lost", "won"])
        self.assertEqual([deals[number]["value"]["minor"] for number in "123"], [100050, 700, 100050])

    def test_one_column_for_two_fields(self):
        path = self.file("deals.csv", "key,who,note,note\nK1,Acme,a,b\n")
        words = ["deal", "import", "C", path, "--map", "external_id=key", "--map", "title=key", "--map", "company=who",
                 "--map", "note=note"]
        self.assertEqual(self.ask(*words)["added"], 1)
        deal = self.deals()["K1"]
        self.assertEqual((deal["title"], deal["company"], deal["note"]), ("K1", "Acme", "a\nb"))
        self.assertEqual(self.ask(*words)["unchanged"], 1)

    def test_a_stage_may_be_called_as_a_status(self):
        stages = [{"name": name, "kinds": ["payment"]} for name in ("Open", "Lost", "Pay")]
        self.do("process", "import", self.file("odd.json", process_json(stages=stages)))
        self.do("process", "publish", "N", "--with-errors")
        self.do("deal", "import", "N", self.file("deals.csv", "title,stage,status\nA,Lost,Open\nB,Open,Lost\n"))
        deals = {deal["title"]: deal for deal in self.ask("deal", "list", "N")["deals"]}
        self.assertEqual([(deals[title]["stage"], deals[title]["status"]) for title in "AB"],
                         [("Lost", "open"), ("Open", "lost")])

    def test_amounts(self):
        amounts = {
            "1054": 105400, "$1,234.56": 123456, "1.234.567": 123456700, "1.054,50": 105450, "12,34,567.5": 123456750,
            "1 054,5": 105450, "1\u00a0054.5": 105450, "1'234.50": 123450, ".5": 50, "USD 5": 500, "5 $": 500,
            "1,2,3": None, "2026.01.02": None, "1,234,56": None, "1 2 3": None, "1e5": None, "0x10": None, "50%": None,
            "-5": None, "(5)": None, "−5": None, "NaN": None, "9" * 17: None, ".": None,
        }
        report = self.import_table("".join(f'{i},A,,Talk,"{text}",,\n' for i, text in enumerate(amounts)))
        deals = self.deals()
        got = {text: deals[str(i)]["value"]["minor"] if str(i) in deals else None for i, text in enumerate(amounts)}
        self.assertEqual(got, amounts)
        self.assertEqual({row["column"] for row in report["refused"]}, {"amount"})

    def test_dates_that_contradict(self):
        rows = "1,One,Acme,Talk,1,31/12/2026,\n2,Two,Acme,Talk,1,12/31/2026,\n"
        message = self.refuse("deal", "import", "C", self.file("deals.csv", HEADERS + rows), *self.maps, saying="contradict")
        self.assertIn("--date-order", message)
        self.assertEqual([row["line"] for row in self.import_table(rows, "--date-order", "dmy")["refused"]], [3])

    def test_what_is_no_file(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        self.refuse("deal", "import", "C", pipe, saying="is a pipe")
        self.refuse("process", "import", pipe, saying="empty")
        self.refuse("process", "import", "/dev/zero", saying="is no file")
        self.refuse("deal", "import", "C", "/dev/zero", saying="is no file")
        with subprocess.Popen(["cat", self.file("deals.csv", "title\nA\n")], stdout=subprocess.PIPE) as cat:
            result = subprocess.run([os.environ["STAGECRAFT"], "--database", self.database, "deal", "import", "C", "/dev/stdin"],
                                    stdin=cat.stdout, capture_output=True, timeout=TIMEOUT_SECONDS, check=False)
        self.assertEqual((result.returncode, b"is a pipe" in result.stderr), (FAILED, True))

    def test_dates_are_never_guessed(self):
        rows = "1,One,Acme,Talk,1,03/04/2026,\n"
        path = self.file("deals.csv", HEADERS + rows)
        self.refuse("deal", "import", "C", path, *self.maps, saying="--date-order")
        for order, day in {"dmy": "2026-04-03", "mdy": "2026-03-04"}.items():
            self.import_table(rows, "--date-order", order)
            self.assertEqual(self.deals()["1"]["started"], day)
        self.import_table(rows + "2,Two,Acme,Talk,1,31/12/2026,\n")
        self.assertEqual(self.deals()["1"]["started"], "2026-04-03")
        report = self.import_table(rows + "2,Two,Acme,Talk,1,31/12/2026,\n", "--date-order", "mdy")
        self.assertEqual([row["line"] for row in report["refused"]], [3])

    def test_export_is_the_same(self):
        self.import_table("1,One,Acme,Talk,100,2026-01-02,\n2,\"T\"\"w,o\",Acme,Won,1054.5,2026-01-02,2026-02-03\n"
                          "3,Three,Ltd,Lost,,2026-01-02,2026-03-03\n4,Four,Ltd,Done,7,2026-01-02,2026-03-03\n")
        first, second, process = (self.folder / name for name in ("1.csv", "2.csv", "c.json"))
        self.do("deal", "export", "C", "-o", first)
        self.do("process", "export", "C", "--format", "json", "-o", process)
        self.database = self.folder / "other.db"
        self.do("process", "import", process)
        self.do("process", "publish", "C")
        self.do("deal", "import", "C", first)
        self.do("deal", "export", "C", "-o", second)
        self.assertEqual(sorted(first.read_text().splitlines()), sorted(second.read_text().splitlines()))

    def test_bad_tables(self):
        self.do("deal", "add", "C", "--title", "Here already")
        good = "1,One,Acme,Talk,1,,\n"
        cases = {
            "Line 2, column 7: This is not UTF-8": (HEADERS + "1,One,\udcffAcme,Talk,1,,\n").encode("utf-8", "surrogateescape"),
            "This is not text": HEADERS.encode() + b"1,\0\0,A,Talk,1,,\n",
            "is empty": "",
            "1 MiB": HEADERS + "1," + "x" * 1100000 + ",A,Talk,1,,\n",
            "There is no column “id”": "a,b\n1,2\n",
        }
        for saying, contents in cases.items():
            self.refuse("deal", "import", "C", self.file("bad.csv", contents), *self.maps, saying=saying)
        self.refuse("deal", "import", "C", self.file("bad.csv", "a,b\n1,2\n"), saying="--map title=")
        self.refuse("deal", "import", "C", self.folder / "missing.csv", saying="missing.csv")
        self.refuse("deal", "import", "C", self.folder)
        path = self.file("good.csv", HEADERS + good)
        self.refuse("deal", "import", "Nothing", path, saying="Nothing")
        self.refuse("deal", "import", "C", path, *self.maps, "--stage", "Talk=Nowhere", saying="Nowhere")
        huge = self.file("huge.csv", HEADERS)
        os.truncate(huge, 10_000_000_000)
        self.refuse("deal", "import", "C", huge, *self.maps, saying="2 GiB")

    def test_bad_late_in_the_table_writes_nothing(self):
        rows = "".join(f"{i},Deal {i},Acme,Talk,1,,\n" for i in range(20000))
        self.refuse("deal", "import", "C", self.file("bad.csv", HEADERS + rows + "x,\0\n"), *self.maps, saying="Line 20002")

    def test_separators_and_encodings(self):
        rows = HEADERS + "1,Один,Рога,Talk,\"1 054,50\",2026-01-02,\n"
        for number, contents in enumerate([
            rows.encode("utf-8-sig"), rows.encode("utf-16"), rows.replace("\n", "\r\n").encode(),
            rows.replace("1 054,50", "1 054.50").replace(",", ";").encode(),
            rows.replace('"1 054,50"', "1054.50").replace(",", "\t").encode(),
        ]):
            path = self.file("deals.csv", contents)
            report = self.ask("deal", "import", "C", path, *self.maps)
            self.assertEqual((report["read"], report["refused"]), (1, []), number)
            self.assertEqual((self.deals()["1"]["title"], self.deals()["1"]["value"]["minor"]), ("Один", 105450), number)


if __name__ == "__main__":
    unittest.main(verbosity=2)
