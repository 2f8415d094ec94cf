"""What the tests of Share do again and again."""

from wcafe.domain.sourcing import note_label
from wcafe.i18n import ENGLISH
from wcafe.ui.synthesis.page import View

MARKUP = "« <b>Zoé</b> d'Ân-Lê »"


def themes(desk):
    return desk.services.synthesis.themes()


def names(desk):
    return [theme.name for theme in themes(desk)]


def said(desk, place=0):
    """The statements of a theme, each with where its notes were said."""
    notes, numbers = desk.services.notes, desk.services.statements.numbers()

    def label(note):
        return note_label(notes.get(note), numbers[note], ENGLISH)

    return [(each.text, tuple(map(label, each.notes))) for each in themes(desk)[place].statements]


def items(page):
    """The statements that are shown, in order."""
    card = page.themes.card
    return sorted(card.items.values(), key=card._list.indexOf)


def rows(page):
    model = page.themes.list.themes
    return [model.index(place).data() for place in range(model.rowCount())]


def look_at_preview(qtbot, page, presenter):
    with qtbot.waitSignal(presenter.pages.printed):
        page.views.setCurrentIndex(View.PREVIEW)
