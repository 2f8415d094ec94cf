"""Notes of a café about a quarter, a few of them sorted, for both methods."""

from pathlib import Path

import pytest

from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.suggestions import Method
from wcafe.domain.synthesis import Theme, ThemeId

SAID = {
    "home": "Les loyers sont trop chers pour les jeunes",
    "home2": "Des logements vides depuis deux ans",
    "home3": "Plafonner le loyer des petits logements",
    "bike": "Une piste cyclable jusqu'au collège",
    "bike2": "Réparer les vélos au marché",
    "bike3": "Les pistes cyclables s'arrêtent au pont",
    "new": "Trop de logements vides, des loyers en hausse",
    "new2": "Il faut des pistes pour les vélos",
}


@pytest.fixture(params=list(Method), ids=lambda each: each.name.lower())
def method(request):
    return request.param


@pytest.fixture
def notes():
    return notes_of(SAID.values(), SAID)


@pytest.fixture
def themes():
    sorted_ = {
        "Un toit": ("home", "home2", "home3"),
        "Rouler": ("bike", "bike2", "bike3"),
        "Personne ici": (),
    }
    return tuple(
        Theme(id=ThemeId(name), name=name, notes=tuple(map(NoteId, inside)))
        for name, inside in sorted_.items()
    )


@pytest.fixture
def real():
    """The folder of real notes."""
    return Path("../shared/data")


def notes_of(texts, ids=None):
    texts = list(texts)
    return tuple(
        Note(id=NoteId(id_), table=0, round=0, kind=Kind.IDEA, text=text)
        for id_, text in zip(ids or [f"n{at}" for at in range(len(texts))], texts, strict=True)
    )
