"""A text as it is told before it has a format: headings, paragraphs, points, quotes, tables.

Word, web page and Markdown are three writers of it. All of its text is as people wrote it: nothing
in it is markup, and each writer escapes it where it turns into some.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some words of a paragraph that look alike.

    Attributes:
        text: the words; a line end in them is kept.
        is_strong: whether they are said with weight.
        is_aside: whether they stand small behind what they are about.
        to: the anchor in this document to which they lead; empty where to none.
        told: what a link is called where its words say too little, such as a bare number.
    """

    text: str
    is_strong: bool = False
    is_aside: bool = False
    to: str = ""
    told: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: level 1 is a chapter, 2 and 3 are below it; a theme's has its `mark`."""

    level: int
    text: str
    anchor: str
    mark: int | None = None


class Look(Enum):
    """How a paragraph stands among others."""

    PLAIN = "plain"
    LEAD = "lead"  # what is read first
    CAPTION = "caption"  # what is said about the rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; links lead to its `anchor`, if it has one."""

    runs: Runs
    look: Look = Look.PLAIN
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point of a list, `depth` levels below the first; at most one level below that above.

    `number` stands in the place of a bullet, if somebody gave it one.
    """

    runs: Runs
    depth: int = 0
    anchor: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list, whose points may lie below others."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said, set apart, and where."""

    runs: Runs
    source: Runs
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table, of as many cells as the table has heads; the first one heads it."""

    cells: tuple[Runs, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with a head row; `told` says in a few words what it holds."""

    told: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A photo.

    Attributes:
        jpeg: the picture itself.
        name: of its file in an open harvest pack.
        alternative: what it shows, in words, on one line.
        caption: what stands below it.
    """

    jpeg: bytes
    name: str
    alternative: str
    caption: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page of its own, where there are pages."""


Block = Heading | Paragraph | Points | Quote | Grid | Figure | NewPage


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDocument:
    """A whole text.

    Attributes:
        title: what it is called, and its only heading above the chapters.
        kind: what sort of document it is, said above the title.
        lines: what stands below the title, such as place and day.
        language: `fr` or `en`.
        author: who is behind it.
        moment: when the café was; None where nobody said. Nothing in a file tells another time,
            so the same café gives the same bytes.
        blocks: all that follows.
        listed: the deepest level of headings that a table of contents has.
    """

    title: str
    kind: str
    lines: tuple[str, ...]
    language: str
    author: str
    moment: datetime | None
    blocks: tuple[Block, ...]
    listed: int = 2

    @property
    def contents(self) -> list[Heading]:
        """The headings that a table of contents has."""
        return [
            block
            for block in self.blocks
            if isinstance(block, Heading) and block.level <= self.listed
        ]


REGIONS = {"fr": "fr-FR", "en": "en-GB"}
"""The languages of documents, as files name them."""
