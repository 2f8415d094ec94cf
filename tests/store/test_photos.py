"""Pictures are kept, their bytes apart, and what was printed; what others altered is told."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from wcafe.app import open_cafe
from wcafe.domain.kinds import Kind
from wcafe.domain.notes import NoteId, Support
from wcafe.domain.photos import (
    BoxRead,
    Photo,
    PhotoId,
    PhotoStatus,
    Shown,
    Unfiled,
    first_pictures,
    status_of,
)
from wcafe.domain.printings import Printing
from wcafe.domain.sheets import PrintedForm, SheetPlace, missing_sheets
from wcafe.domain.soundness import FaultKind
from wcafe.errors import NoSuchPhoto

JPEG = b"\xff\xd8\xff not quite a picture \x00"
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def photo(name="IMG_1.jpg", jpeg=JPEG, **facts):
    plain = {
        "id": PhotoId(hashlib.sha256(name.encode()).hexdigest()),
        "name": name,
        "digest": "ab" * 32,
        "came": NOON,
        "width": 1200,
        "height": 1600,
        "size": len(jpeg),
        "sha256": hashlib.sha256(jpeg).hexdigest(),
    }
    return Photo(**{**plain, **facts})


FULL = photo(
    "« Zoé d'Ân-Lê ».jpeg",
    leaf=3,
    taken=datetime(2026, 11, 26, 15, 12),
    code="WCAFE",
    unfiled=Unfiled.OTHER_FORM,
    table=6,
    round=1,
    page=2,
    form="k3",
    turns=3,
    corners=((1.5, 2.0), (900.0, 3.25), (901.0, 1500.0), (0.5, 1499.0)),
    boxes=(
        BoxRead(box=1, kind=Kind.QUESTION, support=Support.TABLE, from_table=3),
        BoxRead(box=2, is_written=False, unsure=("kind", "from_table")),
    ),
    typed=((1, NoteId("n1")),),
    alternative="Cinq notes à la main",
    shown=Shown.REFUSED,
    is_chosen=True,
)


def test_a_picture_comes_back_whole_with_its_bytes_and_in_the_order_in_which_it_came(crowd):
    plain = photo()
    kept = [crowd.photos.add(FULL, JPEG), crowd.photos.add(plain, JPEG)]

    assert crowd.photos.all() == tuple(kept) == crowd.cafes.snapshot().photos
    assert [replace(each, version=0) for each in kept] == [FULL, plain]
    assert crowd.photos.jpeg(plain.id) == JPEG
    assert crowd.cafes.faults() == ()


def test_what_is_known_changes_as_one_and_goes_back(crowd):
    kept = crowd.photos.add(photo(), JPEG)
    filed = replace(kept, table=2, round=0)

    before = crowd.photos.change({kept.id: filed})
    with pytest.raises(NoSuchPhoto):
        crowd.photos.change({kept.id: replace(kept, table=9, round=0), PhotoId("none"): kept})
    assert crowd.photos.all()[0].table == 2
    crowd.photos.change(before)

    assert replace(crowd.photos.all()[0], version=0) == photo()


def test_a_picture_that_is_taken_out_is_gone_with_its_bytes(crowd):
    crowd.photos.add(photo(), JPEG)

    crowd.photos.remove(photo().id)
    crowd.photos.remove(photo().id)

    assert crowd.photos.all() == ()
    with pytest.raises(NoSuchPhoto):
        crowd.photos.jpeg(photo().id)


@pytest.mark.in_a_file
def test_a_picture_that_another_program_altered_is_told(crowd):
    crowd.photos.add(photo(), JPEG)
    path = crowd.place.path
    crowd.close()
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE photo_image SET jpeg = x'ffd8'")
        other.commit()

    with open_cafe(path) as cafe:
        faults = cafe.cafes.faults()

    assert [fault.kind for fault in faults] == [FaultKind.PICTURE]


def test_what_was_printed_is_kept_each_piece_once(crowd):
    first = Printing(artefact="tents", unit="table 3", digest="a", at=NOON)
    again = replace(first, digest="b")
    whole = Printing(artefact="door-list", digest="c", at=NOON)
    form = PrintedForm(version="k3", prompts=("Trois retours",), tables=12, rows=("n1",))

    crowd.printed.note([first, whole], form=form)
    crowd.printed.note([again], form=replace(form, tables=13))

    assert crowd.cafes.snapshot().printed == {again, whole}
    assert crowd.cafes.snapshot().forms == {form}
    crowd.printed.forget([("tents", "table 3")])
    assert crowd.cafes.snapshot().printed == {whole}
    assert crowd.cafes.faults() == ()


def test_sheets_that_neither_came_nor_stayed_blank_are_missing(crowd):
    sheets = [SheetPlace(round=r, table=t) for t in range(2) for r in range(2)]
    crowd.photos.add(photo(table=0, round=0), JPEG)
    crowd.photos.say_blank([sheets[2]])

    shot = crowd.cafes.snapshot()
    missing = missing_sheets(sheets, first_pictures(shot.photos), shot.blank)

    assert missing == (SheetPlace(round=1, table=0), SheetPlace(round=1, table=1))


def test_how_it_stands_with_a_picture_is_told():
    first, again = photo(table=0, round=0), photo("b", table=0, round=0)
    lost, strange = photo("c", unfiled=Unfiled.SEVERAL), photo("d", unfiled=Unfiled.OTHER_CAFE)
    received = first_pictures([first, again, lost, strange])

    statuses = [status_of(each, received) for each in (first, again, lost, strange)]

    expected = [PhotoStatus.FILED, PhotoStatus.TWICE, PhotoStatus.UNKNOWN, PhotoStatus.FOREIGN]
    assert statuses == expected


@pytest.mark.parametrize("shown", Shown)
def test_only_pictures_whose_people_agreed_may_leave_the_house(shown):
    wanted = shown in (Shown.NOBODY, Shown.AGREED)

    assert photo(shown=shown, is_chosen=True).may_be_published is wanted
    assert not photo(shown=shown).may_be_published
