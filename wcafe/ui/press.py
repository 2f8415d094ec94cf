"""The press: printed matter, reports and exports, made in the background and written whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from wcafe.domain.artefact import Document, PrintOptions
from wcafe.domain.artefacts import EDITIONS, EXPORTS, PACK, PRINTED
from wcafe.domain.badges import cut_in_columns, without_badge
from wcafe.domain.handouts import BADGES
from wcafe.domain.people import PersonId
from wcafe.domain.strips import without_strip
from wcafe.errors import NothingPlanned, WcafeError
from wcafe.services.cafe import Snapshot
from wcafe.services.files import write_file
from wcafe.services.hiding import hide_names
from wcafe.services.names import NameFound, names_found, tell_names
from wcafe.services.sheet_forms import new_form
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.printed import make_pdf
from wcafe.ui.tasks import Job
from wcafe.ui.words import _, desk_words

_MOST_NAMED = 6
_FEW = 100  # people and notes of which files are made at once, in the thread of the task


@dataclass(frozen=True, slots=True)
class Made:
    """What was made, the names that stood in its texts, and what then could not be noted.

    There are no `names` where all of them stay.
    """

    document: Document
    names: tuple[NameFound, ...]
    error: WcafeError | None = None


class Press(QObject):
    """Makes files of the café as it is now.

    Signals:
        written: the path of a file that is complete, and what to know about it, or nothing.
        failed: a WcafeError.
    """

    written = Signal(object, str)
    failed = Signal(object)

    def __init__(self, desk: DeskCafe, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def propose_path(self, ending: str, suffix: str = "pdf") -> Path:
        """Return where a file named after the café would go, beside it."""
        place = self._desk.services.place
        return place.folder / f"{place.stem} – {ending}.{suffix}"

    def print_to(
        self,
        artefact: str,
        path: Path,
        *,
        only: frozenset[PersonId] | None = None,
        options: PrintOptions | None = None,
    ) -> None:
        """Write `artefact`, the key of something printed in the catalogue, to `path`.

        Of the badges those of the people in `only`, if given; else people hold them from now on.
        Of sheets it is kept what they ask for.
        An edition is made as `options` say; without names where they say nothing of them.
        """
        services = self._desk.services
        wanted = replace(options or PrintOptions(), only=only)

        def work(job: Job) -> Made | None:
            snapshot = services.cafes.snapshot()
            names = names_found(snapshot) if _hides_names(artefact, wanted) else ()
            document = self._make(job, artefact, snapshot, wanted)
            if document is None or job.is_stopped():
                return None
            write_file(path, document.pdf)
            form = new_form(artefact, snapshot)
            try:
                if artefact == BADGES and only is None:
                    services.badges.note_printed(snapshot, by=self)
                if form is not None:
                    services.printed.note((), form=form, by=self)
            except WcafeError as error:
                return Made(document, names, error)
            return Made(document, names)

        self._desk.tasks.run(
            _("Printing…"), work, done=lambda made: self._done(path, made), failed=self.failed.emit
        )

    def preview(
        self,
        artefact: str,
        shown: Callable[[Made | None], object],
        *,
        options: PrintOptions,
    ) -> Job:
        """Make `artefact` without a file and hand it to `shown`; None if it was cancelled."""

        def work(job: Job) -> Made | None:
            snapshot = self._desk.services.cafes.snapshot()
            names = names_found(snapshot) if _hides_names(artefact, options) else ()
            document = self._make(job, artefact, snapshot, options)
            return None if document is None or job.is_stopped() else Made(document, names)

        return self._desk.tasks.run(
            _("Preparing the pages…"), work, done=shown, failed=self.failed.emit
        )

    def export_to(self, path: Path, *, what: str = "notes", hides_names: bool = False) -> None:
        """Write the harvest, or what else `EXPORTS` has, in the format that `path` ends in.

        With `hides_names` without those that stand in the harvest and on the list of people. The
        open harvest pack has the pages of each edition in it.
        """

        def work(job: Job) -> tuple[NameFound, ...] | None:
            snapshot = self._desk.services.cafes.snapshot()
            format_ = path.suffix.lower().removeprefix(".")
            if EXPORTS[what, format_].needs_plan and snapshot.plan is None:
                raise NothingPlanned
            names = names_found(snapshot) if hides_names or what == PACK else ()
            if hides_names:
                snapshot = hide_names(snapshot)
            pages = self._editions(job, snapshot) if what == PACK else {}
            if job.is_stopped():
                return None
            made = self._exported(job, format_, snapshot, what, pages)
            if made is None or job.is_stopped():
                return None
            write_file(path, made)
            return names

        self._desk.tasks.run(
            _("Exporting…"),
            work,
            done=partial(self._on_exported, path),
            failed=self.failed.emit,
        )

    def _editions(self, job: Job, snapshot: Snapshot) -> dict[str, bytes]:
        """Return the pages of each edition without names, by its key; fewer when cancelled."""
        from wcafe.exports import open_editions

        made: dict[str, bytes] = {}
        for key in open_editions(snapshot):
            job.say(EDITIONS[key].title(desk_words()))
            document = self._make(job, key, snapshot, PrintOptions())
            if document is None or job.is_stopped():
                break
            made[key] = document.pdf
        return made

    def _exported(
        self, job: Job, format_: str, snapshot: Snapshot, what: str, pages: Mapping[str, bytes]
    ) -> bytes | None:
        from wcafe.exports import exported

        if _is_small(snapshot):
            return exported(format_, snapshot, what=what, pages=pages)
        worker = self._desk.tasks.worker
        return worker.run(job.is_stopped, exported, format_, snapshot, what=what, pages=pages)

    def _make(
        self, job: Job, artefact: str, snapshot: Snapshot, options: PrintOptions
    ) -> Document | None:
        if _hides_names(artefact, options):
            snapshot = hide_names(snapshot)
        paper = snapshot.for_paper(has_notes=PRINTED[artefact].shows_notes)
        if _is_small(paper):
            return make_pdf(artefact, paper, options)
        return self._desk.tasks.worker.run(job.is_stopped, make_pdf, artefact, paper, options)

    def _done(self, path: Path, made: Made | None) -> None:
        if made is None:  # cancelled
            return
        told = (remark_of(made.document), tell_names(made.names, desk_words()))
        self.written.emit(path, " ".join(filter(None, told)))
        if made.error is not None:
            self.failed.emit(made.error)

    def _on_exported(self, path: Path, names: tuple[NameFound, ...] | None) -> None:
        if names is not None:
            self.written.emit(path, tell_names(names, desk_words()))


def _hides_names(artefact: str, options: PrintOptions) -> bool:
    return PRINTED[artefact].is_edition and not options.names


def _is_small(snapshot: Snapshot) -> bool:
    """Are there so few people and notes that the window goes on while a thread makes a file?"""
    return len(snapshot.people) + len(snapshot.notes) <= _FEW


def remark_of(made: Document) -> str:
    """Say who is not in a document, and what no font could print in it."""
    remarks = [
        without_badge(made.left_out, desk_words(), most=_MOST_NAMED),
        cut_in_columns(made.cut, desk_words(), most=_MOST_NAMED),
        without_strip(made.without_strip, desk_words(), most=_MOST_NAMED),
    ]
    if made.unprintable:
        sentence = _("No shipped font has these characters, so they are printed as a box: {signs}")
        remarks.append(sentence.format(signs=" ".join(sorted(made.unprintable))))
    return " ".join(filter(None, remarks))


def open_folder(path: Path) -> None:
    """Show the folder of `path` in the computer's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
