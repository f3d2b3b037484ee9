#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting the program: one process, one window for each database."""

import subprocess
import tempfile
import unittest
from pathlib import Path

from driver import PROGRAM_ENVIRONMENT, Program, wait_for

STAGECRAFT = PROGRAM_ENVIRONMENT["STAGECRAFT"]


def run(*arguments, **environment):
    return subprocess.run(
        [STAGECRAFT, *arguments], env={**PROGRAM_ENVIRONMENT, **environment},
        capture_output=True, text=True, timeout=60, check=False,
    )


class Start(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_second_start_raises_the_window_of_that_database(self):
        with Program(self.folder / "a.db") as program:
            wait_for(lambda: len(program.windows()) == 1, "the window")
            again = run("--database", str(self.folder / "a.db"))
            self.assertEqual((again.returncode, again.stderr), (0, ""))
            self.assertEqual(len(program.windows()), 1)

            (self.folder / "link.db").symlink_to(self.folder / "a.db")
            linked = run("--database", str(self.folder / "link.db"))
            self.assertEqual((linked.returncode, linked.stderr), (0, ""))
            self.assertEqual(len(program.windows()), 1)

            other = run("--database", str(self.folder / "b.db"))
            self.assertEqual((other.returncode, other.stderr), (0, ""))
            wait_for(lambda: len(program.windows()) == 2, "a window of the other database")

    def test_closing_the_last_window_ends_the_program(self):
        with Program(self.folder / "a.db") as program:
            program.click(program.find("button", "Close"))
            self.assertEqual(program.process.wait(60), 0)

    def test_the_quit_key_is_for_the_program_also_in_a_dialog(self):
        with Program(self.folder / "a.db") as program:
            program.wait_for_focus()
            program.press("ctrl+question")
            program.find(name="Keyboard Shortcuts")
            program.press("ctrl+q")
            self.assertEqual(program.process.wait(60), 0)

    def test_without_a_display_it_says_so_in_one_line(self):
        result = run(DISPLAY="", WAYLAND_DISPLAY="")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout, "")
        self.assertEqual(len(result.stderr.splitlines()), 1)

    def test_command_line_needs_no_display(self):
        result = run("--version", DISPLAY="", WAYLAND_DISPLAY="")
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def test_wrong_command_line_is_told(self):
        result = run("prozess", DISPLAY="", WAYLAND_DISPLAY="")
        self.assertEqual(result.returncode, 2)
        self.assertNotEqual(result.stderr, "")


if __name__ == "__main__":
    unittest.main(verbosity=2)
