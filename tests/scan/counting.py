"""How many boxes of simulated sheets are read right, wrong, or asked."""

from collections import Counter

from tests.scan.simulated import jpeg_bytes
from wcafe.scan.decode import decode
from wcafe.scan.picture import read_decoded

FIELDS = ("kind", "support", "from_table")
MOST_WRONG, MOST_ASKED = 0.005, 0.03
"""Of what is decided, and of all."""


class Count:
    """What came of each sheet, and in `told` a line for whatever was not read as it was meant."""

    unit = "fields"  # what is decided, or asked

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
        else:
            self.of["filed"] += 1
            if read.corners is None:
                self._tell("not found", f"{name}: filed, but its corners were not found")
            else:
                self._look(sheet, read, name)
        return read

    def _look(self, sheet, read, name):
        for filled, box in zip(sheet.boxes, read.boxes, strict=True):
            self._compare(filled, box, name)
        self._writing(sheet.sentence, read.sentence, f"{name}, sentence")

    def _compare(self, filled, box, name):
        for field in FIELDS:
            self.of["fields"] += 1
            meant, here = getattr(filled, field), getattr(box, field)
            where = f"{name}, box {box.box}, {field}: {meant}"
            if field in box.unsure:
                assert here is None
                self._tell("asked", f"{where} is asked")
            elif here != meant:
                self._tell("wrong", f"{where} is read as {here}")
        self._writing(filled.is_written, box.is_written, f"{name}, box {box.box}")

    def _writing(self, meant, here, where):
        self.of["zones"] += 1
        if here != meant:
            self._tell("writing", f"{where}: writing {meant} is seen as {here}")

    def _tell(self, what, line):
        self.of[what] += 1
        self.told.append(line)

    @property
    def wrong(self):
        return self.of["wrong"] / max(1, self.of[self.unit] - self.of["asked"])

    @property
    def asked(self):
        return self.of["asked"] / max(1, self.of[self.unit])

    def __str__(self):
        return (
            f"{self.of['sheets']} photographed sheets: {self.of['filed']} filed by their code, "
            f"{self.of['unread']} told as not read, {self.of['not found']} without corners; of "
            f"{self.of['fields']} answers {self.asked:.2%} asked, of those decided "
            f"{self.wrong:.2%} wrong ({self.of['wrong']}); of {self.of['zones']} places to write "
            f"in {self.of['writing']} seen wrongly"
        )
