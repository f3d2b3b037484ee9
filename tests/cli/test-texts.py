# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command line prints for people: nothing in a name speaks to their
terminal, and what they read is in their words."""

import json
import unittest

from command_case import DONE, FAILED, CommandCase, process_json

# A colour, a bell, a window's title and a form feed; the same introduced by C1;
# every mark, embedding, override and isolate.
HOSTILE = "N\x1b[31m\x07\x1b]0;owned\x07\x0c\x7f\x9b31m\x9d\x85" + "".join(
    map(chr, [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
) + "E"
FORBIDDEN = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"

RUSSIAN = {"LC_ALL": "ru_RU.UTF-8", "LANGUAGE": "ru"}


class Terminal(CommandCase):
    def say(self, *words):
        result = self.run_command(*words)
        for text in (result.stdout.decode(), result.stderr.decode()):
            self.assertNotRegex(text, FORBIDDEN, words)
        return result

    def test_names_say_nothing_to_it(self):
        path = self.file("n.json", process_json(name=HOSTILE, description=HOSTILE, stages=[
            {"name": f"{HOSTILE} {kind}", "kinds": [kind], "goal": HOSTILE, "exit_criteria": [{"text": HOSTILE}]}
            for kind in ["inbound-request", "proposal", "contract", "payment"]
        ]))
        made = self.ask("process", "import", path)
        name, stages = made["name"], [stage["name"] for stage in made["stages"]]
        for words in [["process", "show", name], ["process", "check", name],
                      ["process", "publish", name], ["process", "publish", name, "--with-errors"]]:
            self.say(*words)
        self.assertEqual(self.ask("process", "list")["processes"][0]["name"], name)
        texts = {"title": f"T{HOSTILE}", "company": HOSTILE, "person": HOSTILE, "owner": HOSTILE, "source": HOSTILE,
                 "label": HOSTILE, "note": HOSTILE}
        added = self.ask("deal", "add", name, *[word for field, text in texts.items() for word in (f"--{field}", text)])
        # JSON has what was typed.
        self.assertEqual({field: added[field] for field in texts}, texts)

        table = self.file("t.csv", f"title,stage\n{HOSTILE},Nowhere {HOSTILE}\n")
        for words in [
            ["process", "list"], ["process", "fix", name], ["process", "show", HOSTILE * 2], ["process", "export", name, HOSTILE],
            ["deal", "list", name], ["deal", "move", "1", stages[2]], ["deal", "move", "1", HOSTILE],
            ["deal", "lose", "1", "--reason", HOSTILE], ["deal", "win", "1"], ["deal", "show", "1"], ["deal", "show", HOSTILE],
            ["deal", "list", name, "--status", HOSTILE], ["deal", "list", name, "--stage", HOSTILE], [HOSTILE],
            ["deal", HOSTILE], ["deal", "list", f"--{HOSTILE}"], ["deal", "import", name, table],
            ["deal", "import", name, table, "--map", HOSTILE], ["deal", "import", name, HOSTILE],
            ["database", "check"], ["database", "backup", self.folder / HOSTILE], ["database", "restore", self.folder / HOSTILE],
        ]:
            self.say(*words)
        exported = self.do("deal", "export", name)
        self.assertIn(texts["title"], exported)

    def test_a_name_begins_no_line(self):
        name = "N\nForged\r\nForged"
        self.make_process(name)
        self.do("deal", "add", name, "--title", name, "--company", name, "--note", name)
        for words in [
            ["process", "list"], ["process", "show", name], ["process", "check", name], ["process", "publish", name],
            ["process", "fix", name], ["process", "show", f"{name}s"], ["process", "delete", name], ["deal", "list", name],
            ["deal", "move", "1", name], ["deal", "show", "1"], ["deal", "lose", "1", "--reason", name], ["undo"], ["redo"],
            ["deal", "delete", "1"], ["deal", "list", name, "--deleted"], ["deal", "undelete", "1"],
            ["process", "delete", name, "--with-deals"], ["process", "list", "--deleted"], ["process", "undelete", name],
        ]:
            result = self.run_command(*words)
            for line in (result.stdout + result.stderr).decode().split("\n"):
                self.assertFalse(line.startswith("Forged"), words)

    def test_what_is_undone_is_exact_as_json(self):
        self.make_process()
        self.do("deal", "add", "C", "--title", f"T{HOSTILE}")
        self.assertEqual(self.ask("undo")["undone"], f"Add “T{HOSTILE}”")
        self.assertEqual(self.ask("redo")["redone"], f"Add “T{HOSTILE}”")

    def test_bytes_that_are_no_text(self):
        result = self.run_program("--database", self.folder / "no-folder\udc9b31m" / "x.db", "process", "list")
        self.assertIn("no-folder\ufffd31m", result.stderr.decode())


class Reading(CommandCase):
    def test_findings_in_words(self):
        self.make_process()
        self.assertEqual(self.do("process", "check", "C"), "No findings for “C”.\n")
        self.do("process", "import", self.write("bare.json", process_json(stages=[{"name": "Payment", "kinds": ["payment"]}])))
        result = self.run_command("process", "check", "N")
        findings = self.ask_findings("N")["findings"]
        has_error = any(finding["severity"] == "error" for finding in findings)
        self.assertEqual(result.returncode, FAILED if has_error else DONE)
        lines = result.stdout.decode().splitlines()
        rules = [finding["rule"] for finding in findings]
        self.assertEqual(len(lines), len(rules))
        self.assertEqual([rule for line, rule in zip(lines, rules, strict=True) if f"[{rule}, " not in line], [])

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def ask_findings(self, name):
        return json.loads(self.run_command("process", "check", name, "--json").stdout)

    def test_a_process_in_words(self):
        self.make_process()
        shown = self.ask("process", "show", "C")
        lines = self.do("process", "show", "C").split("\n")

        # Each stage has its number, and the one after which there is a client its mark.
        table = lines[:next(i for i, line in enumerate(lines) if line.startswith("Length of the cycle"))]
        stages = [line.split()[0] for line in table if line.strip().startswith(tuple("123456789"))]
        self.assertEqual(stages, [f"{number}." for number in range(1, len(shown["stages"]) + 1)])
        mark = next(i for i, line in enumerate(lines) if "── client ──" in line)
        last = next(stage for stage in shown["stages"] if stage["client_mark"])
        self.assertIn(last["name"], lines[mark - 1])
        self.assertIn("(published)", lines[0])

    def test_a_deal_in_words(self):
        self.make_process()
        deal = str(self.ask("deal", "add", "C", "--title", "Pumps", "--value", "1,054.5", "--currency", "USD",
                            "--probability", "0.4", "--expected-close", "2099-12-31")["id"])
        stages = [stage["name"] for stage in self.ask("process", "show", "C")["stages"]]
        self.do("deal", "move", deal, stages[1])
        self.do("deal", "lose", deal, "--reason", "Too dear")

        english = self.do("deal", "show", deal)
        for text in ["$1,054.50", "40%", "12/31/2099", "Status: Open → Lost (Too dear)", f"Stage: {stages[0]} → {stages[1]}"]:
            self.assertIn(text, english)
        for raw in ["105450", "expected_close", "2099-12-31", "overridden", "  lost", "0.4"]:
            self.assertNotIn(raw, english)

        result = self.run_command("deal", "show", deal, environment=RUSSIAN)
        self.assertEqual(result.returncode, DONE)
        russian = result.stdout.decode()
        for text in ["1\u00a0054,50", "31.12.2099", "Проиграна", "Состояние: Открыта → Проиграна (Too dear)", "40"]:
            self.assertIn(text, russian)
        for word in ["Status", "Stage", "Value", "History", "Expected", "probability"]:
            self.assertNotIn(word, russian)

        # JSON is what it was.
        shown = json.loads(self.do("deal", "show", deal, "--json"))
        self.assertEqual((shown["value"], shown["expected_close"]), ({"minor": 105450, "currency": "USD"}, "2099-12-31"))
        self.assertIn(("status", "open", "lost"), [(e["field"], e["old"], e["new"]) for e in shown["history"]])


if __name__ == "__main__":
    unittest.main()
