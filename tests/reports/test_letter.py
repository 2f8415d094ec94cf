"""The letter some months later, and the chapter of corrections: one page, and only what is known.

`TRUE_WHEN` has every phrase of both with when it is true, read off the values of a café naively;
each stands on the pages exactly then, in both languages. The control: a letter that forgets those
of which nothing was heard.
"""

import io
import random
import re
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdf
import pytest
from babel.messages.extract import extract_from_file

from tests.project.places import ROOT
from tests.project.test_words import KEYWORDS
from tests.reports.conftest import snapshot
from wcafe.domain.amendments import Amendment, Decision
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import LETTER
from wcafe.domain.kinds import Kind
from wcafe.domain.note_fields import state_name
from wcafe.domain.notes import ActionState, Note
from wcafe.domain.publication import Publication
from wcafe.i18n import words_for
from wcafe.reports import letter, make_document
from wcafe.reports.amendments import amendments_received
from wcafe.reports.pages.document import Sheet, render
from wcafe.reports.pages.paper import Paper

NOW = datetime(2027, 2, 27, 9, tzinfo=UTC)
UNTIL = date(2026, 12, 1)
STATES = (None, *ActionState)


def café(actions=24, *, language="en", states=STATES, **facts):
    """A café whose notes are so many actions, some with who, by when and what became of them."""
    chance = random.Random(actions)
    shot = snapshot(language=language, notes=False, plan=False)
    notes = []
    for n in range(actions):
        state = chance.choice(states)
        notes.append(
            Note(
                id=f"n{n}",
                table=n % 6,
                round=0,
                kind=Kind.ACTION,
                text=f"Planter un arbre numéro {n} devant l’école, avec les élèves et la mairie",
                who=chance.choice(["", "la mairie"]),
                due=chance.choice(["", "avant l’été"]),
                state=state,
                state_on=date(2027, 2, 3) if state else None,
                state_why="faute de budget" if state else "",
            )
        )
    numbers = {note.id: n // 6 + 1 for n, note in enumerate(notes)}
    return replace(shot, notes=tuple(notes), numbers=numbers, **facts)


def published(shot, **facts):
    cafe = replace(shot.cafe, organiser="Ville de Brest", publication=Publication(**facts))
    return replace(shot, cafe=cafe)


def pages(shot, **options):
    document = make_document(LETTER, shot, NOW, PrintOptions(**options))
    reader = pypdf.PdfReader(io.BytesIO(document.pdf))
    return [page.extract_text() for page in reader.pages]


def plain(text):
    return re.sub(r"[\s\u00a0\u202f\u00ad]", "", text).casefold()


def amendment(n, **facts):
    return Amendment(id=f"a{n}", text=f"Correction numéro {n}", **facts)


AMENDED = (
    amendment(1, decision=Decision.ACCEPTED, who="Zoé", may_be_named=True, came=UNTIL),
    amendment(2, decision=Decision.DECLINED, reason="déjà dit", who="Ana", came=date(2027, 1, 1)),
    amendment(3, table=2),
)


def chapter(shot):
    """The text of the chapter of corrections, as the synthesis has it."""
    paper = Paper(shot.cafe.language, NOW)
    paper.text("Café", tag="H1")
    story = amendments_received(shot, paper) or [paper.text("–")]
    pdf = render(story, Sheet(title="Café", author="–", mark="–"), paper)
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def actions(shot):
    return [n for n in shot.notes if n.kind is Kind.ACTION and not n.withheld]


def unheard(shot):
    return [note for note in actions(shot) if note.state is None]


def counted(shot, decision):
    return [each for each in shot.amendments if each.decision is decision]


ALWAYS = object()
TRUE_WHEN = {
    "WHAT BECAME OF IT": lambda s: True,
    "{n} month later": lambda s: s.cafe.day is not None,
    "This is what is known of its actions on {date}.": lambda s: True,
    "The café: {when}.": lambda s: bool(s.cafe.day or s.cafe.place),
    "No notes have been taken yet.": lambda s: not s.notes,
    "No action was written down at this café.": lambda s: (
        bool(s.notes) and not any(note.kind is Kind.ACTION for note in s.notes)
    ),
    "{n} action was written down.": lambda s: bool(actions(s)),
    "Of {unheard} of them nothing was heard yet.": lambda s: bool(unheard(s)),
    "Nothing was heard of it yet.": lambda s: len(unheard(s)) == len(actions(s)) == 1,
    "Something was heard of each of them.": lambda s: bool(actions(s)) and not unheard(s),
    "nothing heard yet": lambda s: bool(unheard(s)),
    "Who, by when": lambda s: any(n.who or n.due for n in actions(s)),
    "No.": ALWAYS,
    "What became of it": ALWAYS,  # a heading, in the same words as the line above the title
    "The {n} other is in the synthesis.": lambda s: len(actions(s)) > 30,
    "Numbers are those of the synthesis: {number} is a note of table {table}.": lambda s: bool(
        actions(s)
    ),
    "If you know more of an action, tell:": lambda s: bool(
        actions(s) and (s.cafe.organiser or s.cafe.publication.contact)
    ),
}
AMENDMENTS_TRUE_WHEN = {
    "Amendments received": lambda s: bool(s.amendments),
    "Accepted": lambda s: bool(counted(s, Decision.ACCEPTED)),
    "Declined": lambda s: bool(counted(s, Decision.DECLINED)),
    "{n} correction came in.": lambda s: bool(s.amendments),
    "{n} is not decided yet.": lambda s: bool(counted(s, None)),
    "{n} came after {date}.": lambda s: any(
        s.cafe.publication.amend_until and a.came and a.came > s.cafe.publication.amend_until
        for a in s.amendments
    ),
    "Reason: {reason}": lambda s: any(each.reason for each in s.amendments if each.decision),
}
CAFÉS = {
    "none": lambda lang: café(0, language=lang),
    "some": lambda lang: published(café(7, language=lang), contact="mairie@brest.example"),
    "all heard": lambda lang: café(5, language=lang, states=tuple(ActionState)),
    "none heard": lambda lang: café(5, language=lang, states=(None,)),
    "200": lambda lang: café(200, language=lang),
    "no day": lambda lang: replace(
        (shot := café(3, language=lang)), cafe=replace(shot.cafe, day=None, place="")
    ),
    "amended": lambda lang: replace(
        published(café(3, language=lang), amend_until=UNTIL), amendments=AMENDED
    ),
    "ideas alone": lambda lang: replace(
        (shot := café(2, language=lang)),
        notes=tuple(replace(note, kind=Kind.IDEA) for note in shot.notes),
    ),
    "all withheld": lambda lang: replace(
        (shot := café(2, language=lang)),
        notes=tuple(replace(note, withheld="un nom") for note in shot.notes),
    ),
    "open only": lambda lang: replace(café(0, language=lang), amendments=AMENDED[2:]),
}


PLURALS = {
    "{n} action was written down.": "{n} actions were written down.",
    "{n} correction came in.": "{n} corrections came in.",
    "{n} is not decided yet.": "{n} are not decided yet.",
    "{n} month later": "{n} months later",
    "The {n} other is in the synthesis.": "The {n} others are in the synthesis.",
}


def stands(phrase, text, language):
    words = words_for(language)
    found = {words.gettext(phrase), *(words.ngettext(phrase, phrase, n) for n in (1, 2))}
    if phrase in PLURALS:
        found |= {words.ngettext(phrase, PLURALS[phrase], n) for n in (1, 2)}
    parts = [re.split(r"\{\w+\}", form) for form in found]
    patterns = [".{1,60}?".join(re.escape(plain(part)) for part in form) for form in parts]
    return any(re.search(pattern, plain(text)) for pattern in patterns)


def lies(shot, text, truths):
    said = {p for p in truths if truths[p] is not ALWAYS and stands(p, text, shot.cafe.language)}
    return said ^ {p for p, is_true in truths.items() if is_true is not ALWAYS and is_true(shot)}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", CAFÉS)
def test_each_phrase_stands_on_the_page_exactly_when_it_is_true(name, language):
    shot = CAFÉS[name](language)
    text = "\n".join(pages(shot))
    assert lies(shot, text, TRUE_WHEN) == set()
    assert lies(shot, chapter(shot), AMENDMENTS_TRUE_WHEN) == set()


def phrases_of(module):
    found = extract_from_file("python", ROOT / "wcafe/reports" / f"{module}.py", keywords=KEYWORDS)
    return {each[1] if isinstance(each[1], str) else each[1][0] for each in found}


def test_every_phrase_has_its_truth():
    assert phrases_of("letter") | phrases_of("action_table") == set(TRUE_WHEN)
    assert phrases_of("amendments") == set(AMENDMENTS_TRUE_WHEN)


def test_a_letter_that_forgets_those_not_heard_of_is_found_out(monkeypatch):
    shot = CAFÉS["some"]("en")
    assert unheard(shot)
    monkeypatch.setattr(letter, "actions_by_state", lambda actions: {ActionState.DONE: actions})

    assert lies(shot, "\n".join(pages(shot)), TRUE_WHEN)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("number", [0, 1, 24, 200])
def test_it_is_one_page_whatever_there_is_and_counts_all(number, language):
    shot = café(number, language=language)
    (text,) = pages(shot)

    words = words_for(language)
    for state in STATES:
        of_state = [note for note in shot.notes if note.state is state]
        name = words.gettext("nothing heard yet") if state is None else state_name(state, words)
        if of_state:
            assert plain(f"{len(of_state)}") in plain(text)
            assert plain(name) in plain(text)
    assert len(re.findall(r"T\d·R1·#\d+", text)) >= min(number, 10)
    assert text.find("nothing heard") < text.find("done") or language == "fr" or number < 2


def test_it_is_one_page_whatever_people_typed():
    shot = café(40)
    long = "W" * 300
    notes = tuple(
        replace(n, text="mot " * 4000, who=long, state_why="x" * 1900) for n in shot.notes
    )
    publication = Publication(contact=("y" * 150 + "\n") * 12)
    cafe = replace(shot.cafe, title=long, place=long, organiser=long, publication=publication)

    assert len(pages(replace(shot, cafe=cafe, notes=notes))) == 1


def test_numbers_stand_as_the_desk_and_the_synthesis_say_them():
    (text,) = pages(café(7))
    assert "T1·R1·#1" in text
    assert "T1·R1·#2" in text


def test_a_withheld_action_is_counted_and_not_told_and_who_is_named_by_consent_alone():
    shot = café(4, states=(None,))
    first = replace(shot.notes[0], withheld="nomme un voisin", text="Secret")
    shot = replace(shot, notes=(first, replace(shot.notes[1], who="Zoé Martin"), *shot.notes[2:]))

    (text,) = pages(shot)

    assert "Secret" not in text
    assert "nomme un voisin (1)" in text
    assert "3 actions were written down" in re.sub(r"\s+", " ", text)
    assert "Zoé" not in text
    assert "name noted" in text
    assert "Zoé Martin" in pages(shot, names=True)[0]


def test_corrections_stand_with_their_reasons_and_names_by_consent():
    shot = CAFÉS["amended"]("en")

    text = re.sub(r"\s+", " ", chapter(shot))

    assert "3 corrections came in. 1 is not decided yet. 1 came after Tuesday, 1 Dec" in text
    assert "Correction numéro 1 (Zoé)" in text
    assert "Correction numéro 2 Reason: déjà dit" in text
    assert "Ana" not in text
    assert "Correction numéro 3" not in text, "open ones are counted"


def test_nothing_is_said_of_corrections_where_none_came():
    assert amendments_received(café(3), Paper("fr", NOW)) == []
