"""Pasted lines as notes: one a line, and what is indented belongs to the line above."""

import re
from dataclasses import dataclass

from wcafe.domain.text import clean, has_words

_TAB = 4  # blanks that a tab is as wide as
_BULLET = re.compile(
    r"(?:[-–—•‣◦▪▫●○■□*§☐☑☒✓✔✗✘·]|\[[ xX]?\]|\(?\d{1,3}[.)]|\(?[a-z][.)]|o(?=\t))(?:[ \t\u00a0]+|$)"
)
"""What stands before an item. A plus is none ("+ de bancs"), nor is a capital ("M. Le Goff")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNote:
    """A note that is not kept yet. `level` says how deep it lies, 0 under none.

    It belongs to the nearest one before it of a lower level.
    """

    text: str
    level: int = 0


def lines_to_notes(text: str) -> tuple[DraftNote, ...]:
    r"""Return a note for each line that says something.

    Dashes, bullets, boxes and numbers in front go away. How deep a line lies is told by the blanks
    and tabs before it, against those of the lines above. Lines are never joined: a wrapped
    paragraph comes as several notes, which can be seen before they are kept, and joined after.

    >>> [(note.text, note.level) for note in lines_to_notes("- Un banc\n  • à l'ombre\n1. Un mur")]
    [('Un banc', 0), ("à l'ombre", 1), ('Un mur', 0)]
    """
    notes: list[DraftNote] = []
    depths: list[int] = []  # blanks before the lines above that the next one may belong to
    for line in text.splitlines():
        bare, blanks = _bare(line)
        if not has_words(said := clean(bare)):
            continue
        while depths and blanks <= depths[-1]:
            depths.pop()
        notes.append(DraftNote(text=said, level=len(depths)))
        depths.append(blanks)
    return tuple(notes)


def is_a_table(text: str) -> bool:
    r"""Were rows of a spreadsheet pasted: do most lines have a tab between words?

    >>> is_a_table("table\tnote\n1\tUn banc"), is_a_table("\tUn banc\n\tUn mur")
    (True, False)
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return 2 * sum("\t" in _bare(line)[0] for line in lines) > len(lines)


def _bare(line: str) -> tuple[str, int]:
    """Return a line without its bullets, and how many blanks stand before it."""
    words = line.lstrip(" \t\u00a0\u3000")
    before = line[: len(line) - len(words)]
    blanks = len(before.replace("\t", " " * _TAB))
    while found := _BULLET.match(words):
        words = words[found.end() :].lstrip()
    return words, blanks
