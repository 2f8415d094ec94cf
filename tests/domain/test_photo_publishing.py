"""Which photos leave the house, in which order, and what is said of those that do not."""

import pytest

from tests.published import photo
from wcafe.domain.notes import Note, NoteId
from wcafe.domain.photo_publishing import (
    photo_alternative,
    photo_caption,
    photos_aside,
    published_names,
    published_photos,
    tell_photos,
)
from wcafe.domain.photos import Shown
from wcafe.i18n import ENGLISH, words_for

WITHHELD = Note(id=NoteId("n"), table=0, round=0, text="Un nom", withheld="nomme un voisin")


@pytest.mark.parametrize("shown", Shown)
@pytest.mark.parametrize("is_chosen", [True, False])
def test_only_what_was_chosen_and_shows_nobody_who_is_to_be_asked_is_published(shown, is_chosen):
    one = photo(0, shown=shown, is_chosen=is_chosen)

    may = is_chosen and shown in (Shown.NOBODY, Shown.AGREED)
    assert published_photos([one], []) == ((one,) if may else ())


def test_a_photo_of_a_note_that_is_withheld_stays_in_the_house():
    one = photo(0, typed=((1, NoteId("m")), (2, NoteId("n"))))

    assert published_photos([one], [WITHHELD]) == ()
    assert photos_aside([one], [WITHHELD]).withheld == 1
    assert published_photos([one], []) == (one,)


def test_they_stand_by_table_and_round_and_those_of_no_table_last():
    nowhere = photo(0, table=None, round=None)
    late, second, first = photo(1, table=3), photo(2, table=1, round=1), photo(3, table=1)

    shown = published_photos([nowhere, late, second, first], [])

    assert shown == (first, second, late, nowhere)
    assert [name for _photo, name in published_names(shown)][::3] == [
        "photo-01.jpg",
        "photo-04.jpg",
    ]


def test_what_nobody_described_has_words_that_are_true_and_never_empty():
    blank = {"alternative": " \n"}
    french = words_for("fr")

    said = [
        photo_alternative(each, ENGLISH)
        for each in (
            photo(5, round=1, **blank),
            photo(5, round=1, page=0, **blank),
            photo(5, table=None, round=None, **blank),
            photo(5),
        )
    ]

    assert said == [
        "Photo of the sheet of table 6, round 2",
        "Photo from table 6, round 2",
        "Photo whose table and round are not known",
        "Une affiche, la 5e",
    ]
    assert photo_caption(photo(5, round=1, page=0), french) == "Table 6, ronde 2"
    assert photo_caption(photo(5, table=None, round=None), ENGLISH) == "Table and round not known"


def test_what_is_left_out_or_has_no_words_is_counted_and_told():
    photos = [
        photo(0, shown=Shown.REFUSED),
        photo(1, shown=Shown.ASK),
        photo(2, typed=((1, NoteId("n")),)),
        photo(3, alternative=""),
        photo(4),
        photo(5, is_chosen=False, shown=Shown.ASK, alternative=""),
    ]

    assert tell_photos(photos_aside(photos, [WITHHELD]), ENGLISH) == (
        "2 chosen photos are left out, as people on them have not agreed.",
        "1 chosen photo is left out, as a note on it is withheld.",
        "1 photo has no alternative text: say in Harvest › Photos what it shows.",
    )
    assert tell_photos(photos_aside(photos[4:], []), ENGLISH) == ()
