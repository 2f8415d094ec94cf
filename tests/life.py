"""A café in which every table has rows, the same to the byte each time in one run of tests.

It is made once a process: whoever asks again gets a copy of its file.
"""

import hashlib
import io
import random
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from PIL import Image

from tests.cafes import add_people
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.amendments import Amendment, AmendmentId, Decision, Way
from wcafe.domain.cafe import draft
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import Support
from wcafe.domain.phones import LetIn, Phone, Station
from wcafe.domain.photo_filing import SENTENCE
from wcafe.domain.photos import BoxRead, Photo, PhotoId, Shown, Unfiled
from wcafe.domain.printings import Printing
from wcafe.domain.settling import DeviceId
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_places import code_at
from wcafe.domain.sheets import TABLECLOTH, SheetPlace
from wcafe.domain.synthesis import Opposed
from wcafe.domain.text import new_id
from wcafe.domain.verdicts import Answer, Verdict
from wcafe.services.plan import PlanService

TEXTS = [f"Une idée, la {n} : planter des arbres le long de la rue {n}" for n in range(40)]
NOW = datetime(2026, 11, 26, 14, 30, tzinfo=UTC)
ALTERNATIVE = "Deux bancs sous un tilleul, au feutre vert"
SPREAD = "feuille dépliée.jpg"
"""What the file of the picture is called whose bytes take several pages of the file."""


def make_life(path):
    """Make the file `path` of it: people, a plan, seats, notes, themes, paper, and photos."""
    path.write_bytes(_life())


@cache
def _life():
    with TemporaryDirectory() as folder:
        path = Path(folder, "life.wcafe")
        _live(path)
        return path.read_bytes()


def _live(path):
    chance = random.Random(10)
    with pytest.MonkeyPatch.context() as fixed:
        fixed.setattr("wcafe.domain.text.uuid4", lambda: UUID(bytes=chance.randbytes(16)))
        fixed.setattr("wcafe.app.PlanService", partial(PlanService, clock=lambda: 0.0))
        create_cafe(path, draft(title="Notre rue", language="fr", tables=5))
        with open_cafe(path, now=lambda: NOW) as cafe:
            add_people(cafe, 20)
            cafe.plans.compose(seconds=0.2, spare=2)
            cafe.live.record_seats(0, cafe.cafes.snapshot().seating(0))
            for n, text in enumerate(TEXTS):
                cafe.notes.add(table=n % 5, round_=n % 3, kind=Kind.IDEA, text=text)
            _sum_up(cafe, cafe.notes.all())
            _print(cafe)
            for photo, jpeg in _photos(cafe):
                cafe.photos.add(photo, jpeg)
            _let_phones_in(cafe)


def _sum_up(cafe, notes):
    theme = cafe.synthesis.name_theme("Arbres", notes=[note.id for note in notes[:5]])
    cafe.statements.write(theme.id, "Planter des arbres", [note.id for note in notes[:2]])
    cafe.statements.set_apart(Opposed(one=notes[0].id, other=notes[7].id), is_in=True)
    ((statement,),) = (theme.statements for theme in cafe.synthesis.themes())
    cafe.verdicts.put(
        [Verdict(statement=statement.id, table=1, answer=Answer.CONFIRMED, sentence="ab" * 32)]
    )
    cafe.amendments.save(
        Amendment(
            id=AmendmentId("une"),
            text="Ce sont des haies.",
            who="Zoé Kerbrat",
            table=1,
            statement=statement.id,
            way=Way.SLIP,
            came=date(2026, 12, 1),
            decision=Decision.ACCEPTED,
        )
    )
    listed = {notes[0].id: frozenset({theme.id})}
    cafe.cafes._store.write(lambda work: work.themes.list_under(listed))


def _print(cafe):
    snapshot = cafe.cafes.snapshot()
    cafe.badges.note_printed(snapshot)
    printings = [
        Printing(artefact="tents", unit=f"table {n}", digest=f"{n}f" * 8, at=NOW) for n in (1, 2)
    ]
    form = form_of(snapshot.cafe).printed(len(snapshot.cafe.tables))
    cafe.printed.note(printings, form=form)
    cafe.photos.say_blank([SheetPlace(round=2, table=4), SheetPlace(round=1, table=4)])


def _let_phones_in(cafe):
    station = Station(
        port=8420,
        epoch=2,
        origins=("http://10.0.0.4:8420",),
        on_paper=(3,),
        let_in=LetIn.AT_BEGINNING,
        message="Encore deux minutes !",
    )
    phones = [
        Phone(
            id=DeviceId(new_id()),
            name=name,
            tables=tables,
            came=NOW,
            token_hash=f"{tables[0]}d" * 32,
            revoked=revoked,
        )
        for name, tables, revoked in (("Zoé", (1,), None), ("", (2, 4), NOW))
    ]

    def keep(work):
        work.stations.save(station)
        for phone in phones:
            work.notes.meet(phone.id, "T1", now=NOW.isoformat())
            work.phones.put(phone)

    cafe.cafes._store.write(keep)


def _photos(cafe):
    """Yield pictures with their bytes: a sheet and a tablecloth to publish, and one of nowhere."""
    snapshot, chance = cafe.cafes.snapshot(), random.Random(11)
    form, place = form_of(snapshot.cafe), SheetPlace(round=1, table=0)
    jpeg = _jpeg(Image.new("L", (40, 56), "white"))
    filed = {
        "code": code_at(place, snapshot.cafe, form, form.shape(0, tables=5)),
        "table": place.table,
        "round": place.round,
        "form": form.version,
        "corners": ((1.5, 2.0), (38.0, 2.25), (38.5, 54.0), (1.0, 54.5)),
        "boxes": (
            BoxRead(box=1, kind=Kind.QUESTION, support=Support.TABLE, from_table=3),
            BoxRead(box=2, is_written=False, unsure=("kind", "from_table")),
            BoxRead(box=SENTENCE, is_written=False),
        ),
        "typed": ((1, snapshot.notes[0].id),),
        "alternative": ALTERNATIVE,
        "shown": Shown.NOBODY,
        "is_chosen": True,
    }
    yield _photo("IMG_2030.jpg", jpeg, (40, 56), **filed), jpeg
    noise = Image.frombytes("RGB", (96, 96), chance.randbytes(96 * 96 * 3))
    spread = _jpeg(noise)
    cloth = {"table": 2, "round": 0, "page": TABLECLOTH, "turns": 1}
    agreed = {"shown": Shown.AGREED, "is_chosen": True}
    yield _photo(SPREAD, spread, noise.size, **cloth, **agreed), spread
    jpeg = _jpeg(Image.new("L", (24, 16), "black"))
    lost = {"leaf": 2, "taken": datetime(2026, 11, 26, 15, 12), "unfiled": Unfiled.NO_CODE}
    yield _photo("scan.pdf", jpeg, (24, 16), **lost), jpeg


def _photo(name, jpeg, size, **facts):
    return Photo(
        id=PhotoId(str(UUID(bytes=hashlib.sha256(name.encode()).digest()[:16]))),
        name=name,
        digest=hashlib.sha256(name.encode()).hexdigest(),
        came=NOW,
        width=size[0],
        height=size[1],
        size=len(jpeg),
        sha256=hashlib.sha256(jpeg).hexdigest(),
        **facts,
    )


def _jpeg(image):
    kept = io.BytesIO()
    image.save(kept, "JPEG", quality=85)
    return kept.getvalue()
