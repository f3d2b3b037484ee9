#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways that the program is for, from an empty database on: a head of sales
comes to a printed scheme, a rep works deals along it. Once with nothing but
the keyboard, once with the pointer."""

import json
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from driver import Atspi, PROGRAM_ENVIRONMENT, Program, has_state, wait_for

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
            program.tab_to("button", fix)
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
            program.click(program.find("button", "Show How"))
            program.find("label", "From 12 stages to 7")
            self.assertEqual(len(self.ask("process", "show", self.only_process())["stages"]), 12)
            program.click(program.find("button", "Apply"))
            program.find("list item", begins("Stage 7 of 7"))
            self.wait_until_equal(lambda: len(self.ask("process", "show", self.only_process())["stages"]), 7)

    def only_process(self):
        return self.ask("process", "list")["processes"][0]["name"]


class Rep(Way):
    """The one who sells."""

    def setUp(self):
        super().setUp()
        self.run_command("process", "new", "--name", "Sales Process", *SIX_STAGES)
        self.run_command("process", "publish", "Sales Process")
        deals = self.folder / "deals.csv"
        deals.write_text("deal,company,stage,value\n" + "".join(
            f"Deal {i:02},Company {i},{'Contract signing' if i > 10 else 'Request and qualification'},{i}000\n"
            for i in range(1, 13)))
        self.run_command("deal", "import", "Sales Process", str(deals), "--map", "title=deal",
                         "--map", "company=company", "--map", "stage=stage", "--map", "value=value",
                         "--currency", "USD")

        # Settings that last, unlike those of other tests.
        config = self.folder / "config"
        shutil.copytree(PROGRAM_ENVIRONMENT["XDG_CONFIG_HOME"], config)
        self.environment = {"GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": str(config)}

    def deals(self, *arguments):
        return sorted(deal["title"] for deal in self.ask("deal", "list", "Sales Process", *arguments)["deals"])

    def deal(self, title):
        deals = self.ask("deal", "list", "Sales Process", "--search", title)["deals"]
        return next((deal for deal in deals if deal["title"] == title), None)

    def open_deals_by_keyboard(self, program):
        program.find("list item", begins("Sales Process"))
        program.wait_for_focus("list item", "Today")
        program.press("Down")
        program.wait_for_focus("list item", begins("Sales Process"))
        program.press("Return")
        program.find("list", "Stages")
        program.press("alt+3")
        program.wait_for_focus("list item", begins("Deal 01, Company 1, $1,000"))

    def move_by_keyboard(self, program):
        """Ten deals to the next stage, the first with all that is asked for."""
        program.press("Down")
        program.wait_for_focus("list item", begins("Deal 02"))
        program.press("Menu")
        program.menu_item("Rename…")
        program.press("Escape")
        program.wait_for_focus("list item", begins("Deal 02"))
        program.press("Up")
        for i in range(1, 11):
            program.wait_for_focus("list item", begins(f"Deal {i:02}"))
            program.press("shift+Right")
            program.wait_for_focus("check box", "Answered in time")
            if i == 1:
                program.press("space", "Tab")
                program.wait_for_focus("check box", "Source noted")
            program.press("alt+m")
            program.wait_for_focus("text", "Next step")
            if i == 1:
                program.type("Call them")
                program.press("Return")
            else:
                program.press("Escape")
            program.wait_for_focus("list item", begins(f"Deal {i:02}"))
            if i < 10:
                program.press("Left")
        self.assertEqual(len(self.deals("--stage", "Needs discovery")), 10)
        self.assertEqual(self.deals("--stage", "Request and qualification"), [])

        program.press("ctrl+z")
        program.find("list item", begins("Deal 10"), program.find("list", "Request and qualification"))
        self.assertEqual(self.deals("--stage", "Request and qualification"), ["Deal 10"])
        program.press("ctrl+shift+z")
        program.find("list item", begins("Deal 10"), program.find("list", "Needs discovery"))
        self.assertEqual(self.deals("--stage", "Request and qualification"), [])

    def close_by_keyboard(self, program):
        """One is lost, for a reason, and one is won."""
        program.press("Right")
        program.wait_for_focus("list item", lambda name: name.startswith(("Deal 11", "Deal 12")))
        program.press("Up")
        program.wait_for_focus("list item", begins("Deal 11"))
        program.press("Menu")
        program.choose("Lost…")
        program.wait_for_focus("text", "Reason")
        program.type("Too dear")
        program.press("Return")
        self.wait_until_equal(lambda: self.deals("--status", "lost"), ["Deal 11"])

        program.wait_for_focus("list item", begins("Deal 12"))
        program.press("Menu")
        program.choose("Won")
        program.find("alert", "Is the Stage Done?")
        program.press("alt+m")
        program.wait_for_focus("text", "Next step")
        program.press("Escape")
        self.wait_until_equal(lambda: self.deals("--status", "won"), ["Deal 12"])
        program.wait_for_focus("list item", begins("Deal 12"))

    def add_by_keyboard(self, program):
        program.press("ctrl+n")
        program.wait_for_focus("text", "Title of the new deal")
        program.type("Printers")
        program.press("Return")
        self.wait_until_equal(lambda: self.deals("--search", "Printers"), ["Printers"])
        program.press("Escape")
        program.wait_for_focus("list item", begins("Printers"))

    def search_by_keyboard(self, program):
        program.press("ctrl+f")
        program.wait_for_focus(None, "Search deals")
        program.type("printers")
        wait_for(lambda: not program.find_all("list item", begins("Deal 02")), "only what is searched for")
        program.press("Return")
        program.wait_for_focus("list item", begins("Printers"))

    def edit_by_keyboard(self, program):
        """All about the deal, in its pane."""
        program.press("Return")
        program.wait_for_focus("combo box", "Stage")
        program.tab_to("check box")
        program.press("space")
        wait_for(lambda: program.focused() and has_state(program.focused(), Atspi.StateType.CHECKED), "a tick")
        program.tab_to("text", "Company")
        program.type("Acme")
        program.tab_to("text", "Value")
        program.type("2500")
        program.press("Return")
        self.wait_until_equal(lambda: self.deal("Printers")["value"]["minor"], 250000)
        self.wait_until_equal(lambda: self.deal("Printers")["company"], "Acme")
        program.tab_to("button", "Add a Payment")
        program.press("space")
        program.wait_for_focus("text", "Amount")
        program.type("1000")
        program.press("Return")
        program.wait_for_focus("button", "Add a Payment")
        program.find("label", "$0 of $1,000 received")

    def list_lost_by_pointer(self, program):
        program.click(program.find("toggle button", "List"))
        program.click(program.find("combo box", "All Deals"))
        program.press("End", "Return")
        wait_for(lambda: not program.find_all("table row", begins("Deal 12")), "only what is lost")
        program.find("table row", begins("Deal 11"))

    def test_by_keyboard(self):
        with Program(self.database, environment=self.environment) as program:
            self.open_deals_by_keyboard(program)
            self.move_by_keyboard(program)
            self.close_by_keyboard(program)
            self.add_by_keyboard(program)
            self.search_by_keyboard(program)
            self.edit_by_keyboard(program)

        # The next morning all is as it was.
        with Program(self.database, environment=self.environment) as program:
            board = program.find("list", "Needs discovery")
            program.find("list item", begins("Deal 10"), board)
            program.find("list item", begins("Printers, Acme, $2,500"), program.find("list", "Delivery"))
            program.find("list item", begins("Deal 12"), program.find("list", "Delivery"))
            self.list_lost_by_pointer(program)

        # As is what was chosen to be shown.
        with Program(self.database, environment=self.environment) as program:
            program.find("table row", begins("Deal 11"))
            self.assertEqual(program.find_all("table row", begins("Deal 12")), [])
        self.assertEqual(len(self.deals("--stage", "Needs discovery")), 10)

    def test_by_pointer(self):
        with Program(self.database, environment=self.environment) as program:
            program.click(program.find("list item", begins("Sales Process")))
            program.click(program.find("page tab", "Deals"))
            first = program.find("list item", begins("Deal 01"), program.find("list", "Request and qualification"))

            # Dragged to the next stage, with a criterion ticked on the way.
            program.drag(first, program.find("label", "No deals", program.find("grouping", "Needs discovery")))
            alert = program.find("alert", "Is the Stage Done?")
            program.click(program.find("check box", "Task known", alert))
            program.click(program.find("button", begins("Move"), alert))
            program.click(program.find("button", "Not Now", program.find("alert", "What Is the Next Step?")))
            program.wait_until_gone("alert")
            program.find("list item", begins("Deal 01"), program.find("list", "Needs discovery"))
            self.assertEqual(self.deals("--stage", "Needs discovery"), ["Deal 01"])

            program.click(program.find("button", "Add a Deal"))
            program.wait_for_focus("text", "Title of the new deal")
            program.type("Printers")
            program.press("Return")
            program.find("list item", begins("Printers"), program.find("list", "Request and qualification"))

            # Those of others go out of sight.
            program.click(program.find("toggle button", "Mine"))
            wait_for(lambda: not program.find_all("list item", begins("Deal 02")), "only what is mine")
            program.find("list item", begins("Printers"))
            program.click(program.find("toggle button", "Mine"))
            program.find("list item", begins("Deal 02"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
