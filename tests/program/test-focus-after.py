#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the keyboard is after what is done in a view: on the thing that it was about, or on
its next neighbour where that has gone, and in view.

Each row of a view's table begins on a thing, presses keys and names where the focus is then;
what has changed is undone, and then it is named once more. Without --all, two rows of the
board."""

import sys
import unittest

from driver import wait_for
from ways import Way, begins

IS_LONG = "--all" in sys.argv
if IS_LONG:
    sys.argv.remove("--all")


class Shown:
    """Among keys, waits until so many of a thing are on show."""

    def __init__(self, count, role, name):
        self.count, self.role, self.name = count, role, name


class Typed(str):
    """Text that is typed, among keys."""


class Choice(str):
    """An item of the menu that is open."""


class There:
    """Where the focus is; among keys, waits until it is there. A name begins so."""

    def __init__(self, role=None, name=None):
        self.role, self.name = role, name

    def __repr__(self):
        return f"{self.role} {self.name!r}"

    @property
    def fits(self):
        return self.role, begins(self.name) if isinstance(self.name, str) else self.name


class Row:
    """What is done, the keys of it, and where the focus is then, and after an undo where
    there is something to undo; and what it begins on, where that is not the table's thing."""

    def __init__(self, name, keys, then, undone=None, start=None):
        self.name, self.keys, self.then, self.undone, self.start = name, keys, then, undone, start


# Of dialogs and fields, where the focus begins.
REASON = There("combo box", "Reason")
STEP = There("text", "Next step")
TICK = There("check box")
LABEL = There("text", "Label")
UNTIL = There("text", "Until")
RESULT = There("text", "What came of it")
STAGE_NAME = There("text", "Name of the stage")
NAME = There("text", "Name")
ITEM = There("menu item")
OWN_REASON = ["space", There("list item"), "End", "Return", There("text", "Another reason"), Typed("Dear"), "Return"]


def deal_rows(thing, neighbour):
    """What is done to a deal alike on the board and in the list."""
    return [
        Row("delete", ["Delete"], neighbour, thing),
        Row("cancel a refusal", ["ctrl+r", REASON, "Escape"], thing),
        Row("lose", ["ctrl+r", REASON, *OWN_REASON], neighbour, thing),
        Row("cancel what is asked before it is won", ["ctrl+g", TICK, "Escape"], thing),
        Row("win", ["ctrl+g", TICK, "alt+m"], thing, thing),
        Row("cancel a step", ["ctrl+t", STEP, "Escape"], thing),
        Row("add a step", ["ctrl+t", STEP, Typed("Write"), "Return"], thing, thing),
        Row("cancel that a step is done", ["Menu", Choice("Step Done…"), RESULT, "Escape"], thing, thing),
        Row("close a menu", ["Menu", ITEM, "Escape"], thing),
        Row("close a submenu", ["Menu", Choice("Hand Over to"), ITEM, "Escape", "Escape"], thing),
        Row("hand over", ["Menu", Choice("Hand Over to"), ITEM, Choice("Anna")], thing, thing),
        Row("cancel a label", ["Menu", Choice("Label…"), LABEL, "Escape"], thing),
        Row("label", ["Menu", Choice("Label…"), LABEL, Typed("hot"), "Return"], thing, thing),
        Row("cancel parking", ["Menu", Choice("Park…"), UNTIL, "Escape"], thing),
        Row("cancel a refusal of the menu", ["Menu", Choice("Client Refused…"), REASON, "Escape"], thing),
        Row("cancel that it is no deal", ["Menu", Choice("Not a Deal…"), There("button", "Delete"), "Escape"], thing),
        Row("no deal after all", ["Menu", Choice("Not a Deal…"), There("button", "Delete"), "Return"], neighbour, thing),
    ]


def card(name):
    return There("list item", name)


CARD = card("Deal 2")

BOARD = deal_rows(CARD, card("Deal 3")) + [
    Row("move", ["shift+Right", TICK, "alt+m"], CARD, CARD),
    Row("cancel a move", ["shift+Right", TICK, "Escape"], CARD),
    Row("cancel a move of the menu", ["Menu", Choice("Move to"), ITEM, Choice("Needs discovery"), TICK, "Escape"], CARD),
    Row("rename", ["F2", There("text", "Title"), Typed("Deal 2 of 3"), "Return"], CARD, CARD),
    Row("cancel a new name", ["F2", There("text", "Title"), Typed("Deal X"), "Escape"], CARD),
    Row("park", ["Menu", Choice("Park…"), UNTIL, "Return"], card("Deal 3"), CARD),
    Row("close its pane", ["Return", There("combo box", "Stage"), "Escape"], CARD),
    Row("add", ["ctrl+n", There("text", "New deal: "), Typed("Deal 9"), "Return", "Escape"], card("Deal 9"), card("Deal")),
]

# A column of the board behind the first.
BOARD_BEHIND = [
    Row("close a menu", ["Menu", ITEM, "Escape"], card("Other 2")),
    Row("cancel a label", ["Menu", Choice("Label…"), LABEL, "Escape"], card("Other 2")),
    Row("delete", ["Delete"], card("Other 3"), card("Other 2")),
]


def line(name):
    return There("table row", name)


LINE = line("Deal 2")

# The newest stand first, and those that are lost among them.
LIST = deal_rows(LINE, line("Deal 1"))
LIST[2].then = LINE


def due(name):
    return There("list item", name)


DUE, NEXT_DUE = due("Call 2"), due("Call 3")

TODAY = [
    Row("finish", ["ctrl+Return", RESULT, "Escape"], NEXT_DUE, DUE),
    Row("finish with what is next", ["ctrl+Return", RESULT, Typed("Good"), "Tab", Typed("Write in 9 days"), "Return"],
        NEXT_DUE, DUE),
    Row("postpone", ["alt+Right"], NEXT_DUE, DUE),
    Row("close a menu", ["Menu", ITEM, "Escape"], DUE),
    Row("cancel parking", ["Menu", Choice("Park…"), UNTIL, "Escape"], DUE),
    Row("park", ["Menu", Choice("Park…"), UNTIL, "Return"], NEXT_DUE, DUE),
    Row("cancel a step", ["Menu", Choice("Next Step…"), STEP, "Escape"], DUE),
    Row("add a step", ["Menu", Choice("Next Step…"), STEP, Typed("Write"), "Return"], DUE, DUE),
    Row("cancel a move", ["Menu", Choice("Move On to “Needs discovery”"), TICK, "Escape"], DUE),
    Row("move", ["Menu", Choice("Move On to “Needs discovery”"), TICK, "alt+m"], DUE, DUE),
]

def about(text):
    """A thing, or what is within its row."""
    return There(None, lambda name: text in name)


# A deal's pane, in which Tab leads to what a row begins on.
ADD_STEP, ADD_CONTACT, ADD_PAYMENT = (There("button", f"Add a {thing}") for thing in ("Step", "Contact", "Payment"))
MORE = There("toggle button", "More for “Write”")
CRITERION = There("check box", "Answered in time")
VALUE = There("text", "Value")
AMOUNT = There("text", "Amount")
REFUSE = There("button", "Client Refused…")

PANE = [
    Row("cancel a refusal", ["space", REASON, "Escape"], REFUSE, start=REFUSE),
    Row("cancel a contact", ["space", NAME, "Escape"], ADD_CONTACT, start=ADD_CONTACT),
    Row("add a contact", ["space", NAME, Typed("Ann"), "Return"], ADD_CONTACT, ADD_CONTACT, start=ADD_CONTACT),
    Row("remove a contact", ["space"], about("Carl"), about("Bob"), start=There("button", "Remove “Bob”")),
    Row("cancel a step", ["space", STEP, "Escape"], ADD_STEP, start=ADD_STEP),
    Row("add a step", ["space", STEP, Typed("Ask"), "Return"], ADD_STEP, ADD_STEP, start=ADD_STEP),
    Row("add one more", ["space", STEP, Typed("Ask"), "Return", Shown(1, "check box", "Ask")], ADD_STEP, start=ADD_STEP),
    Row("finish a step", ["space", RESULT, "Escape"], about("Ask"), about("Ask"), start=There("check box", "Write")),
    Row("close the menu of a step", ["space", ITEM, "Escape"], MORE, start=MORE),
    Row("cancel what is edited of a step", ["space", Choice("Edit…"), STEP, "Escape"], MORE, start=MORE),
    Row("edit a step", ["space", Choice("Edit…"), STEP, "ctrl+a", Typed("Send"), "Return"], about("Send"), about("Write"), start=MORE),
    Row("postpone a step", ["space", Choice("In a Week")], about("Write"), about("Write"), start=MORE),
    Row("remove a step", ["space", Choice("Remove")], about("Ask"), about("Ask"), start=MORE),
    Row("tick", ["space"], CRITERION, CRITERION, start=CRITERION),
    Row("edit a field", ["ctrl+a", Typed("25"), "Return"], VALUE, VALUE, start=VALUE),
    Row("cancel a payment", ["space", AMOUNT, "Escape"], ADD_PAYMENT, start=ADD_PAYMENT),
    Row("add a payment", ["space", AMOUNT, "ctrl+a", Typed("5"), "Return"], ADD_PAYMENT, ADD_PAYMENT, start=ADD_PAYMENT),
]


def stage(position, count, name):
    return There("list item", f"Stage {position} of {count}, {name}")


SECOND = stage(2, 6, "Needs discovery")

CANVAS = [
    Row("delete", ["Delete"], stage(2, 5, "Presentation"), SECOND),
    Row("move", ["alt+Right"], stage(3, 6, "Needs discovery"), SECOND),
    Row("cancel a new name", ["F2", STAGE_NAME, Typed("X"), "Escape"], SECOND),
    Row("rename", ["F2", STAGE_NAME, Typed("Discovery"), "Return"], stage(2, 6, "Discovery"), SECOND),
    Row("duplicate", ["ctrl+d"], stage(3, 7, "Needs discovery"), stage(3, 6, "Presentation")),
    Row("close a menu", ["Menu", ITEM, "Escape"], SECOND),
    Row("cancel a split", ["Menu", Choice("Split…"), There(), "Escape"], SECOND),
    Row("merge", ["Menu", Choice("Merge with “Presentation and proposal”")], stage(2, 5, "Needs discovery and"),
        stage(3, 6, "Presentation")),
    Row("add", ["Insert", STAGE_NAME, Typed("Call"), "Return"], stage(3, 7, "Call"), stage(3, 7, "New stage")),
]


def cell(column, text):
    return There("table cell", f"{column}: {text}")


CELL = cell("Stage", "Needs discovery")

TABLE = [
    Row("delete", ["Delete"], cell("Stage", "Presentation"), CELL),
    Row("move", ["alt+Down"], CELL, CELL),
    Row("cancel a new name", ["F2", There("text"), Typed("X"), "Escape"], CELL),
    Row("rename", ["F2", There("text"), Typed("Discovery"), "Return"], cell("Stage", "Discovery"), CELL),
    Row("duplicate", ["ctrl+d"], CELL, cell("Stage", "Presentation")),
    Row("close a menu", ["Menu", ITEM, "Escape"], CELL),
    Row("cancel a split", ["Menu", Choice("Split…"), There(), "Escape"], CELL),
    Row("add", ["Insert", There("text"), Typed("Call"), "Return"], cell("Stage", "Call"), cell("Stage", "New stage")),
]

# The inspector of the second stage, in which Tab leads to what a row begins on.
INSPECTED_NAME = There("text", "Name")
ITEM_TEXT = There("text", "Exit criterion")
ADD_ITEM = There("text", "Add an exit criterion")
ASKED = There("button", "What Is Asked, and When: Who decides?")
RESPONSIBLE = There("combo box", "Responsible")
ADD_TACTIC = There("button", "Add a Tactic")

INSPECTOR = [
    Row("rename", ["ctrl+a", Typed("Discovery"), "Return"], INSPECTED_NAME, SECOND, start=INSPECTED_NAME),
    Row("cancel a role", ["space", There("list item"), "End", "Return", NAME, "Escape"], RESPONSIBLE, start=RESPONSIBLE),
    Row("remove a criterion", ["space"], ITEM_TEXT, SECOND, start=There("button", "Remove “What does it cost you?”")),
    Row("add a criterion", [Typed("Asked"), "Return"], ADD_ITEM, SECOND, start=ADD_ITEM),
    Row("cancel what is said of a criterion", ["space", There(), "Escape"], ASKED, start=ASKED),
    Row("remove a tactic", ["space"], about("The consequences"), SECOND, start=There("button", "Remove “The problem”")),
    Row("add a tactic", ["space"], There("text", "Title"), SECOND, start=ADD_TACTIC),
]


class FocusAfter(Way):
    def setUp(self):
        super().setUp()
        self.make_process()
        self.add_deals("Deal", "Request and qualification")
        for i in range(1, 4):
            number = str(self.deal(f"Deal {i}")["id"])
            self.run_command("deal", "edit", number, "--next-step", f"Call {i}", "--due", "today")
        self.run_command("deal", "edit", number, "--owner", "Anna")

    def add_deals(self, name, stage_name):
        self.import_deals([(f"{name} {i}", f"Company {i}", stage_name, f"{i}000") for i in range(1, 4)])

    def prepare_pane(self):
        number = str(self.deal("Deal 2")["id"])
        self.run_command("deal", "edit", number, "--next-step", "Write", "--due", "tomorrow")
        self.run_command("deal", "edit", number, "--contact", "Bob", "--contact", "Carl")

    # One row of a table

    def play(self, program, keys):
        for key in keys:
            if isinstance(key, There):
                program.wait_for_focus(*key.fits)
            elif isinstance(key, Shown):
                wait_for(lambda key=key: len(program.find_all(key.role, key.name)) == key.count,
                         lambda key=key: f"{key.count} of {key.name!r}; on show:\n{program.describe()}")
            elif isinstance(key, Typed):
                program.type(key)
            elif isinstance(key, Choice):
                program.choose(key)
            else:
                program.press(key)

    def is_in_view(self, node):
        """Whether its middle is in each pane that scrolls around it."""
        (x, y), here = node.box().middle, node
        while (here := here.above("scroll pane")) is not None:
            pane = here.box()
            if not (pane.x <= x <= pane.x + pane.width and pane.y <= y <= pane.bottom):
                return False
        return True

    def wait_for_focus_in_view(self, program, there, whole_name=None):
        """Waits until the focus is there, and in view; and the thing as it was, where its whole name
        is told."""
        def is_there():
            node = program.focus_if(*there.fits)
            return (node is not None and whole_name in (None, node.name)
                    and not program.find_all("dialog") and self.is_in_view(node))

        wait_for(is_there, lambda: f"the focus in view on {there}, {whole_name or 'however it is'}, not "
                 f"{program.focused()}; on show:\n{program.describe()}")

    def begin_by_arrows(self, back, on):
        """Leads to a thing by arrows, where the focus is on another of its kind."""
        def begin(program, start):
            kind = start.role, begins(start.name.split()[0])
            here = program.wait_for_focus(*kind)
            for key in [back] * 8 + [on] * 16:
                if here.fits(*start.fits):
                    return
                program.press(key)
                program.keep_up()
                here = program.wait_for_focus(*kind)
            self.fail(f"never came to {start}; on show:\n{program.describe()}")
        return begin

    def begin_by_tab(self, program, start):
        program.tab_to(*start.fits, at_most=200)

    def try_row(self, program, row, begin, start):
        on = row.start or start
        begin(program, on)
        before = program.wait_for_focus(*on.fits).name
        self.play(program, row.keys)
        self.wait_for_focus_in_view(program, row.then)
        if row.undone is not None:
            program.press("ctrl+z")
            # What begins with the same words as before may not be taken back yet, as a deal that is
            # lost, and keys of the next row are then for that.
            self.wait_for_focus_in_view(program, row.undone, before if row.undone == on else None)

    def walk(self, lead, rows, begin, start=None):
        with self.start() as program:
            lead(program)
            for row in rows if IS_LONG else rows[:2]:
                try:
                    self.try_row(program, row, begin, start)
                except AssertionError as fault:
                    raise AssertionError(f"{row.name}: {fault}") from None

    # The views

    def lead_to_board(self, program):
        self.open_process(program)
        program.press("alt+3")

    def lead_behind_on_board(self, program):
        self.lead_to_board(program)
        program.wait_for_focus("list item", begins("Deal"))
        program.press("Right")

    def lead_to_list(self, program):
        self.lead_to_board(program)
        program.wait_for_focus("list item", begins("Deal"))
        program.press("ctrl+b")

    def lead_to_pane(self, program):
        self.lead_to_board(program)
        self.begin_by_arrows("Up", "Down")(program, CARD)
        program.press("Return")
        program.wait_for_focus("combo box", "Stage")

    def lead_to_scheme(self, program):
        self.open_process(program)
        program.press("alt+2")
        program.wait_for_focus("list item", begins("Stage "))

    def lead_to_table(self, program):
        self.lead_to_scheme(program)
        program.press("ctrl+b")
        program.wait_for_focus("table cell")

    def lead_to_inspector(self, program):
        self.lead_to_scheme(program)
        self.begin_by_arrows("Left", "Right")(program, SECOND)
        program.press("space")
        program.find("text", begins("Add an exit criterion"))

    def test_board(self):
        self.walk(self.lead_to_board, BOARD, self.begin_by_arrows("Up", "Down"), CARD)

    @unittest.skipUnless(IS_LONG, "in the long suite")
    def test_board_behind(self):
        self.add_deals("Other", "Needs discovery")
        self.walk(self.lead_behind_on_board, BOARD_BEHIND, self.begin_by_arrows("Up", "Down"), card("Other 2"))

    @unittest.skipUnless(IS_LONG, "in the long suite")
    def test_list(self):
        self.walk(self.lead_to_list, LIST, self.begin_by_arrows("Up", "Down"), LINE)

    @unittest.skipUnless(IS_LONG, "in the long suite")
    def test_today(self):
        self.walk(lambda program: program.press("alt+1"), TODAY, self.begin_by_arrows("Up", "Down"), DUE)

    @unittest.skipUnless(IS_LONG, "in the long suite")
    def test_pane(self):
        self.prepare_pane()
        self.walk(self.lead_to_pane, PANE, self.begin_by_tab)

    @unittest.skipUnless(IS_LONG, "in the long suite")
    def test_canvas(self):
        self.walk(self.lead_to_scheme, CANVAS, self.begin_by_arrows("Left", "Right"), SECOND)

    @unittest.skipUnless(IS_LONG, "in the long suite")
    def test_table(self):
        self.walk(self.lead_to_table, TABLE, self.begin_by_arrows("Up", "Down"), CELL)

    @unittest.skipUnless(IS_LONG, "in the long suite")
    def test_inspector(self):
        self.walk(self.lead_to_inspector, INSPECTOR, self.begin_by_tab)


if __name__ == "__main__":
    unittest.main(verbosity=2)
