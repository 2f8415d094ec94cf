"""Harvest sheets on paper: what is drawn is where the reader looks for it, and says whose it is."""

import io
from dataclasses import replace

import numpy as np
import pypdf
import pytest

from tests.reports.conftest import text_of
from tests.reports.sheets import café, codes_on, in_grey, printed
from tests.reports.test_conformance import failures
from wcafe.domain.cafe import Table
from wcafe.domain.kinds import Kind, KindLabel
from wcafe.domain.paper_size import PaperSize
from wcafe.domain.rect import Rect
from wcafe.domain.sheet_code import SheetKind, cafe_tag
from wcafe.domain.sheet_form import form_of
from wcafe.domain.sheet_layout import SheetLayout
from wcafe.domain.sheets import SheetPlace
from wcafe.errors import NoOpenTable

PROMPTS = ("Ce que nous avons remarqué", "Ce que nous proposons")
FIVE = ("Retours", "Étonnement", "Analyse", "Propositions", "مرحبا بالجميع")
WHERE = {"tables": {1}, "rounds": {1}}

pytestmark = pytest.mark.slow  # draws pages


@pytest.fixture(scope="module", params=["two prompts", "crowded", "letter", "bare"])
def drawn(request, qapp):
    """A sheet in grey with its layout: as designed, and where there is least room."""
    facts, paper = {
        "two prompts": ({"prompts": PROMPTS}, PaperSize.A4),
        "crowded": ({"prompts": FIVE, "tables": 100}, PaperSize.LETTER),
        "letter": ({"prompts": PROMPTS, "language": "en"}, PaperSize.LETTER),
        "bare": ({"name": "", "question": ""}, PaperSize.A4),
    }[request.param]
    shot = café(**facts)
    document = printed(shot, paper=paper, **WHERE)
    (page,) = in_grey(document, dots=220)
    (code,) = codes_on(np.ascontiguousarray(page[::2, ::2]))
    return page, code, shot, document


def darkest(page, area, edge=0.0):
    """Return how dark the darkest spot of an area in millimetres is, `edge` left out around it."""
    return _cut(page, area, edge).min()


def _cut(page, area, edge=0.0):
    dot = page.shape[1] / (210.0 if page.shape[0] / page.shape[1] > 1.35 else 215.9)
    top, low = round((area.top + edge) * dot), round((area.bottom - edge) * dot)
    left, right = round((area.left + edge) * dot), round((area.right - edge) * dot)
    return page[top:low, left:right]


def _sides(area, stroke=0.5):
    """Yield the middle of each side, as wide as a stroke and the dots beside it."""
    across, down = area.width / 3, area.height / 3
    half = stroke / 2
    yield Rect(area.left - half, area.top + down, stroke, down)
    yield Rect(area.right - half, area.top + down, stroke, down)
    yield Rect(area.left + across, area.top - half, across, stroke)
    yield Rect(area.left + across, area.bottom - half, across, stroke)


def is_outlined(page, area):
    """Is there a dark line along each side of `area`, and nowhere in it darker than a digit?"""
    lines = all(_cut(page, side).min() < 100 for side in _sides(area))
    return bool(lines and darkest(page, area, 0.55) > 110)


def test_every_tick_box_is_drawn_where_the_layout_of_the_code_says(drawn):
    page, code, _shot, _document = drawn
    ticks = [tick for box in SheetLayout(code.shape).boxes for tick in box.ticks]

    assert all(is_outlined(page, tick) for tick in ticks)


def test_the_control_a_layout_that_is_a_millimetre_off_finds_no_tick_box(drawn):
    page, code, _shot, _document = drawn
    ticks = [tick for box in SheetLayout(code.shape).boxes for tick in box.ticks]
    moved = [replace(tick, left=tick.left + 1, top=tick.top + 1) for tick in ticks]

    assert not any(is_outlined(page, tick) for tick in moved)


def test_four_marks_stand_in_the_corners_and_the_first_has_a_hole(drawn):
    page, code, _shot, _document = drawn
    sheet = SheetLayout(code.shape)

    assert all(_cut(page, mark, 0.2).max() == 0 for mark in sheet.marks[1:])
    assert _cut(page, sheet.hole, 0.2).min() == 255
    assert _cut(page, sheet.marks[0], 0.2).mean() < 100


def test_where_people_write_there_are_only_pale_lines(drawn):
    page, code, _shot, _document = drawn
    sheet = SheetLayout(code.shape)
    zones = [box.writing for box in sheet.boxes] + [sheet.sentence_writing]

    assert all(darkest(page, zone) > 150 for zone in zones)
    assert all((_cut(page, zone).min(axis=1) < 220).any() for zone in zones)


def test_nothing_but_the_marks_and_the_foot_lies_outside_the_parts_of_the_layout(drawn):
    page, code, _shot, _document = drawn
    sheet, bare = SheetLayout(code.shape), np.array(page)
    cup = Rect(sheet.left, sheet.sentence.top, 27, sheet.sentence.height)
    bands = [box.heading for box in sheet.boxes if box.heading]
    outlines = [box.outline for box in sheet.boxes]
    for part in (*sheet.marks, sheet.head, sheet.foot, sheet.sentence, cup, *bands, *outlines):
        _cut(bare, part, -0.3)[:] = 255

    assert bare.min() == 255


def test_the_code_tells_the_sheet(drawn):
    _page, code, shot, _document = drawn

    assert code.kind is SheetKind.HARVEST
    assert code.place == SheetPlace(round=1, table=1)
    assert code.cafe == cafe_tag(shot.cafe.id)
    assert code.form == form_of(shot.cafe).version


def test_a_sheet_conforms_and_is_read_in_the_order_in_which_it_is_filled_in(drawn):
    _page, _code, shot, document = drawn
    is_french = shot.cafe.language == "fr"
    parts = [
        "Table 2",
        shot.cafe.questions.texts[0][:10],
        "Une idée par case" if is_french else "One idea a box",
        *(shot.cafe.prompts[:2] or ["Ce que nous retenons"]),
        "S’il ne restait" if is_french else "If only one",
    ]
    places = [text_of(document).index(part) for part in parts if part]

    assert places == sorted(places)
    assert failures(document.pdf) == []
    assert document.cut == ()
    assert document.unprintable == frozenset()


def test_each_page_has_its_code_also_upside_down_and_small(qapp):
    document = printed(café(tables=2, rounds=3))
    pages = in_grey(document, dots=110)

    found = [codes_on(page) for page in pages]
    turned = [codes_on(np.ascontiguousarray(np.rot90(page, 2))) for page in pages]

    assert found == turned
    assert [code.place for (code,) in found] == [
        SheetPlace(round=round_, table=table) for table in range(2) for round_ in range(3)
    ]


def test_only_open_tables_and_those_asked_for_have_sheets(qapp):
    shot = café()
    tables = (Table(closed=frozenset({1})), Table(), Table(closed=frozenset({0, 1})))
    shot = replace(shot, cafe=replace(shot.cafe, tables=tables))

    def places(**options):
        pages = in_grey(printed(shot, **options), dots=110)
        return [(code.table, code.round_) for page in pages for code in codes_on(page)]

    assert places() == [(0, 0), (1, 0), (1, 1)]
    assert places(tables={1, 2}) == [(1, 0), (1, 1)]
    assert places(rounds={1}) == [(1, 1)]
    with pytest.raises(NoOpenTable):
        printed(shot, tables={2})


def test_a_café_without_a_plan_has_sheets_and_says_that_there_is_none():
    document = printed(replace(café(), plan=None), **WHERE)

    assert "sans plan" in text_of(document)


def test_more_prompts_than_boxes_take_a_second_sheet_and_none_is_lost(qapp):
    prompts = tuple(f"Consigne {number} : « œuvre » <b>" for number in range(7))
    document = printed(café(prompts=prompts), **WHERE)
    codes = [code for page in in_grey(document, dots=110) for code in codes_on(page)]

    assert [code.place.page for code in codes] == [1, 2]
    assert [len(code.shape.headed) for code in codes] == [4, 3]
    assert all(f"Consigne {number}" in text_of(document) for number in range(7))
    assert "feuille 2" in text_of(document)


def test_long_texts_become_small_before_they_are_cut_and_what_is_cut_is_told():
    label = KindLabel(kind=Kind.STORY, one="Anticonstitutionnellement-vôtre")
    name = "L’aménagement des espaces publics, pour les personnes âgées "
    long = café(
        name=name, question=" ".join(["Pourquoi"] * 33), prompts=("p " * 150,), kind_labels=()
    )
    cut = café(kind_labels=(label,))

    assert printed(long, **WHERE).cut == ()
    assert printed(cut, **WHERE).cut == (label.one,)


def test_the_bookmarks_list_each_table_once():
    document = printed(café(tables=3, rounds=3))
    listed = pypdf.PdfReader(io.BytesIO(document.pdf)).outline

    assert [entry.title for entry in listed] == [f"Table {n} · Écoles" for n in (1, 2, 3)]


def test_a_screen_reader_hears_of_each_box_what_is_ticked_there():
    document = printed(café(kind_labels=(KindLabel(kind=Kind.IDEA, one="<envie>"),)), **WHERE)
    alternatives = list(_alternatives(document))

    assert [told for told in alternatives if told.startswith("Case 1")] == [
        "Case 1 : lignes pour écrire. À cocher : ce que c’est (constat, <envie>, question, "
        "tension, récit, citation, action) ; qui le porte (toute la table, une personne) ; la "
        "table d’où cela vient, chiffre par chiffre (unité)."
    ]
    assert len(alternatives) == 7  # the code, five boxes, the last sentence


def _alternatives(document):
    import io

    reader = pypdf.PdfReader(io.BytesIO(document.pdf))
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop(0).get_object()
        if isinstance(node, list):
            waiting = [*node, *waiting]
        elif isinstance(node, dict):
            if "/Alt" in node:
                yield str(node["/Alt"]).replace("\u202f", " ").replace("\u00a0", " ")
            if "/K" in node:
                waiting.insert(0, node["/K"])
