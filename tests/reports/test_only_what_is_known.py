"""The synthesis says only what is known: each of its sentences has a test of when it is true.

`TRUE_WHEN` in `truths` lists every phrase of its sections, so that a new sentence has to say when
it is true before the tests pass. Each is looked for on the real pages of every café of `knowing`,
in both languages in turn: it stands there exactly when it is true.
"""

import re
from functools import cache

import pytest
from babel.messages.extract import extract_from_dir

from tests.endurance import every_other
from tests.project.places import ROOT
from tests.project.test_words import KEYWORDS
from tests.reports.conftest import NOW, report_of, text_of
from tests.reports.facts import has_chapter, hosted, left, people, tables
from tests.reports.knowing import make_cafés
from tests.reports.truths import ALWAYS, NEVER, TRUE_WHEN
from wcafe.domain.rotation import Moves, Rotation
from wcafe.exports import exported
from wcafe.i18n import words_for
from wcafe.reports import actions as reports_actions
from wcafe.reports import cover, figures, method, synthesis
from wcafe.reports.noted import Noted
from wcafe.services import known
from wcafe.written import long_day

pytestmark = pytest.mark.slow  # prints 60 cafés

SECTIONS = {
    *(
        "actions",
        "amendments",
        "apart",
        "closing",
        "context",
        "cover",
        "figures",
        "free_text",
        "meetings",
    ),
    *(
        "method",
        "noted",
        "one_page",
        "pages/contents",
        "photos",
        "questions",
        "sources",
        "synthesis",
    ),
    "themes",
}
KNOWN = [
    (language, name)
    for turn, language in enumerate(["fr", "en"])
    for name in every_other(make_cafés(), turn)
]
each_in_turn = pytest.mark.parametrize(("language", "name"), KNOWN)


def squashed(text):
    """Without blanks and hyphens, which lines and languages set as they like; case aside."""
    return re.sub(r"[\s\u00a0\u202f\u00ad-]", "", text).casefold()


def pages(shot):
    return squashed(text_of(report_of(shot, NOW)))


MEETING = (
    "Each participant met {most} other; no more than {possible} were possible.",
    "Each participant meets {most} other; no more than {possible} are possible.",
)


def forms(phrase, language):
    """Yield what `phrase` looks like in a language, its gaps filled; as patterns."""
    plurals = {
        "{n} participant expected": "{n} participants expected",
        "{n} participant checked in": "{n} participants checked in",
    } | {
        one: one.replace(before, after)
        for one, before, after in (
            ("participant expected", "participant", "participants"),
            ("participant checked in", "participant", "participants"),
            ("The plan has {n} repeat meeting", "meeting", "meetings"),
            ("{n} of {notes} notes is in no theme yet.", "is", "are"),
            (
                "{n} of them stands in another chapter.",
                "stands in another chapter",
                "stand in other chapters",
            ),
            ("{n} pair of notes", "pair", "pairs"),
            ("{n} is not decided yet.", "is", "are"),
            ("{n} correction came in.", "correction", "corrections"),
            ("A round is planned for {minutes} minute of conversation.", "minute ", "minutes "),
            *((each, "other;", "others;") for each in MEETING),
        )
    }
    words = words_for(language)
    if phrase in plurals:
        found = {words.ngettext(phrase, plurals[phrase], n) for n in (1, 2)}
    elif phrase.startswith("At {hosted}"):
        found = {words.ngettext(phrase, phrase, n) for n in (1, 2)}
    else:
        found = {words.gettext(phrase)}
    for form in found:
        parts = re.split(r"\{(\w+)\}", form)
        pattern = "".join(
            re.escape(squashed(part)) if n % 2 == 0 else GAPS.get(part, r"[\d,.–]{1,9}")
            for n, part in enumerate(parts)
        )
        yield re.compile(pattern)


GAPS = {
    "rounds": ".{1,200}?",
    "organiser": ".{1,40}?",
    "contact": ".{1,90}?",
    "reason": ".{1,40}?",
    "licence": ".{1,20}?",
    "tables": r"[\d,]{1,90}",
}


def stands(phrase, text, language):
    return any(form.search(text) for form in forms(phrase, language))


@cache
def known_pages(name, language):
    """The pages of a café as they are; a control makes its own."""
    return pages(make_cafés(language)[name])


def lies(shot, text):
    """Return the phrases that stand in `text` and are not true, or are true and do not stand."""
    language = shot.cafe.language
    return [
        (phrase, "is said" if stands(phrase, text, language) else "is not said")
        for phrase, is_true in TRUE_WHEN.items()
        if is_true not in (ALWAYS, NEVER)
        and stands(phrase, text, language) != bool(is_true(shot))
        and not is_part_of_another(phrase, text, language)
    ]


def is_part_of_another(phrase, text, language):
    """Does the phrase stand only inside a longer one that is looked for itself?"""
    longer = [
        other for other in TRUE_WHEN if other != phrase and squashed(phrase) in squashed(other)
    ]
    return any(stands(other, text, language) for other in longer)


@each_in_turn
def test_each_sentence_stands_exactly_where_it_is_true(name, language):
    assert lies(make_cafés(language)[name], known_pages(name, language)) == []


def test_every_phrase_of_the_sections_says_when_it_is_true():
    folders = {ROOT / "wcafe" / "reports": SECTIONS, ROOT / "wcafe" / "services": {"known_figures"}}
    phrases = {
        message[0] if isinstance(message, tuple) else message
        for folder, sections in folders.items()
        for file, _line, message, _comments, _context in extract_from_dir(folder, keywords=KEYWORDS)
        if file.removesuffix(".py") in sections
    }

    assert phrases - TRUE_WHEN.keys() == set(), "when is it true?"
    assert TRUE_WHEN.keys() - phrases == set()


KEEPS_ALL = Rotation(
    tables=6,
    hosted=6,
    kept=6,
    has_hosts=True,
    is_handed_over=True,
    moves=Moves.NEW,
    returns=False,
)
WRONG = {
    "rules are told and no seats looked at": (
        (method, "rotation", lambda _rows, _hosts: KEEPS_ALL),
        "four tables of six have hosts",
    ),
    "the programme is a default": (
        (method, "_has_programme", lambda _shot: True),
        "nothing at all",
    ),
    "kinds are a default": (
        (figures, "has_kinds", bool),
        "notes without people, tables or kinds",
    ),
    "whoever is planned came": ((known.Seats, "is_recorded", True), "a plan and no notes"),
    "all of the list came": (
        (cover, "known_people", lambda shot: len(shot.people) or 7),
        "nothing at all",
    ),
    "what is filed is to sort": ((Noted, "themes_of", {}), "notes without kinds, some filed"),
    "nothing is to sort": (
        (synthesis, "unsorted", lambda _noted, has_annex: []),
        "notes of one table in one round",
    ),
    "all that was written is sourced": (
        (Noted, "behind", lambda _noted, _said: ()),
        "a statement that a table amends",
    ),
    "what became of actions is a guess": (
        (reports_actions, "_states", lambda notes, _n: ["faite" for _ in notes]),
        "all notes filed",
    ),
}
"""What a build gets wrong, and the café that tells it."""


@pytest.mark.parametrize("wrong", WRONG)
def test_a_build_that_claims_more_is_found_out(monkeypatch, wrong):
    fault, name = WRONG[wrong]
    café = make_cafés()[name]
    assert lies(café, pages(café)) == []

    monkeypatch.setattr(*fault)
    assert lies(café, pages(café)) != []


@each_in_turn
def test_figures_are_those_that_are_known_and_no_0_stands_for_the_unknown(name, language):
    shot, text = make_cafés(language)[name], known_pages(name, language)
    days = [shot.cafe.day, *(each.day for each in shot.cafe.rounds)]
    for day in filter(None, days):  # no figure is to go on with the year before it
        text = text.replace(squashed(long_day(day, language)), "")

    came = numbers_before("(?:participant|personnes?(?!rencontrée|s))", text)
    assert came <= {people(shot)} - {0}
    assert bool(came) == (people(shot) > 0)
    spoken = {len({n.table for n in its}) for its in groups(shot)} | {hosted(shot)[0]}
    assert numbers_before("tables", text) - spoken <= {tables(shot)} - {0}
    assert not re.search(r"(?<![\d.,])0(participant|table|note|person|th[eè]me)", text)


def groups(shot):
    """The notes that stand together somewhere under how many there are."""
    theme_of = {n: theme.id for theme in shot.themes for n in theme.notes}
    question = shot.cafe.question
    keys = [
        lambda note: theme_of.get(note.id),
        lambda note: question(note.table, note.round),
        lambda note: note.round,
    ]
    return [[n for n in shot.notes if key(n) == key(one)] for key in keys for one in shot.notes]


def numbers_before(word, text):
    return {int(n) for n in re.findall(rf"(?<!\d)(\d+){word}", text)}


@each_in_turn
def test_nobody_is_called_a_lone_voice_whom_no_person_marked_as_one(name, language):
    shot = make_cafés(language)[name]
    marked = any(note.is_lone for note in shot.notes)

    for text in (known_pages(name, language), exported("md", shot).decode().casefold()):
        assert not re.search(r"en\W?tête|put\W?first", text)
        assert bool(re.search(r"lone\W?voice|voix\W?isol", text)) == marked


def test_what_nobody_sorted_stands_in_a_chapter_of_its_own():
    for name, count in (("hosts who stay", "22 of 42"), ("many notes to sort", "206 of 210")):
        shot = make_cafés("en")[name]
        told = [note.text for note in left(shot) if not has_chapter(note)]
        text = " ".join(text_of(report_of(shot, NOW)).split())
        chapter = text[text.rindex("Not sorted yet") :].split("Who met whom", 1)[0]

        assert f"{count} notes are in no theme yet." in chapter
        assert all(text in chapter for text in told)
