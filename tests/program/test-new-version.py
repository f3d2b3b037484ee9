#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new version is published while deals stand in the old one: they go where the
head of sales says, by pointer and by keyboard."""

import unittest

from ways import Way, begins


class NewVersion(Way):
    def setUp(self):
        super().setUp()
        self.make_process()
        self.import_deals([
            ("Printers", "Acme", "Contract signing", "1000"),
            ("Scanners", "Acme", "Contract signing", "2000"),
            ("Toner", "Bcme", "Presentation and proposal", "3000"),
        ])

    def check(self):
        self.wait_until_equal(lambda: self.deals("--stage", "Payment tracking"), ["Printers", "Scanners"])
        self.assertEqual(self.deals("--stage", "Needs discovery and presentation and proposal"), ["Toner"])

    def test_by_pointer(self):
        with self.start() as program:
            program.click(program.find("list item", begins("Sales Process")))
            program.click(program.find("page tab", "Scheme"))
            program.take_from_menu(program.find("list item", begins("Stage 4 of 6, Contract signing")), "Delete")
            program.take_from_menu(program.find("list item", begins("Stage 2 of 5")),
                                   "Merge with “Presentation and proposal”")
            program.find("list item", begins("Stage 2 of 4, Needs discovery and presentation and proposal"))
            program.click(program.find("button", "Publish…"))

            # Merged stages take their deals along; where the others go is asked.
            alert = program.find("alert", "Publish the Draft?")
            merged = program.find("combo box", begins("1 deal of “Presentation and proposal” goes to"), alert)
            program.find("label", "Needs discovery and presentation and proposal", merged)
            program.tab_to("combo box", begins("2 deals of “Contract signing” go to"))
            program.pick_by_keyboard("Payment tracking")
            program.click(program.find("button", begins("Publish"), alert))
            program.wait_until_gone("alert")
            self.check()

    def test_by_keyboard(self):
        with self.start() as program:
            self.open_process(program)
            program.press("alt+2")
            program.wait_for_focus("list item", begins("Stage 1 of 6"))
            program.press("Right", "Right", "Right")
            program.wait_for_focus("list item", begins("Stage 4 of 6, Contract signing"))
            program.press("Delete")
            program.wait_for_focus("list item", begins("Stage 4 of 5, Payment tracking"))
            program.press("Left", "Left")
            program.wait_for_focus("list item", begins("Stage 2 of 5"))
            program.press("shift+F10")
            program.choose("Merge with “Presentation and proposal”")
            program.wait_for_focus("list item", begins("Stage 2 of 4"))
            program.tab_to("button", "Publish…", back=True)
            program.press("space")

            program.find("alert", begins("Publish"))
            program.tab_to("combo box", begins("2 deals of “Contract signing” go to"))
            program.pick_by_keyboard("Payment tracking")
            program.tab_to("button", begins("Publish"))
            program.press("space")
            program.wait_until_gone("alert")
            self.check()


if __name__ == "__main__":
    unittest.main(verbosity=2)
