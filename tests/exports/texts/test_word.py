"""The Word file: real styles, contents from the start, links inside it, no leftovers."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from tests.exports.texts.harvests import FREE, bare, numbered, with_texts
from wcafe.exports import exported
from wcafe.exports.texts.synthesis import synthesis_text
from wcafe.i18n import words_for


@pytest.fixture(scope="module")
def harvest():
    told = with_texts(numbered(140))
    publication = replace(told.cafe.publication, context=FREE)
    return replace(told, cafe=replace(told.cafe, publication=publication))


@pytest.fixture(scope="module")
def content(harvest):
    return exported("docx", harvest)


@pytest.fixture(scope="module")
def opened(content):
    return docx.Document(io.BytesIO(content))


def body(opened, name):
    return list(opened.element.body.iter(qn(name)))


def test_it_is_read_back_with_the_styles_that_word_knows_by_name(opened, harvest):
    styles = {paragraph.style.name for paragraph in opened.paragraphs}

    assert styles >= {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Quote"}
    assert styles >= {"List Bullet", "List Bullet 2", "List Continue", "Caption", "toc 1", "toc 2"}
    titles = [each.text for each in opened.paragraphs if each.style.name == "Title"]
    assert titles == [harvest.cafe.title]


def test_its_headings_are_those_of_the_text_in_their_order(opened, harvest):
    document = synthesis_text(harvest, words_for("fr"))
    told = [
        (int(each.style.name[-1]), each.text.strip())
        for each in opened.paragraphs
        if each.style.name.startswith("Heading")
    ]

    assert told == [(each.level, each.text) for each in replace(document, listed=3).contents]
    levels = [0, *(level for level, _text in told)]
    assert all(low - high <= 1 for high, low in pairwise(levels))


def test_its_contents_stand_there_before_word_fills_them(opened, harvest):
    document = synthesis_text(harvest, words_for("fr"))
    entries = [each.text for each in opened.paragraphs if each.style.name.startswith("toc")]

    assert entries == [each.text for each in document.contents]
    kinds = [each.get(qn("w:fldCharType")) for each in body(opened, "w:fldChar")]
    assert kinds == ["begin", "separate", "end"]
    (asked,) = body(opened, "w:instrText")
    assert asked.text.split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]


def test_nothing_asks_to_be_updated_or_repaired_when_it_is_opened(content, opened):
    assert opened.settings.element.find(qn("w:updateFields")) is None
    assert not [each for each in body(opened, "w:fldChar") if each.get(qn("w:dirty"))]
    ids = [each.get(qn("w:id")) for each in body(opened, "w:bookmarkStart")]
    assert len(set(ids)) == len(ids)
    assert ids == [each.get(qn("w:id")) for each in body(opened, "w:bookmarkEnd")]
    shapes = [each.get("id") for each in opened.element.body.iter("{*}docPr")]
    assert len(set(shapes)) == len(shapes)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
        types = parts.read("[Content_Types].xml").decode()
    assert names[0] == "[Content_Types].xml"
    assert {f"/{name}" for name in names} >= set(re.findall(r'PartName="([^"]+)"', types))


def test_each_link_leads_to_a_bookmark_that_is_there(opened):
    bookmarks = [each.get(qn("w:name")) for each in body(opened, "w:bookmarkStart")]
    links = {each.get(qn("w:anchor")) for each in body(opened, "w:hyperlink")}

    assert len(set(bookmarks)) == len(bookmarks)
    assert links <= set(bookmarks)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,39}", name) for name in bookmarks)
    assert {"s1_1", "n1", "t1"} <= links


def test_a_statement_leads_to_its_notes_and_a_note_back(opened):
    def links_beside(bookmark):
        """Return the links of the paragraph, quote or row in which a bookmark stands."""
        parts = [*body(opened, "w:tr"), *body(opened, "w:p")]
        found = next(part for part in parts if bookmark in names(part))
        style = found.find(f".//{qn('w:pStyle')}")
        is_quote = style is not None and style.get(qn("w:val")) == "Quote"
        beside = [found, found.getnext()] if is_quote else [found]
        return [
            each.get(qn("w:anchor")) for part in beside for each in part.iter(qn("w:hyperlink"))
        ]

    def names(part):
        return [each.get(qn("w:name")) for each in part.iter(qn("w:bookmarkStart"))]

    sources = links_beside("s1_1")
    assert len(sources) == 5
    assert all("s1_1" in links_beside(note) for note in sources)


def test_tables_have_head_rows_and_say_what_they_hold(opened):
    assert len(opened.tables) == 4
    for table in opened.tables:
        first, *others = table.rows
        assert first._tr.find(f".//{qn('w:tblHeader')}") is not None
        assert not [row for row in others if row._tr.find(f".//{qn('w:tblHeader')}") is not None]
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    actions = next(each for each in opened.tables if len(each.columns) == 5)
    heads = [cell.text for cell in actions.rows[0].cells]
    assert heads == ["Quoi", "Qui", "Échéance", "Ce qu’elle est devenue", "Dit à"]


def test_marks_of_themes_have_words_for_those_who_do_not_see_them(opened):
    pictures = list(opened.element.body.iter("{*}docPr"))

    assert len(pictures) == 4
    assert {each.get("descr") for each in pictures} == {"Marque du thème"}


@pytest.mark.parametrize(("language", "region"), [("fr", "fr-FR"), ("en", "en-GB")])
def test_it_speaks_the_language_of_the_café(language, region):
    opened = docx.Document(io.BytesIO(exported("docx", with_texts(numbered(70), language))))

    spoken = {each.get(qn("w:val")) for each in opened.styles.element.iter(qn("w:lang"))}
    assert spoken == {region}
    assert opened.core_properties.language == region
    assert opened.settings.element.find(qn("w:themeFontLang")).get(qn("w:val")) == region


def test_its_properties_are_the_cafés_and_none_is_a_templates(opened, content, harvest):
    told = opened.core_properties

    assert (told.title, told.author) == (harvest.cafe.title, harvest.cafe.organiser)
    assert (told.subject, told.last_modified_by) == (
        f"Synthèse · {words_for('fr').gettext('DRAFT')}",
        harvest.cafe.organiser,
    )
    assert told.created == told.modified
    assert told.created.replace(tzinfo=None) == datetime(2026, 11, 26, 14)
    assert (told.comments, told.keywords, told.category) == ("", "", "")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        whole = b"".join(map(parts.read, parts.namelist()))
        names = parts.namelist()
    assert not re.search(rb"python-docx|Macintosh|Normal\.dotm|2013", whole)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]


def test_without_a_day_and_an_organiser_it_makes_up_neither():
    opened = docx.Document(io.BytesIO(exported("docx", bare())))

    assert opened.core_properties.author == "wcafe"
    assert (opened.core_properties.created, opened.core_properties.modified) == (None, None)


def test_the_same_café_gives_the_same_bytes(harvest, content):
    assert exported("docx", harvest) == content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
