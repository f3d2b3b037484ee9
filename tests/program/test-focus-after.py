#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keyboard is after what is done to a deal on the board: on the card that it was
about, or on its next neighbour where that has gone, and in view.

Each row of the table begins on a thing, presses keys and names where the focus is then;
what has changed is undone, and then it is named once more. Without --all, the first two rows."""

import sys
import unittest

from driver import wait_for
from ways import Way, begins

IS_LONG = "--all" in sys.argv
if IS_LONG:
    sys.argv.remove("--all")


class Typed(str):
    """Text that is typed, among keys."""


class Choice(str):
    """An item of the menu that is open."""


class There:
    """Waits until the focus is on such a thing."""

    def __init__(self, role=None, name=None):
        self.role, self.name = role, begins(name) if isinstance(name, str) else name


# Of a dialog, where the focus begins.
REASON = There("combo box", "Reason")
STEP = There("text", "Next step")
TICK = There("check box")
OWN_REASON = ["space", There("list item"), "End", "Return", There("text", "Another reason"), Typed("Dear"), "Return"]

CARD, NEXT_CARD = "Deal 2", "Deal 3"

# Name, keys, where the focus is then, where after an undo (None where there is nothing to undo).
BOARD = [
    ("delete", ["Delete"], NEXT_CARD, CARD),
    ("cancel a refusal", ["ctrl+r", REASON, "Escape"], CARD, None),
    ("lose", ["ctrl+r", REASON, *OWN_REASON], NEXT_CARD, CARD),
    ("cancel what is asked before it is won", ["ctrl+g", TICK, "Escape"], CARD, None),
    ("win", ["ctrl+g", TICK, "alt+m"], CARD, CARD),
    ("cancel a step", ["ctrl+t", STEP, "Escape"], CARD, None),
    ("add a step", ["ctrl+t", STEP, Typed("Write"), "Return"], CARD, CARD),
    ("cancel that a step is done", ["Menu", Choice("Step Done…"), There("text", "What came of it"), "Escape"], CARD, CARD),
    ("close a menu", ["Menu", There("menu item"), "Escape"], CARD, None),
]


class FocusAfter(Way):
    def setUp(self):
        super().setUp()
        self.make_process()
        self.import_deals([(f"Deal {i}", f"Company {i}", "Request and qualification", f"{i}000") for i in range(1, 4)])
        for i in range(1, 4):
            number = str(self.deal(f"Deal {i}")["id"])
            self.run_command("deal", "edit", number, "--next-step", f"Call {i}", "--due", "today")

    # One row of the table

    def play(self, program, keys):
        for key in keys:
            if isinstance(key, There):
                program.wait_for_focus(key.role, key.name)
            elif isinstance(key, Typed):
                program.type(key)
            elif isinstance(key, Choice):
                program.choose(key)
            else:
                program.press(key)

    def is_in_view(self, node):
        """Whether its middle is in each pane that scrolls around it."""
        y, here = node.box().middle[1], node
        while (here := here.above("scroll pane")) is not None:
            if not here.box().y <= y <= here.box().bottom:
                return False
        return True

    def wait_for_focus_in_view(self, program, role, name):
        def is_there():
            node = program.focus_if(role, begins(name))
            return node is not None and not program.find_all("dialog") and self.is_in_view(node)

        wait_for(is_there, lambda: f"the focus in view on {role} {name!r}, not {program.focused()}; on show:\n{program.describe()}")

    def begin(self, program, role, name, back, on):
        """Leads to the thing by arrows, where the focus is on another of its kind."""
        kind = begins(name.split()[0])
        here = program.wait_for_focus(role, kind)
        for key in [back] * 4 + [on] * 8:
            if here.name.startswith(name):
                return
            program.press(key)
            program.keep_up()
            here = program.wait_for_focus(role, kind)
        self.fail(f"never came to {role} {name!r}; on show:\n{program.describe()}")

    def walk(self, lead, role, thing, rows, arrows=("Up", "Down")):
        with self.start() as program:
            lead(program)
            for name, keys, then, undone in rows if IS_LONG else rows[:2]:
                try:
                    self.begin(program, role, thing, *arrows)
                    self.play(program, keys)
                    self.wait_for_focus_in_view(program, role, then)
                    if undone is not None:
                        program.press("ctrl+z")
                        self.wait_for_focus_in_view(program, role, undone)
                except AssertionError as fault:
                    raise AssertionError(f"{name}: {fault}") from None

    # The view

    def lead_to_board(self, program):
        self.open_process(program)
        program.press("alt+3")

    def test_board(self):
        self.walk(self.lead_to_board, "list item", CARD, BOARD)


if __name__ == "__main__":
    unittest.main(verbosity=2)
