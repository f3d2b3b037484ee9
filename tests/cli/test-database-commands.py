# SPDX-License-Identifier: GPL-3.0-or-later
"""What is no database, or is out of reach, on the command line: it is told, and left alone."""

import contextlib
import os
import sqlite3
import unittest

from command_case import DONE, FAILED, CommandCase, answers


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


if __name__ == "__main__":
    unittest.main(verbosity=2)
