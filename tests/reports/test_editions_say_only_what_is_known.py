"""Flash and record say only what is known: each of their sentences has a test of when it is true.

As for the synthesis (`test_only_what_is_known`) each is looked for on the real pages of every café
of `knowing`, and of some more, in both languages in turn.
"""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256

import pytest
from babel.messages.extract import extract_from_dir

from tests.endurance import every_other
from tests.project.places import ROOT
from tests.project.test_words import KEYWORDS
from tests.reports.conftest import NOW, text_of
from tests.reports.harvests import confirmed_by_its_tables
from tests.reports.knowing import fixed, make_cafés, said, shot, themes
from tests.reports.test_only_what_is_known import squashed
from wcafe.domain.artefacts import FLASH, RECORD
from wcafe.domain.kinds import Kind
from wcafe.domain.publication import Publication
from wcafe.domain.synthesis import Opposed
from wcafe.i18n import words_for
from wcafe.reports import editions, flash_said, make_document, record

pytestmark = pytest.mark.slow  # prints some 150 documents

SECTIONS = {
    FLASH: ("editions", "flash_head", "flash_said", "flash_discussed", "flash_now", "flash_slip"),
    RECORD: ("editions", "record", "record_notes", "record_items"),
}


def ALWAYS(_shot):  # noqa: N802 - it stands among names of constants
    return True


def of_kind(shot, kind):
    return [note for note in shot.notes if note.kind is kind]


def filed(shot):
    known = {note.id for note in shot.notes}
    return {note for theme in shot.themes for note in theme.notes} & known


def publication(shot):
    return shot.cafe.publication


def is_over(shot):
    until = publication(shot).amend_until
    return publication(shot).is_final or (until is not None and until < NOW.date())


def has_slip(shot):
    return bool(shot.notes) and not is_over(shot)


def has_until(shot):
    return publication(shot).amend_until is not None


def is_confirmed(shot):
    """Did a table say anything to a sentence that still reads so?"""
    now = {sha256(one.text.encode()).hexdigest() for t in shot.themes for one in t.statements}
    return any(verdict.sentence in now for verdict in shot.verdicts)


def discussed(shot):
    return bool(of_kind(shot, Kind.TENSION) or shot.opposed)


def has_next(shot):
    return bool(
        of_kind(shot, Kind.ACTION)
        or publication(shot).next_steps
        or (has_until(shot) and not publication(shot).is_final)
    )


BOTH = {
    "DRAFT": lambda s: not publication(s).is_final,
    "Corrections and additions were taken until {date}.": lambda s: (
        has_until(s) and is_over(s) and not publication(s).is_final
    ),
    "Corrections and additions are taken until {date}.": lambda s: has_until(s) and not is_over(s),
    "Confirmed by {confirmed} of {asked} table.": is_confirmed,
    "No notes have been taken yet.": lambda s: not s.notes,
    "Licence {licence}: copy, reuse, share": lambda s: bool(s.cafe.licence and s.notes),
}
TRUE_WHEN = {
    FLASH: {
        **BOTH,
        "Licence {licence}: copy, reuse, share": lambda s: bool(s.cafe.licence),
        "FLASH REPORT": ALWAYS,
        "action proposed": lambda s: bool(of_kind(s, Kind.ACTION)),
        "What was said, in people’s words": lambda s: bool(s.notes) and not filed(s),
        "What the notes say, theme by theme": lambda s: bool(filed(s)),
        "T6·R1 means table 6, round 1.": lambda s: bool(s.notes),
        "The notes have not been put into themes yet; all stand in the record.": lambda s: (
            bool(s.notes) and not filed(s)
        ),
        "{n} note is in no theme yet; like all others it stands in the record.": lambda s: (
            bool(filed(s)) and len(filed(s)) < len(s.notes)
        ),
        "Still under discussion": discussed,
        "Notes that pull apart, and nobody has decided between them.": discussed,
        "No tension, question or action has been noted.": lambda s: (
            not (discussed(s) or any(note.is_lone for note in s.notes) or of_kind(s, Kind.QUESTION))
            and not has_next(s)
        ),
        "Lone voices": lambda s: any(note.is_lone for note in s.notes),
        "And now": has_next,
        "Is this not what you said?": has_slip,
        "Corrections are printed with the synthesis; a refusal says why.": has_slip,
        "Write it here and hand the slip in before you leave.": lambda s: (
            has_slip(s) and not publication(s).contact and not has_until(s)
        ),
        "Write it here and hand the slip in before you leave, or send it to this address.": (
            lambda s: has_slip(s) and publication(s).contact and not has_until(s)
        ),
        "Write it here and hand the slip in by {date}.": lambda s: (
            has_slip(s) and not publication(s).contact and has_until(s)
        ),
        "Write it here and hand the slip in, or send it to this address by {date}.": lambda s: (
            has_slip(s) and publication(s).contact and has_until(s)
        ),
        "Table ……  round ……  or theme no. ……": has_slip,
        "My name, if I like:": has_slip,
    },
    RECORD: {
        **BOTH,
        "RECORD": ALWAYS,
        "All notes, table by table": ALWAYS,
        "Each note stands here once, as it was written, below the prompt of its sheet.": lambda s: (
            any(note.prompt for note in s.notes)
        ),
        "Each note stands here once, as it was written.": lambda s: (
            bool(s.notes) and not any(note.prompt for note in s.notes)
        ),
        "Its number says in which order the notes of a table and round came.": lambda s: bool(
            s.numbers
        ),
        "↔ leads to a note that pulls the other way.": lambda s: bool(s.opposed),
        "→ names the theme a note is in.": lambda s: bool(filed(s)),
        "No note is withheld.": lambda s: bool(s.notes),
        "Tables without notes, by number: {tables}.": lambda s: (
            bool(s.notes) and len({note.table for note in s.notes}) < len(s.cafe.tables)
        ),
        "Tables that did not, by number: {tables}.": lambda s: (
            is_confirmed(s) and len(s.verdicts) < len({note.table for note in s.notes})
        ),
        "came in after the round": lambda s: any(note.is_late for note in s.notes),
        "lone voice": lambda s: any(note.is_lone for note in s.notes),
        "name noted": lambda s: any(note.who for note in s.notes),
        "by when: {due}": lambda s: any(note.due for note in s.notes),
    },
}
ELSEWHERE = {
    *("confirmed by {tables}", "to be amended for {tables}", "not said like this by {tables}"),
    *("T{table}·R{round}", "{shown} of {number}", "{hour}:{minute}", "“{words}”", "table", "round"),
    *("note", "{n} more question stands in the record."),
    *("{n} more theme is in the synthesis.", "{count}: all of them are in the record."),
    *("The {n} other action is in the record.", "What else comes is in the synthesis."),
    *("Who takes it on", "By when", "name noted", "to theme {number}", "question {number}"),
    *("Without a question", "All notes, question by question", "another version of {note}"),
    *("written at the same time as another version", "from table {table}", "{number} vote"),
}
"""Phrases that are held true by tests of their own, or stand inside others."""


@cache
def cafés(language):
    notes = said(24)
    told = replace(notes[0], prompt="Propositions", is_late=True, who="Ana", due="Noël")
    plain = shot(fixed(), notes=(told, *notes[1:]), themes=themes(notes, 10))
    until = Publication(amend_until=date(2026, 12, 12), contact="rue@ex.org")
    more = {
        "with numbers and a pair": replace(
            plain,
            opposed=frozenset({Opposed(one=notes[0].id, other=notes[1].id)}),
            numbers={note.id: 1 for note in notes},
        ),
        "confirmed": confirmed_by_its_tables(plain),
        "confirmed by some": replace(
            confirmed_by_its_tables(plain),
            verdicts=frozenset(list(confirmed_by_its_tables(plain).verdicts)[:2]),
        ),
        "until": replace(plain, cafe=replace(plain.cafe, publication=until)),
        "until, without an address": replace(
            plain, cafe=replace(plain.cafe, publication=replace(until, contact=""))
        ),
        "an address": replace(
            plain, cafe=replace(plain.cafe, publication=replace(until, amend_until=None))
        ),
        "over": replace(
            plain,
            cafe=replace(plain.cafe, publication=replace(until, amend_until=date(2020, 1, 1))),
        ),
        "final": replace(
            plain, cafe=replace(plain.cafe, publication=replace(until, is_final=True))
        ),
    }
    found = {**make_cafés(language), **more}
    return {
        name: replace(each, cafe=replace(each.cafe, language=language))
        for name, each in found.items()
    }


@cache
def phrases():
    """Return each phrase of both editions, with its plural where it has one."""
    found = [
        *extract_from_dir(ROOT / "wcafe" / "reports", keywords=KEYWORDS),
        *extract_from_dir(ROOT / "wcafe" / "domain", keywords=KEYWORDS),
    ]
    sections = {name for names in SECTIONS.values() for name in names} | {"verdicts"}
    messages = [found for file, _line, *found in found if file.removesuffix(".py") in sections]
    return {m[0]: m[1] for m, *_ in messages if isinstance(m, tuple)} | {
        m: m for m, *_ in messages if isinstance(m, str)
    }


@cache
def forms(phrase, language):
    """Return what `phrase` looks like in a language, whatever is in its gaps; as patterns."""
    words = words_for(language)
    several = phrases()[phrase]
    said = (
        {words.gettext(phrase)}
        if several == phrase
        else {words.ngettext(phrase, several, n) for n in (1, 2)}
    )
    return [
        re.compile(".{1,60}?".join(re.escape(squashed(part)) for part in re.split(r"{\w+}", each)))
        for each in said
    ]


def stands(phrase, text, language):
    return any(form.search(text) for form in forms(phrase, language))


def pages(edition, café):
    return squashed(text_of(make_document(edition, café, NOW)))


def lies(edition, café, text=None):
    """Return the phrases that stand on the pages and are not true, or are true and do not stand."""
    text, language = text or pages(edition, café), café.cafe.language
    table = TRUE_WHEN[edition]
    found = []
    for phrase, is_true in table.items():
        is_said = stands(phrase, text, language)
        longer = [each for each in table if each != phrase and squashed(phrase) in squashed(each)]
        if is_said != bool(is_true(café)) and not any(stands(e, text, language) for e in longer):
            found.append((phrase, "is said" if is_said else "is not said"))
    return found


@pytest.mark.parametrize(("turn", "edition"), list(enumerate([FLASH, RECORD])))
@pytest.mark.parametrize(("first", "language"), list(enumerate(["fr", "en"])))
def test_each_sentence_stands_exactly_where_it_is_true(turn, edition, first, language):
    chosen = every_other(cafés(language), first + turn)
    found = {name: lies(edition, café) for name, café in chosen.items()}

    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_phrase_of_both_says_when_it_is_true():
    held = {phrase for table in TRUE_WHEN.values() for phrase in table}

    assert phrases().keys() - held - ELSEWHERE == set(), "when is it true?"
    assert (held | ELSEWHERE) - phrases().keys() == set()


CONFIRMED = "Tables qui confirment : 6 sur 6."
WRONG = {
    "every edition is a draft": (editions, "edition_title", lambda name, *_: f"{name} · BROUILLON"),
    "whoever was asked confirmed": (record, "confirmed", lambda *_: CONFIRMED),
    "no theme has notes": (record, "told_themes", lambda _shot: []),
    "they did so on the flash": (flash_said, "confirmed", lambda *_: CONFIRMED),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_build_that_claims_more_is_found_out(monkeypatch, wrong):
    place, name, value = WRONG[wrong]
    monkeypatch.setattr(place, name, value)
    if name == "edition_title":
        monkeypatch.setattr(record, name, value)

    last_first = reversed(cafés("fr").values())  # those in which most is known
    assert any(lies(edition, café) for café in last_first for edition in (FLASH, RECORD))
