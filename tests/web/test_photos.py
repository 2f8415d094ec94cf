"""Photos that phones send: made safe, filed at their table, told as kept once they are."""

import hashlib
import io
from uuid import uuid4

import pytest
from PIL import Image

from wcafe.domain.photos import Photo
from wcafe.services import phone_photos

JPEG = {"Content-Type": "image/jpeg"}


def picture(side=64, **said):
    held = io.BytesIO()
    Image.effect_noise((side, side), 60).convert("RGB").save(held, "JPEG", **said)
    return held.getvalue()


def send(phone, jpeg, photo=None, *, headers=JPEG, **said):
    said = {"round": 1, "op": str(uuid4()), **said}
    query = "&".join(f"{name}={value}" for name, value in said.items())
    return phone.ask("PUT", f"/api/v1/photos/{photo or uuid4()}?{query}", jpeg, headers=headers)


def test_a_photo_is_kept_at_its_table_without_what_the_camera_wrote(cafe, phone):
    exif = Image.Exif()
    exif[0x010F] = "Kanarienvogel"
    jpeg, photo, operation = picture(exif=exif), str(uuid4()), str(uuid4())
    assert b"Kanarienvogel" in jpeg
    told = send(phone, jpeg, photo, round=2, op=operation)

    assert told.status == 200, told.raw
    assert told.json == {
        "wcafe": 1,
        "event": phone.event,
        "op": operation,
        "photo": photo,
        "hash": hashlib.sha256(jpeg).hexdigest(),
    }
    (kept,) = cafe.photos.all()
    assert (kept.id, kept.table, kept.round, kept.page) == (photo, 0, 1, 0)
    assert b"Kanarienvogel" not in cafe.photos.jpeg(kept.id)


def test_the_same_photo_again_is_kept_once_and_another_by_its_id_is_refused(cafe, phone):
    jpeg, photo = picture(), str(uuid4())
    first, again = send(phone, jpeg, photo), send(phone, jpeg, photo)
    other = send(phone, picture(), photo)

    assert (first.status, again.status, other.status) == (200, 200, 409)
    assert len(cafe.photos.all()) == 1


def test_a_photo_may_belong_to_a_note_of_the_table_and_to_no_other(anybody, codes, cafe, phone):
    note, other = str(uuid4()), anybody.join(codes[1])
    phone.put(phone.wish(), note)

    assert send(phone, picture(), note=note).status == 200
    assert send(other, picture(), note=note).status == 403
    assert [photo.typed for photo in cafe.photos.all()] == [((0, note),)]


def test_what_is_no_photo_is_refused_and_nothing_is_kept(cafe, phone):
    png = io.BytesIO()
    Image.new("RGB", (9, 9)).save(png, "PNG")
    for jpeg, said, status in (
        (b"%PDF-1.4", {}, 422),
        (png.getvalue(), {}, 422),
        (picture()[:200], {}, 422),
        (picture(), {"round": 9}, 422),
        (picture(), {"round": 0}, 422),
        (picture(), {"round": "x"}, 422),
        (picture(), {"table": 2}, 403),
        (picture(), {"op": "1"}, 422),
        (picture(), {"headers": {"Content-Type": "image/png"}}, 415),
        (picture(), {"headers": {**JPEG, "Content-Length": "12000001"}}, 413),
    ):
        told = send(phone, jpeg, **said)
        assert (told.status, told["wcafe"]) == (status, 1), said
    assert cafe.photos.all() == ()


@pytest.mark.parametrize("limit", ["MOST_OF_TABLE", "MOST_BYTES_OF_TABLE", "MOST_BYTES"])
def test_a_table_sends_no_more_than_there_is_room_for(monkeypatch, cafe, phone, limit):
    first = picture()
    monkeypatch.setattr(phone_photos, limit, 1 if limit == "MOST_OF_TABLE" else len(first) + 900)
    assert send(phone, first).status == 200
    told = send(phone, picture())

    assert (told.status, told["error"]) == (413, "too_many_photos")
    assert len(cafe.photos.all()) == 1
    assert isinstance(cafe.photos.all()[0], Photo)
