#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deals come in from another program's table, through the window: by pointer and
by keyboard."""

import unittest

from ways import Way, begins

# A column and a stage that nobody knows, dates that can be read in two ways, and
# an amount that is none.
TABLE = """Deal,Kunde,Stage,Value,Started
Printers,Acme,Contract signing,1000,03/04/2026
Scanners,Bcme,Warm,2000,05/06/2026
Toner,Ccme,Warm,plenty,01/02/2026
"""


class ImportDeals(Way):
    def setUp(self):
        super().setUp()
        self.make_process()
        self.table = self.folder / "table.csv"
        self.table.write_text(TABLE)

    def check(self):
        self.assertEqual(self.deals(), ["Printers", "Scanners"])
        self.assertEqual(self.deals("--stage", "Needs discovery"), ["Scanners"])
        deal = self.deal("Scanners")
        self.assertEqual((deal["company"], deal["started"]), ("Bcme", "2026-06-05"))

    def check_report(self, program):
        program.find("label", "1 row was skipped.")
        program.find("label", begins("Line 4"), program.find("list", "Skipped"))

    def test_by_pointer(self):
        with self.start() as program:
            program.click(program.find("list item", begins("Sales Process")))
            program.click(program.find("page tab", "Deals"))
            program.click(program.find("button", "Import…"))
            program.click(program.find("button", "Choose File…"))
            chooser = program.wait_for_windows(2)
            program.click(program.find("list item", str(self.folder), chooser))
            program.click(program.find("table row", begins("table.csv"), chooser))
            program.click(program.find("button", "Open", chooser))
            program.wait_for_windows(1)

            dialog = program.find("dialog", "Import Deals")
            program.pick(program.find("combo box", begins("Date Order"), dialog), "Day, month, year")
            program.pick(program.find("combo box", "Kunde", dialog), "Company")
            program.pick(program.find("combo box", "Warm", dialog), "Needs discovery")
            program.click(program.find("button", "Import", dialog))
            self.check_report(program)
            program.click(program.find("button", "Done", dialog))
            program.wait_until_gone("dialog")
            program.find("list item", begins("Scanners"), program.find("list", "Needs discovery"))
            self.check()

            # All of it at once.
            program.click(program.find("button", "More"))
            program.click(program.menu_item("Undo"))
            program.find("label", "No Deals Yet")
            self.assertEqual(self.deals(), [])

    def test_by_keyboard(self):
        with self.start() as program:
            self.open_process(program)
            program.press("alt+3")
            program.find("label", "No Deals Yet")
            program.tab_to("button", "Import…")
            program.press("space")
            program.wait_for_focus("button", "Choose File…")
            program.press("space")
            chooser = program.wait_for_windows(2)
            place = program.find("list item", str(self.folder), chooser)
            here = program.tab_to("list item", back=True)
            while here != place:
                here = program.move_on(here, "Down")
            program.press("Return")
            program.find("table row", begins("table.csv"), chooser)
            # The folder of the database comes first; where the focus is, GTK decides.
            program.tab_to("table row")
            program.press("End")
            program.wait_for_focus("table row", begins("table.csv"))
            program.press("Return")
            program.wait_for_windows(1)

            # What has to be answered has the focus.
            program.wait_for_focus("combo box", begins("Date Order"))
            program.pick_by_keyboard("Day, month, year")
            program.tab_to("combo box", "Kunde")
            program.pick_by_keyboard("Company")
            program.tab_to("combo box", "Warm")
            program.pick_by_keyboard("Needs discovery")
            program.tab_to("button", "Import")
            program.press("space")
            program.wait_for_focus("button", "Done")
            self.check_report(program)
            program.press("space")
            program.wait_until_gone("dialog")
            program.wait_for_focus("list item", lambda name: name.startswith(("Printers", "Scanners")))
            self.check()

            program.press("ctrl+z")
            program.find("label", "No Deals Yet")
            self.assertEqual(self.deals(), [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
