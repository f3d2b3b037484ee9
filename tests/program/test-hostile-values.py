#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever stands in a database: the check names it, and no command dies of it.

Each column of each table is given each of the values below, past all that SQLite
would refuse. “--all” tries them all, in one column of each table at a time, for the
check to name and two of the commands to read; and more of those that are drawn to stand
alone, which every command reads. Another seed (--seed N) draws others.
"""

import itertools
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import unittest

from commands import Database

# As SQL has them; what they are, for what has to be found.
VALUES = {
    "null": ("NULL", "null"),
    "integer": ("7", "number"),
    "negative": ("-1", "number"),
    "huge": ("9223372036854775807", "number"),
    "real": ("0.5", "real"),
    "infinite": ("9e999", "real"),
    "word": ("'x'", "text"),
    "empty": ("''", "text"),
    "blob": ("x'00ff'", "never"),
    "not-utf8": ("CAST(x'f0' AS TEXT)", "never"),
    "not-utf8-inside": ("CAST(x'61ff62' AS TEXT)", "never"),
    "null-character": ("'a' || char(0) || 'b'", "never"),
    "turned-around": ("char(0x202e) || 'abc'", "text"),
    "overlong": ("printf('%.*c', 70 * 1024 * 1024, 'x')", "never"),
    "list": ("'[]'", "text"),
    "object": ("'{}'", "text"),
    "list-of-numbers": ("'[1, 2]'", "text"),
    "other-criteria": ("""'[{"id":5,"text":7}]'""", "text"),
    "deep": ("printf('%.*c', 100000, '[')", "text"),
    "half-surrogate": ("""'["\\ud800"]'""", "text"),
}

# What takes any text.
FREE = {
    "setting.value", "change.name", "process.description", "role.name", "version_stage.name", "version_stage.goal",
    "version_stage.entry", "loss_reason.text", "deal.external_id", "deal.source", "deal.label", "deal.loss_reason",
    "deal.notes", "deal.search", "person.phone", "person.email", "deal_event.note", "deal_event.criterion_text",
    "deal_event.old", "deal_event.new", "tick.note", "payment.note", "own_word.text", "organisation.name",
    "organisation.short_name", "organisation.city", "process_organisation.code", "process_organisation.owner_post",
    "process_organisation.approver", "process_organisation.approver_post", "answer.note", "calendar_day.name",
}
# What takes any text that is not empty.
NAMES = {
    "setting.name", "user.login", "user.name", "change.window", "process.name", "company.name", "person.name",
    "deal.title", "activity.title", "answer.value", "action_tick.action",
}
# What is empty where there is none.
EMPTY = {"stage_total.currency", "stage_total.parked_until"}
# What the commands print nothing of.
LOG = {"change.inverse"}

COMMANDS = [
    ["process", "list"],
    ["process", "list", "--json"],
    ["process", "show", "{process}"],
    ["process", "check", "{process}"],
    ["process", "export", "{process}"],
    ["process", "export", "{process}", "--format", "svg"],
    ["process", "regulations", "{process}"],
    ["process", "tactics", "{process}"],
    ["process", "words", "{process}"],
    ["process", "organisation", "{process}", "--json"],
    ["deal", "list", "{process}"],
    ["deal", "list", "{process}", "--json", "--sort", "title"],
    ["deal", "show", "1"],
    ["deal", "show", "1", "--json"],
    ["deal", "tactics", "1", "--json"],
    ["deal", "export", "{process}"],
    ["process", "list", "--deleted"],
    ["calendar", "show"],
    ["calendar", "show", "--json"],
    ["plan", "show", "{process}", "--json"],
    ["insight", "cycle", "{process}", "--json"],
    ["insight", "forecast", "{process}", "--json"],
    ["undo"],
    ["redo"],
]

# How many are tried by themselves, in the short suite and with “--all”.
N_DRAWN = 3
N_DRAWN_OF_ALL = 40

# How many commands read a database in which a value stands in a column of each table.
N_COMMANDS = 2


def may_hold(column, kind, name):
    """Whether the value may be right there; what is not told apart may be either."""
    if kind == "text" and (column in FREE or (column in NAMES and name != "empty")):
        return True
    return None


class HostileValues(unittest.TestCase):
    all_cases = False
    seed = 1

    def setUp(self):
        self.database = Database()
        self.addCleanup(self.database.close)
        self.database.do("database", "sample", "--deals=30", "--processes=1", "--seed=3", "--language=en")
        self.use_the_stage()
        self.process = self.database.ask("process", "list")["processes"][0]["name"]
        self.saved = self.database.save()

    def use_the_stage(self):
        """The sample has no rows that the window alone makes."""
        connection = sqlite3.connect(self.database.path)
        connection.execute("INSERT INTO tactic_use (deal_id, tactic, used_at, user_id, created_by)"
                           " VALUES (1, '00000000-0000-4000-8000-000000000001', 1767225600000000, 1, 1)")
        connection.execute("INSERT INTO action_tick (deal_id, stage, action, ticked_at, user_id, created_by)"
                           " VALUES (1, '00000000-0000-4000-8000-000000000001', 'Call', 1767225600000000, 1, 1)")
        connection.execute("INSERT INTO own_word (process_id, place, text, created_by) VALUES (1, 'general:after', 'Words', 1)")
        connection.execute("INSERT INTO organisation (name, short_name, city, created_by) VALUES ('Acme', '', '', 1)")
        connection.execute("INSERT INTO process_organisation (process_id, code, owner_post, approved_by, approver, approver_post,"
                           " created_by) VALUES (1, '', '', 'order', '', '', 1)")
        connection.execute("INSERT INTO calendar (weekdays, hours, created_by) VALUES ('mon,tue,wed,thu,fri', 8, 1)")
        connection.execute("INSERT INTO calendar_day (day, name, is_worked, is_fixed, created_by)"
                           " VALUES ('2026-01-01', 'New Year', 0, 0, 1)")
        connection.execute("INSERT INTO plan (process_id, month, owner_id, amount_minor, currency, created_by)"
                           " VALUES (1, '2026-01', NULL, 60000000, 'EUR', 1)")
        connection.commit()
        connection.close()

    def columns(self):
        connection = sqlite3.connect(self.database.path)
        found = [
            (table, name, kind, not_null or is_key)
            for table, in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            for _, name, kind, not_null, _, is_key in connection.execute(f"PRAGMA table_info({table})").fetchall()
            if connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
        ]
        connection.close()
        return found

    def put(self, columns, value):
        """Writes the value into the first row of each column's table, as a program that heeds
        nothing might. Gives back those that have it then."""
        self.database.restore(self.saved)
        connection = sqlite3.connect(self.database.path, isolation_level=None)
        schema = connection.execute("SELECT rowid, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
        connection.execute("PRAGMA writable_schema = ON")
        for row, sql in schema:
            loose = sql
            if sql.startswith("CREATE TRIGGER") or sql.startswith("CREATE UNIQUE") or sql.startswith("CREATE INDEX"):
                continue
            loose = re.sub(r" (TEXT|REAL|INTEGER(?! PRIMARY))\b", " BLOB", loose)
            loose = loose.replace(" NOT NULL", "")
            loose = loose.replace("STRICT, ", "").replace(" STRICT", "")
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", (loose, row))
        connection.execute("PRAGMA writable_schema = RESET")
        connection.close()

        connection = sqlite3.connect(self.database.path, isolation_level=None)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        written = [column for column in columns if self.write(connection, *column[:2], value)]
        connection.execute("PRAGMA writable_schema = ON")
        for row, sql in schema:
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE rowid = ?", (sql, row))
        connection.execute("PRAGMA writable_schema = RESET")
        connection.close()
        return written

    def write(self, connection, table, column, value):
        key = self.key(connection, table)
        try:
            connection.execute(f"UPDATE {table} SET {column} = {value} WHERE ({key}) ="
                               f" (SELECT {key} FROM {table} LIMIT 1)")
        except sqlite3.Error:
            return False  # SQLite itself refuses it: a key that is no number.
        return True

    def key(self, connection, table):
        keys = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[5]]
        return ", ".join(keys)

    def check_case(self, columns, name, commands):
        sql, sort = VALUES[name]
        columns = self.put(columns, sql)
        if not columns:
            return
        found = self.database.run("database", "check", "--json")
        self.assertIn(found.returncode, (0, 1), (columns, name, found.stderr))
        problems = json.loads(found.stdout)["problems"] if found.stdout else [found.stderr]
        self.assertEqual(found.returncode, 1 if problems else 0, (columns, name))
        for table, column, kind, is_required in columns:
            if self.has_to_be_found(f"{table}.{column}", kind, is_required, sort, name):
                self.assertTrue(any(re.match(rf"{table}, row .*, {column}: ", problem) for problem in problems),
                                (table, column, name, problems))
        for command in commands:
            result = self.database.run(*[word.format(process=self.process) for word in command])
            self.assertIn(result.returncode, (0, 1), (columns, name, command, result.returncode, result.stderr[-400:]))
            self.assertNotRegex(result.stderr, "CRITICAL|WARNING|Sanitizer|runtime error")
            if command[:2] != ["process", "check"]:  # which fails of what the method finds, too
                self.assertEqual(result.returncode != 0, result.stderr != "", (columns, name, command))

    def has_to_be_found(self, where, kind, is_required, sort, name):
        if sort == "null":
            return is_required
        if name == "empty" and where in EMPTY:
            return False
        if sort == "never":
            return True
        if sort == "real":
            return kind != "REAL" or name == "infinite"
        if sort == "number":
            return kind != "INTEGER" or name == "huge"
        if kind != "TEXT" or name == "half-surrogate":
            return where not in FREE and where not in NAMES
        return where not in FREE and not (where in NAMES and name != "empty") and name in ("word", "empty", "object")

    def groups(self):
        """The columns, one of each table at a time; what no command prints apart from them."""
        columns = self.columns()
        tables = itertools.groupby((column for column in columns if ".".join(column[:2]) not in LOG),
                                   key=lambda column: column[0])
        groups = itertools.zip_longest(*(list(of_table) for _, of_table in tables))
        return [[column for column in group if column] for group in groups] + [
            [column] for column in columns if ".".join(column[:2]) in LOG]

    def test_single_values(self):
        cases = [([column], name) for column in self.columns() for name in VALUES]
        drawn = random.Random(self.seed).sample(cases, N_DRAWN_OF_ALL if self.all_cases else N_DRAWN)
        for columns, name in drawn:
            is_log = ".".join(columns[0][:2]) in LOG
            with self.subTest(column=columns[0][:2], name=name):
                self.check_case(columns, name, [] if is_log else COMMANDS)

    def test_all_values(self):
        if not self.all_cases:
            self.skipTest("for --all")
        commands = itertools.cycle(COMMANDS)
        for (number, columns), name in itertools.product(enumerate(self.groups()), VALUES):
            if name == "overlong":  # in all of them it would be a gigabyte
                columns = [columns[number % len(columns)]]
            is_log = ".".join(columns[0][:2]) in LOG
            with self.subTest(columns=[column[:2] for column in columns], name=name):
                self.check_case(columns, name, [] if is_log else list(itertools.islice(commands, N_COMMANDS)))

    def test_rows_that_are_left_out_are_named(self):
        """The others are printed, and the exit status says that something is missing."""
        n_deals = len(self.database.ask("deal", "list", self.process)["deals"])
        self.assertTrue(self.put([("deal", "title")], "CAST(x'f0' AS TEXT)"))
        listed = self.database.run("deal", "list", self.process, "--json")
        self.assertEqual(listed.returncode, 1)
        self.assertEqual(len(json.loads(listed.stdout)["deals"]), n_deals - 1)
        self.assertRegex(listed.stderr, "deal, row [0-9]+, title: ")

    def test_a_process_that_lacks_a_stage_is_not_handed_on(self):
        path = self.database.folder / "p.svg"
        self.assertTrue(self.put([("version_stage", "exit_criteria")], VALUES["other-criteria"][0]))
        result = self.database.run("process", "export", self.process, "--format", "svg", "-o", str(path))
        self.assertEqual(result.returncode, 1)
        self.assertIn("version_stage, row 1, exit_criteria: ", result.stderr)
        self.assertFalse(path.exists())
        shown = self.database.run("process", "show", self.process)
        self.assertEqual(shown.returncode, 1)
        self.assertNotEqual(shown.stdout, "")


    def test_no_numbers_left(self):
        """A row with the last number there is: no other can be made, and that is said."""
        for table in ("deal", "change"):
            with self.subTest(table=table):
                self.assertTrue(self.put([(table, "id")], "9223372036854775807"))
                before = self.database.dump()
                added = self.database.run("deal", "add", self.process, "--title", "New")
                self.assertEqual(added.returncode, 1, added.stderr)
                self.assertIn("far too large", added.stderr)
                self.assertNotRegex(added.stderr, "CRITICAL|WARNING")
                self.assertEqual(self.database.dump(), before)

    def test_too_few_files(self):
        for limit in range(6, 12):
            result = subprocess.run(
                ["sh", "-c", f'ulimit -n {limit}; exec "$@"', "sh", os.environ["STAGECRAFT"],
                 "--database", str(self.database.path), "process", "list"],
                capture_output=True, text=True, check=False,
            )
            self.assertIn(result.returncode, (0, 1), (limit, result.stderr))
            if result.returncode == 1:
                self.assertIn("Too many files are open.", result.stderr)

    def test_paths_that_are_too_long(self):
        for path in ("x/" * 300 + "y.db", "x" * 300 + ".db"):
            result = subprocess.run(
                [os.environ["STAGECRAFT"], "--database", str(self.database.folder / path), "process", "list"],
                capture_output=True, text=True, check=False,
            )
            self.assertEqual(result.returncode, 1)
            self.assertIn("longer than", result.stderr)

    def test_a_missing_column(self):
        connection = sqlite3.connect(self.database.path)
        connection.execute("ALTER TABLE deal DROP COLUMN notes")
        connection.commit()
        connection.close()
        for command in COMMANDS:
            result = self.database.run(*[word.format(process=self.process) for word in command])
            self.assertIn(result.returncode, (0, 1), (command, result.stderr))
            self.assertNotRegex(result.stderr, "CRITICAL|WARNING")
            if command[0] == "deal":
                self.assertRegex(result.stderr, "lacks what Stagecraft needs .*notes")
        checked = self.database.run("database", "check")
        self.assertIn("deal, notes: The field is missing.", checked.stdout)


if __name__ == "__main__":
    HostileValues.all_cases = "--all" in sys.argv
    if "--seed" in sys.argv:
        HostileValues.seed = int(sys.argv[sys.argv.index("--seed") + 1])
    unittest.main(argv=sys.argv[:1])
