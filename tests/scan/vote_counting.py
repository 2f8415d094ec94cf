"""How many rows of simulated dot-vote sheets are counted right, wrong, or asked."""

from collections import Counter

from tests.scan.simulated import jpeg_bytes
from wcafe.scan.decode import decode
from wcafe.scan.picture import read_decoded

MOST_WRONG, MOST_ASKED = 0.005, 0.03
"""Of the rows that are decided, and of all."""


class VoteCount:
    """What came of each sheet, and in `told` a line for whatever was not counted as it is."""

    def __init__(self):
        self.of = Counter()
        self.told = []

    def add(self, sheet, name):
        """Read a simulated photo; return what was read."""
        data = jpeg_bytes(sheet.photo, sheet.quality)
        read = read_decoded(decode(data, name), name=name, digest="")
        self.of["sheets"] += 1
        if [code.text for code in read.codes] != [sheet.code]:
            self._tell("unread", f"{name}: its code was not read")
        elif read.corners is None:
            self._tell("not found", f"{name}: its corners were not found")
        else:
            self.of["filed"] += 1
            for dots, row in zip(sheet.dots, read.boxes, strict=True):
                self.of["rows"] += 1
                self.of["dots"] += dots
                where = f"{name}, row {row.box}: {dots} dots"
                if row.dots is None:
                    assert row.unsure == ("dots",)
                    self._tell("asked", f"{where} are asked")
                elif row.dots != dots:
                    self._tell("wrong", f"{where} are counted as {row.dots}")
        return read

    def _tell(self, what, line):
        self.of[what] += 1
        self.told.append(line)

    @property
    def wrong(self):
        return self.of["wrong"] / max(1, self.of["rows"] - self.of["asked"])

    @property
    def asked(self):
        return self.of["asked"] / max(1, self.of["rows"])

    def __str__(self):
        return (
            f"{self.of['sheets']} photographed dot-vote sheets with {self.of['dots']} dots: "
            f"{self.of['unread']} told as not read, {self.of['not found']} without corners; of "
            f"{self.of['rows']} rows {self.asked:.2%} asked, of those decided {self.wrong:.2%} "
            f"wrong ({self.of['wrong']})"
        )
