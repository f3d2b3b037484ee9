#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quick way of a head of sales: the stages that they have are pasted, one
button shows how they come together, and the result is printed."""

import subprocess
import unittest

from ways import Way, begins

TWELVE_STAGES = """1. Запрос 2. Квалификация 3. Встреча 4. Выявление потребностей 5. Презентация
6. Подготовка КП 7. Согласование КП 8. Переговоры 9. Согласование договора 10. Подписание договора
11. Оплата 12. Внедрение
"""


class TwelveStages(Way):
    def paste(self, program):
        program.wait_for_focus("text")
        subprocess.run(["xclip", "-selection", "clipboard"], input=TWELVE_STAGES, check=True, text=True)
        program.press("ctrl+v")

    def print(self, program):
        program.press("ctrl+p")
        program.wait_for_focus("button", "Print…")
        program.press("Return")
        program.wait_for_windows(2)
        program.tab_to("table row", "Print to File")
        program.press("Down")
        program.tab_to("button", "Print")
        program.press("space")
        self.check_print("Выявление потребностей", "Внедрение")
        program.wait_for_windows(1)

    def test_they_become_seven_by_pointer(self):
        with self.start() as program:
            program.click(program.find("button", "Paste the Stages You Have…"))
            self.paste(program)
            program.click(program.find("button", "Create"))
            program.wait_until_gone("dialog")
            program.find("list item", begins("Stage 12 of 12"))

            # Shown as ghosts, with what is done and why; nothing is done yet.
            program.click(program.find("button", "Show Merge"))
            program.find("label", "Merge 12 Stages into 7")
            self.assertEqual(len(self.stages()), 12)
            program.click(program.find("button", "Apply"))
            program.find("list item", begins("Stage 7 of 7"))
            self.wait_until_equal(lambda: len(self.stages()), 7)

    def test_they_become_seven_printed_by_keyboard(self):
        with self.start() as program:
            program.find("button", "Paste the Stages You Have…")
            program.tab_to("button", "Paste the Stages You Have…")
            program.press("space")
            self.paste(program)
            program.tab_to("button", "Create")
            program.press("space")
            program.wait_for_focus("list item", begins("Stage 1 of 12"))
            program.tab_to("button", "Show Merge", back=True)
            program.press("space")
            program.find("label", "Merge 12 Stages into 7")
            program.wait_for_focus("button", "Apply")
            program.press("space")
            program.wait_for_focus("list item", begins("Stage 1 of 7"))
            program.tab_to("button", "Publish…", back=True)
            program.press("space")
            program.find("alert", begins("Publish"))
            program.tab_to("button", begins("Publish"))
            program.press("space")
            self.wait_until_equal(self.status, "published")
            self.print(program)


if __name__ == "__main__":
    unittest.main(verbosity=2)
