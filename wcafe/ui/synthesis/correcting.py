"""The part of Share that takes corrections in and says what became of each, with undo."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, QObject, Signal

from wcafe.domain.amending import Received, received
from wcafe.domain.amendments import Amendment, AmendmentId, Decision
from wcafe.domain.text import clean, has_words, one_line
from wcafe.errors import EmptyAmendment, NotFound, Unexplained, WcafeError
from wcafe.i18n import N_
from wcafe.services.cafe import Snapshot
from wcafe.services.feedback import AmendmentsById
from wcafe.services.filled_forms import FormRead, read_form_file, read_form_text
from wcafe.ui.draft_ids import DraftIds
from wcafe.ui.presenter import Presenter
from wcafe.ui.tasks import Job
from wcafe.ui.words import _, ngettext

_STEPS = {
    "text": N_("change the words of a correction"),
    "who": N_("say who sent a correction"),
    "may_be_named": N_("say whether a sender may be named"),
    "table": N_("say what a correction is about"),
    "round": N_("say what a correction is about"),
    "about": N_("say what a correction is about"),
    "way": N_("say how a correction came in"),
    "reason": N_("say why a correction was decided so"),
}
"""What the Undo menu says of a change of each fact."""
NEW = "new correction"
"""The place where a new one waits that could not be kept."""


class Correcting(QObject):
    """Keeps amendments as they are wished for; each wish is one step of undo.

    Signals:
        form_read: what a filled form says, before anything of it is kept.
    """

    form_read = Signal(object)

    def __init__(self, presenter: Presenter, snapshot: Snapshot) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self.snapshot = snapshot  # the café as it is; whoever holds this renews it
        self._drafts = DraftIds()
        self._draft_key = presenter.desk.own(f"correction:{snapshot.cafe.id}")
        self.chosen: AmendmentId | None = None

    @property
    def draft(self) -> str:
        """A new correction as far as it is typed; it outlives a crash."""
        return self._presenter.desk.settings.text_of(self._draft_key)

    @draft.setter
    def draft(self, text: str) -> None:
        self._presenter.desk.settings.keep_text(self._draft_key, text)

    @property
    def received(self) -> Received:
        """All there are, by what became of them."""
        snapshot = self.snapshot
        return received(snapshot.amendments, snapshot.cafe.publication.amend_until)

    def find(self, amendment: AmendmentId | None) -> Amendment | None:
        amendments = self.snapshot.amendments
        return next((each for each in amendments if each.id == amendment), None)

    def add(self, text: str) -> bool:
        """Keep a new correction, and choose it; return whether it is kept."""
        if not has_words(text):
            return False
        words = clean(text)
        id_ = AmendmentId(self._drafts.id_of(words))
        try:
            made = Amendment(id=id_, text=words, came=_today())
        except WcafeError as error:
            return self._presenter.refuse(error)
        before, self.chosen = self.chosen, id_
        if not self._edit(_("add a correction"), {id_: None}, {id_: made}, waits_in=NEW):
            self.chosen = before
            return False
        self._drafts.begin()
        return True

    def change(self, amendment: AmendmentId, **facts: object) -> bool:
        """Keep other facts of a correction, by their names; return whether they are kept."""
        here = self.find(amendment)
        if here is None:
            return self._presenter.refuse(NotFound())
        try:
            after = replace(here, **facts)  # type: ignore[arg-type]  # fields of an Amendment
        except WcafeError as error:
            return self._presenter.refuse(error)
        self._presenter.resolved.emit(EmptyAmendment)
        if after == here:
            return True
        name = "about" if "statement" in facts else next(iter(facts))
        return self._edit(_(_STEPS[name]), {amendment: here}, {amendment: after})

    def say_reason(self, amendment: AmendmentId, reason: str) -> bool:
        """Keep another reason of what was decided."""
        return self.change(amendment, reason=one_line(reason))

    def decide(self, amendment: AmendmentId, decision: Decision | None, reason: str = "") -> bool:
        """Accept or decline one, or leave it open again; return whether that is kept."""
        here = self.find(amendment)
        if here is None:
            return self._presenter.refuse(NotFound())
        try:
            after = replace(here, decision=decision, reason=one_line(reason))
        except WcafeError as error:
            return self._presenter.refuse(error)
        self._presenter.resolved.emit(Unexplained)
        text = {
            Decision.ACCEPTED: _("accept a correction"),
            Decision.DECLINED: _("decline a correction"),
            None: _("leave a correction open"),
        }[decision]
        return after == here or self._edit(text, {amendment: here}, {amendment: after})

    def remove(self, amendment: AmendmentId) -> bool:
        """Take one out; Undo beside the sentence brings it back."""
        here = self.find(amendment)
        if here is None:
            return False
        order = [each.id for each in self.received.all]
        place = order.index(amendment)
        rest = [*order[place + 1 :], *reversed(order[:place])]
        self.chosen = rest[0] if rest else None
        if not self._edit(_("remove a correction"), {amendment: here}, {amendment: None}):
            self.chosen = amendment
            return False
        self._presenter.undoable.emit(_("The correction was removed."))
        return True

    # Filled forms

    def read_file(self, path: Path) -> None:
        """Read a mail in the background; `form_read` says what is in it."""
        snapshot, today = self.snapshot, _today()
        self._read(lambda _job: read_form_file(path, snapshot, today))

    def read_text(self, text: str) -> None:
        """Read a pasted mail in the background."""
        snapshot, today = self.snapshot, _today()
        name = _("what was pasted")
        self._read(lambda _job: read_form_text(text, name, snapshot, today))

    def _read(self, work: Callable[[Job], FormRead]) -> None:
        failed = self._presenter.failed.emit
        self._presenter.desk.tasks.run(
            _("Reading a form…"), work, done=self.form_read.emit, failed=failed
        )

    def take_in(self, amendments: Sequence[Amendment]) -> bool:
        """Keep what a form says, all of it as one step of undo."""
        here = {each.id for each in self.snapshot.amendments}
        new = {each.id: each for each in amendments if each.id not in here}
        if not new:
            return True
        self.chosen = next(iter(new))
        kept = self._edit(_("take corrections in"), dict.fromkeys(new), new)
        if kept:
            words = ngettext(
                "{number} correction was taken in.", "{number} corrections were taken in.", len(new)
            )
            self._presenter.told.emit(words.format(number=len(new)))
        return kept

    def _edit(
        self,
        text: str,
        before: AmendmentsById,
        after: AmendmentsById,
        *,
        waits_in: str = "",
    ) -> bool:
        put = partial(self._presenter.desk.services.amendments.put, by=self._presenter)
        subjects = frozenset[str](after)
        return self._presenter.edit(text, before, after, put, subjects=subjects, waits_in=waits_in)


def _today() -> date:
    today = QDate.currentDate()
    return date(today.year(), today.month(), today.day())
