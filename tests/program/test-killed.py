#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program killed in the middle: the database holds, every confirmed change
is there, and no other is there by half. “--all” kills it before each write."""

import os
import random
import subprocess
import unittest

from commands import ALL, TIMEOUT_SECONDS, Database, deals_csv, import_arguments, main, some_of, was_killed

SEED = int(os.environ.get("STAGECRAFT_TEST_SEED", random.randrange(2**32)))


class Killed(unittest.TestCase):
    def setUp(self):
        self.database = Database()
        self.addCleanup(self.database.close)
    def publish(self):
        self.database.prepare_process()
        stages = self.database.ask("process", "show", "P")["stages"]
        return [stage["name"] for stage in stages]

    def import_command(self, n_deals):
        stage = self.publish()[0]
        table = self.database.file("deals.csv", deals_csv(n_deals))
        return [*import_arguments("P", table), "--stage", f"Open={stage}"]

    def walk_through_writes(self, arguments):
        """Kills a command right before its writes."""
        saved = self.database.save()
        before = self.database.dump()
        n_writes = self.database.run_failing(arguments).n_writes
        after = self.database.ask("process", "list")
        self.assertGreater(n_writes, 0)
        for number in some_of(range(n_writes)):
            with self.subTest(killed_before_write=number):
                self.database.restore(saved)
                result = self.database.run_failing(arguments, kill=number)
                self.assertTrue(was_killed(result) or result.returncode == 0, result.stderr)
                self.database.assert_holds()
                if self.database.dump() != before:
                    self.assertEqual(self.database.ask("process", "list"), after)

    def test_publication_killed_before_its_writes(self):
        self.database.prepare_process(is_published=False)
        self.walk_through_writes(["process", "publish", "P"])

    def test_import_killed_before_its_writes(self):
        self.walk_through_writes(self.import_command(40))

    def test_import_killed_at_random_instants(self):
        chance = random.Random(SEED)
        arguments = self.import_command(2000)
        for _ in range(12 if ALL else 5):
            process = self.database.start(*arguments)
            try:
                process.wait(chance.uniform(0.0, 0.5))
            except subprocess.TimeoutExpired:
                process.kill()
            confirmed = process.wait(TIMEOUT_SECONDS) == 0
            self.database.assert_holds()
            total = self.database.ask("deal", "list", "P", "--limit", "1")["total"]
            self.assertIn(total, [2000] if confirmed else [0, 2000])

    def test_moves_killed_at_random_instants(self):
        chance = random.Random(SEED)
        arguments = self.import_command(1)
        self.database.do(*arguments)
        stages = self.publish_order()
        deal = self.database.ask("deal", "list", "P")["deals"][0]
        stands_in = deal["stage"]
        for _ in range(30 if ALL else 10):
            goal = chance.choice([stage for stage in stages if stage != stands_in])
            process = self.database.start("deal", "move", str(deal["id"]), goal)
            try:
                process.wait(chance.uniform(0.0, 0.2))
            except subprocess.TimeoutExpired:
                process.kill()
            confirmed = process.wait(TIMEOUT_SECONDS) == 0
            self.database.assert_holds()
            found = self.database.ask("deal", "list", "P")["deals"][0]["stage"]
            self.assertIn(found, [goal] if confirmed else [stands_in, goal])
            stands_in = found

    def publish_order(self):
        # Not past the client mark, which a deal's way back over asks about.
        stages = self.database.ask("process", "show", "P")["stages"]
        return [stage["name"] for stage in stages[:3]]


if __name__ == "__main__":
    print(f"seed {SEED}", flush=True)
    main()
