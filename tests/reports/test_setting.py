"""Where lines end on paper: what stays together, what may be cut and how, which way it runs."""

import re

import pytest

from tests.reports.conftest import NOW
from wcafe.domain import typography
from wcafe.reports.pages import paper as paper_module
from wcafe.reports.pages.paper import Paper
from wcafe.reports.pages.styles import BODY, CELL, ITEM
from wcafe.reports.pages.words import looks_of_line

WIDTHS = range(30, 240, 3)  # points
SAID = (
    "Est-ce vrai ? Oui ! C'est « ici » que 35 000 personnes, à 9 M€ près, vivent ; à 100 % : voilà "
    "tout ce que nous savons."
)


def lines(text, width, style=BODY, language="fr", after=""):
    """Return what stands on each line of a paragraph, in the order in which it is read."""
    paragraph = Paper(language, NOW).text(text, style, after=after)
    paragraph.wrap(width, 1000)
    return [line.text for line in paragraph.lines]


def drawn(text, width, style=BODY):
    """Return what stands on each line from left to right."""
    paragraph = Paper("fr", NOW).text(text, style)
    paragraph.wrap(width, 1000)
    return [
        "".join(each.text for each in looks_of_line(line, is_rtl=paragraph.is_rtl))
        for line in paragraph.lines
    ]


def bad_beginnings(language):
    return [
        line
        for width in WIDTHS
        if width > 110  # a line that holds the longest of what stays together
        for line in lines(SAID, width, ITEM, language)
        if re.match(r"[?!;:»%]|M€|000|personnes", line) or line.endswith("«")
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_line_begins_with_a_sign_or_without_its_number(language):
    assert bad_beginnings(language) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_without_hard_spaces_the_same_test_finds_such_lines(language, monkeypatch):
    monkeypatch.setattr(paper_module, "typeset", lambda text, _language: text)

    assert bad_beginnings(language)


@pytest.mark.parametrize("width", WIDTHS)
def test_where_something_was_said_is_never_alone_on_a_line(width):
    set_ = lines("Il faut planter des arbres partout", max(width, 90), ITEM, after="(T6\u00a0R1)")

    assert set_[-1] != "(T6\u00a0R1)"
    assert all("(T6" not in line or "R1)" in line for line in set_)


@pytest.mark.parametrize("width", range(46, 90, 4))
def test_where_what_stays_together_is_wider_than_a_line_words_are_whole_all_the_same(width):
    words = ["35", "000", "personnes", ";", "débituminer", "!"]

    for line in lines("35 000 personnes ; débituminer !", width + 12, CELL, after="(T6\u00a0R1)"):
        assert all(word in [*words, "(T6", "R1)"] for word in re.split(r"\s", line))


ADDRESS = "https://www.brest.fr/actualites/2026/en-eau-potable/de-demain.html?page=1&lang=fr"


@pytest.mark.parametrize("width", WIDTHS)
def test_an_address_is_broken_without_a_sign_and_at_its_own(width):
    set_ = [line.replace(" ", "") for line in lines(f"Voir {ADDRESS} demain", width, BODY)]
    whole = "".join(set_)
    ends = [len("".join(set_[: n + 1])) for n in range(len(set_))]
    inside = [end for end in ends if 4 < end < 4 + len(ADDRESS)]

    assert whole == f"Voir{ADDRESS}demain"
    if width > 70:
        assert all(whole[end - 1] in "/?&=_.-" for end in inside)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_last_word_and_those_of_lists_are_never_cut(width):
    said = "Nous voulons absolument débituminer"
    if width > 70:
        assert lines(said, width)[-1].endswith("débituminer")
        assert not [line for line in lines(f"{said} partout", width, ITEM) if line.endswith("-")]


def test_running_text_is_cut_by_the_rules_of_its_language_where_a_line_would_stay_empty():
    said = "Organisons démocratiquement extraordinairement la transformation durable"
    found = {line for width in WIDTHS for line in lines(said, width) if line.endswith("-")}

    assert any(line.endswith(("extraordi-", "extraor-", "extraordinaire-")) for line in found)


@pytest.mark.parametrize(
    "name", ["Marie-Antoinette-Joséphine-Élisabeth de La Rochefoucauld", "Jean-Zimmermann"]
)
def test_a_name_goes_on_in_the_next_line_at_its_own_hyphens_and_blanks(name):
    for width in range(90, 240, 5):
        for line in lines(name, width, CELL)[:-1]:
            assert line.endswith("-") or f"{line} " in f"{name} "


def test_an_arabic_name_of_two_lines_has_its_first_word_on_the_first():
    first, second = drawn("محمد بن عبد الله الشريف", 75)
    assert first.startswith("ﷲ")  # from right to left
    assert first.endswith("ﺪﻤﺤﻣ")
    assert "ﻒﻳﺮﺸﻟﺍ" in second


def test_hebrew_amid_french_keeps_the_order_of_the_line():
    (line,) = drawn("Bonjour שלום עולם (oui)", 400)

    assert line == "Bonjour םלוע םולש (oui)"


def test_what_runs_from_right_to_left_stands_at_the_right():
    paper = Paper("fr", NOW)

    assert paper.text("محمد").is_rtl
    assert not paper.text("Ana محمد").is_rtl
    item = paper.text("محمد", ITEM)
    assert (item.style.leftIndent, item.style.rightIndent) == (0, ITEM.leftIndent)


@pytest.mark.parametrize(
    "text", ["สวัสดีเจ้าเป็นอย่างไรบ้างวันนี้", "中文。日本語「本」です、はい！", "देवी शर्मा हिन्दी"]
)
@pytest.mark.parametrize("width", range(20, 120, 4))
def test_no_line_of_any_script_begins_with_a_mark_or_a_closing_sign(text, width):
    set_ = lines(text, width)

    assert "".join(set_).replace(" ", "") == text.replace(" ", "")
    if width > 40:
        assert not [
            line
            for line in set_
            if re.match(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u093e-\u094d。、！」]", line)
        ]


def test_letters_that_go_further_have_lines_further_apart():
    paper = Paper("fr", NOW)

    assert paper.text("Ana").style.leading == BODY.leading
    assert paper.text("فاطمة ก็").style.leading > BODY.leading


def test_what_is_kept_is_not_changed_by_how_it_is_set():
    assert typography.with_hard_spaces("Oui", "fr") == "Oui"
    assert lines('d\'accord "oui"', 400) == ["d’accord «\u202foui\u202f»"]
    assert Paper("fr", NOW).text("O'Neil", as_typed=True)._words[0].piece.text == "O'Neil"


def test_running_text_ends_with_no_line_of_a_few_letters():
    said = "Le plan ne dit pas vers où va le territoire, alors que l’eau manque déjà."
    for width in range(90, 420, 5):
        paragraph = Paper("fr", NOW).text(said, BODY)
        paragraph.wrap(width, 1000)
        assert paragraph.lines[-1].text != "déjà."
        assert (
            "".join(line.text for line in paragraph.lines)
            .replace("\u00a0", " ")
            .endswith("manque déjà.")
        )
