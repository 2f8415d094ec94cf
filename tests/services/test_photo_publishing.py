"""The pictures that are published: few, small, upright or straight, with nothing in their files."""

import io
import sqlite3
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from tests.photographed import photograph_sheets
from wcafe.app import create_cafe, open_cafe
from wcafe.domain.cafe import draft
from wcafe.domain.photos import Shown
from wcafe.domain.sheets import SheetPlace
from wcafe.errors.pictures import LostPicture

pytestmark = pytest.mark.slow  # each picture has processes of its own


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A café with a photo that says where it was taken, red on its left; and one of a sheet."""
    folder = tmp_path_factory.mktemp("published")
    cafe = draft(title="Rue", language="fr", rounds=2, tables=3, questions=(), day=None)
    create_cafe(folder / "café.wcafe", cafe)
    shots = folder / "shots"
    shots.mkdir()
    image, exif = Image.new("RGB", (1800, 1000), "white"), Image.Exif()
    image.paste("red", (0, 0, 900, 1000))
    exif[0x010F], exif[0x8825] = "SECRET CAMERA", {1: "N", 2: (48.0, 27.0, 0.0)}
    image.save(shots / "a.jpg", exif=exif)
    photograph_sheets(cafe, shots, [1], blur=0.3, noise=2.0)
    with open_cafe(folder / "café.wcafe") as opened:
        filing = opened.photos.filing
        sheet, one = (each.photo for each in filing.take_in(filing.find([shots])))
        assert len(sheet.corners) == 4
        place = SheetPlace(table=0, round=0, page=0)
        filed = opened.photos.file(one.id, place)
        chosen = {"is_chosen": True, "shown": Shown.NOBODY}
        opened.photos.change(
            {one.id: replace(filed, turns=1, **chosen), sheet.id: replace(sheet, **chosen)}
        )
    return folder


def test_they_are_small_and_upright_or_straight_and_hold_nothing_but_pixels(folder):
    with open_cafe(folder / "café.wcafe", is_read_only=True) as cafe:
        shot = cafe.cafes.snapshot()
        made = cafe.photos.publishing.pictures(shot)
        again = cafe.photos.publishing.pictures(shot)

    sheet, turned = (Image.open(io.BytesIO(made[each.id])) for each in shot.photos)
    assert turned.size == (667, 1200)
    above, below = (np.asarray(turned)[y, 300].tolist() for y in (200, 1000))
    assert above[0] > 200 > 60 > above[1]
    assert min(below) > 240
    assert sheet.size == (848, 1200)  # a whole A4, and nothing around it
    mark = np.asarray(sheet.convert("L"))[1160, 34:48]  # the lower left corner mark of the sheet
    assert mark.min() < 100
    for each in made.values():
        assert not Image.open(io.BytesIO(each)).getexif()
        assert b"SECRET" not in each
        assert b"Exif" not in each
    assert all(again[key] is made[key] for key in made)  # nothing was made twice


def test_what_people_did_not_agree_to_is_not_even_read(folder, tmp_path):
    path = tmp_path / "copy.wcafe"
    path.write_bytes((folder / "café.wcafe").read_bytes())
    with open_cafe(path) as cafe:
        first, second = cafe.photos.all()
        cafe.photos.change(
            {
                first.id: replace(first, shown=Shown.REFUSED),
                second.id: replace(second, shown=Shown.ASK),
            }
        )

        assert cafe.photos.publishing.pictures(cafe.cafes.snapshot()) == {}


DAMAGE = {
    "cut": "UPDATE photo_image SET jpeg = substr(jpeg, 1, 40)",
    "another one": "UPDATE photo_image SET jpeg = (SELECT max(jpeg) FROM photo_image)",
    "gone": "DELETE FROM photo_image",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_picture_that_is_not_the_one_that_was_kept_is_told_and_not_published(
    tmp_path, folder, damage
):
    path = tmp_path / "copy.wcafe"
    path.write_bytes((folder / "café.wcafe").read_bytes())
    with closing(sqlite3.connect(path)) as other:
        other.execute(DAMAGE[damage])
        other.commit()

    with (
        open_cafe(path, is_read_only=True) as cafe,
        pytest.raises(LostPicture, match=r"The photo (a|IMG_2031)\.jpg is damaged"),
    ):
        cafe.photos.publishing.pictures(cafe.cafes.snapshot())


def test_a_picture_that_was_removed_meanwhile_is_left_out(tmp_path, folder):
    path = tmp_path / "copy.wcafe"
    path.write_bytes((folder / "café.wcafe").read_bytes())
    with open_cafe(path) as cafe:
        before = cafe.cafes.snapshot()
        for photo in before.photos:
            cafe.photos.remove(photo.id)

        assert cafe.photos.publishing.pictures(before) == {}
