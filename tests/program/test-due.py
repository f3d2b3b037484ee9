#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due today is worked from Today: done, postponed, opened, by pointer and
by keyboard."""

import contextlib
import sqlite3
import unittest

from driver import wait_for
from ways import Way, begins


class Today(Way):
    def setUp(self):
        super().setUp()
        self.run_command("database", "sample", "--deals", "300", "--seed", "7")

    def rows(self, program):
        """The rows by name, the first first."""
        return program.find_all("list item", lambda name: name != "", program.find("list", "What is due"))

    def is_there(self, program, row):
        return row.name in [other.name for other in self.rows(program)]

    def wait_until_listed(self, program, row, is_listed):
        wait_for(lambda: self.is_there(program, row) == is_listed,
                 lambda: f"{row} to {'come' if is_listed else 'go'}; on show:\n{program.describe()}")

    def row_with(self, program, button):
        return wait_for(lambda: [row for row in self.rows(program) if any(n.fits("button", button) for n in row.walk())],
                        f"a row with {button!r}")[0]

    def button_of(self, program, row, name):
        return program.find("button", name, row)

    def finish(self, program, result=None):
        """The question that comes is let go; what was typed by then is kept."""
        program.press("ctrl+Return")
        program.wait_for_focus("text", "What came of it")
        if result is not None:
            program.type(result)
        program.press("Escape")

    def results(self):
        """What came of steps, of all deals."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return [result for (result,) in connection.execute("SELECT result FROM activity WHERE result IS NOT NULL")]

    def test_by_pointer(self):
        with self.start() as program:
            program.click(program.find("list item", begins("Today, ")))
            row = self.row_with(program, "Done")
            program.click(self.button_of(program, row, "Done"))
            program.click(program.find_all("button", "Done")[-1])
            self.wait_until_listed(program, row, False)
            program.click(program.find("button", "Undo"))
            self.wait_until_listed(program, row, True)

            row = self.row_with(program, "Done")
            program.click(program.find("toggle button", "What to Do", row))
            program.click(program.menu_item("By a Week"))
            self.wait_until_listed(program, row, False)

            # The keys walk through a menu that the pointer has opened.
            row = self.row_with(program, "Done")
            program.click(program.find("toggle button", "What to Do", row))
            program.choose("By a Week")
            self.wait_until_listed(program, row, False)

    def test_by_keyboard(self):
        with self.start() as program:
            program.find("list item", begins("Today, "))
            program.press("alt+1")
            row = self.row_with(program, "Done")
            program.tab_to("list item", row.name)
            self.finish(program)
            self.wait_until_listed(program, row, False)

            # It comes back from wherever one is, and has the focus.
            program.press("shift+Tab", "ctrl+z")
            self.wait_until_listed(program, row, True)
            program.wait_for_focus("list item", row.name)
            program.press("ctrl+shift+z")
            self.wait_until_listed(program, row, False)
            row = self.row_with(program, "Done")
            program.tab_to("list item", row.name)
            self.finish(program, "Wants it in March")
            self.wait_until_listed(program, row, False)
            self.assertIn("Wants it in March", self.results())

            # The focus is where the row was, so that one works on.
            row = program.wait_for_focus("list item", lambda name: name not in ("", row.name))
            row = self.row_with(program, "Done")
            program.tab_to("list item", row.name)
            program.press("alt+Right")
            self.wait_until_listed(program, row, False)

            row = program.wait_for_focus("list item", lambda name: name not in ("", row.name))
            row = self.row_with(program, "Done")
            program.tab_to("list item", row.name)
            program.tab_to("toggle button", "What to Do")
            program.press("Return")
            program.choose("By a Week")
            self.wait_until_listed(program, row, False)

            row = program.wait_for_focus("list item", lambda name: name not in ("", row.name))
            program.press("Menu")
            program.choose("Open Deal")
            program.find("combo box", "Stage")

    def test_coming_back(self):
        """What was shown before is there again, seen by assistive technology all along."""
        with self.start() as program:
            program.click(program.find("list item", lambda name: "process with" in name))
            program.find("page tab", "Deals")
            program.wait_until_gone("list", "What is due")
            program.press("alt+1")
            self.row_with(program, "Done")


if __name__ == "__main__":
    unittest.main(verbosity=2)
