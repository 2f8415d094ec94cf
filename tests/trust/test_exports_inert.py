"""P18: files out are inert and complete, whatever people wrote into the café.

More than 200 payloads stand in every text that a café has, and every note of them is found in each
kind of file. A file is inert where nothing in it acts, and it has no part that the same file of a
harmless café has not. Both go over the catalogue: a new entry is tried with all of them, and a new
suffix fails until somebody says how to look into it. The controls are files of careless writers.
"""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from functools import cache

import pikepdf
import pytest

from tests.published import photo, pictures_of
from tests.reports.conftest import NOW
from tests.reports.conftest import snapshot as planned
from tests.trust.inspectors import INSPECTORS, squeezed
from tests.trust.payloads import PAYLOADS, harmless
from wcafe.domain.agenda import Line, LineId, LineKind, Round
from wcafe.domain.amendments import Amendment, AmendmentId, Decision
from wcafe.domain.artefacts import EDITIONS, EXPORTS, PACK
from wcafe.domain.cafe import Mode, Questions, Table, draft
from wcafe.domain.kinds import Kind
from wcafe.domain.lengths import CELL, LONG, SHORT
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.people import Person, PersonId
from wcafe.domain.publication import NameChoice, Naming, Publication
from wcafe.domain.synthesis import Statement, StatementId, Theme, ThemeId, cite
from wcafe.domain.text import clean, one_line
from wcafe.exports import exported, formats
from wcafe.reports import make_document
from wcafe.services.names import names_found

THEMES = 12
PHOTOS = 12
RICH = "# Titre\n\n## Sous-titre\n\n- un\n  - deux\n\n1. trois\n\n**gras**\n\n"
"""What the organiser's free text may be made of; it is there in both cafés."""
FILES = [*EXPORTS, *((key, "pdf") for key in EDITIONS)]
ONLY_SOME_NOTES = {"flash", "themes", "letter", "form", "agenda", "people", "plan"}
"""What tells a part of the harvest, or nothing of it, by its nature."""


@cache
def café(is_hostile):
    """Return a café whose every text is a payload, or the same one with words in their place."""

    def say(n, most=SHORT):
        text = PAYLOADS[n % len(PAYLOADS)]
        return clean(text[:most] if is_hostile else harmless(text[:most])) or "mot"

    def line(n, most=SHORT):
        return one_line(say(n, most)) or "mot"

    bases = draft(title=line(1), language="fr", rounds=2, tables=4, day=NOW.date(), place=line(2))
    cafe = replace(
        bases,
        purpose=say(3, LONG),
        organiser=line(4),
        licence=line(5),
        questions=Questions(mode=Mode.PER_TABLE, texts=tuple(say(n, 1_000) for n in range(6, 10))),
        tables=tuple(Table(name=line(n)) for n in range(10, 14)),
        rounds=tuple(Round(name=line(n)) for n in (14, 15)),
        agenda=(
            Line(id=LineId("a"), kind=LineKind.OTHER, title=line(16), minutes=5, after=0),
            Line(id=LineId("b"), kind=LineKind.OTHER, title=line(17), minutes=5, after=2),
        ),
        prompts=(line(18), line(19)),
        words=(line(20),),
        publication=Publication(
            opening=say(21, CELL),
            context=RICH + "\n\n".join(say(n, CELL) for n in range(22, 60)),
            conclusion="\n\n".join(say(n, CELL) for n in range(60, 100)),
            next_steps="\n\n".join(say(n, CELL) for n in range(100, 140)),
            contact=say(140, CELL),
            credits=say(141, CELL),
        ),
    )
    notes = tuple(
        Note(
            id=NoteId(f"n{n}"),
            table=n % 4,
            round=n % 2,
            kind=list(Kind)[n % len(Kind)],
            text=say(n, LONG),
            author=line(n + 7),
            prompt=line(n + 1) if n % 3 == 0 else "",
            who=line(n + 2) if n % 5 == 0 else "",
            due=line(n + 3) if n % 5 == 0 else "",
            is_lone=n % 11 == 0,
        )
        for n in range(len(PAYLOADS))
    )
    themes = tuple(
        Theme(
            id=ThemeId(f"t{k}"),
            name=f"{line(5 * k + 3)} {k}",
            headline=line(9 * k),
            notes=tuple(note.id for note in notes[k::THEMES]),
            statements=tuple(
                Statement(id=StatementId(f"s{n}"), text=say(n, CELL), cites=(cite(notes[n]),))
                for n in range(k, len(PAYLOADS), 3 * THEMES)
            ),
        )
        for k in range(THEMES - 1)  # those of the last one are not sorted
    )
    people = tuple(
        Person(id=PersonId(f"p{n}"), given=line(13 * n), family=line(17 * n), note=say(n, LONG))
        for n in range(8)
    )
    sent = Amendment(
        id=AmendmentId("a"),
        text=say(30, LONG),
        who=line(31),
        may_be_named=True,
        came=date(2026, 12, 1),
        decision=Decision.DECLINED,
        reason=say(32, CELL),
    )
    shot = planned(people=8, rounds=2, cafe=cafe)
    assert shot.plan is not None
    plan = replace(shot.plan, people=tuple(each.id for each in people), hosts={})
    photos = tuple(
        photo(n, table=n % 4, alternative=say(n, CELL), name=line(n), code=line(n + 1))
        for n in range(PHOTOS)
    )
    shot = replace(shot, people=people, plan=plan, notes=notes, themes=themes, amendments=(sent,))
    shot = replace(shot, photos=photos)
    named = [each.name for each in names_found(shot) if len(each.name) <= CELL]
    kept = tuple(NameChoice(name=name, naming=Naming.KEPT) for name in named)
    return replace(  # or what a note says like somebody's name would be hidden in the pack
        shot, cafe=replace(cafe, publication=replace(cafe.publication, names=kept))
    )


@cache
def pages(key, is_hostile):
    shot = café(is_hostile)
    return make_document(key, shot, NOW, pictures=pictures_of(shot.photos)).pdf


@cache
def made(key, suffix, is_hostile):
    """Return a file of the catalogue, of the hostile or the harmless café."""
    if suffix == "pdf":
        return pages(key, is_hostile)
    editions = {each: pages(each, is_hostile) for each in EDITIONS} if key == PACK else {}
    shot = café(is_hostile)
    given = pictures_of(shot.photos)
    return exported(suffix, shot, what=key, pages=editions, pictures=given)


@cache
def found(key, suffix, is_hostile=True):
    return INSPECTORS[suffix](made(key, suffix, is_hostile))


def is_inert(key, suffix, looked):
    """Has a file nothing that acts, and no part that the same file of a harmless café has not?"""
    return not looked.faults and looked.parts <= found(key, suffix, False).parts


def runs(text):
    """Return what of a text a PDF gives back letter by letter, whatever script stands beside."""
    return re.findall(r"[A-Za-z0-9]{3,40}", text)


def missing(looked, suffix):
    """Return the notes that a file does not tell."""
    if suffix != "pdf":
        whole = squeezed("".join(looked.told))
        return [note for note in PAYLOADS if squeezed(note) not in whole]
    whole = re.sub(r"[\s\u00ad\u2010-]", "", "".join(looked.told))
    return [note for note in PAYLOADS if not all(run in whole for run in runs(note))]


def test_there_are_payloads_of_each_kind(figure):
    assert len(PAYLOADS) >= 200
    assert max(map(len, PAYLOADS)) == LONG
    assert all(clean(text) == text for text in PAYLOADS)
    figure(f"P18: {len(PAYLOADS)} payloads in {len(FILES)} files of {len(INSPECTORS)} kinds")


def test_each_kind_of_file_can_be_looked_into_and_spoiled():
    suffixes = {suffix for _key, suffix in FILES}

    assert suffixes <= INSPECTORS.keys()
    assert suffixes <= SPOILED.keys()


@pytest.mark.parametrize(("key", "suffix"), FILES)
def test_a_file_is_inert(key, suffix):
    looked, plain = found(key, suffix), found(key, suffix, False)

    assert looked.faults == ()
    assert looked.parts - plain.parts == frozenset()


@pytest.mark.parametrize(("key", "suffix"), [f for f in FILES if f[0] not in ONLY_SOME_NOTES])
def test_every_note_is_found_in_it(key, suffix):
    assert missing(found(key, suffix), suffix) == []


def test_a_calendar_tells_its_texts_whole():
    cafe, told = café(True).cafe, found("agenda", "ics")

    for text in (
        cafe.title,
        cafe.place,
        *cafe.questions.texts,
        *(each.title for each in cafe.agenda),
    ):
        assert told.tells(text)


# The controls


def within(content, change):
    """Return a ZIP with its files changed by `change`, which is given a name and the bytes."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return changed.getvalue()


def raw_in(name, old, new):
    return lambda at, content: content.replace(old, new, 1) if at == name else content


def with_link(content):
    with pikepdf.open(io.BytesIO(content)) as opened:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("http://evil.test"))
        opened.pages[0].obj["/AA"] = pikepdf.Dictionary(O=opened.make_indirect(action))
        saved = io.BytesIO()
        opened.save(saved)
    return saved.getvalue()


EXTERNAL = (
    b'<Relationship Id="x" Type="x" Target="http://evil.test" TargetMode="External"/>'
    b"</Relationships>"
)
SPOILED = {
    "csv": lambda content: content.replace(b"\"'=", b'"=', 1),
    "xlsx": lambda content: within(
        content, raw_in("xl/worksheets/sheet1.xml", b"<is>", b"<f>1+1</f><is>")
    ),
    "json": lambda content: content.replace(b'"text": "', b'"evil": "', 1).replace(
        b'"content": "', b'"evil": "', 1
    ),
    "html": lambda content: content.replace(b"&lt;img", b"<img", 1),
    "md": lambda content: content + b"\n\n<script>alert(1)</script>\n",
    "docx": lambda content: within(
        content, raw_in("word/_rels/document.xml.rels", b"</Relationships>", EXTERNAL)
    ),
    "pdf": with_link,
    "ics": lambda content: content.replace(
        b"END:VEVENT", b"ATTACH:http://evil.test\r\nEND:VEVENT", 1
    ),
    "txt": lambda content: content.replace("∗".encode(), b"*", 1),
    "qdpx": lambda content: within(
        content, raw_in("project.qde", b"<Users>", b"<Users><User href='x' guid='y'/>")
    ),
    "zip": lambda content: within(
        content, lambda name, file: SPOILED["html"](file) if name.endswith(".html") else file
    ),
}


@pytest.mark.parametrize(("key", "suffix"), FILES)
def test_what_does_not_escape_is_found_out(key, suffix):
    content = made(key, suffix, True)
    spoiled = SPOILED[suffix](content)

    assert spoiled != content
    assert is_inert(key, suffix, found(key, suffix))
    assert not is_inert(key, suffix, INSPECTORS[suffix](spoiled))


def test_a_list_that_guards_no_cell_is_found_out(monkeypatch):
    monkeypatch.setattr("wcafe.exports.sheets.guard_cell", lambda cell: cell)

    assert not is_inert("notes", "csv", INSPECTORS["csv"](exported("csv", café(True))))


@pytest.mark.parametrize(
    ("key", "suffix"), [f for f in FILES if f[0] not in ONLY_SOME_NOTES and f[1] != "pdf"]
)
def test_a_note_that_is_left_out_is_found_out(monkeypatch, key, suffix):
    shot = café(True)
    fewer = replace(shot, notes=shot.notes[:-1])
    themes = tuple(replace(theme, statements=()) for theme in fewer.themes)
    left = shot.notes[-1].text

    looked = INSPECTORS[suffix](formats.MAKERS[key, suffix](replace(fewer, themes=themes)))

    assert left in missing(looked, suffix) or left not in PAYLOADS
