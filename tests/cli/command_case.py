# SPDX-License-Identifier: GPL-3.0-or-later
"""A database in a folder of its own with the real program's command line on it,
for the tests beside this."""

import contextlib
import json
import os
import sqlite3
import tempfile
import unittest
from pathlib import Path

import prefork

TIMEOUT_SECONDS = 60

DONE, FAILED, MISUSED = 0, 1, 2

ANSWERS = {
    "selling": "consultative", "novelty": "innovative", "demand": "unformed",
    "market": "b2b", "offer": "service", "payment-terms": "before-onboarding",
}


# Databases with the process that tests begin with, and the names of its stages: each
# made by the first test of a program that wants it, copied by the others.
PREPARED = {}

# What the files of databases held that have been found sound.
SOUND = set()


def answers(**changed):
    merged = {**ANSWERS, **changed}
    return [word for name, value in merged.items() for word in (f"--{name}", value)]


def process_json(**members):
    return json.dumps({"format": "stagecraft-process", "version": 1, "name": "N", **members})


class CommandCase(unittest.TestCase):
    """A database in a folder of its own, and the program on it."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.database = self.folder / "test.db"
        self.addCleanup(self.assert_holds)

    def run_program(self, *words, environment=None, **how):
        return prefork.run(
            [os.environ["STAGECRAFT"], *map(str, words)], timeout=TIMEOUT_SECONDS,
            env={**os.environ, "DISPLAY": "", "WAYLAND_DISPLAY": "", **(environment or {})}, **how,
        )

    def run_command(self, *words, **how):
        return self.run_program("--database", self.database, *words, **how)

    def do(self, *words):
        result = self.run_command(*words)
        self.assertEqual(result.returncode, DONE, f"{words}: {result.stderr.decode()}")
        self.assertEqual(result.stderr, b"", words)
        return result.stdout.decode()

    def ask(self, *words):
        return json.loads(self.do(*words, "--json"))

    def refuse(self, *words, status=FAILED, saying=""):
        """What goes wrong says so in words, and leaves the database as it was; that it
        holds is seen when the test ends."""
        before = self.read_files()
        result = self.run_command(*words)
        message = result.stderr.decode()
        self.assertEqual(result.returncode, status, f"{words}: {result.stdout.decode()}{message}")
        self.assertTrue(message.startswith("stagecraft: "), f"{words}: {message!r}")
        self.assertIn(saying, message)
        self.assert_unchanged(before, words)
        return message

    def read_files(self):
        """What the database's files hold, None where they are not there. Whoever has them open
        himself loses the locks that he has on them."""
        paths = [Path(f"{self.database}{suffix}") for suffix in ("", "-wal")]
        return [path.read_bytes() if path.is_file() else None for path in paths]

    def assert_unchanged(self, before, words):
        """It holds the same as those files did, if not byte for byte."""
        if self.read_files() == before:
            return
        with tempfile.TemporaryDirectory() as folder:
            for suffix, contents in zip(("", "-wal"), before, strict=True):
                if contents is not None:
                    Path(folder, f"before.db{suffix}").write_bytes(contents)
            self.assertEqual(self.dump(), self.dump(Path(folder, "before.db")), words)

    def dump(self, path=None):
        path = path or self.database
        if not path.exists():
            return None
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.create_collation("fold", lambda a, b: (a > b) - (a < b))
            return "\n".join(connection.iterdump())

    def assert_holds(self):
        files = tuple(self.read_files())
        if self.database.exists() and files not in SOUND:
            result = self.run_command("database", "check")
            self.assertEqual(result.returncode, DONE, result.stdout + result.stderr)
            SOUND.add(files)

    def file(self, name, contents):
        path = self.folder / name
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        return path

    def make_process(self, name="C", *words):
        """A published one. What the database has by itself is made only once."""
        key = (name, *words)
        is_first = not self.database.exists()
        if is_first and key in PREPARED:
            contents, self.stages = PREPARED[key]
            self.database.write_bytes(contents)
            return
        self.do("process", "new", "--name", name, *(words or answers()))
        self.do("process", "publish", name)
        if is_first:
            self.stages = [stage["name"] for stage in self.ask("process", "show", name)["stages"]]
            PREPARED[key] = self.database.read_bytes(), self.stages
