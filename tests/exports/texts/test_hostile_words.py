"""P18 of texts: whatever people write is words in every format, and all of it is there."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest

from tests.exports.texts.harvests import FORMATS, with_texts
from tests.exports.texts.readers import OURS, Page, markdown, tokens, words_in
from wcafe.domain.text import clean
from wcafe.exports import exported
from wcafe.exports import markdown as markdown_writer

BASES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</p></li></ul></main><iframe src=//evil.test>",
    "' onmouseover='alert(1)",
    "<!-- rien --> --> <!--",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;",
    "]]> <![CDATA[ x ]]>",
    "&lt;b&gt; &amp; &#60;u&#62; &nbsp; &unknown;",
    "{{ 7 * 7 }} {% include 'x' %} {# y #} ${8} #{9}",
    "![image](http://evil.test/x.png)",
    "[lien](javascript:alert(1)) [autre][un]\n\n[un]: http://evil.test",
    "<http://evil.test> <a@evil.test>",
    "# Titre\n## Autre\n### Bas ###",
    "Titre\n=====\n\nAutre\n-----",
    "- liste\n* autre\n+ encore\n1. un\n2) deux",
    "    code\n\n\tcode aussi",
    "```\ncode\n```\n~~~\ncode\n~~~",
    "`code` *gras* _souligné_ **fort** __fort__ ~~barré~~ $x^2$",
    "| a | b |\n| --- | --- |\n| c | d |",
    "> cité\n>> encore",
    "---\n***\n___",
    "a -> b <- c => d, 1 < 2 > 0",
    "fin de ligne\\\nsuite  \nsuite\\",
    "[^1] et [x] et [ ]\n\n[^1]: note",
    '=HYPERLINK("http://evil.test","x")',
    "+1+1 @SUM(A1) -2",
    'INCLUDETEXT "C:\\\\x" \\* MERGEFORMAT { PAGE } DDEAUTO c:\\windows\\cmd.exe "/k calc"',
    "w:instrText </w:t></w:r><w:fldSimple w:instr='DDE'/>",
    "_Toc1 n1 s1-1 #n1 t1",
    "\u202eecila \u2066abc",
    "🙂 مرحبا שלום 中文 e\u0301 \u200b\u200d",
    "../../etc/passwd C:\\Windows\\System32",
    "{these} {n} {0} %s %(a)s",
    "x" * 600,
    "# " * 40,
)
assert len(BASES) % 7, "each of them is to be of each kind"
AROUND = (
    "{}",
    "Bonjour {} et merci",
    "première ligne\n{}",
    "un paragraphe\n\n{}\n\n    {}",
    "{}\n{}",
    "1. {}",
)
PAYLOADS = tuple(around.replace("{}", base) for around in AROUND for base in BASES)
assert len(PAYLOADS) >= 200

LETTERS = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")


def bare_letters(text):
    """Return `text` without blanks, and without marks that turn letters."""
    return LETTERS.sub("", clean(text))


@pytest.fixture(scope="module")
def hostile():
    return with_texts(PAYLOADS)


@pytest.fixture(scope="module")
def harmless():
    """The same harvest in as many words."""
    return with_texts([re.sub(r"\S+", "mot", clean(each)) for each in PAYLOADS])


@pytest.mark.parametrize("what", ["notes", "themes"])
@pytest.mark.parametrize("format_", ["md", "html"])
def test_each_word_of_each_note_is_there(hostile, what, format_):
    told = bare_letters(words_in(format_, exported(format_, hostile, what=what)))

    filed = {note for theme in hostile.themes for note in theme.notes}
    for note in hostile.notes[:-1]:
        if what == "notes" or note.id in filed:
            assert bare_letters(note.text).strip('«»“”"') in told, note.text


def test_each_word_of_each_note_is_in_word(hostile):
    told = bare_letters(words_in("docx", exported("docx", hostile)))

    for note in hostile.notes[:-1]:
        assert bare_letters(note.text).strip('«»“”"') in told, note.text


@pytest.mark.parametrize("what", ["notes", "themes"])
def test_a_page_has_the_tags_that_harmless_words_have(hostile, harmless, what):
    page, other = (Page(exported("html", each, what=what).decode()) for each in (hostile, harmless))

    assert blocks(page) == blocks(other)
    assert not [name for _tag, said in page.tags for name in said if name.startswith("on")]
    assert all(link.startswith("#") for link in page.links)


def blocks(page):
    """Return the skeleton of a page but for what free texts mean to be: headings and lists."""
    left_out = {"p", "li", "ul", "h3", "h4", "strong", "a", "span"}
    return [part for part in page.skeleton if part[0] not in left_out]


@pytest.mark.parametrize("what", ["notes", "themes"])
def test_markdown_has_no_tag_and_no_link_but_ours(hostile, what):
    written = exported("md", hostile, what=what).decode()
    page = Page(markdown(written))

    assert foreign(written) == []
    assert all(link.startswith("#") for link in page.links)
    assert {link[1:] for link in page.links} <= set(page.ids)


def foreign(written):
    """Return what Markdown holds that nobody writes: tags, pictures, code."""
    kinds = ("image", "html_block", "code_block", "code_inline", "fence", "blockquote_open")
    quotes = len(re.findall(r"^> — ", written, re.MULTILINE))
    found = [token for token in tokens(written) if token.type in kinds]
    quoted = [token for token in found if token.type == "blockquote_open"]
    tags = [
        token.content
        for token in tokens(written)
        if token.type == "html_inline" and not OURS.fullmatch(token.content)
    ]
    return [
        *tags,
        *(token.content for token in found if token not in quoted),
        *quoted[quotes:],
    ]


@pytest.mark.parametrize("sign", ["`", "[", "<", ">"])
def test_a_build_that_forgets_to_escape_a_sign_is_found_out(hostile, monkeypatch, sign):
    escaped = markdown_writer.escaped

    def careless(text, *, begins=True):
        safe = escaped(text, begins=begins)
        return safe.replace(f"\\{sign}", sign).replace({"<": "&lt;"}.get(sign, "\\" + sign), sign)

    monkeypatch.setattr(markdown_writer, "escaped", careless)
    monkeypatch.setattr(markdown_writer._runs, "__defaults__", (careless,))
    written = exported("md", hostile).decode()
    links = Page(markdown(written)).links
    assert foreign(written) or not all(link.startswith("#") for link in links)


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def test_a_word_file_leads_nowhere_and_has_no_field_but_ours(hostile):
    parts = parts_of(exported("docx", hostile))

    assert not [name for name, part in parts.items() if b'TargetMode="External"' in part]
    assert not [name for name in parts if "vba" in name.lower() or "embed" in name.lower()]
    asked = re.findall(rb"<w:instrText[^>]*>([^<]*)<", b"".join(parts.values()))
    assert [each.split()[0] for each in asked] == [b"TOC", b"PAGE"]
    assert not [
        n for n, part in parts.items() if re.search(rb"<w:(fldSimple|object|altChunk)", part)
    ]
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)


@pytest.mark.parametrize("format_", FORMATS)
def test_signs_that_no_file_takes_are_left_out(format_):
    texts = [f"avant\x00\x08\x0b\ufffe\x1b[31maprès {number}" for number in range(70)]

    told = words_in(format_, exported(format_, with_texts(texts)))

    assert "avant[31maprès 3" in told


@pytest.mark.parametrize("format_", FORMATS)
def test_letters_that_are_turned_turn_nothing_behind_them(format_):
    told = words_in(format_, exported(format_, with_texts(["\u202eecila"] * 70)))

    assert "\u202eecila\u202c (" in told
