"""The door to photos and scans: files are found, then each picture is read, one process each."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wcafe.domain.pictures import ReadPicture, Unread
from wcafe.domain.sheet_layout import SheetShape
from wcafe.errors import (
    CannotRead,
    NoSuchFile,
    NotAPicture,
    PictureTooHeavy,
    UnreadPicture,
    WcafeError,
)
from wcafe.errors.pictures import PageOf
from wcafe.reasons import reason_of
from wcafe.scan.decode import decode
from wcafe.scan.formats import head_of, is_pdf, require_known
from wcafe.scan.limits import LIMITS, MOST_BYTES, MOST_PDF_BYTES
from wcafe.scan.pdf import count_pages, read_page
from wcafe.scan.picture import read_decoded
from wcafe.workers.ends import Unfinished
from wcafe.workers.fence import fenced_within

_OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})
"""Files that Windows lays into a folder of photos."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A picture that is to be read: a photo, or a page of a PDF, counted from 1."""

    path: Path
    leaf: int | None = None

    @property
    def name(self) -> str | PageOf:
        """What people call it."""
        return self.path.name if self.leaf is None else PageOf(self.path.name, self.leaf)


def read_pictures(paths: Iterable[Path]) -> Iterator[ReadPicture | Unread]:
    """Read all pictures of files, folders and scans, one after the other.

    Whoever stops asking for the next one has cancelled the rest.
    """
    return read_sources(find_sources(paths))


def _is_nowhere_held(_path: Path) -> bool:
    return False


def find_sources(
    paths: Iterable[Path], *, is_held: Callable[[Path], bool] = _is_nowhere_held
) -> tuple[Source | Unread, ...]:
    """Return what there is to read, in its order, so that it is known how much that is.

    A folder is walked by the names in it; hidden files, and links out of it, are passed over. Each
    page of a PDF counts for itself. What `is_held` by this program is not even opened: that would
    let go of it.

    Cost: 0.3 s for each PDF; a photo is not opened.
    """
    return tuple(source for path in paths for source in _sources(path, is_held))


def read_sources(
    sources: Iterable[Source | Unread], shapes: Sequence[SheetShape] = ()
) -> Iterator[ReadPicture | Unread]:
    """Read one after the other; what cannot be read is told, and the others go on.

    `shapes` are those of the sheets that a café printed: one is found without its code too.
    """
    for source in sources:
        yield source if isinstance(source, Unread) else _read(source, tuple(shapes))


def _read(source: Source, shapes: Sequence[SheetShape]) -> ReadPicture | Unread:
    try:
        return fenced_within(LIMITS, read_source, source, shapes)
    except WcafeError as error:
        return Unread(path=source.path, leaf=source.leaf, error=error)
    except Unfinished as unfinished:
        told = UnreadPicture(name=source.name, reason=unfinished.end.reason)
        return Unread(path=source.path, leaf=source.leaf, error=told)


def read_source(source: Source, shapes: Sequence[SheetShape] = ()) -> ReadPicture:
    """Read one picture, in the worker.

    Raises:
        CannotRead, UnreadPicture
    """
    try:
        if source.leaf is not None:
            scanned = read_page(source.path, source.leaf, source.name)
            return read_decoded(
                scanned.picture,
                name=source.path.name,
                leaf=source.leaf,
                digest=scanned.digest,
                shapes=shapes,
            )
        with source.path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotRead(path=source.path, reason=reason_of(error)) from error
    if len(data) > MOST_BYTES:
        raise PictureTooHeavy(name=source.name, most=MOST_BYTES >> 20)
    require_known(data, source.name)
    digest = hashlib.sha256(data).hexdigest()
    picture = decode(data, source.name)
    return read_decoded(picture, name=source.path.name, digest=digest, shapes=shapes)


def _sources(path: Path, is_held: Callable[[Path], bool]) -> Iterator[Source | Unread]:
    try:
        if path.is_dir():
            for each in sorted(_walk(path)):
                if not is_held(each):
                    yield from _pages(each)
        elif is_held(path):
            raise NotAPicture(name=path.name)
        else:
            yield from _pages(path)
    except WcafeError as error:
        yield Unread(path=path, error=error)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and those below it. Raises CannotRead."""

    def refuse(error: OSError) -> None:
        raise CannotRead(path=folder, reason=reason_of(error)) from error

    for above, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(above, name)
            if not (name.startswith(".") or name.lower() in _OF_THE_SYSTEM or path.is_symlink()):
                yield path


def _pages(path: Path) -> Iterator[Source | Unread]:
    """Yield a photo, or the pages of a PDF, or why it is neither."""
    try:
        if not path.exists():
            raise NoSuchFile(path=path)
        if not path.is_file():
            raise NotAPicture(name=path.name)
        head, size = head_of(path), path.stat().st_size
        require_known(head, path.name)
        most = MOST_PDF_BYTES if is_pdf(head) else MOST_BYTES
        if size > most:
            raise PictureTooHeavy(name=path.name, most=most >> 20)
        if not is_pdf(head):
            yield Source(path=path)
            return
        for leaf in range(fenced_within(LIMITS, count_pages, path, path.name)):
            yield Source(path=path, leaf=leaf + 1)
    except OSError as error:
        yield Unread(path=path, error=CannotRead(path=path, reason=reason_of(error)))
    except WcafeError as error:
        yield Unread(path=path, error=error)
    except Unfinished as unfinished:
        reason = unfinished.end.reason
        yield Unread(path=path, error=UnreadPicture(name=path.name, reason=reason))
