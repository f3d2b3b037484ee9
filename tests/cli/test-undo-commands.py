# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo on the command line: the last first, of one process, and what others changed
since."""

import contextlib
import sqlite3
import unittest

from command_case import CommandCase


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


if __name__ == "__main__":
    unittest.main(verbosity=2)
