"""The page in HTML: for everybody who reads, and it asks for nothing."""

import re
from itertools import pairwise

import pytest

from tests.exports.texts.harvests import bare, numbered, with_texts
from tests.exports.texts.readers import Page
from wcafe.exports import exported
from wcafe.paths import resource_dir

STYLE = (resource_dir("html") / "document.css").read_text()


@pytest.fixture(scope="module", params=["fr", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="module", params=["notes", "themes"])
def markup(request, language):
    return exported("html", with_texts(numbered(140), language), what=request.param).decode()


@pytest.fixture(scope="module")
def page(markup):
    return Page(markup)


def test_it_speaks_the_language_of_the_café_and_has_a_title(page, markup, language):
    assert page.named("html") == [{"lang": {"fr": "fr-FR", "en": "en-GB"}[language]}]
    assert markup.startswith("<!DOCTYPE html>")
    assert re.search(r"<title>Une idée w0040w du quartier · \w+", markup)


def test_it_has_one_title_and_headings_that_leave_no_level_out(page):
    levels = [int(tag[1]) for tag, _said in page.tags if re.fullmatch("h[1-6]", tag)]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(low - high <= 1 for high, low in pairwise(levels))


def test_it_has_landmarks_and_a_way_past_what_comes_first(page):
    assert all(len(page.named(tag)) == 1 for tag in ("header", "nav", "main"))
    assert page.named("a")[0] == {"class": "skip", "href": "#text"}
    assert page.named("main")[0]["id"] == "text"
    assert page.named("nav")[0]["aria-labelledby"] in page.ids


def test_each_link_leads_to_a_place_that_is_there_once(page):
    assert len(set(page.ids)) == len(page.ids)
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_cells_that_head_others_say_so(page):
    assert page.named("th")
    assert {each.get("scope") for each in page.named("th")} <= {"col", "row"}
    assert len(page.named("caption")) == len(page.named("table"))


def test_symbols_have_words(page):
    assert page.named("svg")
    assert all(each["role"] == "img" and each["aria-label"] for each in page.named("svg"))


def test_it_asks_for_nothing_and_runs_nothing(page, markup):
    (policy,) = [each for each in page.named("meta") if "http-equiv" in each]

    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    asking = ("script", "link", "img", "iframe", "object", "form", "base", "audio", "video")
    assert not [tag for tag in asking if page.named(tag)]
    assert not re.search(r"url\(|@import|https?:|//", markup.replace("<!DOCTYPE", ""))


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def test_words_stand_out_from_their_ground_in_the_light_and_in_the_dark():
    palettes = [
        dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", found))
        for found in re.findall(r"{([^{}]*--paper: #[0-9a-f]{6}[^{}]*)}", STYLE)
    ]

    assert len(palettes) == 2
    for colours in palettes:
        for ground in ("paper", "soft"):
            for words in ("ink", "muted", "accent"):
                assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)


def test_it_is_printed_without_what_only_a_screen_needs():
    printed = STYLE.partition("@media print")[2]

    assert ".skip { display: none; }" in printed
    assert "break-after: page" in printed
    assert ":focus-visible" in STYLE


def test_a_page_with_little_on_it_has_no_contents():
    page = Page(exported("html", bare(), what="themes").decode())

    assert page.named("nav") == []
    assert page.named("main")
