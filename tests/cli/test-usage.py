# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line itself: its help, what it takes and refuses, locales, and output that
can't be written."""

import contextlib
import json
import os
import unittest

from command_case import DONE, FAILED, MISUSED, CommandCase, answers

SUBCOMMANDS = {
    "process": "list new show check fix import export print publish delete undelete",
    "deal": "list add edit answer show move win lose refuse park unpark tactics import export delete undelete",
    "database": "check backup restore sample",
    "undo": "",
    "redo": "",
}


class Usage(CommandCase):
    def test_help(self):
        for words in [["--help"], ["process", "--help"], ["deal", "--help"], ["database", "--help"]]:
            result = self.run_program(*words)
            self.assertEqual(result.returncode, DONE, words)
            self.assertIn(b"stagecraft", result.stdout)
        for group, verbs in SUBCOMMANDS.items():
            for verb in verbs.split() or [None]:
                words = [group, verb] if verb else [group]
                result = self.run_program(*words, "--help")
                self.assertEqual(result.returncode, DONE, words)
                self.assertIn(" ".join(["stagecraft", *words]).encode(), result.stdout)
                self.assertIn(b"--database", result.stdout)
                self.assertEqual(result.stderr, b"")

    def test_misuse(self):
        for words in [
            ["process"], ["deal"], ["nonsense"], ["process", "nonsense"], ["--nonsense"], ["--database"],
            ["process", "list", "--nonsense"], ["process", "list", "too much"], ["process", "show"],
            ["process", "show", "N", "too much"], ["process", "check", "N", "too much"], ["process", "delete", "N", "too much"],
            ["process", "undelete", "N", "too much"], ["process", "publish", "N", "too much"], ["process", "export", "N", "too much"],
            ["deal", "list", "N", "too much"], ["deal", "show", "1", "too much"], ["deal", "move", "1", "A", "too much"],
            ["deal", "win", "1", "too much"], ["deal", "lose", "1", "too much"], ["deal", "refuse", "1", "too much"],
            ["deal", "park", "1", "too much"], ["deal", "unpark", "1", "too much"], ["deal", "delete", "1", "too much"],
            ["deal", "undelete", "1", "too much"], ["deal", "export", "N", "too much"], ["undo", "too much"], ["redo", "too much"],
            ["database", "check", "too much"], ["database", "backup", "f", "too much"], ["database", "restore", "f", "too much"],
            ["process", "new"], ["process", "new", "--name", "N", *answers(selling="soft")],
            ["process", "new", "--name", "N", *answers()[:6]],
            ["process", "new", "--name", "N", "--language", "de", *answers()],
            ["process", "export", "N", "--format", "doc"], ["process", "export", "N", "--paper", "A99"],
            ["process", "export", "N", "--paper", "A3", "--format", "svg"], ["process", "export", "N", "--portrait"], ["deal", "list", "N", "--status", "gone"],
            ["deal", "list", "N", "--limit", "-3"], ["deal", "list", "N", "--limit", "-1"], ["deal", "list", "N", "--limit", "many"],
            ["deal", "add", "N"], ["deal", "move", "1"], ["deal", "import", "N"],
            ["deal", "import", "N", "f.csv", "--map", "nonsense=x"], ["deal", "import", "N", "f.csv", "--map", "title"],
            ["deal", "import", "N", "f.csv", "--stage", "x"], ["deal", "import", "N", "f.csv", "--currency", "XYZ"],
            ["deal", "import", "N", "f.csv", "--date-order", "dym"],
            ["process", "show", b"\xff\xfe"], ["process", "publish", "N", "--move", "Old"], ["process", "print", "N", "--paper", "A99"],
        ]:
            result = self.run_command(*[os.fsdecode(word) for word in words])
            self.assertEqual(result.returncode, MISUSED, (words, result.stderr))
            self.assertTrue(result.stderr.startswith(b"stagecraft: "), words)
            self.assertEqual(result.stdout, b"")
        self.assertFalse(self.database.exists())

    def test_database_option_anywhere(self):
        for words in [
            ["--database", self.database, "process", "list"], ["process", "--database", self.database, "list"],
            ["process", "list", "--database", self.database], [f"--database={self.database}", "process", "list"],
            ["process", "list", f"--database={self.database}"],
        ]:
            with contextlib.suppress(FileNotFoundError):
                self.database.unlink()
            self.assertEqual(self.run_program(*words).returncode, DONE, words)
            self.assertTrue(self.database.exists(), words)

    def test_any_locale(self):
        for locale in ["C", "POSIX", "C.UTF-8", "ru_RU.UTF-8"]:
            name = f"Продажа {locale}"
            environment = {"LC_ALL": locale, "LANGUAGE": ""}
            result = self.run_command("process", "new", "--name", name, "--language", "ru", *answers(), "--json",
                                      environment=environment)
            self.assertEqual(result.returncode, DONE, result.stderr)
            self.assertEqual(json.loads(result.stdout)["name"], name)
            result = self.run_command("process", "show", "Нет такого", environment=environment)
            self.assertEqual(result.returncode, FAILED)
            self.assertIn("Нет такого", result.stderr.decode())

    def test_full_output(self):
        self.make_process()
        with open("/dev/full", "wb") as full:
            for words in [["process", "list"], ["process", "show", "C"], ["process", "show", "C", "--json"],
                          ["process", "export", "C", "--format", "svg"], ["process", "list", "--help"]]:
                self.assertEqual(self.run_command(*words, stdout=full).returncode, FAILED, words)


if __name__ == "__main__":
    unittest.main(verbosity=2)
