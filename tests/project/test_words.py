"""Every phrase is French too, with the same gaps; nothing is half translated."""

import ast
import re
import string
from io import BytesIO
from itertools import pairwise

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.project.places import ROOT
from wcafe.i18n import ENGLISH, interface_language, labelled, words_for

CATALOGUE = ROOT / "resources" / "locale" / "fr" / "LC_MESSAGES" / "wcafe.po"
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "plural": (1, 2)}


@pytest.fixture(scope="module")
def french():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="fr")


@pytest.fixture(scope="module")
def phrases():
    found = extract_from_dir(ROOT / "wcafe", keywords=KEYWORDS)
    return {message for _file, _line, message, _comments, _context in found}


def gaps(text):
    named = {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}
    return named if "%" not in text else set(re.findall(r"%\(\w+\)\w|%s", text))


def test_each_phrase_of_the_code_is_translated_and_no_other(french, phrases):
    ours = {message[0] if isinstance(message, tuple) else message for message in phrases}
    known = {m.id[0] if isinstance(m.id, tuple) else m.id for m in french if m.id}

    assert ours - known == set(), "run `make words`, then translate"
    assert known - ours == set()
    for message in french:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(texts), message.id
        assert "fuzzy" not in message.flags or not message.id


def test_french_words_fit_anybody(french):
    """No word with a raised dot: what is said of people is said without guessing, and one way."""
    dotted = re.compile(r"[a-zéè]·(es?|s|rices?|trices?|ses?)\b")
    for message in french:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert not any(map(dotted.search, texts)), message.id
    assert dotted.search("présent·es")


def test_no_phrase_stands_inside_an_f_string_where_nobody_looks_for_it():
    for path in sorted((ROOT / "wcafe").rglob("*.py")):
        for told in ast.walk(ast.parse(path.read_text())):
            if not isinstance(told, ast.JoinedStr):
                continue
            calls = [node for node in ast.walk(told) if isinstance(node, ast.Call)]
            phrases = [
                call.args[0].value
                for call in calls
                if getattr(call.func, "id", getattr(call.func, "attr", "")) in KEYWORDS
                and call.args
                and isinstance(call.args[0], ast.Constant)
            ]
            assert phrases == [], path


def test_each_translation_has_the_gaps_of_its_phrase(french):
    for message in french:
        if message.id:
            phrases = message.id if isinstance(message.id, tuple) else (message.id,)
            texts = message.string if isinstance(message.string, tuple) else (message.string,)
            assert gaps(texts[-1]) == gaps(phrases[-1]), message.id
            for text in texts:  # a singular may say “the first” where the plural counts
                assert gaps(text) in [gaps(phrase) for phrase in phrases], message.id


def test_french_signs_stand_behind_a_narrow_space(french):
    for message in french:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in filter(None, texts if message.id else ()):
            assert not re.search(r"(?<=\w) [?!;:»]", text), text


def test_the_compiled_catalogue_is_that_of_the_sources(french):
    compiled = BytesIO()
    write_mo(compiled, french)

    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue()


def test_french_is_never_replaced_by_english_in_silence(monkeypatch, tmp_path):
    assert words_for("fr").gettext("Table by table") == "Table par table"
    assert words_for("en") is ENGLISH
    monkeypatch.setattr("wcafe.i18n.resource_dir", lambda name: tmp_path)
    with pytest.raises(FileNotFoundError):
        words_for("fr")


@pytest.mark.parametrize(
    ("name", "value", "language"),
    [
        ("LANG", "fr_FR.UTF-8", "fr"),
        ("LANG", "fr_CA", "fr"),
        ("LANG", "C.UTF-8", "en"),
        ("LANG", "de_DE.UTF-8", "en"),
        ("LC_ALL", "fr", "fr"),
        ("LANGUAGE", "fr:en", "fr"),
    ],
)
def test_the_computers_language_is_heard(monkeypatch, name, value, language):
    monkeypatch.setenv(name, value)

    assert interface_language() == language


@pytest.mark.parametrize(
    ("system", "language"),
    [
        (["fr-FR", "en-FR"], "fr"),
        (["de-DE", "fr-CH", "en-US"], "fr"),
        (["en-GB", "fr-FR"], "en"),
        (["pt-BR"], "en"),
        (["C"], "en"),
    ],
)
def test_where_the_environment_says_nothing_the_windows_of_the_system_do(
    monkeypatch, system, language
):
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    assert interface_language(system) == language

    monkeypatch.setenv("LANG", "fr_FR.UTF-8" if language == "en" else "en_GB.UTF-8")
    assert interface_language(system) != language  # what was set for wcafe alone counts more


_NO_PHRASES = {
    "wcafe/exports/refi.py": "the name of a code, which stays the same in every language",
    "wcafe/intake/status_columns.py": "cells of a list, under their heading, as they stand there",
}


def colons_between_gaps(code):
    """Return the lines in which an f-string puts a colon of English behind a gap."""
    joined = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.JoinedStr))
    return [
        string.lineno
        for string in joined
        for before, part in pairwise(string.values)
        if isinstance(before, ast.FormattedValue)
        and isinstance(part, ast.Constant)
        and part.value.startswith(": ")
    ]


def test_no_colon_between_two_gaps_is_english_whatever_the_language():
    found = {
        f"{path.relative_to(ROOT)}:{line}"
        for path in (ROOT / "wcafe").rglob("*.py")
        if str(path.relative_to(ROOT)) not in _NO_PHRASES
        for line in colons_between_gaps(path.read_text(encoding="utf-8"))
    }

    assert found == set(), "say it by wcafe.i18n.labelled"
    assert colons_between_gaps('told = f"{theme.name}: {text}"') == [1]


def test_a_label_has_the_colon_of_the_language():
    assert labelled("Date", "3 mai", words_for("fr")) == "Date\u00a0: 3 mai"
    assert labelled("Date", "3 May", words_for("en")) == "Date: 3 May"
