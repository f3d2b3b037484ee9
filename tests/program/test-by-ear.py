#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody hears who does not see the window: names that are said once, what is typed, where
keys have led to, and what has changed elsewhere by what was answered."""

import unittest

from driver import begins, wait_for
from ways import Way


class ByEar(Way):
    def wait_until_said(self, program, text):
        wait_for(lambda: text in program.application.said(), lambda: f"{text!r} in {program.application.said()}")

    def test_the_scheme(self):
        self.make_process()
        self.import_deals([(f"Deal {i}", "Acme", "Needs discovery", "1000") for i in range(3)])
        with self.start() as program:
            self.open_process(program)
            program.press("alt+2")
            stage = program.wait_for_focus("list item", begins("Stage 1 of 6"))
            program.application.listen()

            # A row passes over stages, and is told.
            program.press("Down")
            stage = program.wait_for_focus("list item", lambda name: name != stage.name)
            self.wait_until_said(program, "Row 2 of 3")

            # What has the focus is what keys are about, selected or not.
            program.press("Escape")
            program.press("F2")
            entry = program.wait_for_focus("text", "Name of the stage")
            self.assertIn(entry.text(), stage.name)
            program.press("Escape")
            program.wait_for_focus("list item", stage.name)

            program.press("space", "ctrl+e")
            program.find("text", "Name")
            self.assertEqual(program.find_all("list item", "Name Name"), [])
            program.find("list item", "Name")

    def test_each_view_takes_the_focus(self):
        self.make_process()
        with self.start() as program:
            self.open_process(program)
            program.press("alt+5")
            program.wait_for_focus("button", "Filters…")

    def test_what_is_typed(self):
        self.make_process()
        with self.start() as program:
            self.open_process(program)
            program.press("alt+3")
            program.press("ctrl+n")
            line = program.wait_for_focus("text", begins("New deal"))
            program.type("Mill, Acme")
            wait_for(lambda: line.text() == "Mill, Acme", lambda: f"what is typed, not {line.text()!r}")
            program.press("ctrl+a", "BackSpace", "Escape")
            program.wait_until_gone("text", begins("New deal"))

    def test_a_toast(self):
        """Once, and none but that it has a button."""
        self.make_process()
        self.import_deals([("Mill", "Acme", "Needs discovery", "1000")])
        with self.start() as program:
            self.open_process(program)
            program.press("alt+3")
            program.wait_for_focus("list item", begins("Mill"))
            program.application.listen()
            program.press("Delete")
            self.wait_until_said(program, "“Mill” deleted")
            program.find("label", "“Mill” deleted")
            wait_for(lambda: any("button" in text for text in program.application.said()), "the toast's button")
            self.assertEqual(sum("Mill" in text for text in program.application.said()), 1, program.application.said())

    def test_a_question_that_need_not_be_answered(self):
        with self.start() as program:
            program.find("button", "Answer Six Questions…")
            program.tab_to("button", "Answer Six Questions…")
            program.press("space")
            program.wait_for_focus("text", "Name")
            program.application.listen()
            for answer, said in [
                ("Work that we do", "Question 6: Need not be answered: work that you do yourselves has no onboarding."),
                ("Something they then use", "Question 6 is to be answered: May a client pay after successful onboarding?"),
            ]:
                program.click(program.find("radio button", begins(answer)))
                self.wait_until_said(program, said)
            program.press("Escape")
            program.click(program.find("button", "Discard"))
            program.wait_until_gone("text", "Name")


if __name__ == "__main__":
    unittest.main(verbosity=2)
