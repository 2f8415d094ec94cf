"""The code on sheets and stickers: read back as it was written, or said why not."""

import re
from base64 import b32decode, b32encode
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_sheet_layout import shapes
from wcafe.domain.badges import badge_code
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.sheet_code import NotRead, SheetCode, SheetKind, cafe_tag, read_sheet_code
from wcafe.domain.sheet_form import SheetForm
from wcafe.domain.sheet_layout import SheetLayout, SheetShape
from wcafe.domain.vote_layout import MOST_ROWS, VoteShape

FORM = SheetForm(("Findings",)).version
CODE = SheetCode(
    kind=SheetKind.HARVEST,
    cafe=cafe_tag("a café"),
    table=6,
    round_=1,
    page=0,
    shape=SheetShape(),
    form=FORM,
)

facts = {
    "cafe": st.builds(cafe_tag, st.uuids().map(str)),
    "table": st.integers(0, 999),
    "round_": st.integers(0, 19),
    "page": st.integers(0, 98),
    "form": st.text("0123456789ABCDEF", min_size=6, max_size=6),
}
kinds = st.sampled_from((SheetKind.HARVEST, SheetKind.STICKER))
vote_shapes = st.builds(VoteShape, paper=st.sampled_from(PaperSize), rows=st.integers(1, MOST_ROWS))
codes = st.one_of(
    st.builds(SheetCode, kind=kinds, shape=shapes, **facts),
    st.builds(SheetCode, kind=st.just(SheetKind.VOTES), shape=vote_shapes, **facts),
)


@given(codes)
def test_what_is_written_is_read_again(code):
    assert read_sheet_code(code.text) == code
    assert read_sheet_code(f" {code.text.lower()}\n") == code
    assert re.fullmatch(r"[A-Z0-9-]{33}", code.text)


@given(codes, st.integers(9, 32), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_one_wrong_sign_is_told_as_damage(code, place, sign):
    text = code.text
    broken = text[:place] + sign + text[place + 1 :]

    assert (read_sheet_code(broken) is NotRead.DAMAGED) is (broken != text)


def test_a_sheet_that_was_printed_before_is_read_by_the_places_it_was_drawn_by():
    """The code is one that the first version of sheets printed."""
    read = read_sheet_code("WCAFE-S1-F4T4TDOMYBQIAQO3O44H7I5I")

    old = replace(CODE.shape, paper=PaperSize.LETTER, version=1)
    assert read == replace(CODE, shape=old)
    assert SheetLayout(old).sentence != SheetLayout(replace(old, version=2)).sentence
    assert SheetLayout(old).sentence.height == pytest.approx(20.3)


@given(st.text())
def test_any_other_text_is_foreign(text):
    assert read_sheet_code(text) is NotRead.FOREIGN


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("https://example.org/t#abc", NotRead.FOREIGN),
        ("", NotRead.FOREIGN),
        (badge_code("dcc252d5-b5e4-4a50-a828-c7ad679b027e"), NotRead.BADGE),
        ("WCAFE-S3-ABCDEF", NotRead.NEWER),
        ("WCAFE-S12-ABCDEF", NotRead.NEWER),
        ("WCAFE-Q-ABCDEF", NotRead.NEWER),
        (CODE.text[:-1], NotRead.DAMAGED),
        (CODE.text + "A", NotRead.DAMAGED),
        ("WCAFE-S1-", NotRead.DAMAGED),
        ("WCAFE-?", NotRead.DAMAGED),
    ],
)
def test_what_is_no_code_of_a_sheet_is_said_why(text, why):
    assert read_sheet_code(text) is why


@pytest.mark.parametrize(
    ("bits", "shift"),
    [(0b11, 94), (1023, 44), (31, 39), (0b1111111, 32), (0b10100000, 24)],
    ids=["kind", "table", "round", "page", "shape"],
)
def test_a_whole_code_with_facts_no_sheet_has_today_is_of_a_later_wcafe(bits, shift):
    facts = int.from_bytes(b32decode(CODE.text.removeprefix("WCAFE-S2-"))[:12], "big")

    assert read_sheet_code(_written(facts | bits << shift)) is NotRead.NEWER
    assert read_sheet_code(_written(facts)) == CODE


@pytest.mark.parametrize(
    "facts", [{"table": 1000}, {"round_": 20}, {"page": 99}, {"table": -1}, {"form": "xyz"}]
)
def test_there_is_no_code_for_what_no_café_has(facts):
    with pytest.raises(ValueError, match="no sheet"):
        replace(CODE, **facts)


def test_the_tag_of_a_café_is_its_own():
    assert len({cafe_tag(str(number)) for number in range(5000)}) == 5000
    assert re.fullmatch("[0-9A-F]{10}", cafe_tag("a café"))


def _written(facts):
    raw = facts.to_bytes(12, "big")
    return "WCAFE-S2-" + b32encode(raw + sha256(b"WCAFE-S2-" + raw).digest()[:3]).decode()
