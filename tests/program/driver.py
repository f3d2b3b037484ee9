# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person does: through what assistive technology
sees of it, by pointer and by keyboard.

Runs under tests/run-display. Nothing here sleeps: one waits until something is
so, or fails with what is on show instead.
"""

import os
import subprocess
import tempfile
import time

# Warnings are to end the program, not this driver of it.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# Generous, for sanitizers and busy machines; nothing waits as long as that when all is well.
PATIENCE_SECONDS = 30


def wait_for(question, what):
    """Waits until question() has an answer that is true, and returns it."""
    context = GLib.MainContext.default()
    until = time.monotonic() + PATIENCE_SECONDS
    ticks = GLib.timeout_add(25, lambda: GLib.SOURCE_CONTINUE)
    try:
        while True:
            while context.pending():
                context.iteration(False)
            try:
                answer = question()
            except GLib.Error:
                answer = None  # what was there a moment ago is gone
            if answer:
                return answer
            if time.monotonic() > until:
                raise AssertionError(f"waited in vain for {what() if callable(what) else what}")
            context.iteration(True)
    finally:
        GLib.source_remove(ticks)


def children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield child


def walk(node):
    """A node and all below it, in reading order."""
    yield node
    for child in children(node):
        yield from walk(child)


def has_state(node, state):
    return node.get_state_set().contains(state)


def fits(node, role=None, name=None):
    """Whether a thing has this role and name (text, or a test of it)."""
    if role is not None and node.get_role_name() != role:
        return False
    if callable(name):
        return bool(name(node.get_name() or ""))
    return name is None or node.get_name() == name


def is_showing(node):
    return has_state(node, Atspi.StateType.SHOWING)


def describe(node, depth=0):
    """What is on show below a node, as text, for a test that fails."""
    try:
        if not is_showing(node):
            return ""
        is_frame_only = node.get_role_name() in ("panel", "grouping") and not node.get_name()
        line = "" if is_frame_only else "  " * depth + f"{node.get_role_name()} {node.get_name()!r}\n"
        return line + "".join(describe(child, depth + (not is_frame_only)) for child in children(node))
    except GLib.Error:
        return ""


def text_of(node):
    """What stands in a text field or a label."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text else ""


class Focus:
    """Follows the keyboard focus as it is announced: asking everything for it
    takes long."""

    def __init__(self):
        self.last = None
        self.listener = Atspi.EventListener.new(self.moved)
        self.listener.register("object:state-changed:focused")

    def moved(self, event):
        if event.detail1:
            self.last = event.source

    def get(self, pid):
        context = GLib.MainContext.default()
        while context.pending():
            context.iteration(False)
        try:
            if (self.last is not None and self.last.get_process_id() == pid
                    and has_state(self.last, Atspi.StateType.FOCUSED)):
                return self.last
        except GLib.Error:
            pass
        return None


FOCUS = Focus()

MENU_ITEM_ROLES = ("menu item", "check menu item", "radio menu item")


def label_of(node):
    """What a thing is called, also where it has no name but labels: such as
    the items of menus."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            labels = [relation.get_target(i) for i in range(relation.get_n_targets())]
            return " ".join(text_of(label) or label.get_name() for label in labels)
    return node.get_name()


class Program:
    """The program, running on a database. Use it in a with statement."""

    def __init__(self, database, *arguments, environment=None, folder=None):
        self.database = str(database)
        self.folder = folder
        self.environment = {**PROGRAM_ENVIRONMENT, "GTK_A11Y": "atspi", **(environment or {})}
        self.command = [self.environment["STAGECRAFT"], "--database", self.database, *arguments]
        self.errors = tempfile.TemporaryFile("w+")
        self.process = None

    def __enter__(self):
        self.process = subprocess.Popen(self.command, env=self.environment, cwd=self.folder, stderr=self.errors)
        return self

    def __exit__(self, kind, value, traceback):
        if self.process.poll() is None:
            if kind is None:
                self.quit()
            else:
                self.process.kill()
        self.process.wait()
        if kind is not None:
            self.errors.seek(0)
            print(self.errors.read())
        self.errors.close()

    def quit(self):
        """Closes the program as a person does; it has to end well."""
        self.press("ctrl+q")
        status = self.process.wait(PATIENCE_SECONDS)
        self.errors.seek(0)
        assert status == 0, f"ended with {status}: {self.errors.read()}"

    @property
    def application(self):
        """The program as assistive technology sees it, or None before it is there."""
        for node in children(Atspi.get_desktop(0)):
            if node.get_process_id() == self.process.pid:
                # What is remembered of it falls behind where dialogs come and go.
                node.set_cache_mask(Atspi.Cache.NONE)
                return node
        return None

    def windows(self):
        """The program's windows that are open."""
        assert self.process.poll() is None, "the program has ended"
        application = self.application
        if application is None:
            return []
        return [node for node in children(application) if is_showing(node)]

    def search(self, role=None, name=None, within=None):
        """What is on show with this role and name (text, or a test of it), in
        reading order. Each step asks the program, so take no more than needed."""
        for root in [within] if within else self.windows():
            for node in walk(root):
                if fits(node, role, name) and is_showing(node):
                    yield node

    def find_all(self, role=None, name=None, within=None):
        """All that search() finds."""
        return list(self.search(role, name, within))

    def find(self, role=None, name=None, within=None):
        """Waits for the first of what search() finds."""
        return wait_for(
            lambda: next(self.search(role, name, within), None),
            lambda: f"{role} {name!r}; on show:\n{self.describe()}",
        )

    def wait_until_gone(self, role=None, name=None):
        wait_for(
            lambda: next(self.search(role, name), None) is None,
            lambda: f"{role} {name!r} to go; on show:\n{self.describe()}",
        )

    def describe(self):
        return "".join(describe(window) for window in self.windows()) or "nothing"

    # The keyboard

    def press(self, *keys):
        """Presses keys, as xdotool names them: ctrl+n, Return, shift+Right."""
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "4", text], check=True)

    def focused(self):
        """What has the keyboard focus, or None."""
        told = FOCUS.get(self.process.pid)
        if told is not None:
            return told
        for root in self.windows():
            for node in walk(root):
                if has_state(node, Atspi.StateType.FOCUSED):
                    return node
        return None

    def wait_for_focus(self, role=None, name=None):
        """Waits until the focus is on such a thing, and returns it."""
        def is_there():
            node = self.focused()
            if node is None:
                return None
            node.clear_cache_single()  # what has just come may have had no name yet
            return fits(node, role, name) and node

        return wait_for(is_there, lambda: f"the focus on {role} {name!r}, not {self.describe_focus()}"
                                          f"; on show:\n{self.describe()}")

    def describe_focus(self):
        node = self.focused()
        return f"{node.get_role_name()} {label_of(node)!r}" if node else "nothing"

    def tab_to(self, role=None, name=None, back=False, at_most=80):
        """Moves the focus with Tab until it is on such a thing."""
        def look():
            node = self.focused()
            if node is None:
                return None
            node.clear_cache_single()  # what has just come may have had no name yet
            return fits(node, role, name) and node

        def is_there():
            try:
                return look()
            except GLib.Error:
                return None  # what had the focus is gone

        for _ in range(at_most):
            if is_there():
                return self.focused()
            before = self.focused()
            self.press("shift+Tab" if back else "Tab")
            wait_for(lambda: self.focused() not in (None, before), "the focus to move")
        if is_there():
            return self.focused()
        raise AssertionError(f"Tab never came to {role} {name!r}; on show:\n{self.describe()}")

    # Menus

    def menu_item(self, label):
        """Waits for an item of the menu that is open."""
        def items():
            return [item for role in MENU_ITEM_ROLES for item in self.find_all(role)]

        return wait_for(lambda: [item for item in items() if label_of(item) == label],
                        lambda: f"menu item {label!r} among {[label_of(item) for item in items()]}")[0]

    def choose(self, label, at_most=40):
        """Walks to an item of the menu that is open, and takes it."""
        def item():
            node = self.focused()
            return node if node is not None and node.get_role_name() in MENU_ITEM_ROLES else None

        for _ in range(at_most):
            here = wait_for(item, lambda: f"the focus in a menu, not on {self.describe_focus()}")
            if label_of(here) == label:
                self.press("Return")
                return
            self.press("Down")
            wait_for(lambda: item() not in (None, here), f"the focus to move to {label!r}")
        raise AssertionError(f"no menu item {label!r}")

    # The pointer

    def place_of(self, node):
        """The middle of a thing, on the display."""
        window = node
        while window.get_parent() is not None and window.get_parent().get_role_name() != "application":
            window = window.get_parent()

        # GTK gives places from the window's content, less the border that it
        # draws around it where nothing composites.
        extents = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        frame = window.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        content = window.get_child_at_index(0).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        left, top = self.origin_of(window)
        return (left + extents.x - content.x + (frame.width - content.width) // 2 + extents.width // 2,
                top + extents.y - content.y + (frame.height - content.height) // 2 + extents.height // 2)

    def origin_of(self, window):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name",
             "^" + (window.get_name() or "") + "$"],
            check=True, capture_output=True, text=True,
        ).stdout.split()
        geometry = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", found[-1]],
            check=True, capture_output=True, text=True,
        ).stdout
        values = dict(line.split("=") for line in geometry.split())
        return int(values["X"]), int(values["Y"])

    def point_at(self, node):
        x, y = self.place_of(node)
        subprocess.run(["xdotool", "mousemove", str(x), str(y)], check=True)

    def scroll_to(self, node):
        """Turns the wheel until a thing is in view."""
        def extents(of):
            return of.get_component_iface().get_extents(Atspi.CoordType.WINDOW)

        def overlap():
            """How far the middle of the node is above (-) or below (+) the pane."""
            inner, outer = extents(node), extents(pane)
            middle = inner.y + inner.height // 2
            return min(0, middle - outer.y) + max(0, middle - outer.y - outer.height)

        pane = node.get_parent()
        while pane is not None and pane.get_role_name() != "scroll pane":
            pane = pane.get_parent()
        if pane is None:
            return
        for _ in range(60):
            before = overlap()
            if before == 0:
                return
            self.point_at(pane)
            subprocess.run(["xdotool", "click", "5" if before > 0 else "4"], check=True)
            wait_for(lambda before=before: overlap() != before, "the pane to scroll")

    def click(self, node, button=1):
        self.scroll_to(node)
        self.point_at(node)
        subprocess.run(["xdotool", "click", str(button)], check=True)

    def double_click(self, node):
        self.point_at(node)
        subprocess.run(["xdotool", "click", "--repeat", "2", "--delay", "60", "1"], check=True)

    def drag(self, node, target):
        """Drags a thing onto another, with steps between as a hand makes them."""
        left, top = self.place_of(node)
        right, bottom = self.place_of(target)
        moves = []
        for step in range(1, 13):
            moves += ["mousemove", "--sync", str(left + (right - left) * step // 12),
                      str(top + (bottom - top) * step // 12), "sleep", "0.03"]
        subprocess.run(["xdotool", "mousemove", "--sync", str(left), str(top), "mousedown", "1",
                        *moves, "mousemove_relative", "--", "-1", "0", "sleep", "0.1", "mouseup", "1"], check=True)

    # What a person would see

    def screenshot(self, path):
        subprocess.run(["import", "-silent", "-window", "root", str(path)], check=True)
