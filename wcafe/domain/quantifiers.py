"""Words that claim how many stand behind a sentence, held against how many really do.

“Most”, “everyone”, « beaucoup », « deux tables »: each is found where it speaks of people, tables
or notes, and is *grounded* where the notes that the sentence cites bear it out. Nothing is decided
about the sentence: whoever wrote it is told the counts. Both languages are read at once, as a
table writes in both.

What is not found, as it claims nothing about people: “at all”, “all day”, « tous les jours »,
« beaucoup plus », « pas tous », “not everyone”, « pour tous », « s'y mettre à plusieurs ».
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from wcafe.domain.notes import Note
from wcafe.domain.quantifier_words import LOOSE, NUMBERS, PATTERNS, WRITTEN_NUMBERS, Claim, Unit

_LEAST_MANY = 3  # tables, however few the café has
_SHARE_OF_MANY = 3  # a third of the tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantifier:
    """One claim in a sentence, from its first character to behind its last one.

    Attributes:
        word: as it stands in the sentence, with what it counts: “most of the tables”.
        claim: how many it says there are.
        unit: of what, where it says so; else it is people, who are only known by their tables.
        number: the number it names, of an exact claim.
        language: of the word: fr or en.
    """

    start: int
    end: int
    word: str
    claim: Claim
    unit: Unit
    number: int = 0
    language: str = "en"


@lru_cache(maxsize=2_000)  # a statement is looked at whenever anything near it changes
def quantifiers_of(text: str) -> tuple[Quantifier, ...]:
    """Return the claims in `text` in their order; none lies in another.

    >>> [found.word for found in quantifiers_of("Most people want shade; not everyone does.")]
    ['Most people']
    """
    plain = _plain(text)
    found: list[Quantifier] = []
    for pattern in PATTERNS:
        for match in pattern.regex.finditer(plain):
            start, end = match.span("said")
            if any(start < other.end and other.start < end for other in found):
                continue
            found.append(
                Quantifier(
                    start=start,
                    end=end,
                    word=text[start:end],
                    claim=pattern.claim,
                    unit=_unit(match),
                    number=_number(match),
                    language=pattern.language,
                )
            )
    return tuple(sorted(found, key=lambda each: each.start))


def is_grounded(quantifier: Quantifier, notes: Iterable[Note], *, tables: int) -> bool:
    """Do the cited `notes` bear out what the word says, in a café of so many `tables`?

    All: notes of every table. Most: of more than half of them; half: of at least half. Many: of a
    third of the tables, and of three at least. Several: two notes, or two tables where it is
    tables. A number of tables or notes: just so many, or at least or more where it says so.
    """
    cited = tuple(notes)
    here = len({note.table for note in cited})
    counted = len(cited) if quantifier.unit is Unit.NOTES else here
    match quantifier.claim:
        case Claim.EXACTLY:
            return counted == quantifier.number
        case Claim.AT_LEAST:
            return counted >= quantifier.number
        case Claim.MORE_THAN:
            return counted > quantifier.number
        case Claim.SEVERAL:
            return (here if quantifier.unit is Unit.TABLES else len(cited)) > 1
        case Claim.MANY:
            return here >= max(_LEAST_MANY, -(-tables // _SHARE_OF_MANY))
        case Claim.HALF:
            return 0 < tables <= 2 * here
        case Claim.MOST:
            return 0 < tables < 2 * here
        case Claim.ALL:
            return 0 < tables <= here


def ungrounded(text: str, notes: Iterable[Note], *, tables: int) -> tuple[Quantifier, ...]:
    """Return the claims in `text` that the cited `notes` do not bear out."""
    cited = tuple(notes)
    return tuple(
        each for each in quantifiers_of(text) if not is_grounded(each, cited, tables=tables)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """A sentence with what is true in the place of a claim: `words`, such as “Two tables”.

    `is_agreed`: its verb goes with them; else a person has yet to look at it.
    """

    text: str
    words: str
    is_agreed: bool


def in_truth(text: str, claim: Quantifier, notes: Iterable[Note]) -> Truth | None:
    """Return the sentence `text` with the real count of tables, or of notes where it names notes.

    None where nothing is cited, or the claim is no noun: “unanimously”.

    >>> from wcafe.domain.notes import NoteId
    >>> note = Note(id=NoteId("a"), table=0, round=0, text="Des arbres")
    >>> (most,) = quantifiers_of("Most people want shade.")
    >>> in_truth("Most people want shade.", most, [note])
    Truth(text='One table want shade.', words='One table', is_agreed=False)
    """
    cited = tuple(notes)
    is_notes = claim.unit is Unit.NOTES
    number = len(cited) if is_notes else len({note.table for note in cited})
    if not number or LOOSE.match(_plain(claim.word)):
        return None
    written = WRITTEN_NUMBERS[claim.language]
    count = written[number - 1] if number <= len(written) else str(number)
    noun = ("note" if is_notes else "table") + ("s" if number > 1 else "")
    words = f"{count} {noun}"
    if claim.word[:1].isupper():
        words = words[:1].upper() + words[1:]
    behind = _VERB[claim.language].match(_plain(text[claim.end :]))
    is_plural = behind is not None and bool(behind["plural"])
    return Truth(
        text=text[: claim.start] + words + text[claim.end :],
        words=words,
        is_agreed=behind is not None and is_plural is (number > 1),
    )


_VERB = {
    "fr": re.compile(
        r" (?:ne |n'|se |s'|en |y |le |la |les |l'|nous |vous |leur |lui |aussi )*"
        r"(?:(?P<plural>\w+nt\b)|\w+)"
    ),
    "en": re.compile(r" (?:also |still |now |really )*(?:\w+(?<!s)s\b|(?P<plural>\w+))"),
}
"""What follows a claim that is a subject; French verbs in the plural end in “nt”."""


def _plain(text: str) -> str:
    """Return `text` in small letters without accents, character by character as long as it is."""
    return "".join(map(_plain_letter, text))


def _plain_letter(letter: str) -> str:
    if letter in "’ʼ":
        return "'"
    if letter.isspace():
        return " " if letter != "\n" else "\n"
    bare = unicodedata.normalize("NFD", letter)[0].lower()
    return bare if len(bare) == 1 else letter


def _unit(match: re.Match[str]) -> Unit:
    groups = match.groupdict()
    if groups.get("tables"):
        return Unit.TABLES
    return Unit.NOTES if groups.get("notes") else Unit.PEOPLE


def _number(match: re.Match[str]) -> int:
    said = match.groupdict().get("number")
    if not said:
        return 0
    return int(said) if said.isdigit() else NUMBERS[said]
