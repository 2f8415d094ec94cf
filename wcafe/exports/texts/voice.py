"""How a text speaks: in the café's language, with people's words as they wrote them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wcafe.domain.notes import Said
from wcafe.domain.text import clean, one_line
from wcafe.domain.typography import with_hard_spaces
from wcafe.exports.texts.document import Heading, Look, Paragraph, Row, Run, Runs
from wcafe.i18n import Words
from wcafe.written import in_digits

_OPENS = {"\u202a": 0, "\u202b": 0, "\u202d": 0, "\u202e": 0, "\u2066": 1, "\u2067": 1, "\u2068": 1}
_CLOSES = ("\u202c", "\u2069")  # what ends a run of letters that goes the other way
_TURNS = "".join((*_OPENS, *_CLOSES))


@dataclass(frozen=True, slots=True)
class Voice:
    """What says the sentences of one text."""

    language: str
    words: Words

    def say(self, text: str) -> str:
        """Return what somebody wrote as it is shown, with nothing in it that a file refuses.

        Spaces are hard where a line is not to end. A sign that turns the direction of letters
        ends with the text.
        """
        return self.set(clean(text))

    def set(self, cleaned: str) -> str:
        """Return a piece of a clean text as it is shown, with the blanks around it."""
        return closed(with_hard_spaces(cleaned, self.language))

    def say_on_one_line(self, text: str) -> str:
        return self.say(one_line(text))

    def number(self, value: int) -> str:
        return in_digits(value, self.language)

    def run(self, text: str, *, is_strong: bool = False) -> Run:
        """Return a run of what somebody wrote."""
        return Run(text=self.say(text), is_strong=is_strong)

    def paragraph(self, text: str, look: Look = Look.PLAIN) -> Paragraph:
        return Paragraph(runs=(self.run(text),), look=look)

    def heading(self, text: str, anchor: str, level: int = 1, mark: int | None = None) -> Heading:
        """Return a heading, on one line whatever `text` is."""
        return Heading(level=level, text=self.say_on_one_line(text), anchor=anchor, mark=mark)

    def row(self, *cells: str, anchor: str = "") -> Row:
        return Row(cells=tuple((self.run(cell),) for cell in cells), anchor=anchor)

    def place(self, note: Said) -> str:
        """Return the table and round of a note, such as T4·R2."""
        label = self.words.gettext("T{table}·R{round}")
        return label.format(table=note.table + 1, round=note.round + 1)

    def table(self, table: int) -> str:
        """Return `table`, from 0, in short: T4."""
        return self.words.gettext("T{table}").format(table=table + 1)

    def how_many(self, notes: int, tables: int) -> str:
        """Return how many notes there are and from how many tables, in words."""
        plural = self.words.ngettext
        count = plural("{n} note", "{n} notes", notes).format(n=self.number(notes))
        where = plural("from one table", "from {n} tables", tables).format(n=self.number(tables))
        return f"{count} {where}"

    def with_runs(self, sentence: str, runs: Runs) -> Runs:
        """Return `sentence` with `runs` in its only gap, which is written {these}."""
        before, _gap, after = sentence.partition("{these}")
        return tuple(run for run in (Run(text=before), *runs, Run(text=after)) if run.text)


def closed(text: str) -> str:
    r"""Return `text` with each turn of direction that it opens ended in it.

    >>> closed("\u202eabc") == "\u202eabc\u202c", closed("abc")
    (True, 'abc')
    """
    if not any(sign in text for sign in _TURNS):
        return text
    open_: list[int] = []
    for sign in text:
        if sign in _OPENS:
            open_.append(_OPENS[sign])
        elif sign in _CLOSES and open_ and open_[-1] == _CLOSES.index(sign):
            open_.pop()
    return text + "".join(_CLOSES[which] for which in reversed(open_))


def joined(runs: Iterable[Run], between: str) -> Runs:
    """Return `runs` in a row with `between` in their gaps."""
    told: list[Run] = []
    for number, run in enumerate(runs):
        told += [Run(text=between), run] if number else [run]
    return tuple(told)


def as_asides(runs: Iterable[Run]) -> Runs:
    """Return `runs` as what stands small behind something."""
    return tuple(replace(run, is_aside=True) for run in runs)
