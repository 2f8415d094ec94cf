"""Dots that were counted become votes: once each, added up over walls, and taken back whole."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from wcafe.app import create_cafe, open_cafe
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.artefacts import HANDOUTS
from wcafe.domain.cafe import draft
from wcafe.domain.handouts import VOTES
from wcafe.domain.kinds import Kind
from wcafe.domain.photos import PhotoStatus, Unfiled
from wcafe.domain.pictures import FoundCode, ReadPicture
from wcafe.domain.sheet_code import read_sheet_code
from wcafe.domain.sheets import SheetPlace
from wcafe.domain.synthesis import Theme
from wcafe.domain.text import new_id
from wcafe.domain.votes import row_read, vote_code, with_votes, without_votes
from wcafe.errors import BadVotes
from wcafe.errors.votes import VotesKept
from wcafe.services.printing import note_printed
from wcafe.services.sheets import sheets_standing
from wcafe.services.votes import rows_on, theme_votes, vote_form

NOW = datetime(2026, 11, 26, 18, tzinfo=UTC)
PLACE = ((10.0, 10.0), (40.0, 10.0), (40.0, 40.0), (10.0, 40.0))


@pytest.fixture
def cafe(tmp_path):
    path = tmp_path / "café.wcafe"
    create_cafe(path, draft(title="Café", language="fr", rounds=2, tables=3))
    with open_cafe(path) as opened:
        yield opened


def say(cafe, text, kind=Kind.IDEA, table=0):
    return cafe.notes.add(table=table, round_=0, kind=kind, text=text).note


def print_votes(cafe):
    snapshot = cafe.cafes.snapshot()
    note_printed(cafe, HANDOUTS[VOTES], snapshot, PrintOptions(), NOW)
    return vote_form(snapshot)


def photograph(cafe, form, dots, *, copy=0, digest=None, code=None):
    """Take in a picture of the first sheet on which so many dots were read."""
    text = code or vote_code(cafe.cafes.get().id, form, 0, copy=copy)
    picture = ReadPicture(
        name=f"mur {copy + 1}.jpg",
        digest=digest or new_id(),
        jpeg=b"\xff\xd8 picture",
        width=1200,
        height=1600,
        codes=(FoundCode(text=text, sheet=read_sheet_code(text), place=PLACE),),
        corners=PLACE,
        boxes=tuple(row_read(row, number) for row, number in enumerate(dots, start=1)),
    )
    return cafe.photos.filing.keep(picture)


def keep(cafe, photo, counts=None):
    rows = rows_on(photo, cafe.cafes.snapshot())
    counts = counts or {row.row: row.dots for row in rows if row.dots is not None}
    wanted = with_votes(photo, counts, tuple(row.id for row in rows))
    return cafe.photos.votes.change(wanted)


def votes(cafe):
    return [note.votes for note in cafe.notes.all()]


def test_dots_become_votes_once_and_are_taken_back_whole(cafe):
    say(cafe, "Des bancs")
    say(cafe, "Des arbres")
    taken = photograph(cafe, print_votes(cafe), (5, 0))
    assert taken.status is PhotoStatus.FILED
    assert votes(cafe) == [None, None]  # nothing is kept that nobody asked to keep

    before = keep(cafe, taken.photo)
    assert votes(cafe) == [5, 0]
    keep(cafe, cafe.photos.get(taken.photo.id))
    assert votes(cafe) == [5, 0]

    cafe.photos.votes.change(before)
    assert votes(cafe) == [None, None]


def test_the_same_sheet_sent_twice_is_told_and_another_copy_adds_up(cafe):
    say(cafe, "Des bancs")
    form = print_votes(cafe)
    first = photograph(cafe, form, (5,), digest="one")
    again = photograph(cafe, form, (5,), digest="one")
    retaken = photograph(cafe, form, (5,), digest="two")
    other = photograph(cafe, form, (7,), copy=1)

    assert (again.is_known, again.status) == (True, PhotoStatus.TWICE)
    assert (retaken.status, other.status) == (PhotoStatus.TWICE, PhotoStatus.FILED)
    for each in (first, other):
        keep(cafe, each.photo)
    assert votes(cafe) == [12]

    cafe.photos.votes.change(without_votes(cafe.photos.get(other.photo.id)))
    assert votes(cafe) == [5]


def test_a_count_that_is_mended_later_changes_the_votes_by_the_difference(cafe):
    note = say(cafe, "Des bancs")
    photo = photograph(cafe, print_votes(cafe), (None,)).photo
    assert photo.boxes[0].unsure == ("dots",)
    typed = cafe.notes.get(note)
    cafe.notes.change({replace(typed, votes=2): typed.rev})  # counted by hand on another wall

    keep(cafe, photo, {1: 8})
    assert votes(cafe) == [10]
    keep(cafe, cafe.photos.get(photo.id), {1: 9})
    assert votes(cafe) == [11]


def test_dots_for_themes_stand_with_their_pictures_and_are_added_up(cafe):
    themes = [Theme(id=new_id(), name=name) for name in ("Se croiser", "La nuit")]
    cafe.synthesis.arrange(themes)
    form = print_votes(cafe)
    for copy, dots in enumerate(((3, 4), (2, None))):
        keep(cafe, photograph(cafe, form, dots, copy=copy).photo)

    snapshot = cafe.cafes.snapshot()
    assert theme_votes(snapshot) == {themes[0].id: 5, themes[1].id: 4}
    assert [row.words for row in rows_on(snapshot.photos[0], snapshot)] == ["Se croiser", "La nuit"]


def test_a_note_that_is_gone_or_has_too_many_gets_none_and_nothing_else_is_lost(cafe):
    gone, stays = say(cafe, "Des bancs"), say(cafe, "Des arbres")
    photo = photograph(cafe, print_votes(cafe), (3, 4)).photo
    cafe.notes.delete(gone, base=1)
    keep(cafe, photo)
    assert votes(cafe) == [4]
    assert cafe.notes.get(stays).votes == 4

    with pytest.raises(BadVotes):
        keep(cafe, cafe.photos.get(photo.id), {1: 3, 2: 10_001})
    assert votes(cafe) == [4]
    assert [box.dots for box in cafe.photos.get(photo.id).boxes] == [3, 4]


def test_a_picture_stays_while_its_dots_are_votes(cafe):
    say(cafe, "Des bancs")
    photo = photograph(cafe, print_votes(cafe), (3,)).photo
    keep(cafe, photo)

    with pytest.raises(VotesKept):
        cafe.photos.remove(photo.id)
    with pytest.raises(VotesKept):
        cafe.photos.file(photo.id, SheetPlace(table=0, round=0))
    cafe.photos.votes.change(without_votes(cafe.photos.get(photo.id)))
    cafe.photos.remove(photo.id)
    assert cafe.photos.all() == ()


def test_a_sheet_of_which_nobody_knows_the_rows_is_not_filed(cafe):
    say(cafe, "Des bancs")
    form = print_votes(cafe)
    say(cafe, "Des arbres")
    never_printed = vote_form(cafe.cafes.snapshot())
    other_cafe = vote_code("7b6d2c2e-8f6c-4a43-9f2a-0f9b8a4f2c11", form, 0)

    assert photograph(cafe, never_printed, (1, 1)).photo.unfiled is Unfiled.OTHER_FORM
    assert photograph(cafe, form, (1,), code=other_cafe).photo.unfiled is Unfiled.OTHER_CAFE
    assert photograph(cafe, form, (1,)).photo.unfiled is None  # as it was printed


def test_dot_vote_sheets_count_for_no_harvest_sheet(cafe):
    say(cafe, "Des bancs")
    photograph(cafe, print_votes(cafe), (1,))
    standing = sheets_standing(cafe.cafes.snapshot())

    assert (len(standing.expected), len(standing.missing), standing.unfiled) == (6, 6, 0)
