"""Writing on the phone: typing, kept on this phone, saved by the computer."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.slow


def test_what_is_typed_is_kept_and_what_is_added_is_saved(phone, room):
    phone.join()
    phone.type("Un jardin derrière la médiathèque")
    phone.is_kept()

    assert room.texts == []
    phone.add()
    phone.is_saved("Un jardin derrière la médiathèque")

    assert room.texts == ["Un jardin derrière la médiathèque"]
    assert [kept.round for kept in room.notes.values()] == [1]
    assert "#" not in phone.page.url
    expect(phone.page.locator("#where")).to_have_text("Table 1 · Nature")
