"""Who comes: what the words of one cell say, whatever its column asks.

A word is never taken for "comes" because nobody knows it: such words are UNKNOWN, and told.
"""

import re
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from functools import lru_cache

from wcafe.domain.text import fold
from wcafe.intake import status_words as table
from wcafe.intake.headings import fold_heading


class Says(Enum):
    """What a cell or a heading says about somebody's coming."""

    COMING = auto()
    NOT_COMING = auto()
    NO_ANSWER = auto()  # asked, and has not said
    UNKNOWN = auto()
    NOTHING = auto()  # an empty cell


class Asks(Enum):
    """What a "yes" means in a column: its heading says so."""

    COMING = auto()
    NOT_COMING = auto()
    REASON = auto()  # for not coming: anything in it is a yes


def _any_of(words: Mapping[str, str]) -> str:
    return "|".join(words.values())


_BUT = re.compile(rf"\b(?:{_any_of(table.BUT)})\b|,|(?=\b(?:{_any_of(table.THEN)})\b)")
_HEADING_FILL = re.compile(rf"\b({table.HEADING_FILL})\b|,")
_ABOUT_ELSE = re.compile(rf"\b({_any_of(table.ABOUT_ELSE)})\b")
_MARKS = re.compile(
    r"\b(?:"
    rf"(?P<back>{_any_of(table.BACK)})|"
    rf"(?P<silent>{_any_of(table.NO_ANSWER)})|"
    rf"(?P<unsure>{_any_of(table.UNSURE)})|"
    rf"(?P<then>{_any_of(table.THEN)})|"
    rf"(?P<past>{_any_of(table.PAST)})|"
    rf"(?P<out>{_any_of(table.NOT_COMING)})|"
    rf"(?P<left>{_any_of(table.LEFT)})|"
    rf"(?P<coming>{_any_of(table.COMING)})|"
    rf"(?P<there>{_any_of(table.NOT_ARRIVED)})|"
    rf"(?P<not>{_any_of(table.NOT)})"
    r")\b|(?P<stop>,)"
)
# French says "not" around the verb, or behind it: put before it here, with nothing between
_AROUND = re.compile(r"\b(?:ne|n) ((?:\w+ ){0,5}?)(pas|plus|jamais|point|guere)\b")
_ONLY = re.compile(r"\b(?:ne|n) ((?:\w+ ){1,3}?(?:que|qu)\b)")  # "ne vient que le soir" comes
_BEHIND = re.compile(
    r"\b(vien\w*|pourr\w*|peu[xt]|participe\w*|ser(?:ai|a|ont|ons)|suis|est|assiste\w*) "
    r"(pas|plus)\b"
)
_PUNCTUATION = re.compile(r"[,;:.!?()\[\]/|&+–—]| - ")
_ARROW = re.compile(r"->|=>|→|⇒|>")
_YES, _NO, _NOTHING = map(re.compile, (table.YES, table.NO, table.NOTHING))
_YES_OR_NO = re.compile(rf"\b({table.YES_OR_NO})\b")
_FILL = re.compile(rf"\b({_any_of(table.FILL)}|{_any_of(table.THEN)})\b|,")
_BARE_NO = re.compile(r"(^|, ?)(no|non|nope|nan|nein) *(,|$)")
_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\b\d{1,2}[/.]\d{1,2}\b|\b\d{1,2} ?[:h] ?\d{2}\b|"
    rf"\b\d{{1,2}}(st|nd|rd|th|er)? ({table.MONTHS})|\b({table.MONTHS})\w*\.? \d{{1,2}}\b"
)
_MOMENT = re.compile(rf"\b(\d+(st|nd|rd|th|er|h\d*)?|({table.MONTHS})\w*)\b")
_NUMBER = re.compile(r"[^\w.,-]*(\d+(?:[.,]\d+)?)[^\w.,-]*(?:eur|euros?|usd)?")
_STROKES = re.compile(r"[\s\-\u2010-\u2015_./\\|~*…·'\"]+")  # an empty cell that looks filled
_LONGEST = 30  # words: more are a letter, not an answer


@lru_cache(maxsize=10_000)  # a list says the same few things again and again
def said_in(cell: str, asks: Asks = Asks.COMING) -> Says:
    """Return what `cell` says in a column that asks for `asks`.

    >>> said_in("N'est pas partie"), said_in("Order cancelled"), said_in("Blue")
    (<Says.COMING: 1>, <Says.NOT_COMING: 2>, <Says.UNKNOWN: 4>)
    >>> said_in("yes", Asks.NOT_COMING), said_in("non", Asks.NOT_COMING)
    (<Says.NOT_COMING: 2>, <Says.COMING: 1>)
    """
    text = fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cell))
    word = re.sub(r"[^a-z0-9]+", "", text)
    if not word and not any(sign in text for sign in table.TICKS + table.CROSSES):
        return Says.UNKNOWN if _STROKES.sub("", text) else Says.NOTHING
    if asks is not Asks.COMING:
        return _said_of_not_coming(text, word, asks)
    if _YES.fullmatch(word) or any(sign in text for sign in table.TICKS):
        return Says.COMING
    if _NO.fullmatch(word) or any(sign in text for sign in table.CROSSES):
        return Says.NOT_COMING
    return Says.UNKNOWN if _NOTHING.fullmatch(word) else _said_in_phrase(text)


def is_moment(cell: str) -> bool:
    """Is this a date or a time, with or without words around it?"""
    return bool(_DATE.search(fold(cell)))


def _said_of_not_coming(text: str, word: str, asks: Asks) -> Says:
    """Return what a cell says where a yes, a date or a place in a queue means not coming."""
    if _NO.fullmatch(word) or _NOTHING.fullmatch(word) or _BARE_NO.search(_space_out(text)):
        return Says.COMING
    if _DATE.search(text) or _NUMBER.fullmatch(text):
        return Says.NOT_COMING if re.search("[1-9]", text) else Says.COMING
    if _YES.fullmatch(word) or any(sign in text for sign in table.TICKS):
        return Says.NOT_COMING
    found = _said_in_phrase(text)
    if found in (Says.COMING, Says.UNKNOWN) and re.match(r"(yes|oui)\b", text):
        return Says.NOT_COMING
    if asks is Asks.REASON and found is not Says.COMING:
        return Says.NOT_COMING
    return Says.UNKNOWN if found is Says.NO_ANSWER else found


def _said_in_phrase(text: str) -> Says:
    """Return what a folded phrase says, its last clause first."""
    plain = _plain(text)
    if len(plain.split()) > _LONGEST:
        return Says.UNKNOWN
    if _BARE_NO.search(plain):
        return Says.NOT_COMING
    said: Says | None = None
    for part in _BUT.split(plain):
        said = _with_part(said, part)
    return said or Says.UNKNOWN


def _with_part(before: Says | None, part: str) -> Says | None:
    """Return what is said once `part` is said too, behind a comma or a "but"."""
    clauses = [_said_by(marks) for marks in _clauses(part)]
    said = next((each for each in reversed(clauses) if each is not None), None)
    if said is None:
        return Says.NOT_COMING if _is_bare_not(part) else before
    kinds = {found.lastgroup for found in _MARKS.finditer(part)}
    if before in (None, Says.NO_ANSWER) or kinds & {"then", "back"}:
        return said
    if before is Says.COMING and said is Says.NOT_COMING:
        # "registered, invoice pending": it is not sure of what
        return said if _is_plain(part) and "left" not in kinds else Says.UNKNOWN
    is_weaker = said in (Says.COMING, Says.NO_ANSWER) or before is Says.NOT_COMING
    return before if is_weaker else said


def _is_plain(part: str) -> bool:
    """Is a part of a phrase about coming alone, as in "paid, order cancelled on 3/10"?"""
    rest = _MOMENT.sub(" ", _MARKS.sub(" ", part))
    return not _FILL.sub(" ", _HEADING_FILL.sub(" ", rest)).strip()


def signs_in(heading: str) -> set[Says]:
    """Return what the words of a heading say, both of them for "Present / absent"."""
    marks = (mark for clause in _clauses(_fold_question(heading)) for mark in clause)
    return {said for mark in marks if (said := _said_by([mark])) is not None}


def is_turned(heading: str) -> bool:
    """Does a heading say that somebody has not cancelled, so that a yes is coming?"""
    return any(("out", True) in clause for clause in _clauses(_fold_question(heading)))


def without_signs(heading: str) -> str:
    """Return a heading without the words that say something about coming."""
    return _MARKS.sub(" ", _fold_question(heading))


def _fold_question(heading: str) -> str:
    return _plain(_YES_OR_NO.sub(" ", fold_heading(heading)))


def _plain(text: str) -> str:
    """Return a folded phrase as words, commas and single blanks, with French "not" put first."""
    plain = _space_out(text)
    plain = _ONLY.sub(r"\1", plain)
    plain = _AROUND.sub(lambda found: f"pas {found[1].replace('finalement ', '')}", plain)
    plain = _BEHIND.sub(r"pas \1", plain)
    plain = _ABOUT_ELSE.sub(" ", plain)
    return re.sub(r" +", " ", plain).strip()


def _space_out(text: str) -> str:
    text = _ARROW.sub(" then ", text)
    text = _PUNCTUATION.sub(" , ", text)
    return re.sub(r"[^a-z0-9,]+", " ", text).strip()


def _clauses(plain: str) -> Iterable[list[tuple[str, bool]]]:
    """Yield what each clause says: kinds of words, and whether a "not" turns them."""
    clause: list[tuple[str, bool]] = []
    is_turned = is_past = False
    for found in _MARKS.finditer(plain):
        kind = found.lastgroup or ""
        if kind == "then":
            yield clause
            clause, is_turned, is_past = [], False, False
        elif kind == "stop":
            is_turned = is_past = False
        elif kind == "not":
            is_turned = True
        elif kind == "past":
            is_past = True
        elif is_past:
            is_past = False
        else:
            clause.append((kind, is_turned))
    yield clause


def _said_by(marks: Iterable[tuple[str, bool]]) -> Says | None:
    """Return what the words of a clause say together: not coming goes before coming."""
    kinds = set(marks)
    comes = {("coming", False), ("out", True), ("left", True), ("there", False)} & kinds
    if any(kind == "back" for kind, _is_turned in kinds):
        return Says.COMING
    if {("out", False), ("coming", True)} & kinds:
        return Says.NOT_COMING
    if ("left", False) in kinds:
        return Says.UNKNOWN if comes else Says.NOT_COMING
    if any(kind == "unsure" for kind, _is_turned in kinds):
        return Says.UNKNOWN
    if comes:
        return Says.COMING
    return Says.NO_ANSWER if kinds else None


def _is_bare_not(plain: str) -> bool:
    """Is this a "no", a "can't", a "ne peut pas" and nothing beside it?"""
    rest = re.sub(rf"\b({_any_of(table.NOT)})\b", " ", plain)
    return rest != plain and not _FILL.sub(" ", rest).strip()
