"""Stickers for tablecloths: a photo of the cloth finds its table and round by them."""

from dataclasses import replace

import pytest

from tests.reports.conftest import text_of
from tests.reports.sheets import QUESTION, café, codes_on, in_grey, printed
from tests.reports.test_conformance import failures
from wcafe.domain.badge_sizes import badge_sheet
from wcafe.domain.cafe import Table
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.sheet_code import SheetKind
from wcafe.errors import BadgesOnOtherPaper, NoOpenTable

pytestmark = pytest.mark.slow  # draws pages


@pytest.mark.parametrize("paper", PaperSize)
def test_there_is_a_sticker_for_each_table_and_round_by_its_code(qapp, paper):
    shot = café(tables=6, rounds=3, language="en")
    document = printed(shot, "stickers", paper=paper)
    pages = in_grey(document, dots=150)

    codes = [code for page in pages for code in codes_on(page)]

    assert len(pages) == 3  # of eight
    assert {(code.table, code.round_) for code in codes} == {
        (table, round_) for table in range(6) for round_ in range(3)
    }
    assert len(codes) == 18
    assert {code.kind for code in codes} == {SheetKind.STICKER}
    assert failures(document.pdf) == []


def test_a_sticker_says_its_table_round_and_question():
    said = " ".join(text_of(printed(café(), "stickers", tables={2}, rounds={0})).split())

    for words in ("Table 3 · Écoles", "ronde 1 sur 2", "T3·R1", *QUESTION.split()[:3]):
        assert words in said


def test_a_table_that_is_closed_in_a_round_has_no_sticker_for_it(qapp):
    shot = café()
    tables = (Table(closed=frozenset({0})), Table(closed=frozenset({0, 1})))
    shot = replace(shot, cafe=replace(shot.cafe, tables=tables))
    (page,) = in_grey(printed(shot, "stickers"), dots=150)

    assert [(code.table, code.round_) for code in codes_on(page)] == [(0, 1)]
    with pytest.raises(NoOpenTable):
        printed(shot, "stickers", tables={1})


@pytest.mark.parametrize(
    ("size", "paper"),
    [("l7163", PaperSize.A4), ("L7160", PaperSize.A4), ("5163", PaperSize.LETTER)],
)
def test_on_labels_each_sticker_stays_inside_its_own(qapp, size, paper):
    document = printed(café(tables=5, rounds=2), "stickers", size=size, paper=paper)
    sheet = badge_sheet(size, paper)
    (page,) = in_grey(document, dots=200)

    assert len(codes_on(page)) == 10
    dot, bare = page.shape[1] / sheet.page[0], page.copy()
    for place in range(sheet.badges):
        row, column = divmod(place, sheet.columns)
        left = sheet.left + column * (sheet.width + sheet.across)
        top = sheet.top + row * (sheet.height + sheet.down)
        inside = [left + 1, left + sheet.width - 1, top + 1, top + sheet.height - 1]
        first, last, high, low = (round(side * dot) for side in inside)
        bare[high:low, first:last] = 255
    assert bare.min() == 255


def test_a_size_that_there_is_not_on_this_paper_is_refused():
    with pytest.raises(BadgesOnOtherPaper):
        printed(café(), "stickers", size="l7163", paper=PaperSize.LETTER)


def test_names_and_questions_stay_whole_at_eight_points_and_what_is_left_out_is_told():
    name, long = "Les espaces publics", " ".join(["Pourquoi"] * 33)
    whole = printed(café(name=name, question=long[:215]), "stickers", tables={1})
    too_long = printed(café(name=name * 6, question=long * 2), "stickers", tables={1})

    assert whole.cut == ()
    assert name in " ".join(text_of(whole).split())
    assert {said[:9] for said in too_long.cut} == {"Table 2 ·", "Pourquoi "}
