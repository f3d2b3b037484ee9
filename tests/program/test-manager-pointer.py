#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A head of sales, from an empty database to the printed scheme with the
pointer, and the keyboard only to type names."""

import json
import unittest

from ways import Way, begins


class ManagerByPointer(Way):
    def answer(self, program):
        program.click(program.find("button", "Answer Six Questions…"))
        dialog = program.find("dialog", "New Process")
        for question, answer in [
            ("Must you advise customers before they can buy?", "Yes, first we advise"),
            ("Do customers already know this kind of product?", "Yes"),
            ("Do requests come in by themselves?", "Yes"),
            ("Who buys?", "Companies"),
            ("What do you sell?", "Work that we do"),
        ]:
            program.click(program.find("radio button", answer, program.find("grouping", question, dialog)))
        program.find("label", begins("6 stages, "), dialog)
        program.click(program.find("button", "Create", dialog))
        program.wait_until_gone("dialog", "New Process")

    def stage(self, program, beginning):
        return program.find("list item", begins(beginning), program.find("list", "Stages"))

    def rename(self, program):
        program.double_click(self.stage(program, "Stage 2 of 6, Needs discovery"))
        program.wait_for_focus("text", "Name of the stage")
        program.type("Discovery")
        program.press("Return")
        self.stage(program, "Stage 2 of 6, Discovery")

        program.click(program.find("button", "Undo"))
        self.stage(program, "Stage 2 of 6, Needs discovery")
        program.click(program.find("button", "Redo"))
        self.stage(program, "Stage 2 of 6, Discovery")

    def add(self, program):
        """From the menu of a stage, and of the menu within that."""
        program.take_from_menu(self.stage(program, "Stage 3 of 6"), "Add After", "Empty Stage")
        program.wait_for_focus("text", "Name of the stage")
        program.type("Reference call")
        program.press("Return")
        self.stage(program, "Stage 4 of 7, Reference call")

    def reorder(self, program):
        """Dragged in front of its neighbour."""
        program.drag(self.stage(program, "Stage 4 of 7, Reference call"), self.stage(program, "Stage 3 of 7"),
                     at=(0.1, 0.5))
        self.stage(program, "Stage 3 of 7, Reference call")

    def merge(self, program):
        """Dragged onto its neighbour; and with the menu."""
        program.drag(self.stage(program, "Stage 3 of 7, Reference call"), self.stage(program, "Stage 2 of 7"))
        self.stage(program, "Stage 2 of 6, Discovery and Reference call")
        program.click(program.find("button", "Undo"))
        self.stage(program, "Stage 3 of 7, Reference call")

        program.take_from_menu(self.stage(program, "Stage 2 of 7"), "Merge with “Reference call”")
        self.stage(program, "Stage 2 of 6, Discovery and Reference call")
        self.wait_until_equal(self.stages, ["Request and qualification", "Discovery and Reference call",
                                            "Presentation and proposal", "Contract signing", "Payment tracking",
                                            "Delivery"])

    def publish(self, program):
        program.click(program.find("button", "Publish…"))
        program.click(program.find("button", "Publish"))
        self.wait_until_equal(self.status, "published")

    def open_process_menu(self, program, label):
        program.click(program.find("button", "Process Menu"))
        program.click(program.menu_item(label))

    def print(self, program):
        self.open_process_menu(program, "Print…")
        program.click(program.find("button", "Print…"))
        dialog = program.wait_for_windows(2)
        program.click(program.find("table row", "Print to File", dialog))
        program.click(program.find("button", "Print", dialog))
        self.check_print("Discovery and Reference", "Payment tracking", "Client won")
        program.wait_for_windows(1)
        program.wait_until_gone("dialog")

    def export(self, program, form, file):
        self.open_process_menu(program, "Export…")
        program.click(program.find("list item", form))
        chooser = program.wait_for_windows(2)
        program.wait_for_focus("text")
        program.press("ctrl+a")
        program.type(str(self.folder / file))
        program.click(program.find("button", "Save", chooser))
        program.wait_for_windows(1)

    def test_from_nothing_to_the_printed_scheme(self):
        with self.start() as program:
            self.answer(program)
            self.rename(program)
            self.add(program)
            self.reorder(program)
            self.merge(program)
            self.publish(program)
            self.print(program)
            self.export(program, "PNG", "scheme.png")
            self.export(program, "JSON", "scheme.json")
            self.wait_for_file("scheme.png", b"IEND")
            exported = json.loads(self.wait_for_file("scheme.json", b"stagecraft-process").read_text())
            self.assertEqual(exported, self.process())


if __name__ == "__main__":
    unittest.main(verbosity=2)
