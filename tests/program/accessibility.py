# SPDX-License-Identifier: GPL-3.0-or-later
"""What assistive technology sees of a program: a tree of named things, over the
accessibility bus.

GTK tells all that it knows in one answer (org.a11y.atspi.Cache), which costs a
hundredth of asking thing by thing. But it knows only of what was asked for
before, so what is new is first asked for.
"""

import os

# Warnings are to end the program, not what looks at it.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

State = Atspi.StateType

# Of one answer, under sanitizers on a busy machine.
TIMEOUT_MS = 60000

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
CACHE = "org.a11y.atspi.Cache"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"


class Box:
    """Where something is, in pixels of its window."""

    def __init__(self, x, y, width, height):
        self.x, self.y, self.width, self.height = x, y, width, height

    @property
    def middle(self):
        return self.x + self.width // 2, self.y + self.height // 2

    @property
    def bottom(self):
        return self.y + self.height

    def __eq__(self, other):
        return (self.x, self.y, self.width, self.height) == (other.x, other.y, other.width, other.height)


class Node:
    """A thing as it was when one looked; where it is and what stands in it is
    asked for anew."""

    def __init__(self, application, item):
        reference, _, parent, index, n_children, _, name, role, description, states = item
        self.application = application
        self.path = reference[1]
        self.parent_path = parent[1]
        self.index = index
        self.n_children = n_children
        self.name = name
        self.role = Atspi.role_get_name(role)
        self.description = description
        self.states = states[0] | states[1] << 32
        self.parent = None
        self.children = []

    def __eq__(self, other):
        return isinstance(other, Node) and self.path == other.path

    def __hash__(self):
        return hash(self.path)

    def __repr__(self):
        return f"{self.role} {self.name!r}"

    def has(self, state):
        return bool(self.states >> int(state) & 1)

    @property
    def is_showing(self):
        return self.has(State.SHOWING)

    def fits(self, role=None, name=None):
        """Whether it has this role and name (text, or a test of it)."""
        if role is not None and self.role != role:
            return False
        if callable(name):
            return bool(name(self.name))
        return name is None or self.name == name

    def walk(self):
        """It and all below it that is on show, in reading order."""
        if not self.is_showing:
            return
        yield self
        for child in self.children:
            yield from child.walk()

    def may_have_others(self):
        """Whether it has children that are not known, or one that is hidden, which
        tells of none any more, in whose place another may be shown."""
        return (len(self.children) < self.n_children
                or any(len(child.children) > child.n_children for child in self.children))

    def label(self):
        """What it is called, also where it has no name but labels, as items of
        menus have."""
        if self.name:
            return self.name
        for kind, targets in self.application.ask(self.path, ACCESSIBLE, "GetRelationSet"):
            if kind == int(Atspi.RelationType.LABELLED_BY):
                return " ".join(self.application.ask(path, TEXT, "GetText", GLib.Variant("(ii)", (0, -1)))
                                for _, path in targets)
        return ""

    def above(self, role):
        """The nearest thing of a role that it is in, or None."""
        node = self.parent
        while node is not None and node.role != role:
            node = node.parent
        return node

    @property
    def window(self):
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def describe(self, depth=0):
        """What is on show from here on, as text, for a test that fails."""
        if not self.is_showing:
            return ""
        is_frame_only = self.role in ("panel", "grouping", "filler", "unknown") and not self.name
        line = "" if is_frame_only else "  " * depth + f"{self!r}{' (focused)' if self.has(State.FOCUSED) else ''}\n"
        return line + "".join(child.describe(depth + (not is_frame_only)) for child in self.children)

    def box(self):
        return Box(*self.application.ask(self.path, COMPONENT, "GetExtents", GLib.Variant("(u)", (1,))))

    def is_child(self):
        """Whether what it says to be in has it, which of what is hidden is not so."""
        return self.parent is None or self.path in [
            path for _, path in self.application.ask(self.parent.path, ACCESSIBLE, "GetChildren")]

    def text(self):
        """What stands in a text field or a label. For the end of an entry GTK has to be told how
        long that is, as screen readers do; for that of others -1 would do."""
        length = self.application.ask(self.path, "org.freedesktop.DBus.Properties", "Get",
                                      GLib.Variant("(ss)", (TEXT, "CharacterCount")))
        return self.application.ask(self.path, TEXT, "GetText", GLib.Variant("(ii)", (0, length)))


def connect():
    """The accessibility bus of this session, which starts when asked for."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                                None, None, Gio.DBusCallFlags.NONE, TIMEOUT_MS).unpack()[0]
    flags = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)


class Application:
    """A process on the accessibility bus."""

    bus = None

    def __init__(self, pid):
        if Application.bus is None:
            Application.bus = connect()
        self.pid = pid
        self.name = None
        self.pages = {}  # what they are in, by path
        self.items = {}  # what the last answer had, as it came and unpacked
        self.announced = []

    def call_raw(self, to, path, interface, method, arguments=None):
        return self.bus.call_sync(to, path, interface, method, arguments, None,
                                  Gio.DBusCallFlags.NONE, TIMEOUT_MS)

    def call(self, to, path, interface, method, arguments=None):
        answer = self.call_raw(to, path, interface, method, arguments).unpack()
        return answer[0] if len(answer) == 1 else answer

    def ask(self, path, interface, method, arguments=None):
        return self.call(self.name, path, interface, method, arguments)

    def find_name(self):
        for name, _ in self.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren"):
            if self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                         GLib.Variant("(s)", (name,))) == self.pid:
                return name
        return None

    def read_items(self):
        """All that is known to be there. Most of it is as it was in the last
        answer, and unpacking costs more than all else here."""
        answer = self.call_raw(self.name, "/org/a11y/atspi/cache", CACHE, "GetItems").get_child_value(0)
        items = {}
        for i in range(answer.n_children()):
            item = answer.get_child_value(i)
            data = item.get_data_as_bytes().get_data()
            items[data] = self.items.get(data) or item.unpack()
        self.items = items
        return items.values()

    def read(self):
        """All that is known to be there, by path, each below what it is in."""
        nodes = {item[0][1]: Node(self, item) for item in self.read_items()}
        for node in nodes.values():
            # What is in nothing's list of children is hidden, but for pages of
            # stacks, which name the stack for what they are in.
            above = node.parent_path if node.index >= 0 else self.pages.get(node.path)
            if above in nodes and above != ROOT:
                node.parent = nodes[above]
                node.parent.children.append(node)
        for node in nodes.values():
            node.children.sort(key=lambda child: child.index)
        return nodes

    def ask_for_children(self, path, known):
        """Makes all that is below a thing known."""
        try:
            for _, child in self.ask(path, ACCESSIBLE, "GetChildren"):
                self.pages[child] = path
                if child not in known:
                    self.ask_for_children(child, known)
        except GLib.Error:
            pass  # it is gone again

    def listen(self):
        """Begins to hear what is announced."""
        def announced(*signal):
            self.announced.append(signal[5].unpack()[3])

        self.bus.signal_subscribe(self.name, "org.a11y.atspi.Event.Object", "Announcement", None, None,
                                  Gio.DBusSignalFlags.NONE, announced)

    def said(self):
        """What was announced since one listens."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self.announced

    def ping(self):
        """Waits for an answer, which comes after all that the program did before."""
        self.ask(ROOT, ACCESSIBLE, "GetChildren")

    def look(self):
        """The windows, with all that is in them."""
        if self.name is None:
            self.name = self.find_name()
        if self.name is None:
            return []

        paths = [path for _, path in self.ask(ROOT, ACCESSIBLE, "GetChildren")]
        asked = set()
        while True:
            nodes = self.read()
            windows = [nodes[path] for path in paths if path in nodes]
            unknown = [node for window in windows for node in window.walk()
                       if node not in asked and node.may_have_others()]
            if not unknown:
                return [window for window in windows if window.is_showing]
            asked.update(unknown)
            for node in unknown:
                self.ask_for_children(node.path, nodes)
