#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A write that fails, of a publication and of an import: a clear error, nothing half
done, and the next try goes well. “--all” has each of their writes fail."""

import sqlite3
import unittest

from commands import Database, deals_csv, import_arguments, main, some_of


class FailingDisk(unittest.TestCase):
    def setUp(self):
        self.database = Database()
        self.addCleanup(self.database.close)

    def prepare_publication(self):
        self.database.prepare_process(is_published=False)
        return ["process", "publish", "P"]

    def prepare_import(self):
        self.database.prepare_process()
        stage = self.database.ask("process", "show", "P")["stages"][0]["name"]
        table = self.database.file("deals.csv", deals_csv(40))
        return [*import_arguments("P", table), "--stage", f"Open={stage}"]

    def check_refused(self, result, before):
        """It failed, said so in words, and left everything as it was."""
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertNotEqual(result.stderr.strip(), "")
        self.assertNotRegex(result.stderr, "CRITICAL|WARNING|Sanitizer")
        self.database.assert_holds()
        self.assertEqual(self.database.dump(), before)

    def walk_through_writes(self, arguments):
        saved = self.database.save()
        before = self.database.dump()
        n_writes = self.database.run_failing(arguments).n_writes
        after = self.database.dump()
        self.assertGreater(n_writes, 0)
        self.assertNotEqual(before, after)
        n_refused = 0
        for number in some_of(range(n_writes)):
            with self.subTest(full_from_write=number):
                self.database.restore(saved)
                result = self.database.run_failing(arguments, full=number)
                if result.returncode == 0:
                    # What failed came after the change was safe, such as tidying up.
                    self.database.assert_holds()
                    self.assertNotEqual(self.database.dump(), before)
                else:
                    self.check_refused(result, before)
                    n_refused += 1
        self.assertGreater(n_refused, 0)
        self.database.restore(saved)
        self.database.do(*arguments)
        self.database.assert_holds()

    def test_full_disk_at_the_writes_of_a_publication(self):
        self.walk_through_writes(self.prepare_publication())

    def test_full_disk_at_the_writes_of_an_import(self):
        self.walk_through_writes(self.prepare_import())

    def test_read_only_file(self):
        for prepare in (self.prepare_publication, self.prepare_import):
            arguments = prepare()
            before = self.database.dump()
            self.check_refused(self.database.run_failing(arguments, read_only=1), before)

    def test_locked_database(self):
        for prepare in (self.prepare_publication, self.prepare_import):
            arguments = prepare()
            before = self.database.dump()
            other = sqlite3.connect(self.database.path, isolation_level=None)
            try:
                other.execute("BEGIN IMMEDIATE")
                result = self.database.run(*arguments)
            finally:
                other.close()
            self.check_refused(result, before)


if __name__ == "__main__":
    main()
