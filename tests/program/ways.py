# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways that the program is for: a head of sales comes to a printed scheme, a
rep works deals along it. What the tests that go them have in common."""

import json
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from driver import PROGRAM_ENVIRONMENT, Program, begins, wait_for

STAGECRAFT = PROGRAM_ENVIRONMENT["STAGECRAFT"]

# Consultative, established, formed demand, companies, a service: six stages.
SIX_STAGES = ["--selling", "consultative", "--novelty", "established", "--demand", "formed",
              "--market", "b2b", "--offer", "service", "--payment-terms", "before-onboarding"]


class Way(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        # Apart: a file chooser that reads the database's folder in this process
        # takes away the locks that SQLite holds on it.
        self.database = self.folder / "data" / "way.db"
        self.database.parent.mkdir()

    def start(self, **how):
        """The program, on this test's database and in its folder."""
        return Program(self.database, folder=self.folder, **how)

    # What the command line says of the same database

    def run_command(self, *arguments):
        result = subprocess.run(
            [STAGECRAFT, "--database", str(self.database), *arguments],
            env=PROGRAM_ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False,
        )
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def ask(self, *arguments):
        return json.loads(self.run_command(*arguments, "--json"))

    def process(self):
        """The only process."""
        return self.ask("process", "show", self.ask("process", "list")["processes"][0]["name"])

    def stages(self):
        return [stage["name"] for stage in self.process()["stages"]]

    def status(self):
        return self.process()["status"]

    def findings(self):
        return [finding["rule"] for finding in self.ask("process", "check", "Sales Process")["findings"]]

    def deals(self, *arguments):
        return sorted(deal["title"] for deal in self.ask("deal", "list", "Sales Process", *arguments)["deals"])

    def deal(self, title):
        deals = self.ask("deal", "list", "Sales Process", "--search", title)["deals"]
        return next((deal for deal in deals if deal["title"] == title), None)

    def wait_until_equal(self, question, expected):
        wait_for(lambda: question() == expected, lambda: f"{question()} to be {expected}")

    # What is there to begin with

    def make_process(self):
        """A published process of six stages."""
        self.run_command("process", "new", "--name", "Sales Process", *SIX_STAGES)
        self.run_command("process", "publish", "Sales Process")

    def import_deals(self, rows):
        """Deals of title, company, stage and value."""
        table = self.folder / "deals.csv"
        table.write_text("deal,company,stage,value\n" + "".join(",".join(row) + "\n" for row in rows))
        self.run_command("deal", "import", "Sales Process", str(table), "--map", "title=deal",
                         "--map", "company=company", "--map", "stage=stage", "--map", "value=value",
                         "--currency", "USD")

    def keep_settings(self):
        """Settings that outlive the program, unlike those of other tests."""
        config = self.folder / "config"
        shutil.copytree(PROGRAM_ENVIRONMENT["XDG_CONFIG_HOME"], config)
        return {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(config)}

    # Ways in the window

    def open_process(self, program, name="Sales Process"):
        """The only process, by keyboard, from the view in which the focus begins."""
        program.find("list item", begins(name))
        program.wait_for_focus(None, lambda name: name and not name.startswith("Today"))
        program.press("F6")
        program.wait_for_focus("list item", begins("Today"))
        program.press("Down")
        program.wait_for_focus("list item", begins(name))
        program.press("Return")

    # What comes out of it

    def wait_for_file(self, name, content):
        """Waits until a file is there whole."""
        path = self.folder / name
        wait_for(lambda: path.exists() and content in path.read_bytes(), f"{path} with {content}")
        return path

    def check_print(self, *texts):
        """Waits for what the print dialog of the desktop writes into a file."""
        path = self.wait_for_file("output.pdf", b"%%EOF")
        printed = subprocess.run(["pdftotext", "-layout", str(path), "-"],
                                 check=True, capture_output=True, text=True).stdout
        for text in texts:
            self.assertIn(text, printed)
