#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways that the program is for, from an empty database on: a head of sales
comes to a printed scheme, a rep works deals along it. Once with nothing but
the keyboard, once with the pointer."""

import json
import subprocess
import tempfile
import unittest
from pathlib import Path

from driver import Atspi, PROGRAM_ENVIRONMENT, Program, wait_for

STAGECRAFT = PROGRAM_ENVIRONMENT["STAGECRAFT"]

# Consultative, established, formed demand, companies, a service: six stages.
SIX_STAGES = ["--selling", "consultative", "--novelty", "established", "--demand", "formed",
              "--market", "b2b", "--offer", "service", "--payment-terms", "before-onboarding"]

TWELVE_STAGES = """1. Запрос 2. Квалификация 3. Встреча 4. Выявление потребностей 5. Презентация
6. Подготовка КП 7. Согласование КП 8. Переговоры 9. Согласование договора 10. Подписание договора
11. Оплата 12. Внедрение
"""


def begins(text):
    return lambda name: name.startswith(text)


class Way(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.database = self.folder / "way.db"

    def run_command(self, *arguments):
        result = subprocess.run(
            [STAGECRAFT, "--database", str(self.database), *arguments],
            env=PROGRAM_ENVIRONMENT, capture_output=True, text=True, timeout=60, check=False,
        )
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return result.stdout

    def ask(self, *arguments):
        """What the command line says of the same database."""
        return json.loads(self.run_command(*arguments, "--json"))

    def stages(self):
        return [stage["name"] for stage in self.ask("process", "show", "Sales Process")["stages"]]

    def findings(self):
        return [finding["rule"] for finding in self.ask("process", "check", "Sales Process")["findings"]]

    def status(self):
        return self.ask("process", "show", "Sales Process")["status"]

    def wait_until_equal(self, question, expected):
        wait_for(lambda: question() == expected, lambda: f"{question()} to be {expected}")

    def wait_for_file(self, name, content):
        """Waits until a file is there whole."""
        path = self.folder / name
        wait_for(lambda: path.exists() and content in path.read_bytes(), f"{path} with {content}")
        return path


class Manager(Way):
    """The head of sales."""

    def check_print(self, path):
        text = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True).stdout
        for stage in ["Request and qualification", "Reference call", "Payment tracking", "Delivery"]:
            self.assertIn(stage, text)
        self.assertIn("Client won", text)

    def answer_by_keyboard(self, program):
        program.press("ctrl+shift+n")
        program.wait_for_focus("text", "Name")
        program.tab_to("list item", "Yes, first we advise")
        for answer in ["Yes", "Yes", "Companies", "Something they then use themselves"]:
            program.press("space", "Tab", "Tab")
            program.wait_for_focus("list item", answer)
        program.press("Tab")
        program.wait_for_focus("list item", "Work that we do")
        program.press("space")
        program.find("label", begins("6 stages, "))
        program.tab_to("button", "Create")
        program.press("space")

    def shape_by_keyboard(self, program):
        program.wait_for_focus("list item", begins("Stage 1 of 6, Request and qualification"))
        self.assertEqual(len(self.stages()), 6)
        self.assertEqual(self.findings(), [])

        program.press("Right")
        program.wait_for_focus("list item", begins("Stage 2 of 6, Needs discovery"))
        program.press("F2")
        program.wait_for_focus("text", "Name of the stage")
        program.type("Discovery")
        program.press("Return")
        program.wait_for_focus("list item", begins("Stage 2 of 6, Discovery"))

        program.press("Menu")
        program.choose("Merge with “Presentation and proposal”")
        program.wait_for_focus("list item", begins("Stage 2 of 5, Discovery and Presentation and proposal"))

        program.press("ctrl+n")
        program.wait_for_focus("text", "Name of the stage")
        program.type("Reference call")
        program.press("Return")
        program.wait_for_focus("list item", begins("Stage 3 of 6, Reference call, nobody responsible"))

        program.press("alt+Right")
        program.wait_for_focus("list item", begins("Stage 4 of 6, Reference call"))
        program.press("ctrl+z")
        program.wait_for_focus("list item", begins("Stage 3 of 6, Reference call"))

    def fix_by_keyboard(self, program):
        self.wait_until_equal(self.findings, ["no-exit-criterion", "no-responsible", "no-goal", "no-duration"])
        program.press("ctrl+i")
        program.wait_for_focus("list item", begins("Warning: “Reference call” has no exit criterion"))
        for fix, then in [
            ("Give “Reference call” the usual exit criteria", "Warning: Nobody is responsible"),
            ("Make “Sales rep” responsible for “Reference call”", "Hint: “Reference call” has no goal"),
            ("Give “Reference call” the usual goal", "Hint: “Reference call” has no target time"),
            ("Give “Reference call” the usual target time: 2 working days",
             "Stage 3 of 6, Reference call, Sales rep, 2 working days"),
        ]:
            program.press("Tab")
            program.wait_for_focus("button", fix)
            program.press("space")
            program.wait_for_focus("list item", begins(then))
        self.wait_until_equal(self.findings, [])

        program.press("ctrl+z")
        program.wait_for_focus("list item", begins("Stage 3 of 6, Reference call, Sales rep, 1 hint"))
        self.wait_until_equal(self.findings, ["no-duration"])
        program.press("ctrl+shift+z")
        self.wait_until_equal(self.findings, [])

    def publish_by_keyboard(self, program):
        program.tab_to("button", "Publish…", back=True)
        program.press("space")
        program.wait_for_focus("button", "Publish")
        program.press("Return")
        self.wait_until_equal(self.status, "published")

    def print_by_keyboard(self, program):
        program.press("ctrl+p")
        program.wait_for_focus("button", "Print…")
        program.press("space")
        wait_for(lambda: len(program.windows()) == 2, "the dialog of the desktop")
        program.tab_to("table row", "Print to File")
        program.press("Down")
        program.tab_to("button", "Print")
        program.press("space")
        self.check_print(self.wait_for_file("output.pdf", b"%%EOF"))
        wait_for(lambda: len(program.windows()) == 1, "the dialog to close")
        program.wait_until_gone("dialog")

    def export_by_keyboard(self, program, form, file):
        program.tab_to("toggle button", "Process Menu")
        program.press("space")
        program.choose("Export…")
        program.tab_to("list item", form)
        program.press("Return")
        wait_for(lambda: len(program.windows()) == 2, "the file chooser")
        program.wait_for_focus("text")
        program.press("ctrl+a")
        program.type(str(self.folder / file))
        program.press("Return")
        wait_for(lambda: len(program.windows()) == 1, "the file chooser to close")

    def test_by_keyboard(self):
        with Program(self.database, folder=self.folder) as program:
            program.find("button", "Answer Six Questions…")
            self.answer_by_keyboard(program)
            self.shape_by_keyboard(program)
            self.fix_by_keyboard(program)
            self.publish_by_keyboard(program)
            self.print_by_keyboard(program)
            self.export_by_keyboard(program, "SVG", "scheme.svg")
            self.export_by_keyboard(program, "JSON", "scheme.json")

            svg = self.wait_for_file("scheme.svg", b"</svg>").read_text()
            self.assertIn("Reference call", svg)
            exported = json.loads(self.wait_for_file("scheme.json", b"stagecraft-process").read_text())
            self.assertEqual(exported, self.ask("process", "show", "Sales Process"))

    def answer_by_pointer(self, program):
        program.click(program.find("button", "Answer Six Questions…"))
        dialog = program.find("dialog", "New Process")
        for question, answer in [
            ("Must you advise customers before they can buy?", "Yes, first we advise"),
            ("Do customers already know this kind of product?", "Yes"),
            ("Do requests come in by themselves?", "Yes"),
            ("Who buys?", "Companies"),
            ("What do you sell?", "Work that we do"),
        ]:
            node = program.find("list item", answer, program.find("grouping", question, dialog))
            program.click(self.in_sight(program, dialog, node))
        program.find("label", begins("6 stages, "), dialog)
        program.click(program.find("button", "Create", dialog))
        program.wait_until_gone("dialog", "New Process")

    def in_sight(self, program, dialog, node):
        """Scrolls as a person would, until all of a thing can be seen."""
        def bottom(thing):
            extents = thing.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            return extents.y + extents.height

        pane = program.find("scroll pane", within=dialog)
        while bottom(node) > bottom(pane):
            here = bottom(node)
            program.point_at(pane)
            subprocess.run(["xdotool", "click", "5"], check=True)
            wait_for(lambda: bottom(node) < here, "the answers to scroll")
        return node

    def shape_by_pointer(self, program):
        program.double_click(program.find("list item", begins("Stage 2 of 6, Needs discovery")))
        program.wait_for_focus("text", "Name of the stage")
        program.type("Discovery")
        program.press("Return")
        program.find("list item", begins("Stage 2 of 6, Discovery"))

        program.click(program.find("button", "Undo"))
        program.find("list item", begins("Stage 2 of 6, Needs discovery"))
        program.click(program.find("button", "Redo"))
        program.find("list item", begins("Stage 2 of 6, Discovery"))
        self.wait_until_equal(lambda: self.stages()[1], "Discovery")

    def publish_by_pointer(self, program):
        program.click(program.find("button", "Publish…"))
        program.click(program.find("button", "Publish"))
        self.wait_until_equal(self.status, "published")

    def test_by_pointer(self):
        with Program(self.database, folder=self.folder) as program:
            self.answer_by_pointer(program)
            self.shape_by_pointer(program)
            self.publish_by_pointer(program)

    def test_twelve_stages_become_seven(self):
        """A head of sales pastes what they have, and sees how it comes together."""
        with Program(self.database, folder=self.folder) as program:
            program.click(program.find("button", "Paste the Stages You Have…"))
            program.wait_for_focus("text")
            subprocess.run(["xclip", "-selection", "clipboard"], input=TWELVE_STAGES, check=True, text=True)
            program.press("ctrl+v")
            program.click(program.find("button", "Create"))
            program.wait_until_gone("dialog")
            program.find("list item", begins("Stage 12 of 12"))
            program.click(program.find("button", "Show How They Come Together"))
            program.find("label", "From 12 stages to 7")
            self.assertEqual(len(self.ask("process", "show", self.only_process())["stages"]), 12)
            program.click(program.find("button", "Apply"))
            program.find("list item", begins("Stage 7 of 7"))
            self.wait_until_equal(lambda: len(self.ask("process", "show", self.only_process())["stages"]), 7)

    def only_process(self):
        return self.ask("process", "list")["processes"][0]["name"]


if __name__ == "__main__":
    unittest.main(verbosity=2)
