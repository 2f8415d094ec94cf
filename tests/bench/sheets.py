"""Photographed sheets through the reader: how many are filed, and boxes wrong or asked.

Run `python -m tests.bench.sheets [HOW_MANY] [FIRST_SEED]`; the figures to hold are in
`tests/scan/counting.py`. Tuned on seeds below 1,000, measured from there.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from tests.scan.counting import MOST_ASKED, MOST_WRONG, Count
from tests.scan.simulated import print_sheets, returned


def main(sheets=300, first=1000):
    _app = QGuiApplication(sys.argv[:1])
    printed, count, began = print_sheets(), Count(), time.process_time()
    for seed in range(first, first + sheets):
        told = len(count.told)
        count.add(returned(printed, seed % len(printed.codes), seed), f"seed {seed}")
        print(*count.told[told:], sep="\n", end="\n" * (len(count.told) > told), flush=True)
    print(count)
    print(
        f"{(time.process_time() - began) / sheets:.2f} s of the processor a sheet, drawn and read"
    )
    return count.wrong > MOST_WRONG or count.asked > MOST_ASKED or count.of["not found"]


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
