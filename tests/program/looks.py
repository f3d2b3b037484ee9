# SPDX-License-Identifier: GPL-3.0-or-later
"""What falls when one looks at a view: texts that are cut off, and things that take the
keyboard's focus and have no name for those who can't see them."""

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


def find_cut(program):
    """Texts that are cut off, each with the types of the widgets that it is in."""
    path = Path(program.environment["CUT_LABELS"])
    path.unlink(missing_ok=True)
    os.kill(program.process.pid, signal.SIGUSR1)
    wait_for(path.exists, "an answer about texts that are cut off")
    return [tuple(line.split("\t")) for line in path.read_text().splitlines()]
