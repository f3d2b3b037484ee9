# SPDX-License-Identifier: GPL-3.0-or-later
"""What falls when one looks at a view: texts that are cut off, dialogs that ask for more
width than there is, and things that take the keyboard's focus and have no name for those
who can't see them, theirs twice, or in a dialog the same as another."""

import collections
import os
import signal
from pathlib import Path

from accessibility import GLib, State
from driver import wait_for

# What only holds other things passes the focus on to them.
FRAMES = {"scroll pane", "panel", "grouping", "list", "filler", "unknown", "viewport", "table", "tree table", "article",
          "page tab list", "tool bar", "frame", "window", "dialog", "image", "label", "section", "document frame",
          "alert"}


def has_named(node):
    return any(below.name for below in node.walk())


def is_on_show(node):
    """What is kept of a place that was left, or is made for later, is told of too, but has no
    size, is no child of what it says to be in, or has no name around it."""
    around = node
    for _ in range(4):
        around = around.parent or around
    if not has_named(around):
        return False
    box = node.box()
    return box.width > 0 and box.height > 0 and node.is_child()


def name_of(node):
    try:
        return node.label()
    except GLib.Error:
        return node.name


def is_nameless(node):
    if node.role in FRAMES or not node.has(State.FOCUSABLE) or name_of(node) or not is_on_show(node):
        return False
    # A row that opens holds another one, which has the focus and the name; what a combo
    # box shows is no row of its own.
    if node.role == "list item":
        return not any(below is not node and below.role == "list item" and below.name for below in node.walk()) \
            and node.above("combo box") is None
    return True


def find_nameless(program):
    """Things that take the focus and have no name, as text."""
    return [f"{node!r} in {' in '.join(repr(above) for above in ways_up(node) if above.name)}, with {texts_of(node)}"
            for window in program.windows() for node in window.walk() if is_nameless(node)]


def ways_up(node):
    while node.parent is not None:
        node = node.parent
        yield node


def texts_of(node):
    return [below.name for below in node.walk() if below.name][:3]


def find_doubled(program):
    """Things that take the focus and are heard by the same name twice, as text."""
    return [f"{node!r} in {' in '.join(repr(above) for above in ways_up(node) if above.name)}"
            for window in program.windows() for node in window.walk()
            if node.has(State.FOCUSABLE) and is_doubled(node.name or "") and is_on_show(node)]


def is_doubled(name):
    half = len(name) // 2
    return half > 0 and name[half] == " " and name[:half] == name[half + 1:]


def group_of(node):
    """The name of the list that a thing is in, which is said where one comes into it."""
    return next((above.name for above in ways_up(node) if above.role in ("list", "grouping", "panel") and above.name), None)


def find_alike(program):
    """Things of one group of a dialog that take the focus and are called alike, as text."""
    alike = []
    for dialog in program.find_all("dialog") + program.find_all("alert"):
        things = [node for node in dialog.walk() if node.role not in FRAMES and node.has(State.FOCUSABLE)
                  and is_on_show(node) and node.above("combo box") is None]
        # A row that is switched holds what switches it.
        names = collections.Counter((node.role, name_of(node), group_of(node)) for node in things
                                    if node.above(node.role) is None or name_of(node.above(node.role)) != name_of(node))
        alike += [f"{count} of {role} {name!r} in {group!r} of {dialog!r}" for (role, name, group), count in names.items() if count > 1 and name]
    return alike


def look_through(program):
    """What the widgets tell: of each fault its kind (“cut” or “wide”), the text that is cut
    or the width that is asked for, and the types of the widgets that it is in."""
    path = Path(program.environment["CUT_LABELS"])
    path.unlink(missing_ok=True)
    os.kill(program.process.pid, signal.SIGUSR1)
    wait_for(path.exists, "an answer about texts that are cut off")
    return [tuple(line.split("\t")) for line in path.read_text().splitlines()]
