#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A head of sales, from an empty database to the printed scheme with nothing but
the keyboard."""

import json
import unittest

from driver import State, wait_for
from ways import Way, begins


class ManagerByKeyboard(Way):
    def answer(self, program):
        program.press("ctrl+shift+n")
        program.wait_for_focus("text", "Name")
        program.tab_to("radio button", "Yes, first we advise")
        for answer in ["Yes", "Yes", "Companies", "Something they then use themselves"]:
            program.press("space", "Tab", "Tab")
            program.wait_for_focus("radio button", answer)
        program.press("Tab")
        program.wait_for_focus("radio button", "Work that we do")
        program.press("space")
        wait_for(lambda: program.focused().has(State.CHECKED), "the answer to say that it is chosen")
        program.find("label", begins("6 stages, "))
        program.tab_to("button", "Create")
        program.press("space")

    def shape(self, program):
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
        program.wait_for_focus("list item", begins("Stage 2 of 5, Discovery and presentation and proposal"))

        program.press("Insert")
        program.wait_for_focus("text", "Name of the stage")
        program.type("Reference call")
        program.press("Return")
        program.wait_for_focus("list item", begins("Stage 3 of 6, Reference call, nobody responsible"))

        program.press("alt+Right")
        program.wait_for_focus("list item", begins("Stage 4 of 6, Reference call"))
        program.press("ctrl+z")
        program.wait_for_focus("list item", begins("Stage 3 of 6, Reference call"))

    def fix(self, program):
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

    def publish(self, program):
        program.tab_to("button", "Publish…", back=True)
        program.press("space")
        program.wait_for_focus("button", "Publish")
        program.press("Return")
        self.wait_until_equal(self.status, "published")

    def print(self, program):
        program.press("ctrl+p")
        program.wait_for_focus("button", "Print…")
        program.press("space")
        program.wait_for_windows(2)
        program.tab_to("table row", "Print to File")
        program.press("Down")
        program.tab_to("button", "Print")
        program.press("space")
        self.check_print("Request and qualification", "Reference call", "Payment tracking", "Delivery", "Client won")
        program.wait_for_windows(1)
        program.wait_until_gone("dialog")

    def export(self, program, form, file):
        program.tab_to("toggle button", "Process Menu")
        program.press("space")
        program.choose("Export…")
        program.tab_to("list item", form)
        program.press("Return")
        program.wait_for_windows(2)
        program.wait_for_focus("text")
        program.press("ctrl+a")
        program.type(str(self.folder / file))
        program.press("Return")
        program.wait_for_windows(1)

    def test_from_nothing_to_the_printed_scheme(self):
        with self.start() as program:
            program.find("button", "Answer Six Questions…")
            self.answer(program)
            self.shape(program)
            self.fix(program)
            self.publish(program)
            self.print(program)
            self.export(program, "SVG", "scheme.svg")
            self.export(program, "JSON", "scheme.json")
            program.press("ctrl+n")
            program.wait_for_focus("text", begins("New deal: "))

            svg = self.wait_for_file("scheme.svg", b"</svg>").read_text()
            self.assertIn("Reference call", svg)
            exported = json.loads(self.wait_for_file("scheme.json", b"stagecraft-process").read_text())
            self.assertEqual(exported, self.ask("process", "show", "Sales Process"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
