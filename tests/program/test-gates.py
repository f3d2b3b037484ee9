#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A deal's way from the first stage to the client by keyboard: each stage asks for what
it needs where it is left, or entered, and all that is told is kept."""

import unittest

from driver import wait_for
from ways import Way, begins

# Consultative, innovative, formed demand, companies, a product: seven stages with a trial.
SEVEN_STAGES = ["--selling", "consultative", "--novelty", "innovative", "--demand", "formed",
                "--market", "b2b", "--offer", "product", "--payment-terms", "before-onboarding"]

ANSWERS = {
    "What is the problem?": "Calls are lost",
    "Who decides?": "The owner",
    "Trial until": "3/31/2027",
    "At what result will the client buy?": "Nine of ten calls answered",
}


class Gates(Way):
    def setUp(self):
        super().setUp()
        self.run_command("process", "new", "--name", "Sales Process", *SEVEN_STAGES)
        self.run_command("process", "publish", "Sales Process")
        self.names = self.stages()
        self.import_deals([("Deal 01", "Company 1", self.names[0], "1000")])

    def shown(self):
        return self.ask("deal", "show", str(self.deal("Deal 01")["id"]))

    def open_deals(self, program):
        self.open_process(program)
        program.find("page tab", "Deals")
        program.press("alt+3")
        program.wait_for_focus("list item", begins("Deal 01"))

    def ask_of(self, program, names):
        """The focus, once it is on one of these or on the next step that is asked for last."""
        def asked():
            focused = program.focused()
            return focused is not None and (focused.name in names or focused.name == "Next step") and focused

        return wait_for(asked, lambda: f"a question, not {program.focused()}; on show:\n{program.describe()}")

    def go_on(self, program, criteria, stage):
        """Shift+Right, then Enter: it leads to what still holds the deal, or moves it."""
        program.wait_for_focus("list item", begins("Deal 01"))
        program.press("shift+Right")
        self.ask_of(program, {criterion["text"] for criterion in criteria})
        program.press("Return")
        held = {criterion["text"] for criterion in criteria if criterion["is_required"]}
        told = []
        while (focused := self.ask_of(program, held)).name != "Next step":
            held.remove(focused.name)
            told.append(focused.name)
            if focused.role == "check box":
                program.press("space")
            else:
                program.type(ANSWERS[focused.name])
            program.press("Return")
        program.press("Escape")
        self.wait_until_equal(lambda: self.shown()["stage"], stage)
        return told

    def test_all_that_is_required_is_asked_on_the_way(self):
        stages = self.process()["stages"]
        asked = []
        with self.start() as program:
            self.open_deals(program)
            for left, entered in zip(stages, stages[1:]):
                criteria = left["exit_criteria"] + [criterion for criterion in entered["exit_criteria"]
                                                    if criterion["asked"] == "entry"]
                asked += self.go_on(program, criteria, entered["name"])

        deal = self.shown()
        self.assertEqual(deal["status"], "won")
        required = [criterion for criterion in deal["criteria"]
                    if criterion["is_required"] and criterion["stage"] != stages[-1]["name"]]
        self.assertEqual(sorted(asked), sorted(criterion["text"] for criterion in required))
        self.assertTrue(all(criterion["is_met"] for criterion in required))
        answers = {criterion["text"]: criterion["answer"] for criterion in required}
        self.assertEqual(answers["Who decides?"], "The owner")
        self.assertEqual(answers["Trial until"], "2027-03-31")
        self.assertEqual(answers["Summary confirmed by the client"], True)
        overridden = {event["new"] for event in deal["history"] if event["field"] == "overridden"}
        self.assertFalse(overridden & {criterion["id"] for criterion in required})


if __name__ == "__main__":
    unittest.main(verbosity=2)
