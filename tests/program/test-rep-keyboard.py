#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A rep's morning with nothing but the keyboard: ten deals moved, one lost, one
won, one added, and the next day all is as it was."""

import unittest

from driver import State, wait_for
from ways import Way, begins


LINE = "New deal: title, company, value, next step"


class RepByKeyboard(Way):
    def setUp(self):
        super().setUp()
        self.make_process()
        self.import_deals([
            (f"Deal {i:02}", f"Company {i}", "Contract signing" if i > 10 else "Request and qualification", f"{i}000")
            for i in range(1, 13)])
        self.environment = self.keep_settings()

    def open_deals(self, program):
        self.open_process(program)
        program.find("page tab", "Deals")
        program.press("alt+3")
        program.wait_for_focus("list item", begins("Deal 01, Company 1, $1,000"))

    def move(self, program):
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
                program.press("space")
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

    def close(self, program):
        """One is lost, for a reason, and one is won."""
        program.press("Right")
        program.wait_for_focus("list item", lambda name: name.startswith(("Deal 11", "Deal 12")))
        program.press("Up")
        program.wait_for_focus("list item", begins("Deal 11"))
        program.press("Menu")
        program.choose("Client Refused…")
        program.wait_for_focus("combo box", "Reason")
        program.press("space")
        program.wait_for_focus("list item")
        program.press("End")
        program.press("Return")
        program.wait_for_focus("text", "Another reason")
        program.type("Too dear")
        program.press("Return")
        self.wait_until_equal(lambda: self.deals("--status", "lost"), ["Deal 11"])

        program.wait_for_focus("list item", begins("Deal 12"))
        program.press("Menu")
        program.choose("Won")
        program.find("alert", "Is the Stage Done?")
        program.wait_for_focus("check box", "Contract signed")
        program.press("space")
        program.press("alt+m")
        program.wait_for_focus("text", "Next step")
        program.press("Escape")
        self.wait_until_equal(lambda: self.deals("--status", "won"), ["Deal 12"])
        program.wait_for_focus("list item", begins("Deal 12"))

    def add(self, program):
        program.press("ctrl+n")
        program.wait_for_focus("text", LINE)
        program.type("Printers")
        program.press("Return")
        self.wait_until_equal(lambda: self.deals("--search", "Printers"), ["Printers"])
        program.press("Escape")
        program.wait_for_focus("list item", begins("Printers"))

    def add_by_line(self, program):
        """With value and next step by two keys beside the text; who has a deal of the company is told."""
        program.press("ctrl+n")
        program.wait_for_focus("text", LINE)
        program.type("Lathe, Acme, 1250.50 USD, call tomorrow 11:00")
        program.find("button", begins("Open deal: "))
        program.press("Return")
        self.wait_until_equal(lambda: self.deals("--search", "Lathe"), ["Lathe"])
        deal = self.deal("Lathe")
        self.assertEqual((deal["company"], deal["value"]), ("Acme", {"minor": 125050, "currency": "USD"}))
        self.assertEqual((deal["next_step"], deal["next_step_time"]), ("call", "11:00"))

        # Tab leads through what was read, and what is typed there counts.
        program.type("Drill, Acme, 5 USD")
        program.tab_to("text", "Title")
        program.press("Tab")
        program.wait_for_focus("text", "Company")
        program.press("ctrl+a")
        program.type("Other")
        program.press("Return")
        self.wait_until_equal(lambda: self.deals("--search", "Drill"), ["Drill"])
        self.assertEqual(self.deal("Drill")["company"], "Other")
        program.wait_for_focus("text", LINE)
        # The search that is on leaves both out, and says so.
        program.find("button", "Show")
        program.press("Escape")
        program.wait_for_focus("list item", begins("Printers"))

    def log_a_call(self, program):
        """What came of it and what is next, by three keys beside the text; Undo takes back all of it."""
        def step():
            return (self.deal("Printers")["next_step"], self.deal("Printers")["next_step_time"])

        number = str(self.deal("Printers")["id"])
        self.ask("deal", "edit", number, "--next-step", "call", "--due", "tomorrow 11:00")
        program.wait_for_focus("list item", lambda name: name.startswith("Printers") and "call" in name)
        program.press("ctrl+Return")
        program.wait_for_focus("text", "What came of it")
        program.type("Wants it in red")
        program.press("Tab")
        program.wait_for_focus("text", "And next?")
        program.type("Send the offer in 3 days 15:30")
        program.press("Return")
        self.wait_until_equal(step, ("Send the offer", "15:30"))
        program.wait_for_focus("list item", begins("Printers"))
        done = [one for one in self.ask("deal", "show", number)["activities"] if one["done_at"]]
        self.assertEqual([(one["title"], one["result"]) for one in done], [("call", "Wants it in red")])
        program.press("ctrl+z")
        self.wait_until_equal(step, ("call", "11:00"))
        program.wait_for_focus("list item", lambda name: name.startswith("Printers") and "call" in name)

        # Let go, the step is done all the same.
        program.press("ctrl+Return")
        program.wait_for_focus("text", "What came of it")
        program.press("Escape")
        self.wait_until_equal(step, (None, None))
        program.wait_for_focus("list item", begins("Printers"))

    def search(self, program):
        program.press("ctrl+f")
        program.wait_for_focus(None, "Search deals")
        program.type("printers")
        program.wait_until_gone("list item", begins("Deal 02"))
        program.press("Return")
        program.wait_for_focus("list item", begins("Printers"))

    def edit(self, program):
        """All about the deal, in its pane."""
        program.press("Return")
        program.wait_for_focus("combo box", "Stage")
        program.tab_to("text", "Company")
        program.type("Acme")
        program.tab_to("check box")
        program.press("space")
        wait_for(lambda: program.focused() and program.focused().has(State.CHECKED), "a tick")
        program.tab_to("text", "Value")
        program.type("2500")
        program.press("Return")
        self.wait_until_equal(lambda: self.deal("Printers")["value"]["minor"], 250000)
        self.wait_until_equal(lambda: self.deal("Printers")["company"], "Acme")

        # What is saved is taken back, in the field that it was typed in.
        program.press("ctrl+z")
        self.wait_until_equal(lambda: self.deal("Printers")["value"], None)
        program.wait_for_focus("text", "Value")
        # The tick before, then the company.
        program.press("ctrl+z", "ctrl+z")
        self.wait_until_equal(lambda: self.deal("Printers")["company"], None)
        program.press("ctrl+shift+z", "ctrl+shift+z", "ctrl+shift+z")
        self.wait_until_equal(lambda: self.deal("Printers")["value"] and self.deal("Printers")["value"]["minor"], 250000)
        self.assertEqual(self.deal("Printers")["company"], "Acme")
        program.tab_to("button", "Add a Payment")
        program.press("space")
        program.wait_for_focus("text", "Amount")
        program.type("1000")
        program.press("Return")
        program.wait_for_focus("button", "Add a Payment")
        program.find("label", "$0 of $1,000 received")

    def search_from_today(self, program):
        """A client calls: what is typed finds the deal in whatever process, and Enter opens it."""
        program.press("alt+1")
        first = program.wait_for_focus("list item", begins("call")).name
        program.type("12")
        program.wait_for_focus(None, "Search deals of all processes")
        program.find("list item", begins("Deal 12"), program.find("list", "Deals found"))
        program.press("Down")
        program.wait_for_focus("list item", begins("Deal 12"))

        # Today is as it was.
        program.press("Escape")
        program.wait_for_focus("list item", first)
        program.press("ctrl+f")
        program.type("company 7")
        program.press("Return")
        program.wait_for_focus("list item", begins("Deal 07"))
        program.find("combo box", "Stage")
        program.find("label", "Deal 07")

    def list_lost(self, program):
        program.click(program.find("toggle button", "List"))
        program.click(program.find("toggle button", "Filter"))
        program.click(program.find("combo box", "Status"))
        # Parked ones stand behind the lost ones.
        program.press("End", "Up", "Return", "Escape")
        program.find("table row", begins("Deal 11"))
        program.wait_until_gone("table row", begins("Deal 12"))

    def test_a_morning(self):
        with self.start(environment=self.environment) as program:
            self.open_deals(program)
            self.move(program)
            self.close(program)
            self.add(program)
            self.log_a_call(program)
            self.search(program)
            self.edit(program)
            self.add_by_line(program)
            self.search_from_today(program)

        # The next morning all is as it was.
        with self.start(environment=self.environment) as program:
            board = program.find("list", "Needs discovery")
            program.find("list item", begins("Deal 10"), board)
            program.find("list item", begins("Printers, Acme, $2,500"), program.find("list", "Request and qualification"))
            program.find("list item", begins("Deal 12"), program.find("list", "Delivery"))
            self.list_lost(program)

        # As is what was chosen to be shown.
        with self.start(environment=self.environment) as program:
            program.find("table row", begins("Deal 11"))
            self.assertEqual(program.find_all("table row", begins("Deal 12")), [])
        self.assertEqual(len(self.deals("--stage", "Needs discovery")), 10)


if __name__ == "__main__":
    unittest.main(verbosity=2)
