"""Free text with headings and lists, as the organiser types it: a few marks, and never an error.

`# ` and `## ` begin a heading, `- `, `* `, `• ` or `1. ` an item, blanks before it put it below the
last one, an empty line ends a paragraph, and `**` holds what is printed bold. All else is text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

DEEPEST = 3
"""Levels of headings, and how deep items lie below each other at most."""

_HEADING = re.compile(r"(#{1,3})\s+(.*\S)\s*#*$")
_ITEM = re.compile(r"([ \t]*)(?:[-*•–]|(\d{1,3})[.)])\s+(\S.*)$")
_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` counts from 1."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that run on; a line break that was typed is a line break."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, `depth` deep below others; `number` is what it was given, if it was."""

    runs: tuple[Run, ...]
    depth: int = 0
    number: int | None = None


Block = Heading | Paragraph | Item


def parse(text: str) -> tuple[Block, ...]:
    r"""Return the blocks of `text`, in order; each of its words stands in one of them.

    >>> [plain(block) for block in parse("# Pourquoi\nLa ville a **appelé**.\n- un\n  - deux")]
    ['Pourquoi', 'La ville a appelé.', 'un', 'deux']
    """
    return tuple(_blocks(text))


def plain(block: Block) -> str:
    """Return the words of a block without their faces."""
    return block.text if isinstance(block, Heading) else "".join(run.text for run in block.runs)


def _blocks(text: str) -> Iterator[Block]:
    lines: list[str] = []
    steps: list[int] = []  # how far the items are in below which the next may lie
    for line in [*text.splitlines(), ""]:
        heading, item = _HEADING.match(line), _ITEM.match(line)
        if lines and (heading or item or not line.strip()):
            yield Paragraph(_runs("\n".join(lines)))
            lines = []
        if heading:
            steps = []
            yield Heading(len(heading[1]), heading[2])
        elif item:
            inset = len(item[1].expandtabs(4))
            steps = [*(step for step in steps if step < inset), inset]
            number = int(item[2]) if item[2] else None
            yield Item(_runs(item[3].strip()), min(len(steps), DEEPEST) - 1, number)
        elif line.strip():
            lines.append(line.strip())


def _runs(text: str) -> tuple[Run, ...]:
    runs, end = [], 0
    for bold in _BOLD.finditer(text):
        runs += [Run(text[end : bold.start()]), Run(bold[1], is_bold=True)]
        end = bold.end()
    return tuple(run for run in (*runs, Run(text[end:])) if run.text)
