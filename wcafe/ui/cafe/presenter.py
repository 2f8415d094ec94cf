"""What Prepare knows and can do, without a single widget."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QObject

from wcafe.domain.agenda import Line, LineId, Round, Step, programme
from wcafe.domain.cafe import Cafe, Mode, Questions, Table
from wcafe.domain.marks import round_title, table_title
from wcafe.domain.people import expected
from wcafe.domain.text import clean, one_line
from wcafe.errors import BadDay, NoTitle
from wcafe.services.changes import Part
from wcafe.services.planning.jokers import with_tables_proposed
from wcafe.ui.note_cards.day_words import DayWords
from wcafe.ui.presenter import DeskCafe, Presenter
from wcafe.ui.replanning.table_closing import TableClosing
from wcafe.ui.widgets.dates import read_day
from wcafe.ui.words import _, desk_words

CAFE = frozenset({"cafe"})
_TITLE, _PURPOSE, _QUESTIONS = 1, 2, 100
"""Numbers by which edits of one text that follow each other become one step of undo."""


class CafePresenter(Presenter):
    """Turns the facilitator's wishes about the design into a saved café."""

    parts = Part.CAFE | Part.PEOPLE

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.closing = TableClosing(self)
        self.day_words = DayWords(self)
        self.reload()

    def reload(self) -> None:
        snapshot = self.desk.services.cafes.snapshot()
        self.cafe = snapshot.cafe
        self.people = len(expected(snapshot.people, len(self.cafe.rounds)))
        self.tables = _shown_tables(self.cafe, self.people)
        self.shown.emit()

    @property
    def coming(self) -> frozenset[int]:
        """The rounds that have not begun, from 0."""
        return self.desk.services.cafes.snapshot().coming

    @property
    def steps(self) -> tuple[Step, ...]:
        return programme(self.cafe)

    # The café

    def rename(self, title: str) -> bool:
        if not one_line(title):
            self.failed.emit(NoTitle())
            self.shown.emit()
            return False
        return self.change(_("rename the café"), merge_id=_TITLE, title=one_line(title))

    def set_purpose(self, purpose: str) -> None:
        self.change(_("write the purpose"), merge_id=_PURPOSE, purpose=clean(purpose))

    def set_place(self, place: str) -> None:
        self.change(_("change the place"), place=one_line(place))

    def set_day(self, day: date | None) -> None:
        self.change(_("change the date"), day=day)

    def set_starts(self, starts: time) -> None:
        self.change(_("change the start"), starts=starts)

    def set_language(self, language: str) -> None:
        self.change(_("change the language"), language=language)

    def tick(self, item: str, *, is_done: bool) -> None:
        checked = self.cafe.checked | {item} if is_done else self.cafe.checked - {item}
        self.change(_("tick the checklist"), checked=checked)

    # Questions

    def set_mode(self, mode: Mode) -> None:
        questions = replace(self.cafe.questions, mode=mode)
        self.change(_("change how questions are asked"), questions=questions)

    def set_question(self, place: int, text: str) -> None:
        """Keep `text` as the question at `place`, see `domain.cafe.Questions`."""
        texts = list(self.cafe.questions.texts)
        texts += [""] * (place + 1 - len(texts))
        texts[place] = clean(text)
        questions = Questions(mode=self.cafe.questions.mode, texts=tuple(texts))
        self.change(_("write a question"), merge_id=_QUESTIONS + place, questions=questions)

    def question_places(self) -> list[str]:
        """Return what each question is for, in the order of `Questions.texts`."""
        mode = self.cafe.questions.mode
        if mode is Mode.PER_ROUND:
            return [round_title(n, r, desk_words()) for n, r in enumerate(self.cafe.rounds)]
        if mode is Mode.PER_TABLE:
            return self._table_titles()
        if mode is Mode.PER_ZONE:
            zones = {table.zone for table in self.tables if table.zone is not None}
            return [
                _("Topic {number}").format(number=n + 1) for n in range(max(zones, default=0) + 1)
            ]
        if mode is Mode.MATRIX:
            return [
                _("{table}, round {number}").format(table=title, number=r + 1)
                for title in self._table_titles()
                for r in range(self.rounds)
            ]
        return [_("The question")]

    def _table_titles(self) -> list[str]:
        return [table_title(n, table.name, desk_words()) for n, table in enumerate(self.tables)]

    # Rounds and agenda

    @property
    def rounds(self) -> int:
        return len(self.cafe.rounds)

    def set_rounds(self, count: int) -> None:
        self._edit_to(_("change the number of rounds"), self.cafe.with_rounds(count))

    def set_minutes(self, step: Step, minutes: int) -> None:
        """Give `step` of the agenda `minutes`; the clock times after it follow."""
        if step.round is not None:
            field = {"talk": "minutes", "harvest": "harvest", "move": "move"}[step.kind.value]
            self._edit_round(step.round, **{field: minutes})
        elif step.line is not None:
            self._edit_line(step.line.id, minutes=minutes)

    def name_round(self, number: int, name: str, day: str) -> bool:
        """Give a round, from 0, a name and a day as typed, or none; were they kept?"""
        try:
            when = read_day(day) if day.strip() else None
        except BadDay as error:
            return self.refuse(error)
        rounds = list(self.cafe.rounds)
        rounds[number] = replace(rounds[number], name=one_line(name), day=when)
        return self.change(_("name a round"), rounds=tuple(rounds))

    def round_name(self, number: int) -> str:
        """Return what a round, from 0, is called: by its number, and its name or day."""
        return round_title(number, self.cafe.round_at(number), desk_words())

    def set_all_minutes(self, field: str, minutes: int) -> None:
        """Give every round `minutes` for `field`: minutes, harvest or move."""
        rounds = tuple(
            replace(round_, **{field: minutes})  # type: ignore[arg-type]  # one of the minutes
            for round_ in self.cafe.rounds
        )
        self.change(_("change the minutes"), rounds=rounds)

    def name_line(self, line: LineId, title: str) -> None:
        self._edit_line(line, title=one_line(title))

    def add_line(self, line: Line) -> None:
        self.change(_("add a line to the agenda"), agenda=(*self.cafe.agenda, line))

    def remove_line(self, line: LineId) -> None:
        kept = tuple(each for each in self.cafe.agenda if each.id != line)
        if self.change(_("remove a line of the agenda"), agenda=kept):
            self.undoable.emit(_("A line of the agenda was removed."))

    def move_line(self, line: LineId, by: int) -> None:
        self._edit_to(_("move a line of the agenda"), self.cafe.with_line_moved(line, by))

    def _edit_round(self, number: int, **facts: int) -> None:
        rounds: list[Round] = list(self.cafe.rounds)
        rounds[number] = replace(rounds[number], **facts)  # type: ignore[arg-type]  # minutes
        self.change(_("change the minutes"), rounds=tuple(rounds))

    def _edit_line(self, line: LineId, **facts: object) -> None:
        agenda = tuple(
            replace(each, **facts) if each.id == line else each  # type: ignore[arg-type]  # ours
            for each in self.cafe.agenda
        )
        self.change(_("change the agenda"), agenda=agenda)

    # Tables

    def propose_tables(self) -> None:
        """Let the number of tables follow the number of people again."""
        self.change(_("let wcafe propose the tables"), tables=(), tables_chosen=False)

    def set_tables(self, count: int) -> None:
        """Choose `count` tables; names and seats of those there are stay."""
        added = (Table(seats=self.cafe.seats),) * (count - len(self.tables))
        tables = (*self.tables, *added)[:count]
        self.change(_("change the number of tables"), tables=tables, tables_chosen=True)

    def set_seats(self, seats: int) -> None:
        """Give every table `seats`, those to be proposed too."""
        tables = tuple(
            replace(t, seats=seats, fewest=min(t.fewest, seats)) for t in self.cafe.tables
        )
        if not self.cafe.tables_chosen and not any(table.closed for table in tables):
            tables = ()
        self.change(_("change the seats"), seats=seats, tables=tables)

    def name_table(self, number: int, name: str) -> None:
        self._edit_table(number, _("name a table"), name=one_line(name))

    def set_table_seats(self, number: int, seats: int) -> None:
        fewest = min(self.tables[number].fewest, seats)
        self._edit_table(number, _("change the seats"), seats=seats, fewest=fewest)

    def close_table(self, number: int, from_round: int) -> None:
        """Close a table from a round on, both from 0; its host is released and told."""
        self.closing.close(number, from_round, tables=self.tables)

    def _edit_table(self, number: int, text: str, **facts: object) -> None:
        tables = list(self.tables)
        tables[number] = replace(tables[number], **facts)  # type: ignore[arg-type]  # ours
        self.change(text, tables=tuple(tables), tables_chosen=True)

    # Saving

    def change(self, text: str, *, merge_id: int = -1, **facts: object) -> bool:
        """Keep other `facts`, fields of the café, as one step of undo; are they kept?"""
        after = replace(self.cafe, **facts)  # type: ignore[arg-type]  # fields of Cafe, checked there
        return self._edit_to(text, after, merge_id=merge_id)

    def _edit_to(self, text: str, after: Cafe, *, merge_id: int = -1) -> bool:
        if after == self.cafe:
            return self.is_kept_already()
        return self.edit(text, self.cafe, after, self._save, subjects=CAFE, merge_id=merge_id)

    def _save(self, cafe: Cafe) -> None:
        self.desk.services.cafes.save(replace(cafe, version=self.cafe.version), by=self)


def _shown_tables(cafe: Cafe, people: int) -> tuple[Table, ...]:
    """Return the tables of `cafe`, or those it would have for `people`."""
    if cafe.tables_chosen or not people:
        return cafe.tables
    return with_tables_proposed(cafe, people).tables
