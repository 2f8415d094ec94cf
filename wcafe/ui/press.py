"""The press: printed matter, reports and exports, made in the background and written whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from wcafe.domain.artefact import Document, PrintOptions
from wcafe.domain.artefacts import EDITIONS, EXPORTS, HANDOUTS, PACK, PRINTED
from wcafe.domain.people import PersonId
from wcafe.domain.photo_publishing import photos_aside, tell_photos
from wcafe.domain.photos import PhotoId
from wcafe.errors import NothingPlanned, WcafeError
from wcafe.services.cafe import Snapshot
from wcafe.services.files import make_folder, write_file
from wcafe.services.hiding import hide_names
from wcafe.services.names import NameFound, names_found, tell_names
from wcafe.services.printing import note_printed
from wcafe.ui.presenter import DeskCafe
from wcafe.ui.printed import make_one_pdf, make_pdf
from wcafe.ui.remarks import remark_of, told_together
from wcafe.ui.tasks import Job
from wcafe.ui.words import _, desk_words

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
        An edition is made as `options` say; without names where they say nothing of them. Of a
        handout it is noted that it is on paper.
        """
        services = self._desk.services
        wanted = options or PrintOptions()
        wanted = replace(wanted, only=only) if only is not None else wanted

        def work(job: Job) -> Made | None:
            snapshot = services.cafes.snapshot()
            names = names_found(snapshot) if _hides_names(artefact, wanted) else ()
            document = self._make(job, artefact, snapshot, wanted)
            if document is None or job.is_stopped():
                return None
            write_file(path, document.pdf)
            error = self._note({artefact: wanted}, snapshot) if artefact in HANDOUTS else None
            return Made(document, names, error)

        self._desk.tasks.run(
            _("Printing…"), work, done=lambda made: self._done(path, made), failed=self.failed.emit
        )

    def print_set_to(
        self,
        wanted: Mapping[str, PrintOptions],
        path: Path,
        *,
        lacking: Mapping[str, WcafeError] = MappingProxyType({}),
    ) -> None:
        """Write several handouts: as one PDF, or each as a file where `path` is a folder.

        It is noted that they are on paper. What there is nothing for is told, as is `lacking`.
        """

        def work(job: Job) -> Made | None:
            snapshot = self._desk.services.cafes.snapshot()
            if path.suffix.lower() == ".pdf":
                document = self._make_one(job, wanted, snapshot)
                if document is None or job.is_stopped():
                    return None
                write_file(path, document.pdf)
            else:
                document = self._fill_folder(job, wanted, snapshot, path)
                if document is None:
                    return None
            made = {key: each for key, each in wanted.items() if key not in document.lacking}
            document = replace(document, lacking={**lacking, **document.lacking})
            return Made(document, (), self._note(made, snapshot))

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

    def _fill_folder(
        self, job: Job, wanted: Mapping[str, PrintOptions], snapshot: Snapshot, folder: Path
    ) -> Document | None:
        """Write a file for each thing; return what is to be told of all, or None if cancelled."""
        lacking: dict[str, WcafeError] = {}
        told: list[Document] = []
        make_folder(folder)
        for key, options in wanted.items():
            job.say(PRINTED[key].title(desk_words()))
            try:
                document = self._make(job, key, snapshot, options)
            except WcafeError as error:
                lacking[key] = error
                continue
            if document is None or job.is_stopped():
                return None
            write_file(folder / self.propose_path(_(PRINTED[key].ending)).name, document.pdf)
            told.append(document)
        if not told and lacking:
            raise next(iter(lacking.values()))
        return told_together(told, lacking)

    def _make_one(
        self, job: Job, wanted: Mapping[str, PrintOptions], snapshot: Snapshot
    ) -> Document | None:
        paper = snapshot.for_paper(has_notes=any(PRINTED[key].shows_notes for key in wanted))
        return self._desk.tasks.worker.run(job.is_stopped, make_one_pdf, wanted, paper)

    def _note(self, made: Mapping[str, PrintOptions], snapshot: Snapshot) -> WcafeError | None:
        """Note what is on paper now; return why that could not be, as it is there all the same."""
        at = datetime.now().astimezone()
        try:
            for key, options in made.items():
                note_printed(self._desk.services, HANDOUTS[key], snapshot, options, at, by=self)
        except WcafeError as error:
            return error
        return None

    def export_to(self, path: Path, *, what: str = "notes", hides_names: bool = False) -> None:
        """Write the harvest, or what else `EXPORTS` has, in the format that `path` ends in.

        With `hides_names` without those that stand in the harvest and on the list of people. The
        open harvest pack has the pages of each edition in it.
        """

        def work(job: Job) -> str | None:
            snapshot = self._desk.services.cafes.snapshot()
            format_ = path.suffix.lower().removeprefix(".")
            if EXPORTS[what, format_].needs_plan and snapshot.plan is None:
                raise NothingPlanned
            names = names_found(snapshot) if hides_names or what == PACK else ()
            told = [tell_names(names, desk_words())]
            pictures: Mapping[PhotoId, bytes] = {}
            if EXPORTS[what, format_].shows_photos:
                aside = photos_aside(snapshot.photos, snapshot.notes)
                told += tell_photos(aside, desk_words())
                pictures = self._desk.services.photos.publishing.pictures(snapshot)
            if hides_names:
                snapshot = hide_names(snapshot)
            pages = self._editions(job, snapshot) if what == PACK else {}
            if job.is_stopped():
                return None
            made = self._exported(job, format_, snapshot, what, pages, pictures)
            if made is None or job.is_stopped():
                return None
            write_file(path, made)
            return " ".join(filter(None, told))

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
        self,
        job: Job,
        format_: str,
        snapshot: Snapshot,
        what: str,
        pages: Mapping[str, bytes],
        pictures: Mapping[PhotoId, bytes],
    ) -> bytes | None:
        from wcafe.exports import exported

        if _is_small(snapshot):
            return exported(format_, snapshot, what=what, pages=pages, pictures=pictures)
        return self._desk.tasks.worker.run(
            job.is_stopped,
            exported,
            format_,
            snapshot,
            what=what,
            pages=pages,
            pictures=pictures,
        )

    def _make(
        self, job: Job, artefact: str, snapshot: Snapshot, options: PrintOptions
    ) -> Document | None:
        pictures: Mapping[PhotoId, bytes] = {}
        if PRINTED[artefact].shows_photos:
            pictures = self._desk.services.photos.publishing.pictures(snapshot)
        if _hides_names(artefact, options):
            snapshot = hide_names(snapshot)
        paper = snapshot.for_paper(has_notes=PRINTED[artefact].shows_notes)
        if _is_small(paper):
            return make_pdf(artefact, paper, options, pictures)
        worker = self._desk.tasks.worker
        return worker.run(job.is_stopped, make_pdf, artefact, paper, options, pictures)

    def _done(self, path: Path, made: Made | None) -> None:
        if made is None:  # cancelled
            return
        told = (remark_of(made.document), tell_names(made.names, desk_words()))
        self.written.emit(path, " ".join(filter(None, told)))
        if made.error is not None:
            self.failed.emit(made.error)

    def _on_exported(self, path: Path, told: str | None) -> None:
        if told is not None:
            self.written.emit(path, told)


def _hides_names(artefact: str, options: PrintOptions) -> bool:
    return PRINTED[artefact].is_edition and not options.names


def _is_small(snapshot: Snapshot) -> bool:
    """Are there so few people and notes that the window goes on while a thread makes a file?"""
    return len(snapshot.people) + len(snapshot.notes) <= _FEW


def open_folder(path: Path) -> None:
    """Show the folder of `path` in the computer's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
