#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever comes in: a clear error, and the database holding exactly what it held."""

import json
import os
import unittest

from commands import ANSWERS, Database


class BadInput(unittest.TestCase):
    def setUp(self):
        self.database = Database()
        self.addCleanup(self.database.close)
        self.database.prepare_process()
        self.stage = self.database.ask("process", "show", "P")["stages"][0]["name"]
        self.addCleanup(self.database.assert_holds)

    def check_refused(self, *arguments, naming=None, status=1):
        before = self.database.dump()
        result = self.database.run(*arguments)
        self.assertEqual(result.returncode, status, (arguments, result.stdout, result.stderr))
        self.assertNotEqual(result.stderr.strip(), "", arguments)
        self.assertNotRegex(result.stderr, "CRITICAL|WARNING|Sanitizer|runtime error")
        if naming is not None:
            self.assertIn(naming, result.stderr)
        # That it holds is seen when the test ends.
        self.assertEqual(self.database.dump(), before)
        return result

    def import_table(self, data):
        path = self.database.folder / "table.csv"
        path.write_bytes(data)
        return ["deal", "import", "P", str(path), "--map", "title=t", "--map", "value=v",
                "--map", "started=d", "--map", "stage=s", "--stage", f"Open={self.stage}",
                "--currency", "USD"]

    def test_files_that_are_none(self):
        nowhere = str(self.database.folder / "nowhere")
        folder = str(self.database.folder)
        for path in (nowhere, folder):
            self.check_refused("process", "import", path)
            self.check_refused("deal", "import", "P", path, "--map", "title=t")
            self.check_refused("database", "restore", path)
        for path in (folder, nowhere + "/deeper/file"):
            self.check_refused("process", "export", "P", "--format", "pdf", "-o", path)
            self.check_refused("process", "export", "P", "--format", "json", "-o", path)
            self.check_refused("database", "backup", path)

    def test_things_that_are_none(self):
        self.check_refused("process", "show", "Nobody", naming="Nobody")
        self.check_refused("process", "publish", "Nobody", naming="Nobody")
        self.check_refused("deal", "list", "Nobody", naming="Nobody")
        self.check_refused("deal", "show", "4711")
        self.check_refused("deal", "move", "4711", self.stage)

    def test_processes_that_are_none(self):
        good = self.database.ask("process", "show", "P")
        good["name"] = "Q"

        def changed(change):
            process = json.loads(json.dumps(good))
            change(process)
            return json.dumps(process)

        def set_at(*place_and_value):
            *place, last, value = place_and_value

            def change(process):
                for key in place:
                    process = process[key]
                process[last] = value
            return change

        cases = {
            "": None,
            "[]": None,
            "null": None,
            "{": None,
            "[" * 100000: None,
            '{"a":' * 1000 + "1" + "}" * 1000: None,
            changed(set_at("format", "other-process")): "format",
            changed(set_at("version", 2)): "version",
            changed(set_at("version", "1")): "version",
            changed(set_at("name", 7)): "name",
            changed(set_at("stages", {})): "stages",
            changed(set_at("stages", 1, "kinds", ["sleeping"])): "stages[1].kinds",
            changed(set_at("stages", 3, "probability", 1.5)): "stages[3].probability",
            changed(set_at("stages", 3, "probability", "high")): "stages[3].probability",
            changed(set_at("stages", 2, "duration", "value", -1)): "stages[2].duration",
            changed(set_at("stages", 2, "duration", "unit", "weeks")): "stages[2].duration",
            changed(set_at("aspects", "selling", "loud")): "aspects.selling",
            changed(lambda process: [stage.update(client_mark=True)
                                     for stage in process["stages"][:2]]): "client_mark",
        }
        for text, place in cases.items():
            with self.subTest(text=text[:60], place=place):
                path = self.database.file("bad.json", text)
                self.check_refused("process", "import", path, naming=place)

    def test_json_that_is_not_text(self):
        path = self.database.folder / "bad.json"
        for data in (b"\xff\xfe\x00\x01", b'{"format": "stagecraft-process", "name": "\xff"}',
                     os.urandom(4096), b"\x00" * 4096):
            path.write_bytes(data)
            self.check_refused("process", "import", str(path))

    def test_what_only_the_method_finds_fault_with_comes_in(self):
        for number, stages in enumerate((
                [], [{"name": "", "kinds": ["other"]}],
                [{"name": f"S{i}", "kinds": ["other"]} for i in range(20)])):
            path = self.database.file("odd.json", json.dumps({
                "format": "stagecraft-process", "version": 1, "name": f"Odd {number}",
                "stages": stages}))
            self.database.do("process", "import", path)
            self.assertEqual(self.database.run("process", "check", f"Odd {number}").returncode, 1)
            self.check_refused("process", "publish", f"Odd {number}")
        self.check_refused("process", "publish", "Odd 0", "--with-errors")
        self.database.do("process", "publish", "Odd 2", "--with-errors")

    def test_tables_that_are_none(self):
        for data in (b"", b"\x00\x01\x02\x03" * 1000, b"t,v,d,s\n\xff\xfe,1,2026-01-01,Open\n",
                     b't,v,d,s\n"never closed,1,2026-01-01,Open\n'):
            with self.subTest(data=data[:20]):
                self.check_refused(*self.import_table(data))

    def test_rows_that_make_no_sense_are_refused_with_their_place(self):
        rows = [b"A,-1,2026-01-01,Open", b"B,99999999999999999999999,2026-01-01,Open",
                b"C,much,2026-01-01,Open", b"D,1,2026-02-31,Open", b"E,1,soon,Open",
                b"F" * (1 << 20) + b"F,1,2026-01-01,Open"]
        for row in rows:
            with self.subTest(row=row[:30]):
                before = self.database.dump()
                result = self.database.run(
                    *self.import_table(b"t,v,d,s\n" + row + b"\n"), "--json")
                if result.stdout:
                    report = json.loads(result.stdout)
                    self.assertEqual(report["added"], 0)
                    self.assertEqual(report["refused"][0]["line"], 2)
                    self.assertNotEqual(report["refused"][0]["reason"], "")
                else:
                    self.assertNotEqual(result.stderr, "")
                self.assertEqual(result.returncode, 1)
                self.assertEqual(self.database.dump(), before)

    def test_a_column_without_a_header_is_called_by_its_number(self):
        path = self.database.folder / "table.csv"
        path.write_bytes(b"t,,s\nA,12,Open\nB,much,Open\n")
        arguments = ["deal", "import", "P", str(path), "--map", "title=t", "--map", "stage=s",
                     "--stage", f"Open={self.stage}", "--currency", "USD"]
        report = json.loads(self.database.run(*arguments, "--map", "value=Column 2", "--json").stdout)
        self.assertEqual(report["added"], 1)
        self.assertEqual([(row["line"], row["column"]) for row in report["refused"]], [(3, "Column 2")])
        self.check_refused(*arguments, "--map", "value=Column 1", naming="Column 1", status=1)

    def test_a_stage_value_without_a_stage_is_refused(self):
        before = self.database.dump()
        result = self.database.run(*self.import_table(b"t,v,d,s\nA,1,2026-01-01,Sleeping\n"))
        self.assertEqual(result.returncode, 1)
        self.assertIn("Sleeping", result.stdout + result.stderr)
        self.assertEqual(self.database.dump(), before)

    def test_a_database_that_is_none_is_never_written_to(self):
        for name, data in (("text.db", b"not a database\n" * 100), ("empty-ish.db", b"\x00" * 5000),
                           ("other.db", None)):
            path = self.database.folder / name
            if data is None:
                import sqlite3
                connection = sqlite3.connect(path)
                connection.execute("CREATE TABLE mine (a)")
                connection.commit()
                connection.close()
            else:
                path.write_bytes(data)
            before = path.read_bytes()
            for words in (["process", "list"], ["database", "check"],
                          ["process", "new", "--name", "X", *ANSWERS]):
                with self.subTest(name=name, words=words):
                    result = self.database.run("--database", str(path), *words)
                    self.assertEqual(result.returncode, 1, result.stderr)
                    self.assertNotEqual(result.stderr.strip(), "")
                    self.assertEqual(path.read_bytes(), before)


if __name__ == "__main__":
    unittest.main(verbosity=2)
