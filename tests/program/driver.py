# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person does: sees of it what assistive technology
sees (accessibility.py), and works it by pointer and by keyboard.

Runs under tests/run-display. Nothing here sleeps and hopes: one waits until
something is so, or fails with what is on show instead.
"""

import os
import re
import subprocess
import tempfile
import time

from accessibility import Application, GLib, PROGRAM_ENVIRONMENT, State

# Generous, for sanitizers and busy machines; nothing waits as long as that when all is well.
PATIENCE_SECONDS = 60

# Between two looks, at least.
PAUSE_SECONDS = 0.1

# Two or three frames.
FRAMES_SECONDS = 0.05

# When a key or the pointer was used last.
acted_at = 0

MENU_ITEM_ROLES = ("menu item", "check menu item", "radio menu item")


def wait_for(question, what):
    """Waits until question() has an answer that is true, and returns it."""
    until = time.monotonic() + PATIENCE_SECONDS
    # What was done shows in a moment: a look before that would be for nothing.
    time.sleep(max(0, acted_at + PAUSE_SECONDS - time.monotonic()))
    while True:
        started = time.monotonic()
        try:
            answer = question()
        except GLib.Error:
            answer = None  # what was there a moment ago is gone
        if answer:
            return answer
        if time.monotonic() > until:
            raise AssertionError(f"waited in vain for {what() if callable(what) else what}")
        # Looking is work for the program too, and must leave it time for its own.
        time.sleep(max(PAUSE_SECONDS, time.monotonic() - started))


def begins(text):
    """A test of a name."""
    return lambda name: name.startswith(text)


def xdotool(*arguments):
    global acted_at
    acted_at = time.monotonic()
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True, text=True).stdout


def boxes_of(nodes):
    """Where things are, those that have gone meanwhile left out."""
    for node in nodes:
        try:
            yield node.box()
        except GLib.Error:
            pass


class Program:
    """The program, running on a database. Use it in a with statement."""

    def __init__(self, database, *arguments, environment=None, folder=None):
        self.database = str(database)
        self.folder = folder
        # Copies of the database go with it when the test is over.
        data = os.path.join(os.path.dirname(os.path.abspath(database)), "data-home")
        self.environment = {**PROGRAM_ENVIRONMENT, "XDG_DATA_HOME": data, "GTK_A11Y": "atspi", **(environment or {})}
        if "PROGRAM_PRELOAD" in self.environment:
            self.environment["LD_PRELOAD"] = " ".join(
                self.environment[name] for name in ("LD_PRELOAD", "PROGRAM_PRELOAD"))
        self.command = [self.environment["STAGECRAFT"], "--database", self.database, *arguments]
        self.errors = tempfile.TemporaryFile("w+")
        self.process = None
        self.application = None

    def __enter__(self):
        self.process = subprocess.Popen(self.command, env=self.environment, cwd=self.folder, stderr=self.errors)
        self.application = Application(self.process.pid)
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

    # What is on show

    def windows(self):
        """The program's windows that are open."""
        assert self.process.poll() is None, "the program has ended"
        return self.application.look()

    def find_all(self, role=None, name=None, within=None):
        """All that is on show with this role and name (text, or a test of it)."""
        return [node for window in self.windows() for top in window.walk() if within in (None, top)
                for node in (top.walk() if within else [top]) if node.fits(role, name)]

    def find(self, role=None, name=None, within=None):
        """Waits for the first of what find_all() finds."""
        return wait_for(
            lambda: self.find_all(role, name, within),
            lambda: f"{role} {name!r}; on show:\n{self.describe()}",
        )[0]

    def wait_until_gone(self, role=None, name=None, within=None):
        wait_for(
            lambda: not self.find_all(role, name, within),
            lambda: f"{role} {name!r} to go; on show:\n{self.describe()}",
        )

    def wait_for_windows(self, count):
        """Waits until so many windows are open, and returns the one that came last."""
        return wait_for(lambda: len(self.windows()) == count and self.windows(),
                        lambda: f"{count} windows; on show:\n{self.describe()}")[-1]

    def describe(self):
        return "".join(window.describe() for window in self.windows()) or "nothing"

    # The keyboard

    def press(self, *keys):
        """Presses keys, as xdotool names them: ctrl+n, Return, shift+Right."""
        for key in keys:
            xdotool("key", "--clearmodifiers", key)

    def type(self, text):
        xdotool("type", "--delay", "4", text)

    def focused(self):
        """What has the keyboard focus, or None."""
        for window in self.windows():
            if window.has(State.ACTIVE):
                for node in window.walk():
                    if node.has(State.FOCUSED):
                        return node
        return None

    def focus_if(self, role, name):
        node = self.focused()
        return node if node is not None and node.fits(role, name) else None

    def wait_for_focus(self, role=None, name=None):
        """Waits until the focus is on such a thing, and returns it."""
        return wait_for(lambda: self.focus_if(role, name),
                        lambda: f"the focus on {role} {name!r}, not {self.focused()}; on show:\n{self.describe()}")

    def move_on(self, here, key):
        """Presses a key that moves the focus on from here, and returns where it is then."""
        def moved():
            focus = self.focused()
            return focus is not None and focus != here and focus

        self.press(key)
        return wait_for(moved, lambda: f"the focus to move on from {here}")

    def tab_to(self, role=None, name=None, back=False, at_most=80):
        """Moves the focus with Tab until it is on such a thing."""
        here = wait_for(self.focused, lambda: f"a focus; on show:\n{self.describe()}")
        passed = []
        for _ in range(at_most):
            if here.fits(role, name):
                return here
            passed.append(here)
            here = self.move_on(here, "shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab never came to {role} {name!r}, only to {passed}; on show:\n{self.describe()}")

    # Menus

    def menu_item(self, label):
        """Waits for an item of the menu that is open: the one with the focus."""
        def items():
            focus = self.focused()
            menu = focus.above("menu") if focus else None
            return [node for node in menu.walk() if node.role in MENU_ITEM_ROLES] if menu else []

        return wait_for(lambda: [item for item in items() if item.label() == label],
                        lambda: f"menu item {label!r} among {[item.label() for item in items()]}")[0]

    def choose(self, label, at_most=40):
        """Walks to an item of the menu that is open, and takes it."""
        def item():
            node = self.focused()
            return node if node is not None and node.role in MENU_ITEM_ROLES else None

        def is_in_menu():
            node = self.focused()
            return node is not None and (node.role in MENU_ITEM_ROLES or node.above("menu") is not None)

        wait_for(is_in_menu, lambda: f"the focus in a menu, not on {self.focused()}")
        if item() is None:
            self.press("Down")  # opened with the pointer, it waits for the first key
        here = wait_for(item, lambda: f"the focus on an item of a menu, not on {self.focused()}")
        for _ in range(at_most):
            if here.label() == label:
                self.press("Return")
                return
            before = here
            self.press("Down")
            here = wait_for(lambda before=before: item() not in (None, before) and item(),
                            f"the focus to move on to {label!r}")
        raise AssertionError(f"no menu item {label!r}")

    # Lists that drop down

    def entry(self, combo, text):
        """Waits for an entry of a list that has dropped down."""
        def entries():
            return [item for item in self.find_all("list item", within=combo)
                    if any(node.fits("label", text) for node in item.walk())]

        return wait_for(entries, lambda: f"entry {text!r} of {combo}; on show:\n{self.describe()}")[0]

    def pick(self, combo, text):
        """Chooses from a list with the pointer."""
        self.click(combo)
        self.click(self.entry(combo, text))
        wait_for(lambda: not self.focus_if("list item", None), lambda: f"{combo} to close")

    def pick_by_keyboard(self, text):
        """Chooses from the list that has the focus."""
        combo = self.focused()
        self.press("space")
        entry = self.entry(combo, text)
        here = self.wait_for_focus("list item")
        for _ in range(abs(entry.index - here.index)):
            here = self.move_on(here, "Down" if entry.index > here.index else "Up")
        assert here == entry, f"came to {here}, not to {text!r}"
        self.press("Return")
        self.wait_for_focus("combo box", combo.name)

    # The pointer

    def origin_of(self, window):
        """Where a window's own surface is on the display."""
        def surfaces():
            # xdotool fails where there is none, as when the window manager puts its frame around it.
            search = ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid),
                      "--name", f"^{re.escape(window.name)}$"]
            return subprocess.run(search, check=False, capture_output=True, text=True).stdout.split()

        found = wait_for(surfaces, lambda: f"{window} on the display")
        told = subprocess.run(["xwininfo", "-id", found[-1]], check=True, capture_output=True, text=True).stdout
        return tuple(int(re.search(rf"Absolute upper-left {axis}:\s+(-?\d+)", told).group(1)) for axis in "XY")

    def point_of(self, node):
        """The middle of a thing, in its window."""
        x, y = node.box().middle
        while node.parent is not None:
            # GTK forgets the padding of lists and of rows, around what fills them.
            inner, outer = node.box(), node.parent.box()
            is_full = inner.width > outer.width * 0.8 and (inner.x, inner.width) != (outer.x, outer.width)
            if is_full and node.parent.role in ("list", "list item"):
                x += outer.middle[0] - inner.middle[0]
            if is_full and node.parent.role == "list item":
                y += outer.middle[1] - inner.middle[1]
            node = node.parent
        return x, y

    def place_of(self, node):
        """The middle of a thing, on the display."""
        # GTK gives places from the window's content, less the border that it
        # draws around it where nothing composites.
        window = node.window
        frame = window.box()
        content = max((box for box in boxes_of(window.children) if box.width <= frame.width),
                      key=lambda box: box.width)
        (left, top), (x, y) = self.origin_of(window), self.point_of(node)
        return (left + x - frame.x + (frame.width - content.width) // 2,
                top + y - frame.y + (frame.width - content.width) // 2)

    def wait_until_still(self, node):
        """Waits until a thing has its place: what has just come moves until all
        around it has come too."""
        last = []

        def is_still():
            last.append(node.box())
            return len(last) > 1 and last[-1] == last[-2]

        wait_for(is_still, lambda: f"{node} to stand still")

    def point_at(self, node):
        xdotool("mousemove", *self.place_of(node))

    def scroll_to(self, node):
        """Turns the wheel until the middle of a thing is in view."""
        def overlap():
            """How far it is above (-) or below (+) the pane."""
            y, outer = node.box().middle[1], pane.box()
            return min(0, y - outer.y) + max(0, y - outer.bottom)

        pane = node.above("scroll pane")
        if pane is None:
            return
        for _ in range(60):
            before = overlap()
            if before == 0:
                return
            self.point_at(pane)
            xdotool("click", "5" if before > 0 else "4")
            wait_for(lambda before=before: overlap() != before, lambda: f"{node} to scroll into view")

    def click(self, node, button=1):
        self.wait_until_still(node)
        self.scroll_to(node)
        xdotool("mousemove", *self.place_of(node), "click", button)

    def double_click(self, node):
        self.wait_until_still(node)
        self.scroll_to(node)
        xdotool("mousemove", *self.place_of(node), "click", "--repeat", "2", "--delay", "60", "1")

    def take_from_menu(self, node, *labels):
        """Opens the menu of a thing with the pointer, and clicks through it."""
        self.click(node, button=3)
        for label in labels:
            self.click(self.menu_item(label))

    def keep_up(self):
        """Lets the program come to what was done so far, with a frame or two
        between: it answers in turn."""
        for _ in range(3):
            self.application.ping()
            time.sleep(FRAMES_SECONDS)

    def drag_onto(self, node, find_target):
        """Drags a thing onto another that is there only while something is dragged."""
        self.wait_until_still(node)
        self.scroll_to(node)
        left, top = self.place_of(node)
        xdotool("mousemove", left, top, "mousedown", "1")
        for step in range(1, 9):
            xdotool("mousemove", left + 4 * step, top + 4 * step)
            self.keep_up()
        target = find_target()
        self.wait_until_still(target)
        xdotool("mousemove", *self.place_of(target))
        self.keep_up()
        xdotool("mousemove_relative", "--", "-1", "0")
        self.keep_up()
        xdotool("mouseup", "1")

    def drag(self, node, target, at=(0.5, 0.5)):
        """Drags a thing onto another, to a part of its width and height, with
        steps between as a hand makes them."""
        self.wait_until_still(node)
        self.scroll_to(node)
        box = target.box()
        left, top = self.place_of(node)
        right, bottom = self.place_of(target)
        right += int((at[0] - 0.5) * box.width)
        bottom += int((at[1] - 0.5) * box.height)

        xdotool("mousemove", left, top, "mousedown", "1")
        for step in range(1, 9):
            xdotool("mousemove", left + (right - left) * step // 8, top + (bottom - top) * step // 8)
            self.keep_up()
        xdotool("mousemove_relative", "--", "-1", "0")
        self.keep_up()
        xdotool("mouseup", "1")

    # What a person would see

    def screenshot(self, path):
        subprocess.run(["import", "-silent", "-window", "root", str(path)], check=True)
