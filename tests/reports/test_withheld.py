"""Notes that are withheld never stand on paper; how many there are, and why, does."""

from dataclasses import replace

import pytest

from tests.reports.conftest import NOW, report_of, text_of
from tests.reports.knowing import make_cafés
from wcafe.domain.kinds import Kind, KindLabel
from wcafe.services.cafe import Snapshot

pytestmark = pytest.mark.slow  # prints some cafés


@pytest.fixture(params=["fr", "en"])
def café(request):
    """A café with themes whose first three notes are withheld, in a language."""
    made = make_cafés(request.param).values()
    shot = next(each for each in made if each.themes and len({n.kind for n in each.notes}) > 4)
    reasons = {0: "nomme un voisin", 1: "à sa demande", 2: "Nomme un voisin"}
    notes = tuple(
        replace(
            note, text=f"SECRET {n}" if n in reasons else note.text, withheld=reasons.get(n, "")
        )
        for n, note in enumerate(shot.notes)
    )
    return replace(shot, notes=notes)


def told(shot):
    return " ".join(text_of(report_of(shot, NOW)).split())


def test_they_are_counted_with_their_reasons_and_never_told(café):
    pages = told(café)

    assert "SECRET" not in pages
    sentence = {
        "fr": "3 notes sont retenues : nomme un voisin (2), à sa demande (1).",
        "en": "3 notes are withheld: nomme un voisin (2), à sa demande (1).",
    }
    assert sentence[café.cafe.language] in pages


def test_nothing_is_said_of_them_where_there_are_none(café):
    pages = told(replace(café, notes=tuple(replace(note, withheld="") for note in café.notes)))

    assert "SECRET" in pages
    assert "retenue" not in pages
    assert "withheld" not in pages


def test_where_all_are_withheld_it_is_not_said_that_none_were_taken(café):
    pages = told(replace(café, notes=tuple(replace(n, withheld="privé") for n in café.notes)))

    number = len(café.notes)
    assert f"{number} notes" in pages
    assert "SECRET" not in pages
    assert not any(each in pages for each in ("No notes have been taken", "Aucune note n"))


def test_a_build_that_hands_them_out_is_found_out(café, monkeypatch):
    monkeypatch.setattr(Snapshot, "handed_out", property(lambda shot: shot))

    assert "SECRET" in told(café)


def test_the_café_calls_its_kinds_on_paper_as_it_likes(café):
    labels = tuple(
        KindLabel(kind=kind, one=f"Sorte-{kind}", many=f"Sortes-{kind}") for kind in Kind
    )
    pages = told(replace(café, cafe=replace(café.cafe, kind_labels=labels)))

    used = {note.kind for note in café.notes if not note.withheld}
    assert {kind for kind in Kind if f"Sortes-{kind}" in pages or f"Sorte-{kind}" in pages} == used
