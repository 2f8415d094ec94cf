"""A table of words with ticks shows a few lines and thousands alike."""

from wcafe.ui.widgets.lines_table import Heading, Line, LinesLater, LinesTable

HEADINGS = (Heading(words="In", is_tick=True), Heading(words="Name"))
MANY = 5000


class Lines:
    """Lines of people by their numbers, and which of them were looked at."""

    def __init__(self, numbers, left=()):
        self.numbers, self.left, self.made = list(numbers), left, set()

    def later(self):
        return LinesLater(len(self.numbers), self._make)

    def _make(self, place):
        number = self.numbers[place]
        self.made.add(number)
        return Line(key=str(number), cells=(number not in self.left, f"Person {number}"))


def shown(qtbot, lines):
    table = LinesTable("People", most=6)
    qtbot.addWidget(table)
    table.show_lines(HEADINGS, lines.later())
    table.resize(400, table.height())
    table.show()
    qtbot.waitExposed(table)
    table.grab()
    return table


def test_of_thousands_of_lines_only_those_on_screen_are_made(qtbot):
    lines = Lines(range(MANY))
    table = shown(qtbot, lines)

    assert table.model_of_lines.rowCount() == MANY
    assert 6 <= len(lines.made) < 200


def test_a_tick_among_thousands_leaves_the_cursor_and_the_view_where_they_are(qtbot):
    table = shown(qtbot, Lines(range(MANY)))
    table.setCurrentIndex(table.model_of_lines.index(3000, 0))
    top = table.verticalScrollBar().value()

    lines = Lines(range(MANY), left={3000})
    table.show_lines(HEADINGS, lines.later())
    table.grab()
    assert table.currentIndex().row() == 3000
    assert table.verticalScrollBar().value() == top
    assert table.lines[3000].cells[0] is False
    assert len(lines.made) < 200

    table.show_lines(HEADINGS, Lines(range(MANY - 1)).later())
    assert table.currentIndex().row() == 3000
    assert table.verticalScrollBar().value() == top


def test_of_few_lines_the_cursor_follows_its_own(qtbot):
    table = shown(qtbot, Lines(range(20)))
    table.setCurrentIndex(table.model_of_lines.index(5, 0))

    table.show_lines(HEADINGS, Lines(range(1, 20)).later())
    assert table.currentIndex().row() == 4
