#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A restore and a backup that are killed, or find the disk full, at every instant:
the database is what it was or what the copy is, with what was there beside it.
“--all” tries each of them."""

import contextlib
import sqlite3
import unittest

from commands import ANSWERS, Database, main, some_of, was_killed


class Restoring(unittest.TestCase):
    def setUp(self):
        self.database = Database()
        self.addCleanup(self.database.close)
        self.database.prepare(("process", "new", "--name", "First", *ANSWERS))
        self.copy = self.database.folder / "copy.db"
        self.database.do("database", "backup", str(self.copy))
        self.leave_log()
        self.saved = self.database.save()
        self.assertIn("test.db-wal", self.saved)
        self.restore = ["database", "restore", str(self.copy)]

    def leave_log(self):
        """What is new is in the log alone, as where a program was killed."""
        with contextlib.closing(sqlite3.connect(self.database.path)) as connection:
            connection.execute("PRAGMA wal_autocheckpoint = 0")
            connection.execute("UPDATE process SET name = 'Second', name_key = 'second'")
            connection.commit()
            left = self.database.save()
        self.database.restore({name: left[name] for name in ("test.db", "test.db-wal")})

    def name(self):
        self.database.assert_holds()
        return self.database.ask("process", "list")["processes"][0]["name"]

    def assert_old_or_new(self, wanted=("First", "Second")):
        """Opened by the program, which finishes what was begun."""
        found = self.name()
        self.assertIn(found, wanted)
        folder = self.database.path.parent
        self.assertFalse((folder / "test.db.restored").exists())
        kept = [path for path in folder.iterdir() if path.name.startswith("test.db.before-restore-")
                and not path.name.endswith(("-wal", "-shm", "-journal"))]
        if found == "First":
            self.database.path = kept[0]
            try:
                self.assertEqual(self.name(), "Second")
            finally:
                self.database.path = folder / "test.db"
        return found

    def test_killed_before_writes_and_names(self):
        whole = self.database.run_failing(self.restore)
        self.assertEqual(whole.returncode, 0, whole.stderr)
        self.assertEqual(self.assert_old_or_new(), "First")
        found = set()
        for how, number in [("kill", whole.n_writes), ("kill_name", whole.n_names)]:
            self.assertGreater(number, 5)
            # The pages of the copy itself are all alike.
            for n_th in some_of(range(number) if how == "kill_name" or number < 40 else [*range(3), *range(number - 25, number)]):
                with self.subTest(how=how, n_th=n_th):
                    self.database.restore(self.saved)
                    result = self.database.run_failing(self.restore, **{how: n_th})
                    self.assertTrue(was_killed(result) or result.returncode == 0, result.stderr)
                    found.add(self.assert_old_or_new())
        self.assertEqual(found, {"First", "Second"})

    def test_full_disk_at_the_writes(self):
        n_writes = self.database.run_failing(self.restore).n_writes
        n_refused = 0
        for number in some_of([*range(3), *range(n_writes - 25, n_writes)]):
            with self.subTest(full_from_write=number):
                self.database.restore(self.saved)
                result = self.database.run_failing(self.restore, full=number)
                if result.returncode == 0:
                    self.assertEqual(self.assert_old_or_new(), "First")
                    continue
                n_refused += 1
                self.assertEqual(result.returncode, 1)
                self.assertEqual(self.database.save(), self.saved)
        self.assertGreater(n_refused, 3)

    def test_backup_that_fails(self):
        target = self.database.path.parent / "backup.db"
        arguments = ["database", "backup", str(target)]
        self.database.do(*arguments)
        older = target.read_bytes()
        n_writes = self.database.run_failing(arguments).n_writes
        for how in "full", "kill":
            for number in some_of([*range(3), *range(n_writes - 8, n_writes)]):
                with self.subTest(how=how, n_th=number):
                    target.write_bytes(older)
                    result = self.database.run_failing(arguments, **{how: number})
                    self.assertTrue(was_killed(result) if how == "kill" else result.returncode in (0, 1))
                    self.database.path, path = target, self.database.path
                    try:
                        self.assertEqual(self.name(), "Second")
                    finally:
                        self.database.path = path


if __name__ == "__main__":
    main()
