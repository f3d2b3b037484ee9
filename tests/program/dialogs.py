# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to the dialogs of the program, for build-aux/screenshots --check: each leaves what is
open before it, and comes to its dialog from the view that it belongs to."""

import json

from driver import begins, wait_for

DIALOGS = {}

# A column and a stage that nobody knows, dates and amounts that can be read in two ways.
UNCLEAR_TABLE = """Deal,Kunde,Stage,Value,Started
Printers,Acme,{0},"1,000",03/04/2026
Scanners,Bcme,Warm,"2,500",05/06/2026
Toner,Ccme,Warm,plenty,01/02/2026
"""

KNOWN_TABLE = """title,company,stage,value
Printers,Acme,{0},1000
Scanners,Bcme,{0},2000
Toner,Ccme,{0},plenty
"""


def dialog(function):
    def lead_there(stage):
        leave(stage)
        function(stage)

    DIALOGS[function.__name__.replace("_", "-")] = lead_there
    return function


def open_dialogs(program):
    return program.find_all("dialog") + program.find_all("alert")


def leave(stage):
    """Closes what is open; what was entered is discarded."""
    program = stage.program

    def what_is_open():
        return [window.name for window in program.windows()], open_dialogs(program)

    while (before := what_is_open()) and (before[1] or len(before[0]) > 1):
        discard = program.find_all("button", stage.words("_Discard"))
        if discard:
            program.click(discard[0])
        else:
            program.press("Escape")
        wait_for(lambda before=before: what_is_open() != before, lambda before=before: f"{before} to change")


def find_dialog(stage):
    return wait_for(lambda: open_dialogs(stage.program), stage.program.describe)[0]


def first_stage(stage):
    process = json.loads(stage.command("process", "list", "--json"))["processes"][0]
    return json.loads(stage.command("process", "show", process["name"], "--json"))["stages"][0]


def select_card(stage):
    stage.program.press("alt+3")
    stage.program.click(stage.first_deal())
    stage.program.wait_for_focus("list item")


def choose_for_card(stage, source, context=None):
    select_card(stage)
    stage.program.press("Menu")
    stage.program.choose(stage.words(source, context))
    find_dialog(stage)


def select_stage(stage):
    """In a narrow window the details may stand over the stages, which Escape takes away."""
    program = stage.program
    program.press("alt+2")
    stages = program.find("list", stage.words("Stages"))

    def is_on_stage():
        here = program.focused()
        return here is not None and here.role == "list item" and here.above("list") == stages

    if not is_on_stage() and stage.variant.width < 500:
        program.press("Escape")
        stage.wait_until_settled()
    # Two clicks would be one to rename it.
    if not is_on_stage():
        program.click(program.find("list item", within=stages))
    wait_for(is_on_stage, lambda: f"the focus on a stage, not on {program.focused()}")


def show_details(stage, name):
    """All about the selected stage, or the process: beside the scheme, or over it."""
    if not stage.program.find_all("button", name):
        stage.program.press("ctrl+e")
    stage.program.find("button", name)


def choose_table(stage, text):
    stage.program.press("alt+3")
    stage.first_deal()
    stage.click_button("More", "toggle button")
    stage.program.choose(stage.words("_Import Deals…"))
    button = stage.program.wait_for_focus("button", stage.words("C_hoose File…"))
    path = stage.tables / "table.csv"
    path.write_text(text.format(first_stage(stage)["name"]))
    stage.program.press("space")
    chooser = stage.program.wait_for_windows(2)
    stage.program.click(stage.program.find("list item", str(stage.tables), chooser))
    stage.program.double_click(stage.program.find("table row", begins(path.name), chooser))
    stage.program.wait_for_windows(1)
    stage.program.wait_until_gone("button", button.name)


@dialog
def import_file(stage):
    stage.program.press("alt+3")
    stage.first_deal()
    stage.click_button("More", "toggle button")
    stage.program.choose(stage.words("_Import Deals…"))
    find_dialog(stage)


@dialog
def import_form(stage):
    choose_table(stage, UNCLEAR_TABLE)


@dialog
def import_report(stage):
    choose_table(stage, KNOWN_TABLE)
    stage.click_button("_Import")
    stage.find_button("_Done")


@dialog
def park(stage):
    choose_for_card(stage, "_Park…", "deal")


@dialog
def label(stage):
    choose_for_card(stage, "_Label…")


@dialog
def no_deal(stage):
    choose_for_card(stage, "N_ot a Deal…")


@dialog
def gate(stage):
    select_card(stage)
    stage.program.press("shift+Right")
    find_dialog(stage)


@dialog
def payment(stage):
    select_card(stage)
    stage.program.press("Return")
    stage.click_button("Add a Payment")
    find_dialog(stage)


@dialog
def contact(stage):
    stage.click_button("Add a Contact")
    find_dialog(stage)


@dialog
def export(stage):
    stage.program.press("alt+2")
    stage.click_button("Process Menu", "toggle button")
    stage.program.choose(stage.words("E_xport…"))
    find_dialog(stage)


@dialog
def rename_process(stage):
    stage.click_button("Process Menu", "toggle button")
    stage.program.choose(stage.words("_Rename…"))
    find_dialog(stage)


@dialog
def publish(stage):
    select_stage(stage)
    stage.program.press("Delete")
    stage.click_button("_Publish…")
    find_dialog(stage)


@dialog
def split(stage):
    select_stage(stage)
    stage.program.press("Menu")
    stage.program.choose(stage.words("_Split…"))
    find_dialog(stage)


@dialog
def criterion(stage):
    select_stage(stage)
    stage.program.press("space")
    name = begins(stage.words("What Is Asked, and When"))
    show_details(stage, name)
    stage.program.tab_to("button", name, at_most=120)
    stage.program.press("space")
    find_dialog(stage)


@dialog
def role(stage):
    select_stage(stage)
    stage.program.press("Escape")
    show_details(stage, stage.words("Add a Role"))
    stage.program.tab_to("button", stage.words("Add a Role"), at_most=120)
    stage.program.press("space")
    find_dialog(stage)


@dialog
def insight_filters(stage):
    stage.program.press("alt+5")
    stage.click_button("_Filters…")
    find_dialog(stage)


@dialog
def many_at_once(stage):
    stage.program.press("alt+1")
    due = stage.program.find("list", stage.words("What is due"))
    wait_for(lambda: (here := stage.program.focused()) is not None and here.above("list") == due, "the focus on what is due")
    stage.program.press("Menu")
    stage.program.choose(stage.words("Man_y at Once…"))
    find_dialog(stage)


@dialog
def days_off(stage):
    stage.program.press("ctrl+comma")
    find_dialog(stage)
    stage.program.click(stage.program.find("page tab", stage.words("Working Calendar")))
    stage.program.click(stage.program.find(None, stage.words("_Add Days…")))
    wait_for(lambda: len(open_dialogs(stage.program)) > 0, stage.program.describe)
