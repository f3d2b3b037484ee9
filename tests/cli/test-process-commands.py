# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes on the command line: what each subcommand prints and its exit status, and that
what is bad changes nothing."""

import json
import os
import re
import subprocess
import unittest
from pathlib import Path

from command_case import ANSWERS, DONE, FAILED, TIMEOUT_SECONDS, CommandCase, answers, process_json


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


if __name__ == "__main__":
    unittest.main(verbosity=2)
