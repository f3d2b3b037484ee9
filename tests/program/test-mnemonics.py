#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No two buttons of a dialog, and no two items of a menu, have one access key, in
English or in Russian: of two, a key would only ever lead to the one after the other.

Looks at the sources: what stands in one interface file, or is put together in one
function, is on show at once, but for the pages of a stack."""

import gettext
import os
import re
import unittest
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent
SOURCES = TOP / "src"

# A text to be translated, with its context.
TEXT = re.compile(r'\b_\("((?:[^"\\]|\\.)*)"\)|\bC_\("((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\)')
KEY = re.compile(r"_(\w)")

# Of each, the one is there where the other is not, or it names the menu that the other
# is in.
NEVER_TOGETHER = [
    {"Take Out of the _Archive", "_Archive"},
    {"Back on the _Board", "Take _Back to Work"},
    {"_Publish Anyway", "_Publish"},
    {"Once More _Before", "Add _Before"},
    {"Once More _After", "Add _After"},
]

# What is on show in the place of another.
PAGES = ("Gtk.StackPage", "Adw.StatusPage", "Adw.PreferencesPage", "Adw.NavigationPage", "Adw.Banner")


def find_texts(source):
    """The texts that have an access key, with their contexts, and where they stand."""
    for match in TEXT.finditer(source):
        plain, context, text = match.groups()
        if KEY.search(plain or text):
            yield context, plain or text, match.start()


class Scope:
    """Of an interface file: a block that has keys of its own."""

    def __init__(self, name, above=None):
        self.name, self.above = name, above
        self.texts = []

    def all_texts(self):
        return self.texts + (self.above.all_texts() if self.above else [])


def read_blueprint(source):
    """The scopes of an interface file: each page of a stack has the keys of what it is
    in, too; each menu only its own."""
    texts = {at: (context, text) for context, text, at in find_texts(source)}
    stack = [Scope("file")]
    scopes = [stack[0]]
    for match in re.finditer(r'"(?:[^"\\]|\\.)*"|//[^\n]*|([\w.$][\w.$ -]*)?\s*\{|\}', source):
        # A text begins before its quotes.
        for start in (match.start() - 2, match.start() - 3):
            if start in texts:
                stack[-1].texts.append(texts.pop(start))
        token = match.group()
        if token.endswith("{") and not token.startswith(('"', "//")):
            name = (match.group(1) or "").strip()
            kind = name.split()[0] if name else ""
            if kind in ("menu", "submenu"):
                stack.append(Scope(name))
            elif kind in PAGES:
                stack.append(Scope(name, above=next(scope for scope in reversed(stack))))
            else:
                stack.append(stack[-1])
            if stack[-1] is not stack[-2]:
                scopes.append(stack[-1])
        elif token == "}" and len(stack) > 1:
            stack.pop()
    return [scope.all_texts() for scope in scopes]


def read_function(body):
    return [(context, text) for context, text, _ in find_texts(body)]


def read_c(source):
    return [read_function(body) for body in re.split(r"^}$", source, flags=re.MULTILINE)]


def find_clashes(scopes, translate):
    """Texts of one scope that have one key."""
    for texts in scopes:
        by_key = {}
        for context, text in dict.fromkeys(texts):
            shown = translate(context, text)
            key = KEY.search(shown)
            if key:
                by_key.setdefault(key.group(1).lower(), {})[text] = shown
        for clash in by_key.values():
            if len(clash) > 1 and set(clash) not in NEVER_TOGETHER:
                yield list(clash.values())


class Mnemonics(unittest.TestCase):
    maxDiff = None

    def check(self, translate):
        clashes = []
        for path in sorted(SOURCES.rglob("*.blp")) + sorted(SOURCES.rglob("*.c")):
            source = path.read_text(encoding="utf-8")
            scopes = read_blueprint(source) if path.suffix == ".blp" else read_c(source)
            clashes += [f"{path.relative_to(TOP)}: {' / '.join(clash)}" for clash in find_clashes(scopes, translate)]
        self.assertEqual(sorted(set(clashes)), [])

    def test_english(self):
        self.check(lambda context, text: text)

    def test_russian(self):
        russian = gettext.translation("stagecraft", os.environ["STAGECRAFT_LOCALE_DIR"], ["ru"])
        self.check(lambda context, text: russian.pgettext(context, text) if context else russian.gettext(text))


if __name__ == "__main__":
    unittest.main(verbosity=2)
