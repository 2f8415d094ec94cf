"""Names and notes in the scripts of the world: each with letters, whole, on sound pages."""

import io
import re
from dataclasses import replace

import pypdf
import pytest

from tests.reports.conftest import NOW, report_of, snapshot
from tests.reports.test_conformance import failures
from wcafe.domain.badge_sizes import badge_sheet
from wcafe.domain.paper_size import PaperSize
from wcafe.paths import resource_dir
from wcafe.reports import make_document
from wcafe.reports.handouts.badge_names import name_styles
from wcafe.reports.handouts.badge_size import size_on
from wcafe.reports.pages.fitting import height_of, lines_of
from wcafe.reports.pages.fonts import SERIF, reach_of, unprintable

PEOPLE = {
    "Latin": ("Łukasz", "Żółć-Quéméneur", "Kraków"),
    "Arabic": ("محمد", "بن عبد الله الشريف", "جامعة"),
    "Hebrew": ("שירה", "בן דוד כהן", "עירייה"),
    "Thai": ("สมชาย", "วงศ์สวัสดิ์เจริญ", "น้ำ"),
    "Devanagari": ("देवी", "शर्मा क्षत्रिय", "हिन्दी"),
    "Korean": ("민준", "김", "서울시"),
    "Chinese": ("小龙", "李", "上海"),
    "Japanese": ("太郎", "田中", "東京"),
}


def café_in(script):
    shot = snapshot(people=8)
    given, family, place = PEOPLE[script]
    people = tuple(
        replace(person, given=given, family=family, organisation=place) for person in shot.people
    )
    said = f"{given} {family} ({place}) ! " * 6
    notes = tuple(replace(note, text=said) for note in shot.notes[:9])
    return replace(shot, people=people, notes=notes, themes=())


@pytest.mark.slow
@pytest.mark.parametrize("script", PEOPLE)
def test_every_script_is_printed_on_pages_that_conform(script):
    shot = café_in(script)
    made = [make_document(key, shot, NOW) for key in ("badges", "table-list")]

    for document in (*made, report_of(shot, NOW)):
        assert document.unprintable == frozenset()
        assert failures(document.pdf) == []


@pytest.mark.parametrize("script", ["Thai", "Devanagari", "Korean", "Chinese", "Japanese"])
def test_what_is_printed_can_be_read_out_and_searched(script):
    document = make_document("badges", café_in(script), NOW)
    told = "".join(
        str(operands[1].get("/ActualText", "")) if operator == b"BDC" else ""
        for page in pypdf.PdfReader(io.BytesIO(document.pdf)).pages
        for operands, operator in page.get_contents().operations
        if operator == b"BDC" and isinstance(operands[1], dict)
    )
    text = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(document.pdf)).pages)

    shown = told if script in ("Thai", "Devanagari") else text
    assert all(re.sub(r"\s", "", word) in re.sub(r"\s", "", shown) for word in PEOPLE[script])


def test_the_same_page_is_the_same_bytes_after_other_pages_in_other_scripts():
    shot = café_in("Devanagari")
    first = make_document("badges", shot, NOW).pdf
    make_document("badges", café_in("Thai"), NOW)
    others = tuple(replace(person, given="क्या", family="ज्ञान त्रि") for person in shot.people)
    make_document("badges", replace(shot, people=others), NOW)

    assert make_document("badges", shot, NOW).pdf == first


def test_the_added_fonts_are_small_and_their_licence_lies_beside_them():
    folder = resource_dir("fonts")
    added = [f"NotoSans{name}-Regular.ttf" for name in ("Thai", "Devanagari", "KR")]

    assert sum((folder / name).stat().st_size for name in added) < 6_000_000
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text().upper()
    assert all(name in (folder / "README.md").read_text() for name in added)


def test_what_still_has_no_font_is_told():
    assert unprintable("ᠮᠣᠩᠭᠣᠯ 𐎀") >= {"ᠮ", "𐎀"}
    assert unprintable("สวัสดี देवी 김민준 한글 ไทย") == set()


A7 = size_on(badge_sheet("a7", PaperSize.A4), 3)
LONG_GIVEN = "Marie-Antoinette-Joséphine-Élisabeth-Charlotte-Philippine"


@pytest.mark.parametrize(
    ("given", "family"),
    [
        (LONG_GIVEN, "Le Goff"),
        (LONG_GIVEN, "de La Rochefoucauld-Montmorency-Luxembourg"),
        ("Jean-Baptiste", "Zimmermann"),
        ("محمد عبد الرحمن", "بن عبد الله الشريف الإدريسي"),
        ("", "Ana"),
    ],
)
def test_a_long_given_name_breaks_at_its_hyphens_before_it_is_smaller_than_what_stands_below(
    given, family
):
    first, second = name_styles(given, family, A7)

    assert first.fontSize >= second.fontSize
    heights = [
        height_of(name, A7.room, style.fontSize, SERIF, 1.25)
        for name, style in ((given, first), (family, second))
    ]
    assert sum(heights) <= A7.names
    if given == LONG_GIVEN:
        assert first.fontSize > 12  # an organisation has 8
        assert all(
            line.endswith("-") for line in lines_of(given, A7.room, first.fontSize, SERIF)[:-1]
        )


def test_no_descender_reaches_the_line_below():
    for given, family in (("Jacqueline", "Guy"), ("فاطمة", "بنعلي"), ("Éric", "Ândré")):
        first, _second = name_styles(given, family, A7)
        paragraph_of = first.leading / first.fontSize
        _above, below = reach_of(SERIF)
        capital = 0.72  # of the size
        room = paragraph_of - reach_of(SERIF)[0] + (reach_of(SERIF)[0] - capital - 0.2)
        assert room >= below - 0.05


@pytest.mark.parametrize("name", ["Zimmermann-126", "Théo Zimmermann-126", "Étienne Quéméneur-296"])
def test_no_name_of_a_list_is_cut_in_the_middle(name):
    shot = snapshot(people=48, rounds=6)
    people = tuple(replace(p, given="", family=f"{name}{n}") for n, p in enumerate(shot.people))
    document = make_document("table-list", replace(shot, people=people), NOW)

    assert document.cut == ()
    text = "\n".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(document.pdf)).pages)
    assert not re.search(r"Zimmerma\n|Quémén\n|Quéméneu\n", text)


def test_names_that_no_size_makes_fit_are_told():
    shot = snapshot(people=8, rounds=6)
    people = (*shot.people[:-1], replace(shot.people[-1], given="", family="W" * 80))
    document = make_document("table-list", replace(shot, people=people), NOW)

    assert any("W" * 80 in name for name in document.cut)
    assert make_document("badges", replace(shot, people=people), NOW).cut == ("W" * 80,)
    assert make_document("badges", shot, NOW).cut == ()
