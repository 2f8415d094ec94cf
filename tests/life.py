"""A café in which every table has rows, the same to the byte each time."""

import random
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest

from tests.cafes import add_people
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.services.plan import PlanService

TEXTS = [f"Une idée, la {n} : planter des arbres le long de la rue {n}" for n in range(40)]


def make_life(path):
    """Make the file `path` of it: people, a plan with spare routes, seats, notes, a theme."""
    path.write_bytes(_life())


@cache
def _life() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "life.wcafe"
        _make(path)
        return path.read_bytes()


def _make(path):
    chance = random.Random(10)
    with pytest.MonkeyPatch.context() as fixed:
        fixed.setattr("wcafe.domain.text.uuid4", lambda: UUID(bytes=chance.randbytes(16)))
        fixed.setattr("wcafe.app.PlanService", partial(PlanService, clock=lambda: 0.0))
        create_cafe(path, draft(title="Notre rue", language="fr", tables=5))
        with open_cafe(path, now=lambda: datetime(2026, 11, 26, 14, 30, tzinfo=UTC)) as cafe:
            add_people(cafe, 20)
            cafe.plans.compose(seconds=0.2, spare=2)
            cafe.live.record_seats(0, cafe.cafes.snapshot().seating(0))
            for n, text in enumerate(TEXTS):
                cafe.notes.add(table=n % 5, round_=n % 3, kind=Kind.IDEA, text=text)
            arbres = [note.id for note in cafe.notes.all()[:5]]
            cafe.synthesis.name_theme("Arbres", notes=arbres)
