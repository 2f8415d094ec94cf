"""What is read at a door or a table is large enough, and stands where it is looked for."""

import io
from dataclasses import replace

import pypdf
import pytest

from tests.reports.conftest import NOW, seen_at_the_door, snapshot
from tests.reports.test_table_handouts import drawn
from wcafe.domain.artefact import PrintOptions
from wcafe.domain.paper_size import PaperSize
from wcafe.reports import make_document

WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
LONG = "Marie-Antoinette-Joséphine Élisabeth-Charlotte-Philippine de Kervenoaël-Bréhat"


def with_long_names(rounds=3):
    shot = snapshot(people=12, rounds=rounds, notes=False)
    first, second, *others = shot.people
    host = replace(first, given="", family=LONG)
    people = (host, second, *(replace(each, family=f"{WORD} {n}") for n, each in enumerate(others)))
    named = tuple(replace(table, name=f"{LONG} {LONG}") for table in shot.cafe.tables)
    return replace(shot, people=people, cafe=replace(shot.cafe, tables=named))


def drawn_on(key, shot, **options):
    document = make_document(key, shot, NOW, PrintOptions(**options))
    pages = pypdf.PdfReader(io.BytesIO(document.pdf)).pages
    return document, [each for page in pages for each in drawn(page)]


@pytest.mark.parametrize("key", ["table-list", "door-list", "sign-in"])
@pytest.mark.parametrize("rounds", [3, 8])
def test_no_name_of_a_list_is_smaller_than_seven_points_and_one_that_is_parted_is_told(key, rounds):
    document, texts = drawn_on(key, with_long_names(rounds))

    assert min(size for _text, _x, _y, size, _up in texts) >= 7
    assert any(WORD in name for name in document.cut) is (key != "door-list")  # it has room for it
    assert LONG not in document.cut


@pytest.mark.parametrize(
    ("size", "paper"), [("a7", PaperSize.A4), ("l7160", PaperSize.A4), ("5163", PaperSize.LETTER)]
)
def test_no_words_of_a_sticker_are_smaller_than_eight_points(size, paper):
    document, texts = drawn_on("stickers", with_long_names(), size=size, paper=paper)

    assert min(each[3] for each in texts) >= 8
    assert all(said.startswith(("Table", LONG)) for said in document.cut)


@pytest.mark.parametrize("paper", PaperSize)
def test_a_certificate_begins_where_a_letter_does(paper):
    _document, texts = drawn_on("certificates", seen_at_the_door(snapshot(people=4)), paper=paper)

    highest = max(y for text, _x, y, size, _up in texts if size >= 20)
    assert paper.millimetres[1] - highest * 25.4 / 72 < 35


def test_the_name_of_a_host_stays_in_one_piece():
    _document, texts = drawn_on("host-kit", with_long_names())

    begun = [n for n, each in enumerate(texts) if each[0].startswith("Marie-Antoinette")]
    assert len(begun) >= 3
    for start in begun:
        ended = next(each for each in texts[start:] if each[0].endswith("Kervenoaël-Bréhat"))
        assert 0 <= texts[start][2] - ended[2] < 60
