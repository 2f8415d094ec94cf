"""What people write, made safe to keep: cleaned once, where it comes in."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from uuid import uuid4

_NEW_LINES = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_BLANKS = re.compile(r"\s+")
_OPENED = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "þ": "th", "Þ": "TH"}
    | dict(zip("øØłŁđĐðÐħĦıŧŦ", "oOlLdDdDhHitT", strict=True))
)
"""Letters that no decomposition takes an accent off."""
_FORMULA_STARTS = "=+-@\t\r\n\0＝＋－＠"  # what makes a spreadsheet take a cell for a formula


def new_id() -> str:
    """Return a fresh name for a value. Ids are names, never secrets."""
    return str(uuid4())


def clean(text: str) -> str:
    r"""Return `text` as it can be kept, printed and exported.

    Composed (NFC), line ends as `\n`, tabs as spaces, without control characters, lone
    surrogates, byte-order marks and non-characters: one of them in one note makes
    SQLite, DOCX or XLSX fail as a whole. Outer blanks go too.

    >>> clean("  Zoe\u0301\x00\ud800\r\nd'Ân-Lê ")
    "Zoé\nd'Ân-Lê"
    """
    if text.isprintable():  # nearly all there is: nothing to take out
        return unicodedata.normalize("NFC", text).strip()
    text = _NEW_LINES.sub("\n", text).replace("\t", " ")
    kept = "".join(c for c in text if c == "\n" or not _is_unkeepable(c))
    return unicodedata.normalize("NFC", kept).strip()


def has_words(text: str) -> bool:
    r"""Is there anything to see in `text`: more than blanks and invisible marks?

    >>> has_words("🙂"), has_words("\u200b \u202e")
    (True, False)
    """
    return any(not (c.isspace() or unicodedata.category(c) == "Cf") for c in text)


def one_line(text: str) -> str:
    r"""Return `text` cleaned and on one line, with single spaces.

    >>> one_line(" Anne\u00a0 Marie\nLe  Goff ")
    'Anne Marie Le Goff'
    """
    return _BLANKS.sub(" ", clean(text)).strip()


@lru_cache(maxsize=10_000)  # the same names are sorted and sought again and again
def fold(text: str) -> str:
    """Return `text` for comparing and sorting: no accents, no capitals, single spaces.

    >>> fold("Éloïse  ŒUVRARD"), fold("Łukasz Ødegård")
    ('eloise oeuvrard', 'lukasz odegard')
    """
    opened = text.translate(_OPENED)
    bare = (c for c in unicodedata.normalize("NFKD", opened) if not unicodedata.combining(c))
    return _BLANKS.sub(" ", "".join(bare)).strip().casefold()


def guard_cell(cell: str) -> str:
    """Return `cell` as it may leave in a CSV: an apostrophe keeps a formula from starting.

    >>> guard_cell(" =1+1"), guard_cell("d'accord")
    ("' =1+1", "d'accord")
    """
    return f"'{cell}" if _starts_a_formula(cell) else cell


def unguard_cell(cell: str) -> str:
    """Return `cell` as it was before `guard_cell`; other apostrophes stay.

    >>> unguard_cell("'=1+1"), unguard_cell("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _starts_a_formula(cell[1:]) else cell


def _starts_a_formula(cell: str) -> bool:
    return cell.lstrip(" '")[:1] in tuple(_FORMULA_STARTS)


def _is_unkeepable(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character) in ("Cc", "Cs")
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code <= 0xFDEF
        or code == 0xFEFF
    )


def abridged(text: str, most: int) -> str:
    """Return `text` on one line, or its beginning of about `most` characters and “[…]”.

    It ends at a space where there is one not far before; a letter keeps its marks.

    >>> abridged("Un banc sous les arbres", 12), abridged("Un banc", 12)
    ('Un banc sous […]', 'Un banc')
    """
    line = one_line(text)
    if len(line) <= most:
        return line
    end = most
    while end and unicodedata.combining(line[end]):
        end -= 1
    space = line.rfind(" ", most // 2, end + 1)
    return f"{line[: space if space > 0 else end].rstrip(' ,;:')} […]"


def join_names(names: Sequence[str], *, most: int) -> str:
    """Return `names` in a row, those beyond `most` as “…” and how many they are.

    >>> join_names(["Ana", "Ben", "Jo"], most=2)
    'Ana, Ben, … (+1)'
    """
    left = len(names) - most
    return ", ".join([*names[:most], *([f"… (+{left})"] if left > 0 else [])])
