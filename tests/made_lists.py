"""Lists of people as strangers make them, drawn by Hypothesis, with who is on them: the oracle."""

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import strategies as st

from tests.list_words import (
    COURTESIES,
    DECOYS,
    EMAIL_HEADINGS,
    ENCODINGS,
    FAMILY,
    GIVEN,
    LETTERHEADS,
    NAME_HEADINGS,
    ONE_WORD,
    ORGANISATION_HEADINGS,
    ORGANISATIONS,
    SHAPES,
    STATUS,
    TITLES,
    TOTALS,
)
from tests.workbooks import write_ods, write_xls, write_xlsx
from wcafe.domain.text import fold
from wcafe.errors import UnsureEncoding, WcafeError
from wcafe.intake.people import read_people
from wcafe.intake.sheet import read_sheet


@dataclass(frozen=True, kw_only=True)
class Guest:
    given: str
    family: str
    comes: bool = True
    email: str = ""
    organisation: str = ""


@dataclass(frozen=True, kw_only=True)
class MadeList:
    """A file and who is on it; `traits` says how it was made."""

    content: tuple[tuple[str, ...], ...]
    guests: tuple[Guest, ...]
    traits: dict[str, str]
    delimiter: str = ";"
    line_end: str = "\r\n"
    says_separator: bool = False
    joins: str = ""  # what stands between people who are all on one line
    quotes_all: bool = False
    encoding: str = "utf-8"
    suffix: str = "csv"

    def write(self, folder: Path) -> Path:
        path = folder / f"list.{self.suffix}"
        if writer := {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}.get(self.suffix):
            return writer(path, [list(row) for row in self.content])
        path.write_bytes(encoded(self.text(), self.encoding))
        return path

    def text(self) -> str:
        if self.joins:
            return "To: " * self.says_separator + self.joins.join(row[0] for row in self.content)
        if self.traits["shape"] == "bare":
            return "".join(row[0] + self.line_end for row in self.content)
        out = io.StringIO()
        if self.says_separator:
            out.write(f"sep={self.delimiter}\r\n")
        quoting = csv.QUOTE_ALL if self.quotes_all else csv.QUOTE_MINIMAL
        csv.writer(out, delimiter=self.delimiter, quoting=quoting).writerows(self.content)
        return out.getvalue().replace("\r\n", self.line_end)


def encoded(text: str, encoding: str) -> bytes:
    if encoding == "twice":
        return text.encode().decode("latin-1").encode()
    mark = b"\xff\xfe" if encoding == "utf-16" else b""
    return mark + text.encode("utf-16-le" if encoding == "utf-16" else encoding)


def key(name: str) -> str:
    """Return the words of a name in no order, without accents or a courtesy before it."""
    words = re.findall(r"\w+", fold(name))
    return " ".join(sorted(word for word in words if word not in ("mme", "m", "dr", "prof")))


def names_as(guest: Guest, shape: str) -> tuple[str, ...]:
    whole = f"{guest.given} {guest.family}".strip()
    match shape:
        case "parts":
            return guest.given, guest.family
        case "last, first" if guest.family and guest.given:
            return (f"{guest.family}, {guest.given}",)
        case "LAST First" if guest.family and guest.given:
            return (f"{guest.family.upper()} {guest.given}",)
        case "address" if guest.email:
            return (f"{whole} <{guest.email}>",)
    return (whole,)


@st.composite
def guests(draw, most=12):
    """Different people, of whom one comes at least."""
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY)),
            min_size=3,
            max_size=most,
            unique_by=lambda pair: key(" ".join(pair)),
        )
    )
    found = [Guest(given=given, family=family) for given, family in pairs]
    if draw(st.integers(0, 4)) == 0:
        word = draw(st.sampled_from(ONE_WORD))
        found.append(Guest(given=word, family=""))
    has_email, has_organisation = draw(st.booleans()), draw(st.booleans())
    organisations = st.sampled_from(ORGANISATIONS if has_organisation else ("",))
    return tuple(
        replace(
            one,
            email=f"p{n}@example.org" if has_email else "",
            organisation=draw(organisations),
        )
        for n, one in enumerate(found)
    )


def _sway(draw, heading: str) -> str:
    """Return `heading` as somebody may have typed it."""
    change = draw(st.sampled_from(["", "", "", "upper", "lower", "blank", "star"]))
    swayed = {"upper": heading.upper(), "lower": heading.lower()}.get(change, heading)
    return swayed + {"blank": " ", "star": " *"}.get(change, "")


@st.composite
def made_lists(draw, *, with_rows=True):
    """A list; `with_rows` of titles, totals and headings that stand there once more."""
    people = draw(guests())
    shape = draw(st.sampled_from(SHAPES))
    if shape == "bare" or (shape == "address" and not people[0].email):
        people = tuple(replace(one, organisation="") for one in people)
    suffix = draw(st.sampled_from(["csv"] * 12 + ["xlsx", "xls", "ods"]))
    traits = {"shape": shape, "status": "none", "rows": "plain", "suffix": suffix}
    if shape == "bare":
        rows = [names_as(one, draw(st.sampled_from(["whole", "LAST First"]))) for one in people]
        rows = [
            (f"{name} <{one.email}>" if one.email else name,)
            for (name,), one in zip(rows, people, strict=True)
        ]
        traits["suffix"] = "csv"
        joins = draw(st.sampled_from(["", "; ", ", ", ";\r\n"])) if people[0].email else ""
        traits["joins"] = joins
        made = MadeList(content=tuple(rows), guests=people, traits=traits, joins=joins)
        return _dressed(draw, made)
    columns = {}
    if draw(st.integers(0, 5)) == 0:
        columns["N°"] = [str(n) for n, _one in enumerate(people, 1)]
    named = [names_as(one, shape) for one in people]
    if shape == "parts":
        of_given, of_family = draw(st.sampled_from(NAME_HEADINGS["parts"]))
        parts = [(_sway(draw, of_given), 0), (_sway(draw, of_family), 1)]
        for heading, part in draw(st.permutations(parts)):
            columns[heading] = [names[part] for names in named]
        traits["heading"] = of_family
    else:
        heading = draw(st.sampled_from(NAME_HEADINGS["whole"]))
        if shape == "whole" and draw(st.integers(0, 4)) == 0:
            named = [(f"{draw(st.sampled_from(COURTESIES))} {names[0]}",) for names in named]
            traits["courtesy"] = "yes"
        columns[_sway(draw, heading)] = [names[0] for names in named]
        traits["heading"] = heading
    if any(one.organisation for one in people):
        heading = draw(st.sampled_from(ORGANISATION_HEADINGS))
        columns[heading] = [one.organisation for one in people]
        traits["organisation"] = heading
    if people[0].email and shape != "address":
        columns[draw(st.sampled_from(EMAIL_HEADINGS))] = [one.email for one in people]
    status = draw(st.sampled_from(["none", "words", "question", "turned"]))
    traits["status"] = status
    if status != "none":
        headings, pairs = STATUS[status]
        heading, (yes, no) = draw(st.sampled_from(headings)), draw(st.sampled_from(pairs))
        traits["status"] = f"{status}: {heading} {yes}/{no}"
        coming = [n == 0 or draw(st.integers(0, 3)) > 0 for n in range(len(people))]
        people = tuple(replace(one, comes=comes) for one, comes in zip(people, coming, strict=True))
        columns[heading] = [yes if comes else no for comes in coming]
    for decoy in draw(st.lists(st.sampled_from(sorted(DECOYS)), max_size=4, unique=True)):
        columns[decoy] = [draw(st.sampled_from(DECOYS[decoy])) for _one in people]
        traits[f"decoy {decoy}"] = "yes"
    if draw(st.integers(0, 5)) == 0 and people[-1].family:
        twice = draw(st.integers(0, len(people) - 1))
        columns = {heading: [*cells, cells[twice]] for heading, cells in columns.items()}
        named = [*named, named[twice]]
        traits["twice"] = "yes"
    order = draw(st.permutations(list(columns))) if draw(st.booleans()) else list(columns)
    rows = [tuple(order), *zip(*(columns[heading] for heading in order), strict=True)]
    name_at = min(order.index(h) for h in columns if columns[h] in _name_columns(columns, named))
    if with_rows:
        rows, traits["rows"] = _with_rows(draw, rows, name_at)
    made = MadeList(content=tuple(rows), guests=people, traits=traits, suffix=suffix)
    return _dressed(draw, made)


def _name_columns(columns, named):
    parts = [list(cells) for cells in zip(*named, strict=True)]
    return [cells for cells in columns.values() if cells in parts]


def _with_rows(draw, rows, name_at):
    """Return `rows` with what stands in lists beside people, and what that is."""
    width = len(rows[0])
    kind = draw(st.sampled_from(["plain"] * 4 + ["letterhead", "titles", "total", "again"]))

    def alone(word, at=name_at):
        return tuple(word if place == at else "" for place in range(width))

    are_filled = [all(row[place] for row in rows) for place in range(width) if place != name_at]
    if not any(are_filled):  # nobody could tell a title from a name where both stand alone
        return rows, "plain"
    if kind == "letterhead":
        above = draw(st.lists(st.sampled_from(LETTERHEADS), min_size=1, max_size=6))
        is_short = draw(st.booleans())
        rows = [*((word,) if is_short else alone(word, 0) for word in above), *rows]
    elif kind == "titles":
        words = draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=2, unique=True))
        middle = len(rows) // 2 + 1
        places = [1, middle][: len(words)]
        for place, word in sorted(zip(places, words, strict=True), reverse=True):
            rows = [*rows[:place], alone(word), *rows[place:]]
    elif kind == "total":
        figure = str(len(rows) - 1)
        beside = (name_at + 1) % width
        total = list(alone(draw(st.sampled_from(TOTALS))))
        total[beside] = figure
        rows = [*rows, tuple(total)]
    elif kind == "again":
        middle = len(rows) // 2 + 1
        rows = [*rows[:middle], rows[0], *rows[middle:]]
    return rows, kind


def _dressed(draw, made: MadeList) -> MadeList:
    """Return `made` with a separator, ends of lines and an encoding that has its letters."""
    names = [name for name, times in ENCODINGS.items() for _time in range(times)]
    encoding = draw(st.sampled_from(names))
    made = replace(
        made,
        delimiter=draw(st.sampled_from([";", ";", ",", "\t", "|"])),
        line_end=draw(st.sampled_from(["\r\n", "\r\n", "\n", "\r"])),
        quotes_all=draw(st.integers(0, 3)) == 0,
        says_separator=draw(st.integers(0, 9)) == 0,
    )
    try:
        encoded(made.text(), encoding)
    except UnicodeEncodeError:
        encoding = "utf-8"
    traits = {**made.traits, "delimiter": made.delimiter, "encoding": encoding}
    if made.suffix != "csv":
        traits["encoding"] = made.suffix
    return replace(made, encoding=encoding, traits=traits)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What came of a list: right, refused, told (wrong and said so) or wrong; and why."""

    kind: str
    why: str = ""


def verdict(made: MadeList, folder: Path) -> Verdict:
    try:
        found = read_people(read_sheet(made.write(folder)))
    except UnsureEncoding as error:
        return Verdict(kind="unsure", why=str(error))
    except WcafeError as error:
        return Verdict(kind="refused", why=str(error))
    got = Counter(key(person.name) for person in found.people)
    comes = Counter(key(f"{one.given} {one.family}") for one in made.guests if one.comes)
    away = {key(f"{one.given} {one.family}") for one in made.guests if not one.comes}
    told = {key(row.name) for row in (*found.set_aside, *found.rejected, *found.duplicates)}
    lost, more = comes - got, got - comes
    facts = {key(f"{one.given} {one.family}"): (one.email, one.organisation) for one in made.guests}
    strange = [
        each
        for each in found.people
        if facts.get(key(each.name)) != (each.email, each.organisation)
    ]
    if not lost and not more:
        kind = "wrong" if strange else "right"
        return Verdict(kind=kind, why=f"facts of {[one.name for one in strange]}")
    is_said = bool(found.suspects) or bool(found.read_as(is_coming=True, is_known=False))
    if all(name in told for name in lost) and not more:
        return Verdict(kind="told", why=f"set aside: {dict(lost)}")
    if not lost and is_said and all(name in away for name in more):
        return Verdict(kind="told", why=f"not understood: {dict(more)}")
    return Verdict(kind="wrong", why=f"lost {dict(lost)}, more {dict(more)}")
