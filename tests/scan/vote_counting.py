"""How many rows of simulated dot-vote sheets are counted right, wrong, or asked."""

from tests.scan.counting import MOST_ASKED, MOST_WRONG, Count

__all__ = ["MOST_ASKED", "MOST_WRONG", "VoteCount"]


class VoteCount(Count):
    """What came of each sheet, row by row."""

    unit = "rows"

    def _look(self, sheet, read, name):
        for dots, row in zip(sheet.dots, read.boxes, strict=True):
            self.of["rows"] += 1
            self.of["dots"] += dots
            where = f"{name}, row {row.box}: {dots} dots"
            if row.dots is None:
                assert row.unsure == ("dots",)
                self._tell("asked", f"{where} are asked")
            elif row.dots != dots:
                self._tell("wrong", f"{where} are counted as {row.dots}")

    def __str__(self):
        return (
            f"{self.of['sheets']} photographed dot-vote sheets with {self.of['dots']} dots: "
            f"{self.of['unread']} told as not read, {self.of['not found']} without corners; of "
            f"{self.of['rows']} rows {self.asked:.2%} asked, of those decided {self.wrong:.2%} "
            f"wrong ({self.of['wrong']})"
        )
