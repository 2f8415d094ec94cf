"""How the desk looks: two palettes of the same warmth, the shipped fonts, one style sheet."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from wcafe.paths import resource_dir

SERIF, SANS = "Noto Serif", "Inter"
_FONTS = (
    "Inter-Regular.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Italic.ttf",
    "NotoSerif-Bold.ttf",
    "NotoEmoji-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "DroidSansFallbackFull.ttf",
)
_OTHERS = ("Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji", "Droid Sans Fallback")
"""Families for what the two faces lack, so that a name is read on a computer without such fonts."""


class Look(StrEnum):
    """What the facilitator chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one palette, by what they are for; `soft` ones lie behind text."""

    paper: str
    card: str
    ink: str
    muted: str
    faded: str
    line: str
    accent: str
    on_accent: str
    soft: str
    side: str
    side_ink: str
    side_muted: str
    good: str
    good_soft: str
    care: str
    care_soft: str
    bad: str
    bad_soft: str
    sand: str
    found: str


LIGHT = Colours(
    paper="#FAF6F0",
    card="#FFFFFF",
    ink="#2B211B",
    muted="#6F6055",
    faded="#B3A698",
    line="#E6DBCE",
    accent="#A8481F",
    on_accent="#FFFFFF",
    soft="#F6E4D9",
    side="#33251D",
    side_ink="#FBF3E8",
    side_muted="#C9B9AA",
    good="#1F5B3F",
    good_soft="#DDEFE3",
    care="#6B4A05",
    care_soft="#FBEBC8",
    bad="#8E2323",
    bad_soft="#F8DEDA",
    sand="#EFE7DB",
    found="#F3CC5C",
)
DARK = Colours(
    paper="#1F1813",
    card="#2A211B",
    ink="#F4EBE1",
    muted="#BBA999",
    faded="#6E5F53",
    line="#46392F",
    accent="#E08A52",
    on_accent="#1F1813",
    soft="#4A3022",
    side="#17110D",
    side_ink="#FBF3E8",
    side_muted="#B9A797",
    good="#A5DDBB",
    good_soft="#1F3A2B",
    care="#F3D08B",
    care_soft="#453512",
    bad="#F3AFA6",
    bad_soft="#4C221D",
    sand="#382D25",
    found="#6B5410",
)


def colours() -> Colours:
    """Return the palette that is on screen now."""
    is_dark = QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return DARK if is_dark else LIGHT


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; what none of them has comes from the computer's own."""
    for name in _FONTS:
        QFontDatabase.addApplicationFont(str(resource_dir("fonts") / name))
    for face in (SANS, SERIF):
        QFont.insertSubstitutions(face, _OTHERS)


def apply_look(app: QApplication, look: Look) -> None:
    """Dress the desk in `look`. The computer's own choice counts where Qt can tell it.

    What is dressed so already is left alone, as each widget would be polished anew.
    """
    scheme = app.styleHints().colorScheme()
    is_dark = look is Look.DARK or (look is Look.SYSTEM and scheme is Qt.ColorScheme.Dark)
    palette = DARK if is_dark else LIGHT
    font = QFont(SANS)
    font.setPixelSize(14)
    template = (resource_dir("theme") / "desk.qss").read_text(encoding="utf-8")
    icons = resource_dir("theme").as_posix()
    shade = "dark" if is_dark else "light"
    sheet = Template(template).substitute(asdict(palette), icons=icons, shade=shade)
    colours = _qt_palette(palette)
    if (app.styleSheet(), app.palette(), app.font()) == (sheet, colours, font):
        return
    app.setStyle("Fusion")
    app.setPalette(colours)
    app.setFont(font)
    app.setStyleSheet(sheet)


def serif(pixels: int) -> QFont:
    """Return the display face of titles and figures."""
    font = QFont(SERIF)
    font.setPixelSize(pixels)
    font.setBold(True)
    return font


def sans(pixels: int, *, is_bold: bool = False) -> QFont:
    font = QFont(SANS)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    return font


def _qt_palette(palette: Colours) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for roles, code in (
        ((role.Window,), palette.paper),
        ((role.Base, role.ToolTipBase), palette.card),
        ((role.AlternateBase, role.Button), palette.sand),
        ((role.Text, role.WindowText, role.ButtonText, role.ToolTipText), palette.ink),
        ((role.PlaceholderText,), palette.muted),
        ((role.Highlight, role.Link, role.Accent), palette.accent),
        ((role.HighlightedText,), palette.on_accent),
        ((role.Mid, role.Midlight), palette.line),
    ):
        for each in roles:
            made.setColor(each, QColor(code))
    faded = QPalette.ColorGroup.Disabled
    for each in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(faded, each, QColor(palette.faded))
    return made
