"""What tables say to the sentences made from their notes: which is asked, what stands, what not."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QObject

from wcafe.domain.amendments import Amendment, AmendmentId, Way
from wcafe.domain.sourcing import Standing
from wcafe.domain.strips import TableStrip, rests_on
from wcafe.domain.synthesis import StatementId, ThemeId
from wcafe.domain.text import join_names, new_id, one_line
from wcafe.domain.verdicts import (
    Answer,
    Verdict,
    sentence_code,
    verdict_on,
)
from wcafe.errors import EmptyAmendment, NotAsked
from wcafe.services.cafe import Snapshot
from wcafe.ui.presenter import Presenter
from wcafe.ui.synthesis.strips_now import Reached, ShownSentence, StripsNow
from wcafe.ui.words import _, desk_words

FEEDBACK = frozenset({"feedback"})
_MOST = 12  # tables that are named in a line


class Confirming(QObject):
    """The part of a presenter that notes verdicts; it tells and keeps through it."""

    def __init__(self, presenter: Presenter, today: Callable[[], date] = date.today) -> None:
        super().__init__(presenter)
        self._presenter, self._today = presenter, today
        self._chosen: int | None = None  # the table whose strip is in sight, from 0
        self._now: StripsNow | None = None

    def look(self, snapshot: Snapshot, standing: Standing) -> None:
        """See what is asked and what was said; `standing` are the notes of `snapshot`."""
        self._snapshot, self._standing, self._now = snapshot, standing, None

    @property
    def now(self) -> StripsNow:
        """What is asked and what was said, found out when it is first wanted."""
        if self._now is None:
            self._now = StripsNow.of(self._snapshot, self._standing)
        return self._now

    @property
    def strips(self) -> tuple[TableStrip, ...]:
        return self.now.strips

    @property
    def strip(self) -> TableStrip | None:
        """What the table in sight is asked; the first one where that has no strip any more."""
        chosen = (strip for strip in self.strips if strip.table == self._chosen)
        return next(chosen, self.strips[0] if self.strips else None)

    def choose(self, table: int) -> bool:
        """Show the strip of `table`, from 0; return whether it has one."""
        if all(strip.table != table for strip in self.strips):
            return self._presenter.refuse(NotAsked(table=table + 1))
        self._presenter.resolved.emit(NotAsked)
        self._chosen = table
        self._presenter.shown.emit()
        return True

    def reached(self, table: int) -> Reached:
        """Return how far `table` is."""
        if self.again(table):
            return Reached.AGAIN
        if table not in self.now.found.answered:
            return Reached.MISSING
        return Reached.CONFIRMED if table in self.now.found.confirmed else Reached.ANSWERED

    def again(self, table: int) -> tuple[StatementId, ...]:
        """Return the sentences that were written anew since `table` answered them."""
        asked = next((strip.asked for strip in self.strips if strip.table == table), ())
        return tuple(
            each.statement.id for each in asked if table in self.now.past.get(each.statement.id, {})
        )

    def told_of(self, statement: StatementId) -> str:
        """Say in a line which tables confirm a statement, say otherwise, or are to be asked."""
        if not self._snapshot.verdicts:
            return ""
        said = self.now.found.by_statement.get(statement, {})
        tables = [
            (_("confirmed by {tables}"), said.get(Answer.CONFIRMED, ())),
            (_("to change for {tables}"), said.get(Answer.AMEND, ())),
            (_("not theirs: {tables}"), said.get(Answer.NOT_OURS, ())),
            (_("changed since, to be asked again: {tables}"), self.now.past.get(statement, {})),
        ]
        return " · ".join(words.format(tables=_named(each)) for words, each in tables if each)

    def sentences(self) -> tuple[ShownSentence, ...]:
        """Return what the table in sight is asked, in the order of its strip."""
        strip = self.strip
        if strip is None:
            return ()
        taken = {
            (each.statement, each.table, each.text)
            for each in self._snapshot.amendments
            if each.way is Way.STRIP
        }
        shown = []
        for asked in strip.asked:
            said = asked.statement
            verdict = self.now.stands.get(said.id, {}).get(strip.table)
            own = verdict.words if verdict else ""
            shown.append(
                ShownSentence(
                    asked=asked,
                    source=rests_on(asked, self._snapshot.numbers, desk_words()),
                    code=sentence_code(said),
                    verdict=verdict,
                    before=self.now.past.get(said.id, {}).get(strip.table),
                    is_taken_in=bool(own) and (said.id, strip.table, own) in taken,
                )
            )
        return tuple(shown)

    def answer(self, shown: ShownSentence, answer: Answer | None, words: str | None = None) -> bool:
        """Note what the table in sight says, None takes it back; return whether it is kept.

        Words of its own stay while nothing else is said of them.
        """
        said, table, before = shown.asked.statement, shown.asked.table, shown.verdict
        own = words if words is not None else before.words if before else ""
        after = verdict_on(said, table, answer, one_line(own)) if answer else None
        if after == before:
            return self._presenter.is_kept_already()
        place = (said.id, table)

        def save(wanted: Verdict | None) -> None:
            verdicts = self._presenter.desk.services.verdicts
            verdicts.change({place: wanted}, by=self._presenter)

        kept = before if before is not None else shown.before
        return self._presenter.edit(
            _("note what table {table} says").format(table=table + 1),
            kept,
            after,
            save,
            subjects=FEEDBACK,
        )

    def take_in(self, shown: ShownSentence) -> bool:
        """Put the table's own words among the corrections; return whether they are kept."""
        if shown.verdict is None or not shown.verdict.words:
            return self._presenter.refuse(EmptyAmendment())
        correction = Amendment(
            id=AmendmentId(new_id()),
            text=shown.verdict.words,
            table=shown.asked.table,
            theme=self._theme_of(shown.asked.statement.id),
            statement=shown.asked.statement.id,
            way=Way.STRIP,
            came=self._today(),
        )

        def save(wanted: Amendment | None) -> None:
            amendments = self._presenter.desk.services.amendments
            if wanted is None:
                amendments.remove(correction.id, by=self._presenter)
            else:
                amendments.save(wanted, by=self._presenter)

        return self._presenter.edit(
            _("take a correction in"), None, correction, save, subjects=FEEDBACK
        )

    def _theme_of(self, statement: StatementId) -> ThemeId | None:
        for theme in self._snapshot.themes:
            if any(said.id == statement for said in theme.statements):
                return theme.id
        return None


def _named(tables: Iterable[int]) -> str:
    """Return `tables`, from 0, as a line names them: T3, T11."""
    names = [_("T{table}").format(table=table + 1) for table in sorted(tables)]
    return join_names(names, most=_MOST)
