# SPDX-License-Identifier: GPL-3.0-or-later
"""write.py FOLDER: the documents that other programs are to open, as the program writes them."""

import os
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(sys.argv[1])
ANSWERS = ["--selling", "consultative", "--novelty", "innovative", "--demand", "unformed", "--market", "b2b",
           "--offer", "product", "--payment-terms", "after-onboarding"]
NAMES = {"ru": "Продажи оборудования", "en": "Equipment"}
OWN_WORDS = """Отсрочка **не более** 10 дней, см. [правила](https://example.com/rules).

1) согласовать;
2) подписать:
   - у директора;
   - у бухгалтера.

| Сумма | Кто согласует |
| --- | --- |
| до 1 млн | РОП |
| свыше | Директор |

<script>alert("не разметка")</script>
"""


def run(*args):
    subprocess.run([os.environ["STAGECRAFT"], "--database", FOLDER / "documents.db", *args], check=True,
                   stdout=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"})


def main():
    subprocess.run([os.environ["WRITE_SAMPLE"], FOLDER], check=True, stdout=subprocess.DEVNULL)
    (FOLDER / "own.md").write_text(OWN_WORDS, encoding="utf-8")
    for language, name in NAMES.items():
        run("process", "new", "--name", name, "--language", language, *ANSWERS)
        run("process", "words", name, "payments:after", FOLDER / "own.md")
        for kind in ("md", "odt", "docx"):
            run("process", "regulations", name, "-o", FOLDER / f"regulations-{language}.{kind}")
    (FOLDER / "stages").mkdir()
    subprocess.run([os.environ["WRITE_SAMPLE"], FOLDER / "stages", "200", "odt"], check=True, stdout=subprocess.DEVNULL)
    started = time.monotonic()
    subprocess.run([os.environ["WRITE_SAMPLE"], FOLDER / "stages", "200", "pdf"], check=True, stdout=subprocess.DEVNULL)
    (FOLDER / "stages" / "seconds").write_text(str(time.monotonic() - started), encoding="utf-8")


main()
