"""Photographed dot-vote sheets through the reader: how many rows are counted wrong, or asked.

Run `python -m tests.bench.dots [HOW_MANY] [FIRST_SEED]`; the figures to hold are in
`tests/scan/vote_counting.py`. Tuned on seeds below 1,000, measured from there.
"""

import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from tests.scan.vote_counting import MOST_ASKED, MOST_WRONG, VoteCount
from tests.scan.voted import print_votes, voted
from wcafe.domain.paper_size import PaperSize


def main(sheets=200, first=1000):
    _app = QGuiApplication(sys.argv[:1])
    kinds = [print_votes(), print_votes(paper=PaperSize.LETTER)]
    count, began = VoteCount(), time.process_time()
    for seed in range(first, first + sheets):
        told, printed = len(count.told), kinds[seed % 4 == 3]
        count.add(voted(printed, seed % len(printed.codes), seed), f"seed {seed}")
        print(*count.told[told:], sep="\n", end="\n" * (len(count.told) > told), flush=True)
    print(count)
    print(
        f"{(time.process_time() - began) / sheets:.2f} s of the processor a sheet, drawn and read"
    )
    return count.wrong > MOST_WRONG or count.asked > MOST_ASKED or count.of["not found"]


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
