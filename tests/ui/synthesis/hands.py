"""What the tests of Share do again and again."""

MARKUP = "« <b>Zoé</b> d'Ân-Lê »"


def themes(desk):
    return desk.services.synthesis.themes()


def names(desk):
    return [theme.name for theme in themes(desk)]


def first_statement(desk):
    return themes(desk)[0].wording


def rows(page):
    model = page.themes.list.themes
    return [model.index(place).data() for place in range(model.rowCount())]


def look_at_preview(qtbot, page, presenter):
    with qtbot.waitSignal(presenter.pages.printed):
        page.views.setCurrentIndex(1)
