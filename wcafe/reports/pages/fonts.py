"""The fonts we ship, and which of them has a character: nobody's name prints as nothing."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

import arabic_reshaper
from bidi.algorithm import get_display
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase.pdfmetrics import getFont, registerFont
from reportlab.pdfbase.ttfonts import TTFont

from wcafe.domain.text import clean
from wcafe.paths import resource_dir
from wcafe.reports.pages.library import prepare

SANS, BOLD, ITALIC = "Inter", "Inter-SemiBold", "Inter-Italic"
SERIF, SERIF_ITALIC = "NotoSerif-Bold", "NotoSerif-Italic"

_FILES = {
    SANS: "Inter-Regular.ttf",
    BOLD: "Inter-SemiBold.ttf",
    ITALIC: "Inter-Italic.ttf",
    SERIF: "NotoSerif-Bold.ttf",
    SERIF_ITALIC: "NotoSerif-Italic.ttf",
    "NotoArabic": "NotoSansArabic-Regular.ttf",
    "NotoHebrew": "NotoSansHebrew-Regular.ttf",
    "NotoEmoji": "NotoEmoji-Regular.ttf",
    "DroidFallback": "DroidSansFallbackFull.ttf",
}
_FALLBACKS = (SANS, "NotoArabic", "NotoHebrew", "NotoEmoji", "DroidFallback")
UNPRINTABLE = "□"
_JOINERS = {0xFE0E, 0xFE0F, 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F)}
_SILENT = dict.fromkeys(_JOINERS | {*range(0x2060, 0x2070), *range(0x1F3FB, 0x1F400)})
"""Joiners, marks of direction, skin tones: they say how to draw and are nothing to be drawn."""
_FIRST_RIGHT_TO_LEFT = "\u0590"


@cache
def register_fonts() -> None:
    """Make every shipped font known to ReportLab, once."""
    prepare()
    folder = resource_dir("fonts")
    for name, file in _FILES.items():
        registerFont(TTFont(name, str(folder / file)))
        addMapping(name, 0, 0, name)
    for name, bold, italic in ((SANS, BOLD, ITALIC),):
        addMapping(name, 1, 0, bold)
        addMapping(name, 0, 1, italic)


@cache
def _covered(font: str) -> frozenset[int]:
    register_fonts()
    known: Any = getFont(font)
    return frozenset(known.face.charToGlyph)


def font_runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """Yield `text` in display order, cut into pieces with the font that has their characters.

    What no font has comes as a box in `font`; `unprintable` tells which those are.
    """
    shown = _display(text)
    if _covered(font).issuperset(map(ord, shown)):
        yield font, shown
        return
    for chosen, run in groupby(shown, key=lambda character: _font_of(character, font)):
        piece = "".join(run)
        yield (chosen, piece) if chosen else (SANS, UNPRINTABLE * len(piece))


def unprintable(text: str) -> set[str]:
    """Return the characters of `text` that no shipped font has."""
    return {c for c in set(_display(text)) if c != UNPRINTABLE and not _font_of(c, SANS)}


def _font_of(character: str, font: str) -> str:
    code = ord(character)
    if code in _covered(font) or character == "\n":
        return font
    return next((name for name in _FALLBACKS if code in _covered(name)), "")


def _display(text: str) -> str:
    """Return `text` as it is drawn: composed, joined, right-to-left parts turned round."""
    shown = clean(text).translate(_SILENT)
    if max(shown, default="") < _FIRST_RIGHT_TO_LEFT or not any(
        unicodedata.bidirectional(c) in ("R", "AL") for c in shown
    ):
        return shown
    return "\n".join(str(get_display(arabic_reshaper.reshape(line))) for line in shown.split("\n"))
