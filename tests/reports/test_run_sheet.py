"""The run sheet says the hours, what to say and what to bring, and nothing that is not known."""

import io
from dataclasses import replace
from datetime import date

import pypdf
import pytest

from tests.cafes import person
from tests.endurance import every_other
from tests.reports.conftest import NOW, snapshot, text_of
from tests.reports.knowing import fixed, make_cafés, shot
from wcafe.domain.agenda import Round, programme
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.cafe import HostMode, Mode, Questions, Rules
from wcafe.domain.contingencies import contingencies_of
from wcafe.domain.material import material_of
from wcafe.domain.paper_size import PaperSize
from wcafe.i18n import words_for
from wcafe.reports import make_document
from wcafe.services.printing import everything
from wcafe.services.to_print import to_print

café_words = words_for("fr")


def sheet(café):
    return " ".join(text_of(make_document("run-sheet", café, NOW)).split())


def test_each_step_stands_at_its_hour_with_its_question():
    café = snapshot(people=24, notes=False)
    asked = replace(
        café.cafe, questions=Questions(mode=Mode.PER_ROUND, texts=("Que faire ?", "Et après ?"))
    )
    text = sheet(replace(café, cafe=asked))

    place = 0
    for step in programme(asked):
        place = text.index(f"{asked.clock_time(step):%H:%M}", place)
    assert "Que faire" in text
    assert "Et après" in text
    assert "14:00–16:10" in text


def test_of_another_day_no_hour_is_told():
    café = snapshot(people=8, rounds=2, notes=False)
    days = (Round(day=date(2026, 11, 27)), Round(day=date(2026, 11, 29)))
    text = sheet(
        replace(café, cafe=replace(café.cafe, day=date(2026, 11, 27), rounds=days, agenda=()))
    )

    assert "14:23" in text  # when talk ends on Friday
    assert "14:27 Ronde 2" not in text
    assert "14:00–" not in text
    assert "Ronde 2" in text


@pytest.mark.slow
@pytest.mark.parametrize(("turn", "language"), list(enumerate(["fr", "en"])))
def test_what_nobody_told_of_a_café_is_not_on_it(turn, language):
    """Each word that supposes a plan, hosts, a question or spare routes, where there are none."""
    words = {
        "plan": ("badge",),
        "hosts": ("hosts stay", "les hôtes restent", "hôte manque"),
        "question": ("read out the question", "lire la question"),
        "joker": ("joker",),
        "prompts": ("the sheet asks", "la feuille demande"),
        "purpose": ("say why", "dire pourquoi"),
    }
    for name, café in every_other(make_cafés(language), turn).items():
        text = sheet(café).casefold()
        plan, cafe = café.plan, café.cafe
        stays = plan is not None and bool(plan.hosts) and cafe.rules.hosts is HostMode.STAY
        has = {
            "plan": plan is not None,
            "hosts": stays,
            "question": any(cafe.questions.texts),
            "joker": plan is not None,
            "prompts": bool(cafe.prompts),
            "purpose": bool(cafe.purpose),
        }
        for what, said in words.items():
            assert has[what] or not any(each in text for each in said), (name, what)


def test_quantities_are_counted_from_the_café():
    café = snapshot(people=24, rounds=3, notes=False, jokers=2)
    closed = (replace(café.cafe.tables[0], closed=frozenset({2})), *café.cafe.tables[1:])
    crew = person("Anne Équipe", role="crew")
    away = replace(café.people[0], present=frozenset())
    people = (away, *café.people[1:], replace(crew, role=type(away.role).CREW))
    café = replace(café, cafe=replace(café.cafe, tables=closed), people=people)
    found = {each.what: each.count for each in material_of(café.cafe, café.plan, people)}
    printed = {artefact.key: count for artefact, count in to_print(café)}

    assert printed["badges"] == 23 + 1 + 2
    assert printed["harvest-sheets"] == printed["stickers"] == 6 * 3 - 1
    assert printed["tents"] == printed["host-kit"] == 6
    assert found["felt pens"] == 18
    assert found["envelopes for the sheets"] == 3


def test_what_is_to_be_printed_is_what_all_prints_by_the_same_names():
    café = snapshot(people=24, rounds=3, notes=False, jokers=2)
    wanted, _lacking = everything(café, PrintOptions())
    printed = dict(to_print(café))

    assert [artefact.key for artefact in printed] == list(wanted)
    made = make_document("harvest-sheets", café, NOW).pdf
    assert printed[HANDOUTS["harvest-sheets"]] == len(pypdf.PdfReader(io.BytesIO(made)).pages)
    text = sheet(café)
    for artefact, count in printed.items():
        said = café_words.gettext(artefact.name)
        assert (f"{count} {said}" if count else said) in text
    assert "votes" not in text


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_day_of_four_rounds_takes_a_sheet_and_its_back(paper, language):
    café = snapshot(people=36, rounds=4, language=language, notes=False, jokers=3)
    made = make_document("run-sheet", café, NOW, PrintOptions(paper=paper))
    long = snapshot(people=36, rounds=9, language=language, notes=False)

    assert len(pypdf.PdfReader(io.BytesIO(made.pdf)).pages) == 2
    said = text_of(make_document("run-sheet", long, NOW))
    assert said.count("Le déroulé") + said.count("Step by step") == 1


def test_what_cannot_be_counted_has_no_number():
    bare = fixed(tables=None)
    found = {each.what: each.count for each in material_of(bare, None, ())}

    assert found["tables"] is None
    assert found["ballpoint pens"] is None
    assert "badges" not in [each.key for each, _count in to_print(shot(bare))]
    assert " 0 " not in sheet(shot(bare))


def test_contingencies_name_who_stays_and_which_languages_and_jokers_there_are():
    café = snapshot(people=8, notes=False, jokers=2)
    first, second, *others = café.people
    people = (
        replace(first, stays_at=1, languages=("français",)),
        replace(second, languages=("breton",)),
        *others,
    )
    said = " ".join(
        told.describe()
        for each in contingencies_of(café.cafe, café.plan, people)
        for told in each.then
    )

    assert f"Staying, each with the table: {first.name} (2)." in said
    assert "breton (1), français (1)" in said
    assert "joker badge (1, 2)" in said


def test_long_texts_keep_each_step_on_a_page():
    café = snapshot(people=8, notes=False)
    long = replace(
        café.cafe,
        purpose="Pourquoi ? " * 900,
        questions=Questions(texts=("Que faire ? " * 80,)),
        prompts=("Trois retours " * 8,) * 4,
        rules=Rules(),
        rounds=tuple(replace(each, name="Soir " * 390) for each in café.cafe.rounds),
    )
    people = tuple(
        replace(p, given="Ana " * 400, stays_at=0, languages=("breton " * 200, f"l {n} " * 300))
        for n, p in enumerate(café.people * 5)
    )
    café = replace(café, people=people)

    assert "[…]" in sheet(replace(café, cafe=long))
