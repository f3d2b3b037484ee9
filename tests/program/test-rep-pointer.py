#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A rep's morning with the pointer."""

import unittest

from ways import Way, begins


class RepByPointer(Way):
    def setUp(self):
        super().setUp()
        self.make_process()
        self.import_deals([
            (f"Deal {i:02}", f"Company {i}", "Contract signing" if i > 10 else "Request and qualification", f"{i}000")
            for i in range(1, 13)])

    def test_a_morning(self):
        with self.start() as program:
            program.click(program.find("list item", begins("Sales Process")))
            program.click(program.find("page tab", "Deals"))
            first = program.find("list item", begins("Deal 01"), program.find("list", "Request and qualification"))

            # Dragged to the next stage, with a criterion ticked on the way.
            program.drag(first, program.find("label", "No deals", program.find("grouping", "Needs discovery")))
            alert = program.find("alert", "Is the Stage Done?")
            program.click(program.find("check box", "A task that we solve", alert))
            program.click(program.find("button", begins("Move"), alert))
            program.click(program.find("button", "Not Now", program.find("alert", "What Is the Next Step?")))
            program.wait_until_gone("alert")
            program.find("list item", begins("Deal 01"), program.find("list", "Needs discovery"))
            self.assertEqual(self.deals("--stage", "Needs discovery"), ["Deal 01"])

            program.click(program.find("button", "Add a Deal"))
            program.wait_for_focus("text", "New deal: title, company, value, next step")
            program.type("Printers")
            program.press("Return")
            program.find("list item", begins("Printers"), program.find("list", "Request and qualification"))

            # Those of others go out of sight.
            program.click(program.find("toggle button", "Mine"))
            program.wait_until_gone("list item", begins("Deal 02"))
            program.find("list item", begins("Printers"))
            program.click(program.find("toggle button", "Mine"))
            program.find("list item", begins("Deal 02"))

    def test_refusing(self):
        """A card is dropped on the strip that is there while it is dragged."""
        with self.start() as program:
            program.click(program.find("list item", begins("Sales Process")))
            program.click(program.find("page tab", "Deals"))
            card = program.find("list item", begins("Deal 01"), program.find("list", "Request and qualification"))
            program.drag_onto(card, lambda: program.find("label", "Client Refused…"))
            dialog = program.find("dialog", "Client Refused")
            program.wait_until_gone("label", "Client Refused…")
            program.click(program.find("combo box", "Reason", dialog))
            program.click(program.find("label", "Not now", dialog))
            program.click(program.find("button", "Park", dialog))
            program.find("label", begins("Parked until "))
            self.wait_until_equal(lambda: self.ask("deal", "show", "1")["parked_until"] is not None, True)

    def test_bringing_back(self):
        """What was brought back is taken back by key where it was brought back."""
        self.run_command("deal", "delete", "1")
        with self.start() as program:
            program.click(program.find("button", "Main Menu"))
            program.click(program.menu_item("Recently Deleted…"))
            dialog = program.find("dialog", "Recently Deleted")
            program.click(program.find("button", "Restore", program.find("list item", begins("Deal 01"), dialog)))
            program.find("label", "“Deal 01” restored")
            program.wait_until_gone("list item", begins("Deal 01"), dialog)
            program.press("ctrl+z")
            program.find("list item", begins("Deal 01"), dialog)
            program.press("ctrl+shift+z")
            program.wait_until_gone("list item", begins("Deal 01"), dialog)


if __name__ == "__main__":
    unittest.main(verbosity=2)
