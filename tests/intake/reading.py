"""Lists as short texts, and who stands on them."""

from pathlib import Path

from wcafe.intake.decisions import Decisions
from wcafe.intake.found import PeopleRead
from wcafe.intake.people import read_people
from wcafe.intake.sheet import Sheet


def sheet(text: str) -> Sheet:
    """Return a list of rows: cells between `|`, line ends inside a cell as `↵`."""
    lines = text.strip("\n").split("\n")
    rows = [tuple(cell.strip().replace("↵", "\n") for cell in line.split("|")) for line in lines]
    return Sheet(path=Path("list.csv"), rows=tuple(rows))


def read(text: str, **decided: object) -> PeopleRead:
    return read_people(sheet(text), Decisions(**decided))  # type: ignore[arg-type]


def who(found: PeopleRead) -> list[str]:
    return [person.name for person in found.people]
