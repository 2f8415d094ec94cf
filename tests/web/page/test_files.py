"""The files of the page: small, plain, no markup made of words, every phrase French too."""

import json
import re
import string

import pytest

from tests.project.places import ROOT
from wcafe.i18n import LANGUAGES
from wcafe.paths import resource_dir
from wcafe.web.words import PHRASES, phone_phrases

FOLDER = resource_dir("phone")
SCRIPTS = sorted(FOLDER.glob("*.js"))
PAGE = (FOLDER / "index.html").read_text()
SAID = "".join(path.read_text() for path in SCRIPTS)

FORBIDDEN = (
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc",
    r"DOMParser|createContextualFragment|setHTML|javascript:|\.style\b|cssText",
    r"localStorage|sessionStorage|document\.cookie|EventSource|XMLHttpRequest",
    r"randomUUID|crypto\.subtle|serviceWorker|navigator\.(storage|locks|clipboard|wakeLock|onLine)",
    r"https?://|\bimport\(",
)
"""What would turn words into markup, keeps nothing, is absent on plain http, or leaves the café."""
TOO_NEW = (
    r"\?\?=|\|\|=|&&=|\bthis\.#|static \{|\.at\(|\.replaceAll\(|hasOwn\("
    r"|structuredClone|replaceChildren"
)
"""What came after ES2020."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_small_and_does_nothing_that_is_forbidden(script):
    said = script.read_text()
    code = re.sub(r"(?m)^\s*//.*$", "", said)

    assert len(said.splitlines()) <= 300
    assert said.startswith("// ")
    for pattern in (*FORBIDDEN, TOO_NEW):
        assert not re.search(pattern, code), (script.name, pattern)


@pytest.mark.parametrize("wrong", ["a.innerHTML = b", "localStorage.x", "navigator.clipboard"])
def test_what_is_forbidden_would_be_found(wrong):
    assert any(re.search(pattern, wrong) for pattern in FORBIDDEN)


def test_the_page_has_no_script_and_no_style_of_its_own():
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", PAGE)
    assert not re.search(r"https?://", PAGE)
    style = (FOLDER / "style.css").read_text()
    assert not re.search(r":has\(|@container|@layer|url\(|@import", style)


def phrases_of_the_page():
    yield from re.findall(r'data-(?:say|name)="([^"]*)"', PAGE)
    yield from re.findall(r'\bsay\(\s*"([^"]*)"', SAID)
    yield from re.findall(r'const (?:one|many) = "([^"]*)"', SAID)
    for call in re.findall(r"\bcount\(([^;{}]*?(?:\{number\}[^;]*?)?)\)[;}]?", SAID):
        yield from re.findall(r'"([^"]+)"', call)


def test_every_phrase_of_the_page_is_known_and_no_other():
    assert set(phrases_of_the_page()) == set(PHRASES)
    assert len(set(PHRASES)) == len(PHRASES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrases_are_a_document_with_the_gaps_of_the_page(language):
    told = json.loads(json.dumps(phone_phrases(language)))

    assert set(told) == set(PHRASES)
    for phrase, words in told.items():
        gaps = [{name for _, name, _, _ in string.Formatter().parse(t)} for t in (phrase, words)]
        assert gaps[0] == gaps[1]
    assert (told["Add"] == "Ajouter") is (language == "fr")


def test_the_checker_of_access_is_vendored_for_tests_only_with_its_licence():
    axe = (ROOT / "tests" / "web" / "page" / "axe.min.js").read_text()

    assert axe.startswith("/*! axe v")
    assert "Mozilla Public" in axe[:600]
    assert not list(FOLDER.glob("*axe*"))
